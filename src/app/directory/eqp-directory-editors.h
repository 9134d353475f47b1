/* eqp-directory-editors.h — the editors of people, courses and the plainer records of the directory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Presents the editor of @record, or of a new record of @entity when it is NULL. */
void eqp_directory_edit (GtkWindow       *parent,
                         EqpSession      *session,
                         const EqpEntity *entity,
                         EqpRecord       *record);
/* Deletes it as one edit; a refusal (something still names it) is shown. */
void eqp_directory_delete (GtkWidget  *widget,
                           EqpSession *session,
                           EqpRecord  *record);

G_END_DECLS
