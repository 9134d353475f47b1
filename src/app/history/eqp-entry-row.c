/* eqp-entry-row.c — one entry of the journal: what, when, who; opened, old → new and "Undo this" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-entry-row"

#include "config.h"

#include "app/history/eqp-entry-row.h"

#include <glib/gi18n.h>

/* An import touches thousands of rows; the first ones say what it was about. */
#define MAX_CHANGES 60

struct _EqpEntryRow
{
  AdwExpanderRow parent_instance;

  EqpStore *store;
  EqpEntry *entry;
  gboolean  filled;
};

G_DEFINE_FINAL_TYPE (EqpEntryRow, eqp_entry_row, ADW_TYPE_EXPANDER_ROW)

static void
add_line (EqpEntryRow *self,
          const char  *title,
          const char  *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* A row that is a button: one stop of the Tab key, and as easily hit as those above it. */
static void
add_undo (EqpEntryRow *self)
{
  GtkWidget *row;

  if (eqp_entry_is_undone (self->entry) || eqp_entry_get_kind (self->entry) == EQP_ENTRY_BEGINNING || eqp_store_is_read_only (self->store))
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Undo this"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("edit-undo-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "history.undo");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", eqp_entry_get_id (self->entry));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
fill (EqpEntryRow *self)
{
  EqpLanguage language = eqp_language_get_interface ();
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  changes = eqp_store_list_changes (self->store, eqp_entry_get_id (self->entry), language, &error);
  if (changes == NULL)
    {
      add_line (self, error->message, "");
      return;
    }
  for (guint i = 0; i < changes->len && i < MAX_CHANGES; i++)
    {
      const EqpChange *change = g_ptr_array_index (changes, i);
      g_autofree char *sentence = eqp_change_dup_sentence (change, language);

      add_line (self, sentence, change->subject != NULL && change->field >= 0 ? change->subject : _ (change->entity->label));
    }
  if (changes->len > MAX_CHANGES)
    {
      guint            rest = changes->len - MAX_CHANGES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more change", "and %u more changes", rest), rest);

      add_line (self, more, "");
    }
  add_undo (self);
}

/* Changes are read when somebody wants to see them. */
static void
expanded_cb (EqpEntryRow *self)
{
  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  fill (self);
}

static void
eqp_entry_row_dispose (GObject *object)
{
  EqpEntryRow *self = EQP_ENTRY_ROW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (eqp_entry_row_parent_class)->dispose (object);
}

static void
eqp_entry_row_class_init (EqpEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eqp_entry_row_dispose;
}

static void
eqp_entry_row_init (EqpEntryRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
eqp_entry_row_new (EqpStore *store,
                   EqpEntry *entry)
{
  EqpEntryRow     *self = g_object_new (EQP_TYPE_ENTRY_ROW, NULL);
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *sentence = eqp_entry_dup_sentence (entry, language);
  g_autofree char *when = eqp_date_format_instant (eqp_entry_get_instant (entry), language);
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  g_autofree char *subtitle = g_markup_printf_escaped ("%s · %s%s%s", when, eqp_entry_get_author (entry),
                                                       eqp_entry_is_undone (entry) ? " · " : "",
                                                       eqp_entry_is_undone (entry) ? _ ("undone") : "");

  self->store = g_object_ref (store);
  self->entry = g_object_ref (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (eqp_entry_is_undone (entry))
    gtk_widget_add_css_class (GTK_WIDGET (self), "undone");
  return GTK_WIDGET (self);
}

gint64
eqp_entry_row_get_id (EqpEntryRow *self)
{
  g_return_val_if_fail (EQP_IS_ENTRY_ROW (self), 0);

  return eqp_entry_get_id (self->entry);
}
