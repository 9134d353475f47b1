/* eqp-undo-conflict.c — why an entry cannot be taken back: finding it, and saying it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-undo-private.h"

#include <glib/gi18n.h>

static const char sql_any_later[] = "SELECT 1 FROM journal_change WHERE id > ? LIMIT 1";
static const char sql_added_and_touched[] =
  "SELECT c.table_name, c.row FROM journal_change AS c WHERE c.id BETWEEN ?1 AND ?2 AND c.operation = 0"
  " AND EXISTS (SELECT 1 FROM journal_row AS r WHERE r.row = c.row AND r.change > ?2)";
static const char sql_tables[] = "SELECT DISTINCT table_name, operation FROM journal_change WHERE id BETWEEN ? AND ?";

/**
 * _eqp_conflict_clear:
 * @self: a conflict
 *
 * Frees what it holds.
 */
void
_eqp_conflict_clear (EqpConflict *self)
{
  g_clear_pointer (&self->reason, g_free);
}

static const char *
get_template (EqpConflictKind kind)
{
  switch (kind)
    {
    case EQP_CONFLICT_CHANGED:
      /* Translators: {subject} is the title of a record, {kind} what it is (“person”), {field} the label of one of its fields. */
      return N_ ("“{subject}” ({kind}): “{field}” was changed since.");
    case EQP_CONFLICT_EDITED:
      /* Translators: {subject} is the title of a record, {kind} what it is (“person”). */
      return N_ ("“{subject}” ({kind}) was changed since.");
    case EQP_CONFLICT_REMOVED:
      /* Translators: {subject} is the title of a record, {kind} what it is (“person”). */
      return N_ ("“{subject}” ({kind}) was removed since.");
    case EQP_CONFLICT_PRESENT:
      /* Translators: {subject} is the title of a record, {kind} what it is (“person”). */
      return N_ ("“{subject}” ({kind}) is there already.");
    case EQP_CONFLICT_USED:
      /* Translators: {subject} and {other} are titles of records, {kind} and {other_kind} what they are (“person”). */
      return N_ ("“{subject}” ({kind}) is used by “{other}” ({other_kind}).");
    case EQP_CONFLICT_DANGLING:
      /* Translators: {subject} and {other} are titles of records, {kind} and {other_kind} what they are (“person”). */
      return N_ ("“{subject}” ({kind}) refers to “{other}” ({other_kind}), which was removed since.");
    case EQP_CONFLICT_REFUSED:
      /* Translators: {subject} is the title of a record, {kind} what it is (“person”), {reason} a full sentence. */
      return N_ ("“{subject}” ({kind}): {reason}");
    default:
      g_assert_not_reached ();
    }
}

/**
 * _eqp_conflict_dup_sentence:
 * @self: a conflict
 * @store: its store, outside the transaction that failed
 * @language: the reader's
 *
 * Returns: (transfer full): a full sentence
 */
char *
_eqp_conflict_dup_sentence (const EqpConflict *self,
                            EqpStore          *store,
                            EqpLanguage        language)
{
  g_autoptr (EqpMessage) message = eqp_message_new (get_template (self->kind));
  g_autofree char *subject = _eqp_journal_dup_subject (store, self->entity, self->row, language);

  eqp_message_text (message, "subject", subject);
  eqp_message_word (message, "kind", self->entity->label);
  if (self->kind == EQP_CONFLICT_CHANGED)
    eqp_message_word (message, "field", self->entity->fields[self->field].label);
  if (self->other_entity != NULL)
    {
      g_autofree char *other = _eqp_journal_dup_subject (store, self->other_entity, self->other_row, language);

      eqp_message_text (message, "other", other);
      eqp_message_word (message, "other_kind", self->other_entity->label);
    }
  if (self->reason != NULL)
    eqp_message_text (message, "reason", self->reason);
  return eqp_message_render (message, language);
}

