/* eqp-rules-heads.c — the heads of mentions and of courses sit: C-10, C-11 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

#include <glib/gi18n.h>

static void
report_mention_missing (const EqpSnapshot        *snapshot,
                        const EqpSnapshotRule    *rule,
                        GPtrArray                *findings,
                        const EqpSnapshotMention *mention) /* (nullable) */
{
  EqpMessage *message;
  EqpMessage *cure;
  EqpFinding *finding;

  if (mention == NULL)
    {
      message = eqp_message_new (N_ ("No head of mention sits, nor a representative."));
      cure = eqp_message_new (N_ ("Appoint the head of the mention, or a representative."));
    }
  else
    {
      /* Translators: {mention} is the name of a master's subject area. */
      message = eqp_message_new (N_ ("Neither the head of the mention {mention} nor a representative sits."));
      eqp_message_names (message, "mention", mention->name_fr, mention->name_en);
      cure = eqp_message_new (N_ ("Appoint the head of the mention {mention}, or a representative."));
      eqp_message_names (cure, "mention", mention->name_fr, mention->name_en);
    }
  finding = eqp_rule_report (snapshot, rule, findings, "MENTION-HEAD-MISSING", message);
  eqp_finding_set_subject (finding, mention != NULL ? mention->code : "");
  eqp_finding_set_category (finding, EQP_CATEGORY_MENTION_HEAD);
  eqp_finding_add_number (finding, "count", 0);
  eqp_finding_add_number (finding, "min", 1);
  eqp_finding_set_cure (finding, EQP_CURE_APPOINT, cure);
}

static void
report_mention_double (const EqpSnapshot     *snapshot,
                       const EqpSnapshotRule *rule,
                       GPtrArray             *findings,
                       const char            *subject,
                       GPtrArray             *seats,
                       guint                  mentions)
{
  g_auto (EqpNameList) people;
  EqpMessage *message;
  EqpFinding *finding;

  eqp_name_list_init (&people);
  for (guint i = 0; i < seats->len; i++)
    eqp_name_list_add_seat (&people, g_ptr_array_index (seats, i));

  /* Translators: {people} is a list of names. */
  message = eqp_message_new (N_ ("The head of a mention and a representative sit at the same time: {people}."));
  eqp_rule_say_list (message, "people", &people);
  finding = eqp_rule_report (snapshot, rule, findings, "MENTION-HEAD-DOUBLE", message);
  eqp_finding_set_subject (finding, subject);
  eqp_finding_set_category (finding, EQP_CATEGORY_MENTION_HEAD);
  eqp_finding_add_number (finding, "count", seats->len);
  eqp_finding_add_number (finding, "max", mentions);
  eqp_finding_set_cure (finding, EQP_CURE_END_SEAT,
                        eqp_message_new (N_ ("End the mandate of the head, or that of the representative.")));
}

/* Adds to @known who sits as head of @mention or as its recorded representative; returns whether one of them does. */
static gboolean
check_mention (const EqpSnapshot        *snapshot,
               const EqpSnapshotRule    *rule,
               GPtrArray                *findings,
               const EqpSnapshotMention *mention,
               GPtrArray                *seats,
               GHashTable               *known)
{
  g_autoptr (GPtrArray) sitting = g_ptr_array_new ();

  for (guint i = 0; i < seats->len; i++)
    {
      EqpSeat *seat = g_ptr_array_index (seats, i);

      if (seat->person != mention->head && seat->person != mention->deputy)
        continue;
      g_ptr_array_add (sitting, seat);
      g_hash_table_add (known, &seat->person);
    }
  if (sitting->len > 1)
    report_mention_double (snapshot, rule, findings, mention->code, sitting, 1);
  return sitting->len > 0;
}

/**
 * eqp_rule_mention_head:
 * @snapshot: the body
 * @rule: the statute's rule "mention-head"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-10: the head of each attached mention or a representative sits, not both (A4: one for each mention). A holder whom no
 * mention names represents one that has nobody else.
 */
