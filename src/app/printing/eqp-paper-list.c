/* eqp-paper-list.c — the pages of a document below each other, as wide as the window or one at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-paper-list"

#include "config.h"

#include "app/printing/eqp-paper-list.h"

#include "app/printing/eqp-paper.h"

#define MARGIN 18 /* px around the pages, as in the template */
#define MIN_SCALE 0.3
#define MAX_SCALE 2.0

struct _EqpPaperList
{
  AdwBin parent_instance;

  EqpPageLayout *layout; /* (nullable) */
  gboolean       whole_page;
  guint          page;   /* from 1; 0 without pages */
  guint          target; /* the page to go to once the new sizes are known; 0: none */
  double         scale;
  guint          scale_source;

  GtkScrolledWindow *scrolled;
  GtkBox            *papers;
};

G_DEFINE_FINAL_TYPE (EqpPaperList, eqp_paper_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_PAGE,
  PROP_N_PAGES,
  PROP_WHOLE_PAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- where a page is ---- */

static GtkWidget *
get_paper (EqpPaperList *self,
           guint         page)
{
  GtkWidget *paper = gtk_widget_get_first_child (GTK_WIDGET (self->papers));

  for (guint i = 1; paper != NULL && i < page; i++)
    paper = gtk_widget_get_next_sibling (paper);
  return paper;
}

/* From the top of what is in sight, in pixels: by the adjustment, which is ahead of the widgets' own places while scrolling. */
static gboolean
find_extent (EqpPaperList *self,
             GtkWidget    *paper,
             double       *top,
             double       *bottom)
{
  double          value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (paper, GTK_WIDGET (self->papers), &bounds))
    return FALSE;
  *top = bounds.origin.y + MARGIN - value;
  *bottom = *top + bounds.size.height;
  return bounds.size.height > 0;
}

static void
set_page (EqpPaperList *self,
          guint         page)
{
  if (self->page == page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
scroll_to (EqpPaperList *self,
           guint         page)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  GtkWidget     *paper = get_paper (self, page);
  double         top, bottom;

  if (paper == NULL || !find_extent (self, paper, &top, &bottom))
    return;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top - MARGIN / 2.0);
  set_page (self, page);
}

static void
scrolled_cb (EqpPaperList *self)
{
  double limit = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scrolled)) / 3;
  guint  page = 0;
  guint  i = 1;

  for (GtkWidget *paper = get_paper (self, 1); paper != NULL; paper = gtk_widget_get_next_sibling (paper), i++)
    {
      double top, bottom;

      eqp_paper_scrolled (EQP_PAPER (paper));
      if (page == 0 && find_extent (self, paper, &top, &bottom) && bottom > limit)
        page = i;
    }
  if (page != 0)
    set_page (self, page);
}

/* ---- how large ---- */

static double
compute_scale (EqpPaperList *self)
{
  double width = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scrolled)) - 2 * MARGIN;
  double height = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scrolled)) - 2 * MARGIN;
  double scale = width / eqp_page_format_a4.width;

  if (self->whole_page)
    scale = MIN (scale, height / eqp_page_format_a4.height);
  return CLAMP (scale, MIN_SCALE, MAX_SCALE);
}

static void
scale_cb (gpointer user_data)
{
  EqpPaperList *self = user_data;
  double        scale = compute_scale (self);

  self->scale_source = 0;
  if (ABS (scale - self->scale) < 0.001)
    {
      if (self->target != 0)
        scroll_to (self, self->target);
      self->target = 0;
      return;
    }
  self->scale = scale;
  if (self->target == 0)
    self->target = self->page;
  for (GtkWidget *paper = get_paper (self, 1); paper != NULL; paper = gtk_widget_get_next_sibling (paper))
    eqp_paper_set_scale (EQP_PAPER (paper), scale);
}

/* Sizes are not changed while they are being handed out. */
static void
size_changed_cb (EqpPaperList *self)
{
  if (self->scale_source == 0)
    self->scale_source = g_idle_add_once (scale_cb, self);
}

/* ---- the class ---- */

static void
clear_papers (EqpPaperList *self)
{
  GtkWidget *paper;

  while ((paper = gtk_widget_get_first_child (GTK_WIDGET (self->papers))) != NULL)
    {
      eqp_paper_detach (EQP_PAPER (paper));
      gtk_box_remove (self->papers, paper);
    }
  g_clear_pointer (&self->layout, eqp_page_layout_free);
}

static void
eqp_paper_list_dispose (GObject *object)
{
  EqpPaperList *self = EQP_PAPER_LIST (object);

  g_clear_handle_id (&self->scale_source, g_source_remove);
  if (self->papers != NULL)
    clear_papers (self);
  /* The bin must let its child go before the template does, or it would do so a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_PAPER_LIST);

  G_OBJECT_CLASS (eqp_paper_list_parent_class)->dispose (object);
}

static void
eqp_paper_list_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EqpPaperList *self = EQP_PAPER_LIST (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, eqp_paper_list_get_n_pages (self));
      break;
    case PROP_WHOLE_PAGE:
      g_value_set_boolean (value, self->whole_page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_paper_list_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  EqpPaperList *self = EQP_PAPER_LIST (object);

  switch (prop_id)
    {
    case PROP_WHOLE_PAGE:
      if (self->whole_page == g_value_get_boolean (value))
        return;
      self->whole_page = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      size_changed_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_paper_list_class_init (EqpPaperListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_paper_list_dispose;
  object_class->get_property = eqp_paper_list_get_property;
  object_class->set_property = eqp_paper_list_set_property;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WHOLE_PAGE] = g_param_spec_boolean ("whole-page", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-paper-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpPaperList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EqpPaperList, papers);
}

static void
eqp_paper_list_init (EqpPaperList *self)
{
  GtkAdjustment *across;
  GtkAdjustment *down;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->scale = 1.0;
  across = gtk_scrolled_window_get_hadjustment (self->scrolled);
  down = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (across, "changed", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "changed", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
eqp_paper_list_set_document (EqpPaperList *self,
                             EqpDocument  *document,
                             gboolean      keep_place)
{
  guint page = keep_place ? self->page : 1;
  guint n_pages;

  g_return_if_fail (EQP_IS_PAPER_LIST (self));

  clear_papers (self);
  if (document != NULL)
    self->layout = eqp_page_layout_new (document, &eqp_page_format_a4);
  n_pages = eqp_paper_list_get_n_pages (self);
  for (guint i = 0; i < n_pages; i++)
    {
      GtkWidget *paper = eqp_paper_new (self->layout, i);

      eqp_paper_set_scale (EQP_PAPER (paper), self->scale);
      gtk_box_append (self->papers, paper);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
  set_page (self, MIN (MAX (page, 1), n_pages));
  if (!keep_place)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  size_changed_cb (self);
}

guint
eqp_paper_list_get_page (EqpPaperList *self)
{
  g_return_val_if_fail (EQP_IS_PAPER_LIST (self), 0);

  return self->page;
}

guint
eqp_paper_list_get_n_pages (EqpPaperList *self)
{
  g_return_val_if_fail (EQP_IS_PAPER_LIST (self), 0);

  return self->layout != NULL ? eqp_page_layout_get_n_pages (self->layout) : 0;
}

void
eqp_paper_list_turn (EqpPaperList *self,
                     int           step)
{
  int page;

  g_return_if_fail (EQP_IS_PAPER_LIST (self));

  page = (int)self->page + step;
  if (page >= 1 && page <= (int)eqp_paper_list_get_n_pages (self))
    scroll_to (self, (guint)page);
}
