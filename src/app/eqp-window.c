/* eqp-window.c — the main window: areas at the left, one page at the right */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-window"

#include "config.h"

#include "app/eqp-window-private.h"

#include <glib/gi18n.h>

#include "app/bodies/eqp-councils-page.h"
#include "app/directory/eqp-directory-page.h"
#include "app/eqp-feedback.h"
#include "app/eqp-session-window.h"
#include "app/exchanges/eqp-exchanges-page.h"
#include "app/exchanges/eqp-request-late.h"
#include "app/history/eqp-history-page.h"
#include "app/home/eqp-away-file.h"
#include "app/home/eqp-damaged-file.h"
#include "app/home/eqp-home-page.h"
#include "app/home/eqp-start-page.h"
#include "domain/eqp-setting.h"
#include "store/eqp-journal.h"

G_DEFINE_FINAL_TYPE (EqpWindow, eqp_window, ADW_TYPE_APPLICATION_WINDOW)

typedef struct
{
  const char *name; /* first part of an address */
  const char *label;
  const char *icon;
  GType (*get_type) (void);
} Area;

static const Area areas[] = {
  { "home", N_ ("Home"), "user-home-symbolic", eqp_home_page_get_type },
  { "councils", N_ ("Councils"), "system-users-symbolic", eqp_councils_page_get_type },
  { "exchanges", N_ ("Exchanges"), "mail-send-receive-symbolic", eqp_exchanges_page_get_type },
  { "directory", N_ ("Directory"), "x-office-address-book-symbolic", eqp_directory_page_get_type },
  { "history", N_ ("History"), "document-open-recent-symbolic", eqp_history_page_get_type },
};

static const Area *
find_area (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_str_equal (areas[i].name, name))
      return &areas[i];
  return NULL;
}

const char *
_eqp_window_get_area (guint index)
{
  return index < G_N_ELEMENTS (areas) ? areas[index].name : NULL;
}

EqpPage *
_eqp_window_get_page (EqpWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return EQP_IS_PAGE (child) ? EQP_PAGE (child) : NULL;
}

static char *
dup_address (EqpWindow *self)
{
  EqpPage    *page = _eqp_window_get_page (self);
  const char *area = gtk_stack_get_visible_child_name (self->pages);
  const char *record = page != NULL ? eqp_page_get_record (page) : "";

  return *record != '\0' ? g_strconcat (area, "/", record, NULL) : g_strdup (area);
}

/* Where somebody looked is remembered, but not each step of getting there: a page's own first selection takes the place of the
 * bare page in the trail. */
static void
remember_place (EqpWindow *self)
{
  g_autofree char *address = NULL;

  if (self->walking || gtk_stack_get_visible_child (self->pages) == NULL)
    return;

  address = dup_address (self);
  if (self->trail->len > 0)
    {
      const char *last = g_ptr_array_index (self->trail, self->place);

      if (g_str_equal (last, address))
        return;
      g_ptr_array_set_size (self->trail, (int)self->place + 1);
      if (strchr (last, '/') == NULL && g_str_has_prefix (address, last) && address[strlen (last)] == '/')
        g_ptr_array_set_size (self->trail, (int)self->place);
    }
  g_ptr_array_add (self->trail, g_steal_pointer (&address));
  self->place = self->trail->len - 1;
}

static void
place_changed_cb (EqpWindow *self)
{
  remember_place (self);
  _eqp_window_update_actions (self);
}

static EqpPage *
ensure_page (EqpWindow  *self,
             const Area *area)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, area->name);

  if (page == NULL)
    {
      page = g_object_new (area->get_type (), "session", self->session, NULL);
      gtk_stack_add_named (self->pages, page, area->name);
      eqp_page_load (EQP_PAGE (page));
      g_signal_connect_object (page, "notify::record", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "commands-changed", G_CALLBACK (_eqp_window_update_actions), self, G_CONNECT_SWAPPED);
    }
  return EQP_PAGE (page);
}

static void
select_area_row (EqpWindow  *self,
                 const Area *area)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->areas, (int)(area - areas));

  gtk_list_box_select_row (self->areas, row);
}

