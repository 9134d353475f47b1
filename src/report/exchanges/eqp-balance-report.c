/* eqp-balance-report.c — the report on the exchanges for the steering committee */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-report"
#include "config.h"

#include "domain/exchanges/eqp-direct-contract.h"
#include "report/charts/eqp-exchange-chart.h"
#include "report/exchanges/eqp-exchange-context.h"

#define CHART_HEIGHT 250.0

/* Everything is read before the first block is added: a report is whole or is not. */
typedef struct
{
  EqpExchangeContext context;
  EqpStore          *store;
  EqpBalance        *terms;
  EqpBalance        *courses;
  EqpBalance        *schemes;
  EqpBalance        *institutions;
  EqpFieldShare     *share;
  EqpForecast       *forecast;
  EqpStatement      *direct;
  GPtrArray         *families; /* EqpDirectFamily */
  gint64             tolerance;
  gint64             reference[EQP_N_TRAININGS];
} Report;

static void
clear_report (Report *self)
{
  g_clear_pointer (&self->terms, eqp_balance_free);
  g_clear_pointer (&self->courses, eqp_balance_free);
  g_clear_pointer (&self->schemes, eqp_balance_free);
  g_clear_pointer (&self->institutions, eqp_balance_free);
  g_clear_pointer (&self->share, eqp_field_share_free);
  g_clear_pointer (&self->forecast, eqp_forecast_free);
  g_clear_pointer (&self->direct, eqp_statement_free);
  g_clear_pointer (&self->families, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, clear_report)

static EqpBalance *
load_balance (Report      *self,
              EqpBreakdown by,
              GError     **error)
{
  return eqp_balance_load (self->store, self->context.from, self->context.to, by, self->context.language, error);
}

static gboolean
load (Report  *self,
      GError **error)
{
  const EqpExchangeContext *context = &self->context;
  EqpDate                   as_of = context->to != EQP_DATE_NONE ? context->to : eqp_date_today ();

  self->tolerance = eqp_exchange_get_duration (self->store, EQP_PARAMETER_TOLERANCE, as_of);
  self->reference[EQP_TRAINING_FC] = eqp_exchange_get_duration (self->store, EQP_PARAMETER_REFERENCE_FC, as_of);
  self->reference[EQP_TRAINING_FI] = eqp_exchange_get_duration (self->store, EQP_PARAMETER_REFERENCE_FI, as_of);
  return (self->terms = load_balance (self, EQP_BY_TERM, error)) != NULL && (self->courses = load_balance (self, EQP_BY_COURSE, error)) != NULL &&
         (self->schemes = load_balance (self, EQP_BY_SCHEME, error)) != NULL &&
         (self->institutions = load_balance (self, EQP_BY_INSTITUTION, error)) != NULL &&
         (self->share = eqp_field_share_load (self->store, context->from, context->to, context->hours, context->language, error)) != NULL &&
         (self->forecast = eqp_forecast_load (self->store, eqp_date_today (), NULL, error)) != NULL &&
         (self->direct = eqp_statement_load_direct (self->store, context->from, context->to, context->hours, context->language, error)) != NULL &&
         (self->families = eqp_direct_contract_load (self->store, context->from, context->to, context->language, error)) != NULL;
}

/* ---- what is owed ---- */

static void
add_duration (Report     *self,
              EqpSection *section,
              const char *label,
              gint64      minutes)
{
  g_autofree char *hours = eqp_duration_format (minutes, self->context.language);

  eqp_section_add_key_value (section, label, hours);
}

static void
add_summary (Report     *self,
             EqpSection *section)
{
  EqpLanguage          language = self->context.language;
  const EqpBalanceRow *total = &self->terms->total;
  EqpHours             hours = self->context.hours;
  gint64               balance = eqp_balance_row_get_minutes (total, hours);
  g_autofree char     *percent = eqp_percent_format (balance, eqp_balance_row_get_exchanged (total, hours), language);
  g_autofree char     *share = eqp_percent_format (total->fc.minutes[hours], total->fc_all.minutes[hours], language);
  g_autofree char     *fc = eqp_duration_format (self->reference[EQP_TRAINING_FC], language);
  g_autofree char     *fi = eqp_duration_format (self->reference[EQP_TRAINING_FI], language);
  /* Translators: two durations, of continuing and of initial training. */
  g_autofree char *reference = g_strdup_printf (eqp_tr (language, "FC %1$s, FI %2$s"), fc, fi);

  add_duration (self, section, eqp_tr (language, "FC given by the university"), total->fc.minutes[hours]);
  add_duration (self, section, eqp_tr (language, "FI given by the education authority"), total->fi.minutes[hours]);
  add_duration (self, section, eqp_tr (language, "Balance"), balance);
  eqp_section_add_key_value (section, eqp_tr (language, "Against the hours exchanged"), percent);
  add_duration (self, section, eqp_tr (language, "Tolerance"), self->tolerance);
  eqp_section_add_key_value (section, eqp_tr (language, "Reference state"), reference);
  add_duration (self, section, eqp_tr (language, "Shared-time posts, outside the balance"), total->shared.minutes[hours]);
  add_duration (self, section, eqp_tr (language, "Direct contracts, outside the balance"), total->direct.minutes[hours]);
  eqp_section_add_key_value (section, eqp_tr (language, "Share of FC given by the university"), share);
}

static void
add_chart (Report     *self,
           EqpSection *section)
{
  g_autoptr (EqpExchangeChart) chart = eqp_exchange_chart_new (self->forecast, NULL, self->tolerance, 0, 12, self->context.language);
  g_autofree char *description = eqp_chart_dup_description (&chart->data);

  eqp_section_add_chart (section, &chart->data, eqp_tr (self->context.language, "Month by month"), description, CHART_HEIGHT);
}

static void
add_breakdown (Report           *self,
               EqpSection       *section,
               const EqpBalance *balance)
{
  EqpLanguage          language = self->context.language;
  EqpHours             hours = self->context.hours;
  const EqpTableColumn columns[] = {
    { eqp_breakdown_get_label (balance->by, language), 1, TRUE },
    { eqp_training_get_code (EQP_TRAINING_FC), 84, FALSE, EQP_ALIGN_END },
    { eqp_training_get_code (EQP_TRAINING_FI), 84, FALSE, EQP_ALIGN_END },
    { eqp_tr (language, "Balance"), 84, FALSE, EQP_ALIGN_END },
  };
  EqpTable *table;

  eqp_section_add_heading (section, 2, eqp_breakdown_get_label (balance->by, language));
  table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);
  for (guint i = 0; i < balance->rows->len; i++)
    {
      const EqpBalanceRow *row = g_ptr_array_index (balance->rows, i);
      g_autofree char     *fc = _eqp_exchange_dup_hours (&self->context, row->fc.minutes[hours]);
      g_autofree char     *fi = _eqp_exchange_dup_hours (&self->context, row->fi.minutes[hours]);
      g_autofree char     *sum = _eqp_exchange_dup_hours (&self->context, eqp_balance_row_get_minutes (row, hours));
      const EqpTableCell   cells[] = { { row->label }, { fc }, { fi }, { sum } };

      if (row->fc.minutes[hours] != 0 || row->fi.minutes[hours] != 0 || balance->by == EQP_BY_TERM)
        eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
    }
}

