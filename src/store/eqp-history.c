/* eqp-history.c — the journal as a reader sees it: entries, and their changes in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-fold.h"
#include "store/eqp-journal-private.h"

#include <glib/gi18n.h>

#define DEFAULT_LIMIT 200

#define ENTRY_COLUMNS "SELECT id, instant, author, label, kind, target, undone_by FROM journal_entry"
static const char sql_entries[] = ENTRY_COLUMNS " WHERE id < ? ORDER BY id DESC";
static const char sql_entry[] = ENTRY_COLUMNS " WHERE id = ?";
static const char sql_changes[] = "SELECT table_name, row, operation, before, after FROM journal_change WHERE id BETWEEN ? AND ? ORDER BY id";

/* ---- entries ---- */

typedef struct
{
  const EqpHistoryFilter *filter;
  guint                   limit;
  gint64                  since; /* µs since 1970 UTC */
  gint64                  until; /* the first instant after */
  GPtrArray              *entries;
} Listing;

/* The instant at which a day begins here. */
static gint64
get_day_start (EqpDate date)
{
  g_autoptr (GDateTime) start = NULL;
  int year, month, day;

  eqp_date_get_ymd (date, &year, &month, &day);
  start = g_date_time_new_local (year, month, day, 0, 0, 0);
  return g_date_time_to_unix (start) * G_USEC_PER_SEC;
}

static EqpEntry *
read_entry (EqpStatement *statement)
{
  return _eqp_entry_new (eqp_statement_get_integer (statement, 0), eqp_statement_get_integer (statement, 1), eqp_statement_get_text (statement, 2),
                         _eqp_journal_read_label (eqp_statement_get_text (statement, 3)), eqp_statement_get_integer (statement, 4), eqp_statement_get_integer (statement, 5),
                         !eqp_statement_is_null (statement, 6));
}

/* Appends the entry that @statement stands on if it is asked for. */
static void
list_entry (Listing      *listing,
            EqpStatement *statement)
{
  const EqpHistoryFilter *filter = listing->filter;
  gint64                  instant = eqp_statement_get_integer (statement, 1);
  g_autoptr (EqpEntry) entry = NULL;

  if (instant < listing->since || instant >= listing->until)
    return;
  if (filter->author != NULL && *filter->author != '\0' && strcmp (filter->author, eqp_statement_get_text (statement, 2)) != 0)
    return;
  entry = read_entry (statement);
  if (filter->text != NULL && *filter->text != '\0')
    {
      g_autofree char *sentence = eqp_entry_dup_sentence (entry, eqp_language_get_interface ());

      if (!eqp_fold_matches (sentence, filter->text))
        return;
    }
  g_ptr_array_add (listing->entries, g_steal_pointer (&entry));
}

