/* eqp-search-update.c — which words the rows of an entry had and have: keeping the word index up to date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-journal-private.h"
#include "store/eqp-search-private.h"

/* Raise it when eqp_fold_words() finds other words than before, or when the tables are others: every file is then indexed anew. */
#define SEARCH_VERSION 2

/* A row of search_word is one word of one entity with up to some dozens of ids, from "first" on. The entity comes first: who seeks people is
 * not to walk through the codes of a million lines that begin with the same letter. */
static const char *const tables[] = {
  "CREATE TABLE IF NOT EXISTS search_word ("
  " word TEXT NOT NULL,"
  " entity INTEGER NOT NULL,"
  " first INTEGER NOT NULL,"
  " rows TEXT NOT NULL,"
  " PRIMARY KEY (entity, word, first)"
  ") STRICT, WITHOUT ROWID",

  "CREATE TABLE IF NOT EXISTS search_entity ("
  " number INTEGER PRIMARY KEY,"
  " table_name TEXT NOT NULL UNIQUE,"
  " columns TEXT NOT NULL"
  ") STRICT",
};

static const char sql_other_version[] = "SELECT 1 FROM search_entity WHERE columns NOT GLOB ? LIMIT 1";
static const char sql_find_entity[] = "SELECT number, columns FROM search_entity WHERE table_name = ?";
static const char sql_set_entity[] =
  "INSERT INTO search_entity (table_name, columns) VALUES (?1, ?2) ON CONFLICT (table_name) DO UPDATE SET columns = ?2";
static const char sql_forget_words[] = "DELETE FROM search_word WHERE entity = ?";
static const char sql_not_inserts[] = "SELECT 1 FROM journal_change WHERE id BETWEEN ? AND ? AND operation <> 0 LIMIT 1";

/**
 * _eqp_search_dup_columns:
 * @entity: an entity
 * @prefix: the name its table has in the query
 *
 * Returns: (transfer full) (nullable): its searched columns, "p"."name", "p"."code"; %NULL when it has none
 */
char *
_eqp_search_dup_columns (const EqpEntity *entity,
                         const char      *prefix)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = NULL;

      if ((entity->fields[i].flags & EQP_FIELD_SEARCHED) == 0)
        continue;
      column = eqp_field_dup_column (&entity->fields[i]);
      g_string_append_printf (columns, "%s\"%s\".\"%s\"", columns->len > 0 ? ", " : "", prefix, column);
    }
  return g_string_free (columns, columns->len == 0);
}

/* The searched columns as they were before the change c, where that change is all that happened to the row. */
static char *
dup_old_columns (const EqpEntity *entity)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = NULL;

      if ((entity->fields[i].flags & EQP_FIELD_SEARCHED) == 0)
        continue;
      column = eqp_field_dup_column (&entity->fields[i]);
      g_string_append_printf (columns, "%siif(json_type(c.before, '$.%s') IS NULL, e.\"%s\", json_extract(c.before, '$.%s'))",
                              columns->len > 0 ? ", " : "", column, column, column);
    }
  return g_string_free (columns, FALSE);
}

static guint
count_columns (const EqpEntity *entity)
{
  guint n = 0;

  for (guint i = 0; i < entity->n_fields; i++)
    n += (entity->fields[i].flags & EQP_FIELD_SEARCHED) != 0;
  return n;
}

static gboolean
find_entity (EqpDatabase *database,
             const char  *table,
             gint64      *number,
             char       **columns,
             GError     **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql_find_entity, error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, table);
  if (!eqp_statement_step (statement, &found, error))
    return FALSE;
  *number = found ? eqp_statement_get_integer (statement, 0) : 0;
  if (columns != NULL)
    *columns = found ? g_strdup (eqp_statement_get_text (statement, 1)) : NULL;
  return TRUE;
}

static void
fold_columns (EqpSearchBatch *batch,
              EqpStatement   *statement,
              guint           first,
              guint           n,
              GArray         *words)
{
  for (guint i = 0; i < n; i++)
    _eqp_search_batch_fold (batch, eqp_statement_get_text (statement, first + i), words);
}

