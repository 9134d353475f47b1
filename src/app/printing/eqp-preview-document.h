/* eqp-preview-document.h — the document that the preview's choices ask for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/printing/eqp-preview-window.h"

G_BEGIN_DECLS

typedef struct
{
  EqpPrintKind kind;
  gint64       body;
  EqpLanguage  language;
  gboolean     with_summary;  /* rosters */
  gboolean     with_findings; /* rosters */
  guint        sheet;         /* labels: index in the list of sheets */
  EqpDate      meeting;       /* attendance: EQP_DATE_NONE to leave it to be written */
  const char  *place;         /* attendance */
  const char  *reference;     /* annex */
} EqpPreviewChoice;

EqpDocument *eqp_preview_document_new (EqpSession             *session,
                                       const EqpPreviewChoice *choice,
                                       GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
