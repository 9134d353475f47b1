/* test-import-exchanges.c — tables of units, schemes, requests and the ledger: durations, payers, counter-entries, locked lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/eqp-duration.h"
#include "eqp-test-interop.h"
#include "interop/eqp-export.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <string.h>

#define LINE "code;date;person;host;side;"

/* Beside the two people of the university: one of the rectorat, a unit, a scheme, a request. */
static void
set_up (EqpTestFile  *file,
        gconstpointer data)
{
  eqp_test_file_set_up (file, data);
  eqp_test_file_take (file, "people", "code;family_name;given_name;institution\nR1;Petit;Luc;RECT\n");
  eqp_test_file_take (file, "units", "code;course;name;hours\nU1;C1;Didactique;37,5\n");
  eqp_test_file_take (file, "schemes", "code;name;family;lead\nS1;Actions locales;ALD;pole\n");
  eqp_test_file_take (file, "requests", "code;from;side;unit;subject;hours\nD1;INST;FI;U1;Analyse de pratiques;12h\n");
}

/* ---- durations and times ---- */

typedef struct
{
  const char *text;
  int         minutes;
} Duration;

static const Duration durations[] = {
  { "7h30", 450 },
  { "7,5", 450 },
  { "7.5", 450 },
  { "7:30", 450 },
  { "450min", 450 },
  { "7 h 30", 450 },
  { "0,25", 15 },
  { "20min", 20 },
  { "0", 0 },
};

static void
test_durations (EqpTestFile  *file,
                gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autofree char *line = g_strdup_printf (LINE "done\nL%u;2026-10-05;R1;INST;FI;%s\n", i, durations[i].text);
      g_autofree char *unit = g_strdup_printf ("code;course;name;hours\nU1;C1;Didactique;%s\n", durations[i].text);
      g_autofree char *request = g_strdup_printf ("code;from;side;subject;hours\nD1;INST;FI;Analyse;%s\n", durations[i].text);
      g_autofree char *sql = g_strdup_printf ("SELECT done FROM intervention WHERE code = 'L%u'", i);

      eqp_test_file_take (file, "interventions", line);
      eqp_test_file_take (file, "units", unit);
      eqp_test_file_take (file, "requests", request);
      g_assert_cmpint (eqp_test_file_count (file, sql), ==, durations[i].minutes);
      g_assert_cmpint (eqp_test_file_count (file, "SELECT hours FROM unit"), ==, durations[i].minutes);
      g_assert_cmpint (eqp_test_file_count (file, "SELECT minutes FROM request"), ==, durations[i].minutes);
    }
}

/* A figure that is not said is not zero. */
static void
test_unsaid (EqpTestFile  *file,
             gconstpointer data)
{
  eqp_test_file_take (file, "interventions", LINE "planned;done\nL1;2026-10-05;R1;INST;FI;2h;\nL2;2026-10-06;R1;INST;FI;2h;0\n");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT done IS NULL AND certified IS NULL FROM intervention WHERE code = 'L1'"), ==, 1);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT done IS NOT NULL AND done = 0 FROM intervention WHERE code = 'L2'"), ==, 1);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT in_service AND NOT shared_time AND NOT direct_contract FROM intervention WHERE code = 'L1'"), ==, 1);
}

/* "minutes" is a plain number of the same field; both may be said when they agree. */
static void
test_minutes (EqpTestFile  *file,
              gconstpointer data)
{
  eqp_test_file_take (file, "requests", "code;from;side;subject;minutes\nM1;INST;FI;Un;450\n");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT minutes FROM request WHERE code = 'M1'"), ==, 450);
  eqp_test_file_take (file, "requests", "code;from;side;subject;minutes;hours\nM1;INST;FI;Un;480;8\nM2;INST;FC;Deux;;1h15\nM3;INST;FC;Trois;90;\n");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT minutes FROM request WHERE code = 'M1'"), ==, 480);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT minutes FROM request WHERE code = 'M2'"), ==, 75);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT minutes FROM request WHERE code = 'M3'"), ==, 90);
}

/* A request's table needs one of the two columns. */
static void
test_no_duration (EqpTestFile  *file,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = eqp_test_file_write (file, "table.csv", "code;from;side;subject\nM1;INST;FI;Un\n", -1);

  g_assert_null (eqp_import_file (file->store, eqp_kind_get (EQP_KIND_REQUESTS), path, EQP_IMPORT_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "minutes"));
}