static void
show_name (EqpWindow *self)
{
  g_autofree char *name = eqp_session_dup_name (self->session);

  adw_window_title_set_subtitle (self->title, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
}

void
eqp_window_show_file (EqpWindow *self)
{
  g_return_if_fail (EQP_IS_WINDOW (self));
  g_return_if_fail (self->session != NULL);

  gtk_stack_set_visible_child_name (self->root, "file");
  show_name (self);
  _eqp_window_update_actions (self);
}

void
eqp_window_go (EqpWindow  *self,
               const char *address)
{
  g_auto (GStrv) parts = NULL;
  const Area *area;
  EqpPage    *page;

  g_return_if_fail (EQP_IS_WINDOW (self));
  g_return_if_fail (address != NULL);

  if (self->session == NULL)
    return;
  parts = g_strsplit (address, "/", 2);
  area = parts[0] != NULL ? find_area (parts[0]) : NULL;
  if (area == NULL)
    return;

  eqp_window_show_file (self);
  page = ensure_page (self, area);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  select_area_row (self, area);
  if (!eqp_page_show_record (page, parts[1] != NULL ? parts[1] : ""))
    eqp_feedback_say (GTK_WIDGET (self), _ ("That record is no longer in the file."));
  place_changed_cb (self);
}

gboolean
_eqp_window_can_walk (EqpWindow *self,
                      int        step)
{
  int target = (int)self->place + step;

  return self->trail->len > 0 && target >= 0 && target < (int)self->trail->len;
}

void
_eqp_window_walk (EqpWindow *self,
                  int        step)
{
  if (!_eqp_window_can_walk (self, step))
    return;
  self->place = (guint)((int)self->place + step);
  self->walking = TRUE;
  eqp_window_go (self, g_ptr_array_index (self->trail, self->place));
  self->walking = FALSE;
  _eqp_window_update_actions (self);
}

/* @label: what the number means, read out beside the page's name. */
static void
show_badge (EqpWindow  *self,
            const char *area,
            guint       n,
            const char *label)
{
  GtkListBoxRow   *row = gtk_list_box_get_row_at_index (self->areas, (int)(find_area (area) - areas));
  GtkWidget       *badge = g_object_get_data (G_OBJECT (row), "badge");
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_label_set_label (GTK_LABEL (badge), text);
  gtk_widget_set_visible (badge, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_badges (EqpWindow *self)
{
  guint errors = eqp_checker_count (eqp_session_get_checker (self->session), 0, EQP_SEVERITY_ERROR);
  guint late = eqp_request_late_count (eqp_request_late_get (self->session));
  /* Translators: {n} is the number of errors; read out beside the page's name */
  g_autofree char *errors_label = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
  /* Translators: %u is the number of steps of requests that are late; read out beside the page's name */
  g_autofree char *late_label = g_strdup_printf (ngettext ("%u late step", "%u late steps", late), late);

  show_badge (self, "councils", errors, errors_label);
  show_badge (self, "exchanges", late, late_label);
}

static void
add_area_row (EqpWindow  *self,
              const Area *area)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (area->label));
  GtkWidget *badge = gtk_label_new (NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (area->icon);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "badge", badge);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (area->label), -1);
  gtk_list_box_append (self->areas, row);
}

static void
area_activated_cb (EqpWindow     *self,
                   GtkListBoxRow *row)
{
  const Area *area = &areas[gtk_list_box_row_get_index (row)];
  GtkWidget  *page = gtk_stack_get_child_by_name (self->pages, area->name);
  /* Coming back to a page shows what it showed when it was left. */
  const char      *record = page != NULL ? eqp_page_get_record (EQP_PAGE (page)) : "";
  g_autofree char *address = *record != '\0' ? g_strconcat (area->name, "/", record, NULL) : g_strdup (area->name);

  eqp_window_go (self, address);
}

/* Walking through the areas highlights them one after the other; what is highlighted when the keyboard is elsewhere is what is shown. */
static void
areas_left_cb (EqpWindow *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->pages);

  if (self->session != NULL && shown != NULL)
    select_area_row (self, find_area (shown));
}

/* A menu is a widget an item: they are made when it is opened first, not before the window is shown. */
static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  EqpWindow *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->main_menu);
}

static void
clear_pages (EqpWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
  g_ptr_array_set_size (self->trail, 0);
  self->place = 0;
}

/* The Pôle's name is a setting like any other. */
static void
store_changed_cb (EqpWindow    *self,
                  EqpChangeSet *changes)
{
  if (self->session != NULL && eqp_change_set_touches (changes, &eqp_setting_entity))
    show_name (self);
}

