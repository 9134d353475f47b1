/* eqp-direct-contract.c — hours under direct contract by family: what goes past the Pôle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-direct-contract"

#include "config.h"

#include "domain/exchanges/eqp-direct-contract.h"

#include "domain/exchanges/eqp-balance-private.h"

#include <glib/gi18n.h>

/* X-10's own words, which are values of findings and stay French. */
#define FAMILY_FI "FI universités"
#define FAMILY_COMPETITION "préparation concours internes"

/* In the order in which they are listed. */
static const struct
{
  const char *key;
  const char *scheme; /* (nullable) family of the schemes; NULL: no matter which */
  const char *label;
} families[] = {
  { FAMILY_COMPETITION, "COMPETITION", N_ ("Preparation of internal competitions") },
  { FAMILY_FI, NULL, N_ ("Initial training in the universities") },
  { "FIL", "FIL", N_ ("Local training of common interest (FIL)") },
  { "ALD", "ALD", N_ ("Local subject action (ALD)") },
  { "ALP", "ALP", N_ ("Local educational action (ALP)") },
  { "AED", "AED", N_ ("Follow-up of pre-professional assistants (AED)") },
  { "", "", N_ ("Other continuing training") },
};

typedef struct
{
  EqpStore   *store;
  GHashTable *schemes; /* &id → family, interned */
  EqpSum      sums[G_N_ELEMENTS (families)];
} Loader;

/**
 * eqp_direct_contract_get_family:
 * @training: of a line
 * @scheme_family: of its scheme; "" when it has none
 *
 * X-10 asks for the hours past the Pôle by family and names two; the others go by the scheme's.
 *
 * Returns: (transfer none): “FI universités”, “préparation concours internes”, or @scheme_family
 */
const char *
eqp_direct_contract_get_family (EqpTraining training,
                                const char *scheme_family)
{
  if (training == EQP_TRAINING_FI)
    return FAMILY_FI;
  return strcmp (scheme_family, "COMPETITION") == 0 ? FAMILY_COMPETITION : scheme_family;
}

/* ---- sums ---- */

static guint
find_family (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (strcmp (families[i].key, key) == 0)
      return i;
  g_return_val_if_reached (G_N_ELEMENTS (families) - 1);
}

/* There are a few dozen schemes in all. */
static gboolean
read_schemes (Loader  *loader,
              GError **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (loader->store, error, "SELECT id, family FROM scheme", NULL);
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (eqp_query_next (query, &failure))
    {
      gint64 id = eqp_query_get_integer (query, 0);

      g_hash_table_insert (loader->schemes, g_memdup2 (&id, sizeof id), (gpointer)g_intern_string (eqp_query_get_text (query, 1)));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
add_cell (const EqpBalanceCell *cell,
          gpointer              user_data,
          GError              **error)
{
  Loader     *loader = user_data;
  const char *scheme = g_hash_table_lookup (loader->schemes, &cell->key);
  EqpSum     *sum;

  if (cell->outside != EQP_OUTSIDE_DIRECT)
    return TRUE;
  sum = &loader->sums[find_family (eqp_direct_contract_get_family (cell->training, scheme != NULL ? scheme : ""))];
  for (guint i = 0; i < EQP_N_HOURS; i++)
    sum->minutes[i] += cell->sum.minutes[i];
  sum->lines += cell->sum.lines;
  return TRUE;
}

/**
 * eqp_direct_contract_load:
 * @store: an open file
 * @from: the first day, %EQP_DATE_NONE for the first month of the ledger
 * @to: the last day, %EQP_DATE_NONE for the last month of the ledger
 * @language: of the labels
 * @error: (out) (optional): #EqpStoreError
 *
 * What went past the Pôle, added up by family, in minutes. Whole months are read from the sums that the file keeps. Every line
 * under direct contract is in exactly one family.
 *
 * Returns: (transfer full) (element-type EqpDirectFamily): the families that have lines; %NULL with @error set
 */
GPtrArray *
eqp_direct_contract_load (EqpStore   *store,
                          EqpDate     from,
                          EqpDate     to,
                          EqpLanguage language,
                          GError    **error)
{
  g_autoptr (GPtrArray) result = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) schemes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Loader loader = { .store = store, .schemes = schemes };

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);

  if (!_eqp_balance_close_period (store, &from, &to, error) || !read_schemes (&loader, error) ||
      !_eqp_balance_read (store, "scheme", from, to, add_cell, &loader, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      const EqpDirectFamily family = { families[i].key, eqp_tr (language, families[i].label), loader.sums[i] };

      if (family.sum.lines != 0)
        g_ptr_array_add (result, g_memdup2 (&family, sizeof family));
    }
  return g_steal_pointer (&result);
}

/**
 * eqp_direct_contract_get_condition:
 * @store: the file
 * @from: the first day, %EQP_DATE_NONE for the first month of the ledger
 * @to: the last day, %EQP_DATE_NONE for the last month of the ledger
 * @key: a family
 *
 * The lines that a family of eqp_direct_contract_load() adds up: a figure opens its rows.
 *
 * Returns: (transfer none): a condition on the columns of “intervention”, without parameters, never freed
 */
const char *
eqp_direct_contract_get_condition (EqpStore   *store,
                                   EqpDate     from,
                                   EqpDate     to,
                                   const char *key)
{
  const char      *scheme = families[find_family (key)].scheme;
  const char      *lines;
  g_autofree char *condition = NULL;

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);

  lines = eqp_balance_get_condition (store, from, to, EQP_BY_YEAR, NULL, scheme == NULL ? EQP_TRAINING_FI : EQP_TRAINING_FC, EQP_LINES_DIRECT);
  if (scheme == NULL)
    return lines;
  condition = g_strdup_printf ("%s AND coalesce ((SELECT family FROM scheme WHERE scheme.id = scheme_id), '') = '%s'", lines, scheme);
  return g_intern_string (condition);
}
