/* test-constraint.c — what the file itself refuses: one sentence about the rows concerned, and nothing changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-constraint"
#include "config.h"

#include "test-schema-fixture.h"

#include "base/eqp-error.h"
#include "tests/test-folder.h"

#include <glib/gi18n.h>
#include <string.h>

enum {
  STREET_CODE,
  STREET_NAME,
  STREET_TWIN,
};

enum {
  FLAT_STREET,
  FLAT_FORMER_STREET,
  FLAT_NUMBER,
  FLAT_SIZE,
  FLAT_SIZE_LIMIT,
  FLAT_COLOUR,
};

static const EqpEntity street_entity;

static const EqpField street_fields[] = {
  { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Code"), NULL, NULL, NULL },
  { "name", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Name"), NULL, NULL, NULL },
  { "twin", EQP_FIELD_REFERENCE, EQP_FIELD_OPTIONAL, N_ ("Twin"), NULL, NULL, &street_entity },
};

static const EqpField flat_fields[] = {
  { "street", EQP_FIELD_REFERENCE, EQP_FIELD_KEY, N_ ("Street"), NULL, NULL, &street_entity },
  { "former-street", EQP_FIELD_REFERENCE, EQP_FIELD_OPTIONAL, N_ ("Former street"), NULL, NULL, &street_entity },
  { "number", EQP_FIELD_INTEGER, EQP_FIELD_KEY, N_ ("Number"), NULL, NULL, NULL },
  { "size", EQP_FIELD_INTEGER, EQP_FIELD_OPTIONAL, N_ ("Size"), NULL, NULL, NULL },
  { "size-limit", EQP_FIELD_INTEGER, EQP_FIELD_OPTIONAL, N_ ("Limit"), NULL, NULL, NULL },
  { "colour", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Colour"), NULL, NULL, NULL },
};

#define TEST_TYPE_STREET (test_street_get_type ())
G_DECLARE_FINAL_TYPE (TestStreet, test_street, TEST, STREET, EqpRecord)

#define TEST_TYPE_FLAT (test_flat_get_type ())
G_DECLARE_FINAL_TYPE (TestFlat, test_flat, TEST, FLAT, EqpRecord)

static const EqpEntity street_entity = { "street", N_ ("street"), N_ ("Streets"), street_fields, G_N_ELEMENTS (street_fields), test_street_get_type };
static const EqpEntity flat_entity = { "flat", N_ ("flat"), N_ ("Flats"), flat_fields, G_N_ELEMENTS (flat_fields), test_flat_get_type };

static const EqpEntity *const entities[] = { &street_entity, &flat_entity };

/* Two conditions that no field is named in, a table that no entity knows, and triggers that refuse. */
static const char *const steps[] = {
  "CREATE TABLE street ("
  "  id INTEGER PRIMARY KEY,"
  "  code TEXT NOT NULL UNIQUE,"
  "  name TEXT NOT NULL DEFAULT '' UNIQUE,"
  "  twin_id INTEGER REFERENCES street (id)"
  ") STRICT;"
  "CREATE UNIQUE INDEX street_initial ON street (substr (code, 1, 1));"
  "CREATE UNIQUE INDEX street_any_case ON street (code COLLATE NOCASE);"
  "CREATE TABLE flat ("
  "  id INTEGER PRIMARY KEY,"
  "  street_id INTEGER REFERENCES street (id),"
  "  former_street_id INTEGER REFERENCES street (id),"
  "  number INTEGER NOT NULL,"
  "  size INTEGER NOT NULL DEFAULT 3,"
  "  size_limit INTEGER CHECK (size_limit < 10),"
  "  colour TEXT NOT NULL DEFAULT 'white' CHECK (colour <> ''),"
  "  hidden INTEGER NOT NULL DEFAULT 0,"
  "  UNIQUE (street_id, number),"
  "  CONSTRAINT nobody_knows CHECK (number <> 666)"
  ") STRICT;"
  "CREATE TABLE lamp (street_id INTEGER REFERENCES street (id), watts INTEGER NOT NULL DEFAULT 5) STRICT;"
  "CREATE TRIGGER flat_guard BEFORE INSERT ON flat WHEN NEW.number = 500 BEGIN SELECT RAISE (ABORT, 'not this one'); END;"
  "CREATE TRIGGER flat_end BEFORE INSERT ON flat WHEN NEW.number = 501 BEGIN SELECT RAISE (ROLLBACK, 'the end'); END;"
  "CREATE TRIGGER flat_lamp BEFORE INSERT ON flat WHEN NEW.number = 502 BEGIN INSERT INTO lamp (street_id) VALUES (777); END;"
  "CREATE TRIGGER flat_dark BEFORE INSERT ON flat WHEN NEW.number = 503 BEGIN INSERT INTO lamp (watts) VALUES (NULL); END;",
};

