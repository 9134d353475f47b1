/* eqp-window-opening.c — a window that is drawn before its file is read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-window"

#include "config.h"

#include "app/eqp-window-private.h"

/* A window that is minimized or on another workspace may never be drawn: its file is opened all the same. */
#define PATIENCE_MS 300

void
_eqp_window_stop_waiting (EqpWindow *self)
{
  g_clear_handle_id (&self->opening_source, g_source_remove);
  g_clear_pointer (&self->awaited, g_free);
}

static gboolean
open_cb (gpointer user_data)
{
  EqpWindow       *self = user_data;
  g_autofree char *path = g_steal_pointer (&self->awaited);
  GtkApplication  *application = gtk_window_get_application (GTK_WINDOW (self));

  self->opening_source = 0;
  if (eqp_window_open (self, path) && application != NULL)
    g_settings_set_string (eqp_application_get_settings (EQP_APPLICATION (application)), "last-file", path);
  return G_SOURCE_REMOVE;
}

/* Not at once: what was drawn must still be sent to the display. */
static void
after_paint_cb (EqpWindow     *self,
                GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  if (self->awaited == NULL)
    return;
  g_clear_handle_id (&self->opening_source, g_source_remove);
  self->opening_source = g_idle_add (open_cb, self);
}

/* Where the page will be: its window's buttons, and the handle to move it. */
static void
show_shell (EqpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new ("", ""));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_stack_add_named (self->pages, box, "opening");
  gtk_stack_set_visible_child_name (self->root, "file");
}

void
eqp_window_open_when_drawn (EqpWindow  *self,
                            const char *path)
{
  GdkFrameClock *clock;

  g_return_if_fail (EQP_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->session == NULL);

  _eqp_window_stop_waiting (self);
  self->awaited = g_strdup (path);
  self->opening_source = g_timeout_add (PATIENCE_MS, open_cb, self);
  show_shell (self);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  if (clock != NULL)
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), self, G_CONNECT_SWAPPED);
}

const char *
eqp_window_get_awaited (EqpWindow *self)
{
  g_return_val_if_fail (EQP_IS_WINDOW (self), NULL);

  return self->awaited;
}
