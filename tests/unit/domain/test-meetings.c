/* test-meetings.c — meetings in a file: what is refused, what goes together, what a snapshot of the year holds, and older files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eqp-test-pole.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body-edits.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-mandate.h"
#include "domain/bodies/eqp-meeting-edits.h"
#include "domain/bodies/eqp-meeting-item.h"
#include "domain/bodies/eqp-meeting.h"
#include "domain/bodies/eqp-snapshot.h"
#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)
#define FIND(table, code) eqp_test_find (store, eqp_pole_find_entity (table), code)

/* The council K1 with its sub-council K1N, another council K2, and a category of occasional guests. */
static EqpStore *
new_store (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("category", "statute", "CPER", "code", "guest-occasional", "name-fr", "Personnes invitées ponctuellement", "position", "5", "counts", "no");
  ADD ("body", "code", "K1N", "name-fr", "Sous-conseil", "statute", "CPER", "parent", "K1", "site", "NORTH");
  ADD ("body", "code", "K2", "name-fr", "Conseil de lettres", "statute", "CPER");
  return store;
}

static gint64
save_meeting (EqpStore   *store,
              const char *body,
              const char *date)
{
  g_autoptr (EqpRecord) draft = eqp_test_draft (store, &eqp_meeting_entity, "body", body, "date", date, NULL);
  g_autoptr (GError) error = NULL;

  eqp_meeting_save (store, draft, NULL, &error);
  g_assert_no_error (error);
  return eqp_record_get_id (draft);
}

