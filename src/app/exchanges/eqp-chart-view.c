/* eqp-chart-view.c — the balance chart in a window: hovered, focused, clicked, copied, saved */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-chart-view"

#include "config.h"

#include "app/exchanges/eqp-chart-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/exchanges/eqp-chart-cursor.h"
#include "app/exchanges/eqp-chart-export.h"
#include "base/eqp-utils.h"

#define MINIMUM_WIDTH 280
#define MINIMUM_HEIGHT 200
#define NATURAL_WIDTH 720
#define NATURAL_HEIGHT 380
#define HOVER_OPACITY 0.05f

/* What the picture that is kept was drawn for. */
typedef struct
{
  EqpPaletteId palette;
  int          scale;
  EqpChartItem focus; /* NONE when it is not shown */
} Look;

struct _EqpChartView
{
  GtkWidget parent_instance;

  char             *title;
  EqpChartData     *data;     /* (nullable) with what is hidden */
  EqpChartGeometry *geometry; /* (nullable) of the size at hand */
  GdkTexture       *texture;  /* (nullable) as drawn last: pointing at a month does not draw the chart again */
  Look              look;
  guint             hidden;
  EqpChartCursor    cursor; /* the keyboard's */
  EqpChartItem      hover;
  GtkWidget        *menu;
};

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

static const EqpChartItem no_item = { EQP_CHART_ITEM_NONE, EQP_N_SERIES, 0 };

/* ---- what is shown ---- */

static void
forget_picture (EqpChartView *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_geometry (EqpChartView *self)
{
  g_clear_pointer (&self->geometry, eqp_chart_geometry_free);
  forget_picture (self);
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

/* NULL without a chart, or before the widget has a size. */
static EqpChartGeometry *
get_geometry (EqpChartView *self)
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
static void
cursor_moved (EqpChartView *self)
{
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
keep_cursor (EqpChartView *self)
{
  EqpChartGeometry *geometry = get_geometry (self);

  if (geometry != NULL)
    eqp_chart_cursor_ensure (&self->cursor, self->data, geometry);
  cursor_moved (self);
}

/* ---- keyboard ---- */

static void
activate_item (EqpChartView *self,
               EqpChartItem  item)
{
  if (item.kind == EQP_CHART_ITEM_LEGEND)
    eqp_chart_view_set_hidden (self, self->hidden ^ 1u << item.series);
  else if (item.kind != EQP_CHART_ITEM_NONE)
    g_signal_emit (self, signals[ITEM_ACTIVATED], 0, item.month, (int)item.series);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *steps,
         gpointer   user_data)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);
  int           x;
  int           y;

  if (get_geometry (self) == NULL || self->data->n_months == 0)
    return FALSE;
  g_variant_get (steps, "(ii)", &x, &y);
  eqp_chart_cursor_move (&self->cursor, self->data, get_geometry (self), x, y);
  cursor_moved (self);
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *to_end,
        gpointer   user_data)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  if (get_geometry (self) == NULL || self->data->n_months == 0)
    return FALSE;
  eqp_chart_cursor_move_to_end (&self->cursor, self->data, get_geometry (self), g_variant_get_boolean (to_end));
  cursor_moved (self);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *unused,
             gpointer   user_data)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  activate_item (self, self->cursor.item);
  return self->cursor.item.kind != EQP_CHART_ITEM_NONE;
}

/* Space presses what can be switched, and nothing else. */
static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *unused,
           gpointer   user_data)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  if (self->cursor.item.kind != EQP_CHART_ITEM_LEGEND)
    return FALSE;
  activate_item (self, self->cursor.item);
  return TRUE;
}

/* ---- menu and actions ---- */

