/* eqp-rules-meetings.c — what a site sub-council may deal with, and to what an occasional guest is invited: C-19, C-22 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

#include "domain/bodies/eqp-category.h"

#include <glib/gi18n.h>

static EqpMessage *
say_item (EqpMessage               *message,
          const EqpSnapshotMeeting *meeting,
          const EqpSnapshotItem    *item)
{
  return eqp_message_text (eqp_message_date (message, "date", meeting->date), "item", item->title);
}

static EqpFinding *
report_item (const EqpSnapshot        *snapshot,
             const EqpSnapshotRule    *rule,
             GPtrArray                *findings,
             const EqpSnapshotMeeting *meeting,
             const EqpSnapshotItem    *item,
             EqpMessage               *message)
{
  EqpFinding *finding = eqp_rule_report (snapshot, rule, findings, "SUB-SCOPE", say_item (message, meeting, item));

  eqp_finding_set_subject (finding, meeting->code);
  eqp_finding_add_number (finding, "item", item->position);
  return finding;
}

static void
check_item (const EqpSnapshot        *snapshot,
            const EqpSnapshotRule    *rule,
            GPtrArray                *findings,
            const EqpSnapshotMeeting *meeting,
            const EqpSnapshotItem    *item)
{
  EqpFinding *finding;
  EqpMessage *message;

  if (item->scope == EQP_SCOPE_GENERAL && item->outcome == EQP_OUTCOME_ADOPTED)
    {
      /* Translators: {date} is the day of a meeting, {item} an item of its agenda. */
      message = eqp_message_new (N_ ("On {date} this sub-council adopted “{item}”, which is not of its site alone."));
      finding = report_item (snapshot, rule, findings, meeting, item, message);
      eqp_finding_add_text (finding, "scope", "general");
      message = eqp_message_new (N_ ("Bring “{item}” before the council itself, or correct what was recorded."));
      eqp_finding_set_cure (finding, EQP_CURE_MEETINGS, say_item (message, meeting, item));
    }
  if (*item->advice_to != '\0')
    {
      /* Translators: {item} is an item of the meeting of {date}, {boards} codes such as “CCI, COSP”. */
      message = eqp_message_new (N_ ("The advice on “{item}” of {date} went from this sub-council directly to {boards}."));
      finding = report_item (snapshot, rule, findings, meeting, item, eqp_message_text (message, "boards", item->advice_to));
      eqp_finding_add_text (finding, "advice_to", item->advice_to);
      message = eqp_message_new (N_ ("Have the council itself give the advice, or correct what was recorded."));
      eqp_finding_set_cure (finding, EQP_CURE_MEETINGS, message);
    }
}

/**
 * eqp_rule_sub_scope:
 * @snapshot: the body
 * @rule: the statute's rule "sub-scope"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-22: a sub-council deals with what is local: it adopts no general item, and sends no advice to a board itself. An item whose
 * scope is not stated is given the benefit of the doubt.
 */
void
eqp_rule_sub_scope (const EqpSnapshot     *snapshot,
                    const EqpSnapshotRule *rule,
                    GPtrArray             *findings)
{
  if (snapshot->parent == 0)
    return;

  for (guint i = 0; i < snapshot->meetings->len; i++)
    {
      const EqpSnapshotMeeting *meeting = g_ptr_array_index (snapshot->meetings, i);

      for (guint j = 0; j < meeting->items->len; j++)
        check_item (snapshot, rule, findings, meeting, g_ptr_array_index (meeting->items, j));
    }
}

/**
 * eqp_rule_sub_substitution:
 * @snapshot: the body
 * @rule: the statute's rule "sub-substitution"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-22: in an academic year in which a sub-council met, so did its council, by the date.
 */
void
eqp_rule_sub_substitution (const EqpSnapshot     *snapshot,
                           const EqpSnapshotRule *rule,
                           GPtrArray             *findings)
{
  guint       count = snapshot->meetings->len;
  EqpMessage *message;
  EqpFinding *finding;

  if (snapshot->parent == 0 || count == 0 || snapshot->parent_meetings > 0)
    return;

  /* Translators: {n} is a number, {year} an academic year such as “2026–2027”. */
  message = eqp_message_new_n ("This sub-council has held {n} meeting in {year}, the council that it belongs to none.",
                               "This sub-council has held {n} meetings in {year}, the council that it belongs to none.", count);
  eqp_rule_say_year (eqp_message_number (message, "n", count), snapshot);
  finding = eqp_rule_report (snapshot, rule, findings, "SUB-SUBSTITUTION", message);
  eqp_finding_add_number (finding, "count", count);
  eqp_finding_add_number (finding, "council", snapshot->parent_meetings);
  eqp_finding_set_cure (finding, EQP_CURE_MEETINGS,
                        eqp_message_new (N_ ("Convene the council itself, or record the meeting that it held.")));
}

/**
 * eqp_rule_guest_meeting:
 * @snapshot: the body
 * @rule: the statute's rule "guest-meeting"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-19: an occasional guest is tied to one meeting.
 */
void
eqp_rule_guest_meeting (const EqpSnapshot     *snapshot,
                        const EqpSnapshotRule *rule,
                        GPtrArray             *findings)
{
  guint category;

  if (!eqp_rule_find_category (snapshot, EQP_CATEGORY_GUEST_OCCASIONAL, &category))
    return;

  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat *guest = g_ptr_array_index (snapshot->seats, i);
      EqpFinding    *finding;
      EqpMessage    *message;

      if (guest->category != category || guest->meeting != 0)
        continue;

      /* Translators: {person} is a name. */
      message = eqp_message_new (N_ ("{person} is an occasional guest, and it is not said of which meeting."));
      finding = eqp_rule_report (snapshot, rule, findings, "GUEST-NO-MEETING", eqp_rule_say_seat (message, guest));
      eqp_rule_set_seat (finding, snapshot, guest);
      eqp_finding_add_number (finding, "count", 0);
      eqp_finding_add_number (finding, "min", 1);
      message = eqp_message_new (N_ ("Choose the meeting to which {person} is invited."));
      eqp_finding_set_cure (finding, EQP_CURE_INVITE, eqp_rule_say_seat (message, guest));
    }
}
