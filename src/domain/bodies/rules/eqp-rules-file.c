/* eqp-rules-file.c — what no single body shows: courses without a council or with several, people without institution */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-check"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"
#include "domain/directory/eqp-person.h"

#include <glib/gi18n.h>

/* Of F2, on whom an hour is charged to: the one use so far that needs everybody's home institution. */
#define SIDE_SOURCE "A charge pour son institution d’origine de rémunérer cette intervention selon son organisation propre."

/* Two parameters, both the date. */
#define IN_FORCE(table) "(" table ".from_date <= ? AND (" table ".to_date = '' OR " table ".to_date >= ?))"

/* Statutes whose rule "scope" is on: a course belongs to one body of each family of them ("CPER" and "CPER-SITE" are one). */
static const char statutes_sql[] =
  "SELECT s.code, r.severity, r.source FROM statute_rule r JOIN statute s ON s.id = r.statute_id "
  "WHERE r.rule = 'scope' AND r.severity <> 'off' ORDER BY s.code";

static const char courses_sql[] =
  "SELECT c.id, c.code, c.name_fr, COALESCE (NULLIF (c.name_en, ''), c.name_fr) FROM course c WHERE " IN_FORCE ("c") " ORDER BY c.code";

/* Direct attachments first: where there is one, those through the mention do not hold. */
static const char attachments_sql[] =
  "SELECT a.course_id, a.direct, b.code, s.code FROM ("
  "  SELECT course_id, body_id, 1 AS direct FROM body_course"
  "  UNION ALL"
  "  SELECT c.id, bm.body_id, 0 FROM body_mention bm JOIN course c ON c.mention_id = bm.mention_id"
  ") a JOIN body b ON b.id = a.body_id JOIN statute s ON s.id = b.statute_id "
  "JOIN statute_rule r ON r.statute_id = s.id AND r.rule = 'scope' AND r.severity <> 'off' "
  "WHERE b.parent_id IS NULL AND " IN_FORCE ("b") " ORDER BY a.course_id, a.direct DESC, b.code";

static const char people_sql[] =
  "SELECT DISTINCT p.code, p.civility, p.given_name, p.family_name "
  "FROM mandate m JOIN body b ON b.id = m.body_id JOIN person p ON p.id = m.person_id "
  "WHERE " IN_FORCE ("m") " AND " IN_FORCE ("b") " AND NOT EXISTS ("
                                                 "  SELECT 1 FROM affiliation a WHERE a.person_id = p.id AND a.institution_id IS NOT NULL AND " IN_FORCE ("a") ") "
                                                                                                                                                               "ORDER BY p.code";

/* A statute's family: its code up to the first hyphen. */
typedef struct
{
  char       *code;
  EqpSeverity severity;
  char       *source;
} Family;

typedef struct
{
  gint64 id;
  char  *code;
  char  *name_fr;
  char  *name_en;
} Course;

typedef struct
{
  gboolean direct;
  char    *body;
  char    *statute;
} Attachment;

static void
family_free (gpointer data)
{
  Family *family = data;

  g_free (family->code);
  g_free (family->source);
  g_free (family);
}

static void
course_free (gpointer data)
{
  Course *course = data;

  g_free (course->code);
  g_free (course->name_fr);
  g_free (course->name_en);
  g_free (course);
}

static void
attachment_free (gpointer data)
{
  Attachment *attachment = data;

  g_free (attachment->body);
  g_free (attachment->statute);
  g_free (attachment);
}

