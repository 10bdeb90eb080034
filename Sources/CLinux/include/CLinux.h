// System calls of Linux that Swift's Glibc module does not show, or shows only through macros that it cannot read:
// those that can fail return 0 or the error number (never -1 with errno, which another thread's runtime call may overwrite).
#pragma once

#include <stdbool.h>
#include <sys/types.h>

/// Exchanges two paths of one file system in one step: renameat2(2) with RENAME_EXCHANGE.
int linux_exchange_paths(const char *_Nonnull first, const char *_Nonnull second);

/// Writes everything of the file system that holds `descriptor` to the device: syncfs(2).
int linux_sync_file_system(int descriptor);

/// Makes a pipe whose two ends, first the one to read from, no other program inherits: pipe2(2) with O_CLOEXEC.
int linux_pipe(int *_Nonnull ends);

/// Whether a child of this process has ended. It keeps its status for waitpid(2).
bool linux_has_ended(pid_t child);

/// Limits the address space of this process to so many bytes, and lets it leave no core file.
int linux_limit_process(unsigned long address_space);

/// Asks the kernel to kill this process when its parent dies: prctl(2) with PR_SET_PDEATHSIG.
int linux_die_with_parent(void);

/// Keeps SIGINT, SIGTERM and SIGHUP waiting from now on.
void linux_hold_interruptions(void);

/// The signal that is being kept waiting, or 0. Those that this process was started to ignore do not count.
int linux_held_interruption(void);

/// Lets the signal that is being kept waiting do its work, which is to end this process.
void linux_let_interruptions_go(void);
