/* eqp-backup.c — the copies the program keeps of a file, and taking one back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-backup"
#include "config.h"

#include "store/eqp-backup.h"

#include "base/eqp-clock.h"
#include "store/eqp-store-internal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* "20261121T090000.000000Z.equipole": the instant in UTC, sorted by name as by time. */
#define NAME_FORMAT "%04d%02d%02dT%02d%02d%02d.%06dZ"
#define SUFFIX ".equipole"

/**
 * eqp_backup_free:
 * @self: (nullable): a copy's description
 *
 * Frees it; the copy stays.
 */
void
eqp_backup_free (EqpBackup *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}

static char *
dup_folder (EqpStore *self)
{
  return g_build_filename (g_get_user_data_dir (), "equipole", "backups", self->uuid, NULL);
}

static char *
dup_name (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  return g_strdup_printf (NAME_FORMAT SUFFIX, year, month, day, g_date_time_get_hour (time), g_date_time_get_minute (time),
                          g_date_time_get_second (time), (int)(instant % G_USEC_PER_SEC));
}

/* The instant of a copy's name, 0 when it is not one of ours. */
static gint64
parse_name (const char *name)
{
  int year, month, day, hour, minute, second, us;
  int length = 0;
  g_autoptr (GDateTime) time = NULL;

  if (sscanf (name, "%4d%2d%2dT%2d%2d%2d.%6dZ" SUFFIX "%n", &year, &month, &day, &hour, &minute, &second, &us, &length) != 7 ||
      length == 0 || name[length] != '\0')
    return 0;
  time = g_date_time_new_utc (year, month, day, hour, minute, second);
  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC + us : 0;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const EqpBackup *first = *(const EqpBackup *const *)a;
  const EqpBackup *second = *(const EqpBackup *const *)b;

  return (first->instant < second->instant) - (first->instant > second->instant);
}

/* What could not be done to a copy, and what the system says. */
gboolean
_eqp_backup_set_error (GError    **error,
                       const char *path,
                       int         saved_errno)
{
  g_autofree char *name = g_filename_display_name (path);

  if (saved_errno == ENOSPC || saved_errno == EDQUOT || saved_errno == EFBIG)
    /* Translators: %s is a path. */
    g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FULL, _ ("The copy “%s” could not be written: the disk is full."), name);
  else
    /* Translators: a path, and what the system says, such as "Permission denied". */
    g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED, _ ("The copy “%s” could not be written: %s"), name, g_strerror (saved_errno));
  return FALSE;
}

/* fsync() of a file that no connection has open, or of a folder. */
gboolean
_eqp_backup_sync (const char *path,
                  GError    **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int saved_errno = errno;
  int result = fd >= 0 ? fsync (fd) : -1;

  if (fd >= 0)
    {
      saved_errno = errno;
      close (fd);
    }
  return result == 0 || _eqp_backup_set_error (error, path, saved_errno);
}

/* A complete, sound file of ours. */
static gboolean
check_copy (const char *path,
            int         newest,
            GError    **error)
{
  g_autoptr (EqpDatabase) copy = eqp_database_open (path, EQP_DATABASE_READ_ONLY, newest, error);

  return copy != NULL;
}

static gboolean
make_temporary (const char *path,
                int         mode,
                GError    **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);

  if (fd < 0)
    return _eqp_backup_set_error (error, path, errno);
  close (fd);
  return TRUE;
}

/**
 * _eqp_backup_write_beside:
 * @source: what to copy
 * @newest: the highest user_version to accept
 * @path: where the copy is to be in the end
 * @mode: its permissions
 *
 * Returns: (transfer full): another name in the same folder, under which a complete copy, checked and synced, waits to be renamed;
 *   %NULL with %EQP_STORE_ERROR
 */
char *
_eqp_backup_write_beside (EqpDatabase *source,
                          int          newest,
                          const char  *path,
                          int          mode,
                          GError     **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.tmp", path, g_random_int ());
  g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);
  gboolean         written;

  if (!make_temporary (temporary, mode, error))
    return NULL;
  written = eqp_database_copy_into (source, temporary, error) && check_copy (temporary, newest, error) && _eqp_backup_sync (temporary, error);
  /* A disk that fails may not let SQLite remove it. */
  g_unlink (journal);
  if (written)
    return g_steal_pointer (&temporary);
  g_unlink (temporary);
  return NULL;
}

