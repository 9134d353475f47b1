/* eqp-mention.h — a field of the master’s degree (mention de master) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_MENTION_CODE,
  EQP_MENTION_NAME_FR,
  EQP_MENTION_NAME_EN,
  EQP_MENTION_HEAD,
  EQP_MENTION_HEAD_DEPUTY,
  EQP_MENTION_N_FIELDS,
} EqpMentionField;

#define EQP_TYPE_MENTION (eqp_mention_get_type ())
G_DECLARE_FINAL_TYPE (EqpMention, eqp_mention, EQP, MENTION, EqpRecord)

extern const EqpEntity eqp_mention_entity;

G_END_DECLS
