/* eqp-ledger-paste.c — a block copied from a spreadsheet, as a table that the importer reads */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-paste"

#include "config.h"

#include "app/exchanges/eqp-ledger-paste.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/eqp-error.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "interop/eqp-csv-reader.h"
#include "interop/eqp-csv-writer.h"

/* More than that is no block but a file: the import does it away from the window. */
#define MAX_ROWS 5000

static const char *const columns[] = { "code", "date", "person", "host", "side", "unit", "scheme", "request",
                                       "requested", "planned", "done", "certified", NULL };

static const EqpKind *
get_kind (void)
{
  return eqp_kind_get (EQP_KIND_INTERVENTIONS);
}

/* ---- reading the block ---- */

/* The importer's own reader, so that quotes and line ends mean the same here and there. */
static gboolean
read_rows (EqpLedgerPaste *self,
           GError        **error)
{
  g_autoptr (EqpCsvReader) reader = eqp_csv_reader_open (self->path, error);
  EqpCsvResult result;

  if (reader == NULL)
    return FALSE;
  while ((result = eqp_csv_reader_next (reader, error)) == EQP_CSV_ROW)
    {
      guint         n = eqp_csv_reader_get_n_fields (reader);
      GStrvBuilder *row = g_strv_builder_new ();

      for (guint i = 0; i < n; i++)
        {
          /* One line of the table a row: what is refused is named by its line. */
          g_autofree char *cell = g_strdelimit (g_strdup (eqp_csv_reader_get_field (reader, i)), "\r\n", ' ');

          g_strv_builder_add (row, cell);
        }
      g_ptr_array_add (self->rows, g_strv_builder_end (row));
      g_strv_builder_unref (row);
      if (self->rows->len > MAX_ROWS)
        {
          g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                       _ ("The block has more than %d lines. Save it as a CSV file and import that."), MAX_ROWS);
          return FALSE;
        }
    }
  return result == EQP_CSV_END;
}

static guint
count_headers (GStrv row)
{
  guint n = 0;

  for (guint i = 0; row[i] != NULL; i++)
    n += eqp_kind_match_header (get_kind (), row[i]) >= 0 ? 1 : 0;
  return n;
}

/* The first row when it names columns, else as many of the usual columns as there are cells. */
static GStrv
take_header (EqpLedgerPaste *self)
{
  GStrv         first = g_ptr_array_index (self->rows, 0);
  guint         n = g_strv_length (first);
  GStrvBuilder *header;
  GStrv         names;
  EqpDate       date;
  guint         start;

  if (count_headers (first) >= 2)
    {
      names = g_strdupv (first);
      g_ptr_array_remove_index (self->rows, 0);
      return names;
    }
  start = eqp_date_parse_typed (first[0], eqp_date_today (), &date, NULL) ? 1 : 0;
  header = g_strv_builder_new ();
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (header, start + i < g_strv_length ((char **)columns) ? columns[start + i] : "");
  names = g_strv_builder_end (header);
  g_strv_builder_unref (header);
  return names;
}

/* ---- codes ---- */

static int
find_column (GStrv       header,
             const char *name)
{
  const EqpKind *kind = get_kind ();

  for (int i = 0; header[i] != NULL; i++)
    {
      int column = eqp_kind_match_header (kind, header[i]);

      if (column >= 0 && g_str_equal (kind->columns[column].header, name))
        return i;
    }
  return -1;
}

/* "I-2026-01234": the next free one of the year, then those behind it, as each row needs one. */
static char *
dup_code (EqpStore   *store,
          GHashTable *numbers,
          EqpDate     date)
{
  g_autofree char *next = eqp_intervention_dup_next_code (store, date);
  char            *dash = strrchr (next, '-');
  g_autofree char *prefix = dash != NULL ? g_strndup (next, (gsize)(dash - next)) : g_strdup (next);
  gpointer         used = g_hash_table_lookup (numbers, prefix);
  int              number = dash != NULL ? atoi (dash + 1) : 1;

  if (used != NULL)
    number = GPOINTER_TO_INT (used) + 1;
  g_hash_table_insert (numbers, g_strdup (prefix), GINT_TO_POINTER (number));
  return g_strdup_printf ("%s-%05d", prefix, number);
}

static EqpDate
read_date (GStrv row,
           int   column)
{
  EqpDate date = EQP_DATE_NONE;

  if (column < 0 || (guint)column >= g_strv_length (row) || !eqp_date_parse_typed (row[column], eqp_date_today (), &date, NULL))
    return eqp_date_today ();
  return date;
}

static void
append_row (GString    *text,
            const char *code,
            GStrv       row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  if (code != NULL)
    g_ptr_array_add (cells, (gpointer)code);
  for (guint i = 0; row[i] != NULL; i++)
    g_ptr_array_add (cells, row[i]);
  eqp_csv_append_row (text, (const char *const *)cells->pdata, cells->len);
}

static gboolean
write_table (EqpLedgerPaste *self,
             EqpStore       *store,
             GError        **error)
{
  g_auto (GStrv) header = take_header (self);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (EQP_CSV_BOM);
  gboolean has_codes = find_column (header, "code") >= 0;
  int      date = find_column (header, "date");

  append_row (text, has_codes ? NULL : "code", header);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GStrv            row = g_ptr_array_index (self->rows, i);
      g_autofree char *code = has_codes ? NULL : dup_code (store, numbers, read_date (row, date));

      append_row (text, code, row);
    }
  return g_file_set_contents (self->path, text->str, (gssize)text->len, error);
}

EqpLedgerPaste *
eqp_ledger_paste_new (EqpStore   *store,
                      const char *text,
                      GError    **error)
{
  g_autoptr (EqpLedgerPaste) self = g_new0 (EqpLedgerPaste, 1);
  int file;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  self->first_line = 2;
  file = g_file_open_tmp ("equipole-lines-XXXXXX", &self->path, error);
  if (file < 0)
    return NULL;
  g_close (file, NULL);
  if (!g_file_set_contents (self->path, text, -1, error) || !read_rows (self, error))
    return NULL;
  if (self->rows->len == 0 || (self->rows->len == 1 && count_headers (g_ptr_array_index (self->rows, 0)) >= 2))
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("The clipboard holds no lines. Copy them in the spreadsheet first."));
      return NULL;
    }
  if (!write_table (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
eqp_ledger_paste_free (EqpLedgerPaste *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

EqpImportReport *
eqp_ledger_paste_run (EqpLedgerPaste *self,
                      EqpStore       *store,
                      gboolean        dry_run,
                      GError        **error)
{
  return eqp_import_file (store, get_kind (), self->path, dry_run ? EQP_IMPORT_DRY_RUN : EQP_IMPORT_DEFAULT, NULL, NULL, NULL, error);
}
