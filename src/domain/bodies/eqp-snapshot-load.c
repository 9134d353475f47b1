/* eqp-snapshot-load.c — reads bodies on a date in a few queries, however many people the file holds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-snapshot"

#include "config.h"

#include "domain/bodies/eqp-snapshot-loader.h"

#include "domain/eqp-pole.h"

static const char bodies_sql[] =
  "SELECT b.id, b.code, COALESCE (b.number, 0), b.degree, b.name_fr, b.name_en, COALESCE (b.parent_id, 0), "
  "       COALESCE (b.site_id, 0), COALESCE (l.name, ''), s.id, s.code, s.name_fr, s.name_en "
  "FROM body b JOIN statute s ON s.id = b.statute_id LEFT JOIN site l ON l.id = b.site_id "
  "WHERE b.id BETWEEN ? AND ? AND " EQP_SQL_IN_FORCE ("b");

static void
add_body (EqpLoader *loader,
          EqpQuery  *query)
{
  EqpSnapshot *self = _eqp_snapshot_new ();

  self->id = eqp_query_get_integer (query, 0);
  _eqp_loader_set_text (&self->code, query, 1);
  self->number = eqp_query_get_integer (query, 2);
  _eqp_loader_set_text (&self->degree, query, 3);
  _eqp_loader_set_names (&self->name_fr, &self->name_en, query, 4);
  self->parent = eqp_query_get_integer (query, 6);
  self->site = eqp_query_get_integer (query, 7);
  _eqp_loader_set_text (&self->site_name, query, 8);
  self->statute = eqp_query_get_integer (query, 9);
  _eqp_loader_set_text (&self->statute_code, query, 10);
  _eqp_loader_set_names (&self->statute_name_fr, &self->statute_name_en, query, 11);
  self->as_of = loader->as_of;
  self->year = loader->year;
  g_hash_table_insert (loader->bodies, &self->id, self);
}

/* ---- seats ---- */

/* A seat's institution is the one represented, else the home institution on the date; the side is the person's own on the
 * date, else that institution's. */
static const char seats_sql[] =
  "SELECT m.body_id, m.category_id, m.id, m.person_id, p.code, p.civility, p.given_name, p.family_name, p.corps, "
  "       m.function, m.represents_employer, COALESCE (i.id, 0), COALESCE (i.code, ''), COALESCE (i.name, ''), "
  "       COALESCE (NULLIF (i.short_name, ''), i.name, ''), COALESCE (i.kind, ''), COALESCE (a.side, i.side, ''), "
  "       m.from_date, m.to_date, COALESCE (m.meeting_id, 0) "
  "FROM mandate m JOIN person p ON p.id = m.person_id "
  "LEFT JOIN affiliation a ON a.id = (SELECT x.id FROM affiliation x "
  "  WHERE x.person_id = m.person_id AND " EQP_SQL_IN_FORCE ("x") " ORDER BY x.from_date DESC, x.id DESC LIMIT 1) "
                                                                  "LEFT JOIN institution i ON i.id = COALESCE (m.institution_id, a.institution_id) "
                                                                  "WHERE m.body_id BETWEEN ? AND ? AND " EQP_SQL_IN_FORCE ("m");

static void
add_seat (EqpLoader *loader,
          EqpQuery  *query)
{
  EqpSnapshot *self = _eqp_loader_find_body (loader, query);
  gint64       category = eqp_query_get_integer (query, 1);
  EqpSeat     *seat;
  guint        index;

  /* No category of the body's statute: validation keeps that out. */
  if (self == NULL || !_eqp_loader_find_category (loader, self->statute, category, &index))
    return;
  seat = g_new0 (EqpSeat, 1);
  seat->category = index;
  seat->mandate = eqp_query_get_integer (query, 2);
  seat->person = eqp_query_get_integer (query, 3);
  _eqp_loader_set_text (&seat->person_code, query, 4);
  _eqp_loader_set_text (&seat->civility, query, 5);
  _eqp_loader_set_text (&seat->given_name, query, 6);
  _eqp_loader_set_text (&seat->family_name, query, 7);
  _eqp_loader_set_text (&seat->corps, query, 8);
  seat->function = _eqp_function_from_code (eqp_query_get_text (query, 9));
  seat->represents_employer = eqp_query_get_integer (query, 10) != 0;
  seat->institution = eqp_query_get_integer (query, 11);
  _eqp_loader_set_text (&seat->institution_code, query, 12);
  _eqp_loader_set_text (&seat->institution_name, query, 13);
  _eqp_loader_set_text (&seat->institution_short, query, 14);
  _eqp_loader_set_text (&seat->institution_kind, query, 15);
  seat->side = eqp_side_from_code (eqp_query_get_text (query, 16));
  seat->from = eqp_query_get_date (query, 17);
  seat->to = eqp_query_get_date (query, 18);
  seat->meeting = eqp_query_get_integer (query, 19);
  g_ptr_array_add (self->seats, seat);
}

