/* damaged-file.c — a file of which one table is lost, or its rows cannot be read or written, while it is open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "damaged-file.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body-edits.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* An overflow is an error of the row at hand. */
static const struct
{
  const char *name;
  const char *sql;
} ways[] = {
  { "whole", NULL },
  { "lost", "ALTER TABLE {table} RENAME TO kept;" },
  { "unreadable", "ALTER TABLE {table} RENAME TO kept;"
                  "CREATE VIEW {table} AS SELECT * FROM kept WHERE abs (-9223372036854775807 - 1 + (kept.{column} IS NULL));" },
  { "unreadable from the second row", "ALTER TABLE {table} RENAME TO kept;"
                                      "CREATE VIEW {table} AS SELECT * FROM kept"
                                      " WHERE abs (-9223372036854775807 - (kept.{column} > (SELECT min ({column}) FROM kept)));" },
  { "not to be written",
    "CREATE TRIGGER no_insert BEFORE INSERT ON {table} BEGIN SELECT raise (ABORT, 'no'); END;"
    "CREATE TRIGGER no_update BEFORE UPDATE ON {table} BEGIN SELECT raise (ABORT, 'no'); END;"
    "CREATE TRIGGER no_delete BEFORE DELETE ON {table} BEGIN SELECT raise (ABORT, 'no'); END;" },
};

/* Under a sanitizer, which looks for what is left behind after an error and is slow, one way to fail is as good as another. */
#ifdef __SANITIZE_ADDRESS__
#define N_WAYS 2
#else
#define N_WAYS G_N_ELEMENTS (ways)
#endif

/* ---- the file ---- */

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)
#define FIND(table, code) eqp_test_find (store, eqp_pole_find_entity (table), code)

static void
fill_bodies (EqpStore *store)
{
  ADD ("category", "statute", "CPER", "code", "guest-occasional", "name-fr", "Invités ponctuels", "position", "5", "counts", "no", "votes", "no");
  ADD ("person", "code", "P7", "family-name", "Garance");
  ADD ("affiliation", "person", "P7", "institution", "ACAD", "side", "rectorat");
  ADD ("parameter", "statute", "CPER", "name", "total-min", "value", "9");
  ADD ("parameter", "statute", "CPER", "name", "total-max", "value", "17");
  ADD ("statute_rule", "statute", "CPER", "rule", "total", "severity", "error");
  ADD ("statute_rule", "statute", "CPER", "rule", "annex", "severity", "warning");
  ADD ("body", "code", "K2", "name-fr", "Conseil local", "statute", "CPER", "parent", "K1", "site", "NORTH");
  ADD ("body_mention", "body", "K2", "mention", "M1");
  ADD ("body_course", "body", "K2", "course", "C1");
  ADD ("body_course", "body", "K1", "course", "C2");
  ADD ("decision", "body", "K1", "kind", "decision", "date", "2026-01-10", "reference", "2026-1");
  ADD ("decision", "body", "K2", "kind", "annex", "date", "2026-01-10", "reference", "2026-2");
  ADD ("course", "code", "C3", "name-fr", "Parcours trois", "mention", "M1");
  ADD ("course_site", "course", "C1", "site", "NORTH");
  ADD ("course_site", "course", "C3", "site", "SOUTH");
  ADD ("course_component", "course", "C1", "institution", "INSPE");
  ADD ("course_component", "course", "C3", "institution", "UNIV");
  ADD ("teaching", "person", "P1", "course", "C1", "year", "2026");
  ADD ("teaching", "person", "P3", "course", "C2", "year", "2026");
  ADD ("enrolment", "person", "P1", "course", "C2", "year", "2026");
  ADD ("enrolment", "person", "P4", "course", "C1", "year", "2026");
}

