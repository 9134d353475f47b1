/* eqp-request-share.c — one person's part of a request: who, how long, when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-share"

#include "config.h"

#include "app/exchanges/eqp-request-share.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-record-chooser.h"
#include "base/eqp-error.h"
#include "domain/directory/eqp-person.h"

struct _EqpRequestShare
{
  AdwPreferencesGroup parent_instance;

  EqpRecordChooser *person;

  AdwActionRow *person_row;
  AdwEntryRow  *hours;
  EqpDateRow   *date;
};

G_DEFINE_FINAL_TYPE (EqpRequestShare, eqp_request_share, ADW_TYPE_PREFERENCES_GROUP)

enum {
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
parse_minutes (EqpRequestShare *self,
               gint64          *minutes,
               GError         **error)
{
  if (!eqp_duration_parse (gtk_editable_get_text (GTK_EDITABLE (self->hours)), minutes, error))
    return FALSE;
  if (*minutes > 0)
    return TRUE;
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("Say how many hours this person takes."));
  return FALSE;
}

static void
changed_cb (EqpRequestShare *self)
{
  gint64 minutes;

  if (parse_minutes (self, &minutes, NULL))
    gtk_widget_remove_css_class (GTK_WIDGET (self->hours), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->hours), "error");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (EqpRequestShare *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

/* ---- the class ---- */

static void
eqp_request_share_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EQP_TYPE_REQUEST_SHARE);

  G_OBJECT_CLASS (eqp_request_share_parent_class)->dispose (object);
}

static void
eqp_request_share_class_init (EqpRequestShareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_request_share_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (EQP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-request-share.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRequestShare, person_row);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestShare, hours);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestShare, date);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
eqp_request_share_init (EqpRequestShare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
eqp_request_share_new (EqpStore *store,
                       gint64    person,
                       gint64    minutes,
                       EqpDate   date)
{
  EqpRequestShare *self = g_object_new (EQP_TYPE_REQUEST_SHARE, NULL);
  GtkWidget       *chooser = eqp_record_chooser_new (store, &eqp_person_entity);
  g_autofree char *hours = minutes > 0 ? eqp_duration_dup_plain (minutes) : g_strdup ("");

  self->person = EQP_RECORD_CHOOSER (chooser);
  eqp_record_chooser_set_id (self->person, person);
  gtk_widget_set_valign (chooser, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Person"), -1);
  adw_action_row_add_suffix (self->person_row, chooser);
  gtk_editable_set_text (GTK_EDITABLE (self->hours), hours);
  eqp_date_row_set_date (self->date, date);
  g_signal_connect_object (chooser, "notify::record-id", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gint64
eqp_request_share_get_minutes (EqpRequestShare *self)
{
  gint64 minutes = 0;

  g_return_val_if_fail (EQP_IS_REQUEST_SHARE (self), 0);

  return parse_minutes (self, &minutes, NULL) ? minutes : 0;
}

gboolean
eqp_request_share_read (EqpRequestShare   *self,
                        EqpShareOfRequest *share,
                        GError           **error)
{
  g_return_val_if_fail (EQP_IS_REQUEST_SHARE (self), FALSE);

  share->person = eqp_record_chooser_get_id (self->person);
  share->date = eqp_date_row_get_date (self->date);
  if (share->person == 0)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->person), GTK_DIR_TAB_FORWARD);
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("Choose a person first."));
      return FALSE;
    }
  if (!parse_minutes (self, &share->minutes, error))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->hours));
      return FALSE;
    }
  if (eqp_date_row_is_valid (self->date) && share->date != EQP_DATE_NONE)
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->date));
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("Say on which day the person comes."));
  return FALSE;
}
