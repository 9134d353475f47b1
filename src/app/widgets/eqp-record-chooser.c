/* eqp-record-chooser.c — choosing a record by typing two letters of it; always the same widget */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record-chooser"

#include "config.h"

#include "app/widgets/eqp-record-chooser.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-record-window.h"
#include "app/widgets/eqp-candidate-row.h"
#include "domain/directory/eqp-person.h"

/* More matches than anybody reads: typing one more letter is faster. */
#define MAX_MATCHES 40

struct _EqpRecordChooser
{
  AdwBin parent_instance;

  EqpStore          *store;
  const EqpEntity   *entity;
  gint64             id;
  GArray            *among; /* (nullable) (element-type gint64) */
  gboolean           allow_none;
  gboolean           allow_new;
  EqpChooserNoteFunc note;
  gpointer           note_data;
  GDestroyNotify     note_destroy;

  GtkMenuButton  *button;
  GtkLabel       *label;
  GtkPopover     *popover;
  GtkSearchEntry *entry;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (EqpRecordChooser, eqp_record_chooser, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_RECORD_ID,
  PROP_ALLOW_NONE,
  PROP_ALLOW_NEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- the matches ---- */

static gboolean
is_among (EqpRecordChooser *self,
          gint64            id)
{
  for (guint i = 0; self->among != NULL && i < self->among->len; i++)
    if (g_array_index (self->among, gint64, i) == id)
      return TRUE;
  return self->among == NULL;
}

/* Nothing typed yet: the first ones by the record's title, so that a short list needs no typing. */
static GPtrArray *
list_first (EqpRecordChooser *self,
            GError          **error)
{
  if (self->among != NULL)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < self->among->len; i++)
        {
          EqpRecord *record = eqp_store_get (self->store, self->entity, g_array_index (self->among, gint64, i), error);

          if (record == NULL)
            return NULL;
          g_ptr_array_add (records, record);
        }
      return g_steal_pointer (&records);
    }
  if (self->entity == &eqp_person_entity)
    return eqp_store_select (self->store, self->entity, error,
                             "ORDER BY family_name COLLATE NOCASE, given_name COLLATE NOCASE, id LIMIT 40", NULL);
  return eqp_store_select (self->store, self->entity, error, "ORDER BY 2 LIMIT 40", NULL);
}

static GPtrArray *
list_matches (EqpRecordChooser *self,
              const char       *text,
              GError          **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) hits = NULL;

  if (*text == '\0')
    return list_first (self, error);
  /* A restricted chooser filters after the search, so it must not be cut before. */
  hits = eqp_store_search (self->store, self->entity, text, self->among != NULL ? G_MAXUINT : MAX_MATCHES, error);
  if (hits == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < hits->len && records->len < MAX_MATCHES; i++)
    {
      const EqpSearchHit *hit = &g_array_index (hits, EqpSearchHit, i);
      EqpRecord          *record = is_among (self, hit->id) ? eqp_store_get (self->store, self->entity, hit->id, NULL) : NULL;

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

static void
add_command_row (EqpRecordChooser *self,
                 const char       *label,
                 gint64            id)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "dim-label");
  g_object_set_data (G_OBJECT (row), "command", GINT_TO_POINTER (id == 0 ? 1 : 2));
  gtk_list_box_append (self->list, row);
}

static void
fill (EqpRecordChooser *self)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  records = list_matches (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error);
  if (records == NULL)
    {
      add_command_row (self, error->message, 0);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      EqpRecord       *record = g_ptr_array_index (records, i);
      g_autofree char *note = self->note != NULL ? self->note (eqp_record_get_id (record), self->note_data) : NULL;

      gtk_list_box_append (self->list, eqp_candidate_row_new (record, note));
    }
  if (self->allow_none && self->id != 0)
    add_command_row (self, C_ ("chooser", "None"), 0);
  if (self->allow_new)
    add_command_row (self, _ ("New person…"), -1);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* ---- choosing ---- */

static gboolean
save_new_cb (EqpRecord   *draft,
             gpointer     user_data,
             EqpMessage **label,
             GError     **error)
{
  EqpRecordChooser *self = user_data;
  g_autoptr (EqpMessage) message = eqp_message_new (N_ ("Added {record}"));
  g_autofree char *title = eqp_record_dup_title (draft, eqp_language_get_interface ());

  eqp_message_text (message, "record", title);
  if (!eqp_store_save_one (self->store, message, draft, error))
    return FALSE;
  eqp_record_chooser_set_id (self, eqp_record_get_id (draft));
  *label = g_steal_pointer (&message);
  return TRUE;
}

static void
create_record (EqpRecordChooser *self)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (self->entity);
  GtkWindow       *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  EqpRecordWindow *window;

  window = eqp_record_window_new (parent, _ ("New person"), self->store, draft, NULL, save_new_cb, g_object_ref (self), g_object_unref);
  gtk_window_present (GTK_WINDOW (window));
}

