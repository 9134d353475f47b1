/* eqp-agenda-list.c — steps of procedures, by date or by person; each row a link to what it is a step of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-agenda-list"

#include "config.h"

#include "app/home/eqp-agenda-list.h"

#include <glib/gi18n.h>

#include "app/home/eqp-link-row.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-days-off.h"

/* Rows are dear: there may be thousands of late steps, and nobody reads them here. */
#define FIRST_ROWS 6
#define MORE_ROWS 30

struct _EqpAgendaList
{
  AdwBin parent_instance;

  gboolean coming;

  EqpStore  *store;
  GPtrArray *items; /* (element-type EqpAgendaItem) all of them */
  GPtrArray *shown; /* (element-type EqpAgendaItem) those for here, in the order of the rows; borrowed from items */
  gboolean   by_person;
  guint      limit;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (EqpAgendaList, eqp_agenda_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_COMING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- rows ---- */

/* Whoever it is that the step waits for, as well as it is known. */
static const char *
get_who (const EqpAgendaItem *item)
{
  if (*item->person_name != '\0')
    return item->person_name;
  return eqp_step_role_get_label (item->role, eqp_language_get_interface ());
}

static char *
dup_when (const EqpAgendaItem *item)
{
  g_autofree char *date = NULL;

  if (item->due == EQP_DATE_NONE)
    return g_strdup (_ ("without a date"));
  date = eqp_date_format (item->due, eqp_language_get_interface ());
  if (item->state == EQP_STEP_LATE)
    /* Translators: how many days late, then the date on which it was due */
    return g_strdup_printf (ngettext ("%d day late (%s)", "%d days late (%s)", (gulong)item->days), item->days, date);
  if (item->days == 0)
    return g_strdup (_ ("today"));
  /* Translators: a date, then in how many days that is */
  return g_strdup_printf (ngettext ("%s (in %d day)", "%s (in %d days)", (gulong)-item->days), date, -item->days);
}

static char *
dup_subtitle (EqpAgendaList       *self,
              const EqpAgendaItem *item,
              EqpDaysOff          *days_off) /* (nullable) */
{
  g_autofree char *when = dup_when (item);
  const char      *who = get_who (item);
  g_autofree char *hint = NULL;
  g_autoptr (GString) text = g_string_new (item->subject_code);

  g_string_append_printf (text, " · %s\n%s", item->subject_title, when);
  if (!self->by_person && *who != '\0')
    g_string_append_printf (text, " · %s", who);
  /* Of no use once the day has gone by. */
  if (days_off != NULL && item->state != EQP_STEP_LATE)
    hint = eqp_days_off_dup_hint (days_off, item->due, eqp_language_get_interface ());
  if (hint != NULL)
    g_string_append_printf (text, "\n%s", hint);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
new_icon (const EqpAgendaItem *item)
{
  gboolean    late = item->state == EQP_STEP_LATE;
  GtkWidget  *icon = gtk_image_new_from_icon_name (late ? "alarm-symbolic" : "x-office-calendar-symbolic");
  const char *label = eqp_step_state_get_label (item->state, eqp_language_get_interface ());

  gtk_widget_add_css_class (icon, late ? "severity-warning" : "dim-label");
  gtk_widget_set_tooltip_text (icon, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return icon;
}

static GtkWidget *
new_row (EqpAgendaList       *self,
         const EqpAgendaItem *item,
         EqpDaysOff          *days_off)
{
  gboolean         french = eqp_language_get_interface () == EQP_LANGUAGE_FR;
  g_autofree char *subtitle = dup_subtitle (self, item, days_off);
  GtkWidget       *row = eqp_link_row_new (french ? item->step_fr : item->step_en, subtitle, item->address);

  eqp_link_row_add_prefix (row, new_icon (item));
  if (self->by_person)
    g_object_set_data_full (G_OBJECT (row), "who", g_strdup (get_who (item)), g_free);
  return row;
}

static GtkWidget *
new_more_row (guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("and %u other", "and %u others", n), n);
  GtkWidget       *row = eqp_link_row_new (title, "", NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "more", row);
  return row;
}

static void
fill (EqpAgendaList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpDaysOff) days_off = eqp_days_off_load (self->store, &error);
  GtkWidget *child;

  /* The dates are right without the hints. */
  if (days_off == NULL)
    g_message ("The days off cannot be read: %s", error->message);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < MIN (self->shown->len, self->limit); i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (self->shown, i), days_off));
  if (self->shown->len > self->limit)
    gtk_list_box_append (self->list, new_more_row (self->shown->len - self->limit));
}

