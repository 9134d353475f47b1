/* eqp-snapshot-meetings.c — reads the meetings that bodies held in the academic year so far, and what they dealt with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-snapshot"

#include "config.h"

#include "domain/bodies/eqp-snapshot-loader.h"

#include "domain/eqp-pole.h"

/* Three queries, for all bodies at once; four parameters each: the bodies, the first day of the year, the date. */
#define HELD_SQL "m.state = 'held' AND m.date BETWEEN ? AND ?"

static const char meetings_sql[] =
  "SELECT m.body_id, m.id, m.code, m.date, m.title FROM meeting m "
  "WHERE m.body_id BETWEEN ? AND ? AND " HELD_SQL " ORDER BY m.body_id, m.date, m.id";

static const char items_sql[] =
  "SELECT m.body_id, i.meeting_id, i.id, i.position, i.title, i.scope, i.outcome, i.advice_to "
  "FROM meeting m CROSS JOIN meeting_item i ON i.meeting_id = m.id "
  "WHERE m.body_id BETWEEN ? AND ? AND " HELD_SQL " ORDER BY i.meeting_id, i.position";

static const char parent_meetings_sql[] =
  "SELECT b.id, count (*) FROM body b CROSS JOIN meeting m ON m.body_id = b.parent_id "
  "WHERE b.id BETWEEN ? AND ? AND b.parent_id IS NOT NULL AND " HELD_SQL " GROUP BY b.id";

static void
add_meeting (EqpLoader *loader,
             EqpQuery  *query)
{
  EqpSnapshot        *self = _eqp_loader_find_body (loader, query);
  EqpSnapshotMeeting *meeting;

  if (self == NULL)
    return;
  meeting = _eqp_snapshot_meeting_new ();
  meeting->id = eqp_query_get_integer (query, 1);
  meeting->code = _eqp_loader_dup_text (query, 2);
  meeting->date = eqp_query_get_date (query, 3);
  meeting->title = _eqp_loader_dup_text (query, 4);
  g_ptr_array_add (self->meetings, meeting);
}

static EqpSnapshotMeeting *
find_meeting (EqpSnapshot *self,
              gint64       id)
{
  for (guint i = 0; i < self->meetings->len; i++)
    {
      EqpSnapshotMeeting *meeting = self->meetings->pdata[i];

      if (meeting->id == id)
        return meeting;
    }
  return NULL;
}

static EqpScope
scope_from_code (const char *code)
{
  if (strcmp (code, "local") == 0)
    return EQP_SCOPE_LOCAL;
  return strcmp (code, "general") == 0 ? EQP_SCOPE_GENERAL : EQP_SCOPE_NONE;
}

static EqpOutcome
outcome_from_code (const char *code)
{
  if (strcmp (code, "adopted") == 0)
    return EQP_OUTCOME_ADOPTED;
  return strcmp (code, "discussed") == 0 ? EQP_OUTCOME_DISCUSSED : EQP_OUTCOME_NONE;
}

static void
add_item (EqpLoader *loader,
          EqpQuery  *query)
{
  EqpSnapshot        *self = _eqp_loader_find_body (loader, query);
  EqpSnapshotMeeting *meeting = self != NULL ? find_meeting (self, eqp_query_get_integer (query, 1)) : NULL;
  EqpSnapshotItem    *item;

  if (meeting == NULL)
    return;
  item = g_new0 (EqpSnapshotItem, 1);
  item->id = eqp_query_get_integer (query, 2);
  item->position = (int)eqp_query_get_integer (query, 3);
  item->title = _eqp_loader_dup_text (query, 4);
  item->scope = scope_from_code (eqp_query_get_text (query, 5));
  item->outcome = outcome_from_code (eqp_query_get_text (query, 6));
  item->advice_to = _eqp_loader_dup_text (query, 7);
  g_ptr_array_add (meeting->items, item);
}

static void
add_parent_meetings (EqpLoader *loader,
                     EqpQuery  *query)
{
  EqpSnapshot *self = _eqp_loader_find_body (loader, query);

  if (self != NULL)
    self->parent_meetings = (guint)eqp_query_get_integer (query, 1);
}

gboolean
_eqp_loader_load_meetings (EqpLoader *loader,
                           GError   **error)
{
  static const struct
  {
    const char   *sql;
    EqpLoaderFunc func;
  } queries[] = {
    { meetings_sql, add_meeting },
    { items_sql, add_item },
    { parent_meetings_sql, add_parent_meetings },
  };
  EqpDate first, last;

  eqp_pole_get_year_period (loader->store, loader->year, &first, &last);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!_eqp_loader_run (loader,
                          eqp_store_query (loader->store, error, queries[i].sql, "iidd", loader->low, loader->high, first, loader->as_of),
                          queries[i].func, error))
      return FALSE;
  return TRUE;
}
