/* eqp-import-window.h — a spreadsheet into the file, row by row accounted for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"

G_BEGIN_DECLS

#define EQP_TYPE_IMPORT_WINDOW (eqp_import_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpImportWindow, eqp_import_window, EQP, IMPORT_WINDOW, EqpSessionWindow)

G_END_DECLS
