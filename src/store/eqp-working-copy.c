/* eqp-working-copy.c — a file on a network or in a synchronised folder, worked on in a local copy that is written back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-working-copy"
#include "config.h"

#include "store/eqp-working-copy-private.h"

#include "base/eqp-utils.h"
#include "store/eqp-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* How often somebody may write to the original while it is copied. */
#define MAX_ATTEMPTS 3

char *
_eqp_working_copy_dup_edition (EqpStore *store)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, store->generation, store->last_entry);
}

/**
 * eqp_working_copy_is_wanted:
 * @path: a file
 *
 * Returns: whether it stands where locks may not hold and our own folder does not, or a copy of it waits to be written back
 */
gboolean
eqp_working_copy_is_wanted (const char *path)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "equipole", NULL);
  g_autofree char *origin = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (eqp_place_of_path (path) != EQP_PLACE_LOCAL)
    return eqp_place_of_path (own) == EQP_PLACE_LOCAL;
  /* A folder that is not mounted now looks like any other. */
  origin = _eqp_working_copy_dup_real_path (path);
  folder = _eqp_working_state_dup_folder (origin);
  return g_file_test (folder, G_FILE_TEST_IS_DIR);
}

/* ---- opening ---- */

static gboolean
claim (EqpWorkingCopy *self,
       GError        **error)
{
  g_autofree char *path = g_build_filename (self->folder, "lock", NULL);

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    return _eqp_backup_set_error (error, self->folder, errno);
  self->claim = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (self->claim < 0)
    return _eqp_backup_set_error (error, path, errno);
  if (flock (self->claim, LOCK_EX | LOCK_NB) != 0)
    {
      g_autofree char *name = g_filename_display_basename (self->origin);

      /* Translators: %s is a file's name. */
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_BUSY, _ ("“%s” is open in another window already."), name);
      return FALSE;
    }
  return TRUE;
}

