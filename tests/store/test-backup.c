/* test-backup.c — the copies kept of a file: made, listed, rotated, taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-backup"
#include "config.h"

#include "test-schema-fixture.h"

#include "store/eqp-backup.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#define NOON(day) ((gint64)(day)*G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR)

/* 2026-11-21, a Saturday, in days since 1970. */
#define TODAY 20778

static char *
dup_expired (const gint64 *instants,
             guint         n)
{
  g_autoptr (GArray) expired = eqp_backup_select_expired (instants, n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < expired->len; i++)
    g_string_append_printf (text, "%u ", g_array_index (expired, guint, i));
  return g_string_free (text, FALSE);
}

static void
test_rotation_keeps_few (void)
{
  const gint64     instants[] = { NOON (TODAY), NOON (TODAY) + 1, NOON (TODAY - 1), NOON (TODAY - 2) };
  g_autofree char *none = dup_expired (NULL, 0);
  g_autofree char *few = dup_expired (instants, G_N_ELEMENTS (instants));

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (few, ==, "");
}

/* Of an earlier day only the newest; of the newest day all; whatever the order of the list. */
static void
test_rotation_of_a_day (void)
{
  const gint64     instants[] = { NOON (TODAY - 1), NOON (TODAY) + 2, NOON (TODAY - 1) + 5, NOON (TODAY), NOON (TODAY - 1) + 4 };
  g_autofree char *expired = dup_expired (instants, G_N_ELEMENTS (instants));

  g_assert_cmpstr (expired, ==, "4 0 ");
}

/* One copy a day for two years: 12 days, 10 weeks and 9 months remain. */
static void
test_rotation_of_years (void)
{
  gint64 instants[730];
  g_autoptr (GArray) expired = NULL;
  gboolean gone[730] = { FALSE };
  guint    kept = 0;

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    instants[i] = NOON (TODAY - (int)i);
  expired = eqp_backup_select_expired (instants, G_N_ELEMENTS (instants));
  for (guint i = 0; i < expired->len; i++)
    gone[g_array_index (expired, guint, i)] = TRUE;
  for (guint i = 0; i < 12; i++)
    g_assert_false (gone[i]);
  /* Sundays: the 15th is six days ago, the tenth week back ends nine Sundays ago. */
  for (guint week = 0; week < 9; week++)
    g_assert_false (gone[6 + 7 * week]);
  g_assert_true (gone[12]);
  /* Last days of months: 31 October is 21 days ago, 31 March 235; the ninth month back is March. */
  g_assert_false (gone[21]);
  g_assert_false (gone[235]);
  g_assert_true (gone[235 + 31]);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    kept += gone[i] ? 0 : 1;
  /* Two of the weeks' Sundays are among the 12 days with this Saturday; this month's copy is today's. Nine Sundays less one among the
   * days, eight months. None of these months ends on a Sunday within the nine weeks. */
  g_assert_cmpuint (kept, ==, 12 + 8 + 8);
}

/* A file used every day keeps at most 31 copies, whichever day it is, and always today's. */
static void
test_rotation_day_by_day (void)
{
  g_autoptr (GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int day = TODAY - 800; day <= TODAY; day++)
    {
      gint64 now = NOON (day);
      g_autoptr (GArray) expired = NULL;

      g_array_append_val (instants, now);
      expired = eqp_backup_select_expired ((const gint64 *)(gpointer)instants->data, instants->len);
      for (guint i = 0; i < expired->len; i++)
        g_array_index (instants, gint64, g_array_index (expired, guint, i)) = 0;
      for (guint i = instants->len; i > 0; i--)
        if (g_array_index (instants, gint64, i - 1) == 0)
          g_array_remove_index (instants, i - 1);
      g_assert_cmpuint (instants->len, <=, 31);
      g_assert_cmpint (g_array_index (instants, gint64, instants->len - 1), ==, now);
    }
  g_assert_cmpuint (instants->len, >=, 25);
}

