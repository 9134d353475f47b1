/* eqp-odt-content.c — the blocks of a document as the content of an OpenDocument text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-odt"
#include "config.h"
#include "interop/eqp-odt-private.h"

#define KEY_WIDTH 150.0
#define SIGNATURES_A_ROW 3

typedef struct
{
  EqpDocument *document;
  GString     *xml;
  GString     *styles; /* automatic ones: widths of columns */
  guint        n_tables;
  gboolean     breaks_page; /* before the next block */
  GPtrArray   *pictures;
} OdtWriter;

/* ---- blocks ---- */

/* A heading can carry the page break itself; anything else gets an empty paragraph that does. */
static void
break_page (OdtWriter *self)
{
  if (self->breaks_page)
    _eqp_odt_append_paragraph (self->xml, "PageBreak", NULL);
  self->breaks_page = FALSE;
}

static void
append_heading (OdtWriter  *self,
                guint       level,
                const char *text)
{
  static const char *const styles[] = { "Heading1", "Heading2", "Heading3" };

  if (level == 1 && self->breaks_page)
    {
      _eqp_odt_append_heading (self->xml, level, "Heading1Page", text);
      self->breaks_page = FALSE;
      return;
    }
  break_page (self);
  _eqp_odt_append_heading (self->xml, level, styles[CLAMP (level, 1, G_N_ELEMENTS (styles)) - 1], text);
}

static void
append_paragraph (OdtWriter        *self,
                  EqpParagraphStyle style,
                  const char       *text)
{
  static const char *const styles[] = {
    [EQP_PARAGRAPH_NORMAL] = "Text",
    [EQP_PARAGRAPH_LEAD] = "Lead",
    [EQP_PARAGRAPH_NOTE] = "Note",
    [EQP_PARAGRAPH_SMALL] = "Small",
  };

  _eqp_odt_append_paragraph (self->xml, styles[style], text);
}

static void
append_letterhead (OdtWriter  *self,
                   const char *left,
                   const char *right)
{
  const double     widths[] = { EQP_ODT_WIDTH / 2, EQP_ODT_WIDTH / 2 };
  const EqpOdtCell cells[] = { { "LetterheadStart", left }, { "LetterheadEnd", right } };

  _eqp_odt_append_grid (self->xml, self->styles, ++self->n_tables, 2, widths, cells, 2);
}

static void
append_key_values (OdtWriter *self,
                   GArray    *lines)
{
  const double widths[] = { KEY_WIDTH, EQP_ODT_WIDTH - KEY_WIDTH };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (EqpOdtCell));

  for (guint i = 0; i < lines->len; i++)
    {
      const EqpKeyValue *line = &g_array_index (lines, EqpKeyValue, i);
      const EqpOdtCell   pair[] = { { "Key", line->key }, { "Value", line->value } };

      g_array_append_vals (cells, pair, G_N_ELEMENTS (pair));
    }
  _eqp_odt_append_grid (self->xml, self->styles, ++self->n_tables, 2, widths, (const EqpOdtCell *)cells->data, cells->len);
}

static void
append_findings (OdtWriter *self,
                 GArray    *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const EqpFindingLine *line = &g_array_index (findings, EqpFindingLine, i);
      g_autofree char      *text = g_strdup_printf ("%s%s — %s", _eqp_odt_get_sign (line->sign, EQP_CHIP_NONE), line->word, line->text);

      _eqp_odt_append_paragraph (self->xml, "Finding", text);
      if (line->detail != NULL)
        _eqp_odt_append_paragraph (self->xml, "Small", line->detail);
    }
}

static void
append_signatures (OdtWriter *self,
                   GArray    *signatures)
{
  guint  n_columns = MIN (signatures->len, SIGNATURES_A_ROW);
  double widths[SIGNATURES_A_ROW];
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (EqpOdtCell));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_columns; i++)
    widths[i] = EQP_ODT_WIDTH / n_columns;
  for (guint i = 0; i < signatures->len; i++)
    {
      const EqpSignature *signature = &g_array_index (signatures, EqpSignature, i);
      EqpOdtCell          cell = { "Signature", NULL };

      g_ptr_array_add (texts, signature->name != NULL ? g_strdup_printf ("%s\n%s", signature->label, signature->name) : g_strdup (signature->label));
      cell.text = g_ptr_array_index (texts, i);
      g_array_append_val (cells, cell);
    }
  _eqp_odt_append_grid (self->xml, self->styles, ++self->n_tables, n_columns, widths, (const EqpOdtCell *)cells->data, cells->len);
}

