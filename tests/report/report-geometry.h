/* report-geometry.h — what a page looks like, as numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-paper-page.h"

G_BEGIN_DECLS

guint              report_geometry_count (const EqpPaperPage *page,
                                          const char         *text);
const EqpPageItem *report_geometry_find (const EqpPaperPage *page,
                                         const char         *text);
void               report_geometry_assert_inside (const EqpPaperPage *page,
                                                  double              margin);
void               report_geometry_assert_apart (const EqpPaperPage *page);
void               report_geometry_assert_nested (const EqpPaperPage *page);

G_END_DECLS
