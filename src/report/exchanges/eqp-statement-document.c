/* eqp-statement-document.c — statements of hours: of a person, of an institution; the certificate for the home institution */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-statement-document"
#include "config.h"

#include "report/exchanges/eqp-exchange-context.h"

#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"

typedef enum {
  COLUMN_DATE,
  COLUMN_WHAT,
  COLUMN_TRAINING,
  COLUMN_REQUESTED,
  COLUMN_CERTIFIED = COLUMN_REQUESTED + EQP_HOURS_CERTIFIED,
  COLUMN_BALANCE,
  N_COLUMNS,
} Column;

/* What a line says of itself: what it is, for whom, and why it stays outside the balance. */
static char *
dup_what (const EqpExchangeContext *self,
          const EqpStatementLine   *line,
          gboolean                  with_person)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *correction = NULL;

  if (with_person)
    g_ptr_array_add (parts, line->person_name);
  if (line->what[0] != '\0')
    g_ptr_array_add (parts, line->what);
  if (!with_person && line->host_name[0] != '\0')
    g_ptr_array_add (parts, line->host_name);
  if (line->corrects_code[0] != '\0')
    {
      /* Translators: a line of the ledger that corrects another one; %s is the other's code. */
      correction = g_strdup_printf (eqp_tr (self->language, "corrects %s"), line->corrects_code);
      g_ptr_array_add (parts, correction);
    }
  if (line->direct)
    g_ptr_array_add (parts, (char *)eqp_tr (self->language, "direct contract: outside the balance"));
  else if (line->shared)
    g_ptr_array_add (parts, (char *)eqp_tr (self->language, "shared-time post: outside the balance"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **)parts->pdata);
}

/* The day, and below it the time. */
static char *
dup_when (const EqpExchangeContext *self,
          const EqpStatementLine   *line)
{
  g_autofree char *date = eqp_date_format (line->date, self->language);
  g_autofree char *times = _eqp_exchange_dup_times (line);

  return times[0] != '\0' ? g_strjoin ("\n", date, times, NULL) : g_steal_pointer (&date);
}

static EqpTable *
add_table (const EqpExchangeContext *self,
           EqpSection               *section)
{
  EqpLanguage          language = self->language;
  const EqpTableColumn columns[N_COLUMNS] = {
    [COLUMN_DATE] = { eqp_tr (language, "Date"), 68, FALSE },
    [COLUMN_WHAT] = { eqp_tr (language, "Intervention"), 1, TRUE },
    [COLUMN_TRAINING] = { eqp_tr (language, "FI/FC"), 30, FALSE, EQP_ALIGN_CENTER },
    [COLUMN_REQUESTED] = { eqp_hours_get_label (EQP_HOURS_REQUESTED, language), 52, FALSE, EQP_ALIGN_END },
    { eqp_hours_get_label (EQP_HOURS_PLANNED, language), 44, FALSE, EQP_ALIGN_END },
    { eqp_hours_get_label (EQP_HOURS_DONE, language), 42, FALSE, EQP_ALIGN_END },
    [COLUMN_CERTIFIED] = { eqp_hours_get_label (EQP_HOURS_CERTIFIED, language), 48, FALSE, EQP_ALIGN_END },
    [COLUMN_BALANCE] = { eqp_tr (language, "Balance"), 54, FALSE, EQP_ALIGN_END },
  };

  return eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);
}

static void
add_line (const EqpExchangeContext *self,
          EqpSection               *section,
          EqpTable                 *table,
          const EqpStatementLine   *line,
          gboolean                  with_person)
{
  g_autofree char *date = dup_when (self, line);
  g_autofree char *what = dup_what (self, line, with_person);
  g_autofree char *running = eqp_duration_format (line->running, self->language);
  char            *hours[EQP_N_HOURS];
  EqpTableCell     cells[N_COLUMNS] = { { date }, { what }, { eqp_training_get_code (line->training) } };

  if (with_person && (line->side == EQP_SIDE_UNIVERSITY || line->side == EQP_SIDE_RECTORAT))
    cells[COLUMN_WHAT].chip = line->side == EQP_SIDE_UNIVERSITY ? EQP_CHIP_UNIVERSITY : EQP_CHIP_RECTORAT;
  for (guint i = 0; i < EQP_N_HOURS; i++)
    {
      hours[i] = line->has[i] ? eqp_duration_format (line->minutes[i], self->language) : g_strdup (EQP_DASH);
      cells[COLUMN_REQUESTED + i].text = hours[i];
    }
  cells[COLUMN_BALANCE].text = line->counted ? running : EQP_DASH;
  eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
  for (guint i = 0; i < EQP_N_HOURS; i++)
    g_free (hours[i]);
}

