/* eqp-flow-lists.c — lists of values and findings, signature boxes, labels and contents on pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-flow-lists"

#include "config.h"

#include "report/layout/eqp-flow.h"

#define KEY_SHARE 0.30
#define LINE_GAP 2.5
#define SIGN_SIZE 10.0
#define WORD_WIDTH 68.0
#define SIGNATURES_A_ROW 3
#define SIGNATURE_HEIGHT 58.0
#define SIGNATURE_GAP 12.0
#define LABEL_PADDING EQP_MM (4)

static double
measure (EqpFlow     *self,
         EqpTextStyle style,
         double       width,
         const char  *text)
{
  double height = 0;

  if (text != NULL && text[0] != '\0')
    eqp_typesetter_set (self->typesetter, style, EQP_ALIGN_START, width, text, &height);
  return height;
}

void
_eqp_flow_place_key_values (EqpFlow *self,
                            GArray  *lines)
{
  double key_width = self->width * KEY_SHARE;
  double value_width = self->width - key_width - 8;

  eqp_paper_page_begin (self->page, "L", NULL);
  for (guint i = 0; i < lines->len && !_eqp_flow_is_over (self); i++)
    {
      const EqpKeyValue *line = &g_array_index (lines, EqpKeyValue, i);
      double             height = MAX (measure (self, EQP_TEXT_STRONG, key_width, line->key), measure (self, EQP_TEXT_NORMAL, value_width, line->value));

      if (self->y + height > self->bottom && self->y > self->top)
        {
          eqp_paper_page_end (self->page, "L");
          _eqp_flow_break_page (self);
          eqp_paper_page_begin (self->page, "L", NULL);
        }
      eqp_paper_page_begin (self->page, "LI", NULL);
      eqp_paper_page_begin (self->page, "Lbl", NULL);
      _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_STRONG, EQP_COLOR_INK, EQP_ALIGN_START, line->key, self->x, self->y, key_width);
      eqp_paper_page_end (self->page, "Lbl");
      eqp_paper_page_begin (self->page, "LBody", NULL);
      _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_NORMAL, EQP_COLOR_INK, EQP_ALIGN_START, line->value,
                      self->x + key_width + 8, self->y, value_width);
      eqp_paper_page_end (self->page, "LBody");
      eqp_paper_page_end (self->page, "LI");
      self->y += height + _eqp_flow_scale (self, LINE_GAP);
    }
  eqp_paper_page_end (self->page, "L");
  self->y += _eqp_flow_scale (self, 5);
}

static void
place_finding (EqpFlow              *self,
               const EqpFindingLine *line,
               double                word_x,
               double                text_x,
               double                text_width)
{
  double y = self->y;

  eqp_paper_page_begin (self->page, "LI", NULL);
  eqp_paper_page_add (self->page, EQP_ITEM_SIGN, self->x, y + 1, SIGN_SIZE, SIGN_SIZE)->detail = line->sign;
  eqp_paper_page_begin (self->page, "Lbl", NULL);
  _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_STRONG, EQP_COLOR_INK, EQP_ALIGN_START, line->word, word_x, y, text_x - word_x - 6);
  eqp_paper_page_end (self->page, "Lbl");
  eqp_paper_page_begin (self->page, "LBody", NULL);
  y += _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_NORMAL, EQP_COLOR_INK, EQP_ALIGN_START, line->text, text_x, y, text_width);
  if (line->detail != NULL && line->detail[0] != '\0')
    _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_SMALL, EQP_COLOR_FAINT, EQP_ALIGN_START, line->detail, text_x, y, text_width);
  eqp_paper_page_end (self->page, "LBody");
  eqp_paper_page_end (self->page, "LI");
}

void
_eqp_flow_place_findings (EqpFlow *self,
                          GArray  *lines)
{
  double word_x = self->x + SIGN_SIZE + 6;
  double text_x = word_x + WORD_WIDTH;
  double text_width = self->x + self->width - text_x;

  eqp_paper_page_begin (self->page, "L", NULL);
  for (guint i = 0; i < lines->len && !_eqp_flow_is_over (self); i++)
    {
      const EqpFindingLine *line = &g_array_index (lines, EqpFindingLine, i);
      double                height = measure (self, EQP_TEXT_NORMAL, text_width, line->text) + measure (self, EQP_TEXT_SMALL, text_width, line->detail);

      if (self->y + height > self->bottom && self->y > self->top)
        {
          eqp_paper_page_end (self->page, "L");
          _eqp_flow_break_page (self);
          eqp_paper_page_begin (self->page, "L", NULL);
        }
      place_finding (self, line, word_x, text_x, text_width);
      self->y += MAX (height, SIGN_SIZE) + _eqp_flow_scale (self, 5);
    }
  eqp_paper_page_end (self->page, "L");
  self->y += _eqp_flow_scale (self, 3);
}

static void
place_signature (EqpFlow            *self,
                 const EqpSignature *signature,
                 double              x,
                 double              width,
                 double              label_height)
{
  EqpPageItem *frame;
  double       top = self->y + label_height + 3;

  eqp_paper_page_begin (self->page, "P", NULL);
  _eqp_flow_text (self, EQP_ROLE_SIGNATURE, EQP_TEXT_HEADER_CELL, EQP_COLOR_INK, EQP_ALIGN_START, signature->label, x, self->y, width);
  frame = eqp_paper_page_add (self->page, EQP_ITEM_FRAME, x, top, width, SIGNATURE_HEIGHT);
  frame->role = EQP_ROLE_SIGNATURE;
  frame->color = EQP_COLOR_RULE;
  if (signature->name != NULL && signature->name[0] != '\0')
    _eqp_flow_text (self, EQP_ROLE_SIGNATURE, EQP_TEXT_SMALL, EQP_COLOR_INK, EQP_ALIGN_START, signature->name, x + 4, top + 3, width - 8);
  eqp_paper_page_end (self->page, "P");
}

void
_eqp_flow_place_signatures (EqpFlow *self,
                            GArray  *signatures)
{
  guint  columns = CLAMP (signatures->len, 2, SIGNATURES_A_ROW); /* one box alone takes half the width */
  double width = (self->width - SIGNATURE_GAP * (columns - 1)) / columns;

  _eqp_flow_space (self, 8);
  for (guint first = 0; first < signatures->len; first += columns)
    {
      guint  end = MIN (first + columns, signatures->len);
      double label_height = 0;

      for (guint i = first; i < end; i++)
        label_height = MAX (label_height, measure (self, EQP_TEXT_HEADER_CELL, width, g_array_index (signatures, EqpSignature, i).label));
      _eqp_flow_reserve (self, label_height + 3 + SIGNATURE_HEIGHT);
      for (guint i = first; i < end; i++)
        place_signature (self, &g_array_index (signatures, EqpSignature, i), self->x + (i - first) * (width + SIGNATURE_GAP), width,
                         label_height);
      self->y += label_height + 3 + SIGNATURE_HEIGHT + SIGNATURE_GAP;
    }
}

