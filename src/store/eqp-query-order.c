/* eqp-query-order.c — comparing rows by the order of a list, in SQL: collations and NULLs are SQLite's business */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-query-private.h"

static const char sql_not_null[] = "SELECT 1 FROM pragma_table_info (?) WHERE name = ? AND (\"notnull\" OR pk)";

/* Parameters of every other statement here: ?1 a row's id, ?2 the other row's id, ?3 the other row's columns. */

struct _EqpIdOrder
{
  EqpStore        *store; /* (owned) */
  const EqpEntity *entity;
  char            *where;
  char            *order; /* (nullable) as it was given */
  GArray          *terms; /* EqpOrderTerm */
  char            *now;   /* "FROM …" of the other row as it is in the file */
  char            *past;  /* "FROM …" of the other row as ?3 has it */
};

static void
term_clear (gpointer data)
{
  EqpOrderTerm *term = data;

  g_free (term->expression);
}

static void
strip_word (char       *text,
            const char *word,
            gboolean   *found)
{
  gsize length = strlen (text);
  gsize word_length = strlen (word);

  *found = length > word_length && g_ascii_strcasecmp (text + length - word_length, word) == 0;
  if (!*found)
    return;
  text[length - word_length] = '\0';
  g_strchomp (text);
}

static void
add_term (GArray *terms,
          char   *text)
{
  EqpOrderTerm term = { g_strstrip (text), FALSE, FALSE };
  gboolean     ascending;

  strip_word (text, " DESC", &term.descending);
  strip_word (text, " ASC", &ascending);
  g_array_append_val (terms, term);
}

/* At the commas outside of brackets and quotes. */
static void
split_terms (GArray     *terms,
             const char *order)
{
  const char *start = order;
  int         depth = 0;
  char        quote = '\0';

  for (const char *p = order;; p++)
    {
      if (*p == '\0' || (*p == ',' && depth == 0 && quote == '\0'))
        {
          add_term (terms, g_strndup (start, (gsize)(p - start)));
          start = p + 1;
        }
      if (*p == '\0')
        return;
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '\'' || *p == '"')
        quote = *p;
      else
        depth += (*p == '(') - (*p == ')');
    }
}

/* A column that is NOT NULL, with a collation or not. SQLite would look for NULLs in it row by row. */
static gboolean
is_never_null (EqpStore        *store,
               const EqpEntity *entity,
               const char      *expression)
{
  g_auto (GStrv) words = g_strsplit (expression, " ", 2);
  g_autoptr (EqpStatement) statement = NULL;
  gboolean found = FALSE;

  if (words[1] != NULL && !g_str_has_prefix (words[1], "COLLATE "))
    return FALSE;
  statement = eqp_database_prepare (_eqp_store_get_database (store), sql_not_null, NULL);
  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, entity->table);
  eqp_statement_bind_text (statement, 1, words[0]);
  return eqp_statement_step (statement, &found, NULL) && found;
}

static char *
dup_past (const EqpEntity *entity)
{
  GString *sql = g_string_new ("FROM (SELECT ?2 AS id");

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);

      g_string_append_printf (sql, ", json_extract (?3, '$.%s') AS \"%s\"", column, column);
    }
  g_string_append_printf (sql, ") AS \"%s\"", entity->table);
  return g_string_free (sql, FALSE);
}

/**
 * _eqp_id_order_new:
 * @query: whose order and condition
 * @known: (nullable): another order of that list, perhaps the same one: the schema then need not be asked again
 *
 * Rows that are equal by the order given are in the order of their ids, which turns with its last term: an index backwards.
 *
 * Returns: (transfer full): the order
 */
EqpIdOrder *
_eqp_id_order_new (const EqpIdQuery *query,
                   const EqpIdOrder *known)
{
  EqpIdOrder  *self = g_rc_box_new0 (EqpIdOrder);
  EqpOrderTerm last = { g_strdup ("id"), FALSE, TRUE };

  self->store = g_object_ref (query->store);
  self->entity = query->entity;
  self->where = g_strdup (query->where != NULL && *query->where != '\0' ? query->where : "1");
  self->terms = g_array_new (FALSE, FALSE, sizeof (EqpOrderTerm));
  g_array_set_clear_func (self->terms, term_clear);
  self->order = g_strdup (query->order);
  if (query->order != NULL && *query->order != '\0')
    {
      gboolean same = known != NULL && known->entity == query->entity && g_strcmp0 (known->order, query->order) == 0;

      split_terms (self->terms, query->order);
      for (guint i = 0; i < self->terms->len; i++)
        {
          EqpOrderTerm *term = &g_array_index (self->terms, EqpOrderTerm, i);

          if (same)
            term->never_null = g_array_index (known->terms, EqpOrderTerm, i).never_null;
          else
            term->never_null = is_never_null (self->store, self->entity, term->expression);
        }
      last.descending = g_array_index (self->terms, EqpOrderTerm, self->terms->len - 1).descending;
    }
  g_array_append_val (self->terms, last);
  self->now = g_strdup_printf ("FROM \"%s\" WHERE id = ?2", query->entity->table);
  self->past = dup_past (query->entity);
  return self;
}

