/* eqp-date-row.h — a date typed ("12/10", "+3w", "lundi") or picked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/eqp-date.h"

G_BEGIN_DECLS

/* Property "date" (int, EqpDate, notify). What cannot be read is said beside the field, and the date then stays as it was. */
#define EQP_TYPE_DATE_ROW (eqp_date_row_get_type ())
G_DECLARE_FINAL_TYPE (EqpDateRow, eqp_date_row, EQP, DATE_ROW, AdwEntryRow)

GtkWidget *eqp_date_row_new (const char *title);
EqpDate    eqp_date_row_get_date (EqpDateRow *self);
void       eqp_date_row_set_date (EqpDateRow *self,
                                  EqpDate     date);
gboolean   eqp_date_row_is_valid (EqpDateRow *self);

G_END_DECLS
