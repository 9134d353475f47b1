/* eqp-paper.c — one page on the screen, as it will be printed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-paper"

#include "config.h"

#include "app/printing/eqp-paper.h"

#include <glib/gi18n.h>

#include "report/layout/eqp-page-draw.h"

struct _EqpPaper
{
  GtkWidget parent_instance;

  EqpPageLayout *layout; /* borrowed; NULL once detached */
  guint          index;
  double         scale;
  gboolean       drawn; /* it was in sight when it was drawn last */
};

G_DEFINE_FINAL_TYPE (EqpPaper, eqp_paper, GTK_TYPE_WIDGET)

/* The layout keeps a few pages only: they are asked for again each time. */
static const EqpPaperPage *
get_page (EqpPaper *self)
{
  return self->layout != NULL ? eqp_page_layout_get_page (self->layout, self->index) : NULL;
}

/* A long document has more pages than are worth painting at once. */
static gboolean
is_in_sight (EqpPaper *self)
{
  GtkWidget      *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (scrolled == NULL)
    return TRUE;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (self), scrolled, &bounds))
    return FALSE;
  return graphene_rect_intersection (&bounds, &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (scrolled), (float)gtk_widget_get_height (scrolled)), NULL);
}

static void
eqp_paper_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  EqpPaper            *self = EQP_PAPER (widget);
  const EqpPageFormat *format = &eqp_page_format_a4;
  double               size = orientation == GTK_ORIENTATION_HORIZONTAL ? format->width : format->height;

  *minimum = *natural = (int)(size * self->scale + 0.5);
  *minimum_baseline = *natural_baseline = -1;
}

static void
eqp_paper_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  EqpPaper           *self = EQP_PAPER (widget);
  const EqpPaperPage *page;
  cairo_t            *cr;

  self->drawn = is_in_sight (self);
  page = self->drawn ? get_page (self) : NULL;
  if (page == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget)));
  cairo_scale (cr, self->scale, self->scale);
  eqp_page_draw (page, cr, NULL, EQP_DRAW_PLAIN);
  cairo_destroy (cr);
}

static void
eqp_paper_class_init (EqpPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = eqp_paper_measure;
  widget_class->snapshot = eqp_paper_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
eqp_paper_init (EqpPaper *self)
{
  self->scale = 1.0;
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
eqp_paper_new (EqpPageLayout *layout,
               guint          index)
{
  EqpPaper        *self = g_object_new (EQP_TYPE_PAPER, NULL);
  g_autofree char *label = NULL;

  self->layout = layout;
  self->index = index;
  /* Translators: %1$u is the number of a page, %2$u how many there are */
  label = g_strdup_printf (_ ("Page %1$u of %2$u"), index + 1, eqp_page_layout_get_n_pages (layout));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
eqp_paper_detach (EqpPaper *self)
{
  g_return_if_fail (EQP_IS_PAPER (self));

  self->layout = NULL;
}

void
eqp_paper_set_scale (EqpPaper *self,
                     double    scale)
{
  g_return_if_fail (EQP_IS_PAPER (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
eqp_paper_scrolled (EqpPaper *self)
{
  g_return_if_fail (EQP_IS_PAPER (self));

  /* Where it will be is known only when it is drawn. */
  if (!self->drawn)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
