/* eqp-import-parts.c — what a row says beside its record: links to others, a person's home institution, a body's decisions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-import"
#include "config.h"
#include "interop/eqp-import-private.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-decision.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-affiliations.h"
#include "domain/directory/eqp-institution.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const EqpColumn *column;
  GArray          *ids; /* (element-type gint64) */
} Links;

typedef struct
{
  const char *kind;
  EqpDate     date;
  char       *reference; /* (nullable) the table has no such column */
} Decision;

struct _EqpParts
{
  GArray *links;       /* (element-type Links) (nullable) */
  GArray *decisions;   /* (element-type Decision) (nullable) */
  gint64  institution; /* 0: not said */
  char   *side;        /* (nullable) not said */
};

static void
links_clear (gpointer data)
{
  g_array_unref (((Links *)data)->ids);
}

static void
decision_clear (gpointer data)
{
  g_free (((Decision *)data)->reference);
}

/* ---- reading ---- */

static gboolean
read_links (EqpImporter *self,
            EqpParts    *parts,
            guint        column,
            GError     **error)
{
  const EqpColumn *info = &self->kind->columns[column];
  const EqpEntity *target = info->link->fields[1].target;
  g_auto (GStrv) codes = g_strsplit_set (_eqp_import_get_cell (self, column), "|,;\n", -1);
  Links links = { info, g_array_new (FALSE, FALSE, sizeof (gint64)) };

  if (parts->links == NULL)
    {
      parts->links = g_array_new (FALSE, FALSE, sizeof (Links));
      g_array_set_clear_func (parts->links, links_clear);
    }
  g_array_append_val (parts->links, links);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      GError  *failure = NULL;
      gint64   id = 0;
      gboolean twice = FALSE;

      if (*g_strstrip (codes[i]) == '\0')
        continue;
      if (!eqp_resolver_find (self->resolver, target, codes[i], &id, &failure))
        {
          _eqp_import_refuse_unknown (self, column, target->table, failure);
          g_propagate_error (error, failure);
          return FALSE;
        }
      for (guint j = 0; j < links.ids->len; j++)
        twice |= g_array_index (links.ids, gint64, j) == id;
      if (!twice)
        g_array_append_val (links.ids, id);
    }
  return TRUE;
}

static gboolean
read_side (EqpImporter *self,
           EqpParts    *parts,
           guint        column,
           GError     **error)
{
  const EqpField *field = &eqp_affiliation_entity.fields[EQP_AFFILIATION_SIDE];
  const char     *text = _eqp_import_get_cell (self, column);
  GError         *failure = NULL;

  if (_eqp_import_is_plain_choice (field, text))
    {
      parts->side = g_strdup (text);
      return TRUE;
    }
  if (self->side_draft == NULL)
    self->side_draft = eqp_record_new (&eqp_affiliation_entity);
  if (eqp_record_parse (self->side_draft, EQP_AFFILIATION_SIDE, text, &failure))
    {
      parts->side = g_strdup (eqp_record_get_text (self->side_draft, EQP_AFFILIATION_SIDE));
      return TRUE;
    }
  if (failure->domain == EQP_INPUT_ERROR)
    _eqp_import_refuse (self, column, "BAD-CHOICE", NULL);
  g_propagate_error (error, failure);
  return FALSE;
}

/* What the row says in the column of @role that belongs to the same kind of decision; %NULL when there is none. */
static const char *
get_decision_cell (EqpImporter  *self,
                   EqpColumnRole role,
                   const char   *kind)
{
  for (guint i = 0; i < self->kind->n_columns; i++)
    if (self->kind->columns[i].role == role && strcmp (self->kind->columns[i].decision, kind) == 0)
      return _eqp_import_get_cell (self, i);
  return NULL;
}

/* A reference without a date is of a decision that cannot be recorded. */
static gboolean
check_reference (EqpImporter *self,
                 guint        column,
                 GError     **error)
{
  const char *reference = _eqp_import_get_cell (self, column);
  const char *date = get_decision_cell (self, EQP_COLUMN_DECISION_DATE, self->kind->columns[column].decision);

  if (*reference == '\0' || (date != NULL && *date != '\0'))
    return TRUE;
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING, _ ("The date of “%s” is missing."), reference);
  return _eqp_import_refuse (self, column, "MISSING", NULL);
}

static gboolean
read_decision (EqpImporter *self,
               EqpParts    *parts,
               guint        column,
               GError     **error)
{
  const char *text = _eqp_import_get_cell (self, column);
  Decision    decision = { self->kind->columns[column].decision, EQP_DATE_NONE, NULL };

  if (*text == '\0')
    return TRUE;
  if (!eqp_date_parse (text, &decision.date, error))
    return _eqp_import_refuse (self, column, "BAD-DATE", NULL);
  if (parts->decisions == NULL)
    {
      parts->decisions = g_array_new (FALSE, FALSE, sizeof (Decision));
      g_array_set_clear_func (parts->decisions, decision_clear);
    }
  decision.reference = g_strdup (get_decision_cell (self, EQP_COLUMN_DECISION_REFERENCE, decision.kind));
  g_array_append_val (parts->decisions, decision);
  return TRUE;
}

