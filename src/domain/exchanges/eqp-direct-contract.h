/* eqp-direct-contract.h — hours under direct contract by family: what goes past the Pôle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-balance.h"

G_BEGIN_DECLS

/* The family of a line: one of the two that X-10 names, “FI universités” and “préparation concours internes”, or else that of the scheme.
 * @scheme_family: of the line's scheme, "" for none. */
const char *eqp_direct_contract_get_family (EqpTraining training,
                                            const char *scheme_family);

typedef struct
{
  const char *key;   /* the family, as a finding names it; "" for none; interned */
  const char *label; /* for a reader */
  EqpSum      sum;
} EqpDirectFamily;

/* The families that have lines from @from to @to, the two of X-10 first; they add up to "direct" of the balance of that period.
 * (element-type EqpDirectFamily) */
GPtrArray *eqp_direct_contract_load (EqpStore   *store,
                                     EqpDate     from,
                                     EqpDate     to,
                                     EqpLanguage language,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* The lines of one family, as eqp_balance_get_condition(). */
const char *eqp_direct_contract_get_condition (EqpStore   *store,
                                               EqpDate     from,
                                               EqpDate     to,
                                               const char *key);

G_END_DECLS
