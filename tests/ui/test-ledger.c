/* test-ledger.c — the ledger: a line typed, corrected, certified, pasted; the lines behind a figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-ledger"

#include "config.h"

#include "app/exchanges/eqp-ledger-correct-window.h"
#include "app/exchanges/eqp-ledger-desk.h"
#include "app/exchanges/eqp-ledger-entry.h"
#include "app/exchanges/eqp-ledger-field.h"
#include "app/exchanges/eqp-ledger-paste-window.h"
#include "app/exchanges/eqp-ledger-records-window.h"
#include "app/exchanges/eqp-ledger-table.h"
#include "app/exchanges/eqp-ledger-toolbar.h"
#include "app/widgets/eqp-message-window.h"
#include "app/widgets/eqp-record-chooser.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/exchanges/eqp-availability.h"
#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-intervention.h"
#include "ui-fixture.h"

static EqpStore *
get_store (UiFixture *fixture)
{
  return eqp_session_get_store (eqp_window_get_session (fixture->window));
}

static void
set_up (UiFixture    *fixture,
        gconstpointer data)
{
  ui_fixture_set_up (fixture, data);
  eqp_window_go (fixture->window, "exchanges/ledger");
  ui_settle ();
}

static GtkWidget *
get_desk (UiFixture *fixture)
{
  GtkWidget *desk = ui_find (ui_page (fixture), EQP_TYPE_LEDGER_DESK, NULL);

  g_assert_nonnull (desk);
  return desk;
}

static GtkWidget *
get_part (UiFixture  *fixture,
          const char *name)
{
  return ui_child (get_desk (fixture), EQP_TYPE_LEDGER_DESK, name);
}

static EqpLedgerTable *
get_table (UiFixture *fixture)
{
  return EQP_LEDGER_TABLE (get_part (fixture, "table"));
}

static GtkWidget *
get_field (UiFixture  *fixture,
           const char *name)
{
  return ui_child (get_part (fixture, "entry"), EQP_TYPE_LEDGER_ENTRY, name);
}

static void
type (UiFixture  *fixture,
      const char *name,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_field (fixture, name)), text);
}

static gint64
get_integer (UiFixture  *fixture,
             const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (get_store (fixture), &error, sql, NULL);

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, NULL));
  return eqp_query_get_integer (query, 0);
}

static void
choose_person (UiFixture *fixture,
               gint64     id)
{
  GtkWidget *chooser = ui_find (get_field (fixture, "person"), EQP_TYPE_RECORD_CHOOSER, NULL);

  eqp_record_chooser_set_id (EQP_RECORD_CHOOSER (chooser), id);
}

static EqpRecord *
get_line (UiFixture *fixture,
          gint64     id)
{
  g_autoptr (GError) error = NULL;
  EqpRecord *line = eqp_store_get (get_store (fixture), &eqp_intervention_entity, id, &error);

  g_assert_no_error (error);
  return line;
}

/* Whoever of the rectorat has the first line, on a day that the sample does not use. */
static void
add_line (UiFixture  *fixture,
          const char *date,
          const char *hours)
{
  gint64 before = get_integer (fixture, "SELECT count (*) FROM intervention");

  type (fixture, "date", date);
  choose_person (fixture, get_integer (fixture, "SELECT person_id FROM intervention WHERE home_side = 'rectorat' ORDER BY date, id LIMIT 1"));
  type (fixture, "done", hours);
  gtk_widget_activate_action (get_field (fixture, "done"), "entry.save", NULL);
  ui_settle ();
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM intervention"), ==, before + 1);
}

static gint64
find_line (UiFixture  *fixture,
           const char *iso)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM intervention WHERE date = '%s' AND subject = 'Typed here'", iso);

  return get_integer (fixture, g_intern_string (sql));
}

static gint64
type_line (UiFixture *fixture)
{
  type (fixture, "subject", "Typed here");
  add_line (fixture, "15/08/2026", "7h30");
  return find_line (fixture, "2026-08-15");
}

/* ---- the entry line ---- */

