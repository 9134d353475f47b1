/* eqp-document.h — what is shown and printed: a titled sequence of sections in one language */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-date.h"
#include "report/layout/eqp-section.h"

G_BEGIN_DECLS

typedef struct _EqpDocument EqpDocument;

typedef enum {
  EQP_NUMBERING_DOCUMENT, /* page x of all pages */
  EQP_NUMBERING_SECTION,  /* each section that starts a page counts its own: a run of rosters to be parted */
} EqpNumbering;

EqpDocument *eqp_document_new (const char *title,
                               EqpLanguage language) G_GNUC_WARN_UNUSED_RESULT;
EqpDocument *eqp_document_ref (EqpDocument *self);
void         eqp_document_unref (EqpDocument *self);

const char  *eqp_document_get_title (EqpDocument *self);
EqpLanguage  eqp_document_get_language (EqpDocument *self);
const char  *eqp_document_get_reference (EqpDocument *self);
void         eqp_document_set_reference (EqpDocument *self,
                                         const char  *reference);
const char  *eqp_document_get_subject (EqpDocument *self);
void         eqp_document_set_subject (EqpDocument *self,
                                       const char  *subject);
const char  *eqp_document_get_author (EqpDocument *self);
void         eqp_document_set_author (EqpDocument *self,
                                      const char  *author);
EqpDate      eqp_document_get_date (EqpDocument *self);
void         eqp_document_set_date (EqpDocument *self,
                                    EqpDate      date);
EqpNumbering eqp_document_get_numbering (EqpDocument *self);
void         eqp_document_set_numbering (EqpDocument *self,
                                         EqpNumbering numbering);
void         eqp_document_set_footer (EqpDocument *self,
                                      const char  *footer);
char        *eqp_document_dup_footer (EqpDocument *self,
                                      EqpSection  *section);

EqpSection *eqp_document_add_section (EqpDocument *self,
                                      const char  *title);
EqpSection *eqp_document_add_lazy_section (EqpDocument   *self,
                                           const char    *title,
                                           EqpSectionFunc build,
                                           gpointer       user_data,
                                           GDestroyNotify destroy);
guint       eqp_document_get_n_sections (EqpDocument *self);
EqpSection *eqp_document_get_section (EqpDocument *self,
                                      guint        index);
EqpSection *eqp_document_load_section (EqpDocument *self,
                                       guint        index);
void        eqp_document_release_section (EqpDocument *self,
                                          guint        index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpDocument, eqp_document_unref)

G_END_DECLS