static const EqpSchema schema = { steps, 1, entities, G_N_ELEMENTS (entities) };

struct _TestStreet
{
  EqpRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TestStreet, test_street, EQP_TYPE_RECORD)

/* Number 13 is not prepared, number 99 not followed up; what is red may not be deleted, and what is green not be followed up. */
struct _TestFlat
{
  EqpRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TestFlat, test_flat, EQP_TYPE_RECORD)

static void
test_street_class_init (TestStreetClass *klass)
{
  eqp_record_class_set_entity (EQP_RECORD_CLASS (klass), &street_entity);
}

static void
test_street_init (TestStreet *self)
{
}

static gboolean
forbid (gboolean    bad,
        const char *sentence,
        GError    **error)
{
  if (bad)
    g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FORBIDDEN, sentence);
  return !bad;
}

static gboolean
test_flat_prepare (EqpRecord *draft,
                   EqpStore  *store,
                   GError   **error)
{
  return forbid (eqp_record_get_integer (draft, FLAT_NUMBER) == 13, "Not prepared.", error);
}

static gboolean
test_flat_written (EqpRecord *record,
                   EqpStore  *store,
                   GError   **error)
{
  gboolean gone = g_str_equal (eqp_record_get_text (record, FLAT_COLOUR), "green") && !eqp_record_is_draft (record);

  return forbid (gone || eqp_record_get_integer (record, FLAT_NUMBER) == 99, "Not followed up.", error);
}

static gboolean
test_flat_may_delete (EqpRecord *record,
                      EqpStore  *store,
                      GError   **error)
{
  return forbid (g_str_equal (eqp_record_get_text (record, FLAT_COLOUR), "red"), "Red stays.", error);
}

static void
test_flat_class_init (TestFlatClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  record_class->prepare = test_flat_prepare;
  record_class->written = test_flat_written;
  record_class->may_delete = test_flat_may_delete;
  eqp_record_class_set_entity (record_class, &flat_entity);
}

static void
test_flat_init (TestFlat *self)
{
}

typedef struct
{
  EqpStore   *store;
  EqpMessage *label;
  EqpRecord  *street; /* live: code "A", name "Alder" */
} Fixture;

static EqpRecord *
new_street (const char *code,
            const char *name)
{
  EqpRecord *draft = eqp_record_new (&street_entity);

  eqp_record_set_text (draft, STREET_CODE, code);
  eqp_record_set_text (draft, STREET_NAME, name);
  return draft;
}

static EqpRecord *
new_flat (Fixture *fixture,
          gint64   number)
{
  EqpRecord *draft = eqp_record_new (&flat_entity);

  eqp_record_set_reference (draft, FLAT_STREET, eqp_record_get_id (fixture->street));
  eqp_record_set_integer (draft, FLAT_NUMBER, number);
  eqp_record_set_text (draft, FLAT_COLOUR, "blue");
  return draft;
}

static EqpRecord *
save_new (Fixture   *fixture,
          EqpRecord *draft) /* transfer full */
{
  g_autoptr (EqpRecord) saved = draft;
  g_autoptr (GError) error = NULL;
  EqpRecord *live;

  eqp_store_save_one (fixture->store, fixture->label, saved, &error);
  g_assert_no_error (error);
  live = eqp_store_get (fixture->store, eqp_record_get_entity (saved), eqp_record_get_id (saved), &error);
  g_assert_no_error (error);
  return live;
}

static void
assert_refused (Fixture    *fixture,
                EqpRecord  *draft,
                GQuark      domain,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;
  gint64 id = eqp_record_get_id (draft);

  g_assert_false (eqp_store_save_one (fixture->store, fixture->label, draft, &error));
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_cmpuint (error->domain, ==, domain);
  if (domain == EQP_STORE_ERROR)
    g_assert_cmpint (error->code, ==, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (eqp_record_get_id (draft), ==, id);
  g_assert_true (eqp_record_is_changed (draft));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("constraint-%08x.equipole", g_random_int ());
  g_autofree char *path = test_dup_path (name);
  g_autoptr (GError) error = NULL;

  fixture->store = eqp_store_create (path, &schema, &error);
  g_assert_no_error (error);
  fixture->label = eqp_message_new (N_ ("Test"));
  fixture->street = save_new (fixture, new_street ("A", "Alder"));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->street);
  eqp_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  eqp_message_unref (fixture->label);
}

