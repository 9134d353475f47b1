/* eqp-statement.h — dated lines with a running balance, as a person's or an institution's statement shows them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-balance.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      id;
  char       *code;
  EqpDate     date;
  gint64      start; /* minutes after midnight; -1: not said */
  gint64      end;
  EqpTraining training;
  char       *person_name;
  char       *person_code;
  char       *home_name; /* short */
  char       *host_name;
  EqpSide     side;
  char       *what; /* unit or scheme by name, and the subject */
  char       *request_code;
  char       *corrects_code; /* "" unless it is a counter-entry */
  gboolean    has[EQP_N_HOURS];
  gint64      minutes[EQP_N_HOURS];
  gboolean    counted; /* in the balance; else shared time, direct contract or internal */
  gboolean    shared;
  gboolean    direct;
  gint64      running; /* balance of the chosen state after this line: of the statement's own lines, + FC by the university, − FI by the rectorat */
  EqpFraction hetd;    /* of the chosen state, in minutes: an information, never in a balance */
} EqpStatementLine;

typedef struct
{
  EqpDate       from;
  EqpDate       to;
  EqpHours      hours;
  gint64        opening; /* running balance before the first line: 0 for a year's statement */
  GPtrArray    *lines;   /* EqpStatementLine, by date */
  EqpBalanceRow total;
  EqpFraction   hetd;
} EqpStatement;

/* HETD of @minutes of a @kind of teaching ("lecture", "tutorial", "practical", ""), exactly. */
EqpFraction eqp_hetd_compute (gint64      minutes,
                              const char *kind,
                              EqpFraction lecture,
                              EqpFraction practical);
/* @person or @institution: one of them is 0. An institution's lines are those it gives (home) or receives (host). */
EqpStatement *eqp_statement_load (EqpStore   *store,
                                  gint64      person,
                                  gint64      institution,
                                  EqpDate     from,
                                  EqpDate     to,
                                  EqpHours    hours,
                                  EqpLanguage language,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* The lines of one request, as letters and orders show them. */
EqpStatement *eqp_statement_load_request (EqpStore   *store,
                                          EqpRecord  *request,
                                          EqpLanguage language,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* The lines under direct contract, which stay outside the balance. */
EqpStatement *eqp_statement_load_direct (EqpStore   *store,
                                         EqpDate     from,
                                         EqpDate     to,
                                         EqpHours    hours,
                                         EqpLanguage language,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void          eqp_statement_free (EqpStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpStatement, eqp_statement_free)

G_END_DECLS
