/* eqp-procedures-window.c — the steps of procedures and the school holidays, editable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-procedures-window"

#include "config.h"

#include "app/procedures/eqp-procedures-window.h"

#include <glib/gi18n.h>

#include "domain/eqp-pole.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-procedure-step.h"
#include "domain/procedures/eqp-procedure.h"
#include "domain/procedures/eqp-school-holiday.h"

struct _EqpProceduresWindow
{
  EqpRecordListsWindow parent_instance;

  GtkListBox *steps;
  GtkListBox *holidays;
  GtkLabel   *no_holidays;
};

G_DEFINE_FINAL_TYPE (EqpProceduresWindow, eqp_procedures_window, EQP_TYPE_RECORD_LISTS_WINDOW)

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

/* ---- editing ---- */

static void
eqp_procedures_window_edit (EqpRecordListsWindow *window,
                            EqpRecord            *record)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (record);

  if (eqp_record_get_entity (record) == &eqp_procedure_step_entity)
    eqp_record_lists_window_present_editor (window, _ ("Change the step"), draft, step_fields);
  else
    eqp_record_lists_window_present_editor (window, _ ("Change the school holidays"), draft, holiday_fields);
}

/* A new step comes last. */
static gint64
get_next_position (EqpStore  *store,
                   EqpRecord *procedure)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, NULL, "SELECT ifnull (max (position), 0) + 1 FROM procedure_step WHERE procedure_id = ?",
                                                "i", eqp_record_get_id (procedure));

  return query != NULL && eqp_query_next (query, NULL) ? eqp_query_get_integer (query, 0) : 1;
}

static void
add_step_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  EqpRecordListsWindow *window = EQP_RECORD_LISTS_WINDOW (widget);
  EqpRecord            *procedure = eqp_record_lists_window_get_owner (window);
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_procedure_step_entity);

  eqp_record_set_reference (draft, EQP_PROCEDURE_STEP_PROCEDURE, eqp_record_get_id (procedure));
  eqp_record_set_integer (draft, EQP_PROCEDURE_STEP_POSITION, get_next_position (eqp_record_lists_window_get_store (window), procedure));
  eqp_record_lists_window_present_editor (window, _ ("New step"), draft, step_fields);
}

static void
add_holiday_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  EqpRecordListsWindow *window = EQP_RECORD_LISTS_WINDOW (widget);
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_school_holiday_entity);
  g_autofree char *zone = eqp_pole_dup_setting (eqp_record_lists_window_get_store (window), EQP_SETTING_HOLIDAY_ZONE);

  eqp_record_set_text (draft, EQP_SCHOOL_HOLIDAY_ZONE, zone);
  eqp_record_lists_window_present_editor (window, _ ("New school holidays"), draft, holiday_fields);
}

/* ---- rows ---- */

/* A step that was taken somewhere stays when it is to be deleted: the store refuses and says so. */
static void
add_row (EqpRecordListsWindow *window,
         GtkListBox           *list,
         EqpRecord            *record,
         const char           *subtitle)
{
  g_autofree char *title = eqp_record_dup_title (record, eqp_language_get_interface ());
  AdwActionRow    *row = eqp_record_lists_window_add_row (window, list, record, title, subtitle);

  adw_action_row_set_subtitle_lines (row, 4);
  eqp_record_lists_window_add_delete_button (window, row);
}

/* "start", or the name of the step that “step:CODE” means. */
static char *
dup_anchor_name (EqpStore   *store,
                 EqpRecord  *step,
                 const char *anchor)
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
  steps = eqp_store_select (store, &eqp_procedure_step_entity, NULL, "WHERE procedure_id = ? AND 'step:' || code = ?",
                            "is", eqp_record_get_reference (step, EQP_PROCEDURE_STEP_PROCEDURE), anchor);
  if (steps != NULL && steps->len > 0)
    {
      g_autofree char *title = eqp_record_dup_title (g_ptr_array_index (steps, 0), eqp_language_get_interface ());

      return g_strdup_printf (_ ("“%s”"), title);
    }
  return g_strdup (anchor);
}

