/* eqp-import-row.c — one row of a table into its record: read, recognised, checked, saved */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-import"
#include "config.h"
#include "interop/eqp-import-private.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-category.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/bodies/eqp-statute.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_KEYS 4

/* What a row means when it does not say: the same as the schema's defaults. */
static const struct
{
  const EqpEntity *entity;
  guint            field;
  const char      *value;
} defaults[] = {
  { &eqp_institution_entity, EQP_INSTITUTION_KIND, "other" },
  { &eqp_institution_entity, EQP_INSTITUTION_SIDE, "other" },
  { &eqp_affiliation_entity, EQP_AFFILIATION_SIDE, "other" },
  { &eqp_category_entity, EQP_CATEGORY_MIN, "0" },
  { &eqp_category_entity, EQP_CATEGORY_COUNTS, "yes" },
  { &eqp_category_entity, EQP_CATEGORY_VOTES, "yes" },
};

static const char sql_next_position[] = "SELECT coalesce(max(position), 0) + 1 FROM category WHERE statute_id = ?";

/* ---- cells into a draft ---- */

/* "2026-2027" and "2026/2027" are ways to write the academic year 2026. */
static char *
dup_year (const char *text)
{
  if (strlen (text) == 9 && (text[4] == '-' || text[4] == '/') &&
      strspn (text, "0123456789") == 4 && strspn (text + 5, "0123456789") == 4 &&
      g_ascii_strtoll (text + 5, NULL, 10) == g_ascii_strtoll (text, NULL, 10) + 1)
    return g_strndup (text, 4);
  return g_strdup (text);
}

static gboolean
read_reference (EqpImporter *self,
                EqpRecord   *draft,
                guint        column,
                const char  *text,
                GError     **error)
{
  const EqpColumn *info = &self->kind->columns[column];
  const EqpField  *field = eqp_column_get_field (self->kind, info);
  GError          *failure = NULL;
  const char      *what = field->target->table;
  gint64           id = 0;

  if (info->role == EQP_COLUMN_CATEGORY)
    {
      gint64 body = eqp_record_get_reference (draft, EQP_MANDATE_BODY);

      /* Without a body the row is refused for that. */
      if (body == 0 || eqp_resolver_find_category (self->resolver, body, text, &id, &failure))
        what = NULL;
    }
  else if (info->role == EQP_COLUMN_REPLACED)
    {
      gint64 person = 0;

      if (!eqp_resolver_find (self->resolver, &eqp_person_entity, text, &person, &failure))
        what = eqp_person_entity.table;
      else if (eqp_resolver_find_replaced (self->resolver, draft, person, &id, &failure))
        what = NULL;
    }
  else if (eqp_resolver_find (self->resolver, field->target, text, &id, &failure))
    what = NULL;

  if (what == NULL)
    {
      eqp_record_set_reference (draft, info->field, id);
      return TRUE;
    }
  g_propagate_error (error, failure);
  self->waits = failure->domain == EQP_INPUT_ERROR && strcmp (what, self->kind->entity->table) == 0;
  return _eqp_import_refuse_unknown (self, column, what, failure);
}

static gboolean
read_cell (EqpImporter *self,
           EqpRecord   *draft,
           guint        column,
           const char  *text,
           GError     **error)
{
  const EqpColumn *info = &self->kind->columns[column];
  const EqpField  *field = eqp_column_get_field (self->kind, info);
  g_autofree char *year = NULL;
  GError          *failure = NULL;

  if (info->role == EQP_COLUMN_PAYER)
    return _eqp_import_read_payer (self, draft, column, text, error);
  if (info->role == EQP_COLUMN_MINUTES)
    return _eqp_import_read_minutes (self, draft, column, text, error);
  if (field->type == EQP_FIELD_REFERENCE)
    return read_reference (self, draft, column, text, error);
  if (_eqp_import_is_plain_choice (field, text))
    {
      eqp_record_set_text (draft, info->field, text);
      return TRUE;
    }
  if (field->type == EQP_FIELD_INTEGER && strcmp (field->name, "year") == 0)
    text = year = dup_year (text);
  if (eqp_record_parse (draft, info->field, text, &failure))
    return TRUE;
  _eqp_import_refuse_value (self, info->field, FALSE, failure);
  g_propagate_error (error, failure);
  return FALSE;
}