/* ---- the one-third indicator: beside the balance, never merged with it (A9) ---- */

static void
add_share_row (Report                 *self,
               EqpSection             *section,
               EqpTable               *table,
               EqpRowKind              kind,
               const EqpFieldShareRow *row)
{
  EqpLanguage        language = self->context.language;
  g_autofree char   *potential = _eqp_exchange_dup_hours (&self->context, row->potential);
  g_autofree char   *field = _eqp_exchange_dup_hours (&self->context, row->field);
  g_autofree char   *share = eqp_percent_format (row->field, row->potential, language);
  g_autofree char   *missing = row->reached ? g_strdup (eqp_tr (language, "reached")) : eqp_field_share_dup_missing (row, language);
  const EqpTableCell cells[] = { { row->label }, { potential }, { field }, { share }, { missing, .sign = row->reached ? EQP_SIGN_CHECK : EQP_SIGN_NONE } };

  eqp_section_add_row (section, table, kind, cells, G_N_ELEMENTS (cells));
}

static void
add_field_share (Report     *self,
                 EqpSection *section)
{
  EqpLanguage          language = self->context.language;
  g_autofree char     *threshold = eqp_fraction_dup_text (self->share->threshold);
  g_autofree char     *direct = eqp_duration_format (self->share->total.direct, language);
  const EqpTableColumn columns[] = {
    { eqp_tr (language, "Course"), 1, TRUE },
    { eqp_tr (language, "FI potential"), 78, FALSE, EQP_ALIGN_END },
    { eqp_tr (language, "Field trainers"), 84, FALSE, EQP_ALIGN_END },
    { eqp_tr (language, "Share"), 52, FALSE, EQP_ALIGN_END },
    { eqp_tr (language, "Missing"), 78, FALSE, EQP_ALIGN_END },
  };
  /* Translators: a fraction such as 1/3. */
  g_autofree char *heading = g_strdup_printf (eqp_tr (language, "Share of field trainers in initial training (threshold: %s)"), threshold);
  /* Translators: %s is a duration. */
  g_autofree char *note = g_strdup_printf (eqp_tr (language, "Shared-time posts are counted; so are direct contracts, %s of these hours."), direct);
  EqpFieldShareRow total = self->share->total;
  EqpTable        *table;

  eqp_section_add_heading (section, 2, heading);
  if (self->share->source[0] != '\0')
    eqp_section_add_paragraph (section, EQP_PARAGRAPH_NOTE, self->share->source);
  table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);
  for (guint i = 0; i < self->share->courses->len; i++)
    add_share_row (self, section, table, EQP_ROW_NORMAL, g_ptr_array_index (self->share->courses, i));
  total.label = (char *)eqp_tr (language, "All courses");
  add_share_row (self, section, table, EQP_ROW_NORMAL, &total);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_SMALL, note);
}

