/* eqp-database-file.c — looks at a file before SQLite does, and only while no connection of ours has it open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-database"
#include "config.h"

#include "store/eqp-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* SQLite's file header: https://www.sqlite.org/fileformat2.html, section 1.3. Numbers are big-endian. */
#define HEADER_SIZE 100
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGES 24
#define HEADER_N_PAGES 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

static const char magic[16] = "SQLite format 3";

/* POSIX drops every lock this process holds on a file as soon as it closes any descriptor of it. SQLite knows that about its own
 * descriptors; ours must therefore never meet a file that a connection of this process has open. This counts those. */
static GMutex      open_files_mutex;
static GHashTable *open_files; /* "device:inode" → count */

static guint32
header_number (const guint8 *header,
               guint         offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* The sentence for a file that cannot be opened, by what the system says. */
static void
set_open_error (GError    **error,
                const char *path,
                int         saved_errno)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      /* Translators: %s is the path of a file. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("There is no file “%s”."), name);
      break;
    case EISDIR:
      /* Translators: %s is a path. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("“%s” is a folder, not a file."), name);
      break;
    case EACCES:
    case EPERM:
      /* Translators: %s is the path of a file. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("You do not have the right to read “%s”."), name);
      break;
    default:
      /* Translators: first a path, then what the system says about it, such as "Input/output error". */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("“%s” cannot be opened: %s"), name, g_strerror (saved_errno));
    }
}

static void
set_create_error (GError    **error,
                  const char *path,
                  int         saved_errno)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (saved_errno)
    {
    case EEXIST:
      /* Translators: %s is the path of a file. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("“%s” exists already; choose another name."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      /* Translators: %s is the path of a file. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("“%s” cannot be created: its folder does not exist."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      /* Translators: %s is the path of a file. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY, _ ("“%s” cannot be created: its folder is read-only."), name);
      break;
    case ENOSPC:
    case EDQUOT:
      /* Translators: %s is the path of a file. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL, _ ("“%s” cannot be created: the disk is full."), name);
      break;
    default:
      /* Translators: first a path, then what the system says about it, such as "Input/output error". */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("“%s” cannot be created: %s"), name, g_strerror (saved_errno));
    }
}

/**
 * eqp_database_set_too_new:
 * @error: set to %EQP_STORE_ERROR_SCHEMA_TOO_NEW
 * @path: the file
 * @version: its user_version
 * @newest: the highest we read
 */
void
eqp_database_set_too_new (GError    **error,
                          const char *path,
                          int         version,
                          int         newest)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_SCHEMA_TOO_NEW,
               /* Translators: first a file's name, then two version numbers of the file format. */
               _ ("“%s” was written by a newer version of Équipôle: its format is number %d, and this version reads formats up to %d. "
                  "Update Équipôle to open it."),
               name, version, newest);
}

static gboolean
read_header (EqpDatabaseFile *self,
             guint8          *header,
             gsize           *length,
             goffset         *size,
             GError         **error)
{
  int      fd = g_open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int      saved_errno;
  gssize   n;
  GStatBuf info;

  if (fd < 0)
    {
      set_open_error (error, self->path, errno);
      return FALSE;
    }
  n = fstat (fd, &info) == 0 ? pread (fd, header, HEADER_SIZE, 0) : -1;
  saved_errno = errno;
  close (fd);
  if (n < 0)
    {
      set_open_error (error, self->path, saved_errno);
      return FALSE;
    }
  *length = n;
  *size = info.st_size;
  return TRUE;
}

/* The header as the journal beside the file will restore it, if it does: a power cut may have spoilt the one that is there. */
static void
read_restored_header (EqpDatabaseFile *self,
                      guint8          *header,
                      gsize           *length)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  if (self->unclean && *length > 0 && _eqp_database_journal_read_header (journal, header, HEADER_SIZE))
    *length = HEADER_SIZE;
}

