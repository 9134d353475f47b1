/* eqp-json.h — JSON from a file that somebody else may have written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *eqp_json_parse (const char *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
