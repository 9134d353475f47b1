/* proof-calls.c — the store's own calls of the system, beside SQLite's: the linker brings them here (--wrap) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "proof-calls"
#include "config.h"

#include "proof-disk.h"
#include "proof-vfs-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <unistd.h>

/* The names that the linker makes of the wrapped ones. */
int     __real_open64 (const char *path,
                       int         flags,
                       ...);
int     __wrap_open64 (const char *path,
                       int         flags,
                       ...);
ssize_t __real_pread64 (int    fd,
                        void  *buffer,
                        size_t size,
                        gint64 offset);
ssize_t __wrap_pread64 (int    fd,
                        void  *buffer,
                        size_t size,
                        gint64 offset);
int     __real_fsync (int fd);
int     __wrap_fsync (int fd);
int     __real_rename (const char *from,
                       const char *to);
int     __wrap_rename (const char *from,
                       const char *to);

static gboolean
fails (ProofCalls call,
       gboolean   takes_room)
{
  if (!proof_fault_strikes (call))
    return FALSE;
  errno = takes_room && proof_fault_is_full () ? ENOSPC : EIO;
  return TRUE;
}

int
__wrap_open64 (const char *path,
               int         flags,
               ...)
{
  va_list  arguments;
  gboolean creates = (flags & O_CREAT) != 0;
  int      mode = 0;
  int      fd;

  va_start (arguments, flags);
  if (creates)
    mode = va_arg (arguments, int);
  va_end (arguments);
  if (fails (PROOF_CALL_OPEN, creates))
    return -1;
  creates = creates && access (path, F_OK) != 0;
  fd = __real_open64 (path, flags, mode);
  if (fd >= 0 && creates)
    proof_disk_note_create (path);
  return fd;
}

ssize_t
__wrap_pread64 (int    fd,
                void  *buffer,
                size_t size,
                gint64 offset)
{
  return fails (PROOF_CALL_READ, FALSE) ? -1 : __real_pread64 (fd, buffer, size, offset);
}

int
__wrap_fsync (int fd)
{
  int code;

  if (fails (PROOF_CALL_SYNC, TRUE))
    return -1;
  code = __real_fsync (fd);
  if (code == 0)
    proof_disk_note_sync_fd (fd);
  return code;
}

int
__wrap_rename (const char *from,
               const char *to)
{
  int code;

  if (fails (PROOF_CALL_RENAME, TRUE))
    return -1;
  code = __real_rename (from, to);
  if (code == 0)
    proof_disk_note_rename (from, to);
  return code;
}
