/* eqp-meeting.h — a meeting of a body, held or to come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-record.h"

G_BEGIN_DECLS

typedef enum {
  EQP_MEETING_CODE,
  EQP_MEETING_BODY,
  EQP_MEETING_DATE,
  EQP_MEETING_TITLE,
  EQP_MEETING_PLACE,
  EQP_MEETING_STATE,
  EQP_MEETING_N_FIELDS,
} EqpMeetingField;

#define EQP_TYPE_MEETING (eqp_meeting_get_type ())
G_DECLARE_FINAL_TYPE (EqpMeeting, eqp_meeting, EQP, MEETING, EqpRecord)

extern const EqpEntity eqp_meeting_entity;

G_END_DECLS
