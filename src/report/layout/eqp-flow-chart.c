/* eqp-flow-chart.c — charts on pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-flow-chart"

#include "config.h"

#include "report/layout/eqp-flow.h"

#define FONT_SIZE 8.0
#define SPACE_ABOVE 8.0
#define SPACE_BELOW 8.0
#define TITLE_GAP 3.0

static double
place_title (EqpFlow    *self,
             const char *title)
{
  double height;

  eqp_paper_page_begin (self->page, "H3", NULL);
  height = _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_HEADING_3, EQP_COLOR_INK, EQP_ALIGN_START, title, self->x, self->y, self->width);
  eqp_paper_page_end (self->page, "H3");
  return height + _eqp_flow_scale (self, TITLE_GAP);
}

/* A chart higher than a page is made as high as one. */
void
_eqp_flow_place_chart (EqpFlow             *self,
                       const EqpChartBlock *chart)
{
  EqpPageItem *item;
  double       title_height = 0;
  double       height = chart->height;

  if (chart->title != NULL)
    {
      eqp_typesetter_set (self->typesetter, EQP_TEXT_HEADING_3, EQP_ALIGN_START, self->width, chart->title, &title_height);
      title_height += _eqp_flow_scale (self, TITLE_GAP);
    }
  height = MIN (height, self->bottom - self->top - title_height);
  _eqp_flow_reserve (self, _eqp_flow_scale (self, SPACE_ABOVE) + title_height + height);
  _eqp_flow_space (self, SPACE_ABOVE);
  if (chart->title != NULL)
    self->y += place_title (self, chart->title);
  eqp_paper_page_begin (self->page, "Figure", NULL);
  item = eqp_paper_page_add (self->page, EQP_ITEM_CHART, self->x, self->y, self->width, height);
  item->chart = eqp_chart_geometry_new (chart->data, self->width, height, FONT_SIZE * eqp_typesetter_get_scale (self->typesetter));
  item->description = g_strdup (chart->description);
  eqp_paper_page_end (self->page, "Figure");
  self->y += height + _eqp_flow_scale (self, SPACE_BELOW);
}
