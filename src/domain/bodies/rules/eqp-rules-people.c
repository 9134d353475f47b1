/* eqp-rules-people.c — who people are and in how many capacities they sit: C-15, C-19, §1.12 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

#include <glib/gi18n.h>

/* "IA-IPR", "ia ipr" and "IA-IPR de mathématiques" are all IA-IPR; "IENX" is no IEN. */
static gboolean
is_corps (const char *corps,
          const char *name)
{
  for (; *name != '\0'; name++, corps++)
    if (*name == '-' ? (*corps != '-' && *corps != ' ') : g_ascii_toupper (*corps) != *name)
      return FALSE;
  return !g_ascii_isalnum (*corps);
}

static void
report_not_inspector (const EqpSnapshot     *snapshot,
                      const EqpSnapshotRule *rule,
                      GPtrArray             *findings,
                      const EqpSeat         *seat)
{
  EqpFinding *finding;
  EqpMessage *message;

  /* Translators: {person} is a name. IA-IPR and IEN are the two corps of inspectors. */
  message = eqp_message_new (N_ ("{person} represents the education authority without being an inspector (IA-IPR or IEN)."));
  finding = eqp_rule_report (snapshot, rule, findings, "ACADEMY-NOT-INSPECTOR", eqp_rule_say_seat (message, seat));
  eqp_rule_set_seat (finding, snapshot, seat);
  eqp_finding_add_text (finding, "corps", seat->corps);
  message = eqp_message_new (N_ ("Appoint an IA-IPR or an IEN, or complete the corps of {person}."));
  eqp_finding_set_cure (finding, EQP_CURE_PERSON, eqp_rule_say_seat (message, seat));
}

static void
report_degree (const EqpSnapshot     *snapshot,
               const EqpSnapshotRule *rule,
               GPtrArray             *findings,
               const EqpSeat         *seat)
{
  g_autofree char *code = eqp_rule_dup_code (snapshot->statute_code, "INSPECTOR-DEGREE");
  EqpFinding      *finding;
  EqpMessage      *message;

  /* Translators: {person} is a name. IA-IPR and IEN are the two corps of inspectors. */
  message = eqp_message_new (N_ ("{person} is an IA-IPR; primary education is usually represented by an IEN."));
  finding = eqp_rule_report_code (rule, findings, code, EQP_SEVERITY_INFORMATION, eqp_rule_say_seat (message, seat));
  eqp_rule_set_seat (finding, snapshot, seat);
  eqp_finding_add_text (finding, "corps", seat->corps);
  eqp_finding_add_text (finding, "degree", snapshot->degree);
  eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Nothing is required; an IEN may be appointed instead.")));
}

/**
 * eqp_rule_academy_inspector:
 * @snapshot: the body
 * @rule: the statute's rule "academy-inspector"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-15: who represents the education authority is an inspector. Whether a body of secondary education is a general or a
 * vocational one is not recorded, so the kind of inspector is looked at for primary education alone, as information.
 */
void
eqp_rule_academy_inspector (const EqpSnapshot     *snapshot,
                            const EqpSnapshotRule *rule,
                            GPtrArray             *findings)
{
  g_autoptr (GPtrArray) seats = NULL;
  guint category;

  if (!eqp_rule_find_category (snapshot, EQP_CATEGORY_EMPLOYER, &category))
    return;

  seats = eqp_rule_list_seats (snapshot, category);
  for (guint i = 0; i < seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (seats, i);
      gboolean       is_ipr = is_corps (seat->corps, "IA-IPR");

      if (!g_str_equal (seat->institution_kind, "rectorat"))
        continue;
      if (!is_ipr && !is_corps (seat->corps, "IEN"))
        report_not_inspector (snapshot, rule, findings, seat);
      else if (is_ipr && g_str_equal (snapshot->degree, "1D"))
        report_degree (snapshot, rule, findings, seat);
    }
}

/**
 * eqp_rule_guests:
 * @snapshot: the body
 * @rule: the statute's rule "guests"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-19: a guest, whose category does not count, holds no member's seat.
 */
