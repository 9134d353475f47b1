/* test-templates.c — each template class builds, on its own and without a warning (warnings are fatal here) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-templates"

#include "config.h"

#include <ctype.h>

#include "app/bodies/eqp-category-group.h"
#include "app/bodies/eqp-council-view.h"
#include "app/bodies/eqp-councils-page.h"
#include "app/bodies/eqp-decision-list.h"
#include "app/bodies/eqp-meeting-group.h"
#include "app/bodies/eqp-meeting-list.h"
#include "app/bodies/eqp-seat-picker.h"
#include "app/bodies/eqp-seat-window.h"
#include "app/bodies/eqp-statutes-window.h"
#include "app/directory/eqp-directory-page.h"
#include "app/directory/eqp-record-view.h"
#include "app/exchanges/eqp-balance-chart.h"
#include "app/exchanges/eqp-balance-desk.h"
#include "app/exchanges/eqp-balance-facts.h"
#include "app/exchanges/eqp-balance-period.h"
#include "app/exchanges/eqp-candidate-list.h"
#include "app/exchanges/eqp-exchanges-page.h"
#include "app/exchanges/eqp-forecast-panel.h"
#include "app/exchanges/eqp-ledger-correct-window.h"
#include "app/exchanges/eqp-ledger-desk.h"
#include "app/exchanges/eqp-ledger-entry.h"
#include "app/exchanges/eqp-ledger-line-view.h"
#include "app/exchanges/eqp-ledger-paste-window.h"
#include "app/exchanges/eqp-ledger-records-window.h"
#include "app/exchanges/eqp-ledger-table.h"
#include "app/exchanges/eqp-ledger-toolbar.h"
#include "app/exchanges/eqp-request-assign-window.h"
#include "app/exchanges/eqp-request-board.h"
#include "app/exchanges/eqp-request-card.h"
#include "app/exchanges/eqp-request-column.h"
#include "app/exchanges/eqp-request-desk.h"
#include "app/exchanges/eqp-request-share.h"
#include "app/exchanges/eqp-request-table.h"
#include "app/exchanges/eqp-request-toolbar.h"
#include "app/exchanges/eqp-request-view.h"
#include "app/history/eqp-history-list.h"
#include "app/history/eqp-history-page.h"
#include "app/home/eqp-backups-window.h"
#include "app/home/eqp-home-page.h"
#include "app/home/eqp-import-window.h"
#include "app/home/eqp-preferences-window.h"
#include "app/home/eqp-search-window.h"
#include "app/home/eqp-shortcuts-window.h"
#include "app/home/eqp-start-page.h"
#include "app/printing/eqp-paper-list.h"
#include "app/printing/eqp-preview-window.h"
#include "app/procedures/eqp-procedures-window.h"
#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-finding-row.h"
#include "app/widgets/eqp-message-window.h"
#include "app/widgets/eqp-record-chooser.h"
#include "app/widgets/eqp-record-lists-window.h"
#include "app/widgets/eqp-record-window.h"
#include "ui-fixture.h"

#define RESOURCES "/fr/equipole/Equipole/ui/"

static GType (*const types[]) (void) = {
  eqp_backups_window_get_type,
  eqp_candidate_list_get_type,
  eqp_category_group_get_type,
  eqp_council_view_get_type,
  eqp_councils_page_get_type,
  eqp_date_row_get_type,
  eqp_decision_list_get_type,
  eqp_exchanges_page_get_type,
  eqp_balance_chart_get_type,
  eqp_balance_desk_get_type,
  eqp_balance_facts_get_type,
  eqp_balance_period_get_type,
  eqp_forecast_panel_get_type,
  eqp_ledger_correct_window_get_type,
  eqp_ledger_desk_get_type,
  eqp_ledger_entry_get_type,
  eqp_ledger_line_view_get_type,
  eqp_ledger_paste_window_get_type,
  eqp_ledger_records_window_get_type,
  eqp_ledger_table_get_type,
  eqp_ledger_toolbar_get_type,
  eqp_meeting_group_get_type,
  eqp_meeting_list_get_type,
  eqp_directory_page_get_type,
  eqp_finding_row_get_type,
  eqp_history_list_get_type,
  eqp_history_page_get_type,
  eqp_home_page_get_type,
  eqp_import_window_get_type,
  eqp_message_window_get_type,
  eqp_paper_list_get_type,
  eqp_preferences_window_get_type,
  eqp_preview_window_get_type,
  eqp_procedures_window_get_type,
  eqp_record_chooser_get_type,
  eqp_record_lists_window_get_type,
  eqp_record_view_get_type,
  eqp_record_window_get_type,
  eqp_request_assign_window_get_type,
  eqp_request_board_get_type,
  eqp_request_card_get_type,
  eqp_request_column_get_type,
  eqp_request_desk_get_type,
  eqp_request_share_get_type,
  eqp_request_table_get_type,
  eqp_request_toolbar_get_type,
  eqp_request_view_get_type,
  eqp_search_window_get_type,
  eqp_seat_picker_get_type,
  eqp_seat_window_get_type,
  eqp_shortcuts_window_get_type,
  eqp_start_page_get_type,
  eqp_statutes_window_get_type,
  eqp_window_get_type,
};

static void
test_builds (gconstpointer data)
{
  GType      type = GPOINTER_TO_SIZE (data);
  GtkWidget *widget = g_object_new (type, NULL);

  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *)&widget);
  if (GTK_IS_WINDOW (widget))
    {
      gtk_window_destroy (GTK_WINDOW (widget));
    }
  else
    {
      g_object_ref_sink (widget);
      g_object_unref (widget);
    }
  ui_settle ();
  /* What still holds it would hold its file open as well. */
  g_assert_null (widget);
}

/* "eqp-seat-window.ui" is EqpSeatWindow's. */
static char *
dup_class_name (const char *file)
{
  GString *name = g_string_new (NULL);

  for (const char *p = file; *p != '\0' && *p != '.'; p++)
    if (*p != '-')
      g_string_append_c (name, (char)(p == file || p[-1] == '-' ? toupper (*p) : *p));
  return g_string_free (name, FALSE);
}

static void
test_none_is_forgotten (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children (RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *name = dup_class_name (files[i]);
      gboolean         tested = FALSE;

      for (guint t = 0; t < G_N_ELEMENTS (types); t++)
        tested = tested || g_str_equal (g_type_name (types[t]()), name);
      g_test_message ("%s", files[i]);
      g_assert_true (tested || !g_str_has_suffix (files[i], ".ui"));
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GType            type = types[i]();
      g_autofree char *path = g_strdup_printf ("/templates/%s", g_type_name (type));

      /* A base is built within what derives from it. */
      if (!G_TYPE_IS_ABSTRACT (type))
        g_test_add_data_func (path, GSIZE_TO_POINTER (type), test_builds);
    }
  g_test_add_func ("/templates/none-is-forgotten", test_none_is_forgotten);
  return g_test_run ();
}
