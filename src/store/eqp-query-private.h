/* eqp-query-private.h — the ids of a list, in its order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  EqpStore        *store;
  const EqpEntity *entity;
  const char      *where;  /* (nullable) */
  const char      *order;  /* (nullable) */
  const char      *search; /* (nullable) */
} EqpIdQuery;

/* (element-type gint64) (transfer full): at most @limit ids; *complete says whether that was all. NULL on error. */
GArray *_eqp_id_query_run (const EqpIdQuery *self,
                           guint             limit,
                           gboolean         *complete,
                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* "[1,2]", for json_each(). */
char *_eqp_id_list_dup_json (const gint64 *ids,
                             guint         n_ids);

G_END_DECLS
