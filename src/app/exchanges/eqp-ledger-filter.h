/* eqp-ledger-filter.h — which lines of the ledger are listed, as a condition on them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-exchange.h"

G_BEGIN_DECLS

/* How far a line has come: the furthest of its four figures. */
typedef enum {
  EQP_LEDGER_ANY_STATE,
  EQP_LEDGER_REQUESTED,
  EQP_LEDGER_PLANNED,
  EQP_LEDGER_TO_CERTIFY, /* done, not certified */
  EQP_LEDGER_CERTIFIED,
  EQP_LEDGER_N_STATES,
} EqpLedgerState;

typedef enum {
  EQP_LEDGER_ALL,
  EQP_LEDGER_WITH_FINDINGS,
  EQP_LEDGER_DIRECT,
  EQP_LEDGER_SHARED,
  EQP_LEDGER_COUNTER_ENTRIES,
  EQP_LEDGER_OVERRIDDEN,
  EQP_LEDGER_N_ONLY,
} EqpLedgerOnly;

typedef struct
{
  EqpDate        from; /* EQP_DATE_NONE: open */
  EqpDate        to;
  EqpTraining    training; /* EQP_N_TRAININGS: both */
  EqpLedgerState state;
  EqpLedgerOnly  only;
  const char    *findings; /* for EQP_LEDGER_WITH_FINDINGS: the condition on their lines */
} EqpLedgerFilter;

const char *eqp_ledger_state_get_label (EqpLedgerState state);
const char *eqp_ledger_only_get_label (EqpLedgerOnly only);
/* Interned: for eqp_query_model_set_where(). */
const char *eqp_ledger_filter_get_condition (const EqpLedgerFilter *self);
/* TRUE if the lines are those of a period and nothing else: their sums are known without reading them. */
gboolean eqp_ledger_filter_is_period (const EqpLedgerFilter *self);

G_END_DECLS