static void
test_french_headers (EqpTestFile  *file,
                     gconstpointer data)
{
  g_autoptr (EqpImportReport) requests = NULL;
  g_autoptr (EqpImportReport) lines = NULL;

  requests = eqp_test_file_import (file, "requests",
                                   "Numéro;Demandeur;Formation;UE;Objet;Heures demandées;Reçue le;Du;Au;Lieu;Niveau;Complexe;Orientation;État\n"
                                   "D9;INST;FI;U1;Oraux blancs;9h;01/10/2026;02/11/2026;30/11/2026;Salle 3;M1;oui;direct;routed\n",
                                   EQP_IMPORT_DEFAULT);
  g_assert_cmpuint (requests->added, ==, 1);
  g_assert_cmpuint (requests->unknown_columns->len, ==, 0);
  lines = eqp_test_file_import (file, "interventions",
                                "Numéro;Date;Intervenante;Établissement d’accueil;Côté;Dispositif;Demande;Heures prévues;Heures faites;Service fait;Temps partagé;"
                                "Contrat direct;Payeur;Dans le service;Heure de début;Heure de fin;Corrige;Motif;Objet\n"
                                "L9;05/10/2026;P1;RECT;FC;S1;D1;2,5;2h30;;non;non;origine;oui;9h;11h30;;;Essai\n",
                                EQP_IMPORT_DEFAULT);
  g_assert_cmpuint (lines->added, ==, 1);
  g_assert_cmpuint (lines->unknown_columns->len, ==, 0);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT start_time = 540 AND end_time = 690 AND planned = 150 AND done = 150 FROM intervention"), ==, 1);
}

/* ---- who pays, and where the person belongs ---- */

static void
test_payer (EqpTestFile  *file,
            gconstpointer data)
{
  eqp_test_file_take (file, "interventions",
                      LINE "payer\nL1;2026-10-05;R1;INST;FI;home\nL2;2026-10-06;R1;INST;FI;Origine\nL3;2026-10-07;R1;INST;FI;accueil\n"
                           "L4;2026-10-08;R1;INST;FI;host\nL5;2026-10-09;R1;INST;FI;RECT\nL6;2026-10-12;R1;INST;FI;\n");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM intervention WHERE payer_id IS NULL"), ==, 3);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM intervention WHERE payer_id = host_id"), ==, 2);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT payer_id = (SELECT id FROM institution WHERE code = 'RECT') FROM intervention WHERE code = 'L5'"), ==, 1);
}

static void
test_home (EqpTestFile  *file,
           gconstpointer data)
{
  eqp_test_file_take (file, "affiliations", "person;institution;side;from\nR1;INST;university;2026-10-10\n");
  eqp_test_file_take (file, "interventions", LINE "done\nL1;2026-10-09;R1;INST;FI;2h\nL2;2026-10-10;R1;RECT;FC;3h\n");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT done FROM exchange_total WHERE dimension = 'all' AND training = 'FI' AND home_side = 'rectorat'"), ==, 120);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT done FROM exchange_total WHERE dimension = 'all' AND training = 'FC' AND home_side = 'university'"), ==, 180);
}

/* ---- counter-entries and locked lines ---- */

/* What is corrected may come later in the table, or be there already. */
static void
test_corrects (EqpTestFile  *file,
               gconstpointer data)
{
  const char *table = LINE "certified;corrects\nL2;2026-10-12;R1;INST;FI;-0h30;L1\nL1;2026-10-05;R1;INST;FI;2h;\n";
  g_autoptr (EqpImportReport) again = NULL;

  eqp_test_file_take (file, "interventions", table);
  eqp_test_file_take (file, "interventions", LINE "certified;corrects\nL3;2026-10-13;R1;INST;FI;-15min;L1\n");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT certified FROM exchange_total WHERE dimension = 'all'"), ==, 75);
  again = eqp_test_file_import (file, "interventions", table, EQP_IMPORT_DEFAULT);
  g_assert_cmpuint (again->unchanged, ==, 2);
}

