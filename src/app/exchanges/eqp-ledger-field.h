/* eqp-ledger-field.h — a short entry for a date, a duration or a time of the day, read while it is typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/eqp-date.h"

G_BEGIN_DECLS

typedef enum {
  EQP_LEDGER_FIELD_DATE,     /* "12/10", "+3w", "lundi" */
  EQP_LEDGER_FIELD_DURATION, /* "7h30", "7,5", "7:30" */
  EQP_LEDGER_FIELD_TIME,     /* "9h", "9:30" */
} EqpLedgerFieldKind;

/* Property "kind" (uint, construct only); signal "read" () when the value that the text stands for may have changed. What cannot be read is marked,
 * and the tooltip says why. */
#define EQP_TYPE_LEDGER_FIELD (eqp_ledger_field_get_type ())
G_DECLARE_FINAL_TYPE (EqpLedgerField, eqp_ledger_field, EQP, LEDGER_FIELD, GtkEntry)

/* FALSE with @error when the text cannot be read. */
gboolean eqp_ledger_field_check (EqpLedgerField *self,
                                 GError        **error);
gboolean eqp_ledger_field_is_empty (EqpLedgerField *self);
/* EQP_DATE_NONE when empty or unreadable. */
EqpDate eqp_ledger_field_get_date (EqpLedgerField *self);
void    eqp_ledger_field_set_date (EqpLedgerField *self,
                                   EqpDate         date);
/* Minutes of the duration, or after midnight; 0 when empty or unreadable. */
gint64 eqp_ledger_field_get_minutes (EqpLedgerField *self);

G_END_DECLS
