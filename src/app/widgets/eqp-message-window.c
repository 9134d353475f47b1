/* eqp-message-window.c — a heading, a sentence, Close; or a question with one way on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-message-window"

#include "config.h"

#include "app/widgets/eqp-message-window.h"

#include <glib/gi18n.h>
#include <string.h>

/* Pixels. */
#define LIST_WIDTH 640

struct _EqpMessageWindow
{
  AdwWindow parent_instance;

  EqpMessageFunc func;
  gpointer       user_data;
  GDestroyNotify destroy;

  GtkLabel  *heading;
  GtkLabel  *body;
  GtkButton *close;
  GtkButton *accept;
};

G_DEFINE_FINAL_TYPE (EqpMessageWindow, eqp_message_window, ADW_TYPE_WINDOW)

static void
accept_cb (EqpMessageWindow *self)
{
  EqpMessageFunc func = g_steal_pointer (&self->func);

  if (func != NULL)
    func (self->user_data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
eqp_message_window_dispose (GObject *object)
{
  EqpMessageWindow *self = EQP_MESSAGE_WINDOW (object);
  GDestroyNotify    destroy = g_steal_pointer (&self->destroy);

  if (destroy != NULL)
    destroy (self->user_data);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_MESSAGE_WINDOW);

  G_OBJECT_CLASS (eqp_message_window_parent_class)->dispose (object);
}

static void
eqp_message_window_class_init (EqpMessageWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_message_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-message-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpMessageWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, EqpMessageWindow, body);
  gtk_widget_class_bind_template_child (widget_class, EqpMessageWindow, close);
  gtk_widget_class_bind_template_child (widget_class, EqpMessageWindow, accept);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eqp_message_window_init (EqpMessageWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static EqpMessageWindow *
message_window_new (GtkWindow  *parent,
                    const char *heading,
                    const char *body)
{
  EqpMessageWindow *self = g_object_new (EQP_TYPE_MESSAGE_WINDOW, "transient-for", parent, "title", heading, NULL);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->body, body);
  /* A list is read from its left. */
  if (strchr (body, '\n') != NULL)
    {
      gtk_label_set_justify (self->body, GTK_JUSTIFY_LEFT);
      gtk_label_set_xalign (self->body, 0);
      gtk_window_set_default_size (GTK_WINDOW (self), LIST_WIDTH, -1);
    }
  return self;
}

void
eqp_message_window_present (GtkWindow  *parent,
                            const char *heading,
                            const char *body)
{
  EqpMessageWindow *self = message_window_new (parent, heading, body);

  gtk_widget_set_visible (GTK_WIDGET (self->accept), FALSE);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->close));
  gtk_window_present (GTK_WINDOW (self));
}

void
eqp_message_window_ask (GtkWindow     *parent,
                        const char    *heading,
                        const char    *body,
                        const char    *accept,
                        gboolean       destructive,
                        EqpMessageFunc func,
                        gpointer       user_data,
                        GDestroyNotify destroy)
{
  EqpMessageWindow *self = message_window_new (parent, heading, body);

  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  gtk_button_set_label (self->close, _ ("_Cancel"));
  gtk_button_set_label (self->accept, accept);
  gtk_widget_add_css_class (GTK_WIDGET (self->accept), destructive ? "destructive-action" : "suggested-action");
  gtk_window_present (GTK_WINDOW (self));
}
