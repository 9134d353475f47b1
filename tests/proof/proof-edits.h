/* proof-edits.h — every kind of thing that is done to a file, each ready to be interrupted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "proof-common.h"

G_BEGIN_DECLS

/* The names in the folder that a power cut may touch. */
#define PROOF_FILE "file.equipole"
#define PROOF_JOURNAL "file.equipole-journal"
#define PROOF_COPY "copy.equipole"

typedef struct _ProofKind ProofKind;

/* One file in its folder, and what is done to it. */
typedef struct
{
  const ProofKind *kind;
  char            *folder;
  char            *path;
  char            *copy;         /* where copies and exports go */
  char            *table;        /* a CSV file */
  char            *kept;         /* a copy from which to take back */
  GBytes          *base;         /* (nullable) what the file holds before */
  GBytes          *base_journal; /* (nullable) and the journal beside it */
  char            *backups;      /* (nullable) the folder of the copies that the store keeps by itself */
  guint            length;       /* of the texts written */
  EqpStore        *store;        /* (nullable) */
} ProofCase;

typedef enum {
  PROOF_OPENS = 1 << 0,     /* the doing begins with opening: there is no store before */
  PROOF_MIGRATES = 1 << 1,  /* the file is of an older format at first */
  PROOF_CREATES = 1 << 2,   /* there is no file at first */
  PROOF_COPIES = 1 << 3,    /* leaves a whole copy at "copy" */
  PROOF_READS = 1 << 4,     /* changes nothing that counts */
  PROOF_ELSEWHERE = 1 << 5, /* and writes nothing into the folder */
} ProofKindFlags;

struct _ProofKind
{
  const char *name;
  const EqpSchema *(*get_schema) (void); /* of the file when the doing is done */
  ProofKindFlags flags;
  /* What comes before, undisturbed; NULL: nothing. */
  void (*prepare) (ProofCase *self);
  /* TRUE once it is acknowledged. */
  gboolean (*run) (ProofCase *self,
                   GError   **error);
};

extern const ProofKind proof_kinds[];
extern const guint     proof_n_kinds;

ProofCase *proof_case_new (const ProofKind *kind,
                           const char      *folder) G_GNUC_WARN_UNUSED_RESULT;
void       proof_case_free (ProofCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProofCase, proof_case_free)
/* The length of the texts that the doing writes: short ones fit a page, long ones do not. */
void proof_case_set_length (ProofCase *self,
                            guint      length);
/* The folder as it was before, the store open if the kind wants one. */
void proof_case_reset (ProofCase *self);
void proof_case_close (ProofCase *self);
/* Opens the file as the program would next time. */
EqpStore *proof_case_open (ProofCase *self,
                           GError   **error);
/* A small edit that must be possible whatever happened before. */
gboolean proof_case_go_on (ProofCase *self,
                           EqpStore  *store,
                           GError   **error);

G_END_DECLS
