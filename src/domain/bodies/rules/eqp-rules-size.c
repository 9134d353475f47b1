/* eqp-rules-size.c — how many sit, in all and by category: C-09, C-12, C-14, C-16, C-17, C-18 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

#include <glib/gi18n.h>

/* The requirement that the size of one of the councils' own categories comes from; NULL for another statute's. */
static const char *
find_requirement (const char *category)
{
  static const struct
  {
    const char *category;
    const char *requirement;
  } requirements[] = {
    { EQP_CATEGORY_TEACHER, "C-12" },
    { EQP_CATEGORY_EMPLOYER, "C-14" },
    { EQP_CATEGORY_PROFESSION, "C-16" },
    { EQP_CATEGORY_STUDENT, "C-17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (requirements); i++)
    if (g_str_equal (requirements[i].category, category))
      return requirements[i].requirement;
  return NULL;
}

static EqpMessage *
new_appoint_cure (const EqpSnapshot         *snapshot,
                  const EqpSnapshotCategory *category,
                  gint64                     missing)
{
  gboolean    has_courses = snapshot->courses->len > 0;
  EqpMessage *cure;

  if (g_str_equal (category->code, EQP_CATEGORY_TEACHER) && has_courses)
    /* Translators: {n} is a number, {courses} a list of courses. */
    cure = eqp_message_new_n ("Appoint {n} more teacher, who teaches in {courses}.",
                              "Appoint {n} more teachers, who teach in {courses}.", missing);
  else if (g_str_equal (category->code, EQP_CATEGORY_STUDENT) && has_courses)
    /* Translators: {n} is a number, {courses} a list of courses. */
    cure = eqp_message_new_n ("Appoint {n} more student, enrolled in {courses}.",
                              "Appoint {n} more students, enrolled in {courses}.", missing);
  else if (g_str_equal (category->code, EQP_CATEGORY_EMPLOYER))
    return eqp_message_new_n ("Appoint {n} more representative of the education authority, or of an organisation or company directly concerned.",
                              "Appoint {n} more representatives of the education authority, or of organisations or companies directly concerned.",
                              missing);
  else if (g_str_equal (category->code, EQP_CATEGORY_PROFESSION))
    return eqp_message_new_n ("Appoint {n} more representative of the profession.",
                              "Appoint {n} more representatives of the profession.", missing);
  else
    {
      /* Translators: {n} is a number, {category} the name of a seat category. */
      cure = eqp_message_new_n ("Appoint {n} more person: {category}.", "Appoint {n} more people: {category}.", missing);
      return eqp_rule_say_category (cure, category);
    }
  return eqp_rule_say_courses (cure, snapshot);
}

static EqpMessage *
new_end_cure (gint64 excess)
{
  /* Translators: {n} is a number. */
  return eqp_message_new_n ("End {n} mandate.", "End {n} mandates.", excess);
}

/* "Appoint 2 more members; there is room among: Teachers, Students." */
static EqpMessage *
new_total_cure (const EqpSnapshot *snapshot,
                gint64             missing)
{
  g_auto (EqpNameList) room;
  EqpMessage *cure;

  eqp_name_list_init (&room);
  for (guint i = 0; i < snapshot->categories->len; i++)
    {
      const EqpSnapshotCategory *category = eqp_rule_get_category (snapshot, i);

      if (!category->counts || g_str_equal (category->code, EQP_CATEGORY_MENTION_HEAD))
        continue;
      if (category->max < 0 || eqp_snapshot_count (snapshot, i) < (guint)category->max)
        eqp_name_list_add (&room, category->name_fr, category->name_en);
    }

  if (room.n == 0)
    cure = eqp_message_new_n ("Appoint {n} more member.", "Appoint {n} more members.", missing);
  else
    /* Translators: {n} is a number, {categories} a list of seat categories. */
    cure = eqp_message_new_n ("Appoint {n} more member; there is room among: {categories}.",
                              "Appoint {n} more members; there is room among: {categories}.", missing);
  return eqp_rule_say_list (cure, "categories", &room);
}

/**
 * eqp_rule_total:
 * @snapshot: the body
 * @rule: the statute's rule "total"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-09: the number of distinct members is between the parameters total-min and total-max; guests do not count (A2).
 */
void
eqp_rule_total (const EqpSnapshot     *snapshot,
                const EqpSnapshotRule *rule,
                GPtrArray             *findings)
{
  gint64      count = eqp_snapshot_count (snapshot, EQP_ALL_CATEGORIES);
  gint64      bound;
  EqpMessage *message;
  EqpFinding *finding;

  if (eqp_snapshot_get_number (snapshot, "total-min", &bound) && count < bound)
    {
      /* Translators: {n} and {min} are numbers. */
      message = eqp_message_new_n ("{n} member in all, at least {min} needed.", "{n} members in all, at least {min} needed.", count);
      eqp_message_number (message, "min", bound);
      finding = eqp_rule_report (snapshot, rule, findings, "TOTAL-MIN", message);
      eqp_finding_add_number (finding, "count", count);
      eqp_finding_add_number (finding, "min", bound);
      eqp_finding_add_number (finding, "missing", bound - count);
      eqp_finding_set_cure (finding, EQP_CURE_APPOINT, new_total_cure (snapshot, bound - count));
    }
  if (eqp_snapshot_get_number (snapshot, "total-max", &bound) && count > bound)
    {
      /* Translators: {n} and {max} are numbers. */
      message = eqp_message_new_n ("{n} member in all, at most {max} allowed.", "{n} members in all, at most {max} allowed.", count);
      eqp_message_number (message, "max", bound);
      finding = eqp_rule_report (snapshot, rule, findings, "TOTAL-MAX", message);
      eqp_finding_add_number (finding, "count", count);
      eqp_finding_add_number (finding, "max", bound);
      eqp_finding_add_number (finding, "excess", count - bound);
      eqp_finding_set_cure (finding, EQP_CURE_END_SEAT, new_end_cure (count - bound));
    }
}

/* Whether another rule of the statute looks after the minimum, or the maximum, of @category. */
static gboolean
is_minimum_elsewhere (const EqpSnapshot         *snapshot,
                      const EqpSnapshotCategory *category)
{
  if (!category->counts)
    return eqp_rule_is_listed (snapshot, "guests");
  if (g_str_equal (category->code, EQP_CATEGORY_MENTION_HEAD))
    return eqp_rule_is_listed (snapshot, "mention-head");
  if (g_str_equal (category->code, EQP_CATEGORY_COURSE_HEAD))
    return eqp_rule_is_listed (snapshot, "course-head");
  if (g_str_equal (category->code, EQP_CATEGORY_POLE_HEAD))
    return eqp_rule_is_listed (snapshot, "pole-heads");
  if (g_str_has_prefix (category->code, EQP_CATEGORY_ENTITY_PREFIX))
    return eqp_rule_is_listed (snapshot, "entity-representatives");
  return category->side != EQP_SIDE_NONE && eqp_rule_is_listed (snapshot, "named-seats");
}

static gboolean
is_maximum_elsewhere (const EqpSnapshot         *snapshot,
                      const EqpSnapshotCategory *category)
{
  if (!category->counts)
    return eqp_rule_is_listed (snapshot, "guests");
  if (g_str_equal (category->code, EQP_CATEGORY_MENTION_HEAD))
    return eqp_rule_is_listed (snapshot, "mention-head");
  if (g_str_equal (category->code, EQP_CATEGORY_POLE_HEAD))
    return eqp_rule_is_listed (snapshot, "pole-heads");
  return FALSE;
}

static void
report_range (const EqpSnapshot         *snapshot,
              const EqpSnapshotRule     *rule,
              GPtrArray                 *findings,
              const EqpSnapshotCategory *category,
              gint64                     count,
              gboolean                   too_few)
{
  const char      *requirement = find_requirement (category->code);
  g_autofree char *upper = g_ascii_strup (category->code, -1);
  g_autofree char *suffix = g_strconcat (upper, too_few ? "-MIN" : "-MAX", NULL);
  gint64           bound = too_few ? category->min : category->max;
  EqpMessage      *message;
  EqpFinding      *finding;

  if (too_few)
    /* Translators: {category} names seats, {n}, {min} and {max} are numbers. */
    message = eqp_message_new_n ("{category}: {n} member, at least {min} needed.", "{category}: {n} members, at least {min} needed.", count);
  else
    message = eqp_message_new_n ("{category}: {n} member, at most {max} allowed.", "{category}: {n} members, at most {max} allowed.", count);
  eqp_rule_say_category (message, category);
  eqp_message_number (message, too_few ? "min" : "max", bound);

  finding = eqp_rule_report (snapshot, rule, findings, suffix, message);
  if (requirement != NULL)
    eqp_finding_set_source (finding, requirement, rule->source);
  eqp_finding_set_subject (finding, category->code);
  eqp_finding_set_category (finding, category->code);
  eqp_finding_add_number (finding, "count", count);
  eqp_finding_add_number (finding, too_few ? "min" : "max", bound);
  eqp_finding_add_number (finding, too_few ? "missing" : "excess", ABS (bound - count));
  if (too_few)
    eqp_finding_set_cure (finding, EQP_CURE_APPOINT, new_appoint_cure (snapshot, category, bound - count));
  else
    eqp_finding_set_cure (finding, EQP_CURE_END_SEAT, new_end_cure (count - bound));
}

/**
 * eqp_rule_category_range:
 * @snapshot: the body
 * @rule: the statute's rule "category-range"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-12, C-14, C-16, C-17: the number of distinct holders of each category is within its bounds, unless a rule of its own
 * looks after that category.
 */
void
eqp_rule_category_range (const EqpSnapshot     *snapshot,
                         const EqpSnapshotRule *rule,
                         GPtrArray             *findings)
{
  for (guint i = 0; i < snapshot->categories->len; i++)
    {
      const EqpSnapshotCategory *category = eqp_rule_get_category (snapshot, i);
      gint64                     count = eqp_snapshot_count (snapshot, i);

      if (count < category->min && !is_minimum_elsewhere (snapshot, category))
        report_range (snapshot, rule, findings, category, count, TRUE);
      if (category->max >= 0 && count > category->max && !is_maximum_elsewhere (snapshot, category))
        report_range (snapshot, rule, findings, category, count, FALSE);
    }
}

/**
 * eqp_rule_partners:
 * @snapshot: the body
 * @rule: the statute's rule "partners"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-18: every partner is represented, in one summary line. The source's list of partners begins after the head of mention,
 * who therefore is none of them.
 */
void
eqp_rule_partners (const EqpSnapshot     *snapshot,
                   const EqpSnapshotRule *rule,
                   GPtrArray             *findings)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  g_auto (EqpNameList) empty;
  EqpMessage *message;
  EqpFinding *finding;

  eqp_name_list_init (&empty);
  for (guint i = 0; i < snapshot->categories->len; i++)
    {
      const EqpSnapshotCategory *category = eqp_rule_get_category (snapshot, i);

      if (!category->counts || category->min == 0 || g_str_equal (category->code, EQP_CATEGORY_MENTION_HEAD))
        continue;
      if (eqp_snapshot_count (snapshot, i) > 0)
        continue;
      eqp_name_list_add (&empty, category->name_fr, category->name_en);
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", category->code);
    }
  if (empty.n == 0)
    return;

  /* Translators: {categories} is a list of seat categories. */
  message = eqp_message_new_n ("{n} partner is not represented: {categories}.", "{n} partners are not represented: {categories}.", empty.n);
  eqp_rule_say_list (message, "categories", &empty);
  finding = eqp_rule_report (snapshot, rule, findings, "PARTNERS-INCOMPLETE", message);
  eqp_finding_add_number (finding, "count", empty.n);
  eqp_finding_add_text (finding, "categories", codes->str);
  eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Appoint at least one person in each of these categories.")));
}
