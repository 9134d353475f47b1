/* eqp-store-meta.c — what the store keeps about the file itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "base/eqp-clock.h"
#include "base/eqp-utils.h"
#include "store/eqp-store-internal.h"

#define CHECK_INTERVAL_US (7 * G_TIME_SPAN_DAY)

/* Keys: uuid, created, last_integrity_check (µs since 1970 UTC), last_backup_day (ISO), generation. */
static const char sql_create[] = "CREATE TABLE IF NOT EXISTS meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID";
static const char sql_get[] = "SELECT value FROM meta WHERE key = ?";
static const char sql_set[] = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value";

gboolean
_eqp_store_get_meta (EqpStore   *self,
                     const char *key,
                     char      **value,
                     GError    **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (self->database, sql_get, error);
  gboolean row;

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, key);
  if (!eqp_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *value = g_strdup (eqp_statement_get_text (statement, 0));
  return TRUE;
}

gboolean
_eqp_store_set_meta (EqpStore   *self,
                     const char *key,
                     const char *value,
                     GError    **error)
{
  g_autoptr (EqpStatement) statement = eqp_database_prepare (self->database, sql_set, error);

  if (statement == NULL)
    return FALSE;
  eqp_statement_bind_text (statement, 0, key);
  eqp_statement_bind_text (statement, 1, value);
  return eqp_statement_step (statement, NULL, error);
}

static gboolean
set_instant (EqpStore   *self,
             const char *key,
             GError    **error)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, eqp_clock_now_us ());

  return _eqp_store_set_meta (self, key, now, error);
}

/**
 * _eqp_store_create_meta:
 * @self: a store, in a transaction
 *
 * A new file gets its identity; one that has it keeps it.
 */
gboolean
_eqp_store_create_meta (EqpStore *self,
                        GError  **error)
{
  g_autofree char *uuid = NULL;
  g_autofree char *fresh = NULL;

  if (!eqp_database_exec (self->database, sql_create, error) || !_eqp_store_get_meta (self, "uuid", &uuid, error))
    return FALSE;
  if (uuid != NULL)
    return TRUE;
  fresh = g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", eqp_clock_random_id (), eqp_clock_random_id ());
  return _eqp_store_set_meta (self, "uuid", fresh, error) && set_instant (self, "created", error) &&
         set_instant (self, "last_integrity_check", error) && _eqp_store_set_meta (self, "generation", fresh, error);
}

/* The name of a folder is made of it, which may lead nowhere else: only what we write ourselves. */
static gboolean
is_uuid (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789abcdef-") == strlen (text);
}

/**
 * _eqp_store_load_uuid:
 * @self: a store
 * @error: return location
 *
 * Takes note of who the file is; one that does not say so, or says what none of ours says, is "unknown".
 */
gboolean
_eqp_store_load_uuid (EqpStore *self,
                      GError  **error)
{
  g_autofree char *uuid = NULL;

  if (!_eqp_store_get_meta (self, "uuid", &uuid, error))
    return FALSE;
  eqp_set_str (&self->uuid, uuid != NULL && is_uuid (uuid) ? uuid : "unknown");
  return TRUE;
}

/**
 * _eqp_store_load_meta:
 * @self: a store
 *
 * Takes note of who the file is and up to where it was read.
 */
gboolean
_eqp_store_load_meta (EqpStore *self,
                      GError  **error)
{
  g_autofree char *generation = NULL;
  g_autofree char *backup_day = NULL;

  if (!_eqp_store_load_uuid (self, error) || !_eqp_store_get_meta (self, "generation", &generation, error) ||
      !_eqp_store_get_meta (self, "last_backup_day", &backup_day, error))
    return FALSE;
  eqp_set_str (&self->generation, generation);
  self->backup_day = eqp_date_from_iso (backup_day);
  self->data_version = eqp_database_data_version (self->database);
  return _eqp_journal_read_since (self, G_MAXINT64, &self->last_entry, NULL, error);
}

gboolean
_eqp_store_note_backup (EqpStore *self,
                        GError  **error)
{
  char iso[EQP_DATE_ISO_SIZE];

  return !self->is_backup_unnoted || _eqp_store_set_meta (self, "last_backup_day", eqp_date_to_iso (self->backup_day, iso), error);
}

/* The date of the check is worth a try, not an error: somebody else may be writing. */
void
_eqp_store_note_check (EqpStore *self)
{
  g_autoptr (GError) error = NULL;

  if (eqp_database_is_read_only (self->database) || self->in_edit)
    return;
  if (eqp_database_begin (self->database, &error) && set_instant (self, "last_integrity_check", &error))
    eqp_database_commit (self->database, &error);
  eqp_database_rollback (self->database);
  if (error != NULL)
    g_debug ("%s", error->message);
}

gboolean
_eqp_store_check_if_due (EqpStore *self,
                         GError  **error)
{
  g_autofree char *last = NULL;
  gint64           since;

  if (!_eqp_store_get_meta (self, "last_integrity_check", &last, error))
    return FALSE;
  since = eqp_clock_now_us () - (last != NULL ? g_ascii_strtoll (last, NULL, 10) : 0);
  if (!eqp_database_is_unclean (self->database) && since >= 0 && since < CHECK_INTERVAL_US)
    return TRUE;
  return _eqp_store_check_whole_later (self) || eqp_store_check_integrity (self, error);
}

/**
 * eqp_store_check_integrity:
 * @self: a store
 *
 * Reads the whole file: every page, index and reference.
 *
 * Returns: whether it is sound; %EQP_STORE_ERROR_CORRUPT otherwise
 */
gboolean
eqp_store_check_integrity (EqpStore *self,
                           GError  **error)
{
  g_return_val_if_fail (EQP_IS_STORE (self), FALSE);
  g_return_val_if_fail (!self->in_edit, FALSE);

  if (!_eqp_store_is_usable (self, error) || !eqp_database_check (self->database, error))
    return FALSE;
  _eqp_store_end_check (self);
  _eqp_store_note_check (self);
  return TRUE;
}
