/* eqp-balance-gauge.c — a bar from one end to another, with a mark: the threshold, or zero */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-gauge"

#include "config.h"

#include "app/exchanges/eqp-balance-gauge.h"

#define HEIGHT 14
#define MARK_WIDTH 2
/* The mark is seen above and below the bar. */
#define BAR_INSET 3

struct _EqpBalanceGauge
{
  GtkWidget parent_instance;

  double from;
  double to;
  double mark;

  GtkWidget *trough;
  GtkWidget *fill;
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (EqpBalanceGauge, eqp_balance_gauge, GTK_TYPE_WIDGET)

static void
eqp_balance_gauge_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 72 : HEIGHT;
}

static void
eqp_balance_gauge_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  EqpBalanceGauge *self = EQP_BALANCE_GAUGE (widget);
  gboolean         mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double           from = mirrored ? 1 - self->to : self->from;
  double           to = mirrored ? 1 - self->from : self->to;
  double           mark = mirrored ? 1 - self->mark : self->mark;
  int              bar = height - 2 * BAR_INSET;
  int              left = (int)(from * width);
  int              right = (int)(to * width);

  gtk_widget_size_allocate (self->trough, &(GtkAllocation){ 0, BAR_INSET, width, bar }, -1);
  gtk_widget_set_child_visible (self->fill, right > left);
  gtk_widget_size_allocate (self->fill, &(GtkAllocation){ left, BAR_INSET, MAX (right - left, 1), bar }, -1);
  gtk_widget_size_allocate (self->line, &(GtkAllocation){ CLAMP ((int)(mark * width) - MARK_WIDTH / 2, 0, width - MARK_WIDTH), 0, MARK_WIDTH, height }, -1);
}

static void
eqp_balance_gauge_dispose (GObject *object)
{
  EqpBalanceGauge *self = EQP_BALANCE_GAUGE (object);

  g_clear_pointer (&self->trough, gtk_widget_unparent);
  g_clear_pointer (&self->fill, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);

  G_OBJECT_CLASS (eqp_balance_gauge_parent_class)->dispose (object);
}

static void
eqp_balance_gauge_class_init (EqpBalanceGaugeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_balance_gauge_dispose;
  widget_class->measure = eqp_balance_gauge_measure;
  widget_class->size_allocate = eqp_balance_gauge_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "gauge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
add_part (EqpBalanceGauge *self,
          const char      *css_class)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (part, css_class);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static void
eqp_balance_gauge_init (EqpBalanceGauge *self)
{
  self->trough = add_part (self, "gauge-trough");
  self->fill = add_part (self, "gauge-fill");
  self->line = add_part (self, "gauge-mark");
}

GtkWidget *
eqp_balance_gauge_new (void)
{
  return g_object_new (EQP_TYPE_BALANCE_GAUGE, NULL);
}

void
eqp_balance_gauge_set (EqpBalanceGauge *self,
                       double           from,
                       double           to,
                       double           mark,
                       const char      *css_class,
                       const char      *description)
{
  const char *classes[] = { "gauge-fill", css_class, NULL };

  g_return_if_fail (EQP_IS_BALANCE_GAUGE (self));

  self->from = CLAMP (MIN (from, to), 0, 1);
  self->to = CLAMP (MAX (from, to), 0, 1);
  self->mark = CLAMP (mark, 0, 1);
  gtk_widget_set_css_classes (self->fill, classes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