/* The row was added by the entry: is it still as the entry left it? */
static gboolean
check_added_row (EqpStore        *self,
                 const EqpEntity *entity,
                 gint64           row,
                 gint64           last,
                 GArray          *conflicts,
                 GError         **error)
{
  g_autoptr (JsonObject) present = NULL;
  g_autoptr (JsonObject) written = NULL;
  EqpConflict conflict = { EQP_CONFLICT_EDITED, entity, row, -1 };

  if (!_eqp_journal_row_read (self, entity, row, &present, error) || !_eqp_journal_row_read (self, entity, row, &written, error) ||
      !_eqp_journal_row_rewind (self, entity, row, last, &written, error))
    return FALSE;
  if (_eqp_journal_row_equal (present, written))
    return TRUE;
  if (present == NULL)
    conflict.kind = EQP_CONFLICT_REMOVED;
  g_array_append_val (conflicts, conflict);
  return TRUE;
}

/**
 * _eqp_undo_select:
 * @self: a store
 * @sql: a query whose first parameters are an entry's first and last change
 * @first: the id of the first one
 * @last: the id of the last one
 * @edit: the edit's id, its third parameter; 0: it has none
 * @more: (out): whether there is a row
 * @error: (nullable): #EqpStoreError
 *
 * Returns: (transfer full): the statement at its first row; %NULL with @error set when it could not be read
 */
EqpStatement *
_eqp_undo_select (EqpStore   *self,
                  const char *sql,
                  gint64      first,
                  gint64      last,
                  gint64      edit,
                  gboolean   *more,
                  GError    **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql, error);

  if (statement == NULL)
    return NULL;
  eqp_statement_bind_integer (statement, 0, first);
  eqp_statement_bind_integer (statement, 1, last);
  if (edit != 0)
    eqp_statement_bind_integer (statement, 2, edit);
  return eqp_statement_step (statement, more, error) ? g_steal_pointer (&statement) : NULL;
}

