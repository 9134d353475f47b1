/* eqp-balance.h — who owes hours to whom: sums of the ledger over a period, and what they break down into */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-exchange.h"

G_BEGIN_DECLS

/* Minutes of one cell, in each of the four states. */
typedef struct
{
  gint64 minutes[EQP_N_HOURS];
  gint64 lines;
} EqpSum;

/* fc: FC given by the university's people; fi: FI given by the rectorat's; both without shared time and direct contracts.
 * field: FI given by the rectorat's people, shared time and direct contracts included (A8); fc_all: all FC hours whoever gave them. */
typedef struct
{
  char  *key;   /* as in --format json */
  char  *label; /* for a reader, in the language asked for */
  EqpSum fc;
  EqpSum fi;
  EqpSum shared;
  EqpSum direct;
  EqpSum field;
  EqpSum field_direct; /* the part of field under direct contract: flagged (A8) */
  EqpSum fc_all;
  EqpSum internal; /* given in one's own institution, or by others: in no balance */
} EqpBalanceRow;

typedef struct
{
  EqpDate       from;
  EqpDate       to;
  EqpBalanceRow total;
  EqpBreakdown  by;
  GPtrArray    *rows; /* EqpBalanceRow: months, terms and years in time's order without gaps; others by label */
} EqpBalance;

/* Pure: fc − fi; positive: the rectorat owes the university. */
gint64 eqp_balance_row_get_minutes (const EqpBalanceRow *row,
                                    EqpHours             hours);
/* Who is owed hours: "university", "rectorat" or "none"; within @tolerance nobody is. */
const char *eqp_balance_get_creditor (gint64 balance,
                                      gint64 tolerance);
/* The balance against the hours exchanged, both directions: for eqp_percent_format(). */
gint64 eqp_balance_row_get_exchanged (const EqpBalanceRow *row,
                                      EqpHours             hours);

/* @from, @to: inclusive; EQP_DATE_NONE: open (then the first and last month of the ledger). Whole months come from exchange_total, only what is
 * left at both ends from the lines. @language: of the labels. */
EqpBalance *eqp_balance_load (EqpStore    *store,
                              EqpDate      from,
                              EqpDate      to,
                              EqpBreakdown by,
                              EqpLanguage  language,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        eqp_balance_free (EqpBalance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpBalance, eqp_balance_free)

/* The lines behind a figure, as a static SQL condition on "intervention" for EqpQueryModel (interned, never freed): @by and @key name the row
 * (@key NULL: the total); @training: EQP_N_TRAININGS for both. */
typedef enum {
  EQP_LINES_COUNTED, /* in the balance */
  EQP_LINES_SHARED,
  EQP_LINES_DIRECT,
  EQP_LINES_FIELD,
  EQP_LINES_ALL,
} EqpLines;

const char *eqp_balance_get_condition (EqpStore    *store,
                                       EqpDate      from,
                                       EqpDate      to,
                                       EqpBreakdown by,
                                       const char  *key,
                                       EqpTraining  training,
                                       EqpLines     lines);

/* The first days of the terms that begin in a period. (element-type EqpDate) */
GArray *eqp_balance_list_terms (EqpStore *store,
                                EqpDate   from,
                                EqpDate   to) G_GNUC_WARN_UNUSED_RESULT;

/* ---- the one-third indicator, separate from the balance (A9) ---- */

typedef struct
{
  char    *code; /* of the course; "" for the whole */
  char    *label;
  gint64   potential; /* minutes of FI that the units offer in the academic year */
  gint64   field;     /* minutes given by the rectorat's people */
  gint64   direct;    /* of which under direct contract */
  gint64   missing;   /* whole minutes to the threshold, 0 when reached */
  gboolean reached;
} EqpFieldShareRow;

typedef struct
{
  int              year;
  EqpHours         hours;
  EqpFraction      threshold;
  char            *source; /* of the threshold */
  EqpFieldShareRow total;
  GPtrArray       *courses; /* EqpFieldShareRow, by code */
} EqpFieldShare;

/* Pure: missing = max (0, ⌈potential × threshold⌉ − field), exactly; a potential of 0 is reached by nothing being due. */
void eqp_field_share_compute (EqpFieldShareRow *row,
                              EqpFraction       threshold);
/* The missing minutes in a sentence: "1 minute", "45 minutes", "1 h 30". */
char *eqp_field_share_dup_missing (const EqpFieldShareRow *row,
                                   EqpLanguage             language);
/* The academic year of @from … @to: the one of @to (of the ledger's last line when open). */
EqpFieldShare *eqp_field_share_load (EqpStore   *store,
                                     EqpDate     from,
                                     EqpDate     to,
                                     EqpHours    hours,
                                     EqpLanguage language,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void           eqp_field_share_free (EqpFieldShare *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpFieldShare, eqp_field_share_free)

G_END_DECLS