void
eqp_rule_mention_head (const EqpSnapshot     *snapshot,
                       const EqpSnapshotRule *rule,
                       GPtrArray             *findings)
{
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GPtrArray) vacant = g_ptr_array_new ();
  g_autoptr (GHashTable) known = eqp_rule_new_set ();
  guint expected = MAX (snapshot->mentions->len, 1);
  guint category;
  guint others;

  if (!eqp_rule_find_category (snapshot, EQP_CATEGORY_MENTION_HEAD, &category))
    return;

  seats = eqp_rule_list_seats (snapshot, category);
  for (guint i = 0; i < snapshot->mentions->len; i++)
    {
      const EqpSnapshotMention *mention = g_ptr_array_index (snapshot->mentions, i);

      if (!check_mention (snapshot, rule, findings, mention, seats, known))
        g_ptr_array_add (vacant, (gpointer)mention);
    }
  if (snapshot->mentions->len == 0)
    g_ptr_array_add (vacant, NULL);

  others = seats->len - g_hash_table_size (known);
  for (guint i = others; i < vacant->len; i++)
    report_mention_missing (snapshot, rule, findings, g_ptr_array_index (vacant, i));
  if (others > vacant->len)
    {
      const EqpSnapshotMention *only = snapshot->mentions->len == 1 ? g_ptr_array_index (snapshot->mentions, 0) : NULL;

      report_mention_double (snapshot, rule, findings, only != NULL ? only->code : "", seats, expected);
    }
}

static void
report_course_missing (const EqpSnapshot       *snapshot,
                       const EqpSnapshotRule   *rule,
                       GPtrArray               *findings,
                       const EqpSnapshotCourse *course)
{
  const EqpSeat *elsewhere = course->head != 0 ? eqp_rule_find_member (snapshot, course->head) : NULL;
  EqpMessage    *message;
  EqpMessage    *cure;
  EqpFinding    *finding;

  /* Translators: {course} is the name of a course, {person} that of its head. */
  if (course->head == 0)
    {
      message = eqp_message_new (N_ ("No head of the course {course} sits, and none is recorded."));
      cure = eqp_message_new (N_ ("Record who heads the course {course}, and appoint that person."));
    }
  else if (elsewhere != NULL)
    {
      message = eqp_rule_say_seat (eqp_message_new (N_ ("{person} heads the course {course} and sits, but not as course head.")), elsewhere);
      cure = eqp_rule_say_seat (eqp_message_new (N_ ("Appoint {person} as head of the course {course}.")), elsewhere);
    }
  else
    {
      message = eqp_message_new (N_ ("The head of the course {course} does not sit."));
      cure = eqp_message_new (N_ ("Appoint the head of the course {course}."));
    }
  eqp_message_names (message, "course", course->name_fr, course->name_en);
  eqp_message_names (cure, "course", course->name_fr, course->name_en);

  finding = eqp_rule_report (snapshot, rule, findings, "COURSE-HEAD-MISSING", message);
  eqp_finding_set_subject (finding, course->code);
  eqp_finding_set_category (finding, EQP_CATEGORY_COURSE_HEAD);
  eqp_finding_add_number (finding, "count", 0);
  eqp_finding_add_number (finding, "min", 1);
  eqp_finding_set_cure (finding, EQP_CURE_APPOINT, cure);
}

static void
report_no_course_head (const EqpSnapshot     *snapshot,
                       const EqpSnapshotRule *rule,
                       GPtrArray             *findings,
                       int                    min)
{
  EqpFinding *finding;

  finding = eqp_rule_report (snapshot, rule, findings, "COURSE-HEAD-MISSING", eqp_message_new (N_ ("No course head sits.")));
  eqp_finding_set_category (finding, EQP_CATEGORY_COURSE_HEAD);
  eqp_finding_add_number (finding, "count", 0);
  eqp_finding_add_number (finding, "min", min);
  eqp_finding_set_cure (finding, EQP_CURE_APPOINT, eqp_message_new (N_ ("Attach the courses, and appoint their heads.")));
}