static void
fill_exchanges (EqpStore *store)
{
  ADD ("unit", "code", "U1", "course", "C1", "name", "Didactique", "hours", "60h");
  ADD ("unit", "code", "U2", "course", "C2", "name", "Stage", "hours", "30h", "open", "no");
  ADD ("scheme", "code", "S1", "name", "Formation de proximité", "family", "ALP", "lead", "rectorat");
  ADD ("scheme", "code", "S2", "name", "Actions locales", "family", "ALD", "lead", "pole");
  ADD ("request", "code", "D1", "requester", "ACAD", "training", "FC", "scheme", "S1", "unit", "U1", "subject", "Observation", "minutes", "10h", "received",
       "2026-10-01", "start-date", "2026-12-07", "end-date", "2026-12-11", "state", "routed", "coordinator", "P1", "contact", "Accueil <a@valmont.example>");
  ADD ("request", "code", "D2", "requester", "UNIV", "training", "FI", "unit", "U2", "subject", "Visites", "minutes", "4h", "received", "2026-10-02",
       "scope", "other");
  ADD ("request", "code", "D3", "training", "FC", "scheme", "S2", "subject", "Atelier", "received", "2026-09-02", "complex", "yes");
#define LINE(code_, date_, person_, host_, training_, ...) \
  ADD ("intervention", "code", code_, "date", date_, "person", person_, "host", host_, "training", training_, __VA_ARGS__)
  LINE ("A1", "2025-10-07", "P1", "ACAD", "FC", "done", "3h", "certified", "3h");
  LINE ("A2", "2025-11-07", "P3", "UNIV", "FI", "done", "2h", "certified", "2h", "unit", "U1");
  LINE ("L1", "2026-10-12", "P1", "ACAD", "FC", "planned", "2h", "done", "2h", "request", "D1", "scheme", "S1", "start-time", "9h", "end-time", "11h");
  LINE ("L2", "2026-10-12", "P1", "ACAD", "FC", "done", "1h", "start-time", "10h", "end-time", "11h", "payer", "ACAD");
  LINE ("L3", "2026-10-13", "P3", "UNIV", "FI", "done", "2h", "certified", "2h", "unit", "U1", "in-service", "no");
  LINE ("L4", "2026-10-13", "P3", "UNIV", "FI", "done", "2h", "unit", "U2", "direct-contract", "yes");
  LINE ("L5", "2026-10-14", "P2", "UNIV", "FI", "done", "2h", "shared-time", "yes");
  LINE ("L6", "2026-10-15", "P4", "UNIV", "FI", "done", "2h");
  LINE ("L7", "2026-12-07", "P1", "ACAD", "FC", "planned", "1h");
  LINE ("L8", "2026-12-08", "P3", "UNIV", "FI", "planned", "1h");
#undef LINE
  ADD ("year_closing", "year", "2023", "date", "2024-10-01", "carried", "60");
  ADD ("year_closing", "year", "2024", "date", "2025-10-01", "carried", "90");
  ADD ("shared_post", "person", "P2", "institution", "UNIV", "from-date", "2026-09-01");
  ADD ("shared_post", "person", "P3", "institution", "UNIV", "from-date", "2027-01-01");
  ADD ("availability", "person", "P1", "kind", "unavailable", "from-date", "2026-10-12", "to-date", "2026-10-12");
  ADD ("availability", "person", "P3", "kind", "available", "weekday", "2", "from-date", "2026-09-01");
  ADD ("service_agreement", "institution", "UNIV", "answer", "refused", "date", "2026-09-01");
  ADD ("service_agreement", "institution", "INSPE", "answer", "pending");
  ADD ("statute", "code", "POLE", "name-fr", "Pôle");
  ADD ("parameter", "statute", "POLE", "name", "field-share", "value", "1/2");
  ADD ("parameter", "statute", "POLE", "name", "balance-tolerance", "value", "1h");
  ADD ("statute_rule", "statute", "POLE", "rule", "bal-uneven", "severity", "warning");
  ADD ("statute_rule", "statute", "POLE", "rule", "sched-conflict", "severity", "warning");
}