static void
add_lines (const EqpExchangeContext *self,
           EqpSection               *section,
           const EqpStatement       *statement,
           gboolean                  with_person)
{
  EqpTable *table;

  if (statement->lines->len == 0)
    {
      eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, eqp_tr (self->language, "No intervention in this period."));
      return;
    }
  table = add_table (self, section);
  for (guint i = 0; i < statement->lines->len; i++)
    add_line (self, section, table, g_ptr_array_index (statement->lines, i), with_person);
}

static void
add_sum (const EqpExchangeContext *self,
         EqpSection               *section,
         const char               *label,
         const EqpSum             *sum)
{
  g_autofree char *hours = eqp_duration_format (sum->minutes[self->hours], self->language);

  eqp_section_add_key_value (section, label, hours);
}

/* What the running balance adds up to, and what it leaves out. */
static void
add_totals (const EqpExchangeContext *self,
            EqpSection               *section,
            const EqpStatement       *statement)
{
  EqpLanguage          language = self->language;
  const EqpBalanceRow *total = &statement->total;
  g_autofree char     *balance = eqp_duration_format (eqp_balance_row_get_minutes (total, self->hours), language);
  /* Translators: %s is a state of hours: done, certified … */
  g_autofree char *heading = g_strdup_printf (eqp_tr (language, "Totals (hours: %s)"), eqp_hours_get_label (self->hours, language));
  g_autofree char *hetd = eqp_duration_format (eqp_fraction_round (statement->hetd), language);

  eqp_section_begin_keep (section);
  eqp_section_add_heading (section, 2, heading);
  add_sum (self, section, eqp_tr (language, "FC given by the university"), &total->fc);
  add_sum (self, section, eqp_tr (language, "FI given by the education authority"), &total->fi);
  eqp_section_add_key_value (section, eqp_tr (language, "Balance"), balance);
  if (total->shared.lines > 0)
    add_sum (self, section, eqp_tr (language, "Shared-time posts, outside the balance"), &total->shared);
  if (total->direct.lines > 0)
    add_sum (self, section, eqp_tr (language, "Direct contracts, outside the balance"), &total->direct);
  if (total->internal.lines > 0)
    add_sum (self, section, eqp_tr (language, "In one’s own institution, outside the balance"), &total->internal);
  eqp_section_add_key_value (section, eqp_tr (language, "HETD, for information"), hetd);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_SMALL,
                             eqp_tr (language, "One hour given in the partner institution counts for one hour. The home institution pays. Hours in tutorial equivalents "
                                               "(HETD) are computed exactly, rounded to the minute once at the end, and enter no balance."));
  eqp_section_end_keep (section);
}

static EqpDocument *
build_statement (const EqpExchangeContext *self,
                 const EqpStatement       *statement,
                 EqpRecord                *subject,
                 const char               *subject_label,
                 const char               *heading,
                 const char               *code,
                 gboolean                  with_person)
{
  g_autofree char *name = eqp_record_dup_title (subject, self->language);
  g_autofree char *title = g_strdup_printf ("%s — %s", heading, name);
  g_autofree char *period = _eqp_exchange_dup_period (self);
  EqpDocument     *document = _eqp_exchange_document_new (self, title, code);
  EqpSection      *section = eqp_document_add_section (document, title);

  _eqp_exchange_begin (self, section, heading, name);
  eqp_section_add_key_value (section, subject_label, name);
  eqp_section_add_key_value (section, eqp_tr (self->language, "Period"), period);
  add_lines (self, section, statement, with_person);
  add_totals (self, section, statement);
  return document;
}

/**
 * eqp_person_statement_new:
 * @store: an open file
 * @person: whose statement
 * @options: language, letterheads, period, state of the running balance
 * @error: (out) (optional): #EqpStoreError
 *
 * One dated line an intervention: requested, planned, done and certified side by side, and the balance after it (REFERENCE).
 *
 * Returns: (transfer full): the statement
 */
EqpDocument *
eqp_person_statement_new (EqpStore                         *store,
                          EqpRecord                        *person,
                          const EqpExchangeDocumentOptions *options,
                          GError                          **error)
{
  EqpExchangeContext context;
  g_autoptr (EqpStatement) statement = NULL;

  _eqp_exchange_context_init (&context, store, options);
  statement = eqp_statement_load (store, eqp_record_get_id (person), 0, context.from, context.to, context.hours, context.language, error);
  if (statement == NULL)
    return NULL;
  return build_statement (&context, statement, person, eqp_tr (context.language, "Person"), eqp_tr (context.language, "Statement of hours"),
                          eqp_record_get_text (person, EQP_PERSON_CODE), FALSE);
}

/**
 * eqp_institution_statement_new:
 * @store: an open file
 * @institution: whose statement
 * @options: language, letterheads, period, state of the running balance
 * @error: (out) (optional): #EqpStoreError
 *
 * The lines that @institution gives or receives, as in a person's statement.
 *
 * Returns: (transfer full): the statement
 */
