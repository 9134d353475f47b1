/* eqp-import-report.h — what became of the rows of an imported table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interop/eqp-kind.h"

G_BEGIN_DECLS

typedef struct
{
  guint line;    /* of the file, from 1 */
  char *column;  /* its header in the file; "" when the row as a whole is at fault */
  char *code;    /* stable: "BAD-DATE", "UNKNOWN-PERSON" … */
  char *message; /* a sentence in the interface's language */
} EqpRefusal;

typedef struct
{
  const EqpKind *kind;
  guint          added;
  guint          updated;
  guint          unchanged;
  GPtrArray     *refused;         /* (element-type EqpRefusal), by line */
  GPtrArray     *unknown_columns; /* (element-type utf8) headers that name no column of the kind */
  gint64         entry;           /* the journal entry, 0 when nothing was changed */
} EqpImportReport;

EqpImportReport *eqp_import_report_new (const EqpKind *kind) G_GNUC_WARN_UNUSED_RESULT;
void             eqp_import_report_free (EqpImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpImportReport, eqp_import_report_free)
void eqp_import_report_refuse (EqpImportReport *self,
                               guint            line,
                               const char      *column,
                               const char      *code,
                               const char      *message);
/* "line 3, column “to”: … (DATES-ORDER)" */
char *eqp_refusal_dup_sentence (const EqpRefusal *refusal);
char *eqp_import_report_to_json (EqpImportReport *self);

G_END_DECLS