/* A certified line that is the same is left alone; another one is refused. */
static void
test_certified (EqpTestFile  *file,
                gconstpointer data)
{
  g_autoptr (EqpImportReport) same = NULL;
  g_autoptr (EqpImportReport) other = NULL;
  const EqpRefusal *refusal;

  eqp_test_file_take (file, "interventions", LINE "done;certified\nL1;2026-10-05;R1;INST;FI;2h;2h\nL2;2026-10-06;R1;INST;FI;2h;\n");
  same = eqp_test_file_import (file, "interventions", LINE "done;certified\nL1;05/10/2026;R1;INST;FI;2,0;120min\n", EQP_IMPORT_DEFAULT);
  g_assert_cmpuint (same->unchanged, ==, 1);
  other = eqp_test_file_import (file, "interventions", LINE "done;certified\nL1;2026-10-05;R1;INST;FI;3h;3h\nL2;2026-10-06;R1;INST;FI;3h;\n", EQP_IMPORT_DEFAULT);
  g_assert_cmpuint (other->updated, ==, 1);
  g_assert_cmpuint (other->refused->len, ==, 1);
  refusal = g_ptr_array_index (other->refused, 0);
  g_assert_cmpstr (refusal->code, ==, "FORBIDDEN");
  g_assert_cmpuint (refusal->line, ==, 2);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT done FROM intervention WHERE code = 'L1'"), ==, 120);
}

/* Nothing comes into a closed year. */
static void
test_closed_year (EqpTestFile  *file,
                  gconstpointer data)
{
  g_autoptr (EqpImportReport) report = NULL;
  const EqpRefusal *refusal;

  eqp_test_file_take (file, "closings", "year;date;balance;carried\n2025;2026-09-30;-12h30;0\n");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT balance FROM year_closing"), ==, -750);
  report = eqp_test_file_import (file, "interventions", LINE "done\nL1;2026-08-31;R1;INST;FI;2h\nL2;2026-09-01;R1;INST;FI;2h\n", EQP_IMPORT_DEFAULT);
  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpuint (report->refused->len, ==, 1);
  refusal = g_ptr_array_index (report->refused, 0);
  g_assert_cmpstr (refusal->code, ==, "FORBIDDEN");
  g_assert_cmpstr (refusal->column, ==, "date");
  g_assert_cmpuint (refusal->line, ==, 2);
}

/* ---- what is refused ---- */

typedef struct
{
  const char *name;
  const char *kind;
  const char *table; /* the second row is bad */
  const char *column;
  const char *code;
  const char *in_message;
} Refusal;

