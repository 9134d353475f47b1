/* eqp-import-exchanges.c — cells that only the exchanges have: who pays, and durations in plain minutes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-import"
#include "config.h"
#include "interop/eqp-import-private.h"

#include "base/eqp-duration.h"
#include "base/eqp-error.h"
#include "base/eqp-fold.h"
#include "domain/directory/eqp-institution.h"
#include "domain/exchanges/eqp-intervention.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a duration may be, as eqp_duration_parse() has it. */
#define MAX_MINUTES (G_GINT64_CONSTANT (100000) * 60)

/**
 * _eqp_import_read_payer:
 * @self: an importer, whose reader stands on a row of the ledger
 * @draft: the row's draft, whose host is read already
 * @column: the payer's column of the kind
 * @text: the cell, not empty
 * @error: (out) (optional): EQP_INPUT_ERROR_UNKNOWN or _MISSING, or #EqpStoreError
 *
 * The home institution pays unless somebody else is named: its word leaves the field empty. The host's word stands for the host.
 *
 * Returns: %FALSE with @error and the fault set
 */
gboolean
_eqp_import_read_payer (EqpImporter *self,
                        EqpRecord   *draft,
                        guint        column,
                        const char  *text,
                        GError     **error)
{
  static const char *const homes[] = { "home", "origine", "home institution", "etablissement d’origine", "etablissement d'origine", NULL };
  static const char *const hosts[] = { "host", "accueil", "host institution", "etablissement d’accueil", "etablissement d'accueil", NULL };
  g_autofree char         *folded = eqp_fold (text);
  GError                  *failure = NULL;
  gint64                   id = 0;

  if (g_strv_contains (homes, folded))
    eqp_record_clear (draft, EQP_INTERVENTION_PAYER);
  else if (!g_strv_contains (hosts, folded))
    {
      if (!eqp_resolver_find (self->resolver, &eqp_institution_entity, text, &id, &failure))
        {
          _eqp_import_refuse_unknown (self, column, eqp_institution_entity.table, failure);
          g_propagate_error (error, failure);
          return FALSE;
        }
      eqp_record_set_reference (draft, EQP_INTERVENTION_PAYER, id);
    }
  else if (eqp_record_is_empty (draft, EQP_INTERVENTION_HOST))
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("The host is said to pay, but the row names no host."));
      return _eqp_import_refuse (self, column, "MISSING", NULL);
    }
  else
    eqp_record_set_reference (draft, EQP_INTERVENTION_PAYER, eqp_record_get_reference (draft, EQP_INTERVENTION_HOST));
  return TRUE;
}

/* What the column in hours says of the same field; "" when there is none. */
static const char *
get_hours_cell (EqpImporter *self,
                guint        field)
{
  for (guint i = 0; i < self->kind->n_columns; i++)
    if (self->kind->columns[i].role == EQP_COLUMN_FIELD && self->kind->columns[i].field == field && self->cells[i] >= 0)
      return _eqp_import_get_cell (self, i);
  return "";
}

/**
 * _eqp_import_read_minutes:
 * @self: an importer, whose reader stands on a row
 * @draft: the row's draft, whose duration in hours is read already
 * @column: the column in minutes
 * @text: the cell, not empty
 * @error: (out) (optional): EQP_INPUT_ERROR_INVALID
 *
 * Reads a number of minutes. A row may say the duration in hours as well, as exported tables do, but not another one.
 *
 * Returns: %FALSE with @error and the fault set
 */
gboolean
_eqp_import_read_minutes (EqpImporter *self,
                          EqpRecord   *draft,
                          guint        column,
                          const char  *text,
                          GError     **error)
{
  guint            field = self->kind->columns[column].field;
  const char      *hours = get_hours_cell (self, field);
  g_autofree char *digits = g_strstrip (g_strdup (text));
  gint64           minutes;

  if (!g_ascii_string_to_signed (digits, 10, -MAX_MINUTES, MAX_MINUTES, &minutes, NULL))
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                 /* Translators: what somebody wrote in a table. */
                 _ ("“%s” is not a number of minutes: a whole number is expected, such as 450 for seven and a half hours."), text);
  else if (*hours != '\0' && eqp_record_get_integer (draft, field) != minutes)
    {
      g_autofree char *said = eqp_duration_dup_plain (minutes);

      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: the minutes as written in a table, the same as hours ("7h30"), and the other duration as written in it. */
                   _ ("The row says %s minutes, that is %s, but “%s” in hours: correct one of them, or leave it empty."), digits, said, hours);
    }
  else
    {
      eqp_record_set_integer (draft, field, minutes);
      return TRUE;
    }
  return _eqp_import_refuse (self, column, "BAD-DURATION", NULL);
}
