/* eqp-date-row.c — a date typed ("12/10", "+3w", "lundi") or picked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-date-row"

#include "config.h"

#include "app/widgets/eqp-date-row.h"

#include <glib/gi18n.h>

struct _EqpDateRow
{
  AdwEntryRow parent_instance;

  EqpDate  date;
  gboolean valid;
  gboolean showing; /* the row itself is writing its text */

  GtkMenuButton *button;
  GtkCalendar   *calendar;
  GtkLabel      *reading; /* the date as understood, or why it is not */
};

G_DEFINE_FINAL_TYPE (EqpDateRow, eqp_date_row, ADW_TYPE_ENTRY_ROW)

enum {
  PROP_0,
  PROP_DATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_reading (EqpDateRow   *self,
              const GError *error)
{
  g_autofree char *text = NULL;

  self->valid = error == NULL;
  if (error != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), error->message);
      gtk_label_set_label (self->reading, _ ("not a date"));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Type 12/10, 12/10/2026, +3w, Monday …"));
  text = self->date != EQP_DATE_NONE ? eqp_date_format (self->date, eqp_language_get_interface ()) : g_strdup (_ ("no date"));
  gtk_label_set_label (self->reading, text);
}

static void
take_date (EqpDateRow *self,
           EqpDate     date)
{
  if (self->date == date)
    return;
  self->date = date;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

static void
text_changed_cb (EqpDateRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  g_autoptr (GError) error = NULL;
  EqpDate date = EQP_DATE_NONE;

  if (self->showing)
    return;
  if (*text == '\0' || eqp_date_parse_typed (text, eqp_date_today (), &date, &error))
    take_date (self, date);
  show_reading (self, error);
}

static void
show_text (EqpDateRow *self)
{
  g_autofree char *text = NULL;

  if (self->date != EQP_DATE_NONE)
    {
      int year, month, day;

      eqp_date_get_ymd (self->date, &year, &month, &day);
      text = g_strdup_printf ("%02d/%02d/%04d", day, month, year);
    }
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
  self->showing = FALSE;
  show_reading (self, NULL);
}

static void
day_selected_cb (EqpDateRow *self)
{
  g_autoptr (GDateTime) picked = gtk_calendar_get_date (self->calendar);

  take_date (self, eqp_date_from_ymd (g_date_time_get_year (picked), g_date_time_get_month (picked),
                                      g_date_time_get_day_of_month (picked)));
  show_text (self);
  gtk_menu_button_popdown (self->button);
}

static void
eqp_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EQP_TYPE_DATE_ROW);

  G_OBJECT_CLASS (eqp_date_row_parent_class)->dispose (object);
}

static void
eqp_date_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DATE:
      g_value_set_int (value, eqp_date_row_get_date (EQP_DATE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_date_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DATE:
      eqp_date_row_set_date (EQP_DATE_ROW (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_date_row_class_init (EqpDateRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_date_row_dispose;
  object_class->get_property = eqp_date_row_get_property;
  object_class->set_property = eqp_date_row_set_property;

  properties[PROP_DATE] = g_param_spec_int ("date", NULL, NULL, 0, G_MAXINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, EqpDateRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, EqpDateRow, reading);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
eqp_date_row_init (EqpDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_reading (self, NULL);
}

GtkWidget *
eqp_date_row_new (const char *title)
{
  return g_object_new (EQP_TYPE_DATE_ROW, "title", title, NULL);
}

EqpDate
eqp_date_row_get_date (EqpDateRow *self)
{
  g_return_val_if_fail (EQP_IS_DATE_ROW (self), EQP_DATE_NONE);

  return self->date;
}

void
eqp_date_row_set_date (EqpDateRow *self,
                       EqpDate     date)
{
  g_return_if_fail (EQP_IS_DATE_ROW (self));

  take_date (self, date);
  show_text (self);
}

gboolean
eqp_date_row_is_valid (EqpDateRow *self)
{
  g_return_val_if_fail (EQP_IS_DATE_ROW (self), FALSE);

  return self->valid;
}
