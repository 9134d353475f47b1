/* eqp-working-copy.h — a file on a network or in a synchronised folder, worked on in a local copy that is written back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* The copy lies in $XDG_DATA_HOME/equipole/working/<digest of the path>/ until its edits are in the original. It may be shared with one
 * thread that writes back; everything else is for the thread that opened it. */
typedef struct _EqpWorkingCopy EqpWorkingCopy;

typedef enum {
  EQP_WORKING_COPY_FRESH,    /* just taken from the original */
  EQP_WORKING_COPY_RESUMED,  /* with edits of another time that are not in the original yet */
  EQP_WORKING_COPY_CONFLICT, /* the same, and the original has changed since */
} EqpWorkingCopyBeginning;

/* Whether a file is to be worked on in a copy: locks may not hold where it stands, but do in our own folder; or a copy waits already. */
gboolean        eqp_working_copy_is_wanted (const char *path);
EqpWorkingCopy *eqp_working_copy_open (const char      *path,
                                       const EqpSchema *schema,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
EqpWorkingCopy *eqp_working_copy_ref (EqpWorkingCopy *self);
void            eqp_working_copy_unref (EqpWorkingCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpWorkingCopy, eqp_working_copy_unref)

EqpWorkingCopyBeginning eqp_working_copy_get_beginning (EqpWorkingCopy *self);
const char             *eqp_working_copy_get_origin (EqpWorkingCopy *self); /* without symbolic links */
const char             *eqp_working_copy_get_path (EqpWorkingCopy *self);
const char             *eqp_working_copy_get_aside (EqpWorkingCopy *self); /* a copy of another time that cannot be read; NULL: there was none */
/* Nothing can be written back: the copy is to be opened read-only. */
gboolean eqp_working_copy_is_read_only (EqpWorkingCopy *self);
/* Whether @store, open on the copy, holds edits that the original has not. */
gboolean eqp_working_copy_is_ahead (EqpWorkingCopy *self,
                                    EqpStore       *store);
/* From any thread; EQP_STORE_ERROR_CONFLICT: the original has changed, and is as it was. */
gboolean eqp_working_copy_write_back (EqpWorkingCopy *self,
                                      GError        **error);
/* Once its stores are closed: removes the copy, unless the original lacks some of it, and lets others open the original. */
void eqp_working_copy_close (EqpWorkingCopy *self);
/* The same, and the next opening takes what the original holds: the copy's edits are somewhere else. */
void eqp_working_copy_give_up (EqpWorkingCopy *self);
/* Originals of which a copy lies here, with edits not written back or open now. (element-type filename) */
GPtrArray *eqp_working_copy_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
