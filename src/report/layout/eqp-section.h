/* eqp-section.h — one part of a document: an outline entry and its blocks, built in reading order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-block.h"

G_BEGIN_DECLS

typedef struct _EqpSection EqpSection;

/* Builds a section's blocks when a writer comes to it; the blocks are dropped once it has passed. */
typedef void (*EqpSectionFunc) (EqpSection *section,
                                gpointer    user_data);

const char *eqp_section_get_title (EqpSection *self);
const char *eqp_section_get_footer (EqpSection *self);
void        eqp_section_set_footer (EqpSection *self,
                                    const char *footer);
gboolean    eqp_section_get_starts_page (EqpSection *self);
void        eqp_section_set_starts_page (EqpSection *self,
                                         gboolean    starts_page);
gboolean    eqp_section_get_fit_one_page (EqpSection *self);
void        eqp_section_set_fit_one_page (EqpSection *self,
                                          gboolean    fit_one_page);

void      eqp_section_add_letterhead (EqpSection *self,
                                      const char *left,
                                      const char *right);
void      eqp_section_add_heading (EqpSection *self,
                                   guint       level,
                                   const char *text);
void      eqp_section_add_paragraph (EqpSection       *self,
                                     EqpParagraphStyle style,
                                     const char       *text);
void      eqp_section_add_key_value (EqpSection *self,
                                     const char *key,
                                     const char *value);
EqpTable *eqp_section_add_table (EqpSection           *self,
                                 const EqpTableColumn *columns,
                                 guint                 n_columns,
                                 EqpTableFlags         flags);
void      eqp_section_add_row (EqpSection         *self,
                               EqpTable           *table,
                               EqpRowKind          kind,
                               const EqpTableCell *cells,
                               guint               n_cells);
void      eqp_section_add_finding (EqpSection *self,
                                   EqpSign     sign,
                                   const char *word,
                                   const char *text,
                                   const char *detail);
void      eqp_section_add_signature (EqpSection *self,
                                     const char *label,
                                     const char *name);
void      eqp_section_add_label (EqpSection         *self,
                                 const EqpLabelGrid *grid,
                                 const char         *title,
                                 const char         *lines);
void      eqp_section_add_chart (EqpSection         *self,
                                 const EqpChartData *data,
                                 const char         *title,
                                 const char         *description,
                                 double              height);
void      eqp_section_add_contents (EqpSection *self);
void      eqp_section_add_page_break (EqpSection *self);
void      eqp_section_begin_keep (EqpSection *self);
void      eqp_section_end_keep (EqpSection *self);

guint           eqp_section_get_n_blocks (EqpSection *self);
const EqpBlock *eqp_section_get_block (EqpSection *self,
                                       guint       index);

G_END_DECLS
