/* eqp-away-file.c — what the window says about a file on a network or in a synchronised folder */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-away-file"

#include "config.h"

#include "app/home/eqp-away-file.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/home/eqp-files.h"
#include "app/widgets/eqp-message-window.h"
#include "store/eqp-place.h"

static void
open_original_cb (gpointer user_data)
{
  eqp_files_open_original (user_data);
}

/* Neither side is lost, and nothing is decided for anybody: who says nothing goes on with their own version. */
static void
conflict_cb (EqpWindow *window)
{
  EqpSession      *session = eqp_window_get_session (window);
  g_autofree char *title = eqp_files_dup_title (eqp_session_get_origin (session));
  g_autofree char *body = NULL;

  /* Translators: %s is the name of a file */
  body = g_strdup_printf (_ ("Your changes were not written to “%s”, so that theirs are not lost. Yours are kept on this computer, and you can go on with "
                             "them or save them as a copy. If you open the other version, yours is kept as a file of its own on this computer."),
                          title);
  eqp_message_window_ask (GTK_WINDOW (window), _ ("Somebody else has changed this file"), body, _ ("_Open the other version"), FALSE,
                          open_original_cb, g_object_ref (window), g_object_unref);
}

static void
tell_what_is_aside (EqpWindow      *window,
                    EqpWorkingCopy *copy)
{
  g_autofree char *title = eqp_files_dup_title (eqp_working_copy_get_origin (copy));
  g_autofree char *aside = g_filename_display_name (eqp_working_copy_get_aside (copy));
  g_autofree char *body = NULL;

  /* Translators: the name of a file, then the place of another. */
  body = g_strdup_printf (_ ("The copy of “%s” on this computer was damaged, and is kept as “%s”. What had not been written to the file yet may be missing: "
                             "you go on with what the file holds."),
                          title, aside);
  eqp_message_window_present (GTK_WINDOW (window), _ ("Changes of last time could not be read"), body);
}

/* Two machines at once, or a program that copies the file while it is written, can spoil it: SQLite's locks do not reach that far. */
static void
warn_of_place (EqpWindow  *window,
               const char *path)
{
  switch (eqp_place_of_path (path))
    {
    case EQP_PLACE_NETWORK:
      eqp_feedback_say (GTK_WIDGET (window), _ ("This file is on a network: open it on one computer at a time, or work on a copy."));
      break;
    case EQP_PLACE_SYNCHRONISED:
      eqp_feedback_say (GTK_WIDGET (window), _ ("This file is in a synchronised folder: open it on one computer at a time, or work on a copy."));
      break;
    case EQP_PLACE_LOCAL:
    default:
      break;
    }
}

void
eqp_away_file_greet (EqpWindow *window)
{
  EqpSession     *session = eqp_window_get_session (window);
  EqpWorkingCopy *copy = eqp_session_get_working_copy (session);

  if (copy == NULL)
    {
      warn_of_place (window, eqp_session_get_path (session));
      return;
    }
  g_signal_connect_object (session, "conflict", G_CALLBACK (conflict_cb), window, G_CONNECT_SWAPPED);
  switch (eqp_working_copy_get_beginning (copy))
    {
    case EQP_WORKING_COPY_RESUMED:
      eqp_feedback_say (GTK_WIDGET (window), _ ("Changes of last time had not been written to this file: they are here, and will be."));
      break;
    case EQP_WORKING_COPY_CONFLICT: /* the session finds out again, and says so */
      break;
    case EQP_WORKING_COPY_FRESH:
    default:
      if (eqp_working_copy_get_aside (copy) != NULL)
        tell_what_is_aside (window, copy);
      eqp_feedback_say (GTK_WIDGET (window), _ ("You work on a copy on this computer; your changes are written to the file as you go."));
      break;
    }
}

static void
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (user_data);
}

gboolean
eqp_away_file_leave (EqpWindow *window)
{
  EqpSession      *session = eqp_window_get_session (window);
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;

  if (session == NULL || eqp_session_write_back (session, &error))
    return TRUE;
  /* Translators: %s is a sentence that says why */
  body = g_strdup_printf (_ ("%s Your changes are kept on this computer, and are there when you open the file again."), error->message);
  eqp_message_window_ask (GTK_WINDOW (window), _ ("Your changes are not in the file yet"), body, _ ("_Close all the same"), FALSE, destroy_cb,
                          g_object_ref (window), g_object_unref);
  return FALSE;
}
