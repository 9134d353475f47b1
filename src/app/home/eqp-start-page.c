/* eqp-start-page.c — first start: the sample, an empty file, a copy, a spreadsheet, a file opened before */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-start-page"

#include "config.h"

#include "app/home/eqp-start-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/home/eqp-files.h"

struct _EqpStartPage
{
  AdwBin parent_instance;

  GtkButton           *back;
  GtkImage            *icon;
  AdwPreferencesGroup *files_group;
  GtkListBox          *files;
};

G_DEFINE_FINAL_TYPE (EqpStartPage, eqp_start_page, ADW_TYPE_BIN)

/* NULL before the page is in a window, or in a test's. */
static EqpWindow *
find_window (EqpStartPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return EQP_IS_WINDOW (root) ? EQP_WINDOW (root) : NULL;
}

static void
add_row (EqpStartPage *self,
         const char   *path,
         const char   *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *title = eqp_files_dup_title (path);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *below = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  gtk_list_box_append (self->files, row);
}

static void
add_file (EqpStartPage *self,
          const char   *path)
{
  g_autofree char *when = NULL;
  g_autofree char *subtitle = NULL;
  GStatBuf         info;

  if (g_stat (path, &info) == 0)
    {
      when = eqp_date_format_instant ((gint64)info.st_mtime * G_USEC_PER_SEC, eqp_language_get_interface ());
      subtitle = g_strdup_printf (_ ("Last changed on %s"), when);
    }
  add_row (self, path, subtitle != NULL ? subtitle : "");
}

static gboolean
is_open (const char *path)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean    found = FALSE;

  for (guint i = 0; !found && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      EqpSession     *session = EQP_IS_WINDOW (window) ? eqp_window_get_session (EQP_WINDOW (window)) : NULL;
      EqpWorkingCopy *copy = session != NULL ? eqp_session_get_working_copy (session) : NULL;

      found = copy != NULL && g_str_equal (eqp_working_copy_get_origin (copy), path);
    }
  return found;
}

/* Changes that wait for their file: a folder that is not there now could not be found by the file dialog. */
static guint
add_waiting (EqpStartPage *self)
{
  g_autoptr (GPtrArray) origins = eqp_working_copy_list ();
  guint n = 0;

  for (guint i = 0; i < origins->len; i++)
    {
      const char      *path = g_ptr_array_index (origins, i);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *name = g_filename_display_name (folder);
      g_autofree char *subtitle = NULL;

      if (is_open (path))
        continue;
      /* Translators: %s is the path of a folder */
      subtitle = g_strdup_printf (_ ("With changes that are not in “%s” yet"), name);
      add_row (self, path, subtitle);
      n++;
    }
  return n;
}

/* Files come and go while the page is not in sight. */
static void
mapped_cb (EqpStartPage *self)
{
  g_autoptr (GPtrArray) paths = eqp_files_list ();
  EqpWindow *window = find_window (self);
  GtkWidget *child;
  guint      n_waiting;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_list_box_remove (self->files, child);
  n_waiting = add_waiting (self);
  for (guint i = 0; i < paths->len; i++)
    add_file (self, g_ptr_array_index (paths, i));
  gtk_widget_set_visible (GTK_WIDGET (self->files_group), n_waiting + paths->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->back), window != NULL && eqp_window_get_session (window) != NULL);
}

static void
file_activated_cb (EqpStartPage  *self,
                   GtkListBoxRow *row)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (row), "path"));
  EqpWindow       *window = find_window (self);

  if (window != NULL)
    eqp_files_open (window, path);
}

static void
start_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpWindow *window = find_window (EQP_START_PAGE (widget));

  if (window == NULL)
    return;
  if (g_str_equal (action, "start.import"))
    eqp_files_create_to_import (window);
  else if (eqp_window_get_session (window) != NULL)
    eqp_window_show_file (window);
}

static void
eqp_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EQP_TYPE_START_PAGE);

  G_OBJECT_CLASS (eqp_start_page_parent_class)->dispose (object);
}

static void
eqp_start_page_class_init (EqpStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpStartPage, back);
  gtk_widget_class_bind_template_child (widget_class, EqpStartPage, icon);
  gtk_widget_class_bind_template_child (widget_class, EqpStartPage, files_group);
  gtk_widget_class_bind_template_child (widget_class, EqpStartPage, files);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_activated_cb);
  gtk_widget_class_install_action (widget_class, "start.import", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "start.back", NULL, start_action);
}

static void
eqp_start_page_init (EqpStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, EQP_APP_ID);
}
