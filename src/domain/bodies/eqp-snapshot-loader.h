/* eqp-snapshot-loader.h — what the files that load snapshots share. Private to them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-inclusive-style.h"
#include "domain/bodies/eqp-snapshot-private.h"

G_BEGIN_DECLS

typedef struct
{
  EqpStore         *store;
  EqpDate           as_of;
  int               year;
  EqpInclusiveStyle style; /* of French names (C-33) */
  gint64            low;   /* the ids of the bodies asked for lie between these */
  gint64            high;
  GHashTable       *bodies;   /* &id → EqpSnapshot */
  GHashTable       *statutes; /* id → its parts, private to eqp-snapshot-statutes.c */
} EqpLoader;

typedef void (*EqpLoaderFunc) (EqpLoader *loader,
                               EqpQuery  *query);

/* Two parameters, both the date. */
#define EQP_SQL_IN_FORCE(table) "(" table ".from_date <= ? AND (" table ".to_date = '' OR " table ".to_date >= ?))"

/* Calls @func for each row. @query: (transfer full) (nullable): NULL when it could not be prepared, with @error set. */
gboolean _eqp_loader_run (EqpLoader    *loader,
                          EqpQuery     *query,
                          EqpLoaderFunc func,
                          GError      **error);
/* The body that column 0 names. */
EqpSnapshot *_eqp_loader_find_body (EqpLoader *loader,
                                    EqpQuery  *query);
char        *_eqp_loader_dup_text (EqpQuery *query,
                                   guint     column);
void         _eqp_loader_set_text (char    **target,
                                   EqpQuery *query,
                                   guint     column);
void         _eqp_loader_set_names (char    **name_fr,
                                    char    **name_en,
                                    EqpQuery *query,
                                    guint     column);
/* Categories, parameters, rules. */
GHashTable *_eqp_loader_statutes_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    _eqp_loader_load_statutes (EqpLoader *loader,
                                       GError   **error);
gboolean    _eqp_loader_find_category (EqpLoader *loader,
                                       gint64     statute,
                                       gint64     category,
                                       guint     *index);
/* Mentions, courses, their sites, components, teachers and students. */
gboolean _eqp_loader_load_scope (EqpLoader *loader,
                                 GError   **error);
/* Those held in the academic year, their items, and how many the parents held. */
gboolean _eqp_loader_load_meetings (EqpLoader *loader,
                                    GError   **error);

G_END_DECLS
