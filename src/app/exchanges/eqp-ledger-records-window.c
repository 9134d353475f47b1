/* eqp-ledger-records-window.c — the small tables beside the ledger: units, schemes, shared posts, availability, agreements */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-records-window"

#include "config.h"

#include "app/exchanges/eqp-ledger-records-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/widgets/eqp-list-keys.h"
#include "app/widgets/eqp-record-window.h"
#include "app/widgets/eqp-spoken-box.h"
#include "domain/exchanges/eqp-availability.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-service-agreement.h"
#include "domain/exchanges/eqp-shared-post.h"
#include "domain/exchanges/eqp-unit.h"
#include "store/eqp-query-model.h"

typedef struct
{
  const EqpEntity *entity;
  const char      *order; /* (nullable) SQL */
  const char      *explanation;
  const char      *new_title;
  const char      *change_title;
} Table;

#define BY_PERSON "(SELECT family_name || ' ' || given_name FROM person WHERE person.id = person_id) COLLATE NOCASE, from_date"
#define BY_INSTITUTION "(SELECT name FROM institution WHERE institution.id = institution_id) COLLATE NOCASE"

static const Table tables[] = {
  { &eqp_unit_entity, "code", N_ ("The teaching units of initial training, their hours, and whether they are open to field trainers."),
    N_ ("New teaching unit"), N_ ("Change the teaching unit") },
  { &eqp_scheme_entity, "code", N_ ("The schemes of the academy training plan and who leads their delivery."),
    N_ ("New scheme"), N_ ("Change the scheme") },
  { &eqp_shared_post_entity, BY_PERSON, N_ ("Posts shared between both institutions: their hours stay outside the balance."),
    N_ ("New shared post"), N_ ("Change the shared post") },
  { &eqp_availability_entity, BY_PERSON, N_ ("When people can or cannot come."), N_ ("New availability"), N_ ("Change the availability") },
  { &eqp_service_agreement_entity, BY_INSTITUTION, N_ ("Whether partner universities count the interventions of their staff in their service."),
    N_ ("New agreement"), N_ ("Change the agreement") },
};

struct _EqpLedgerRecordsWindow
{
  EqpSessionWindow parent_instance;

  const Table        *table;
  EqpQueryModel      *model;
  GtkSingleSelection *selection;

  GtkLabel    *explanation;
  GtkListView *list;
  GtkStack    *stack;
};

G_DEFINE_FINAL_TYPE (EqpLedgerRecordsWindow, eqp_ledger_records_window, EQP_TYPE_SESSION_WINDOW)

static EqpStore *
get_store (EqpLedgerRecordsWindow *self)
{
  return eqp_session_get_store (eqp_session_window_get_session (EQP_SESSION_WINDOW (self)));
}

static EqpRecord *
get_record (EqpLedgerRecordsWindow *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
update (EqpLedgerRecordsWindow *self)
{
  gboolean writable = !eqp_store_is_read_only (get_store (self));
  gboolean selected = get_record (self) != NULL;

  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.edit", selected && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.delete", selected && writable);
}

static void
edit (EqpLedgerRecordsWindow *self,
      EqpRecord              *record)
{
  g_autoptr (EqpRecord) draft = record != NULL ? eqp_record_dup_draft (record) : eqp_record_new (self->table->entity);

  gtk_window_present (GTK_WINDOW (eqp_record_window_new (GTK_WINDOW (self), _ (record != NULL ? self->table->change_title : self->table->new_title),
                                                         get_store (self), draft, NULL, NULL, NULL, NULL)));
}

static void
activate_cb (EqpLedgerRecordsWindow *self,
             guint                   position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "records.edit", NULL);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  edit (EQP_LEDGER_RECORDS_WINDOW (widget), NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpLedgerRecordsWindow *self = EQP_LEDGER_RECORDS_WINDOW (widget);

  if (get_record (self) != NULL)
    edit (self, get_record (self));
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpLedgerRecordsWindow *self = EQP_LEDGER_RECORDS_WINDOW (widget);

  if (get_record (self) != NULL)
    eqp_feedback_delete (widget, get_store (self), get_record (self));
}

/* ---- the class ---- */

static void
eqp_ledger_records_window_dispose (GObject *object)
{
  EqpLedgerRecordsWindow *self = EQP_LEDGER_RECORDS_WINDOW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_LEDGER_RECORDS_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (eqp_ledger_records_window_parent_class)->dispose (object);
}

static void
eqp_ledger_records_window_class_init (EqpLedgerRecordsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_ledger_records_window_dispose;

  g_type_ensure (EQP_TYPE_SPOKEN_BOX);
  g_type_ensure (EQP_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-ledger-records-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerRecordsWindow, explanation);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerRecordsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerRecordsWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "records.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "records.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "records.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "records.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "records.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "records.delete", NULL);
}

static void
eqp_ledger_records_window_init (EqpLedgerRecordsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eqp_list_leave_on_tab (GTK_WIDGET (self->list));
}

static const Table *
find_table (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].entity->table, name))
      return &tables[i];
  return NULL;
}

void
eqp_ledger_records_window_present (GtkWindow  *parent,
                                   EqpSession *session,
                                   const char *name)
{
  const Table            *table = find_table (name);
  EqpLedgerRecordsWindow *self;

  g_return_if_fail (table != NULL);

  self = g_object_new (EQP_TYPE_LEDGER_RECORDS_WINDOW, "transient-for", parent, "session", session, "title", _ (table->entity->plural), NULL);
  self->table = table;
  gtk_label_set_label (self->explanation, _ (table->explanation));
  self->model = eqp_query_model_new (get_store (self), table->entity);
  eqp_query_model_set_order (self->model, table->order);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (table->entity->plural), -1);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
