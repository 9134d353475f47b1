/* test-undo-walk.c — R9: thousands of random edits, undos, redos and reverts, then all undone: the file is what it was, to the byte */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "proof-amount.h"
#include "walk-edits.h"

#include "store/eqp-journal.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* A walk of 10,000 steps takes some ten seconds: in CI one is whole and the others short. */
#define N_STEPS 10000
#define N_SEEDS 10
#define N_SEEDS_SOAK 1000
#define N_WATCHED 300

typedef struct
{
  Walk       walk;
  GPtrArray *watched; /* live records that are held, as a window would */
  guint      n_undone;
  guint      n_redone;
  guint      n_reverted;
  guint      n_conflicts;
} Proof;

static char *
dup_columns (const EqpEntity *entity)
{
  GString *sql = g_string_new ("quote (id)");

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);

      g_string_append_printf (sql, " || ',' || quote (\"%s\")", column);
    }
  return g_string_free (sql, FALSE);
}

static void
append_rows (EqpStore   *store,
             const char *sql,
             GString    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, g_intern_string (sql), NULL);

  g_assert_no_error (error);
  while (eqp_query_next (query, &error))
    g_string_append_printf (text, "%s\n", eqp_query_get_text (query, 0));
  g_assert_no_error (error);
}

/* Every value of every record, table by table, and the sums that triggers keep. */
static char *
dump (EqpStore *store)
{
  const EqpSchema *schema = eqp_pole_get_schema ();
  GString         *text = g_string_new (NULL);

  for (guint i = 0; i < schema->n_entities; i++)
    {
      const EqpEntity *entity = schema->entities[i];
      g_autofree char *columns = dup_columns (entity);
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY id", columns, entity->table);

      g_string_append_printf (text, "%s\n", entity->table);
      append_rows (store, sql, text);
    }
  append_rows (store,
               "SELECT quote (dimension) || ',' || key || ',' || month || ',' || training || ',' || home_side || ',' || outside || ',' || lines"
               " || ',' || requested || ',' || planned || ',' || done || ',' || certified FROM exchange_total"
               " WHERE lines <> 0 OR requested <> 0 OR planned <> 0 OR done <> 0 OR certified <> 0 ORDER BY 1",
               text);
  return g_string_free (text, FALSE);
}

/* The words of every record as the index has them, for a search after all this must find what it found before. */
static char *
dump_search (EqpStore *store)
{
  static const char *const words[] = { "conseil", "a", "u", "m" };
  GString                 *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) hits = eqp_store_search (store, NULL, words[i], 10000, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < hits->len; j++)
        {
          const EqpSearchHit *hit = &g_array_index (hits, EqpSearchHit, j);

          g_string_append_printf (text, "%s %s %" G_GINT64_FORMAT "\n", words[i], hit->entity->table, hit->id);
        }
    }
  return g_string_free (text, FALSE);
}

/* ---- what is in memory is what is in the file ---- */

static void
assert_value (EqpRecord *record,
              guint      field,
              EqpQuery  *row,
              guint      column)
{
  switch (eqp_record_get_entity (record)->fields[field].type)
    {
    case EQP_FIELD_INTEGER:
      g_assert_cmpint (eqp_record_is_empty (record, field), ==, eqp_query_is_null (row, column));
      g_assert_cmpint (eqp_record_get_integer (record, field), ==, eqp_query_get_integer (row, column));
      break;
    case EQP_FIELD_BOOLEAN:
      g_assert_cmpint (eqp_record_get_boolean (record, field), ==, eqp_query_get_integer (row, column));
      break;
    case EQP_FIELD_REFERENCE:
      g_assert_cmpint (eqp_record_get_reference (record, field), ==, eqp_query_get_integer (row, column));
      break;
    case EQP_FIELD_DATE:
      g_assert_cmpint (eqp_record_get_date (record, field), ==, eqp_query_get_date (row, column));
      break;
    default:
      g_assert_cmpstr (eqp_record_get_text (record, field), ==, eqp_query_get_text (row, column));
    }
}