void
eqp_rule_guests (const EqpSnapshot     *snapshot,
                 const EqpSnapshotRule *rule,
                 GPtrArray             *findings)
{
  g_autoptr (GHashTable) seen = eqp_rule_new_set ();

  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      EqpSeat       *guest = g_ptr_array_index (snapshot->seats, i);
      const EqpSeat *member;
      EqpMessage    *message;
      EqpFinding    *finding;

      if (eqp_rule_get_seat_category (snapshot, guest)->counts)
        continue;
      member = eqp_rule_find_member (snapshot, guest->person);
      if (member == NULL || !g_hash_table_add (seen, &guest->person))
        continue;

      /* Translators: {person} is a name, {category} the name of a seat category. */
      message = eqp_rule_say_seat (eqp_message_new (N_ ("{person} is a guest and also sits as a member: {category}.")), guest);
      eqp_rule_say_category (message, eqp_rule_get_seat_category (snapshot, member));
      finding = eqp_rule_report (snapshot, rule, findings, "GUEST-IS-MEMBER", message);
      eqp_rule_set_seat (finding, snapshot, guest);
      eqp_finding_add_text (finding, "guest", eqp_rule_get_seat_category (snapshot, guest)->code);
      eqp_finding_add_text (finding, "member", eqp_rule_get_seat_category (snapshot, member)->code);
      eqp_finding_set_cure (finding, EQP_CURE_END_SEAT,
                            eqp_rule_say_seat (eqp_message_new (N_ ("End the mandate of {person} as a guest.")), guest));
    }
}

/* (element-type guint) indexes of the counting categories in which @person sits */
static GArray *
list_capacities (const EqpSnapshot *snapshot,
                 gint64             person)
{
  GArray *capacities = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < snapshot->categories->len; i++)
    if (eqp_rule_get_category (snapshot, i)->counts && eqp_rule_find_seat (snapshot, person, i) != NULL)
      g_array_append_val (capacities, i);
  return capacities;
}

static gboolean
is_both_heads (const EqpSnapshot *snapshot,
               GArray            *capacities)
{
  guint n_heads = 0;

  for (guint i = 0; i < capacities->len; i++)
    {
      const char *code = eqp_rule_get_category (snapshot, g_array_index (capacities, guint, i))->code;

      if (g_str_equal (code, EQP_CATEGORY_MENTION_HEAD) || g_str_equal (code, EQP_CATEGORY_COURSE_HEAD))
        n_heads++;
    }
  return n_heads == capacities->len;
}

static void
report_capacities (const EqpSnapshot     *snapshot,
                   const EqpSnapshotRule *rule,
                   GPtrArray             *findings,
                   gint64                 person,
                   GArray                *capacities)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  g_auto (EqpNameList) names;
  const EqpSeat *last = eqp_rule_find_seat (snapshot, person, g_array_index (capacities, guint, capacities->len - 1));
  EqpMessage    *message;
  EqpFinding    *finding;

  eqp_name_list_init (&names);
  for (guint i = 0; i < capacities->len; i++)
    {
      const EqpSnapshotCategory *category = eqp_rule_get_category (snapshot, g_array_index (capacities, guint, i));

      eqp_name_list_add (&names, category->name_fr, category->name_en);
      g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "", category->code);
    }

  /* Translators: {person} is a name, {categories} a list of seat categories. */
  message = eqp_rule_say_seat (eqp_message_new (N_ ("{person} sits in several capacities: {categories}.")), last);
  finding = eqp_rule_report (snapshot, rule, findings, "DOUBLE-CAPACITY", eqp_rule_say_list (message, "categories", &names));
  eqp_rule_set_seat (finding, snapshot, last);
  eqp_finding_add_number (finding, "count", capacities->len);
  eqp_finding_add_number (finding, "max", 1);
  eqp_finding_add_text (finding, "categories", codes->str);
  eqp_finding_set_cure (finding, EQP_CURE_END_SEAT,
                        eqp_rule_say_seat (eqp_message_new (N_ ("Keep one of the mandates of {person} and end the others.")), last));
}

/**
 * eqp_rule_double_capacity:
 * @snapshot: the body
 * @rule: the statute's rule "double-capacity"
 * @findings: (element-type EqpFinding): where to append
 *
 * §1.12: a person sits in one category; only the head of a mention may head a course as well.
 */
void
eqp_rule_double_capacity (const EqpSnapshot     *snapshot,
                          const EqpSnapshotRule *rule,
                          GPtrArray             *findings)
{
  g_autoptr (GPtrArray) members = eqp_rule_list_seats (snapshot, EQP_ALL_CATEGORIES);

  for (guint i = 0; i < members->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (members, i);
      g_autoptr (GArray) capacities = list_capacities (snapshot, seat->person);

      if (capacities->len > 1 && !is_both_heads (snapshot, capacities))
        report_capacities (snapshot, rule, findings, seat->person, capacities);
    }
}
