/* eqp-flow-table.c — tables on pages: repeated headers, rows that stay whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-flow-table"

#include "config.h"

#include "report/layout/eqp-flow.h"

#define CELL_PADDING 4.0
#define ROW_PADDING 3.2
#define CHIP_SIZE 9.0
#define SIGN_SIZE 8.5
#define SYMBOL_GAP 4.0

/* The table while it is placed: what every row needs to know. */
typedef struct
{
  EqpFlow        *flow;
  const EqpTable *table;
  double         *lefts; /* n_columns + 1 */
  gboolean        has_header;
  double          header_height;
  double          padding; /* above and below the text of a row */
  double          scale;   /* of type at this density */
  double          start;   /* y at which the table begins on this page */
} TableRun;

static void
compute_columns (TableRun *run)
{
  const EqpTable *table = run->table;
  double          fixed = 0;
  double          shares = 0;
  double          x = run->flow->x;

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].is_share)
        shares += table->columns[i].width;
      else
        fixed += table->columns[i].width;
      run->has_header |= table->columns[i].title != NULL;
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      const EqpTableColumn *column = &table->columns[i];

      run->lefts[i] = x;
      x += column->is_share ? MAX (0, run->flow->width - fixed) * column->width / shares : column->width;
    }
  run->lefts[table->n_columns] = x;
}

/* Signs and chips shrink with the text they stand beside. */
static double
get_indent (TableRun           *run,
            const EqpTableCell *cell)
{
  double indent = (cell->sign != EQP_SIGN_NONE ? SIGN_SIZE + SYMBOL_GAP : 0) + (cell->chip != EQP_CHIP_NONE ? CHIP_SIZE + SYMBOL_GAP : 0);

  return indent * run->scale;
}

static const EqpTableCell *
get_cell (const EqpTable    *table,
          const EqpTableRow *row,
          guint              index)
{
  return index < row->n_cells ? &g_array_index (table->cells, EqpTableCell, row->first_cell + index) : NULL;
}

static EqpTextStyle
get_style (EqpRowKind kind)
{
  return kind == EQP_ROW_GROUP ? EQP_TEXT_GROUP_CELL : kind == EQP_ROW_VACANT ? EQP_TEXT_VACANT_CELL
                                                                              : EQP_TEXT_CELL;
}

/* Where the text of cell @index goes. A group row has its text over the whole width, less what stands at the right end; a
 * vacant seat says all it has to say in one cell. */
static void
get_cell_box (TableRun          *run,
              const EqpTableRow *row,
              guint              index,
              double            *x,
              double            *width)
{
  const EqpTable *table = run->table;
  double          left = run->lefts[index];
  double          right = run->lefts[index + 1];
  double          indent = get_indent (run, get_cell (table, row, index));

  if (row->kind == EQP_ROW_GROUP)
    {
      double end = run->lefts[table->n_columns];
      double part = row->n_cells > 1 ? (end - run->lefts[0]) * 0.3 : 0;

      left = index == 0 ? run->lefts[0] : end - part;
      right = index == 0 ? end - part : end;
    }
  else if (row->kind == EQP_ROW_VACANT && row->n_cells == 1)
    right = run->lefts[table->n_columns];
  *x = left + CELL_PADDING + indent;
  *width = MAX (1, right - left - 2 * CELL_PADDING - indent);
}

/* The text of a cell, laid out; NULL when there is none. */
static PangoLayout *
set_cell (TableRun          *run,
          const EqpTableRow *row,
          guint              index,
          double            *x,
          double            *width,
          double            *height)
{
  const EqpTableCell *cell = get_cell (run->table, row, index);
  EqpAlign            align = row->kind == EQP_ROW_GROUP ? (index == 0 ? EQP_ALIGN_START : EQP_ALIGN_END) : run->table->columns[index].align;

  get_cell_box (run, row, index, x, width);
  *height = 0;
  if (cell->text == NULL || cell->text[0] == '\0')
    return NULL;
  return eqp_typesetter_set (run->flow->typesetter, get_style (row->kind), align, *width, cell->text, height);
}

static double
measure_row (TableRun          *run,
             const EqpTableRow *row)
{
  double tallest = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      double x;
      double width;
      double height;

      set_cell (run, row, i, &x, &width, &height);
      tallest = MAX (tallest, height);
    }
  return MAX (tallest + 2 * run->padding, row->kind == EQP_ROW_GROUP ? 0 : run->table->row_height);
}

