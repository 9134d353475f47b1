/* test-exchange-records.c — what may be written on a line of the ledger, and whose side it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-error.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-unit.h"
#include "domain/exchanges/eqp-year-closing.h"
#include "eqp-test-pole.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#define LINE "code", "L1", "date", "2026-10-12", "person", "P1", "host", "ACAD", "training", "FC"
#define NEW_LINE(...) eqp_test_draft (store, &eqp_intervention_entity, __VA_ARGS__, NULL)
#define ADD_LINE(...) eqp_test_add (store, &eqp_intervention_entity, __VA_ARGS__, NULL)

static gboolean
save (EqpStore  *store,
      EqpRecord *draft,
      GError   **error)
{
  g_autoptr (EqpMessage) label = eqp_message_new ("Tested");

  return eqp_store_save_one (store, label, draft, error);
}

static void
assert_refused (EqpStore   *store,
                EqpRecord  *taken,
                int         code,
                const char *part)
{
  g_autoptr (EqpRecord) draft = taken;
  g_autoptr (GError) error = NULL;

  g_assert_false (save (store, draft, &error));
  eqp_test_assert_input_error (error, code, part);
}

static void
assert_taken (EqpStore  *store,
              EqpRecord *taken)
{
  g_autoptr (EqpRecord) draft = taken;
  g_autoptr (GError) error = NULL;

  save (store, draft, &error);
  g_assert_no_error (error);
}

static void
assert_side (EqpStore   *store,
             gint64      line,
             const char *side)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) record = eqp_store_get (store, &eqp_intervention_entity, line, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (eqp_record_get_text (record, EQP_INTERVENTION_HOME_SIDE), ==, side);
}

static void
test_hours (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  assert_refused (store, NEW_LINE (LINE, "done", "-2h"), EQP_INPUT_ERROR_INVALID, "counter-entry");
  assert_refused (store, NEW_LINE (LINE, "done", "400h01"), EQP_INPUT_ERROR_INVALID, "400");
  assert_refused (store, NEW_LINE (LINE, "planned", "24h01", "start-time", "0h", "end-time", "24h"), EQP_INPUT_ERROR_INVALID, "24");
  assert_refused (store, NEW_LINE (LINE, "start-time", "10h", "end-time", "10h"), EQP_INPUT_ERROR_INVALID, "10:00");
  assert_refused (store, NEW_LINE (LINE, "start-time", "24h"), EQP_INPUT_ERROR_INVALID, "24:00");
  assert_taken (store, NEW_LINE (LINE, "done", "400h"));
  assert_taken (store, NEW_LINE ("code", "L2", "date", "2026-10-12", "person", "P1", "training", "FI", "planned", "24h", "start-time", "0h", "end-time", "24h"));
  assert_taken (store, NEW_LINE ("code", "L3", "date", "2026-10-12", "person", "P1", "training", "FI", "start-time", "10h", "end-time", "10h01"));
  eqp_test_pole_free (store);
}

/* Today is 21 November 2026. */
static void
test_dates (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
#define ON(code_, date_) NEW_LINE ("code", code_, "date", date_, "person", "P1", "training", "FC")
  assert_refused (store, ON ("A", "1999-12-31"), EQP_INPUT_ERROR_INVALID, "1999");
  assert_refused (store, ON ("B", "2031-11-22"), EQP_INPUT_ERROR_INVALID, "2031");
  assert_taken (store, ON ("C", "2000-01-01"));
  assert_taken (store, ON ("D", "2031-11-21"));
#undef ON
  eqp_test_pole_free (store);
}