static void
assert_live (EqpStore  *store,
             EqpRecord *record)
{
  const EqpEntity *entity = eqp_record_get_entity (record);
  GString         *sql = g_string_new ("SELECT id");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) row = NULL;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_autofree char *column = eqp_field_dup_column (&entity->fields[i]);

      g_string_append_printf (sql, ", \"%s\"", column);
    }
  g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?", entity->table);
  row = eqp_store_query (store, &error, g_intern_string (sql->str), "i", eqp_record_get_id (record));
  g_string_free (sql, TRUE);
  g_assert_no_error (error);
  g_assert_cmpint (eqp_query_next (row, &error), ==, !eqp_record_is_deleted (record));
  g_assert_no_error (error);
  for (guint i = 0; i < entity->n_fields && !eqp_record_is_deleted (record); i++)
    assert_value (record, i, row, i + 1);
}

/* Holds a few more records, of any table, and lets some go. */
static void
watch (Proof *self)
{
  const EqpSchema *schema = eqp_pole_get_schema ();

  for (guint i = 0; i < 20; i++)
    {
      const EqpEntity *entity = schema->entities[g_rand_int_range (self->walk.rand, 0, (gint32)schema->n_entities)];
      gint64           id = walk_pick_row (&self->walk, entity);
      g_autoptr (GError) error = NULL;
      EqpRecord *record = id != 0 ? eqp_store_get (self->walk.store, entity, id, &error) : NULL;

      g_assert_no_error (error);
      if (record != NULL)
        g_ptr_array_add (self->watched, record);
    }
  while (self->watched->len > N_WATCHED)
    g_ptr_array_remove_index_fast (self->watched, (guint)g_rand_int_range (self->walk.rand, 0, (gint32)self->watched->len));
}

static void
assert_memory (Proof *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    assert_live (self->walk.store, g_ptr_array_index (self->watched, i));
}

/* ---- the walk ---- */

static gint64
get_newest_entry (EqpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, "SELECT max (id) FROM journal_entry", NULL);

  g_assert_no_error (error);
  g_assert_true (eqp_query_next (query, &error));
  return eqp_query_get_integer (query, 0);
}

/* Takes back @entry, the newest when 0. That it cannot be is no fault, if the file is left alone and the reasons are said. */
static gboolean
take_back (Proof *self,
           gint64 entry,
           guint *n_done)
{
  g_autoptr (GError) error = NULL;
  gint64 newest = get_newest_entry (self->walk.store);

  if (eqp_store_undo (self->walk.store, entry, NULL, &error))
    {
      (*n_done)++;
      return TRUE;
    }
  g_assert_cmpint (get_newest_entry (self->walk.store), ==, newest);
  if (g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND))
    return FALSE;
  g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT);
  g_assert_true (g_str_has_prefix (error->message, "This cannot be taken back any more:"));
  self->n_conflicts++;
  return FALSE;
}

static void
redo (Proof *self)
{
  g_autoptr (GError) error = NULL;

  if (eqp_store_redo (self->walk.store, NULL, &error))
    self->n_redone++;
  else if (!g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONFLICT))
    g_assert_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND);
}

static void
step (Proof *self)
{
  GRand *rand = self->walk.rand;
  int    dice = g_rand_int_range (rand, 0, 100);

  if (dice < 70)
    walk_edit (&self->walk);
  else if (dice < 82)
    take_back (self, 0, &self->n_undone);
  else if (dice < 90)
    redo (self);
  else
    {
      gint32 newest = (gint32)get_newest_entry (self->walk.store);

      /* As often a recent entry as any. */
      gint64 entry = g_rand_int_range (rand, g_rand_boolean (rand) ? MAX (1, newest - 40) : 1, newest + 1);

      take_back (self, entry, &self->n_reverted);
    }
}

