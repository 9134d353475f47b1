/* eqp-request-desk.c — the requests: board or table at the left, one of them at the right */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-desk"

#include "config.h"

#include "app/exchanges/eqp-request-desk.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-request-assign-window.h"
#include "app/exchanges/eqp-request-board.h"
#include "app/exchanges/eqp-request-editors.h"
#include "app/exchanges/eqp-request-papers.h"
#include "app/exchanges/eqp-request-table.h"
#include "app/exchanges/eqp-request-toolbar.h"
#include "app/exchanges/eqp-request-view.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "store/eqp-journal.h"

/* Of the pane with two columns, and of the board beside it with one. */
#define PANE_WIDTH 715
#define BOARD_MINIMUM 232

struct _EqpRequestDesk
{
  EqpExchangeView parent_instance;

  gboolean opening;  /* the desk itself selects in board and table */
  gboolean as_table; /* what was listed last */

  EqpRequestToolbar *toolbar;
  GtkPaned          *paned;
  GtkStack          *lists;
  EqpRequestBoard   *board;
  EqpRequestTable   *table;
  EqpRequestView    *view;
};

G_DEFINE_FINAL_TYPE (EqpRequestDesk, eqp_request_desk, EQP_TYPE_EXCHANGE_VIEW)

static EqpStore *
get_store (EqpRequestDesk *self)
{
  return eqp_page_get_store (EQP_PAGE (self));
}

static GtkWindow *
get_window (EqpRequestDesk *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ---- what is listed ---- */

static gboolean
is_table (EqpRequestDesk *self)
{
  return eqp_request_toolbar_is_table (self->toolbar);
}

static gboolean
has_requests (EqpRequestDesk *self)
{
  g_autoptr (EqpQuery) query = eqp_store_query (get_store (self), NULL, "SELECT EXISTS (SELECT 1 FROM request)", NULL);

  return query == NULL || !eqp_query_next (query, NULL) || eqp_query_get_integer (query, 0) != 0;
}

static void
show_list (EqpRequestDesk *self)
{
  guint n = is_table (self) ? eqp_request_table_count (self->table) : eqp_request_board_count (self->board);

  if (n > 0)
    gtk_stack_set_visible_child_name (self->lists, is_table (self) ? "table" : "board");
  else
    gtk_stack_set_visible_child_name (self->lists, has_requests (self) ? "nothing" : "empty");
}

/* The pane gets the width of its two columns, if a column of the board can stay in sight. */
static void
make_room (EqpRequestDesk *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->paned));
  int board = CLAMP (width - PANE_WIDTH, BOARD_MINIMUM, MAX (width * 2 / 5, BOARD_MINIMUM));

  if (width > 0)
    gtk_paned_set_position (self->paned, is_table (self) ? width * 9 / 20 : board);
}

/* Only the list in sight is read again; the other one when it comes into sight. */
static void
filter_changed_cb (EqpRequestDesk *self)
{
  EqpRequestFilter filter;
  const char      *search = eqp_request_toolbar_get_search (self->toolbar);
  EqpRecord       *request = eqp_request_view_get_request (self->view);

  if (eqp_page_get_session (EQP_PAGE (self)) == NULL)
    return;
  eqp_request_toolbar_get_filter (self->toolbar, &filter);
  if (self->as_table != is_table (self))
    make_room (self);
  self->as_table = is_table (self);
  if (self->as_table)
    {
      eqp_request_table_set_filter (self->table, &filter, search);
      eqp_request_table_select (self->table, request != NULL ? eqp_record_get_id (request) : 0);
    }
  else
    {
      eqp_request_board_set_filter (self->board, &filter, search);
      eqp_request_board_mark (self->board, request != NULL ? eqp_record_get_id (request) : 0);
    }
  show_list (self);
}

/* ---- the request in sight ---- */

EqpRecord *
eqp_request_desk_get_request (EqpRequestDesk *self)
{
  g_return_val_if_fail (EQP_IS_REQUEST_DESK (self), NULL);

  return eqp_request_view_get_request (self->view);
}

static void
show_request (EqpRequestDesk *self,
              EqpRecord      *request)
{
  gint64 id = request != NULL ? eqp_record_get_id (request) : 0;

  self->opening = TRUE;
  eqp_request_view_show (self->view, request);
  if (request != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->view)))
    make_room (self);
  gtk_widget_set_visible (GTK_WIDGET (self->view), request != NULL);
  if (is_table (self))
    eqp_request_table_select (self->table, id);
  else
    eqp_request_board_mark (self->board, id);
  self->opening = FALSE;
  eqp_page_set_record (EQP_PAGE (self), request != NULL ? eqp_record_get_text (request, EQP_REQUEST_CODE) : "");
  eqp_page_commands_changed (EQP_PAGE (self));
}

