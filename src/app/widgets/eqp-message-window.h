/* eqp-message-window.h — a heading, a sentence, Close; or a question with one way on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EQP_TYPE_MESSAGE_WINDOW (eqp_message_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpMessageWindow, eqp_message_window, EQP, MESSAGE_WINDOW, AdwWindow)

void eqp_message_window_present (GtkWindow  *parent,
                                 const char *heading,
                                 const char *body);

/* @accept: the label of the button that goes on. @func is called once, only if it was pressed. */
typedef void (*EqpMessageFunc) (gpointer user_data);
void eqp_message_window_ask (GtkWindow     *parent,
                             const char    *heading,
                             const char    *body,
                             const char    *accept,
                             gboolean       destructive,
                             EqpMessageFunc func,
                             gpointer       user_data,
                             GDestroyNotify destroy);

G_END_DECLS
