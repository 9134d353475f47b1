/* eqp-link-row.c — a row of the home page: a title, what it is about, and where it leads */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-link-row"

#include "config.h"

#include "app/home/eqp-link-row.h"

/* Looks like an AdwActionRow, whose labels may be as narrow as one letter: to know their least size Pango breaks every word at every
 * letter, which took a third of the program's start. Nothing here is shown narrower than this. */
#define LEAST_CHARS 14

/* As many as a row with a long sentence needs; the rest is on the page that it leads to. */
#define MAX_LINES 4

/* Between a title and what is under it, in pixels: what the style sheet gives a GtkBox there. */
#define SPACING 3

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* ---- the words, one under the other ---- */

static GtkSizeRequestMode
get_request_mode (GtkWidget *words)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* How wide they are does not follow from a height: a GtkBox that is asked so tries one width after the other, and each text was broken
 * into lines twenty times before it was seen. */
static void
measure_words (GtkWidget     *words,
               GtkOrientation orientation,
               int            for_size,
               int           *minimum,
               int           *natural,
               int           *minimum_baseline,
               int           *natural_baseline)
{
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;

  *minimum = 0;
  *natural = 0;
  if (vertical && for_size < 0)
    {
      int least;

      measure_words (words, GTK_ORIENTATION_HORIZONTAL, -1, &least, &for_size, minimum_baseline, natural_baseline);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (words); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int spacing = child == gtk_widget_get_first_child (words) ? 0 : SPACING;
      int least, best;

      gtk_widget_measure (child, orientation, vertical ? for_size : -1, &least, &best, NULL, NULL);
      *minimum = vertical ? *minimum + spacing + least : MAX (*minimum, least);
      *natural = vertical ? *natural + spacing + best : MAX (*natural, best);
    }
}

static void
allocate_words (GtkWidget *words,
                int        width,
                int        height,
                int        baseline)
{
  int top = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (words); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0, top, width, 0 };

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &place.height, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
      top += place.height + SPACING;
    }
}

/* The style sheet knows this tree: row > box.header > box.title > label.title. */
static GtkWidget *
new_words (GtkWidget  *row,
           const char *title,
           const char *subtitle)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = new_label (title, "title");

  gtk_widget_set_layout_manager (words, gtk_custom_layout_new (get_request_mode, measure_words, allocate_words));
  gtk_widget_add_css_class (words, "title");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  if (*subtitle != '\0')
    {
      GtkWidget *more = new_label (subtitle, "subtitle");

      gtk_label_set_ellipsize (GTK_LABEL (more), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (more), MAX_LINES);
      gtk_box_append (GTK_BOX (words), more);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, more, NULL, -1);
    }
  return words;
}

GtkWidget *
eqp_link_row_new (const char *title,
                  const char *subtitle,
                  const char *address)
{
  GtkWidget *row;
  GtkWidget *header;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (subtitle != NULL, NULL);

  row = gtk_list_box_row_new ();
  header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (header, "header");
  gtk_box_append (GTK_BOX (header), new_words (row, title, subtitle));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), header);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), address != NULL);
  if (address != NULL)
    {
      gtk_widget_add_css_class (row, "activatable");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", address);
    }
  return row;
}

void
eqp_link_row_add_prefix (GtkWidget *row,
                         GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  gtk_widget_set_margin_end (widget, 6);
  gtk_box_prepend (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), widget);
}

void
eqp_link_row_add_suffix (GtkWidget *row,
                         GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), widget);
}
