/* eqp-balance-private.h — what the files that add the ledger up share. Private to them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-balance.h"

G_BEGIN_DECLS

typedef enum {
  EQP_OUTSIDE_NONE,
  EQP_OUTSIDE_SHARED,
  EQP_OUTSIDE_DIRECT,
} EqpOutside;

/* What a query yields at once: one line, or the lines of a month that share all of this. */
typedef struct
{
  gint64      key; /* of the dimension */
  EqpDate     month;
  EqpTraining training;
  EqpSide     side; /* of the people at home */
  EqpOutside  outside;
  EqpSum      sum;
} EqpBalanceCell;

typedef gboolean (*EqpBalanceFunc) (const EqpBalanceCell *cell,
                                    gpointer              user_data,
                                    GError              **error);

/* @dimension: of exchange_total: "all", "unit", "scheme", "institution", "person". Both dates are days. */
gboolean       _eqp_balance_read (EqpStore      *store,
                                  const char    *dimension,
                                  EqpDate        from,
                                  EqpDate        to,
                                  EqpBalanceFunc func,
                                  gpointer       user_data,
                                  GError       **error);
EqpBalanceRow *_eqp_balance_row_new (const char *key,
                                     const char *label) G_GNUC_WARN_UNUSED_RESULT;
void           _eqp_balance_row_clear (EqpBalanceRow *row);
void           _eqp_balance_row_free (EqpBalanceRow *row);
void           _eqp_balance_row_add (EqpBalanceRow        *row,
                                     const EqpBalanceCell *cell);
/* The whole of a period. @row: zeroed, without key. */
gboolean _eqp_balance_read_total (EqpStore      *store,
                                  EqpDate        from,
                                  EqpDate        to,
                                  EqpBalanceRow *row,
                                  GError       **error);
/* First and last day of the months that have lines; both EQP_DATE_NONE when there is none. */
gboolean _eqp_balance_read_extent (EqpStore *store,
                                   EqpDate  *first,
                                   EqpDate  *last,
                                   GError  **error);
/* Closes the open ends of a period with the ledger's first and last month; without lines, with the academic year of today. */
gboolean _eqp_balance_close_period (EqpStore *store,
                                    EqpDate  *from,
                                    EqpDate  *to,
                                    GError  **error);
EqpDate  _eqp_month_start (EqpDate date);

/* What _eqp_balance_row_add() puts into fc and fi, as a condition on the ledger. */
#define EQP_SQL_COUNTED "direct_contract = 0 AND shared_time = 0 AND home_side = CASE training WHEN 'FC' THEN 'university' ELSE 'rectorat' END"

/* The disciplines of a person are separated by ";" or ","; the first one counts. */
#define EQP_SQL_DISCIPLINE                        \
  "trim (substr (ltrim (disciplines, ' ;,'), 1, " \
  "instr (replace (ltrim (disciplines, ' ;,'), ',', ';') || ';', ';') - 1))"

/* ---- months, terms, years ---- */

typedef struct
{
  char   *key;
  char   *label;
  EqpDate from;
  EqpDate to;
} EqpPeriod;

void _eqp_period_free (EqpPeriod *period);
/* The periods that @from … @to touches, uncut. @by: month, term or year. @as_of: when the terms are what they are. (element-type EqpPeriod) */
GPtrArray *_eqp_period_list (EqpStore    *store,
                             EqpBreakdown by,
                             EqpDate      from,
                             EqpDate      to,
                             EqpDate      as_of,
                             EqpLanguage  language) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE when @key names no such period. */
gboolean _eqp_period_find (EqpStore    *store,
                           EqpBreakdown by,
                           const char  *key,
                           EqpDate      as_of,
                           EqpDate     *from,
                           EqpDate     *to);
gboolean _eqp_breakdown_is_period (EqpBreakdown by);

G_END_DECLS