static EqpRecord *
find_request (EqpRequestDesk *self,
              const char     *code)
{
  return eqp_store_find (get_store (self), &eqp_request_entity, EQP_REQUEST_CODE, code, NULL);
}

static void
selected_cb (EqpRequestDesk *self)
{
  g_autoptr (EqpRecord) request = NULL;

  g_object_get (self->table, "request", &request, NULL);
  if (!self->opening && request != NULL)
    show_request (self, request);
}

static void
store_changed_cb (EqpRequestDesk *self,
                  EqpChangeSet   *changes)
{
  EqpRecord *request = eqp_request_view_get_request (self->view);

  if (!eqp_change_set_touches (changes, &eqp_request_entity))
    return;
  if (request != NULL && eqp_record_is_deleted (request))
    show_request (self, NULL);
  else if (request != NULL && !is_table (self))
    eqp_request_board_mark (self->board, eqp_record_get_id (request));
  show_list (self);
}

/* ---- actions ---- */

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (widget);
  g_autoptr (EqpRecord) request = find_request (self, g_variant_get_string (parameter, NULL));

  if (request == NULL)
    return;
  show_request (self, request);
  /* Who came by keyboard goes on with it; Escape leads back. A click leaves the focus on the card. */
  if (gtk_window_get_focus_visible (get_window (self)))
    eqp_request_view_focus (self->view);
}

/* "requests.created": the new one is looked at next. */
static void
created_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (widget);
  g_autoptr (EqpRecord) request = find_request (self, g_variant_get_string (parameter, NULL));

  if (request == NULL)
    return;
  show_request (self, request);
  eqp_request_view_focus (self->view);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (widget);
  EqpRecord      *request = eqp_request_view_get_request (self->view);
  gint64          id = request != NULL ? eqp_record_get_id (request) : 0;

  if (request == NULL)
    return;
  show_request (self, NULL);
  /* Back to where it was opened. */
  if (is_table (self) || !eqp_request_board_focus (self->board, id))
    gtk_widget_child_focus (GTK_WIDGET (self->lists), GTK_DIR_TAB_FORWARD);
}

static void
more_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  eqp_request_toolbar_show_state (EQP_REQUEST_DESK (widget)->toolbar, g_variant_get_string (parameter, NULL));
}

static guint
get_state (const char *code)
{
  for (guint i = 0; i < EQP_REQUEST_N_STATES; i++)
    if (g_str_equal (eqp_request_get_state_code (i), code))
      return i;
  return 0;
}

/* What a state needs is asked for first: a reason, a route. */
static void
move_request (EqpRequestDesk *self,
              EqpRecord      *request,
              guint           state)
{
  EqpSession *session = eqp_page_get_session (EQP_PAGE (self));
  gboolean    on_card = gtk_widget_get_focus_child (GTK_WIDGET (self->board)) != NULL;
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (state == EQP_REQUEST_STATE_REFUSED)
    {
      eqp_request_refusal_present (get_window (self), session, request);
      return;
    }
  if (state == EQP_REQUEST_STATE_ROUTED && eqp_request_get_state (request) == EQP_REQUEST_STATE_QUALIFIED &&
      eqp_record_is_empty (request, EQP_REQUEST_ROUTE))
    {
      eqp_request_route_present (get_window (self), session, request);
      return;
    }
  if (!eqp_request_move (get_store (self), request, state, eqp_date_today (), NULL, &label, &error))
    {
      eqp_feedback_error (GTK_WIDGET (self), _ ("The request was not moved"), error);
      return;
    }
  eqp_feedback_edit (GTK_WIDGET (self), label);
  /* The card went to another column, and the keyboard goes with it. */
  if (on_card)
    eqp_request_board_focus (self->board, eqp_record_get_id (request));
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (widget);
  g_autoptr (EqpRecord) request = NULL;
  const char *code;
  const char *state;

  g_variant_get (parameter, "(&s&s)", &code, &state);
  request = find_request (self, code);
  if (request != NULL && !eqp_store_is_read_only (get_store (self)))
    move_request (self, request, get_state (state));
}

static void
assign_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (widget);
  EqpRecord      *request = eqp_request_view_get_request (self->view);

  if (request != NULL)
    eqp_request_assign_window_present (get_window (self), get_store (self), request, g_variant_get_int64 (parameter));
}

/* "requests.letter", "requests.orders", "requests.mail" */
static void
paper_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (widget);
  EqpSession     *session = eqp_page_get_session (EQP_PAGE (self));
  EqpRecord      *request = eqp_request_view_get_request (self->view);

  if (request == NULL)
    return;
  if (g_str_equal (action, "requests.mail"))
    eqp_request_papers_mail (widget, session, request);
  else
    eqp_request_papers_present (get_window (self), session, request,
                                g_str_equal (action, "requests.orders") ? EQP_REQUEST_PAPER_ORDERS : EQP_REQUEST_PAPER_LETTER);
}

