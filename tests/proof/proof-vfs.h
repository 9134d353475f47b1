/* proof-vfs.h — what stands between SQLite and the disk in the proofs: it can keep a record, and it can fail */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The calls that can be made to fail. */
typedef enum {
  PROOF_CALL_READ = 1 << 0,
  PROOF_CALL_WRITE = 1 << 1,
  PROOF_CALL_TRUNCATE = 1 << 2,
  PROOF_CALL_SYNC = 1 << 3,
  PROOF_CALL_SIZE = 1 << 4,
  PROOF_CALL_LOCK = 1 << 5,
  PROOF_CALL_OPEN = 1 << 6,
  PROOF_CALL_REMOVE = 1 << 7,
  PROOF_CALL_ACCESS = 1 << 8,
  PROOF_CALL_RENAME = 1 << 9,
  PROOF_CALL_ALLOCATE = 1 << 10,
} ProofCalls;

typedef struct
{
  ProofCalls calls;    /* which are counted and fail */
  guint      at;       /* the number of the first that fails, from 1; 0: none */
  gboolean   for_ever; /* all that follow fail too */
  gboolean   full;     /* a full disk rather than a broken one */
  gboolean   torn;     /* a write that fails leaves its first half */
} ProofFault;

/* Before anything of SQLite is used: our VFS becomes the default, our allocator the one. */
void proof_vfs_install (void);
/* From now on, until proof_fault_end(). */
void proof_fault_begin (const ProofFault *fault);
/* How many calls were counted; @struck: (out) (optional): how many of them failed. */
guint proof_fault_end (guint *struck);
/* Files that SQLite holds open, and the pieces of memory it holds. */
guint proof_vfs_n_files (void);
guint proof_vfs_n_pieces (void);

G_END_DECLS
