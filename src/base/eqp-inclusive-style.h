/* eqp-inclusive-style.h — writing « directeur·rice » as the file's setting wants it (C-33) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  EQP_INCLUSIVE_MEDIAN,    /* directeur·rice */
  EQP_INCLUSIVE_BOTH,      /* directeur ou directrice */
  EQP_INCLUSIVE_MASCULINE, /* directeur */
} EqpInclusiveStyle;

EqpInclusiveStyle eqp_inclusive_style_from_code (const char *code);
char             *eqp_inclusive_restyle (const char       *text,
                                         EqpInclusiveStyle style);

G_END_DECLS