static void
place_symbols (TableRun           *run,
               const EqpTableCell *cell,
               double              left,
               double              y)
{
  EqpFlow *flow = run->flow;
  double   sign_size = SIGN_SIZE * run->scale;
  double   chip_size = CHIP_SIZE * run->scale;

  if (cell->sign != EQP_SIGN_NONE)
    {
      eqp_paper_page_add (flow->page, EQP_ITEM_SIGN, left, y + 1.2 * run->scale, sign_size, sign_size)->detail = cell->sign;
      left += sign_size + SYMBOL_GAP * run->scale;
    }
  if (cell->chip != EQP_CHIP_NONE)
    {
      const char *letter = cell->chip == EQP_CHIP_UNIVERSITY ? "U" : "R";
      EqpColor    color = cell->chip == EQP_CHIP_UNIVERSITY ? EQP_COLOR_UNIVERSITY : EQP_COLOR_RECTORAT;
      double      top = y + 0.9 * run->scale;
      double      height;

      eqp_paper_page_add (flow->page, EQP_ITEM_CHIP, left, top, chip_size, chip_size)->detail = cell->chip;
      eqp_typesetter_set (flow->typesetter, EQP_TEXT_CHIP, EQP_ALIGN_CENTER, chip_size, letter, &height);
      _eqp_flow_text (flow, EQP_ROLE_BODY, EQP_TEXT_CHIP, color, EQP_ALIGN_CENTER, letter, left, top + (chip_size - height) / 2, chip_size);
    }
}

static void
place_header (TableRun *run)
{
  EqpFlow        *flow = run->flow;
  const EqpTable *table = run->table;

  run->start = flow->y;
  eqp_paper_page_begin (flow->page, "Table", NULL);
  if (!run->has_header)
    return;
  eqp_paper_page_begin (flow->page, "TR", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      double width = run->lefts[i + 1] - run->lefts[i] - 2 * CELL_PADDING;

      eqp_paper_page_begin (flow->page, "TH", NULL);
      if (table->columns[i].title != NULL)
        _eqp_flow_text (flow, EQP_ROLE_HEADER_CELL, EQP_TEXT_HEADER_CELL, EQP_COLOR_INK, table->columns[i].align,
                        table->columns[i].title, run->lefts[i] + CELL_PADDING, flow->y + run->padding, width);
      eqp_paper_page_end (flow->page, "TH");
    }
  eqp_paper_page_end (flow->page, "TR");
  flow->y += run->header_height;
  _eqp_flow_rule (flow, EQP_COLOR_RULE, 0.9, flow->x, flow->y, run->lefts[table->n_columns] - flow->x, 0);
}

static void
measure_header (TableRun *run)
{
  for (guint i = 0; run->has_header && i < run->table->n_columns; i++)
    {
      double height = 0;

      if (run->table->columns[i].title != NULL)
        eqp_typesetter_set (run->flow->typesetter, EQP_TEXT_HEADER_CELL, run->table->columns[i].align,
                            run->lefts[i + 1] - run->lefts[i] - 2 * CELL_PADDING, run->table->columns[i].title, &height);
      run->header_height = MAX (run->header_height, height + 2 * run->padding);
    }
}

static void
finish_part (TableRun *run)
{
  EqpFlow *flow = run->flow;
  guint    n_columns = run->table->n_columns;

  eqp_paper_page_end (flow->page, "Table");
  if ((run->table->flags & EQP_TABLE_GRID) == 0)
    return;
  _eqp_flow_rule (flow, EQP_COLOR_RULE, 0.6, flow->x, run->start, run->lefts[n_columns] - flow->x, 0);
  for (guint i = 0; i <= n_columns; i++)
    _eqp_flow_rule (flow, EQP_COLOR_RULE, i == 0 || i == n_columns ? 0.6 : 0.4, run->lefts[i], run->start, 0, flow->y - run->start);
}

static void
place_row (TableRun          *run,
           const EqpTableRow *row,
           double             height)
{
  EqpFlow *flow = run->flow;
  double   right = run->lefts[run->table->n_columns];
  double   y = flow->y + run->padding;

  if (row->kind == EQP_ROW_GROUP)
    eqp_paper_page_add (flow->page, EQP_ITEM_FILL, flow->x, flow->y, right - flow->x, height)->color = EQP_COLOR_FILL;
  eqp_paper_page_begin (flow->page, "TR", NULL);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const EqpTableCell *cell = get_cell (run->table, row, i);
      const char         *tag = row->kind == EQP_ROW_GROUP ? "TH" : "TD";
      double              x;
      double              width;
      double              text_height;
      PangoLayout        *layout = set_cell (run, row, i, &x, &width, &text_height);

      eqp_paper_page_begin (flow->page, tag, NULL);
      if (layout != NULL)
        eqp_paper_page_add_text (flow->page, EQP_ROLE_CELL, row->kind == EQP_ROW_VACANT ? EQP_COLOR_FAINT : EQP_COLOR_INK, layout, x, y,
                                 width, text_height);
      place_symbols (run, cell, x - get_indent (run, cell), y);
      eqp_paper_page_end (flow->page, tag);
    }
  eqp_paper_page_end (flow->page, "TR");
  flow->y += height;
  _eqp_flow_rule (flow, EQP_COLOR_HAIRLINE, 0.4, flow->x, flow->y, right - flow->x, 0);
}

