/* eqp-odt-table.c — the tables of an OpenDocument text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-odt"
#include "config.h"
#include "interop/eqp-odt-private.h"

/* A column's width in points: fixed, or its share of what the fixed ones leave. */
static double
get_width (const EqpTable *table,
           guint           index)
{
  double fixed = 0;
  double shares = 0;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].is_share)
      shares += table->columns[i].width;
    else
      fixed += table->columns[i].width;
  if (!table->columns[index].is_share)
    return table->columns[index].width;
  return MAX (EQP_ODT_WIDTH - fixed, 0) * table->columns[index].width / shares;
}

/* XML wants a point whatever the locale. */
static void
append_column_style (GString *styles,
                     guint    table,
                     guint    column,
                     double   width)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", width);
  g_string_append_printf (styles,
                          "<style:style style:name=\"T%u.%u\" style:family=\"table-column\">"
                          "<style:table-column-properties style:column-width=\"%spt\"/></style:style>",
                          table, column, number);
}

static void
append_table_start (GString *xml,
                    guint    number,
                    guint    n_columns)
{
  g_string_append_printf (xml, "<table:table table:name=\"T%u\" table:style-name=\"Table\">", number);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (xml, "<table:table-column table:style-name=\"T%u.%u\"/>", number, i);
}

static const char *
get_paragraph_style (EqpAlign align)
{
  return align == EQP_ALIGN_END ? "TableEnd" : align == EQP_ALIGN_CENTER ? "TableCenter"
                                                                         : "TableStart";
}

static void
append_cell (GString            *xml,
             const char         *cell_style,
             const char         *paragraph_style,
             guint               span,
             const EqpTableCell *cell)
{
  g_string_append_printf (xml, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\"", cell_style);
  if (span > 1)
    g_string_append_printf (xml, " table:number-columns-spanned=\"%u\"", span);
  g_string_append_printf (xml, "><text:p text:style-name=\"%s\">", paragraph_style);
  if (cell != NULL)
    {
      g_string_append (xml, _eqp_odt_get_sign (cell->sign, cell->chip));
      _eqp_odt_append_text (xml, cell->text);
    }
  g_string_append (xml, "</text:p></table:table-cell>");
  for (guint i = 1; i < span; i++)
    g_string_append (xml, "<table:covered-table-cell/>");
}

/* The first cell of a group spans all columns but the last, which takes the second one, if there is one. */
static void
append_group (GString            *xml,
              const EqpTable     *table,
              const EqpTableCell *cells,
              guint               n_cells)
{
  gboolean has_end = n_cells > 1 && table->n_columns > 1;

  append_cell (xml, "CellGroup", "TableStrong", has_end ? table->n_columns - 1 : table->n_columns, n_cells > 0 ? &cells[0] : NULL);
  if (has_end)
    append_cell (xml, "CellGroup", "TableStrongEnd", 1, &cells[1]);
}

static void
append_row (GString           *xml,
            const EqpTable    *table,
            const EqpTableRow *row)
{
  const EqpTableCell *cells = row->n_cells > 0 ? &g_array_index (table->cells, EqpTableCell, row->first_cell) : NULL;
  const char         *style = (table->flags & EQP_TABLE_GRID) != 0 ? "CellGrid" : "Cell";

  g_string_append (xml, "<table:table-row table:style-name=\"Row\">");
  if (row->kind == EQP_ROW_GROUP)
    append_group (xml, table, cells, row->n_cells);
  else if (row->kind == EQP_ROW_VACANT && row->n_cells == 1)
    append_cell (xml, style, "TableVacant", table->n_columns, &cells[0]);
  else
    for (guint i = 0; i < table->n_columns; i++)
      append_cell (xml, style, get_paragraph_style (table->columns[i].align), 1, i < row->n_cells ? &cells[i] : NULL);
  g_string_append (xml, "</table:table-row>");
}

static gboolean
has_titles (const EqpTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].title != NULL && table->columns[i].title[0] != '\0')
      return TRUE;
  return FALSE;
}

/**
 * _eqp_odt_append_table:
 * @xml: the content
 * @styles: the automatic styles
 * @number: of the table in the document, from 1
 * @table: a table
 *
 * Its header row is one, so that it is repeated on each page and read with each cell.
 */
void
_eqp_odt_append_table (GString        *xml,
                       GString        *styles,
                       guint           number,
                       const EqpTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    append_column_style (styles, number, i, get_width (table, i));
  append_table_start (xml, number, table->n_columns);
  if (has_titles (table))
    {
      g_string_append (xml, "<table:table-header-rows><table:table-row table:style-name=\"Row\">");
      for (guint i = 0; i < table->n_columns; i++)
        append_cell (xml, "CellHeader", table->columns[i].align == EQP_ALIGN_END ? "TableStrongEnd" : "TableStrong", 1,
                     &(EqpTableCell){ table->columns[i].title });
      g_string_append (xml, "</table:table-row></table:table-header-rows>");
    }
  for (guint i = 0; i < table->rows->len; i++)
    append_row (xml, table, &g_array_index (table->rows, EqpTableRow, i));
  g_string_append (xml, "</table:table>");
}

/**
 * _eqp_odt_append_grid:
 * @xml: the content
 * @styles: the automatic styles
 * @number: of the table in the document, from 1
 * @n_columns: how many cells a row has
 * @widths: of the columns, in points
 * @cells: row by row
 * @n_cells: how many; the last row is filled up with empty ones
 */
void
_eqp_odt_append_grid (GString          *xml,
                      GString          *styles,
                      guint             number,
                      guint             n_columns,
                      const double     *widths,
                      const EqpOdtCell *cells,
                      guint             n_cells)
{
  for (guint i = 0; i < n_columns; i++)
    append_column_style (styles, number, i, widths[i]);
  append_table_start (xml, number, n_columns);
  for (guint first = 0; first < n_cells; first += n_columns)
    {
      g_string_append (xml, "<table:table-row table:style-name=\"Row\">");
      for (guint i = 0; i < n_columns; i++)
        {
          const EqpOdtCell *cell = first + i < n_cells ? &cells[first + i] : NULL;

          append_cell (xml, "CellPlain", cell != NULL ? cell->style : "TableStart", 1, &(EqpTableCell){ cell != NULL ? cell->text : NULL });
        }
      g_string_append (xml, "</table:table-row>");
    }
  g_string_append (xml, "</table:table>");
}
