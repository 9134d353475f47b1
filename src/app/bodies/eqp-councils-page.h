/* eqp-councils-page.h — the councils with their live status, and the composition of one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"

G_BEGIN_DECLS

#define EQP_TYPE_COUNCILS_PAGE (eqp_councils_page_get_type ())
G_DECLARE_FINAL_TYPE (EqpCouncilsPage, eqp_councils_page, EQP, COUNCILS_PAGE, EqpPage)

G_END_DECLS
