/* eqp-spoken-box.h — the content of a list view's row, which gives the row its name for a screen reader */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkBox for the templates in ui/row. The focus in a list view is on a widget of GTK's around the row, which no .ui file reaches and which only
 * GTK 4.12 can name. Properties: "speech" (string), "speech-detail" (string): what is read out, the detail after a comma. */
#define EQP_TYPE_SPOKEN_BOX (eqp_spoken_box_get_type ())
G_DECLARE_FINAL_TYPE (EqpSpokenBox, eqp_spoken_box, EQP, SPOKEN_BOX, GtkBox)

G_END_DECLS
