/* eqp-ledger-table.c — the lines of the ledger as a table, however many there are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-table"

#include "config.h"

#include "app/exchanges/eqp-ledger-table.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-ledger-cell.h"
#include "app/widgets/eqp-list-keys.h"
#include "app/widgets/eqp-table-columns.h"
#include "domain/exchanges/eqp-intervention.h"
#include "store/eqp-query-model.h"

struct _EqpLedgerTable
{
  AdwBin parent_instance;

  EqpStore          *store; /* borrowed: the session, which outlives its views, holds it */
  EqpQueryModel     *model;
  GtkMultiSelection *selection;
  EqpLedgerFindings *findings; /* borrowed: the view's */
  EqpRunningBalance *running;
  const char        *condition; /* (nullable) interned */
  guint              position;  /* to scroll to */
  guint              tick;      /* that does so once the rows have a height */
  double             height;    /* of all rows, in the last frame */
  guint              n_frames;  /* for which it stayed */
  guint              n_items;   /* that had a place in the last frame */
  gboolean           changing;  /* the table itself changes filter or order */

  GtkScrolledWindow *scroller;
  GtkColumnView     *view;
};

G_DEFINE_FINAL_TYPE (EqpLedgerTable, eqp_ledger_table, ADW_TYPE_BIN)

enum {
  SELECTION_CHANGED,
  ITEMS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The newest line first, unless somebody sorts otherwise. */
#define ORDER_BY_DATE "date DESC, start_time DESC"

/* Lines to come that stay in sight above today's. */
#define LINES_ABOVE 2
#define STABLE_FRAMES 3

static const struct
{
  const char *title;
  const char *order; /* (nullable) SQL; every column in it gets DESC when turned */
  const char *turned;
  gboolean    wide;
} columns[EQP_LEDGER_N_COLUMNS] = {
  [EQP_LEDGER_WHEN] = { N_ ("Date"), "date, start_time", ORDER_BY_DATE, FALSE },
  [EQP_LEDGER_PERSON] = { N_ ("Person"), "(SELECT family_name || ' ' || given_name FROM person WHERE person.id = person_id) COLLATE NOCASE, date",
                          "(SELECT family_name || ' ' || given_name FROM person WHERE person.id = person_id) COLLATE NOCASE DESC, date DESC", FALSE },
  [EQP_LEDGER_WHAT] = { N_ ("What"), "training, unit_id, scheme_id, date", "training DESC, unit_id DESC, scheme_id DESC, date DESC", TRUE },
  [EQP_LEDGER_HOURS] = { N_ ("Hours"), "coalesce (certified, done, planned, requested), date", "coalesce (certified, done, planned, requested) DESC, date DESC", FALSE },
  /* The same whatever the order: nothing to sort by. */
  [EQP_LEDGER_BALANCE] = { N_ ("Balance"), NULL, NULL, FALSE },
  [EQP_LEDGER_NOTES] = { N_ ("Notes"), "direct_contract DESC, shared_time DESC, request_id, date", "direct_contract, shared_time, request_id DESC, date DESC", FALSE },
};

/* ---- cells ---- */

static void
set_up_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  EqpLedgerTable *self = user_data;

