/* proof-vfs.c — what stands between SQLite and the disk in the proofs: it can keep a record, and it can fail */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "proof-vfs"
#include "config.h"

#include "proof-vfs.h"

#include "proof-disk.h"
#include "proof-vfs-private.h"

#include <sqlite3.h>
#include <unistd.h>

typedef struct
{
  sqlite3_file  parent;
  sqlite3_file *real;        /* of the VFS below, in the same piece of memory */
  const char   *name;        /* (nullable) SQLite's, for as long as the file is open */
  gboolean      sync_folder; /* a journal just made: its first sync is one of its folder too */
} File;

static sqlite3_vfs        *below;
static sqlite3_mem_methods memory_below;
static guint               n_files;
static guint               n_pieces;

static ProofFault fault;
static guint      n_calls;
static guint      n_struck;

void
proof_fault_begin (const ProofFault *wanted)
{
  fault = *wanted;
  n_calls = 0;
  n_struck = 0;
}

guint
proof_fault_end (guint *struck)
{
  fault = (ProofFault){ 0 };
  if (struck != NULL)
    *struck = n_struck;
  return n_calls;
}

guint
proof_vfs_n_files (void)
{
  return n_files;
}

guint
proof_vfs_n_pieces (void)
{
  return n_pieces;
}

/* Whether this call is one that fails. */
gboolean
proof_fault_strikes (ProofCalls call)
{
  if ((fault.calls & call) == 0)
    return FALSE;
  n_calls++;
  if (fault.at == 0 || n_calls < fault.at || (n_calls > fault.at && !fault.for_ever))
    return FALSE;
  n_struck++;
  return TRUE;
}

gboolean
proof_fault_is_full (void)
{
  return fault.full;
}

/* What SQLite gets when the call fails: @code, or that the disk is full where that can happen. */
static int
failure (int      code,
         gboolean takes_room)
{
  return fault.full && takes_room ? SQLITE_FULL : code;
}

/* ---- files ---- */

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((File *)file)->real;
}

/* The disk's number for it; 0: not recorded. Asked every time, as a recording may begin while the file is open. */
static guint
node_of (sqlite3_file *file)
{
  return ((File *)file)->name != NULL ? proof_disk_find (((File *)file)->name) : 0;
}

