/* eqp-session.c — the open file: its store, its checker, the watch for other processes' edits, the way back of a working copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-session"

#include "config.h"

#include "app/eqp-session.h"

#include <glib/gi18n.h>

#include "domain/eqp-pole.h"

/* After the last edit: several edits are one writing, and a synchronising program is not kept busy. */
#define WRITING_PAUSE_MS 2000

struct _EqpSession
{
  GObject parent_instance;

  char           *origin;
  EqpWorkingCopy *working; /* (nullable) of the origin, when that stands where SQLite cannot work */
  EqpStore       *store;
  EqpChecker     *checker;
  GFileMonitor   *monitor;
  GCancellable   *cancellable; /* of what is told about the writing under way, not of the writing */
  guint           refresh_source;
  guint           write_source;
  gboolean        told_conflict;
  gboolean        told_failure; /* since the last success */
};

G_DEFINE_FINAL_TYPE (EqpSession, eqp_session, G_TYPE_OBJECT)

enum {
  SIGNAL_CONFLICT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refresh_cb (gpointer user_data)
{
  EqpSession *self = user_data;
  g_autoptr (GError) error = NULL;

  self->refresh_source = 0;
  /* A busy or vanished file is looked at again with the next event; nothing on screen is lost meanwhile. */
  if (!eqp_store_refresh (self->store, &error))
    g_debug ("refresh: %s", error->message);
}

/* The kernel tells when the file was written, so an idle window never wakes up; several events are one look. */
static void
file_changed_cb (EqpSession *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add_once (100, refresh_cb, self);
}

/* ---- the way back of a working copy ---- */

static void
tell (EqpSession   *self,
      const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT))
    {
      if (!self->told_conflict)
        g_signal_emit (self, signals[SIGNAL_CONFLICT], 0);
      self->told_conflict = TRUE;
      return;
    }
  if (self->told_failure)
    return;
  self->told_failure = TRUE;
  /* Translators: %s is a sentence that says why */
  sentence = g_strdup_printf (_ ("%s Your changes are kept on this computer until they can be written there."), error->message);
  g_signal_emit_by_name (self->store, "notice", sentence);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (eqp_working_copy_write_back (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean    written = g_task_propagate_boolean (G_TASK (result), &error);
  EqpSession *self;

  /* The file was closed meanwhile; closing waited for the end. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  if (written)
    self->told_failure = FALSE;
  else
    tell (self, error);
}

/* Not on the main thread: a network may take its time. What is edited meanwhile asks again. */
static void
write_cb (gpointer user_data)
{
  EqpSession *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->write_source = 0;
  if (!eqp_working_copy_is_ahead (self->working, self->store))
    return;
  task = g_task_new (NULL, self->cancellable, written_cb, self);
  g_task_set_source_tag (task, write_cb);
  g_task_set_task_data (task, eqp_working_copy_ref (self->working), (GDestroyNotify)eqp_working_copy_unref);
  g_task_run_in_thread (task, write_thread);
}

static void
plan_writing (EqpSession *self)
{
  g_clear_handle_id (&self->write_source, g_source_remove);
  self->write_source = g_timeout_add_once (WRITING_PAUSE_MS, write_cb, self);
}

/* The window has tried and asked before it closed; here is whoever opens another file in it. */
static void
write_for_the_last_time (EqpSession *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store != NULL && !self->told_conflict && !eqp_session_write_back (self, &error))
    tell (self, error);
}

/* ---- the class ---- */

static void
eqp_session_dispose (GObject *object)
{
  EqpSession *self = EQP_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->write_source, g_source_remove);
  write_for_the_last_time (self);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->checker);
  if (self->store != NULL)
    eqp_store_close (self->store);
  g_clear_object (&self->store);
  if (self->working != NULL)
    eqp_working_copy_close (self->working);
  g_clear_pointer (&self->working, eqp_working_copy_unref);

  G_OBJECT_CLASS (eqp_session_parent_class)->dispose (object);
}