/* ---- commands ---- */

static gboolean
eqp_request_desk_show_record (EqpPage    *page,
                              const char *code)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (page);
  g_autoptr (EqpRecord) request = NULL;

  if (*code == '\0')
    return TRUE;
  request = find_request (self, code);
  if (request != NULL)
    show_request (self, request);
  return request != NULL;
}

static gboolean
eqp_request_desk_can (EqpPage   *page,
                      EqpCommand command)
{
  gboolean selected = eqp_request_view_get_request (EQP_REQUEST_DESK (page)->view) != NULL;

  switch (command)
    {
    case EQP_COMMAND_NEW:
      return TRUE;
    case EQP_COMMAND_EDIT:
    case EQP_COMMAND_DELETE:
    case EQP_COMMAND_PRINT:
      return selected;
    case EQP_COMMAND_EXPORT:
    default:
      return FALSE;
    }
}

static void
delete_request (EqpRequestDesk *self,
                EqpRecord      *request)
{
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (eqp_request_delete (get_store (self), request, &label, &error))
    eqp_feedback_edit (GTK_WIDGET (self), label);
  else
    eqp_feedback_error (GTK_WIDGET (self), _ ("The request was not deleted"), error);
}

static void
eqp_request_desk_run (EqpPage   *page,
                      EqpCommand command)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (page);
  EqpSession     *session = eqp_page_get_session (page);
  EqpRecord      *request = eqp_request_view_get_request (self->view);

  switch (command)
    {
    case EQP_COMMAND_NEW:
      eqp_request_editor_present (GTK_WIDGET (self), session, NULL);
      break;
    case EQP_COMMAND_EDIT:
      eqp_request_editor_present (GTK_WIDGET (self), session, request);
      break;
    case EQP_COMMAND_DELETE:
      delete_request (self, request);
      break;
    case EQP_COMMAND_PRINT:
      eqp_request_papers_present (get_window (self), session, request, EQP_REQUEST_PAPER_LETTER);
      break;
    case EQP_COMMAND_EXPORT:
    default:
      break;
    }
}

static void
eqp_request_desk_search (EqpPage *page)
{
  eqp_request_toolbar_focus_search (EQP_REQUEST_DESK (page)->toolbar);
}

static void
eqp_request_desk_load (EqpPage *page)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (page);
  EqpSession     *session = eqp_page_get_session (page);
  EqpRequestLate *late = eqp_request_late_get (session);

  eqp_request_view_set_session (self->view, session);
  eqp_request_board_load (self->board, get_store (self), late);
  eqp_request_table_load (self->table, get_store (self), late);
  eqp_request_toolbar_load (self->toolbar, get_store (self), late);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}

/* ---- the class ---- */

static void
eqp_request_desk_dispose (GObject *object)
{
  EqpRequestDesk *self = EQP_REQUEST_DESK (object);

  self->opening = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_REQUEST_DESK);

  G_OBJECT_CLASS (eqp_request_desk_parent_class)->dispose (object);
}

static void
eqp_request_desk_class_init (EqpRequestDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EqpPageClass   *page_class = EQP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_request_desk_dispose;
  page_class->load = eqp_request_desk_load;
  page_class->show_record = eqp_request_desk_show_record;
  page_class->can = eqp_request_desk_can;
  page_class->run = eqp_request_desk_run;
  page_class->search = eqp_request_desk_search;

  g_type_ensure (EQP_TYPE_REQUEST_BOARD);
  g_type_ensure (EQP_TYPE_REQUEST_TABLE);
  g_type_ensure (EQP_TYPE_REQUEST_TOOLBAR);
  g_type_ensure (EQP_TYPE_REQUEST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-request-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRequestDesk, toolbar);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestDesk, paned);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestDesk, lists);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestDesk, board);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestDesk, table);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestDesk, view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "requests.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "requests.created", "s", created_action);
  gtk_widget_class_install_action (widget_class, "requests.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "requests.more", "s", more_action);
  gtk_widget_class_install_action (widget_class, "requests.move", "(ss)", move_action);
  gtk_widget_class_install_action (widget_class, "requests.assign", "x", assign_action);
  gtk_widget_class_install_action (widget_class, "requests.letter", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "requests.orders", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "requests.mail", NULL, paper_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "requests.close", NULL);
}

static void
eqp_request_desk_init (EqpRequestDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eqp_request_toolbar_capture (self->toolbar, GTK_WIDGET (self->lists));
}