static void
assert_value (EqpStore        *store,
              const EqpEntity *entity,
              gint64           id,
              guint            field,
              const char      *expected)
{
  g_autofree char *value = eqp_test_dup_value (store, entity, id, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
undo (EqpStore *store)
{
  g_autoptr (GError) error = NULL;

  eqp_store_undo (store, 0, NULL, &error);
  g_assert_no_error (error);
}

static guint
count (EqpStore        *store,
       const EqpEntity *entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = eqp_store_select (store, entity, &error, NULL, "");

  g_assert_no_error (error);
  return rows->len;
}

/* ---- saving ---- */

static void
test_code (void)
{
  EqpStore *store = new_store ();
  gint64    first = save_meeting (store, "K1", "2026-10-12");
  gint64    second = save_meeting (store, "K1", "2026-10-12");
  gint64    other = save_meeting (store, "K2", "2026-10-12");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) live = eqp_store_get (store, &eqp_meeting_entity, first, &error);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (live);
  g_autoptr (EqpMessage) label = NULL;
  g_autofree char *said = NULL;

  assert_value (store, &eqp_meeting_entity, first, EQP_MEETING_CODE, "K1/2026-10-12");
  assert_value (store, &eqp_meeting_entity, second, EQP_MEETING_CODE, "K1/2026-10-12-2");
  assert_value (store, &eqp_meeting_entity, other, EQP_MEETING_CODE, "K2/2026-10-12");
  assert_value (store, &eqp_meeting_entity, first, EQP_MEETING_STATE, "Held");
  /* Put off: the code stays. */
  eqp_record_set_date (draft, EQP_MEETING_DATE, eqp_test_date ("2026-10-19"));
  g_assert_true (eqp_meeting_save (store, draft, &label, &error));
  g_assert_no_error (error);
  assert_value (store, &eqp_meeting_entity, first, EQP_MEETING_CODE, "K1/2026-10-12");
  said = eqp_message_render (label, EQP_LANGUAGE_EN);
  g_assert_cmpstr (said, ==, "Changed Meeting of 19 Oct 2026 (Mathematics council)");
  g_clear_object (&live);
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

static void
test_date_is_needed (void)
{
  EqpStore *store = new_store ();
  g_autoptr (EqpRecord) draft = eqp_test_draft (store, &eqp_meeting_entity, "body", "K1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (eqp_meeting_save (store, draft, NULL, &error));
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_MISSING);
  g_assert_cmpuint (count (store, &eqp_meeting_entity), ==, 0);
  g_clear_object (&draft);
  eqp_test_pole_free (store);
}

/* ---- items ---- */

static void
assert_item (EqpStore   *store,
             const char *position,
             const char *advice_to,
             guint       field) /* at fault; N_FIELDS: none */
{
  g_autoptr (EqpRecord) draft = eqp_test_draft (store, &eqp_meeting_item_entity, "meeting", "K1/2026-10-12", "title", "Timetable",
                                                "position", position, "advice-to", advice_to, NULL);
  g_autoptr (GError) error = NULL;
  guint    at_fault = EQP_MEETING_ITEM_N_FIELDS;
  gboolean valid = eqp_record_validate (draft, &at_fault, &error);

  g_test_message ("%s, “%s”", position, advice_to);
  g_assert_cmpint (valid, ==, field == EQP_MEETING_ITEM_N_FIELDS);
  if (valid)
    return;
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
  g_assert_cmpuint (at_fault, ==, field);
}

static void
test_items (void)
{
  EqpStore *store = new_store ();
  gint64    meeting = save_meeting (store, "K1", "2026-10-12");
  gint64    position = 0;
  g_autoptr (GError) error = NULL;

  assert_item (store, "1", "", EQP_MEETING_ITEM_N_FIELDS);
  assert_item (store, "0", "", EQP_MEETING_ITEM_POSITION);
  assert_item (store, "1", "CCI, OAF, COSP, CI", EQP_MEETING_ITEM_N_FIELDS);
  assert_item (store, "1", "cosp|ci", EQP_MEETING_ITEM_N_FIELDS);
  assert_item (store, "1", "COSP, CAF", EQP_MEETING_ITEM_ADVICE_TO);
  assert_item (store, "1", "C", EQP_MEETING_ITEM_ADVICE_TO);

  g_assert_true (eqp_meeting_get_next_position (store, meeting, &position, &error));
  g_assert_cmpint (position, ==, 1);
  ADD ("meeting_item", "meeting", "K1/2026-10-12", "position", "4", "title", "Timetable");
  g_assert_true (eqp_meeting_get_next_position (store, meeting, &position, &error));
  g_assert_cmpint (position, ==, 5);
  g_assert_no_error (error);
  eqp_test_pole_free (store);
}

/* ---- guests ---- */

static gboolean
invite (EqpStore   *store,
        const char *category,
        gint64      meeting,
        gint64     *mandate,
        GError    **error)
{
  g_autoptr (EqpRecord) seat = NULL;
  EqpAppointment appointment = { .body = FIND ("body", "K1"), .person = FIND ("person", "P4"), .meeting = meeting };

  appointment.category = FIND ("category", category);
  appointment.from = appointment.to = eqp_test_date ("2026-10-12");
  return eqp_body_appoint (store, &appointment, mandate, NULL, error);
}

static void
test_guest (void)
{
  EqpStore *store = new_store ();
  gint64    meeting = save_meeting (store, "K1", "2026-10-12");
  gint64    other = save_meeting (store, "K2", "2026-10-12");
  gint64    mandate = 0;
  g_autoptr (GError) error = NULL;

  /* Nobody but an occasional guest, and to no other council's meeting. */
  g_assert_false (invite (store, "guest", meeting, NULL, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "occasional guest");
  g_clear_error (&error);
  g_assert_false (invite (store, "guest-occasional", other, NULL, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "another council");
  g_clear_error (&error);
  g_assert_true (invite (store, "guest-occasional", meeting, &mandate, &error));
  assert_value (store, &eqp_mandate_entity, mandate, EQP_MANDATE_MEETING, "Meeting of 12 Oct 2026 (Mathematics council)");

  g_assert_true (eqp_body_set_meeting (store, mandate, 0, NULL, &error));
  assert_value (store, &eqp_mandate_entity, mandate, EQP_MANDATE_MEETING, "");
  g_assert_false (eqp_body_set_meeting (store, mandate, other, NULL, &error));
  eqp_test_assert_input_error (error, EQP_INPUT_ERROR_INVALID, "another council");
  g_clear_error (&error);
  g_assert_true (eqp_body_set_meeting (store, mandate, meeting, NULL, &error));
  g_assert_no_error (error);
  eqp_test_pole_free (store);
}

/* Somebody who comes in a guest's stead comes to the same meeting. */
static void
test_replace_guest (void)
{
  EqpStore *store = new_store ();
  gint64    meeting = save_meeting (store, "K1", "2026-10-12");
  gint64    mandate = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) guests = NULL;

  g_assert_true (invite (store, "guest-occasional", meeting, &mandate, &error));
  g_assert_true (eqp_body_replace (store, mandate, FIND ("person", "P5"), eqp_test_date ("2026-10-12"), NULL, &error));
  g_assert_no_error (error);
  guests = eqp_store_select (store, &eqp_mandate_entity, &error, "WHERE meeting_id = ?", "i", meeting);
  g_assert_cmpuint (guests->len, ==, 1);
  g_assert_cmpint (eqp_record_get_reference (guests->pdata[0], EQP_MANDATE_PERSON), ==, FIND ("person", "P5"));
  g_clear_pointer (&guests, g_ptr_array_unref);
  eqp_test_pole_free (store);
}

/* ---- deleting ---- */

static void
test_delete (void)
{
  EqpStore *store = new_store ();
  gint64    meeting = save_meeting (store, "K1", "2026-10-12");
  gint64    mandate = 0;
  g_autoptr (GError) error = NULL;

  ADD ("meeting_item", "meeting", "K1/2026-10-12", "position", "1", "title", "Timetable");
  g_assert_true (invite (store, "guest-occasional", meeting, &mandate, &error));
  g_assert_true (eqp_meeting_delete (store, meeting, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (store, &eqp_meeting_entity), ==, 0);
  g_assert_cmpuint (count (store, &eqp_meeting_item_entity), ==, 0);
  assert_value (store, &eqp_mandate_entity, mandate, EQP_MANDATE_MEETING, "");
  undo (store);
  g_assert_cmpuint (count (store, &eqp_meeting_item_entity), ==, 1);
  assert_value (store, &eqp_mandate_entity, mandate, EQP_MANDATE_MEETING, "Meeting of 12 Oct 2026 (Mathematics council)");
  eqp_test_pole_free (store);
}

static void
test_delete_body (void)
{
  EqpStore *store = new_store ();
  gint64    meeting = save_meeting (store, "K1N", "2026-10-12");
  g_autoptr (GError) error = NULL;
  gint64 body = FIND ("body", "K1N");

  ADD ("meeting_item", "meeting", "K1N/2026-10-12", "position", "1", "title", "Rooms");
  save_meeting (store, "K2", "2026-10-12");
  g_assert_true (eqp_body_delete (store, body, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (store, &eqp_meeting_entity), ==, 1);
  g_assert_cmpuint (count (store, &eqp_meeting_item_entity), ==, 0);
  undo (store);
  assert_value (store, &eqp_meeting_entity, meeting, EQP_MEETING_CODE, "K1N/2026-10-12");
  eqp_test_pole_free (store);
}

/* The history of a council tells of its meetings and of their items, also once they are gone. */
static void
test_history (void)
{
  EqpStore *store = new_store ();
  gint64    meeting = save_meeting (store, "K1", "2026-10-12");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  EqpHistoryFilter filter = { .entity = &eqp_body_entity, .row = FIND ("body", "K1") };
  guint            before;

  entries = eqp_store_list_entries (store, &filter, &error);
  g_assert_no_error (error);
  before = entries->len;
  ADD ("meeting_item", "meeting", "K1/2026-10-12", "position", "1", "title", "Timetable");
  g_assert_true (eqp_meeting_delete (store, meeting, NULL, &error));
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = eqp_store_list_entries (store, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, before + 2);
  g_clear_pointer (&entries, g_ptr_array_unref);
  eqp_test_pole_free (store);
}

/* ---- snapshots ---- */

static EqpSnapshot *
load (EqpStore   *store,
      const char *body,
      gboolean    alone,
      const char *iso)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = eqp_snapshot_load (store, alone ? FIND ("body", body) : 0, eqp_test_date (iso), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((EqpSnapshot *)list->pdata[i])->code, body))
      return eqp_snapshot_ref (list->pdata[i]);
  g_assert_not_reached ();
}

/* "2026-10-12 2026-11-09 | 1": its meetings, and how many its parent held. */
static void
assert_meetings (EqpStore   *store,
                 const char *body,
                 const char *iso,
                 const char *expected)
{
  for (int alone = 0; alone < 2; alone++)
    {
      g_autoptr (EqpSnapshot) snapshot = load (store, body, alone, iso);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint i = 0; i < snapshot->meetings->len; i++)
        {
          char date[EQP_DATE_ISO_SIZE];

          g_string_append_printf (found, "%s ", eqp_date_to_iso (((EqpSnapshotMeeting *)snapshot->meetings->pdata[i])->date, date));
        }
      g_string_append_printf (found, "| %u", snapshot->parent_meetings);
      g_test_message ("%s on %s", body, iso);
      g_assert_cmpstr (found->str, ==, expected);
    }
}

static void
test_snapshot_year (void)
{
  EqpStore *store = new_store ();

  ADD ("meeting", "code", "A", "body", "K1", "date", "2026-08-31");
  ADD ("meeting", "code", "C", "body", "K1", "date", "2026-11-09");
  ADD ("meeting", "code", "B", "body", "K1", "date", "2026-09-01");
  ADD ("meeting", "code", "D", "body", "K1", "date", "2026-10-01", "state", "cancelled");
  ADD ("meeting", "code", "E", "body", "K1", "date", "2026-10-02", "state", "planned");
  ADD ("meeting", "code", "F", "body", "K1N", "date", "2026-10-12");
  /* The last day of a year, and the first of the next; the day before a meeting, and its day. */
  assert_meetings (store, "K1", "2026-08-31", "2026-08-31 | 0");
  assert_meetings (store, "K1", "2026-09-01", "2026-09-01 | 0");
  assert_meetings (store, "K1", "2026-11-08", "2026-09-01 | 0");
  assert_meetings (store, "K1", "2026-11-09", "2026-09-01 2026-11-09 | 0");
  assert_meetings (store, "K1N", "2026-08-31", "| 1");
  assert_meetings (store, "K1N", "2026-10-11", "| 1");
  assert_meetings (store, "K1N", "2026-11-09", "2026-10-12 | 2");
  assert_meetings (store, "K2", "2026-11-09", "| 0");
  eqp_test_pole_free (store);
}

static void
test_snapshot_items (void)
{
  EqpStore *store = new_store ();
  gint64    meeting = save_meeting (store, "K1", "2026-10-12");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpSnapshot) snapshot = NULL;
  EqpSnapshotMeeting *held;
  EqpSnapshotItem    *item;

  g_assert_true (invite (store, "guest-occasional", meeting, NULL, &error));
  ADD ("meeting_item", "meeting", "K1/2026-10-12", "position", "2", "title", "Rooms", "scope", "local", "outcome", "discussed");
  ADD ("meeting_item", "meeting", "K1/2026-10-12", "position", "1", "title", "Plan", "scope", "general", "outcome", "adopted", "advice-to", "COSP");
  snapshot = load (store, "K1", FALSE, "2026-10-12");
  g_assert_cmpuint (snapshot->meetings->len, ==, 1);
  held = snapshot->meetings->pdata[0];
  g_assert_cmpint (held->id, ==, meeting);
  g_assert_cmpstr (held->code, ==, "K1/2026-10-12");
  g_assert_cmpuint (held->items->len, ==, 2);
  item = held->items->pdata[0];
  g_assert_cmpstr (item->title, ==, "Plan");
  g_assert_cmpint (item->scope, ==, EQP_SCOPE_GENERAL);
  g_assert_cmpint (item->outcome, ==, EQP_OUTCOME_ADOPTED);
  g_assert_cmpstr (item->advice_to, ==, "COSP");
  item = held->items->pdata[1];
  g_assert_cmpint (item->position, ==, 2);
  g_assert_cmpint (item->scope, ==, EQP_SCOPE_LOCAL);
  g_assert_cmpint (item->outcome, ==, EQP_OUTCOME_DISCUSSED);
  g_assert_cmpint (((EqpSeat *)snapshot->seats->pdata[0])->meeting, ==, meeting);
  eqp_test_pole_free (store);
}

/* ---- older files ---- */

/* A file of format 1, with councils and people. No mandates, whose table has changed since, and no affiliations, which now reach into the
 * ledger when they are written. */
static char *
dup_old_file (void)
{
  const EqpSchema *now = eqp_pole_get_schema ();
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();
  g_autofree char *path = test_dup_path ("old.equipole");
  g_autoptr (GError) error = NULL;
  EqpStore *store;
  EqpSchema then = { now->steps, 1, NULL, 0 };

  for (guint i = 0; i < now->n_entities && now->entities[i] != &eqp_meeting_entity; i++)
    g_ptr_array_add (entities, (gpointer)now->entities[i]);
  then.entities = (const EqpEntity *const *)entities->pdata;
  then.n_entities = entities->len;
  store = eqp_store_create (path, &then, &error);
  g_assert_no_error (error);
  g_assert_cmpint (eqp_store_get_version (store), ==, 1);
  ADD ("person", "code", "P1", "family-name", "Duval");
  ADD ("statute", "code", "CPER", "name-fr", "Conseil");
  ADD ("category", "statute", "CPER", "code", "head", "name-fr", "Responsable");
  ADD ("body", "code", "K1", "name-fr", "Lettres", "statute", "CPER");
  ADD ("statute", "code", "COPIL", "name-fr", "Comité");
  eqp_store_close (store);
  g_object_unref (store);
  return g_steal_pointer (&path);
}

static void
test_older_file (void)
{
  g_autofree char *path = dup_old_file ();
  g_autoptr (GError) error = NULL;
  EqpStore *store = eqp_store_open (path, eqp_pole_get_schema (), EQP_STORE_OPEN_NO_BACKUP, &error);
  g_autoptr (GPtrArray) rules = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (eqp_store_get_version (store), ==, eqp_pole_get_schema ()->n_steps);
  save_meeting (store, "K1", "2026-10-12");
  ADD ("mandate", "body", "K1", "person", "P1", "category", "head");
  /* The rules of meetings went to the councils' statute and to no other. */
  rules = eqp_store_select (store, eqp_pole_find_entity ("rules"), &error, "WHERE statute_id = ? ORDER BY rule", "i", FIND ("statute", "CPER"));
  g_assert_no_error (error);
  g_assert_cmpuint (rules->len, ==, 3);
  g_assert_cmpuint (count (store, eqp_pole_find_entity ("rules")), ==, 3);
  g_assert_true (eqp_store_check_integrity (store, &error));
  g_clear_pointer (&rules, g_ptr_array_unref);
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/meetings/code", test_code);
  g_test_add_func ("/domain/meetings/date-is-needed", test_date_is_needed);
  g_test_add_func ("/domain/meetings/items", test_items);
  g_test_add_func ("/domain/meetings/guest", test_guest);
  g_test_add_func ("/domain/meetings/replace-guest", test_replace_guest);
  g_test_add_func ("/domain/meetings/delete", test_delete);
  g_test_add_func ("/domain/meetings/delete-body", test_delete_body);
  g_test_add_func ("/domain/meetings/history", test_history);
  g_test_add_func ("/domain/meetings/snapshot-year", test_snapshot_year);
  g_test_add_func ("/domain/meetings/snapshot-items", test_snapshot_items);
  g_test_add_func ("/domain/meetings/older-file", test_older_file);
  return g_test_run ();
}
