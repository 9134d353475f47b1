/* test-damaged-reads.c — whatever table is damaged while the file is open, each reading of the domain answers with a sentence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "damaged-file.h"

#include "domain/bodies/eqp-check.h"
#include "domain/bodies/eqp-meeting-edits.h"
#include "domain/directory/eqp-affiliations.h"
#include "domain/directory/eqp-roles.h"
#include "domain/exchanges/eqp-availability.h"
#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-candidates.h"
#include "domain/exchanges/eqp-direct-contract.h"
#include "domain/exchanges/eqp-exchange-check.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-forecast.h"
#include "domain/exchanges/eqp-intervention-home.h"
#include "domain/exchanges/eqp-running-balance.h"
#include "domain/exchanges/eqp-statement.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-days-off.h"
#include "report/exchanges/eqp-exchange-documents.h"
#include "tests/test-folder.h"

#define EN EQP_LANGUAGE_EN
#define FIRST eqp_test_date ("2026-09-01")
#define LAST eqp_test_date ("2027-08-31")
#define TODAY eqp_test_date ("2026-11-21")

/* A reading that gives something back, which is not looked at. */
#define READ(name, type, call)      \
  static gboolean                   \
  name (World   *world,             \
        GError **error)             \
  {                                 \
    g_autoptr (type) result = call; \
                                    \
    return result != NULL;          \
  }

#define ID(record) eqp_record_get_id (world->record)

/* ---- bodies and people ---- */

READ (read_snapshots, GPtrArray, eqp_snapshot_load (world->store, 0, TODAY, error))
READ (read_check, GPtrArray, eqp_check_run (world->store, 0, TODAY, NULL, error))
READ (read_check_of_body, GPtrArray, eqp_check_run (world->store, world->body, TODAY, NULL, error))
READ (read_roles, GPtrArray, eqp_person_list_roles (world->store, ID (person), EQP_DATE_NONE, error))
READ (read_affiliations, GPtrArray, eqp_person_list_affiliations (world->store, ID (person), error))
READ (read_affiliation, EqpRecord, eqp_person_find_affiliation (world->store, ID (person), TODAY, error))

static gboolean
read_position (World   *world,
               GError **error)
{
  gint64 position;

  return eqp_meeting_get_next_position (world->store, world->meeting, &position, error);
}

/* ---- exchanges ---- */

READ (read_availability, GHashTable, eqp_availability_load (world->store, 0, FIRST, LAST, error))
READ (read_months, EqpBalance, eqp_balance_load (world->store, EQP_DATE_NONE, EQP_DATE_NONE, EQP_BY_MONTH, EN, error))
READ (read_part_of_months, EqpBalance, eqp_balance_load (world->store, FIRST + 14, TODAY, EQP_BY_MONTH, EN, error))
READ (read_terms, EqpBalance, eqp_balance_load (world->store, FIRST, LAST, EQP_BY_TERM, EN, error))
READ (read_courses, EqpBalance, eqp_balance_load (world->store, FIRST, LAST, EQP_BY_COURSE, EN, error))
READ (read_schemes, EqpBalance, eqp_balance_load (world->store, FIRST, LAST, EQP_BY_SCHEME, EN, error))
READ (read_disciplines, EqpBalance, eqp_balance_load (world->store, FIRST, LAST, EQP_BY_DISCIPLINE, EN, error))
READ (read_institutions, EqpBalance, eqp_balance_load (world->store, FIRST, LAST, EQP_BY_INSTITUTION, EN, error))
READ (read_people, EqpBalance, eqp_balance_load (world->store, EQP_DATE_NONE, LAST, EQP_BY_PERSON, EN, error))
READ (read_field_share, EqpFieldShare, eqp_field_share_load (world->store, FIRST, LAST, EQP_HOURS_DONE, EN, error))
READ (read_field_share_of_all, EqpFieldShare, eqp_field_share_load (world->store, EQP_DATE_NONE, EQP_DATE_NONE, EQP_HOURS_DONE, EN, error))
READ (read_direct, GPtrArray, eqp_direct_contract_load (world->store, FIRST, LAST, EN, error))
READ (read_candidates, GPtrArray, eqp_candidates_load (world->store, world->request, NULL, 10, error))
READ (read_exchange_check, GPtrArray, eqp_exchange_check_run (world->store, FIRST, LAST, TODAY, 0, error))
READ (read_forecast, EqpForecast, eqp_forecast_load (world->store, TODAY, (const char *const[]){ "D1", NULL }, error))
READ (read_statement, EqpStatement, eqp_statement_load (world->store, ID (person), 0, FIRST, LAST, EQP_HOURS_DONE, EN, error))
READ (read_statement_of_all, EqpStatement, eqp_statement_load (world->store, 0, ID (institution), EQP_DATE_NONE, EQP_DATE_NONE, EQP_HOURS_DONE, EN, error))
READ (read_statement_of_request, EqpStatement, eqp_statement_load_request (world->store, world->request, EN, error))
READ (read_statement_of_direct, EqpStatement, eqp_statement_load_direct (world->store, EQP_DATE_NONE, EQP_DATE_NONE, EQP_HOURS_DONE, EN, error))