  gtk_list_item_set_child (item, eqp_ledger_cell_new ((EqpLedgerColumn)eqp_table_get_column (factory), self->findings, self->running));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  eqp_ledger_cell_set_line (EQP_LEDGER_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  eqp_ledger_cell_set_line (EQP_LEDGER_CELL (gtk_list_item_get_child (item)), NULL);
}

static const EqpTableCells cells = { set_up_cell_cb, bind_cell_cb, unbind_cell_cb };

/* ---- order ---- */

static void
sorter_changed_cb (EqpLedgerTable *self)
{
  guint       column = 0;
  GtkOrdering ordering = eqp_table_get_order (self->view, &column);
  const char *order = ORDER_BY_DATE;

  if (ordering == GTK_ORDERING_SMALLER)
    order = columns[column].order;
  else if (ordering == GTK_ORDERING_LARGER)
    order = columns[column].turned;
  self->changing = TRUE;
  eqp_query_model_set_order (self->model, order);
  self->changing = FALSE;
}

/* ---- selection ---- */

/* All rows are of one height, which is estimated until they are laid out: what was scrolled is put right as long as it changes. Rows that came
 * since the last frame have no place yet. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  EqpLedgerTable *self = EQP_LEDGER_TABLE (widget);
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double          height = gtk_adjustment_get_upper (adjustment);
  guint           n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean        laid_out = n == self->n_items;

  /* Nobody looks any more: an idle window must not wake up for each frame. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  self->n_frames = laid_out && height == self->height ? self->n_frames + 1 : 0;
  self->height = height;
  self->n_items = n;
  if (!laid_out)
    return G_SOURCE_CONTINUE;
  if (n > 0 && self->n_frames < STABLE_FRAMES)
    {
      gtk_adjustment_set_value (adjustment, height / n * (self->position > LINES_ABOVE ? self->position - LINES_ABOVE : 0));
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
forget_scroll (EqpLedgerTable *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
selection_changed_cb (EqpLedgerTable *self)
{
  if (self->changing)
    return;
  /* Somebody works with what is in sight: it stays there. */
  forget_scroll (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
items_changed_cb (EqpLedgerTable *self)
{
  if (self->changing)
    return;
  g_signal_emit (self, signals[ITEMS_CHANGED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
activate_cb (EqpLedgerTable *self,
             guint           position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit", NULL);
}

/* ---- the class ---- */

static void
eqp_ledger_table_dispose (GObject *object)
{
  EqpLedgerTable *self = EQP_LEDGER_TABLE (object);

  self->changing = TRUE;
  forget_scroll (self);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_LEDGER_TABLE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->running);

  G_OBJECT_CLASS (eqp_ledger_table_parent_class)->dispose (object);
}

static void
eqp_ledger_table_class_init (EqpLedgerTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_ledger_table_dispose;

  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
  signals[ITEMS_CHANGED] = g_signal_new ("items-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-ledger-table.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerTable, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
eqp_ledger_table_init (EqpLedgerTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eqp_list_leave_on_tab (GTK_WIDGET (self->view));
}

void
eqp_ledger_table_load (EqpLedgerTable    *self,
                       EqpStore          *store,
                       EqpLedgerFindings *findings)
{
  g_return_if_fail (EQP_IS_LEDGER_TABLE (self));
  g_return_if_fail (self->model == NULL);

  self->store = store;
  self->findings = findings;
  self->running = eqp_running_balance_new (store);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    eqp_table_add_column (self->view, _ (columns[i].title), columns[i].order != NULL, columns[i].wide, &cells, G_OBJECT (self));
  self->model = eqp_query_model_new (store, &eqp_intervention_entity);
  /* Nothing is read before the filter is known. */
  eqp_query_model_set_where (self->model, "0");
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  sorter_changed_cb (self);
}

void
eqp_ledger_table_set_filter (EqpLedgerTable *self,
                             const char     *condition,
                             const char     *search)
{
  g_return_if_fail (EQP_IS_LEDGER_TABLE (self));

  self->changing = TRUE;
  self->condition = condition;
  eqp_query_model_set_where (self->model, condition);
  eqp_query_model_set_search (self->model, search);
  self->changing = FALSE;
  items_changed_cb (self);
}

/* 0: there is none. */
static gint64
find_today (EqpLedgerTable *self)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM intervention WHERE date <= ? AND (%s) ORDER BY date DESC, start_time DESC, id DESC LIMIT 1",
                                          self->condition != NULL ? self->condition : "1");
  g_autoptr (EqpQuery) query = eqp_store_query (self->store, NULL, sql, "d", eqp_date_today ());

  return query != NULL && eqp_query_next (query, NULL) ? eqp_query_get_integer (query, 0) : 0;
}

void
eqp_ledger_table_show_today (EqpLedgerTable *self)
{
  gint64 line;
  int    index;

  g_return_if_fail (EQP_IS_LEDGER_TABLE (self));

  line = find_today (self);
  index = line != 0 ? eqp_query_model_find (self->model, line) : -1;
  if (index < 0)
    return;
  self->position = (guint)index;
  self->n_frames = 0;
  self->n_items = G_MAXUINT;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

void
eqp_ledger_table_set_narrow (EqpLedgerTable *self,
                             gboolean        narrow)
{
  g_autoptr (GtkColumnViewColumn) notes = NULL;

  g_return_if_fail (EQP_IS_LEDGER_TABLE (self));

  notes = g_list_model_get_item (gtk_column_view_get_columns (self->view), EQP_LEDGER_NOTES);
  if (notes != NULL)
    gtk_column_view_column_set_visible (notes, !narrow);
}

gboolean
eqp_ledger_table_select (EqpLedgerTable *self,
                         gint64          line)
{
  int index;

  g_return_val_if_fail (EQP_IS_LEDGER_TABLE (self), FALSE);

  index = line != 0 ? eqp_query_model_find (self->model, line) : -1;
  if (index < 0)
    {
      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
      return FALSE;
    }
  forget_scroll (self);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), (guint)index, TRUE);
  eqp_list_scroll_to (GTK_WIDGET (self->view), (guint)index);
  return TRUE;
}

guint
eqp_ledger_table_count (EqpLedgerTable *self)
{
  g_return_val_if_fail (EQP_IS_LEDGER_TABLE (self), 0);

  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static GtkBitset *
get_selected (EqpLedgerTable *self)
{
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

guint
eqp_ledger_table_count_selected (EqpLedgerTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (EQP_IS_LEDGER_TABLE (self), 0);

  if (self->selection == NULL)
    return 0;
  selected = get_selected (self);
  return (guint)gtk_bitset_get_size (selected);
}

GPtrArray *
eqp_ledger_table_list_selected (EqpLedgerTable *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint         position;

  g_return_val_if_fail (EQP_IS_LEDGER_TABLE (self), NULL);

  selected = get_selected (self);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more && lines->len < EQP_LEDGER_MAX_SELECTED;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (lines, g_list_model_get_item (G_LIST_MODEL (self->model), position));
  return g_steal_pointer (&lines);
}

EqpRecord *
eqp_ledger_table_dup_line (EqpLedgerTable *self)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (EQP_IS_LEDGER_TABLE (self), NULL);

  if (eqp_ledger_table_count_selected (self) != 1)
    return NULL;
  lines = eqp_ledger_table_list_selected (self);
  return g_object_ref (g_ptr_array_index (lines, 0));
}
