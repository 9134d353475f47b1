/* eqp-finding-row.h — one finding: severity, sentence, source, and the button that cures it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/bodies/eqp-finding.h"

G_BEGIN_DECLS

/* Signal "cure" () when the button is pressed. The source sentence shows in a tooltip and, on demand, under the message. */
#define EQP_TYPE_FINDING_ROW (eqp_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (EqpFindingRow, eqp_finding_row, EQP, FINDING_ROW, AdwBin)

GtkWidget  *eqp_finding_row_new (EqpFinding *finding);
EqpFinding *eqp_finding_row_get_finding (EqpFindingRow *self);

/* The symbolic icon of a severity; EQP_N_SEVERITIES = lawful (check mark). Comes with an accessible label. */
GtkWidget  *eqp_severity_icon_new (EqpSeverity severity);
const char *eqp_severity_get_icon_name (EqpSeverity severity);
/* "U"/"R" on its hue, with the side's name as tooltip and accessible label. */
GtkWidget *eqp_side_chip_new (int side);

G_END_DECLS