EqpDocument *
eqp_institution_statement_new (EqpStore                         *store,
                               EqpRecord                        *institution,
                               const EqpExchangeDocumentOptions *options,
                               GError                          **error)
{
  EqpExchangeContext context;
  g_autoptr (EqpStatement) statement = NULL;

  _eqp_exchange_context_init (&context, store, options);
  statement = eqp_statement_load (store, 0, eqp_record_get_id (institution), context.from, context.to, context.hours, context.language, error);
  if (statement == NULL)
    return NULL;
  return build_statement (&context, statement, institution, eqp_tr (context.language, "Institution"),
                          eqp_tr (context.language, "Statement of hours of an institution"), eqp_record_get_text (institution, EQP_INSTITUTION_CODE), TRUE);
}

/* ---- certificate ---- */

static void
add_certified_lines (const EqpExchangeContext *self,
                     EqpSection               *section,
                     const EqpStatement       *statement)
{
  EqpLanguage          language = self->language;
  const EqpTableColumn columns[] = {
    { eqp_tr (language, "Date"), 66, FALSE },
    { eqp_tr (language, "Intervention"), 1, TRUE },
    { eqp_tr (language, "Host"), 0.5, TRUE },
    { eqp_tr (language, "FI/FC"), 36, FALSE, EQP_ALIGN_CENTER },
    { eqp_hours_get_label (EQP_HOURS_CERTIFIED, language), 64, FALSE, EQP_ALIGN_END },
  };
  EqpTable *table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);

  for (guint i = 0; i < statement->lines->len; i++)
    {
      const EqpStatementLine *line = g_ptr_array_index (statement->lines, i);
      g_autofree char        *date = eqp_date_format (line->date, language);
      g_autofree char        *hours = eqp_duration_format (line->minutes[EQP_HOURS_CERTIFIED], language);
      const EqpTableCell      cells[] = { { date }, { line->what }, { line->host_name }, { eqp_training_get_code (line->training) }, { hours } };

      if (line->has[EQP_HOURS_CERTIFIED])
        eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
    }
}

static gint64
sum_certified (const EqpStatement *statement)
{
  gint64 total = 0;

  for (guint i = 0; i < statement->lines->len; i++)
    total += ((const EqpStatementLine *)g_ptr_array_index (statement->lines, i))->minutes[EQP_HOURS_CERTIFIED];
  return total;
}

/**
 * eqp_hours_certificate_new:
 * @store: an open file
 * @person: whose hours
 * @options: language, letterheads, period
 * @error: (out) (optional): #EqpStoreError
 *
 * Certifies to the home institution, which pays, the hours that @person gave in the partner institution.
 *
 * Returns: (transfer full): the certificate, to be signed by both heads of the Pôle
 */
EqpDocument *
eqp_hours_certificate_new (EqpStore                         *store,
                           EqpRecord                        *person,
                           const EqpExchangeDocumentOptions *options,
                           GError                          **error)
{
  EqpExchangeContext context;
  g_autoptr (EqpStatement) statement = NULL;
  g_autofree char *name = eqp_record_dup_title (person, options->language);
  g_autofree char *title = NULL;
  g_autofree char *period = NULL;
  g_autofree char *total = NULL;
  g_autofree char *sentence = NULL;
  EqpDocument     *document;
  EqpSection      *section;

  _eqp_exchange_context_init (&context, store, options);
  statement = eqp_statement_load (store, eqp_record_get_id (person), 0, context.from, context.to, EQP_HOURS_CERTIFIED, context.language, error);
  if (statement == NULL)
    return NULL;
  /* Translators: the name of a document; %s is a person. */
  title = g_strdup_printf (eqp_tr (context.language, "Certificate of hours — %s"), name);
  period = _eqp_exchange_dup_period (&context);
  total = eqp_duration_format (sum_certified (statement), context.language);
  /* Translators: a person, a period, a duration. */
  sentence = g_strdup_printf (eqp_tr (context.language, "The Pôle certifies that %1$s gave the following interventions in the partner institution (%2$s): %3$s in all."),
                              name, period, total);
  document = _eqp_exchange_document_new (&context, title, eqp_record_get_text (person, EQP_PERSON_CODE));
  section = eqp_document_add_section (document, title);
  _eqp_exchange_begin (&context, section, eqp_tr (context.language, "Certificate of hours"), name);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, sentence);
  add_certified_lines (&context, section, statement);
  eqp_section_begin_keep (section);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_SMALL,
                             eqp_tr (context.language, "The home institution pays these hours, in the service or beside it; one hour counts for one hour."));
  eqp_section_add_signature (section, eqp_tr (context.language, "For the university"), NULL);
  eqp_section_add_signature (section, eqp_tr (context.language, "For the education authority"), NULL);
  eqp_section_end_keep (section);
  return document;
}
