/* eqp-list-keys.c — how people move in long lists: Tab leaves them, a row is brought into sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-list-keys"

#include "config.h"

#include "app/widgets/eqp-list-keys.h"

static gboolean
focus_after (GtkWidget       *widget,
             GtkDirectionType direction)
{
  GtkWidget *(*next) (GtkWidget *) = direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling : gtk_widget_get_prev_sibling;

  for (GtkWidget *other = next (widget); other != NULL; other = next (other))
    if (gtk_widget_get_mapped (other) && gtk_widget_child_focus (other, direction))
      return TRUE;
  return FALSE;
}

/* What comes next in the window, or, past its end, the window's beginning. */
static gboolean
leave (GtkWidget       *list,
       GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (list);

  for (GtkWidget *widget = list; widget != GTK_WIDGET (root); widget = gtk_widget_get_parent (widget))
    if (focus_after (widget, direction))
      return TRUE;
  gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

static gboolean
leave_cb (GtkWidget *list,
          GVariant  *parameter,
          gpointer   user_data)
{
  return leave (list, (GtkDirectionType)GPOINTER_TO_INT (user_data));
}

static void
add_key (GtkEventController *controller,
         guint               key,
         GdkModifierType     modifiers,
         GtkDirectionType    direction)
{
  GtkShortcutTrigger *trigger = gtk_keyval_trigger_new (key, modifiers);
  GtkShortcutAction  *action = gtk_callback_action_new (leave_cb, GINT_TO_POINTER (direction), NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), gtk_shortcut_new (trigger, action));
}

/* GtkListView has this as a property, but only since GTK 4.12. */
void
eqp_list_leave_on_tab (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_key (controller, GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (controller, GDK_KEY_KP_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (controller, GDK_KEY_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  add_key (controller, GDK_KEY_KP_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (list, controller);
}

/* ---- a row into sight ---- */

#define SCROLL_KEY "eqp-list-scroll"

/* The list inside a column view has the action; the table's own function came with GTK 4.12. */
static GtkWidget *
get_list_view (GtkWidget *list)
{
  GtkWidget *child = GTK_IS_COLUMN_VIEW (list) ? gtk_widget_get_first_child (list) : NULL;

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child != NULL ? child : list;
}

static void
scroll_now (GtkWidget *list,
            guint      position)
{
  gtk_widget_activate_action (get_list_view (list), "list.scroll-to-item", "u", position);
}

/* One frame after the list got its size: rows have their places then. */
static gboolean
scroll_cb (GtkWidget     *list,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  guint *wanted = g_object_get_data (G_OBJECT (list), SCROLL_KEY);

  if (wanted == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  scroll_now (list, *wanted);
  g_object_set_data (G_OBJECT (list), SCROLL_KEY, NULL);
  return G_SOURCE_REMOVE;
}

void
eqp_list_scroll_to (GtkWidget *list,
                    guint      position)
{
  guint   *wanted = g_object_get_data (G_OBJECT (list), SCROLL_KEY);
  gboolean waits = wanted != NULL;

  /* A list that is scrolled before it has a size shows nothing at all (GTK 4.8). */
  if (!waits && gtk_widget_get_height (list) > 0)
    {
      scroll_now (list, position);
      return;
    }
  wanted = g_new (guint, 1);
  *wanted = position;
  g_object_set_data_full (G_OBJECT (list), SCROLL_KEY, wanted, g_free);
  if (!waits)
    gtk_widget_add_tick_callback (list, scroll_cb, NULL, NULL);
}