static gboolean
read_home (EqpImporter *self,
           EqpParts    *parts,
           guint        column,
           GError     **error)
{
  GError *failure = NULL;

  if (eqp_resolver_find (self->resolver, &eqp_institution_entity, _eqp_import_get_cell (self, column), &parts->institution, &failure))
    return TRUE;
  _eqp_import_refuse_unknown (self, column, eqp_institution_entity.table, failure);
  g_propagate_error (error, failure);
  return FALSE;
}

/* ---- saving ---- */

/* The query's text must outlive it. */
static const char *
get_links_clause (const EqpEntity *link)
{
  g_autofree char *owner = eqp_field_dup_column (&link->fields[0]);
  g_autofree char *clause = g_strdup_printf ("WHERE %s = ?", owner);

  return g_intern_string (clause);
}

/* Makes the rows of a link table exactly those that the cell names. */
static gboolean
save_links (EqpImporter *self,
            Links       *links,
            gint64       owner,
            gboolean    *changed,
            GError     **error)
{
  const EqpEntity *link = links->column->link;
  g_autoptr (GPtrArray) rows = eqp_store_select (self->store, link, error, get_links_clause (link), "i", owner);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      EqpRecord *row = g_ptr_array_index (rows, i);
      gboolean   wanted = FALSE;

      for (guint j = 0; j < links->ids->len && !wanted; j++)
        if (g_array_index (links->ids, gint64, j) == eqp_record_get_reference (row, 1))
          {
            g_array_remove_index (links->ids, j);
            wanted = TRUE;
          }
      if (wanted)
        continue;
      *changed = TRUE;
      if (!eqp_store_delete (self->store, row, error))
        return FALSE;
    }
  for (guint i = 0; i < links->ids->len; i++)
    {
      g_autoptr (EqpRecord) row = eqp_record_new (link);

      eqp_record_set_reference (row, 0, owner);
      eqp_record_set_reference (row, 1, g_array_index (links->ids, gint64, i));
      *changed = TRUE;
      if (!eqp_store_save (self->store, row, error))
        return FALSE;
    }
  return TRUE;
}

/* A decision is recognised by its body, kind and day. */
static gboolean
save_decision (EqpImporter    *self,
               const Decision *decision,
               gint64          body,
               gboolean       *changed,
               GError        **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (EqpRecord) draft = NULL;

  rows = eqp_store_select (self->store, &eqp_decision_entity, error, "WHERE body_id = ? AND kind = ? AND date = ? ORDER BY id", "isd",
                           body, decision->kind, decision->date);
  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    draft = eqp_record_dup_draft (g_ptr_array_index (rows, 0));
  else
    {
      draft = eqp_record_new (&eqp_decision_entity);
      eqp_record_set_reference (draft, EQP_DECISION_BODY, body);
      eqp_record_set_text (draft, EQP_DECISION_KIND, decision->kind);
      eqp_record_set_date (draft, EQP_DECISION_DATE, decision->date);
    }
  if (decision->reference != NULL)
    eqp_record_set_text (draft, EQP_DECISION_REFERENCE, decision->reference);
  if (rows->len > 0 && !eqp_record_is_changed (draft))
    return TRUE;
  *changed = TRUE;
  return eqp_store_save (self->store, draft, error);
}

/* An institution's own side, for people of whom the table does not say it. */
static const char *
get_side (EqpImporter *self,
          gint64       institution,
          GError     **error)
{
  const char *side = g_hash_table_lookup (self->sides, &institution);
  g_autoptr (EqpRecord) record = NULL;

  if (side != NULL)
    return side;
  record = eqp_store_get (self->store, &eqp_institution_entity, institution, error);
  if (record == NULL)
    return NULL;
  side = g_intern_string (eqp_record_get_text (record, EQP_INSTITUTION_SIDE));
  g_hash_table_insert (self->sides, g_memdup2 (&institution, sizeof institution), (gpointer)side);
  return side;
}

static gboolean
add_home (EqpImporter *self,
          EqpParts    *parts,
          gint64       person,
          EqpDate      from,
          GError     **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_affiliation_entity);
  const char *side = parts->side;

  if (side == NULL && (side = get_side (self, parts->institution, error)) == NULL)
    return FALSE;
  eqp_record_set_reference (draft, EQP_AFFILIATION_PERSON, person);
  eqp_record_set_reference (draft, EQP_AFFILIATION_INSTITUTION, parts->institution);
  eqp_record_set_text (draft, EQP_AFFILIATION_SIDE, side);
  eqp_record_set_date (draft, EQP_AFFILIATION_FROM_DATE, from);
  return eqp_store_save (self->store, draft, error);
}

/* The person stays where they are: at most the side is corrected. */
static gboolean
correct_side (EqpImporter *self,
              EqpRecord   *home,
              const char  *side,
              gboolean    *changed,
              GError     **error)
{
  g_autoptr (EqpRecord) draft = NULL;

  if (side == NULL || strcmp (side, eqp_record_get_text (home, EQP_AFFILIATION_SIDE)) == 0)
    return TRUE;
  draft = eqp_record_dup_draft (home);
  eqp_record_set_text (draft, EQP_AFFILIATION_SIDE, side);
  *changed = TRUE;
  return eqp_store_save (self->store, draft, error);
}

