#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int linux_exchange_paths(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int linux_sync_file_system(int descriptor) { return syncfs(descriptor) == 0 ? 0 : errno; }

int linux_pipe(int *ends) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno; }

bool linux_has_ended(pid_t child) {
  // Nothing is written of a child that still runs.
  siginfo_t information = {.si_pid = 0};
  return waitid(P_PID, (id_t)child, &information, WEXITED | WNOHANG | WNOWAIT) == 0 && information.si_pid != 0;
}

static int limit(int resource, unsigned long value) {
  // Root could raise a limit that was set for this process; it is not to.
  struct rlimit both;
  if (getrlimit(resource, &both) == 0 && both.rlim_max < value) value = both.rlim_max;
  both.rlim_cur = both.rlim_max = value;
  return setrlimit(resource, &both) == 0 ? 0 : errno;
}

int linux_limit_process(unsigned long address_space) {
  limit(RLIMIT_CORE, 0);
  return limit(RLIMIT_AS, address_space);
}

int linux_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 ? 0 : errno; }

static const int interruptions[] = {SIGINT, SIGTERM, SIGHUP};
enum { interruption_count = sizeof interruptions / sizeof *interruptions };

// A background job, or one under nohup, ignores some; the kernel counts them as waiting all the same while they are
// blocked, which they may be from the start.
static int is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void linux_hold_interruptions(void) {
  sigset_t held;
  sigemptyset(&held);
  for (int i = 0; i < interruption_count; i++) sigaddset(&held, interruptions[i]);
  pthread_sigmask(SIG_BLOCK, &held, NULL);
}

int linux_held_interruption(void) {
  sigset_t waiting;
  if (sigpending(&waiting) != 0) return 0;
  for (int i = 0; i < interruption_count; i++)
    if (sigismember(&waiting, interruptions[i]) == 1 && !is_ignored(interruptions[i])) return interruptions[i];
  return 0;
}

void linux_let_interruptions_go(void) {
  sigset_t held;
  sigemptyset(&held);
  for (int i = 0; i < interruption_count; i++) sigaddset(&held, interruptions[i]);
  pthread_sigmask(SIG_UNBLOCK, &held, NULL);
}
