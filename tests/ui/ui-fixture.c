/* ui-fixture.c — a window on the sample Pôle, and ways to look into it as its user does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ui-fixture"

#include "config.h"

#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "app/eqp-resources.h"
#include "app/eqp-window-private.h"
#include "app/widgets/eqp-record-chooser.h"
#include "interop/eqp-new-file.h"
#include "tests/test-folder.h"

/* The folders of the MIME database, without which no icon in SVG loads. */
static char **
list_mime_folders (void)
{
  const char *const *folders = g_get_system_data_dirs ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "mime", NULL);

      g_strv_builder_add (builder, path);
    }
  return g_strv_builder_end (builder);
}

void
ui_test_init (int    *argc,
              char ***argv)
{
  /* Isolation hides the machine's folders as well: what the toolkit needs of them is looked up around it. */
  g_auto (GStrv) mime = list_mime_folders ();

  /* gtk_test_init() would forget that the folders are to be isolated. */
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      exit (77);
    }
  /* Isolation also hides what gui-run set: a caret that blinks, frame by frame, and nothing ever settles. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, NULL);
  g_content_type_set_mime_dirs ((const char *const *)mime);
  g_settings_schema_source_get_default ();
  gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_resources_register (eqp_get_resource ());
  adw_init ();
}

/* ---- the file and the window ---- */

/* Made once for all tests of a binary: a sample takes a second, and under a sanitizer three. */
static void
make_sample (const char *folder,
             const char *path)
{
  static char *content = NULL;
  static gsize length;
  g_autoptr (GError) error = NULL;

  if (content == NULL)
    {
      g_autofree char *first = g_build_filename (folder, "first.equipole", NULL);
      g_autoptr (EqpStore) store = eqp_pole_create (first, TRUE, &error);

      g_assert_no_error (error);
      eqp_store_close (store);
      g_file_get_contents (first, &content, &length, &error);
      g_assert_no_error (error);
      g_unlink (first);
    }
  g_file_set_contents (path, content, (gssize)length, &error);
  g_assert_no_error (error);
}

/* One for all tests of a binary, as in life: only g_application_run() would ever take it off the session bus. */
static EqpApplication *
get_application (void)
{
  static EqpApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = g_object_new (EQP_TYPE_APPLICATION,
                                  "application-id", EQP_APP_ID,
                                  "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE,
                                  "resource-base-path", "/fr/equipole/Equipole",
                                  NULL);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

void
ui_fixture_set_up_closed (UiFixture    *fixture,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("equipole-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "pole.equipole", NULL);
  make_sample (fixture->folder, fixture->path);
  fixture->application = get_application ();
  fixture->window = eqp_window_new (fixture->application);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

void
ui_fixture_set_up (UiFixture    *fixture,
                   gconstpointer data)
{
  ui_fixture_set_up_closed (fixture, data);
  g_assert_true (eqp_window_open (fixture->window, fixture->path));
  ui_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

void
ui_fixture_tear_down (UiFixture    *fixture,
                      gconstpointer data)
{
  ui_close_dialogs ();
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_chmod (fixture->path, 0600);
  test_remove_tree (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* ---- time ---- */

void
ui_run_once (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (2000);
}

/* In microseconds, of this process alone: a busy computer makes nothing of it shorter. */
static gint64
get_computing_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* A window manager may keep handing the focus around: what matters has happened long before. On a busy computer half a second is
 * nothing, unless something was computed in it. */
static gboolean
has_settled (gint64 start,
             gint64 computed)
{
  gint64 time = g_get_monotonic_time () - start;

  return time > 5 * G_USEC_PER_SEC || (time > G_USEC_PER_SEC / 2 && get_computing_time () - computed > G_USEC_PER_SEC / 10);
}

void
ui_settle (void)
{
  gint64 start = g_get_monotonic_time ();
  gint64 computed = get_computing_time ();

  for (guint quiet = 0; quiet < 20 && !has_settled (start, computed); quiet++)
    {
      while (g_main_context_iteration (NULL, FALSE) && !has_settled (start, computed))
        quiet = 0;
      g_usleep (2000);
    }
}

/* ---- widgets ---- */

GtkWidget *
ui_child (gpointer    widget,
          GType       type,
          const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, type, name);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

static void
collect_text (GtkWidget *widget,
              GString   *text)
{
  const char *own = NULL;

  /* A stack hides the children that are not in sight without making them invisible. */
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    own = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    own = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  else if (GTK_IS_TEXT (widget))
    own = gtk_editable_get_text (GTK_EDITABLE (widget));
  if (own != NULL && *own != '\0')
    g_string_append_printf (text, "%s\n", own);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      collect_text (child, text);
}

char *
ui_dup_text (gpointer root)
{
  GString *text = g_string_new (NULL);

  collect_text (root, text);
  return g_string_free (text, FALSE);
}

gboolean
ui_shows (gpointer    root,
          const char *text)
{
  g_autofree char *shown = ui_dup_text (root);

  return strstr (shown, text) != NULL;
}

GtkWidget *
ui_find (gpointer    root,
         GType       type,
         const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || ui_shows (root, text)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = ui_find (child, type, text);
  return found;
}

guint
ui_count_rows (gpointer list)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child);
  return n;
}

/* GTK does not tell whether a widget's action is enabled; a button that stands for it knows. */
gboolean
ui_action_enabled (gpointer    widget,
                   const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean   enabled;

  gtk_widget_set_parent (button, widget);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

/* ---- windows ---- */

GtkWidget *
ui_page (UiFixture *fixture)
{
  return GTK_WIDGET (_eqp_window_get_page (fixture->window));
}

/* The one presented last that is not a main window. */
static GtkWidget *
find_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget  *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (!EQP_IS_WINDOW (window) && g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        found = window;
    }
  return found;
}

GtkWidget *
ui_wait_dialog (GType type)
{
  ui_wait_for (find_dialog (type) != NULL);
  ui_settle ();
  return find_dialog (type);
}

guint
ui_count_dialogs (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint       n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      n += !EQP_IS_WINDOW (window) && gtk_widget_get_visible (window);
    }
  return n;
}

void
ui_close_dialogs (void)
{
  GtkWidget *dialog;

  while ((dialog = find_dialog (GTK_TYPE_WINDOW)) != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
}

void
ui_choose (gpointer    root,
           const char *text)
{
  GtkWidget *chooser = ui_find (root, EQP_TYPE_RECORD_CHOOSER, NULL);
  GtkWidget *button = ui_child (chooser, EQP_TYPE_RECORD_CHOOSER, "button");
  GtkWidget *popover = ui_child (chooser, EQP_TYPE_RECORD_CHOOSER, "popover");
  GtkWidget *entry = ui_child (chooser, EQP_TYPE_RECORD_CHOOSER, "entry");
  GtkWidget *list = ui_child (chooser, EQP_TYPE_RECORD_CHOOSER, "list");

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_wait_for (gtk_widget_get_mapped (popover));
  ui_settle ();
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ui_settle ();
  g_assert_nonnull (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  g_signal_emit_by_name (entry, "activate");
  ui_wait_for (!gtk_widget_get_mapped (popover));
  g_assert_cmpint (eqp_record_chooser_get_id (EQP_RECORD_CHOOSER (chooser)), !=, 0);
}
