/* eqp-chart-view.c — the balance chart in a window: hovered, focused, clicked, copied, saved */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-chart-view"

#include "config.h"

#include "app/exchanges/eqp-chart-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/eqp-utils.h"

#define MINIMUM_WIDTH 280
#define MINIMUM_HEIGHT 200
#define NATURAL_WIDTH 720
#define NATURAL_HEIGHT 380

G_DEFINE_FINAL_TYPE (EqpChartView, eqp_chart_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TITLE,
  PROP_HIDDEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  ITEM_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what is shown ---- */

/* The name says where the keyboard is, which a screen reader tells as it changes; the description is the whole chart's. */
static void
describe (EqpChartView *self)
{
  gboolean         has_focus = gtk_widget_has_focus (GTK_WIDGET (self));
  g_autofree char *item = self->data != NULL && has_focus ? eqp_chart_dup_item_text (self->data, self->cursor.item) : NULL;
  const char      *title = self->title != NULL ? self->title : _ ("Chart");
  g_autofree char *label = item != NULL ? g_strconcat (title, " – ", item, NULL) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
describe_whole (EqpChartView *self)
{
  g_autofree char *description = self->data != NULL ? eqp_chart_dup_description (self->data) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* The keyboard went elsewhere, or what it was on did. */
void
_eqp_chart_view_cursor_moved (EqpChartView *self)
{
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_eqp_chart_view_keep_cursor (EqpChartView *self)
{
  EqpChartGeometry *geometry = _eqp_chart_view_ensure_geometry (self);

  if (geometry != NULL)
    eqp_chart_cursor_ensure (&self->cursor, self->data, geometry);
  _eqp_chart_view_cursor_moved (self);
}

void
_eqp_chart_view_activate_item (EqpChartView *self,
                               EqpChartItem  item)
{
  if (item.kind == EQP_CHART_ITEM_LEGEND)
    eqp_chart_view_set_hidden (self, self->hidden ^ 1u << item.series);
  else if (item.kind != EQP_CHART_ITEM_NONE)
    g_signal_emit (self, signals[ITEM_ACTIVATED], 0, item.month, (int)item.series);
}

static void
focus_changed_cb (EqpChartView *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)) && self->data != NULL)
    _eqp_chart_view_keep_cursor (self);
  else
    _eqp_chart_view_cursor_moved (self);
}

/* ---- widget ---- */

static gboolean
eqp_chart_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  EqpChartView    *self = EQP_CHART_VIEW (widget);
  EqpChartItem     item = keyboard ? self->cursor.item : _eqp_chart_view_pick (self, x, y);
  g_autofree char *text = self->data != NULL ? eqp_chart_dup_item_text (self->data, item) : NULL;

  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  /* It follows the pointer from item to item. */
  if (!keyboard)
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 2, y - 2, 4, 4 });
  return TRUE;
}

static void
eqp_chart_view_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gboolean is_horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_horizontal ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = is_horizontal ? NATURAL_WIDTH : NATURAL_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
eqp_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  g_clear_pointer (&self->geometry, eqp_chart_geometry_free);
  g_clear_object (&self->texture);
  /* A window may give the focus before it gives a size. */
  if (gtk_widget_has_focus (widget) && self->data != NULL)
    _eqp_chart_view_keep_cursor (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
eqp_chart_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (eqp_chart_view_parent_class)->css_changed (widget, change);

  /* The font may be another. */
  _eqp_chart_view_forget_geometry (EQP_CHART_VIEW (widget));
}

static void
eqp_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  _eqp_chart_view_draw (EQP_CHART_VIEW (widget), snapshot);

  GTK_WIDGET_CLASS (eqp_chart_view_parent_class)->snapshot (widget, snapshot);
}

static void
eqp_chart_view_dispose (GObject *object)
{
  EqpChartView *self = EQP_CHART_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->geometry, eqp_chart_geometry_free);

  G_OBJECT_CLASS (eqp_chart_view_parent_class)->dispose (object);
}

static void
eqp_chart_view_finalize (GObject *object)
{
  EqpChartView *self = EQP_CHART_VIEW (object);

  g_clear_pointer (&self->data, eqp_chart_data_free);
  g_free (self->title);

  G_OBJECT_CLASS (eqp_chart_view_parent_class)->finalize (object);
}

