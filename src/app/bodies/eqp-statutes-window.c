/* eqp-statutes-window.c — a statute's seats, parameters and rules, editable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-statutes-window"

#include "config.h"

#include "app/bodies/eqp-statutes-window.h"

#include <glib/gi18n.h>

#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-check.h"
#include "domain/bodies/eqp-parameter.h"
#include "domain/bodies/eqp-statute-rule.h"
#include "domain/bodies/eqp-statute.h"

struct _EqpStatutesWindow
{
  EqpRecordListsWindow parent_instance;

  GtkListBox *categories;
  GtkListBox *parameters;
  GtkListBox *rules;
};

G_DEFINE_FINAL_TYPE (EqpStatutesWindow, eqp_statutes_window, EQP_TYPE_RECORD_LISTS_WINDOW)

static const int category_fields[] = {
  EQP_CATEGORY_CODE,
  EQP_CATEGORY_NAME_FR,
  EQP_CATEGORY_NAME_EN,
  EQP_CATEGORY_POSITION,
  EQP_CATEGORY_MIN,
  EQP_CATEGORY_MAX,
  EQP_CATEGORY_COUNTS,
  EQP_CATEGORY_VOTES,
  EQP_CATEGORY_MAY_CHAIR,
  EQP_CATEGORY_SIDE,
  -1,
};
static const int parameter_fields[] = {
  EQP_PARAMETER_NAME,
  EQP_PARAMETER_VALUE,
  EQP_PARAMETER_FROM_DATE,
  EQP_PARAMETER_TO_DATE,
  EQP_PARAMETER_SOURCE,
  -1,
};
static const int rule_fields[] = { EQP_STATUTE_RULE_SEVERITY, EQP_STATUTE_RULE_SOURCE, -1 };

/* ---- rows ---- */

static void
add_row (EqpRecordListsWindow *window,
         GtkListBox           *list,
         EqpRecord            *record,
         const char           *title,
         const char           *subtitle,
         const char           *value)
{
  AdwActionRow *row = eqp_record_lists_window_add_row (window, list, record, title, subtitle);
  GtkWidget    *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "figure");
  adw_action_row_add_suffix (row, label);
  if (eqp_record_get_entity (record) != &eqp_statute_rule_entity)
    eqp_record_lists_window_add_delete_button (window, row);
}

static void
add_category (EqpRecordListsWindow *window,
              GtkListBox           *list,
              EqpRecord            *record)
{
  gboolean         french = eqp_language_get_interface () == EQP_LANGUAGE_FR || eqp_record_is_empty (record, EQP_CATEGORY_NAME_EN);
  const char      *name = eqp_record_get_text (record, french ? EQP_CATEGORY_NAME_FR : EQP_CATEGORY_NAME_EN);
  gint64           min = eqp_record_get_integer (record, EQP_CATEGORY_MIN);
  g_autofree char *range = NULL;
  g_autoptr (GString) subtitle = g_string_new (eqp_record_get_text (record, EQP_CATEGORY_CODE));

  if (!eqp_record_is_empty (record, EQP_CATEGORY_MAX) && eqp_record_get_integer (record, EQP_CATEGORY_MAX) == min)
    range = g_strdup_printf ("%" G_GINT64_FORMAT, min);
  else if (!eqp_record_is_empty (record, EQP_CATEGORY_MAX))
    range = g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, min, eqp_record_get_integer (record, EQP_CATEGORY_MAX));
  else
    range = min > 0 ? g_strdup_printf ("≥ %" G_GINT64_FORMAT, min) : g_strdup ("—");
  if (!eqp_record_get_boolean (record, EQP_CATEGORY_COUNTS))
    g_string_append_printf (subtitle, " · %s", _ ("not counted"));
  if (!eqp_record_get_boolean (record, EQP_CATEGORY_VOTES))
    g_string_append_printf (subtitle, " · %s", _ ("without vote"));
  if (eqp_record_get_boolean (record, EQP_CATEGORY_MAY_CHAIR))
    g_string_append_printf (subtitle, " · %s", _ ("may chair"));
  add_row (window, list, record, name, subtitle->str, range);
}

static void
add_parameter (EqpRecordListsWindow *window,
               GtkListBox           *list,
               EqpRecord            *record)
{
  g_autofree char *from = eqp_record_dup_display (record, EQP_PARAMETER_FROM_DATE, eqp_language_get_interface ());
  const char      *name = eqp_record_get_text (record, EQP_PARAMETER_NAME);
  const char      *source = eqp_record_get_text (record, EQP_PARAMETER_SOURCE);
  g_autofree char *dated = *from != '\0' ? g_strdup_printf (_ ("since %s · %s"), from, source) : g_strdup (source);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", name, dated);

  add_row (window, list, record, eqp_parameter_get_label (name, eqp_language_get_interface ()), subtitle,
           eqp_record_get_text (record, EQP_PARAMETER_VALUE));
}