/* One page's piece of a row that no page can hold; returns whether something is left. */
static gboolean
place_row_part (TableRun          *run,
                const EqpTableRow *row,
                guint             *lines)
{
  EqpFlow *flow = run->flow;
  double   room = flow->bottom - flow->y - 2 * run->padding;
  double   tallest = 0;
  gboolean is_left = FALSE;

  eqp_paper_page_begin (flow->page, "TR", NULL);
  for (guint i = 0; i < row->n_cells; i++)
    {
      double       x;
      double       width;
      double       height;
      PangoLayout *layout = set_cell (run, row, i, &x, &width, &height);

      eqp_paper_page_begin (flow->page, "TD", NULL);
      if (layout != NULL && lines[i] < (guint)pango_layout_get_line_count (layout))
        {
          height = _eqp_flow_split (flow, EQP_ROLE_CELL, EQP_COLOR_INK, layout, &lines[i], x, flow->y + run->padding, width, room);
          tallest = MAX (tallest, height);
          is_left |= height > 0 && lines[i] < (guint)pango_layout_get_line_count (layout);
        }
      eqp_paper_page_end (flow->page, "TD");
    }
  eqp_paper_page_end (flow->page, "TR");
  flow->y += tallest + 2 * run->padding;
  _eqp_flow_rule (flow, EQP_COLOR_HAIRLINE, 0.4, flow->x, flow->y, run->lefts[run->table->n_columns] - flow->x, 0);
  return is_left;
}

static void
continue_on_next_page (TableRun *run)
{
  finish_part (run);
  _eqp_flow_break_page (run->flow);
  place_header (run);
}

static void
place_tall_row (TableRun          *run,
                const EqpTableRow *row)
{
  g_autofree guint *lines = g_new0 (guint, run->table->n_columns + 1);

  while (place_row_part (run, row, lines) && !_eqp_flow_is_over (run->flow))
    continue_on_next_page (run);
}

/* A group row goes where its first row can follow. */
static double
get_needed_height (TableRun     *run,
                   const double *heights,
                   guint         index)
{
  const EqpTable *table = run->table;
  double          needed = heights[index];

  while (g_array_index (table->rows, EqpTableRow, index).kind == EQP_ROW_GROUP && index + 1 < table->rows->len)
    needed += heights[++index];
  return needed;
}

void
_eqp_flow_place_table (EqpFlow        *self,
                       const EqpTable *table)
{
  g_autofree double *lefts = g_new0 (double, table->n_columns + 1);
  g_autofree double *heights = g_new0 (double, table->rows->len + 1);
  TableRun           run = { .flow = self, .table = table, .lefts = lefts, .padding = _eqp_flow_scale (self, ROW_PADDING) };
  double             capacity;

  run.scale = eqp_typesetter_get_scale (self->typesetter);
  compute_columns (&run);
  measure_header (&run);
  capacity = self->bottom - self->top - run.header_height;
  for (guint i = 0; i < table->rows->len; i++)
    heights[i] = measure_row (&run, &g_array_index (table->rows, EqpTableRow, i));

  _eqp_flow_space (self, 4);
  _eqp_flow_reserve (self, run.header_height + (table->rows->len > 0 ? MIN (capacity, get_needed_height (&run, heights, 0)) : 0));
  place_header (&run);
  for (guint i = 0; i < table->rows->len && !_eqp_flow_is_over (self); i++)
    {
      const EqpTableRow *row = &g_array_index (table->rows, EqpTableRow, i);
      double             needed = MIN (get_needed_height (&run, heights, i), capacity);

      if (self->y + needed > self->bottom + 0.01 && self->y > run.start + run.header_height)
        continue_on_next_page (&run);
      if (heights[i] > capacity)
        place_tall_row (&run, row);
      else
        place_row (&run, row, heights[i]);
    }
  finish_part (&run);
  self->y += _eqp_flow_scale (self, 8);
}
