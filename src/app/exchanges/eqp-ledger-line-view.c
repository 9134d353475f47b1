/* eqp-ledger-line-view.c — one line of the ledger: its facts, what the rules say, its history */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-line-view"

#include "config.h"

#include "app/exchanges/eqp-ledger-line-view.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-ledger-editors.h"
#include "app/exchanges/eqp-ledger-facts.h"
#include "app/history/eqp-history-list.h"
#include "app/widgets/eqp-finding-row.h"
#include "domain/exchanges/eqp-exchange-check.h"
#include "domain/exchanges/eqp-intervention.h"

struct _EqpLedgerLineView
{
  AdwBin parent_instance;

  EqpSession *session;
  EqpRecord  *line; /* (nullable) */

  GtkLabel       *code;
  AdwBin         *side;
  GtkLabel       *person;
  GtkLabel       *lock;
  GtkButton      *edit;
  GtkButton      *certify;
  GtkButton      *correct;
  GtkStack       *tabs;
  GtkBox         *findings;
  GtkGrid        *facts;
  EqpHistoryList *history;
};

G_DEFINE_FINAL_TYPE (EqpLedgerLineView, eqp_ledger_line_view, ADW_TYPE_BIN)

static EqpStore *
get_store (EqpLedgerLineView *self)
{
  return eqp_session_get_store (self->session);
}

static void
add_finding (EqpLedgerLineView *self,
             EqpFinding        *finding)
{
  gtk_box_append (self->findings, eqp_finding_row_new (finding));
  if (eqp_ledger_can_override (finding))
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Keep with a reason…"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "ledger.override");
      gtk_box_append (self->findings, button);
    }
}

static void
show_findings (EqpLedgerLineView *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_box_remove (self->findings, child);
  if (!eqp_exchange_check_line (get_store (self), self->line, findings, &error))
    eqp_feedback_say (GTK_WIDGET (self), error->message);
  for (guint i = 0; i < findings->len; i++)
    add_finding (self, g_ptr_array_index (findings, i));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), findings->len > 0);
}

static void
show_heading (EqpLedgerLineView *self)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *person = eqp_record_dup_display (self->line, EQP_INTERVENTION_PERSON, language);
  gboolean         locked = eqp_intervention_is_locked (self->line);
  gboolean         certified = !eqp_record_is_empty (self->line, EQP_INTERVENTION_CERTIFIED);

  gtk_label_set_label (self->code, eqp_record_get_text (self->line, EQP_INTERVENTION_CODE));
  gtk_label_set_label (self->person, person);
  adw_bin_set_child (self->side, eqp_side_chip_new (eqp_side_from_code (eqp_record_get_text (self->line, EQP_INTERVENTION_HOME_SIDE))));
  gtk_label_set_label (self->lock, certified ? _ ("Certified: only a counter-entry can correct this line")
                                             : _ ("Its academic year is closed: only a counter-entry can correct this line"));
  gtk_widget_set_visible (GTK_WIDGET (self->lock), locked);
  gtk_widget_set_visible (GTK_WIDGET (self->edit), !locked);
  gtk_widget_set_visible (GTK_WIDGET (self->correct), locked);
  gtk_widget_set_visible (GTK_WIDGET (self->certify), !locked && !eqp_record_is_empty (self->line, EQP_INTERVENTION_DONE));
}

static void
refresh (EqpLedgerLineView *self)
{
  if (self->line == NULL || eqp_record_is_deleted (self->line))
    return;
  show_heading (self);
  show_findings (self);
  eqp_ledger_facts_show (self->facts, get_store (self), self->line);
}

/* ---- the class ---- */

static void
eqp_ledger_line_view_dispose (GObject *object)
{
  EqpLedgerLineView *self = EQP_LEDGER_LINE_VIEW (object);

  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, refresh, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_LEDGER_LINE_VIEW);
  g_clear_object (&self->line);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (eqp_ledger_line_view_parent_class)->dispose (object);
}

static void
eqp_ledger_line_view_class_init (EqpLedgerLineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_ledger_line_view_dispose;

  g_type_ensure (EQP_TYPE_HISTORY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-ledger-line-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, code);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, side);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, person);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, lock);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, edit);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, certify);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, correct);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, tabs);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, findings);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, facts);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerLineView, history);
}

static void
eqp_ledger_line_view_init (EqpLedgerLineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_ledger_line_view_set_session (EqpLedgerLineView *self,
                                  EqpSession        *session)
{
  g_return_if_fail (EQP_IS_LEDGER_LINE_VIEW (self));

  g_set_object (&self->session, session);
}

void
eqp_ledger_line_view_show (EqpLedgerLineView *self,
                           EqpRecord         *line)
{
  g_return_if_fail (EQP_IS_LEDGER_LINE_VIEW (self));

  if (self->line == line)
    return;
  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, refresh, self);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  g_signal_connect_object (line, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  eqp_history_list_set_record (self->history, get_store (self), &eqp_intervention_entity, eqp_record_get_id (line));
  refresh (self);
}

EqpRecord *
eqp_ledger_line_view_get_line (EqpLedgerLineView *self)
{
  g_return_val_if_fail (EQP_IS_LEDGER_LINE_VIEW (self), NULL);

  return self->line;
}
