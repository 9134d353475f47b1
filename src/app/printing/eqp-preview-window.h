/* eqp-preview-window.h — a document as it will be printed, then the printer or a file: PDF or ODT */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session-window.h"
#include "report/layout/eqp-document.h"

G_BEGIN_DECLS

#define EQP_TYPE_PREVIEW_WINDOW (eqp_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpPreviewWindow, eqp_preview_window, EQP, PREVIEW_WINDOW, EqpSessionWindow)

/* Which documents the window offers to choose among; it makes them itself from the session. */
typedef enum {
  EQP_PRINT_ROSTER,     /* of @body */
  EQP_PRINT_ATTENDANCE, /* of @body */
  EQP_PRINT_LABELS,     /* of @body */
  EQP_PRINT_ROSTERS,    /* all */
  EQP_PRINT_ANNEX,
} EqpPrintKind;

/* @body: 0 = none chosen: only the documents about all councils are offered. As of the checker's date. */
void eqp_preview_window_present (GtkWindow   *parent,
                                 EqpSession  *session,
                                 EqpPrintKind kind,
                                 gint64       body);

/* Documents about something else than councils. @make: called again for each language and after each edit; @user_data: that of the call below. */
typedef struct
{
  const char *label; /* N_() */
  EqpDocument *(*make) (EqpSession *session,
                        EqpLanguage language,
                        gpointer    user_data,
                        GError    **error);
} EqpPreviewOffer;

/* @title: of the window; @offers: static; @first: the one shown first. */
void eqp_preview_window_present_offers (GtkWindow             *parent,
                                        EqpSession            *session,
                                        const char            *title,
                                        const EqpPreviewOffer *offers,
                                        guint                  n_offers,
                                        guint                  first,
                                        gpointer               user_data,
                                        GDestroyNotify         destroy);

/* By the name's end: ".odt", ".pdf" and everything else. */
gboolean eqp_preview_write (EqpDocument *document,
                            const char  *path,
                            GError     **error);

G_END_DECLS
