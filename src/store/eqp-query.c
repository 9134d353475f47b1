/* eqp-query.c — a SELECT for what records cannot say: counts, joins */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-internal.h"

struct _EqpQuery
{
  EqpStore     *store; /* (owned) */
  EqpStatement *statement;
};

void
_eqp_statement_bind_list (EqpStatement *statement,
                          const char   *letters,
                          va_list       values)
{
  for (guint i = 0; letters != NULL && letters[i] != '\0'; i++)
    {
      char    iso[EQP_DATE_ISO_SIZE];
      EqpDate date;

      switch (letters[i])
        {
        case 's':
          eqp_statement_bind_text (statement, i, va_arg (values, const char *));
          break;
        case 'i':
          eqp_statement_bind_integer (statement, i, va_arg (values, gint64));
          break;
        case 'd':
          date = va_arg (values, EqpDate);
          eqp_statement_bind_text (statement, i, date != EQP_DATE_NONE ? eqp_date_to_iso (date, iso) : "");
          break;
        default:
          g_return_if_reached ();
        }
    }
}

/**
 * eqp_store_query:
 * @self: a store
 * @sql: a static SELECT
 * @bind: (nullable): one letter a '?': 's' const char *, 'i' gint64, 'd' EqpDate (as ISO text)
 * @...: the values
 *
 * Returns: (transfer full): the query before its first row, to be freed before the store is closed; %NULL with %EQP_STORE_ERROR
 */
EqpQuery *
eqp_store_query (EqpStore   *self,
                 GError    **error,
                 const char *sql,
                 const char *bind,
                 ...)
{
  EqpStatement *statement;
  EqpQuery     *query;
  va_list       values;

  g_return_val_if_fail (EQP_IS_STORE (self), NULL);

  if (!_eqp_store_is_usable (self, error))
    return NULL;
  statement = eqp_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return NULL;
  va_start (values, bind);
  _eqp_statement_bind_list (statement, bind, values);
  va_end (values);
  query = g_new (EqpQuery, 1);
  query->store = g_object_ref (self);
  query->statement = statement;
  return query;
}

/**
 * eqp_query_next:
 * @query: a query
 *
 * Returns: %TRUE at a row; %FALSE at the end, with @error untouched, or on %EQP_STORE_ERROR
 */
gboolean
eqp_query_next (EqpQuery *query,
                GError  **error)
{
  gboolean row;

  return eqp_statement_step (query->statement, &row, error) && row;
}

/**
 * eqp_query_get_text:
 * @query: a query at a row
 * @column: from 0
 *
 * Returns: (transfer none): the text, "" for NULL, until the next row
 */
const char *
eqp_query_get_text (EqpQuery *query,
                    guint     column)
{
  return eqp_statement_get_text (query->statement, column);
}

/**
 * eqp_query_get_integer:
 * @query: a query at a row
 * @column: from 0
 *
 * Returns: the number, 0 for NULL
 */
gint64
eqp_query_get_integer (EqpQuery *query,
                       guint     column)
{
  return eqp_statement_get_integer (query->statement, column);
}

/**
 * eqp_query_get_date:
 * @query: a query at a row
 * @column: from 0, of ISO text
 *
 * Returns: the date, %EQP_DATE_NONE for "" and NULL
 */
EqpDate
eqp_query_get_date (EqpQuery *query,
                    guint     column)
{
  return eqp_date_from_iso (eqp_statement_get_text (query->statement, column));
}

/**
 * eqp_query_is_null:
 * @query: a query at a row
 * @column: from 0
 *
 * Returns: whether the value is NULL
 */
gboolean
eqp_query_is_null (EqpQuery *query,
                   guint     column)
{
  return eqp_statement_is_null (query->statement, column);
}

/**
 * eqp_query_free:
 * @query: a query
 *
 * Ends it.
 */
void
eqp_query_free (EqpQuery *query)
{
  eqp_statement_done (query->statement);
  g_object_unref (query->store);
  g_free (query);
}