/* Whoever sees @path sees a complete copy. */
static gboolean
write_copy (EqpStore   *self,
            const char *path,
            int         mode,
            GError    **error)
{
  g_autofree char *temporary = _eqp_backup_write_beside (self->database, (int)self->schema->n_steps, path, mode, error);
  g_autofree char *folder = g_path_get_dirname (path);

  if (temporary == NULL)
    return FALSE;
  if (g_rename (temporary, path) != 0)
    {
      int saved_errno = errno;

      g_unlink (temporary);
      return _eqp_backup_set_error (error, path, saved_errno);
    }
  return _eqp_backup_sync (folder, error);
}

static EqpBackup *
read_copy (const char *folder,
           const char *name)
{
  gint64           instant = parse_name (name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  EqpBackup       *copy;
  GStatBuf         info;

  if (instant == 0 || g_stat (path, &info) != 0)
    return NULL;
  copy = g_new (EqpBackup, 1);
  copy->path = g_steal_pointer (&path);
  copy->instant = instant;
  copy->size = info.st_size;
  return copy;
}

/**
 * _eqp_backup_list_folder:
 * @folder: the copies of one file, if any
 * @copies: (element-type EqpBackup): what they are added to; all of it is then sorted, newest first
 *
 * Returns: whether the folder could be read, or does not exist; %EQP_STORE_ERROR_FAILED
 */
gboolean
_eqp_backup_list_folder (const char *folder,
                         GPtrArray  *copies,
                         GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (dir == NULL && g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  if (dir == NULL)
    {
      /* Translators: %s is what the system says, such as "Permission denied". */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED, _ ("The folder of copies cannot be read: %s"), local_error->message);
      return FALSE;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      EqpBackup *copy = read_copy (folder, name);

      if (copy != NULL)
        g_ptr_array_add (copies, copy);
    }
  g_ptr_array_sort (copies, compare_newest_first);
  return TRUE;
}

/**
 * eqp_backup_list:
 * @store: a store
 *
 * Returns: (transfer full) (element-type EqpBackup): the copies kept of its file, newest first; %NULL with %EQP_STORE_ERROR_FAILED
 */
GPtrArray *
eqp_backup_list (EqpStore *store,
                 GError  **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify)eqp_backup_free);
  g_autofree char *folder = NULL;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);

  folder = dup_folder (store);
  return _eqp_backup_list_folder (folder, copies, error) ? g_steal_pointer (&copies) : NULL;
}

/* A copy in the making, "….equipole.0123abcd.tmp", or its journal: as _eqp_backup_write_beside() calls them. */
static gboolean
is_temporary (const char *name)
{
  const char      *end = strstr (name, SUFFIX ".");
  g_autofree char *copy = end != NULL ? g_strndup (name, (gsize)(end - name) + strlen (SUFFIX)) : NULL;

  return copy != NULL && parse_name (copy) != 0 && (g_str_has_suffix (end, ".tmp") || g_str_has_suffix (end, ".tmp-journal"));
}

/* What nobody has touched for an hour was left by a program that was killed: another process may be writing the others now. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64      long_ago = g_get_real_time () / G_USEC_PER_SEC - 3600;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         info;

      if (is_temporary (name) && g_stat (path, &info) == 0 && info.st_mtime < long_ago)
        g_unlink (path);
    }
}

static gboolean
rotate (EqpStore *self,
        GError  **error)
{
  g_autoptr (GPtrArray) copies = eqp_backup_list (self, error);
  g_autofree gint64 *instants = NULL;
  g_autoptr (GArray) expired = NULL;

  if (copies == NULL)
    return FALSE;
  instants = g_new (gint64, copies->len);
  for (guint i = 0; i < copies->len; i++)
    instants[i] = ((EqpBackup *)copies->pdata[i])->instant;
  expired = eqp_backup_select_expired (instants, copies->len);
  for (guint i = 0; i < expired->len; i++)
    g_unlink (((EqpBackup *)copies->pdata[g_array_index (expired, guint, i)])->path);
  return TRUE;
}

/**
 * eqp_backup_make:
 * @store: a store, in no edit
 * @path: (out) (optional) (transfer full): where the copy is
 *
 * Adds a checked copy to those kept, and gives up the ones that are no longer to be, with what a killed program left half written.
 *
 * Returns: whether it did; %EQP_STORE_ERROR FULL, FAILED …
 */
gboolean
eqp_backup_make (EqpStore *store,
                 char    **path,
                 GError  **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (EQP_IS_STORE (store) && !store->in_edit, FALSE);

  if (!_eqp_store_is_usable (store, error))
    return FALSE;
  folder = dup_folder (store);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return _eqp_backup_set_error (error, folder, errno);
  sweep (folder);
  for (gint64 instant = eqp_clock_now_us (); target == NULL || g_file_test (target, G_FILE_TEST_EXISTS); instant++)
    {
      g_autofree char *name = dup_name (instant);

      g_free (target);
      target = g_build_filename (folder, name, NULL);
    }
  if (!write_copy (store, target, 0600, error) || !rotate (store, error))
    return FALSE;
  _eqp_backup_note_path (store, folder);
  if (path != NULL)
    *path = g_steal_pointer (&target);
  return TRUE;
}

