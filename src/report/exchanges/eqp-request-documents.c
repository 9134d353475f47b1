/* eqp-request-documents.c — the papers of a request: letter of confirmation, intervention orders, e-mail */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-documents"
#include "config.h"

#include "base/eqp-error.h"
#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-request.h"
#include "report/exchanges/eqp-exchange-context.h"

#include <glib/gi18n.h>

/* A letter about nobody is no letter. */
static EqpStatement *
load_lines (EqpStore   *store,
            EqpRecord  *request,
            EqpLanguage language,
            GError    **error)
{
  EqpStatement *statement = eqp_statement_load_request (store, request, language, error);

  if (statement == NULL || statement->lines->len > 0)
    return statement;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING,
               /* Translators: %s is the code of a request. */
               _ ("Nobody is assigned to the request %s yet: assign somebody first."),
               eqp_record_get_text (request, EQP_REQUEST_CODE));
  eqp_statement_free (statement);
  return NULL;
}

static gint64
get_minutes (const EqpStatementLine *line)
{
  return line->has[EQP_HOURS_PLANNED] ? line->minutes[EQP_HOURS_PLANNED] : line->minutes[EQP_HOURS_REQUESTED];
}

static char *
dup_when (const EqpStatementLine *line,
          EqpLanguage             language)
{
  g_autofree char *day = eqp_date_format_long (line->date, language);
  g_autofree char *times = _eqp_exchange_dup_times (line);

  return times[0] != '\0' ? g_strdup_printf ("%s, %s", day, times) : g_steal_pointer (&day);
}

/* The facts of the request, those that are known. */
static void
add_request_facts (const EqpExchangeContext *self,
                   EqpSection               *section,
                   EqpRecord                *request)
{
  static const EqpRequestField fields[] = { EQP_REQUEST_SUBJECT, EQP_REQUEST_TRAINING, EQP_REQUEST_UNIT, EQP_REQUEST_SCHEME,
                                            EQP_REQUEST_MINUTES, EQP_REQUEST_LEVEL, EQP_REQUEST_PLACE };
  const EqpEntity             *entity = eqp_record_get_entity (request);

  eqp_section_add_key_value (section, eqp_tr (self->language, "Request"), eqp_record_get_text (request, EQP_REQUEST_CODE));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = eqp_record_dup_display (request, fields[i], self->language);

      if (value[0] != '\0')
        eqp_section_add_key_value (section, eqp_tr (self->language, entity->fields[fields[i]].label), value);
    }
}

static void
add_lines_table (const EqpExchangeContext *self,
                 EqpSection               *section,
                 const EqpStatement       *statement,
                 const char               *person)
{
  EqpLanguage          language = self->language;
  const EqpTableColumn columns[] = {
    { eqp_tr (language, "Date"), 1, TRUE },
    { eqp_tr (language, "Speaker"), 0.8, TRUE },
    { eqp_tr (language, "Home institution"), 0.7, TRUE },
    { eqp_tr (language, "Hours"), 60, FALSE, EQP_ALIGN_END },
  };
  EqpTable *table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);

  for (guint i = 0; i < statement->lines->len; i++)
    {
      const EqpStatementLine *line = g_ptr_array_index (statement->lines, i);
      g_autofree char        *when = dup_when (line, language);
      g_autofree char        *hours = eqp_duration_format (get_minutes (line), language);
      const EqpTableCell      cells[] = {
             { when },
             { line->person_name, .chip = line->side == EQP_SIDE_UNIVERSITY ? EQP_CHIP_UNIVERSITY : line->side == EQP_SIDE_RECTORAT ? EQP_CHIP_RECTORAT
                                                                                                                                    : EQP_CHIP_NONE },
             { line->home_name },
             { hours },
      };

      if (person == NULL || g_str_equal (line->person_code, person))
        eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
    }
}

static void
add_signatures (const EqpExchangeContext *self,
                EqpSection               *section)
{
  eqp_section_begin_keep (section);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_SMALL,
                             eqp_tr (self->language, "One hour given in the partner institution counts for one hour; the home institution pays it."));
  eqp_section_add_signature (section, eqp_tr (self->language, "For the university"), NULL);
  eqp_section_add_signature (section, eqp_tr (self->language, "For the education authority"), NULL);
  eqp_section_end_keep (section);
}

static void
init_context (EqpExchangeContext               *self,
              EqpStore                         *store,
              EqpRecord                        *request,
              const EqpExchangeDocumentOptions *options)
{
  EqpExchangeDocumentOptions own = *options;

  own.from = eqp_record_get_date (request, EQP_REQUEST_START_DATE);
  own.to = eqp_record_get_date (request, EQP_REQUEST_END_DATE);
  _eqp_exchange_context_init (self, store, &own);
}

/**
 * eqp_confirmation_letter_new:
 * @store: an open file
 * @request: a request to which somebody is assigned
 * @options: language and letterheads
 * @error: (out) (optional): %EQP_INPUT_ERROR_MISSING when nobody is assigned; #EqpStoreError
 *
 * Tells the requester who comes, when, and for how long (X-02).
 *
 * Returns: (transfer full): the letter
 */
