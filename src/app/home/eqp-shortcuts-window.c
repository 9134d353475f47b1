/* eqp-shortcuts-window.c — the keyboard, from the table of accelerators */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-shortcuts-window"

#include "config.h"

#include "app/home/eqp-shortcuts-window.h"

#include <glib/gi18n.h>

#include "app/eqp-application.h"

struct _EqpShortcutsWindow
{
  EqpSessionWindow parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (EqpShortcutsWindow, eqp_shortcuts_window, EQP_TYPE_SESSION_WINDOW)

/* An accelerator in parentheses works in the pages themselves: it is shown like any other. */
static GtkWidget *
make_key (const char *accel)
{
  g_autofree char *bare = g_strdup (*accel == '(' ? accel + 1 : accel);
  g_autofree char *text = NULL;
  GtkWidget       *label;
  GdkModifierType  modifiers;
  guint            key;

  if (g_str_has_suffix (bare, ")"))
    bare[strlen (bare) - 1] = '\0';
  if (!gtk_accelerator_parse (bare, &key, &modifiers))
    return NULL;
  text = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (text);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "key");
  return label;
}

static GtkWidget *
make_row (const EqpShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) accels = g_strsplit (shortcut->accels, " ", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  for (guint i = 0; accels[i] != NULL; i++)
    {
      GtkWidget *key = make_key (accels[i]);

      if (key != NULL)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), key);
    }
  return row;
}

static void
fill (EqpShortcutsWindow *self)
{
  guint                n_shortcuts;
  const EqpShortcut   *shortcuts = eqp_application_list_shortcuts (&n_shortcuts);
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < n_shortcuts; i++)
    {
      if (i == 0 || !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (shortcuts[i].group));
          adw_preferences_page_add (self->page, group);
        }
      adw_preferences_group_add (group, make_row (&shortcuts[i]));
    }
}

static void
eqp_shortcuts_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EQP_TYPE_SHORTCUTS_WINDOW);

  G_OBJECT_CLASS (eqp_shortcuts_window_parent_class)->dispose (object);
}

/* All windows that the main one opens are made alike; this one needs no file. */
static void
eqp_shortcuts_window_class_init (EqpShortcutsWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_shortcuts_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpShortcutsWindow, page);
}

static void
eqp_shortcuts_window_init (EqpShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}
