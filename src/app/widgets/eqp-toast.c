/* eqp-toast.c — sentences at the foot of a window, which go by themselves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-toast"

#include "config.h"

#include "app/widgets/eqp-toast.h"

#include <glib/gi18n.h>

/* The overlay's toast that speaks of the newest edit. */
#define NEWEST "eqp-newest-edit"

static AdwToast *
toast_new (const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  return adw_toast_new (markup);
}

static void
dismissed_cb (AdwToastOverlay *overlay,
              AdwToast        *toast)
{
  if (g_object_get_data (G_OBJECT (overlay), NEWEST) == toast)
    g_object_set_data (G_OBJECT (overlay), NEWEST, NULL);
}

static void
show_newest (AdwToastOverlay *overlay,
             AdwToast        *toast)
{
  AdwToast *former = g_object_get_data (G_OBJECT (overlay), NEWEST);

  if (former != NULL)
    adw_toast_dismiss (former);
  /* Before a sentence that is still shown. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data (G_OBJECT (overlay), NEWEST, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}

/* A dialog's own actions do not reach those of the window it stands before. */
static void
undo_cb (AdwToastOverlay *overlay)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (overlay)));

  while (window != NULL && !gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL))
    window = gtk_window_get_transient_for (window);
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
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), overlay, G_CONNECT_SWAPPED);
  show_newest (overlay, toast);
}

void
eqp_toast_replace (AdwToastOverlay *overlay,
                   const char      *sentence)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  show_newest (overlay, toast_new (sentence));
}

void
eqp_toast_say (AdwToastOverlay *overlay,
               const char      *sentence)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  adw_toast_overlay_add_toast (overlay, toast_new (sentence));
}