static void
test_a_line_is_typed (UiFixture    *fixture,
                      gconstpointer data)
{
  gint64 id;
  g_autoptr (EqpRecord) line = NULL;

  type (fixture, "subject", "Typed here");
  type (fixture, "planned", "7,5");
  type (fixture, "from", "9h");
  type (fixture, "to", "16:30");
  add_line (fixture, "15/08/2026", "7:30");
  id = find_line (fixture, "2026-08-15");
  line = get_line (fixture, id);
  g_assert_cmpint (eqp_record_get_integer (line, EQP_INTERVENTION_DONE), ==, 450);
  g_assert_cmpint (eqp_record_get_integer (line, EQP_INTERVENTION_PLANNED), ==, 450);
  g_assert_cmpint (eqp_record_get_integer (line, EQP_INTERVENTION_START_TIME), ==, 540);
  g_assert_true (eqp_record_is_empty (line, EQP_INTERVENTION_REQUESTED));
  /* The rectorat's people give initial training: proposed, not asked. */
  g_assert_cmpstr (eqp_record_get_text (line, EQP_INTERVENTION_TRAINING), ==, "FI");
  /* The next line begins with the same day, and nothing else of this one. */
  g_assert_cmpint (eqp_ledger_field_get_date (EQP_LEDGER_FIELD (get_field (fixture, "date"))), ==, eqp_date_from_ymd (2026, 8, 15));
  g_assert_true (eqp_ledger_field_is_empty (EQP_LEDGER_FIELD (get_field (fixture, "done"))));
}

static void
test_what_is_wrong_is_said (UiFixture    *fixture,
                            gconstpointer data)
{
  gint64 before = get_integer (fixture, "SELECT count (*) FROM intervention");

  type (fixture, "done", "seven hours");
  gtk_widget_activate_action (get_field (fixture, "done"), "entry.save", NULL);
  ui_settle ();
  g_assert_true (gtk_widget_get_visible (get_field (fixture, "problem")));
  g_assert_true (gtk_widget_has_css_class (get_field (fixture, "done"), "error"));
  type (fixture, "done", "2h");
  gtk_widget_activate_action (get_field (fixture, "done"), "entry.save", NULL);
  ui_settle ();
  ui_wait_for (ui_shows (get_part (fixture, "entry"), "Choose a person"));
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM intervention"), ==, before);
  /* Escape empties the line. */
  gtk_widget_activate_action (get_field (fixture, "done"), "entry.clear", NULL);
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (get_field (fixture, "problem")));
  g_assert_true (eqp_ledger_field_is_empty (EQP_LEDGER_FIELD (get_field (fixture, "done"))));
}

static void
test_a_conflict_is_shown_and_kept (UiFixture    *fixture,
                                   gconstpointer data)
{
  type (fixture, "from", "9h");
  type (fixture, "to", "12h");
  add_line (fixture, "16/08/2026", "3h");
  type (fixture, "from", "11h");
  type (fixture, "to", "14h");
  add_line (fixture, "16/08/2026", "3h");
  g_assert_true (gtk_widget_get_visible (get_field (fixture, "findings")));
  g_assert_nonnull (ui_find (get_field (fixture, "findings"), GTK_TYPE_BUTTON, "Keep with a reason…"));
}

/* The window with the one field that the button beside a finding opens. */
static void
keep_with_a_reason (UiFixture *fixture)
{
  GtkWidget *button = ui_find (get_field (fixture, "findings"), GTK_TYPE_BUTTON, "Keep with a reason…");
  GtkWidget *window, *text;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  text = ui_find (window, GTK_TYPE_TEXT, NULL);
  g_assert_nonnull (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "Both by video");
  gtk_widget_activate_action (window, "record.save", NULL);
  ui_settle ();
}

static void
test_a_reason_is_saved (UiFixture    *fixture,
                        gconstpointer data)
{
  g_autoptr (EqpRecord) line = NULL;

  type (fixture, "from", "9h");
  type (fixture, "to", "12h");
  add_line (fixture, "16/08/2026", "3h");
  type (fixture, "from", "11h");
  type (fixture, "to", "14h");
  type (fixture, "subject", "Typed here");
  add_line (fixture, "16/08/2026", "3h");
  keep_with_a_reason (fixture);
  line = get_line (fixture, find_line (fixture, "2026-08-16"));
  g_assert_cmpstr (eqp_record_get_text (line, EQP_INTERVENTION_OVERRIDE), ==, "Both by video");
  g_assert_false (gtk_widget_get_visible (get_field (fixture, "findings")));
}

