/* eqp-file-dialog.h — choosing a file to open or save, on GTK before and after 4.10 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @file: (nullable) NULL when the user thought better of it. */
typedef void (*EqpFileDialogFunc) (GFile   *file,
                                   gpointer user_data);

typedef struct
{
  const char *title;
  const char *accept;      /* label of the accepting button, with mnemonic */
  const char *name;        /* (nullable) proposed file name, for saving */
  const char *filter_name; /* (nullable) "Comma-separated values" … */
  const char *patterns;    /* (nullable) "*.csv;*.txt" */
} EqpFileDialogOptions;

void eqp_file_dialog_open (GtkWindow                  *parent,
                           const EqpFileDialogOptions *options,
                           EqpFileDialogFunc           func,
                           gpointer                    user_data);
void eqp_file_dialog_save (GtkWindow                  *parent,
                           const EqpFileDialogOptions *options,
                           EqpFileDialogFunc           func,
                           gpointer                    user_data);

G_END_DECLS