/* Guests come and go without changing the composition. */
static const char last_change_sql[] =
  "SELECT m.body_id, max (m.from_date), max (CASE WHEN m.to_date < ? THEN m.to_date ELSE '' END) "
  "FROM mandate m JOIN category c ON c.id = m.category_id "
  "WHERE m.body_id BETWEEN ? AND ? AND m.from_date <= ? AND c.counts GROUP BY m.body_id";

static void
add_last_change (EqpLoader *loader,
                 EqpQuery  *query)
{
  EqpSnapshot *self = _eqp_loader_find_body (loader, query);
  EqpDate      began = eqp_query_get_date (query, 1);
  EqpDate      ended = eqp_query_get_date (query, 2);

  if (self != NULL)
    self->last_change = MAX (began, ended == EQP_DATE_NONE ? EQP_DATE_NONE : ended + 1);
}

/* ---- decisions and sub-bodies ---- */

static const char decisions_sql[] =
  "SELECT d.body_id, d.id, d.kind, d.date, d.reference, d.signatory, d.side FROM decision d "
  "WHERE d.body_id BETWEEN ? AND ? AND d.date <= ? "
  "ORDER BY d.body_id, d.date, CASE d.kind WHEN 'proposal' THEN 0 WHEN 'decision' THEN 1 WHEN 'annex' THEN 2 ELSE 3 END, d.id";

static EqpDecisionKind
decision_kind_from_code (const char *code)
{
  if (strcmp (code, "proposal") == 0)
    return EQP_DECISION_PROPOSAL;
  if (strcmp (code, "decision") == 0)
    return EQP_DECISION_DECISION;
  return strcmp (code, "annex") == 0 ? EQP_DECISION_ANNEX : EQP_DECISION_DESIGNATION;
}

static void
add_decision (EqpLoader *loader,
              EqpQuery  *query)
{
  EqpSnapshot         *self = _eqp_loader_find_body (loader, query);
  EqpSnapshotDecision *decision;

  if (self == NULL)
    return;
  decision = g_new0 (EqpSnapshotDecision, 1);
  decision->id = eqp_query_get_integer (query, 1);
  decision->kind = decision_kind_from_code (eqp_query_get_text (query, 2));
  decision->date = eqp_query_get_date (query, 3);
  _eqp_loader_set_text (&decision->reference, query, 4);
  _eqp_loader_set_text (&decision->signatory, query, 5);
  decision->side = eqp_side_from_code (eqp_query_get_text (query, 6));
  g_ptr_array_add (self->decisions, decision);
}

static const char sub_bodies_sql[] =
  "SELECT b.parent_id, b.id, b.code, COALESCE (b.site_id, 0), COALESCE (l.code, ''), COALESCE (l.name, '') "
  "FROM body b LEFT JOIN site l ON l.id = b.site_id "
  "WHERE b.parent_id BETWEEN ? AND ? AND " EQP_SQL_IN_FORCE ("b") " ORDER BY b.number IS NULL, b.number, b.code";

static void
add_sub_body (EqpLoader *loader,
              EqpQuery  *query)
{
  EqpSnapshot        *self = _eqp_loader_find_body (loader, query);
  EqpSnapshotSubBody *sub_body;

  if (self == NULL)
    return;
  sub_body = g_new0 (EqpSnapshotSubBody, 1);
  sub_body->id = eqp_query_get_integer (query, 1);
  _eqp_loader_set_text (&sub_body->code, query, 2);
  sub_body->site = eqp_query_get_integer (query, 3);
  g_ptr_array_add (self->sub_bodies, sub_body);
  if (sub_body->site != 0)
    _eqp_snapshot_add_place (self, sub_body->site, eqp_query_get_text (query, 4), eqp_query_get_text (query, 5));
}