static void
fill_procedures (EqpStore *store)
{
  ADD ("procedure", "code", "REQUEST", "name-fr", "Demande", "name-en", "Request", "subject", "request");
  ADD ("procedure_step", "procedure", "REQUEST", "position", "1", "code", "qualified", "name-fr", "Qualifier", "role", "coordinator", "anchor", "received",
       "delay", "7");
  ADD ("procedure_step", "procedure", "REQUEST", "position", "2", "code", "routed", "name-fr", "Orienter", "role", "coordinator", "anchor", "step:qualified",
       "delay", "7", "days", "working");
  ADD ("procedure_step", "procedure", "REQUEST", "position", "3", "code", "done", "name-fr", "Assurer", "role", "speaker", "anchor", "end", "delay", "1");
  ADD ("school_holiday", "zone", "B", "name", "Toussaint", "from-date", "2026-10-17", "to-date", "2026-11-01");
  ADD ("school_holiday", "zone", "B", "name", "Noël", "from-date", "2026-12-19", "to-date", "2027-01-03");
  ADD ("step_record", "request", "D1", "step", "qualified", "date", "2026-10-03", "person", "P1");
  ADD ("step_record", "request", "D2", "step", "qualified", "date", "2026-10-04", "person", "P2");
}

static void
appoint (EqpStore   *store,
         const char *body,
         const char *person,
         const char *category,
         gint64      meeting)
{
  EqpAppointment appointment = { .body = FIND ("body", body),
                                 .person = FIND ("person", person),
                                 .category = FIND ("category", category),
                                 .from = eqp_test_date ("2026-10-01"),
                                 .to = meeting != 0 ? eqp_test_date ("2026-10-01") : EQP_DATE_NONE,
                                 .meeting = meeting };
  g_autoptr (GError) error = NULL;

  eqp_body_appoint (store, &appointment, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
fill_mandates (EqpStore *store)
{
  gint64 first = ADD ("meeting", "code", "R1", "body", "K1", "date", "2026-10-01", "state", "held");
  gint64 second = ADD ("meeting", "code", "R2", "body", "K2", "date", "2026-10-01", "state", "held");

  ADD ("meeting_item", "meeting", "R1", "position", "1", "title", "Maquette");
  ADD ("meeting_item", "meeting", "R2", "position", "1", "title", "Salles");
  appoint (store, "K1", "P1", "teacher", 0);
  appoint (store, "K1", "P2", "teacher", 0);
  appoint (store, "K1", "P3", "employer", 0);
  appoint (store, "K1", "P4", "guest-occasional", first);
  appoint (store, "K2", "P5", "guest-occasional", second);
}

/* Two rows and more a table; made once, then copied. */
static GBytes *
make_file (void)
{
  EqpStore *store = eqp_test_pole_new ();
  g_autoptr (GError) error = NULL;
  char *content;
  gsize size;

  eqp_test_fill (store);
  fill_bodies (store);
  fill_mandates (store);
  fill_exchanges (store);
  fill_procedures (store);
  eqp_pole_set_setting (store, EQP_SETTING_HOLIDAY_ZONE, "B", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (eqp_store_get_path (store), &content, &size, NULL));
  eqp_test_pole_free (store);
  return g_bytes_new_take (content, size);
}

/* ---- the world ---- */

static EqpRecord *
get_record (EqpStore        *store,
            const EqpEntity *entity,
            const char      *code)
{
  g_autoptr (GError) error = NULL;
  EqpRecord *record = eqp_store_get (store, entity, eqp_test_find (store, entity, code), &error);

  g_assert_no_error (error);
  return record;
}

static gint64
find_mandate (EqpStore   *store,
              const char *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, "SELECT id FROM mandate WHERE person_id = ?", "i", FIND ("person", person));

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  return eqp_query_get_integer (query, 0);
}

static void
open_world (World      *world,
            const char *path,
            GBytes     *file)
{
  g_autoptr (GError) error = NULL;
  EqpStore *store;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize)g_bytes_get_size (file), NULL));
  store = eqp_store_open (path, eqp_pole_get_schema (), EQP_STORE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  *world = (World){ .store = store,
                    .body = FIND ("body", "K1"),
                    .sub_body = FIND ("body", "K2"),
                    .teacher = FIND ("category", "teacher"),
                    .guest = FIND ("category", "guest-occasional"),
                    .mandates = { find_mandate (store, "P1"), find_mandate (store, "P2"), find_mandate (store, "P3"), find_mandate (store, "P4") },
                    .meeting = FIND ("meeting", "R1"),
                    .idle_meeting = FIND ("meeting", "R2"),
                    .successor = FIND ("person", "P6"),
                    .idle_person = FIND ("person", "P7"),
                    .idle_course = FIND ("course", "C3"),
                    .person = get_record (store, &eqp_person_entity, "P1"),
                    .institution = get_record (store, &eqp_institution_entity, "UNIV"),
                    .course = get_record (store, &eqp_course_entity, "C1"),
                    .request = get_record (store, &eqp_request_entity, "D1"),
                    .idle_request = get_record (store, &eqp_request_entity, "D2"),
                    .line = get_record (store, &eqp_intervention_entity, "L1"),
                    .certified = get_record (store, &eqp_intervention_entity, "L3"),
                    .idle_line = get_record (store, &eqp_intervention_entity, "L8") };
}

