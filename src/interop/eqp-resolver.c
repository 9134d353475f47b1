/* eqp-resolver.c — which record a code in a table means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-resolver"
#include "config.h"
#include "interop/eqp-resolver.h"

#include "base/eqp-error.h"
#include "base/eqp-fold.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-intervention.h"

#include <glib/gi18n.h>
#include <string.h>

/* Several records answer to it. */
#define AMBIGUOUS ((gint64)-1)

static const char sql_person[] = "SELECT id FROM person WHERE code = ?";
static const char sql_intervention[] = "SELECT id FROM intervention WHERE code = ?";
static const char sql_replaced[] =
  "SELECT id FROM mandate WHERE body_id = ? AND person_id = ? AND id <> ?"
  " ORDER BY category_id = ? DESC, from_date < ? DESC, from_date DESC, id LIMIT 1";

struct _EqpResolver
{
  EqpStore   *store;
  GHashTable *codes;    /* entity → (code → id); people and lines are asked of the store instead: there may be very many */
  GHashTable *names;    /* entity → (folded code or name → id or AMBIGUOUS), made when first needed */
  GHashTable *statutes; /* body id → statute id */
  GHashTable *seats;    /* statute id → (folded code or name → category id) */
};

static gint64 *
box_id (gint64 id)
{
  gint64 *box = g_new (gint64, 1);

  *box = id;
  return box;
}

static GHashTable *
new_text_map (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gint64
lookup (GHashTable *map,
        const char *key)
{
  const gint64 *id = g_hash_table_lookup (map, key);

  return id != NULL ? *id : 0;
}

/* Takes @key. */
static void
add_folded (GHashTable *map,
            char       *key,
            gint64      id)
{
  gint64 known = lookup (map, key);

  if (*key == '\0' || known == id)
    g_free (key);
  else
    g_hash_table_replace (map, key, box_id (known == 0 ? id : AMBIGUOUS));
}

static void
add_names (GHashTable *map,
           EqpRecord  *record)
{
  static const char *const fields[] = { "code", "name", "short-name", "name-fr", "name-en" };
  const EqpEntity         *entity = eqp_record_get_entity (record);
  gint64                   id = eqp_record_get_id (record);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      int field = eqp_entity_find_field (entity, fields[i]);

      if (field >= 0)
        add_folded (map, eqp_fold (eqp_record_get_text (record, field)), id);
    }
  if (entity == &eqp_person_entity)
    {
      const char      *family = eqp_record_get_text (record, EQP_PERSON_FAMILY_NAME);
      const char      *given = eqp_record_get_text (record, EQP_PERSON_GIVEN_NAME);
      g_autofree char *family_first = g_strconcat (family, " ", given, NULL);
      g_autofree char *given_first = g_strconcat (given, " ", family, NULL);

      add_folded (map, eqp_fold (g_strstrip (family_first)), id);
      add_folded (map, eqp_fold (g_strstrip (given_first)), id);
    }
}

/* Fills @codes (nullable) and @names (nullable) from every row of @entity, a piece at a time. */
static gboolean
load_rows (EqpResolver     *self,
           const EqpEntity *entity,
           GHashTable      *codes,
           GHashTable      *names,
           GError         **error)
{
  guint  code = eqp_entity_find_field (entity, "code");
  gint64 last = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) rows = eqp_store_select (self->store, entity, error, "WHERE id > ? ORDER BY id LIMIT 512", "i", last);

      if (rows == NULL)
        return FALSE;
      if (rows->len == 0)
        return TRUE;
      for (guint i = 0; i < rows->len; i++)
        {
          EqpRecord *record = g_ptr_array_index (rows, i);

          last = eqp_record_get_id (record);
          if (codes != NULL)
            g_hash_table_insert (codes, g_strdup (eqp_record_get_text (record, code)), box_id (last));
          if (names != NULL)
            add_names (names, record);
        }
    }
}

/* The map of @entity in @maps, filled at first; NULL on error. */
static GHashTable *
get_map (EqpResolver     *self,
         GHashTable      *maps,
         const EqpEntity *entity,
         GError         **error)
{
  GHashTable *known = g_hash_table_lookup (maps, entity);
  g_autoptr (GHashTable) map = NULL;

  if (known != NULL)
    return known;
  map = new_text_map ();
  if (!load_rows (self, entity, maps == self->codes ? map : NULL, maps == self->names ? map : NULL, error))
    return NULL;
  known = map;
  g_hash_table_insert (maps, (gpointer)entity, g_steal_pointer (&map));
  return known;
}

