/* eqp-letterhead.h — the names of both institutions at the head of every document */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-document.h"

G_BEGIN_DECLS

/* @name: (nullable): NULL or "" gives a placeholder in @language. */
const char *eqp_letterhead_get_left (const char *name,
                                     EqpLanguage language);
const char *eqp_letterhead_get_right (const char *name,
                                      EqpLanguage language);

G_END_DECLS
