/* eqp-message.h — a sentence with named values that can be read later in any language */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/eqp-date.h"

G_BEGIN_DECLS

/* The journal keeps what happened and findings keep what is wrong, not in words of one language but as a source string
 * with placeholders, "Replaced {old} by {new} in {body}", and its values. Rendering picks language and plural late.
 * Setters return the message itself, so that calls chain. An unknown placeholder is left as it stands. */
typedef struct _EqpMessage EqpMessage;

EqpMessage *eqp_message_new (const char *msgid) G_GNUC_WARN_UNUSED_RESULT;
EqpMessage *eqp_message_new_n (const char *singular,
                               const char *plural,
                               gint64      n) G_GNUC_WARN_UNUSED_RESULT;
EqpMessage *eqp_message_ref (EqpMessage *self);
void        eqp_message_unref (EqpMessage *self);

EqpMessage *eqp_message_text (EqpMessage *self,
                              const char *name,
                              const char *value);
EqpMessage *eqp_message_number (EqpMessage *self,
                                const char *name,
                                gint64      value);
EqpMessage *eqp_message_date (EqpMessage *self,
                              const char *name,
                              EqpDate     value);
EqpMessage *eqp_message_word (EqpMessage *self,
                              const char *name,
                              const char *msgid);
EqpMessage *eqp_message_names (EqpMessage *self,
                               const char *name,
                               const char *name_fr,
                               const char *name_en);

const char *eqp_message_get_msgid (EqpMessage *self);
char       *eqp_message_render (EqpMessage *self,
                                EqpLanguage language);
char       *eqp_message_to_json (EqpMessage *self);
EqpMessage *eqp_message_from_json (const char *json,
                                   GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpMessage, eqp_message_unref)

G_END_DECLS