/* Somebody who cannot come on Sundays, and came. */
static void
test_a_day_said_impossible_is_kept (UiFixture    *fixture,
                                    gconstpointer data)
{
  gint64 person = get_integer (fixture, "SELECT person_id FROM intervention WHERE home_side = 'rectorat' ORDER BY date, id LIMIT 1");
  g_autoptr (EqpRecord) said = eqp_record_new (&eqp_availability_entity);
  g_autoptr (EqpMessage) label = eqp_message_new ("Prepared the test");
  g_autoptr (GError) error = NULL;

  eqp_record_set_reference (said, EQP_AVAILABILITY_PERSON, person);
  eqp_record_set_date (said, EQP_AVAILABILITY_FROM_DATE, eqp_date_from_ymd (2026, 8, 16));
  eqp_record_set_date (said, EQP_AVAILABILITY_TO_DATE, eqp_date_from_ymd (2026, 8, 16));
  eqp_store_save_one (get_store (fixture), label, said, &error);
  g_assert_no_error (error);
  type (fixture, "subject", "Typed here");
  add_line (fixture, "16/08/2026", "3h");
  keep_with_a_reason (fixture);
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM intervention WHERE override = 'Both by video'"), ==, 1);
}

/* ---- the line in sight ---- */

static void
select_line (UiFixture *fixture,
             gint64     id)
{
  g_autoptr (EqpRecord) line = get_line (fixture, id);
  g_autofree char *address = g_strconcat ("exchanges/", eqp_record_get_text (line, EQP_INTERVENTION_CODE), NULL);

  eqp_window_go (fixture->window, address);
  ui_settle ();
  g_assert_cmpuint (eqp_ledger_table_count_selected (get_table (fixture)), ==, 1);
}

static void
test_certify_lock_and_correct (UiFixture    *fixture,
                               gconstpointer data)
{
  gint64 id = type_line (fixture);
  g_autoptr (EqpRecord) line = get_line (fixture, id);
  GtkWidget *window;

  select_line (fixture, id);
  g_assert_true (ui_action_enabled (get_part (fixture, "view"), "ledger.certify"));
  gtk_widget_activate_action (get_desk (fixture), "ledger.certify", NULL);
  ui_settle ();
  g_assert_cmpint (eqp_record_get_integer (line, EQP_INTERVENTION_CERTIFIED), ==, 450);
  /* F2 on a locked line says why, and offers the counter-entry. */
  gtk_widget_activate_action (get_desk (fixture), "win.edit", NULL);
  window = ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW);
  ui_wait_for (ui_shows (window, "certified"));
  ui_close_dialogs ();
  gtk_widget_activate_action (get_desk (fixture), "ledger.correct", NULL);
  window = ui_wait_dialog (EQP_TYPE_LEDGER_CORRECT_WINDOW);
  gtk_editable_set_text (GTK_EDITABLE (ui_child (window, EQP_TYPE_LEDGER_CORRECT_WINDOW, "hours")), "1h");
  gtk_editable_set_text (GTK_EDITABLE (ui_child (window, EQP_TYPE_LEDGER_CORRECT_WINDOW, "reason")), "Left early");
  gtk_widget_activate_action (window, "correct.accept", NULL);
  ui_wait_for (get_integer (fixture, "SELECT count (*) FROM intervention WHERE corrects_id IS NOT NULL AND certified = -60") > 0);
}

static void
test_delete_and_undo (UiFixture    *fixture,
                      gconstpointer data)
{
  gint64 id = type_line (fixture);
  gint64 before = get_integer (fixture, "SELECT count (*) FROM intervention");

  select_line (fixture, id);
  gtk_widget_activate_action (get_desk (fixture), "win.delete", NULL);
  ui_settle ();
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM intervention"), ==, before - 1);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "view")));
  gtk_widget_activate_action (get_desk (fixture), "win.undo", NULL);
  ui_settle ();
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM intervention"), ==, before);
}

/* ---- what is listed ---- */

static GtkAdjustment *
get_scroll (UiFixture *fixture)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_find (GTK_WIDGET (get_table (fixture)), GTK_TYPE_SCROLLED_WINDOW, NULL)));
}

/* Two of the lines to come are in sight above today's. */
static gboolean
is_at_today (UiFixture *fixture,
             gint64     later)
{
  GtkAdjustment *scroll = get_scroll (fixture);
  double         row = gtk_adjustment_get_upper (scroll) / eqp_ledger_table_count (get_table (fixture));

  return ABS (gtk_adjustment_get_value (scroll) - row * (double)(later - 2)) <= row;
}

