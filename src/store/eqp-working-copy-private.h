/* eqp-working-copy-private.h — what the eqp-working-copy*.c files share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store-internal.h"
#include "store/eqp-working-copy.h"

G_BEGIN_DECLS

/* The last time the original and the copy held the same. Digests are of a file's bytes, editions of what a store holds. While the
 * original is replaced, both its old and its next content are known: whatever a crash leaves is recognised as ours. */
typedef struct
{
  char *digest;
  char *edition;
  char *next_digest;  /* (nullable) */
  char *next_edition; /* (nullable) */
} EqpWorkingState;

struct _EqpWorkingCopy
{
  gatomicrefcount ref_count;

  char                   *origin;
  char                   *folder;
  char                   *path;
  char                   *aside; /* (nullable) */
  const EqpSchema        *schema;
  EqpWorkingCopyBeginning beginning;
  int                     claim; /* descriptor of the file by which nobody else opens the same; -1: ended */

  GMutex          writing; /* for as long as something is written back */
  GMutex          lock;    /* of what follows, never held for long */
  EqpWorkingState state;
  gboolean        ended;
};

/* What changes with every edit, undo and restored copy, and with nothing else. */
char *_eqp_working_copy_dup_edition (EqpStore *store);

/* ---- eqp-working-copy-file.c ---- */
char    *_eqp_working_state_dup_folder (const char *origin);
void     _eqp_working_state_load (EqpWorkingState *self,
                                  const char      *folder); /* all NULL when nothing is noted */
void     _eqp_working_state_clear (EqpWorkingState *self);
gboolean _eqp_working_state_save (const EqpWorkingState *self,
                                  const char            *folder,
                                  const char            *origin,
                                  GError               **error);
void     _eqp_working_state_remove (const char *folder);

/* NULL: it cannot be read. */
char *_eqp_working_copy_dup_digest (const char *path);
/* SQLite's backup API into a new file, checked and synced; nothing is left of it on failure. */
gboolean _eqp_working_copy_transfer (EqpDatabase *source,
                                     int          newest,
                                     const char  *path,
                                     int          mode,
                                     GError     **error);

G_END_DECLS