/* Indexes every row of an entity. */
static gboolean
fill (EqpDatabase     *database,
      const EqpEntity *entity,
      guint            number,
      const char      *columns,
      GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM \"%s\" ORDER BY id", columns, entity->table);
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql, error);
  g_autoptr (EqpSearchBatch) batch = _eqp_search_batch_new (database);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  guint    n_columns = count_columns (entity);
  gboolean more = FALSE;

  if (statement == NULL || !eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      g_array_set_size (words, 0);
      fold_columns (batch, statement, 1, n_columns, words);
      if (!_eqp_search_batch_replace (batch, number, eqp_statement_get_integer (statement, 0), none, words, error) ||
          !eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return _eqp_search_batch_flush (batch, error);
}

static gboolean
install_entity (EqpDatabase     *database,
                const EqpEntity *entity,
                GError         **error)
{
  g_autofree char *columns = _eqp_search_dup_columns (entity, entity->table);
  g_autofree char *wanted = g_strdup_printf ("%d %s", SEARCH_VERSION, columns != NULL ? columns : "");
  g_autofree char *present = NULL;
  g_autoptr (EqpStatement) statement = NULL;
  g_autoptr (EqpStatement) forget = NULL;
  gint64 number;

  if (!find_entity (database, entity->table, &number, &present, error))
    return FALSE;
  if (g_strcmp0 (present, wanted) == 0 || (present == NULL && columns == NULL))
    return TRUE;
  statement = eqp_database_prepare (database, sql_set_entity, error);
  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, entity->table);
  eqp_statement_bind_text (statement, 1, wanted);
  if (!eqp_statement_step (statement, NULL, error) || !find_entity (database, entity->table, &number, NULL, error))
    return FALSE;
  forget = eqp_database_prepare (database, sql_forget_words, error);
  if (forget == NULL)
    return FALSE;
  eqp_statement_bind_integer (forget, 0, number);
  return eqp_statement_step (forget, NULL, error) && (columns == NULL || fill (database, entity, (guint)number, columns, error));
}

/**
 * _eqp_search_drop:
 * @database: a database, inside a transaction
 * @error: (nullable): #EqpStoreError
 *
 * Drops the index; _eqp_search_install() brings it back.
 *
 * Returns: %FALSE with @error set when the file refuses
 */
gboolean
_eqp_search_drop (EqpDatabase *database,
                  GError     **error)
{
  return eqp_database_exec (database, "DROP TABLE IF EXISTS search_word", error) &&
         eqp_database_exec (database, "DROP TABLE IF EXISTS search_entity", error);
}

static gboolean
create_tables (EqpDatabase *database,
               GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!eqp_database_exec (database, tables[i], error))
      return FALSE;
  return TRUE;
}

/* The tables of another version are dropped and made anew, empty. */
static gboolean
renew_tables (EqpDatabase *database,
              GError     **error)
{
  g_autofree char *present = g_strdup_printf ("%d *", SEARCH_VERSION);
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql_other_version, error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, present);
  if (!eqp_statement_step (statement, &found, error))
    return FALSE;
  g_clear_pointer (&statement, eqp_statement_done);
  return !found || (_eqp_search_drop (database, error) && create_tables (database, error));
}

/**
 * _eqp_search_install:
 * @self: a store, inside a transaction
 * @error: (nullable): #EqpStoreError
 *
 * Creates the index where it is missing or of another version, and fills it where the searched fields are not those it was filled with. A file
 * that needs nothing is not written to.
 *
 * Returns: %FALSE with @error set when the file refuses
 */
gboolean
_eqp_search_install (EqpStore *self,
                     GError  **error)
{
  EqpDatabase     *database = _eqp_store_get_database (self);
  const EqpSchema *schema = eqp_store_get_schema (self);

  if (!create_tables (database, error) || !renew_tables (database, error))
    return FALSE;
  for (guint i = 0; i < schema->n_entities; i++)
    if (!install_entity (database, schema->entities[i], error))
      return FALSE;
  return TRUE;
}

/* What is asked of the file for one entity, kept with the store. */
typedef struct
{
  guint n_columns;
  char *changed_sql;
  char *inserted_sql;
} Queries;

