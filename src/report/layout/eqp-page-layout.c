/* eqp-page-layout.c — a document on paper: pages of positioned items, made when they are asked for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-page-layout"

#include "config.h"

#include "report/layout/eqp-page-layout.h"

#include "report/layout/eqp-flow.h"

/* Pages that stay in memory beside those of the run asked for last: a preview turns back and forth. */
#define KEPT_PAGES 24

/* A section that starts a page, with those that follow it on the same page. */
typedef struct
{
  guint      first_section;
  guint      n_sections;
  guint      first_page; /* known once the runs before it were laid out */
  guint      n_pages;    /* 0 until it was laid out once */
  gboolean   has_contents;
  GPtrArray *pages; /* EqpPaperPage; NULL when they were dropped */
} Run;

struct _EqpPageLayout
{
  EqpDocument   *document;
  EqpPageFormat  format;
  EqpTypesetter *typesetter;
  GArray        *runs;           /* Run */
  guint          n_known;        /* runs whose first page is known and that were laid out */
  guint          n_pages;        /* of those */
  guint         *section_pages;  /* the first page of each section, once all were counted; else NULL */
  guint         *section_starts; /* filled while runs are laid out */
  GQueue         kept;           /* Run indices + 1, oldest first */
  guint          n_kept_pages;
};

static void
clear_run (gpointer data)
{
  g_clear_pointer (&((Run *)data)->pages, g_ptr_array_unref);
}

static Run *
get_run (EqpPageLayout *self,
         guint          index)
{
  return &g_array_index (self->runs, Run, index);
}

static void
find_runs (EqpPageLayout *self)
{
  for (guint i = 0; i < eqp_document_get_n_sections (self->document); i++)
    {
      if (i == 0 || eqp_section_get_starts_page (eqp_document_get_section (self->document, i)))
        {
          Run run = { .first_section = i };

          g_array_append_val (self->runs, run);
        }
      get_run (self, self->runs->len - 1)->n_sections++;
    }
}

static void
flow_run (EqpPageLayout *self,
          Run           *run,
          EqpFlow       *flow,
          EqpDensity     density,
          guint          page_limit)
{
  eqp_typesetter_set_density (self->typesetter, density);
  _eqp_flow_init (flow, self->typesetter, self->document, &self->format, run->first_section);
  flow->section_pages = self->section_pages;
  flow->page_limit = page_limit;
  for (guint i = 0; i < run->n_sections; i++)
    _eqp_flow_place_section (flow, run->first_section + i);
}

/* Sets a section that asks for one page as loosely as one page allows; if none does, as loosely as any other. */
static void
fit_run (EqpPageLayout *self,
         Run           *run,
         EqpFlow       *flow)
{
  if (eqp_section_get_fit_one_page (eqp_document_get_section (self->document, run->first_section)))
    for (int density = EQP_DENSITY_NORMAL; density < EQP_N_DENSITIES; density++)
      {
        flow_run (self, run, flow, density, 1);
        if (!_eqp_flow_is_over (flow))
          return;
        _eqp_flow_clear (flow);
      }
  flow_run (self, run, flow, EQP_DENSITY_NORMAL, 0);
}

static void
drop_run (EqpPageLayout *self,
          guint          index)
{
  Run *run = get_run (self, index);

  if (run->pages == NULL)
    return;
  self->n_kept_pages -= run->pages->len;
  g_clear_pointer (&run->pages, g_ptr_array_unref);
  g_queue_remove (&self->kept, GUINT_TO_POINTER (index + 1));
}

static void
lay_out_run (EqpPageLayout *self,
             guint          index)
{
  Run    *run = get_run (self, index);
  EqpFlow flow;

  while (self->n_kept_pages > KEPT_PAGES && !g_queue_is_empty (&self->kept))
    drop_run (self, GPOINTER_TO_UINT (g_queue_peek_head (&self->kept)) - 1);
  fit_run (self, run, &flow);
  for (guint i = 0; i < run->n_sections; i++)
    eqp_document_release_section (self->document, run->first_section + i);
  run->pages = g_steal_pointer (&flow.pages);
  run->n_pages = run->pages->len;
  run->has_contents = flow.has_contents;
  self->n_kept_pages += run->n_pages;
  g_queue_push_tail (&self->kept, GUINT_TO_POINTER (index + 1));
}

static void
note_section_starts (EqpPageLayout *self,
                     const Run     *run)
{
  for (guint i = 0; i < run->pages->len; i++)
    {
      const EqpPaperPage *page = g_ptr_array_index (run->pages, i);

      for (guint j = 0; j < page->section_starts->len; j++)
        self->section_starts[g_array_index (page->section_starts, guint, j)] = run->first_page + i;
    }
}

/* Lays out the first run that was not yet; FALSE when there is none. */
static gboolean
advance (EqpPageLayout *self)
{
  Run *run;

  if (self->n_known == self->runs->len)
    return FALSE;
  run = get_run (self, self->n_known);
  run->first_page = self->n_pages;
  lay_out_run (self, self->n_known);
  note_section_starts (self, run);
  self->n_pages += run->n_pages;
  self->n_known++;
  return TRUE;
}

/* Once every page is known, a list of contents can name them. */
static void
count_all (EqpPageLayout *self)
{
  if (self->section_pages != NULL)
    return;
  while (advance (self))
    ;
  self->section_pages = self->section_starts;
  for (guint i = 0; i < self->runs->len; i++)
    if (get_run (self, i)->has_contents)
      drop_run (self, i);
}

