/* eqp-rule-utils.c — what the rules share: reporting a finding, and looking at the seats of a snapshot */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

/* More names than this make a sentence unreadable; the page beside it shows them all. */
#define MAX_NAMES 4

/**
 * eqp_rule_dup_code:
 * @statute: code of a statute
 * @suffix: what follows its family in the finding's code
 *
 * A statute's family is its code up to the first hyphen, so that "CPER-SITE" reports under "CPER-".
 *
 * Returns: (transfer full): the finding's code
 */
char *
eqp_rule_dup_code (const char *statute,
                   const char *suffix)
{
  return g_strdup_printf ("%.*s-%s", (int)strcspn (statute, "-"), statute, suffix);
}

/**
 * eqp_rule_report_code:
 * @rule: the statute's rule
 * @findings: (element-type EqpFinding): where to append
 * @code: the whole code
 * @severity: which need not be the rule's
 * @message: (transfer full): what was found
 *
 * Returns: (transfer none): the finding, with the rule's source
 */
EqpFinding *
eqp_rule_report_code (const EqpSnapshotRule *rule,
                      GPtrArray             *findings,
                      const char            *code,
                      EqpSeverity            severity,
                      EqpMessage            *message)
{
  EqpFinding    *finding = eqp_finding_new (code, severity, message);
  const EqpRule *definition = eqp_rule_find (rule->rule);

  eqp_finding_set_source (finding, definition->requirement, rule->source);
  g_ptr_array_add (findings, finding);
  return finding;
}

/**
 * eqp_rule_report:
 * @snapshot: the body
 * @rule: the statute's rule
 * @findings: (element-type EqpFinding): where to append
 * @suffix: what follows the statute's family in the code
 * @message: (transfer full): what was found
 *
 * Returns: (transfer none): the finding, with the rule's severity and source
 */
EqpFinding *
eqp_rule_report (const EqpSnapshot     *snapshot,
                 const EqpSnapshotRule *rule,
                 GPtrArray             *findings,
                 const char            *suffix,
                 EqpMessage            *message)
{
  g_autofree char *code = eqp_rule_dup_code (snapshot->statute_code, suffix);

  return eqp_rule_report_code (rule, findings, code, rule->severity, message);
}

/**
 * eqp_rule_set_seat:
 * @finding: a finding about one seat
 * @snapshot: the body
 * @seat: the seat
 *
 * Shows the finding beside @seat: its category, its mandate, and its holder as the subject.
 */
void
eqp_rule_set_seat (EqpFinding        *finding,
                   const EqpSnapshot *snapshot,
                   const EqpSeat     *seat)
{
  eqp_finding_set_subject (finding, seat->person_code);
  eqp_finding_set_category (finding, eqp_rule_get_seat_category (snapshot, seat)->code);
  eqp_finding_set_mandate (finding, seat->mandate);
}

/**
 * eqp_rule_is_listed:
 * @snapshot: the body
 * @rule: name of a rule
 *
 * Returns: whether the statute has the rule, be it switched off: what a rule looks after, no other one does
 */
gboolean
eqp_rule_is_listed (const EqpSnapshot *snapshot,
                    const char        *rule)
{
  for (guint i = 0; i < snapshot->rules->len; i++)
    {
      const EqpSnapshotRule *listed = g_ptr_array_index (snapshot->rules, i);

      if (g_str_equal (listed->rule, rule))
        return TRUE;
    }
  return FALSE;
}

/**
 * eqp_rule_get_category:
 * @snapshot: the body
 * @index: of a category of its statute
 *
 * Returns: (transfer none): the category
 */
const EqpSnapshotCategory *
eqp_rule_get_category (const EqpSnapshot *snapshot,
                       guint              index)
{
  return g_ptr_array_index (snapshot->categories, index);
}

/**
 * eqp_rule_get_seat_category:
 * @snapshot: the body
 * @seat: one of its seats
 *
 * Returns: (transfer none): the seat's category
 */
const EqpSnapshotCategory *
eqp_rule_get_seat_category (const EqpSnapshot *snapshot,
                            const EqpSeat     *seat)
{
  return eqp_rule_get_category (snapshot, seat->category);
}

