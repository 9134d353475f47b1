/* eqp-feedback.c — how the window answers an edit, and how it says what went wrong */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-feedback"

#include "config.h"

#include "app/eqp-feedback.h"

#include <glib/gi18n.h>

#include "app/eqp-window.h"
#include "app/widgets/eqp-message-window.h"
#include "app/widgets/eqp-toast.h"

/* A dialog hands its feedback to the window it stands before. */
static EqpWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (root != NULL && !EQP_IS_WINDOW (root))
    root = GTK_IS_WINDOW (root) ? GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;
  return root != NULL ? EQP_WINDOW (root) : NULL;
}

void
eqp_feedback_edit (GtkWidget  *widget,
                   EqpMessage *label)
{
  EqpWindow *window = find_window (widget);

  g_return_if_fail (window != NULL);

  eqp_toast_edit (eqp_window_get_toasts (window), label);
}

void
eqp_feedback_undone (GtkWidget  *widget,
                     const char *sentence)
{
  EqpWindow *window = find_window (widget);

  g_return_if_fail (window != NULL);

  eqp_toast_replace (eqp_window_get_toasts (window), sentence);
}

void
eqp_feedback_say (GtkWidget  *widget,
                  const char *sentence)
{
  EqpWindow *window = find_window (widget);

  g_return_if_fail (window != NULL);

  eqp_toast_say (eqp_window_get_toasts (window), sentence);
}

void
eqp_feedback_error (GtkWidget    *widget,
                    const char   *heading,
                    const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  g_return_if_fail (error != NULL);

  eqp_message_window_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, error->message);
}

void
eqp_feedback_delete (GtkWidget *widget,
                     EqpStore  *store,
                     EqpRecord *record)
{
  g_autofree char *title = eqp_record_dup_title (record, eqp_language_get_interface ());
  g_autoptr (EqpMessage) label = eqp_message_text (eqp_message_new (N_ ("Deleted {record}")), "record", title);
  g_autoptr (GError) error = NULL;

  if (eqp_store_delete_one (store, label, record, &error))
    eqp_feedback_edit (widget, label);
  else
    eqp_feedback_error (widget, _ ("It was not deleted"), error);
}

void
eqp_feedback_go (GtkWidget  *widget,
                 const char *address)
{
  EqpWindow *window = find_window (widget);

  g_return_if_fail (window != NULL);

  eqp_window_go (window, address);
}