static Run *
find_run (EqpPageLayout *self,
          guint          page)
{
  guint low = 0;
  guint high = self->n_known;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (get_run (self, middle)->first_page <= page)
        low = middle;
      else
        high = middle;
    }
  return get_run (self, low);
}

/* The footer stands in the lower half of the bottom margin, outside the text. */
static void
finish_page (EqpPageLayout *self,
             EqpPaperPage  *page,
             const Run     *run,
             guint          index)
{
  EqpLanguage      language = eqp_document_get_language (self->document);
  gboolean         by_section = eqp_document_get_numbering (self->document) == EQP_NUMBERING_SECTION;
  g_autofree char *left = eqp_document_dup_footer (self->document, eqp_document_get_section (self->document, page->section));
  g_autofree char *right = NULL;
  double           width = self->format.width - self->format.margin_left - self->format.margin_right;
  double           y = self->format.height - self->format.margin_bottom * 0.62;
  double           height;
  PangoLayout     *layout;
  EqpPageItem     *rule;

  page->number = by_section ? index + 1 : run->first_page + index + 1;
  page->of = by_section ? run->n_pages : self->n_pages;
  page->is_finished = TRUE;
  if (left == NULL)
    return;
  /* Translators: at the foot of each page of a document: its number and how many there are. */
  right = g_strdup_printf (eqp_tr (language, "Page %u of %u"), page->number, page->of);
  rule = eqp_paper_page_add (page, EQP_ITEM_LINE, self->format.margin_left, y - 4, width, 0);
  rule->color = EQP_COLOR_HAIRLINE;
  rule->detail = 40;
  layout = eqp_typesetter_set (self->typesetter, EQP_TEXT_FOOTER, EQP_ALIGN_START, width * 0.8, left, &height);
  eqp_paper_page_add_text (page, EQP_ROLE_FOOTER, EQP_COLOR_FAINT, layout, self->format.margin_left, y, width * 0.8, height);
  layout = eqp_typesetter_set (self->typesetter, EQP_TEXT_FOOTER, EQP_ALIGN_END, width * 0.2, right, &height);
  eqp_paper_page_add_text (page, EQP_ROLE_FOOTER, EQP_COLOR_FAINT, layout, self->format.margin_left + width * 0.8, y, width * 0.2, height);
}

/**
 * eqp_page_layout_new:
 * @document: a document; a reference is kept, and it must not be changed any more
 * @format: (nullable): the paper, copied; %NULL for A4 with margins of 2 cm
 *
 * Returns: (transfer full): the document's pages, none of them made yet
 */
EqpPageLayout *
eqp_page_layout_new (EqpDocument         *document,
                     const EqpPageFormat *format)
{
  EqpPageLayout *self = g_new0 (EqpPageLayout, 1);

  self->document = eqp_document_ref (document);
  self->format = format != NULL ? *format : eqp_page_format_a4;
  self->typesetter = eqp_typesetter_new (eqp_document_get_language (document));
  self->runs = g_array_new (FALSE, TRUE, sizeof (Run));
  g_array_set_clear_func (self->runs, clear_run);
  self->section_starts = g_new0 (guint, eqp_document_get_n_sections (document) + 1);
  g_queue_init (&self->kept);
  find_runs (self);
  return self;
}

/**
 * eqp_page_layout_free:
 * @self: (transfer full): a layout
 */
void
eqp_page_layout_free (EqpPageLayout *self)
{
  g_queue_clear (&self->kept);
  g_array_unref (self->runs);
  g_free (self->section_starts);
  eqp_typesetter_free (self->typesetter);
  eqp_document_unref (self->document);
  g_free (self);
}

/**
 * eqp_page_layout_get_document:
 * @self: a layout
 *
 * Returns: (transfer none): the document
 */
EqpDocument *
eqp_page_layout_get_document (EqpPageLayout *self)
{
  return self->document;
}

/**
 * eqp_page_layout_get_n_pages:
 * @self: a layout
 *
 * Lays out everything once.
 *
 * Returns: how many pages the document takes
 */
guint
eqp_page_layout_get_n_pages (EqpPageLayout *self)
{
  count_all (self);
  return self->n_pages;
}

/**
 * eqp_page_layout_get_page:
 * @self: a layout
 * @index: from 0
 *
 * Pages asked for in order are laid out one run of sections after the other, and dropped some pages later.
 *
 * Returns: (nullable) (transfer none): the page, valid until another one is asked for; %NULL past the last one
 */
const EqpPaperPage *
eqp_page_layout_get_page (EqpPageLayout *self,
                          guint          index)
{
  EqpPaperPage *page;
  Run          *run;

  if (eqp_document_get_numbering (self->document) == EQP_NUMBERING_DOCUMENT)
    count_all (self);
  while (index >= self->n_pages)
    if (!advance (self))
      return NULL;
  run = find_run (self, index);
  /* The first run may hold the list of contents, which no other way tells. */
  if (run->has_contents && self->section_pages == NULL)
    count_all (self);
  if (run->pages == NULL)
    lay_out_run (self, (guint)(run - get_run (self, 0)));
  page = g_ptr_array_index (run->pages, index - run->first_page);
  if (!page->is_finished)
    finish_page (self, page, run, index - run->first_page);
  return page;
}
