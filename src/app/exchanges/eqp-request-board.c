/* eqp-request-board.c — the requests as cards, one column a state */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-board"

#include "config.h"

#include "app/exchanges/eqp-request-board.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-request-column.h"

struct _EqpRequestBoard
{
  AdwBin parent_instance;

  EqpRequestColumn *columns[EQP_REQUEST_N_STATES]; /* borrowed: the box holds them */
  gint64            marked;
  guint             scroll_source;

  GtkScrolledWindow *scroller;
  GtkBox            *box;
};

G_DEFINE_FINAL_TYPE (EqpRequestBoard, eqp_request_board, ADW_TYPE_BIN)

static GtkWidget *
find_card (EqpRequestBoard *self,
           gint64           request)
{
  GtkWidget *card = NULL;

  for (guint i = 0; i < EQP_REQUEST_N_STATES && card == NULL; i++)
    card = eqp_request_column_find_card (self->columns[i], request);
  return card;
}

/* ---- the marked card ---- */

static void
scroll_cb (gpointer user_data)
{
  EqpRequestBoard *self = user_data;
  GtkWidget       *card = find_card (self, self->marked);
  GtkWidget       *column = card != NULL ? gtk_widget_get_ancestor (card, EQP_TYPE_REQUEST_COLUMN) : NULL;
  graphene_rect_t  bounds;

  self->scroll_source = 0;
  if (column != NULL && gtk_widget_compute_bounds (column, GTK_WIDGET (self->box), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->scroller), bounds.origin.x, bounds.origin.x + bounds.size.width);
}

/* The board has just become narrower, or is about to: its columns have their places when nothing else is left to do. */
static void
scroll_soon (EqpRequestBoard *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_once (scroll_cb, self);
}

/* ---- the keyboard ---- */

/* The card to go to in the next column that has one, at the same height. */
static GtkWidget *
find_neighbour (EqpRequestBoard *self,
                EqpRequestCard  *card,
                int              step)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card));
  int state = (int)eqp_request_get_state (eqp_request_card_get_request (card));

  for (int i = state + step; i >= 0 && i < EQP_REQUEST_N_STATES; i += step)
    {
      GtkWidget *found = gtk_widget_get_visible (GTK_WIDGET (self->columns[i]))
                         ? eqp_request_column_get_card (self->columns[i], (guint)index)
                         : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
walk_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpRequestBoard *self = EQP_REQUEST_BOARD (widget);
  GtkRoot         *root = gtk_widget_get_root (widget);
  GtkWidget       *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget       *card = focus != NULL ? gtk_widget_get_ancestor (focus, EQP_TYPE_REQUEST_CARD) : NULL;
  GtkWidget       *found = NULL;

  if (card != NULL)
    found = find_neighbour (self, EQP_REQUEST_CARD (card), g_variant_get_int32 (parameter));
  if (found != NULL)
    gtk_widget_grab_focus (found);
  else
    gtk_widget_error_bell (widget);
}

/* ---- the class ---- */

static void
eqp_request_board_dispose (GObject *object)
{
  EqpRequestBoard *self = EQP_REQUEST_BOARD (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_REQUEST_BOARD);

  G_OBJECT_CLASS (eqp_request_board_parent_class)->dispose (object);
}

static void
eqp_request_board_class_init (EqpRequestBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_request_board_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-request-board.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRequestBoard, scroller);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestBoard, box);
  gtk_widget_class_install_action (widget_class, "board.walk", "i", walk_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "board.walk", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Right, 0, "board.walk", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "board.walk", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Left, 0, "board.walk", "i", -1);
}

static void
eqp_request_board_init (EqpRequestBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < EQP_REQUEST_N_STATES; i++)
    {
      GtkWidget *column = eqp_request_column_new (i);

      self->columns[i] = EQP_REQUEST_COLUMN (column);
      gtk_box_append (self->box, column);
    }
}

void
eqp_request_board_load (EqpRequestBoard *self,
                        EqpStore        *store,
                        EqpRequestLate  *late)
{
  g_return_if_fail (EQP_IS_REQUEST_BOARD (self));

  for (guint i = 0; i < EQP_REQUEST_N_STATES; i++)
    eqp_request_column_load (self->columns[i], store, late);
}

void
eqp_request_board_set_filter (EqpRequestBoard        *self,
                              const EqpRequestFilter *filter,
                              const char             *search)
{
  g_return_if_fail (EQP_IS_REQUEST_BOARD (self));

  for (guint i = 0; i < EQP_REQUEST_N_STATES; i++)
    {
      gboolean         shown = eqp_request_filter_has_state (filter, i);
      g_autofree char *condition = shown ? eqp_request_filter_dup_condition (filter, (int)i) : g_strdup ("0");

      gtk_widget_set_visible (GTK_WIDGET (self->columns[i]), shown);
      eqp_request_column_set_filter (self->columns[i], condition, search);
    }
}

void
eqp_request_board_mark (EqpRequestBoard *self,
                        gint64           request)
{
  GtkWidget *before = self->marked != 0 ? find_card (self, self->marked) : NULL;
  GtkWidget *card = request != 0 ? find_card (self, request) : NULL;

  self->marked = request;
  if (before != NULL)
    gtk_widget_remove_css_class (before, "current");
  if (card != NULL)
    {
      gtk_widget_add_css_class (card, "current");
      scroll_soon (self);
    }
}

gboolean
eqp_request_board_focus (EqpRequestBoard *self,
                         gint64           request)
{
  GtkWidget *card;

  g_return_val_if_fail (EQP_IS_REQUEST_BOARD (self), FALSE);

  card = find_card (self, request);
  return card != NULL && gtk_widget_grab_focus (card);
}

guint
eqp_request_board_count (EqpRequestBoard *self)
{
  guint n = 0;

  g_return_val_if_fail (EQP_IS_REQUEST_BOARD (self), 0);

  for (guint i = 0; i < EQP_REQUEST_N_STATES; i++)
    n += eqp_request_column_get_n_requests (self->columns[i]);
  return n;
}
