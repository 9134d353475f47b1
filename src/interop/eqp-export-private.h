/* eqp-export-private.h — what the files of the export share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interop/eqp-kind.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef enum {
  EQP_CELL_TEXT,
  EQP_CELL_LIST,    /* codes joined by '|' */
  EQP_CELL_NUMBER,  /* decimal digits, or "" */
  EQP_CELL_BOOLEAN, /* "yes" or "no" */
  EQP_CELL_DATE,    /* ISO, or "" */
} EqpCellType;

EqpCellType _eqp_export_get_cell_type (const EqpKind   *kind,
                                       const EqpColumn *column);
/* All rows of a kind in the order of their keys, a column of the query for each of the kind. */
EqpQuery *_eqp_export_query (EqpStore      *store,
                             const EqpKind *kind,
                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE while there are rows; @values has a place for each column, never NULL, valid until the next call. */
gboolean _eqp_export_next (EqpQuery      *query,
                           const EqpKind *kind,
                           const char   **values,
                           GError       **error);

/* ---- eqp-export-xlsx.c ---- */
gboolean _eqp_export_write_xlsx (EqpStore      *store,
                                 const EqpKind *kind,
                                 const char    *path,
                                 GError       **error);

G_END_DECLS
