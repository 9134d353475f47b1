/* eqp-balance-figures.h — everything that the balance view shows of one period, read once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/exchanges/eqp-direct-contract.h"

G_BEGIN_DECLS

typedef struct
{
  EqpStore      *store; /* borrowed: the session's */
  EqpDate        from;  /* as asked for: EQP_DATE_NONE is open */
  EqpDate        to;
  EqpHours       hours;
  EqpBreakdown   by;
  char          *period; /* in words */
  EqpBalance    *balance;
  EqpFieldShare *share;
  GPtrArray     *families; /* EqpDirectFamily: of the direct contracts */
  gint64         tolerance;
  gint64         carried; /* from the year before the period's, when it was closed */
  gint64         reference[EQP_N_TRAININGS];
} EqpBalanceFigures;

EqpBalanceFigures *eqp_balance_figures_load (EqpStore    *store,
                                             EqpDate      from,
                                             EqpDate      to,
                                             EqpHours     hours,
                                             EqpBreakdown by,
                                             const char  *period,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void               eqp_balance_figures_free (EqpBalanceFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpBalanceFigures, eqp_balance_figures_free)

/* "The rectorat owes the university 12 h 30", "The balance is even" */
char *eqp_balance_dup_verdict (gint64 balance,
                               gint64 tolerance);
/* The side that is owed hours: an EqpSide for the chip, EQP_SIDE_NONE when nobody is. */
int eqp_balance_get_creditor_side (gint64 balance,
                                   gint64 tolerance);
/* "—" for nothing. */
char *eqp_balance_dup_hours (gint64 minutes);
/* The lines behind a figure that have something in the state shown; interned. */
const char *eqp_balance_figures_get_lines (const EqpBalanceFigures *self,
                                           const char              *key,
                                           EqpTraining              training,
                                           EqpLines                 lines);

/* Those of one family of direct contracts. */
const char *eqp_balance_figures_get_direct_lines (const EqpBalanceFigures *self,
                                                  const char              *family);

/* ---- widgets ---- */

/* A figure that opens its lines. */
GtkWidget *eqp_balance_link_new (void);
/* @title: which lines these are, in words. */
void eqp_balance_link_show (GtkWidget  *link,
                            const char *text,
                            const char *condition,
                            const char *title);
/* How a figure is computed, on demand. */
GtkWidget *eqp_balance_info_new (const char *heading,
                                 const char *text);

G_END_DECLS
