/* proof-disk-private.h — what the record and its replay share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "proof-disk.h"

G_BEGIN_DECLS

typedef enum {
  PROOF_OPERATION_WRITE,
  PROOF_OPERATION_TRUNCATE,
  PROOF_OPERATION_SYNC,
  PROOF_OPERATION_LINK,   /* a name for a node; of another name, which it loses, when it is a renaming */
  PROOF_OPERATION_UNLINK, /* the name is gone, the node may still be written */
  PROOF_OPERATION_SYNC_FOLDER,
  PROOF_OPERATION_ACKNOWLEDGE,
} ProofOperationType;

typedef struct
{
  ProofOperationType type;
  guint              node; /* from 1 */
  goffset            offset;
  goffset            size;
  guint8            *data;
  char              *name;
  char              *other_name; /* (nullable) */
} ProofOperation;

/* A node is what a name stands for: a renamed or removed file stays the same one. */
struct _ProofRecord
{
  char       *folder;
  GArray     *operations;  /* (element-type ProofOperation) */
  GPtrArray  *first;       /* (element-type GByteArray) what each node held at the start, by number - 1 */
  guint       n_first;     /* nodes that were there at the start */
  GHashTable *first_names; /* name → node, at the start */
  GHashTable *names;       /* name → node, as the program sees it */
};

void proof_names_copy (GHashTable *from,
                       GHashTable *to);

G_END_DECLS
