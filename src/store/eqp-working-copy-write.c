/* eqp-working-copy-write.c — writing a working copy back to its original, and the end of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-working-copy"
#include "config.h"

#include "store/eqp-working-copy-private.h"

#include "base/eqp-utils.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Writing back replaces the original by renaming a complete file over it, rather than writing into it under SQLite's locks: those are
 * what cannot be trusted there, and a synchronising program must never see half a file. The price: somebody who edits the original
 * in place, with the command line, in the moment between our last look and the rename loses that edit. */

static gboolean
is_writable (EqpWorkingCopy *self)
{
  g_autofree char *folder = g_path_get_dirname (self->origin);

  return g_access (self->origin, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/**
 * eqp_working_copy_is_read_only:
 * @self: a working copy
 *
 * Returns: whether the original or its folder allows no change; edits of another time that wait in the copy make it writable all the
 *   same: the folder may come back
 */
gboolean
eqp_working_copy_is_read_only (EqpWorkingCopy *self)
{
  return self->beginning == EQP_WORKING_COPY_FRESH && !is_writable (self);
}

/**
 * eqp_working_copy_is_ahead:
 * @self: a working copy
 * @store: a store open on it
 *
 * Returns: whether the store holds what the original does not
 */
gboolean
eqp_working_copy_is_ahead (EqpWorkingCopy *self,
                           EqpStore       *store)
{
  g_autofree char *edition = _eqp_working_copy_dup_edition (store);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return !self->ended && g_strcmp0 (edition, self->state.edition) != 0;
}

/* ---- writing back ---- */

/* The original is there, whole, writable, and what it was when it was last read or written. */
static gboolean
look (EqpWorkingCopy *self,
      GError        **error)
{
  g_autofree char *path = g_filename_display_name (self->origin);
  g_autofree char *journal = g_strconcat (self->origin, "-journal", NULL);
  g_autofree char *digest = _eqp_working_copy_dup_digest (self->origin);
  GStatBuf         info;

  if (digest == NULL)
    /* Translators: %s is the path of a file. */
    g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN, _ ("“%s” cannot be reached."), path);
  else if (g_strcmp0 (digest, self->state.digest) != 0)
    g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT,
                 /* Translators: %s is the path of a file. */
                 _ ("Somebody else has changed “%s” meanwhile."), path);
  /* A journal with something in it would be applied to the file that takes this one's place. */
  else if (g_stat (journal, &info) == 0 && info.st_size > 0)
    /* Translators: %s is the path of a file. */
    g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_BUSY, _ ("Another program is writing to “%s”."), path);
  else if (!is_writable (self))
    /* Translators: %s is the path of a file. */
    g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_READ_ONLY, _ ("You do not have the right to write to “%s”."), path);
  else
    return TRUE;
  return FALSE;
}

static gboolean
note (EqpWorkingCopy *self,
      const char     *digest,
      const char     *edition,
      gboolean        done,
      GError        **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  eqp_set_str (done ? &self->state.digest : &self->state.next_digest, digest);
  eqp_set_str (done ? &self->state.edition : &self->state.next_edition, edition);
  return _eqp_working_state_save (&self->state, self->folder, self->origin, error);
}

/* @temporary is complete beside the original. */
static gboolean
replace (EqpWorkingCopy *self,
         const char     *temporary,
         const char     *edition,
         GError        **error)
{
  g_autofree char *digest = _eqp_working_copy_dup_digest (temporary);
  g_autofree char *folder = g_path_get_dirname (self->origin);
  g_autoptr (GError) sync_error = NULL;

  if (digest == NULL)
    return _eqp_backup_set_error (error, temporary, errno);
  if (!note (self, digest, edition, FALSE, error) || !look (self, error))
    return FALSE;
  if (g_rename (temporary, self->origin) != 0)
    return _eqp_backup_set_error (error, self->origin, errno);
  /* Not every network has it for folders. */
  if (!_eqp_backup_sync (folder, &sync_error))
    g_debug ("%s", sync_error->message);
  return note (self, digest, edition, TRUE, error);
}

static gboolean
send (EqpWorkingCopy *self,
      EqpStore       *store,
      const char     *edition,
      GError        **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.tmp", self->origin, g_random_int ());
  GStatBuf         info = { .st_mode = 0600 };

  if (!look (self, error))
    return FALSE;
  g_stat (self->origin, &info);
  if (!_eqp_working_copy_transfer (store->database, (int)self->schema->n_steps, temporary, info.st_mode & 0777, error))
    return FALSE;
  if (replace (self, temporary, edition, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}

/**
 * eqp_working_copy_write_back:
 * @self: a working copy, of whichever thread
 *
 * Replaces the original by what the copy holds, if the original still is what the copy was taken from or last written to; otherwise
 * both stay as they are. Waits for a writing back that is under way. Does nothing when there is nothing to write.
 *
 * Returns: whether the original holds what the copy did when this was called; %EQP_STORE_ERROR_CONFLICT: somebody else changed it;
 *   OPEN: it cannot be reached; READ_ONLY, BUSY, FULL …
 */
gboolean
eqp_working_copy_write_back (EqpWorkingCopy *self,
                             GError        **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->writing);
  g_autoptr (EqpStore) store = NULL;
  g_autofree char *edition = NULL;

  if (self->ended)
    return TRUE;
  store = eqp_store_open (self->path, self->schema, EQP_STORE_OPEN_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  edition = _eqp_working_copy_dup_edition (store);
  return g_strcmp0 (edition, self->state.edition) == 0 || send (self, store, edition, error);
}

/* ---- the end ---- */

static void
remove_files (EqpWorkingCopy *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autofree char *lock = g_build_filename (self->folder, "lock", NULL);

  /* In this order: what is noted must not outlive what it is about. */
  _eqp_working_state_remove (self->folder);
  g_unlink (self->path);
  g_unlink (journal);
  g_unlink (lock);
  g_rmdir (self->folder);
}

static void
end (EqpWorkingCopy *self)
{
  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  g_mutex_unlock (&self->lock);
  close (self->claim);
  self->claim = -1;
}

/**
 * eqp_working_copy_close:
 * @self: a working copy that no store has open
 *
 * Removes the copy if the original holds all of it: people's data does not stay on a computer by accident. Otherwise it waits for the
 * next opening. Closing twice is harmless.
 */
void
eqp_working_copy_close (EqpWorkingCopy *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->writing);
  g_autoptr (EqpStore) store = NULL;
  g_autofree char *edition = NULL;

  if (self->ended)
    return;
  store = eqp_store_open (self->path, self->schema, EQP_STORE_OPEN_READ_ONLY, NULL);
  edition = store != NULL ? _eqp_working_copy_dup_edition (store) : NULL;
  g_clear_object (&store);
  if (g_strcmp0 (edition, self->state.edition) == 0)
    remove_files (self);
  end (self);
}

/**
 * eqp_working_copy_give_up:
 * @self: a working copy
 *
 * Forgets the copy, whose content was saved elsewhere: the next opening takes the original's. A store may still have it open, to be closed.
 */
void
eqp_working_copy_give_up (EqpWorkingCopy *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->writing);

  if (self->ended)
    return;
  remove_files (self);
  end (self);
}
