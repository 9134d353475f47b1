/* eqp-ledger-paste.h — a block copied from a spreadsheet, as a table that the importer reads */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interop/eqp-import.h"

G_BEGIN_DECLS

typedef struct
{
  char      *path;       /* of the table, a temporary file that goes with this */
  GPtrArray *rows;       /* (element-type GStrv) as pasted, without the header */
  guint      first_line; /* of the first row, in the file */
} EqpLedgerPaste;

/* Cells are parted by tabs, else by semicolons. Without a header the columns are code, date, person, host, side, unit, scheme, request, requested,
 * planned, done, certified; without a code, from the date on. Lines without a code get the next ones. */
EqpLedgerPaste *eqp_ledger_paste_new (EqpStore   *store,
                                      const char *text,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void            eqp_ledger_paste_free (EqpLedgerPaste *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpLedgerPaste, eqp_ledger_paste_free)
/* What would become of it, or what has. Rows that are refused are left out. */
EqpImportReport *eqp_ledger_paste_run (EqpLedgerPaste *self,
                                       EqpStore       *store,
                                       gboolean        dry_run,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
