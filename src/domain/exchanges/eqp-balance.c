/* eqp-balance.c — who owes hours to whom: what the sums of the ledger mean */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance"

#include "config.h"

#include "domain/exchanges/eqp-balance.h"

#include "domain/exchanges/eqp-balance-private.h"

EqpBalanceRow *
_eqp_balance_row_new (const char *key,
                      const char *label)
{
  EqpBalanceRow *row = g_new0 (EqpBalanceRow, 1);

  row->key = g_strdup (key);
  row->label = g_strdup (label);
  return row;
}

void
_eqp_balance_row_clear (EqpBalanceRow *row)
{
  g_clear_pointer (&row->key, g_free);
  g_clear_pointer (&row->label, g_free);
}

void
_eqp_balance_row_free (EqpBalanceRow *row)
{
  _eqp_balance_row_clear (row);
  g_free (row);
}

static void
add_sum (EqpSum       *sum,
         const EqpSum *more)
{
  for (guint i = 0; i < EQP_N_HOURS; i++)
    sum->minutes[i] += more->minutes[i];
  sum->lines += more->lines;
}

/* Who counts in the balance: the university's people in continuing training, the rectorat's in initial training. */
static EqpSum *
choose_sum (EqpBalanceRow        *row,
            const EqpBalanceCell *cell)
{
  if (cell->outside == EQP_OUTSIDE_SHARED)
    return &row->shared;
  if (cell->outside == EQP_OUTSIDE_DIRECT)
    return &row->direct;
  if (cell->training == EQP_TRAINING_FC && cell->side == EQP_SIDE_UNIVERSITY)
    return &row->fc;
  if (cell->training == EQP_TRAINING_FI && cell->side == EQP_SIDE_RECTORAT)
    return &row->fi;
  return &row->internal;
}

void
_eqp_balance_row_add (EqpBalanceRow        *row,
                      const EqpBalanceCell *cell)
{
  add_sum (choose_sum (row, cell), &cell->sum);
  if (cell->training == EQP_TRAINING_FC)
    add_sum (&row->fc_all, &cell->sum);
  if (cell->training != EQP_TRAINING_FI || cell->side != EQP_SIDE_RECTORAT)
    return;
  add_sum (&row->field, &cell->sum);
  if (cell->outside == EQP_OUTSIDE_DIRECT)
    add_sum (&row->field_direct, &cell->sum);
}

/**
 * eqp_balance_row_get_minutes:
 * @row: sums of the ledger
 * @hours: which of a line's four figures
 *
 * The balance: the hours of continuing training that the university's people gave, less those of initial training that the
 * rectorat's people gave.
 *
 * Returns: minutes; positive when the rectorat owes them to the university, negative when the university owes them
 */
gint64
eqp_balance_row_get_minutes (const EqpBalanceRow *row,
                             EqpHours             hours)
{
  g_return_val_if_fail (row != NULL && hours < EQP_N_HOURS, 0);

  return row->fc.minutes[hours] - row->fi.minutes[hours];
}

/**
 * eqp_balance_row_get_exchanged:
 * @row: sums of the ledger
 * @hours: which of a line's four figures
 *
 * Returns: the minutes exchanged in both directions: what a balance is a percentage of
 */
gint64
eqp_balance_row_get_exchanged (const EqpBalanceRow *row,
                               EqpHours             hours)
{
  g_return_val_if_fail (row != NULL && hours < EQP_N_HOURS, 0);

  return row->fc.minutes[hours] + row->fi.minutes[hours];
}

/**
 * eqp_balance_get_creditor:
 * @balance: minutes
 * @tolerance: minutes up to which, either way, a balance is even
 *
 * Returns: (transfer none): who is owed hours: "university", "rectorat", or "none"
 */
const char *
eqp_balance_get_creditor (gint64 balance,
                          gint64 tolerance)
{
  if (balance > tolerance)
    return "university";
  return balance < -tolerance ? "rectorat" : "none";
}

/**
 * eqp_balance_free:
 * @self: (nullable): a balance
 */
void
eqp_balance_free (EqpBalance *self)
{
  if (self == NULL)
    return;
  _eqp_balance_row_clear (&self->total);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
