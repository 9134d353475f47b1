/* eqp-section.c — one part of a document: an outline entry and its blocks, built in reading order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-section"

#include "config.h"

#include "report/layout/eqp-section-private.h"

struct _EqpSection
{
  char    *title;
  char    *footer;
  gboolean starts_page;
  gboolean fit_one_page;

  EqpSectionFunc build; /* NULL for a section that was built at once */
  gpointer       user_data;
  GDestroyNotify destroy;

  GArray       *blocks;  /* EqpBlock */
  GStringChunk *strings; /* every text of the blocks: one release frees thousands */
  guint         keep;    /* the group being built, or 0 */
  guint         last_keep;
};

static void
clear_block (gpointer data)
{
  EqpBlock *block = data;

  switch (block->type)
    {
    case EQP_BLOCK_KEY_VALUES:
      g_array_unref (block->key_values);
      break;
    case EQP_BLOCK_TABLE:
      g_free (block->table->columns);
      g_array_unref (block->table->rows);
      g_array_unref (block->table->cells);
      g_free (block->table);
      break;
    case EQP_BLOCK_FINDINGS:
      g_array_unref (block->findings);
      break;
    case EQP_BLOCK_SIGNATURES:
      g_array_unref (block->signatures);
      break;
    case EQP_BLOCK_LABELS:
      g_array_unref (block->labels->labels);
      g_free (block->labels);
      break;
    case EQP_BLOCK_CHART:
      eqp_chart_data_free (block->chart.data);
      break;
    case EQP_BLOCK_LETTERHEAD:
    case EQP_BLOCK_HEADING:
    case EQP_BLOCK_PARAGRAPH:
    case EQP_BLOCK_CONTENTS:
    case EQP_BLOCK_PAGE_BREAK:
      break;
    }
}

