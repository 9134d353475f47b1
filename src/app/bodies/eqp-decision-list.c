/* eqp-decision-list.c — the proposals, decisions, annexes and designations of a body, by date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-decision-list"

#include "config.h"

#include "app/bodies/eqp-decision-list.h"

#include <glib/gi18n.h>

#include "app/bodies/eqp-body-window.h"
#include "app/eqp-feedback.h"
#include "domain/bodies/eqp-decision.h"

struct _EqpDecisionList
{
  AdwBin parent_instance;

  EqpSession *session;

  GtkStack   *root;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (EqpDecisionList, eqp_decision_list, ADW_TYPE_BIN)

static gint64
get_id (GtkWidget *widget)
{
  const gint64 *id = g_object_get_data (G_OBJECT (widget), "decision");

  return id != NULL ? *id : 0;
}

static void
row_activated_cb (EqpDecisionList *self,
                  GtkListBoxRow   *row)
{
  eqp_decision_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, 0, NULL,
                               get_id (GTK_WIDGET (row)));
}

static void
delete_cb (GtkButton       *button,
           EqpDecisionList *self)
{
  EqpStore *store = eqp_session_get_store (self->session);
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Deleted {record}"));
  g_autoptr (EqpRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  record = eqp_store_get (store, &eqp_decision_entity, get_id (GTK_WIDGET (button)), &error);
  if (record != NULL)
    {
      title = eqp_record_dup_title (record, eqp_language_get_interface ());
      eqp_message_text (label, "record", title);
      if (eqp_store_delete_one (store, label, record, &error))
        {
          eqp_feedback_edit (GTK_WIDGET (self), label);
          return;
        }
    }
  eqp_feedback_error (GTK_WIDGET (self), _ ("The decision was not deleted"), error);
}

static const char *
get_kind_label (EqpDecisionKind kind)
{
  switch (kind)
    {
    case EQP_DECISION_PROPOSAL:
      return _ ("Proposal of the advisory board (COSP)");
    case EQP_DECISION_ANNEX:
      return _ ("Annex to the rules of procedure");
    case EQP_DECISION_DESIGNATION:
      return _ ("Designation");
    case EQP_DECISION_DECISION:
    default:
      return _ ("Decision of the director");
    }
}

static GtkWidget *
make_row (EqpDecisionList           *self,
          const EqpSnapshotDecision *decision,
          gboolean                   writable)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *date = eqp_date_format (decision->date, eqp_language_get_interface ());
  g_autofree char *subtitle = g_markup_printf_escaped ("%s%s%s%s%s", date, *decision->reference != '\0' ? " · " : "", decision->reference,
                                                       *decision->signatory != '\0' ? " · " : "", decision->signatory);
  gint64           id = decision->id;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_kind_label (decision->kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), "decision", g_memdup2 (&id, sizeof id), g_free);
  if (writable)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Delete"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete"), -1);
      g_object_set_data_full (G_OBJECT (button), "decision", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static void
eqp_decision_list_dispose (GObject *object)
{
  EqpDecisionList *self = EQP_DECISION_LIST (object);

  /* The bin must let its child go before the template does, or it would do so a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_DECISION_LIST);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (eqp_decision_list_parent_class)->dispose (object);
}

static void
eqp_decision_list_class_init (EqpDecisionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_decision_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-decision-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpDecisionList, root);
  gtk_widget_class_bind_template_child (widget_class, EqpDecisionList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
eqp_decision_list_init (EqpDecisionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_decision_list_show (EqpDecisionList *self,
                        EqpSession      *session,
                        EqpSnapshot     *snapshot)
{
  gboolean   writable = !eqp_store_is_read_only (eqp_session_get_store (session));
  GtkWidget *child;

  g_return_if_fail (EQP_IS_DECISION_LIST (self));

  g_set_object (&self->session, session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  /* The newest first: it is the one in force. */
  for (guint i = snapshot->decisions->len; i > 0; i--)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (snapshot->decisions, i - 1), writable));
  gtk_stack_set_visible_child_name (self->root, snapshot->decisions->len > 0 ? "list" : "empty");
}
