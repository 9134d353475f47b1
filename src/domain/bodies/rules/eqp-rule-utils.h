/* eqp-rule-utils.h — what the rules share: reporting a finding, and looking at the seats of a snapshot. Private to bodies/ */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/rules/eqp-rules.h"

G_BEGIN_DECLS

/* "CPER-TOTAL-MIN" from "CPER-SITE" and "TOTAL-MIN": sub-councils share the codes of their council. */
char *eqp_rule_dup_code (const char *statute,
                         const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

/* Both append a finding with the rule's source and return it, borrowed, for more to be said. @message: (transfer full) */
EqpFinding *eqp_rule_report (const EqpSnapshot     *snapshot,
                             const EqpSnapshotRule *rule,
                             GPtrArray             *findings,
                             const char            *suffix,
                             EqpMessage            *message);
EqpFinding *eqp_rule_report_code (const EqpSnapshotRule *rule,
                                  GPtrArray             *findings,
                                  const char            *code,
                                  EqpSeverity            severity,
                                  EqpMessage            *message);
void        eqp_rule_set_seat (EqpFinding        *finding,
                               const EqpSnapshot *snapshot,
                               const EqpSeat     *seat);

gboolean                   eqp_rule_is_listed (const EqpSnapshot *snapshot,
                                               const char        *rule);
gboolean                   eqp_rule_find_category (const EqpSnapshot *snapshot,
                                                   const char        *code,
                                                   guint             *index);
const EqpSnapshotCategory *eqp_rule_get_category (const EqpSnapshot *snapshot,
                                                  guint              index);
const EqpSnapshotCategory *eqp_rule_get_seat_category (const EqpSnapshot *snapshot,
                                                       const EqpSeat     *seat);
const EqpSeat             *eqp_rule_find_seat (const EqpSnapshot *snapshot,
                                               gint64             person,
                                               guint              category); /* (nullable) */
const EqpSeat             *eqp_rule_find_member (const EqpSnapshot *snapshot,
                                                 gint64             person);              /* (nullable) a seat that counts */
GHashTable                *eqp_rule_new_set (void) G_GNUC_WARN_UNUSED_RESULT; /* of gint64 that outlive it */
GPtrArray                 *eqp_rule_list_seats (const EqpSnapshot *snapshot,
                                                guint              category) G_GNUC_WARN_UNUSED_RESULT;
const EqpSnapshotPlace    *eqp_rule_find_place (const EqpSnapshot *snapshot,
                                                gint64             id); /* (nullable) */

/* A list of names in both languages, for a message that is rendered later in either. */
typedef struct
{
  GString *fr;
  GString *en;
  guint    n;
} EqpNameList;

void eqp_name_list_init (EqpNameList *self);
void eqp_name_list_add (EqpNameList *self,
                        const char  *name_fr,
                        const char  *name_en);
void eqp_name_list_add_seat (EqpNameList   *self,
                             const EqpSeat *seat);
void eqp_name_list_clear (EqpNameList *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EqpNameList, eqp_name_list_clear)

/* Setters of the placeholders {category}, {person}, {courses}, {year}, {side} and lists; they return @message. */
EqpMessage *eqp_rule_say_category (EqpMessage                *message,
                                   const EqpSnapshotCategory *category);
EqpMessage *eqp_rule_say_seat (EqpMessage    *message,
                               const EqpSeat *seat);
EqpMessage *eqp_rule_say_courses (EqpMessage        *message,
                                  const EqpSnapshot *snapshot);
EqpMessage *eqp_rule_say_year (EqpMessage        *message,
                               const EqpSnapshot *snapshot);
EqpMessage *eqp_rule_say_side (EqpMessage *message,
                               EqpSide     side);
EqpMessage *eqp_rule_say_list (EqpMessage        *message,
                               const char        *name,
                               const EqpNameList *list);
/* "university", "rectorat", "other" or "": as in files and in --format json */
const char *eqp_rule_get_side_code (EqpSide side);

G_END_DECLS