/**
 * eqp_rule_course_head:
 * @snapshot: the body
 * @rule: the statute's rule "course-head"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-11: the head of each attached course sits as such. A holder whom no course names stands for one whose head is not recorded.
 */
void
eqp_rule_course_head (const EqpSnapshot     *snapshot,
                      const EqpSnapshotRule *rule,
                      GPtrArray             *findings)
{
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GHashTable) known = eqp_rule_new_set ();
  guint category;
  guint others;

  if (!eqp_rule_find_category (snapshot, EQP_CATEGORY_COURSE_HEAD, &category))
    return;

  seats = eqp_rule_list_seats (snapshot, category);
  for (guint i = 0; i < snapshot->courses->len; i++)
    {
      EqpSnapshotCourse *course = g_ptr_array_index (snapshot->courses, i);

      if (course->head == 0)
        continue;
      if (eqp_rule_find_seat (snapshot, course->head, category) != NULL)
        g_hash_table_add (known, &course->head);
      else
        report_course_missing (snapshot, rule, findings, course);
    }

  others = seats->len - g_hash_table_size (known);
  for (guint i = 0; i < snapshot->courses->len; i++)
    {
      const EqpSnapshotCourse *course = g_ptr_array_index (snapshot->courses, i);

      if (course->head != 0)
        continue;
      if (others > 0)
        others--;
      else
        report_course_missing (snapshot, rule, findings, course);
    }
  if (snapshot->courses->len == 0 && seats->len == 0 && eqp_rule_get_category (snapshot, category)->min > 0)
    report_no_course_head (snapshot, rule, findings, eqp_rule_get_category (snapshot, category)->min);
}

static gboolean
is_academic (const char *kind)
{
  return g_str_equal (kind, "inspe") || g_str_equal (kind, "university") || g_str_equal (kind, "component");
}

/**
 * eqp_rule_affiliation:
 * @snapshot: the body
 * @rule: the statute's rule "affiliation"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-11: course heads and their deputies belong to the institute or to a university. Who has no institution at all is
 * reported by eqp_check_file().
 */
void
eqp_rule_affiliation (const EqpSnapshot     *snapshot,
                      const EqpSnapshotRule *rule,
                      GPtrArray             *findings)
{
  static const char *const codes[] = { EQP_CATEGORY_COURSE_HEAD, EQP_CATEGORY_DEPUTY };
  guint                    category;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GPtrArray) seats = NULL;

      if (!eqp_rule_find_category (snapshot, codes[i], &category))
        continue;
      seats = eqp_rule_list_seats (snapshot, category);
      for (guint j = 0; j < seats->len; j++)
        {
          const EqpSeat *seat = g_ptr_array_index (seats, j);
          EqpMessage    *message;
          EqpFinding    *finding;

          if (seat->institution == 0 || is_academic (seat->institution_kind))
            continue;
          /* Translators: {person} comes from {institution}. */
          message = eqp_message_new (N_ ("{person} comes from {institution}, which is neither the institute nor a university."));
          eqp_message_text (eqp_rule_say_seat (message, seat), "institution", seat->institution_name);
          finding = eqp_rule_report (snapshot, rule, findings, "COURSE-HEAD-AFFILIATION", message);
          eqp_rule_set_seat (finding, snapshot, seat);
          eqp_finding_add_text (finding, "institution", seat->institution_code);
          eqp_finding_add_text (finding, "kind", seat->institution_kind);
          eqp_finding_set_cure (finding, EQP_CURE_PERSON,
                                eqp_rule_say_seat (eqp_message_new (N_ ("Check the institution of {person}.")), seat));
        }
    }
}