/* A new draft with what the row says; an empty cell is the default. */
static EqpRecord *
read_row (EqpImporter *self,
          GError     **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (self->kind->entity);

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (defaults[i].entity == self->kind->entity && !eqp_record_parse (draft, defaults[i].field, defaults[i].value, error))
      return NULL;
  for (guint i = 0; i < self->kind->n_columns; i++)
    {
      const char *text = _eqp_import_get_cell (self, i);

      if (self->kind->columns[i].role <= EQP_COLUMN_REPLACED && text != NULL && *text != '\0' &&
          !read_cell (self, draft, i, text, error))
        return NULL;
    }
  return g_steal_pointer (&draft);
}

/* ---- the record that the row is about ---- */

/* Of a number that says nothing the file holds NULL, which equals nothing. */
static gboolean
may_be_null (const EqpField *field)
{
  return (field->type == EQP_FIELD_INTEGER || field->type == EQP_FIELD_REFERENCE) && (field->flags & EQP_FIELD_REQUIRED) == 0;
}

/* NULL for SQL's NULL. */
static char *
dup_key_text (EqpRecord *draft,
              guint      field)
{
  if (may_be_null (&eqp_record_get_entity (draft)->fields[field]) && eqp_record_is_empty (draft, field))
    return NULL;
  switch (eqp_record_get_entity (draft)->fields[field].type)
    {
    case EQP_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, eqp_record_get_integer (draft, field));
    case EQP_FIELD_BOOLEAN:
      return g_strdup (eqp_record_get_boolean (draft, field) ? "1" : "0");
    case EQP_FIELD_DATE:
      return eqp_record_is_empty (draft, field) ? g_strdup ("") : eqp_date_dup_iso (eqp_record_get_date (draft, field));
    case EQP_FIELD_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, eqp_record_get_reference (draft, field));
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
    default:
      return g_strdup (eqp_record_get_text (draft, field));
    }
}

/* The query's text must outlive it. */
static const char *
get_key_clause (const EqpEntity *entity,
                const guint     *fields,
                guint            n_fields)
{
  g_autoptr (GString) clause = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[fields[i]]);

      g_string_append_printf (clause, "%s%s %s ?", i == 0 ? "WHERE " : " AND ", column, may_be_null (&entity->fields[fields[i]]) ? "IS" : "=");
    }
  return g_intern_string (clause->str);
}

/* *found: NULL when the row is a new one. Columns of numbers compare with numbers written as text. */
static gboolean
find_record (EqpImporter *self,
             EqpRecord   *draft,
             EqpRecord  **found,
             GError     **error)
{
  static const char *const binds[MAX_KEYS] = { "s", "ss", "sss", "ssss" };
  const EqpEntity         *entity = self->kind->entity;
  guint                    fields[MAX_KEYS];
  char                    *texts[MAX_KEYS] = { NULL };
  guint                    n_keys = 0;
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < entity->n_fields && n_keys < MAX_KEYS; i++)
    if ((entity->fields[i].flags & EQP_FIELD_KEY) != 0)
      {
        fields[n_keys] = i;
        texts[n_keys++] = dup_key_text (draft, i);
      }
  g_assert (n_keys > 0);
  /* Arguments beyond the letters of the bind string are not read. */
  if (self->key_clause == NULL)
    self->key_clause = get_key_clause (entity, fields, n_keys);
  rows = eqp_store_select (self->store, entity, error, self->key_clause, binds[n_keys - 1],
                           texts[0], texts[1], texts[2], texts[3]);
  for (guint i = 0; i < n_keys; i++)
    g_free (texts[i]);
  if (rows == NULL)
    return FALSE;
  *found = rows->len > 0 ? g_object_ref (g_ptr_array_index (rows, 0)) : NULL;
  return TRUE;
}

static void
copy_field (EqpRecord *from,
            EqpRecord *to,
            guint      field)
{
  if (eqp_record_get_entity (from)->fields[field].type != EQP_FIELD_BOOLEAN && eqp_record_is_empty (from, field))
    {
      eqp_record_clear (to, field);
      return;
    }
  switch (eqp_record_get_entity (from)->fields[field].type)
    {
    case EQP_FIELD_INTEGER:
      eqp_record_set_integer (to, field, eqp_record_get_integer (from, field));
      break;
    case EQP_FIELD_BOOLEAN:
      eqp_record_set_boolean (to, field, eqp_record_get_boolean (from, field));
      break;
    case EQP_FIELD_DATE:
      eqp_record_set_date (to, field, eqp_record_get_date (from, field));
      break;
    case EQP_FIELD_REFERENCE:
      eqp_record_set_reference (to, field, eqp_record_get_reference (from, field));
      break;
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
    default:
      eqp_record_set_text (to, field, eqp_record_get_text (from, field));
      break;
    }
}