/* A copy that cannot be read is kept, but is no reason not to work. */
static gboolean
set_damaged_aside (EqpWorkingCopy *self,
                   GError         *cause,
                   GError        **error)
{
  if (!g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT) && !g_error_matches (cause, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  self->aside = g_strdup_printf ("%s.%08x.damaged", self->path, g_random_int ());
  g_debug ("%s is set aside: %s", self->path, cause->message);
  g_error_free (cause);
  return g_rename (self->path, self->aside) == 0 || _eqp_backup_set_error (error, self->aside, errno);
}

/* What the copy of another time holds; @edition: NULL when there is none. */
static gboolean
read_edition (EqpWorkingCopy *self,
              char          **edition,
              GError        **error)
{
  g_autoptr (EqpStore) store = NULL;
  GError *cause = NULL;

  *edition = NULL;
  if (self->state.edition == NULL || !g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;
  store = eqp_store_open (self->path, self->schema, EQP_STORE_OPEN_NO_BACKUP, &cause);
  if (store == NULL)
    return set_damaged_aside (self, cause, error);
  *edition = _eqp_working_copy_dup_edition (store);
  return TRUE;
}

/* After a crash, or when the original could not be reached: is there something in the copy that is nowhere else? */
static gboolean
resume (EqpWorkingCopy *self,
        GError        **error)
{
  g_autofree char *edition = NULL;
  g_autofree char *digest = NULL;

  _eqp_working_state_load (&self->state, self->folder);
  if (!read_edition (self, &edition, error))
    return FALSE;
  digest = _eqp_working_copy_dup_digest (self->origin);
  /* The end came between replacing the original and noting it. */
  if (digest != NULL && g_strcmp0 (digest, self->state.next_digest) == 0)
    {
      eqp_set_str (&self->state.digest, self->state.next_digest);
      eqp_set_str (&self->state.edition, self->state.next_edition);
    }
  if (edition == NULL || g_strcmp0 (edition, self->state.edition) == 0)
    self->beginning = EQP_WORKING_COPY_FRESH;
  else if (digest == NULL || g_strcmp0 (digest, self->state.digest) == 0)
    self->beginning = EQP_WORKING_COPY_RESUMED;
  else
    self->beginning = EQP_WORKING_COPY_CONFLICT;
  return TRUE;
}

static gboolean
note_fresh (EqpWorkingCopy *self,
            const char     *digest,
            GError        **error)
{
  g_autoptr (EqpStore) store = NULL;

  /* An older format is brought to the present one here: that is no edit, and goes back with the first. */
  store = eqp_store_open (self->path, self->schema, EQP_STORE_OPEN_NO_BACKUP, error);
  if (store == NULL)
    return FALSE;
  _eqp_working_state_clear (&self->state);
  self->state.digest = g_strdup (digest);
  self->state.edition = _eqp_working_copy_dup_edition (store);
  return _eqp_working_state_save (&self->state, self->folder, self->origin, error);
}

/* @digest: (out): of the original, NULL when it was written to meanwhile. Opened to be written to: what somebody's unclean end left
 * there is rolled back. */
static gboolean
fetch (EqpWorkingCopy *self,
       const char     *temporary,
       char          **digest,
       GError        **error)
{
  g_autofree char *before = _eqp_working_copy_dup_digest (self->origin);
  g_autofree char *after = NULL;
  EqpDatabase     *source = eqp_database_open (self->origin, EQP_DATABASE_READ_WRITE, (int)self->schema->n_steps, error);
  gboolean         copied;

  if (source == NULL)
    return FALSE;
  copied = _eqp_working_copy_transfer (source, (int)self->schema->n_steps, temporary, 0600, error);
  eqp_database_free (source);
  if (!copied)
    return FALSE;
  after = _eqp_working_copy_dup_digest (self->origin);
  if (before != NULL && g_strcmp0 (before, after) == 0)
    *digest = g_steal_pointer (&after);
  return TRUE;
}

static gboolean
take (EqpWorkingCopy *self,
      GError        **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.tmp", self->path, g_random_int ());
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  g_autofree char *digest = NULL;
  g_autofree char *name = g_filename_display_basename (self->origin);

  for (guint i = 0; digest == NULL && i < MAX_ATTEMPTS; i++)
    {
      g_unlink (temporary);
      if (!fetch (self, temporary, &digest, error))
        return FALSE;
    }
  if (digest == NULL)
    {
      g_unlink (temporary);
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_BUSY,
                   /* Translators: %s is a file's name. */
                   _ ("Another program keeps writing to “%s”. Try again in a moment."), name);
      return FALSE;
    }
  /* Without a note, what lay here before is nobody's: its journal must not be applied to the new copy. */
  _eqp_working_state_remove (self->folder);
  g_unlink (journal);
  if (g_rename (temporary, self->path) != 0)
    {
      _eqp_backup_set_error (error, self->path, errno);
      g_unlink (temporary);
      return FALSE;
    }
  return note_fresh (self, digest, error);
}

/**
 * eqp_working_copy_open:
 * @origin: a file, see eqp_working_copy_is_wanted()
 * @schema: static
 *
 * Takes a copy with SQLite's backup API; or, when edits of another time are in one that could not be written back, goes on with it,
 * even if the original cannot be reached now.
 *
 * Returns: (transfer full): the copy, whose path is to be opened; %NULL with %EQP_STORE_ERROR: what eqp_store_open() says of the
 *   original, or BUSY, FULL …
 */
EqpWorkingCopy *
eqp_working_copy_open (const char      *origin,
                       const EqpSchema *schema,
                       GError         **error)
{
  g_autoptr (EqpWorkingCopy) self = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (origin != NULL && schema != NULL, NULL);

  self = g_new0 (EqpWorkingCopy, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->writing);
  g_mutex_init (&self->lock);
  self->claim = -1;
  self->schema = schema;
  self->origin = _eqp_working_copy_dup_real_path (origin);
  self->folder = _eqp_working_state_dup_folder (self->origin);
  name = g_path_get_basename (self->origin);
  self->path = g_build_filename (self->folder, name, NULL);
  if (!claim (self, error) || !resume (self, error))
    return NULL;
  if (self->beginning == EQP_WORKING_COPY_FRESH && !take (self, error))
    {
      eqp_working_copy_give_up (self);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * eqp_working_copy_ref:
 * @self: a working copy
 *
 * Returns: (transfer full): @self
 */
EqpWorkingCopy *
eqp_working_copy_ref (EqpWorkingCopy *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * eqp_working_copy_unref:
 * @self: a working copy
 *
 * With the last reference the original can be opened again. The copy itself stays unless it was closed.
 */
void
eqp_working_copy_unref (EqpWorkingCopy *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->claim >= 0)
    close (self->claim);
  _eqp_working_state_clear (&self->state);
  g_mutex_clear (&self->writing);
  g_mutex_clear (&self->lock);
  g_free (self->origin);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->aside);
  g_free (self);
}

/**
 * eqp_working_copy_get_beginning:
 * @self: a working copy
 *
 * Returns: what was found when it was opened
 */
EqpWorkingCopyBeginning
eqp_working_copy_get_beginning (EqpWorkingCopy *self)
{
  return self->beginning;
}

/**
 * eqp_working_copy_get_origin:
 * @self: a working copy
 *
 * Returns: (transfer none): the file it stands for, without symbolic links
 */
const char *
eqp_working_copy_get_origin (EqpWorkingCopy *self)
{
  return self->origin;
}

/**
 * eqp_working_copy_get_path:
 * @self: a working copy
 *
 * Returns: (transfer none): the file to open
 */
const char *
eqp_working_copy_get_path (EqpWorkingCopy *self)
{
  return self->path;
}

/**
 * eqp_working_copy_get_aside:
 * @self: a working copy
 *
 * Returns: (transfer none) (nullable): where a copy of another time is kept that could not be read when this one was opened: what had not been
 *   written back is in it alone
 */
const char *
eqp_working_copy_get_aside (EqpWorkingCopy *self)
{
  return self->aside;
}
