/* proof-common.h — what the proofs share: amounts, files, and a number that stands for all that a file holds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "proof-amount.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

/* g_test_init() for a proof, in folders of its own. GLib prints the seed; --seed repeats it. */
void proof_init (int    *argc,
                 char ***argv);

/* An empty folder of this test, below GLib's. */
char *proof_dup_folder (const char *name);
void  proof_empty_folder (const char *folder);
/* NULL, or the whole of an ordinary file. */
GBytes *proof_read (const char *path);
void    proof_write (const char   *path,
                     gconstpointer data,
                     gsize         size);

/* Of some bytes, and of a file, or that there is none: what has the same one is looked into once. */
guint64 proof_hash (guint64       hash,
                    gconstpointer data,
                    gsize         size);
guint64 proof_hash_file (guint64     hash,
                         const char *path);

typedef enum {
  PROOF_DIGEST_EXACT,
  PROOF_DIGEST_WITHOUT_IDS, /* what two runs of the same edit have in common: ids are drawn */
} ProofDigest;

/* Of every row of every table but "meta", which notes backups and checks, and of the schema. A journal beside the file is rolled
 * back. 0 and @error when it cannot be read. */
guint64 proof_digest (const char *path,
                      ProofDigest kind,
                      GError    **error);
/* The same, of a file that has to be sound. */
guint64 proof_digest_sound (const char *path,
                            ProofDigest kind);

/* Runs @worker in @n processes at once; each says in *@result what it did. All must end well. */
#define PROOF_N_RESULTS 8

typedef void (*ProofWorker) (guint    number,
                             guint64 *results,
                             gpointer user_data);

void proof_run_workers (guint       n,
                        ProofWorker worker,
                        guint64    *results, /* sums, PROOF_N_RESULTS of them */
                        gpointer    user_data);

G_END_DECLS
