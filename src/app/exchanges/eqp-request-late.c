/* eqp-request-late.c — which requests wait longer than their procedure allows; one for a session */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-late"

#include "config.h"

#include "app/exchanges/eqp-request-late.h"

#include "domain/exchanges/eqp-request.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-procedure-step.h"
#include "domain/procedures/eqp-procedure.h"
#include "domain/procedures/eqp-step-record.h"
#include "store/eqp-journal.h"

struct _EqpRequestLate
{
  GObject parent_instance;

  EqpStore   *store; /* borrowed: the session, which holds both, closes it */
  GHashTable *days;  /* code -> days of its worst step */
  guint       n_steps;
  guint       source; /* of the reading to come */
};

G_DEFINE_FINAL_TYPE (EqpRequestLate, eqp_request_late, G_TYPE_OBJECT)

enum {
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_item (EqpRequestLate      *self,
          const EqpAgendaItem *item)
{
  int days = GPOINTER_TO_INT (g_hash_table_lookup (self->days, item->subject_code));

  self->n_steps++;
  g_hash_table_insert (self->days, g_strdup (item->subject_code), GINT_TO_POINTER (MAX (days, MAX (item->days, 1))));
}

static gboolean
read_cb (gpointer user_data)
{
  EqpRequestLate *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = eqp_agenda_load (self->store, eqp_date_today (), EQP_DATE_NONE, TRUE, &error);

  self->source = 0;
  self->n_steps = 0;
  g_hash_table_remove_all (self->days);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const EqpAgendaItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->subject_kind, "request") == 0)
        add_item (self, item);
    }
  /* There is no caller to hand an error to: the store tells the user. */
  if (items == NULL)
    g_signal_emit_by_name (self->store, "notice", error->message);
  g_signal_emit (self, signals[UPDATED], 0);
  return G_SOURCE_REMOVE;
}

/* Many edits in a row are read once. */
static void
read_soon (EqpRequestLate *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, read_cb, self, NULL);
}

static void
store_changed_cb (EqpRequestLate *self,
                  EqpChangeSet   *changes)
{
  static const EqpEntity *const entities[] = { &eqp_request_entity, &eqp_step_record_entity,
                                               &eqp_procedure_step_entity, &eqp_procedure_entity };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (eqp_change_set_touches (changes, entities[i]))
      read_soon (self);
}

static void
eqp_request_late_dispose (GObject *object)
{
  EqpRequestLate *self = EQP_REQUEST_LATE (object);

  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (eqp_request_late_parent_class)->dispose (object);
}

static void
eqp_request_late_finalize (GObject *object)
{
  EqpRequestLate *self = EQP_REQUEST_LATE (object);

  g_hash_table_unref (self->days);

  G_OBJECT_CLASS (eqp_request_late_parent_class)->finalize (object);
}

static void
eqp_request_late_class_init (EqpRequestLateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eqp_request_late_dispose;
  object_class->finalize = eqp_request_late_finalize;

  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eqp_request_late_init (EqpRequestLate *self)
{
  self->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

EqpRequestLate *
eqp_request_late_get (EqpSession *session)
{
  EqpRequestLate *self = g_object_get_data (G_OBJECT (session), "eqp-request-late");

  if (self == NULL)
    {
      self = g_object_new (EQP_TYPE_REQUEST_LATE, NULL);
      self->store = eqp_session_get_store (session);
      g_object_set_data_full (G_OBJECT (session), "eqp-request-late", self, g_object_unref);
      g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      read_soon (self);
    }
  return self;
}

guint
eqp_request_late_count (EqpRequestLate *self)
{
  g_return_val_if_fail (EQP_IS_REQUEST_LATE (self), 0);

  return self->n_steps;
}

int
eqp_request_late_get_days (EqpRequestLate *self,
                           const char     *code)
{
  g_return_val_if_fail (EQP_IS_REQUEST_LATE (self), 0);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->days, code));
}

char *
eqp_request_late_dup_condition (EqpRequestLate *self)
{
  GString       *condition = g_string_new ("code IN (");
  GHashTableIter iter;
  const char    *code;
  gboolean       first = TRUE;

  g_hash_table_iter_init (&iter, self->days);
  while (g_hash_table_iter_next (&iter, (gpointer *)&code, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (code, "'", -1);
      g_autofree char *quoted = g_strjoinv ("''", parts);

      g_string_append_printf (condition, "%s'%s'", first ? "" : ",", quoted);
      first = FALSE;
    }
  g_string_append_c (condition, ')');
  return g_string_free (condition, FALSE);
}
