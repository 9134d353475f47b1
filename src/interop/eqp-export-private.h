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
/* All rows of a kind in the order of their keys, one at a time. */
typedef struct
{
  const EqpKind *kind;
  EqpQuery      *query;
  const char    *values[EQP_MAX_COLUMNS]; /* of the row at hand, a place for each column, never NULL */
  char          *texts[EQP_MAX_COLUMNS];  /* (nullable) values that the file has otherwise */
} EqpExportRows;

EqpExportRows *_eqp_export_rows_new (EqpStore      *store,
                                     const EqpKind *kind,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void           _eqp_export_rows_free (EqpExportRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpExportRows, _eqp_export_rows_free)
/* TRUE while there are rows. */
gboolean _eqp_export_rows_next (EqpExportRows *self,
                                GError       **error);

/* ---- eqp-export-xlsx.c ---- */
gboolean _eqp_export_write_xlsx (EqpStore      *store,
                                 const EqpKind *kind,
                                 const char    *path,
                                 GError       **error);

G_END_DECLS