/* The person changed institution today; what began today is corrected instead. */
static gboolean
move_home (EqpImporter *self,
           EqpRecord   *home,
           EqpParts    *parts,
           gint64       person,
           GError     **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (home);
  const char *side = parts->side;

  if (eqp_record_get_date (home, EQP_AFFILIATION_FROM_DATE) == self->today)
    {
      if (side == NULL && (side = get_side (self, parts->institution, error)) == NULL)
        return FALSE;
      eqp_record_set_reference (draft, EQP_AFFILIATION_INSTITUTION, parts->institution);
      eqp_record_set_text (draft, EQP_AFFILIATION_SIDE, side);
      return eqp_store_save (self->store, draft, error);
    }
  eqp_record_set_date (draft, EQP_AFFILIATION_TO_DATE, self->today - 1);
  return eqp_store_save (self->store, draft, error) && add_home (self, parts, person, self->today, error);
}

static gboolean
save_home (EqpImporter *self,
           EqpParts    *parts,
           gint64       person,
           gboolean     is_new,
           gboolean    *changed,
           GError     **error)
{
  g_autoptr (EqpRecord) home = NULL;
  g_autoptr (GPtrArray) past = NULL;
  GError *failure = NULL;

  if (is_new)
    return add_home (self, parts, person, EQP_DATE_NONE, error);
  home = eqp_person_find_affiliation (self->store, person, self->today, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (home != NULL && (parts->institution == 0 || eqp_record_get_reference (home, EQP_AFFILIATION_INSTITUTION) == parts->institution))
    return correct_side (self, home, parts->side, changed, error);
  *changed = TRUE;
  if (home != NULL)
    return move_home (self, home, parts, person, error);
  past = eqp_person_list_affiliations (self->store, person, error);
  return past != NULL && add_home (self, parts, person, past->len > 0 ? self->today : EQP_DATE_NONE, error);
}

/**
 * _eqp_parts_read:
 * @self: an importer, whose reader stands on a row
 * @error: (out) (optional): EQP_INPUT_ERROR for a row that is refused, else #EqpStoreError
 *
 * Reads and checks the columns that are no field of the record; writes nothing.
 *
 * Returns: (transfer full) (nullable): what they say
 */
EqpParts *
_eqp_parts_read (EqpImporter *self,
                 GError     **error)
{
  g_autoptr (EqpParts) parts = g_new0 (EqpParts, 1);

  for (guint i = 0; i < self->kind->n_columns; i++)
    {
      const char *text = _eqp_import_get_cell (self, i);
      gboolean    good = TRUE;

      if (text == NULL)
        continue;
      if (self->kind->columns[i].role == EQP_COLUMN_LINKS)
        good = read_links (self, parts, i, error);
      else if (self->kind->columns[i].role == EQP_COLUMN_DECISION_DATE)
        good = read_decision (self, parts, i, error);
      else if (self->kind->columns[i].role == EQP_COLUMN_DECISION_REFERENCE)
        good = check_reference (self, i, error);
      else if (self->kind->columns[i].role == EQP_COLUMN_HOME && *text != '\0')
        good = read_home (self, parts, i, error);
      else if (self->kind->columns[i].role == EQP_COLUMN_HOME_SIDE && *text != '\0')
        good = read_side (self, parts, i, error);
      if (!good)
        return NULL;
    }
  return g_steal_pointer (&parts);
}

/**
 * _eqp_parts_free:
 * @parts: (transfer full): what _eqp_parts_read() returned
 */
void
_eqp_parts_free (EqpParts *parts)
{
  g_clear_pointer (&parts->links, g_array_unref);
  g_clear_pointer (&parts->decisions, g_array_unref);
  g_free (parts->side);
  g_free (parts);
}

/**
 * _eqp_parts_save:
 * @self: an importer, inside an edit
 * @parts: what the row says
 * @owner: the id of the row's record, saved before
 * @is_new: whether the record was added by this row
 * @changed: (inout): set to %TRUE when anything was written
 * @error: (out) (optional): #EqpStoreError
 *
 * Returns: %FALSE with @error set when the store failed
 */
gboolean
_eqp_parts_save (EqpImporter *self,
                 EqpParts    *parts,
                 gint64       owner,
                 gboolean     is_new,
                 gboolean    *changed,
                 GError     **error)
{
  for (guint i = 0; parts->links != NULL && i < parts->links->len; i++)
    if (!save_links (self, &g_array_index (parts->links, Links, i), owner, changed, error))
      return FALSE;
  for (guint i = 0; parts->decisions != NULL && i < parts->decisions->len; i++)
    if (!save_decision (self, &g_array_index (parts->decisions, Decision, i), owner, changed, error))
      return FALSE;
  return (parts->institution == 0 && parts->side == NULL) || save_home (self, parts, owner, is_new, changed, error);
}
