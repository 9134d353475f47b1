/* eqp-table-columns.h — the columns of a table whose rows are sorted in the file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a table makes the cells of its columns; each is called with @self as its last argument. */
typedef struct
{
  void (*set_up) (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  gpointer                  self);
  void (*bind) (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  self);
  void (*unbind) (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  gpointer                  self);
} EqpTableCells;

/* Adds the next column, the first one being 0. @title: translated. @wide: takes the width that is left over. */
void eqp_table_add_column (GtkColumnView       *view,
                           const char          *title,
                           gboolean             sortable,
                           gboolean             wide,
                           const EqpTableCells *cells,
                           GObject             *self);
/* Which column @factory makes cells for. */
guint eqp_table_get_column (GtkSignalListItemFactory *factory);
/* What somebody sorts by, since the view's sorter last changed: GTK_ORDERING_EQUAL = nothing, GTK_ORDERING_SMALLER = @column as it stands,
 * GTK_ORDERING_LARGER = @column turned round. */
GtkOrdering eqp_table_get_order (GtkColumnView *view,
                                 guint         *column);
/* A tooltip with the whole text, made when the pointer rests on it: gtk_widget_set_tooltip_text() would ask the display where the pointer is each
 * time that a cell is bound. */
void eqp_table_add_tooltip (GtkInscription *text);

G_END_DECLS
