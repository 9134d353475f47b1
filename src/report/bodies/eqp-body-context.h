/* eqp-body-context.h — the words and choices that all documents of bodies share (private to them) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/bodies/eqp-body-documents.h"

G_BEGIN_DECLS

typedef struct
{
  EqpLanguage language;
  char       *left;
  char       *right;
  gboolean    with_summary;
  GPtrArray  *findings; /* nullable */
} EqpBodyContext;

EqpBodyContext *_eqp_body_context_new (const EqpBodyDocumentOptions *options);
EqpBodyContext *_eqp_body_context_ref (EqpBodyContext *self);
void            _eqp_body_context_unref (EqpBodyContext *self);

void    _eqp_body_add_letterhead (EqpBodyContext *self,
                                  EqpSection     *section);
char   *_eqp_body_dup_decision (EqpBodyContext    *self,
                                const EqpSnapshot *snapshot,
                                EqpDecisionKind    kind);
char   *_eqp_body_dup_title (EqpBodyContext    *self,
                             const EqpSnapshot *snapshot);
char   *_eqp_body_dup_summary (EqpBodyContext    *self,
                               const EqpSnapshot *snapshot);
char   *_eqp_body_dup_day (EqpBodyContext *self,
                           EqpDate         date);
char   *_eqp_body_dup_mandate (EqpBodyContext *self,
                               const EqpSeat  *seat);
char   *_eqp_body_dup_function (EqpBodyContext *self,
                                const EqpSeat  *seat);
char   *_eqp_body_dup_range (int min,
                             int max);
EqpChip _eqp_body_get_chip (EqpSide side);
void    _eqp_body_set_document_details (EqpBodyContext    *self,
                                        EqpDocument       *document,
                                        const EqpSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpBodyContext, _eqp_body_context_unref)

G_END_DECLS
