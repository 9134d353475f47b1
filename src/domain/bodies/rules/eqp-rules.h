/* eqp-rules.h — the rules that a statute may apply, one pure function each. Private to bodies/ */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-check.h"

G_BEGIN_DECLS

/* The seat categories that rules know by their code; a statute that lacks one is simply not asked about it. */
#define EQP_CATEGORY_MENTION_HEAD "mention-head"
#define EQP_CATEGORY_COURSE_HEAD "course-head"
#define EQP_CATEGORY_DEPUTY "deputy"
#define EQP_CATEGORY_TEACHER "teacher"
#define EQP_CATEGORY_EMPLOYER "employer"
#define EQP_CATEGORY_PROFESSION "profession"
#define EQP_CATEGORY_STUDENT "student"
#define EQP_CATEGORY_POLE_HEAD "pole-head"
#define EQP_CATEGORY_ENTITY_PREFIX "entity-"

#define EQP_DECLARE_RULE(name) \
  void eqp_rule_##name (const EqpSnapshot *snapshot, const EqpSnapshotRule *rule, GPtrArray *findings)

/* eqp-rules-scope.c */
EQP_DECLARE_RULE (scope);
EQP_DECLARE_RULE (decision);
EQP_DECLARE_RULE (annex);
/* eqp-rules-size.c */
EQP_DECLARE_RULE (total);
EQP_DECLARE_RULE (category_range);
EQP_DECLARE_RULE (partners);
/* eqp-rules-heads.c */
EQP_DECLARE_RULE (mention_head);
EQP_DECLARE_RULE (course_head);
EQP_DECLARE_RULE (affiliation);
/* eqp-rules-teaching.c */
EQP_DECLARE_RULE (teacher_involved);
EQP_DECLARE_RULE (components);
EQP_DECLARE_RULE (student_enrolled);
/* eqp-rules-people.c */
EQP_DECLARE_RULE (academy_inspector);
EQP_DECLARE_RULE (guests);
EQP_DECLARE_RULE (double_capacity);
/* eqp-rules-chair.c */
EQP_DECLARE_RULE (chair);
/* eqp-rules-sites.c */
EQP_DECLARE_RULE (sub_bodies);
/* eqp-rules-meetings.c */
EQP_DECLARE_RULE (guest_meeting);
EQP_DECLARE_RULE (sub_scope);
EQP_DECLARE_RULE (sub_substitution);
/* eqp-rules-committee.c */
EQP_DECLARE_RULE (parity);
EQP_DECLARE_RULE (named_seats);
EQP_DECLARE_RULE (pole_heads);
EQP_DECLARE_RULE (entity_representatives);

#undef EQP_DECLARE_RULE

G_END_DECLS