static void
append_labels (OdtWriter           *self,
               const EqpLabelSheet *sheet)
{
  g_autofree double *widths = g_new (double, sheet->grid.columns);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (EqpOdtCell));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sheet->grid.columns; i++)
    widths[i] = EQP_ODT_WIDTH / sheet->grid.columns;
  for (guint i = 0; i < sheet->labels->len; i++)
    {
      const EqpLabel *label = &g_array_index (sheet->labels, EqpLabel, i);
      EqpOdtCell      cell = { "LabelTitle", NULL };

      g_ptr_array_add (texts, g_strjoin ("\n", label->title, label->lines, NULL));
      cell.text = g_ptr_array_index (texts, i);
      g_array_append_val (cells, cell);
    }
  _eqp_odt_append_grid (self->xml, self->styles, ++self->n_tables, sheet->grid.columns, widths, (const EqpOdtCell *)cells->data, cells->len);
}

static void
append_contents (OdtWriter *self)
{
  for (guint i = 0; i < eqp_document_get_n_sections (self->document); i++)
    {
      const char *title = eqp_section_get_title (eqp_document_get_section (self->document, i));

      if (title != NULL)
        _eqp_odt_append_paragraph (self->xml, "Contents", title);
    }
}

static void
append_block (OdtWriter      *self,
              const EqpBlock *block)
{
  if (block->type == EQP_BLOCK_HEADING)
    {
      append_heading (self, block->heading.level, block->heading.text);
      return;
    }
  break_page (self);
  switch (block->type)
    {
    case EQP_BLOCK_LETTERHEAD:
      append_letterhead (self, block->letterhead.left, block->letterhead.right);
      break;
    case EQP_BLOCK_PARAGRAPH:
      append_paragraph (self, block->paragraph.style, block->paragraph.text);
      break;
    case EQP_BLOCK_KEY_VALUES:
      append_key_values (self, block->key_values);
      break;
    case EQP_BLOCK_TABLE:
      _eqp_odt_append_table (self->xml, self->styles, ++self->n_tables, block->table);
      break;
    case EQP_BLOCK_FINDINGS:
      append_findings (self, block->findings);
      break;
    case EQP_BLOCK_SIGNATURES:
      append_signatures (self, block->signatures);
      break;
    case EQP_BLOCK_LABELS:
      append_labels (self, block->labels);
      break;
    case EQP_BLOCK_CHART:
      _eqp_odt_append_chart (self->xml, self->pictures, &block->chart);
      break;
    case EQP_BLOCK_CONTENTS:
      append_contents (self);
      break;
    case EQP_BLOCK_PAGE_BREAK:
      self->breaks_page = TRUE;
      break;
    case EQP_BLOCK_HEADING:
    default:
      break;
    }
}

static void
append_section (OdtWriter *self,
                guint      index)
{
  EqpSection *section = eqp_document_load_section (self->document, index);

  self->breaks_page = index > 0 && eqp_section_get_starts_page (section);
  for (guint i = 0; i < eqp_section_get_n_blocks (section); i++)
    append_block (self, eqp_section_get_block (section, i));
  eqp_document_release_section (self->document, index);
}

/**
 * _eqp_odt_dup_content:
 * @document: a document
 * @pictures: (element-type EqpOdtPicture): takes its pictures
 *
 * Returns: (transfer full): content.xml
 */
char *
_eqp_odt_dup_content (EqpDocument *document,
                      GPtrArray   *pictures)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) styles = g_string_new (NULL);
  OdtWriter writer = { .document = document, .xml = body, .styles = styles, .pictures = pictures };

  _eqp_odt_append_table_styles (styles);
  for (guint i = 0; i < eqp_document_get_n_sections (document); i++)
    append_section (&writer, i);
  return g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " EQP_ODT_NAMESPACES "><office:automatic-styles>",
                      styles->str, "</office:automatic-styles><office:body><office:text>", body->str,
                      "</office:text></office:body></office:document-content>", NULL);
}