/* The sample has lines planned for after today. */
static void
test_opens_at_today (UiFixture    *fixture,
                     gconstpointer data)
{
  gint64 later = get_integer (fixture, "SELECT count (*) FROM intervention WHERE date > '2026-11-21' AND date <= '2027-08-31'");

  g_assert_cmpint (later, >, 100);
  ui_wait_for (is_at_today (fixture, later));
  /* The rows may still be laid out, and be put right once more. */
  ui_wait_for ((gtk_adjustment_set_value (get_scroll (fixture), 0), ui_settle (), !is_at_today (fixture, later)));
  gtk_widget_activate_action (get_desk (fixture), "ledger.today", NULL);
  ui_wait_for (is_at_today (fixture, later));
}

static gboolean
shows_cell (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_INSCRIPTION (root) && gtk_widget_get_mapped (root) && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_cell (child, text))
      return TRUE;
  return FALSE;
}

static void
assert_balance_shown (UiFixture *fixture,
                      EqpDate    to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpBalance) year = eqp_balance_load (get_store (fixture), eqp_date_from_ymd (2025, 9, 1), to, EQP_BY_YEAR, EQP_LANGUAGE_EN, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = eqp_duration_format (eqp_balance_row_get_minutes (&year->total, EQP_HOURS_DONE), EQP_LANGUAGE_EN);
  ui_wait_for (shows_cell (GTK_WIDGET (get_table (fixture)), text));
}

/* The line typed is the last of its academic year: the balance after it is the year's. */
static void
test_the_running_balance (UiFixture    *fixture,
                          gconstpointer data)
{
  select_line (fixture, type_line (fixture));
  assert_balance_shown (fixture, eqp_date_from_ymd (2026, 8, 15));
  /* One before it changes what comes after. */
  add_line (fixture, "14/08/2026", "1h");
  assert_balance_shown (fixture, eqp_date_from_ymd (2026, 8, 15));
}

static void
test_filters_and_figures (UiFixture    *fixture,
                          gconstpointer data)
{
  GtkWidget *toolbar = get_part (fixture, "toolbar");
  guint      year;

  ui_settle ();
  year = eqp_ledger_table_count (get_table (fixture));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_child (toolbar, EQP_TYPE_LEDGER_TOOLBAR, "training")), 1);
  ui_settle ();
  g_assert_cmpuint (eqp_ledger_table_count (get_table (fixture)), <, year);
  ui_wait_for (ui_shows (toolbar, "Filters (1)"));
  /* A figure's lines stand alone until somebody takes the filter away. */
  gtk_widget_activate_action (get_desk (fixture), "exchanges.lines", "(ss)", "direct_contract = 1", "Direct contracts");
  ui_settle ();
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (get_part (fixture, "figure_revealer"))));
  g_assert_cmpuint (eqp_ledger_table_count (get_table (fixture)), ==, (guint)get_integer (fixture, "SELECT count (*) FROM intervention WHERE direct_contract = 1"));
  gtk_widget_activate_action (get_desk (fixture), "ledger.all-lines", NULL);
  ui_settle ();
  g_assert_cmpuint (eqp_ledger_table_count (get_table (fixture)), ==, year);
}

/* ---- a block ---- */

static void
test_a_block_is_pasted (UiFixture    *fixture,
                        gconstpointer data)
{
  gint64 before = get_integer (fixture, "SELECT count (*) FROM intervention");
  g_autoptr (EqpQuery) query = eqp_store_query (get_store (fixture), NULL, "SELECT code FROM person ORDER BY id LIMIT 1", NULL);
  g_autofree char *text = NULL;
  GtkWidget       *window;

  g_assert_true (eqp_query_next (query, NULL));
  text = g_strdup_printf ("date\tperson\thost\tside\tdone\n17/08/2026\t%s\t\tFC\t2h\n18/08/2026\tNobody at all\t\tFC\t2h\n19/08/2026\t%s\t\tFC\t1,5\n",
                          eqp_query_get_text (query, 0), eqp_query_get_text (query, 0));
  g_clear_pointer (&query, eqp_query_free);
  eqp_ledger_paste_window_present (GTK_WINDOW (fixture->window), eqp_window_get_session (fixture->window), text);
  window = ui_wait_dialog (EQP_TYPE_LEDGER_PASTE_WINDOW);
  ui_wait_for (ui_shows (window, "2 new lines"));
  ui_wait_for (ui_shows (window, "1 line is refused"));
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM intervention"), ==, before);
  gtk_widget_activate_action (window, "paste.accept", NULL);
  ui_settle ();
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM intervention"), ==, before + 2);
  gtk_widget_activate_action (get_desk (fixture), "win.undo", NULL);
  ui_settle ();
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM intervention"), ==, before);
}

