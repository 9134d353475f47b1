/* eqp-balance-export.c — the balance in sight as a report (PDF, ODT) or its breakdown as a table (CSV) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-export"

#include "config.h"

#include "app/exchanges/eqp-balance-export.h"

#include <glib/gi18n.h>

#include "app/compat/eqp-file-dialog.h"
#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-ledger-papers.h"
#include "app/printing/eqp-preview-window.h"
#include "domain/eqp-pole.h"
#include "interop/eqp-csv-writer.h"
#include "report/exchanges/eqp-exchange-documents.h"

void
eqp_balance_print (EqpBalanceDesk *desk)
{
  const EqpBalanceFigures *figures = eqp_balance_desk_get_figures (desk);

  if (figures != NULL)
    eqp_ledger_papers_present_balance (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (desk))), eqp_page_get_session (EQP_PAGE (desk)),
                                       figures->balance->from, figures->balance->to, figures->hours);
}

/* ---- the breakdown ---- */

/* Hours as typed, so that a spreadsheet and the import read them. */
static void
append_row (GString             *text,
            const EqpBalanceRow *row,
            EqpHours             hours)
{
  g_autofree char *fc = eqp_duration_dup_plain (row->fc.minutes[hours]);
  g_autofree char *fi = eqp_duration_dup_plain (row->fi.minutes[hours]);
  g_autofree char *balance = eqp_duration_dup_plain (eqp_balance_row_get_minutes (row, hours));
  const char      *cells[] = { row->key, row->label, fc, fi, balance };

  eqp_csv_append_row (text, cells, G_N_ELEMENTS (cells));
}

static gboolean
write_csv (const EqpBalanceFigures *figures,
           const char              *path,
           GError                 **error)
{
  EqpLanguage language = eqp_language_get_interface ();
  const char *header[] = { _ ("Key"), eqp_breakdown_get_label (figures->by, language), eqp_training_get_code (EQP_TRAINING_FC),
                           eqp_training_get_code (EQP_TRAINING_FI), C_ ("hours", "Balance") };
  g_autoptr (GString) text = g_string_new (EQP_CSV_BOM);

  eqp_csv_append_row (text, header, G_N_ELEMENTS (header));
  for (guint i = 0; i < figures->balance->rows->len; i++)
    append_row (text, g_ptr_array_index (figures->balance->rows, i), figures->hours);
  append_row (text, &figures->balance->total, figures->hours);
  return g_file_set_contents (path, text->str, (gssize)text->len, error);
}

/* ---- the report ---- */

static gboolean
write_report (const EqpBalanceFigures *figures,
              const char              *path,
              GError                 **error)
{
  g_autoptr (GSettings) settings = g_settings_new (EQP_APP_ID);
  g_autofree char *language = g_settings_get_string (settings, "document-language");
  g_autofree char *left = eqp_pole_dup_setting (figures->store, EQP_SETTING_UNIVERSITY_NAME);
  g_autofree char *right = eqp_pole_dup_setting (figures->store, EQP_SETTING_RECTORAT_NAME);
  g_autoptr (EqpDocument) document = NULL;
  const EqpExchangeDocumentOptions options = {
    .language = g_str_equal (language, "en") ? EQP_LANGUAGE_EN : EQP_LANGUAGE_FR,
    .left = left,
    .right = right,
    .from = figures->balance->from,
    .to = figures->balance->to,
    .hours = figures->hours,
  };

  document = eqp_balance_report_new (figures->store, &options, error);
  return document != NULL && eqp_preview_write (document, path, error);
}

gboolean
eqp_balance_export_as (EqpBalanceDesk *desk,
                       const char     *path,
                       GError        **error)
{
  const EqpBalanceFigures *figures = eqp_balance_desk_get_figures (desk);
  g_autofree char         *lower = g_ascii_strdown (path, -1);

  g_return_val_if_fail (figures != NULL, FALSE);

  return g_str_has_suffix (lower, ".csv") ? write_csv (figures, path, error) : write_report (figures, path, error);
}

static void
named_cb (GFile   *file,
          gpointer user_data)
{
  g_autoptr (EqpBalanceDesk) desk = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || gtk_widget_get_root (GTK_WIDGET (desk)) == NULL)
    return;
  if (!eqp_balance_export_as (desk, path, &error))
    {
      eqp_feedback_error (GTK_WIDGET (desk), _ ("The balance was not exported"), error);
      return;
    }
  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_ ("Saved as “%s”"), name);
  eqp_feedback_say (GTK_WIDGET (desk), sentence);
}

void
eqp_balance_export (EqpBalanceDesk *desk)
{
  const EqpFileDialogOptions options = {
    .title = _ ("Export the balance"),
    .accept = _ ("_Export"),
    .name = _ ("balance.pdf"),
    .filter_name = _ ("Report (PDF, ODT) or table (CSV)"),
    .patterns = "*.pdf;*.odt;*.csv",
  };

  if (eqp_balance_desk_get_figures (desk) != NULL)
    eqp_file_dialog_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (desk))), &options, named_cb, g_object_ref (desk));
}
