/* ui-fixture.h — a window on the sample Pôle, and ways to look into it as its user does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"
#include "app/eqp-window.h"

G_BEGIN_DECLS

typedef struct
{
  char           *folder;
  char           *path;
  EqpApplication *application;
  EqpWindow      *window;
} UiFixture;

/* Call first in main(); where there is no display the binary ends as skipped. */
void ui_test_init (int    *argc,
                   char ***argv);
/* For g_test_add(): a new sample file, open in a window. */
void ui_fixture_set_up (UiFixture    *fixture,
                        gconstpointer data);
/* The same without a file open: the window is there, and fixture->path still to be opened. */
void ui_fixture_set_up_closed (UiFixture    *fixture,
                               gconstpointer data);
void ui_fixture_tear_down (UiFixture    *fixture,
                           gconstpointer data);

/* ---- time ---- */

#define UI_PATIENCE (30 * G_USEC_PER_SEC)

/* Runs the main loop until @condition holds. */
#define ui_wait_for(condition)                                            \
  G_STMT_START                                                            \
  {                                                                       \
    gint64 ui_end = g_get_monotonic_time () + UI_PATIENCE;                \
    while (!(condition))                                                  \
      {                                                                   \
        if (g_get_monotonic_time () > ui_end)                             \
          g_error ("%s:%d: in vain: %s", __FILE__, __LINE__, #condition); \
        ui_run_once ();                                                   \
      }                                                                   \
  }                                                                       \
  G_STMT_END

void ui_run_once (void);
/* Until nothing is left to do at once. */
void ui_settle (void);

/* ---- widgets ---- */

/* The named child of a template. */
GtkWidget *ui_child (gpointer    widget,
                     GType       type,
                     const char *name);
/* The first visible widget of @type in @root, itself included, that shows @text (NULL: any); NULL if there is none. */
GtkWidget *ui_find (gpointer    root,
                    GType       type,
                    const char *text);
/* Every visible text in @root, one a line. */
char    *ui_dup_text (gpointer root);
gboolean ui_shows (gpointer    root,
                   const char *text);
/* The visible children of a list, counted. */
guint ui_count_rows (gpointer list);
/* Whether a control beside @widget that stands for this action could be pressed. */
gboolean ui_action_enabled (gpointer    widget,
                            const char *action);

/* ---- windows ---- */

/* The page in sight. */
GtkWidget *ui_page (UiFixture *fixture);
/* The dialog presented last, after waiting for it. */
GtkWidget *ui_wait_dialog (GType type);
guint      ui_count_dialogs (void);
void       ui_close_dialogs (void);
/* Types @text into a record chooser and takes the first match. */
void ui_choose (gpointer    root,
                const char *text);

G_END_DECLS