static gboolean
find_edited (EqpStore *self,
             gint64    first,
             gint64    last,
             GArray   *conflicts,
             GError  **error)
{
  gboolean more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self, sql_added_and_touched, first, last, 0, &more, error);

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      const EqpEntity *entity = _eqp_store_find_entity (self, eqp_statement_get_text (statement, 0));

      if (entity != NULL && !check_added_row (self, entity, eqp_statement_get_integer (statement, 1), last, conflicts, error))
        return FALSE;
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* Runs a query of (row, id referred to) for one reference field, and makes a conflict of each answer. */
static gboolean
collect_references (EqpStore        *self,
                    const char      *sql,
                    const EqpEntity *entity,
                    const EqpField  *field,
                    gint64           first,
                    gint64           last,
                    EqpConflictKind  kind,
                    GArray          *conflicts,
                    GError         **error)
{
  gboolean more;
  g_autoptr (EqpStatement) statement = _eqp_undo_select (self, sql, first, last, 0, &more, error);

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      gint64      row = eqp_statement_get_integer (statement, 0);
      gint64      target = eqp_statement_get_integer (statement, 1);
      EqpConflict dangling = { kind, entity, row, -1, field->target, target };
      EqpConflict used = { kind, field->target, target, -1, entity, row };

      g_array_append_val (conflicts, *(kind == EQP_CONFLICT_USED ? &used : &dangling));
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* Rows that refer to one that the entry added, unless the entry itself made them do so. */
static gboolean
find_users (EqpStore        *self,
            const EqpEntity *target,
            gint64           first,
            gint64           last,
            gpointer         conflicts,
            GError         **error)
{
  const EqpSchema *schema = eqp_store_get_schema (self);

  for (guint i = 0; i < schema->n_entities; i++)
    {
      const EqpEntity *entity = schema->entities[i];

      for (guint j = 0; j < entity->n_fields; j++)
        {
          const EqpField  *field = &entity->fields[j];
          g_autofree char *column = NULL;
          g_autofree char *sql = NULL;

          if (field->type != EQP_FIELD_REFERENCE || field->target != target)
            continue;
          column = eqp_field_dup_column (field);
          sql = g_strdup_printf ("SELECT id, \"%s\" FROM \"%s\" WHERE \"%s\" IN (SELECT row FROM journal_change"
                                 " WHERE id BETWEEN ?1 AND ?2 AND operation = 0 AND table_name = '%s')"
                                 " AND id NOT IN (SELECT row FROM journal_change WHERE id BETWEEN ?1 AND ?2 AND table_name = '%s'"
                                 " AND (operation = 0 OR json_type(after, '$.%s') IS NOT NULL))",
                                 column, entity->table, column, target->table, entity->table, column);
          if (!collect_references (self, sql, entity, field, first, last, EQP_CONFLICT_USED, conflicts, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
find_dangling_in (EqpStore        *self,
                  const EqpEntity *entity,
                  gint64           first,
                  gint64           last,
                  gpointer         conflicts,
                  GError         **error)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const EqpField  *field = &entity->fields[i];
      g_autofree char *column = NULL;
      g_autofree char *sql = NULL;

      if (field->type != EQP_FIELD_REFERENCE || field->target == NULL)
        continue;
      column = eqp_field_dup_column (field);
      sql = g_strdup_printf ("SELECT id, \"%s\" FROM \"%s\" AS r WHERE id IN (SELECT row FROM journal_change"
                             " WHERE id BETWEEN ?1 AND ?2 AND operation <> 0 AND table_name = '%s')"
                             " AND \"%s\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"%s\" AS t WHERE t.id = r.\"%s\")",
                             column, entity->table, entity->table, column, field->target->table, column);
      if (!collect_references (self, sql, entity, field, first, last, EQP_CONFLICT_DANGLING, conflicts, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * _eqp_undo_foreach_entity:
 * @self: a store
 * @first: the id of an entry's first change
 * @last: the id of its last change
 * @inserts: whether those are asked for of which it added rows, or of which it changed or removed some
 * @func: called for each entity, once; stops at the first %FALSE
 * @user_data: for @func
 * @error: (nullable): #EqpStoreError
 *
 * Returns: %FALSE with @error set when it could not be read, or by @func
 */
gboolean
_eqp_undo_foreach_entity (EqpStore         *self,
                          gint64            first,
                          gint64            last,
                          gboolean          inserts,
                          EqpUndoEntityFunc func,
                          gpointer          user_data,
                          GError          **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_tables, error);
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, first);
  eqp_statement_bind_integer (statement, 1, last);
  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more)
    {
      gpointer entity = (gpointer)_eqp_store_find_entity (self, eqp_statement_get_text (statement, 0));

      if (inserts == (eqp_statement_get_integer (statement, 1) == EQP_CHANGE_INSERT) && entity != NULL &&
          !g_ptr_array_find (entities, entity, NULL))
        g_ptr_array_add (entities, entity);
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  for (guint i = 0; i < entities->len; i++)
    if (!func (self, g_ptr_array_index (entities, i), first, last, user_data, error))
      return FALSE;
  return TRUE;
}

/**
 * _eqp_conflict_find_before:
 * @self: a store, before anything of the entry is taken back
 * @first: the id of the entry's first change
 * @last: the id of its last change
 * @conflicts: (element-type EqpConflict): appended to
 * @error: (nullable): #EqpStoreError
 *
 * Finds rows that the entry added and that were changed or removed since, or that later rows refer to. Asked before, because a
 * foreign key that cascades would take the later rows along.
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_conflict_find_before (EqpStore *self,
                           gint64    first,
                           gint64    last,
                           GArray   *conflicts,
                           GError  **error)
{
  gint64 later;

  if (!_eqp_journal_read_integer (_eqp_store_get_database (self), sql_any_later, last, 0, &later, error))
    return FALSE;
  if (later != 0 && !find_edited (self, first, last, conflicts, error))
    return FALSE;
  return later == 0 || _eqp_undo_foreach_entity (self, first, last, TRUE, find_users, conflicts, error);
}

/**
 * _eqp_conflict_find_dangling:
 * @self: a store, after the entry was taken back, in the same transaction
 * @first: the id of the entry's first change
 * @last: the id of its last change
 * @conflicts: (element-type EqpConflict): appended to
 * @error: (nullable): #EqpStoreError
 *
 * Finds restored rows that refer to something that is no longer there.
 *
 * Returns: %FALSE with @error set when it could not be read
 */
gboolean
_eqp_conflict_find_dangling (EqpStore *self,
                             gint64    first,
                             gint64    last,
                             GArray   *conflicts,
                             GError  **error)
{
  return _eqp_undo_foreach_entity (self, first, last, FALSE, find_dangling_in, conflicts, error);
}
