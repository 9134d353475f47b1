/* eqp-toast.c — toasts of a window that stays open beside what it changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-toast"

#include "config.h"

#include "app/home/eqp-toast.h"

#include <glib/gi18n.h>

static AdwToast *
toast_new (const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  return adw_toast_new (markup);
}

/* A dialog's own actions do not reach those of the window it stands before. */
static void
undo_cb (AdwToastOverlay *overlay)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (overlay)));
  GtkWindow *window = gtk_window_get_transient_for (dialog);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

void
eqp_toast_edit (AdwToastOverlay *overlay,
                EqpMessage      *label)
{
  g_autofree char *sentence = NULL;
  AdwToast        *toast;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (label != NULL);

  sentence = eqp_message_render (label, eqp_language_get_interface ());
  toast = toast_new (sentence);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  /* Before a sentence that is still shown. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), overlay, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}

void
eqp_toast_say (AdwToastOverlay *overlay,
               const char      *sentence)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  adw_toast_overlay_add_toast (overlay, toast_new (sentence));
}
