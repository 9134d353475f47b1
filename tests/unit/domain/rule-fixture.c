/* rule-fixture.c — bodies made in memory, without a store, for the tests of rules */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-fixture.h"

#include "base/eqp-utils.h"
#include "domain/bodies/eqp-snapshot-private.h"

/* Ids of people begin here; somebody new gets the next one. */
#define FIRST_PERSON 100

EqpSnapshot *
rule_fixture_new (const char *statute)
{
  EqpSnapshot *snapshot = _eqp_snapshot_new ();

  snapshot->id = 1;
  eqp_set_str (&snapshot->code, "BODY");
  eqp_set_str (&snapshot->statute_code, statute);
  snapshot->as_of = eqp_date_from_iso (RULE_FIXTURE_AS_OF);
  snapshot->year = 2026;
  snapshot->last_change = eqp_date_from_iso ("2026-09-01");
  return snapshot;
}

EqpSnapshotCategory *
rule_fixture_add_category (EqpSnapshot *snapshot,
                           const char  *code,
                           int          min,
                           int          max)
{
  EqpSnapshotCategory *category = g_new0 (EqpSnapshotCategory, 1);

  category->id = snapshot->categories->len + 1;
  category->code = g_strdup (code);
  category->name_fr = g_strdup_printf ("Sièges %s", code);
  category->name_en = g_strdup_printf ("Seats %s", code);
  category->min = min;
  category->max = max;
  category->counts = TRUE;
  category->votes = TRUE;
  g_ptr_array_add (snapshot->categories, category);
  return category;
}

void
rule_fixture_add_rule (EqpSnapshot *snapshot,
                       const char  *rule,
                       EqpSeverity  severity)
{
  EqpSnapshotRule *added = g_new0 (EqpSnapshotRule, 1);

  g_assert_nonnull (eqp_rule_find (rule));
  added->rule = g_strdup (rule);
  added->severity = severity;
  added->source = g_strdup_printf ("Source of %s.", rule);
  g_ptr_array_add (snapshot->rules, added);
}

void
rule_fixture_remove_rule (EqpSnapshot *snapshot,
                          const char  *rule)
{
  for (guint i = 0; i < snapshot->rules->len; i++)
    if (g_str_equal (((EqpSnapshotRule *)g_ptr_array_index (snapshot->rules, i))->rule, rule))
      {
        g_ptr_array_remove_index (snapshot->rules, i);
        return;
      }
  g_assert_not_reached ();
}

void
rule_fixture_set_parameter (EqpSnapshot *snapshot,
                            const char  *name,
                            const char  *value)
{
  EqpSnapshotParameter *parameter;

  for (guint i = 0; i < snapshot->parameters->len; i++)
    {
      parameter = g_ptr_array_index (snapshot->parameters, i);
      if (g_str_equal (parameter->name, name))
        {
          eqp_set_str (&parameter->value, value);
          return;
        }
    }
  parameter = g_new0 (EqpSnapshotParameter, 1);
  parameter->name = g_strdup (name);
  parameter->value = g_strdup (value);
  parameter->source = g_strdup ("");
  g_ptr_array_add (snapshot->parameters, parameter);
}

EqpSnapshotMention *
rule_fixture_add_mention (EqpSnapshot *snapshot,
                          const char  *code,
                          gint64       head,
                          gint64       deputy)
{
  EqpSnapshotMention *mention = g_new0 (EqpSnapshotMention, 1);

  mention->id = 500 + snapshot->mentions->len;
  mention->code = g_strdup (code);
  mention->name_fr = g_strdup_printf ("Mention %s", code);
  mention->name_en = g_strdup_printf ("Area %s", code);
  mention->head = head;
  mention->deputy = deputy;
  g_ptr_array_add (snapshot->mentions, mention);
  return mention;
}

EqpSnapshotCourse *
rule_fixture_add_course (EqpSnapshot *snapshot,
                         const char  *code,
                         gint64       head)
{
  EqpSnapshotCourse *course = _eqp_snapshot_course_new ();

  course->id = 600 + snapshot->courses->len;
  course->code = g_strdup (code);
  course->name_fr = g_strdup_printf ("Parcours %s", code);
  course->name_en = g_strdup_printf ("Track %s", code);
  course->mention = 500;
  course->head = head;
  g_ptr_array_add (snapshot->courses, course);
  return course;
}

