/* bench-window.c — the window on the large file: its pages visited, the ledger scrolled, a name typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "pages" visits one page after the other and prints the proportional set size, in KiB, after each; "statements" also what each asks of the
 * file, as SQL. "scroll" and "search" are benchmarks by themselves: the computing time of one jump and of one keystroke, until it is painted. */

#include "config.h"

#include "bench-common.h"

#include "app/eqp-resources.h"
#include "app/eqp-window.h"
#include "app/home/eqp-search-window.h"
#include "base/eqp-language.h"

#include <stdio.h>
#include <string.h>

#define SEED 2026
#define N_WARM_UP 5
#define N_JUMPS 100
#define N_NAMES 12
#define TAIL 0.95

/* Milliseconds: one frame at 60 Hz; nothing happens any more. */
#define FRAME 16.7
#define SLOW (5 * FRAME) /* worth a note */
#define QUIET 60.0
#define PATIENCE 60000.0

static const char *const addresses[] = { "home", "councils", "exchanges/requests", "exchanges/ledger", "exchanges/balance", "directory", "history" };
static const char *const names[] = { "ber", "dac", "mar", "chab", "laf", "gon", "ram", "dubo", "pas", "lev", "tel", "moc" };

/* When, in computing time, the first and the last frame was painted since something was done. */
static double first_painted;
static double last_painted;

static void
after_paint_cb (void)
{
  last_painted = bench_cpu ();
  if (first_painted == 0.0)
    first_painted = last_painted;
}

/* Until nothing was left to do for a while. */
static void
settle (void)
{
  double end = bench_wall () + PATIENCE;
  double last = bench_wall ();

  while (bench_wall () - last < QUIET && bench_wall () < end)
    if (g_main_context_iteration (NULL, FALSE))
      last = bench_wall ();
    else
      g_usleep (1000);
}

static GLogWriterOutput
write_statement (GLogLevelFlags   level,
                 const GLogField *fields,
                 gsize            n_fields,
                 gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0 && level == G_LOG_LEVEL_MESSAGE)
      {
        printf ("SQL %s\n", (const char *)fields[i].value);
        return G_LOG_WRITER_HANDLED;
      }
  return g_log_writer_default (level, fields, n_fields, user_data);
}

static EqpWindow *
open_window (const char *path)
{
  g_autoptr (GError) error = NULL;
  EqpApplication *application = g_object_new (EQP_TYPE_APPLICATION, "application-id", EQP_APP_ID, "flags", G_APPLICATION_NON_UNIQUE,
                                              "resource-base-path", "/fr/equipole/Equipole", NULL);
  EqpWindow      *window;

  bench_check (g_application_register (G_APPLICATION (application), NULL, &error), error);
  window = eqp_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  bench_check (eqp_window_open (window, path), NULL);
  settle ();
  return window;
}

static long
read_memory (void)
{
  g_autofree char *text = NULL;
  long             memory = 0;

  bench_check (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL), NULL);
  bench_check (sscanf (strstr (text, "\nPss:"), " Pss: %ld", &memory) == 1, NULL);
  return memory;
}

/* The first page is in sight already. */
static void
visit_pages (EqpWindow *window)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      printf ("PAGE %s\n", addresses[i]);
      eqp_window_go (window, addresses[i]);
      settle ();
      printf ("MEMORY %ld %s\n", read_memory (), addresses[i]);
    }
}

/* The first one in sight. */
static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
watch_frames (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

/* Computing time from @start, just before something was done, to the end of the first frame that shows it, and of the last. */
typedef struct
{
  double first;
  double last;
} Painting;

static Painting
wait_for_painting (double start)
{
  first_painted = 0.0;
  last_painted = 0.0;
  settle ();
  bench_check (first_painted > 0.0, NULL);
  return (Painting){ first_painted - start, last_painted - start };
}

static void
report_frames (const char *what,
               GArray     *times)
{
  bench_note ("%s: median %.2f ms, p95 %.2f ms, longest %.2f ms of computing time, %u times", what, bench_quantile (times, 0.5), bench_quantile (times, TAIL),
              bench_quantile (times, 1.0), times->len);
}

static void
measure_scroll (EqpWindow *window)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget     *view;
  GtkAdjustment *adjustment;
  double         range;

  eqp_window_go (window, "exchanges/ledger");
  settle ();
  view = find_widget (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW);
  bench_check (view != NULL, NULL);
  watch_frames (GTK_WIDGET (window));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  for (guint i = 0; i < N_WARM_UP + N_JUMPS; i++)
    {
      double   start = bench_cpu ();
      Painting painting;

      gtk_adjustment_set_value (adjustment, g_rand_double_range (random, 0, range));
      painting = wait_for_painting (start);
      if (i < N_WARM_UP)
        continue;
      g_array_append_val (times, painting.first);
      g_array_append_val (ends, painting.last);
    }
  bench_note ("%u rows, a list %.0f pixels high", g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))), range);
  report_frames ("the frame that shows the lines", times);
  report_frames ("all that follows included", ends);
  bench_report ("L1-painted", bench_quantile (times, TAIL) / FRAME, 1.0);
}

static void
type_name (GtkEditable *entry,
           const char  *name,
           GArray      *times)
{
  gtk_editable_set_text (entry, "");
  settle ();
  for (gsize length = 0; length < strlen (name); length++)
    {
      g_autofree char *key = g_strndup (name + length, 1);
      int              position = (int)length;
      double           start = bench_cpu ();
      Painting         painting;

      gtk_editable_insert_text (entry, key, 1, &position);
      painting = wait_for_painting (start);
      if (times != NULL)
        g_array_append_val (times, painting.last);
      if (painting.last > SLOW)
        bench_note ("“%.*s”: %.0f ms", (int)length + 1, name, painting.last);
    }
}

static void
measure_search (EqpWindow *window)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWindow *search = NULL;
  GtkWidget *entry;
  double     middle;
  double     tail;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (EQP_IS_SEARCH_WINDOW (other))
        search = other;
    }
  bench_check (search != NULL, NULL);
  entry = find_widget (GTK_WIDGET (search), GTK_TYPE_SEARCH_ENTRY);
  bench_check (entry != NULL, NULL);
  watch_frames (GTK_WIDGET (search));
  type_name (GTK_EDITABLE (entry), names[0], NULL);
  for (guint i = 0; i < N_NAMES; i++)
    type_name (GTK_EDITABLE (entry), names[i % G_N_ELEMENTS (names)], times);
  report_frames ("a keystroke", times);
  middle = bench_quantile (times, 0.5) / FRAME;
  tail = bench_quantile (times, TAIL) / FRAME;
  bench_note ("frames: median %.2f of 1, p95 %.2f of 2", middle, tail);
  /* Both at once: a median of one frame, a tail of two. */
  bench_report ("F1-painted", MAX (middle, tail / 2), 1.0);
}

int
main (int   argc,
      char *argv[])
{
  EqpWindow *window;

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-window pages|statements|scroll|search FILE\n");
      return 2;
    }
  eqp_language_init ();
  g_resources_register (eqp_get_resource ());
  if (strcmp (argv[1], "statements") == 0)
    {
      g_setenv ("EQP_DEBUG", "sql", TRUE);
      g_log_set_writer_func (write_statement, NULL, NULL);
    }
  window = open_window (argv[2]);
  if (strcmp (argv[1], "pages") == 0 || strcmp (argv[1], "statements") == 0)
    visit_pages (window);
  else if (strcmp (argv[1], "scroll") == 0)
    measure_scroll (window);
  else
    measure_search (window);
  return 0;
}
