/* bench-firstframe.c — starts a program and tells when its window was drawn first, as the X server saw it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints, in milliseconds since the start: "map", when the window appeared, empty; "draw", when something was drawn in it; "page", when
 * that was so beside a sidebar and below a header, where the data are (-1: never); "settle", when it changed for the last time before it
 * came to rest; "cpu" and "page-cpu", what the program had computed by "draw" and by "page"; and in KiB "memory", its proportional set
 * size once at rest. With --page it is not at rest before "page". With --rest it is left alone for some seconds more, and "wakeups" is how
 * often its threads then woke up in ten seconds. No window manager may run on the display: windows are then children of the root. */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <dirent.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define QUIET 400.0
#define BUSY 2.0          /* what a program at rest may compute meanwhile */
#define PATIENCE 300000.0 /* valgrind is slow */
#define MIN_WIDTH 100
#define MIN_HEIGHT 60
#define PAUSE 5 /* seconds until a program at rest is left alone */
#define REST 10 /* seconds */
#define MAX_THREADS 64
#define N_PROBES 16 /* lines of the window that are looked at */
#define SIDEBAR 4   /* the part of the width that no page takes: one in so many */
#define HEADER 8    /* of the height */
#define FRAME 16    /* at the right and at the bottom */

typedef struct
{
  Display *display;
  int      damage_event;
  pid_t    child;
  int      needs_page;
  double   start;
  Window   window; /* 0: none yet */
  Damage   damage;
  int      width;
  int      height;
  double   map;
  double   draw; /* -1: not yet */
  double   page; /* -1: not yet */
  double   settle;
  double   busy;     /* when it was seen computing last */
  double   busy_cpu; /* what it had computed then */
  double   cpu;
  double   page_cpu;
} Watch;

static double
read_clock (clockid_t clock)
{
  struct timespec instant;

  if (clock_gettime (clock, &instant) != 0)
    return 0;
  return (double)instant.tv_sec * 1e3 + (double)instant.tv_nsec / 1e6;
}

static double
get_elapsed (const Watch *watch)
{
  return read_clock (CLOCK_MONOTONIC) - watch->start;
}

static double
get_cpu (pid_t child)
{
  clockid_t clock;

  return clock_getcpuclockid (child, &clock) == 0 ? read_clock (clock) : 0;
}

static long
read_memory (pid_t child)
{
  char  path[64];
  char  line[256];
  long  memory = -1;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/smaps_rollup", (int)child);
  file = fopen (path, "r");
  while (file != NULL && memory < 0 && fgets (line, sizeof line, file) != NULL)
    sscanf (line, "Pss: %ld", &memory);
  if (file != NULL)
    fclose (file);
  return memory;
}

/* How often a thread went to sleep of its own accord. */
static long
read_switches (const char *status)
{
  char  line[256];
  long  switches = 0;
  FILE *file = fopen (status, "r");

  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    sscanf (line, "voluntary_ctxt_switches: %ld", &switches);
  if (file != NULL)
    fclose (file);
  return switches;
}

typedef struct
{
  pid_t id;
  long  switches;
} Thread;

/* Returns how many there are. */
static int
list_threads (pid_t   child,
              Thread *threads)
{
  char           path[64];
  int            n = 0;
  DIR           *tasks;
  struct dirent *task;

  snprintf (path, sizeof path, "/proc/%d/task", (int)child);
  tasks = opendir (path);
  while (tasks != NULL && n < MAX_THREADS && (task = readdir (tasks)) != NULL)
    {
      char status[512];

      if (task->d_name[0] == '.')
        continue;
      snprintf (status, sizeof status, "%s/%s/status", path, task->d_name);
      threads[n++] = (Thread){ (pid_t)atoi (task->d_name), read_switches (status) };
    }
  if (tasks != NULL)
    closedir (tasks);
  return n;
}

static const Thread *
find_thread (const Thread *threads,
             int           n,
             pid_t         id)
{
  for (int i = 0; i < n; i++)
    if (threads[i].id == id)
      return &threads[i];
  return NULL;
}

/* Every sleep in that time began with a wake-up; a thread that ended woke up for that. */
static long
count_wakeups (pid_t child)
{
  Thread before[MAX_THREADS];
  Thread after[MAX_THREADS];
  long   wakeups = 0;
  int    n_before;
  int    n_after;

  sleep (PAUSE);
  n_before = list_threads (child, before);
  sleep (REST);
  n_after = list_threads (child, after);
  for (int i = 0; i < n_before; i++)
    {
      const Thread *thread = find_thread (after, n_after, before[i].id);

      wakeups += thread != NULL ? thread->switches - before[i].switches : 1;
    }
  for (int i = 0; i < n_after; i++)
    if (find_thread (before, n_before, after[i].id) == NULL)
      wakeups += 1 + after[i].switches;
  return wakeups;
}

/* A window may be gone before it is looked at: that is no reason to end. */
static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

static pid_t
start_program (char **command)
{
  pid_t child = fork ();

  if (child == 0)
    {
      if (freopen ("/dev/null", "w", stdout) == NULL)
        _exit (127);
      execvp (command[0], command);
      _exit (127);
    }
  return child;
}

static void
see_window (Watch  *watch,
            XEvent *event)
{
  XWindowAttributes attributes;

  if (watch->window != 0 || event->xmap.override_redirect)
    return;
  if (!XGetWindowAttributes (watch->display, event->xmap.window, &attributes) || attributes.class != InputOutput ||
      attributes.width < MIN_WIDTH || attributes.height < MIN_HEIGHT)
    return;
  watch->window = event->xmap.window;
  watch->width = attributes.width;
  watch->height = attributes.height;
  watch->map = get_elapsed (watch);
  watch->damage = XDamageCreate (watch->display, watch->window, XDamageReportRawRectangles);
  XFlush (watch->display);
}

