/* eqp-ledger-filter.c — which lines of the ledger are listed, as a condition on them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-filter"

#include "config.h"

#include "app/exchanges/eqp-ledger-filter.h"

#include <glib/gi18n.h>

static const struct
{
  const char *label;
  const char *condition;
} states[EQP_LEDGER_N_STATES] = {
  [EQP_LEDGER_ANY_STATE] = { N_ ("All states"), NULL },
  [EQP_LEDGER_REQUESTED] = { N_ ("Only requested"), "planned IS NULL AND done IS NULL AND certified IS NULL" },
  [EQP_LEDGER_PLANNED] = { N_ ("Planned, not done"), "planned IS NOT NULL AND done IS NULL AND certified IS NULL" },
  [EQP_LEDGER_TO_CERTIFY] = { N_ ("Done, to certify"), "done IS NOT NULL AND certified IS NULL" },
  [EQP_LEDGER_CERTIFIED] = { N_ ("Certified"), "certified IS NOT NULL" },
};

static const struct
{
  const char *label;
  const char *condition;
} restrictions[EQP_LEDGER_N_ONLY] = {
  [EQP_LEDGER_ALL] = { N_ ("All lines"), NULL },
  [EQP_LEDGER_WITH_FINDINGS] = { N_ ("With findings"), NULL },
  [EQP_LEDGER_DIRECT] = { N_ ("Direct contracts"), "direct_contract = 1" },
  [EQP_LEDGER_SHARED] = { N_ ("Shared time"), "shared_time = 1" },
  [EQP_LEDGER_COUNTER_ENTRIES] = { N_ ("Counter-entries"), "corrects_id IS NOT NULL" },
  [EQP_LEDGER_OVERRIDDEN] = { N_ ("Accepted with a reason"), "override <> ''" },
};

const char *
eqp_ledger_state_get_label (EqpLedgerState state)
{
  g_return_val_if_fail (state < EQP_LEDGER_N_STATES, "");

  return _ (states[state].label);
}

const char *
eqp_ledger_only_get_label (EqpLedgerOnly only)
{
  g_return_val_if_fail (only < EQP_LEDGER_N_ONLY, "");

  return _ (restrictions[only].label);
}

static void
add (GString    *sql,
     const char *condition)
{
  if (condition == NULL)
    return;
  if (sql->len > 0)
    g_string_append (sql, " AND ");
  g_string_append_printf (sql, "%s", condition);
}

static void
add_date (GString    *sql,
          const char *comparison,
          EqpDate     date)
{
  char             iso[EQP_DATE_ISO_SIZE];
  g_autofree char *condition = date != EQP_DATE_NONE ? g_strdup_printf ("date %s '%s'", comparison, eqp_date_to_iso (date, iso)) : NULL;

  add (sql, condition);
}

const char *
eqp_ledger_filter_get_condition (const EqpLedgerFilter *self)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  add_date (sql, ">=", self->from);
  add_date (sql, "<=", self->to);
  if (self->training < EQP_N_TRAININGS)
    add (sql, self->training == EQP_TRAINING_FC ? "training = 'FC'" : "training = 'FI'");
  add (sql, states[self->state].condition);
  add (sql, self->only == EQP_LEDGER_WITH_FINDINGS ? self->findings : restrictions[self->only].condition);
  return sql->len > 0 ? g_intern_string (sql->str) : NULL;
}

gboolean
eqp_ledger_filter_is_period (const EqpLedgerFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->training == EQP_N_TRAININGS && self->state == EQP_LEDGER_ANY_STATE && self->only == EQP_LEDGER_ALL;
}