/* As Ctrl+Z does, to the end: whatever was reverted and done again meanwhile, the newest edit that stands always goes. */
static void
undo_all (Proof *self)
{
  guint n_conflicts = self->n_conflicts;

  while (take_back (self, 0, &self->n_undone))
    g_assert_cmpuint (self->n_conflicts, ==, n_conflicts);
  g_assert_cmpuint (self->n_conflicts, ==, n_conflicts);
}

static void
proof_init (Proof *self,
            guint  seed)
{
  g_autofree char *name = g_strdup_printf ("walk-%u.equipole", seed);
  g_autofree char *path = test_dup_path (name);
  g_autoptr (GError) error = NULL;

  self->walk.store = eqp_store_create (path, eqp_pole_get_schema (), &error);
  g_assert_no_error (error);
  self->walk.rand = g_rand_new_with_seed (seed);
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
proof_clear (Proof *self)
{
  g_autofree char *path = g_strdup (eqp_store_get_path (self->walk.store));

  g_ptr_array_unref (self->watched);
  g_rand_free (self->walk.rand);
  eqp_store_close (self->walk.store);
  g_assert_finalize_object (self->walk.store);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static gboolean
begin_cb (EqpStore *store,
          gpointer  user_data,
          GError  **error)
{
  Walk *walk = user_data;

  for (guint i = 0; i < 40; i++)
    {
      const EqpEntity *entity = eqp_pole_find_entity (i % 2 ? "institution" : "person");
      g_autofree char *code = g_strdup_printf ("B%u", i);
      g_autoptr (EqpRecord) draft = eqp_record_new (entity);

      eqp_record_set_text (draft, (guint)eqp_entity_find_field (entity, "code"), code);
      eqp_record_set_text (draft, (guint)eqp_entity_find_field (entity, i % 2 ? "name" : "family-name"), code);
      if (!eqp_store_save (walk->store, draft, error))
        return FALSE;
    }
  return TRUE;
}

static void
begin (Proof *self)
{
  g_autoptr (EqpMessage) label = eqp_message_new ("Beginning");
  g_autoptr (GError) error = NULL;

  eqp_store_begin_with (self->walk.store, label, begin_cb, &self->walk, &error);
  g_assert_no_error (error);
}

static void
walk (guint seed,
      guint n_steps)
{
  Proof            self = { 0 };
  g_autofree char *beginning = NULL;
  g_autofree char *found = NULL;
  g_autofree char *end = NULL;
  g_autofree char *found_again = NULL;
  g_autoptr (GError) error = NULL;

  proof_init (&self, seed);
  begin (&self);
  beginning = dump (self.walk.store);
  found = dump_search (self.walk.store);
  for (guint i = 0; i < n_steps; i++)
    {
      step (&self);
      if (i % 100 == 99)
        {
          assert_memory (&self);
          watch (&self);
        }
    }
  end = dump (self.walk.store);
  g_assert_cmpstr (end, !=, beginning);
  g_free (end);
  undo_all (&self);
  assert_memory (&self);
  end = dump (self.walk.store);
  found_again = dump_search (self.walk.store);
  g_assert_cmpstr (end, ==, beginning);
  g_assert_cmpstr (found_again, ==, found);
  g_assert_true (eqp_store_check_integrity (self.walk.store, &error));
  g_test_message ("seed %u: %u edits, %u refused, %u undone, %u redone, %u reverted, %u conflicts", seed, self.walk.n_done,
                  self.walk.n_refused, self.n_undone, self.n_redone, self.n_reverted, self.n_conflicts);
  g_assert_cmpuint (self.walk.n_done, >, n_steps / 4);
  g_assert_cmpuint (self.n_redone, >, n_steps / 100);
  g_assert_cmpuint (self.n_reverted, >, n_steps / 100);
  proof_clear (&self);
}

static guint first_seed = 1;
static guint n_seeds;

/* In a process of its own, so that a seed alone says all that happens, ids too. */
static pid_t
start_walk (guint seed)
{
  guint            n_steps = (guint)proof_amount (N_STEPS, N_STEPS);
  g_autofree char *text = g_strdup_printf ("%u", seed);
  pid_t            child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_setenv ("EQUIPOLE_SEED", text, TRUE);
      walk (seed, n_steps);
      _exit (0);
    }
  return child;
}

/* As many at a time as there are processors: they are the longest of the proofs. In one test, since a test takes its folders with it. */
static void
test_walks (void)
{
  g_autoptr (GHashTable) seeds = g_hash_table_new (NULL, NULL); /* of the processes that walk */
  guint next = first_seed;

  while (next < first_seed + n_seeds || g_hash_table_size (seeds) > 0)
    if (next < first_seed + n_seeds && g_hash_table_size (seeds) < g_get_num_processors ())
      {
        pid_t child = start_walk (next);

        g_hash_table_insert (seeds, GINT_TO_POINTER (child), GUINT_TO_POINTER (next++));
      }
    else
      {
        int   status;
        pid_t child = waitpid (-1, &status, 0);
        guint seed = GPOINTER_TO_UINT (g_hash_table_lookup (seeds, GINT_TO_POINTER (child)));

        if (child < 0 || status != 0)
          g_error ("The walk with seed %u failed: EQP_PROOF_SEED=%u tries it first", seed, seed);
        g_hash_table_remove (seeds, GINT_TO_POINTER (child));
      }
  proof_report ("R9", n_seeds, "walks");
}

/* ---- one thing that a walk seldom meets ---- */

static void
save_dates (EqpStore  *store,
            EqpRecord *record,
            EqpDate    from,
            EqpDate    to)
{
  const EqpEntity *entity = eqp_record_get_entity (record);
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (record);
  g_autoptr (EqpMessage) label = eqp_message_new ("Dated");
  g_autoptr (GError) error = NULL;

  eqp_record_set_date (draft, (guint)eqp_entity_find_field (entity, "from-date"), from);
  eqp_record_set_date (draft, (guint)eqp_entity_find_field (entity, "to-date"), to);
  eqp_store_save_one (store, label, draft, &error);
  g_assert_no_error (error);
}

/* A record with this code for all that it must say, and whichever there is for what it must refer to. */
static EqpRecord *
add (Proof      *self,
     const char *entity_name,
     const char *code)
{
  const EqpEntity *entity = eqp_pole_find_entity (entity_name);
  guint            field = (guint)eqp_entity_find_field (entity, "code");
  EqpRecord       *found;
  g_autoptr (EqpRecord) draft = eqp_record_new (entity);
  g_autoptr (EqpMessage) label = eqp_message_new ("Added");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < entity->n_fields; i++)
    if ((entity->fields[i].flags & EQP_FIELD_REQUIRED) != 0 && entity->fields[i].type == EQP_FIELD_TEXT)
      eqp_record_set_text (draft, i, code);
    else if ((entity->fields[i].flags & EQP_FIELD_REQUIRED) != 0 && entity->fields[i].type == EQP_FIELD_REFERENCE)
      eqp_record_set_reference (draft, i, walk_pick_row (&self->walk, entity->fields[i].target));
  eqp_store_save_one (self->walk.store, label, draft, &error);
  g_assert_no_error (error);
  found = eqp_store_find (self->walk.store, entity, field, code, &error);
  g_assert_no_error (error);
  return found;
}

