/* eqp-flow.c — places blocks on pages, one after the other (private to the layout) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-flow"

#include "config.h"

#include "report/layout/eqp-flow.h"

/* Below a heading there must be room for the beginning of what it announces: a table's header and first rows. */
#define HEADING_COMPANY 62

/* A paragraph is parted only into pieces of at least this many lines. */
#define FEWEST_LINES 2

void
_eqp_flow_init (EqpFlow             *self,
                EqpTypesetter       *typesetter,
                EqpDocument         *document,
                const EqpPageFormat *format,
                guint                section)
{
  *self = (EqpFlow){ .typesetter = typesetter, .document = document, .format = format, .section = section };
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)eqp_paper_page_free);
  self->x = format->margin_left;
  self->width = format->width - format->margin_left - format->margin_right;
  self->top = format->margin_top;
  self->bottom = format->height - format->margin_bottom;
  _eqp_flow_break_page (self);
}

void
_eqp_flow_clear (EqpFlow *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->page = NULL;
}

/* Whether more pages were taken than allowed, so that the rest need not be placed. */
gboolean
_eqp_flow_is_over (EqpFlow *self)
{
  return self->page_limit > 0 && self->pages->len > self->page_limit;
}

void
_eqp_flow_break_page (EqpFlow *self)
{
  self->page = eqp_paper_page_new (self->format, self->section);
  g_ptr_array_add (self->pages, self->page);
  self->y = self->top;
}

/* Goes to the next page unless @height fits below, or the page is still empty. */
void
_eqp_flow_reserve (EqpFlow *self,
                   double   height)
{
  if (self->y + height > self->bottom && self->y > self->top)
    _eqp_flow_break_page (self);
}

double
_eqp_flow_scale (EqpFlow *self,
                 double   space)
{
  static const double factors[EQP_N_DENSITIES] = { 1.0, 0.65, 0.5, 0.35 };

  return space * factors[eqp_typesetter_get_density (self->typesetter)];
}

/* White above a block; none at the head of a page. */
void
_eqp_flow_space (EqpFlow *self,
                 double   space)
{
  if (self->y > self->top)
    self->y += _eqp_flow_scale (self, space);
}

/* Sets a text that is not parted, and returns its height. */
double
_eqp_flow_text (EqpFlow     *self,
                EqpRole      role,
                EqpTextStyle style,
                EqpColor     color,
                EqpAlign     align,
                const char  *text,
                double       x,
                double       y,
                double       width)
{
  double       height;
  PangoLayout *layout = eqp_typesetter_set (self->typesetter, style, align, width, text, &height);

  eqp_paper_page_add_text (self->page, role, color, layout, x, y, width, height);
  return height;
}

void
_eqp_flow_rule (EqpFlow *self,
                EqpColor color,
                double   thickness,
                double   x,
                double   y,
                double   width,
                double   height)
{
  EqpPageItem *item = eqp_paper_page_add (self->page, EQP_ITEM_LINE, x, y, width, height);

  item->color = color;
  item->detail = (guint)(thickness * 100 + 0.5);
}

/* Sets as many lines of @layout, from *@first_line on, as fit @room; moves *@first_line past them (at the end: past the last)
 * and returns their height. */
double
_eqp_flow_split (EqpFlow     *self,
                 EqpRole      role,
                 EqpColor     color,
                 PangoLayout *layout,
                 guint       *first_line,
                 double       x,
                 double       y,
                 double       width,
                 double       room)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint            count = (guint)pango_layout_get_line_count (layout);
  guint            line = 0;
  guint            taken = 0;
  int              start = 0;
  int              end = 0;

  do
    {
      int top;
      int bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (line == *first_line)
        start = top;
      if (line >= *first_line)
        {
          if ((double)(bottom - start) / PANGO_SCALE > room)
            break;
          end = bottom;
          taken++;
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  /* Neither the first line alone at the foot of a page nor the last one alone at the head of the next. */
  if (*first_line + taken < count)
    {
      if (taken + *first_line + 1 == count && taken > FEWEST_LINES)
        {
          double line_height = (double)(end - start) / PANGO_SCALE / taken;

          return _eqp_flow_split (self, role, color, layout, first_line, x, y, width, line_height * (taken - 0.5));
        }
      if (*first_line == 0 && taken < FEWEST_LINES && self->y > self->top)
        taken = 0;
    }
  if (taken > 0)
    {
      double height = (double)(end - start) / PANGO_SCALE;

      eqp_paper_page_add_text (self->page, role, color, layout, x, y, width, height);
      if (taken < count)
        {
          EqpPageItem *item = &g_array_index (self->page->items, EqpPageItem, self->page->items->len - 1);

          item->first_line = *first_line;
          item->n_lines = taken;
        }
      *first_line += taken;
      return height;
    }
  return 0;
}

static void
place_letterhead (EqpFlow    *self,
                  const char *left,
                  const char *right)
{
  double half = self->width / 2 - 12;
  double left_height;
  double right_height;

  eqp_paper_page_begin (self->page, "P", NULL);
  left_height = _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_LETTERHEAD, EQP_COLOR_INK, EQP_ALIGN_START, left,
                                self->x, self->y, half);
  eqp_paper_page_end (self->page, "P");
  eqp_paper_page_begin (self->page, "P", NULL);
  right_height = _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_LETTERHEAD, EQP_COLOR_INK, EQP_ALIGN_END, right,
                                 self->x + self->width - half, self->y, half);
  eqp_paper_page_end (self->page, "P");
  self->y += MAX (left_height, right_height) + _eqp_flow_scale (self, 6);
  _eqp_flow_rule (self, EQP_COLOR_RULE, 0.8, self->x, self->y, self->width, 0);
  self->y += _eqp_flow_scale (self, 16);
}

