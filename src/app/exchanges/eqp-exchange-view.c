/* eqp-exchange-view.c — what the views of the page “Exchanges” share: requests, ledger, balance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-view"

#include "config.h"

#include "app/exchanges/eqp-exchange-view.h"

#include "base/eqp-utils.h"

typedef struct
{
  EqpSession *session;
  char       *record;
} EqpExchangeViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EqpExchangeView, eqp_exchange_view, ADW_TYPE_BIN)

enum {
  PROP_0,
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
eqp_exchange_view_real_show_record (EqpExchangeView *self,
                                    const char      *code)
{
  return *code == '\0';
}

static gboolean
eqp_exchange_view_real_can (EqpExchangeView *self,
                            EqpCommand       command)
{
  return FALSE;
}

static void
eqp_exchange_view_dispose (GObject *object)
{
  EqpExchangeViewPrivate *priv = eqp_exchange_view_get_instance_private (EQP_EXCHANGE_VIEW (object));

  g_clear_object (&priv->session);
  g_clear_pointer (&priv->record, g_free);

  G_OBJECT_CLASS (eqp_exchange_view_parent_class)->dispose (object);
}

static void
eqp_exchange_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_string (value, eqp_exchange_view_get_record (EQP_EXCHANGE_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_exchange_view_class_init (EqpExchangeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eqp_exchange_view_dispose;
  object_class->get_property = eqp_exchange_view_get_property;

  klass->show_record = eqp_exchange_view_real_show_record;
  klass->can = eqp_exchange_view_real_can;

  properties[PROP_RECORD] = g_param_spec_string ("record", NULL, NULL, "",
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COMMANDS_CHANGED] = g_signal_new ("commands-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eqp_exchange_view_init (EqpExchangeView *self)
{
}

EqpSession *
eqp_exchange_view_get_session (EqpExchangeView *self)
{
  EqpExchangeViewPrivate *priv = eqp_exchange_view_get_instance_private (self);

  return priv->session;
}

EqpStore *
eqp_exchange_view_get_store (EqpExchangeView *self)
{
  return eqp_session_get_store (eqp_exchange_view_get_session (self));
}

const char *
eqp_exchange_view_get_record (EqpExchangeView *self)
{
  EqpExchangeViewPrivate *priv = eqp_exchange_view_get_instance_private (self);

  return priv->record != NULL ? priv->record : "";
}

void
eqp_exchange_view_set_record (EqpExchangeView *self,
                              const char      *code)
{
  EqpExchangeViewPrivate *priv = eqp_exchange_view_get_instance_private (self);

  if (eqp_set_str (&priv->record, code != NULL ? code : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

void
eqp_exchange_view_commands_changed (EqpExchangeView *self)
{
  g_return_if_fail (EQP_IS_EXCHANGE_VIEW (self));

  g_signal_emit (self, signals[COMMANDS_CHANGED], 0);
}

void
eqp_exchange_view_open_lines (GtkWidget  *widget,
                              const char *condition,
                              const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_activate_action (widget, "exchanges.lines", "(ss)", condition, title);
}

void
eqp_exchange_view_load (EqpExchangeView *self,
                        EqpSession      *session)
{
  EqpExchangeViewPrivate *priv = eqp_exchange_view_get_instance_private (self);

  g_return_if_fail (EQP_IS_EXCHANGE_VIEW (self));
  g_return_if_fail (priv->session == NULL);

  priv->session = g_object_ref (session);
  if (EQP_EXCHANGE_VIEW_GET_CLASS (self)->load != NULL)
    EQP_EXCHANGE_VIEW_GET_CLASS (self)->load (self);
}

gboolean
eqp_exchange_view_show_record (EqpExchangeView *self,
                               const char      *code)
{
  g_return_val_if_fail (EQP_IS_EXCHANGE_VIEW (self), FALSE);

  return EQP_EXCHANGE_VIEW_GET_CLASS (self)->show_record (self, code != NULL ? code : "");
}

gboolean
eqp_exchange_view_can (EqpExchangeView *self,
                       EqpCommand       command)
{
  g_return_val_if_fail (EQP_IS_EXCHANGE_VIEW (self), FALSE);

  return EQP_EXCHANGE_VIEW_GET_CLASS (self)->can (self, command);
}

void
eqp_exchange_view_run (EqpExchangeView *self,
                       EqpCommand       command)
{
  g_return_if_fail (EQP_IS_EXCHANGE_VIEW (self));

  if (eqp_exchange_view_can (self, command))
    EQP_EXCHANGE_VIEW_GET_CLASS (self)->run (self, command);
}

void
eqp_exchange_view_search (EqpExchangeView *self)
{
  g_return_if_fail (EQP_IS_EXCHANGE_VIEW (self));

  if (EQP_EXCHANGE_VIEW_GET_CLASS (self)->search != NULL)
    EQP_EXCHANGE_VIEW_GET_CLASS (self)->search (self);
}

void
eqp_exchange_view_show_lines (EqpExchangeView *self,
                              const char      *condition,
                              const char      *title)
{
  g_return_if_fail (EQP_IS_EXCHANGE_VIEW (self));

  if (EQP_EXCHANGE_VIEW_GET_CLASS (self)->show_lines != NULL)
    EQP_EXCHANGE_VIEW_GET_CLASS (self)->show_lines (self, condition, title);
}
