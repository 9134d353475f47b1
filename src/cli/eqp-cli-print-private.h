/* eqp-cli-print-private.h — what the documents of `equipole print` share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/eqp-cli-private.h"
#include "report/bodies/eqp-body-documents.h"
#include "report/exchanges/eqp-exchange-documents.h"

G_BEGIN_DECLS

typedef struct
{
  EqpStore  *store;
  EqpRecord *subject; /* (nullable) the record that the selector names */

  /* councils */
  EqpDate                as_of;
  gboolean               with_findings;
  char                  *place;     /* (nullable) attendance sheets */
  char                  *reference; /* (nullable) annexes */
  EqpBodyDocumentOptions bodies;

  /* exchanges */
  EqpExchangeDocumentOptions exchanges;
} EqpPrintJob;

typedef enum {
  EQP_PRINT_PDF,
  EQP_PRINT_ODT,
  EQP_PRINT_PICTURE, /* .png or .svg: the chart alone */
} EqpPrintFormat;

typedef struct
{
  const char      *name;
  const EqpEntity *subject; /* (nullable) what its selector names, by its code */
  EqpDocument *(*build) (EqpPrintJob *job,
                         GError     **error);
  /* (nullable) its picture */
  gboolean (*draw) (EqpPrintJob *job,
                    const char  *path,
                    GError     **error);
} EqpPrintKind;

/* ---- eqp-cli-print-bodies.c, eqp-cli-print-exchanges.c ---- */
const EqpPrintKind *eqp_cli_get_body_documents (guint *n_kinds);
const EqpPrintKind *eqp_cli_get_exchange_documents (guint *n_kinds);

G_END_DECLS
