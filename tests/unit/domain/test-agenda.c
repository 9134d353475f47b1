/* test-agenda.c — one request's procedure, what is recorded of it, and the agenda of all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eqp-test-pole.h"

#include "base/eqp-error.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-days-off.h"
#include "domain/procedures/eqp-step-record.h"
#include "tests/test-folder.h"

#define TODAY "2026-11-21"
#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)

static const char *const step_codes[] = { "received", "qualified", "staffed", "done", "closed" };

/* Received, qualified within 5 working days by the coordinator, staffed 21 days before by the collective, done by the speaker, closed. */
static void
add_procedure (EqpStore   *store,
               const char *code,
               const char *from,
               const char *to)
{
  static const char *const anchors[] = { "received", "received", "start", "end", "end" };
  static const char *const delays[] = { "0", "5", "-21", "0", "60" };
  static const char *const roles[] = { "coordinator", "coordinator", "collective", "speaker", "requester" };

  ADD ("procedure", "code", code, "name-fr", "Demande", "name-en", "Request", "subject", "request", "from-date", from, "to-date", to);
  for (guint i = 0; i < G_N_ELEMENTS (step_codes); i++)
    {
      char position[] = { (char)('1' + i), '\0' };

      ADD ("procedure_step", "procedure", code, "position", position, "code", step_codes[i], "name-fr", step_codes[i], "anchor", anchors[i],
           "delay", delays[i], "days", i == 1 ? "working" : "calendar", "role", roles[i]);
    }
}

static EqpStore *
new_store (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  add_procedure (store, "NOW", "2026-09-01", "");
  return store;
}

static gint64
add_request (EqpStore   *store,
             const char *code,
             const char *state,
             const char *received)
{
  return ADD ("request", "code", code, "training", "FI", "subject", "Géométrie", "received", received, "start-date", "2026-12-15",
              "end-date", "2026-12-16", "state", state, "coordinator", "P1", "contact", "M. Contact", "resource", "Collectif maths");
}

