/* eqp-preview-document.c — the document that the preview's choices ask for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-preview-document"

#include "config.h"

#include "app/printing/eqp-preview-document.h"

#include <glib/gi18n.h>

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "report/bodies/eqp-body-documents.h"

static char *
dup_letterhead (EqpStore   *store,
                const char *setting)
{
  g_autofree char *name = eqp_pole_dup_setting (store, setting);

  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

/* The council as the checker shows it; for an attendance sheet as it will be on the day of the meeting. */
static EqpSnapshot *
find_snapshot (EqpSession             *session,
               const EqpPreviewChoice *choice,
               GError                **error)
{
  EqpChecker  *checker = eqp_session_get_checker (session);
  EqpDate      as_of = eqp_checker_get_as_of (checker);
  EqpSnapshot *snapshot = NULL;

  if (choice->kind == EQP_PRINT_ATTENDANCE && choice->meeting != EQP_DATE_NONE && choice->meeting != as_of)
    {
      g_autoptr (GPtrArray) snapshots = eqp_snapshot_load (eqp_session_get_store (session), choice->body, choice->meeting, error);

      if (snapshots == NULL)
        return NULL;
      if (snapshots->len > 0)
        return eqp_snapshot_ref (g_ptr_array_index (snapshots, 0));
    }
  else
    snapshot = eqp_checker_get_snapshot (checker, choice->body);
  if (snapshot == NULL)
    g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("This council does not exist on that date."));
  return snapshot != NULL ? eqp_snapshot_ref (snapshot) : NULL;
}

static EqpDocument *
make_body_document (EqpSession                   *session,
                    const EqpPreviewChoice       *choice,
                    const EqpBodyDocumentOptions *options,
                    GError                      **error)
{
  static const EqpLabelGrid *const sheets[] = { &eqp_label_grid_14, &eqp_label_grid_24 };
  g_autoptr (EqpSnapshot) snapshot = find_snapshot (session, choice, error);

  if (snapshot == NULL)
    return NULL;
  switch (choice->kind)
    {
    case EQP_PRINT_ATTENDANCE:
      return eqp_attendance_document_new (snapshot, options, choice->meeting, choice->place);
    case EQP_PRINT_LABELS:
      return eqp_labels_document_new (snapshot, options, sheets[MIN (choice->sheet, G_N_ELEMENTS (sheets) - 1)]);
    case EQP_PRINT_ROSTER:
    case EQP_PRINT_ROSTERS:
    case EQP_PRINT_ANNEX:
    default:
      return eqp_roster_document_new (snapshot, options);
    }
}

EqpDocument *
eqp_preview_document_new (EqpSession             *session,
                          const EqpPreviewChoice *choice,
                          GError                **error)
{
  EqpStore              *store = eqp_session_get_store (session);
  EqpChecker            *checker = eqp_session_get_checker (session);
  g_autofree char       *left = dup_letterhead (store, EQP_SETTING_UNIVERSITY_NAME);
  g_autofree char       *right = dup_letterhead (store, EQP_SETTING_RECTORAT_NAME);
  EqpBodyDocumentOptions options = {
    .language = choice->language,
    .left = left,
    .right = right,
    .with_summary = choice->with_summary,
    .findings = choice->with_findings ? eqp_checker_get_findings (checker) : NULL,
  };

  switch (choice->kind)
    {
    case EQP_PRINT_ROSTERS:
      return eqp_rosters_document_new (eqp_checker_get_snapshots (checker), &options);
    case EQP_PRINT_ANNEX:
      return eqp_annex_document_new (eqp_checker_get_snapshots (checker), &options,
                                     choice->reference != NULL && *choice->reference != '\0' ? choice->reference : NULL);
    case EQP_PRINT_ROSTER:
    case EQP_PRINT_ATTENDANCE:
    case EQP_PRINT_LABELS:
    default:
      return make_body_document (session, choice, &options, error);
    }
}
