/* eqp-window-actions.c — every command of the window, behind one action each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-window"

#include "config.h"

#include "app/eqp-window-private.h"

#include <glib/gi18n.h>

#include "app/bodies/eqp-statutes-window.h"
#include "app/eqp-feedback.h"
#include "app/home/eqp-backups-window.h"
#include "app/home/eqp-files.h"
#include "app/home/eqp-import-window.h"
#include "app/home/eqp-preferences-window.h"
#include "app/home/eqp-search-window.h"
#include "app/home/eqp-shortcuts-window.h"
#include "app/procedures/eqp-procedures-window.h"
#include "store/eqp-journal.h"

/* ---- going places ---- */

static void
go_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  eqp_window_go (EQP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
walk_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  _eqp_window_walk (EQP_WINDOW (widget), g_str_equal (action, "win.back") ? -1 : 1);
}

static void
area_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  const char *area = _eqp_window_get_area ((guint)g_variant_get_int32 (parameter) - 1);

  if (area != NULL)
    eqp_window_go (EQP_WINDOW (widget), area);
}

static void
start_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  _eqp_window_show_start (EQP_WINDOW (widget));
}

/* ---- the page's own commands ---- */

static const struct
{
  const char *action;
  EqpCommand  command;
} commands[] = {
  { "win.new", EQP_COMMAND_NEW },
  { "win.edit", EQP_COMMAND_EDIT },
  { "win.delete", EQP_COMMAND_DELETE },
  { "win.print", EQP_COMMAND_PRINT },
  { "win.export", EQP_COMMAND_EXPORT },
};

static void
command_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EqpPage *page = _eqp_window_get_page (EQP_WINDOW (widget));

  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].action, action))
      eqp_page_run (page, commands[i].command);
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpPage *page = _eqp_window_get_page (EQP_WINDOW (widget));

  if (page != NULL)
    eqp_page_search (page);
}

/* ---- undo and redo ---- */

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpWindow       *self = EQP_WINDOW (widget);
  EqpStore        *store = eqp_session_get_store (self->session);
  gboolean         undo = g_str_equal (action, "win.undo");
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  done = undo ? eqp_store_undo (store, 0, &sentence, &error) : eqp_store_redo (store, &sentence, &error);
  if (done)
    eqp_feedback_undone (widget, sentence);
  else
    eqp_feedback_error (widget, undo ? _ ("This cannot be undone") : _ ("This cannot be redone"), error);
}

/* ---- windows ---- */

static void
window_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  static const struct
  {
    const char *action;
    GType (*get_type) (void);
  } windows[] = {
    { "win.search", eqp_search_window_get_type },
    { "win.preferences", eqp_preferences_window_get_type },
    { "win.shortcuts", eqp_shortcuts_window_get_type },
    { "win.backups", eqp_backups_window_get_type },
    { "win.import", eqp_import_window_get_type },
    { "win.statutes", eqp_statutes_window_get_type },
    { "win.procedures", eqp_procedures_window_get_type },
  };
  EqpWindow *self = EQP_WINDOW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (g_str_equal (windows[i].action, action))
      gtk_window_present (g_object_new (windows[i].get_type (), "transient-for", self, "session", self->session, NULL));
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  eqp_files_save_copy (EQP_WINDOW (widget));
}

static void
open_copy_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  eqp_files_open_copy (EQP_WINDOW (widget));
}

static void
new_file_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  eqp_files_create (EQP_WINDOW (widget), g_str_equal (action, "win.open-sample"));
}

void
_eqp_window_update_actions (EqpWindow *self)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  EqpPage         *page = _eqp_window_get_page (self);
  EqpStore        *store = self->session != NULL ? eqp_session_get_store (self->session) : NULL;
  gboolean         writable = store != NULL && !eqp_store_is_read_only (store);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  if (store != NULL)
    g_object_get (store, "undo-label", &undo, "redo-label", &redo, NULL);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.back", _eqp_window_can_walk (self, -1));
  gtk_widget_action_set_enabled (widget, "win.forward", _eqp_window_can_walk (self, 1));
  gtk_widget_action_set_enabled (widget, "win.find", page != NULL);
  gtk_widget_action_set_enabled (widget, "win.search", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.preferences", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.save-copy", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.backups", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.statutes", store != NULL);
  gtk_widget_action_set_enabled (widget, "win.procedures", store != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      EqpCommand command = commands[i].command;
      gboolean   writes = command == EQP_COMMAND_NEW || command == EQP_COMMAND_EDIT || command == EQP_COMMAND_DELETE;

      gtk_widget_action_set_enabled (widget, commands[i].action,
                                     page != NULL && (writable || !writes) && eqp_page_can (page, command));
    }
}

void
_eqp_window_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.go", "s", go_action);
  gtk_widget_class_install_action (klass, "win.back", NULL, walk_action);
  gtk_widget_class_install_action (klass, "win.forward", NULL, walk_action);
  gtk_widget_class_install_action (klass, "win.area", "i", area_action);
  gtk_widget_class_install_action (klass, "win.start", NULL, start_action);
  gtk_widget_class_install_action (klass, "win.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, undo_action);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (klass, commands[i].action, NULL, command_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, window_action);
  gtk_widget_class_install_action (klass, "win.preferences", NULL, window_action);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, window_action);
  gtk_widget_class_install_action (klass, "win.backups", NULL, window_action);
  gtk_widget_class_install_action (klass, "win.import", NULL, window_action);
  gtk_widget_class_install_action (klass, "win.statutes", NULL, window_action);
  gtk_widget_class_install_action (klass, "win.procedures", NULL, window_action);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (klass, "win.open-copy", NULL, open_copy_action);
  gtk_widget_class_install_action (klass, "win.new-file", NULL, new_file_action);
  gtk_widget_class_install_action (klass, "win.open-sample", NULL, new_file_action);

  /* In the bubble phase: a text entry undoes its own typing first. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "win.edit", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}
