/* eqp-record-set.c — a set of records in a form: each with a remove button, and a chooser that adds one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record-set"

#include "config.h"

#include "app/widgets/eqp-record-set.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-record-chooser.h"

struct _EqpRecordSet
{
  AdwPreferencesGroup parent_instance;

  EqpStore         *store;
  const EqpEntity  *entity;
  GArray           *ids;
  GPtrArray        *rows; /* borrowed: the group holds them */
  EqpRecordChooser *chooser;
};

G_DEFINE_FINAL_TYPE (EqpRecordSet, eqp_record_set, ADW_TYPE_PREFERENCES_GROUP)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
find_id (EqpRecordSet *self,
         gint64        id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return (int)i;
  return -1;
}

static void
remove_cb (GtkButton    *button,
           EqpRecordSet *self)
{
  gint64    *id = g_object_get_data (G_OBJECT (button), "id");
  int        index = find_id (self, *id);
  GtkWidget *row;

  if (index < 0)
    return;
  row = g_ptr_array_index (self->rows, index);
  g_array_remove_index (self->ids, (guint)index);
  g_ptr_array_remove_index (self->rows, (guint)index);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (EqpRecordSet *self,
         gint64        id)
{
  g_autoptr (EqpRecord) record = eqp_store_get (self->store, self->entity, id, NULL);
  g_autofree char *title = record != NULL ? eqp_record_dup_title (record, eqp_language_get_interface ()) : NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *label = NULL;
  GtkWidget       *row;
  GtkWidget       *button;

  if (title == NULL)
    return;
  escaped = g_markup_escape_text (title, -1);
  /* Translators: %s is a record of the file, such as a course */
  label = g_strdup_printf (_ ("Remove %s"), title);
  row = adw_action_row_new ();
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_array_append_val (self->ids, id);
  g_ptr_array_add (self->rows, row);
}

static void
chosen_cb (EqpRecordSet *self)
{
  gint64 id = eqp_record_chooser_get_id (self->chooser);

  if (id == 0)
    return;
  if (find_id (self, id) < 0)
    {
      add_row (self, id);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  eqp_record_chooser_set_id (self->chooser, 0);
}

static void
eqp_record_set_dispose (GObject *object)
{
  EqpRecordSet *self = EQP_RECORD_SET (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (eqp_record_set_parent_class)->dispose (object);
}

static void
eqp_record_set_class_init (EqpRecordSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eqp_record_set_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eqp_record_set_init (EqpRecordSet *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_ptr_array_new ();
}

/* What the owner's links name now. */
static void
add_linked (EqpRecordSet    *self,
            const EqpEntity *link,
            gint64           owner)
{
  g_autofree char *column = eqp_field_dup_column (&link->fields[0]);
  g_autofree char *clause = g_strdup_printf ("WHERE %s = ?", column);
  g_autoptr (GPtrArray) links = eqp_store_select (self->store, link, NULL, g_intern_string (clause), "i", owner);

  for (guint i = 0; links != NULL && i < links->len; i++)
    add_row (self, eqp_record_get_reference (g_ptr_array_index (links, i), 1));
}

GtkWidget *
eqp_record_set_new (EqpStore        *store,
                    const EqpEntity *link,
                    gint64           owner,
                    const char      *title)
{
  EqpRecordSet *self = g_object_new (EQP_TYPE_RECORD_SET, "title", title, NULL);
  GtkWidget    *chooser;
  /* Translators: %s is the heading of a list, such as “Courses” */
  g_autofree char *label = g_strdup_printf (_ ("Add to %s"), title);

  self->store = g_object_ref (store);
  self->entity = link->fields[1].target;
  chooser = eqp_record_chooser_new (store, self->entity);
  self->chooser = EQP_RECORD_CHOOSER (chooser);
  gtk_widget_set_valign (chooser, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), chooser);
  g_signal_connect_object (chooser, "notify::record-id", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  if (owner != 0)
    add_linked (self, link, owner);
  return GTK_WIDGET (self);
}

GArray *
eqp_record_set_get_ids (EqpRecordSet *self)
{
  g_return_val_if_fail (EQP_IS_RECORD_SET (self), NULL);

  return self->ids;
}
