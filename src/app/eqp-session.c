/* eqp-session.c — the open file: its store, its checker, and the watch for other processes' edits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-session"

#include "config.h"

#include "app/eqp-session.h"

#include "domain/eqp-pole.h"

struct _EqpSession
{
  GObject parent_instance;

  EqpStore     *store;
  EqpChecker   *checker;
  GFileMonitor *monitor;
  guint         refresh_source;
};

G_DEFINE_FINAL_TYPE (EqpSession, eqp_session, G_TYPE_OBJECT)

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

static void
eqp_session_dispose (GObject *object)
{
  EqpSession *self = EQP_SESSION (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->checker);
  if (self->store != NULL)
    eqp_store_close (self->store);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_session_parent_class)->dispose (object);
}

static void
eqp_session_class_init (EqpSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eqp_session_dispose;
}

static void
eqp_session_init (EqpSession *self)
{
}

EqpSession *
eqp_session_open (const char *path,
                  GError    **error)
{
  g_autoptr (EqpSession) self = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (EQP_TYPE_SESSION, NULL);
  self->store = eqp_store_open (path, eqp_pole_get_schema (), EQP_STORE_OPEN_DEFAULT, error);
  if (self->store == NULL)
    return NULL;
  self->checker = eqp_checker_new (self->store);

  file = g_file_new_for_path (path);
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