/* The loosest density at which a label's text fits its height. */
static double
choose_label_density (EqpFlow        *self,
                      const EqpLabel *label,
                      double          width,
                      double          room)
{
  double height = 0;

  for (int density = EQP_DENSITY_NORMAL; density < EQP_N_DENSITIES; density++)
    {
      eqp_typesetter_set_density (self->typesetter, density);
      height = measure (self, EQP_TEXT_LABEL_TITLE, width, label->title) + measure (self, EQP_TEXT_LABEL, width, label->lines);
      if (height <= room)
        break;
    }
  return height;
}

void
_eqp_flow_place_labels (EqpFlow             *self,
                        const EqpLabelSheet *sheet)
{
  const EqpLabelGrid *grid = &sheet->grid;
  EqpDensity          density = eqp_typesetter_get_density (self->typesetter);
  double              width = grid->width - 2 * LABEL_PADDING;

  if (self->y > self->top)
    _eqp_flow_break_page (self);
  for (guint i = 0; i < sheet->labels->len; i++)
    {
      const EqpLabel *label = &g_array_index (sheet->labels, EqpLabel, i);
      guint           place = i % (grid->columns * grid->rows);
      double          x = grid->left + (place % grid->columns) * grid->column_step + LABEL_PADDING;
      double          y = grid->top + (place / grid->columns) * grid->row_step;
      double          height = choose_label_density (self, label, width, grid->height - 4);

      if (place == 0 && i > 0)
        _eqp_flow_break_page (self);
      y += MAX (2, (grid->height - height) / 2);
      eqp_paper_page_begin (self->page, "P", NULL);
      y += _eqp_flow_text (self, EQP_ROLE_LABEL, EQP_TEXT_LABEL_TITLE, EQP_COLOR_INK, EQP_ALIGN_START, label->title, x, y, width);
      if (label->lines != NULL && label->lines[0] != '\0')
        _eqp_flow_text (self, EQP_ROLE_LABEL, EQP_TEXT_LABEL, EQP_COLOR_INK, EQP_ALIGN_START, label->lines, x, y, width);
      eqp_paper_page_end (self->page, "P");
    }
  eqp_typesetter_set_density (self->typesetter, density);
  self->y = self->bottom;
}

void
_eqp_flow_place_contents (EqpFlow *self)
{
  double number_width = 36;
  double title_width = self->width - number_width - 12;

  self->has_contents = TRUE;
  for (guint i = 0; i < eqp_document_get_n_sections (self->document); i++)
    {
      const char      *title = eqp_section_get_title (eqp_document_get_section (self->document, i));
      g_autofree char *number = self->section_pages != NULL ? g_strdup_printf ("%u", self->section_pages[i] + 1) : NULL;
      g_autofree char *link = g_strdup_printf ("dest='section-%u'", i);
      double           height;

      if (title == NULL)
        continue;
      height = measure (self, EQP_TEXT_NORMAL, title_width, title);
      _eqp_flow_reserve (self, height);
      eqp_paper_page_begin (self->page, "P", NULL);
      eqp_paper_page_begin (self->page, "Link", link);
      _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_NORMAL, EQP_COLOR_INK, EQP_ALIGN_START, title, self->x, self->y, title_width);
      if (number != NULL)
        _eqp_flow_text (self, EQP_ROLE_BODY, EQP_TEXT_NORMAL, EQP_COLOR_INK, EQP_ALIGN_END, number,
                        self->x + self->width - number_width, self->y, number_width);
      eqp_paper_page_end (self->page, "Link");
      eqp_paper_page_end (self->page, "P");
      self->y += height + _eqp_flow_scale (self, 2);
      _eqp_flow_rule (self, EQP_COLOR_HAIRLINE, 0.3, self->x, self->y, self->width, 0);
      self->y += _eqp_flow_scale (self, 3);
    }
  self->y += _eqp_flow_scale (self, 6);
}
