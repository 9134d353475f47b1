/* eqp-balance-lines.c — the lines behind a figure, as a condition on the ledger */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance"

#include "config.h"

#include "domain/exchanges/eqp-balance.h"

#include "domain/exchanges/eqp-balance-private.h"

/* The view exchange_line says the same to the sums: a direct contract comes before shared time. */
static const char *const line_conditions[] = {
  [EQP_LINES_COUNTED] = EQP_SQL_COUNTED,
  [EQP_LINES_SHARED] = "shared_time = 1 AND direct_contract = 0",
  [EQP_LINES_DIRECT] = "direct_contract = 1",
  [EQP_LINES_FIELD] = "training = 'FI' AND home_side = 'rectorat'",
  [EQP_LINES_ALL] = "1",
};

/* %s: the key, quoted. The second one is of the lines that name nothing. */
static const struct
{
  const char *format;
  const char *none;
} key_conditions[EQP_N_BREAKDOWNS] = {
  [EQP_BY_DISCIPLINE] = { "person_id IN (SELECT id FROM person WHERE " EQP_SQL_DISCIPLINE " = %s)",
                          "person_id IN (SELECT id FROM person WHERE " EQP_SQL_DISCIPLINE " = '')" },
  [EQP_BY_SCHEME] = { "scheme_id = (SELECT id FROM scheme WHERE code = %s)", "scheme_id IS NULL" },
  [EQP_BY_COURSE] = { "unit_id IN (SELECT u.id FROM unit u JOIN course c ON c.id = u.course_id WHERE c.code = %s)", "unit_id IS NULL" },
  [EQP_BY_INSTITUTION] = { "CASE training WHEN 'FC' THEN home_id ELSE host_id END = (SELECT id FROM institution WHERE code = %s)",
                           "CASE training WHEN 'FC' THEN home_id ELSE host_id END IS NULL" },
  [EQP_BY_PERSON] = { "person_id = (SELECT id FROM person WHERE code = %s)", "0" },
};

static char *
dup_quoted (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);

  return g_strdup_printf ("'%s'", doubled);
}

static void
add_condition (GString    *sql,
               const char *condition)
{
  if (sql->len > 0)
    g_string_append (sql, " AND ");
  g_string_append (sql, condition);
}

static void
add_dates (GString *sql,
           EqpDate  from,
           EqpDate  to)
{
  char             first[EQP_DATE_ISO_SIZE], last[EQP_DATE_ISO_SIZE];
  g_autofree char *condition = g_strdup_printf ("date BETWEEN '%s' AND '%s'", eqp_date_to_iso (from, first), eqp_date_to_iso (to, last));

  add_condition (sql, condition);
}

static void
add_key (GString     *sql,
         EqpBreakdown by,
         const char  *key)
{
  g_autofree char *quoted = dup_quoted (key);
  g_autofree char *condition = NULL;
  g_auto (GStrv) parts = NULL;

  if (*key == '\0')
    {
      add_condition (sql, key_conditions[by].none);
      return;
    }
  parts = g_strsplit (key_conditions[by].format, "%s", 2);
  condition = g_strconcat (parts[0], quoted, parts[1], NULL);
  add_condition (sql, condition);
}

/**
 * eqp_balance_get_condition:
 * @store: the file, whose settings say when terms and years begin
 * @from: the first day, %EQP_DATE_NONE for the first month of the ledger
 * @to: the last day, %EQP_DATE_NONE for the last month of the ledger
 * @by: what the rows stand for
 * @key: (nullable): the row's key; %NULL for the total
 * @training: the direction; %EQP_N_TRAININGS for both
 * @lines: which of the row's sums
 *
 * The lines that a figure of eqp_balance_load() adds up: a figure opens its rows.
 *
 * Returns: (transfer none): a condition on the columns of “intervention”, without parameters, never freed; one that no line meets when
 *   there is no such row
 */
const char *
eqp_balance_get_condition (EqpStore    *store,
                           EqpDate      from,
                           EqpDate      to,
                           EqpBreakdown by,
                           const char  *key,
                           EqpTraining  training,
                           EqpLines     lines)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  EqpDate first, last;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);
  g_return_val_if_fail (by < EQP_N_BREAKDOWNS && lines < G_N_ELEMENTS (line_conditions), NULL);

  if (!_eqp_balance_close_period (store, &from, &to, &error))
    {
      g_message ("The extent of the ledger cannot be read: %s", error->message);
      return "0";
    }
  if (key != NULL && _eqp_breakdown_is_period (by))
    {
      if (!_eqp_period_find (store, by, key, to, &first, &last))
        return "0";
      from = MAX (from, first);
      to = MIN (to, last);
    }
  add_dates (sql, from, to);
  if (key != NULL && !_eqp_breakdown_is_period (by))
    add_key (sql, by, key);
  if (training < EQP_N_TRAININGS)
    add_condition (sql, training == EQP_TRAINING_FC ? "training = 'FC'" : "training = 'FI'");
  if (lines != EQP_LINES_ALL)
    add_condition (sql, line_conditions[lines]);
  return g_intern_string (sql->str);
}
