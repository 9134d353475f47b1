/* eqp-meeting-item.h — an item of the agenda of a meeting, and what came of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_MEETING_ITEM_MEETING,
  EQP_MEETING_ITEM_POSITION,
  EQP_MEETING_ITEM_TITLE,
  EQP_MEETING_ITEM_SCOPE,
  EQP_MEETING_ITEM_OUTCOME,
  EQP_MEETING_ITEM_ADVICE_TO,
  EQP_MEETING_ITEM_N_FIELDS,
} EqpMeetingItemField;

#define EQP_TYPE_MEETING_ITEM (eqp_meeting_item_get_type ())
G_DECLARE_FINAL_TYPE (EqpMeetingItem, eqp_meeting_item, EQP, MEETING_ITEM, EqpRecord)

extern const EqpEntity eqp_meeting_item_entity;

G_END_DECLS
