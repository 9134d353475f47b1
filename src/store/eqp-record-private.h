/* eqp-record-private.h — what the eqp-record*.c files and the store share about a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-database.h"
#include "store/eqp-record.h"

G_BEGIN_DECLS

/* An integer field without a value. SQLite can hold this number, but no field of ours means it. */
#define EQP_VALUE_NONE G_MININT64

typedef union
{
  char  *text;    /* GRefString; NULL for "": texts and choices */
  gint64 integer; /* the others; a date as EqpDate */
} EqpValue;

/* Where a record is in the store's table of live ones. */
typedef struct
{
  const EqpEntity *entity;
  gint64           id; /* 0: a new draft */
} EqpRecordKey;

/* A draft that was saved by the edit under way, as it must become again if that edit is rolled back. */
typedef struct
{
  EqpValue *originals;
  gint64    id;
} EqpRecordUndo;

typedef struct
{
  EqpRecordKey   key;
  EqpStore      *store;     /* (owned) (nullable) only a new draft has none */
  EqpValue      *values;    /* one a field */
  EqpValue      *originals; /* (nullable) a draft of a row: the values it was taken with */
  EqpRecordUndo *undo;      /* (nullable) */
  guint          is_draft : 1;
  guint          is_deleted : 1;
  guint          is_listed : 1;  /* the store knows it as the live record of its row */
  guint          is_touched : 1; /* by the edit under way: the store must hear of its end */
  guint          is_loaded : 1;
} EqpRecordPrivate;

EqpRecordPrivate *_eqp_record_get_private (EqpRecord *self);

/* ---- eqp-record-live.c ---- */
void _eqp_record_clear_undo (EqpRecordPrivate *priv);
void _eqp_record_set_store (EqpRecord *self,
                            EqpStore  *store);
/* A draft was written under @id: from now on it is a draft of that row. Its former state stays for _eqp_record_settle(). */
void _eqp_record_saved (EqpRecord *self,
                        gint64     id);
/* The edit that saved it is over. */
void _eqp_record_settle (EqpRecord *self,
                         gboolean   committed);

/* ---- eqp-record-values.c ---- */
EqpValue *_eqp_values_new (const EqpEntity *entity);
EqpValue *_eqp_values_copy (const EqpEntity *entity,
                            const EqpValue  *values);
void      _eqp_values_free (const EqpEntity *entity,
                            EqpValue        *values);
gboolean  _eqp_value_is_equal (const EqpField *field,
                               EqpValue        a,
                               EqpValue        b);
/* Reads column @column into *@value; whether it differs from what was there. */
gboolean _eqp_value_load (const EqpField *field,
                          EqpValue       *value,
                          EqpStatement   *row,
                          guint           column);
void     _eqp_value_bind (const EqpField *field,
                          EqpValue        value,
                          EqpStatement   *statement,
                          guint           parameter);

/* ---- eqp-record-validate.c ---- */
/* eqp_record_validate(); without @references, whether the records referred to exist is left to the file's foreign keys. */
gboolean _eqp_record_validate (EqpRecord *self,
                               gboolean   references,
                               guint     *field,
                               GError   **error);
void     _eqp_field_set_missing (const EqpField *field,
                                 GError        **error);

G_END_DECLS
