/* bench-first-screen.c — the program as it is started, until its window was painted first, or first with data; then it is gone at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For counting instructions: nothing of what follows the frame is counted, least of all the check of the file in another thread. */

#include "config.h"

#include "app/eqp-window.h"
#include "base/eqp-language.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static gboolean wants_data;

static void
after_paint_cb (EqpWindow *window)
{
  if (!wants_data || eqp_window_get_session (window) != NULL)
    _exit (0);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), window, G_CONNECT_SWAPPED);
}

/* Under valgrind the first frame takes longer than a window waits for it, before it opens its file without. */
static gboolean
wait_for_ever_cb (gpointer user_data)
{
  GSourceFuncs *functions = &g_timeout_funcs;
  GSource      *source = g_main_context_find_source_by_funcs_user_data (NULL, functions, user_data);

  if (source != NULL)
    g_source_set_ready_time (source, -1);
  return G_SOURCE_REMOVE;
}

static gboolean
window_added_cb (GSignalInvocationHint *hint,
                 guint                  n_values,
                 const GValue          *values,
                 gpointer               user_data)
{
  GtkWidget *window = g_value_get_object (&values[1]);

  if (EQP_IS_WINDOW (window))
    {
      g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
      g_idle_add_full (G_PRIORITY_HIGH, wait_for_ever_cb, window, NULL);
    }
  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  if (argc != 3 || (strcmp (argv[1], "shell") != 0 && strcmp (argv[1], "data") != 0))
    {
      fprintf (stderr, "usage: bench-first-screen shell|data FILE\n");
      return 2;
    }
  wants_data = strcmp (argv[1], "data") == 0;
  eqp_language_init ();
  g_type_ensure (GTK_TYPE_APPLICATION);
  g_type_class_unref (g_type_class_ref (GTK_TYPE_APPLICATION));
  g_signal_add_emission_hook (g_signal_lookup ("window-added", GTK_TYPE_APPLICATION), 0, window_added_cb, NULL, NULL);
  argv[1] = argv[0];
  eqp_app_run (argc - 1, argv + 1);
  fprintf (stderr, "The program ended before it had painted what was asked for.\n");
  return 1;
}
