/* eqp-import.c — a CSV table into the file: one edit, each row checked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-import"
#include "config.h"
#include "interop/eqp-import.h"

#include "base/eqp-error.h"
#include "interop/eqp-import-label.h"
#include "interop/eqp-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How often progress is told and cancellation noticed. */
#define STRIDE 512

typedef struct
{
  goffset offset;
  guint   line;
} Place;

typedef struct
{
  EqpImporter       importer;
  EqpImportReport  *report;
  EqpImportFlags    flags;
  GPtrArray        *headers;  /* (element-type utf8) */
  Place             first;    /* the row after the header */
  GArray           *waiting;  /* (element-type Place) rows that name a row of the same table not known yet */
  guint             expected; /* rows that the journal's label promises */
  gboolean          taken_back;
  EqpImportProgress progress;
  gpointer          user_data;
  GCancellable     *cancellable;
} Import;

static void
import_clear (Import *self)
{
  EqpImporter *importer = &self->importer;

  g_clear_pointer (&importer->reader, eqp_csv_reader_free);
  g_clear_pointer (&importer->resolver, eqp_resolver_free);
  g_clear_pointer (&importer->seen, eqp_id_set_free);
  g_clear_pointer (&importer->sides, g_hash_table_unref);
  g_clear_object (&importer->side_draft);
  g_clear_pointer (&importer->fault_code, g_free);
  g_clear_pointer (&self->report, eqp_import_report_free);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* ---- the header ---- */

/* Whether the table lacks a column that it needs: a duration may be in either of two. */
static gboolean
is_lacking (Import *self,
            guint   column)
{
  const EqpKind   *kind = self->importer.kind;
  const EqpColumn *info = &kind->columns[column];

  if (self->importer.cells[column] >= 0)
    return FALSE;
  if (info->role != EQP_COLUMN_MINUTES)
    return info->required;
  for (guint i = 0; i < kind->n_columns; i++)
    if (kind->columns[i].role == EQP_COLUMN_FIELD && kind->columns[i].field == info->field && self->importer.cells[i] >= 0)
      return FALSE;
  return TRUE;
}

static gboolean
check_required (Import     *self,
                const char *path,
                GError    **error)
{
  const EqpKind   *kind = self->importer.kind;
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; i < kind->n_columns; i++)
    if (is_lacking (self, i))
      {
        g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING,
                     /* Translators: the name of a file, of a column, and of a kind of table as on the command line. */
                     _ ("“%s” has no column “%s”, which a table of %s needs."), name, kind->columns[i].header, kind->name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
match_headers (Import     *self,
               const char *path,
               GError    **error)
{
  EqpImporter *importer = &self->importer;

  importer->n_headers = eqp_csv_reader_get_n_fields (importer->reader);
  for (guint i = 0; i < EQP_MAX_COLUMNS; i++)
    importer->cells[i] = -1;
  for (guint i = 0; i < importer->n_headers; i++)
    {
      const char *header = eqp_csv_reader_get_field (importer->reader, i);
      int         column = eqp_kind_match_header (importer->kind, header);

      g_ptr_array_add (self->headers, g_strdup (header));
      if (eqp_header_is_numen (header))
        {
          g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FORBIDDEN,
                       /* Translators: %s is the header of a column. The NUMEN is the personal number of a French education civil servant. */
                       _ ("The table has a column “%s”: a NUMEN is a secret number that must not be kept here; remove the column first."), header);
          return FALSE;
        }
      if (column >= 0 && importer->cells[column] < 0)
        importer->cells[column] = i;
      else if (*header != '\0')
        g_ptr_array_add (self->report->unknown_columns, g_strdup (header));
    }
  return check_required (self, path, error);
}

static gboolean
import_open (Import        *self,
             EqpStore      *store,
             const EqpKind *kind,
             const char    *path,
             GError       **error)
{
  EqpImporter     *importer = &self->importer;
  g_autofree char *name = g_path_get_basename (path);

  importer->store = store;
  importer->kind = kind;
  importer->today = eqp_date_today ();
  self->report = eqp_import_report_new (kind);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Place));
  importer->reader = eqp_csv_reader_open (path, error);
  if (importer->reader == NULL)
    return FALSE;
  switch (eqp_csv_reader_next (importer->reader, error))
    {
    case EQP_CSV_ROW:
      break;
    case EQP_CSV_END:
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("“%s” is empty: its first line must name the columns."), name);
      return FALSE;
    case EQP_CSV_BAD_ROW:
    case EQP_CSV_FAILED:
    default:
      return FALSE;
    }
  eqp_csv_reader_tell (importer->reader, &self->first.offset, &self->first.line);
  return match_headers (self, path, error);
}

/* ---- the rows ---- */