static void
queries_free (gpointer data)
{
  Queries *self = data;

  g_free (self->changed_sql);
  g_free (self->inserted_sql);
  g_free (self);
}

/* Every row that the changes first … last touched, once: what first happened to it, how much happened to it, whether it is there now, and
 * its searched columns before and now. */
static char *
dup_changed_sql (const EqpEntity *entity)
{
  g_autofree char *old_columns = dup_old_columns (entity);
  g_autofree char *columns = _eqp_search_dup_columns (entity, "e");

  return g_strdup_printf ("SELECT c.row, c.operation, c.n, e.id IS NOT NULL, %s, %s FROM"
                          " (SELECT row, min(id), operation, before, count(*) AS n FROM journal_change"
                          " WHERE id BETWEEN ? AND ? AND table_name = '%s' GROUP BY row) AS c"
                          " LEFT JOIN \"%s\" AS e ON e.id = c.row",
                          old_columns, columns, entity->table, entity->table);
}

/* The same when the entry did nothing but add rows, each then once. Nothing is sorted: SQLite would do that in memory, for every row of an
 * import, and rows added together follow one another in the file. */
static char *
dup_inserted_sql (const EqpEntity *entity)
{
  g_autofree char *columns = _eqp_search_dup_columns (entity, "e");

  return g_strdup_printf ("SELECT e.id, %s FROM journal_change AS c CROSS JOIN \"%s\" AS e ON e.id = c.row"
                          " WHERE c.id BETWEEN ? AND ? AND c.table_name = '%s'",
                          columns, entity->table, entity->table);
}

static const Queries *
get_queries (EqpStore        *self,
             const EqpEntity *entity)
{
  GQuark      quark = g_quark_from_static_string ("eqp-search-queries");
  GHashTable *known = g_object_get_qdata (G_OBJECT (self), quark);
  Queries    *queries;

  if (known == NULL)
    {
      known = g_hash_table_new_full (NULL, NULL, NULL, queries_free);
      g_object_set_qdata_full (G_OBJECT (self), quark, known, (GDestroyNotify)g_hash_table_unref);
    }
  queries = g_hash_table_lookup (known, entity);
  if (queries != NULL)
    return queries;
  queries = g_new0 (Queries, 1);
  queries->n_columns = count_columns (entity);
  if (queries->n_columns > 0)
    {
      queries->changed_sql = dup_changed_sql (entity);
      queries->inserted_sql = dup_inserted_sql (entity);
    }
  g_hash_table_insert (known, (gpointer)entity, queries);
  return queries;
}

/* The words of a row before the change @first, when several changes followed. */
static gboolean
fold_rewound (EqpStore        *self,
              const EqpEntity *entity,
              gint64           id,
              gint64           first,
              EqpSearchBatch  *batch,
              GArray          *words,
              GError         **error)
{
  g_autoptr (JsonObject) row = NULL;

  if (!_eqp_journal_row_read (self, entity, id, &row, error) || !_eqp_journal_row_rewind (self, entity, id, first - 1, &row, error))
    return FALSE;
  for (guint i = 0; row != NULL && i < entity->n_fields; i++)
    {
      g_autofree char *column = NULL;
      JsonNode        *value;

      if ((entity->fields[i].flags & EQP_FIELD_SEARCHED) == 0)
        continue;
      column = eqp_field_dup_column (&entity->fields[i]);
      value = json_object_get_member (row, column);
      if (value != NULL && json_node_get_value_type (value) == G_TYPE_STRING)
        _eqp_search_batch_fold (batch, json_node_get_string (value), words);
    }
  return TRUE;
}

/* What an entry does to the index, an entity at a time. */
typedef struct
{
  EqpStore       *store;
  gint64          first; /* its changes */
  gint64          last;
  gboolean        only_inserts;
  gint64          number; /* the entity's in the index */
  EqpSearchBatch *batch;
  GArray         *before; /* words of the row at hand */
  GArray         *after;
} Update;

