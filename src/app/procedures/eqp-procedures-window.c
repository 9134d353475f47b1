/* eqp-procedures-window.c — the steps of procedures and the school holidays, editable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-procedures-window"

#include "config.h"

#include "app/procedures/eqp-procedures-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/eqp-pole.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-procedure-step.h"
#include "domain/procedures/eqp-procedure.h"
#include "domain/procedures/eqp-school-holiday.h"

struct _EqpProceduresWindow
{
  EqpSessionWindow parent_instance;

  GPtrArray *procedures; /* (element-type EqpProcedure) */
  gboolean   filling;

  GtkDropDown *chooser;
  GtkLabel    *source;
  GtkListBox  *steps;
  GtkListBox  *holidays;
  GtkLabel    *no_holidays;
};

G_DEFINE_FINAL_TYPE (EqpProceduresWindow, eqp_procedures_window, EQP_TYPE_SESSION_WINDOW)

static const int step_fields[] = {
  EQP_PROCEDURE_STEP_NAME_FR,
  EQP_PROCEDURE_STEP_NAME_EN,
  EQP_PROCEDURE_STEP_CODE,
  EQP_PROCEDURE_STEP_POSITION,
  EQP_PROCEDURE_STEP_ROLE,
  EQP_PROCEDURE_STEP_ANCHOR,
  EQP_PROCEDURE_STEP_DELAY,
  EQP_PROCEDURE_STEP_DAYS,
  EQP_PROCEDURE_STEP_BLOCKING,
  EQP_PROCEDURE_STEP_EVIDENCE,
  EQP_PROCEDURE_STEP_SOURCE,
  -1,
};
static const int holiday_fields[] = {
  EQP_SCHOOL_HOLIDAY_ZONE,
  EQP_SCHOOL_HOLIDAY_NAME,
  EQP_SCHOOL_HOLIDAY_FROM_DATE,
  EQP_SCHOOL_HOLIDAY_TO_DATE,
  -1,
};

static EqpStore *
get_store (EqpProceduresWindow *self)
{
  return eqp_session_get_store (eqp_session_window_get_session (EQP_SESSION_WINDOW (self)));
}

static EqpRecord *
get_procedure (EqpProceduresWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  return self->procedures != NULL && selected < self->procedures->len ? g_ptr_array_index (self->procedures, selected) : NULL;
}

/* ---- editing ---- */

static void
present_editor (EqpProceduresWindow *self,
                const char          *title,
                EqpRecord           *draft)
{
  const int *fields = eqp_record_get_entity (draft) == &eqp_procedure_step_entity ? step_fields : holiday_fields;

  gtk_window_present (GTK_WINDOW (eqp_record_window_new (GTK_WINDOW (self), title, get_store (self), draft, fields, NULL, NULL, NULL)));
}

static void
edit_row_cb (EqpProceduresWindow *self,
             GtkListBoxRow       *row)
{
  EqpRecord *record = g_object_get_data (G_OBJECT (row), "record");
  gboolean   step = eqp_record_get_entity (record) == &eqp_procedure_step_entity;
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (record);

  present_editor (self, step ? _ ("Change the step") : _ ("Change the school holidays"), draft);
}

/* A step that was taken somewhere stays: the store refuses and says so. */
static void
delete_cb (GtkButton           *button,
           EqpProceduresWindow *self)
{
  EqpRecord       *record = g_object_get_data (G_OBJECT (button), "record");
  g_autofree char *title = eqp_record_dup_title (record, eqp_language_get_interface ());
  g_autoptr (EqpMessage) label = eqp_message_text (eqp_message_new (N_ ("Deleted {record}")), "record", title);
  g_autoptr (GError) error = NULL;

  if (eqp_store_delete_one (get_store (self), label, record, &error))
    eqp_feedback_edit (GTK_WIDGET (self), label);
  else
    eqp_feedback_error (GTK_WIDGET (self), _ ("It was not deleted"), error);
}

/* A new step comes last. */
static gint64
get_next_position (EqpProceduresWindow *self)
{
  g_autoptr (EqpQuery) query = eqp_store_query (get_store (self), NULL, "SELECT ifnull (max (position), 0) + 1 FROM procedure_step WHERE procedure_id = ?",
                                                "i", eqp_record_get_id (get_procedure (self)));

  return query != NULL && eqp_query_next (query, NULL) ? eqp_query_get_integer (query, 0) : 1;
}

