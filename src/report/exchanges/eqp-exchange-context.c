/* eqp-exchange-context.c — what all documents of the exchanges begin with, and the words they share (private to them) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-context"
#include "config.h"

#include "report/exchanges/eqp-exchange-context.h"

#include "domain/eqp-pole.h"
#include "report/layout/eqp-letterhead.h"

/* A document that names no period speaks of the academic year of today. */
void
_eqp_exchange_context_init (EqpExchangeContext               *self,
                            EqpStore                         *store,
                            const EqpExchangeDocumentOptions *options)
{
  EqpDate first, last;

  eqp_pole_get_year_period (store, eqp_pole_academic_year (store, eqp_date_today ()), &first, &last);
  self->language = options->language;
  self->left = eqp_letterhead_get_left (options->left, options->language);
  self->right = eqp_letterhead_get_right (options->right, options->language);
  self->from = options->from == EQP_DATE_NONE && options->to == EQP_DATE_NONE ? first : options->from;
  self->to = options->from == EQP_DATE_NONE && options->to == EQP_DATE_NONE ? last : options->to;
  self->hours = options->hours;
}

EqpDocument *
_eqp_exchange_document_new (const EqpExchangeContext *self,
                            const char               *title,
                            const char               *reference)
{
  EqpDocument     *document = eqp_document_new (title, self->language);
  g_autofree char *author = g_strdelimit (g_strdup (self->left), "\n", ' ');

  eqp_document_set_author (document, author);
  eqp_document_set_reference (document, reference);
  eqp_document_set_date (document, eqp_date_today ());
  eqp_document_set_subject (document, eqp_tr (self->language, "Exchanges of hours between initial and continuing training"));
  return document;
}

void
_eqp_exchange_begin (const EqpExchangeContext *self,
                     EqpSection               *section,
                     const char               *heading,
                     const char               *lead)
{
  eqp_section_add_letterhead (section, self->left, self->right);
  eqp_section_add_heading (section, 1, heading);
  if (lead != NULL)
    eqp_section_add_paragraph (section, EQP_PARAGRAPH_LEAD, lead);
}

char *
_eqp_exchange_dup_period (const EqpExchangeContext *self)
{
  g_autofree char *from = eqp_date_format (self->from, self->language);
  g_autofree char *to = eqp_date_format (self->to, self->language);

  if (self->from == EQP_DATE_NONE && self->to == EQP_DATE_NONE)
    return g_strdup (eqp_tr (self->language, "Since the beginning"));
  if (self->from == EQP_DATE_NONE)
    /* Translators: a period without a beginning; %s is a date. */
    return g_strdup_printf (eqp_tr (self->language, "Until %s"), to);
  if (self->to == EQP_DATE_NONE)
    /* Translators: a period without an end; %s is a date. */
    return g_strdup_printf (eqp_tr (self->language, "Since %s"), from);
  /* Translators: a period, two dates. */
  return g_strdup_printf (eqp_tr (self->language, "%1$s to %2$s"), from, to);
}

char *
_eqp_exchange_dup_verdict (const EqpExchangeContext *self,
                           gint64                    balance,
                           gint64                    tolerance)
{
  g_autofree char *hours = eqp_duration_format (ABS (balance), self->language);
  const char      *creditor = eqp_balance_get_creditor (balance, tolerance);

  if (strcmp (creditor, "university") == 0)
    /* Translators: %s is a duration. */
    return g_strdup_printf (eqp_tr (self->language, "The education authority owes the university %s"), hours);
  if (strcmp (creditor, "rectorat") == 0)
    /* Translators: %s is a duration. */
    return g_strdup_printf (eqp_tr (self->language, "The university owes the education authority %s"), hours);
  return g_strdup (eqp_tr (self->language, "The exchanges are balanced"));
}

char *
_eqp_exchange_dup_hours (const EqpExchangeContext *self,
                         gint64                    minutes)
{
  return minutes == 0 ? g_strdup (EQP_DASH) : eqp_duration_format (minutes, self->language);
}

char *
_eqp_exchange_dup_times (const EqpStatementLine *line)
{
  g_autofree char *start = line->start >= 0 ? eqp_time_format (line->start) : NULL;
  g_autofree char *end = line->end >= 0 ? eqp_time_format (line->end) : NULL;

  if (start == NULL || end == NULL)
    return g_strdup (start != NULL ? start : "");
  return g_strdup_printf ("%s–%s", start, end);
}
