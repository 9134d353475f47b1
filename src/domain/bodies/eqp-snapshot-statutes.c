/* eqp-snapshot-statutes.c — reads the categories, parameters and rules that the bodies of one statute share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-snapshot"

#include "config.h"

#include "domain/bodies/eqp-snapshot-loader.h"

/* What the bodies of one statute share. */
typedef struct
{
  GPtrArray  *categories;
  GPtrArray  *parameters;
  GPtrArray  *rules;
  GHashTable *indices; /* category id → index in categories */
} StatuteParts;

static void
statute_parts_free (gpointer data)
{
  StatuteParts *parts = data;

  g_ptr_array_unref (parts->categories);
  g_ptr_array_unref (parts->parameters);
  g_ptr_array_unref (parts->rules);
  g_hash_table_unref (parts->indices);
  g_free (parts);
}

static StatuteParts *
ensure_parts (EqpLoader *loader,
              gint64     statute)
{
  StatuteParts *parts = g_hash_table_lookup (loader->statutes, &statute);

  if (parts == NULL)
    {
      parts = g_new0 (StatuteParts, 1);
      parts->categories = _eqp_snapshot_categories_new ();
      parts->parameters = _eqp_snapshot_parameters_new ();
      parts->rules = _eqp_snapshot_rules_new ();
      parts->indices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (loader->statutes, g_memdup2 (&statute, sizeof statute), parts);
    }
  return parts;
}

static const char categories_sql[] =
  "SELECT statute_id, id, code, name_fr, name_en, min, COALESCE (max, -1), counts, votes, may_chair, side "
  "FROM category ORDER BY statute_id, position, code";

static void
restyle (char            **name,
         EqpInclusiveStyle style)
{
  char *styled = eqp_inclusive_restyle (*name, style);

  g_free (*name);
  *name = styled;
}

static void
add_category (EqpLoader *loader,
              EqpQuery  *query)
{
  StatuteParts        *parts = ensure_parts (loader, eqp_query_get_integer (query, 0));
  EqpSnapshotCategory *category = g_new0 (EqpSnapshotCategory, 1);

  category->id = eqp_query_get_integer (query, 1);
  _eqp_loader_set_text (&category->code, query, 2);
  _eqp_loader_set_names (&category->name_fr, &category->name_en, query, 3);
  restyle (&category->name_fr, loader->style);
  category->min = eqp_query_get_integer (query, 5);
  category->max = eqp_query_get_integer (query, 6);
  category->counts = eqp_query_get_integer (query, 7) != 0;
  category->votes = eqp_query_get_integer (query, 8) != 0;
  category->may_chair = eqp_query_get_integer (query, 9) != 0;
  category->side = eqp_side_from_code (eqp_query_get_text (query, 10));
  g_hash_table_insert (parts->indices, g_memdup2 (&category->id, sizeof category->id), GUINT_TO_POINTER (parts->categories->len));
  g_ptr_array_add (parts->categories, category);
}

/* Where periods overlap, the value that began last holds. */
static const char parameters_sql[] =
  "SELECT p.statute_id, p.name, p.value, p.source FROM parameter p "
  "WHERE " EQP_SQL_IN_FORCE ("p") " ORDER BY p.statute_id, p.name, p.from_date DESC";

static void
add_parameter (EqpLoader *loader,
               EqpQuery  *query)
{
  StatuteParts         *parts = ensure_parts (loader, eqp_query_get_integer (query, 0));
  EqpSnapshotParameter *parameter;

  if (parts->parameters->len > 0)
    {
      parameter = parts->parameters->pdata[parts->parameters->len - 1];
      if (strcmp (parameter->name, eqp_query_get_text (query, 1)) == 0)
        return;
    }
  parameter = g_new0 (EqpSnapshotParameter, 1);
  _eqp_loader_set_text (&parameter->name, query, 1);
  _eqp_loader_set_text (&parameter->value, query, 2);
  _eqp_loader_set_text (&parameter->source, query, 3);
  g_ptr_array_add (parts->parameters, parameter);
}

static const char rules_sql[] = "SELECT statute_id, rule, severity, source FROM statute_rule ORDER BY statute_id, rule";

static EqpSeverity
severity_from_code (const char *code)
{
  if (strcmp (code, "off") == 0)
    return EQP_SEVERITY_OFF;
  if (strcmp (code, "information") == 0)
    return EQP_SEVERITY_INFORMATION;
  return strcmp (code, "warning") == 0 ? EQP_SEVERITY_WARNING : EQP_SEVERITY_ERROR;
}

static void
add_rule (EqpLoader *loader,
          EqpQuery  *query)
{
  StatuteParts    *parts = ensure_parts (loader, eqp_query_get_integer (query, 0));
  EqpSnapshotRule *rule = g_new0 (EqpSnapshotRule, 1);

  _eqp_loader_set_text (&rule->rule, query, 1);
  rule->severity = severity_from_code (eqp_query_get_text (query, 2));
  _eqp_loader_set_text (&rule->source, query, 3);
  g_ptr_array_add (parts->rules, rule);
}

static void
share_array (GPtrArray **target,
             GPtrArray  *source)
{
  g_ptr_array_unref (*target);
  *target = g_ptr_array_ref (source);
}

gboolean
_eqp_loader_load_statutes (EqpLoader *loader,
                           GError   **error)
{
  EqpStore      *store = loader->store;
  EqpDate        date = loader->as_of;
  GHashTableIter iter;
  gpointer       value;

  if (!_eqp_loader_run (loader, eqp_store_query (store, error, categories_sql, ""), add_category, error) ||
      !_eqp_loader_run (loader, eqp_store_query (store, error, parameters_sql, "dd", date, date), add_parameter, error) ||
      !_eqp_loader_run (loader, eqp_store_query (store, error, rules_sql, ""), add_rule, error))
    return FALSE;

  g_hash_table_iter_init (&iter, loader->bodies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      EqpSnapshot  *self = value;
      StatuteParts *parts = ensure_parts (loader, self->statute);

      share_array (&self->categories, parts->categories);
      share_array (&self->parameters, parts->parameters);
      share_array (&self->rules, parts->rules);
    }
  return TRUE;
}

/* The index of a category in the array of its statute. */
gboolean
_eqp_loader_find_category (EqpLoader *loader,
                           gint64     statute,
                           gint64     category,
                           guint     *index)
{
  StatuteParts *parts = g_hash_table_lookup (loader->statutes, &statute);
  gpointer      value;

  if (parts == NULL || !g_hash_table_lookup_extended (parts->indices, &category, NULL, &value))
    return FALSE;
  *index = GPOINTER_TO_UINT (value);
  return TRUE;
}

GHashTable *
_eqp_loader_statutes_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, statute_parts_free);
}
