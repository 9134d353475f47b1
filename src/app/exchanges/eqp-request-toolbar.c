/* eqp-request-toolbar.c — search and filters of the requests, and the choice between board and table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-toolbar"

#include "config.h"

#include "app/exchanges/eqp-request-toolbar.h"

#include <glib/gi18n.h>

#include "domain/directory/eqp-person.h"
#include "store/eqp-journal.h"

struct _EqpRequestToolbar
{
  AdwBin parent_instance;

  EqpStore       *store;        /* borrowed: the session's */
  EqpRequestLate *late;         /* borrowed: the session's */
  GArray         *coordinators; /* gint64, as in the drop-down behind its first line */
  char           *condition;    /* on late ones, as last read */
  gboolean        changing;     /* the toolbar itself changes a control */

  GtkSearchEntry  *search;
  GtkDropDown     *training;
  GtkDropDown     *state;
  GtkDropDown     *coordinator;
  GtkToggleButton *late_button;
  GtkToggleButton *board_button;
  GtkToggleButton *table_button;
};

G_DEFINE_FINAL_TYPE (EqpRequestToolbar, eqp_request_toolbar, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The lines of the drop-down of states before the states themselves. */
enum {
  STATE_GOING,
  STATE_ANY,
  STATE_FIRST,
};

static void
changed_cb (EqpRequestToolbar *self)
{
  if (!self->changing)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- late ones ---- */

static void
late_updated_cb (EqpRequestToolbar *self)
{
  gboolean active = gtk_toggle_button_get_active (self->late_button);

  g_clear_pointer (&self->condition, g_free);
  self->condition = eqp_request_late_dup_condition (self->late);
  if (active)
    changed_cb (self);
}

/* ---- who coordinates ---- */

static GArray *
load_coordinators (EqpRequestToolbar *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (EqpQuery) query = eqp_store_query (self->store, NULL,
                                                "SELECT id FROM person WHERE id IN (SELECT coordinator_id FROM request) "
                                                "ORDER BY family_name COLLATE NOCASE, given_name COLLATE NOCASE, id",
                                                NULL);

  while (query != NULL && eqp_query_next (query, NULL))
    {
      gint64 id = eqp_query_get_integer (query, 0);

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
same_ids (GArray *a,
          GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

static gint64
get_coordinator (EqpRequestToolbar *self)
{
  guint selected = gtk_drop_down_get_selected (self->coordinator);

  return selected > 0 && selected <= self->coordinators->len ? g_array_index (self->coordinators, gint64, selected - 1) : 0;
}

static void
show_coordinators (EqpRequestToolbar *self)
{
  g_autoptr (GArray) ids = load_coordinators (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 before = get_coordinator (self);
  guint  selected = 0;

  if (same_ids (ids, self->coordinators))
    return;
  gtk_string_list_append (names, _ ("Everybody’s"));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (EqpRecord) person = eqp_store_get (self->store, &eqp_person_entity, g_array_index (ids, gint64, i), NULL);
      g_autofree char *name = person != NULL ? eqp_record_dup_title (person, eqp_language_get_interface ()) : g_strdup ("");

      gtk_string_list_append (names, name);
      if (g_array_index (ids, gint64, i) == before)
        selected = i + 1;
    }
  self->changing = TRUE;
  g_clear_pointer (&self->coordinators, g_array_unref);
  self->coordinators = g_steal_pointer (&ids);
  gtk_drop_down_set_model (self->coordinator, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->coordinator, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->coordinator), self->coordinators->len > 0);
  self->changing = FALSE;
  if (before != 0 && selected == 0)
    changed_cb (self);
}

static void
store_changed_cb (EqpRequestToolbar *self,
                  EqpChangeSet      *changes)
{
  if (eqp_change_set_touches (changes, &eqp_request_entity))
    show_coordinators (self);
}

/* ---- the class ---- */

static void
eqp_request_toolbar_dispose (GObject *object)
{
  EqpRequestToolbar *self = EQP_REQUEST_TOOLBAR (object);

  self->changing = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_REQUEST_TOOLBAR);
  g_clear_pointer (&self->coordinators, g_array_unref);
  g_clear_pointer (&self->condition, g_free);

  G_OBJECT_CLASS (eqp_request_toolbar_parent_class)->dispose (object);
}

static void
eqp_request_toolbar_class_init (EqpRequestToolbarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_request_toolbar_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-request-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRequestToolbar, search);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestToolbar, training);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestToolbar, state);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestToolbar, coordinator);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestToolbar, late_button);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestToolbar, board_button);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestToolbar, table_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
eqp_request_toolbar_init (EqpRequestToolbar *self)
{
  g_autoptr (GSettings) settings = g_settings_new (EQP_APP_ID);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  self->changing = TRUE;
  self->coordinators = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (states, _ ("All but refused"));
  gtk_string_list_append (states, _ ("All states"));
  for (guint i = 0; i < EQP_REQUEST_N_STATES; i++)
    gtk_string_list_append (states, eqp_request_get_state_label (i, eqp_language_get_interface ()));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  g_settings_bind (settings, "requests-as-table", self->table_button, "active", G_SETTINGS_BIND_DEFAULT);
  gtk_toggle_button_set_active (self->board_button, !gtk_toggle_button_get_active (self->table_button));
  self->changing = FALSE;
}

