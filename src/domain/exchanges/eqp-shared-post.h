/* eqp-shared-post.h — a post shared between both institutions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_SHARED_POST_PERSON,
  EQP_SHARED_POST_INSTITUTION,
  EQP_SHARED_POST_SHARE,
  EQP_SHARED_POST_FROM_DATE,
  EQP_SHARED_POST_TO_DATE,
  EQP_SHARED_POST_N_FIELDS,
} EqpSharedPostField;

#define EQP_TYPE_SHARED_POST (eqp_shared_post_get_type ())
G_DECLARE_FINAL_TYPE (EqpSharedPost, eqp_shared_post, EQP, SHARED_POST, EqpRecord)

extern const EqpEntity eqp_shared_post_entity;

G_END_DECLS
