/* eqp-import-label.h — what the history says of an import */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-message.h"
#include "interop/eqp-kind.h"

G_BEGIN_DECLS

EqpMessage *eqp_import_label_new (const EqpKind *kind,
                                  guint          n_rows,
                                  const char    *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