static void
refuse (Import       *self,
        guint         line,
        const GError *error)
{
  EqpImporter *importer = &self->importer;
  const char  *header = "";

  if (importer->fault_column != EQP_NO_COLUMN)
    {
      int cell = importer->cells[importer->fault_column];

      /* A column that the table does not have is called what it should be. */
      header = cell >= 0 ? g_ptr_array_index (self->headers, cell) : importer->kind->columns[importer->fault_column].header;
    }
  eqp_import_report_refuse (self->report, line, header, importer->fault_code, error->message);
}

static void
wait_for_others (Import *self)
{
  Place place = { eqp_csv_reader_get_offset (self->importer.reader), eqp_csv_reader_get_line (self->importer.reader) };

  g_array_append_val (self->waiting, place);
}

/* Whom a mandate follows is looked up when all others are known: the same then, whatever the order of the rows. */
static gboolean
names_replaced (EqpImporter *importer)
{
  for (guint i = 0; i < importer->kind->n_columns; i++)
    if (importer->kind->columns[i].role == EQP_COLUMN_REPLACED && importer->cells[i] >= 0)
      return *_eqp_import_get_cell (importer, i) != '\0';
  return FALSE;
}

/* Takes in the row on which the reader stands; FALSE only when the store fails. */
static gboolean
take_row (Import  *self,
          gboolean may_wait,
          GError **error)
{
  EqpImporter  *importer = &self->importer;
  EqpRowOutcome outcome = EQP_ROW_UNCHANGED;
  g_autoptr (GError) failure = NULL;

  if (_eqp_import_row (importer, &outcome, &failure))
    {
      self->report->added += outcome == EQP_ROW_ADDED;
      self->report->updated += outcome == EQP_ROW_UPDATED;
      self->report->unchanged += outcome == EQP_ROW_UNCHANGED;
      return TRUE;
    }
  if (failure->domain != EQP_INPUT_ERROR || importer->fault_code == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (importer->waits && may_wait)
    wait_for_others (self);
  else
    refuse (self, eqp_csv_reader_get_line (importer->reader), failure);
  return TRUE;
}

static gboolean
take_all_rows (Import  *self,
               GError **error)
{
  EqpImporter *importer = &self->importer;

  for (guint n = 0;; n++)
    {
      g_autoptr (GError) failure = NULL;

      if (n % STRIDE == 0 && self->progress != NULL)
        self->progress (eqp_csv_reader_get_fraction (importer->reader), self->user_data);
      if (n % STRIDE == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      switch (eqp_csv_reader_next (importer->reader, &failure))
        {
        case EQP_CSV_ROW:
          if (names_replaced (importer))
            wait_for_others (self);
          else if (!take_row (self, TRUE, error))
            return FALSE;
          break;
        case EQP_CSV_BAD_ROW:
          eqp_import_report_refuse (self->report, eqp_csv_reader_get_line (importer->reader), "", "BAD-QUOTE", failure->message);
          break;
        case EQP_CSV_END:
          return TRUE;
        case EQP_CSV_FAILED:
        default:
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
}

/* Rows that wait for others come again as long as that helps. */
static gboolean
take_waiting_rows (Import  *self,
                   GError **error)
{
  for (gboolean may_wait = TRUE; self->waiting->len > 0;)
    {
      g_autoptr (GArray) places = self->waiting;

      self->waiting = g_array_new (FALSE, FALSE, sizeof (Place));
      for (guint i = 0; i < places->len; i++)
        {
          const Place *place = &g_array_index (places, Place, i);

          eqp_csv_reader_seek (self->importer.reader, place->offset, place->line);
          if (eqp_csv_reader_next (self->importer.reader, error) != EQP_CSV_ROW || !take_row (self, may_wait, error))
            return FALSE;
        }
      may_wait = self->waiting->len < places->len;
    }
  return TRUE;
}

static gint
compare_refusals (gconstpointer a,
                  gconstpointer b)
{
  const EqpRefusal *left = *(EqpRefusal *const *)a;
  const EqpRefusal *right = *(EqpRefusal *const *)b;

  return left->line < right->line ? -1 : left->line > right->line;
}

/* Every row, from the first, inside an edit. */
static gboolean
import_run (Import  *self,
            GError **error)
{
  EqpImporter *importer = &self->importer;

  self->report->added = self->report->updated = self->report->unchanged = 0;
  g_ptr_array_set_size (self->report->refused, 0);
  g_array_set_size (self->waiting, 0);
  g_clear_pointer (&importer->resolver, eqp_resolver_free);
  g_clear_pointer (&importer->seen, eqp_id_set_free);
  g_clear_pointer (&importer->sides, g_hash_table_unref);
  importer->resolver = eqp_resolver_new (importer->store);
  importer->seen = eqp_id_set_new ();
  importer->sides = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  eqp_csv_reader_seek (importer->reader, self->first.offset, self->first.line);
  if (!take_all_rows (self, error) || !take_waiting_rows (self, error))
    return FALSE;
  g_ptr_array_sort (self->report->refused, compare_refusals);
  /* The journal and the index are written next, which takes memory as well. */
  g_clear_pointer (&importer->seen, eqp_id_set_free);
  return TRUE;
}

/* ---- the edit ---- */

/* The journal's label says how many rows went in and is written before them: count first, on the hope that all do. */
static gboolean
count_rows (Import  *self,
            GError **error)
{
  for (;;)
    switch (eqp_csv_reader_next (self->importer.reader, NULL))
      {
      case EQP_CSV_ROW:
        self->expected++;
        break;
      case EQP_CSV_BAD_ROW:
        break;
      case EQP_CSV_END:
        return TRUE;
      case EQP_CSV_FAILED:
      default:
        g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE, _ ("The table cannot be read to its end."));
        return FALSE;
      }
}

/* FALSE with an error of our own rolls back what nobody wants kept; a file that nothing was added to is not even touched. */
static gboolean
edit (EqpStore *store,
      gpointer  user_data,
      GError  **error)
{
  Import *self = user_data;
  guint   done;

  self->taken_back = FALSE;
  if (!import_run (self, error))
    return FALSE;
  done = self->report->added + self->report->updated;
  if ((self->flags & EQP_IMPORT_DRY_RUN) == 0 && done > 0 && done == self->expected &&
      ((self->flags & EQP_IMPORT_STRICT) == 0 || self->report->refused->len == 0))
    return TRUE;
  self->taken_back = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "rolled back on purpose");
  return FALSE;
}

/* Whether another run with a true label is to follow a run that was taken back. */
static gboolean
must_run_again (Import *self)
{
  guint done = self->report->added + self->report->updated;

  if (!self->taken_back || (self->flags & EQP_IMPORT_DRY_RUN) != 0 || done == 0)
    return FALSE;
  if ((self->flags & EQP_IMPORT_STRICT) != 0 && self->report->refused->len > 0)
    return FALSE;
  self->expected = done;
  return TRUE;
}

/**
 * eqp_import_file:
 * @store: a store
 * @kind: what the table holds
 * @path: a CSV file
 * @flags: whether one bad row refuses all, whether nothing is to be changed
 * @progress: (nullable) (scope call): told now and then, on this thread
 * @user_data: for @progress
 * @cancellable: (nullable): looked at now and then
 * @error: (out) (optional): EQP_INPUT_ERROR when the table as a whole is no good, #EqpStoreError, G_IO_ERROR_CANCELLED
 *
 * Takes a table in, in one edit that can be undone. Rows known by their natural key are updated; what is the same already is left
 * alone; bad rows are reported and the others go in. When nothing is to be kept the file is not written to.
 *
 * Returns: (transfer full) (nullable): what became of each row
 */
EqpImportReport *
eqp_import_file (EqpStore         *store,
                 const EqpKind    *kind,
                 const char       *path,
                 EqpImportFlags    flags,
                 EqpImportProgress progress,
                 gpointer          user_data,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_auto (Import) import = { .flags = flags, .progress = progress, .user_data = user_data, .cancellable = cancellable };
  g_autofree char *name = g_path_get_basename (path);

  if (!import_open (&import, store, kind, path, error) || !count_rows (&import, error))
    return NULL;
  do
    {
      g_autoptr (EqpMessage) label = eqp_import_label_new (kind, import.expected, name);
      g_autoptr (GError) failure = NULL;

      if (!eqp_store_edit (store, label, edit, &import, &import.report->entry, &failure) && !import.taken_back)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  while (must_run_again (&import));
  if (import.taken_back)
    import.report->entry = 0;
  if ((flags & EQP_IMPORT_STRICT) != 0 && import.report->refused->len > 0)
    import.report->added = import.report->updated = 0;
  return g_steal_pointer (&import.report);
}

/**
 * eqp_import_in_edit:
 * @store: a store, inside an edit
 * @kind: what the table holds
 * @path: a CSV file
 * @error: (out) (optional): as for eqp_import_file()
 *
 * Takes a table in as a part of a larger edit; the caller rolls back if it is not pleased with the report.
 *
 * Returns: (transfer full) (nullable): what became of each row
 */
EqpImportReport *
eqp_import_in_edit (EqpStore      *store,
                    const EqpKind *kind,
                    const char    *path,
                    GError       **error)
{
  g_auto (Import) import = { 0 };

  if (!import_open (&import, store, kind, path, error) || !import_run (&import, error))
    return NULL;
  return g_steal_pointer (&import.report);
}
