/* eqp-table-columns.c — the columns of a table whose rows are sorted in the file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-table-columns"

#include "config.h"

#include "app/widgets/eqp-table-columns.h"

#define COLUMN_KEY "eqp-table-column"
#define ASKED_KEY "eqp-table-column-asked"

static guint
get_number (gpointer    object,
            const char *key)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, key));
}

/* The rows are sorted in the file: a column's sorter only tells that it was asked, and the first one asked is the one that counts. */
static int
note_column_cb (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  GtkColumnView *view = gtk_column_view_column_get_column_view (user_data);

  g_object_set_data (G_OBJECT (view), ASKED_KEY, GUINT_TO_POINTER (get_number (user_data, COLUMN_KEY)));
  return GTK_ORDERING_SMALLER;
}

void
eqp_table_add_column (GtkColumnView       *view,
                      const char          *title,
                      gboolean             sortable,
                      gboolean             wide,
                      const EqpTableCells *cells,
                      GObject             *self)
{
  gpointer             number = GUINT_TO_POINTER (g_list_model_get_n_items (gtk_column_view_get_columns (view)));
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (note_column_cb, column, NULL);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, number);
  g_object_set_data (G_OBJECT (column), COLUMN_KEY, number);
  g_signal_connect_object (factory, "setup", G_CALLBACK (cells->set_up), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (cells->bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (cells->unbind), self, 0);
  if (sortable)
    gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
  gtk_column_view_column_set_expand (column, wide);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

guint
eqp_table_get_column (GtkSignalListItemFactory *factory)
{
  return get_number (factory, COLUMN_KEY);
}

GtkOrdering
eqp_table_get_order (GtkColumnView *view,
                     guint         *column)
{
  GtkSorter  *sorter = gtk_column_view_get_sorter (view);
  GtkOrdering ordering = gtk_sorter_compare (sorter, sorter, view); /* any two things will do */

  *column = get_number (view, ASKED_KEY);
  return ordering;
}

static gboolean
query_tooltip_cb (GtkInscription *text,
                  int             x,
                  int             y,
                  gboolean        keyboard_mode,
                  GtkTooltip     *tooltip)
{
  const char *whole = gtk_inscription_get_text (text);

  gtk_tooltip_set_text (tooltip, whole);
  return whole != NULL && *whole != '\0';
}

void
eqp_table_add_tooltip (GtkInscription *text)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (text), TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