/* ---- direct contracts, forecast ---- */

/* what went past the Pôle, by family. */
static void
add_families (Report     *self,
              EqpSection *section)
{
  EqpLanguage          language = self->context.language;
  EqpHours             hours = self->context.hours;
  const EqpTableColumn columns[] = {
    { eqp_tr (language, "Family"), 1, TRUE },
    { eqp_tr (language, "Lines"), 60, FALSE, EQP_ALIGN_END },
    { eqp_hours_get_label (hours, language), 84, FALSE, EQP_ALIGN_END },
  };
  EqpTable *table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);

  for (guint i = 0; i < self->families->len; i++)
    {
      const EqpDirectFamily *family = g_ptr_array_index (self->families, i);
      g_autofree char       *lines = eqp_format_number (language, family->sum.lines);
      g_autofree char       *sum = _eqp_exchange_dup_hours (&self->context, family->sum.minutes[hours]);
      const EqpTableCell     cells[] = { { family->label }, { lines }, { sum } };

      eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
    }
}

static void
add_direct_contracts (Report     *self,
                      EqpSection *section)
{
  EqpLanguage          language = self->context.language;
  const EqpTableColumn columns[] = {
    { eqp_tr (language, "Date"), 66, FALSE },
    { eqp_tr (language, "Person"), 0.6, TRUE },
    { eqp_tr (language, "Intervention"), 1, TRUE },
    { eqp_tr (language, "FI/FC"), 36, FALSE, EQP_ALIGN_CENTER },
    { eqp_hours_get_label (self->context.hours, language), 60, FALSE, EQP_ALIGN_END },
  };
  EqpTable *table;

  eqp_section_add_heading (section, 2, eqp_tr (language, "Direct contracts"));
  if (self->direct->lines->len == 0)
    {
      eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, eqp_tr (language, "No direct contract in this period."));
      return;
    }
  add_families (self, section);
  table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);
  for (guint i = 0; i < self->direct->lines->len; i++)
    {
      const EqpStatementLine *line = g_ptr_array_index (self->direct->lines, i);
      g_autofree char        *date = eqp_date_format (line->date, language);
      g_autofree char        *hours = _eqp_exchange_dup_hours (&self->context, line->minutes[self->context.hours]);
      const EqpTableCell      cells[] = { { date }, { line->person_name }, { line->what }, { eqp_training_get_code (line->training) }, { hours } };

      eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
    }
}

