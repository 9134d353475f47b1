/* eqp-file-dialog.c — choosing a file to open or save, on GTK before and after 4.10 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-file-dialog"

#include "config.h"

#include "app/compat/eqp-file-dialog.h"

#include <glib/gi18n.h>

/* GtkFileDialog came with 4.10, which deprecated GtkFileChooserNative; the floor is 4.8. The floor build holds the code to 4.8's API,
 * so the newer class is used only where that ceiling is off. */
#if GTK_CHECK_VERSION(4, 10, 0) && (!defined GDK_VERSION_MAX_ALLOWED || GDK_VERSION_MAX_ALLOWED >= G_ENCODE_VERSION(4, 10))
#define EQP_HAS_FILE_DIALOG 1
#else
#define EQP_HAS_FILE_DIALOG 0
#endif

typedef struct
{
  EqpFileDialogFunc func;
  gpointer          user_data;
} Request;

static GtkFileFilter *
make_filter (const EqpFileDialogOptions *options)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_auto (GStrv) patterns = g_strsplit (options->patterns, ";", -1);

  gtk_file_filter_set_name (filter, options->filter_name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  return filter;
}

#if EQP_HAS_FILE_DIALOG

static void
finish (Request *request,
        GFile   *file)
{
  request->func (file, request->user_data);
  g_clear_object (&file);
  g_free (request);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  finish (user_data, gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL));
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  finish (user_data, gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL));
}

static void
run (GtkWindow                  *parent,
     gboolean                    save,
     const EqpFileDialogOptions *options,
     EqpFileDialogFunc           func,
     gpointer                    user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Request *request = g_new0 (Request, 1);

  request->func = func;
  request->user_data = user_data;
  gtk_file_dialog_set_title (dialog, options->title);
  gtk_file_dialog_set_accept_label (dialog, options->accept);
  if (options->name != NULL)
    gtk_file_dialog_set_initial_name (dialog, options->name);
  if (options->patterns != NULL)
    {
      g_autoptr (GtkFileFilter) filter = make_filter (options);
      g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

      g_list_store_append (filters, filter);
      gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
    }
  if (save)
    gtk_file_dialog_save (dialog, parent, NULL, save_cb, request);
  else
    gtk_file_dialog_open (dialog, parent, NULL, open_cb, request);
}

#else

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  Request *request = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  request->func (file, request->user_data);
  g_object_unref (dialog);
  g_free (request);
}

static void
run (GtkWindow                  *parent,
     gboolean                    save,
     const EqpFileDialogOptions *options,
     EqpFileDialogFunc           func,
     gpointer                    user_data)
{
  GtkFileChooserNative *dialog;
  Request              *request = g_new0 (Request, 1);

  request->func = func;
  request->user_data = user_data;
  dialog = gtk_file_chooser_native_new (options->title, parent,
                                        save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        options->accept, _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (save && options->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), options->name);
  if (options->patterns != NULL)
    {
      g_autoptr (GtkFileFilter) filter = make_filter (options);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

G_GNUC_END_IGNORE_DEPRECATIONS

#endif

void
eqp_file_dialog_open (GtkWindow                  *parent,
                      const EqpFileDialogOptions *options,
                      EqpFileDialogFunc           func,
                      gpointer                    user_data)
{
  run (parent, FALSE, options, func, user_data);
}

void
eqp_file_dialog_save (GtkWindow                  *parent,
                      const EqpFileDialogOptions *options,
                      EqpFileDialogFunc           func,
                      gpointer                    user_data)
{
  run (parent, TRUE, options, func, user_data);
}
