/* eqp-meeting-item.c — an item of the agenda of a meeting, and what came of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-meeting-item"

#include "config.h"

#include "domain/bodies/eqp-meeting-item.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-meeting.h"
#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

#define KEY (EQP_FIELD_REQUIRED | EQP_FIELD_KEY)

static const EqpChoice scopes[] = {
  { "", N_ ("Not stated") },
  { "local", N_ ("Local") },
  { "general", N_ ("General") },
  { NULL, NULL },
};

static const EqpChoice outcomes[] = {
  { "", N_ ("Not stated") },
  { "discussed", N_ ("Discussed") },
  { "adopted", N_ ("Adopted") },
  { NULL, NULL },
};

/* To which a council's advice goes (C-07). */
static const char *const boards[] = { "CCI", "OAF", "COSP", "CI" };

static const EqpField eqp_meeting_item_fields[] = {
  [EQP_MEETING_ITEM_MEETING] = { "meeting", EQP_FIELD_REFERENCE, KEY | EQP_FIELD_OWNER, N_ ("Meeting"), "meeting;réunion", NULL, &eqp_meeting_entity },
  [EQP_MEETING_ITEM_POSITION] = { "position", EQP_FIELD_INTEGER, KEY, N_ ("Position"), "position;rang;ordre;point" },
  [EQP_MEETING_ITEM_TITLE] = { "title", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_SEARCHED, N_ ("Subject"), "title;objet;intitulé;titre" },
  [EQP_MEETING_ITEM_SCOPE] = { "scope", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Scope"), "scope;portée", scopes },
  [EQP_MEETING_ITEM_OUTCOME] = { "outcome", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Outcome"), "outcome;suite;résultat", outcomes },
  [EQP_MEETING_ITEM_ADVICE_TO] = { "advice-to", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Advice sent directly to"), "advice_to;avis transmis à;avis adressé à" },
};

EQP_DEFINE_ENTITY (eqp_meeting_item, "meeting_item", N_ ("item of a meeting"), N_ ("Items of meetings"))
EQP_DEFINE_RECORD_TYPE (EqpMeetingItem, eqp_meeting_item)

/* "2. Timetable of the placements (Meeting of 12 Oct 2026 …)" */
static char *
eqp_meeting_item_dup_title (EqpRecord  *record,
                            EqpLanguage language)
{
  g_autofree char *meeting = eqp_record_dup_target_title (record, EQP_MEETING_ITEM_MEETING, language);
  const char      *subject = eqp_record_get_text (record, EQP_MEETING_ITEM_TITLE);
  gint64           position = eqp_record_get_integer (record, EQP_MEETING_ITEM_POSITION);

  if (*meeting == '\0')
    return g_strdup_printf ("%" G_GINT64_FORMAT ". %s", position, subject);
  return g_strdup_printf ("%" G_GINT64_FORMAT ". %s (%s)", position, subject, meeting);
}

static gboolean
check_board (const char *word,
             GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    if (g_ascii_strcasecmp (word, boards[i]) == 0)
      return TRUE;
  /* Translators: %s is what somebody typed. CCI, OAF, COSP and CI are the boards that receive advice. */
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("“%s” is none of CCI, OAF, COSP and CI."), word);
  return FALSE;
}

static gboolean
eqp_meeting_item_validate (EqpRecord *record,
                           guint     *field,
                           GError   **error)
{
  g_auto (GStrv) words = g_strsplit_set (eqp_record_get_text (record, EQP_MEETING_ITEM_ADVICE_TO), " ,;|", -1);

  *field = EQP_MEETING_ITEM_POSITION;
  if (eqp_record_get_integer (record, EQP_MEETING_ITEM_POSITION) < 1)
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The first item of a meeting has position 1."));
      return FALSE;
    }
  *field = EQP_MEETING_ITEM_ADVICE_TO;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !check_board (words[i], error))
      return FALSE;
  return TRUE;
}

static void
eqp_meeting_item_class_init (EqpMeetingItemClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_meeting_item_entity);
  record_class->dup_title = eqp_meeting_item_dup_title;
  record_class->validate = eqp_meeting_item_validate;
}