static void
add_step_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  EqpProceduresWindow *self = EQP_PROCEDURES_WINDOW (widget);
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_procedure_step_entity);

  eqp_record_set_reference (draft, EQP_PROCEDURE_STEP_PROCEDURE, eqp_record_get_id (get_procedure (self)));
  eqp_record_set_integer (draft, EQP_PROCEDURE_STEP_POSITION, get_next_position (self));
  present_editor (self, _ ("New step"), draft);
}

static void
add_holiday_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  EqpProceduresWindow *self = EQP_PROCEDURES_WINDOW (widget);
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_school_holiday_entity);
  g_autofree char *zone = eqp_pole_dup_setting (get_store (self), EQP_SETTING_HOLIDAY_ZONE);

  eqp_record_set_text (draft, EQP_SCHOOL_HOLIDAY_ZONE, zone);
  present_editor (self, _ ("New school holidays"), draft);
}

/* ---- rows ---- */

static void
add_row (EqpProceduresWindow *self,
         GtkListBox          *list,
         EqpRecord           *record,
         const char          *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button;
  g_autofree char *title = eqp_record_dup_title (record, eqp_language_get_interface ());
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);
  g_autofree char *label = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  gtk_list_box_append (list, row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !eqp_store_is_read_only (get_store (self)));
  if (eqp_store_is_read_only (get_store (self)))
    return;
  /* Translators: %s is a step of a procedure, or school holidays */
  label = g_strdup_printf (_ ("Delete “%s”"), title);
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* "start", or the name of the step that “step:CODE” means. */
static char *
dup_anchor_name (EqpProceduresWindow *self,
                 const char          *anchor)
{
  static const struct
  {
    const char *anchor;
    const char *label;
  } anchors[] = {
    { "received", N_ ("the reception") },
    { "start", N_ ("the beginning") },
    { "end", N_ ("the end") },
  };
  g_autoptr (GPtrArray) steps = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (g_str_equal (anchors[i].anchor, anchor))
      return g_strdup (_ (anchors[i].label));
  steps = eqp_store_select (get_store (self), &eqp_procedure_step_entity, NULL, "WHERE procedure_id = ? AND 'step:' || code = ?",
                            "is", eqp_record_get_id (get_procedure (self)), anchor);
  if (steps != NULL && steps->len > 0)
    {
      g_autofree char *title = eqp_record_dup_title (g_ptr_array_index (steps, 0), eqp_language_get_interface ());

      return g_strdup_printf (_ ("“%s”"), title);
    }
  return g_strdup (anchor);
}

/* "21 days before the beginning", "5 working days after the reception", "the reception". */
static char *
dup_due (EqpProceduresWindow *self,
         EqpRecord           *step)
{
  gint64           delay = eqp_record_get_integer (step, EQP_PROCEDURE_STEP_DELAY);
  gboolean         working = g_str_equal (eqp_record_get_text (step, EQP_PROCEDURE_STEP_DAYS), "working");
  gulong           n = (gulong)ABS (delay);
  g_autofree char *anchor = NULL;

  if (eqp_record_is_empty (step, EQP_PROCEDURE_STEP_ANCHOR))
    return g_strdup (_ ("without a date"));
  anchor = dup_anchor_name (self, eqp_record_get_text (step, EQP_PROCEDURE_STEP_ANCHOR));
  if (delay == 0)
    /* Translators: %s is “the reception”, “the beginning”, “the end” or the name of a step */
    return g_strdup_printf (_ ("on the day of %s"), anchor);
  /* Translators: a number of days, then “the reception”, “the beginning”, “the end” or the name of a step */
  if (delay > 0 && working)
    return g_strdup_printf (ngettext ("%lu working day after %s", "%lu working days after %s", n), n, anchor);
  if (delay > 0)
    return g_strdup_printf (ngettext ("%lu day after %s", "%lu days after %s", n), n, anchor);
  if (working)
    return g_strdup_printf (ngettext ("%lu working day before %s", "%lu working days before %s", n), n, anchor);
  return g_strdup_printf (ngettext ("%lu day before %s", "%lu days before %s", n), n, anchor);
}

static void
add_step (EqpProceduresWindow *self,
          EqpRecord           *step)
{
  g_autofree char *due = dup_due (self, step);
  const char      *role = eqp_step_role_get_label (eqp_record_get_text (step, EQP_PROCEDURE_STEP_ROLE), eqp_language_get_interface ());
  const char      *source = eqp_record_get_text (step, EQP_PROCEDURE_STEP_SOURCE);
  g_autoptr (GString) subtitle = g_string_new (due);

  if (*role != '\0')
    g_string_append_printf (subtitle, " · %s", role);
  if (!eqp_record_get_boolean (step, EQP_PROCEDURE_STEP_BLOCKING))
    g_string_append_printf (subtitle, " · %s", _ ("the next ones need not wait"));
  if (*source != '\0')
    g_string_append_printf (subtitle, "\n%s", source);
  add_row (self, self->steps, step, subtitle->str);
}

