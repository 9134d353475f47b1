/* bench-search.c — F1: a keystroke of search among 100,000 people, against a scan of the same folded text in memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "bench-common.h"

#include "base/eqp-fold.h"
#include "base/eqp-language.h"
#include "domain/directory/eqp-person.h"
#include "store/eqp-query-model.h"

#include <stdio.h>
#include <string.h>

#define TARGET 0.2
#define TAIL 0.99
#define SEED 2026
#define N_TYPED 150
/* What the search window shows of people. */
#define LIMIT 16
#define FIRST_ROWS 40

typedef struct
{
  const char *id;
  EqpStore   *store;
  GString    *text;  /* a line a person, a space before each word */
  GPtrArray  *names; /* (element-type utf8) what is typed */
  GListModel *list;  /* NULL: the search window, which asks the store */
  guint       n_shown;
  guint       n_scanned;
} Search;

/* ---- the bare measure ---- */

static GString *
fold_people (GPtrArray *people)
{
  GString *text = g_string_new ("\n");

  for (guint i = 0; i < people->len; i++)
    {
      for (guint field = 0; field < eqp_person_entity.n_fields; field++)
        {
          g_auto (GStrv) words = NULL;

          if ((eqp_person_entity.fields[field].flags & EQP_FIELD_SEARCHED) == 0)
            continue;
          words = eqp_fold_words (eqp_record_get_text (g_ptr_array_index (people, i), field));
          for (guint j = 0; words[j] != NULL; j++)
            g_string_append_printf (text, " %s", words[j]);
        }
      g_string_append_c (text, '\n');
    }
  return text;
}

static gboolean
line_matches (const char *line,
              const char *end,
              GPtrArray  *sought)
{
  for (guint i = 1; i < sought->len; i++)
    {
      const char *word = g_ptr_array_index (sought, i);

      if (memmem (line, (gsize)(end - line), word, strlen (word)) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* How many lines have a word that begins with each of those typed. */
static guint
scan (const GString *text,
      const char    *typed)
{
  g_auto (GStrv) words = eqp_fold_query (typed);
  g_autoptr (GPtrArray) sought = g_ptr_array_new_with_free_func (g_free);
  const char *end = text->str + text->len;
  const char *found = text->str;
  const char *first;
  guint       count = 0;

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (sought, g_strconcat (" ", words[i], NULL));
  first = g_ptr_array_index (sought, 0);
  while ((found = memmem (found, (gsize)(end - found), first, strlen (first))) != NULL)
    {
      const char *line = memrchr (text->str, '\n', (gsize)(found - text->str));
      const char *line_end = memchr (found, '\n', (gsize)(end - found));

      count += line_matches (line, line_end, sought);
      found = line_end;
    }
  return count;
}

/* ---- ours ---- */

static void
search_window (Search     *self,
               const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = eqp_store_search (self->store, &eqp_person_entity, typed, LIMIT, &error);

  bench_check (hits != NULL, error);
  for (guint i = 0; i < hits->len; i++)
    {
      g_autoptr (EqpRecord) person = eqp_store_get (self->store, &eqp_person_entity, g_array_index (hits, EqpSearchHit, i).id, &error);

      bench_check (person != NULL, error);
    }
  self->n_shown = hits->len;
}

static void
search_list (Search     *self,
             const char *typed)
{
  eqp_query_model_set_search (EQP_QUERY_MODEL (self->list), typed);
  self->n_shown = MIN (g_list_model_get_n_items (self->list), FIRST_ROWS);
  for (guint i = 0; i < self->n_shown; i++)
    g_object_unref (g_list_model_get_item (self->list, i));
}

/* ---- keystrokes ---- */

static void
press_key (Search     *self,
           BenchPairs *pairs,
           const char *typed)
{
  double start = bench_cpu ();
  double middle;

  if (self->list != NULL)
    search_list (self, typed);
  else
    search_window (self, typed);
  middle = bench_cpu ();
  self->n_scanned = scan (self->text, typed);
  bench_pairs_add (pairs, middle - start, bench_cpu () - middle);
  if ((self->n_shown > 0) != (self->n_scanned > 0))
    g_error ("“%s” is found by one side only", typed);
}

/* A family name, then the beginning of the given name. */
static char *
dup_typed (EqpRecord *person)
{
  g_autofree char *family = eqp_fold (eqp_record_get_text (person, EQP_PERSON_FAMILY_NAME));
  g_autofree char *given = eqp_fold (eqp_record_get_text (person, EQP_PERSON_GIVEN_NAME));

  return g_strdup_printf ("%s %.3s", family, given);
}

/* The people themselves are let go: records that somebody holds would be found faster. */
static void
prepare (Search *self)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = eqp_store_select (self->store, &eqp_person_entity, &error, "ORDER BY code", NULL);

  bench_check (people != NULL && people->len > 0, error);
  self->text = fold_people (people);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_TYPED; i++)
    g_ptr_array_add (self->names, dup_typed (g_ptr_array_index (people, (guint)g_rand_int_range (random, 0, (gint32)people->len))));
}

static void
type_name (Search     *self,
           BenchPairs *pairs,
           const char *name)
{
  for (gsize length = 1; length <= strlen (name); length++)
    {
      g_autofree char *typed = g_strndup (name, length);

      if (typed[length - 1] != ' ')
        press_key (self, pairs, typed);
    }
}

static void
measure (Search *self)
{
  BenchPairs pairs;
  double     ours;
  double     bare;

  bench_pairs_init (&pairs);
  for (guint i = 0; i < self->names->len; i++)
    type_name (self, &pairs, g_ptr_array_index (self->names, i));
  ours = bench_quantile (pairs.ours, TAIL);
  bare = bench_quantile (pairs.bare, TAIL);
  bench_note ("%u keystrokes in %.1f MB of text", pairs.ours->len, (double)self->text->len / 1e6);
  bench_note ("ours: median %.3f ms, p99 %.3f ms; scan: median %.3f ms, p99 %.3f ms; median of ratios %.3f",
              bench_quantile (pairs.ours, 0.5), ours, bench_quantile (pairs.bare, 0.5), bare, bench_pairs_ratio (&pairs));
  bench_report (self->id, ours / bare, TARGET);
  bench_pairs_clear (&pairs);
}

int
main (int   argc,
      char *argv[])
{
  char *folder;
  g_autoptr (EqpStore) store = NULL;
  Search search = { 0 };

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-search F1-window|F1-list PEOPLE.csv\n");
      return 2;
    }
  eqp_language_init ();
  folder = bench_folder_new ();
  store = bench_create_people (folder, "people.equipole", argv[2]);
  search.id = argv[1];
  search.store = store;
  prepare (&search);
  if (strcmp (argv[1], "F1-list") == 0)
    {
      search.list = G_LIST_MODEL (eqp_query_model_new (store, &eqp_person_entity));
      eqp_query_model_set_order (EQP_QUERY_MODEL (search.list), "family_name COLLATE NOCASE, given_name COLLATE NOCASE");
    }
  measure (&search);
  g_clear_object (&search.list);
  g_ptr_array_unref (search.names);
  g_string_free (search.text, TRUE);
  eqp_store_close (store);
  bench_folder_free (folder);
  return 0;
}