static void
eqp_session_finalize (GObject *object)
{
  EqpSession *self = EQP_SESSION (object);

  g_clear_object (&self->cancellable);
  g_free (self->origin);

  G_OBJECT_CLASS (eqp_session_parent_class)->finalize (object);
}

static void
eqp_session_class_init (EqpSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eqp_session_dispose;
  object_class->finalize = eqp_session_finalize;

  signals[SIGNAL_CONFLICT] = g_signal_new ("conflict", EQP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eqp_session_init (EqpSession *self)
{
  self->cancellable = g_cancellable_new ();
}

/* The store, on the file itself or on a copy where SQLite can be trusted. */
static gboolean
open_store (EqpSession *self,
            GError    **error)
{
  const char       *path = self->origin;
  EqpStoreOpenFlags flags = EQP_STORE_OPEN_CHECK_LATER;

  if (eqp_working_copy_is_wanted (path))
    {
      self->working = eqp_working_copy_open (path, eqp_pole_get_schema (), error);
      if (self->working == NULL)
        return FALSE;
      path = eqp_working_copy_get_path (self->working);
      /* Checked at once: what is not sound must not be written back. */
      flags = eqp_working_copy_is_read_only (self->working) ? EQP_STORE_OPEN_READ_ONLY : EQP_STORE_OPEN_DEFAULT;
    }
  self->store = eqp_store_open (path, eqp_pole_get_schema (), flags, error);
  return self->store != NULL;
}

EqpSession *
eqp_session_open (const char *path,
                  GError    **error)
{
  g_autoptr (EqpSession) self = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (EQP_TYPE_SESSION, NULL);
  self->origin = g_strdup (path);
  if (!open_store (self, error))
    return NULL;
  self->checker = eqp_checker_new (self->store);
  if (self->working != NULL)
    {
      g_signal_connect_object (self->store, "changed", G_CALLBACK (plan_writing), self, G_CONNECT_SWAPPED);
      plan_writing (self);
    }

  file = g_file_new_for_path (eqp_store_get_path (self->store));
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

EqpStore *
eqp_session_get_store (EqpSession *self)
{
  g_return_val_if_fail (EQP_IS_SESSION (self), NULL);

  return self->store;
}

EqpChecker *
eqp_session_get_checker (EqpSession *self)
{
  g_return_val_if_fail (EQP_IS_SESSION (self), NULL);

  return self->checker;
}

const char *
eqp_session_get_path (EqpSession *self)
{
  g_return_val_if_fail (EQP_IS_SESSION (self), NULL);

  return eqp_store_get_path (self->store);
}

const char *
eqp_session_get_origin (EqpSession *self)
{
  g_return_val_if_fail (EQP_IS_SESSION (self), NULL);

  return self->origin;
}

EqpWorkingCopy *
eqp_session_get_working_copy (EqpSession *self)
{
  g_return_val_if_fail (EQP_IS_SESSION (self), NULL);

  return self->working;
}

gboolean
eqp_session_write_back (EqpSession *self,
                        GError    **error)
{
  g_return_val_if_fail (EQP_IS_SESSION (self), FALSE);

  return self->working == NULL || !eqp_working_copy_is_ahead (self->working, self->store) || eqp_working_copy_write_back (self->working, error);
}

char *
eqp_session_dup_name (EqpSession *self)
{
  g_autofree char *name = NULL;
  g_autofree char *base = NULL;

  g_return_val_if_fail (EQP_IS_SESSION (self), NULL);

  name = eqp_pole_dup_setting (self->store, EQP_SETTING_POLE_NAME);
  if (*name != '\0')
    return g_steal_pointer (&name);
  base = g_path_get_basename (eqp_store_get_path (self->store));
  if (g_str_has_suffix (base, ".equipole"))
    base[strlen (base) - strlen (".equipole")] = '\0';
  return g_steal_pointer (&base);
}
