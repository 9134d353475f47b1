/* eqp-place.h — whether a file stands where SQLite's locks and syncs can be trusted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  EQP_PLACE_LOCAL,
  EQP_PLACE_NETWORK,      /* NFS, SMB, FUSE …: locks may not hold between two machines */
  EQP_PLACE_SYNCHRONISED, /* a folder that another program copies while the file is open */
} EqpPlace;

EqpPlace eqp_place_of_path (const char *path);
EqpPlace eqp_place_of_magic (guint32 file_system);

G_END_DECLS
