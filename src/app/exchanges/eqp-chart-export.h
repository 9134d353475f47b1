/* eqp-chart-export.h — a chart to the clipboard or into a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/charts/eqp-chart.h"

G_BEGIN_DECLS

/* A picture of @geometry at the window's resolution. @ground: with the palette's ground behind; @focus: (nullable). */
GdkTexture *eqp_chart_make_texture (const EqpChartGeometry *geometry,
                                    int                     width,
                                    int                     height,
                                    int                     scale,
                                    EqpPaletteId            palette,
                                    gboolean                with_ground,
                                    const EqpChartItem     *focus) G_GNUC_WARN_UNUSED_RESULT;
void        eqp_chart_copy (GtkWidget          *widget,
                            const EqpChartData *data);
/* Asks for a name; the picture is made in another thread. */
void eqp_chart_save (GtkWidget          *widget,
                     const EqpChartData *data,
                     const char         *title);
/* The same once the name is known. */
void eqp_chart_save_as (GtkWidget          *widget,
                        const EqpChartData *data,
                        const char         *title,
                        const char         *path);

G_END_DECLS