/**
 * eqp_rule_find_category:
 * @snapshot: the body
 * @code: code of a category
 * @index: (out): its place in the statute
 *
 * Returns: whether the statute has the category
 */
gboolean
eqp_rule_find_category (const EqpSnapshot *snapshot,
                        const char        *code,
                        guint             *index)
{
  for (guint i = 0; i < snapshot->categories->len; i++)
    if (g_str_equal (eqp_rule_get_category (snapshot, i)->code, code))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * eqp_rule_find_seat:
 * @snapshot: the body
 * @person: id of a person
 * @category: index of a category
 *
 * Returns: (transfer none) (nullable): the person's seat in the category
 */
const EqpSeat *
eqp_rule_find_seat (const EqpSnapshot *snapshot,
                    gint64             person,
                    guint              category)
{
  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (snapshot->seats, i);

      if (seat->person == person && seat->category == category)
        return seat;
    }
  return NULL;
}

/**
 * eqp_rule_find_member:
 * @snapshot: the body
 * @person: id of a person
 *
 * Returns: (transfer none) (nullable): a seat of the person that counts; guests hold none
 */
const EqpSeat *
eqp_rule_find_member (const EqpSnapshot *snapshot,
                      gint64             person)
{
  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (snapshot->seats, i);

      if (seat->person == person && eqp_rule_get_seat_category (snapshot, seat)->counts)
        return seat;
    }
  return NULL;
}

/**
 * eqp_rule_new_set:
 *
 * Returns: (transfer full): a set to which addresses of ids are added that live as long as the snapshot
 */
GHashTable *
eqp_rule_new_set (void)
{
  return g_hash_table_new (g_int64_hash, g_int64_equal);
}

/**
 * eqp_rule_list_seats:
 * @snapshot: the body
 * @category: index of a category, or %EQP_ALL_CATEGORIES for those that count
 *
 * Returns: (transfer container) (element-type EqpSeat): one seat a person
 */
GPtrArray *
eqp_rule_list_seats (const EqpSnapshot *snapshot,
                     guint              category)
{
  GPtrArray *seats = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = eqp_rule_new_set ();

  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      EqpSeat *seat = g_ptr_array_index (snapshot->seats, i);

      if (category == EQP_ALL_CATEGORIES ? !eqp_rule_get_seat_category (snapshot, seat)->counts : seat->category != category)
        continue;
      if (g_hash_table_add (seen, &seat->person))
        g_ptr_array_add (seats, seat);
    }
  return seats;
}

/**
 * eqp_rule_find_place:
 * @snapshot: the body
 * @id: id of an institution or a site
 *
 * Returns: (transfer none) (nullable): the place
 */
const EqpSnapshotPlace *
eqp_rule_find_place (const EqpSnapshot *snapshot,
                     gint64             id)
{
  for (guint i = 0; i < snapshot->places->len; i++)
    {
      const EqpSnapshotPlace *place = g_ptr_array_index (snapshot->places, i);

      if (place->id == id)
        return place;
    }
  return NULL;
}

/**
 * eqp_name_list_init:
 * @self: (out caller-allocates): an empty list
 */
void
eqp_name_list_init (EqpNameList *self)
{
  self->fr = g_string_new (NULL);
  self->en = g_string_new (NULL);
  self->n = 0;
}

/**
 * eqp_name_list_add:
 * @self: a list
 * @name_fr: the name in French
 * @name_en: the name in English
 *
 * Adds a name; beyond a few, an ellipsis stands for the rest.
 */
void
eqp_name_list_add (EqpNameList *self,
                   const char  *name_fr,
                   const char  *name_en)
{
  self->n++;
  if (self->n > MAX_NAMES + 1)
    return;
  if (self->n > 1)
    {
      g_string_append (self->fr, ", ");
      g_string_append (self->en, ", ");
    }
  g_string_append (self->fr, self->n > MAX_NAMES ? "…" : name_fr);
  g_string_append (self->en, self->n > MAX_NAMES ? "…" : name_en);
}

/**
 * eqp_name_list_add_seat:
 * @self: a list
 * @seat: a seat
 *
 * Adds the name of the seat's holder.
 */
