/* eqp-chart-view-picture.c — the balance chart as it is drawn in a window, and kept until it changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-chart-view"

#include "config.h"

#include "app/exchanges/eqp-chart-view-private.h"

#include <adwaita.h>

#define HOVER_OPACITY 0.05f

void
_eqp_chart_view_forget_picture (EqpChartView *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_eqp_chart_view_forget_geometry (EqpChartView *self)
{
  g_clear_pointer (&self->geometry, eqp_chart_geometry_free);
  _eqp_chart_view_forget_picture (self);
}

static double
get_font_size (PangoContext               *context,
               const PangoFontDescription *font)
{
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  /* A chart's labels are a little smaller than the window's. */
  return MAX (size * 0.85, 8);
}

EqpChartGeometry *
_eqp_chart_view_ensure_geometry (EqpChartView *self)
{
  PangoContext               *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  int                         width = gtk_widget_get_width (GTK_WIDGET (self));
  int                         height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->geometry == NULL && self->data != NULL && width > 0 && height > 0)
    self->geometry = eqp_chart_geometry_new_with_font (self->data, width, height,
                                                       pango_font_description_get_family (font), get_font_size (context, font));
  return self->geometry;
}

static EqpPaletteId
get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean         dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? EQP_PALETTE_HIGH_CONTRAST_DARK : EQP_PALETTE_HIGH_CONTRAST;
  return dark ? EQP_PALETTE_DARK : EQP_PALETTE_LIGHT;
}

static void
update_texture (EqpChartView *self)
{
  GtkWidget   *widget = GTK_WIDGET (self);
  EqpChartLook look = { get_palette (), gtk_widget_get_scale_factor (widget), gtk_widget_has_visible_focus (widget) ? self->cursor.item : EQP_CHART_NO_ITEM };

  if (self->texture != NULL && look.palette == self->look.palette && look.scale == self->look.scale && look.focus.kind == self->look.focus.kind &&
      look.focus.series == self->look.focus.series && look.focus.month == self->look.focus.month)
    return;
  g_clear_object (&self->texture);
  self->look = look;
  self->texture = eqp_chart_make_texture (_eqp_chart_view_ensure_geometry (self), gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                          look.scale, look.palette, FALSE, &look.focus);
}

static void
snapshot_hover (EqpChartView *self,
                GtkSnapshot  *snapshot)
{
  float        value = self->look.palette == EQP_PALETTE_DARK || self->look.palette == EQP_PALETTE_HIGH_CONTRAST_DARK ? 1 : 0;
  EqpRectangle area;

  if (self->hover.kind == EQP_CHART_ITEM_NONE)
    return;
  if (self->hover.kind != EQP_CHART_ITEM_LEGEND)
    area = eqp_chart_geometry_get_month (self->geometry, self->hover.month);
  else if (!eqp_chart_geometry_get_legend (self->geometry, self->hover.series, &area))
    return;
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ value, value, value, HOVER_OPACITY },
                             &GRAPHENE_RECT_INIT ((float)area.x, (float)area.y, (float)area.width, (float)area.height));
}

void
_eqp_chart_view_draw (EqpChartView *self,
                      GtkSnapshot  *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (_eqp_chart_view_ensure_geometry (self) == NULL)
    return;
  update_texture (self);
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget)));
  snapshot_hover (self, snapshot);
}
