/* eqp-query-private.h — what a long list is made of: its ids in their order, or an anchor every so many; its pages */
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

typedef struct _EqpIdOrder EqpIdOrder;

/* ---- eqp-query-ids.c ---- */
/* (element-type gint64) (transfer full): at most @limit ids; *complete says whether that was all. NULL on error. */
GArray *_eqp_id_query_run (const EqpIdQuery *self,
                           EqpIdOrder       *order,
                           guint             limit,
                           gboolean         *complete,
                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* "[1,2]", for json_each(). */
char *_eqp_id_list_dup_json (const gint64 *ids,
                             guint         n_ids);

/* ---- eqp-query-order.c: comparing rows by the order of a list ---- */
typedef struct
{
  char    *expression;
  gboolean descending;
  gboolean never_null; /* as far as is known */
} EqpOrderTerm;

/* A row as it is in the file or, with @json (an object of its columns), as it was. */
typedef struct
{
  gint64      id;
  const char *json; /* (nullable) */
} EqpIdRow;

/* What the query says is copied. A search is no part of it. @known: (nullable) another order of the list. */
EqpIdOrder         *_eqp_id_order_new (const EqpIdQuery *query,
                                       const EqpIdOrder *known);
EqpIdOrder         *_eqp_id_order_ref (EqpIdOrder *self);
void                _eqp_id_order_unref (EqpIdOrder *self);
EqpStore           *_eqp_id_order_get_store (EqpIdOrder *self);
const EqpEntity    *_eqp_id_order_get_entity (EqpIdOrder *self);
const char         *_eqp_id_order_get_where (EqpIdOrder *self); /* "1" when there is no condition */
const EqpOrderTerm *_eqp_id_order_get_terms (EqpIdOrder *self,
                                             guint      *n_terms); /* the last one is the id */
void                _eqp_id_order_append (EqpIdOrder *self,
                                          GString    *sql,
                                          guint       from); /* " ORDER BY …", from that term on */
/* Whether @row comes before the row @id, which is in the file. */
gboolean _eqp_id_order_is_before (EqpIdOrder     *self,
                                  const EqpIdRow *row,
                                  gint64          id,
                                  gboolean       *before,
                                  GError        **error);
/* Whether there is such a row, and the list's condition holds for it. */
gboolean _eqp_id_order_is_listed (EqpIdOrder     *self,
                                  const EqpIdRow *row,
                                  gboolean       *listed,
                                  GError        **error);
/* Whether what the file has now is sorted by the same values as @row. */
gboolean _eqp_id_order_is_same (EqpIdOrder     *self,
                                const EqpIdRow *row,
                                gboolean       *same,
                                GError        **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpIdOrder, _eqp_id_order_unref)

/* ---- eqp-query-seek.c: reading from a row on ---- */
/* Whether an index has the order, so that seeking costs next to nothing. */
gboolean _eqp_id_order_is_indexed (EqpIdOrder *self);
typedef struct
{
  gint64   from;     /* a row that is in the file; 0: the list's beginning */
  gboolean after;    /* without @from itself */
  guint    limit;    /* how many at most */
  gint64   until;    /* a row not to be read any more; 0: none */
  gint64   deadline; /* when to stop, by g_get_monotonic_time(); 0: never */
} EqpIdRange;
/* Appends to @ids. *complete: (out): the range was not cut by the deadline, nor by the limit. */
gboolean _eqp_id_order_read (EqpIdOrder       *self,
                             const EqpIdRange *range,
                             GArray           *ids,
                             gboolean         *complete,
                             GError          **error);

/* ---- eqp-query-moves.c: what an edit means for a list ---- */
typedef struct
{
  gint64   id;
  char    *was; /* (nullable) JSON: its columns, if it was in the list */
  gboolean is;  /* whether it is now */
} EqpIdMove;

/* The last change that the store's live records know of. */
gboolean _eqp_id_order_get_change (EqpIdOrder *self,
                                   gint64     *change,
                                   GError    **error);
/* Which rows came, went or moved since the change @known; those that stay where they are do not count. *moves: (out) (element-type
 * EqpIdMove) (transfer full) (nullable) NULL when they are too many, or not known: the list must be read again. */
gboolean _eqp_id_order_list_moves (EqpIdOrder   *self,
                                   EqpChangeSet *changes,
                                   gint64        known,
                                   GArray      **moves,
                                   GError      **error);
/* (transfer full): @ids, the moves made; NULL on error. */
GArray *_eqp_id_order_apply_moves (EqpIdOrder *self,
                                   GArray     *ids,
                                   GArray     *moves,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the list reads the entity's table: as its own, or in a sub-query. */
gboolean _eqp_id_query_reads (const EqpIdQuery *self,
                              const EqpEntity  *entity);
/* Whether a row's place may depend on other rows of its own table. */
gboolean _eqp_id_query_reads_itself (const EqpIdQuery *self);

/* ---- eqp-query-blocks.c: a long list of which only every so many-th id is held ---- */
#define EQP_ID_LIST_MAX 16384 /* up to so many rows, all ids are held: 128 KiB */
#define EQP_ID_BLOCK 128      /* rows */
#define EQP_ID_BLOCK_MAX 256  /* what edits may make of it */

typedef struct _EqpIdBlocks EqpIdBlocks;

EqpIdBlocks *_eqp_id_blocks_new (EqpIdOrder *order);
void         _eqp_id_blocks_free (EqpIdBlocks *self);
/* Reads on until @deadline (see EqpIdRange); *complete: nothing is left. */
gboolean _eqp_id_blocks_read_on (EqpIdBlocks *self,
                                 gint64       deadline,
                                 gboolean    *complete,
                                 GError     **error);
/* (transfer full) (nullable): all ids, unless they are more than are worth it. */
GArray *_eqp_id_blocks_steal_ids (EqpIdBlocks *self);
guint   _eqp_id_blocks_get_n_ids (EqpIdBlocks *self);
guint   _eqp_id_blocks_get_n_blocks (EqpIdBlocks *self);
guint   _eqp_id_blocks_get_start (EqpIdBlocks *self,
                                  guint        block); /* of one more than there are: the number of ids */
gint64  _eqp_id_blocks_get_first (EqpIdBlocks *self,
                                  guint        block);
guint   _eqp_id_blocks_find_position (EqpIdBlocks *self,
                                      guint        position);
/* The block in which the row is or would be. */
gboolean _eqp_id_blocks_find_row (EqpIdBlocks    *self,
                                  const EqpIdRow *row,
                                  guint          *block,
                                  GError        **error);
GArray  *_eqp_id_blocks_read (EqpIdBlocks *self,
                              guint        block,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Blocks that an edit touched, and what they hold now. */
typedef struct
{
  guint   first;
  guint   n_blocks;
  GArray *ids; /* (element-type gint64) */
} EqpIdDirty;

/* *dirty: (out) (element-type EqpIdDirty) (transfer full) (nullable): the last first; NULL when everything must be read again. Changes
 * nothing. */
gboolean _eqp_id_blocks_list_dirty (EqpIdBlocks *self,
                                    GArray      *moves,
                                    GArray     **dirty,
                                    GError     **error);
/* Returns how many blocks there are now in their place. */
guint _eqp_id_blocks_replace (EqpIdBlocks      *self,
                              const EqpIdDirty *dirty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpIdBlocks, _eqp_id_blocks_free)

/* ---- eqp-query-pages.c: the rows looked at last ---- */
typedef struct
{
  guint      number;
  GArray    *ids;   /* gint64 */
  GPtrArray *items; /* EqpRecord */
  GList      link;
} EqpQueryPage;

typedef struct _EqpQueryPages EqpQueryPages;

EqpQueryPages *_eqp_query_pages_new (EqpStore        *store,
                                     const EqpEntity *entity);
void           _eqp_query_pages_free (EqpQueryPages *self);
EqpQueryPage  *_eqp_query_pages_find (EqpQueryPages *self,
                                      guint          number);
EqpQueryPage  *_eqp_query_pages_add (EqpQueryPages *self,
                                     guint          number,
                                     GArray        *ids,
                                     guint          n_items,
                                     GError       **error);
void           _eqp_query_pages_replace (EqpQueryPages *self,
                                         guint          first,
                                         guint          n_before,
                                         guint          n_after);

G_END_DECLS
