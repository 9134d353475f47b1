/* eqp-statutes-window.c — a statute's seats, parameters and rules, editable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-statutes-window"

#include "config.h"

#include "app/bodies/eqp-statutes-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-check.h"
#include "domain/bodies/eqp-parameter.h"
#include "domain/bodies/eqp-statute-rule.h"
#include "domain/bodies/eqp-statute.h"

struct _EqpStatutesWindow
{
  EqpSessionWindow parent_instance;

  GPtrArray *statutes; /* (element-type EqpStatute) */
  gboolean   filling;

  GtkDropDown *chooser;
  GtkLabel    *source;
  GtkListBox  *categories;
  GtkListBox  *parameters;
  GtkListBox  *rules;
};

G_DEFINE_FINAL_TYPE (EqpStatutesWindow, eqp_statutes_window, EQP_TYPE_SESSION_WINDOW)

static EqpSession *
get_session (EqpStatutesWindow *self)
{
  return eqp_session_window_get_session (EQP_SESSION_WINDOW (self));
}

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

static EqpStore *
get_store (EqpStatutesWindow *self)
{
  return eqp_session_get_store (get_session (self));
}

static EqpRecord *
get_statute (EqpStatutesWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  return self->statutes != NULL && selected < self->statutes->len ? g_ptr_array_index (self->statutes, selected) : NULL;
}

/* ---- rows ---- */

static void
edit_row_cb (EqpStatutesWindow *self,
             GtkListBoxRow     *row)
{
  EqpRecord       *record = g_object_get_data (G_OBJECT (row), "record");
  const EqpEntity *entity = eqp_record_get_entity (record);
  const int       *fields = rule_fields;
  const char      *title = _ ("Change the rule");
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (record);

  if (entity == &eqp_category_entity)
    {
      fields = category_fields;
      title = _ ("Change the seat category");
    }
  else if (entity == &eqp_parameter_entity)
    {
      fields = parameter_fields;
      title = _ ("Change the parameter");
    }
  gtk_window_present (GTK_WINDOW (eqp_record_window_new (GTK_WINDOW (self), title, get_store (self), draft, fields, NULL, NULL, NULL)));
}

static void
delete_cb (GtkButton         *button,
           EqpStatutesWindow *self)
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

static void
add_row (EqpStatutesWindow *self,
         GtkListBox        *list,
         EqpRecord         *record,
         const char        *title,
         const char        *subtitle,
         const char        *value)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *label = gtk_label_new (value);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);
  gboolean         writable = !eqp_store_is_read_only (get_store (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  gtk_widget_add_css_class (label, "figure");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), writable);
  if (writable && eqp_record_get_entity (record) != &eqp_statute_rule_entity)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Delete"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete"), -1);
      g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (list, row);
}

static void
add_category (EqpStatutesWindow *self,
              EqpRecord         *record)
{
  gboolean         french = eqp_language_get_interface () == EQP_LANGUAGE_FR || eqp_record_is_empty (record, EQP_CATEGORY_NAME_EN);
  const char      *name = eqp_record_get_text (record, french ? EQP_CATEGORY_NAME_FR : EQP_CATEGORY_NAME_EN);
  gint64           min = eqp_record_get_integer (record, EQP_CATEGORY_MIN);
  g_autofree char *range = NULL;
  g_autoptr (GString) subtitle = g_string_new (eqp_record_get_text (record, EQP_CATEGORY_CODE));

  if (!eqp_record_is_empty (record, EQP_CATEGORY_MAX))
    range = g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, min, eqp_record_get_integer (record, EQP_CATEGORY_MAX));
  else
    range = min > 0 ? g_strdup_printf ("≥ %" G_GINT64_FORMAT, min) : g_strdup ("—");
  if (!eqp_record_get_boolean (record, EQP_CATEGORY_COUNTS))
    g_string_append_printf (subtitle, " · %s", _ ("not counted"));
  if (!eqp_record_get_boolean (record, EQP_CATEGORY_VOTES))
    g_string_append_printf (subtitle, " · %s", _ ("without vote"));
  if (eqp_record_get_boolean (record, EQP_CATEGORY_MAY_CHAIR))
    g_string_append_printf (subtitle, " · %s", _ ("may chair"));
  add_row (self, self->categories, record, name, subtitle->str, range);
}

static void
add_parameter (EqpStatutesWindow *self,
               EqpRecord         *record)
{
  g_autofree char *from = eqp_record_dup_display (record, EQP_PARAMETER_FROM_DATE, eqp_language_get_interface ());
  const char      *source = eqp_record_get_text (record, EQP_PARAMETER_SOURCE);
  g_autofree char *subtitle = *from != '\0' ? g_strdup_printf (_ ("since %s · %s"), from, source) : g_strdup (source);

  add_row (self, self->parameters, record, eqp_record_get_text (record, EQP_PARAMETER_NAME), subtitle,
           eqp_record_get_text (record, EQP_PARAMETER_VALUE));
}