EqpDocument *
eqp_confirmation_letter_new (EqpStore                         *store,
                             EqpRecord                        *request,
                             const EqpExchangeDocumentOptions *options,
                             GError                          **error)
{
  EqpExchangeContext context;
  g_autoptr (EqpStatement) statement = load_lines (store, request, options->language, error);
  const char      *code = eqp_record_get_text (request, EQP_REQUEST_CODE);
  g_autofree char *title = NULL;
  g_autofree char *requester = NULL;
  EqpDocument     *document;
  EqpSection      *section;

  if (statement == NULL)
    return NULL;
  init_context (&context, store, request, options);
  /* Translators: the name of a document; %s is the code of a request. */
  title = g_strdup_printf (eqp_tr (context.language, "Confirmation of the request %s"), code);
  requester = eqp_record_dup_display (request, EQP_REQUEST_REQUESTER, context.language);
  document = _eqp_exchange_document_new (&context, title, NULL);
  section = eqp_document_add_section (document, title);
  _eqp_exchange_begin (&context, section, eqp_tr (context.language, "Confirmation of an intervention"), requester);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL,
                             eqp_tr (context.language, "The Pôle de professionnalisation confirms the following intervention, which answers your request."));
  add_request_facts (&context, section, request);
  add_lines_table (&context, section, statement, NULL);
  add_signatures (&context, section);
  return document;
}

/* ---- intervention orders: a page a person ---- */

static void
add_order (const EqpExchangeContext *self,
           EqpDocument              *document,
           EqpRecord                *request,
           const EqpStatement       *statement,
           const EqpStatementLine   *line)
{
  /* Translators: the name of a document; %s is a person. */
  g_autofree char *title = g_strdup_printf (eqp_tr (self->language, "Intervention order: %s"), line->person_name);
  EqpSection      *section = eqp_document_add_section (document, title);

  eqp_section_set_starts_page (section, TRUE);
  _eqp_exchange_begin (self, section, eqp_tr (self->language, "Intervention order"), line->person_name);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL,
                             eqp_tr (self->language, "The person named above is asked to give the following intervention in the partner institution."));
  add_request_facts (self, section, request);
  add_lines_table (self, section, statement, line->person_code);
  add_signatures (self, section);
}

/**
 * eqp_intervention_order_new:
 * @store: an open file
 * @request: a request to which somebody is assigned
 * @options: language and letterheads
 * @error: (out) (optional): %EQP_INPUT_ERROR_MISSING when nobody is assigned; #EqpStoreError
 *
 * Returns: (transfer full): the orders, one page a person, in the order of their first day
 */
EqpDocument *
eqp_intervention_order_new (EqpStore                         *store,
                            EqpRecord                        *request,
                            const EqpExchangeDocumentOptions *options,
                            GError                          **error)
{
  EqpExchangeContext context;
  g_autoptr (EqpStatement) statement = load_lines (store, request, options->language, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char      *code = eqp_record_get_text (request, EQP_REQUEST_CODE);
  g_autofree char *title = NULL;
  EqpDocument     *document;

  if (statement == NULL)
    return NULL;
  init_context (&context, store, request, options);
  /* Translators: the name of a document; %s is the code of a request. */
  title = g_strdup_printf (eqp_tr (context.language, "Intervention orders for the request %s"), code);
  document = _eqp_exchange_document_new (&context, title, NULL);
  eqp_document_set_numbering (document, EQP_NUMBERING_SECTION);
  for (guint i = 0; i < statement->lines->len; i++)
    {
      const EqpStatementLine *line = g_ptr_array_index (statement->lines, i);

      if (g_hash_table_add (seen, line->person_code))
        add_order (&context, document, request, statement, line);
    }
  return document;
}

/* ---- the same as an e-mail ---- */

static char *
dup_mail_body (EqpRecord          *request,
               const EqpStatement *statement,
               EqpLanguage         language)
{
  GString *body = g_string_new (eqp_tr (language, "The Pôle de professionnalisation confirms the following intervention, which answers your request."));

  g_string_append_printf (body, "\r\n\r\n%s — %s\r\n", eqp_record_get_text (request, EQP_REQUEST_CODE), eqp_record_get_text (request, EQP_REQUEST_SUBJECT));
  for (guint i = 0; i < statement->lines->len; i++)
    {
      const EqpStatementLine *line = g_ptr_array_index (statement->lines, i);
      g_autofree char        *when = dup_when (line, language);
      g_autofree char        *hours = eqp_duration_format (get_minutes (line), language);

      g_string_append_printf (body, "\r\n%s\r\n%s (%s), %s\r\n", when, line->person_name, line->home_name, hours);
    }
  return g_string_free (body, FALSE);
}

/* The first word of the contact that looks like an address. */
static char *
dup_address (EqpRecord *request)
{
  g_auto (GStrv) words = g_strsplit_set (eqp_record_get_text (request, EQP_REQUEST_CONTACT), " ,;<>()\t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strchr (words[i], '@') != NULL)
      return g_uri_escape_string (words[i], "@", FALSE);
  return g_strdup ("");
}

/**
 * eqp_confirmation_dup_mailto:
 * @store: an open file
 * @request: a request to which somebody is assigned
 * @language: of the message
 * @error: (out) (optional): %EQP_INPUT_ERROR_MISSING when nobody is assigned; #EqpStoreError
 *
 * The letter of confirmation for the desktop's mail program; nothing is sent by this program.
 *
 * Returns: (transfer full): a "mailto:" address with the subject and the text
 */
char *
eqp_confirmation_dup_mailto (EqpStore   *store,
                             EqpRecord  *request,
                             EqpLanguage language,
                             GError    **error)
{
  g_autoptr (EqpStatement) statement = load_lines (store, request, language, error);
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;
  g_autofree char *address = NULL;
  g_autofree char *escaped_subject = NULL;
  g_autofree char *escaped_body = NULL;

  if (statement == NULL)
    return NULL;
  subject = g_strdup_printf (eqp_tr (language, "Confirmation of the request %s"), eqp_record_get_text (request, EQP_REQUEST_CODE));
  body = dup_mail_body (request, statement, language);
  address = dup_address (request);
  escaped_subject = g_uri_escape_string (subject, NULL, FALSE);
  escaped_body = g_uri_escape_string (body, NULL, FALSE);
  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", address, escaped_subject, escaped_body);
}
