/* eqp-ledger-field.c — a short entry for a date, a duration or a time of the day, read while it is typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-field"

#include "config.h"

#include "app/exchanges/eqp-ledger-field.h"

#include <glib/gi18n.h>

#include "base/eqp-duration.h"

struct _EqpLedgerField
{
  GtkEntry parent_instance;

  EqpLedgerFieldKind kind;
  gint64             value; /* a date or minutes */
  gboolean           empty;
  GError            *error; /* (nullable) why the text cannot be read */
};

G_DEFINE_FINAL_TYPE (EqpLedgerField, eqp_ledger_field, GTK_TYPE_ENTRY)

enum {
  PROP_0,
  PROP_KIND,
  N_PROPS
};

enum {
  READ,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static const char *
get_hint (EqpLedgerField *self)
{
  switch (self->kind)
    {
    case EQP_LEDGER_FIELD_DATE:
      return _ ("Type 12/10, 12/10/2026, +3w, Monday …");
    case EQP_LEDGER_FIELD_DURATION:
      return _ ("Type 7h30, 7,5 or 7:30");
    case EQP_LEDGER_FIELD_TIME:
    default:
      return _ ("Type 9h or 9:30");
    }
}

static gboolean
parse (EqpLedgerField *self,
       const char     *text,
       GError        **error)
{
  EqpDate  date = EQP_DATE_NONE;
  gint64   minutes = 0;
  gboolean done;

  switch (self->kind)
    {
    case EQP_LEDGER_FIELD_DATE:
      done = eqp_date_parse_typed (text, eqp_date_today (), &date, error);
      minutes = date;
      break;
    case EQP_LEDGER_FIELD_DURATION:
      done = eqp_duration_parse (text, &minutes, error);
      break;
    case EQP_LEDGER_FIELD_TIME:
    default:
      done = eqp_time_parse (text, &minutes, error);
    }
  self->value = done ? minutes : 0;
  return done;
}

/* A date typed in short is said in full, so that nobody books the wrong year. */
static void
show_reading (EqpLedgerField *self)
{
  g_autofree char *date = NULL;

  if (self->error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (self->error == NULL && !self->empty && self->kind == EQP_LEDGER_FIELD_DATE)
    date = eqp_date_format_long ((EqpDate)self->value, eqp_language_get_interface ());
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->error != NULL ? self->error->message : date != NULL ? date
                                                                                                            : get_hint (self));
}

static void
changed_cb (EqpLedgerField *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  g_clear_error (&self->error);
  self->value = 0;
  self->empty = *text == '\0';
  if (!self->empty)
    parse (self, text, &self->error);
  show_reading (self);
  g_signal_emit (self, signals[READ], 0);
}

static char *
dup_plain (EqpLedgerField *self)
{
  int year, month, day;

  switch (self->kind)
    {
    case EQP_LEDGER_FIELD_DATE:
      eqp_date_get_ymd ((EqpDate)self->value, &year, &month, &day);
      return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
    case EQP_LEDGER_FIELD_DURATION:
      return eqp_duration_dup_plain (self->value);
    case EQP_LEDGER_FIELD_TIME:
    default:
      return eqp_time_format (self->value);
    }
}

/* What was typed in short is written out when the focus goes on. */
static void
left_cb (EqpLedgerField *self)
{
  g_autofree char *text = NULL;

  if (self->empty || self->error != NULL)
    return;
  text = dup_plain (self);
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/* ---- the class ---- */

static void
eqp_ledger_field_constructed (GObject *object)
{
  EqpLedgerField     *self = EQP_LEDGER_FIELD (object);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  G_OBJECT_CLASS (eqp_ledger_field_parent_class)->constructed (object);

  g_signal_connect_object (self, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  show_reading (self);
}

static void
eqp_ledger_field_finalize (GObject *object)
{
  g_clear_error (&EQP_LEDGER_FIELD (object)->error);

  G_OBJECT_CLASS (eqp_ledger_field_parent_class)->finalize (object);
}

static void
eqp_ledger_field_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_uint (value, EQP_LEDGER_FIELD (object)->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_ledger_field_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_KIND:
      EQP_LEDGER_FIELD (object)->kind = (EqpLedgerFieldKind)g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_ledger_field_class_init (EqpLedgerFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = eqp_ledger_field_constructed;
  object_class->finalize = eqp_ledger_field_finalize;
  object_class->get_property = eqp_ledger_field_get_property;
  object_class->set_property = eqp_ledger_field_set_property;

  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, EQP_LEDGER_FIELD_TIME, 0,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eqp_ledger_field_init (EqpLedgerField *self)
{
  self->empty = TRUE;
}

gboolean
eqp_ledger_field_check (EqpLedgerField *self,
                        GError        **error)
{
  g_return_val_if_fail (EQP_IS_LEDGER_FIELD (self), FALSE);

  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

gboolean
eqp_ledger_field_is_empty (EqpLedgerField *self)
{
  g_return_val_if_fail (EQP_IS_LEDGER_FIELD (self), TRUE);

  return self->empty;
}

EqpDate
eqp_ledger_field_get_date (EqpLedgerField *self)
{
  g_return_val_if_fail (EQP_IS_LEDGER_FIELD (self), EQP_DATE_NONE);

  return (EqpDate)self->value;
}

void
eqp_ledger_field_set_date (EqpLedgerField *self,
                           EqpDate         date)
{
  g_autofree char *text = NULL;
  int              year, month, day;

  g_return_if_fail (EQP_IS_LEDGER_FIELD (self));

  if (date != EQP_DATE_NONE)
    {
      eqp_date_get_ymd (date, &year, &month, &day);
      text = g_strdup_printf ("%02d/%02d/%04d", day, month, year);
    }
  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
}

gint64
eqp_ledger_field_get_minutes (EqpLedgerField *self)
{
  g_return_val_if_fail (EQP_IS_LEDGER_FIELD (self), 0);

  return self->value;
}