void
eqp_request_toolbar_load (EqpRequestToolbar *self,
                          EqpStore          *store,
                          EqpRequestLate    *late)
{
  g_return_if_fail (EQP_IS_REQUEST_TOOLBAR (self));

  self->store = store;
  self->late = late;
  self->condition = eqp_request_late_dup_condition (late);
  show_coordinators (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (late, "updated", G_CALLBACK (late_updated_cb), self, G_CONNECT_SWAPPED);
}

void
eqp_request_toolbar_get_filter (EqpRequestToolbar *self,
                                EqpRequestFilter  *filter)
{
  static const char *const trainings[] = { NULL, "FC", "FI" };
  static const int         states[] = { EQP_REQUEST_FILTER_GOING, EQP_REQUEST_FILTER_ANY };
  guint                    training;
  guint                    state;

  g_return_if_fail (EQP_IS_REQUEST_TOOLBAR (self));

  training = gtk_drop_down_get_selected (self->training);
  state = gtk_drop_down_get_selected (self->state);
  *filter = (EqpRequestFilter){
    .training = trainings[MIN (training, G_N_ELEMENTS (trainings) - 1)],
    .state = state < STATE_FIRST ? states[state] : (int)(state - STATE_FIRST),
    .coordinator = get_coordinator (self),
    .late = gtk_toggle_button_get_active (self->late_button) ? self->condition : NULL,
  };
}

const char *
eqp_request_toolbar_get_search (EqpRequestToolbar *self)
{
  g_return_val_if_fail (EQP_IS_REQUEST_TOOLBAR (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

gboolean
eqp_request_toolbar_is_table (EqpRequestToolbar *self)
{
  g_return_val_if_fail (EQP_IS_REQUEST_TOOLBAR (self), FALSE);

  return gtk_toggle_button_get_active (self->table_button);
}

void
eqp_request_toolbar_show_state (EqpRequestToolbar *self,
                                const char        *state)
{
  g_return_if_fail (EQP_IS_REQUEST_TOOLBAR (self));

  self->changing = TRUE;
  for (guint i = 0; i < EQP_REQUEST_N_STATES; i++)
    if (g_str_equal (eqp_request_get_state_code (i), state))
      gtk_drop_down_set_selected (self->state, STATE_FIRST + i);
  gtk_toggle_button_set_active (self->table_button, TRUE);
  self->changing = FALSE;
  changed_cb (self);
}

void
eqp_request_toolbar_focus_search (EqpRequestToolbar *self)
{
  g_return_if_fail (EQP_IS_REQUEST_TOOLBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
eqp_request_toolbar_capture (EqpRequestToolbar *self,
                             GtkWidget         *widget)
{
  g_return_if_fail (EQP_IS_REQUEST_TOOLBAR (self));

  gtk_search_entry_set_key_capture_widget (self->search, widget);
}
