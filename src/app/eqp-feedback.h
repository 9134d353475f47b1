/* eqp-feedback.h — how the window answers an edit, and how it says what went wrong */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/eqp-message.h"
#include "store/eqp-store.h"

G_BEGIN_DECLS

/* @widget: any widget of the window, or of a dialog that is transient for it. */

/* A toast that says what was done, with an Undo button. */
void eqp_feedback_edit (GtkWidget  *widget,
                        EqpMessage *label);
/* What undo or redo did, in the place of the former. */
void eqp_feedback_undone (GtkWidget  *widget,
                          const char *sentence);
/* A toast with one sentence. */
void eqp_feedback_say (GtkWidget  *widget,
                       const char *sentence);
/* A modal window with a heading, the error's sentence and a Close button, for what the user must not miss. */
void eqp_feedback_error (GtkWidget    *widget,
                         const char   *heading,
                         const GError *error);
/* Deletes @record as one edit and answers with one of the above: a record that others need stays, and the store says why. */
void eqp_feedback_delete (GtkWidget *widget,
                          EqpStore  *store,
                          EqpRecord *record);
/* Opens an address: "councils/CPER-07", "directory/P0012", "history/31", "home". */
void eqp_feedback_go (GtkWidget  *widget,
                      const char *address);

G_END_DECLS
