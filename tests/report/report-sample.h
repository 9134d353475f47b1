/* report-sample.h — documents made by hand, for the tests of pages and PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-document.h"

G_BEGIN_DECLS

typedef struct
{
  guint    n_members;
  gboolean has_long_names;
  gboolean fits_one_page;
} ReportSample;

EqpDocument *report_sample_new (EqpLanguage language) G_GNUC_WARN_UNUSED_RESULT;
EqpSection  *report_sample_add_roster (EqpDocument        *document,
                                       const char         *title,
                                       const ReportSample *sample);
void         report_sample_fill_roster (EqpSection         *section,
                                        const char         *title,
                                        const ReportSample *sample);

G_END_DECLS