/* Whatever is the same twice: a code, another field, several together, or something that is no field at all. */
static void
test_same_twice (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (EqpRecord) flat = save_new (fixture, new_flat (fixture, 1));
  g_autoptr (EqpRecord) same_code = new_street ("A", "Birch");
  g_autoptr (EqpRecord) same_name = new_street ("B", "Alder");
  g_autoptr (EqpRecord) same_initial = new_street ("Ash", "Birch");
  g_autoptr (EqpRecord) other_case = new_street ("a", "Birch");
  g_autoptr (EqpRecord) same_number = new_flat (fixture, 1);

  assert_refused (fixture, same_code, EQP_STORE_ERROR, "The code “A” is already used by “A”.");
  assert_refused (fixture, same_name, EQP_STORE_ERROR, "Name: “Alder” is already used by “A”.");
  assert_refused (fixture, same_number, EQP_STORE_ERROR, "“flat” is in the file already.");
  assert_refused (fixture, same_initial, EQP_STORE_ERROR, "There is already such a record.");
  /* The rival cannot be told: its code is not this one. */
  assert_refused (fixture, other_case, EQP_STORE_ERROR, "There is already such a record.");
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (EqpRecord) no_number = new_flat (fixture, 1);
  g_autoptr (EqpRecord) no_colour = new_flat (fixture, 2);
  g_autoptr (EqpRecord) flat = save_new (fixture, new_flat (fixture, 3));
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (flat);

  eqp_record_clear (no_number, FLAT_NUMBER);
  assert_refused (fixture, no_number, EQP_INPUT_ERROR, "“Number” is required.");
  eqp_record_set_text (no_colour, FLAT_COLOUR, "");
  assert_refused (fixture, no_colour, EQP_INPUT_ERROR, "“Colour” is required.");
  /* A new row gets the default of its column; one that has a number does not lose it. */
  g_assert_cmpint (eqp_record_get_integer (flat, FLAT_SIZE), ==, 3);
  eqp_record_clear (draft, FLAT_SIZE);
  assert_refused (fixture, draft, EQP_INPUT_ERROR, "“Size” is required.");
  g_assert_cmpint (eqp_record_get_integer (flat, FLAT_SIZE), ==, 3);
}

/* The field that a condition speaks of, not one whose name begins like it. */
static void
test_conditions (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (EqpRecord) large = new_flat (fixture, 1);
  g_autoptr (GError) error = NULL;

  eqp_record_set_integer (large, FLAT_SIZE_LIMIT, 10);
  assert_refused (fixture, large, EQP_STORE_ERROR, "“Limit” cannot be “10”.");
  eqp_record_set_integer (large, FLAT_SIZE_LIMIT, 9);
  g_assert_true (eqp_store_save_one (fixture->store, fixture->label, large, &error));
  g_assert_no_error (error);
}

/* What is broken has nothing to do with a field: no field is blamed. */
static void
test_no_field_at_fault (Fixture      *fixture,
                        gconstpointer data)
{
  static const gint64 numbers[] = { 500, 502, 503, 666 };
  g_autoptr (GPtrArray) flats = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (EqpRecord) flat = new_flat (fixture, numbers[i]);

      g_assert_false (eqp_store_save_one (fixture->store, fixture->label, flat, &error));
      g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
      for (guint j = 0; j < G_N_ELEMENTS (flat_fields); j++)
        g_assert_null (strstr (error->message, flat_fields[j].label));
      g_clear_error (&error);
    }
  flats = eqp_store_select (fixture->store, &flat_entity, &error, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (flats->len, ==, 0);
}

static void
test_hooks (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (EqpRecord) unprepared = new_flat (fixture, 13);
  g_autoptr (EqpRecord) unfollowed = new_flat (fixture, 99);
  g_autoptr (EqpRecord) red_draft = new_flat (fixture, 1);
  g_autoptr (EqpRecord) green_draft = new_flat (fixture, 2);
  g_autoptr (EqpRecord) red = NULL;
  g_autoptr (EqpRecord) green = NULL;
  g_autoptr (GPtrArray) flats = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, unprepared, EQP_INPUT_ERROR, "Not prepared.");
  assert_refused (fixture, unfollowed, EQP_INPUT_ERROR, "Not followed up.");
  eqp_record_set_text (red_draft, FLAT_COLOUR, "red");
  eqp_record_set_text (green_draft, FLAT_COLOUR, "green");
  red = save_new (fixture, g_steal_pointer (&red_draft));
  green = save_new (fixture, g_steal_pointer (&green_draft));
  g_assert_false (eqp_store_delete_one (fixture->store, fixture->label, red, &error));
  g_assert_cmpstr (error->message, ==, "Red stays.");
  g_clear_error (&error);
  g_assert_false (eqp_store_delete_one (fixture->store, fixture->label, green, &error));
  g_assert_cmpstr (error->message, ==, "Not followed up.");
  g_clear_error (&error);
  g_assert_false (eqp_record_is_deleted (red));
  g_assert_false (eqp_record_is_deleted (green));
  flats = eqp_store_select (fixture->store, &flat_entity, &error, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (flats->len, ==, 2);
}