/* Whether an empty cell leaves the field of a known record alone: what is then chosen for a new one is no news for it. */
static gboolean
keeps_when_empty (const EqpKind *kind,
                  guint          field)
{
  return (kind->id == EQP_KIND_BODIES && field == EQP_BODY_STATUTE) ||
         (kind->id == EQP_KIND_CATEGORIES && field == EQP_CATEGORY_POSITION);
}

static EqpRecord *
merge (EqpImporter *self,
       EqpRecord   *known,
       EqpRecord   *read)
{
  EqpRecord *draft = eqp_record_dup_draft (known);

  for (guint i = 0; i < self->kind->n_columns; i++)
    {
      const EqpColumn *column = &self->kind->columns[i];

      if (column->role > EQP_COLUMN_REPLACED || self->cells[i] < 0)
        continue;
      if (keeps_when_empty (self->kind, column->field) && *_eqp_import_get_cell (self, i) == '\0')
        continue;
      copy_field (read, draft, column->field);
    }
  return draft;
}

/* ---- what a new record lacks ---- */

/* The statute of a body that names none: for a sub-council its council's, or the site variant of it if there is one; else CPER. */
static gboolean
choose_statute (EqpImporter *self,
                EqpRecord   *draft,
                GError     **error)
{
  gint64 parent = eqp_record_get_reference (draft, EQP_BODY_PARENT);
  g_autoptr (EqpRecord) body = NULL;
  g_autoptr (EqpRecord) statute = NULL;
  g_autoptr (EqpRecord) site_statute = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *site_code = NULL;

  if (parent == 0)
    statute = eqp_store_find (self->store, &eqp_statute_entity, EQP_STATUTE_CODE, "CPER", &failure);
  else if ((body = eqp_store_get (self->store, &eqp_body_entity, parent, &failure)) != NULL)
    statute = eqp_store_get (self->store, &eqp_statute_entity, eqp_record_get_reference (body, EQP_BODY_STATUTE), &failure);
  if (statute != NULL && parent != 0)
    {
      site_code = g_strconcat (eqp_record_get_text (statute, EQP_STATUTE_CODE), "-SITE", NULL);
      site_statute = eqp_store_find (self->store, &eqp_statute_entity, EQP_STATUTE_CODE, site_code, &failure);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (statute != NULL)
    eqp_record_set_reference (draft, EQP_BODY_STATUTE, eqp_record_get_id (site_statute != NULL ? site_statute : statute));
  return TRUE;
}

static gboolean
complete (EqpImporter *self,
          EqpRecord   *draft,
          GError     **error)
{
  g_autoptr (EqpQuery) query = NULL;

  if (self->kind->id == EQP_KIND_BODIES && eqp_record_is_empty (draft, EQP_BODY_STATUTE))
    return choose_statute (self, draft, error);
  if (self->kind->id != EQP_KIND_CATEGORIES || eqp_record_get_integer (draft, EQP_CATEGORY_POSITION) != 0)
    return TRUE;
  query = eqp_store_query (self->store, error, sql_next_position, "i", eqp_record_get_reference (draft, EQP_CATEGORY_STATUTE));
  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  eqp_record_set_integer (draft, EQP_CATEGORY_POSITION, eqp_query_get_integer (query, 0));
  return TRUE;
}

/* ---- the row ---- */

static gboolean
check (EqpImporter *self,
       EqpRecord   *draft,
       GError     **error)
{
  GError *failure = NULL;
  guint   field = 0;

  if (eqp_record_validate (draft, &field, &failure))
    return TRUE;
  _eqp_import_refuse_value (self, field, TRUE, failure);
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
save (EqpImporter *self,
      EqpRecord   *draft,
      GError     **error)
{
  GError *failure = NULL;
  guint   field = 0;

  if (eqp_store_save (self->store, draft, &failure))
    {
      eqp_resolver_add (self->resolver, draft);
      return TRUE;
    }
  /* What only the file itself can see, such as a second row with the same key. The statement was undone as a whole. */
  if (g_error_matches (failure, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT))
    {
      failure->domain = EQP_INPUT_ERROR;
      failure->code = EQP_INPUT_ERROR_INVALID;
      _eqp_import_refuse (self, EQP_NO_COLUMN, "CONSTRAINT", NULL);
    }
  /* What a draft could not see before it knew its file, such as a year that is closed: asked again for the field at fault. */
  else if (failure->domain == EQP_INPUT_ERROR)
    {
      if (eqp_record_validate (draft, &field, NULL))
        _eqp_import_refuse (self, EQP_NO_COLUMN, "CONSTRAINT", NULL);
      else
        _eqp_import_refuse_value (self, field, TRUE, failure);
    }
  g_propagate_error (error, failure);
  return FALSE;
}

/* Cells beyond the header: most likely a separator inside a text that is not quoted. */
static gboolean
check_width (EqpImporter *self,
             GError     **error)
{
  for (guint i = self->n_headers; i < eqp_csv_reader_get_n_fields (self->reader); i++)
    if (*eqp_csv_reader_get_field (self->reader, i) != '\0')
      {
        g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                             _ ("The row has more cells than the table has columns: a text that holds the separator must stand in quotation marks."));
        return _eqp_import_refuse (self, EQP_NO_COLUMN, "TOO-MANY-CELLS", NULL);
      }
  return TRUE;
}

/**
 * _eqp_import_get_cell:
 * @self: an importer, whose reader stands on a row
 * @column: a column of the kind
 *
 * Returns: (transfer none) (nullable): the cell; %NULL when the table has no such column
 */
const char *
_eqp_import_get_cell (EqpImporter *self,
                      guint        column)
{
  return self->cells[column] < 0 ? NULL : eqp_csv_reader_get_field (self->reader, self->cells[column]);
}

/**
 * _eqp_import_is_plain_choice:
 * @field: a field
 * @text: a cell
 *
 * Whether the cell holds a choice as it is stored and exported. Most do, and comparing them with every label in both languages takes
 * longer than all the rest.
 *
 * Returns: %FALSE when the cell must be parsed
 */
gboolean
_eqp_import_is_plain_choice (const EqpField *field,
                             const char     *text)
{
  if (field->type != EQP_FIELD_CHOICE)
    return FALSE;
  for (const EqpChoice *choice = field->choices; choice->value != NULL; choice++)
    if (strcmp (choice->value, text) == 0)
      return TRUE;
  return FALSE;
}

/**
 * _eqp_import_row:
 * @self: an importer, inside an edit, whose reader stands on a row
 * @outcome: (out): what became of it
 * @error: (out) (optional): EQP_INPUT_ERROR for a row that is refused, else #EqpStoreError
 *
 * Takes one row in. Everything it says is checked before anything of it is written.
 *
 * Returns: %FALSE with @error set
 */
gboolean
_eqp_import_row (EqpImporter   *self,
                 EqpRowOutcome *outcome,
                 GError       **error)
{
  g_autoptr (EqpRecord) read = NULL;
  g_autoptr (EqpRecord) known = NULL;
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpParts) parts = NULL;
  gboolean changed;

  self->waits = FALSE;
  g_clear_pointer (&self->fault_code, g_free);
  if (!check_width (self, error) || (read = read_row (self, error)) == NULL || !find_record (self, read, &known, error))
    return FALSE;
  draft = known != NULL ? merge (self, known, read) : g_object_ref (read);
  if (!complete (self, draft, error) || !check (self, draft, error) || (parts = _eqp_parts_read (self, error)) == NULL)
    return FALSE;
  if (known != NULL && !eqp_id_set_add (self->seen, eqp_record_get_id (known)))
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_DUPLICATE, _ ("An earlier row of this table says the same thing, or another about the same record."));
      return _eqp_import_refuse (self, EQP_NO_COLUMN, "DUPLICATE", NULL);
    }
  changed = known == NULL || eqp_record_is_changed (draft);
  if (changed && !save (self, draft, error))
    return FALSE;
  if (known == NULL)
    eqp_id_set_add (self->seen, eqp_record_get_id (draft));
  if (!_eqp_parts_save (self, parts, eqp_record_get_id (draft), known == NULL, &changed, error))
    return FALSE;
  *outcome = known == NULL ? EQP_ROW_ADDED : changed ? EQP_ROW_UPDATED
                                                     : EQP_ROW_UNCHANGED;
  return TRUE;
}
