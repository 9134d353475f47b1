/* eqp-store.c — one file: its class, its properties, what others may ask about it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-internal.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (EqpStore, eqp_store, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_CHANGED,
  SIGNAL_NOTICE,
  SIGNAL_DAMAGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
key_hash (gconstpointer data)
{
  const EqpRecordKey *key = data;

  return g_direct_hash (key->entity) ^ g_int64_hash (&key->id);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const EqpRecordKey *first = a;
  const EqpRecordKey *second = b;

  return first->id == second->id && first->entity == second->entity;
}

static char *
dup_label (EqpStore *self,
           gboolean (*peek) (EqpStore *, EqpMessage **, GError **))
{
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (self->database == NULL || !peek (self, &label, &error))
    {
      g_debug ("%s", error != NULL ? error->message : "closed");
      return NULL;
    }
  return label != NULL ? eqp_message_render (label, eqp_language_get_interface ()) : NULL;
}

/* Read when somebody asks, not after every edit of an import. */
static void
ensure_labels (EqpStore *self)
{
  if (self->labels_known)
    return;
  g_free (self->undo_label);
  g_free (self->redo_label);
  self->undo_label = dup_label (self, _eqp_journal_peek_undo);
  self->redo_label = dup_label (self, _eqp_journal_peek_redo);
  self->labels_known = TRUE;
}

static void
eqp_store_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  EqpStore *self = EQP_STORE (object);

  ensure_labels (self);
  switch (prop_id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_store_finalize (GObject *object)
{
  EqpStore *self = EQP_STORE (object);

  eqp_store_close (self);
  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->live);
  g_hash_table_unref (self->touched);
  g_clear_error (&self->fatal);
  g_free (self->path);
  g_free (self->uuid);
  g_free (self->generation);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (eqp_store_parent_class)->finalize (object);
}

static void
eqp_store_class_init (EqpStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = eqp_store_finalize;
  object_class->get_property = eqp_store_get_property;
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /**
   * EqpStore::changed:
   * @changes: (transfer none): which rows
   *
   * After every committed edit, undo or redo, and after another process's were noticed. The live records are up to date.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", EQP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, EQP_TYPE_CHANGE_SET);
  /**
   * EqpStore::notice:
   * @sentence: what the user should know, in the interface's language
   *
   * Something went wrong that stopped nothing.
   */
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", EQP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * EqpStore::damaged:
   * @error: (transfer none): why, as eqp_store_open() would have said it
   *
   * The check that %EQP_STORE_OPEN_CHECK_LATER left for later found that the file is not sound. It takes no edit.
   */
  signals[SIGNAL_DAMAGED] = g_signal_new ("damaged", EQP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
eqp_store_init (EqpStore *self)
{
  self->tables = g_hash_table_new (g_str_hash, g_str_equal);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)_eqp_entity_sql_free);
  self->live = g_hash_table_new (key_hash, key_equal);
  self->touched = g_hash_table_new (NULL, NULL);
}

/**
 * _eqp_store_new:
 * @path: the file, as the user named it
 * @schema: static
 * @flags: how it is opened
 * @database: (transfer full): its connection
 *
 * Returns: (transfer full): a store over an open connection, not yet looked at
 */
EqpStore *
_eqp_store_new (const char       *path,
                const EqpSchema  *schema,
                EqpStoreOpenFlags flags,
                EqpDatabase      *database)
{
  EqpStore *self = g_object_new (EQP_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->schema = schema;
  self->flags = flags;
  self->database = database;
  for (guint i = 0; i < schema->n_entities; i++)
    g_hash_table_insert (self->tables, (gpointer)schema->entities[i]->table, (gpointer)schema->entities[i]);
  return self;
}

gboolean
_eqp_store_is_usable (EqpStore *self,
                      GError  **error)
{
  if (self->database != NULL)
    return TRUE;
  g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED, _ ("The file is closed."));
  return FALSE;
}

void
_eqp_store_emit_changed (EqpStore     *self,
                         EqpChangeSet *changes)
{
  g_autoptr (EqpStore) keep = g_object_ref (self);

  self->labels_known = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

void
_eqp_store_emit_notice (EqpStore   *self,
                        const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, sentence);
}

void
_eqp_store_emit_damaged (EqpStore     *self,
                         const GError *error)
{
  g_autoptr (EqpStore) keep = g_object_ref (self);
  g_autoptr (GError) copy = g_error_copy (error);

  g_signal_emit (self, signals[SIGNAL_DAMAGED], 0, copy);
}

EqpDatabase *
_eqp_store_get_database (EqpStore *self)
{
  return self->database;
}

const EqpEntity *
_eqp_store_find_entity (EqpStore   *self,
                        const char *table)
{
  return g_hash_table_lookup (self->tables, table);
}

/**
 * eqp_store_close:
 * @self: a store, in no edit
 *
 * Closes the file. Its records keep their values; whatever else is asked of the store fails. Closing twice is harmless.
 */
void
eqp_store_close (EqpStore *self)
{
  g_return_if_fail (EQP_IS_STORE (self));
  g_return_if_fail (!self->in_edit);

  _eqp_store_end_check (self);
  g_clear_pointer (&self->database, eqp_database_free);
}

/**
 * eqp_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the path it was opened by
 */
const char *
eqp_store_get_path (EqpStore *self)
{
  return self->path;
}

/**
 * eqp_store_get_schema:
 * @self: a store
 *
 * Returns: (transfer none): the schema it was opened with
 */
const EqpSchema *
eqp_store_get_schema (EqpStore *self)
{
  return self->schema;
}

/**
 * eqp_store_is_read_only:
 * @self: a store
 *
 * Returns: whether edits are refused: asked for, or the file or its folder cannot be written
 */
gboolean
eqp_store_is_read_only (EqpStore *self)
{
  return self->database == NULL || eqp_database_is_read_only (self->database);
}

/**
 * eqp_store_get_version:
 * @self: a store
 *
 * Returns: the number of the last schema step applied to the file
 */
int
eqp_store_get_version (EqpStore *self)
{
  return (int)self->schema->n_steps;
}