/* A row may not be what a younger edit would go back to: nothing ends before it begins. */
static void
test_rule_of_row (void)
{
  Proof self = { 0 };
  g_autoptr (EqpRecord) record = NULL;

  proof_init (&self, 0);
  record = add (&self, "scheme", "A");
  save_dates (self.walk.store, record, EQP_DATE_NONE, eqp_date_from_ymd (2020, 1, 1));
  save_dates (self.walk.store, record, EQP_DATE_NONE, eqp_date_from_ymd (2022, 1, 1));
  save_dates (self.walk.store, record, eqp_date_from_ymd (2021, 1, 1), eqp_date_from_ymd (2022, 1, 1));
  save_dates (self.walk.store, record, eqp_date_from_ymd (2019, 1, 1), eqp_date_from_ymd (2022, 1, 1));
  g_assert_false (take_back (&self, 3, &self.n_reverted));
  g_assert_cmpuint (self.n_conflicts, ==, 1);
  undo_all (&self);
  g_assert_cmpuint (self.n_undone, ==, 5);
  g_clear_object (&record);
  proof_clear (&self);
}

/* @record: (nullable): a new one */
static void
save_link (Proof     *self,
           EqpRecord *record,
           EqpRecord *course,
           EqpRecord *site)
{
  const EqpEntity *entity = eqp_pole_find_entity ("course_site");
  g_autoptr (EqpRecord) draft = record != NULL ? eqp_record_dup_draft (record) : eqp_record_new (entity);
  g_autoptr (EqpMessage) label = eqp_message_new ("Linked");
  g_autoptr (GError) error = NULL;

  eqp_record_set_reference (draft, (guint)eqp_entity_find_field (entity, "course"), eqp_record_get_id (course));
  eqp_record_set_reference (draft, (guint)eqp_entity_find_field (entity, "site"), eqp_record_get_id (site));
  eqp_store_save_one (self->walk.store, label, draft, &error);
  g_assert_no_error (error);
}

