/* balance-fixture.h — a small ledger, and its figures added up the slow way to compare with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "eqp-test-pole.h"

#include "domain/exchanges/eqp-balance.h"

G_BEGIN_DECLS

/* What eqp_test_fill() makes, with the units U1 (30 h, course C1), U2 (15 h, C2), the schemes S1 and S2, and disciplines: P1 “mathématiques; physique”,
 * P2 “lettres”, P3 “ ; mathématiques”, P4 none. P1 is of the university, P3 of the rectorat, P2 of the one, from September 2026 of the other, P4 of nowhere. */
EqpStore *balance_fixture_new (void);
/* A line of the ledger: field names and values after the date, ended by NULL. */
#define balance_fixture_add(store, code, date, ...) \
  eqp_test_add (store, eqp_pole_find_entity ("intervention"), "code", code, "date", date, __VA_ARGS__, NULL)
/* Two dozen lines over two academic years: every kind of line there is. */
void balance_fixture_fill (EqpStore *store);

/* Every line of the file, read without exchange_total. */
typedef struct _BalanceLines BalanceLines;

BalanceLines *balance_lines_read (EqpStore *store);
void          balance_lines_free (BalanceLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BalanceLines, balance_lines_free)
/* Every figure of @balance is what the lines say, its rows add up to its total, and what one side is owed the other side owes. */
void balance_lines_check (const BalanceLines *self,
                          const EqpBalance   *balance);

G_END_DECLS