static void
place_heading (EqpFlow    *self,
               guint       level,
               const char *text)
{
  static const char *const tags[] = { "H1", "H2", "H3" };
  static const double      above[] = { 12, 14, 10 };
  static const double      below[] = { 5, 4, 2 };
  EqpTextStyle             style = EQP_TEXT_HEADING_1 + level - 1;
  double                   height;

  eqp_typesetter_set (self->typesetter, style, EQP_ALIGN_START, self->width, text, &height);
  _eqp_flow_reserve (self, _eqp_flow_scale (self, above[level - 1]) + height + HEADING_COMPANY);
  _eqp_flow_space (self, above[level - 1]);
  eqp_paper_page_begin (self->page, tags[level - 1], NULL);
  _eqp_flow_text (self, EQP_ROLE_BODY, style, EQP_COLOR_INK, EQP_ALIGN_START, text, self->x, self->y, self->width);
  eqp_paper_page_end (self->page, tags[level - 1]);
  self->y += height + _eqp_flow_scale (self, below[level - 1]);
}

static void
place_paragraph (EqpFlow          *self,
                 EqpParagraphStyle style,
                 const char       *text)
{
  static const EqpTextStyle text_styles[] = { EQP_TEXT_NORMAL, EQP_TEXT_LEAD, EQP_TEXT_NOTE, EQP_TEXT_SMALL };
  g_autoptr (PangoLayout) layout = NULL;
  EqpColor color = style == EQP_PARAGRAPH_NOTE ? EQP_COLOR_FAINT : EQP_COLOR_INK;
  double   height;
  guint    line = 0;

  layout = g_object_ref (eqp_typesetter_set (self->typesetter, text_styles[style], EQP_ALIGN_START, self->width, text, &height));
  while (!_eqp_flow_is_over (self))
    {
      double part;

      eqp_paper_page_begin (self->page, "P", NULL);
      part = _eqp_flow_split (self, EQP_ROLE_BODY, color, layout, &line, self->x, self->y, self->width,
                              self->bottom - self->y);
      eqp_paper_page_end (self->page, "P");
      self->y += part;
      if (line >= (guint)pango_layout_get_line_count (layout) || (part == 0 && self->y <= self->top))
        break;
      _eqp_flow_break_page (self);
    }
  self->y += _eqp_flow_scale (self, 5);
}

static void
place_block (EqpFlow        *self,
             const EqpBlock *block)
{
  switch (block->type)
    {
    case EQP_BLOCK_LETTERHEAD:
      place_letterhead (self, block->letterhead.left, block->letterhead.right);
      break;
    case EQP_BLOCK_HEADING:
      place_heading (self, block->heading.level, block->heading.text);
      break;
    case EQP_BLOCK_PARAGRAPH:
      place_paragraph (self, block->paragraph.style, block->paragraph.text);
      break;
    case EQP_BLOCK_KEY_VALUES:
      _eqp_flow_place_key_values (self, block->key_values);
      break;
    case EQP_BLOCK_TABLE:
      _eqp_flow_place_table (self, block->table);
      break;
    case EQP_BLOCK_FINDINGS:
      _eqp_flow_place_findings (self, block->findings);
      break;
    case EQP_BLOCK_SIGNATURES:
      _eqp_flow_place_signatures (self, block->signatures);
      break;
    case EQP_BLOCK_LABELS:
      _eqp_flow_place_labels (self, block->labels);
      break;
    case EQP_BLOCK_CHART:
      _eqp_flow_place_chart (self, &block->chart);
      break;
    case EQP_BLOCK_CONTENTS:
      _eqp_flow_place_contents (self);
      break;
    case EQP_BLOCK_PAGE_BREAK:
      if (self->y > self->top)
        _eqp_flow_break_page (self);
      break;
    }
}

static void
place_blocks (EqpFlow    *self,
              EqpSection *section,
              guint       first,
              guint       end)
{
  for (guint i = first; i < end && !_eqp_flow_is_over (self); i++)
    place_block (self, eqp_section_get_block (section, i));
}

/* Places a group; if it ran over the page it began on, takes it back and tries once more on a fresh page. */
static void
place_kept (EqpFlow    *self,
            EqpSection *section,
            guint       first,
            guint       end)
{
  guint  pages = self->pages->len;
  guint  items = self->page->items->len;
  double y = self->y;

  place_blocks (self, section, first, end);
  if (self->pages->len == pages || y <= self->top)
    return;
  g_ptr_array_set_size (self->pages, (int)pages);
  self->page = g_ptr_array_index (self->pages, pages - 1);
  g_array_set_size (self->page->items, items);
  _eqp_flow_break_page (self);
  place_blocks (self, section, first, end);
}

/* Places a whole section from where the flow stands. */
void
_eqp_flow_place_section (EqpFlow *self,
                         guint    index)
{
  EqpSection *section = eqp_document_load_section (self->document, index);
  guint       n_blocks = eqp_section_get_n_blocks (section);

  self->section = index;
  g_array_append_val (self->page->section_starts, index);
  for (guint i = 0; i < n_blocks && !_eqp_flow_is_over (self);)
    {
      guint keep = eqp_section_get_block (section, i)->keep;
      guint end = i + 1;

      while (keep != 0 && end < n_blocks && eqp_section_get_block (section, end)->keep == keep)
        end++;
      if (keep != 0)
        place_kept (self, section, i, end);
      else
        place_block (self, eqp_section_get_block (section, i));
      i = end;
    }
}