static void
close_world (World *world)
{
  g_clear_object (&world->person);
  g_clear_object (&world->institution);
  g_clear_object (&world->course);
  g_clear_object (&world->request);
  g_clear_object (&world->idle_request);
  g_clear_object (&world->line);
  g_clear_object (&world->certified);
  g_clear_object (&world->idle_line);
  eqp_store_close (world->store);
  g_assert_finalize_object (world->store);
}

/* ---- the damage ---- */

static sqlite3 *
damage (const char *path,
        const char *table,
        const char *format)
{
  /* The sums have no id. */
  const char *column = strcmp (table, "exchange_total") == 0 ? "month" : "id";
  sqlite3    *db;
  g_autoptr (GString) sql = g_string_new (format);

  g_string_replace (sql, "{table}", table, 0);
  g_string_replace (sql, "{column}", column, 0);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  /* What names the table goes on naming it. */
  if (sqlite3_exec (db, "PRAGMA legacy_alter_table = ON", NULL, NULL, NULL) != SQLITE_OK || sqlite3_exec (db, sql->str, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", table, sqlite3_errmsg (db));
  return db;
}

/* Grows with every edit. */
static gint64
count_changes (sqlite3 *db)
{
  sqlite3_stmt *statement;
  gint64        n;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT (SELECT count(*) FROM journal_entry) + (SELECT count(*) FROM journal_change)", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (statement, 0);
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  return n;
}

/* Without a way to damage it everything works. */
static gboolean
try_one (World              *world,
         const DamagedDoing *doing,
         sqlite3            *db,
         const char         *table,
         const char         *way)
{
  g_autoptr (GError) error = NULL;
  gint64   before = count_changes (db);
  gboolean done = doing->run (world, &error);

  if (done != (error == NULL))
    g_error ("%s, %s %s: the answer and its error do not agree: %s", doing->name, table, way, error != NULL ? error->message : "none");
  if (done)
    return TRUE;
  if (strcmp (way, ways[0].name) == 0)
    g_error ("%s: %s", doing->name, error->message);
  if (error->domain != EQP_STORE_ERROR && error->domain != EQP_INPUT_ERROR)
    g_error ("%s, %s %s: no error of ours: %s", doing->name, table, way, error->message);
  if (!g_str_has_suffix (error->message, "."))
    g_error ("%s, %s %s: no sentence: %s", doing->name, table, way, error->message);
  if (count_changes (db) != before)
    g_error ("%s, %s %s: half of it stayed", doing->name, table, way);
  return FALSE;
}

void
damaged_try_all (const DamagedDoing *doings,
                 guint               n_doings)
{
  const EqpSchema *schema = eqp_pole_get_schema ();
  g_autoptr (GBytes) file = make_file ();
  g_autofree char  *path = test_dup_path ("damaged.equipole");
  g_autofree guint *n_failures = g_new0 (guint, n_doings);

  for (guint w = 0; w < N_WAYS; w++)
    for (guint t = 0; t <= (ways[w].sql != NULL ? schema->n_entities : 0); t++)
      {
        const char *table = t < schema->n_entities ? schema->entities[t]->table : "exchange_total";
        World       world;
        sqlite3    *db;

        open_world (&world, path, file);
        db = damage (path, table, ways[w].sql != NULL ? ways[w].sql : "");
        for (guint i = 0; i < n_doings; i++)
          n_failures[i] += !try_one (&world, &doings[i], db, table, ways[w].name);
        sqlite3_close (db);
        close_world (&world);
      }
  for (guint i = 0; i < n_doings; i++)
    if (n_failures[i] == 0)
      g_error ("%s: never failed", doings[i].name);
  g_assert_cmpint (g_remove (path), ==, 0);
}