static gboolean
add_lamp (EqpStore *store,
          gpointer  user_data,
          GError  **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, "INSERT INTO lamp (street_id) SELECT id FROM street WHERE code = 'C'", NULL);

  eqp_query_next (query, error);
  return *error == NULL;
}

/* Who still refers to a row, each kind with how many: by either of two fields, from the table itself, or from one that no entity knows. */
static void
test_delete_referenced (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (EqpRecord) twin_draft = new_street ("B", "Birch");
  g_autoptr (EqpRecord) lit = save_new (fixture, new_street ("C", "Cedar"));
  g_autoptr (EqpRecord) flat_draft = new_flat (fixture, 1);
  g_autoptr (EqpRecord) flat = save_new (fixture, new_flat (fixture, 2));
  g_autoptr (EqpRecord) twin = NULL;
  g_autoptr (EqpRecord) moved = NULL;
  g_autoptr (GError) error = NULL;

  eqp_record_set_reference (twin_draft, STREET_TWIN, eqp_record_get_id (fixture->street));
  twin = save_new (fixture, g_steal_pointer (&twin_draft));
  eqp_record_set_reference (flat_draft, FLAT_STREET, eqp_record_get_id (twin));
  eqp_record_set_reference (flat_draft, FLAT_FORMER_STREET, eqp_record_get_id (fixture->street));
  moved = save_new (fixture, g_steal_pointer (&flat_draft));
  g_assert_false (eqp_store_delete_one (fixture->store, fixture->label, fixture->street, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==, "“A” cannot be deleted: other records still refer to it: Streets (1), Flats (2).");
  g_clear_error (&error);
  g_assert_true (eqp_store_edit (fixture->store, fixture->label, add_lamp, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (eqp_store_delete_one (fixture->store, fixture->label, lit, &error));
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT);
  g_assert_false (eqp_record_is_deleted (lit));
}

/* The file does not say which reference leads nowhere: the sentence does, for a new row and for one that was there. */
static void
test_reference (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (EqpRecord) flat = new_flat (fixture, 1);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (fixture->street);

  eqp_record_set_reference (flat, FLAT_FORMER_STREET, 12345);
  assert_refused (fixture, flat, EQP_STORE_ERROR, "“Former street” names something that is not in the file.");
  eqp_record_set_reference (draft, STREET_TWIN, 54321);
  assert_refused (fixture, draft, EQP_STORE_ERROR, "“Twin” names something that is not in the file.");
}

/* A statement that ends the transaction ends the edit too, however careless the function is that runs in it. */
static gboolean
careless_func (EqpStore *store,
               gpointer  user_data,
               GError  **error)
{
  EqpRecord **records = user_data;

  g_assert_true (eqp_store_save (store, records[0], NULL));
  g_assert_false (eqp_store_save (store, records[1], NULL));
  g_assert_false (eqp_store_save (store, records[2], NULL));
  g_assert_false (eqp_store_delete (store, records[3], NULL));
  return TRUE;
}

static void
test_ended_transaction (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (EqpRecord) flat = save_new (fixture, new_flat (fixture, 1));
  g_autoptr (EqpRecord) before = new_flat (fixture, 2);
  g_autoptr (EqpRecord) last = new_flat (fixture, 501);
  g_autoptr (EqpRecord) after = new_flat (fixture, 3);
  g_autoptr (GPtrArray) flats = NULL;
  g_autoptr (GError) error = NULL;
  EqpRecord *records[] = { before, last, after, flat };

  g_assert_false (eqp_store_edit (fixture->store, fixture->label, careless_func, records, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (eqp_record_get_id (before), ==, 0);
  g_clear_error (&error);
  flats = eqp_store_select (fixture->store, &flat_entity, &error, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (flats->len, ==, 1);
  /* The next edit is none the worse. */
  g_assert_true (eqp_store_save_one (fixture->store, fixture->label, before, &error));
  g_assert_no_error (error);
}

#define ADD(name, func) g_test_add ("/constraint/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  ADD ("same-twice", test_same_twice);
  ADD ("missing", test_missing);
  ADD ("conditions", test_conditions);
  ADD ("no-field-at-fault", test_no_field_at_fault);
  ADD ("hooks", test_hooks);
  ADD ("delete-referenced", test_delete_referenced);
  ADD ("reference", test_reference);
  ADD ("ended-transaction", test_ended_transaction);
  return g_test_run ();
}