static void
add_rule (EqpRecordListsWindow *window,
          GtkListBox           *list,
          EqpRecord            *record)
{
  const EqpRule   *rule = eqp_rule_find (eqp_record_get_text (record, EQP_STATUTE_RULE_RULE));
  g_autofree char *severity = eqp_record_dup_display (record, EQP_STATUTE_RULE_SEVERITY, eqp_language_get_interface ());
  g_autofree char *title = NULL;

  /* A rule that this version does not know is shown by its name, and left alone. */
  title = rule != NULL ? g_strdup_printf ("%s · %s", rule->requirement, _ (rule->label))
                       : g_strdup (eqp_record_get_text (record, EQP_STATUTE_RULE_RULE));
  add_row (window, list, record, title, eqp_record_get_text (record, EQP_STATUTE_RULE_SOURCE), severity);
}

static void
fill_list (EqpRecordListsWindow *window,
           EqpRecord            *statute,
           GtkListBox           *list,
           const EqpEntity      *entity,
           const char           *clause,
           EqpRecordListsFunc    add)
{
  g_autoptr (GPtrArray) records = eqp_store_select (eqp_record_lists_window_get_store (window), entity, NULL, clause,
                                                    "i", eqp_record_get_id (statute));

  eqp_record_lists_window_fill_list (window, list, records, add);
}

static void
eqp_statutes_window_fill (EqpRecordListsWindow *window,
                          EqpRecord            *statute)
{
  EqpStatutesWindow *self = EQP_STATUTES_WINDOW (window);

  if (statute == NULL)
    return;
  fill_list (window, statute, self->categories, &eqp_category_entity, "WHERE statute_id = ? ORDER BY position, code", add_category);
  fill_list (window, statute, self->parameters, &eqp_parameter_entity, "WHERE statute_id = ? ORDER BY name, from_date", add_parameter);
  fill_list (window, statute, self->rules, &eqp_statute_rule_entity, "WHERE statute_id = ? ORDER BY id", add_rule);
}

/* ---- editing ---- */

static void
eqp_statutes_window_edit (EqpRecordListsWindow *window,
                          EqpRecord            *record)
{
  const EqpEntity *entity = eqp_record_get_entity (record);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (record);

  if (entity == &eqp_category_entity)
    eqp_record_lists_window_present_editor (window, _ ("Change the seat category"), draft, category_fields);
  else if (entity == &eqp_parameter_entity)
    eqp_record_lists_window_present_editor (window, _ ("Change the parameter"), draft, parameter_fields);
  else
    eqp_record_lists_window_present_editor (window, _ ("Change the rule"), draft, rule_fields);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  EqpRecordListsWindow *window = EQP_RECORD_LISTS_WINDOW (widget);
  gboolean              category = g_str_equal (action, "statute.add-category");
  g_autoptr (EqpRecord) draft = eqp_record_new (category ? &eqp_category_entity : &eqp_parameter_entity);

  eqp_record_set_reference (draft, category ? (guint)EQP_CATEGORY_STATUTE : (guint)EQP_PARAMETER_STATUTE,
                            eqp_record_get_id (eqp_record_lists_window_get_owner (window)));
  eqp_record_lists_window_present_editor (window, category ? _ ("New seat category") : _ ("New parameter"), draft,
                                          category ? category_fields : parameter_fields);
}

/* ---- the class ---- */

static void
eqp_statutes_window_constructed (GObject *object)
{
  EqpRecordListsWindow *window = EQP_RECORD_LISTS_WINDOW (object);

  G_OBJECT_CLASS (eqp_statutes_window_parent_class)->constructed (object);

  if (eqp_session_window_get_session (EQP_SESSION_WINDOW (object)) == NULL) /* only in tests */
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "statute.add-category", eqp_record_lists_window_is_writable (window));
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "statute.add-parameter", eqp_record_lists_window_is_writable (window));
}

static void
eqp_statutes_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EQP_TYPE_STATUTES_WINDOW);

  G_OBJECT_CLASS (eqp_statutes_window_parent_class)->dispose (object);
}

static void
eqp_statutes_window_class_init (EqpStatutesWindowClass *klass)
{
  GObjectClass              *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass            *widget_class = GTK_WIDGET_CLASS (klass);
  EqpRecordListsWindowClass *window_class = EQP_RECORD_LISTS_WINDOW_CLASS (klass);

  object_class->constructed = eqp_statutes_window_constructed;
  object_class->dispose = eqp_statutes_window_dispose;
  window_class->owner = &eqp_statute_entity;
  window_class->source_field = EQP_STATUTE_SOURCE;
  window_class->owner_label = N_ ("Statute");
  window_class->fill = eqp_statutes_window_fill;
  window_class->edit = eqp_statutes_window_edit;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-statutes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpStatutesWindow, categories);
  gtk_widget_class_bind_template_child (widget_class, EqpStatutesWindow, parameters);
  gtk_widget_class_bind_template_child (widget_class, EqpStatutesWindow, rules);
  gtk_widget_class_install_action (widget_class, "statute.add-category", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "statute.add-parameter", NULL, add_action);
}

static void
eqp_statutes_window_init (EqpStatutesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
