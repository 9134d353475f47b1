/* eqp-request-table.c — the requests as a table of five columns, sorted by any of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-table"

#include "config.h"

#include "app/exchanges/eqp-request-table.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-request-card.h"
#include "app/widgets/eqp-list-keys.h"
#include "app/widgets/eqp-table-columns.h"
#include "store/eqp-query-model.h"

struct _EqpRequestTable
{
  AdwBin parent_instance;

  EqpQueryModel      *model;
  GtkSingleSelection *selection;
  EqpRequestLate     *late;     /* borrowed: the session's */
  gboolean            changing; /* the table itself changes filter or order */

  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (EqpRequestTable, eqp_request_table, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_REQUEST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- cells ---- */

static char *
dup_code (EqpRequestTable *self,
          EqpRecord       *request)
{
  return g_strdup (eqp_record_get_text (request, EQP_REQUEST_CODE));
}

static char *
dup_subject (EqpRequestTable *self,
             EqpRecord       *request)
{
  return g_strdup (eqp_record_get_text (request, EQP_REQUEST_SUBJECT));
}

static char *
dup_requester (EqpRequestTable *self,
               EqpRecord       *request)
{
  return eqp_request_dup_requester (request);
}

static char *
dup_hours (EqpRequestTable *self,
           EqpRecord       *request)
{
  g_autofree char *hours = eqp_request_dup_hours (request);

  return g_strdup_printf ("%s · %s", eqp_record_get_text (request, EQP_REQUEST_TRAINING), *hours != '\0' ? hours : "—");
}

static char *
dup_state (EqpRequestTable *self,
           EqpRecord       *request)
{
  const char      *state = eqp_request_get_state_label (eqp_request_get_state (request), eqp_language_get_interface ());
  g_autofree char *delay = eqp_request_dup_delay (self->late, request);

  return *delay != '\0' ? g_strdup_printf ("%s · %s", state, delay) : g_strdup (state);
}

static const struct
{
  const char *title;
  char *(*dup_text) (EqpRequestTable *, EqpRecord *);
  const char *order; /* SQL */
  guint       chars; /* wide enough for what it mostly says */
  gboolean    wide;
  float       xalign;
} columns[] = {
  { N_ ("Code"), dup_code, "code", 11, FALSE, 0.0f },
  { N_ ("Subject"), dup_subject, "subject COLLATE NOCASE", 18, TRUE, 0.0f },
  { N_ ("Requester"), dup_requester, "(SELECT name FROM institution WHERE institution.id = requester_id) COLLATE NOCASE", 9, FALSE, 0.0f },
  { N_ ("Hours"), dup_hours, "minutes", 13, FALSE, 1.0f },
  { N_ ("State"), dup_state,
    "CASE state WHEN 'received' THEN 0 WHEN 'qualified' THEN 1 WHEN 'routed' THEN 2 WHEN 'staffed' THEN 3 WHEN 'confirmed' THEN 4 "
    "WHEN 'done' THEN 5 WHEN 'certified' THEN 6 WHEN 'closed' THEN 7 ELSE 8 END",
    24, FALSE, 0.0f },
};

/* What a screen reader says of the whole row. */
static void
name_row (EqpRequestTable *self,
          GtkWidget       *cell,
          EqpRecord       *request)
{
  GtkWidget *parent = gtk_widget_get_parent (cell);
  GtkWidget *row = parent != NULL ? gtk_widget_get_parent (parent) : NULL;
  g_autoptr (GString) speech = g_string_new (NULL);

  if (row == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = columns[i].dup_text (self, request);

      g_string_append_printf (speech, "%s%s", i > 0 ? ", " : "", text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, speech->str, -1);
}

static void
show_cell (GtkListItem *item)
{
  EqpRequestTable *self = g_object_get_data (G_OBJECT (item), "table");
  EqpRecord       *request = gtk_list_item_get_item (item);
  GtkWidget       *cell = gtk_list_item_get_child (item);
  guint            column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column"));
  g_autofree char *text = NULL;

  if (request == NULL)
    return;
  text = columns[column].dup_text (self, request);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  name_row (self, cell, request);
  if (columns[column].dup_text == dup_state && eqp_request_late_get_days (self->late, eqp_record_get_text (request, EQP_REQUEST_CODE)) > 0)
    gtk_widget_add_css_class (cell, "severity-error");
  else
    gtk_widget_remove_css_class (cell, "severity-error");
}

static void
set_up_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  guint      column = eqp_table_get_column (factory);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  eqp_table_add_tooltip (GTK_INSCRIPTION (cell));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), columns[column].xalign);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), columns[column].chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), columns[column].chars * (columns[column].wide ? 2 : 1));
  if (columns[column].xalign > 0.0f)
    gtk_widget_add_css_class (cell, "figure");
  g_object_set_data (G_OBJECT (item), "table", user_data);
  g_object_set_data (G_OBJECT (item), "column", GUINT_TO_POINTER (column));
  gtk_list_item_set_child (item, cell);
}

