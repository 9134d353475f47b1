/* eqp-seat-picker.h — which of a council's members an act is about, when a finding names no one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/bodies/eqp-snapshot.h"

G_BEGIN_DECLS

#define EQP_TYPE_SEAT_PICKER (eqp_seat_picker_get_type ())
G_DECLARE_FINAL_TYPE (EqpSeatPicker, eqp_seat_picker, EQP, SEAT_PICKER, AdwWindow)

typedef void (*EqpSeatPickerFunc) (gint64   mandate,
                                   gpointer user_data);

/* @category: (nullable) code: only its seats. @chairs: only seats whose category may chair. @func is called at most once. */
void eqp_seat_picker_present (GtkWindow        *parent,
                              const char       *title,
                              EqpSnapshot      *snapshot,
                              const char       *category,
                              gboolean          chairs,
                              EqpSeatPickerFunc func,
                              gpointer          user_data);

G_END_DECLS
