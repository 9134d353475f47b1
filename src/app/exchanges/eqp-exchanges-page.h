/* eqp-exchanges-page.h — requests, ledger and balance: a thin shell around three views */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"

G_BEGIN_DECLS

#define EQP_TYPE_EXCHANGES_PAGE (eqp_exchanges_page_get_type ())
G_DECLARE_FINAL_TYPE (EqpExchangesPage, eqp_exchanges_page, EQP, EXCHANGES_PAGE, EqpPage)

G_END_DECLS
