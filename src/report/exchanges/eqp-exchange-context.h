/* eqp-exchange-context.h — what all documents of the exchanges begin with, and the words they share (private to them) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/exchanges/eqp-statement.h"
#include "report/exchanges/eqp-exchange-documents.h"

G_BEGIN_DECLS

#define EQP_DASH "—"

/* The options with their period filled in. */
typedef struct
{
  EqpLanguage language;
  const char *left;
  const char *right;
  EqpDate     from;
  EqpDate     to;
  EqpHours    hours;
} EqpExchangeContext;

void         _eqp_exchange_context_init (EqpExchangeContext               *self,
                                         EqpStore                         *store,
                                         const EqpExchangeDocumentOptions *options);
EqpDocument *_eqp_exchange_document_new (const EqpExchangeContext *self,
                                         const char               *title,
                                         const char               *reference) G_GNUC_WARN_UNUSED_RESULT;
/* Letterhead, title, one line under it. */
void  _eqp_exchange_begin (const EqpExchangeContext *self,
                           EqpSection               *section,
                           const char               *heading,
                           const char               *lead);
char *_eqp_exchange_dup_period (const EqpExchangeContext *self);
/* "The rectorat owes the university 12 h", "Balanced" */
char *_eqp_exchange_dup_verdict (const EqpExchangeContext *self,
                                 gint64                    balance,
                                 gint64                    tolerance);
/* "—" for nothing. */
char *_eqp_exchange_dup_hours (const EqpExchangeContext *self,
                               gint64                    minutes);
/* "09:30–12:30", "" when not said. */
char *_eqp_exchange_dup_times (const EqpStatementLine *line);

G_END_DECLS
