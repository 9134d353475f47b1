/* eqp-snapshot-scope.c — reads what bodies are attached to: mentions, courses, and who is engaged in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-snapshot"

#include "config.h"

#include "domain/bodies/eqp-snapshot-loader.h"

/* While the scope is read: where each course is, in however many bodies. */
typedef struct
{
  EqpLoader   parent;
  GHashTable *courses; /* id → GPtrArray of Place */
} Scope;

typedef struct
{
  EqpSnapshot       *body;
  EqpSnapshotCourse *course;
} Place;

gboolean
_eqp_loader_run (EqpLoader    *loader,
                 EqpQuery     *query,
                 EqpLoaderFunc func,
                 GError      **error)
{
  g_autoptr (EqpQuery) owned = query;
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (eqp_query_next (query, &failure))
    func (loader, query);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

EqpSnapshot *
_eqp_loader_find_body (EqpLoader *loader,
                       EqpQuery  *query)
{
  gint64 id = eqp_query_get_integer (query, 0);

  return g_hash_table_lookup (loader->bodies, &id);
}

char *
_eqp_loader_dup_text (EqpQuery *query,
                      guint     column)
{
  const char *text = eqp_query_get_text (query, column);

  return g_strdup (text == NULL ? "" : text);
}

void
_eqp_loader_set_text (char    **target,
                      EqpQuery *query,
                      guint     column)
{
  g_free (*target);
  *target = _eqp_loader_dup_text (query, column);
}

/* French in @column, English in the next; the French name stands in for a missing English one. */
void
_eqp_loader_set_names (char    **name_fr,
                       char    **name_en,
                       EqpQuery *query,
                       guint     column)
{
  _eqp_loader_set_text (name_fr, query, column);
  _eqp_loader_set_text (name_en, query, eqp_query_is_null (query, column + 1) || *eqp_query_get_text (query, column + 1) == '\0' ? column : column + 1);
}

/* Rows of (body, course) of the bodies asked for: attached directly, or of an attached mention unless another council
 * attaches the course directly. Sub-councils share the scope of their council, they do not take from it. */
#define SCOPE_SQL                                                                                                                                                                                \
  "SELECT bc.body_id AS body_id, c.id AS course_id "                                                                                                                                             \
  "FROM body_course bc JOIN course c ON c.id = bc.course_id "                                                                                                                                    \
  "WHERE bc.body_id BETWEEN ? AND ? AND " EQP_SQL_IN_FORCE ("c") " "                                                                                                                             \
                                                                 "UNION "                                                                                                                        \
                                                                 "SELECT bm.body_id, c.id "                                                                                                      \
                                                                 "FROM body_mention bm JOIN body b ON b.id = bm.body_id JOIN course c ON c.mention_id = bm.mention_id "                          \
                                                                 "WHERE bm.body_id BETWEEN ? AND ? AND " EQP_SQL_IN_FORCE ("c") " AND NOT EXISTS ("                                              \
                                                                                                                                "  SELECT 1 FROM body_course x JOIN body o ON o.id = x.body_id " \
                                                                                                                                "  WHERE x.course_id = c.id AND o.parent_id IS NULL AND o.id <> COALESCE (b.parent_id, b.id) AND " EQP_SQL_IN_FORCE ("o") ")"

#define SCOPE_BIND "iiddiidddd"
#define SCOPE_ARGS(self) (self)->low, (self)->high, (self)->as_of, (self)->as_of, \
                         (self)->low, (self)->high, (self)->as_of, (self)->as_of, (self)->as_of, (self)->as_of

static const char mentions_sql[] =
  "SELECT s.body_id, m.id, m.code, m.name_fr, COALESCE (NULLIF (m.name_en, ''), m.name_fr), "
  "       COALESCE (m.head_id, 0), COALESCE (m.head_deputy_id, 0) "
  "FROM (SELECT body_id, mention_id FROM body_mention WHERE body_id BETWEEN ? AND ? "
  "      UNION SELECT bc.body_id, c.mention_id FROM body_course bc JOIN course c ON c.id = bc.course_id "
  "            WHERE bc.body_id BETWEEN ? AND ? AND " EQP_SQL_IN_FORCE ("c") ") s "
                                                                             "JOIN mention m ON m.id = s.mention_id ORDER BY s.body_id, m.code";

static void
add_mention (EqpLoader *loader,
             EqpQuery  *query)
{
  EqpSnapshot        *self = _eqp_loader_find_body (loader, query);
  EqpSnapshotMention *mention;

  if (self == NULL)
    return;
  mention = g_new0 (EqpSnapshotMention, 1);
  mention->id = eqp_query_get_integer (query, 1);
  mention->code = _eqp_loader_dup_text (query, 2);
  mention->name_fr = _eqp_loader_dup_text (query, 3);
  mention->name_en = _eqp_loader_dup_text (query, 4);
  mention->head = eqp_query_get_integer (query, 5);
  mention->deputy = eqp_query_get_integer (query, 6);
  g_ptr_array_add (self->mentions, mention);
}

static const char courses_sql[] =
  "SELECT s.body_id, c.id, c.code, c.name_fr, COALESCE (NULLIF (c.name_en, ''), c.name_fr), c.mention_id, COALESCE (c.head_id, 0) "
  "FROM (" SCOPE_SQL ") s JOIN course c ON c.id = s.course_id ORDER BY s.body_id, c.code";

static void
add_course (EqpLoader *loader,
            EqpQuery  *query)
{
  Scope             *scope = (Scope *)loader;
  EqpSnapshot       *self = _eqp_loader_find_body (loader, query);
  EqpSnapshotCourse *course;
  GPtrArray         *places;
  Place             *place;

  if (self == NULL)
    return;
  course = _eqp_snapshot_course_new ();
  course->id = eqp_query_get_integer (query, 1);
  course->code = _eqp_loader_dup_text (query, 2);
  course->name_fr = _eqp_loader_dup_text (query, 3);
  course->name_en = _eqp_loader_dup_text (query, 4);
  course->mention = eqp_query_get_integer (query, 5);
  course->head = eqp_query_get_integer (query, 6);
  g_ptr_array_add (self->courses, course);

  places = g_hash_table_lookup (scope->courses, &course->id);
  if (places == NULL)
    {
      places = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (scope->courses, g_memdup2 (&course->id, sizeof course->id), places);
    }
  place = g_new (Place, 1);
  place->body = self;
  place->course = course;
  g_ptr_array_add (places, place);
}

/* ---- what is known of the courses; column 0 is the course ---- */

static GPtrArray *
find_places (EqpLoader *loader,
             EqpQuery  *query)
{
  gint64 id = eqp_query_get_integer (query, 0);

  return g_hash_table_lookup (((Scope *)loader)->courses, &id);
}

static const char sites_sql[] =
  "SELECT cs.course_id, s.id, s.code, s.name FROM course_site cs JOIN site s ON s.id = cs.site_id ORDER BY s.code";

static const char components_sql[] =
  "SELECT cc.course_id, i.id, i.code, i.name FROM course_component cc JOIN institution i ON i.id = cc.institution_id ORDER BY i.code";

static void
add_site (EqpLoader *loader,
          EqpQuery  *query)
{
  GPtrArray *places = find_places (loader, query);
  gint64     id = eqp_query_get_integer (query, 1);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      Place *place = places->pdata[i];

      g_array_append_val (place->course->sites, id);
      _eqp_snapshot_add_place (place->body, id, eqp_query_get_text (query, 2), eqp_query_get_text (query, 3));
    }
}