/* The person's name above the first of her steps. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *who = g_object_get_data (G_OBJECT (row), "who");
  const char *who_before = before != NULL ? g_object_get_data (G_OBJECT (before), "who") : NULL;
  GtkWidget  *label;

  if (who == NULL || g_strcmp0 (who, who_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (*who != '\0' ? who : _ ("Nobody named"));
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "list-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
activated_cb (EqpAgendaList *self,
              GtkListBoxRow *row)
{
  GtkListBoxRow *next;
  int            index = gtk_list_box_row_get_index (row);

  if (g_object_get_data (G_OBJECT (row), "more") == NULL)
    return;
  self->limit += MORE_ROWS;
  fill (self);
  next = gtk_list_box_get_row_at_index (self->list, index);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

/* ---- which ones, in what order ---- */

typedef struct
{
  EqpAgendaItem *item;
  guint          place; /* in the order by date */
} Place;

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;
  int          by_name = eqp_collate (get_who (left->item), get_who (right->item));

  return by_name != 0 ? by_name : (int)left->place - (int)right->place;
}

static void
sort_by_person (GPtrArray *shown)
{
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), shown->len);

  for (guint i = 0; i < shown->len; i++)
    {
      Place place = { g_ptr_array_index (shown, i), i };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_people);
  for (guint i = 0; i < shown->len; i++)
    g_ptr_array_index (shown, i) = g_array_index (places, Place, i).item;
}

static gboolean
is_for_here (EqpAgendaList       *self,
             const EqpAgendaItem *item)
{
  return (item->state != EQP_STEP_LATE && item->due != EQP_DATE_NONE) == self->coming;
}

/* ---- the class ---- */

static void
eqp_agenda_list_dispose (GObject *object)
{
  EqpAgendaList *self = EQP_AGENDA_LIST (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_agenda_list_parent_class)->dispose (object);
}

static void
eqp_agenda_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_COMING)
    g_value_set_boolean (value, EQP_AGENDA_LIST (object)->coming);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
eqp_agenda_list_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_COMING)
    EQP_AGENDA_LIST (object)->coming = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
eqp_agenda_list_constructed (GObject *object)
{
  EqpAgendaList *self = EQP_AGENDA_LIST (object);

  G_OBJECT_CLASS (eqp_agenda_list_parent_class)->constructed (object);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->coming ? _ ("Steps of the next two weeks") : _ ("Steps to take now"), -1);
}

static void
eqp_agenda_list_class_init (EqpAgendaListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = eqp_agenda_list_constructed;
  object_class->dispose = eqp_agenda_list_dispose;
  object_class->get_property = eqp_agenda_list_get_property;
  object_class->set_property = eqp_agenda_list_set_property;

  properties[PROP_COMING] =
    g_param_spec_boolean ("coming", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
eqp_agenda_list_init (EqpAgendaList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
eqp_agenda_list_show (EqpAgendaList *self,
                      EqpStore      *store,
                      GPtrArray     *items,
                      gboolean       by_person)
{
  g_return_if_fail (EQP_IS_AGENDA_LIST (self));
  g_return_if_fail (items != NULL);

  g_set_object (&self->store, store);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);
  self->shown = g_ptr_array_new ();
  self->by_person = by_person;
  self->limit = FIRST_ROWS;
  for (guint i = 0; i < items->len; i++)
    if (is_for_here (self, g_ptr_array_index (items, i)))
      g_ptr_array_add (self->shown, g_ptr_array_index (items, i));
  if (by_person)
    sort_by_person (self->shown);
  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown->len > 0);
}

gboolean
eqp_agenda_list_is_empty (EqpAgendaList *self)
{
  g_return_val_if_fail (EQP_IS_AGENDA_LIST (self), TRUE);

  return self->shown == NULL || self->shown->len == 0;
}
