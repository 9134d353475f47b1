/* eqp-identifiers.h — the check keys of the identifiers that French institutions carry */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean eqp_uai_check (const char *text, GError **error);
gboolean eqp_siret_check (const char *text, GError **error);
gboolean eqp_siren_check (const char *text, GError **error);

G_END_DECLS