/* A document repeats its words (categories, institutions, dates): each is stored once. */
static const char *
keep_text (EqpSection *self,
           const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static EqpBlock *
add_block (EqpSection  *self,
           EqpBlockType type)
{
  EqpBlock block = { .type = type, .keep = self->keep };

  g_array_append_val (self->blocks, block);
  return &g_array_index (self->blocks, EqpBlock, self->blocks->len - 1);
}

/* Lines of one kind that follow each other make one block. */
static EqpBlock *
continue_block (EqpSection  *self,
                EqpBlockType type)
{
  EqpBlock *last;

  if (self->blocks->len == 0)
    return NULL;
  last = &g_array_index (self->blocks, EqpBlock, self->blocks->len - 1);
  return last->type == type && last->keep == self->keep ? last : NULL;
}

EqpSection *
_eqp_section_new (const char    *title,
                  EqpSectionFunc build,
                  gpointer       user_data,
                  GDestroyNotify destroy)
{
  EqpSection *self = g_new0 (EqpSection, 1);

  self->title = g_strdup (title);
  self->starts_page = TRUE;
  self->build = build;
  self->user_data = user_data;
  self->destroy = destroy;
  self->blocks = g_array_new (FALSE, TRUE, sizeof (EqpBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  self->strings = g_string_chunk_new (2048);
  return self;
}

void
_eqp_section_free (EqpSection *self)
{
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_free (self->title);
  g_free (self->footer);
  g_free (self);
}

void
_eqp_section_load (EqpSection *self)
{
  if (self->build != NULL && self->blocks->len == 0)
    self->build (self, self->user_data);
}

void
_eqp_section_release (EqpSection *self)
{
  if (self->build == NULL)
    return;
  g_array_set_size (self->blocks, 0);
  g_string_chunk_clear (self->strings);
  self->keep = self->last_keep = 0;
}

/**
 * eqp_section_get_title:
 * @self: a section
 *
 * Returns: (nullable) (transfer none): its entry in the outline and in the contents, or %NULL if it has none
 */
const char *
eqp_section_get_title (EqpSection *self)
{
  return self->title;
}

/**
 * eqp_section_get_footer:
 * @self: a section
 *
 * Returns: (nullable) (transfer none): the left half of its pages' footer, or %NULL for the document's
 */
const char *
eqp_section_get_footer (EqpSection *self)
{
  return self->footer;
}

/**
 * eqp_section_set_footer:
 * @self: a section
 * @footer: (nullable): the left half of its pages' footer; "" for pages without any footer
 */
void
eqp_section_set_footer (EqpSection *self,
                        const char *footer)
{
  g_free (self->footer);
  self->footer = g_strdup (footer);
}

/**
 * eqp_section_get_starts_page:
 * @self: a section
 *
 * Returns: whether it begins on a new page
 */
gboolean
eqp_section_get_starts_page (EqpSection *self)
{
  return self->starts_page;
}

/**
 * eqp_section_set_starts_page:
 * @self: a section
 * @starts_page: whether it begins on a new page, as it does unless told
 */
void
eqp_section_set_starts_page (EqpSection *self,
                             gboolean    starts_page)
{
  self->starts_page = starts_page;
}

/**
 * eqp_section_get_fit_one_page:
 * @self: a section
 *
 * Returns: whether it is set more tightly before it takes a second page
 */
gboolean
eqp_section_get_fit_one_page (EqpSection *self)
{
  return self->fit_one_page;
}

/**
 * eqp_section_set_fit_one_page:
 * @self: a section that starts a page
 * @fit_one_page: whether spacing, then type, shrink (within what stays legible) so that it fits one page
 */
void
eqp_section_set_fit_one_page (EqpSection *self,
                              gboolean    fit_one_page)
{
  self->fit_one_page = fit_one_page;
}

/**
 * eqp_section_add_letterhead:
 * @self: a section
 * @left: the institution named at the left, several lines allowed
 * @right: the institution named at the right
 */
void
eqp_section_add_letterhead (EqpSection *self,
                            const char *left,
                            const char *right)
{
  EqpBlock *block = add_block (self, EQP_BLOCK_LETTERHEAD);

  block->letterhead.left = keep_text (self, left);
  block->letterhead.right = keep_text (self, right);
}

/**
 * eqp_section_add_heading:
 * @self: a section
 * @level: 1 (the title of the page) to 3
 * @text: the heading; never left alone at the foot of a page
 */
void
eqp_section_add_heading (EqpSection *self,
                         guint       level,
                         const char *text)
{
  EqpBlock *block;

  g_return_if_fail (level >= 1 && level <= 3);

  block = add_block (self, EQP_BLOCK_HEADING);
  block->heading.level = level;
  block->heading.text = keep_text (self, text);
}

/**
 * eqp_section_add_paragraph:
 * @self: a section
 * @style: how it is set
 * @text: plain text
 */
void
eqp_section_add_paragraph (EqpSection       *self,
                           EqpParagraphStyle style,
                           const char       *text)
{
  EqpBlock *block = add_block (self, EQP_BLOCK_PARAGRAPH);

  block->paragraph.style = style;
  block->paragraph.text = keep_text (self, text);
}

/**
 * eqp_section_add_key_value:
 * @self: a section
 * @key: what it is
 * @value: (nullable): its value; %NULL is shown as "—"
 *
 * Adds a line to a list of values; lines added in a row make one list.
 */
void
eqp_section_add_key_value (EqpSection *self,
                           const char *key,
                           const char *value)
{
  EqpKeyValue line = { keep_text (self, key), keep_text (self, value != NULL ? value : "—") };
  EqpBlock   *block = continue_block (self, EQP_BLOCK_KEY_VALUES);

  if (block == NULL)
    {
      block = add_block (self, EQP_BLOCK_KEY_VALUES);
      block->key_values = g_array_new (FALSE, FALSE, sizeof (EqpKeyValue));
    }
  g_array_append_val (block->key_values, line);
}

/**
 * eqp_section_add_table:
 * @self: a section
 * @columns: (array length=n_columns): titles and widths, copied
 * @n_columns: how many
 * @flags: how it is ruled
 *
 * The header is repeated on each page that the table reaches, and no row is split unless it is taller than a page.
 *
 * Returns: (transfer none): the table, for eqp_section_add_row(); its row_height may be set
 */
EqpTable *
eqp_section_add_table (EqpSection           *self,
                       const EqpTableColumn *columns,
                       guint                 n_columns,
                       EqpTableFlags         flags)
{
  EqpTable *table = g_new0 (EqpTable, 1);

  table->columns = g_memdup2 (columns, sizeof *columns * n_columns);
  table->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    table->columns[i].title = keep_text (self, columns[i].title);
  table->flags = flags;
  table->rows = g_array_new (FALSE, FALSE, sizeof (EqpTableRow));
  table->cells = g_array_new (FALSE, FALSE, sizeof (EqpTableCell));
  add_block (self, EQP_BLOCK_TABLE)->table = table;
  return table;
}

/**
 * eqp_section_add_row:
 * @self: the section that holds @table
 * @table: a table
 * @kind: what the row is
 * @cells: (array length=n_cells): its cells, copied
 * @n_cells: how many: one a column, or one or two for a group row; missing ones are empty
 */
void
eqp_section_add_row (EqpSection         *self,
                     EqpTable           *table,
                     EqpRowKind          kind,
                     const EqpTableCell *cells,
                     guint               n_cells)
{
  EqpTableRow row = { kind, table->cells->len, n_cells };

  g_return_if_fail (n_cells <= (kind == EQP_ROW_GROUP ? 2 : table->n_columns));

  for (guint i = 0; i < n_cells; i++)
    {
      EqpTableCell cell = cells[i];

      cell.text = keep_text (self, cell.text);
      g_array_append_val (table->cells, cell);
    }
  g_array_append_val (table->rows, row);
}

/**
 * eqp_section_add_finding:
 * @self: a section
 * @sign: the severity as a drawn sign
 * @word: the severity in words
 * @text: what was found
 * @detail: (nullable): its source and cure, set smaller below
 *
 * Findings added in a row make one list.
 */
void
eqp_section_add_finding (EqpSection *self,
                         EqpSign     sign,
                         const char *word,
                         const char *text,
                         const char *detail)
{
  EqpFindingLine line = { sign, keep_text (self, word), keep_text (self, text), keep_text (self, detail) };
  EqpBlock      *block = continue_block (self, EQP_BLOCK_FINDINGS);

  if (block == NULL)
    {
      block = add_block (self, EQP_BLOCK_FINDINGS);
      block->findings = g_array_new (FALSE, FALSE, sizeof (EqpFindingLine));
    }
  g_array_append_val (block->findings, line);
}

/**
 * eqp_section_add_signature:
 * @self: a section
 * @label: who signs, in what capacity
 * @name: (nullable): the name, if known
 *
 * Adds a box to sign in. Boxes added in a row stand side by side; a box never leaves its text.
 */
void
eqp_section_add_signature (EqpSection *self,
                           const char *label,
                           const char *name)
{
  EqpSignature signature = { keep_text (self, label), keep_text (self, name) };
  EqpBlock    *block = continue_block (self, EQP_BLOCK_SIGNATURES);

  if (block == NULL)
    {
      block = add_block (self, EQP_BLOCK_SIGNATURES);
      block->signatures = g_array_new (FALSE, FALSE, sizeof (EqpSignature));
    }
  g_array_append_val (block->signatures, signature);
}

/**
 * eqp_section_add_label:
 * @self: a section
 * @grid: the sheet; that of the first label of a series counts
 * @title: the first line, usually a name
 * @lines: (nullable): the other lines, separated by line feeds
 *
 * Labels added in a row fill sheets, row by row.
 */
void
eqp_section_add_label (EqpSection         *self,
                       const EqpLabelGrid *grid,
                       const char         *title,
                       const char         *lines)
{
  EqpLabel  label = { keep_text (self, title), keep_text (self, lines) };
  EqpBlock *block = continue_block (self, EQP_BLOCK_LABELS);

  if (block == NULL)
    {
      block = add_block (self, EQP_BLOCK_LABELS);
      block->labels = g_new0 (EqpLabelSheet, 1);
      block->labels->grid = *grid;
      block->labels->labels = g_array_new (FALSE, FALSE, sizeof (EqpLabel));
    }
  g_array_append_val (block->labels->labels, label);
}

/**
 * eqp_section_add_chart:
 * @self: a section
 * @data: the series, copied
 * @title: (nullable): set above the chart, as a heading of the lowest level
 * @description: what it shows, in words, for who does not see it: eqp_chart_dup_description()
 * @height: of the chart without its title, in points
 *
 * Adds a chart as wide as the text, in the colours of paper. It is never split, and stays with its title.
 */
void
eqp_section_add_chart (EqpSection         *self,
                       const EqpChartData *data,
                       const char         *title,
                       const char         *description,
                       double              height)
{
  EqpBlock *block = add_block (self, EQP_BLOCK_CHART);

  block->chart.data = eqp_chart_data_copy (data);
  block->chart.title = keep_text (self, title);
  block->chart.description = keep_text (self, description);
  block->chart.height = height;
}

/**
 * eqp_section_add_contents:
 * @self: a section
 *
 * Adds the list of the document's titled sections with their page numbers, each line a link.
 */
void
eqp_section_add_contents (EqpSection *self)
{
  add_block (self, EQP_BLOCK_CONTENTS);
}

/**
 * eqp_section_add_page_break:
 * @self: a section
 */
void
eqp_section_add_page_break (EqpSection *self)
{
  add_block (self, EQP_BLOCK_PAGE_BREAK);
}

/**
 * eqp_section_begin_keep:
 * @self: a section
 *
 * The blocks added from here to eqp_section_end_keep() go to one page together, if one page can hold them.
 */
void
eqp_section_begin_keep (EqpSection *self)
{
  g_return_if_fail (self->keep == 0);

  self->keep = ++self->last_keep;
}

/**
 * eqp_section_end_keep:
 * @self: a section in which eqp_section_begin_keep() was called
 */
void
eqp_section_end_keep (EqpSection *self)
{
  g_return_if_fail (self->keep != 0);

  self->keep = 0;
}

/**
 * eqp_section_get_n_blocks:
 * @self: a section, loaded by eqp_document_load_section()
 *
 * Returns: how many blocks it has
 */
guint
eqp_section_get_n_blocks (EqpSection *self)
{
  return self->blocks->len;
}

/**
 * eqp_section_get_block:
 * @self: a section, loaded by eqp_document_load_section()
 * @index: less than eqp_section_get_n_blocks()
 *
 * Returns: (transfer none): the block, valid until the section is released
 */
const EqpBlock *
eqp_section_get_block (EqpSection *self,
                       guint       index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, EqpBlock, index);
}
