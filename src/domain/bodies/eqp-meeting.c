/* eqp-meeting.c — a meeting of a body, held or to come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-meeting"

#include "config.h"

#include "domain/bodies/eqp-meeting.h"

#include "domain/bodies/eqp-body.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice states[] = {
  { "planned", N_ ("Scheduled") },
  { "held", N_ ("Held") },
  { "cancelled", N_ ("Cancelled") },
  { NULL, NULL },
};

static const EqpField eqp_meeting_fields[] = {
  [EQP_MEETING_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | EQP_FIELD_SEARCHED, N_ ("Code"), "code" },
  [EQP_MEETING_BODY] = { "body", EQP_FIELD_REFERENCE, EQP_FIELD_REQUIRED | EQP_FIELD_OWNER, N_ ("Council"), "body;conseil", NULL, &eqp_body_entity },
  [EQP_MEETING_DATE] = { "date", EQP_FIELD_DATE, EQP_FIELD_REQUIRED, N_ ("Date"), "date" },
  [EQP_MEETING_TITLE] = { "title", EQP_FIELD_TEXT, EQP_FIELD_SEARCHED, N_ ("Subject"), "title;objet;intitulé;titre" },
  [EQP_MEETING_PLACE] = { "place", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Place"), "place;lieu" },
  [EQP_MEETING_STATE] = { "state", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED, N_ ("State"), "state;état;statut", states },
};

EQP_DEFINE_ENTITY (eqp_meeting, "meeting", N_ ("meeting"), N_ ("Meetings"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpMeeting, eqp_meeting, {
  eqp_record_set_text (record, EQP_MEETING_STATE, "held");
})

/* "Meeting of 12 Oct 2026 (Secondary – Mathematics)" */
static char *
eqp_meeting_dup_title (EqpRecord  *record,
                       EqpLanguage language)
{
  g_autofree char *date = eqp_record_dup_display (record, EQP_MEETING_DATE, language);
  g_autofree char *body = eqp_record_dup_target_title (record, EQP_MEETING_BODY, language);
  /* Translators: %s is a date. */
  g_autofree char *meeting = g_strdup_printf (eqp_tr (language, N_ ("Meeting of %s")), date);

  return eqp_record_join_title (meeting, body, NULL);
}

static void
eqp_meeting_class_init (EqpMeetingClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_meeting_entity);
  record_class->dup_title = eqp_meeting_dup_title;
}
