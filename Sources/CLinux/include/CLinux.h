// System calls of Linux that Swift's Glibc module does not show, under their own names with one underscore less magic:
// each returns 0, or the error number (never -1 with errno, which another thread's runtime call may overwrite).
#pragma once

/// Exchanges two paths of one file system in one step: renameat2(2) with RENAME_EXCHANGE.
int linux_exchange_paths(const char *_Nonnull first, const char *_Nonnull second);

/// Writes everything of the file system that holds `descriptor` to the device: syncfs(2).
int linux_sync_file_system(int descriptor);

/// Limits this process: bytes of address space and seconds of processor time; 0 leaves a limit as it is.
int linux_limit_process(unsigned long address_space, unsigned long cpu_seconds);

/// Asks the kernel to kill this process when its parent dies: prctl(2) with PR_SET_PDEATHSIG.
int linux_die_with_parent(void);
