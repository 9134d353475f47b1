/* eqp-session.h — the open file: its store, its checker, and the watch for other processes' edits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "domain/bodies/eqp-checker.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

#define EQP_TYPE_SESSION (eqp_session_get_type ())
G_DECLARE_FINAL_TYPE (EqpSession, eqp_session, EQP, SESSION, GObject)

EqpSession *eqp_session_open (const char *path,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
EqpStore   *eqp_session_get_store (EqpSession *self);
EqpChecker *eqp_session_get_checker (EqpSession *self);
const char *eqp_session_get_path (EqpSession *self);
char       *eqp_session_dup_name (EqpSession *self); /* the Pôle's name, else the file's */

G_END_DECLS
