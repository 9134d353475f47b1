/* eqp-fraction.h — exact fractions: shares and coefficients that must not be rounded on the way */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-language.h"

G_BEGIN_DECLS

/* An exact, reduced fraction; den > 0. */
typedef struct
{
  gint64 num;
  gint64 den;
} EqpFraction;

gboolean    eqp_fraction_parse (const char  *text, /* "1/3", "0,5", "2", "50 %" */
                                EqpFraction *value,
                                GError     **error);
EqpFraction eqp_fraction_make (gint64 num,
                               gint64 den);
EqpFraction eqp_fraction_multiply (EqpFraction a,
                                   EqpFraction b);
EqpFraction eqp_fraction_add (EqpFraction a,
                              EqpFraction b);
int         eqp_fraction_compare (EqpFraction a,
                                  EqpFraction b);
gint64      eqp_fraction_ceil (EqpFraction a);
gint64      eqp_fraction_round (EqpFraction a);    /* half away from zero */
char       *eqp_fraction_dup_text (EqpFraction a); /* "1/3" */
/* "33,3 %": one decimal, cut, never rounded up: 33.3 is not yet a third of anything that is short by one minute. */
char *eqp_percent_format (gint64      part,
                          gint64      whole,
                          EqpLanguage language);

G_END_DECLS