/* "qualified late 2026-11-09 Ms Éloïse Aubrac", one step a line. */
static void
assert_steps (EqpStore   *store,
              gint64      id,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) request = eqp_store_get (store, &eqp_request_entity, id, &error);
  g_autoptr (GPtrArray) views = eqp_procedure_load_for_request (store, request, eqp_test_date (TODAY), &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < views->len; i++)
    {
      const EqpProcedureStepView *view = g_ptr_array_index (views, i);
      g_autofree char            *due = view->due != EQP_DATE_NONE ? eqp_date_dup_iso (view->due) : g_strdup ("-");
      g_autofree char            *done = view->done != EQP_DATE_NONE ? eqp_date_dup_iso (view->done) : g_strdup ("-");

      g_string_append_printf (text, "%s %s %s %s %s%s%s\n", view->code, eqp_step_state_get_code (view->state), due, done,
                              view->person_name, view->done_late ? " late!" : "", view->waived);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_by_state (void)
{
  EqpStore *store = new_store ();
  gint64    received = add_request (store, "D1", "received", "2026-11-02");
  gint64    staffed = add_request (store, "D2", "staffed", "2026-11-02");
  gint64    closed = add_request (store, "D3", "closed", "2026-11-02");
  gint64    undated = add_request (store, "D4", "qualified", "");

  /* 2026-11-11 is a holiday: five working days after the 2nd is the 9th all the same. */
  assert_steps (store, received,
                "received done 2026-11-02 2026-11-02 \n"
                "qualified late 2026-11-09 - Ms Éloïse Aubrac\n"
                "staffed to-do 2026-11-24 - Collectif maths\n"
                "done to-do 2026-12-16 - \n"
                "closed to-do 2027-02-14 - M. Contact\n");
  /* Imported in its state: done, nobody knows when. */
  assert_steps (store, staffed,
                "received done 2026-11-02 2026-11-02 \n"
                "qualified done 2026-11-09 - \n"
                "staffed done 2026-11-24 - \n"
                "done ready 2026-12-16 - \n"
                "closed to-do 2027-02-14 - M. Contact\n");
  assert_steps (store, closed,
                "received done 2026-11-02 2026-11-02 \n"
                "qualified done 2026-11-09 - \n"
                "staffed done 2026-11-24 - \n"
                "done done 2026-12-16 - \n"
                "closed done 2027-02-14 - \n");
  assert_steps (store, undated,
                "received done - - \n"
                "qualified done - - \n"
                "staffed ready 2026-11-24 - Collectif maths\n"
                "done to-do 2026-12-16 - \n"
                "closed to-do 2027-02-14 - M. Contact\n");
  eqp_test_pole_free (store);
}

/* Nothing is open any more, and what was done before stays done. */
static void
test_refused (void)
{
  EqpStore *store = new_store ();
  gint64    id = ADD ("request", "code", "D1", "training", "FI", "subject", "Géométrie", "received", "2026-11-02", "state", "refused", "reason", "Trop tard");

  ADD ("step_record", "request", "D1", "step", "qualified", "date", "2026-11-10", "person", "P2");
  assert_steps (store, id,
                "received done 2026-11-02 2026-11-02 \n"
                "qualified done 2026-11-09 2026-11-10 Mr Luc Bréval late!\n"
                "staffed waived - - \n"
                "done waived - - \n"
                "closed waived - - \n");
  eqp_test_pole_free (store);
}

/* A step that is none of the states counts only when it is recorded; a closed request does not wait for it. */
static void
test_own_step (void)
{
  EqpStore *store = new_store ();
  gint64    open = add_request (store, "D1", "staffed", "2026-11-02");
  gint64    closed = add_request (store, "D2", "closed", "2026-11-02");

  ADD ("procedure_step", "procedure", "NOW", "position", "3", "code", "visited", "name-fr", "Visite", "anchor", "step:qualified", "delay", "7");
  assert_steps (store, open,
                "received done 2026-11-02 2026-11-02 \n"
                "qualified done 2026-11-09 - \n"
                "staffed done 2026-11-24 - \n"
                "visited late 2026-11-16 - \n"
                "done to-do 2026-12-16 - \n"
                "closed to-do 2027-02-14 - M. Contact\n");
  assert_steps (store, closed,
                "received done 2026-11-02 2026-11-02 \n"
                "qualified done 2026-11-09 - \n"
                "staffed done 2026-11-24 - \n"
                "visited waived 2026-11-16 - \n"
                "done done 2026-12-16 - \n"
                "closed done 2027-02-14 - \n");
  eqp_test_pole_free (store);
}

static void
test_in_force (void)
{
  EqpStore *store = eqp_test_pole_new ();
  gint64    id;

  eqp_test_fill (store);
  id = add_request (store, "D1", "received", "2026-11-02");
  assert_steps (store, id, "");
  ADD ("procedure", "code", "OLD", "name-fr", "Ancienne", "subject", "request", "to-date", "2026-11-01");
  ADD ("procedure_step", "procedure", "OLD", "code", "received", "name-fr", "Reçue");
  assert_steps (store, id, "");
  ADD ("procedure", "code", "NEW", "name-fr", "Nouvelle", "subject", "request", "from-date", "2026-11-02");
  ADD ("procedure_step", "procedure", "NEW", "code", "read", "name-fr", "Lue", "anchor", "received", "delay", "1");
  assert_steps (store, id, "read late 2026-11-03 - \n");
  eqp_test_pole_free (store);
}

/* ---- recording ---- */

typedef struct
{
  gint64      request;
  const char *step;
  const char *date;
  const char *waived;
} Recording;

static gboolean
record (EqpStore *store,
        gpointer  user_data,
        GError  **error)
{
  const Recording *recording = user_data;

  return eqp_procedure_record (store, recording->request, recording->step, recording->date != NULL ? eqp_test_date (recording->date) : EQP_DATE_NONE,
                               0, "Courriel", recording->waived, error);
}

static void
run_record (EqpStore   *store,
            gint64      request,
            const char *step,
            const char *date,
            const char *waived)
{
  Recording recording = { request, step, date, waived };
  g_autoptr (EqpMessage) label = eqp_message_new ("Recorded");
  g_autoptr (GError) error = NULL;

  eqp_store_edit (store, label, record, &recording, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_records (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = eqp_store_select (store, &eqp_step_record_entity, &error, NULL, NULL);

  g_assert_no_error (error);
  return records->len;
}

static void
test_record (void)
{
  EqpStore *store = new_store ();
  gint64    id = add_request (store, "D1", "received", "2026-11-02");

  run_record (store, id, "staffed", "2026-11-05", NULL);
  run_record (store, id, "qualified", "2026-11-09", NULL);
  assert_steps (store, id,
                "received done 2026-11-02 2026-11-02 \n"
                "qualified done 2026-11-09 2026-11-09 \n"
                "staffed out-of-order 2026-11-24 2026-11-05 \n"
                "done ready 2026-12-16 - \n"
                "closed to-do 2027-02-14 - M. Contact\n");
  run_record (store, id, "qualified", NULL, "déjà connue");
  run_record (store, id, "staffed", NULL, NULL);
  g_assert_cmpuint (count_records (store), ==, 1);
  assert_steps (store, id,
                "received done 2026-11-02 2026-11-02 \n"
                "qualified waived 2026-11-09 - déjà connue\n"
                "staffed ready 2026-11-24 - Collectif maths\n"
                "done to-do 2026-12-16 - \n"
                "closed to-do 2027-02-14 - M. Contact\n");
  /* Neither a step that the procedure lacks nor one that is not recorded is an error. */
  run_record (store, id, "confirmed", "2026-11-09", NULL);
  run_record (store, id, "staffed", NULL, NULL);
  g_assert_cmpuint (count_records (store), ==, 1);
  eqp_test_pole_free (store);
}

/* ---- the agenda ---- */

static void
assert_agenda (EqpStore   *store,
               const char *until,
               gboolean    late_only,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = eqp_agenda_load (store, eqp_test_date (TODAY), until != NULL ? eqp_test_date (until) : EQP_DATE_NONE, late_only, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const EqpAgendaItem *item = g_ptr_array_index (items, i);
      g_autofree char     *due = item->due != EQP_DATE_NONE ? eqp_date_dup_iso (item->due) : g_strdup ("-");

      g_assert_cmpstr (item->subject_kind, ==, "request");
      g_assert_true (g_str_has_prefix (item->address, "exchanges/"));
      g_string_append_printf (text, "%s %s %s %s %d %s [%s]\n", item->subject_code, item->step_code, eqp_step_state_get_code (item->state), due,
                              item->days, item->person_name, item->person_code);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_agenda (void)
{
  EqpStore *store = new_store ();

  assert_agenda (store, NULL, FALSE, "");
  add_request (store, "D3", "received", "2026-11-16"); /* due on Monday the 23rd */
  add_request (store, "D2", "received", "2026-11-02");
  add_request (store, "D1", "received", "2026-11-02");
  add_request (store, "D4", "qualified", "2026-11-02");
  add_request (store, "D5", "refused", "2026-11-02");
  add_request (store, "D6", "closed", "2026-11-02");
  ADD ("request", "code", "D7", "training", "FC", "subject", "Sans date", "received", "2026-11-02", "state", "qualified", "coordinator", "P2");
  ADD ("step_record", "request", "D5", "step", "qualified", "date", "2026-11-10");
  ADD ("step_record", "request", "D3", "step", "done", "date", "2026-11-10");
  assert_agenda (store, NULL, FALSE,
                 "D1 qualified late 2026-11-09 12 Ms Éloïse Aubrac [P1]\n"
                 "D2 qualified late 2026-11-09 12 Ms Éloïse Aubrac [P1]\n"
                 "D3 qualified ready 2026-11-23 -2 Ms Éloïse Aubrac [P1]\n"
                 "D4 staffed ready 2026-11-24 -3 Collectif maths []\n"
                 "D7 staffed ready - 0  []\n");
  assert_agenda (store, "2026-11-23", FALSE,
                 "D1 qualified late 2026-11-09 12 Ms Éloïse Aubrac [P1]\n"
                 "D2 qualified late 2026-11-09 12 Ms Éloïse Aubrac [P1]\n"
                 "D3 qualified ready 2026-11-23 -2 Ms Éloïse Aubrac [P1]\n"
                 "D7 staffed ready - 0  []\n");
  assert_agenda (store, "2026-11-08", TRUE, "");
  assert_agenda (store, NULL, TRUE,
                 "D1 qualified late 2026-11-09 12 Ms Éloïse Aubrac [P1]\n"
                 "D2 qualified late 2026-11-09 12 Ms Éloïse Aubrac [P1]\n");
  eqp_test_pole_free (store);
}

/* The step waits for whoever is on the lines: one, or several. */
static void
test_speakers (void)
{
  EqpStore *store = new_store ();
  gint64    id = add_request (store, "D1", "staffed", "2026-11-02");

  add_request (store, "D2", "staffed", "2026-11-02");
  ADD ("intervention", "code", "I1", "date", "2026-12-15", "person", "P3", "training", "FI", "request", "D1", "planned", "2h");
  ADD ("intervention", "code", "I2", "date", "2026-12-16", "person", "P3", "training", "FI", "request", "D1", "planned", "2h");
  assert_agenda (store, NULL, FALSE,
                 "D1 done ready 2026-12-16 -25 Ms Inès Cazenave [P3]\n"
                 "D2 done ready 2026-12-16 -25  []\n");
  ADD ("intervention", "code", "I3", "date", "2026-12-16", "person", "P2", "training", "FI", "request", "D1", "planned", "2h");
  assert_agenda (store, NULL, FALSE,
                 "D1 done ready 2026-12-16 -25 Mr Luc Bréval, Ms Inès Cazenave []\n"
                 "D2 done ready 2026-12-16 -25  []\n");
  assert_steps (store, id,
                "received done 2026-11-02 2026-11-02 \n"
                "qualified done 2026-11-09 - \n"
                "staffed done 2026-11-24 - \n"
                "done ready 2026-12-16 - Mr Luc Bréval, Ms Inès Cazenave\n"
                "closed to-do 2027-02-14 - M. Contact\n");
  eqp_test_pole_free (store);
}

typedef struct
{
  guint n;
} Many;

static gboolean
add_many (EqpStore *store,
          gpointer  user_data,
          GError  **error)
{
  const Many *many = user_data;
  gint64      person = eqp_test_find (store, eqp_pole_find_entity ("person"), "P1");

  for (guint i = 0; i < many->n; i++)
    {
      g_autoptr (EqpRecord) request = eqp_record_new (&eqp_request_entity);
      g_autofree char *code = g_strdup_printf ("D-2026-%05u", i);

      eqp_record_set_text (request, EQP_REQUEST_CODE, code);
      eqp_record_set_text (request, EQP_REQUEST_TRAINING, "FI");
      eqp_record_set_text (request, EQP_REQUEST_SUBJECT, "Géométrie");
      eqp_record_set_date (request, EQP_REQUEST_RECEIVED, eqp_test_date ("2026-09-07") + (int)(i % 100));
      eqp_record_set_reference (request, EQP_REQUEST_COORDINATOR, person);
      eqp_record_set_text (request, EQP_REQUEST_STATE, step_codes[i % 4]);
      if (!eqp_store_save (store, request, error))
        return FALSE;
    }
  return TRUE;
}

/* Thousands of open requests, each with its one step that is next. */
static void
test_many (void)
{
  EqpStore *store = new_store ();
  Many      many = { 2000 };
  g_autoptr (EqpMessage) label = eqp_message_new ("Prepared the test");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  eqp_store_edit (store, label, add_many, &many, NULL, &error);
  g_assert_no_error (error);
  items = eqp_agenda_load (store, eqp_test_date (TODAY), EQP_DATE_NONE, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, many.n);
  eqp_test_pole_free (store);
}

/* ---- days off ---- */

static void
assert_hint (EqpStore   *store,
             const char *date,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpDaysOff) days = eqp_days_off_load (store, &error);
  g_autofree char *hint = NULL;

  g_assert_no_error (error);
  hint = eqp_days_off_dup_hint (days, eqp_test_date (date), EQP_LANGUAGE_EN);
  g_assert_cmpstr (hint, ==, expected);
}

static void
test_days_off (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GError) error = NULL;

  assert_hint (store, "2026-12-24", NULL);
  assert_hint (store, "2026-12-25", "Christmas Day: last working day before, 24 Dec 2026");
  assert_hint (store, "2026-12-27", "Weekend: last working day before, 24 Dec 2026");
  assert_hint (store, "2026-12-22", NULL);
  ADD ("school_holiday", "zone", "A", "name", "Noël", "from-date", "2026-12-19", "to-date", "2027-01-03");
  ADD ("school_holiday", "zone", "B", "from-date", "2026-12-21", "to-date", "2027-01-03");
  assert_hint (store, "2026-12-22", NULL);
  eqp_pole_set_setting (store, EQP_SETTING_HOLIDAY_ZONE, "A", &error);
  g_assert_no_error (error);
  assert_hint (store, "2026-12-18", NULL);
  assert_hint (store, "2026-12-22", "School holidays (Noël): last working day before, 18 Dec 2026");
  assert_hint (store, "2026-12-25", "Christmas Day: last working day before, 18 Dec 2026");
  assert_hint (store, "2027-01-04", NULL);
  eqp_pole_set_setting (store, EQP_SETTING_HOLIDAY_ZONE, "B", &error);
  g_assert_no_error (error);
  assert_hint (store, "2026-12-22", "School holidays: last working day before, 18 Dec 2026");
  eqp_test_pole_free (store);
}

static void
test_settings (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (eqp_pole_get_region (store), ==, EQP_REGION_METROPOLE);
  eqp_pole_set_setting (store, EQP_SETTING_REGION, "mayotte", &error);
  g_assert_no_error (error);
  g_assert_cmpint (eqp_pole_get_region (store), ==, EQP_REGION_MAYOTTE);
  g_assert_false (eqp_pole_set_setting (store, EQP_SETTING_REGION, "atlantis", &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "atlantis");
  g_clear_error (&error);
  g_assert_false (eqp_pole_set_setting (store, EQP_SETTING_HOLIDAY_ZONE, "Zone A", &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "Zone A");
  eqp_test_pole_free (store);
}

/* ---- what cannot be ---- */

static void
assert_refused (EqpRecord  *draft,
                const char *part)
{
  g_autoptr (GError) error = NULL;
  guint field;

  g_assert_false (eqp_record_validate (draft, &field, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, part);
  g_object_unref (draft);
}

static void
test_refusals (void)
{
  EqpStore *store = new_store ();

#define STEP(...) eqp_test_draft (store, eqp_pole_find_entity ("procedure_step"), "procedure", "NOW", "code", "x", "name-fr", "X", __VA_ARGS__, NULL)
  assert_refused (STEP ("anchor", "someday"), "someday");
  assert_refused (STEP ("anchor", "step:"), "step:");
  assert_refused (STEP ("anchor", "step:x"), "itself");
  assert_refused (STEP ("delay", "3661"), "ten years");
  assert_refused (STEP ("delay", "-3661"), "ten years");
  assert_refused (eqp_test_draft (store, eqp_pole_find_entity ("school_holiday"), "zone", "D", "from-date", "2026-12-19", "to-date", "2027-01-03", NULL), "“D”");
  assert_refused (eqp_test_draft (store, eqp_pole_find_entity ("school_holiday"), "zone", "A", "from-date", "2026-12-19", "to-date", "2026-12-18", NULL),
                  "18 Dec 2026");
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/agenda/by-state", test_by_state);
  g_test_add_func ("/domain/agenda/refused", test_refused);
  g_test_add_func ("/domain/agenda/own-step", test_own_step);
  g_test_add_func ("/domain/agenda/in-force", test_in_force);
  g_test_add_func ("/domain/agenda/record", test_record);
  g_test_add_func ("/domain/agenda/agenda", test_agenda);
  g_test_add_func ("/domain/agenda/speakers", test_speakers);
  g_test_add_func ("/domain/agenda/many", test_many);
  g_test_add_func ("/domain/agenda/days-off", test_days_off);
  g_test_add_func ("/domain/agenda/settings", test_settings);
  g_test_add_func ("/domain/agenda/refusals", test_refusals);
  return g_test_run ();
}
