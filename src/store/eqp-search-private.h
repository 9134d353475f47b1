/* eqp-search-private.h — the word index: which rows have which folded words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store-private.h"

G_BEGIN_DECLS

/* ---- eqp-search-index.c ---- */
/* Rows are kept in text, each as this many characters that sort like the ids. */
#define EQP_SEARCH_ID_LENGTH 11

typedef struct _EqpSearchBatch EqpSearchBatch;

EqpSearchBatch *_eqp_search_batch_new (EqpDatabase *database);
void            _eqp_search_batch_free (EqpSearchBatch *self);
/* The words of @text, as numbers of this batch, are appended to @words (element-type guint). */
void _eqp_search_batch_fold (EqpSearchBatch *self,
                             const char     *text,
                             GArray         *words);
/* @before and @after (element-type guint) are sorted, and each word left once. May write what was gathered. */
gboolean _eqp_search_batch_replace (EqpSearchBatch *self,
                                    guint           entity,
                                    gint64          row,
                                    GArray         *before,
                                    GArray         *after,
                                    GError        **error);
gboolean _eqp_search_batch_flush (EqpSearchBatch *self,
                                  GError        **error);
/* The word of a number, until then. */
const char *_eqp_search_batch_get_word (EqpSearchBatch *self,
                                        guint           number);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpSearchBatch, _eqp_search_batch_free)

gint64 _eqp_search_decode_id (const char *text);

/* ---- eqp-search-update.c ---- */
/* The searched columns of an entity, each as "prefix"."column"; NULL when it has none. */
char *_eqp_search_dup_columns (const EqpEntity *entity,
                               const char      *prefix);

/* ---- eqp-search.c ---- */
/* So many rows. */
#define EQP_SEARCH_BROAD 2000
/* As eqp_store_search(); but if each word is one of very many rows, *broad is set, and it ends there. */
GArray *_eqp_search_run (EqpStore        *self,
                         const EqpEntity *entity,
                         const char      *text,
                         guint            limit,
                         gboolean        *broad,
                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* ---- eqp-search-words.c: the folded words of the rows looked at last ---- */
typedef struct _EqpSearchWords EqpSearchWords;

EqpSearchWords *_eqp_search_get_words (EqpStore        *store,
                                       const EqpEntity *entity);
/* @sought as eqp_fold_query() gives them. */
gboolean _eqp_search_words_match (EqpSearchWords *self,
                                  gint64          id,
                                  char          **sought,
                                  gboolean       *matches,
                                  GError        **error);

G_END_DECLS
