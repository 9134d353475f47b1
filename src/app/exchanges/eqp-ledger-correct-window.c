/* eqp-ledger-correct-window.c — a counter-entry: how much of a locked line was wrong, since when, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-correct-window"

#include "config.h"

#include "app/exchanges/eqp-ledger-correct-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-ledger-words.h"
#include "app/widgets/eqp-date-row.h"
#include "domain/exchanges/eqp-exchange-edits.h"

struct _EqpLedgerCorrectWindow
{
  EqpSessionWindow parent_instance;

  EqpRecord *line;

  AdwPreferencesGroup *group;
  AdwEntryRow         *hours;
  EqpDateRow          *date;
  AdwEntryRow         *reason;
  GtkRevealer         *problem_revealer;
  GtkLabel            *problem;
};

G_DEFINE_FINAL_TYPE (EqpLedgerCorrectWindow, eqp_ledger_correct_window, EQP_TYPE_SESSION_WINDOW)

static void
show_problem (EqpLedgerCorrectWindow *self,
              const char             *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->problem, sentence);
  gtk_revealer_set_reveal_child (self->problem_revealer, sentence != NULL);
}

/* Nothing typed: all of it. */
static gboolean
read_minutes (EqpLedgerCorrectWindow *self,
              gint64                 *minutes,
              GError                **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->hours))));

  *minutes = 0;
  return *text == '\0' || eqp_duration_parse (text, minutes, error);
}

static void
typed_cb (EqpLedgerCorrectWindow *self)
{
  g_autoptr (GError) error = NULL;
  gint64   minutes;
  gboolean read = read_minutes (self, &minutes, &error);

  if (read)
    gtk_widget_remove_css_class (GTK_WIDGET (self->hours), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->hours), "error");
  show_problem (self, read ? NULL : error->message);
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpLedgerCorrectWindow *self = EQP_LEDGER_CORRECT_WINDOW (widget);
  EqpStore               *store = eqp_session_get_store (eqp_session_window_get_session (EQP_SESSION_WINDOW (self)));
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;
  gint64 minutes;

  if (!read_minutes (self, &minutes, &error) ||
      !eqp_ledger_correct (store, self->line, minutes, eqp_date_row_get_date (self->date),
                           gtk_editable_get_text (GTK_EDITABLE (self->reason)), &label, &error))
    {
      show_problem (self, error->message);
      return;
    }
  eqp_feedback_edit (widget, label);
  gtk_window_close (GTK_WINDOW (self));
}

static void
eqp_ledger_correct_window_dispose (GObject *object)
{
  EqpLedgerCorrectWindow *self = EQP_LEDGER_CORRECT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_LEDGER_CORRECT_WINDOW);
  g_clear_object (&self->line);

  G_OBJECT_CLASS (eqp_ledger_correct_window_parent_class)->dispose (object);
}

static void
eqp_ledger_correct_window_class_init (EqpLedgerCorrectWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_ledger_correct_window_dispose;

  g_type_ensure (EQP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-ledger-correct-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerCorrectWindow, group);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerCorrectWindow, hours);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerCorrectWindow, date);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerCorrectWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerCorrectWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerCorrectWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_install_action (widget_class, "correct.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "correct.accept", NULL);
}

static void
eqp_ledger_correct_window_init (EqpLedgerCorrectWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_ledger_correct_window_present (GtkWindow  *parent,
                                   EqpSession *session,
                                   EqpRecord  *line)
{
  EqpLedgerCorrectWindow *self = g_object_new (EQP_TYPE_LEDGER_CORRECT_WINDOW, "transient-for", parent, "session", session, NULL);
  g_autofree char        *title = eqp_record_dup_title (line, eqp_language_get_interface ());
  g_autofree char        *hours = eqp_ledger_dup_hours (line);
  g_autofree char        *heading = g_markup_escape_text (title, -1);

  g_set_object (&self->line, line);
  adw_preferences_group_set_title (self->group, heading);
  adw_preferences_group_set_description (self->group, hours);
  eqp_date_row_set_date (self->date, eqp_date_today ());
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->group), GTK_DIR_TAB_FORWARD);
}
