/* test-search.c — the search over everything: accents, capitals and inclusive spellings do not matter, Enter goes there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-search"

#include "config.h"

#include "app/home/eqp-search-window.h"
#include "domain/directory/eqp-person.h"
#include "ui-fixture.h"

static GtkWidget *
open_search (UiFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL));
  return ui_wait_dialog (EQP_TYPE_SEARCH_WINDOW);
}

static void
type (GtkWidget  *dialog,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_child (dialog, EQP_TYPE_SEARCH_WINDOW, "entry")), text);
  ui_settle ();
}

static guint
count_results (GtkWidget *dialog)
{
  GtkWidget     *list = ui_child (dialog, EQP_TYPE_SEARCH_WINDOW, "list");
  GtkListBoxRow *row;
  guint          n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    n += gtk_widget_get_visible (GTK_WIDGET (row));
  return n;
}

static void
test_accents_and_capitals (UiFixture    *fixture,
                           gconstpointer data)
{
  static const char *const spellings[] = { "Étienne Kabore", "etienne kabore", "KABORE ÉTIENNE", "kabo etie" };
  GtkWidget               *dialog = open_search (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_test_message ("%s", spellings[i]);
      type (dialog, spellings[i]);
      g_assert_cmpint (count_results (dialog), ==, 1);
      ui_wait_for (ui_shows (ui_child (dialog, EQP_TYPE_SEARCH_WINDOW, "list"), "Kabore"));
    }
}

/* C-33: a function written inclusively is found under each of its spellings. */
static void
test_inclusive_spellings (UiFixture    *fixture,
                          gconstpointer data)
{
  static const char *const spellings[] = { "inspecteur·rice", "inspecteur.rice", "inspectrice", "inspecteur", "INSPECTEUR" };
  EqpStore                *store = eqp_session_get_store (eqp_window_get_session (fixture->window));
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) person = eqp_store_find (store, &eqp_person_entity, EQP_PERSON_CODE, "P0144", &error);
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpMessage) label = eqp_message_new ("Changed {record}");
  GtkWidget *dialog;

  g_assert_no_error (error);
  draft = eqp_record_dup_draft (person);
  eqp_message_text (label, "record", "P0144");
  eqp_record_set_text (draft, EQP_PERSON_DISCIPLINES, "inspecteur·rice stagiaire");
  eqp_store_save_one (store, label, draft, &error);
  g_assert_no_error (error);

  dialog = open_search (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_test_message ("%s", spellings[i]);
      type (dialog, spellings[i]);
      ui_wait_for (ui_shows (ui_child (dialog, EQP_TYPE_SEARCH_WINDOW, "list"), "Delacourt-Meunier"));
    }
}

static void
test_nothing_found_is_said (UiFixture    *fixture,
                            gconstpointer data)
{
  GtkWidget *dialog = open_search (fixture);

  type (dialog, "zzyzx");
  g_assert_cmpint (count_results (dialog), ==, 0);
  ui_wait_for (ui_shows (dialog, "zzyzx"));
  type (dialog, "");
  g_assert_cmpint (count_results (dialog), ==, 0);
  g_assert_false (ui_shows (dialog, "zzyzx"));
}

/* The rows of one search serve the next one: what it does not find is neither in sight nor gone to. */
static void
test_nothing_stays_of_the_search_before (UiFixture    *fixture,
                                         gconstpointer data)
{
  GtkWidget *dialog = open_search (fixture);
  GtkWidget *list = ui_child (dialog, EQP_TYPE_SEARCH_WINDOW, "list");
  guint      n_results;

  type (dialog, "c");
  n_results = count_results (dialog);
  g_assert_cmpint (n_results, >, 1);
  type (dialog, "kabore etienne");
  g_assert_cmpint (count_results (dialog), ==, 1);
  g_assert_true (ui_shows (list, "Kabore"));
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)) == gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  gtk_widget_activate_action (dialog, "search.move", "i", 1);
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)) == gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  type (dialog, "zzyzx");
  g_signal_emit_by_name (ui_child (dialog, EQP_TYPE_SEARCH_WINDOW, "entry"), "activate");
  ui_settle ();
  g_assert_cmpint (ui_count_dialogs (), ==, 1);
  type (dialog, "c");
  g_assert_cmpint (count_results (dialog), ==, n_results);
}

static void
test_enter_goes_there (UiFixture    *fixture,
                       gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *record;
  } places[] = { { "CPER-07", "CPER-07" }, { "kabore etienne", "P0143" } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *dialog = open_search (fixture);

      type (dialog, places[i].text);
      g_signal_emit_by_name (ui_child (dialog, EQP_TYPE_SEARCH_WINDOW, "entry"), "activate");
      ui_wait_for (ui_count_dialogs () == 0);
      g_assert_cmpstr (eqp_page_get_record (EQP_PAGE (ui_page (fixture))), ==, places[i].record);
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/search/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("accents-and-capitals", test_accents_and_capitals);
  ADD ("inclusive-spellings", test_inclusive_spellings);
  ADD ("nothing-found", test_nothing_found_is_said);
  ADD ("nothing-stays", test_nothing_stays_of_the_search_before);
  ADD ("enter-goes-there", test_enter_goes_there);
#undef ADD
  return g_test_run ();
}
