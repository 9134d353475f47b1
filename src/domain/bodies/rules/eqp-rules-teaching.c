/* eqp-rules-teaching.c — teachers teach there, students are enrolled there, components are represented: C-12, C-13, C-17 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

#include <glib/gi18n.h>

static gboolean
is_in_a_course (const EqpSnapshot *snapshot,
                gint64             person,
                gboolean           as_student)
{
  for (guint i = 0; i < snapshot->courses->len; i++)
    {
      const EqpSnapshotCourse *course = g_ptr_array_index (snapshot->courses, i);

      if (g_hash_table_contains (as_student ? course->students : course->teachers, &person))
        return TRUE;
    }
  return FALSE;
}

/* The seats of @code whose holders are in none of the courses; empty when the body has no course to be in (C-02 says so). */
static GPtrArray *
list_strangers (const EqpSnapshot *snapshot,
                const char        *code,
                gboolean           as_student)
{
  GPtrArray *strangers = g_ptr_array_new ();
  g_autoptr (GPtrArray) seats = NULL;
  guint category;

  if (snapshot->courses->len == 0 || !eqp_rule_find_category (snapshot, code, &category))
    return strangers;

  seats = eqp_rule_list_seats (snapshot, category);
  for (guint i = 0; i < seats->len; i++)
    {
      EqpSeat *seat = g_ptr_array_index (seats, i);

      if (!is_in_a_course (snapshot, seat->person, as_student))
        g_ptr_array_add (strangers, seat);
    }
  return strangers;
}

static void
report_stranger (const EqpSnapshot     *snapshot,
                 const EqpSnapshotRule *rule,
                 GPtrArray             *findings,
                 const EqpSeat         *seat,
                 const char            *suffix,
                 EqpMessage            *message,
                 EqpMessage            *cure)
{
  EqpFinding *finding;

  eqp_rule_say_year (eqp_rule_say_seat (message, seat), snapshot);
  eqp_rule_say_courses (eqp_rule_say_year (eqp_rule_say_seat (cure, seat), snapshot), snapshot);
  finding = eqp_rule_report (snapshot, rule, findings, suffix, message);
  eqp_rule_set_seat (finding, snapshot, seat);
  eqp_finding_add_number (finding, "year", snapshot->year);
  eqp_finding_add_number (finding, "courses", 0);
  eqp_finding_set_cure (finding, EQP_CURE_PERSON, cure);
}

/**
 * eqp_rule_teacher_involved:
 * @snapshot: the body
 * @rule: the statute's rule "teacher-involved"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-12: each teacher teaches in an attached course that academic year.
 */
void
eqp_rule_teacher_involved (const EqpSnapshot     *snapshot,
                           const EqpSnapshotRule *rule,
                           GPtrArray             *findings)
{
  g_autoptr (GPtrArray) strangers = list_strangers (snapshot, EQP_CATEGORY_TEACHER, FALSE);

  /* Translators: {person} is a name, {year} an academic year, {courses} a list of courses. */
  for (guint i = 0; i < strangers->len; i++)
    report_stranger (snapshot, rule, findings, g_ptr_array_index (strangers, i), "TEACHER-NOT-INVOLVED",
                     eqp_message_new (N_ ("{person} teaches in none of the attached courses in {year}.")),
                     eqp_message_new (N_ ("Record what {person} teaches in {year}, or appoint somebody who teaches in {courses}.")));
}

/**
 * eqp_rule_student_enrolled:
 * @snapshot: the body
 * @rule: the statute's rule "student-enrolled"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-17: each student is enrolled in an attached course that academic year.
 */
void
eqp_rule_student_enrolled (const EqpSnapshot     *snapshot,
                           const EqpSnapshotRule *rule,
                           GPtrArray             *findings)
{
  g_autoptr (GPtrArray) strangers = list_strangers (snapshot, EQP_CATEGORY_STUDENT, TRUE);

  /* Translators: {person} is a name, {year} an academic year, {courses} a list of courses. */
  for (guint i = 0; i < strangers->len; i++)
    report_stranger (snapshot, rule, findings, g_ptr_array_index (strangers, i), "STUDENT-NOT-ENROLLED",
                     eqp_message_new (N_ ("{person} is enrolled in none of the attached courses in {year}.")),
                     eqp_message_new (N_ ("Record the enrolment of {person} in {year}, or appoint somebody enrolled in {courses}.")));
}

/* (element-type gint64) the institutions engaged in the attached courses, each once */
static GArray *
list_components (const EqpSnapshot *snapshot)
{
  GArray *components = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = eqp_rule_new_set ();

  for (guint i = 0; i < snapshot->courses->len; i++)
    {
      const EqpSnapshotCourse *course = g_ptr_array_index (snapshot->courses, i);

      for (guint j = 0; j < course->components->len; j++)
        {
          gint64 *component = &g_array_index (course->components, gint64, j);

          if (g_hash_table_add (seen, component))
            g_array_append_val (components, *component);
        }
    }
  return components;
}

static gboolean
is_represented (GPtrArray *teachers,
                gint64     component)
{
  for (guint i = 0; i < teachers->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (teachers, i);

      if (seat->institution == component)
        return TRUE;
    }
  return FALSE;
}

static void
report_component (const EqpSnapshot      *snapshot,
                  const EqpSnapshotRule  *rule,
                  GPtrArray              *findings,
                  const EqpSnapshotPlace *component,
                  gint64                  engaged,
                  gint64                  max)
{
  gboolean    too_many = max >= 0 && engaged > max;
  EqpMessage *message;
  EqpMessage *cure;
  EqpFinding *finding;

  /* Translators: {component} is a faculty, {n} and {max} are numbers. */
  if (too_many)
    message = eqp_message_new (N_ ("No teacher represents {component}, which is engaged in the programme; its {n} components cannot all fit in {max} seats."));
  else
    message = eqp_message_new (N_ ("No teacher represents {component}, which is engaged in the programme."));
  eqp_message_text (message, "component", component->name);
  eqp_message_number (eqp_message_number (message, "n", engaged), "max", max);

  finding = eqp_rule_report (snapshot, rule, findings, "COMPONENT-UNREPRESENTED", message);
  eqp_finding_set_subject (finding, component->code);
  eqp_finding_set_category (finding, EQP_CATEGORY_TEACHER);
  eqp_finding_add_number (finding, "engaged", engaged);
  if (max >= 0)
    eqp_finding_add_number (finding, "max", max);
  cure = eqp_message_new (N_ ("Appoint a teacher from {component}."));
  eqp_finding_set_cure (finding, EQP_CURE_APPOINT, eqp_message_text (cure, "component", component->name));
}

/**
 * eqp_rule_components:
 * @snapshot: the body
 * @rule: the statute's rule "components"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-13: the components engaged in the programme are represented among the teachers.
 */
void
eqp_rule_components (const EqpSnapshot     *snapshot,
                     const EqpSnapshotRule *rule,
                     GPtrArray             *findings)
{
  g_autoptr (GArray) components = NULL;
  g_autoptr (GPtrArray) teachers = NULL;
  guint category;

  if (!eqp_rule_find_category (snapshot, EQP_CATEGORY_TEACHER, &category))
    return;

  components = list_components (snapshot);
  teachers = eqp_rule_list_seats (snapshot, category);
  for (guint i = 0; i < components->len; i++)
    {
      gint64                  component = g_array_index (components, gint64, i);
      const EqpSnapshotPlace *place = eqp_rule_find_place (snapshot, component);

      if (place != NULL && !is_represented (teachers, component))
        report_component (snapshot, rule, findings, place, components->len, eqp_rule_get_category (snapshot, category)->max);
    }
}