/* ---- order ---- */

static int
compare_bodies (gconstpointer a,
                gconstpointer b)
{
  const EqpSnapshot *x = *(const EqpSnapshot *const *)a;
  const EqpSnapshot *y = *(const EqpSnapshot *const *)b;

  if (x->number != y->number)
    return x->number == 0 ? 1 : y->number == 0      ? -1
                            : x->number < y->number ? -1
                                                    : 1;
  return strcmp (x->code, y->code);
}

static void
append_below (GPtrArray   *sorted,
              GPtrArray   *list,
              EqpLoader   *loader,
              EqpSnapshot *above)
{
  for (guint i = 0; i < sorted->len; i++)
    {
      EqpSnapshot *self = sorted->pdata[i];
      gboolean     is_below = g_hash_table_contains (loader->bodies, &self->parent);

      if (above == NULL ? is_below : self->parent != above->id)
        continue;
      g_ptr_array_add (list, eqp_snapshot_ref (self));
      append_below (sorted, list, loader, self);
    }
}

static GPtrArray *
list_bodies (EqpLoader *loader)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)eqp_snapshot_unref);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, loader->bodies);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      _eqp_snapshot_sort_seats (value);
      g_ptr_array_add (sorted, value);
    }
  g_ptr_array_sort (sorted, compare_bodies);
  append_below (sorted, list, loader, NULL);
  return list;
}

static gboolean
load_all (EqpLoader *loader,
          GError   **error)
{
  EqpStore *store = loader->store;
  EqpDate   date = loader->as_of;
  gint64    low = loader->low;
  gint64    high = loader->high;

  return _eqp_loader_run (loader, eqp_store_query (store, error, bodies_sql, "iidd", low, high, date, date), add_body, error) &&
         _eqp_loader_load_statutes (loader, error) &&
         _eqp_loader_run (loader, eqp_store_query (store, error, seats_sql, "ddiidd", date, date, low, high, date, date), add_seat, error) &&
         _eqp_loader_run (loader, eqp_store_query (store, error, last_change_sql, "diid", date, low, high, date), add_last_change, error) &&
         _eqp_loader_run (loader, eqp_store_query (store, error, decisions_sql, "iid", low, high, date), add_decision, error) &&
         _eqp_loader_load_scope (loader, error) &&
         _eqp_loader_run (loader, eqp_store_query (store, error, sub_bodies_sql, "iidd", low, high, date, date), add_sub_body, error) &&
         _eqp_loader_load_meetings (loader, error);
}

/**
 * eqp_snapshot_load:
 * @store: the file
 * @body: id of a body, 0 for all
 * @as_of: a day; %EQP_DATE_NONE is today
 * @error: return location for an error
 *
 * The bodies that exist on @as_of. The number of queries does not depend on what the file holds, nor does any of them read
 * people who hold no seat.
 *
 * Returns: (transfer full) (element-type EqpSnapshot): by number, then code, each followed by its sub-bodies; empty when
 *   @body does not exist on that day
 */
GPtrArray *
eqp_snapshot_load (EqpStore *store,
                   gint64    body,
                   EqpDate   as_of,
                   GError  **error)
{
  EqpLoader        loader = { .store = store };
  GPtrArray       *list = NULL;
  g_autofree char *style = NULL;

  loader.as_of = as_of == EQP_DATE_NONE ? eqp_date_today () : as_of;
  loader.year = eqp_pole_academic_year (store, loader.as_of);
  style = eqp_pole_dup_setting (store, EQP_SETTING_INCLUSIVE);
  loader.style = eqp_inclusive_style_from_code (style);
  loader.low = body == 0 ? 1 : body;
  loader.high = body == 0 ? G_MAXINT64 : body;
  loader.bodies = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)eqp_snapshot_unref);
  loader.statutes = _eqp_loader_statutes_new ();
  if (load_all (&loader, error))
    list = list_bodies (&loader);
  g_hash_table_unref (loader.bodies);
  g_hash_table_unref (loader.statutes);
  return list;
}