/* "21 days before the beginning", "5 working days after the reception", "the reception". */
static char *
dup_due (EqpStore  *store,
         EqpRecord *step)
{
  gint64           delay = eqp_record_get_integer (step, EQP_PROCEDURE_STEP_DELAY);
  gboolean         working = g_str_equal (eqp_record_get_text (step, EQP_PROCEDURE_STEP_DAYS), "working");
  gulong           n = (gulong)ABS (delay);
  g_autofree char *anchor = NULL;

  if (eqp_record_is_empty (step, EQP_PROCEDURE_STEP_ANCHOR))
    return g_strdup (_ ("without a date"));
  anchor = dup_anchor_name (store, step, eqp_record_get_text (step, EQP_PROCEDURE_STEP_ANCHOR));
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
add_step (EqpRecordListsWindow *window,
          GtkListBox           *list,
          EqpRecord            *step)
{
  g_autofree char *due = dup_due (eqp_record_lists_window_get_store (window), step);
  const char      *role = eqp_step_role_get_label (eqp_record_get_text (step, EQP_PROCEDURE_STEP_ROLE), eqp_language_get_interface ());
  const char      *source = eqp_record_get_text (step, EQP_PROCEDURE_STEP_SOURCE);
  g_autoptr (GString) subtitle = g_string_new (due);

  if (*role != '\0')
    g_string_append_printf (subtitle, " · %s", role);
  if (!eqp_record_get_boolean (step, EQP_PROCEDURE_STEP_BLOCKING))
    g_string_append_printf (subtitle, " · %s", _ ("the next ones need not wait"));
  if (*source != '\0')
    g_string_append_printf (subtitle, "\n%s", source);
  add_row (window, list, step, subtitle->str);
}

static void
add_holiday (EqpRecordListsWindow *window,
             GtkListBox           *list,
             EqpRecord            *holiday)
{
  g_autofree char *from = eqp_record_dup_display (holiday, EQP_SCHOOL_HOLIDAY_FROM_DATE, eqp_language_get_interface ());
  g_autofree char *to = eqp_record_dup_display (holiday, EQP_SCHOOL_HOLIDAY_TO_DATE, eqp_language_get_interface ());
  g_autofree char *period = g_strdup_printf ("%s – %s", from, to);

  add_row (window, list, holiday, period);
}

static void
eqp_procedures_window_fill (EqpRecordListsWindow *window,
                            EqpRecord            *procedure)
{
  EqpProceduresWindow *self = EQP_PROCEDURES_WINDOW (window);
  EqpStore            *store = eqp_record_lists_window_get_store (window);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) holidays = NULL;

  if (procedure != NULL)
    steps = eqp_store_select (store, &eqp_procedure_step_entity, NULL, "WHERE procedure_id = ? ORDER BY position, id",
                              "i", eqp_record_get_id (procedure));
  holidays = eqp_store_select (store, &eqp_school_holiday_entity, NULL, "ORDER BY from_date DESC, zone", NULL);
  eqp_record_lists_window_fill_list (window, self->steps, steps, add_step);
  eqp_record_lists_window_fill_list (window, self->holidays, holidays, add_holiday);
  gtk_widget_set_visible (GTK_WIDGET (self->no_holidays), holidays == NULL || holidays->len == 0);
}

/* ---- the class ---- */

static void
eqp_procedures_window_constructed (GObject *object)
{
  EqpRecordListsWindow *window = EQP_RECORD_LISTS_WINDOW (object);
  gboolean              writable;

  G_OBJECT_CLASS (eqp_procedures_window_parent_class)->constructed (object);

  if (eqp_session_window_get_session (EQP_SESSION_WINDOW (object)) == NULL) /* only in tests */
    return;
  writable = eqp_record_lists_window_is_writable (window);
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "procedure.add-step", writable && eqp_record_lists_window_get_owner (window) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "procedure.add-holiday", writable);
}

static void
eqp_procedures_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EQP_TYPE_PROCEDURES_WINDOW);

  G_OBJECT_CLASS (eqp_procedures_window_parent_class)->dispose (object);
}

static void
eqp_procedures_window_class_init (EqpProceduresWindowClass *klass)
{
  GObjectClass              *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass            *widget_class = GTK_WIDGET_CLASS (klass);
  EqpRecordListsWindowClass *window_class = EQP_RECORD_LISTS_WINDOW_CLASS (klass);

  object_class->constructed = eqp_procedures_window_constructed;
  object_class->dispose = eqp_procedures_window_dispose;
  window_class->owner = &eqp_procedure_entity;
  window_class->source_field = EQP_PROCEDURE_SOURCE;
  window_class->owner_label = N_ ("Procedure");
  window_class->fill = eqp_procedures_window_fill;
  window_class->edit = eqp_procedures_window_edit;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-procedures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpProceduresWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, EqpProceduresWindow, holidays);
  gtk_widget_class_bind_template_child (widget_class, EqpProceduresWindow, no_holidays);
  gtk_widget_class_install_action (widget_class, "procedure.add-step", NULL, add_step_action);
  gtk_widget_class_install_action (widget_class, "procedure.add-holiday", NULL, add_holiday_action);
}

static void
eqp_procedures_window_init (EqpProceduresWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
