/* eqp-request-layout.c — two things beside each other where there is room, else one below the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-layout"

#include "config.h"

#include "app/exchanges/eqp-request-layout.h"

#define SPACING 24
/* From this width on each of two columns is wide enough for its lines. */
#define TWO_COLUMNS 640

struct _EqpRequestLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (EqpRequestLayout, eqp_request_layout, GTK_TYPE_LAYOUT_MANAGER)

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

static int
get_columns (GtkWidget *widget,
             int        width)
{
  return width >= TWO_COLUMNS ? (int)MAX (count_children (widget), 1) : 1;
}

static GtkSizeRequestMode
eqp_request_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
measure_height (GtkWidget *widget,
                int        width,
                int       *minimum,
                int       *natural)
{
  int columns = get_columns (widget, width);
  int child_width = width < 0 ? -1 : (width - SPACING * (columns - 1)) / columns;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, &child_minimum, &child_natural, NULL, NULL);
      if (columns > 1)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        {
          int gap = *natural > 0 ? SPACING : 0;

          *minimum += child_minimum + gap;
          *natural += child_natural + gap;
        }
    }
}

static void
eqp_request_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (widget, for_size, minimum, natural);
}

static void
eqp_request_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  int      columns = get_columns (widget, width);
  int      child_width = (width - SPACING * (columns - 1)) / columns;
  gboolean reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      x = reversed && columns > 1 ? width - child_width : 0;
  int      y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, child_width, child_height }, -1);
      if (columns > 1)
        x += reversed ? -child_width - SPACING : child_width + SPACING;
      else
        y += child_height + SPACING;
    }
}

static void
eqp_request_layout_class_init (EqpRequestLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = eqp_request_layout_get_request_mode;
  layout_class->measure = eqp_request_layout_measure;
  layout_class->allocate = eqp_request_layout_allocate;
}

static void
eqp_request_layout_init (EqpRequestLayout *self)
{
}