static void
order_clear (gpointer data)
{
  EqpIdOrder *self = data;

  g_object_unref (self->store);
  g_free (self->where);
  g_free (self->order);
  g_array_unref (self->terms);
  g_free (self->now);
  g_free (self->past);
}

EqpIdOrder *
_eqp_id_order_ref (EqpIdOrder *self)
{
  return g_rc_box_acquire (self);
}

void
_eqp_id_order_unref (EqpIdOrder *self)
{
  g_rc_box_release_full (self, order_clear);
}

EqpStore *
_eqp_id_order_get_store (EqpIdOrder *self)
{
  return self->store;
}

const EqpEntity *
_eqp_id_order_get_entity (EqpIdOrder *self)
{
  return self->entity;
}

const char *
_eqp_id_order_get_where (EqpIdOrder *self)
{
  return self->where;
}

const EqpOrderTerm *
_eqp_id_order_get_terms (EqpIdOrder *self,
                         guint      *n_terms)
{
  *n_terms = self->terms->len;
  return (const EqpOrderTerm *)(gpointer)self->terms->data;
}

/**
 * _eqp_id_order_append:
 * @self: an order
 * @sql: a SELECT
 * @from: a term
 *
 * Appends the order from that term on.
 */
void
_eqp_id_order_append (EqpIdOrder *self,
                      GString    *sql,
                      guint       from)
{
  g_string_append (sql, " ORDER BY ");
  for (guint i = from; i < self->terms->len; i++)
    {
      const EqpOrderTerm *term = &g_array_index (self->terms, EqpOrderTerm, i);

      g_string_append_printf (sql, "%s%s%s", i > from ? ", " : "", term->expression, term->descending ? " DESC" : "");
    }
}

/* Whether the statement, which may use all parameters, has a row. */
static gboolean
ask (EqpIdOrder     *self,
     const char     *sql,
     gint64          id,
     const EqpIdRow *row,
     gboolean       *answer,
     GError        **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self->store), sql, error);

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, id);
  eqp_statement_bind_integer (statement, 1, row->id);
  if (row->json != NULL)
    eqp_statement_bind_text (statement, 2, row->json);
  return eqp_statement_step (statement, answer, error);
}

/**
 * _eqp_id_order_is_before:
 * @self: an order
 * @row: a row
 * @id: a row that is in the file
 * @before: (out): whether @row comes before it
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_id_order_is_before (EqpIdOrder     *self,
                         const EqpIdRow *row,
                         gint64          id,
                         gboolean       *before,
                         GError        **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) equal = g_string_new (NULL);
  const char *from = row->json != NULL ? self->past : self->now;

  g_string_append_printf (sql, "SELECT 1 FROM \"%s\" WHERE id = ?1 AND (0", self->entity->table);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const EqpOrderTerm *term = &g_array_index (self->terms, EqpOrderTerm, i);
      g_autofree char    *theirs = g_strdup_printf ("(SELECT %s %s)", term->expression, from);
      const char         *mine = term->expression;

      /* NULL is less than anything. */
      if (term->descending)
        g_string_append_printf (sql, " OR (%s((%s) < %s OR ((%s) IS NULL AND %s IS NOT NULL)))", equal->str, mine, theirs, mine, theirs);
      else
        g_string_append_printf (sql, " OR (%s((%s) > %s OR ((%s) IS NOT NULL AND %s IS NULL)))", equal->str, mine, theirs, mine, theirs);
      g_string_append_printf (equal, "(%s) IS %s AND ", mine, theirs);
    }
  g_string_append_c (sql, ')');
  return ask (self, sql->str, id, row, before, error);
}

/**
 * _eqp_id_order_is_listed:
 * @self: an order
 * @row: a row
 * @listed: (out): whether there is such a row, and the condition holds for it
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_id_order_is_listed (EqpIdOrder     *self,
                         const EqpIdRow *row,
                         gboolean       *listed,
                         GError        **error)
{
  g_autofree char *sql = row->json != NULL
                         ? g_strdup_printf ("SELECT 1 %s WHERE (%s)", self->past, self->where)
                         : g_strdup_printf ("SELECT 1 %s AND (%s)", self->now, self->where);

  return ask (self, sql, 0, row, listed, error);
}

/**
 * _eqp_id_order_is_same:
 * @self: an order
 * @row: a row as it was
 * @same: (out): whether it is sorted by the same values now
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_id_order_is_same (EqpIdOrder     *self,
                       const EqpIdRow *row,
                       gboolean       *same,
                       GError        **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT 1 %s", self->now);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const char *expression = g_array_index (self->terms, EqpOrderTerm, i).expression;

      g_string_append_printf (sql, " AND (%s) IS (SELECT %s %s)", expression, expression, self->past);
    }
  return ask (self, sql->str, 0, row, same, error);
}
