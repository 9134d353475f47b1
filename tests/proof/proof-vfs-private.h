/* proof-vfs-private.h — the faults, for the calls that do not pass through the VFS */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "proof-vfs.h"

G_BEGIN_DECLS

/* Counts the call; whether it is one that fails. */
gboolean proof_fault_strikes (ProofCalls call);
gboolean proof_fault_is_full (void);

G_END_DECLS