static gboolean
find_exactly (EqpResolver     *self,
              const EqpEntity *entity,
              const char      *text,
              gint64          *id,
              GError         **error)
{
  if (entity == &eqp_person_entity || entity == &eqp_intervention_entity)
    {
      const char *sql = entity == &eqp_person_entity ? sql_person : sql_intervention;
      g_autoptr (EqpQuery) query = eqp_store_query (self->store, error, sql, "s", text);
      GError *failure = NULL;

      if (query == NULL)
        return FALSE;
      *id = eqp_query_next (query, &failure) ? eqp_query_get_integer (query, 0) : 0;
      if (failure == NULL)
        return TRUE;
      g_propagate_error (error, failure);
      return FALSE;
    }
  else
    {
      GHashTable *codes = get_map (self, self->codes, entity, error);

      *id = codes != NULL ? lookup (codes, text) : 0;
      return codes != NULL;
    }
}

/* One sentence for each entity: languages differ in more than the noun. */
static const char *
get_unknown_format (const EqpEntity *entity)
{
  static const struct
  {
    const char *table;
    const char *format;
  } formats[] = {
    /* Translators: in this and the following sentences %s is a code as somebody wrote it in a table. */
    { "institution", N_ ("There is no institution with the code “%s”.") },
    { "site", N_ ("There is no site with the code “%s”.") },
    { "person", N_ ("There is no person with the code “%s”.") },
    { "mention", N_ ("There is no mention with the code “%s”.") },
    { "course", N_ ("There is no course with the code “%s”.") },
    { "statute", N_ ("There is no statute with the code “%s”.") },
    { "body", N_ ("There is no council with the code “%s”.") },
    { "meeting", N_ ("There is no meeting with the code “%s”.") },
    { "unit", N_ ("There is no teaching unit with the code “%s”.") },
    { "scheme", N_ ("There is no scheme with the code “%s”.") },
    { "request", N_ ("There is no request with the code “%s”.") },
    { "intervention", N_ ("There is no line of the ledger with the code “%s”.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].table, entity->table) == 0)
      return _ (formats[i].format);
  return _ ("There is no record with the code “%s”.");
}

static gboolean
set_not_found (const char *text,
               gboolean    ambiguous,
               const char *format,
               GError    **error)
{
  if (ambiguous)
    /* Translators: %s is a name as somebody wrote it in a table. */
    g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN, _ ("Several records are called “%s”: give the code."), text);
  else
    {
      g_autoptr (GString) message = g_string_new (format);

      g_string_replace (message, "%s", text, 1);
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN, message->str);
    }
  return FALSE;
}

/* The categories of a statute by folded code and name. */
static GHashTable *
get_seats (EqpResolver *self,
           gint64       statute,
           GError     **error)
{
  GHashTable *known = g_hash_table_lookup (self->seats, &statute);
  g_autoptr (GPtrArray) rows = NULL;

  if (known != NULL)
    return known;
  rows = eqp_store_select (self->store, &eqp_category_entity, error, "WHERE statute_id = ?", "i", statute);
  if (rows == NULL)
    return NULL;
  known = new_text_map ();
  for (guint i = 0; i < rows->len; i++)
    add_names (known, g_ptr_array_index (rows, i));
  /* A code goes before any name. */
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_replace (known, eqp_fold (eqp_record_get_text (g_ptr_array_index (rows, i), EQP_CATEGORY_CODE)),
                          box_id (eqp_record_get_id (g_ptr_array_index (rows, i))));
  g_hash_table_insert (self->seats, box_id (statute), known);
  return known;
}

static gboolean
find_statute (EqpResolver *self,
              gint64       body,
              gint64      *statute,
              GError     **error)
{
  const gint64 *known = g_hash_table_lookup (self->statutes, &body);
  g_autoptr (EqpRecord) record = NULL;

  if (known == NULL)
    {
      record = eqp_store_get (self->store, &eqp_body_entity, body, error);
      if (record == NULL)
        return FALSE;
      known = box_id (eqp_record_get_reference (record, EQP_BODY_STATUTE));
      g_hash_table_insert (self->statutes, box_id (body), (gpointer)known);
    }
  *statute = *known;
  return TRUE;
}

/**
 * eqp_resolver_new:
 * @store: (transfer none): a store, which outlives the resolver
 *
 * Returns: (transfer full): a resolver that has read nothing yet
 */
EqpResolver *
eqp_resolver_new (EqpStore *store)
{
  EqpResolver *self = g_new0 (EqpResolver, 1);

  self->store = store;
  self->codes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  self->statutes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->seats = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  return self;
}

/**
 * eqp_resolver_free:
 * @self: (transfer full): a resolver
 */
void
eqp_resolver_free (EqpResolver *self)
{
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->statutes);
  g_hash_table_unref (self->seats);
  g_free (self);
}