/* Calls @add for each row. @query: (transfer full) (nullable): NULL when it failed, with @error set. */
static gboolean
read_rows (EqpQuery *query,
           void (*add) (EqpQuery *query, gpointer target),
           gpointer target,
           GError **error)
{
  g_autoptr (EqpQuery) owned = query;
  GError *failure = NULL;

  if (query == NULL)
    return FALSE;
  while (eqp_query_next (query, &failure))
    add (query, target);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static EqpSeverity
parse_severity (const char *code)
{
  for (EqpSeverity severity = EQP_SEVERITY_ERROR; severity < EQP_N_SEVERITIES; severity++)
    if (g_str_equal (eqp_severity_get_code (severity), code))
      return severity;
  return EQP_SEVERITY_ERROR;
}

static gboolean
is_of_family (const char   *statute,
              const Family *family)
{
  gsize length = strcspn (statute, "-");

  return strncmp (statute, family->code, length) == 0 && family->code[length] == '\0';
}

static void
add_family (EqpQuery *query,
            gpointer  target)
{
  GPtrArray  *families = target;
  const char *statute = eqp_query_get_text (query, 0);
  Family     *family;

  /* By code: a family's own statute comes before those with a hyphen. */
  for (guint i = 0; i < families->len; i++)
    if (is_of_family (statute, g_ptr_array_index (families, i)))
      return;
  family = g_new0 (Family, 1);
  family->code = g_strndup (statute, strcspn (statute, "-"));
  family->severity = parse_severity (eqp_query_get_text (query, 1));
  family->source = g_strdup (eqp_query_get_text (query, 2));
  g_ptr_array_add (families, family);
}

static void
add_course (EqpQuery *query,
            gpointer  target)
{
  Course *course = g_new0 (Course, 1);

  course->id = eqp_query_get_integer (query, 0);
  course->code = g_strdup (eqp_query_get_text (query, 1));
  course->name_fr = g_strdup (eqp_query_get_text (query, 2));
  course->name_en = g_strdup (eqp_query_get_text (query, 3));
  g_ptr_array_add (target, course);
}

static void
add_attachment (EqpQuery *query,
                gpointer  target)
{
  GHashTable *attachments = target;
  gint64      course = eqp_query_get_integer (query, 0);
  GPtrArray  *list = g_hash_table_lookup (attachments, &course);
  Attachment *attachment = g_new0 (Attachment, 1);

  attachment->direct = eqp_query_get_integer (query, 1) != 0;
  attachment->body = g_strdup (eqp_query_get_text (query, 2));
  attachment->statute = g_strdup (eqp_query_get_text (query, 3));
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (attachment_free);
      g_hash_table_insert (attachments, g_memdup2 (&course, sizeof course), list);
    }
  g_ptr_array_add (list, attachment);
}

/* Codes of the bodies of @family that have the course. */
static guint
list_bodies (GPtrArray    *attachments, /* (nullable) */
             const Family *family,
             GString      *codes)
{
  gboolean direct = FALSE;
  guint    count = 0;

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    {
      const Attachment *attachment = g_ptr_array_index (attachments, i);

      if (!is_of_family (attachment->statute, family) || (direct && !attachment->direct))
        continue;
      direct = attachment->direct;
      if (count > 0)
        g_string_append (codes, ", ");
      g_string_append (codes, attachment->body);
      count++;
    }
  return count;
}

static void
check_course (const Course *course,
              const Family *family,
              GPtrArray    *attachments,
              GPtrArray    *findings)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  guint            count = list_bodies (attachments, family, codes);
  g_autofree char *code = eqp_rule_dup_code (family->code, count == 0 ? "COURSE-ORPHAN" : "COURSE-MULTI");
  EqpMessage      *message;
  EqpMessage      *cure;
  EqpFinding      *finding;

  if (count == 1)
    return;

  /* Translators: {course} is the name of a course, {n} a number, {bodies} a list of codes of councils. */
  if (count == 0)
    {
      message = eqp_message_new (N_ ("No council has the course {course}."));
      cure = eqp_message_new (N_ ("Attach the course {course}, or its mention, to a council."));
    }
  else
    {
      message = eqp_message_new_n ("{n} council has the course {course}, it belongs to one: {bodies}.",
                                   "{n} councils have the course {course}, it belongs to one: {bodies}.", count);
      cure = eqp_message_new (N_ ("Keep the course {course} in one council and detach it from the others."));
    }
  eqp_message_text (eqp_message_names (message, "course", course->name_fr, course->name_en), "bodies", codes->str);
  eqp_message_names (cure, "course", course->name_fr, course->name_en);

  finding = eqp_finding_new (code, family->severity, message);
  eqp_finding_set_subject (finding, course->code);
  eqp_finding_set_source (finding, "C-02", family->source);
  eqp_finding_add_number (finding, "count", count);
  eqp_finding_add_number (finding, "expected", 1);
  if (count > 0)
    eqp_finding_add_text (finding, "bodies", codes->str);
  eqp_finding_set_cure (finding, EQP_CURE_SCOPE, cure);
  g_ptr_array_add (findings, finding);
}

