/* eqp-flow.h — places blocks on pages, one after the other (private to the layout) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-document.h"
#include "report/layout/eqp-paper-page.h"
#include "report/layout/eqp-typesetter.h"

G_BEGIN_DECLS

typedef struct
{
  EqpTypesetter       *typesetter;
  EqpDocument         *document;
  const EqpPageFormat *format;
  const guint         *section_pages; /* (nullable): the first page of each section, once they were counted */
  guint                page_limit;    /* stop as soon as more pages are needed; 0 for no limit */

  GPtrArray    *pages; /* EqpPaperPage */
  EqpPaperPage *page;
  guint         section; /* being placed */
  gboolean      has_contents;
  double        x;
  double        width;
  double        top;
  double        bottom;
  double        y; /* where the next block goes */
} EqpFlow;

void     _eqp_flow_init (EqpFlow             *self,
                         EqpTypesetter       *typesetter,
                         EqpDocument         *document,
                         const EqpPageFormat *format,
                         guint                section);
void     _eqp_flow_clear (EqpFlow *self);
gboolean _eqp_flow_is_over (EqpFlow *self);
void     _eqp_flow_break_page (EqpFlow *self);
void     _eqp_flow_reserve (EqpFlow *self,
                            double   height);
double   _eqp_flow_scale (EqpFlow *self,
                          double   space);
void     _eqp_flow_space (EqpFlow *self,
                          double   space);
double   _eqp_flow_text (EqpFlow     *self,
                         EqpRole      role,
                         EqpTextStyle style,
                         EqpColor     color,
                         EqpAlign     align,
                         const char  *text,
                         double       x,
                         double       y,
                         double       width);
void     _eqp_flow_rule (EqpFlow *self,
                         EqpColor color,
                         double   thickness,
                         double   x,
                         double   y,
                         double   width,
                         double   height);
double   _eqp_flow_split (EqpFlow     *self,
                          EqpRole      role,
                          EqpColor     color,
                          PangoLayout *layout,
                          guint       *first_line,
                          double       x,
                          double       y,
                          double       width,
                          double       room);
void     _eqp_flow_place_section (EqpFlow *self,
                                  guint    section);

void _eqp_flow_place_table (EqpFlow        *self,
                            const EqpTable *table);
void _eqp_flow_place_key_values (EqpFlow *self,
                                 GArray  *lines);
void _eqp_flow_place_findings (EqpFlow *self,
                               GArray  *lines);
void _eqp_flow_place_signatures (EqpFlow *self,
                                 GArray  *signatures);
void _eqp_flow_place_labels (EqpFlow             *self,
                             const EqpLabelSheet *sheet);
void _eqp_flow_place_chart (EqpFlow             *self,
                            const EqpChartBlock *chart);
void _eqp_flow_place_contents (EqpFlow *self);

G_END_DECLS
