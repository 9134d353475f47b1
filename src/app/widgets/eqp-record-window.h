/* eqp-record-window.h — the modal editor of one record: Cancel, Save, a form, and what else its maker adds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/eqp-record-form.h"

G_BEGIN_DECLS

#define EQP_TYPE_RECORD_WINDOW (eqp_record_window_get_type ())
G_DECLARE_FINAL_TYPE (EqpRecordWindow, eqp_record_window, EQP, RECORD_WINDOW, AdwWindow)

/* Saves what the form holds, as one edit. @label: (out) (transfer full) for the toast. */
typedef gboolean (*EqpRecordSaveFunc) (EqpRecord   *draft,
                                       gpointer     user_data,
                                       EqpMessage **label,
                                       GError     **error);

/* @save: NULL = eqp_store_save_one() with "Added {record}" or "Changed {record}". An error stays in the window, beside the form. */
EqpRecordWindow *eqp_record_window_new (GtkWindow        *parent,
                                        const char       *title,
                                        EqpStore         *store,
                                        EqpRecord        *draft,
                                        const int        *fields,
                                        EqpRecordSaveFunc save,
                                        gpointer          user_data,
                                        GDestroyNotify    destroy);
/* A further group under the form (a list of courses, a home institution …). */
void eqp_record_window_add_group (EqpRecordWindow     *self,
                                  AdwPreferencesGroup *group);

G_END_DECLS
