/* eqp-procedure-step.c — one step of a procedure: whose turn, due when, what proves it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-procedure-step"

#include "config.h"

#include "domain/procedures/eqp-procedure-step.h"

#include "base/eqp-error.h"
#include "domain/eqp-record-type.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-procedure.h"

#include <glib/gi18n.h>

#define KEY (EQP_FIELD_REQUIRED | EQP_FIELD_KEY)

/* Ten years: beyond, somebody slipped on the keyboard. */
#define MAX_DELAY 3660

static const EqpChoice roles[] = {
  { "", N_ ("Not stated") },
  { "coordinator", N_ ("Coordination") },
  { "requester", N_ ("Requesting institution") },
  { "speaker", N_ ("Speaker") },
  { "collective", N_ ("Collective or research cell") },
  { "head", N_ ("Head of the Pôle") },
  { NULL, NULL },
};

static const EqpChoice kinds_of_days[] = {
  { "calendar", N_ ("Calendar days") },
  { "working", N_ ("Working days") },
  { NULL, NULL },
};

static const EqpField eqp_procedure_step_fields[] = {
  [EQP_PROCEDURE_STEP_PROCEDURE] = { "procedure", EQP_FIELD_REFERENCE, KEY | EQP_FIELD_OWNER, N_ ("Procedure"), "procedure;procédure", NULL, &eqp_procedure_entity },
  [EQP_PROCEDURE_STEP_POSITION] = { "position", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED, N_ ("Position"), "position;rang;ordre" },
  [EQP_PROCEDURE_STEP_CODE] = { "code", EQP_FIELD_TEXT, KEY, N_ ("Code"), "code" },
  [EQP_PROCEDURE_STEP_NAME_FR] = { "name-fr", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED, N_ ("Name in French"), "name_fr;nom;intitulé;nom français" },
  [EQP_PROCEDURE_STEP_NAME_EN] = { "name-en", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Name in English"), "name_en;nom anglais;intitulé anglais" },
  [EQP_PROCEDURE_STEP_ROLE] = { "role", EQP_FIELD_CHOICE, EQP_FIELD_OPTIONAL, N_ ("Whose turn"), "role;rôle;à qui;acteur", roles },
  [EQP_PROCEDURE_STEP_ANCHOR] = { "anchor", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Counted from"), "anchor;repère;à compter de;date de référence" },
  [EQP_PROCEDURE_STEP_DELAY] = { "delay", EQP_FIELD_INTEGER, EQP_FIELD_REQUIRED, N_ ("Delay in days"), "delay;délai;jours" },
  [EQP_PROCEDURE_STEP_DAYS] = { "days", EQP_FIELD_CHOICE, EQP_FIELD_REQUIRED, N_ ("Days counted"), "days;jours comptés;type de jours", kinds_of_days },
  [EQP_PROCEDURE_STEP_EVIDENCE] = { "evidence", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Evidence"), "evidence;preuve;pièce;justificatif" },
  [EQP_PROCEDURE_STEP_BLOCKING] = { "blocking", EQP_FIELD_BOOLEAN, EQP_FIELD_OPTIONAL, N_ ("The next steps wait for it"), "blocking;bloquant;bloquante" },
  [EQP_PROCEDURE_STEP_SOURCE] = { "source", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Source"), "source;texte;référence" },
};

EQP_DEFINE_ENTITY (eqp_procedure_step, "procedure_step", N_ ("step of a procedure"), N_ ("Steps of procedures"))
EQP_DEFINE_RECORD_TYPE_WITH_DEFAULTS (EqpProcedureStep, eqp_procedure_step, {
  eqp_record_set_integer (record, EQP_PROCEDURE_STEP_POSITION, 0);
  eqp_record_set_integer (record, EQP_PROCEDURE_STEP_DELAY, 0);
  eqp_record_set_text (record, EQP_PROCEDURE_STEP_DAYS, "calendar");
  eqp_record_set_boolean (record, EQP_PROCEDURE_STEP_BLOCKING, TRUE);
})

static char *
eqp_procedure_step_dup_title (EqpRecord  *record,
                              EqpLanguage language)
{
  return eqp_record_dup_name (record, EQP_PROCEDURE_STEP_NAME_FR, EQP_PROCEDURE_STEP_NAME_EN, language);
}

static gboolean
check_anchor (EqpRecord *record,
              GError   **error)
{
  const char *anchor = eqp_record_get_text (record, EQP_PROCEDURE_STEP_ANCHOR);

  if (g_strv_contains ((const char *const[]){ "", "received", "start", "end", NULL }, anchor))
    return TRUE;
  if (g_str_has_prefix (anchor, "step:") && anchor[strlen ("step:")] != '\0')
    {
      if (!g_str_equal (anchor + strlen ("step:"), eqp_record_get_text (record, EQP_PROCEDURE_STEP_CODE)))
        return TRUE;
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The delay of a step cannot be counted from the step itself."));
      return FALSE;
    }
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: %s is what was typed; keep the words received, start, end and step:CODE as they are. */
               _ ("“%s” is nothing a delay can be counted from. It is one of received, start, end, step:CODE."), anchor);
  return FALSE;
}

static gboolean
eqp_procedure_step_validate (EqpRecord *record,
                             guint     *field,
                             GError   **error)
{
  gint64 delay = eqp_record_get_integer (record, EQP_PROCEDURE_STEP_DELAY);

  *field = EQP_PROCEDURE_STEP_ANCHOR;
  if (!check_anchor (record, error))
    return FALSE;
  *field = EQP_PROCEDURE_STEP_DELAY;
  if (delay >= -MAX_DELAY && delay <= MAX_DELAY)
    return TRUE;
  g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("A delay is at most ten years."));
  return FALSE;
}

static void
eqp_procedure_step_class_init (EqpProcedureStepClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_procedure_step_entity);
  record_class->dup_title = eqp_procedure_step_dup_title;
  record_class->validate = eqp_procedure_step_validate;
}

/**
 * eqp_step_role_get_label:
 * @role: a role as stored: "coordinator", "requester" …
 * @language: the reader's language
 *
 * Returns: (transfer none): its name, "" for no role or one that this version does not know
 */
const char *
eqp_step_role_get_label (const char *role,
                         EqpLanguage language)
{
  g_return_val_if_fail (role != NULL, "");

  for (const EqpChoice *choice = roles + 1; choice->value != NULL; choice++)
    if (g_str_equal (choice->value, role))
      return eqp_tr (language, choice->label);
  return "";
}
