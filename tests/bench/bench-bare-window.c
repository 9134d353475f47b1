/* bench-bare-window.c — an application window with a header bar and nothing else: what a start is compared with */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* With --once it is gone at once when it was painted first: its instructions are counted until then. */

#include <adwaita.h>
#include <string.h>
#include <unistd.h>

static gboolean once;

static void
after_paint_cb (void)
{
  _exit (0);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static void
activate_cb (GtkApplication *application,
             gpointer        user_data)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_set_title (GTK_WINDOW (window), "Bare");
  if (once)
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("fr.equipole.BareWindow", G_APPLICATION_DEFAULT_FLAGS);

  once = argc > 1 && strcmp (argv[1], "--once") == 0;
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