static int
file_close (sqlite3_file *file)
{
  n_files--;
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
file_read (sqlite3_file *file,
           void         *buffer,
           int           size,
           sqlite3_int64 offset)
{
  if (proof_fault_strikes (PROOF_CALL_READ))
    return SQLITE_IOERR_READ;
  return real_of (file)->pMethods->xRead (real_of (file), buffer, size, offset);
}

static int
file_write (sqlite3_file *file,
            const void   *data,
            int           size,
            sqlite3_int64 offset)
{
  int code;

  if (proof_fault_strikes (PROOF_CALL_WRITE))
    {
      if (fault.torn && size > 1)
        real_of (file)->pMethods->xWrite (real_of (file), data, size / 2, offset);
      return failure (SQLITE_IOERR_WRITE, TRUE);
    }
  code = real_of (file)->pMethods->xWrite (real_of (file), data, size, offset);
  if (code == SQLITE_OK)
    proof_disk_note_write (node_of (file), data, (gsize)size, offset);
  return code;
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  int code;

  if (proof_fault_strikes (PROOF_CALL_TRUNCATE))
    return SQLITE_IOERR_TRUNCATE;
  code = real_of (file)->pMethods->xTruncate (real_of (file), size);
  if (code == SQLITE_OK)
    proof_disk_note_truncate (node_of (file), size);
  return code;
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  File *self = (File *)file;
  int   code;

  if (proof_fault_strikes (PROOF_CALL_SYNC))
    return failure (SQLITE_IOERR_FSYNC, TRUE);
  code = self->real->pMethods->xSync (self->real, flags);
  if (code != SQLITE_OK)
    return code;
  proof_disk_note_sync (node_of (file));
  if (self->sync_folder)
    proof_disk_note_sync_folder ();
  self->sync_folder = FALSE;
  return code;
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  if (proof_fault_strikes (PROOF_CALL_SIZE))
    return SQLITE_IOERR_FSTAT;
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
file_lock (sqlite3_file *file,
           int           level)
{
  if (proof_fault_strikes (PROOF_CALL_LOCK))
    return SQLITE_IOERR_LOCK;
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

/* The lock is gone in any case, as it is when a server answers too late. */
static int
file_unlock (sqlite3_file *file,
             int           level)
{
  int code = real_of (file)->pMethods->xUnlock (real_of (file), level);

  return proof_fault_strikes (PROOF_CALL_LOCK) ? SQLITE_IOERR_UNLOCK : code;
}

static int
file_check_reserved_lock (sqlite3_file *file,
                          int          *locked)
{
  if (proof_fault_strikes (PROOF_CALL_LOCK))
    return SQLITE_IOERR_CHECKRESERVEDLOCK;
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), locked);
}

static int
file_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

/* Version 1: without shared memory and mapping, which our policy does without. */
static const sqlite3_io_methods methods = {
  1,
  file_close,
  file_read,
  file_write,
  file_truncate,
  file_sync,
  file_size,
  file_lock,
  file_unlock,
  file_check_reserved_lock,
  file_control,
  file_sector_size,
  file_characteristics,
};

/* ---- folders ---- */

static int
vfs_open (sqlite3_vfs  *vfs,
          const char   *name,
          sqlite3_file *file,
          int           flags,
          int          *out_flags)
{
  File    *self = (File *)file;
  gboolean is_new = name != NULL && (flags & SQLITE_OPEN_CREATE) != 0 && access (name, F_OK) != 0;
  int      code;

  self->parent.pMethods = NULL;
  if (proof_fault_strikes (PROOF_CALL_OPEN))
    return SQLITE_CANTOPEN;
  self->real = (sqlite3_file *)(self + 1);
  self->name = name;
  self->sync_folder = (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0 && (flags & SQLITE_OPEN_CREATE) != 0;
  code = below->xOpen (below, name, self->real, flags, out_flags);
  if (code != SQLITE_OK)
    return code;
  if (is_new)
    proof_disk_note_create (name);
  self->parent.pMethods = &methods;
  n_files++;
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync_folder)
{
  int code;

  if (proof_fault_strikes (PROOF_CALL_REMOVE))
    return SQLITE_IOERR_DELETE;
  code = below->xDelete (below, name, sync_folder);
  if (code != SQLITE_OK)
    return code;
  proof_disk_note_remove (name);
  if (sync_folder)
    proof_disk_note_sync_folder ();
  return code;
}

static int
vfs_access (sqlite3_vfs *vfs,
            const char  *name,
            int          flags,
            int         *answer)
{
  if (proof_fault_strikes (PROOF_CALL_ACCESS))
    return SQLITE_IOERR_ACCESS;
  return below->xAccess (below, name, flags, answer);
}

static int
vfs_full_pathname (sqlite3_vfs *vfs,
                   const char  *name,
                   int          size,
                   char        *path)
{
  if (proof_fault_strikes (PROOF_CALL_ACCESS))
    return SQLITE_CANTOPEN_FULLPATH;
  return below->xFullPathname (below, name, size, path);
}

/* ---- memory ---- */

static void *
memory_allocate (int size)
{
  void *piece = proof_fault_strikes (PROOF_CALL_ALLOCATE) ? NULL : memory_below.xMalloc (size);

  n_pieces += piece != NULL;
  return piece;
}

static void
memory_free (void *piece)
{
  n_pieces--;
  memory_below.xFree (piece);
}

static void *
memory_reallocate (void *piece,
                   int   size)
{
  return proof_fault_strikes (PROOF_CALL_ALLOCATE) ? NULL : memory_below.xRealloc (piece, size);
}

void
proof_vfs_install (void)
{
  static sqlite3_vfs  vfs;
  sqlite3_mem_methods memory;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &memory_below), ==, SQLITE_OK);
  memory = memory_below;
  memory.xMalloc = memory_allocate;
  memory.xFree = memory_free;
  memory.xRealloc = memory_reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &memory), ==, SQLITE_OK);
  below = sqlite3_vfs_find (NULL);
  vfs = *below;
  vfs.iVersion = 1;
  vfs.zName = "proof";
  vfs.szOsFile = (int)sizeof (File) + below->szOsFile;
  vfs.pNext = NULL;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  vfs.xAccess = vfs_access;
  vfs.xFullPathname = vfs_full_pathname;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
