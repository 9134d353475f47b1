/* eqp-undo-keys.c — keys that two rows would have at once on the way back, were an edit taken out of the chain of those that stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-undo-private.h"

static const char sql_keys[] =
  "SELECT i.name, c.name FROM pragma_index_list(?) AS i JOIN pragma_index_info(i.name) AS c WHERE i.\"unique\" = 1 ORDER BY i.name, c.seqno";

/* A row as it will be while the younger edits are taken back, newest first: from the present into the past. */
typedef struct
{
  gint64     id;
  gint64     end;    /* the change that ends what is below; G_MAXINT64: the present */
  gboolean   exists; /* a row that was removed since is there again before that */
  GPtrArray *values; /* of the key's columns, quoted as in SQL; while it exists */
  gboolean   own;    /* the entry that is taken back gave it another key */
  gboolean   removed;
  gboolean   told;
} Row;

/* How long a row has a key: between two changes. */
typedef struct
{
  Row   *row;
  gint64 from;
  gint64 to;
} Span;

/* One key of one table. */
typedef struct
{
  EqpStore        *store;
  const EqpEntity *entity;
  GPtrArray       *columns;
  char            *present_sql;
  GHashTable      *rows;  /* by id */
  GHashTable      *spans; /* by the values, with commas: GArray of Span */
} Key;

static void
row_free (gpointer data)
{
  Row *self = data;

  g_ptr_array_unref (self->values);
  g_free (self);
}

static void
key_init (Key             *self,
          EqpStore        *store,
          const EqpEntity *entity,
          GPtrArray       *columns)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%squote(\"%s\")", i > 0 ? ", " : "", (char *)g_ptr_array_index (columns, i));
  g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?", entity->table);
  *self = (Key){ .store = store, .entity = entity, .columns = columns, .present_sql = g_string_free (sql, FALSE) };
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, row_free);
  self->spans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
}

static void
key_clear (Key *self)
{
  g_free (self->present_sql);
  g_hash_table_unref (self->spans);
  g_hash_table_unref (self->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Key, key_clear)

/* What the statement's columns from @first on say of the key; those that say nothing stay as they were. */
static void
take_values (Key          *self,
             Row          *row,
             EqpStatement *statement,
             guint         first)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (!eqp_statement_is_null (statement, first + i))
      {
        g_free (g_ptr_array_index (row->values, i));
        g_ptr_array_index (row->values, i) = g_strdup (eqp_statement_get_text (statement, first + i));
      }
}

/* (nullable): the row as it is now, or as far back as was gone already; NULL with @error set */
static Row *
get_row (Key     *self,
         gint64   id,
         GError **error)
{
  Row     *row = g_hash_table_lookup (self->rows, &id);
  gboolean found = FALSE;
  g_autoptr (EqpStatement) statement = NULL;

  if (row != NULL)
    return row;
  statement = eqp_database_prepare (_eqp_store_get_database (self->store), self->present_sql, error);
  if (statement == NULL)
    return NULL;
  eqp_statement_bind_integer (statement, 0, id);
  if (!eqp_statement_step (statement, &found, error))
    return NULL;
  row = g_new0 (Row, 1);
  row->id = id;
  row->end = G_MAXINT64;
  row->exists = found;
  row->removed = !found;
  row->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (row->values, (int)self->columns->len);
  if (found)
    take_values (self, row, statement, 0);
  g_hash_table_insert (self->rows, &row->id, row);
  return row;
}

/* What the row is now, it has been since the change @from. A key that is empty somewhere is nobody's. */
static void
note_span (Key   *self,
           Row   *row,
           gint64 from)
{
  g_autoptr (GString) tuple = g_string_new (NULL);
  GArray *spans;
  Span    span = { row, from, row->end };

  if (!row->exists)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *value = g_ptr_array_index (row->values, i);

      if (value == NULL || g_str_equal (value, "NULL"))
        return;
      g_string_append_printf (tuple, "%s,", value);
    }
  spans = g_hash_table_lookup (self->spans, tuple->str);
  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (Span));
      g_hash_table_insert (self->spans, g_strdup (tuple->str), spans);
    }
  g_array_append_val (spans, span);
}

/* Goes back behind a change: (row, id, operation, what it found in each column of the key). */
static gboolean
go_behind (Key          *self,
           EqpStatement *change,
           GError      **error)
{
  gint64 id = eqp_statement_get_integer (change, 1);
  int    operation = (int)eqp_statement_get_integer (change, 2);
  gint64 row_id = eqp_statement_get_integer (change, 0);
  Row   *row;

  /* What was added and not changed since has the key that the present shows, where the file itself looks after it. */
  if (operation == EQP_CHANGE_INSERT && !g_hash_table_contains (self->rows, &row_id))
    return TRUE;
  row = get_row (self, row_id, error);
  if (row == NULL)
    return FALSE;
  note_span (self, row, id);
  row->exists = operation != EQP_CHANGE_INSERT;
  row->end = id;
  take_values (self, row, change, 3);
  return TRUE;
}

/* "json_type(c.before, '$.a') IS NOT NULL OR …": the change @alias gave the key another value, or took the row away. */
static void
append_touches (Key        *self,
                GString    *sql,
                const char *alias)
{
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (sql, "%sjson_type(%s.before, '$.%s') IS NOT NULL", i > 0 ? " OR " : "", alias,
                            (char *)g_ptr_array_index (self->columns, i));
}