static void
show_menu (EqpChartView *self,
           double        x,
           double        y)
{
  g_autoptr (GMenu) model = NULL;

  if (self->data == NULL)
    return;
  if (self->menu == NULL)
    {
      model = g_menu_new ();
      g_menu_append (model, _ ("_Copy as a Picture"), "chart.copy");
      g_menu_append (model, _ ("_Save as a Picture…"), "chart.save");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *unused,
         gpointer   user_data)
{
  show_menu (EQP_CHART_VIEW (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  eqp_chart_copy (widget, EQP_CHART_VIEW (widget)->data);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  eqp_chart_save (widget, self->data, self->title);
}

/* ---- pointer ---- */

static EqpChartItem
pick (EqpChartView *self,
      double        x,
      double        y)
{
  EqpChartGeometry *geometry = get_geometry (self);

  return geometry != NULL ? eqp_chart_geometry_pick (geometry, x, y) : no_item;
}

static void
set_hover (EqpChartView *self,
           EqpChartItem  item)
{
  if (item.kind == self->hover.kind && item.series == self->hover.series && item.month == self->hover.month)
    return;
  self->hover = item;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), item.kind != EQP_CHART_ITEM_NONE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (EqpChartView *self,
           double        x,
           double        y)
{
  set_hover (self, pick (self, x, y));
}

static void
leave_cb (EqpChartView *self)
{
  set_hover (self, no_item);
}

static void
pressed_cb (EqpChartView *self,
            int           n_press,
            double        x,
            double        y)
{
  EqpChartItem item = pick (self, x, y);

  if (item.kind == EQP_CHART_ITEM_NONE)
    return;
  eqp_chart_cursor_set (&self->cursor, item);
  cursor_moved (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (EqpChartView *self,
             int           n_press,
             double        x,
             double        y)
{
  EqpChartItem item = pick (self, x, y);

  /* Pressed here, released elsewhere: thought better of it. */
  if (n_press == 1 && item.kind == self->cursor.item.kind && item.series == self->cursor.item.series && item.month == self->cursor.item.month)
    activate_item (self, item);
}

static void
menu_pressed_cb (EqpChartView *self,
                 int           n_press,
                 double        x,
                 double        y)
{
  show_menu (self, x, y);
}

static void
focus_changed_cb (EqpChartView *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)) && self->data != NULL)
    keep_cursor (self);
  else
    cursor_moved (self);
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
  EqpChartItem     item = keyboard ? self->cursor.item : pick (self, x, y);
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
    keep_cursor (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
eqp_chart_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (eqp_chart_view_parent_class)->css_changed (widget, change);

  /* The font may be another. */
  forget_geometry (EQP_CHART_VIEW (widget));
}

static void
update_texture (EqpChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Look       look = { get_palette (), gtk_widget_get_scale_factor (widget), gtk_widget_has_visible_focus (widget) ? self->cursor.item : no_item };

  if (self->texture != NULL && look.palette == self->look.palette && look.scale == self->look.scale && look.focus.kind == self->look.focus.kind &&
      look.focus.series == self->look.focus.series && look.focus.month == self->look.focus.month)
    return;
  g_clear_object (&self->texture);
  self->look = look;
  self->texture = eqp_chart_make_texture (get_geometry (self), gtk_widget_get_width (widget), gtk_widget_get_height (widget),
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

static void
eqp_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  EqpChartView *self = EQP_CHART_VIEW (widget);

  if (get_geometry (self) != NULL)
    {
      update_texture (self);
      gtk_snapshot_append_texture (snapshot, self->texture,
                                   &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget)));
      snapshot_hover (self, snapshot);
    }
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
add_bindings (GtkWidgetClass *class)
{
  static const struct
  {
    guint key;
    guint keypad;
    int   x;
    int   y;
  } moves[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (class, moves[i].key, 0, move_cb, "(ii)", moves[i].x, moves[i].y);
      gtk_widget_class_add_binding (class, moves[i].keypad, 0, move_cb, "(ii)", moves[i].x, moves[i].y);
    }
  gtk_widget_class_add_binding (class, GDK_KEY_Home, 0, end_cb, "b", FALSE);
  gtk_widget_class_add_binding (class, GDK_KEY_End, 0, end_cb, "b", TRUE);
  gtk_widget_class_add_binding (class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_space, 0, toggle_cb, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
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

  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_action);
  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
eqp_chart_view_init (EqpChartView *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *menu_click = gtk_gesture_click_new ();

  self->cursor.item = self->hover = no_item;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_action_set_enabled (widget, "chart.copy", FALSE);
  gtk_widget_action_set_enabled (widget, "chart.save", FALSE);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu_click));

  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_picture), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (forget_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (forget_picture), self, G_CONNECT_SWAPPED);
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
  self->hover = no_item;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", copy != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save", copy != NULL);
  forget_geometry (self);
  if (copy == NULL)
    self->cursor.item = no_item;
  else if (self->cursor.item.kind != EQP_CHART_ITEM_NONE)
    keep_cursor (self);
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
      forget_geometry (self);
      if (self->cursor.item.kind != EQP_CHART_ITEM_NONE)
        keep_cursor (self);
      describe (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDDEN]);
}

const EqpChartGeometry *
eqp_chart_view_get_geometry (EqpChartView *self)
{
  g_return_val_if_fail (EQP_IS_CHART_VIEW (self), NULL);

  return get_geometry (self);
}

EqpChartItem
eqp_chart_view_get_focus_item (EqpChartView *self)
{
  g_return_val_if_fail (EQP_IS_CHART_VIEW (self), no_item);

  return self->cursor.item;
}
