/* eqp-record-view.h — one record of the directory: its fields, a person's roles on a date, its history */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/eqp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EQP_TYPE_RECORD_VIEW (eqp_record_view_get_type ())
G_DECLARE_FINAL_TYPE (EqpRecordView, eqp_record_view, EQP, RECORD_VIEW, AdwBin)

void eqp_record_view_set_session (EqpRecordView *self,
                                  EqpSession    *session);
/* @record: (nullable) */
void       eqp_record_view_show (EqpRecordView *self,
                                 EqpRecord     *record);
EqpRecord *eqp_record_view_get_record (EqpRecordView *self); /* (nullable) borrowed */

G_END_DECLS
