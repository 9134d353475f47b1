/* eqp-ledger-paste-window.c — what is about to be pasted: the rows, and which of them are refused and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-paste-window"

#include "config.h"

#include "app/exchanges/eqp-ledger-paste-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-ledger-paste.h"
#include "app/widgets/eqp-finding-row.h"
#include "app/widgets/eqp-message-window.h"
#include "store/eqp-journal.h"

/* Rows are dear: what was refused comes first, then a look at the others. */
#define MAX_SHOWN 100

struct _EqpLedgerPasteWindow
{
  EqpSessionWindow parent_instance;

  EqpLedgerPaste *paste;

  GtkLabel    *summary;
  GtkListBox  *list;
  GtkButton   *accept;
  GtkRevealer *problem_revealer;
  GtkLabel    *problem;
};

G_DEFINE_FINAL_TYPE (EqpLedgerPasteWindow, eqp_ledger_paste_window, EQP_TYPE_SESSION_WINDOW)

static EqpStore *
get_store (EqpLedgerPasteWindow *self)
{
  return eqp_session_get_store (eqp_session_window_get_session (EQP_SESSION_WINDOW (self)));
}

static void
show_problem (EqpLedgerPasteWindow *self,
              const char           *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_revealer_set_reveal_child (self->problem_revealer, TRUE);
}

/* The cells that say something. */
static char *
dup_text (GStrv cells)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", cells[i]);
  return g_strdup (text->str);
}

static void
add_row (EqpLedgerPasteWindow *self,
         guint                 index,
         const EqpRefusal     *refusal)
{
  g_autofree char *text = dup_text (g_ptr_array_index (self->paste->rows, index));
  g_autofree char *title = g_markup_escape_text (text, -1);
  g_autofree char *reason = refusal != NULL ? g_markup_escape_text (refusal->message, -1) : NULL;
  GtkWidget       *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  if (reason != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), eqp_severity_icon_new (refusal != NULL ? EQP_SEVERITY_ERROR : EQP_SEVERITY_OFF));
  gtk_list_box_append (self->list, row);
}

static const EqpRefusal *
find_refusal (EqpLedgerPasteWindow *self,
              EqpImportReport      *report,
              guint                 index)
{
  for (guint i = 0; i < report->refused->len; i++)
    {
      const EqpRefusal *refusal = g_ptr_array_index (report->refused, i);

      if (refusal->line == self->paste->first_line + index)
        return refusal;
    }
  return NULL;
}

static void
show_rows (EqpLedgerPasteWindow *self,
           EqpImportReport      *report)
{
  guint shown = 0;

  for (guint i = 0; i < self->paste->rows->len && shown < MAX_SHOWN; i++)
    {
      const EqpRefusal *refusal = find_refusal (self, report, i);

      if (refusal != NULL && ++shown > 0)
        add_row (self, i, refusal);
    }
  for (guint i = 0; i < self->paste->rows->len && shown < MAX_SHOWN; i++)
    if (find_refusal (self, report, i) == NULL && ++shown > 0)
      add_row (self, i, NULL);
}

static void
show_summary (EqpLedgerPasteWindow *self,
              EqpImportReport      *report)
{
  guint            n = report->added + report->updated;
  g_autofree char *refused = g_strdup_printf (ngettext ("%u line is refused", "%u lines are refused", report->refused->len), report->refused->len);
  g_autofree char *changed = report->updated > 0 ? g_strdup_printf (ngettext ("%u line is there already and changes", "%u lines are there already and change", report->updated), report->updated) : NULL;
  g_autofree char *added = g_strdup_printf (ngettext ("%u new line", "%u new lines", report->added), report->added);
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u line", "_Add %u lines", n), n);
  g_autofree char *text = g_strconcat (added, changed != NULL ? " · " : "", changed != NULL ? changed : "",
                                       report->refused->len > 0 ? " · " : "", report->refused->len > 0 ? refused : "", NULL);

  gtk_label_set_label (self->summary, text);
  gtk_button_set_label (self->accept, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.accept", n > 0 && !eqp_store_is_read_only (get_store (self)));
}

/* What the journal says of it, for the toast. */
static EqpMessage *
dup_label (EqpLedgerPasteWindow *self,
           EqpImportReport      *report)
{
  g_autoptr (EqpEntry) entry = report->entry != 0 ? eqp_store_get_entry (get_store (self), report->entry, NULL) : NULL;

  return entry != NULL ? eqp_message_ref (eqp_entry_get_label (entry)) : NULL;
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpLedgerPasteWindow *self = EQP_LEDGER_PASTE_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpImportReport) report = eqp_ledger_paste_run (self->paste, get_store (self), FALSE, &error);
  g_autoptr (EqpMessage) label = NULL;

  if (report == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  label = dup_label (self, report);
  if (label != NULL)
    eqp_feedback_edit (widget, label);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- the class ---- */

static void
eqp_ledger_paste_window_dispose (GObject *object)
{
  EqpLedgerPasteWindow *self = EQP_LEDGER_PASTE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_LEDGER_PASTE_WINDOW);
  g_clear_pointer (&self->paste, eqp_ledger_paste_free);

  G_OBJECT_CLASS (eqp_ledger_paste_window_parent_class)->dispose (object);
}

static void
eqp_ledger_paste_window_class_init (EqpLedgerPasteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_ledger_paste_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-ledger-paste-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPasteWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPasteWindow, list);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPasteWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPasteWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerPasteWindow, problem);
  gtk_widget_class_install_action (widget_class, "paste.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "paste.accept", NULL);
}

static void
eqp_ledger_paste_window_init (EqpLedgerPasteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_ledger_paste_window_present (GtkWindow  *parent,
                                 EqpSession *session,
                                 const char *text)
{
  EqpLedgerPasteWindow *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpLedgerPaste) paste = eqp_ledger_paste_new (eqp_session_get_store (session), text, &error);
  g_autoptr (EqpImportReport) report = paste != NULL ? eqp_ledger_paste_run (paste, eqp_session_get_store (session), TRUE, &error) : NULL;

  if (report == NULL)
    {
      eqp_message_window_present (parent, _ ("Nothing can be pasted"), error->message);
      return;
    }
  self = g_object_new (EQP_TYPE_LEDGER_PASTE_WINDOW, "transient-for", parent, "session", session, NULL);
  self->paste = g_steal_pointer (&paste);
  show_rows (self, report);
  show_summary (self, report);
  gtk_window_present (GTK_WINDOW (self));
}
