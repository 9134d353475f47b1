/* eqp-new-file.c — a new file, with what every Pôle has, or a whole fictional one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-new-file"
#include "config.h"
#include "interop/eqp-new-file.h"

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "interop/eqp-import.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* What a table shipped with the program is called where that is not its kind. */
static const char *
get_file_stem (const EqpKind *kind,
               const char    *folder)
{
  if (!g_str_equal (folder, "reference"))
    return kind->name;
  return kind->id == EQP_KIND_BODIES ? "councils" : kind->id == EQP_KIND_STEPS ? "procedure-steps"
                                                                               : kind->name;
}

static gboolean
take_table (EqpStore      *store,
            const EqpKind *kind,
            const char    *path,
            GError       **error)
{
  g_autoptr (EqpImportReport) report = eqp_import_in_edit (store, kind, path, error);
  g_autofree char *sentence = NULL;

  if (report == NULL)
    return FALSE;
  if (report->refused->len == 0)
    return TRUE;
  sentence = eqp_refusal_dup_sentence (g_ptr_array_index (report->refused, 0));
  /* Translators: the path of a table shipped with the program, then what is wrong with one of its rows. */
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The table “%s” that came with the program is damaged: %s"), path, sentence);
  return FALSE;
}

/* *n_tables: how many tables there were. */
static gboolean
take_folder (EqpStore   *store,
             const char *folder,
             guint      *n_tables,
             GError    **error)
{
  for (guint i = 0; i < EQP_N_KINDS; i++)
    {
      const EqpKind   *kind = eqp_kind_get (i);
      g_autofree char *name = g_strconcat (get_file_stem (kind, folder), ".csv", NULL);
      g_autofree char *path = eqp_pole_dup_data_file (folder, name);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      if (!take_table (store, kind, path, error))
        return FALSE;
      (*n_tables)++;
    }
  return TRUE;
}

static gboolean
fill (EqpStore *store,
      gpointer  user_data,
      GError  **error)
{
  const char *const *folders = user_data;

  for (guint i = 0; folders[i] != NULL; i++)
    {
      guint n_tables = 0;

      if (!take_folder (store, folders[i], &n_tables, error))
        return FALSE;
      if (n_tables == 0)
        {
          g_autofree char *path = eqp_pole_dup_data_file (folders[i], "");

          g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE,
                       /* Translators: %s is a folder of the program's own installation. */
                       _ ("The tables of “%s” are missing: the program is not completely installed."), path);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * eqp_pole_create:
 * @path: where; nothing may be there
 * @sample: whether the fictional Pôle goes in as well
 * @error: (out) (optional): #EqpStoreError, or EQP_INPUT_ERROR when the tables shipped with the program are not there or damaged
 *
 * Makes a file with the statutes, councils and parameters that are the same everywhere. They are the first entry of its history.
 *
 * Returns: (transfer full) (nullable): the open file; nothing is left on the disk otherwise
 */
EqpStore *
eqp_pole_create (const char *path,
                 gboolean    sample,
                 GError    **error)
{
  static const char *const folders[] = { "reference", "sample", NULL };
  static const char *const only_reference[] = { "reference", NULL };
  EqpStore                *store = eqp_store_create (path, eqp_pole_get_schema (), error);
  g_autoptr (EqpMessage) label = NULL;

  if (store == NULL)
    return NULL;
  label = eqp_message_new (sample ? N_ ("Reference data and the sample Pôle") : N_ ("Reference data"));
  if (eqp_store_begin_with (store, label, fill, (gpointer)(sample ? folders : only_reference), error))
    return store;
  eqp_store_close (store);
  g_object_unref (store);
  g_unlink (path);
  return NULL;
}
