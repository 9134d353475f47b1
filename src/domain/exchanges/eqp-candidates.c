/* eqp-candidates.c — who could answer a request: side, availability, load, effect on the balance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-candidates"

#include "config.h"

#include "domain/exchanges/eqp-candidates.h"

#include "base/eqp-fold.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-availability.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-request.h"

/* How far back somebody must have given lines to "already teach" something. */
#define MONTHS_BACK 36
/* A request that runs longer is looked at by its first days. */
#define MAX_DAYS 400

/* Whoever has a home on the day; of several affiliations in force the one that began last. */
static const char people_sql[] =
  "SELECT p.id, p.code, p.civility, p.given_name, p.family_name, p.disciplines, a.side, "
  "  coalesce (NULLIF (i.short_name, ''), i.name, ''), max (a.from_date || '/' || a.id) "
  "FROM affiliation a JOIN person p ON p.id = a.person_id LEFT JOIN institution i ON i.id = a.institution_id "
  "WHERE a.from_date <= ? AND (a.to_date = '' OR a.to_date >= ?) GROUP BY p.id";

static const char loads_sql[] =
  "SELECT key, sum (max (planned, done)) FROM exchange_total WHERE dimension = 'person' AND month BETWEEN substr (?, 1, 7) AND substr (?, 1, 7) GROUP BY key";

static const char unit_sql[] =
  "SELECT DISTINCT l.person_id FROM unit u JOIN unit v ON v.course_id = u.course_id CROSS JOIN intervention l ON l.unit_id = v.id AND l.date >= ? WHERE u.id = ?";

static const char scheme_sql[] = "SELECT DISTINCT person_id FROM intervention WHERE scheme_id = ? AND date >= ?";

static const char shared_sql[] = "SELECT person_id FROM shared_post WHERE from_date <= ? AND (to_date = '' OR to_date >= ?)";

typedef struct
{
  EqpStore   *store;
  EqpTraining training;
  EqpDate     day; /* on which people are looked at */
  EqpDate     start;
  EqpDate     end;
  gint64      minutes; /* not assigned yet */
  char      **words;   /* folded; (nullable) */
  GHashTable *loads;   /* gint64 * → gint64 * */
  GHashTable *teachers;
  GHashTable *shared;
  GHashTable *periods; /* gint64 * → GArray of EqpAvailabilityPeriod */
} Search;

/* A candidate and what it is ranked by beside its own fields. */
typedef struct
{
  EqpCandidate candidate;
  char        *key; /* name, folded */
} Ranked;