static char *
dup_file (const char *name)
{
  char *path = test_dup_path (name);
  g_autoptr (EqpStore) store = test_store_create (path);
  g_autoptr (EqpRecord) house = test_add_house (store, "H1", "One");

  eqp_store_close (store);
  return path;
}

static GPtrArray *
list (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *copies = eqp_backup_list (store, &error);

  g_assert_no_error (error);
  return copies;
}

static void
test_make_and_list (void)
{
  g_autofree char *path = dup_file ("make.equipole");
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (GPtrArray) none = list (store);
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) copy = NULL;
  g_autoptr (EqpRecord) house = NULL;
  GStatBuf info;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (eqp_backup_make (store, &first, &error));
  g_assert_no_error (error);
  g_assert_true (eqp_backup_make (store, &second, &error));
  g_assert_no_error (error);
  copies = list (store);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpstr (((EqpBackup *)copies->pdata[0])->path, ==, second);
  g_assert_cmpstr (((EqpBackup *)copies->pdata[1])->path, ==, first);
  /* EQUIPOLE_NOW is 2026-11-21 09:00 UTC. */
  g_assert_cmpint (((EqpBackup *)copies->pdata[1])->instant, ==, (gint64)TODAY * G_TIME_SPAN_DAY + 9 * G_TIME_SPAN_HOUR);
  name = g_path_get_basename (first);
  g_assert_cmpstr (name, ==, "20261121T090000.000000Z.equipole");
  /* Nobody else may read it, and it is a whole file of ours. */
  g_assert_cmpint (g_stat (first, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (((EqpBackup *)copies->pdata[1])->size, ==, info.st_size);
  copy = test_store_open_with (first, &test_schema, EQP_STORE_OPEN_READ_ONLY);
  house = eqp_store_find (copy, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);
  g_assert_nonnull (house);
  eqp_store_close (copy);
  eqp_store_close (store);
}

/* An empty file that nobody has touched for @seconds. */
static char *
leave_file (const char *folder,
            const char *name,
            gint64      seconds)
{
  char                *path = g_build_filename (folder, name, NULL);
  const struct utimbuf then = { g_get_real_time () / G_USEC_PER_SEC - seconds, g_get_real_time () / G_USEC_PER_SEC - seconds };

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (g_utime (path, (struct utimbuf *)&then), ==, 0);
  return path;
}

/* What a killed program left goes with the next copy; what another one may be writing now stays, and so does what is not ours. */
static void
test_killed (void)
{
  g_autofree char *path = dup_file ("killed.equipole");
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autofree char *first = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *stale = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *foreign = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_backup_make (store, &first, &error));
  g_assert_no_error (error);
  folder = g_path_get_dirname (first);
  stale = leave_file (folder, "20261120T090000.000000Z.equipole.0123abcd.tmp", 7200);
  journal = leave_file (folder, "20261120T090000.000000Z.equipole.0123abcd.tmp-journal", 7200);
  fresh = leave_file (folder, "20261121T090000.000001Z.equipole.4567abcd.tmp", 60);
  foreign = leave_file (folder, "notes.tmp", 7200);
  g_assert_true (eqp_backup_make (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  eqp_store_close (store);
}

static void
count_notices (EqpStore   *store,
               const char *sentence,
               gpointer    user_data)
{
  guint *n = user_data;

  g_assert_true (g_str_has_prefix (sentence, "Today's safety copy could not be made."));
  (*n)++;
}

/* Before the first change of a day, not of a second one, not on the day a file is made. */
static void
test_daily (void)
{
  g_autofree char *path = dup_file ("daily.equipole");
  g_autoptr (EqpStore) store = test_store_open_with (path, &test_schema, EQP_STORE_OPEN_DEFAULT);
  g_autoptr (GPtrArray) before = list (store);
  g_autoptr (EqpRecord) second = test_add_house (store, "H2", "Two");
  g_autoptr (GPtrArray) after = list (store);
  g_autoptr (EqpRecord) third = test_add_house (store, "H3", "Three");
  g_autoptr (EqpRecord) absent = NULL;
  g_autoptr (EqpStore) copy = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (EqpRecord) fourth = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (after->len, ==, 1);
  copy = test_store_open_with (((EqpBackup *)after->pdata[0])->path, &test_schema, EQP_STORE_OPEN_READ_ONLY);
  absent = eqp_store_find (copy, &test_house_entity, TEST_HOUSE_CODE, "H2", &error);
  g_assert_no_error (error);
  g_assert_null (absent);
  eqp_store_close (copy);
  eqp_store_close (store);
  g_object_unref (store);
  /* The file remembers. */
  store = test_store_open_with (path, &test_schema, EQP_STORE_OPEN_DEFAULT);
  fourth = test_add_house (store, "H4", "Four");
  later = list (store);
  g_assert_cmpuint (later->len, ==, 1);
  eqp_store_close (store);
}

static void
test_daily_failure (void)
{
  g_autofree char *path = dup_file ("failure.equipole");
  g_autofree char *blocker = g_build_filename (g_get_user_data_dir (), "equipole", NULL);
  g_autoptr (EqpStore) store = test_store_open_with (path, &test_schema, EQP_STORE_OPEN_DEFAULT);
  g_autoptr (EqpRecord) second = NULL;
  g_autoptr (EqpRecord) third = NULL;
  guint n_notices = 0;

  /* A file where the folder of copies should be. */
  g_assert_true (g_file_set_contents (blocker, "", 0, NULL));
  g_signal_connect (store, "notice", G_CALLBACK (count_notices), &n_notices);
  second = test_add_house (store, "H2", "Two");
  third = test_add_house (store, "H3", "Three");
  g_assert_cmpint (eqp_record_get_id (third), >, 0);
  g_assert_cmpuint (n_notices, ==, 1);
  g_unlink (blocker);
  eqp_store_close (store);
}

static void
check_all (EqpStore     *store,
           EqpChangeSet *changes,
           gpointer      user_data)
{
  guint *n = user_data;

  g_assert_true (eqp_change_set_touches (changes, &test_house_entity));
  g_assert_true (eqp_change_set_touches (changes, &test_tenant_entity));
  g_assert_true (eqp_change_set_has_row (changes, &test_house_entity, 5));
  (*n)++;
}

static void
test_restore (void)
{
  g_autofree char *path = dup_file ("restore.equipole");
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (EqpStore) other = test_store_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);
  g_autoptr (EqpRecord) theirs = eqp_store_find (other, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (house);
  g_autoptr (EqpMessage) label = eqp_message_new (N_ ("Test"));
  g_autoptr (EqpRecord) later = NULL;
  g_autoptr (EqpRecord) next = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *copy = NULL;
  guint            n_changed = 0;
  guint            n_changed_there = 0;

  g_assert_no_error (error);
  g_assert_true (eqp_backup_make (store, &copy, &error));
  eqp_record_set_text (draft, TEST_HOUSE_NAME, "Changed");
  g_assert_true (eqp_store_save_one (store, label, draft, &error));
  later = test_add_house (store, "H2", "Two");
  g_assert_true (eqp_store_refresh (other, &error));
  g_signal_connect (store, "changed", G_CALLBACK (check_all), &n_changed);
  g_signal_connect (other, "changed", G_CALLBACK (check_all), &n_changed_there);

  g_assert_true (eqp_backup_restore (store, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "One");
  g_assert_true (eqp_record_is_deleted (later));
  /* What was there before is kept, and can be taken back in turn. */
  copies = list (store);
  g_assert_cmpuint (copies->len, ==, 2);
  /* Another window notices. */
  g_assert_true (eqp_store_refresh (other, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changed_there, ==, 1);
  g_assert_cmpstr (eqp_record_get_text (theirs, TEST_HOUSE_NAME), ==, "One");
  g_assert_true (eqp_backup_restore (store, ((EqpBackup *)copies->pdata[0])->path, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (eqp_record_get_text (house, TEST_HOUSE_NAME), ==, "Changed");
  g_assert_false (eqp_record_is_deleted (later));
  g_signal_handlers_disconnect_by_func (store, check_all, &n_changed);
  next = test_add_house (store, "H3", "Three");
  g_assert_true (eqp_store_undo (store, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (eqp_store_check_integrity (store, &error));
  eqp_store_close (other);
  eqp_store_close (store);
}

/* An older copy is brought to the present format on its way back. */
static void
test_restore_older (void)
{
  g_autofree char *path = dup_file ("aged.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = eqp_store_open (path, &test_schema_two, EQP_STORE_OPEN_NO_BACKUP, &error);
  g_autoptr (GPtrArray) copies = list (store);
  g_autoptr (EqpRecord) house = NULL;
  g_autoptr (EqpQuery) version = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_true (eqp_backup_restore (store, ((EqpBackup *)copies->pdata[0])->path, &error));
  g_assert_no_error (error);
  version = eqp_store_query (store, &error, "PRAGMA user_version", NULL);
  g_assert_true (eqp_query_next (version, &error));
  g_assert_cmpint (eqp_query_get_integer (version, 0), ==, 2);
  g_clear_pointer (&version, eqp_query_free);
  house = test_add_house (store, "H2", "Two");
  g_assert_cmpint (eqp_record_get_id (house), >, 0);
  eqp_store_close (store);
}

static void
test_restore_refusals (void)
{
  g_autofree char *path = dup_file ("refuse.equipole");
  g_autofree char *junk = test_dup_path ("junk.equipole");
  g_autofree char *newer = test_dup_path ("newer.equipole");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) newer_store = eqp_store_create (newer, &test_schema_two, &error);
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (EqpRecord) house = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  eqp_store_close (newer_store);
  g_assert_true (g_file_set_contents (junk, "junk", -1, NULL));
  g_assert_false (eqp_backup_restore (store, junk, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_false (eqp_backup_restore (store, newer, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_SCHEMA_TOO_NEW);
  g_clear_error (&error);
  g_assert_false (eqp_backup_restore (store, path, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  g_clear_error (&error);
  house = eqp_store_find (store, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);
  g_assert_nonnull (house);
  copies = list (store);
  g_assert_cmpuint (copies->len, ==, 0);
  eqp_store_close (store);
}

static void
test_copy_to (void)
{
  g_autofree char *path = dup_file ("copy.equipole");
  g_autofree char *target = test_dup_path ("target.equipole");
  g_autofree char *nowhere = test_dup_path ("missing/target.equipole");
  g_autoptr (EqpStore) store = test_store_open_with (path, &test_schema, EQP_STORE_OPEN_READ_ONLY);
  g_autoptr (EqpStore) copy = NULL;
  g_autoptr (EqpRecord) house = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (target, "to be replaced", -1, NULL));
  g_assert_true (eqp_backup_copy_to (store, target, &error));
  g_assert_no_error (error);
  copy = test_store_open (target);
  house = eqp_store_find (copy, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);
  g_assert_nonnull (house);
  eqp_store_close (copy);
  g_assert_false (eqp_backup_copy_to (store, path, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_false (eqp_backup_copy_to (store, nowhere, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED);
  eqp_store_close (store);
}

/* The way back for a file that cannot say who it is. */
static void
test_damaged_file (void)
{
  g_autofree char *path = dup_file ("damaged.equipole");
  g_autofree char *other = dup_file ("other.equipole");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *kept_journal = NULL;
  g_autofree char *content = NULL;
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (EqpStore) restored = NULL;
  g_autoptr (EqpRecord) house = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_backup_make (store, NULL, &error));
  g_assert_true (eqp_backup_make (store, NULL, &error));
  g_assert_no_error (error);
  eqp_store_close (store);
  g_assert_true (g_file_set_contents (path, "spoilt", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "of the spoilt one", -1, NULL));
  none = eqp_backup_list_of_path (other, &error);
  g_assert_cmpuint (none->len, ==, 0);
  copies = eqp_backup_list_of_path (path, &error);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpint (((EqpBackup *)copies->pdata[0])->instant, >, ((EqpBackup *)copies->pdata[1])->instant);

  g_assert_true (eqp_backup_restore_file (((EqpBackup *)copies->pdata[0])->path, path, &test_schema, &kept, &error));
  g_assert_no_error (error);
  restored = test_store_open (path);
  house = eqp_store_find (restored, &test_house_entity, TEST_HOUSE_CODE, "H1", &error);
  g_assert_nonnull (house);
  eqp_store_close (restored);
  /* What was there is beside it, with its journal. */
  g_assert_true (g_str_has_suffix (kept, "damaged.equipole.damaged"));
  g_assert_true (g_file_get_contents (kept, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "spoilt");
  kept_journal = g_strconcat (kept, "-journal", NULL);
  g_assert_true (g_file_test (kept_journal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* Nothing to keep when the file itself is gone; a second damaged one does not take the first one's name. */
static void
test_damaged_again (void)
{
  g_autofree char *path = dup_file ("again.equipole");
  g_autoptr (EqpStore) store = test_store_open (path);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (eqp_backup_make (store, NULL, &error));
  eqp_store_close (store);
  copies = eqp_backup_list_of_path (path, &error);
  g_assert_cmpuint (copies->len, ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *kept = NULL;
      g_autofree char *expected = i == 1 ? g_strconcat (path, ".damaged", NULL) : g_strconcat (path, ".damaged-2", NULL);

      if (i == 0)
        g_unlink (path);
      else
        g_assert_true (g_file_set_contents (path, "spoilt", -1, NULL));
      g_assert_true (eqp_backup_restore_file (((EqpBackup *)copies->pdata[0])->path, path, &test_schema, &kept, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (kept, ==, i == 0 ? NULL : expected);
    }
}

/* A copy that is no good leaves everything where it was. */
static void
test_damaged_and_no_copy (void)
{
  g_autofree char *path = test_dup_path ("lost.equipole");
  g_autofree char *junk = test_dup_path ("lost-copy.equipole");
  g_autofree char *content = NULL;
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "spoilt", -1, NULL));
  g_assert_true (g_file_set_contents (junk, "junk", -1, NULL));
  g_assert_false (eqp_backup_restore_file (junk, path, &test_schema, &kept, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS);
  g_assert_null (kept);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "spoilt");
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/backup/rotation/few", test_rotation_keeps_few);
  g_test_add_func ("/backup/rotation/a-day", test_rotation_of_a_day);
  g_test_add_func ("/backup/rotation/years", test_rotation_of_years);
  g_test_add_func ("/backup/rotation/day-by-day", test_rotation_day_by_day);
  g_test_add_func ("/backup/make-and-list", test_make_and_list);
  g_test_add_func ("/backup/killed", test_killed);
  g_test_add_func ("/backup/daily", test_daily);
  g_test_add_data_func ("/backup/daily-failure", test_daily_failure, test_alone);
  g_test_add_func ("/backup/restore", test_restore);
  g_test_add_func ("/backup/restore-older", test_restore_older);
  g_test_add_func ("/backup/restore-refusals", test_restore_refusals);
  g_test_add_func ("/backup/copy-to", test_copy_to);
  g_test_add_func ("/backup/damaged-file", test_damaged_file);
  g_test_add_func ("/backup/damaged-again", test_damaged_again);
  g_test_add_func ("/backup/damaged-and-no-copy", test_damaged_and_no_copy);
  return g_test_run ();
}
