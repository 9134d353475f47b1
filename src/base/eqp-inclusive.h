/* eqp-inclusive.h — French genders: inclusive spellings joined, the other gender of a word found (C-33) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands between the two halves of an inclusive spelling, from what nearly always is one to what rarely is. */
typedef enum {
  EQP_JOINER_POINT,  /* · and its look-alikes, ( */
  EQP_JOINER_COMMON, /* . / which also end sentences and separate alternatives */
  EQP_JOINER_HYPHEN, /* - which also makes compound names */
} EqpJoiner;

/* An inclusive spelling read out; all folded. */
typedef struct
{
  char *masculine;
  char *feminine;
  char *singular; /* masculine */
} EqpInclusive;

gboolean eqp_inclusive_join (const char   *base,
                             gboolean      acute,
                             EqpJoiner     joiner,
                             const char   *suffix,
                             gboolean      unfinished,
                             EqpInclusive *spelling);
gboolean eqp_inclusive_join_full (const char   *one,
                                  const char   *other,
                                  EqpInclusive *spelling);
void     eqp_inclusive_make_plural (EqpInclusive *spelling);
void     eqp_inclusive_clear (EqpInclusive *spelling);
void     eqp_inclusive_add_counterparts (const char *word,
                                         gboolean    acute,
                                         GPtrArray  *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EqpInclusive, eqp_inclusive_clear)

G_END_DECLS