static void
add_forecast (Report     *self,
              EqpSection *section)
{
  EqpLanguage      language = self->context.language;
  g_autofree char *day = eqp_date_format (self->forecast->last, language);
  /* Translators: %s is a date. */
  g_autofree char *heading = g_strdup_printf (eqp_tr (language, "Forecast for %s"), day);
  g_autofree char *low = eqp_duration_format (self->forecast->low, language);
  g_autofree char *high = eqp_duration_format (self->forecast->high, language);
  /* Translators: two durations. */
  g_autofree char *range = g_strdup_printf (eqp_tr (language, "%1$s to %2$s"), low, high);
  g_autofree char *method = eqp_forecast_dup_method (self->forecast, language);

  eqp_section_begin_keep (section);
  eqp_section_add_heading (section, 2, heading);
  add_duration (self, section, eqp_tr (language, "Expected balance"), self->forecast->balance);
  eqp_section_add_key_value (section, eqp_tr (language, "Between"), range);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_SMALL, method);
  eqp_section_end_keep (section);
}

/**
 * eqp_balance_report_new:
 * @store: an open file
 * @options: language, letterheads, period, state of the hours
 * @error: (out) (optional): #EqpStoreError
 *
 * Who owes what to whom and why: the figures with the rule that they follow, month by month, by term, course, scheme and institution;
 * the one-third indicator beside them (X-03, A9), what stays outside, and the forecast with its method.
 *
 * Returns: (transfer full): the report
 */
EqpDocument *
eqp_balance_report_new (EqpStore                         *store,
                        const EqpExchangeDocumentOptions *options,
                        GError                          **error)
{
  g_auto (Report) report = { .store = store };
  EqpLanguage      language = options->language;
  const char      *title = eqp_tr (language, "Balance of exchanges between initial and continuing training");
  g_autofree char *verdict = NULL;
  g_autofree char *period = NULL;
  g_autofree char *scope = NULL;
  EqpDocument     *document;
  EqpSection      *section;

  _eqp_exchange_context_init (&report.context, store, options);
  if (!load (&report, error))
    return NULL;
  verdict = _eqp_exchange_dup_verdict (&report.context, eqp_balance_row_get_minutes (&report.terms->total, options->hours), report.tolerance);
  period = _eqp_exchange_dup_period (&report.context);
  /* Translators: a period, then a state of hours: done, certified … */
  scope = g_strdup_printf (eqp_tr (language, "%1$s; hours: %2$s"), period, eqp_hours_get_label (options->hours, language));
  document = _eqp_exchange_document_new (&report.context, title, NULL);
  section = eqp_document_add_section (document, title);
  _eqp_exchange_begin (&report.context, section, title, verdict);
  eqp_section_add_key_value (section, eqp_tr (language, "Period"), scope);
  add_summary (&report, section);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_SMALL,
                             eqp_tr (language, "Balance = FC given by the university’s people − FI given by the education authority’s people, hour for hour, without "
                                               "shared-time posts and direct contracts. A positive balance is owed to the university."));
  add_chart (&report, section);
  add_breakdown (&report, section, report.terms);
  add_breakdown (&report, section, report.schemes);
  add_breakdown (&report, section, report.courses);
  add_breakdown (&report, section, report.institutions);
  add_field_share (&report, section);
  add_direct_contracts (&report, section);
  add_forecast (&report, section);
  return document;
}