/* A record may change while its row is in sight. */
static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  EqpRequestTable *self = user_data;

  g_signal_connect_object (gtk_list_item_get_item (item), "notify", G_CALLBACK (show_cell), item, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->late, "updated", G_CALLBACK (show_cell), item, G_CONNECT_SWAPPED);
  show_cell (item);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  EqpRequestTable *self = user_data;

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_cell, item);
  g_signal_handlers_disconnect_by_func (self->late, show_cell, item);
}

static const EqpTableCells cells = { set_up_cell_cb, bind_cell_cb, unbind_cell_cb };

/* ---- order ---- */

static void
sorter_changed_cb (EqpRequestTable *self)
{
  guint            column = 0;
  GtkOrdering      ordering = eqp_table_get_order (self->view, &column);
  g_autofree char *order = NULL;

  if (ordering == GTK_ORDERING_EQUAL)
    order = g_strdup ("received DESC, code DESC");
  else
    order = g_strdup_printf ("%s%s, code", columns[column].order, ordering == GTK_ORDERING_LARGER ? " DESC" : "");
  self->changing = TRUE;
  eqp_query_model_set_order (self->model, order);
  self->changing = FALSE;
}

/* ---- selection ---- */

/* The parts of a column view that the focus can go to have no name of their own. */
static void
name_parts (EqpRequestTable *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    GTK_IS_LIST_VIEW (child) ? _ ("Requests") : _ ("Columns"), -1);
}

static void
selection_changed_cb (EqpRequestTable *self)
{
  if (!self->changing)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REQUEST]);
}

static void
activate_cb (EqpRequestTable *self,
             guint            position)
{
  g_autoptr (EqpRecord) request = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "requests.open", "s", eqp_record_get_text (request, EQP_REQUEST_CODE));
}

/* ---- the class ---- */

static void
eqp_request_table_dispose (GObject *object)
{
  EqpRequestTable *self = EQP_REQUEST_TABLE (object);

  self->changing = TRUE;
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_REQUEST_TABLE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (eqp_request_table_parent_class)->dispose (object);
}

static void
eqp_request_table_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  EqpRequestTable *self = EQP_REQUEST_TABLE (object);

  switch (prop_id)
    {
    case PROP_REQUEST:
      g_value_set_object (value, self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_request_table_class_init (EqpRequestTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_request_table_dispose;
  object_class->get_property = eqp_request_table_get_property;

  properties[PROP_REQUEST] = g_param_spec_object ("request", NULL, NULL, EQP_TYPE_RECORD,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-request-table.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRequestTable, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
eqp_request_table_init (EqpRequestTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eqp_list_leave_on_tab (GTK_WIDGET (self->view));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    eqp_table_add_column (self->view, _ (columns[i].title), TRUE, columns[i].wide, &cells, G_OBJECT (self));
  name_parts (self);
}

void
eqp_request_table_load (EqpRequestTable *self,
                        EqpStore        *store,
                        EqpRequestLate  *late)
{
  g_return_if_fail (EQP_IS_REQUEST_TABLE (self));
  g_return_if_fail (self->model == NULL);

  self->late = late;
  self->model = eqp_query_model_new (store, &eqp_request_entity);
  eqp_query_model_set_where (self->model, "0");
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  sorter_changed_cb (self);
}

void
eqp_request_table_set_filter (EqpRequestTable        *self,
                              const EqpRequestFilter *filter,
                              const char             *search)
{
  g_autofree char *condition = eqp_request_filter_dup_condition (filter, -1);

  g_return_if_fail (EQP_IS_REQUEST_TABLE (self));

  self->changing = TRUE;
  eqp_query_model_set_where (self->model, condition);
  eqp_query_model_set_search (self->model, search);
  self->changing = FALSE;
}

gboolean
eqp_request_table_select (EqpRequestTable *self,
                          gint64           request)
{
  int index;

  g_return_val_if_fail (EQP_IS_REQUEST_TABLE (self), FALSE);

  index = request != 0 ? eqp_query_model_find (self->model, request) : -1;
  self->changing = TRUE;
  gtk_single_selection_set_selected (self->selection, index >= 0 ? (guint)index : GTK_INVALID_LIST_POSITION);
  self->changing = FALSE;
  if (index >= 0)
    eqp_list_scroll_to (GTK_WIDGET (self->view), (guint)index);
  return index >= 0;
}

guint
eqp_request_table_count (EqpRequestTable *self)
{
  g_return_val_if_fail (EQP_IS_REQUEST_TABLE (self), 0);

  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}
