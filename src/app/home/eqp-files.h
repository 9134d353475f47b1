/* eqp-files.h — the files that live in the application's data folder, and copies in and out of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-window.h"

G_BEGIN_DECLS

/* $XDG_DATA_HOME/equipole/files: one file a Pôle, side by side. (transfer full) */
char      *eqp_files_dup_folder (void);
GPtrArray *eqp_files_list (void) G_GNUC_WARN_UNUSED_RESULT; /* (element-type filename), newest first */
/* The name of a file as people say it: without folder and suffix. (transfer full) */
char *eqp_files_dup_title (const char *path);
/* Opens it in @window, or raises the window that has it open, and remembers it for the next start. */
gboolean eqp_files_open (EqpWindow  *window,
                         const char *path);
/* Creates a file there (empty, or the sample Pôle once) and opens it in @window. */
void eqp_files_create (EqpWindow *window,
                       gboolean   sample);
/* An empty file, then the window that imports a table into it. */
void eqp_files_create_to_import (EqpWindow *window);
/* Asks for a file anywhere, copies it in through the backup API, and opens the copy. */
void eqp_files_open_copy (EqpWindow *window);
void eqp_files_save_copy (EqpWindow *window);
/* Keeps what the window shows as a file in the folder, and opens its original again. */
void eqp_files_open_original (EqpWindow *window);

G_END_DECLS
