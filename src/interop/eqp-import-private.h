/* eqp-import-private.h — what the files of the import share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interop/eqp-csv-reader.h"
#include "interop/eqp-id-set.h"
#include "interop/eqp-kind.h"
#include "interop/eqp-resolver.h"

G_BEGIN_DECLS

#define EQP_NO_COLUMN G_MAXUINT

/* One table on its way in, and the row at hand. */
typedef struct
{
  EqpStore      *store;
  const EqpKind *kind;
  EqpCsvReader  *reader;
  EqpResolver   *resolver;
  EqpIdSet      *seen;                   /* rows of the file that this table has already named */
  GHashTable    *sides;                  /* institution id → its side, interned */
  EqpRecord     *side_draft;             /* an affiliation that only reads sides */
  guint          n_headers;              /* cells of the header row */
  const char    *key_clause;             /* (nullable) "WHERE code = ?", interned */
  int            cells[EQP_MAX_COLUMNS]; /* the cell of each column of the kind; -1: the table has none */
  EqpDate        today;

  guint    fault_column; /* of the kind; EQP_NO_COLUMN: the row as a whole */
  char    *fault_code;   /* (nullable) */
  gboolean waits;        /* for a row of the same table that may come later */
} EqpImporter;

typedef enum {
  EQP_ROW_ADDED,
  EQP_ROW_UPDATED,
  EQP_ROW_UNCHANGED,
} EqpRowOutcome;

/* Every FALSE below is either a refusal (EQP_INPUT_ERROR, with the fault set) or a failure of the store. */

/* ---- eqp-import-row.c ---- */
gboolean    _eqp_import_row (EqpImporter   *self,
                             EqpRowOutcome *outcome,
                             GError       **error);
const char *_eqp_import_get_cell (EqpImporter *self,
                                  guint        column);
gboolean    _eqp_import_is_plain_choice (const EqpField *field,
                                         const char     *text);

/* ---- eqp-import-exchanges.c ---- */
gboolean _eqp_import_read_payer (EqpImporter *self,
                                 EqpRecord   *draft,
                                 guint        column,
                                 const char  *text,
                                 GError     **error);
gboolean _eqp_import_read_minutes (EqpImporter *self,
                                   EqpRecord   *draft,
                                   guint        column,
                                   const char  *text,
                                   GError     **error);

/* ---- eqp-import-fault.c ---- */
gboolean _eqp_import_refuse (EqpImporter *self,
                             guint        column,
                             const char  *code,
                             const char  *what);
gboolean _eqp_import_refuse_unknown (EqpImporter  *self,
                                     guint         column,
                                     const char   *what,
                                     const GError *error);
gboolean _eqp_import_refuse_value (EqpImporter  *self,
                                   guint         field,
                                   gboolean      validating,
                                   const GError *error);

/* ---- eqp-import-parts.c: what a row says beside its record: links, home institution, decisions ---- */
typedef struct _EqpParts EqpParts;

EqpParts *_eqp_parts_read (EqpImporter *self,
                           GError     **error);
void      _eqp_parts_free (EqpParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpParts, _eqp_parts_free)
gboolean _eqp_parts_save (EqpImporter *self,
                          EqpParts    *parts,
                          gint64       owner,
                          gboolean     is_new,
                          gboolean    *changed,
                          GError     **error);

G_END_DECLS