static void
eqp_chart_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EqpChartView *self = EQP_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_HIDDEN:
      g_value_set_uint (value, self->hidden);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_chart_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  EqpChartView *self = EQP_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      eqp_chart_view_set_title (self, g_value_get_string (value));
      break;
    case PROP_HIDDEN:
      eqp_chart_view_set_hidden (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_chart_view_class_init (EqpChartViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = eqp_chart_view_dispose;
  object_class->finalize = eqp_chart_view_finalize;
  object_class->get_property = eqp_chart_view_get_property;
  object_class->set_property = eqp_chart_view_set_property;
  widget_class->query_tooltip = eqp_chart_view_query_tooltip;
  widget_class->measure = eqp_chart_view_measure;
  widget_class->size_allocate = eqp_chart_view_size_allocate;
  widget_class->css_changed = eqp_chart_view_css_changed;
  widget_class->snapshot = eqp_chart_view_snapshot;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_HIDDEN] = g_param_spec_uint ("hidden", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);

  _eqp_chart_view_add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
eqp_chart_view_init (EqpChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->cursor.item = self->hover = EQP_CHART_NO_ITEM;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_action_set_enabled (widget, "chart.copy", FALSE);
  gtk_widget_action_set_enabled (widget, "chart.save", FALSE);

  _eqp_chart_view_add_controllers (self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (_eqp_chart_view_forget_picture), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (_eqp_chart_view_forget_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (_eqp_chart_view_forget_picture), self, G_CONNECT_SWAPPED);
  describe (self);
  describe_whole (self);
}

GtkWidget *
eqp_chart_view_new (void)
{
  return g_object_new (EQP_TYPE_CHART_VIEW, NULL);
}

const char *
eqp_chart_view_get_title (EqpChartView *self)
{
  g_return_val_if_fail (EQP_IS_CHART_VIEW (self), NULL);

  return self->title;
}

void
eqp_chart_view_set_title (EqpChartView *self,
                          const char   *title)
{
  g_return_if_fail (EQP_IS_CHART_VIEW (self));

  if (!eqp_set_str (&self->title, title))
    return;
  describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
eqp_chart_view_set_chart (EqpChartView       *self,
                          const EqpChartData *data)
{
  EqpChartData *copy;

  g_return_if_fail (EQP_IS_CHART_VIEW (self));

  copy = data != NULL ? eqp_chart_data_copy (data) : NULL;
  g_clear_pointer (&self->data, eqp_chart_data_free);
  self->data = copy;
  if (copy != NULL)
    copy->hidden = self->hidden;
  self->hover = EQP_CHART_NO_ITEM;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", copy != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save", copy != NULL);
  _eqp_chart_view_forget_geometry (self);
  if (copy == NULL)
    self->cursor.item = EQP_CHART_NO_ITEM;
  else if (self->cursor.item.kind != EQP_CHART_ITEM_NONE)
    _eqp_chart_view_keep_cursor (self);
  describe (self);
  describe_whole (self);
}

guint
eqp_chart_view_get_hidden (EqpChartView *self)
{
  g_return_val_if_fail (EQP_IS_CHART_VIEW (self), 0);

  return self->hidden;
}

void
eqp_chart_view_set_hidden (EqpChartView *self,
                           guint         hidden)
{
  g_return_if_fail (EQP_IS_CHART_VIEW (self));

  if (self->hidden == hidden)
    return;
  self->hidden = hidden;
  if (self->data != NULL)
    {
      self->data->hidden = hidden;
      _eqp_chart_view_forget_geometry (self);
      if (self->cursor.item.kind != EQP_CHART_ITEM_NONE)
        _eqp_chart_view_keep_cursor (self);
      describe (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDDEN]);
}

const EqpChartGeometry *
eqp_chart_view_get_geometry (EqpChartView *self)
{
  g_return_val_if_fail (EQP_IS_CHART_VIEW (self), NULL);

  return _eqp_chart_view_ensure_geometry (self);
}

EqpChartItem
eqp_chart_view_get_focus_item (EqpChartView *self)
{
  g_return_val_if_fail (EQP_IS_CHART_VIEW (self), EQP_CHART_NO_ITEM);

  return self->cursor.item;
}
