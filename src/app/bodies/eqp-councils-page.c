/* eqp-councils-page.c — the councils with their live status, and the composition of one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-councils-page"

#include "config.h"

#include "app/bodies/eqp-councils-page.h"

#include <glib/gi18n.h>

#include "app/bodies/eqp-body-window.h"
#include "app/bodies/eqp-council-item.h"
#include "app/bodies/eqp-council-view.h"
#include "app/eqp-feedback.h"
#include "app/printing/eqp-preview-window.h"
#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-list-keys.h"
#include "app/widgets/eqp-message-window.h"
#include "app/widgets/eqp-spoken-box.h"
#include "base/eqp-fold.h"
#include "domain/bodies/eqp-body-edits.h"

struct _EqpCouncilsPage
{
  EqpPage parent_instance;

  GListStore         *items;     /* (element-type EqpCouncilItem) */
  GtkSingleSelection *selection; /* of what the filter leaves */
  GtkCustomFilter    *filter;
  gboolean            refreshing;

  GtkSearchEntry *search;
  GtkDropDown    *status_filter;
  GtkListView    *list;
  GtkMenuButton  *as_of_button;
  EqpDateRow     *as_of;
  GtkRevealer    *as_of_revealer;
  GtkLabel       *as_of_label;
  EqpCouncilView *view;
};

G_DEFINE_FINAL_TYPE (EqpCouncilsPage, eqp_councils_page, EQP_TYPE_PAGE)

typedef enum {
  FILTER_ALL,
  FILTER_ERRORS,
  FILTER_FINDINGS,
  FILTER_LAWFUL,
} StatusFilter;

/* ---- the list ---- */

static EqpCouncilItem *
find_item (EqpCouncilsPage *self,
           gint64           id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (EqpCouncilItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (eqp_council_item_get_id (item) == id)
        return item; /* the store holds it */
    }
  return NULL;
}

