/* eqp-search-window.h — one search over everything (Ctrl+K) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_SEARCH_WINDOW (eqp_search_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpSearchWindow, eqp_search_window, EQP, SEARCH_WINDOW, EqpSessionWindow)

G_END_DECLS