/**
 * eqp_resolver_find:
 * @self: a resolver
 * @entity: what is meant; its records have a code
 * @text: the code, or a name that only one record has
 * @id: (out): the record's id
 * @error: (out) (optional): EQP_INPUT_ERROR_UNKNOWN, or #EqpStoreError
 *
 * Returns: %FALSE with @error set when there is no such record
 */
gboolean
eqp_resolver_find (EqpResolver     *self,
                   const EqpEntity *entity,
                   const char      *text,
                   gint64          *id,
                   GError         **error)
{
  g_autofree char *folded = NULL;
  GHashTable      *names;

  if (!find_exactly (self, entity, text, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  /* A line of the ledger has no name. */
  if (entity == &eqp_intervention_entity)
    return set_not_found (text, FALSE, get_unknown_format (entity), error);
  names = get_map (self, self->names, entity, error);
  if (names == NULL)
    return FALSE;
  folded = eqp_fold (text);
  *id = lookup (names, folded);
  return *id > 0 || set_not_found (text, *id == AMBIGUOUS, get_unknown_format (entity), error);
}

/**
 * eqp_resolver_find_category:
 * @self: a resolver
 * @body: the id of a body
 * @text: the code, or the name, of a category of its statute
 * @id: (out): the category's id
 * @error: (out) (optional): EQP_INPUT_ERROR_UNKNOWN, or #EqpStoreError
 *
 * Returns: %FALSE with @error set when its statute has no such category
 */
gboolean
eqp_resolver_find_category (EqpResolver *self,
                            gint64       body,
                            const char  *text,
                            gint64      *id,
                            GError     **error)
{
  g_autofree char *folded = eqp_fold (text);
  GHashTable      *seats;
  gint64           statute = 0;

  if (!find_statute (self, body, &statute, error))
    return FALSE;
  seats = get_seats (self, statute, error);
  if (seats == NULL)
    return FALSE;
  *id = lookup (seats, folded);
  return *id > 0 || set_not_found (text, *id == AMBIGUOUS,
                                   /* Translators: %s is the code of a seat category as somebody wrote it in a table. */
                                   _ ("The statute of this council has no category “%s”."), error);
}

/**
 * eqp_resolver_find_replaced:
 * @self: a resolver
 * @mandate: a draft whose body, category and first day are set
 * @person: the id of the person replaced
 * @id: (out): the id of that person's mandate in the same body: in the same category rather than another, before rather than
 *   after, the last one
 * @error: (out) (optional): EQP_INPUT_ERROR_UNKNOWN, or #EqpStoreError
 *
 * Returns: %FALSE with @error set when the person has no mandate there
 */
gboolean
eqp_resolver_find_replaced (EqpResolver *self,
                            EqpRecord   *mandate,
                            gint64       person,
                            gint64      *id,
                            GError     **error)
{
  g_autoptr (EqpQuery) query = NULL;
  GError *failure = NULL;

  query = eqp_store_query (self->store, error, sql_replaced, "iiiid",
                           eqp_record_get_reference (mandate, EQP_MANDATE_BODY), person, eqp_record_get_id (mandate),
                           eqp_record_get_reference (mandate, EQP_MANDATE_CATEGORY),
                           eqp_record_get_date (mandate, EQP_MANDATE_FROM_DATE));
  if (query == NULL)
    return FALSE;
  *id = eqp_query_next (query, &failure) ? eqp_query_get_integer (query, 0) : 0;
  if (*id == 0 && failure == NULL)
    g_set_error_literal (&failure, EQP_INPUT_ERROR, EQP_INPUT_ERROR_UNKNOWN,
                         _ ("The person replaced has no mandate in this council."));
  if (failure != NULL)
    g_propagate_error (error, failure);
  return *id != 0;
}

/**
 * eqp_resolver_add:
 * @self: a resolver
 * @record: (transfer none): what the import has just saved
 *
 * Keeps what is known true.
 */
void
eqp_resolver_add (EqpResolver *self,
                  EqpRecord   *record)
{
  const EqpEntity *entity = eqp_record_get_entity (record);
  GHashTable      *codes = g_hash_table_lookup (self->codes, entity);
  GHashTable      *names = g_hash_table_lookup (self->names, entity);

  if (codes != NULL)
    g_hash_table_replace (codes, g_strdup (eqp_record_get_text (record, eqp_entity_find_field (entity, "code"))),
                          box_id (eqp_record_get_id (record)));
  if (names != NULL)
    add_names (names, record);
  if (entity == &eqp_category_entity)
    g_hash_table_remove_all (self->seats);
  if (entity == &eqp_body_entity)
    {
      gint64 id = eqp_record_get_id (record);

      g_hash_table_remove (self->statutes, &id);
    }
}
