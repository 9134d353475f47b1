/* eqp-window-private.h — what the window's files share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-page.h"
#include "app/eqp-window.h"

G_BEGIN_DECLS

struct _EqpWindow
{
  AdwApplicationWindow parent_instance;

  EqpSession *session; /* NULL on the start page */
  GPtrArray  *trail;   /* (element-type utf8) addresses, oldest first: back and forward walk it */
  guint       place;   /* index in trail of what is shown */
  gboolean    walking; /* the trail itself is moving the pages */

  char *awaited;        /* (nullable) path of the file that is opened once the window has been drawn */
  guint opening_source; /* which does it */

  AdwToastOverlay *toasts;
  GtkStack        *root;
  AdwBin          *start;
  AdwWindowTitle  *title;
  GtkMenuButton   *menu_button;
  GMenuModel      *main_menu;
  GtkListBox      *areas;
  GtkStack        *pages;
};

/* ---- eqp-window-opening.c ---- */
void _eqp_window_stop_waiting (EqpWindow *self);

/* ---- eqp-window-actions.c ---- */
void _eqp_window_class_install_actions (GtkWidgetClass *klass);
void _eqp_window_update_actions (EqpWindow *self);

/* ---- eqp-window.c ---- */
EqpPage    *_eqp_window_get_page (EqpWindow *self); /* (nullable) */
void        _eqp_window_walk (EqpWindow *self,
                              int        step);
gboolean    _eqp_window_can_walk (EqpWindow *self,
                                  int        step);
void        _eqp_window_show_start (EqpWindow *self);
const char *_eqp_window_get_area (guint index); /* (nullable) */

G_END_DECLS
