/* test-plans.h — the questions that a test makes the store ask, and that SQLite goes through no table for them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

#include <string.h>

G_BEGIN_DECLS

static struct
{
  const char *word;       /* of the SELECTs that are looked at */
  GPtrArray  *statements; /* (nullable) since test_plans_begin() */
} test_plans;

static inline GLogWriterOutput
test_plans_write (GLogLevelFlags   level,
                  const GLogField *fields,
                  gsize            n_fields,
                  gpointer         user_data)
{
  for (gsize i = 0; test_plans.statements != NULL && i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "SELECT") &&
        strstr (fields[i].value, test_plans.word) != NULL)
      g_ptr_array_add (test_plans.statements, g_strdup (fields[i].value));
  return (level & G_LOG_LEVEL_MESSAGE) != 0 ? G_LOG_WRITER_HANDLED : g_log_writer_default (level, fields, n_fields, user_data);
}

/* Before the first store is opened: has every SELECT with @word in it kept, as EQP_DEBUG=sql traces them. */
static inline void
test_plans_init (const char *word)
{
  test_plans.word = word;
  g_setenv ("EQP_DEBUG", "sql", TRUE);
  g_log_set_writer_func (test_plans_write, NULL, NULL);
}

static inline void
test_plans_begin (void)
{
  g_assert_null (test_plans.statements);
  test_plans.statements = g_ptr_array_new_with_free_func (g_free);
}

/* Whatever sorts is refused, and what is done in a way that begins with one of @refused: "SCAN x " goes through the whole of x. */
static inline void
test_plans_assert (EqpStore          *store,
                   const char        *sql,
                   const char *const *refused)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, explain, NULL);

  g_assert_no_error (error);
  while (eqp_query_next (query, &error))
    {
      g_autofree char *detail = g_strconcat (eqp_query_get_text (query, 3), " ", NULL);

      if (strstr (detail, "TEMP B-TREE") != NULL)
        g_error ("%s: %s", sql, detail);
      for (guint i = 0; refused[i] != NULL; i++)
        if (g_str_has_prefix (detail, refused[i]))
          g_error ("%s: %s", sql, detail);
    }
  g_assert_no_error (error);
}

/* Looks at all that was asked since the beginning, @least at least. */
static inline void
test_plans_end (EqpStore          *store,
                guint              least,
                const char *const *refused)
{
  g_autoptr (GPtrArray) statements = g_steal_pointer (&test_plans.statements);

  g_assert_cmpuint (statements->len, >=, least);
  for (guint i = 0; i < statements->len; i++)
    test_plans_assert (store, g_ptr_array_index (statements, i), refused);
}

G_END_DECLS