static void
test_an_empty_clipboard_is_said (UiFixture    *fixture,
                                 gconstpointer data)
{
  eqp_ledger_paste_window_present (GTK_WINDOW (fixture->window), eqp_window_get_session (fixture->window), "");
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "The clipboard holds no lines"));
}

/* ---- years and tables ---- */

static void
test_a_year_is_closed_after_a_question (UiFixture    *fixture,
                                        gconstpointer data)
{
  gint64     before = get_integer (fixture, "SELECT count (*) FROM year_closing");
  GtkWidget *window;

  gtk_widget_activate_action (get_desk (fixture), "ledger.close-year", NULL);
  window = ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW);
  ui_wait_for (ui_shows (window, "certified balance"));
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM year_closing"), ==, before);
}

static void
accept_question (void)
{
  GtkWidget *window = ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW);

  g_signal_emit_by_name (ui_child (window, EQP_TYPE_MESSAGE_WINDOW, "accept"), "clicked");
  ui_settle ();
}

static void
test_a_year_is_closed_and_opened_again (UiFixture    *fixture,
                                        gconstpointer data)
{
  gint64           before = get_integer (fixture, "SELECT count (*) FROM year_closing");
  gint64           n;
  g_autofree char *number = NULL;

  type_line (fixture);
  gtk_widget_activate_action (get_desk (fixture), "ledger.close-year", NULL);
  n = get_integer (fixture, "SELECT count (*) FROM intervention WHERE done IS NOT NULL AND certified IS NULL AND date BETWEEN '2025-09-01' AND '2026-08-31'");
  g_assert_cmpint (n, >, 0);
  number = eqp_format_number (EQP_LANGUAGE_EN, n);
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "not certified"));
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), number));
  accept_question ();
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM year_closing"), ==, before + 1);
  gtk_widget_activate_action (get_desk (fixture), "ledger.reopen-year", NULL);
  accept_question ();
  g_assert_cmpint (get_integer (fixture, "SELECT count (*) FROM year_closing"), ==, before);
}

static void
test_the_small_tables_open (UiFixture    *fixture,
                            gconstpointer data)
{
  const char *names[] = { "unit", "scheme", "shared_post", "availability", "service_agreement" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *window;

      gtk_widget_activate_action (get_desk (fixture), "ledger.table", "s", names[i]);
      window = ui_wait_dialog (EQP_TYPE_LEDGER_RECORDS_WINDOW);
      ui_settle ();
      g_assert_true (ui_action_enabled (window, "records.new"));
      ui_close_dialogs ();
    }
}

/* 1000 × 640 is the smallest window, of which the sidebar takes a part. */
static void
test_fits_a_small_window (UiFixture    *fixture,
                          gconstpointer data)
{
  int minimum;

  gtk_widget_measure (get_desk (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 760);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/exchanges/ledger/" name, UiFixture, NULL, set_up, func, ui_fixture_tear_down)
  ADD ("a-line-is-typed", test_a_line_is_typed);
  ADD ("what-is-wrong-is-said", test_what_is_wrong_is_said);
  ADD ("a-conflict-is-shown-and-kept", test_a_conflict_is_shown_and_kept);
  ADD ("a-reason-is-saved", test_a_reason_is_saved);
  ADD ("a-day-said-impossible-is-kept", test_a_day_said_impossible_is_kept);
  ADD ("certify-lock-and-correct", test_certify_lock_and_correct);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("opens-at-today", test_opens_at_today);
  ADD ("the-running-balance", test_the_running_balance);
  ADD ("filters-and-figures", test_filters_and_figures);
  ADD ("a-block-is-pasted", test_a_block_is_pasted);
  ADD ("an-empty-clipboard-is-said", test_an_empty_clipboard_is_said);
  ADD ("a-year-is-closed-after-a-question", test_a_year_is_closed_after_a_question);
  ADD ("a-year-is-closed-and-opened-again", test_a_year_is_closed_and_opened_again);
  ADD ("the-small-tables-open", test_the_small_tables_open);
  ADD ("fits-a-small-window", test_fits_a_small_window);
#undef ADD
  return g_test_run ();
}
