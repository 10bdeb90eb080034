#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

int linux_exchange_paths(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int linux_sync_file_system(int descriptor) { return syncfs(descriptor) == 0 ? 0 : errno; }

static int limit(int resource, unsigned long value) {
  if (value == 0) return 0;
  struct rlimit both = {value, value};
  return setrlimit(resource, &both) == 0 ? 0 : errno;
}

int linux_limit_process(unsigned long address_space, unsigned long cpu_seconds) {
  int error = limit(RLIMIT_AS, address_space);
  return error ? error : limit(RLIMIT_CPU, cpu_seconds);
}

int linux_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 ? 0 : errno; }
