/* eqp-application.h — the program as its users start it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EQP_TYPE_APPLICATION (eqp_application_get_type ())
G_DECLARE_FINAL_TYPE (EqpApplication, eqp_application, EQP, APPLICATION, AdwApplication)

int        eqp_app_run (int    argc,
                        char **argv);
GSettings *eqp_application_get_settings (EqpApplication *self);

/* One row a shortcut: it feeds the accelerators and the shortcuts window. */
typedef struct
{
  const char *action; /* detailed action name */
  const char *accels; /* separated by ' ' */
  const char *title;  /* N_() */
  const char *group;  /* N_() */
} EqpShortcut;

const EqpShortcut *eqp_application_list_shortcuts (guint *n_shortcuts);

G_END_DECLS
