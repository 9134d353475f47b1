/* eqp-record-form.c — an editor made from a field table: one row a field, checked while typing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record-form"

#include "config.h"

#include "app/widgets/eqp-record-form.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-record-chooser.h"
#include "base/eqp-duration.h"
#include "base/eqp-utils.h"

typedef struct
{
  EqpRecordForm *form; /* borrowed: the row belongs to it */
  guint          field;
  GtkWidget     *row;
  GtkWidget     *control; /* what is focused and read: the row itself, a switch, a chooser */
  gboolean       touched;
  char          *problem; /* what was typed cannot be read at all */
} FormRow;

struct _EqpRecordForm
{
  AdwPreferencesGroup parent_instance;

  EqpStore  *store;
  EqpRecord *draft;
  GPtrArray *rows; /* (element-type FormRow) */
  char      *problem;
};

G_DEFINE_FINAL_TYPE (EqpRecordForm, eqp_record_form, ADW_TYPE_PREFERENCES_GROUP)

enum {
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

enum {
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
form_row_free (FormRow *row)
{
  g_free (row->problem);
  g_free (row);
}

static const EqpField *
get_field (EqpRecordForm *self,
           guint          field)
{
  return &eqp_record_get_entity (self->draft)->fields[field];
}

/* ---- checking ---- */

/* Says what is wrong beside the row at fault; @everything: rows nobody touched yet count too. Returns the row at fault. */
static FormRow *
show_problem (EqpRecordForm *self,
              gboolean       everything)
{
  g_autoptr (GError) error = NULL;
  guint       at_fault = G_MAXUINT;
  FormRow    *found = NULL;
  const char *problem = NULL;

  eqp_record_validate (self->draft, &at_fault, &error);
  for (guint i = 0; i < self->rows->len; i++)
    {
      FormRow    *row = g_ptr_array_index (self->rows, i);
      const char *sentence = row->problem;

      if (sentence == NULL && error != NULL && row->field == at_fault && (row->touched || everything))
        sentence = error->message;
      if (sentence != NULL && found == NULL)
        {
          found = row;
          problem = sentence;
        }
      if (sentence != NULL)
        gtk_widget_add_css_class (row->row, "error");
      else
        gtk_widget_remove_css_class (row->row, "error");
    }
  if (eqp_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  return found;
}

static void
row_edited (FormRow *row)
{
  row->touched = TRUE;
  show_problem (row->form, FALSE);
  g_signal_emit (row->form, signals[CHANGED], 0);
}

/* ---- one callback a kind of row ---- */

static void
text_changed_cb (GtkEditable *editable,
                 FormRow     *row)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&row->problem, g_free);
  if (!eqp_record_parse (row->form->draft, row->field, gtk_editable_get_text (editable), &error))
    row->problem = g_strdup (error->message);
  row_edited (row);
}

static void
switch_changed_cb (GtkSwitch  *control,
                   GParamSpec *pspec,
                   FormRow    *row)
{
  eqp_record_set_boolean (row->form->draft, row->field, gtk_switch_get_active (control));
  row_edited (row);
}

static void
choice_changed_cb (AdwComboRow *combo,
                   GParamSpec  *pspec,
                   FormRow     *row)
{
  const EqpChoice *choices = get_field (row->form, row->field)->choices;

  eqp_record_set_text (row->form->draft, row->field, choices[adw_combo_row_get_selected (combo)].value);
  row_edited (row);
}

static void
date_changed_cb (EqpDateRow *control,
                 GParamSpec *pspec,
                 FormRow    *row)
{
  eqp_record_set_date (row->form->draft, row->field, eqp_date_row_get_date (control));
  row_edited (row);
}

static void
reference_changed_cb (EqpRecordChooser *chooser,
                      GParamSpec       *pspec,
                      FormRow          *row)
{
  eqp_record_set_reference (row->form->draft, row->field, eqp_record_chooser_get_id (chooser));
  row_edited (row);
}

/* ---- one maker a kind of row ---- */

/* A number as it would be typed; "" when there is none. */
static char *
dup_typed_number (EqpRecord *draft,
                  guint      field)
{
  EqpFieldFlags flags = eqp_record_get_entity (draft)->fields[field].flags;
  gint64        value = eqp_record_get_integer (draft, field);

  if (eqp_record_is_empty (draft, field))
    return g_strdup ("");
  if ((flags & EQP_FIELD_DURATION) != 0)
    return eqp_duration_dup_plain (value);
  return (flags & EQP_FIELD_TIME) != 0 ? eqp_time_format (value) : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static void
make_text (EqpRecordForm *self,
           FormRow       *row)
{
  g_autofree char *number = NULL;

  row->row = row->control = adw_entry_row_new ();
  if (get_field (self, row->field)->type == EQP_FIELD_INTEGER)
    number = dup_typed_number (self->draft, row->field);
  gtk_editable_set_text (GTK_EDITABLE (row->row), number != NULL ? number : eqp_record_get_text (self->draft, row->field));
  g_signal_connect (row->row, "changed", G_CALLBACK (text_changed_cb), row);
}

static void
make_switch (EqpRecordForm *self,
             FormRow       *row)
{
  row->row = adw_action_row_new ();
  row->control = gtk_switch_new ();
  gtk_widget_set_valign (row->control, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (row->control), eqp_record_get_boolean (self->draft, row->field));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row->row), row->control);
  g_signal_connect (row->control, "notify::active", G_CALLBACK (switch_changed_cb), row);
}