static void
add_place (EqpSnapshot *snapshot,
           gint64       id)
{
  g_autofree char *code = g_strdup_printf ("L%" G_GINT64_FORMAT, id);
  g_autofree char *name = g_strdup_printf ("Place %" G_GINT64_FORMAT, id);

  _eqp_snapshot_add_place (snapshot, id, code, name);
}

void
rule_fixture_add_component (EqpSnapshot *snapshot,
                            guint        course,
                            gint64       institution)
{
  g_array_append_val (((EqpSnapshotCourse *)g_ptr_array_index (snapshot->courses, course))->components, institution);
  add_place (snapshot, institution);
}

void
rule_fixture_add_site (EqpSnapshot *snapshot,
                       guint        course,
                       gint64       site)
{
  g_array_append_val (((EqpSnapshotCourse *)g_ptr_array_index (snapshot->courses, course))->sites, site);
  add_place (snapshot, site);
}

void
rule_fixture_add_sub_body (EqpSnapshot *snapshot,
                           const char  *code,
                           gint64       site)
{
  EqpSnapshotSubBody *sub_body = g_new0 (EqpSnapshotSubBody, 1);

  sub_body->id = 700 + snapshot->sub_bodies->len;
  sub_body->code = g_strdup (code);
  sub_body->site = site;
  g_ptr_array_add (snapshot->sub_bodies, sub_body);
  if (site != 0)
    add_place (snapshot, site);
}

static int
compare_decisions (gconstpointer a,
                   gconstpointer b)
{
  return (*(EqpSnapshotDecision *const *)a)->date - (*(EqpSnapshotDecision *const *)b)->date;
}

EqpSnapshotMeeting *
rule_fixture_add_meeting (EqpSnapshot *snapshot,
                          const char  *date)
{
  EqpSnapshotMeeting *meeting = _eqp_snapshot_meeting_new ();

  meeting->id = 1100 + snapshot->meetings->len;
  meeting->code = g_strdup_printf ("BODY/%s", date);
  meeting->date = eqp_date_from_iso (date);
  meeting->title = g_strdup ("");
  g_ptr_array_add (snapshot->meetings, meeting);
  return meeting;
}

EqpSnapshotItem *
rule_fixture_add_item (EqpSnapshotMeeting *meeting,
                       EqpScope            scope,
                       EqpOutcome          outcome,
                       const char         *advice_to)
{
  EqpSnapshotItem *item = g_new0 (EqpSnapshotItem, 1);

  item->position = (int)meeting->items->len + 1;
  item->title = g_strdup_printf ("Item %d", item->position);
  item->scope = scope;
  item->outcome = outcome;
  item->advice_to = g_strdup (advice_to);
  g_ptr_array_add (meeting->items, item);
  return item;
}

void
rule_fixture_add_decision (EqpSnapshot    *snapshot,
                           EqpDecisionKind kind,
                           const char     *date,
                           EqpSide         side)
{
  EqpSnapshotDecision *decision = g_new0 (EqpSnapshotDecision, 1);

  decision->id = 1000 + snapshot->decisions->len;
  decision->kind = kind;
  decision->date = eqp_date_from_iso (date);
  decision->reference = g_strdup ("2026-12");
  decision->signatory = g_strdup ("");
  decision->side = side;
  g_ptr_array_add (snapshot->decisions, decision);
  g_ptr_array_sort (snapshot->decisions, compare_decisions);
}

void
rule_fixture_clear_decisions (EqpSnapshot *snapshot)
{
  g_ptr_array_set_size (snapshot->decisions, 0);
}

static guint
find_category (EqpSnapshot *snapshot,
               const char  *code)
{
  for (guint i = 0; i < snapshot->categories->len; i++)
    if (g_str_equal (((EqpSnapshotCategory *)g_ptr_array_index (snapshot->categories, i))->code, code))
      return i;
  g_assert_not_reached ();
  return 0;
}

static gint64
next_person (EqpSnapshot *snapshot)
{
  gint64 last = FIRST_PERSON - 1;

  for (guint i = 0; i < snapshot->seats->len; i++)
    last = MAX (last, ((EqpSeat *)g_ptr_array_index (snapshot->seats, i))->person);
  return last + 1;
}