static void
add_holiday (EqpProceduresWindow *self,
             EqpRecord           *holiday)
{
  g_autofree char *from = eqp_record_dup_display (holiday, EQP_SCHOOL_HOLIDAY_FROM_DATE, eqp_language_get_interface ());
  g_autofree char *to = eqp_record_dup_display (holiday, EQP_SCHOOL_HOLIDAY_TO_DATE, eqp_language_get_interface ());
  g_autofree char *period = g_strdup_printf ("%s – %s", from, to);

  add_row (self, self->holidays, holiday, period);
}

static void
fill_list (EqpProceduresWindow *self,
           GtkListBox          *list,
           GPtrArray           *records, /* (nullable) */
           void (*add) (EqpProceduresWindow *, EqpRecord *))
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint i = 0; records != NULL && i < records->len; i++)
    add (self, g_ptr_array_index (records, i));
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_widget_get_first_child (GTK_WIDGET (list)) != NULL);
}

static void
refresh (EqpProceduresWindow *self)
{
  EqpRecord *procedure = get_procedure (self);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) holidays = NULL;

  if (self->filling || eqp_session_window_get_session (EQP_SESSION_WINDOW (self)) == NULL)
    return;
  if (procedure != NULL)
    steps = eqp_store_select (get_store (self), &eqp_procedure_step_entity, NULL, "WHERE procedure_id = ? ORDER BY position, id",
                              "i", eqp_record_get_id (procedure));
  holidays = eqp_store_select (get_store (self), &eqp_school_holiday_entity, NULL, "ORDER BY from_date DESC, zone", NULL);
  gtk_label_set_label (self->source, procedure != NULL ? eqp_record_get_text (procedure, EQP_PROCEDURE_SOURCE) : "");
  fill_list (self, self->steps, steps, add_step);
  fill_list (self, self->holidays, holidays, add_holiday);
  gtk_widget_set_visible (GTK_WIDGET (self->no_holidays), holidays == NULL || holidays->len == 0);
}

/* ---- the class ---- */

static void
list_procedures (EqpProceduresWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  self->procedures = eqp_store_select (get_store (self), &eqp_procedure_entity, NULL, "ORDER BY id", NULL);
  for (guint i = 0; self->procedures != NULL && i < self->procedures->len; i++)
    {
      g_autofree char *title = eqp_record_dup_title (g_ptr_array_index (self->procedures, i), eqp_language_get_interface ());

      gtk_string_list_append (names, title);
    }
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  self->filling = FALSE;
  refresh (self);
}

static void
eqp_procedures_window_constructed (GObject *object)
{
  EqpProceduresWindow *self = EQP_PROCEDURES_WINDOW (object);

  G_OBJECT_CLASS (eqp_procedures_window_parent_class)->constructed (object);

  if (eqp_session_window_get_session (EQP_SESSION_WINDOW (self)) == NULL) /* only in tests */
    return;
  list_procedures (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "procedure.add-step", !eqp_store_is_read_only (get_store (self)) && get_procedure (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "procedure.add-holiday", !eqp_store_is_read_only (get_store (self)));
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
eqp_procedures_window_dispose (GObject *object)
{
  EqpProceduresWindow *self = EQP_PROCEDURES_WINDOW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_PROCEDURES_WINDOW);
  g_clear_pointer (&self->procedures, g_ptr_array_unref);

  G_OBJECT_CLASS (eqp_procedures_window_parent_class)->dispose (object);
}

static void
eqp_procedures_window_class_init (EqpProceduresWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eqp_procedures_window_constructed;
  object_class->dispose = eqp_procedures_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-procedures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpProceduresWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, EqpProceduresWindow, source);
  gtk_widget_class_bind_template_child (widget_class, EqpProceduresWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, EqpProceduresWindow, holidays);
  gtk_widget_class_bind_template_child (widget_class, EqpProceduresWindow, no_holidays);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, edit_row_cb);
  gtk_widget_class_install_action (widget_class, "procedure.add-step", NULL, add_step_action);
  gtk_widget_class_install_action (widget_class, "procedure.add-holiday", NULL, add_holiday_action);
}

static void
eqp_procedures_window_init (EqpProceduresWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