static void
test_locked (void)
{
  EqpStore *store = eqp_test_pole_new ();
  gint64    id;
  g_autoptr (EqpRecord) line = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpMessage) label = eqp_message_new ("Tested");
  g_autoptr (GError) error = NULL;

  eqp_test_fill (store);
  id = ADD_LINE (LINE, "done", "2h", "certified", "2h");
  line = eqp_store_get (store, &eqp_intervention_entity, id, NULL);
  g_assert_true (eqp_intervention_is_locked (line));
  draft = eqp_record_dup_draft (line);
  g_assert_true (eqp_intervention_is_locked (draft));
  assert_taken (store, g_object_ref (draft)); /* Nothing changed. */
  eqp_record_set_integer (draft, EQP_INTERVENTION_DONE, 180);
  assert_refused (store, g_object_ref (draft), EQP_INPUT_ERROR_FORBIDDEN, "counter-entry");
  eqp_record_set_integer (draft, EQP_INTERVENTION_DONE, 120);
  eqp_record_clear (draft, EQP_INTERVENTION_CERTIFIED);
  assert_refused (store, g_object_ref (draft), EQP_INPUT_ERROR_FORBIDDEN, "certified");
  g_assert_false (eqp_store_delete_one (store, label, line, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_FORBIDDEN, "certified");

  /* Undo is free. */
  g_clear_error (&error);
  g_assert_true (eqp_store_undo (store, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (eqp_record_is_deleted (line));
  g_clear_object (&draft);
  g_clear_object (&line);
  eqp_test_pole_free (store);
}

static void
test_closed_year (void)
{
  EqpStore *store = eqp_test_pole_new ();
  gint64    id;
  g_autoptr (EqpRecord) line = NULL;
  EqpRecord *draft;

  eqp_test_fill (store);
  id = ADD_LINE ("code", "L1", "date", "2025-10-12", "person", "P1", "training", "FC", "done", "2h");
  eqp_test_add (store, eqp_pole_find_entity ("year_closing"), "year", "2025", "date", "2026-09-15", NULL);
  line = eqp_store_get (store, &eqp_intervention_entity, id, NULL);
  g_assert_true (eqp_intervention_is_locked (line));
  draft = eqp_record_dup_draft (line);
  eqp_record_set_integer (draft, EQP_INTERVENTION_DONE, 180);
  assert_refused (store, draft, EQP_INPUT_ERROR_FORBIDDEN, "2025–2026");
  /* Neither out of the year, nor into it. */
  draft = eqp_record_dup_draft (line);
  eqp_record_set_date (draft, EQP_INTERVENTION_DATE, eqp_test_date ("2026-10-12"));
  assert_refused (store, draft, EQP_INPUT_ERROR_FORBIDDEN, "2025–2026");
  assert_refused (store, NEW_LINE ("code", "L2", "date", "2026-08-31", "person", "P1", "training", "FC"), EQP_INPUT_ERROR_FORBIDDEN, "2025–2026");
  assert_taken (store, NEW_LINE ("code", "L2", "date", "2026-09-01", "person", "P1", "training", "FC"));
  g_clear_object (&line);
  eqp_test_pole_free (store);
}

static void
test_counter_entry (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD_LINE (LINE, "done", "2h", "certified", "2h");
#define COUNTER(code_, ...) NEW_LINE ("code", code_, "date", "2026-11-12", "person", "P1", "training", "FC", "corrects", "L1", __VA_ARGS__)
  assert_refused (store, COUNTER ("X", "done", "-2h01"), EQP_INPUT_ERROR_INVALID, "2 h");
  assert_taken (store, COUNTER ("C1", "done", "-1h30", "certified", "-1h30"));
  assert_refused (store, COUNTER ("X", "certified", "-0h31"), EQP_INPUT_ERROR_INVALID, "30 min");
  assert_taken (store, COUNTER ("C2", "certified", "-0h30"));
#undef COUNTER
  assert_refused (store, NEW_LINE ("code", "X", "date", "2026-11-12", "person", "P2", "training", "FC", "corrects", "L1", "done", "-0h10"),
                  EQP_INPUT_ERROR_INVALID, "same person");
  assert_refused (store, NEW_LINE ("code", "X", "date", "2026-11-12", "person", "P1", "training", "FI", "corrects", "L1", "done", "-0h10"),
                  EQP_INPUT_ERROR_INVALID, "same person");
  assert_refused (store, NEW_LINE ("code", "X", "date", "2026-11-12", "person", "P1", "training", "FC", "corrects", "C1", "done", "-0h10"),
                  EQP_INPUT_ERROR_INVALID, "another counter-entry");
  eqp_test_pole_free (store);
}

/* P2 belongs to the university until the end of August 2026, to the education authority afterwards. */
static void
test_home (void)
{
  EqpStore *store = eqp_test_pole_new ();
  gint64    before, after, counter, nobody;

  eqp_test_fill (store);
  before = ADD_LINE ("code", "L1", "date", "2026-08-31", "person", "P2", "training", "FC", "done", "2h", "home-side", "other");
  after = ADD_LINE ("code", "L2", "date", "2026-09-01", "person", "P2", "training", "FC");
  nobody = ADD_LINE ("code", "L3", "date", "2026-09-01", "person", "P4", "training", "FC");
  counter = ADD_LINE ("code", "L4", "date", "2026-10-01", "person", "P2", "training", "FC", "corrects", "L1", "done", "-1h");
  assert_side (store, before, "university");
  assert_side (store, after, "rectorat");
  assert_side (store, nobody, "");
  assert_side (store, counter, "university");
  eqp_test_pole_free (store);
}

static void
test_follow (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) affiliations = NULL;
  gint64     open, certified, nobody;
  EqpRecord *draft;

  eqp_test_fill (store);
  open = ADD_LINE ("code", "L1", "date", "2026-10-01", "person", "P1", "training", "FC", "done", "2h");
  certified = ADD_LINE ("code", "L2", "date", "2026-10-01", "person", "P1", "training", "FC", "done", "2h", "certified", "2h");
  nobody = ADD_LINE ("code", "L3", "date", "2026-10-01", "person", "P4", "training", "FC");

  affiliations = eqp_store_select (store, &eqp_affiliation_entity, &error, "WHERE person_id = ?", "i", eqp_test_find (store, eqp_pole_find_entity ("person"), "P1"));
  g_assert_no_error (error);
  draft = eqp_record_dup_draft (affiliations->pdata[0]);
  eqp_record_set_text (draft, EQP_AFFILIATION_SIDE, "rectorat");
  assert_taken (store, draft);
  assert_side (store, open, "rectorat");
  assert_side (store, certified, "university");
  g_assert_true (eqp_store_undo (store, 0, NULL, &error));
  g_assert_no_error (error);
  assert_side (store, open, "university");

  /* Somebody else's from now on: the lines of both follow. */
  draft = eqp_record_dup_draft (affiliations->pdata[0]);
  eqp_record_set_reference (draft, EQP_AFFILIATION_PERSON, eqp_test_find (store, eqp_pole_find_entity ("person"), "P4"));
  assert_taken (store, draft);
  assert_side (store, open, "");
  assert_side (store, nobody, "university");
  eqp_test_add (store, &eqp_affiliation_entity, "person", "P1", "institution", "ACAD", "side", "rectorat", NULL);
  assert_side (store, open, "rectorat");
  assert_side (store, certified, "university");
  g_clear_pointer (&affiliations, g_ptr_array_unref);
  eqp_test_pole_free (store);
}

/* What takes hours away follows the line that it corrects, unless that is certified. */
static void
test_counter_entry_follows (void)
{
  EqpStore *store = eqp_test_pole_new ();
  gint64    open, certified;

  eqp_test_fill (store);
  ADD_LINE ("code", "L1", "date", "2026-10-01", "person", "P1", "training", "FC", "done", "2h");
  ADD_LINE ("code", "L2", "date", "2026-10-01", "person", "P1", "training", "FC", "done", "2h", "certified", "2h");
  open = ADD_LINE ("code", "C1", "date", "2026-10-12", "person", "P1", "training", "FC", "done", "-1h", "corrects", "L1");
  certified = ADD_LINE ("code", "C2", "date", "2026-10-12", "person", "P1", "training", "FC", "done", "-1h", "corrects", "L2");
  eqp_test_add (store, &eqp_affiliation_entity, "person", "P1", "institution", "ACAD", "side", "rectorat", "from-date", "2026-10-12", NULL);
  assert_side (store, open, "university"); /* Its line is older. */
  eqp_test_add (store, &eqp_affiliation_entity, "person", "P1", "institution", "ACAD", "side", "rectorat", "from-date", "2026-10-01", NULL);
  assert_side (store, open, "rectorat");
  assert_side (store, certified, "university");
  eqp_test_pole_free (store);
}

/* Whoever has lines stays in the directory, and is told so. */
static void
test_person_with_lines (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (EqpMessage) label = eqp_message_new ("Tested");
  g_autoptr (EqpRecord) person = NULL;
  g_autoptr (GError) error = NULL;

  eqp_test_fill (store);
  ADD_LINE ("code", "L1", "date", "2026-10-01", "person", "P4", "training", "FC", "done", "2h");
  person = eqp_store_get (store, eqp_pole_find_entity ("person"), eqp_test_find (store, eqp_pole_find_entity ("person"), "P4"), NULL);
  g_assert_false (eqp_store_delete_one (store, label, person, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_false (eqp_record_is_deleted (person));
  g_clear_object (&person);
  eqp_test_pole_free (store);
}

/* A request of ten hours, split. */
static void
test_share (void)
{
  EqpStore *store = eqp_test_pole_new ();
  gint64    id;
  g_autoptr (EqpRecord) line = NULL;
  EqpRecord *draft;

  eqp_test_fill (store);
  eqp_test_add (store, &eqp_request_entity, "code", "D1", "training", "FC", "subject", "A", "minutes", "10h", NULL);
  eqp_test_add (store, &eqp_request_entity, "code", "D2", "training", "FC", "subject", "Who knows how long", NULL);
#define SHARE(code_, ...) NEW_LINE ("code", code_, "date", "2026-10-12", "person", "P1", "training", "FC", "request", "D1", __VA_ARGS__)
  id = ADD_LINE ("code", "L1", "date", "2026-10-12", "person", "P1", "training", "FC", "request", "D1", "requested", "6h", "planned", "7h");
  assert_refused (store, SHARE ("L2", "requested", "4h01"), EQP_INPUT_ERROR_INVALID, "still asks for: 4\u00a0h.");
  assert_refused (store, SHARE ("L2", "planned", "4h01"), EQP_INPUT_ERROR_INVALID, "still asks for: 4\u00a0h.");
  assert_taken (store, SHARE ("L2", "requested", "4h", "planned", "5h"));
  assert_refused (store, SHARE ("L3", "planned", "0h01"), EQP_INPUT_ERROR_INVALID, "still asks for: 0\u00a0h.");
  /* More hours done than asked for are a fact. */
  assert_taken (store, SHARE ("L3", "done", "30h"));
  assert_taken (store, NEW_LINE ("code", "L4", "date", "2026-10-12", "person", "P1", "training", "FC", "request", "D2", "planned", "30h"));
#undef SHARE
  line = eqp_store_get (store, &eqp_intervention_entity, id, NULL);
  draft = eqp_record_dup_draft (line);
  eqp_record_set_integer (draft, EQP_INTERVENTION_REQUESTED, 361);
  assert_refused (store, draft, EQP_INPUT_ERROR_INVALID, "still asks for: 6\u00a0h.");
  draft = eqp_record_dup_draft (line);
  eqp_record_set_integer (draft, EQP_INTERVENTION_DONE, 600);
  assert_taken (store, draft);
  g_clear_object (&line);
  eqp_test_pole_free (store);
}

static void
test_closings (void)
{
  EqpStore        *store = eqp_test_pole_new ();
  const EqpEntity *entity = eqp_pole_find_entity ("year_closing");
  gint64           id;
  g_autoptr (EqpRecord) closing = NULL;
  EqpRecord *draft;

  eqp_test_fill (store);
  assert_refused (store, eqp_test_draft (store, entity, "year", "2025", "date", "2026-08-31", NULL), EQP_INPUT_ERROR_INVALID, "2025–2026");
  id = eqp_test_add (store, entity, "year", "2025", "date", "2026-09-01", "carried", "2h", NULL);
  closing = eqp_store_get (store, entity, id, NULL);
  draft = eqp_record_dup_draft (closing);
  eqp_record_set_integer (draft, EQP_YEAR_CLOSING_CARRIED, 0);
  assert_refused (store, draft, EQP_INPUT_ERROR_DUPLICATE, "closed already");
  draft = eqp_record_dup_draft (closing);
  eqp_record_set_text (draft, EQP_YEAR_CLOSING_REMARKS, "Seen by both directors");
  assert_taken (store, draft);
  g_clear_object (&closing);
  eqp_test_pole_free (store);
}

static void
test_words (void)
{
  EqpStore        *store = eqp_test_pole_new ();
  g_autofree char *title = NULL;
  g_autofree char *hours = NULL;
  gint64           id;

  eqp_test_fill (store);
  eqp_test_add (store, &eqp_unit_entity, "code", "U1", "course", "C1", "name", "Didactics", "hours", "7h30", NULL);
  hours = eqp_test_dup_value (store, &eqp_unit_entity, eqp_test_find (store, &eqp_unit_entity, "U1"), EQP_UNIT_HOURS);
  g_assert_cmpstr (hours, ==, "7 h 30");
  id = ADD_LINE ("code", "L1", "date", "2026-10-12", "person", "P1", "training", "fi", "unit", "U1", "kind", "Lecture");
  {
    g_autoptr (EqpRecord) line = eqp_store_get (store, &eqp_intervention_entity, id, NULL);

    g_assert_cmpstr (eqp_record_get_text (line, EQP_INTERVENTION_KIND), ==, "lecture");
    g_assert_cmpstr (eqp_record_get_text (line, EQP_INTERVENTION_TRAINING), ==, "FI");
    title = eqp_record_dup_title (line, EQP_LANGUAGE_EN);
    g_assert_nonnull (strstr (title, "Aubrac"));
    g_assert_nonnull (strstr (title, "(L1)"));
  }
  assert_refused (store, eqp_test_draft (store, &eqp_unit_entity, "code", "U2", "course", "C1", "name", "Less than nothing", "hours", "-1h", NULL),
                  EQP_INPUT_ERROR_INVALID, "hours");
  assert_refused (store, eqp_test_draft (store, &eqp_request_entity, "code", "D1", "training", "FI", "subject", "Less than nothing", "minutes", "-1h", NULL),
                  EQP_INPUT_ERROR_INVALID, "hours");
  assert_refused (store, eqp_test_draft (store, eqp_pole_find_entity ("shared_post"), "person", "P1", "share", "0", NULL), EQP_INPUT_ERROR_INVALID, "100");
  assert_taken (store, eqp_test_draft (store, eqp_pole_find_entity ("shared_post"), "person", "P1", "share", "100", NULL));
  assert_refused (store, eqp_test_draft (store, eqp_pole_find_entity ("availability"), "person", "P1", "weekday", "8", NULL), EQP_INPUT_ERROR_INVALID, "Sunday");
  assert_taken (store, eqp_test_draft (store, eqp_pole_find_entity ("availability"), "person", "P1", "weekday", "7", NULL));
  eqp_test_pole_free (store);
}

static void
assert_title (EqpStore   *store,
              const char *table,
              gint64      id,
              const char *expected)
{
  g_autoptr (EqpRecord) record = eqp_store_get (store, eqp_pole_find_entity (table), id, NULL);
  g_autofree char *title = eqp_record_dup_title (record, EQP_LANGUAGE_EN);

  g_assert_cmpstr (title, ==, expected);
}

/* A row of a list, and of the history, says what it is about. */
static void
test_titles (void)
{
  EqpStore *store = eqp_test_pole_new ();

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)
  eqp_test_fill (store);
  assert_title (store, "availability", ADD ("availability", "person", "P1", "weekday", "1"), "Ms Éloïse Aubrac (Unavailable, Monday)");
  assert_title (store, "availability", ADD ("availability", "person", "P1", "kind", "available", "from-date", "2026-09-01", "to-date", "2026-12-18"),
                "Ms Éloïse Aubrac (Available, 1 Sep 2026 – 18 Dec 2026)");
  assert_title (store, "shared_post", ADD ("shared_post", "person", "P1", "institution", "UNIV", "from-date", "2026-09-01"),
                "Ms Éloïse Aubrac (50%, since 1 Sep 2026, Université de Valmont)");
  assert_title (store, "shared_post", ADD ("shared_post", "person", "P1"), "Ms Éloïse Aubrac (50%)");
  assert_title (store, "service_agreement", ADD ("service_agreement", "institution", "UNIV", "answer", "accepted", "date", "2026-09-03"),
                "Université de Valmont (Accepted, 3 Sep 2026)");
#undef ADD
  eqp_test_pole_free (store);
}

static void
test_leads (void)
{
  g_assert_cmpstr (eqp_scheme_expected_lead ("ALD"), ==, "pole");
  g_assert_cmpstr (eqp_scheme_expected_lead ("AED"), ==, "pole");
  g_assert_cmpstr (eqp_scheme_expected_lead ("ALP"), ==, "rectorat");
  g_assert_cmpstr (eqp_scheme_expected_lead ("FIL"), ==, "rectorat");
  g_assert_cmpstr (eqp_scheme_expected_lead (""), ==, "rectorat");
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/exchange-records/hours", test_hours);
  g_test_add_func ("/domain/exchange-records/dates", test_dates);
  g_test_add_func ("/domain/exchange-records/locked", test_locked);
  g_test_add_func ("/domain/exchange-records/closed-year", test_closed_year);
  g_test_add_func ("/domain/exchange-records/counter-entry", test_counter_entry);
  g_test_add_func ("/domain/exchange-records/home", test_home);
  g_test_add_func ("/domain/exchange-records/follow", test_follow);
  g_test_add_func ("/domain/exchange-records/counter-entry-follows", test_counter_entry_follows);
  g_test_add_func ("/domain/exchange-records/person-with-lines", test_person_with_lines);
  g_test_add_func ("/domain/exchange-records/share", test_share);
  g_test_add_func ("/domain/exchange-records/closings", test_closings);
  g_test_add_func ("/domain/exchange-records/words", test_words);
  g_test_add_func ("/domain/exchange-records/titles", test_titles);
  g_test_add_func ("/domain/exchange-records/leads", test_leads);
  return g_test_run ();
}