static EqpRecord *
find_link (Proof     *self,
           EqpRecord *course)
{
  const EqpEntity *entity = eqp_pole_find_entity ("course_site");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (self->walk.store, &error, "SELECT id FROM course_site WHERE course_id = ?", "i", eqp_record_get_id (course));
  EqpRecord *found;

  g_assert_true (eqp_query_next (query, &error));
  found = eqp_store_get (self->walk.store, entity, eqp_query_get_integer (query, 0), &error);
  g_assert_no_error (error);
  return found;
}

/* Two links that would have to be the same, on the way back, at a time that the present shows of neither: both have moved on since. */
static void
test_crossed_keys (void)
{
  Proof self = { 0 };

  proof_init (&self, 0);
  {
    g_autoptr (EqpRecord) mention = add (&self, "mention", "M");
    g_autoptr (EqpRecord) course_a = add (&self, "course", "A");
    g_autoptr (EqpRecord) course_b = add (&self, "course", "B");
    g_autoptr (EqpRecord) course_c = add (&self, "course", "C");
    g_autoptr (EqpRecord) site_1 = add (&self, "site", "1");
    g_autoptr (EqpRecord) site_2 = add (&self, "site", "2");
    g_autoptr (EqpRecord) site_3 = add (&self, "site", "3");
    g_autoptr (EqpRecord) moving = NULL;
    g_autoptr (EqpRecord) other = NULL;
    gint64 moved;

    save_link (&self, NULL, course_a, site_1);
    moving = find_link (&self, course_a);
    save_link (&self, NULL, course_b, site_1);
    other = find_link (&self, course_b);
    save_link (&self, moving, course_a, site_2);
    moved = get_newest_entry (self.walk.store);
    save_link (&self, moving, course_b, site_2);
    save_link (&self, moving, course_c, site_2);
    save_link (&self, other, course_b, site_3);
    /* Without it the moving link would be that of B with 1 before it went to C: the other one then. */
    g_assert_false (take_back (&self, moved, &self.n_reverted));
    g_assert_cmpuint (self.n_conflicts, ==, 1);
  }
  undo_all (&self);
  g_assert_cmpuint (self.n_undone, ==, 13);
  proof_clear (&self);
}

int
main (int   argc,
      char *argv[])
{
  const char *seed_text = g_getenv ("EQP_PROOF_SEED");

  test_init (&argc, &argv);
  n_seeds = proof_is_soak () ? N_SEEDS_SOAK : N_SEEDS;
  if (seed_text != NULL)
    first_seed = (guint)g_ascii_strtoull (seed_text, NULL, 10);
  g_test_add_func ("/undo-walk/rule-of-row", test_rule_of_row);
  g_test_add_func ("/undo-walk/crossed-keys", test_crossed_keys);
  g_test_add_func ("/undo-walk/walks", test_walks);
  return g_test_run ();
}