EqpSeat *
rule_fixture_add_seat (EqpSnapshot *snapshot,
                       const char  *category,
                       gint64       person)
{
  EqpSeat *seat = g_new0 (EqpSeat, 1);

  seat->mandate = 2000 + snapshot->seats->len;
  seat->person = person != 0 ? person : next_person (snapshot);
  seat->person_code = g_strdup_printf ("P%" G_GINT64_FORMAT, seat->person);
  seat->civility = g_strdup ("mme");
  seat->given_name = g_strdup ("Anne");
  seat->family_name = g_strdup_printf ("Nom%" G_GINT64_FORMAT, seat->person);
  seat->corps = g_strdup ("");
  seat->category = find_category (snapshot, category);
  seat->side = EQP_SIDE_UNIVERSITY;
  rule_fixture_set_institution (seat, RULE_FIXTURE_COMPONENT, "component");
  g_ptr_array_add (snapshot->seats, seat);

  if (snapshot->courses->len > 0)
    {
      EqpSnapshotCourse *course = g_ptr_array_index (snapshot->courses, 0);

      if (g_str_equal (category, "teacher"))
        g_hash_table_add (course->teachers, g_memdup2 (&seat->person, sizeof seat->person));
      if (g_str_equal (category, "student"))
        g_hash_table_add (course->students, g_memdup2 (&seat->person, sizeof seat->person));
    }
  return seat;
}

static guint
find_seat (EqpSnapshot *snapshot,
           const char  *category,
           guint        n)
{
  guint index = find_category (snapshot, category);

  for (guint i = 0; i < snapshot->seats->len; i++)
    if (((EqpSeat *)g_ptr_array_index (snapshot->seats, i))->category == index && n-- == 0)
      return i;
  g_assert_not_reached ();
  return 0;
}

EqpSeat *
rule_fixture_get_seat (EqpSnapshot *snapshot,
                       const char  *category,
                       guint        n)
{
  return g_ptr_array_index (snapshot->seats, find_seat (snapshot, category, n));
}

void
rule_fixture_remove_seat (EqpSnapshot *snapshot,
                          const char  *category,
                          guint        n)
{
  g_ptr_array_remove_index (snapshot->seats, find_seat (snapshot, category, n));
}

void
rule_fixture_set_institution (EqpSeat    *seat,
                              gint64      id,
                              const char *kind)
{
  g_autofree char *code = id != 0 ? g_strdup_printf ("L%" G_GINT64_FORMAT, id) : g_strdup ("");
  g_autofree char *name = id != 0 ? g_strdup_printf ("Place %" G_GINT64_FORMAT, id) : g_strdup ("");

  seat->institution = id;
  eqp_set_str (&seat->institution_code, code);
  eqp_set_str (&seat->institution_name, name);
  eqp_set_str (&seat->institution_short, name);
  eqp_set_str (&seat->institution_kind, kind);
}

void
rule_fixture_set_corps (EqpSeat    *seat,
                        const char *corps)
{
  eqp_set_str (&seat->corps, corps);
}

static void
add_council_statute (EqpSnapshot *snapshot)
{
  static const struct
  {
    const char *rule;
    EqpSeverity severity;
  } rules[] = {
    { "scope", EQP_SEVERITY_ERROR },
    { "decision", EQP_SEVERITY_ERROR },
    { "annex", EQP_SEVERITY_WARNING },
    { "total", EQP_SEVERITY_ERROR },
    { "mention-head", EQP_SEVERITY_ERROR },
    { "course-head", EQP_SEVERITY_ERROR },
    { "affiliation", EQP_SEVERITY_WARNING },
    { "category-range", EQP_SEVERITY_ERROR },
    { "teacher-involved", EQP_SEVERITY_ERROR },
    { "components", EQP_SEVERITY_WARNING },
    { "academy-inspector", EQP_SEVERITY_WARNING },
    { "student-enrolled", EQP_SEVERITY_ERROR },
    { "partners", EQP_SEVERITY_INFORMATION },
    { "guests", EQP_SEVERITY_WARNING },
    { "guest-meeting", EQP_SEVERITY_INFORMATION },
    { "chair", EQP_SEVERITY_ERROR },
    { "sub-bodies", EQP_SEVERITY_ERROR },
    { "sub-scope", EQP_SEVERITY_ERROR },
    { "sub-substitution", EQP_SEVERITY_ERROR },
    { "double-capacity", EQP_SEVERITY_ERROR },
  };

  rule_fixture_add_category (snapshot, "mention-head", 1, 1);
  rule_fixture_add_category (snapshot, "course-head", 1, -1);
  rule_fixture_add_category (snapshot, "deputy", 0, -1);
  rule_fixture_add_category (snapshot, "teacher", 1, 5);
  rule_fixture_add_category (snapshot, "employer", 1, 2)->may_chair = TRUE;
  rule_fixture_add_category (snapshot, "profession", 1, 2);
  rule_fixture_add_category (snapshot, "student", 2, 4);
  rule_fixture_add_category (snapshot, "guest-permanent", 0, -1)->counts = FALSE;
  rule_fixture_add_category (snapshot, "guest-occasional", 0, -1)->counts = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    rule_fixture_add_rule (snapshot, rules[i].rule, rules[i].severity);
  rule_fixture_set_parameter (snapshot, "total-min", "9");
  rule_fixture_set_parameter (snapshot, "total-max", "17");
}