static gboolean
list_all (EqpStore *self,
          Listing  *listing,
          gint64    before,
          GError  **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_entries, error);
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, before);
  if (!eqp_statement_step (statement, &more, error))
    return FALSE;
  while (more && listing->entries->len < listing->limit)
    {
      list_entry (listing, statement);
      if (!eqp_statement_step (statement, &more, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
list_one (EqpStore *self,
          Listing  *listing,
          gint64    id,
          GError  **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (_eqp_store_get_database (self), sql_entry, error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_integer (statement, 0, id);
  if (!eqp_statement_step (statement, &found, error))
    return FALSE;
  if (found)
    list_entry (listing, statement);
  return TRUE;
}

static gboolean
list_of_record (EqpStore *self,
                Listing  *listing,
                gint64    before,
                GError  **error)
{
  g_autoptr (GArray) ids = _eqp_history_list_of_record (self, listing->filter->entity, listing->filter->row, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len && listing->entries->len < listing->limit; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (id < before && !list_one (self, listing, id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * eqp_store_list_entries:
 * @self: a store
 * @filter: (nullable): which entries; %NULL for the newest ones
 * @error: (nullable): #EqpStoreError
 *
 * The days of the filter are this machine's, "until" included.
 *
 * Returns: (transfer full) (element-type EqpEntry): entries, newest first; %NULL with @error set
 */
GPtrArray *
eqp_store_list_entries (EqpStore               *self,
                        const EqpHistoryFilter *filter,
                        GError                **error)
{
  static const EqpHistoryFilter everything = { 0 };
  Listing                       listing = { filter != NULL ? filter : &everything, DEFAULT_LIMIT, G_MININT64, G_MAXINT64 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 before;

  g_return_val_if_fail (EQP_IS_STORE (self), NULL);

  listing.entries = entries;
  if (listing.filter->limit > 0)
    listing.limit = listing.filter->limit;
  if (listing.filter->since != EQP_DATE_NONE)
    listing.since = get_day_start (listing.filter->since);
  if (listing.filter->until != EQP_DATE_NONE)
    listing.until = get_day_start (listing.filter->until + 1);
  before = listing.filter->before > 0 ? listing.filter->before : G_MAXINT64;
  if (listing.filter->entity != NULL ? !list_of_record (self, &listing, before, error) : !list_all (self, &listing, before, error))
    return NULL;
  return g_steal_pointer (&entries);
}

/**
 * eqp_store_get_entry:
 * @self: a store
 * @id: an entry's id
 * @error: (nullable): %EQP_STORE_ERROR_NOT_FOUND, or any other #EqpStoreError
 *
 * Returns: (transfer full): the entry; %NULL with @error set
 */
EqpEntry *
eqp_store_get_entry (EqpStore *self,
                     gint64    id,
                     GError  **error)
{
  g_autoptr (EqpStatement) statement = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (EQP_IS_STORE (self), NULL);

  statement = eqp_database_prepare (_eqp_store_get_database (self), sql_entry, error);
  if (statement == NULL)
    return NULL;
  eqp_statement_bind_integer (statement, 0, id);
  if (!eqp_statement_step (statement, &found, error))
    return NULL;
  if (found)
    return read_entry (statement);
  g_set_error_literal (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND, _ ("The history has no such entry."));
  return NULL;
}

/* ---- changes ---- */

/**
 * eqp_change_free:
 * @self: (transfer full): a change
 */
void
eqp_change_free (EqpChange *self)
{
  g_free (self->subject);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * eqp_change_dup_sentence:
 * @self: a change
 * @language: the reader's, that of eqp_store_list_changes()
 *
 * Returns: (transfer full): "Family name: Duval → Durand"
 */
char *
eqp_change_dup_sentence (const EqpChange *self,
                         EqpLanguage      language)
{
  g_autoptr (EqpMessage) message = NULL;

  if (self->field < 0)
    {
      /* Translators: {subject} is the title of a record. */
      message = eqp_message_new (self->operation == EQP_CHANGE_DELETE ? N_ ("Removed: {subject}") : N_ ("Added: {subject}"));
      eqp_message_text (message, "subject", self->subject);
      return eqp_message_render (message, language);
    }
  /* Translators: {field} is the label of a field, {before} and {after} its values. */
  message = eqp_message_new (N_ ("{field}: {before} → {after}"));
  eqp_message_word (message, "field", self->entity->fields[self->field].label);
  eqp_message_text (message, "before", *self->before != '\0' ? self->before : eqp_tr (language, N_ ("(empty)")));
  eqp_message_text (message, "after", *self->after != '\0' ? self->after : eqp_tr (language, N_ ("(empty)")));
  return eqp_message_render (message, language);
}

typedef struct
{
  EqpStore        *store;
  EqpLanguage      language;
  const EqpEntity *entity; /* of the present row */
  gint64           row;
  char            *subject; /* of the present row */
  GPtrArray       *changes;
} Wording;

static EqpChange *
add_change (Wording           *self,
            EqpChangeOperation operation,
            int                field)
{
  EqpChange *change = g_new0 (EqpChange, 1);

  change->operation = operation;
  change->entity = self->entity;
  change->row = self->row;
  change->field = field;
  change->subject = g_strdup (self->subject);
  change->before = g_strdup ("");
  change->after = g_strdup ("");
  g_ptr_array_add (self->changes, change);
  return change;
}

/* The value of one field as a reader sees it; @values holds it in @column. */
static char *
dup_display (Wording    *self,
             EqpRecord  *record,
             JsonObject *values,
             const char *column,
             guint       field)
{
  const EqpField *declared = &self->entity->fields[field];
  JsonNode       *value = json_object_get_member (values, column);

  if (value == NULL || JSON_NODE_HOLDS_NULL (value))
    return g_strdup ("");
  if (declared->type == EQP_FIELD_REFERENCE && declared->target != NULL)
    return _eqp_journal_dup_subject (self->store, declared->target, json_node_get_int (value), self->language);
  return eqp_record_dup_display (record, field, self->language);
}

static gboolean
word_update (Wording    *self,
             const char *before_json,
             const char *after_json,
             GError    **error)
{
  g_autoptr (JsonObject) before = _eqp_journal_row_parse (before_json, error);
  g_autoptr (JsonObject) after = before != NULL ? _eqp_journal_row_parse (after_json, error) : NULL;
  g_autoptr (EqpRecord) record_before = NULL;
  g_autoptr (EqpRecord) record_after = NULL;

  if (after == NULL)
    return FALSE;
  record_before = _eqp_journal_row_to_record (self->entity, before);
  record_after = _eqp_journal_row_to_record (self->entity, after);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&self->entity->fields[i]);
      EqpChange       *change;

      if (!json_object_has_member (before, column))
        continue;
      change = add_change (self, EQP_CHANGE_UPDATE, (int)i);
      g_free (change->before);
      change->before = dup_display (self, record_before, before, column, i);
      g_free (change->after);
      change->after = dup_display (self, record_after, after, column, i);
    }
  return TRUE;
}

static gboolean
word_change (Wording      *self,
             EqpStatement *statement,
             GError      **error)
{
  const EqpEntity   *entity = _eqp_store_find_entity (self->store, eqp_statement_get_text (statement, 0));
  gint64             row = eqp_statement_get_integer (statement, 1);
  EqpChangeOperation operation = eqp_statement_get_integer (statement, 2);

  if (entity == NULL)
    return TRUE; /* of an entity that has left the schema: no words for it */
  if (entity != self->entity || row != self->row)
    {
      self->entity = entity;
      self->row = row;
      g_free (self->subject);
      self->subject = _eqp_journal_dup_subject (self->store, entity, row, self->language);
    }
  if (operation == EQP_CHANGE_UPDATE)
    return word_update (self, eqp_statement_get_text (statement, 3), eqp_statement_get_text (statement, 4), error);
  add_change (self, operation, -1);
  return TRUE;
}

/**
 * eqp_store_list_changes:
 * @self: a store
 * @entry: an entry's id
 * @language: the reader's
 * @error: (nullable): #EqpStoreError
 *
 * What an entry changed, in the order in which it did.
 *
 * Returns: (transfer full) (element-type EqpChange): the changes; %NULL with @error set
 */
GPtrArray *
eqp_store_list_changes (EqpStore   *self,
                        gint64      entry,
                        EqpLanguage language,
                        GError    **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify)eqp_change_free);
  g_autoptr (EqpStatement) statement = NULL;
  Wording  wording = { self, language, NULL, 0, NULL, changes };
  gint64   first, last;
  gboolean more = FALSE;
  gboolean worded;

  g_return_val_if_fail (EQP_IS_STORE (self), NULL);

  if (!_eqp_journal_get_range (self, entry, &first, &last, error))
    return NULL;
  statement = eqp_database_prepare (_eqp_store_get_database (self), sql_changes, error);
  if (statement == NULL)
    return NULL;
  eqp_statement_bind_integer (statement, 0, first);
  eqp_statement_bind_integer (statement, 1, last);
  worded = eqp_statement_step (statement, &more, error);
  while (worded && more)
    worded = word_change (&wording, statement, error) && eqp_statement_step (statement, &more, error);
  g_free (wording.subject);
  return worded ? g_steal_pointer (&changes) : NULL;
}
