/* test-directory.c — the directory's list: all people, searched, one changed in place, another table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-directory"

#include "config.h"

#include "app/directory/eqp-directory-page.h"
#include "app/directory/eqp-record-view.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "ui-fixture.h"

static GListModel *
get_model (UiFixture *fixture)
{
  GtkWidget *list = ui_child (ui_page (fixture), EQP_TYPE_DIRECTORY_PAGE, "list");

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static GtkWidget *
get_view (UiFixture *fixture)
{
  return ui_child (ui_page (fixture), EQP_TYPE_DIRECTORY_PAGE, "view");
}

static guint
count_all (UiFixture       *fixture,
           const EqpEntity *entity)
{
  EqpStore *store = eqp_session_get_store (eqp_window_get_session (fixture->window));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = eqp_store_select (store, entity, &error, "", NULL);

  g_assert_no_error (error);
  return records->len;
}

static void
test_lists_everybody_in_order (UiFixture    *fixture,
                               gconstpointer data)
{
  GListModel      *model;
  g_autofree char *before = NULL;
  guint            n;

  eqp_window_go (fixture->window, "directory");
  model = get_model (fixture);
  n = count_all (fixture, &eqp_person_entity);
  /* Long lists fill in steps. */
  ui_wait_for (g_list_model_get_n_items (model) == n);
  g_assert_cmpint (n, >=, 400);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EqpRecord) person = g_list_model_get_item (model, i);
      g_autofree char *name = g_ascii_strdown (eqp_record_get_text (person, EQP_PERSON_FAMILY_NAME), -1);

      g_assert_true (before == NULL || strcmp (before, name) <= 0);
      g_free (before);
      before = g_steal_pointer (&name);
    }
}

static void
test_search_narrows (UiFixture    *fixture,
                     gconstpointer data)
{
  GtkWidget *search;
  guint      all;

  eqp_window_go (fixture->window, "directory");
  all = count_all (fixture, &eqp_person_entity);
  ui_wait_for (g_list_model_get_n_items (get_model (fixture)) == all);
  search = ui_child (ui_page (fixture), EQP_TYPE_DIRECTORY_PAGE, "search");
  gtk_editable_set_text (GTK_EDITABLE (search), "KABORE etienne");
  ui_wait_for (g_list_model_get_n_items (get_model (fixture)) == 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  ui_wait_for (g_list_model_get_n_items (get_model (fixture)) == all);
}

static void
test_tables (UiFixture    *fixture,
             gconstpointer data)
{
  eqp_window_go (fixture->window, "directory/INSPE");
  g_assert_cmpint (g_list_model_get_n_items (get_model (fixture)), ==, count_all (fixture, &eqp_institution_entity));
  g_assert_cmpstr (eqp_page_get_record (EQP_PAGE (ui_page (fixture))), ==, "INSPE");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_child (ui_page (fixture), EQP_TYPE_DIRECTORY_PAGE, "tables")), 0);
  ui_wait_for (g_list_model_get_n_items (get_model (fixture)) == count_all (fixture, &eqp_person_entity));
}

/* A change through the editor shows at once in the list and beside it; so does its undo. */
static void
test_edit_in_place (UiFixture    *fixture,
                    gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  eqp_window_go (fixture->window, "directory/P0144");
  ui_wait_for (ui_shows (get_view (fixture), "Delacourt-Meunier"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit", NULL);
  dialog = ui_wait_dialog (EQP_TYPE_RECORD_WINDOW);
  row = ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Delacourt-Meunier");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Delacourt");
  ui_settle ();
  g_assert_true (gtk_widget_activate_action (dialog, "record.save", NULL));
  ui_wait_for (ui_count_dialogs () == 0);
  g_assert_false (ui_shows (get_view (fixture), "Delacourt-Meunier"));
  ui_wait_for (ui_shows (get_view (fixture), "Delacourt"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_settle ();
  ui_wait_for (ui_shows (get_view (fixture), "Delacourt-Meunier"));
}

/* A person who sits somewhere cannot be deleted: the reason is said, nothing is lost. */
static void
test_delete_is_refused_with_a_reason (UiFixture    *fixture,
                                      gconstpointer data)
{
  guint all;

  eqp_window_go (fixture->window, "directory/P0141");
  all = count_all (fixture, &eqp_person_entity);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.delete", NULL);
  ui_wait_dialog (GTK_TYPE_WINDOW);
  g_assert_cmpint (count_all (fixture, &eqp_person_entity), ==, all);
  g_assert_false (ui_action_enabled (ui_page (fixture), "win.undo"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/directory/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)
  ADD ("lists-everybody-in-order", test_lists_everybody_in_order);
  ADD ("search-narrows", test_search_narrows);
  ADD ("tables", test_tables);
  ADD ("edit-in-place", test_edit_in_place);
  ADD ("delete-is-refused", test_delete_is_refused_with_a_reason);
#undef ADD
  return g_test_run ();
}