void
eqp_name_list_add_seat (EqpNameList   *self,
                        const EqpSeat *seat)
{
  g_autofree char *name_fr = eqp_seat_dup_name (seat, EQP_LANGUAGE_FR);
  g_autofree char *name_en = eqp_seat_dup_name (seat, EQP_LANGUAGE_EN);

  eqp_name_list_add (self, name_fr, name_en);
}

/**
 * eqp_name_list_clear:
 * @self: a list
 *
 * Frees what the list holds.
 */
void
eqp_name_list_clear (EqpNameList *self)
{
  g_string_free (self->fr, TRUE);
  g_string_free (self->en, TRUE);
  self->fr = NULL;
  self->en = NULL;
}

/**
 * eqp_rule_say_category:
 * @message: a message with {category}
 * @category: a category
 *
 * Returns: (transfer none): @message
 */
EqpMessage *
eqp_rule_say_category (EqpMessage                *message,
                       const EqpSnapshotCategory *category)
{
  return eqp_message_names (message, "category", category->name_fr, category->name_en);
}

/**
 * eqp_rule_say_seat:
 * @message: a message with {person}
 * @seat: the person's seat
 *
 * Returns: (transfer none): @message
 */
EqpMessage *
eqp_rule_say_seat (EqpMessage    *message,
                   const EqpSeat *seat)
{
  g_autofree char *name_fr = eqp_seat_dup_name (seat, EQP_LANGUAGE_FR);
  g_autofree char *name_en = eqp_seat_dup_name (seat, EQP_LANGUAGE_EN);

  return eqp_message_names (message, "person", name_fr, name_en);
}

/**
 * eqp_rule_say_courses:
 * @message: a message with {courses}
 * @snapshot: the body, with at least one course
 *
 * Returns: (transfer none): @message
 */
EqpMessage *
eqp_rule_say_courses (EqpMessage        *message,
                      const EqpSnapshot *snapshot)
{
  g_auto (EqpNameList) courses;

  eqp_name_list_init (&courses);
  for (guint i = 0; i < snapshot->courses->len; i++)
    {
      const EqpSnapshotCourse *course = g_ptr_array_index (snapshot->courses, i);

      eqp_name_list_add (&courses, course->name_fr, course->name_en);
    }
  return eqp_rule_say_list (message, "courses", &courses);
}

/**
 * eqp_rule_say_year:
 * @message: a message with {year}
 * @snapshot: the body
 *
 * Returns: (transfer none): @message, with the academic year as "2026–2027"
 */
EqpMessage *
eqp_rule_say_year (EqpMessage        *message,
                   const EqpSnapshot *snapshot)
{
  g_autofree char *year = g_strdup_printf ("%d–%d", snapshot->year, snapshot->year + 1);

  return eqp_message_text (message, "year", year);
}

/**
 * eqp_rule_say_side:
 * @message: a message with {side}
 * @side: a side
 *
 * Returns: (transfer none): @message
 */
EqpMessage *
eqp_rule_say_side (EqpMessage *message,
                   EqpSide     side)
{
  return eqp_message_names (message, "side",
                            eqp_side_get_label (side, EQP_LANGUAGE_FR), eqp_side_get_label (side, EQP_LANGUAGE_EN));
}

/**
 * eqp_rule_say_list:
 * @message: a message
 * @name: one of its placeholders
 * @list: names
 *
 * Returns: (transfer none): @message
 */
EqpMessage *
eqp_rule_say_list (EqpMessage        *message,
                   const char        *name,
                   const EqpNameList *list)
{
  return eqp_message_names (message, name, list->fr->str, list->en->str);
}

/**
 * eqp_rule_get_side_code:
 * @side: a side
 *
 * Returns: (transfer none): its name in files and in --format json, "" when undefined
 */
const char *
eqp_rule_get_side_code (EqpSide side)
{
  switch (side)
    {
    case EQP_SIDE_UNIVERSITY:
      return "university";
    case EQP_SIDE_RECTORAT:
      return "rectorat";
    case EQP_SIDE_OTHER:
      return "other";
    case EQP_SIDE_NONE:
    default:
      return "";
    }
}
