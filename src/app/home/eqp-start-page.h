/* eqp-start-page.h — first start: the sample, an empty file, a copy, a spreadsheet, a file opened before */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"

G_BEGIN_DECLS

#define EQP_TYPE_START_PAGE (eqp_start_page_get_type ())
G_DECLARE_FINAL_TYPE (EqpStartPage, eqp_start_page, EQP, START_PAGE, AdwBin)

G_END_DECLS
