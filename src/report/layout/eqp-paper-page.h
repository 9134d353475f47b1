/* eqp-paper-page.h — one page of positioned items, in points, ready to be drawn or measured */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "report/layout/eqp-block.h"
#include "report/layout/eqp-palette.h"

G_BEGIN_DECLS

typedef struct
{
  double width;
  double height;
  double margin_left;
  double margin_right;
  double margin_top;
  double margin_bottom;
} EqpPageFormat;

#define EQP_MM(millimetres) ((millimetres)*72.0 / 25.4)

/* A4 with margins of 2 cm. */
extern const EqpPageFormat eqp_page_format_a4;

typedef enum {
  EQP_ITEM_TEXT,
  EQP_ITEM_LINE, /* from (x, y) over (width, height) */
  EQP_ITEM_FRAME,
  EQP_ITEM_FILL,
  EQP_ITEM_SIGN,
  EQP_ITEM_CHIP,
  EQP_ITEM_CHART,
  EQP_ITEM_TAG_BEGIN,
  EQP_ITEM_TAG_END,
} EqpItemType;

/* What a text is part of, for tests and for the reading order. */
typedef enum {
  EQP_ROLE_BODY,
  EQP_ROLE_CELL,
  EQP_ROLE_HEADER_CELL,
  EQP_ROLE_LABEL,
  EQP_ROLE_SIGNATURE,
  EQP_ROLE_FOOTER, /* decoration of the page: outside the document's text */
} EqpRole;

typedef struct
{
  EqpItemType  type;
  EqpRole      role;
  EqpColor     color;
  guint        detail;     /* sign or chip; hundredths of a point for lines */
  guint        first_line; /* of layout; with n_lines 0 the whole layout is drawn */
  guint        n_lines;
  double       x;
  double       y;
  double       width;
  double       height;
  PangoLayout *layout;
  const char  *tag;        /* a static name of a structure element */
  char        *attributes; /* of the tag; nullable */

  EqpChartGeometry *chart;       /* nullable; the item's own */
  char             *description; /* of the chart, in words */
} EqpPageItem;

typedef struct
{
  guint    number; /* as printed: 1 … of */
  guint    of;
  GArray  *items;          /* EqpPageItem */
  GArray  *section_starts; /* guint: the sections that begin on this page */
  gboolean is_finished;    /* has its footer */
  guint    section;
  double   width;
  double   height;
} EqpPaperPage;

EqpPaperPage *eqp_paper_page_new (const EqpPageFormat *format,
                                  guint                section) G_GNUC_WARN_UNUSED_RESULT;
void          eqp_paper_page_free (EqpPaperPage *self);
EqpPageItem  *eqp_paper_page_add (EqpPaperPage *self,
                                  EqpItemType   type,
                                  double        x,
                                  double        y,
                                  double        width,
                                  double        height);
void          eqp_paper_page_add_text (EqpPaperPage *self,
                                       EqpRole       role,
                                       EqpColor      color,
                                       PangoLayout  *layout,
                                       double        x,
                                       double        y,
                                       double        width,
                                       double        height);
void          eqp_paper_page_begin (EqpPaperPage *self,
                                    const char   *tag,
                                    const char   *attributes);
void          eqp_paper_page_end (EqpPaperPage *self,
                                  const char   *tag);

G_END_DECLS