static void
ranked_free (gpointer data)
{
  Ranked *self = data;

  g_free (self->candidate.code);
  g_free (self->candidate.name);
  g_free (self->candidate.institution);
  g_free (self->candidate.disciplines);
  g_free (self->key);
  g_free (self);
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->loads, g_hash_table_unref);
  g_clear_pointer (&self->teachers, g_hash_table_unref);
  g_clear_pointer (&self->shared, g_hash_table_unref);
  g_clear_pointer (&self->periods, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

typedef void (*TakeRow) (EqpQuery   *row,
                         GHashTable *table);

/* @query: transfer full, NULL with @error set. */
static gboolean
read_rows (EqpQuery   *query,
           TakeRow     take,
           GHashTable *table,
           GError    **error)
{
  g_autoptr (EqpQuery) rows = query;
  GError *failure = NULL;

  while (rows != NULL && eqp_query_next (rows, &failure))
    take (rows, table);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return rows != NULL && failure == NULL;
}

static void
take_member (EqpQuery   *row,
             GHashTable *table)
{
  g_hash_table_add (table, dup_id (eqp_query_get_integer (row, 0)));
}

static void
take_load (EqpQuery   *row,
           GHashTable *table)
{
  g_hash_table_insert (table, dup_id (eqp_query_get_integer (row, 0)), dup_id (eqp_query_get_integer (row, 1)));
}

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static gboolean
read_teachers (Search    *self,
               EqpRecord *request,
               GError   **error)
{
  gint64  unit = eqp_record_get_reference (request, EQP_REQUEST_UNIT);
  gint64  scheme = eqp_record_get_reference (request, EQP_REQUEST_SCHEME);
  EqpDate since = eqp_date_add_months (self->day, -MONTHS_BACK);

  return (unit == 0 || read_rows (eqp_store_query (self->store, error, unit_sql, "di", since, unit), take_member, self->teachers, error)) &&
         (scheme == 0 || read_rows (eqp_store_query (self->store, error, scheme_sql, "id", scheme, since), take_member, self->teachers, error));
}

/* What of the request nobody gives yet; all of it once that is nothing, as for somebody to take another's place. */
static gboolean
read_minutes (Search    *self,
              EqpRecord *request,
              GError   **error)
{
  gint64 assigned = 0;

  self->minutes = eqp_record_get_integer (request, EQP_REQUEST_MINUTES);
  if (eqp_record_get_id (request) != 0 && !eqp_request_get_assigned (self->store, request, &assigned, error))
    return FALSE;
  if (assigned > 0 && assigned < self->minutes)
    self->minutes -= assigned;
  return TRUE;
}

static gboolean
prepare (Search     *self,
         EqpStore   *store,
         EqpRecord  *request,
         const char *text,
         GError    **error)
{
  g_autofree char *folded = text != NULL ? eqp_fold (text) : NULL;
  EqpDate          first, last;

  self->store = store;
  self->training = strcmp (eqp_record_get_text (request, EQP_REQUEST_TRAINING), "FI") == 0 ? EQP_TRAINING_FI : EQP_TRAINING_FC;
  self->start = eqp_record_get_date (request, EQP_REQUEST_START_DATE);
  self->end = eqp_record_get_date (request, EQP_REQUEST_END_DATE);
  if (self->start == EQP_DATE_NONE)
    self->start = self->end;
  if (self->end == EQP_DATE_NONE)
    self->end = self->start;
  self->end = MIN (self->end, self->start + MAX_DAYS - 1);
  self->day = self->start != EQP_DATE_NONE ? self->start : eqp_date_today ();
  self->words = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;
  self->loads = new_table (g_free);
  self->teachers = new_table (NULL);
  self->shared = new_table (NULL);
  self->periods = eqp_availability_load (store, 0, self->start, self->end, error);
  if (self->periods == NULL)
    return FALSE;
  eqp_pole_get_year_period (store, eqp_pole_academic_year (store, self->day), &first, &last);
  return read_minutes (self, request, error) && read_teachers (self, request, error) &&
         read_rows (eqp_store_query (store, error, loads_sql, "dd", first, last), take_load, self->loads, error) &&
         read_rows (eqp_store_query (store, error, shared_sql, "dd", self->day, self->day), take_member, self->shared, error);
}

static EqpAvailabilityState
get_availability (const Search *self,
                  gint64        person)
{
  const GArray *periods = g_hash_table_lookup (self->periods, &person);
  gint          n_free = 0;

  if (periods == NULL || self->start == EQP_DATE_NONE)
    return EQP_AVAILABILITY_UNKNOWN;
  for (EqpDate day = self->start; day <= self->end; day++)
    n_free += eqp_availability_allows ((const EqpAvailabilityPeriod *)periods->data, periods->len, day);
  if (n_free == 0)
    return EQP_AVAILABILITY_BUSY;
  return n_free == self->end - self->start + 1 ? EQP_AVAILABILITY_FREE : EQP_AVAILABILITY_PARTLY;
}

/* Shared time is in no balance, nor are hours given to one's own side. */
static gint64
get_effect (const Search       *self,
            const EqpCandidate *candidate)
{
  if (!candidate->right_side || g_hash_table_contains (self->shared, &candidate->person))
    return 0;
  return self->training == EQP_TRAINING_FC ? self->minutes : -self->minutes;
}

static gboolean
matches (const Search *self,
         EqpQuery     *row)
{
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (self->words == NULL)
    return TRUE;
  words = g_strjoin (" ", eqp_query_get_text (row, 3), eqp_query_get_text (row, 4), eqp_query_get_text (row, 5), eqp_query_get_text (row, 7), NULL);
  folded = eqp_fold (words);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static Ranked *
make_candidate (const Search *self,
                EqpQuery     *row)
{
  Ranked          *ranked = g_new0 (Ranked, 1);
  EqpCandidate    *candidate = &ranked->candidate;
  const gint64    *load;
  g_autofree char *name = g_strjoin (" ", eqp_query_get_text (row, 4), eqp_query_get_text (row, 3), NULL);

  ranked->key = eqp_fold (name);
  candidate->person = eqp_query_get_integer (row, 0);
  candidate->code = g_strdup (eqp_query_get_text (row, 1));
  candidate->name = eqp_person_format_name (eqp_query_get_text (row, 2), eqp_query_get_text (row, 3), eqp_query_get_text (row, 4), eqp_language_get_interface ());
  candidate->disciplines = g_strdup (eqp_query_get_text (row, 5));
  candidate->side = eqp_side_from_code (eqp_query_get_text (row, 6));
  candidate->institution = g_strdup (eqp_query_get_text (row, 7));
  candidate->right_side = candidate->side == (self->training == EQP_TRAINING_FI ? EQP_SIDE_RECTORAT : EQP_SIDE_UNIVERSITY);
  candidate->teaches = g_hash_table_contains (self->teachers, &candidate->person);
  candidate->availability = get_availability (self, candidate->person);
  load = g_hash_table_lookup (self->loads, &candidate->person);
  candidate->load = load != NULL ? *load : 0;
  candidate->effect = get_effect (self, candidate);
  return ranked;
}

/* Free first; who said nothing before who can come on some days only. */
static guint
rank_availability (EqpAvailabilityState state)
{
  static const guint ranks[] = {
    [EQP_AVAILABILITY_FREE] = 0,
    [EQP_AVAILABILITY_UNKNOWN] = 1,
    [EQP_AVAILABILITY_PARTLY] = 2,
    [EQP_AVAILABILITY_BUSY] = 3,
  };

  return ranks[state];
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Ranked       *first = *(const Ranked *const *)a;
  const Ranked       *second = *(const Ranked *const *)b;
  const EqpCandidate *left = &first->candidate;
  const EqpCandidate *right = &second->candidate;
  int                 order;

  if (left->right_side != right->right_side)
    return left->right_side ? -1 : 1;
  if (left->teaches != right->teaches)
    return left->teaches ? -1 : 1;
  if (left->availability != right->availability)
    return (int)rank_availability (left->availability) - (int)rank_availability (right->availability);
  if (left->load != right->load)
    return left->load < right->load ? -1 : 1;
  order = strcmp (first->key, second->key);
  return order != 0 ? order : strcmp (left->code, right->code);
}

/**
 * eqp_candidates_load:
 * @store: the file
 * @request: a request, saved or not
 * @text: (nullable): words that the name, institution or disciplines must hold, folded
 * @limit: how many at most; 0: all
 * @error: return location for an error
 *
 * Whoever has a home institution when the request starts (today when it does not say), best first: of the partner's side, already giving lines
 * in the unit's course or the scheme, available, with few hours in the academic year.
 *
 * Returns: (transfer full) (element-type EqpCandidate): the candidates; %NULL with %EQP_STORE_ERROR
 */
GPtrArray *
eqp_candidates_load (EqpStore   *store,
                     EqpRecord  *request,
                     const char *text,
                     guint       limit,
                     GError    **error)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (ranked_free);
  g_auto (Search) self = { 0 };
  g_autoptr (EqpQuery) people = NULL;
  GError *failure = NULL;

  if (!prepare (&self, store, request, text, error))
    return NULL;
  people = eqp_store_query (store, error, people_sql, "dd", self.day, self.day);
  while (people != NULL && eqp_query_next (people, &failure))
    if (matches (&self, people))
      g_ptr_array_add (candidates, make_candidate (&self, people));
  if (failure != NULL)
    g_propagate_error (error, failure);
  if (people == NULL || failure != NULL)
    return NULL;
  g_ptr_array_sort (candidates, compare);
  if (limit > 0 && candidates->len > limit)
    g_ptr_array_set_size (candidates, (int)limit);
  return g_steal_pointer (&candidates);
}
