/* eqp-block.h — the blocks a document is made of, as its writers (pages, ODT) read them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/charts/eqp-chart.h"

G_BEGIN_DECLS

/* Every string below belongs to the section that holds the block; readers never free nor keep one. Lengths are points. */

typedef enum {
  EQP_BLOCK_LETTERHEAD,
  EQP_BLOCK_HEADING,
  EQP_BLOCK_PARAGRAPH,
  EQP_BLOCK_KEY_VALUES,
  EQP_BLOCK_TABLE,
  EQP_BLOCK_FINDINGS,
  EQP_BLOCK_SIGNATURES,
  EQP_BLOCK_LABELS,
  EQP_BLOCK_CHART,
  EQP_BLOCK_CONTENTS,
  EQP_BLOCK_PAGE_BREAK,
} EqpBlockType;

typedef enum {
  EQP_PARAGRAPH_NORMAL,
  EQP_PARAGRAPH_LEAD,
  EQP_PARAGRAPH_NOTE,
  EQP_PARAGRAPH_SMALL,
} EqpParagraphStyle;

typedef enum {
  EQP_ALIGN_START,
  EQP_ALIGN_CENTER,
  EQP_ALIGN_END,
} EqpAlign;

/* What a small drawn sign says; always beside the same thing in words. */
typedef enum {
  EQP_SIGN_NONE,
  EQP_SIGN_CHECK,
  EQP_SIGN_INFORMATION,
  EQP_SIGN_WARNING,
  EQP_SIGN_ERROR,
} EqpSign;

/* The side of an institution, as a letter in a frame. */
typedef enum {
  EQP_CHIP_NONE,
  EQP_CHIP_UNIVERSITY,
  EQP_CHIP_RECTORAT,
} EqpChip;

typedef enum {
  EQP_ROW_NORMAL,
  EQP_ROW_GROUP,  /* spans the table; its second cell, if any, is set at the right end; stays with the row below */
  EQP_ROW_VACANT, /* a seat that nobody holds; with one cell only, that cell spans the table */
} EqpRowKind;

typedef enum {
  EQP_TABLE_PLAIN = 0,
  EQP_TABLE_GRID = 1 << 0, /* rules between columns too: a table to write in */
} EqpTableFlags;

typedef struct
{
  const char *title; /* nullable: a column without header */
  double      width; /* points, or a share of what the fixed columns leave when is_share */
  gboolean    is_share;
  EqpAlign    align;
} EqpTableColumn;

typedef struct
{
  const char *text; /* nullable */
  EqpChip     chip;
  EqpSign     sign;
} EqpTableCell;

typedef struct
{
  EqpRowKind kind;
  guint      first_cell;
  guint      n_cells;
} EqpTableRow;

typedef struct
{
  EqpTableColumn *columns;
  guint           n_columns;
  EqpTableFlags   flags;
  double          row_height; /* at least; 0 for what the text needs */
  GArray         *rows;       /* EqpTableRow */
  GArray         *cells;      /* EqpTableCell */
} EqpTable;

typedef struct
{
  const char *key;
  const char *value;
} EqpKeyValue;

typedef struct
{
  EqpSign     sign;
  const char *word; /* the severity in words */
  const char *text;
  const char *detail; /* nullable: source, cure */
} EqpFindingLine;

typedef struct
{
  const char *label; /* who signs, in what capacity */
  const char *name;  /* nullable */
} EqpSignature;

typedef struct
{
  guint  columns;
  guint  rows;
  double width;
  double height;
  double left; /* of the first label, from the paper's edge */
  double top;
  double column_step; /* from one label's left to the next one's */
  double row_step;
} EqpLabelGrid;

typedef struct
{
  const char *title;
  const char *lines; /* separated by line feeds; nullable */
} EqpLabel;

typedef struct
{
  EqpLabelGrid grid;
  GArray      *labels; /* EqpLabel */
} EqpLabelSheet;

typedef struct
{
  EqpChartData *data;        /* not to be changed */
  const char   *title;       /* nullable: set above the chart */
  const char   *description; /* what it shows, in words: read aloud instead of it */
  double        height;
} EqpChartBlock;

typedef struct
{
  EqpBlockType type;
  guint        keep; /* blocks with the same number other than 0 share a page when they fit one */
  union
  {
    struct
    {
      const char *left;
      const char *right;
    } letterhead;
    struct
    {
      guint       level; /* 1 … 3 */
      const char *text;
    } heading;
    struct
    {
      EqpParagraphStyle style;
      const char       *text;
    } paragraph;
    GArray        *key_values; /* EqpKeyValue */
    EqpTable      *table;
    GArray        *findings;   /* EqpFindingLine */
    GArray        *signatures; /* EqpSignature */
    EqpLabelSheet *labels;
    EqpChartBlock  chart;
  };
} EqpBlock;

G_END_DECLS