static void
add_rule (EqpStatutesWindow *self,
          EqpRecord         *record)
{
  const EqpRule   *rule = eqp_rule_find (eqp_record_get_text (record, EQP_STATUTE_RULE_RULE));
  g_autofree char *severity = eqp_record_dup_display (record, EQP_STATUTE_RULE_SEVERITY, eqp_language_get_interface ());
  g_autofree char *title = NULL;

  /* A rule that this version does not know is shown by its name, and left alone. */
  title = rule != NULL ? g_strdup_printf ("%s · %s", rule->requirement, _ (rule->label))
                       : g_strdup (eqp_record_get_text (record, EQP_STATUTE_RULE_RULE));
  add_row (self, self->rules, record, title, eqp_record_get_text (record, EQP_STATUTE_RULE_SOURCE), severity);
}

static void
fill_list (EqpStatutesWindow *self,
           GtkListBox        *list,
           const EqpEntity   *entity,
           const char        *clause,
           void (*add) (EqpStatutesWindow *, EqpRecord *))
{
  g_autoptr (GPtrArray) records = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  records = eqp_store_select (get_store (self), entity, NULL, clause, "i", eqp_record_get_id (get_statute (self)));
  for (guint i = 0; records != NULL && i < records->len; i++)
    add (self, g_ptr_array_index (records, i));
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_widget_get_first_child (GTK_WIDGET (list)) != NULL);
}

static void
refresh (EqpStatutesWindow *self)
{
  EqpRecord *statute = get_statute (self);

  if (self->filling || statute == NULL)
    return;
  gtk_label_set_label (self->source, eqp_record_get_text (statute, EQP_STATUTE_SOURCE));
  fill_list (self, self->categories, &eqp_category_entity, "WHERE statute_id = ? ORDER BY position, code", add_category);
  fill_list (self, self->parameters, &eqp_parameter_entity, "WHERE statute_id = ? ORDER BY name, from_date", add_parameter);
  fill_list (self, self->rules, &eqp_statute_rule_entity, "WHERE statute_id = ? ORDER BY id", add_rule);
}

/* ---- adding ---- */

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  EqpStatutesWindow *self = EQP_STATUTES_WINDOW (widget);
  gboolean           category = g_str_equal (action, "statute.add-category");
  g_autoptr (EqpRecord) draft = eqp_record_new (category ? &eqp_category_entity : &eqp_parameter_entity);

  eqp_record_set_reference (draft, category ? (guint)EQP_CATEGORY_STATUTE : (guint)EQP_PARAMETER_STATUTE,
                            eqp_record_get_id (get_statute (self)));
  gtk_window_present (GTK_WINDOW (eqp_record_window_new (GTK_WINDOW (self), category ? _ ("New seat category") : _ ("New parameter"),
                                                         get_store (self), draft, category ? category_fields : parameter_fields,
                                                         NULL, NULL, NULL)));
}

/* ---- the class ---- */

static void
list_statutes (EqpStatutesWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  self->statutes = eqp_store_select (get_store (self), &eqp_statute_entity, NULL, "ORDER BY id", NULL);
  for (guint i = 0; self->statutes != NULL && i < self->statutes->len; i++)
    {
      g_autofree char *title = eqp_record_dup_title (g_ptr_array_index (self->statutes, i), eqp_language_get_interface ());

      gtk_string_list_append (names, title);
    }
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  self->filling = FALSE;
  refresh (self);
}

static void
eqp_statutes_window_constructed (GObject *object)
{
  EqpStatutesWindow *self = EQP_STATUTES_WINDOW (object);

  G_OBJECT_CLASS (eqp_statutes_window_parent_class)->constructed (object);

  if (get_session (self) == NULL) /* only in tests */
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statute.add-category", !eqp_store_is_read_only (get_store (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statute.add-parameter", !eqp_store_is_read_only (get_store (self)));
  list_statutes (self);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
eqp_statutes_window_dispose (GObject *object)
{
  EqpStatutesWindow *self = EQP_STATUTES_WINDOW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_STATUTES_WINDOW);
  g_clear_pointer (&self->statutes, g_ptr_array_unref);

  G_OBJECT_CLASS (eqp_statutes_window_parent_class)->dispose (object);
}

static void
eqp_statutes_window_class_init (EqpStatutesWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eqp_statutes_window_constructed;
  object_class->dispose = eqp_statutes_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-statutes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpStatutesWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, EqpStatutesWindow, source);
  gtk_widget_class_bind_template_child (widget_class, EqpStatutesWindow, categories);
  gtk_widget_class_bind_template_child (widget_class, EqpStatutesWindow, parameters);
  gtk_widget_class_bind_template_child (widget_class, EqpStatutesWindow, rules);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, edit_row_cb);
  gtk_widget_class_install_action (widget_class, "statute.add-category", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "statute.add-parameter", NULL, add_action);
}

static void
eqp_statutes_window_init (EqpStatutesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
