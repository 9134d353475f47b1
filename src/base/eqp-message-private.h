/* eqp-message-private.h — what the two halves of EqpMessage share: its values */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-message.h"

G_BEGIN_DECLS

typedef enum {
  EQP_MESSAGE_TEXT,
  EQP_MESSAGE_NUMBER,
  EQP_MESSAGE_DATE,
  EQP_MESSAGE_WORD,
  EQP_MESSAGE_NAMES,
} EqpMessageType;

typedef struct
{
  char          *name;
  EqpMessageType type;
  char          *text;    /* TEXT, WORD (a msgid), NAMES (French) */
  char          *text_en; /* NAMES */
  gint64         number;  /* NUMBER, DATE */
} EqpMessageValue;

struct _EqpMessage
{
  gatomicrefcount ref_count;
  char           *msgid;
  char           *plural; /* NULL: no count */
  gint64          n;
  GPtrArray      *values; /* of EqpMessageValue, in the order of setting */
};

G_END_DECLS
