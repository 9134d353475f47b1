/* eqp-request-share.h — one person's part of a request: who, how long, when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/exchanges/eqp-exchange-edits.h"

G_BEGIN_DECLS

/* Signals: "changed" () after each edit of a row, "removed" () when its remove button is pressed. */
#define EQP_TYPE_REQUEST_SHARE (eqp_request_share_get_type ())
G_DECLARE_FINAL_TYPE (EqpRequestShare, eqp_request_share, EQP, REQUEST_SHARE, AdwPreferencesGroup)

/* @person: 0 = still to be chosen; @minutes: what is proposed. */
GtkWidget *eqp_request_share_new (EqpStore *store,
                                  gint64    person,
                                  gint64    minutes,
                                  EqpDate   date);
/* What is typed as the duration now; 0 when it cannot be read. */
gint64 eqp_request_share_get_minutes (EqpRequestShare *self);
/* FALSE with a sentence when something is missing or cannot be read; the row at fault gets the focus. */
gboolean eqp_request_share_read (EqpRequestShare   *self,
                                 EqpShareOfRequest *share,
                                 GError           **error);

G_END_DECLS