static gboolean
matches (gpointer object,
         gpointer user_data)
{
  EqpCouncilsPage *self = user_data;
  EqpCouncilItem  *item = object;
  EqpSeverity      severity = eqp_council_item_get_severity (item);
  g_autofree char *text = g_strdup_printf ("%s %s", eqp_council_item_get_code (item), eqp_council_item_get_name (item));

  switch ((StatusFilter)gtk_drop_down_get_selected (self->status_filter))
    {
    case FILTER_ERRORS:
      if (severity != EQP_SEVERITY_ERROR)
        return FALSE;
      break;
    case FILTER_FINDINGS:
      if (severity >= EQP_SEVERITY_INFORMATION)
        return FALSE;
      break;
    case FILTER_LAWFUL:
      if (severity < EQP_SEVERITY_INFORMATION)
        return FALSE;
      break;
    case FILTER_ALL:
    default:
      break;
    }
  return eqp_fold_matches (text, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
filter_changed_cb (EqpCouncilsPage *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
select_body (EqpCouncilsPage *self,
             gint64           id)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (EqpCouncilItem) item = g_list_model_get_item (model, i);

      if (eqp_council_item_get_id (item) == id)
        {
          gtk_single_selection_set_selected (self->selection, i);
          eqp_list_scroll_to (GTK_WIDGET (self->list), i);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
same_order (EqpCouncilsPage *self,
            GPtrArray       *snapshots)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != snapshots->len)
    return FALSE;
  for (guint i = 0; i < snapshots->len; i++)
    {
      g_autoptr (EqpCouncilItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (eqp_council_item_get_id (item) != ((EqpSnapshot *)g_ptr_array_index (snapshots, i))->id)
        return FALSE;
    }
  return TRUE;
}

/* Most edits change what rows say, not which rows there are: then the rows only take new values, and selection and scroll stay. */
static void
checker_updated_cb (EqpCouncilsPage *self)
{
  EqpChecker *checker = eqp_page_get_checker (EQP_PAGE (self));
  GPtrArray  *snapshots = eqp_checker_get_snapshots (checker);
  gint64      shown = eqp_council_view_get_body (self->view);

  self->refreshing = TRUE;
  if (same_order (self, snapshots))
    {
      for (guint i = 0; i < snapshots->len; i++)
        {
          g_autoptr (EqpCouncilItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

          eqp_council_item_update (item, g_ptr_array_index (snapshots, i), checker);
        }
    }
  else
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < snapshots->len; i++)
        {
          EqpSnapshot    *snapshot = g_ptr_array_index (snapshots, i);
          EqpCouncilItem *item = find_item (self, snapshot->id);

          item = item != NULL ? g_object_ref (item) : eqp_council_item_new (snapshot, checker);
          eqp_council_item_update (item, snapshot, checker);
          g_ptr_array_add (items, item);
        }
      g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
    }
  self->refreshing = FALSE;
  /* A council that an edit cured stays in view under the "errors" filter until the filter is touched again. */
  if (shown != 0 && find_item (self, shown) == NULL)
    eqp_council_view_show (self->view, 0);
  eqp_page_commands_changed (EQP_PAGE (self));
}

static void
selection_changed_cb (EqpCouncilsPage *self)
{
  EqpCouncilItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->refreshing || item == NULL)
    return;
  eqp_council_view_show (self->view, eqp_council_item_get_id (item));
  eqp_page_set_record (EQP_PAGE (self), eqp_council_item_get_code (item));
  eqp_page_commands_changed (EQP_PAGE (self));
}

/* ---- the date ---- */

static void
show_as_of (EqpCouncilsPage *self)
{
  EqpChecker      *checker = eqp_page_get_checker (EQP_PAGE (self));
  gboolean         today = eqp_checker_is_today (checker);
  g_autofree char *date = eqp_date_format (eqp_checker_get_as_of (checker), eqp_language_get_interface ());
  /* Translators: %s is a date */
  g_autofree char *sentence = g_strdup_printf (_ ("As it was, or will be, on %s"), date);

  gtk_label_set_label (self->as_of_label, sentence);
  /* Hidden, not only folded: a screen reader must not find a bar that is not there. */
  gtk_widget_set_visible (GTK_WIDGET (self->as_of_revealer), !today);
  gtk_revealer_set_reveal_child (self->as_of_revealer, !today);
}

static void
as_of_changed_cb (EqpCouncilsPage *self)
{
  if (eqp_page_get_session (EQP_PAGE (self)) == NULL || !eqp_date_row_is_valid (self->as_of))
    return;
  eqp_checker_set_as_of (eqp_page_get_checker (EQP_PAGE (self)), eqp_date_row_get_date (self->as_of));
  show_as_of (self);
}

static void
today_cb (EqpCouncilsPage *self)
{
  eqp_checker_set_as_of (eqp_page_get_checker (EQP_PAGE (self)), EQP_DATE_NONE);
  eqp_date_row_set_date (self->as_of, EQP_DATE_NONE);
  show_as_of (self);
}

/* ---- commands ---- */

static gboolean
eqp_councils_page_show_record (EqpPage    *page,
                               const char *code)
{
  EqpCouncilsPage *self = EQP_COUNCILS_PAGE (page);

  if (code == NULL || *code == '\0')
    {
      selection_changed_cb (self);
      return TRUE;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (EqpCouncilItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!g_str_equal (eqp_council_item_get_code (item), code))
        continue;
      /* What is asked for by name is shown, whatever the filter hides. */
      if (!select_body (self, eqp_council_item_get_id (item)))
        {
          gtk_editable_set_text (GTK_EDITABLE (self->search), "");
          gtk_drop_down_set_selected (self->status_filter, FILTER_ALL);
          select_body (self, eqp_council_item_get_id (item));
        }
      selection_changed_cb (self);
      return TRUE;
    }
  return FALSE;
}

static gboolean
eqp_councils_page_can (EqpPage   *page,
                       EqpCommand command)
{
  gboolean selected = eqp_council_view_get_body (EQP_COUNCILS_PAGE (page)->view) != 0;

  switch (command)
    {
    case EQP_COMMAND_NEW:
    case EQP_COMMAND_PRINT:
      return TRUE;
    case EQP_COMMAND_EDIT:
    case EQP_COMMAND_DELETE:
      return selected;
    case EQP_COMMAND_EXPORT:
    default:
      return FALSE;
    }
}

static void
delete_council (EqpCouncilsPage *self)
{
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (eqp_body_delete (eqp_page_get_store (EQP_PAGE (self)), eqp_council_view_get_body (self->view), &label, &error))
    eqp_feedback_edit (GTK_WIDGET (self), label);
  else
    eqp_feedback_error (GTK_WIDGET (self), _ ("The council was not deleted"), error);
}

static void
eqp_councils_page_run (EqpPage   *page,
                       EqpCommand command)
{
  EqpCouncilsPage *self = EQP_COUNCILS_PAGE (page);
  GtkWindow       *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  gint64           body = eqp_council_view_get_body (self->view);

  switch (command)
    {
    case EQP_COMMAND_NEW:
      eqp_body_window_present (window, eqp_page_get_session (page), 0);
      break;
    case EQP_COMMAND_EDIT:
      eqp_body_window_present (window, eqp_page_get_session (page), body);
      break;
    case EQP_COMMAND_DELETE:
      delete_council (self);
      break;
    case EQP_COMMAND_PRINT:
      eqp_preview_window_present (window, eqp_page_get_session (page), body != 0 ? EQP_PRINT_ROSTER : EQP_PRINT_ROSTERS, body);
      break;
    case EQP_COMMAND_EXPORT:
    default:
      break;
    }
}

static void
eqp_councils_page_search (EqpPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (EQP_COUNCILS_PAGE (page)->search));
}

