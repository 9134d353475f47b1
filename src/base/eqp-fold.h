/* eqp-fold.h — text as a search compares it: no case, accents, ligatures or inclusive points (C-33) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The search rule, in memory (eqp_fold_matches) and in the store's index alike: a text matches when, for EACH word of
 * eqp_fold_query (what is typed), SOME word of eqp_fold_words (text) begins with it, compared byte by byte. */
char    *eqp_fold (const char *text);
char   **eqp_fold_words (const char *text);
char   **eqp_fold_query (const char *text);
gboolean eqp_fold_matches (const char *text,
                           const char *query);

G_END_DECLS
