/* walk-edits.h — random edits of every kind of record, each valid or refused with a sentence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/eqp-pole.h"

G_BEGIN_DECLS

typedef struct
{
  EqpStore *store;
  GRand    *rand;
  guint     counter;   /* no code is ever given twice */
  guint     n_done;    /* edits that the file took … */
  guint     n_refused; /* … and those it refused */
} Walk;

void   walk_edit (Walk *walk);
gint64 walk_pick_row (Walk            *walk,
                      const EqpEntity *entity);

G_END_DECLS