/* The day is noted in the file itself, with the edit that follows, so that each copy of a file is looked after. */
void
_eqp_backup_make_daily (EqpStore *self)
{
  EqpDate today = eqp_date_today ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (self->backup_day == today || (self->flags & EQP_STORE_OPEN_NO_BACKUP) != 0 || eqp_database_is_read_only (self->database))
    return;
  /* Tried once a day, whatever comes of it. */
  self->backup_day = today;
  if (eqp_backup_make (self, NULL, &error))
    {
      self->is_backup_unnoted = TRUE;
      return;
    }
  /* Translators: %s is a sentence that says why. */
  sentence = g_strdup_printf (_ ("Today's safety copy could not be made. %s"), error->message);
  _eqp_store_emit_notice (self, sentence);
}

static gboolean
is_live_file (EqpStore   *self,
              const char *path)
{
  GStatBuf live;
  GStatBuf other;

  return g_stat (eqp_database_get_path (self->database), &live) == 0 && g_stat (path, &other) == 0 &&
         live.st_dev == other.st_dev && live.st_ino == other.st_ino;
}

/**
 * eqp_backup_copy_to:
 * @store: a store, in no edit
 * @path: any place but the file's own; what is there is replaced
 *
 * Returns: whether a complete, checked copy is there; otherwise what was there still is. %EQP_STORE_ERROR
 */
gboolean
eqp_backup_copy_to (EqpStore   *store,
                    const char *path,
                    GError    **error)
{
  g_return_val_if_fail (EQP_IS_STORE (store) && !store->in_edit, FALSE);

  if (!_eqp_store_is_usable (store, error))
    return FALSE;
  if (is_live_file (store, path))
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("The copy cannot take the place of the file itself."));
      return FALSE;
    }
  return write_copy (store, path, 0666, error);
}

/* The copy's content in the file, brought to the present format. */
static gboolean
replace_content (EqpStore    *self,
                 EqpDatabase *copy,
                 GError     **error)
{
  g_autofree char *generation = NULL;
  gint64           version;

  if (!eqp_database_copy (copy, self->database, error) || !eqp_database_get_integer (self->database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version < self->schema->n_steps && !_eqp_store_migrate (self, version, error))
    return FALSE;
  generation = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", eqp_clock_random_id ());
  if (!eqp_database_begin (self->database, error))
    return FALSE;
  if (_eqp_journal_install (self, error) && _eqp_store_set_meta (self, "generation", generation, error) &&
      eqp_database_commit (self->database, error))
    return TRUE;
  eqp_database_rollback (self->database);
  return FALSE;
}

/* A copy that could not be brought to the present format: the file gets what it had. */
static void
put_back (EqpStore   *self,
          const char *kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpDatabase) copy = eqp_database_open (kept, EQP_DATABASE_READ_ONLY, (int)self->schema->n_steps, &error);

  if (copy == NULL || !eqp_database_copy (copy, self->database, &error))
    _eqp_store_emit_notice (self, error->message);
}

/**
 * eqp_backup_restore:
 * @store: a store, in no edit
 * @path: a copy of any age that this version can read
 *
 * Keeps a copy of the file as it is, then gives it the content of @path. Live records notify what is new, deleted ones are marked,
 * and "changed" is emitted for everything.
 *
 * Returns: whether it did; %EQP_STORE_ERROR otherwise
 */
gboolean
eqp_backup_restore (EqpStore   *store,
                    const char *path,
                    GError    **error)
{
  g_autoptr (EqpDatabase) copy = NULL;
  g_autofree char *kept = NULL;

  g_return_val_if_fail (EQP_IS_STORE (store) && !store->in_edit, FALSE);

  if (!_eqp_store_is_usable (store, error) || !_eqp_store_await_check (store, error))
    return FALSE;
  if (is_live_file (store, path))
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("The file cannot be taken back from itself."));
      return FALSE;
    }
  copy = eqp_database_open (path, EQP_DATABASE_READ_ONLY, (int)store->schema->n_steps, error);
  if (copy == NULL)
    return FALSE;
  if (eqp_database_is_read_only (store->database))
    {
      g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY, _ ("The file is read-only: the copy was not taken back."));
      return FALSE;
    }
  if (!eqp_backup_make (store, &kept, error))
    return FALSE;
  if (!replace_content (store, copy, error))
    {
      put_back (store, kept);
      return FALSE;
    }
  return _eqp_store_reload (store, error);
}