/* The server itself fills a window that appears with one colour: that is damage, but nobody has drawn. */
static int
line_has_colours (Watch *watch,
                  int    left,
                  int    width,
                  int    y)
{
  XImage       *line = XGetImage (watch->display, watch->window, left, y, (unsigned int)width, 1, AllPlanes, ZPixmap);
  int           has_colours = 0;
  unsigned long first;

  if (line == NULL)
    return 0;
  first = XGetPixel (line, 0, 0);
  for (int x = 1; x < width && !has_colours; x++)
    has_colours = XGetPixel (line, x, 0) != first;
  XDestroyImage (line);
  return has_colours;
}

static int
is_drawn (Watch *watch,
          int    left,
          int    top,
          int    width,
          int    height)
{
  for (int i = 0; i < N_PROBES; i++)
    if (line_has_colours (watch, left, width, top + (2 * i + 1) * height / (2 * N_PROBES)))
      return 1;
  return 0;
}

static int
page_is_drawn (Watch *watch)
{
  int left = watch->width / SIDEBAR;
  int top = watch->height / HEADER;

  return is_drawn (watch, left, top, watch->width - left - watch->width / FRAME, watch->height - top - watch->height / FRAME);
}

static void
see_pixels (Watch *watch)
{
  double now = get_elapsed (watch);
  double cpu = get_cpu (watch->child);

  if (watch->draw < 0 && is_drawn (watch, 0, 0, watch->width, watch->height))
    {
      watch->draw = now;
      watch->cpu = cpu;
    }
  if (watch->draw >= 0 && watch->page < 0 && page_is_drawn (watch))
    {
      watch->page = now;
      watch->page_cpu = cpu;
    }
  watch->settle = now;
  XDamageSubtract (watch->display, watch->damage, None, None);
  XFlush (watch->display);
}

static int
is_over (Watch *watch)
{
  double now = get_elapsed (watch);
  double cpu = get_cpu (watch->child);

  if (cpu - watch->busy_cpu > BUSY)
    {
      watch->busy = now;
      watch->busy_cpu = cpu;
    }
  if (now > PATIENCE)
    return 1;
  if (watch->draw < 0 || (watch->needs_page && watch->page < 0))
    return 0;
  return now - watch->settle > QUIET && now - watch->busy > QUIET;
}

/* Returns whether the program still runs. */
static int
watch_program (Watch *watch)
{
  while (!is_over (watch))
    {
      struct pollfd connection = { ConnectionNumber (watch->display), POLLIN, 0 };

      while (XPending (watch->display) > 0)
        {
          XEvent event;

          XNextEvent (watch->display, &event);
          if (event.type == MapNotify)
            see_window (watch, &event);
          else if (event.type == watch->damage_event)
            see_pixels (watch);
        }
      if (waitpid (watch->child, NULL, WNOHANG) == watch->child)
        return 0;
      poll (&connection, 1, 20);
    }
  return 1;
}

static void
end_program (pid_t child)
{
  kill (child, SIGTERM);
  for (int i = 0; i < 100; i++)
    {
      if (waitpid (child, NULL, WNOHANG) == child)
        return;
      usleep (20000);
    }
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
}

/* The options come first. Returns the command. */
static char **
read_options (char **arguments,
              Watch *watch,
              int   *rests)
{
  for (; *arguments != NULL && strncmp (*arguments, "--", 2) == 0; arguments++)
    if (strcmp (*arguments, "--page") == 0)
      watch->needs_page = 1;
    else if (strcmp (*arguments, "--rest") == 0)
      *rests = 1;
  return arguments;
}

int
main (int   argc,
      char *argv[])
{
  Watch  watch = { .draw = -1, .page = -1, .page_cpu = -1 };
  int    rests = 0;
  int    error_base;
  int    event_base;
  char **command = read_options (argv + 1, &watch, &rests);

  if (*command == NULL)
    {
      fprintf (stderr, "usage: bench-firstframe [--page] [--rest] COMMAND…\n");
      return 2;
    }
  watch.display = XOpenDisplay (NULL);
  if (watch.display == NULL || !XDamageQueryExtension (watch.display, &event_base, &error_base))
    {
      fprintf (stderr, "There is no display with the DAMAGE extension.\n");
      return 2;
    }
  watch.damage_event = event_base + XDamageNotify;
  XSetErrorHandler (ignore_error);
  XSelectInput (watch.display, DefaultRootWindow (watch.display), SubstructureNotifyMask);
  XSync (watch.display, False);
  watch.start = read_clock (CLOCK_MONOTONIC);
  watch.child = start_program (command);
  if (watch_program (&watch) && watch.draw >= 0 && (!watch.needs_page || watch.page >= 0))
    {
      long wakeups = rests ? count_wakeups (watch.child) : -1;

      printf ("map %.2f draw %.2f page %.2f settle %.2f cpu %.2f page-cpu %.2f memory %ld wakeups %ld\n", watch.map, watch.draw, watch.page, watch.settle,
              watch.cpu, watch.page_cpu, read_memory (watch.child), wakeups);
      end_program (watch.child);
      return 0;
    }
  fprintf (stderr, "%s by %s.\n", watch.draw < 0 ? "No window was drawn" : "No page was drawn", *command);
  end_program (watch.child);
  return 1;
}
