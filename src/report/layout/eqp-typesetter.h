/* eqp-typesetter.h — text to PangoLayouts: one context, few fonts, repeated texts laid out once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "base/eqp-language.h"
#include "report/layout/eqp-block.h"

G_BEGIN_DECLS

typedef enum {
  EQP_TEXT_LETTERHEAD,
  EQP_TEXT_HEADING_1,
  EQP_TEXT_HEADING_2,
  EQP_TEXT_HEADING_3,
  EQP_TEXT_NORMAL,
  EQP_TEXT_LEAD,
  EQP_TEXT_NOTE,
  EQP_TEXT_SMALL,
  EQP_TEXT_STRONG,
  EQP_TEXT_CELL,
  EQP_TEXT_HEADER_CELL,
  EQP_TEXT_GROUP_CELL,
  EQP_TEXT_VACANT_CELL,
  EQP_TEXT_CHIP,
  EQP_TEXT_LABEL_TITLE,
  EQP_TEXT_LABEL,
  EQP_TEXT_FOOTER,
  EQP_N_TEXT_STYLES,
} EqpTextStyle;

/* How tightly a page is set; the tightest still prints at 7.5 points. */
typedef enum {
  EQP_DENSITY_NORMAL,
  EQP_DENSITY_CLOSE,
  EQP_DENSITY_COMPACT,
  EQP_DENSITY_TIGHT,
  EQP_N_DENSITIES,
} EqpDensity;

typedef struct _EqpTypesetter EqpTypesetter;

EqpTypesetter *eqp_typesetter_new (EqpLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void           eqp_typesetter_free (EqpTypesetter *self);
EqpDensity     eqp_typesetter_get_density (EqpTypesetter *self);
void           eqp_typesetter_set_density (EqpTypesetter *self,
                                           EqpDensity     density);
double         eqp_typesetter_get_scale (EqpTypesetter *self);
PangoLayout   *eqp_typesetter_set (EqpTypesetter *self,
                                   EqpTextStyle   style,
                                   EqpAlign       align,
                                   double         width,
                                   const char    *text,
                                   double        *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpTypesetter, eqp_typesetter_free)

G_END_DECLS