/* Whether it is one of our files, as far as its first bytes tell: SQLite would roll back a foreign file's journal before we could ask. */
static gboolean
inspect_header (EqpDatabaseFile *self,
                int              newest,
                GError         **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  guint8           header[HEADER_SIZE];
  gsize            length;
  goffset          size;
  guint64          page_size;
  int              version;

  if (!read_header (self, header, &length, &size, error))
    return FALSE;
  read_restored_header (self, header, &length);
  if (length == 0)
    {
      /* Translators: %s is a file's name. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS, _ ("“%s” is empty: it is not an Équipôle file."), name);
      return FALSE;
    }
  if (length < sizeof magic || memcmp (header, magic, sizeof magic) != 0)
    {
      /* Translators: %s is a file's name. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS, _ ("“%s” is not an Équipôle file."), name);
      return FALSE;
    }
  if (length < HEADER_SIZE)
    {
      /* Translators: %s is a file's name. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT, _ ("“%s” is incomplete: its end is missing."), name);
      return FALSE;
    }
  if (header_number (header, HEADER_APPLICATION_ID) != EQP_APPLICATION_ID)
    {
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS,
                   /* Translators: %s is a file's name. */
                   _ ("“%s” is not an Équipôle file but the database of another program."), name);
      return FALSE;
    }
  version = (int)header_number (header, HEADER_USER_VERSION);
  if (version > newest)
    {
      eqp_database_set_too_new (error, self->path, version, newest);
      return FALSE;
    }
  page_size = (header[HEADER_PAGE_SIZE] << 8) | header[HEADER_PAGE_SIZE + 1];
  page_size = page_size == 1 ? 65536 : page_size;
  self->incomplete = header_number (header, HEADER_CHANGES) == header_number (header, HEADER_VALID_FOR) &&
                     (guint64)size < page_size * header_number (header, HEADER_N_PAGES);
  /* SQLite reads a missing end as zeros and may find nothing wrong with them. Only a journal can still bring the end back. */
  if (self->incomplete && !self->unclean)
    {
      /* Translators: %s is a file's name. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT, _ ("“%s” is incomplete: its end is missing. Go back to one of its copies."), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
create_file (const char *path,
             GError    **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      set_create_error (error, path, errno);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

/* Its real path, whether it is an ordinary file, a journal beside it, who may write. */
static gboolean
inspect_place (EqpDatabaseFile *self,
               const char      *path,
               GError         **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *journal = NULL;
  char            *real = realpath (path, NULL);
  GStatBuf         info;

  if (real == NULL || g_stat (real, &info) != 0)
    {
      set_open_error (error, path, errno);
      free (real);
      return FALSE;
    }
  self->path = g_strdup (real);
  free (real);
  if (S_ISDIR (info.st_mode))
    {
      set_open_error (error, path, EISDIR);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);

      /* Translators: %s is the path of a device, a pipe … */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("“%s” is not an ordinary file."), name);
      return FALSE;
    }
  self->key = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64)info.st_dev, (guint64)info.st_ino);
  folder = g_path_get_dirname (self->path);
  self->writable = g_access (self->path, W_OK) == 0 && g_access (folder, W_OK) == 0;
  journal = g_strconcat (self->path, "-journal", NULL);
  self->unclean = g_stat (journal, &info) == 0 && info.st_size > 0;
  return TRUE;
}

static gboolean
inspect (EqpDatabaseFile *self,
         const char      *path,
         EqpDatabaseMode  mode,
         int              newest,
         GError         **error)
{
  if (mode == EQP_DATABASE_CREATE && !create_file (path, error))
    return FALSE;
  if (!inspect_place (self, path, error))
    return FALSE;
  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (mode == EQP_DATABASE_CREATE || g_hash_table_contains (open_files, self->key))
    return TRUE;
  return inspect_header (self, newest, error);
}

/**
 * _eqp_database_file_claim:
 * @self: (out caller-allocates): what was found
 * @path: the file
 * @mode: %EQP_DATABASE_CREATE makes an empty one
 * @newest: the highest user_version to accept
 *
 * Refuses what is not an ordinary file of ours, and counts it among the open ones until _eqp_database_file_release().
 */
gboolean
_eqp_database_file_claim (EqpDatabaseFile *self,
                          const char      *path,
                          EqpDatabaseMode  mode,
                          int              newest,
                          GError         **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_files_mutex);
  guint count;

  memset (self, 0, sizeof *self);
  if (!inspect (self, path, mode, newest, error))
    {
      g_clear_pointer (&self->path, g_free);
      g_clear_pointer (&self->key, g_free);
      return FALSE;
    }
  count = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, self->key));
  g_hash_table_insert (open_files, g_strdup (self->key), GUINT_TO_POINTER (count + 1));
  return TRUE;
}

/**
 * _eqp_database_file_release:
 * @self: a claimed file, whose connection is closed; or none, below a database in memory
 * @unlink_it: whether to remove it again: it was created and something failed
 */
void
_eqp_database_file_release (EqpDatabaseFile *self,
                            gboolean         unlink_it)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_files_mutex);
  guint count = self->key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (open_files, self->key)) : 0;

  if (count > 1)
    g_hash_table_insert (open_files, g_strdup (self->key), GUINT_TO_POINTER (count - 1));
  else if (count == 1)
    g_hash_table_remove (open_files, self->key);
  if (unlink_it)
    {
      g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

      g_unlink (self->path);
      g_unlink (journal);
    }
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->key, g_free);
}
