/* eqp-record-view.c — one record of the directory: its fields, a person's roles on a date, its history */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record-view"

#include "config.h"

#include "app/directory/eqp-record-view.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/history/eqp-history-list.h"
#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/bodies/eqp-body.h"
#include "domain/directory/eqp-enrolment.h"
#include "domain/directory/eqp-person.h"
#include "domain/directory/eqp-roles.h"
#include "domain/directory/eqp-teaching.h"
#include "domain/eqp-pole.h"

struct _EqpRecordView
{
  AdwBin parent_instance;

  EqpSession *session;
  EqpRecord  *record;

  GtkStack       *root;
  GtkLabel       *title;
  GtkLabel       *details;
  GtkListBox     *fields;
  GtkBox         *roles_box;
  EqpDateRow     *as_of;
  GtkListBox     *roles;
  EqpHistoryList *history;
};

G_DEFINE_FINAL_TYPE (EqpRecordView, eqp_record_view, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  return row;
}

/* ---- fields ---- */

static void
show_fields (EqpRecordView *self)
{
  const EqpEntity *entity = eqp_record_get_entity (self->record);

  clear_list (self->fields);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *value = eqp_record_dup_display (self->record, i, eqp_language_get_interface ());
      GtkWidget       *row;
      GtkWidget       *label;

      if (*value == '\0')
        continue;
      row = make_row (_ (entity->fields[i].label), "");
      label = gtk_label_new (value);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_focusable (label, FALSE);
      /* This as well: a selectable label that cannot be focused would swallow Tab. */
      gtk_widget_set_can_focus (label, FALSE);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_list_box_append (self->fields, row);
    }
}

/* ---- roles ---- */

/* Where a role leads: a seat to its council, the rest to the directory. */
static char *
dup_address (EqpRecordView *self,
             const EqpRole *role)
{
  g_autoptr (EqpRecord) record = NULL;
  const char *page = role->entity == &eqp_body_entity ? "councils" : "directory";

  if (role->id == 0)
    return NULL;
  record = eqp_store_get (eqp_session_get_store (self->session), role->entity, role->id, NULL);
  /* Every entity that a role names keeps its code in its first field. */
  return record != NULL ? g_strdup_printf ("%s/%s", page, eqp_record_get_text (record, 0)) : NULL;
}

static const EqpEntity *
get_entity (EqpRoleKind kind)
{
  return kind == EQP_ROLE_TEACHING ? &eqp_teaching_entity : &eqp_enrolment_entity;
}

static void
remove_cb (GtkButton     *button,
           EqpRecordView *self)
{
  eqp_feedback_delete (GTK_WIDGET (self), eqp_session_get_store (self->session), g_object_get_data (G_OBJECT (button), "record"));
}

/* What somebody teaches or studies is kept here alone, so here it can be taken away. */
static void
add_remove_button (EqpRecordView *self,
                   GtkWidget     *row,
                   const EqpRole *role)
{
  g_autoptr (EqpRecord) record = eqp_store_get (eqp_session_get_store (self->session), get_entity (role->kind), role->record, NULL);
  g_autofree char *title = record != NULL ? eqp_record_dup_title (record, eqp_language_get_interface ()) : NULL;
  g_autofree char *label = NULL;
  GtkWidget       *button;

  if (record == NULL)
    return;
  label = g_strdup_printf (_ ("Remove %s"), title);
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* "person.teach", "person.enrol": one more course, in the academic year of the date that is shown. */
static void
add_role_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  EqpRecordView *self = EQP_RECORD_VIEW (widget);
  EqpStore      *store = eqp_session_get_store (self->session);
  gboolean       teach = g_str_equal (action, "person.teach");
  const int      fields[] = { teach ? (int)EQP_TEACHING_COURSE : (int)EQP_ENROLMENT_COURSE,
                         teach ? (int)EQP_TEACHING_YEAR : (int)EQP_ENROLMENT_YEAR, -1 };
  EqpDate date = eqp_date_row_get_date (self->as_of);
  g_autoptr (EqpRecord) draft = eqp_record_new (teach ? &eqp_teaching_entity : &eqp_enrolment_entity);

  if (self->record == NULL)
    return;
  eqp_record_set_reference (draft, teach ? (guint)EQP_TEACHING_PERSON : (guint)EQP_ENROLMENT_PERSON, eqp_record_get_id (self->record));
  eqp_record_set_integer (draft, (guint)fields[1], eqp_pole_academic_year (store, date != EQP_DATE_NONE ? date : eqp_date_today ()));
  gtk_window_present (GTK_WINDOW (eqp_record_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                         teach ? _ ("Teaches in a course") : _ ("Enrolled in a course"),
                                                         store, draft, fields, NULL, NULL, NULL)));
}

