/* eqp-application.c — the program as its users start it: files, windows, shortcuts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-application"

#include "config.h"

#include "app/eqp-application.h"

#include <glib/gi18n.h>

#include "app/eqp-resources.h"
#include "app/eqp-window.h"
#include "base/eqp-language.h"

/* Milliseconds after which a thread of the pool with nothing to do ends, not a quarter of a minute: a window at rest does not wake up for that. */
#define POOL_REST 1000

struct _EqpApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (EqpApplication, eqp_application, ADW_TYPE_APPLICATION)

/* Delete, F2 and Ctrl+Z have no accelerator here: pages and the window bind them in the bubble phase, so that text entries
 * keep theirs. An accelerator in parentheses is only shown. */
static const EqpShortcut shortcuts[] = {
  { "win.search", "<Control>k", N_ ("Search everything"), N_ ("Find") },
  { "win.find", "<Control>f", N_ ("Search this page"), N_ ("Find") },
  { "win.back", "<Alt>Left", N_ ("Back"), N_ ("Find") },
  { "win.forward", "<Alt>Right", N_ ("Forward"), N_ ("Find") },
  { "win.area(1)", "<Alt>1", N_ ("Home"), N_ ("Pages") },
  { "win.area(2)", "<Alt>2", N_ ("Councils"), N_ ("Pages") },
  { "win.area(3)", "<Alt>3", N_ ("Exchanges"), N_ ("Pages") },
  { "win.area(4)", "<Alt>4", N_ ("Directory"), N_ ("Pages") },
  { "win.area(5)", "<Alt>5", N_ ("History"), N_ ("Pages") },
  { "win.new", "<Control>n", N_ ("New council, person …"), N_ ("Work") },
  { "win.edit", "(F2)", N_ ("Change what is selected"), N_ ("Work") },
  { "win.delete", "(Delete)", N_ ("Delete what is selected"), N_ ("Work") },
  { "win.print", "<Control>p", N_ ("Print what is shown"), N_ ("Work") },
  { "win.export", "<Control>e", N_ ("Export the list"), N_ ("Work") },
  { "win.undo", "(<Control>z)", N_ ("Undo"), N_ ("Work") },
  { "win.redo", "(<Control><Shift>z)", N_ ("Redo"), N_ ("Work") },
  { "win.preferences", "<Control>comma", N_ ("Preferences"), N_ ("Program") },
  { "win.shortcuts", "<Control>question", N_ ("Keyboard shortcuts"), N_ ("Program") },
  { "app.help", "F1", N_ ("Help"), N_ ("Program") },
  { "window.close", "<Control>w", N_ ("Close the window"), N_ ("Program") },
  { "app.quit", "<Control>q", N_ ("Quit"), N_ ("Program") },
};

const EqpShortcut *
eqp_application_list_shortcuts (guint *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

static void
install_accelerators (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].accels[0] != '(')
      {
        g_auto (GStrv) accels = g_strsplit (shortcuts[i].accels, " ", -1);

        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *)accels);
      }
}

static EqpWindow *
find_window (EqpApplication *self,
             const char     *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (EQP_IS_WINDOW (l->data))
      {
        EqpSession *session = eqp_window_get_session (l->data);
        const char *origin = session != NULL ? eqp_session_get_origin (session) : eqp_window_get_awaited (l->data);

        if (path == NULL || g_strcmp0 (origin, path) == 0)
          return l->data;
      }
  return NULL;
}

static void
restore_size (EqpApplication *self,
              EqpWindow      *window)
{
  g_settings_bind (self->settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/* A file is open in one window at most: asking for it again raises that one. */
static void
open_path (EqpApplication *self,
           const char     *path)
{
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  EqpWindow       *window = find_window (self, absolute);

  if (window == NULL)
    {
      window = eqp_window_new (self);
      restore_size (self, window);
      gtk_window_present (GTK_WINDOW (window));
      if (absolute == NULL)
        gtk_widget_activate_action (GTK_WIDGET (window), "win.start", NULL);
      else
        eqp_window_open_when_drawn (window, absolute);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
eqp_application_activate (GApplication *application)
{
  EqpApplication  *self = EQP_APPLICATION (application);
  g_autofree char *last = g_settings_get_string (self->settings, "last-file");
  EqpWindow       *window = find_window (self, NULL);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    open_path (self, *last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS) ? last : NULL);
}

static void
eqp_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      open_path (EQP_APPLICATION (application), path);
    }
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  EqpApplication *self = EQP_APPLICATION (user_data);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  /* One whose changes cannot be written to its file asks first, and stays meanwhile. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (EQP_IS_WINDOW (l->data))
      gtk_window_close (l->data);
  if (find_window (self, NULL) == NULL)
    g_application_quit (G_APPLICATION (self));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "program-name", "Équipôle",
                         "logo-icon-name", EQP_APP_ID,
                         "version", EQP_VERSION,
                         "comments", _ ("Councils, their statutes and their rosters, for a Pôle de professionnalisation"),
                         "copyright", _ ("© 2026 The Équipôle founders"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: the translators' names, one a line */
                         "translator-credits", C_ ("credits", "translator-credits"),
                         NULL);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL);
}

static void
apply_color_scheme (EqpApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme   value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), value);
}

static void
eqp_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "about", .activate = about_action },
    { .name = "help", .activate = help_action },
  };
  EqpApplication *self = EQP_APPLICATION (application);

  G_APPLICATION_CLASS (eqp_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  install_accelerators (GTK_APPLICATION (self));
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
}

static void
eqp_application_dispose (GObject *object)
{
  EqpApplication *self = EQP_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (eqp_application_parent_class)->dispose (object);
}

static void
eqp_application_class_init (EqpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_application_dispose;
  application_class->startup = eqp_application_startup;
  application_class->activate = eqp_application_activate;
  application_class->open = eqp_application_open;
}

static void
eqp_application_init (EqpApplication *self)
{
  self->settings = g_settings_new (EQP_APP_ID);
}

GSettings *
eqp_application_get_settings (EqpApplication *self)
{
  g_return_val_if_fail (EQP_IS_APPLICATION (self), NULL);

  return self->settings;
}

/* The language chosen in the preferences, where it is not the desktop's, must be known before the first string is translated. */
static void
apply_language (void)
{
  g_autoptr (GSettings) settings = g_settings_new (EQP_APP_ID);
  g_autofree char *language = g_settings_get_string (settings, "language");

  if (*language != '\0')
    {
      g_setenv ("LANGUAGE", language, TRUE);
      eqp_language_init ();
    }
}

int
eqp_app_run (int    argc,
             char **argv)
{
  g_autoptr (EqpApplication) application = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, EQP_APP_ID, TRUE) : NULL;

  if (schema == NULL)
    {
      g_printerr (_ ("equipole: the program is not completely installed: its settings schema “%s” is missing.\n"), EQP_APP_ID);
      return 2;
    }
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_printerr ("equipole: %s\n", _ ("There is no display to open a window on; “equipole --help” lists what works without one."));
      return 2;
    }

  apply_language ();
  g_thread_pool_set_max_idle_time (POOL_REST);
  g_resources_register (eqp_get_resource ());
  g_set_application_name ("Équipôle");
  /* GTK finds our style sheet and our icons below the base path by itself. */
  application = g_object_new (EQP_TYPE_APPLICATION,
                              "application-id", EQP_APP_ID,
                              "flags", G_APPLICATION_HANDLES_OPEN,
                              "resource-base-path", "/fr/equipole/Equipole",
                              NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