static void
make_choice (EqpRecordForm *self,
             FormRow       *row)
{
  const EqpChoice *choices = get_field (self, row->field)->choices;
  const char      *value = eqp_record_get_text (self->draft, row->field);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; choices[i].value != NULL; i++)
    {
      /* A choice without a label is "none". */
      gtk_string_list_append (labels, *choices[i].label != '\0' ? _ (choices[i].label) : "—");
      if (g_str_equal (choices[i].value, value))
        selected = i;
    }
  row->row = row->control = adw_combo_row_new ();
  adw_combo_row_set_model (ADW_COMBO_ROW (row->row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row->row), selected);
  g_signal_connect (row->row, "notify::selected", G_CALLBACK (choice_changed_cb), row);
}

static void
make_date (EqpRecordForm *self,
           FormRow       *row)
{
  row->row = row->control = eqp_date_row_new (NULL);
  eqp_date_row_set_date (EQP_DATE_ROW (row->row), eqp_record_get_date (self->draft, row->field));
  g_signal_connect (row->row, "notify::date", G_CALLBACK (date_changed_cb), row);
}

static void
make_reference (EqpRecordForm *self,
                FormRow       *row)
{
  const EqpField *field = get_field (self, row->field);

  row->row = adw_action_row_new ();
  row->control = eqp_record_chooser_new (self->store, field->target);
  g_object_set (row->control, "allow-none", (field->flags & EQP_FIELD_REQUIRED) == 0, NULL);
  gtk_widget_set_valign (row->control, GTK_ALIGN_CENTER);
  eqp_record_chooser_set_id (EQP_RECORD_CHOOSER (row->control), eqp_record_get_reference (self->draft, row->field));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->control);
  g_signal_connect (row->control, "notify::record-id", G_CALLBACK (reference_changed_cb), row);
}

static void
add_row (EqpRecordForm *self,
         guint          index)
{
  static void (*const makers[]) (EqpRecordForm *, FormRow *) = {
    [EQP_FIELD_TEXT] = make_text,
    [EQP_FIELD_INTEGER] = make_text,
    [EQP_FIELD_BOOLEAN] = make_switch,
    [EQP_FIELD_DATE] = make_date,
    [EQP_FIELD_CHOICE] = make_choice,
    [EQP_FIELD_REFERENCE] = make_reference,
  };
  const EqpField *field = get_field (self, index);
  FormRow        *row = g_new0 (FormRow, 1);

  row->form = self;
  row->field = index;
  makers[field->type](self, row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), _ (field->label));
  /* The accessible name of a control beside its row is the row's title. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->control), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->row);
}

/* ---- the class ---- */

static void
eqp_record_form_dispose (GObject *object)
{
  EqpRecordForm *self = EQP_RECORD_FORM (object);

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      FormRow *row = g_ptr_array_index (self->rows, i);

      g_signal_handlers_disconnect_by_data (row->control, row);
    }
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->store);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (eqp_record_form_parent_class)->dispose (object);
}

static void
eqp_record_form_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, EQP_RECORD_FORM (object)->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_record_form_class_init (EqpRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eqp_record_form_dispose;
  object_class->get_property = eqp_record_form_get_property;

  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eqp_record_form_init (EqpRecordForm *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)form_row_free);
}

GtkWidget *
eqp_record_form_new (EqpStore  *store,
                     EqpRecord *draft,
                     const int *fields)
{
  EqpRecordForm *self = g_object_new (EQP_TYPE_RECORD_FORM, NULL);

  self->store = g_object_ref (store);
  self->draft = g_object_ref (draft);
  if (fields != NULL)
    for (; *fields >= 0; fields++)
      add_row (self, (guint)*fields);
  else
    for (guint i = 0; i < eqp_record_get_entity (draft)->n_fields; i++)
      add_row (self, i);
  return GTK_WIDGET (self);
}

EqpRecord *
eqp_record_form_get_draft (EqpRecordForm *self)
{
  g_return_val_if_fail (EQP_IS_RECORD_FORM (self), NULL);

  return self->draft;
}

gboolean
eqp_record_form_check (EqpRecordForm *self)
{
  FormRow *at_fault;

  g_return_val_if_fail (EQP_IS_RECORD_FORM (self), FALSE);

  at_fault = show_problem (self, TRUE);
  if (at_fault == NULL)
    return TRUE;
  gtk_widget_grab_focus (at_fault->control);
  return FALSE;
}
