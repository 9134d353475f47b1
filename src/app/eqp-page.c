/* eqp-page.c — what every page of the window shares: the open file, an address, the common commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-page"

#include "config.h"

#include "app/eqp-page.h"

#include "base/eqp-utils.h"

typedef struct
{
  EqpSession *session;
  char       *record;
} EqpPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EqpPage, eqp_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_RECORD,
  N_PROPS
};

enum {
  COMMANDS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static gboolean
eqp_page_real_show_record (EqpPage    *self,
                           const char *code)
{
  return code == NULL || *code == '\0';
}

static gboolean
eqp_page_real_can (EqpPage   *self,
                   EqpCommand command)
{
  return FALSE;
}

static void
eqp_page_dispose (GObject *object)
{
  EqpPagePrivate *priv = eqp_page_get_instance_private (EQP_PAGE (object));

  g_clear_object (&priv->session);
  g_clear_pointer (&priv->record, g_free);

  G_OBJECT_CLASS (eqp_page_parent_class)->dispose (object);
}

static void
eqp_page_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  EqpPage *self = EQP_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, eqp_page_get_session (self));
      break;
    case PROP_RECORD:
      g_value_set_string (value, eqp_page_get_record (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_page_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  EqpPagePrivate *priv = eqp_page_get_instance_private (EQP_PAGE (object));

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
eqp_page_class_init (EqpPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_page_dispose;
  object_class->get_property = eqp_page_get_property;
  object_class->set_property = eqp_page_set_property;

  klass->show_record = eqp_page_real_show_record;
  klass->can = eqp_page_real_can;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, EQP_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORD] = g_param_spec_string ("record", NULL, NULL, "",
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COMMANDS_CHANGED] = g_signal_new ("commands-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* In the bubble phase, unlike an application's accelerator, so that a text entry keeps its own Delete. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.delete", NULL);
}

static void
eqp_page_init (EqpPage *self)
{
}

EqpSession *
eqp_page_get_session (EqpPage *self)
{
  EqpPagePrivate *priv = eqp_page_get_instance_private (self);

  return priv->session;
}

EqpStore *
eqp_page_get_store (EqpPage *self)
{
  return eqp_session_get_store (eqp_page_get_session (self));
}

EqpChecker *
eqp_page_get_checker (EqpPage *self)
{
  return eqp_session_get_checker (eqp_page_get_session (self));
}

const char *
eqp_page_get_record (EqpPage *self)
{
  EqpPagePrivate *priv = eqp_page_get_instance_private (self);

  return priv->record != NULL ? priv->record : "";
}

void
eqp_page_set_record (EqpPage    *self,
                     const char *code)
{
  EqpPagePrivate *priv = eqp_page_get_instance_private (self);

  if (eqp_set_str (&priv->record, code != NULL ? code : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

void
eqp_page_commands_changed (EqpPage *self)
{
  g_return_if_fail (EQP_IS_PAGE (self));

  g_signal_emit (self, signals[COMMANDS_CHANGED], 0);
}

void
eqp_page_load (EqpPage *self)
{
  g_return_if_fail (EQP_IS_PAGE (self));

  if (EQP_PAGE_GET_CLASS (self)->load != NULL)
    EQP_PAGE_GET_CLASS (self)->load (self);
}

gboolean
eqp_page_show_record (EqpPage    *self,
                      const char *code)
{
  g_return_val_if_fail (EQP_IS_PAGE (self), FALSE);

  return EQP_PAGE_GET_CLASS (self)->show_record (self, code);
}

gboolean
eqp_page_can (EqpPage   *self,
              EqpCommand command)
{
  g_return_val_if_fail (EQP_IS_PAGE (self), FALSE);

  return EQP_PAGE_GET_CLASS (self)->can (self, command);
}

void
eqp_page_run (EqpPage   *self,
              EqpCommand command)
{
  g_return_if_fail (EQP_IS_PAGE (self));

  if (eqp_page_can (self, command))
    EQP_PAGE_GET_CLASS (self)->run (self, command);
}

void
eqp_page_search (EqpPage *self)
{
  g_return_if_fail (EQP_IS_PAGE (self));

  if (EQP_PAGE_GET_CLASS (self)->search != NULL)
    EQP_PAGE_GET_CLASS (self)->search (self);
}
