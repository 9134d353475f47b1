/* eqp-session-window.c — a window beside the main one that works on its open file; Escape closes it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-session-window"

#include "config.h"

#include "app/eqp-session-window.h"

typedef struct
{
  EqpSession *session;
} EqpSessionWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EqpSessionWindow, eqp_session_window, ADW_TYPE_WINDOW)

enum {
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
eqp_session_window_dispose (GObject *object)
{
  EqpSessionWindowPrivate *priv = eqp_session_window_get_instance_private (EQP_SESSION_WINDOW (object));

  g_clear_object (&priv->session);

  G_OBJECT_CLASS (eqp_session_window_parent_class)->dispose (object);
}

static void
eqp_session_window_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, eqp_session_window_get_session (EQP_SESSION_WINDOW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_session_window_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  EqpSessionWindowPrivate *priv = eqp_session_window_get_instance_private (EQP_SESSION_WINDOW (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_session_window_class_init (EqpSessionWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eqp_session_window_dispose;
  object_class->get_property = eqp_session_window_get_property;
  object_class->set_property = eqp_session_window_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, EQP_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eqp_session_window_init (EqpSessionWindow *self)
{
}

EqpSession *
eqp_session_window_get_session (EqpSessionWindow *self)
{
  EqpSessionWindowPrivate *priv = eqp_session_window_get_instance_private (self);

  return priv->session;
}
