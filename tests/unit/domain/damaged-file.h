/* damaged-file.h — a file of which one table is lost, or its rows cannot be read or written, while it is open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "eqp-test-pole.h"

G_BEGIN_DECLS

/* What the doings are about, read before the file was damaged. Each edit has rows of its own. */
typedef struct
{
  EqpStore  *store;
  gint64     body;
  gint64     sub_body; /* with a mandate, a meeting and links: to be deleted */
  gint64     teacher;  /* categories */
  gint64     guest;
  gint64     mandates[4]; /* P1, P2, P3 in the council; P4 is an occasional guest */
  gint64     meeting;
  gint64     idle_meeting; /* to be deleted, with its guest and its item */
  gint64     successor;
  gint64     idle_person; /* to be deleted, as the course */
  gint64     idle_course;
  EqpRecord *person;
  EqpRecord *institution;
  EqpRecord *course;
  EqpRecord *request;      /* routed, with a line that covers a part of it */
  EqpRecord *idle_request; /* received, with a step recorded */
  EqpRecord *line;         /* done, not certified */
  EqpRecord *certified;    /* a line */
  EqpRecord *idle_line;
} World;

typedef struct
{
  const char *name;
  /* TRUE with a result, or FALSE with @error set. */
  gboolean (*run) (World   *world,
                   GError **error);
} DamagedDoing;

/* Every doing with every table damaged in every way: it succeeds, or gives a sentence and leaves the file as it was. Each must have failed at least
 * once: it reads or writes something after all. */
void damaged_try_all (const DamagedDoing *doings,
                      guint               n_doings);

G_END_DECLS