static gboolean
check_courses (EqpStore  *store,
               EqpDate    as_of,
               GPtrArray *findings,
               GError   **error)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func (family_free);
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func (course_free);
  g_autoptr (GHashTable) attachments = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  if (!read_rows (eqp_store_query (store, error, statutes_sql, ""), add_family, families, error) ||
      !read_rows (eqp_store_query (store, error, courses_sql, "dd", as_of, as_of), add_course, courses, error) ||
      !read_rows (eqp_store_query (store, error, attachments_sql, "dd", as_of, as_of), add_attachment, attachments, error))
    return FALSE;

  for (guint i = 0; i < families->len; i++)
    for (guint j = 0; j < courses->len; j++)
      {
        const Course *course = g_ptr_array_index (courses, j);

        check_course (course, g_ptr_array_index (families, i), g_hash_table_lookup (attachments, &course->id), findings);
      }
  return TRUE;
}

static void
report_person (EqpQuery *query,
               gpointer  target)
{
  const char      *civility = eqp_query_get_text (query, 1);
  const char      *given_name = eqp_query_get_text (query, 2);
  const char      *family_name = eqp_query_get_text (query, 3);
  g_autofree char *name_fr = eqp_person_format_name (civility, given_name, family_name, EQP_LANGUAGE_FR);
  g_autofree char *name_en = eqp_person_format_name (civility, given_name, family_name, EQP_LANGUAGE_EN);
  EqpMessage      *message;
  EqpFinding      *finding;

  /* Translators: {person} is a name. */
  message = eqp_message_names (eqp_message_new (N_ ("{person} has no home institution.")), "person", name_fr, name_en);
  finding = eqp_finding_new ("PERSON-SIDE-UNDEFINED", EQP_SEVERITY_INFORMATION, message);
  eqp_finding_set_subject (finding, eqp_query_get_text (query, 0));
  eqp_finding_set_source (finding, "X-15", SIDE_SOURCE);
  eqp_finding_add_number (finding, "institutions", 0);
  message = eqp_message_names (eqp_message_new (N_ ("Record the home institution of {person}.")), "person", name_fr, name_en);
  eqp_finding_set_cure (finding, EQP_CURE_PERSON, message);
  g_ptr_array_add (target, finding);
}

/**
 * eqp_check_file:
 * @store: an open store
 * @as_of: the day
 * @findings: (element-type EqpFinding): where to append
 * @error: return location
 *
 * C-02: each course in force belongs to exactly one main body of those whose statute asks for a scope, be it directly or
 * through its mention. X-15: whoever holds a mandate in force has a home institution.
 *
 * Returns: %FALSE with @error (EQP_STORE_ERROR) set when the store could not be read
 */
gboolean
eqp_check_file (EqpStore  *store,
                EqpDate    as_of,
                GPtrArray *findings,
                GError   **error)
{
  g_return_val_if_fail (EQP_IS_STORE (store), FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  return check_courses (store, as_of, findings, error) &&
         read_rows (eqp_store_query (store, error, people_sql, "dddddd", as_of, as_of, as_of, as_of, as_of, as_of),
                    report_person, findings, error);
}
