/* eqp-language.h — the interface's language, and any document's own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  EQP_LANGUAGE_EN,
  EQP_LANGUAGE_FR,
} EqpLanguage;

/* The interface is translated by gettext (_(), ngettext(), GtkBuilder). A document may be in the other language, whatever
 * locales the machine has, so eqp_tr…() reads the French catalogue (fr.mo) itself; English is the source strings. */
void        eqp_language_init (void);
EqpLanguage eqp_language_get_interface (void);
const char *eqp_language_get_code (EqpLanguage language);
gboolean    eqp_language_from_code (const char  *code,
                                    EqpLanguage *language);

const char *eqp_tr (EqpLanguage language,
                    const char *msgid) G_GNUC_FORMAT (2);
const char *eqp_tr_c (EqpLanguage language,
                      const char *context,
                      const char *msgid) G_GNUC_FORMAT (3);
const char *eqp_tr_n (EqpLanguage language,
                      const char *singular,
                      const char *plural,
                      gulong      n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
char       *eqp_format_number (EqpLanguage language,
                               gint64      number);
int         eqp_collate (const char *a,
                         const char *b);

G_END_DECLS
