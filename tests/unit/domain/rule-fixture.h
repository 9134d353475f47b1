/* rule-fixture.h — bodies made in memory, without a store, for the tests of rules */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-check.h"

/* How many people sit in each category: the columns of the boundary table. */
typedef struct
{
  guint mention_heads;
  guint course_heads;
  guint deputies;
  guint teachers;
  guint employers;
  guint profession;
  guint students;
  guint guests;
} RuleCounts;

/* The smallest lawful council, and the largest. */
#define RULE_COUNTS_SMALLEST ((RuleCounts){ 1, 1, 0, 3, 1, 1, 2, 0 })
#define RULE_COUNTS_LARGEST ((RuleCounts){ 1, 2, 1, 5, 2, 2, 4, 9 })

#define RULE_FIXTURE_AS_OF "2026-11-21"
#define RULE_FIXTURE_COMPONENT 901
#define RULE_FIXTURE_SITE 801
#define RULE_FIXTURE_MEETING 1101

/* A body without seats or rules, on RULE_FIXTURE_AS_OF. */
EqpSnapshot *rule_fixture_new (const char *statute);
/* A council that breaks no rule but those of number: mention, a course for each head, chair, decision, annex, teaching, enrolment. */
EqpSnapshot *rule_fixture_new_council (RuleCounts counts);
/* A lawful steering committee. */
EqpSnapshot *rule_fixture_new_committee (void);

EqpSnapshotCategory *rule_fixture_add_category (EqpSnapshot *snapshot,
                                                const char  *code,
                                                int          min,
                                                int          max);
void                 rule_fixture_add_rule (EqpSnapshot *snapshot,
                                            const char  *rule,
                                            EqpSeverity  severity);
void                 rule_fixture_remove_rule (EqpSnapshot *snapshot,
                                               const char  *rule);
void                 rule_fixture_set_parameter (EqpSnapshot *snapshot,
                                                 const char  *name,
                                                 const char  *value);
EqpSnapshotMention  *rule_fixture_add_mention (EqpSnapshot *snapshot,
                                               const char  *code,
                                               gint64       head,
                                               gint64       deputy);
EqpSnapshotCourse   *rule_fixture_add_course (EqpSnapshot *snapshot,
                                              const char  *code,
                                              gint64       head);
void                 rule_fixture_add_component (EqpSnapshot *snapshot,
                                                 guint        course,
                                                 gint64       institution);
void                 rule_fixture_add_site (EqpSnapshot *snapshot,
                                            guint        course,
                                            gint64       site);
void                 rule_fixture_add_sub_body (EqpSnapshot *snapshot,
                                                const char  *code,
                                                gint64       site);
/* Held; its items are added with rule_fixture_add_item(). */
EqpSnapshotMeeting *rule_fixture_add_meeting (EqpSnapshot *snapshot,
                                              const char  *date);
EqpSnapshotItem    *rule_fixture_add_item (EqpSnapshotMeeting *meeting,
                                           EqpScope            scope,
                                           EqpOutcome          outcome,
                                           const char         *advice_to);
void                rule_fixture_add_decision (EqpSnapshot    *snapshot,
                                               EqpDecisionKind kind,
                                               const char     *date,
                                               EqpSide         side);
void                rule_fixture_clear_decisions (EqpSnapshot *snapshot);
/* @person: 0 = somebody new. Teachers teach, and students are enrolled, in the first course. */
EqpSeat *rule_fixture_add_seat (EqpSnapshot *snapshot,
                                const char  *category,
                                gint64       person);
EqpSeat *rule_fixture_get_seat (EqpSnapshot *snapshot,
                                const char  *category,
                                guint        n);
void     rule_fixture_remove_seat (EqpSnapshot *snapshot,
                                   const char  *category,
                                   guint        n);
void     rule_fixture_set_institution (EqpSeat    *seat,
                                       gint64      id,
                                       const char *kind);
void     rule_fixture_set_corps (EqpSeat    *seat,
                                 const char *corps);

/* The findings, sorted; on the way, each is seen to have sentences without a hole in them. */
GPtrArray  *rule_fixture_check (EqpSnapshot *snapshot);
EqpFinding *rule_fixture_find (GPtrArray  *findings,
                               const char *code);
gint64      rule_fixture_get_number (EqpFinding *finding,
                                     const char *name);
const char *rule_fixture_get_text (EqpFinding *finding,
                                   const char *name);
/* "CODE CODE(subject) …" */
char *rule_fixture_dup_codes (GPtrArray *findings);
/* Exactly these, in this order. */
void rule_fixture_assert (EqpSnapshot *snapshot,
                          const char  *codes);
