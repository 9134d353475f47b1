/* eqp-record-edits.h — steps that edits of several records share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* The title of @record, in both languages, for a placeholder of a label. */
EqpMessage *eqp_message_title (EqpMessage *self,
                               const char *name,
                               EqpRecord  *record);
/* eqp_store_edit() that hands @message (transfer full) on to @label (out) (optional) once the edit is committed. */
gboolean eqp_edit_run (EqpStore    *store,
                       EqpMessage  *message,
                       EqpEditFunc  func,
                       gpointer     user_data,
                       EqpMessage **label,
                       GError     **error);

/* Inside an edit only. */
gboolean eqp_edit_set_links (EqpStore        *store,
                             const EqpEntity *links,
                             guint            owner_field,
                             gint64           owner,
                             guint            target_field,
                             GArray          *targets,
                             GError         **error);
gboolean eqp_edit_delete_linked (EqpStore        *store,
                                 const EqpEntity *entity,
                                 guint            field,
                                 gint64           id,
                                 GError         **error);

G_END_DECLS
