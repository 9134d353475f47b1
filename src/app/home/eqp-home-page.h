/* eqp-home-page.h — what needs the coordinator, by severity and council, each a link */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"

G_BEGIN_DECLS

#define EQP_TYPE_HOME_PAGE (eqp_home_page_get_type ())
G_DECLARE_FINAL_TYPE (EqpHomePage, eqp_home_page, EQP, HOME_PAGE, EqpPage)

G_END_DECLS