static void
eqp_councils_page_load (EqpPage *page)
{
  EqpCouncilsPage *self = EQP_COUNCILS_PAGE (page);

  eqp_council_view_set_session (self->view, eqp_page_get_session (page));
  g_signal_connect_object (eqp_page_get_checker (page), "updated", G_CALLBACK (checker_updated_cb), self, G_CONNECT_SWAPPED);
  checker_updated_cb (self);
  show_as_of (self);
}

/* ---- the class ---- */

static void
eqp_councils_page_dispose (GObject *object)
{
  EqpCouncilsPage *self = EQP_COUNCILS_PAGE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_COUNCILS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  self->filter = NULL;

  G_OBJECT_CLASS (eqp_councils_page_parent_class)->dispose (object);
}

static void
eqp_councils_page_class_init (EqpCouncilsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EqpPageClass   *page_class = EQP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_councils_page_dispose;
  page_class->load = eqp_councils_page_load;
  page_class->show_record = eqp_councils_page_show_record;
  page_class->can = eqp_councils_page_can;
  page_class->run = eqp_councils_page_run;
  page_class->search = eqp_councils_page_search;

  g_type_ensure (EQP_TYPE_COUNCIL_ITEM);
  g_type_ensure (EQP_TYPE_COUNCIL_VIEW);
  g_type_ensure (EQP_TYPE_DATE_ROW);
  g_type_ensure (EQP_TYPE_SPOKEN_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-councils-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilsPage, search);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilsPage, status_filter);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilsPage, list);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilsPage, as_of_button);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilsPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilsPage, as_of_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilsPage, as_of_label);
  gtk_widget_class_bind_template_child (widget_class, EqpCouncilsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_of_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
}

static void
eqp_councils_page_init (EqpCouncilsPage *self)
{
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  eqp_list_leave_on_tab (GTK_WIDGET (self->list));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list));
  self->items = g_list_store_new (EQP_TYPE_COUNCIL_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}
