/* eqp-body-documents.h — what a council prints: roster, all rosters, annex, labels, attendance sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bodies/eqp-snapshot.h"
#include "report/layout/eqp-document.h"

G_BEGIN_DECLS

/* What the documents of bodies have in common. Everything is copied or referenced by the document. */
typedef struct
{
  EqpLanguage language;
  const char *left;         /* (nullable) the university's letterhead; NULL for a placeholder */
  const char *right;        /* (nullable) the rectorat's */
  gboolean    with_summary; /* rosters: count against minimum and maximum, category by category */
  GPtrArray  *findings;     /* (nullable) (element-type EqpFinding) rosters: those about the body are printed */
} EqpBodyDocumentOptions;

/* Sheets of self-adhesive labels on A4 paper. */
extern const EqpLabelGrid eqp_label_grid_14; /* 2 × 7 of 99.1 × 38.1 mm */
extern const EqpLabelGrid eqp_label_grid_24; /* 3 × 8 of 70 × 36 mm */

EqpDocument *eqp_roster_document_new (EqpSnapshot                  *snapshot,
                                      const EqpBodyDocumentOptions *options) G_GNUC_WARN_UNUSED_RESULT;
EqpDocument *eqp_rosters_document_new (GPtrArray                    *snapshots,
                                       const EqpBodyDocumentOptions *options) G_GNUC_WARN_UNUSED_RESULT;
EqpDocument *eqp_annex_document_new (GPtrArray                    *snapshots,
                                     const EqpBodyDocumentOptions *options,
                                     const char                   *reference) G_GNUC_WARN_UNUSED_RESULT;
EqpDocument *eqp_labels_document_new (EqpSnapshot                  *snapshot,
                                      const EqpBodyDocumentOptions *options,
                                      const EqpLabelGrid           *grid) G_GNUC_WARN_UNUSED_RESULT;
EqpDocument *eqp_attendance_document_new (EqpSnapshot                  *snapshot,
                                          const EqpBodyDocumentOptions *options,
                                          EqpDate                       date,
                                          const char                   *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
