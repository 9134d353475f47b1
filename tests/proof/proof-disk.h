/* proof-disk.h — a record of what was written to one folder, and the states in which a power cut could leave it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ---- recording, in one folder at a time ---- */

typedef struct _ProofRecord ProofRecord;

/* What is in the folder now counts as safely on the disk. */
void         proof_disk_start (const char *folder);
ProofRecord *proof_disk_stop (void) G_GNUC_WARN_UNUSED_RESULT;
void         proof_record_free (ProofRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProofRecord, proof_record_free)
/* An edit was acknowledged: from here on, it has to be there. */
void proof_disk_note_acknowledged (void);

/* Told by the VFS and the wrapped calls; they do nothing while nothing is recorded. */
guint proof_disk_find (const char *path); /* 0: not recorded */
void  proof_disk_note_create (const char *path);
void  proof_disk_note_remove (const char *path);
void  proof_disk_note_rename (const char *from,
                              const char *to);
void  proof_disk_note_write (guint       node,
                             const void *data,
                             gsize       size,
                             goffset     offset);
void  proof_disk_note_truncate (guint   node,
                                goffset size);
void  proof_disk_note_sync (guint node);
void  proof_disk_note_sync_fd (int fd); /* of a file or of the folder */
void  proof_disk_note_sync_folder (void);

/* ---- crash states ---- */

/* Sectors are written whole or not at all; nothing larger is. */
#define PROOF_SECTOR 512

typedef struct _ProofReplay ProofReplay;

/* One state of the folder after a power cut: what each name of interest holds, NULL where there is no such file. */
#define PROOF_MAX_NAMES 3

typedef struct
{
  GByteArray *content[PROOF_MAX_NAMES];
  gboolean    exists[PROOF_MAX_NAMES];
  guint64     hash;
} ProofState;

void proof_state_init (ProofState *self);
void proof_state_clear (ProofState *self);

/* @names: (array zero-terminated=1): names within the folder, PROOF_MAX_NAMES at most */
ProofReplay *proof_replay_new (const ProofRecord *record,
                               const char *const *names) G_GNUC_WARN_UNUSED_RESULT;
void         proof_replay_free (ProofReplay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProofReplay, proof_replay_free)
/* Goes one operation on; FALSE at the end. */
gboolean proof_replay_next (ProofReplay *self);
/* How many operations a power cut may undo here. */
guint proof_replay_n_pending (ProofReplay *self);
guint proof_replay_n_acknowledged (ProofReplay *self);
guint proof_replay_get_position (ProofReplay *self);
/* What @random leaves of the operations that no sync has made safe. */
void proof_replay_crash (ProofReplay *self,
                         GRand       *random,
                         ProofState  *state);

G_END_DECLS
