/* report-geometry.h — what a page looks like, as numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-page.h"

G_BEGIN_DECLS

guint              report_geometry_count (const EqpPage *page,
                                          const char    *text);
const EqpPageItem *report_geometry_find (const EqpPage *page,
                                         const char    *text);
void               report_geometry_assert_inside (const EqpPage *page,
                                                  double         margin);
void               report_geometry_assert_apart (const EqpPage *page);
void               report_geometry_assert_nested (const EqpPage *page);

G_END_DECLS