static void
add_role (EqpRecordView *self,
          const EqpRole *role)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *text = eqp_message_render (role->text, language);
  g_autofree char *period = eqp_date_format_period (role->from, role->to, language);
  g_autofree char *address = dup_address (self, role);
  GtkWidget       *row;

  row = make_row (text, period);
  if (address != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", address);
    }
  if ((role->kind == EQP_ROLE_TEACHING || role->kind == EQP_ROLE_ENROLMENT) && !eqp_store_is_read_only (eqp_session_get_store (self->session)))
    add_remove_button (self, row, role);
  gtk_list_box_append (self->roles, row);
}

static void
show_roles (EqpRecordView *self)
{
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GError) error = NULL;

  if (self->record == NULL || !EQP_IS_PERSON (self->record))
    return;
  clear_list (self->roles);
  roles = eqp_person_list_roles (eqp_session_get_store (self->session), eqp_record_get_id (self->record),
                                 eqp_date_row_get_date (self->as_of), &error);
  if (roles == NULL)
    {
      gtk_list_box_append (self->roles, make_row (error->message, ""));
      return;
    }
  for (guint i = 0; i < roles->len; i++)
    add_role (self, g_ptr_array_index (roles, i));
  if (roles->len == 0)
    gtk_list_box_append (self->roles, make_row (_ ("No role on this date"), ""));
}

/* ---- everything ---- */

static void
refresh (EqpRecordView *self)
{
  g_autofree char *title = NULL;
  const EqpEntity *entity;

  gtk_stack_set_visible_child_name (self->root, self->record != NULL ? "record" : "nothing");
  if (self->record == NULL)
    return;
  entity = eqp_record_get_entity (self->record);
  title = eqp_record_dup_title (self->record, eqp_language_get_interface ());
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->details, _ (entity->plural));
  gtk_widget_set_visible (GTK_WIDGET (self->roles_box), EQP_IS_PERSON (self->record));
  show_fields (self);
  show_roles (self);
}

static void
store_changed_cb (EqpRecordView *self)
{
  if (self->record != NULL && eqp_record_is_deleted (self->record))
    g_clear_object (&self->record);
  refresh (self);
}

static void
eqp_record_view_dispose (GObject *object)
{
  EqpRecordView *self = EQP_RECORD_VIEW (object);

  /* The bin must let its child go before the template does, or it would do so a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_RECORD_VIEW);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (eqp_record_view_parent_class)->dispose (object);
}

static void
eqp_record_view_class_init (EqpRecordViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_record_view_dispose;

  g_type_ensure (EQP_TYPE_DATE_ROW);
  g_type_ensure (EQP_TYPE_HISTORY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-record-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRecordView, root);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordView, title);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordView, details);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordView, fields);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordView, roles_box);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordView, as_of);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordView, roles);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordView, history);
  gtk_widget_class_bind_template_callback (widget_class, show_roles);
  gtk_widget_class_install_action (widget_class, "person.teach", NULL, add_role_action);
  gtk_widget_class_install_action (widget_class, "person.enrol", NULL, add_role_action);
}

static void
eqp_record_view_init (EqpRecordView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_record_view_set_session (EqpRecordView *self,
                             EqpSession    *session)
{
  g_return_if_fail (EQP_IS_RECORD_VIEW (self));

  if (!g_set_object (&self->session, session))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.teach", !eqp_store_is_read_only (eqp_session_get_store (session)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.enrol", !eqp_store_is_read_only (eqp_session_get_store (session)));
  eqp_date_row_set_date (self->as_of, eqp_date_today ());
  g_signal_connect_object (eqp_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
eqp_record_view_show (EqpRecordView *self,
                      EqpRecord     *record)
{
  g_return_if_fail (EQP_IS_RECORD_VIEW (self));

  if (!g_set_object (&self->record, record) && record != NULL)
    return;
  refresh (self);
  if (record != NULL)
    eqp_history_list_set_record (self->history, eqp_session_get_store (self->session), eqp_record_get_entity (record),
                                 eqp_record_get_id (record));
}

EqpRecord *
eqp_record_view_get_record (EqpRecordView *self)
{
  g_return_val_if_fail (EQP_IS_RECORD_VIEW (self), NULL);

  return self->record;
}