/* Whether the columns from @first on are those from @second on. */
static gboolean
is_same_text (EqpStatement *statement,
              guint         first,
              guint         second,
              guint         n)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (eqp_statement_get_text (statement, first + i), eqp_statement_get_text (statement, second + i)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
update_changed_row (Update          *self,
                    const EqpEntity *entity,
                    const Queries   *queries,
                    EqpStatement    *statement,
                    GError         **error)
{
  gint64             row = eqp_statement_get_integer (statement, 0);
  EqpChangeOperation operation = eqp_statement_get_integer (statement, 1);
  gboolean           alone = eqp_statement_get_integer (statement, 2) == 1;
  gboolean           present = eqp_statement_get_integer (statement, 3) != 0;
  guint              old = 4;
  guint              now = 4 + queries->n_columns;

  if (operation == EQP_CHANGE_UPDATE && alone && present && is_same_text (statement, old, now, queries->n_columns))
    return TRUE;
  if (operation != EQP_CHANGE_INSERT)
    {
      if (alone)
        fold_columns (self->batch, statement, old, queries->n_columns, self->before);
      else if (!fold_rewound (self->store, entity, row, self->first, self->batch, self->before, error))
        return FALSE;
    }
  if (present)
    fold_columns (self->batch, statement, now, queries->n_columns, self->after);
  return _eqp_search_batch_replace (self->batch, (guint)self->number, row, self->before, self->after, error);
}

static gboolean
update_entity (Update          *self,
               const EqpEntity *entity,
               GError         **error)
{
  EqpDatabase   *database = _eqp_store_get_database (self->store);
  const Queries *queries = get_queries (self->store, entity);
  g_autoptr (EqpStatement) statement = NULL;
  gboolean more = FALSE;

  if (queries->n_columns == 0)
    return TRUE;
  statement = eqp_database_prepare (database, self->only_inserts ? queries->inserted_sql : queries->changed_sql, error);
  if (statement == NULL || !find_entity (database, entity->table, &self->number, NULL, error))
    return FALSE;
  eqp_statement_bind_integer (statement, 0, self->first);
  eqp_statement_bind_integer (statement, 1, self->last);
  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      g_array_set_size (self->before, 0);
      g_array_set_size (self->after, 0);
      if (self->only_inserts)
        fold_columns (self->batch, statement, 1, queries->n_columns, self->after);
      if (self->only_inserts
            ? !_eqp_search_batch_replace (self->batch, (guint)self->number, eqp_statement_get_integer (statement, 0), self->before, self->after, error)
            : !update_changed_row (self, entity, queries, statement, error))
        return FALSE;
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_only_inserts (EqpDatabase *database,
                  gint64       first,
                  gint64       last,
                  gboolean    *only_inserts,
                  GError     **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (database, sql_not_inserts, error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, first);
  eqp_statement_bind_integer (statement, 1, last);
  if (!eqp_statement_step (statement, &found, error))
    return FALSE;
  *only_inserts = !found;
  return TRUE;
}

/**
 * _eqp_search_update:
 * @self: a store, before COMMIT
 * @first: the id of the entry's first change
 * @last: the id of its last change
 * @changes: which entities they touch
 * @error: (nullable): #EqpStoreError
 *
 * Brings the index up to date with an entry whose rows journal_row already knows.
 *
 * Returns: %FALSE with @error set when it could not be written
 */
gboolean
_eqp_search_update (EqpStore     *self,
                    gint64        first,
                    gint64        last,
                    EqpChangeSet *changes,
                    GError      **error)
{
  EqpDatabase     *database = _eqp_store_get_database (self);
  const EqpSchema *schema = eqp_store_get_schema (self);
  g_autoptr (EqpSearchBatch) batch = _eqp_search_batch_new (database);
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint));
  Update update = { self, first, last, FALSE, 0, batch, before, after };

  if (!has_only_inserts (database, first, last, &update.only_inserts, error))
    return FALSE;
  for (guint i = 0; i < schema->n_entities; i++)
    if (eqp_change_set_touches (changes, schema->entities[i]) && !update_entity (&update, schema->entities[i], error))
      return FALSE;
  return _eqp_search_batch_flush (batch, error);
}