static void
add_employer (EqpSnapshot *snapshot,
              gboolean     chairs)
{
  EqpSeat *seat = rule_fixture_add_seat (snapshot, "employer", 0);

  rule_fixture_set_institution (seat, 990, "rectorat");
  rule_fixture_set_corps (seat, "IA-IPR");
  seat->side = EQP_SIDE_RECTORAT;
  seat->represents_employer = TRUE;
  seat->function = chairs ? EQP_FUNCTION_CHAIR : EQP_FUNCTION_NONE;
}

EqpSnapshot *
rule_fixture_new_council (RuleCounts counts)
{
  EqpSnapshot *snapshot = rule_fixture_new ("CPER");
  gint64       head = FIRST_PERSON;

  add_council_statute (snapshot);
  eqp_set_str (&snapshot->degree, "2D");
  rule_fixture_add_mention (snapshot, "M", head, 0);
  for (guint i = 0; i < counts.course_heads; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%u", i + 1);

      rule_fixture_add_course (snapshot, code, head + 1 + i);
    }
  if (counts.course_heads > 0)
    rule_fixture_add_component (snapshot, 0, RULE_FIXTURE_COMPONENT);

  for (guint i = 0; i < counts.mention_heads; i++)
    rule_fixture_add_seat (snapshot, "mention-head", head + 1000 * i);
  for (guint i = 0; i < counts.course_heads; i++)
    rule_fixture_add_seat (snapshot, "course-head", head + 1 + i);
  for (guint i = 0; i < counts.deputies; i++)
    rule_fixture_add_seat (snapshot, "deputy", 0);
  for (guint i = 0; i < counts.teachers; i++)
    rule_fixture_add_seat (snapshot, "teacher", 0);
  for (guint i = 0; i < counts.employers; i++)
    add_employer (snapshot, i == 0);
  for (guint i = 0; i < counts.profession; i++)
    rule_fixture_add_seat (snapshot, "profession", 0);
  for (guint i = 0; i < counts.students; i++)
    rule_fixture_add_seat (snapshot, "student", 0);
  for (guint i = 0; i < counts.guests; i++)
    if (i % 2 == 0)
      rule_fixture_add_seat (snapshot, "guest-permanent", 0);
    else
      rule_fixture_add_seat (snapshot, "guest-occasional", 0)->meeting = RULE_FIXTURE_MEETING;

  rule_fixture_add_decision (snapshot, EQP_DECISION_PROPOSAL, "2026-06-20", EQP_SIDE_NONE);
  rule_fixture_add_decision (snapshot, EQP_DECISION_DECISION, "2026-07-01", EQP_SIDE_NONE);
  rule_fixture_add_decision (snapshot, EQP_DECISION_ANNEX, "2026-09-15", EQP_SIDE_NONE);
  return snapshot;
}

static void
add_member (EqpSnapshot *snapshot,
            const char  *category,
            EqpSide      side)
{
  rule_fixture_add_seat (snapshot, category, 0)->side = side;
}