static void
row_activated_cb (EqpRecordChooser *self,
                  GtkListBoxRow    *row)
{
  int command = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "command"));

  gtk_popover_popdown (self->popover);
  if (command == 2)
    create_record (self);
  else
    eqp_record_chooser_set_id (self, EQP_IS_CANDIDATE_ROW (row) ? eqp_candidate_row_get_id (EQP_CANDIDATE_ROW (row)) : 0);
}

static void
entry_activate_cb (EqpRecordChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
opened_cb (EqpRecordChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* A menu button does not take its name from its child; the row around it says what is chosen here. */
static void
name_button (EqpRecordChooser *self)
{
  GtkWidget       *row = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_ROW);
  const char      *title = row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : "";
  const char      *chosen = gtk_label_get_label (self->label);
  g_autofree char *name = *title != '\0' ? g_strdup_printf ("%s, %s", title, chosen) : g_strdup (chosen);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
eqp_record_chooser_map (GtkWidget *widget)
{
  name_button (EQP_RECORD_CHOOSER (widget));

  GTK_WIDGET_CLASS (eqp_record_chooser_parent_class)->map (widget);
}

static void
show_record (EqpRecordChooser *self)
{
  g_autoptr (EqpRecord) record = self->id != 0 ? eqp_store_get (self->store, self->entity, self->id, NULL) : NULL;
  g_autofree char *title = record != NULL ? eqp_record_dup_title (record, eqp_language_get_interface ()) : NULL;

  gtk_label_set_label (self->label, title != NULL ? title : _ ("Choose…"));
  name_button (self);
}

/* ---- the class ---- */

static void
eqp_record_chooser_dispose (GObject *object)
{
  EqpRecordChooser *self = EQP_RECORD_CHOOSER (object);

  eqp_record_chooser_set_note (self, NULL, NULL, NULL);
  /* The bin must let its child go before the template does, or it would do so a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_RECORD_CHOOSER);
  g_clear_pointer (&self->among, g_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_record_chooser_parent_class)->dispose (object);
}

static void
eqp_record_chooser_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  EqpRecordChooser *self = EQP_RECORD_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_RECORD_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_ALLOW_NONE:
      g_value_set_boolean (value, self->allow_none);
      break;
    case PROP_ALLOW_NEW:
      g_value_set_boolean (value, self->allow_new);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_record_chooser_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  EqpRecordChooser *self = EQP_RECORD_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_RECORD_ID:
      eqp_record_chooser_set_id (self, g_value_get_int64 (value));
      break;
    case PROP_ALLOW_NONE:
      self->allow_none = g_value_get_boolean (value);
      break;
    case PROP_ALLOW_NEW:
      self->allow_new = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_record_chooser_class_init (EqpRecordChooserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_record_chooser_dispose;
  object_class->get_property = eqp_record_chooser_get_property;
  object_class->set_property = eqp_record_chooser_set_property;
  widget_class->map = eqp_record_chooser_map;

  properties[PROP_RECORD_ID] = g_param_spec_int64 ("record-id", NULL, NULL, 0, G_MAXINT64, 0,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ALLOW_NONE] = g_param_spec_boolean ("allow-none", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ALLOW_NEW] = g_param_spec_boolean ("allow-new", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-record-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRecordChooser, button);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordChooser, label);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
}

static void
eqp_record_chooser_init (EqpRecordChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->popover));
}

GtkWidget *
eqp_record_chooser_new (EqpStore        *store,
                        const EqpEntity *entity)
{
  EqpRecordChooser *self = g_object_new (EQP_TYPE_RECORD_CHOOSER, NULL);

  self->store = g_object_ref (store);
  self->entity = entity;
  show_record (self);
  return GTK_WIDGET (self);
}

gint64
eqp_record_chooser_get_id (EqpRecordChooser *self)
{
  g_return_val_if_fail (EQP_IS_RECORD_CHOOSER (self), 0);

  return self->id;
}

void
eqp_record_chooser_set_id (EqpRecordChooser *self,
                           gint64            id)
{
  g_return_if_fail (EQP_IS_RECORD_CHOOSER (self));

  if (self->id == id)
    return;
  self->id = id;
  show_record (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD_ID]);
}

void
eqp_record_chooser_set_note (EqpRecordChooser  *self,
                             EqpChooserNoteFunc func,
                             gpointer           user_data,
                             GDestroyNotify     destroy)
{
  g_return_if_fail (EQP_IS_RECORD_CHOOSER (self));

  if (self->note_destroy != NULL)
    self->note_destroy (self->note_data);
  self->note = func;
  self->note_data = user_data;
  self->note_destroy = destroy;
}

void
eqp_record_chooser_set_among (EqpRecordChooser *self,
                              GArray           *ids)
{
  g_return_if_fail (EQP_IS_RECORD_CHOOSER (self));

  g_clear_pointer (&self->among, g_array_unref);
  self->among = ids != NULL ? g_array_ref (ids) : NULL;
}