static const Refusal refusals[] = {
  { "person", "interventions", LINE "done\nL1;2026-10-05;P99;INST;FI;2h\n", "person", "UNKNOWN-PERSON", "P99" },
  { "host", "interventions", LINE "done\nL1;2026-10-05;R1;NOPE;FI;2h\n", "host", "UNKNOWN-INSTITUTION", "NOPE" },
  { "unit", "interventions", LINE "unit\nL1;2026-10-05;R1;INST;FI;U9\n", "unit", "UNKNOWN-UNIT", "U9" },
  { "scheme", "interventions", LINE "scheme\nL1;2026-10-05;P1;RECT;FC;S9\n", "scheme", "UNKNOWN-SCHEME", "S9" },
  { "request", "interventions", LINE "request\nL1;2026-10-05;R1;INST;FI;D9\n", "request", "UNKNOWN-REQUEST", "D9" },
  { "corrects", "interventions", LINE "done;corrects\nL1;2026-10-05;R1;INST;FI;-2h;L9\n", "corrects", "UNKNOWN-INTERVENTION", "L9" },
  { "payer", "interventions", LINE "payer\nL1;2026-10-05;R1;INST;FI;nobody\n", "payer", "UNKNOWN-INSTITUTION", "nobody" },
  { "payer-host", "interventions", LINE "payer\nL1;2026-10-05;R1;;FI;host\n", "payer", "MISSING", NULL },
  { "side", "interventions", LINE "done\nL1;2026-10-05;R1;INST;FX;2h\n", "side", "BAD-CHOICE", "FX" },
  { "no-side", "interventions", LINE "done\nL1;2026-10-05;R1;INST;;2h\n", "side", "MISSING", NULL },
  { "no-code", "interventions", LINE "done\n;2026-10-05;R1;INST;FI;2h\n", "code", "MISSING", NULL },
  { "date", "interventions", LINE "done\nL1;2026-02-30;R1;INST;FI;2h\n", "date", "BAD-DATE", "2026-02-30" },
  { "far-date", "interventions", LINE "done\nL1;1926-10-05;R1;INST;FI;2h\n", "date", "DATES-ORDER", NULL },
  { "duration", "interventions", LINE "done\nL1;2026-10-05;R1;INST;FI;soon\n", "done", "BAD-DURATION", "soon" },
  { "seconds", "interventions", LINE "done\nL1;2026-10-05;R1;INST;FI;0,333\n", "done", "BAD-DURATION", "0,333" },
  { "negative", "interventions", LINE "done\nL1;2026-10-05;R1;INST;FI;-2h\n", "done", "BAD-DURATION", NULL },
  { "absurd", "interventions", LINE "done\nL1;2026-10-05;R1;INST;FI;9999h\n", "done", "BAD-DURATION", NULL },
  { "time", "interventions", LINE "from\nL1;2026-10-05;R1;INST;FI;25:00\n", "from", "BAD-TIME", "25:00" },
  { "times", "interventions", LINE "from;to\nL1;2026-10-05;R1;INST;FI;11:00;9:00\n", "to", "BAD-TIME", NULL },
  { "too-much", "interventions", LINE "certified;corrects\nL1;2026-10-05;R1;INST;FI;-3h;L0\n", "certified", "BAD-DURATION", NULL },
  { "minutes", "requests", "code;from;side;subject;minutes\nX;INST;FI;Un;7h30\n", "minutes", "BAD-DURATION", "7h30" },
  { "both", "requests", "code;from;side;subject;minutes;hours\nX;INST;FI;Un;450;7h15\n", "minutes", "BAD-DURATION", "7h15" },
  { "negative-request", "requests", "code;from;side;subject;minutes\nX;INST;FI;Un;-5\n", "minutes", "BAD-DURATION", NULL },
  { "state", "requests", "code;from;side;subject;hours;state\nX;INST;FI;Un;2;maybe\n", "state", "BAD-CHOICE", "maybe" },
  { "unit-hours", "units", "code;course;name;hours\nX;C1;Un;many\n", "hours", "BAD-DURATION", "many" },
  { "unit-course", "units", "code;course;name;hours\nX;C9;Un;3\n", "course", "UNKNOWN-COURSE", "C9" },
  { "family", "schemes", "code;name;family\nX;Un;FILS\n", "family", "BAD-CHOICE", "FILS" },
  { "weekday", "availability", "person;kind;weekday\nP1;unavailable;8\n", "weekday", "BAD-NUMBER", NULL },
  { "share", "shared-posts", "person;institution;share\nR1;INST;150\n", "share", "BAD-NUMBER", NULL },
};

static void
test_refusal (EqpTestFile  *file,
              gconstpointer data)
{
  const Refusal *expected = data;
  g_autoptr (EqpImportReport) report = NULL;
  const EqpRefusal *refusal;

  eqp_test_file_take (file, "interventions", LINE "certified\nL0;2026-09-30;R1;INST;FI;2h\n");
  report = eqp_test_file_import (file, expected->kind, expected->table, EQP_IMPORT_DEFAULT);
  g_assert_cmpuint (report->added + report->updated, ==, 0);
  g_assert_cmpuint (report->refused->len, ==, 1);
  refusal = g_ptr_array_index (report->refused, 0);
  g_assert_cmpstr (refusal->code, ==, expected->code);
  g_assert_cmpuint (refusal->line, ==, 2);
  g_assert_cmpstr (refusal->column, ==, expected->column);
  g_assert_cmpint (refusal->message[strlen (refusal->message) - 1], ==, '.');
  if (expected->in_message != NULL)
    g_assert_nonnull (strstr (refusal->message, expected->in_message));
}

/* ---- out and in again ---- */