static void
set_session (EqpWindow  *self,
             EqpSession *session)
{
  EqpStore *store;

  clear_pages (self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  store = eqp_session_get_store (session);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notice", G_CALLBACK (eqp_feedback_say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::undo-label", G_CALLBACK (_eqp_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::redo-label", G_CALLBACK (_eqp_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (eqp_session_get_checker (session), "updated", G_CALLBACK (update_badges), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (eqp_request_late_get (session), "updated", G_CALLBACK (update_badges), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (eqp_session_get_checker (session), "failed", G_CALLBACK (eqp_feedback_say), self, G_CONNECT_SWAPPED);
  update_badges (self);
  if (eqp_store_is_read_only (store))
    eqp_feedback_say (GTK_WIDGET (self), _ ("This file is read-only: it can be looked at and printed, not changed."));
  else
    eqp_away_file_greet (self);
}

void
_eqp_window_show_start (EqpWindow *self)
{
  if (adw_bin_get_child (self->start) == NULL)
    adw_bin_set_child (self->start, g_object_new (EQP_TYPE_START_PAGE, NULL));
  gtk_stack_set_visible_child_name (self->root, "start");
  gtk_window_set_title (GTK_WINDOW (self), "Équipôle");
  _eqp_window_update_actions (self);
}

/* Windows over this one that work on the file, whichever opened them. */
static void
close_session_windows (EqpSession *session)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (EQP_IS_SESSION_WINDOW (l->data) && eqp_session_window_get_session (l->data) == session)
      gtk_window_destroy (l->data);
}

/* Found out when the file was on the screen already: nothing was written to it meanwhile. */
static void
damaged_cb (EqpWindow    *self,
            const GError *error)
{
  g_autofree char *path = g_strdup (eqp_session_get_origin (self->session));

  close_session_windows (self->session);
  set_session (self, NULL);
  _eqp_window_show_start (self);
  eqp_damaged_file_explain (self, path, error);
}

gboolean
eqp_window_open (EqpWindow  *self,
                 const char *path)
{
  g_autoptr (EqpSession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (EQP_IS_WINDOW (self), FALSE);

  _eqp_window_stop_waiting (self);
  session = eqp_session_open (path, &error);
  if (session == NULL)
    {
      if (self->session == NULL)
        _eqp_window_show_start (self);
      eqp_damaged_file_explain (self, path, error);
      return FALSE;
    }
  set_session (self, session);
  g_signal_connect_object (eqp_session_get_store (session), "damaged", G_CALLBACK (damaged_cb), self, G_CONNECT_SWAPPED);
  eqp_window_go (self, "home");
  return TRUE;
}

EqpSession *
eqp_window_get_session (EqpWindow *self)
{
  g_return_val_if_fail (EQP_IS_WINDOW (self), NULL);

  return self->session;
}

AdwToastOverlay *
eqp_window_get_toasts (EqpWindow *self)
{
  g_return_val_if_fail (EQP_IS_WINDOW (self), NULL);

  return self->toasts;
}

static gboolean
eqp_window_close_request (GtkWindow *window)
{
  return !eqp_away_file_leave (EQP_WINDOW (window)) || GTK_WINDOW_CLASS (eqp_window_parent_class)->close_request (window);
}

static void
eqp_window_dispose (GObject *object)
{
  EqpWindow *self = EQP_WINDOW (object);

  _eqp_window_stop_waiting (self);
  if (self->pages != NULL)
    set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->trail, g_ptr_array_unref);

  G_OBJECT_CLASS (eqp_window_parent_class)->dispose (object);
}

static void
eqp_window_class_init (EqpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = eqp_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EqpWindow, root);
  gtk_widget_class_bind_template_child (widget_class, EqpWindow, start);
  gtk_widget_class_bind_template_child (widget_class, EqpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EqpWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, EqpWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, EqpWindow, areas);
  gtk_widget_class_bind_template_child (widget_class, EqpWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, area_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, areas_left_cb);
  _eqp_window_class_install_actions (widget_class);
}

static void
eqp_window_init (EqpWindow *self)
{
  self->trail = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    add_area_row (self, &areas[i]);
  _eqp_window_update_actions (self);
}

EqpWindow *
eqp_window_new (EqpApplication *application)
{
  return g_object_new (EQP_TYPE_WINDOW, "application", application, NULL);
}