EqpSnapshot *
rule_fixture_new_committee (void)
{
  static const char *const both[] = { "pole-head", "entity-coordination", "entity-research" };
  EqpSnapshot             *snapshot = rule_fixture_new ("COPIL");

  rule_fixture_add_category (snapshot, "vpcefvu", 1, 1)->side = EQP_SIDE_UNIVERSITY;
  rule_fixture_add_category (snapshot, "parc-1d", 1, 1)->side = EQP_SIDE_UNIVERSITY;
  rule_fixture_add_category (snapshot, "parc-2d", 1, 1)->side = EQP_SIDE_UNIVERSITY;
  rule_fixture_add_category (snapshot, "doyen-1d", 1, 1)->side = EQP_SIDE_RECTORAT;
  rule_fixture_add_category (snapshot, "doyen-2d", 1, 1)->side = EQP_SIDE_RECTORAT;
  rule_fixture_add_category (snapshot, "pole-head", 2, 2)->may_chair = TRUE;
  rule_fixture_add_category (snapshot, "entity-coordination", 2, 2);
  rule_fixture_add_category (snapshot, "entity-research", 2, 2);
  rule_fixture_add_category (snapshot, "member", 0, -1);
  rule_fixture_add_rule (snapshot, "parity", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "named-seats", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "pole-heads", EQP_SEVERITY_ERROR);
  rule_fixture_add_rule (snapshot, "entity-representatives", EQP_SEVERITY_ERROR);

  add_member (snapshot, "vpcefvu", EQP_SIDE_UNIVERSITY);
  add_member (snapshot, "parc-1d", EQP_SIDE_UNIVERSITY);
  add_member (snapshot, "parc-2d", EQP_SIDE_UNIVERSITY);
  add_member (snapshot, "doyen-1d", EQP_SIDE_RECTORAT);
  add_member (snapshot, "doyen-2d", EQP_SIDE_RECTORAT);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      add_member (snapshot, both[i], EQP_SIDE_UNIVERSITY);
      add_member (snapshot, both[i], EQP_SIDE_RECTORAT);
    }
  add_member (snapshot, "member", EQP_SIDE_RECTORAT);
  rule_fixture_add_decision (snapshot, EQP_DECISION_DESIGNATION, "2026-06-01", EQP_SIDE_UNIVERSITY);
  rule_fixture_add_decision (snapshot, EQP_DECISION_DESIGNATION, "2026-06-08", EQP_SIDE_RECTORAT);
  return snapshot;
}

static void
assert_sentence (char *sentence)
{
  g_assert_cmpstr (sentence, !=, "");
  g_assert_null (strchr (sentence, '{'));
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_free (sentence);
}

GPtrArray *
rule_fixture_check (EqpSnapshot *snapshot)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  eqp_check_snapshot (snapshot, findings);
  g_ptr_array_sort (findings, eqp_finding_compare);
  for (guint i = 0; i < findings->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (findings, i);
      guint       n_values;

      for (EqpLanguage language = EQP_LANGUAGE_EN; language <= EQP_LANGUAGE_FR; language++)
        {
          assert_sentence (eqp_finding_dup_message (finding, language));
          assert_sentence (eqp_finding_dup_cure (finding, language));
          assert_sentence (eqp_finding_dup_source (finding, language));
        }
      eqp_finding_get_values (finding, &n_values);
      g_assert_cmpuint (n_values, >, 0);
      g_assert_cmpint (eqp_finding_get_body_id (finding), ==, snapshot->id);
      g_assert_cmpstr (eqp_finding_get_body_code (finding), ==, snapshot->code);
    }
  return findings;
}

EqpFinding *
rule_fixture_find (GPtrArray  *findings,
                   const char *code)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (eqp_finding_get_code (g_ptr_array_index (findings, i)), code))
      return g_ptr_array_index (findings, i);
  g_test_message ("No finding %s", code);
  g_assert_not_reached ();
  return NULL;
}

static const EqpFindingValue *
find_value (EqpFinding         *finding,
            const char         *name,
            EqpFindingValueType type)
{
  guint                  n_values;
  const EqpFindingValue *values = eqp_finding_get_values (finding, &n_values);

  for (guint i = 0; i < n_values; i++)
    if (g_str_equal (values[i].name, name))
      {
        g_assert_cmpint (values[i].type, ==, type);
        return &values[i];
      }
  g_test_message ("No value %s", name);
  g_assert_not_reached ();
  return NULL;
}

gint64
rule_fixture_get_number (EqpFinding *finding,
                         const char *name)
{
  return find_value (finding, name, EQP_VALUE_NUMBER)->number;
}

const char *
rule_fixture_get_text (EqpFinding *finding,
                       const char *name)
{
  return find_value (finding, name, EQP_VALUE_TEXT)->text;
}

char *
rule_fixture_dup_codes (GPtrArray *findings)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (findings, i);
      const char *subject = eqp_finding_get_subject (finding);

      if (i > 0)
        g_string_append_c (codes, ' ');
      g_string_append (codes, eqp_finding_get_code (finding));
      if (*subject != '\0')
        g_string_append_printf (codes, "(%s)", subject);
    }
  return g_string_free (codes, FALSE);
}

void
rule_fixture_assert (EqpSnapshot *snapshot,
                     const char  *codes)
{
  g_autoptr (GPtrArray) findings = rule_fixture_check (snapshot);
  g_autofree char *found = rule_fixture_dup_codes (findings);

  g_assert_cmpstr (found, ==, codes);
}
