/* eqp-history-page.h — what was done to the file, in words, and undoing any of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"

G_BEGIN_DECLS

#define EQP_TYPE_HISTORY_PAGE (eqp_history_page_get_type ())
G_DECLARE_FINAL_TYPE (EqpHistoryPage, eqp_history_page, EQP, HISTORY_PAGE, EqpPage)

G_END_DECLS
