/* eqp-query-seek.c — reading a list from one of its rows on, by the index that has its order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-query-private.h"

/* What comes at or after a row of key (a, b, id) is read in stretches, each of them one range of the index: those with its a, its b
 * and a greater id; then those with its a and a greater b; then those with a greater a. Parameters: ?1 the row, ?2 how many. */

typedef struct
{
  EqpIdOrder       *order;
  const EqpIdRange *range;
  GArray           *ids;
  guint             first; /* how many @ids there were */
  gboolean          cut;   /* by the deadline */
  gboolean          done;
} Reading;

static gboolean
may_go_on (Reading *self)
{
  return !self->cut && !self->done && self->ids->len - self->first < self->range->limit;
}

static GString *
begin_sql (EqpIdOrder *order)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT id FROM \"%s\" WHERE (%s)", _eqp_id_order_get_entity (order)->table, _eqp_id_order_get_where (order));
  return sql;
}

/* A plan that sorts all rows has no index; sorting within groups of equal ones is as good as one. */
gboolean
_eqp_id_order_is_indexed (EqpIdOrder *self)
{
  g_autoptr (GString) sql = begin_sql (self);
  g_autoptr (EqpStatement) statement = NULL;
  gboolean more;

  _eqp_id_order_append (self, sql, 0);
  g_string_prepend (sql, "EXPLAIN QUERY PLAN ");
  statement = eqp_database_prepare (_eqp_store_get_database (_eqp_id_order_get_store (self)), sql->str, NULL);
  while (statement != NULL && eqp_statement_step (statement, &more, NULL))
    {
      if (!more)
        return TRUE;
      if (strcmp (eqp_statement_get_text (statement, 3), "USE TEMP B-TREE FOR ORDER BY") == 0)
        return FALSE;
    }
  return FALSE;
}

static gboolean
run (Reading    *self,
     const char *sql,
     GError    **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (_eqp_id_order_get_store (self->order)), sql, error);
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, self->range->from);
  eqp_statement_bind_integer (statement, 1, self->range->limit - (self->ids->len - self->first));
  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more && may_go_on (self))
    {
      gint64 id = eqp_statement_get_integer (statement, 0);

      if (id == self->range->until)
        self->done = TRUE;
      else
        g_array_append_val (self->ids, id);
      self->cut = self->range->deadline != 0 && g_get_monotonic_time () > self->range->deadline;
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* Which terms are NULL in the row. *nulls stays NULL when there is no such row. */
static gboolean
read_nulls (Reading            *self,
            const EqpOrderTerm *terms,
            guint               n_terms,
            gboolean          **nulls,
            GError            **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (EqpStatement) statement = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < n_terms; i++)
    g_string_append_printf (sql, "%s(%s) IS NULL", i > 0 ? ", " : "", terms[i].expression);
  g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?", _eqp_id_order_get_entity (self->order)->table);
  statement = eqp_database_prepare (_eqp_store_get_database (_eqp_id_order_get_store (self->order)), sql->str, error);
  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, self->range->from);
  if (!eqp_statement_step (statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  *nulls = g_new (gboolean, n_terms);
  for (guint i = 0; i < n_terms; i++)
    (*nulls)[i] = eqp_statement_get_integer (statement, i) != 0;
  return TRUE;
}

/* One stretch: equal to the row up to term @depth, which compares to the row's as @comparison says. */
static gboolean
run_stretch (Reading        *self,
             const gboolean *nulls,
             guint           depth,
             const char     *comparison,
             GError        **error)
{
  guint               n_terms;
  const EqpOrderTerm *terms = _eqp_id_order_get_terms (self->order, &n_terms);
  const char         *table = _eqp_id_order_get_entity (self->order)->table;
  g_autoptr (GString) sql = g_string_new (NULL);

  if (!may_go_on (self))
    return TRUE;
  g_string_append_printf (sql, "SELECT id FROM \"%s\" WHERE 1", table);
  for (guint i = 0; i < depth; i++)
    if (nulls[i])
      g_string_append_printf (sql, " AND (%s) IS NULL", terms[i].expression);
    else
      g_string_append_printf (sql, " AND (%s) = (SELECT %s FROM \"%s\" WHERE id = ?1)", terms[i].expression, terms[i].expression, table);
  g_string_append_printf (sql, " AND (%s) %s", terms[depth].expression, comparison);
  if (!g_str_has_prefix (comparison, "IS"))
    g_string_append_printf (sql, " (SELECT %s FROM \"%s\" WHERE id = ?1)", terms[depth].expression, table);
  /* Of two bounds on the same column SQLite takes the first one: the list's own would have it begin at the list's end each time. */
  g_string_append_printf (sql, " AND (%s)", _eqp_id_order_get_where (self->order));
  _eqp_id_order_append (self->order, sql, depth);
  g_string_append (sql, " LIMIT ?2");
  return run (self, sql->str, error);
}

static gboolean
run_from_row (Reading *self,
              GError **error)
{
  guint                n_terms;
  const EqpOrderTerm  *terms = _eqp_id_order_get_terms (self->order, &n_terms);
  g_autofree gboolean *nulls = NULL;

  if (!read_nulls (self, terms, n_terms, &nulls, error))
    return FALSE;
  for (guint i = n_terms; i > 0 && nulls != NULL; i--)
    {
      guint    depth = i - 1;
      gboolean inclusive = i == n_terms && !self->range->after;
      gboolean good;

      if (terms[depth].descending)
        good = nulls[depth] || (run_stretch (self, nulls, depth, inclusive ? "<=" : "<", error) &&
                                (terms[depth].never_null || run_stretch (self, nulls, depth, "IS NULL", error)));
      else
        good = run_stretch (self, nulls, depth, nulls[depth] ? "IS NOT NULL" : inclusive ? ">="
                                                                                         : ">",
                            error);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

/**
 * _eqp_id_order_read:
 * @self: an order
 * @range: what of the list
 * @ids: (element-type gint64): the ids are appended to it
 * @complete: (out): whether neither the limit nor the deadline cut it short
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_id_order_read (EqpIdOrder       *self,
                    const EqpIdRange *range,
                    GArray           *ids,
                    gboolean         *complete,
                    GError          **error)
{
  Reading reading = { self, range, ids, ids->len, FALSE, FALSE };

  if (range->from != 0)
    {
      if (!run_from_row (&reading, error))
        return FALSE;
    }
  else
    {
      g_autoptr (GString) sql = begin_sql (self);

      _eqp_id_order_append (self, sql, 0);
      g_string_append (sql, " LIMIT ?2");
      if (!run (&reading, sql->str, error))
        return FALSE;
    }
  *complete = may_go_on (&reading) || reading.done;
  return TRUE;
}