static void
add_component (EqpLoader *loader,
               EqpQuery  *query)
{
  GPtrArray *places = find_places (loader, query);
  gint64     id = eqp_query_get_integer (query, 1);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      Place *place = places->pdata[i];

      g_array_append_val (place->course->components, id);
      _eqp_snapshot_add_place (place->body, id, eqp_query_get_text (query, 2), eqp_query_get_text (query, 3));
    }
}

/* From the seat holders to what they do, never from a course to the hundreds enrolled in it. */
#define ENGAGED_SQL(table)                                                   \
  "SELECT e.course_id, e.person_id "                                         \
  "FROM (SELECT DISTINCT m.person_id AS id FROM mandate m "                  \
  "      WHERE m.body_id BETWEEN ? AND ? AND " EQP_SQL_IN_FORCE ("m") ") h " \
                                                                      "CROSS JOIN " table " e ON e.person_id = h.id WHERE e.year = ?"

static const char teaching_sql[] = ENGAGED_SQL ("teaching");
static const char enrolment_sql[] = ENGAGED_SQL ("enrolment");

static void
add_teacher (EqpLoader *loader,
             EqpQuery  *query)
{
  GPtrArray *places = find_places (loader, query);
  gint64     person = eqp_query_get_integer (query, 1);

  for (guint i = 0; places != NULL && i < places->len; i++)
    g_hash_table_add (((Place *)places->pdata[i])->course->teachers, g_memdup2 (&person, sizeof person));
}

static void
add_student (EqpLoader *loader,
             EqpQuery  *query)
{
  GPtrArray *places = find_places (loader, query);
  gint64     person = eqp_query_get_integer (query, 1);

  for (guint i = 0; places != NULL && i < places->len; i++)
    g_hash_table_add (((Place *)places->pdata[i])->course->students, g_memdup2 (&person, sizeof person));
}

static gboolean
load_scope (EqpLoader *self,
            GError   **error)
{
  EqpStore *store = self->store;
  EqpDate   date = self->as_of;
  gint64    year = self->year;

  return _eqp_loader_run (self, eqp_store_query (store, error, mentions_sql, "iiiidd", self->low, self->high, self->low, self->high, date, date), add_mention, error) &&
         _eqp_loader_run (self, eqp_store_query (store, error, courses_sql, SCOPE_BIND, SCOPE_ARGS (self)), add_course, error) &&
         _eqp_loader_run (self, eqp_store_query (store, error, sites_sql, ""), add_site, error) &&
         _eqp_loader_run (self, eqp_store_query (store, error, components_sql, ""), add_component, error) &&
         _eqp_loader_run (self, eqp_store_query (store, error, teaching_sql, "iiddi", self->low, self->high, date, date, year), add_teacher, error) &&
         _eqp_loader_run (self, eqp_store_query (store, error, enrolment_sql, "iiddi", self->low, self->high, date, date, year), add_student, error);
}

gboolean
_eqp_loader_load_scope (EqpLoader *loader,
                        GError   **error)
{
  Scope    scope = { *loader, NULL };
  gboolean result;

  scope.courses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  result = load_scope (&scope.parent, error);
  g_hash_table_unref (scope.courses);
  return result;
}