/* As people write them, exactly as the program reads them back. */
static void
test_export (EqpTestFile  *file,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *requests = NULL;

  eqp_test_file_take (file, "interventions",
                      LINE "planned;done;certified;from;to;corrects\nL1;2026-10-05;R1;INST;FI;2h;1h20;1h20;9:05;11:05;\nL2;2026-10-12;R1;INST;FI;;-0h20;-0h20;;;L1\n");
  lines = eqp_export_to_text (file->store, eqp_kind_get (EQP_KIND_INTERVENTIONS), EQP_EXPORT_CSV, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (lines, "\r\nL1;2026-10-05;R1;INST;FI;;;;;2h;1h20;1h20;no;no;;yes;;09:05;11:05;;;\r\n"));
  g_assert_nonnull (strstr (lines, "\r\nL2;2026-10-12;R1;INST;FI;;;;;;\"-0h20\";\"-0h20\";no;no;;yes;;;;L1;;\r\n"));
  requests = eqp_export_to_text (file->store, eqp_kind_get (EQP_KIND_REQUESTS), EQP_EXPORT_CSV, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (requests, "\r\nD1;INST;FI;U1;;Analyse de pratiques;12h;720;"));
}

/* Rows without their optional keys are found again: a day of every week, a post that always was. */
static void
test_again (EqpTestFile  *file,
            gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *table;
    guint       n_rows;
  } tables[] = {
    { "availability", "person;kind;weekday;from\nP1;unavailable;;\nP1;unavailable;3;\nP1;unavailable;4;2026-09-01\nP1;available;3;\n", 4 },
    { "shared-posts", "person;institution;share;from\nR1;INST;50;\nP1;;25;2026-09-01\n", 2 },
    { "agreements", "institution;answer;date\nINST;accepted;2026-01-15\n", 1 },
    { "closings", "year;date\n2024;2025-09-30\n2025-2026;2026-09-30\n", 2 },
    { "schemes", "code;name;from;to\nS2;Un;2026-09-01;\nS3;Deux;;\n", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (EqpImportReport) first = eqp_test_file_import (file, tables[i].kind, tables[i].table, EQP_IMPORT_DEFAULT);
      g_autoptr (EqpImportReport) again = eqp_test_file_import (file, tables[i].kind, tables[i].table, EQP_IMPORT_DEFAULT);

      g_assert_cmpuint (first->added, ==, tables[i].n_rows);
      g_assert_cmpuint (again->unchanged, ==, tables[i].n_rows);
    }
}

/* Undo takes back a whole table, and the sums with it. */
static void
test_undo (EqpTestFile  *file,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  eqp_test_file_take (file, "interventions", LINE "done\nL1;2026-10-05;R1;INST;FI;2h\nL2;2026-10-06;R1;INST;FI;2h\n");
  g_assert_cmpint (eqp_test_file_count (file, "SELECT lines FROM exchange_total WHERE dimension = 'all'"), ==, 2);
  g_assert_true (eqp_store_undo (file->store, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM intervention"), ==, 0);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT coalesce (sum (abs (lines) + abs (done)), 0) FROM exchange_total"), ==, 0);
}

/* The statute of the exchanges has no seats: its values are there, and it breaks nothing. */
static void
test_reference (EqpTestFile  *file,
                gconstpointer data)
{
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM category c JOIN statute s ON s.id = c.statute_id WHERE s.code = 'POLE'"), ==, 0);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM parameter p JOIN statute s ON s.id = p.statute_id WHERE s.code = 'POLE' AND p.source <> ''"), ==, 10);
  g_assert_cmpint (eqp_test_file_count (file, "SELECT count(*) FROM statute_rule r JOIN statute s ON s.id = r.statute_id WHERE s.code = 'POLE' AND r.source <> ''"), >=, 15);
}

#define ADD(name, test) g_test_add ("/import-exchanges/" name, EqpTestFile, NULL, set_up, test, eqp_test_file_tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  ADD ("durations", test_durations);
  ADD ("unsaid", test_unsaid);
  ADD ("minutes", test_minutes);
  ADD ("no-duration", test_no_duration);
  ADD ("french-headers", test_french_headers);
  ADD ("payer", test_payer);
  ADD ("home", test_home);
  ADD ("corrects", test_corrects);
  ADD ("certified", test_certified);
  ADD ("closed-year", test_closed_year);
  ADD ("export", test_export);
  ADD ("again", test_again);
  ADD ("undo", test_undo);
  ADD ("reference", test_reference);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/import-exchanges/refused/", refusals[i].name, NULL);

      g_test_add (path, EqpTestFile, &refusals[i], set_up, test_refusal, eqp_test_file_tear_down);
    }
  return g_test_run ();
}