static gboolean
read_check_of_line (World   *world,
                    GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  return eqp_exchange_check_line (world->store, world->line, findings, error);
}

static gboolean
read_check_of_request (World   *world,
                       GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  return eqp_exchange_check_request (world->store, world->request, findings, error);
}

static gboolean
read_carried (World   *world,
              GError **error)
{
  gint64 minutes;

  return eqp_year_read_carried (world->store, 2024, &minutes, error);
}

static gboolean
read_assigned (World   *world,
               GError **error)
{
  gint64 minutes;

  return eqp_request_get_assigned (world->store, world->request, &minutes, error);
}

static gboolean
read_lock (World   *world,
           GError **error)
{
  gboolean certified;
  gboolean closed;

  return eqp_intervention_read_lock (world->store, ID (line), NULL, &certified, &closed, error);
}

/* Of a month that cannot be read there are no balances. */
static gboolean
read_running (World   *world,
              GError **error)
{
  g_autoptr (EqpRunningBalance) balance = eqp_running_balance_new (world->store);
  gboolean counted;
  gint64   minutes;

  if (eqp_running_balance_find (balance, ID (line), eqp_test_date ("2026-10-12"), &counted, &minutes) && counted)
    return TRUE;
  g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED, "There is no balance.");
  return FALSE;
}

/* ---- procedures ---- */

READ (read_procedure, GPtrArray, eqp_procedure_load_for_request (world->store, world->request, TODAY, error))
READ (read_agenda, GPtrArray, eqp_agenda_load (world->store, TODAY, EQP_DATE_NONE, FALSE, error))
READ (read_days_off, EqpDaysOff, eqp_days_off_load (world->store, error))

/* ---- documents ---- */

static const EqpExchangeDocumentOptions options = { .language = EN, .hours = EQP_HOURS_DONE };

READ (read_statement_document, EqpDocument, eqp_person_statement_new (world->store, world->person, &options, error))
READ (read_institution_document, EqpDocument, eqp_institution_statement_new (world->store, world->institution, &options, error))
READ (read_report, EqpDocument, eqp_balance_report_new (world->store, &options, error))
READ (read_certificate, EqpDocument, eqp_hours_certificate_new (world->store, world->person, &options, error))
READ (read_letter, EqpDocument, eqp_confirmation_letter_new (world->store, world->request, &options, error))
READ (read_orders, EqpDocument, eqp_intervention_order_new (world->store, world->request, &options, error))

static gboolean
read_mail (World   *world,
           GError **error)
{
  g_autofree char *address = eqp_confirmation_dup_mailto (world->store, world->request, EN, error);

  return address != NULL;
}

static const DamagedDoing readings[] = {
  { "snapshots", read_snapshots },
  { "check", read_check },
  { "check of a body", read_check_of_body },
  { "roles", read_roles },
  { "affiliations", read_affiliations },
  { "affiliation", read_affiliation },
  { "next position", read_position },
  { "availability", read_availability },
  { "months", read_months },
  { "part of months", read_part_of_months },
  { "terms", read_terms },
  { "courses", read_courses },
  { "schemes", read_schemes },
  { "disciplines", read_disciplines },
  { "institutions", read_institutions },
  { "people", read_people },
  { "field share", read_field_share },
  { "field share of all", read_field_share_of_all },
  { "direct contracts", read_direct },
  { "candidates", read_candidates },
  { "exchange check", read_exchange_check },
  { "forecast", read_forecast },
  { "statement", read_statement },
  { "statement of all", read_statement_of_all },
  { "statement of a request", read_statement_of_request },
  { "statement of direct contracts", read_statement_of_direct },
  { "check of a line", read_check_of_line },
  { "check of a request", read_check_of_request },
  { "carried", read_carried },
  { "assigned", read_assigned },
  { "lock", read_lock },
  { "running balance", read_running },
  { "procedure", read_procedure },
  { "agenda", read_agenda },
  { "days off", read_days_off },
  { "statement document", read_statement_document },
  { "institution document", read_institution_document },
  { "report", read_report },
  { "certificate", read_certificate },
  { "letter", read_letter },
  { "orders", read_orders },
  { "mail", read_mail },
};

static void
test_readings (void)
{
  damaged_try_all (readings, G_N_ELEMENTS (readings));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/damaged/readings", test_readings);
  return g_test_run ();
}