static char *
dup_own_sql (Key *self)
{
  GString *sql = g_string_new ("SELECT DISTINCT c.row FROM journal_change AS c WHERE c.id BETWEEN ? AND ? AND c.operation <> 0");

  g_string_append_printf (sql, " AND c.table_name = '%s' AND (", self->entity->table);
  append_touches (self, sql, "c");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static char *
dup_later_sql (Key *self)
{
  GString *sql = g_string_new ("SELECT d.row, d.id, d.operation");

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *column = g_ptr_array_index (self->columns, i);

      g_string_append_printf (sql, ", iif(json_type(d.before, '$.%s') IS NULL, NULL, quote(json_extract(d.before, '$.%s')))", column, column);
    }
  g_string_append_printf (sql,
                          " FROM journal_change AS d JOIN journal_entry AS e ON e.id = d.entry"
                          " WHERE d.id >= " EQP_UNDO_SINCE " AND d.table_name = '%s' AND " EQP_UNDO_STANDS_LATER " AND (d.operation = 0 OR ",
                          self->entity->table);
  append_touches (self, sql, "d");
  g_string_append (sql, ") ORDER BY d.id DESC");
  return g_string_free (sql, FALSE);
}

/* The rows whose key is another now that the entry was taken back. */
static gboolean
read_own (Key     *self,
          gint64   first,
          gint64   last,
          GError **error)
{
  g_autofree char *sql = dup_own_sql (self);
  gboolean         more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self->store, sql, first, last, 0, &more, error);

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      Row *row = get_row (self, eqp_statement_get_integer (statement, 0), error);

      if (row == NULL)
        return FALSE;
      row->own = TRUE;
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_later (Key     *self,
            gint64   edit,
            gint64   first,
            gint64   last,
            GError **error)
{
  g_autofree char *sql = dup_later_sql (self);
  gboolean         more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self->store, sql, first, last, edit, &more, error);
  GHashTableIter iter;
  gpointer       row;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!go_behind (self, statement, error) || !eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    note_span (self, row, 0);
  return TRUE;
}

static gboolean
is_crossed (const Span *own,
            const Span *other)
{
  return own->row->own && other->row != own->row && MAX (own->from, other->from) < MIN (own->to, other->to);
}

/* Those that have the key at the same time as a row of the entry. */
static void
find_crossed (Key    *self,
              GArray *spans,
              GArray *conflicts)
{
  for (guint i = 0; i < spans->len; i++)
    for (guint j = 0; j < spans->len; j++)
      {
        Row        *other = g_array_index (spans, Span, j).row;
        EqpConflict conflict = { other->removed ? EQP_CONFLICT_REMOVED : EQP_CONFLICT_EDITED, self->entity, other->id, -1 };

        if (other->told || !is_crossed (&g_array_index (spans, Span, i), &g_array_index (spans, Span, j)))
          continue;
        other->told = TRUE;
        g_array_append_val (conflicts, conflict);
      }
}

static gboolean
check_key (Key     *self,
           gint64   edit,
           gint64   first,
           gint64   last,
           GArray  *conflicts,
           GError **error)
{
  GHashTableIter iter;
  gpointer       spans;

  if (!read_own (self, first, last, error))
    return FALSE;
  if (g_hash_table_size (self->rows) == 0)
    return TRUE;
  if (!read_later (self, edit, first, last, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->spans);
  while (g_hash_table_iter_next (&iter, NULL, &spans))
    find_crossed (self, spans, conflicts);
  return TRUE;
}

/* (transfer full) (element-type GPtrArray): the columns of each key of @table */
static GPtrArray *
list_keys (EqpStore   *self,
           const char *table,
           GError    **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_keys, error);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autofree char *present = NULL;
  gboolean         more = FALSE;

  if (statement == NULL)
    return NULL;
  eqp_statement_bind_text (statement, 0, table);
  if (!eqp_statement_step (statement, &more, error))
    return NULL;
  while (more)
    {
      const char *name = eqp_statement_get_text (statement, 0);

      if (g_strcmp0 (name, present) != 0)
        {
          g_free (present);
          present = g_strdup (name);
          g_ptr_array_add (keys, g_ptr_array_new_with_free_func (g_free));
        }
      g_ptr_array_add (g_ptr_array_index (keys, keys->len - 1), g_strdup (eqp_statement_get_text (statement, 1)));
      if (!eqp_statement_step (statement, &more, error))
        return NULL;
    }
  return g_steal_pointer (&keys);
}

typedef struct
{
  gint64  edit;
  GArray *conflicts;
} Search;

static gboolean
find_in_entity (EqpStore        *store,
                const EqpEntity *entity,
                gint64           first,
                gint64           last,
                gpointer         user_data,
                GError         **error)
{
  Search *search = user_data;
  g_autoptr (GPtrArray) keys = list_keys (store, entity->table, error);

  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      g_auto (Key) key;

      key_init (&key, store, entity, g_ptr_array_index (keys, i));
      if (!check_key (&key, search->edit, first, last, search->conflicts, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * _eqp_undo_find_keys:
 * @self: a store, after the changes were taken back, in the same transaction
 * @edit: the edit that is taken back or done again
 * @first: the id of the first change taken back
 * @last: the id of the last one
 * @conflicts: (element-type EqpConflict): appended to
 * @error: (nullable): #EqpStoreError
 *
 * Follows every key that the changes gave a row through all younger edits that stand, and finds the rows that would have it at the same
 * time, once those are taken back one after the other: the file could not hold both. The present need show neither.
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_undo_find_keys (EqpStore *self,
                     gint64    edit,
                     gint64    first,
                     gint64    last,
                     GArray   *conflicts,
                     GError  **error)
{
  Search search = { edit, conflicts };

  return _eqp_undo_foreach_entity (self, first, last, FALSE, find_in_entity, &search, error);
}
