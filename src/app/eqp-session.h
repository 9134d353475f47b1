/* eqp-session.h — the open file: its store, its checker, the watch for other processes' edits, the way back of a working copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "domain/bodies/eqp-checker.h"
#include "store/eqp-store.h"
#include "store/eqp-working-copy.h"

G_BEGIN_DECLS

/* Signal "conflict" (): somebody else has changed the file of which the store holds a working copy; said once. */
#define EQP_TYPE_SESSION (eqp_session_get_type ())
G_DECLARE_FINAL_TYPE (EqpSession, eqp_session, EQP, SESSION, GObject)

EqpSession *eqp_session_open (const char *path,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
EqpStore   *eqp_session_get_store (EqpSession *self);
EqpChecker *eqp_session_get_checker (EqpSession *self);
const char *eqp_session_get_path (EqpSession *self);   /* for jobs with a store of their own: of the working copy, if there is one */
const char *eqp_session_get_origin (EqpSession *self); /* the file as it was asked for */
char       *eqp_session_dup_name (EqpSession *self);   /* the Pôle's name, else the file's */

/* ---- a file on a network or in a synchronised folder ---- */
EqpWorkingCopy *eqp_session_get_working_copy (EqpSession *self); /* (nullable) */
/* Now, and not two seconds after the last edit. TRUE when there is nothing to write. */
gboolean eqp_session_write_back (EqpSession *self,
                                 GError    **error);

G_END_DECLS
