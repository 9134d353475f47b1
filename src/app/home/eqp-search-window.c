/* eqp-search-window.c — one search over everything (Ctrl+K) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-search-window"

#include "config.h"

#include "app/home/eqp-search-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/widgets/eqp-candidate-row.h"
#include "domain/bodies/eqp-body.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-mention.h"
#include "domain/directory/eqp-person.h"
#include "domain/directory/eqp-site.h"

struct _EqpSearchWindow
{
  EqpSessionWindow parent_instance;

  int n_rows; /* in sight; the list's other rows are hidden until a search finds more */

  GtkSearchEntry    *entry;
  GtkStack          *stack;
  AdwStatusPage     *none;
  GtkScrolledWindow *scrolled;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (EqpSearchWindow, eqp_search_window, EQP_TYPE_SESSION_WINDOW)

static EqpSession *
get_session (EqpSearchWindow *self)
{
  return eqp_session_window_get_session (EQP_SESSION_WINDOW (self));
}

/* What can be looked at, in the order of the groups; each shows a few, 50 in all: who sees more types one more letter. The code is the
 * first field of each. */
static const struct
{
  const EqpEntity *entity;
  const char      *area;
  guint            limit;
} groups[] = {
  { &eqp_body_entity, "councils", 10 },
  { &eqp_person_entity, "directory", 16 },
  { &eqp_institution_entity, "directory", 8 },
  { &eqp_course_entity, "directory", 8 },
  { &eqp_mention_entity, "directory", 4 },
  { &eqp_site_entity, "directory", 4 },
};

#define CODE_FIELD 0

/* ---- the results ---- */

/* The one at @index, if it is in sight. */
static GtkListBoxRow *
get_row (EqpSearchWindow *self,
         int              index)
{
  return index < self->n_rows ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
}

/* After those of this search that are there already: a row costs more to make than to show another record. */
static void
show_record (EqpSearchWindow *self,
             int              index,
             EqpRecord       *record,
             guint            group)
{
  const char    *code = eqp_record_get_text (record, CODE_FIELD);
  const char    *note = groups[group].entity == &eqp_person_entity ? NULL : code;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row != NULL)
    eqp_candidate_row_set_record (EQP_CANDIDATE_ROW (row), record, note);
  else
    {
      row = GTK_LIST_BOX_ROW (eqp_candidate_row_new (record, note));
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }
  g_object_set_data (G_OBJECT (row), "group", GUINT_TO_POINTER (group));
  g_object_set_data_full (G_OBJECT (row), "address", g_strconcat (groups[group].area, "/", code, NULL), g_free);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
}

static void
hide_rows (EqpSearchWindow *self,
           int              from)
{
  GtkListBoxRow *row;

  for (int i = from; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  self->n_rows = from;
}

/* *@n_rows: how many there are before it, and after it. */
static gboolean
show_group (EqpSearchWindow *self,
            guint            group,
            const char      *text,
            int             *n_rows,
            GError         **error)
{
  EqpStore *store = eqp_session_get_store (get_session (self));
  g_autoptr (GArray) hits = eqp_store_search (store, groups[group].entity, text, groups[group].limit, error);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const EqpSearchHit *hit = &g_array_index (hits, EqpSearchHit, i);
      g_autoptr (EqpRecord) record = eqp_store_get (store, hit->entity, hit->id, error);

      if (record == NULL)
        return FALSE;
      show_record (self, (*n_rows)++, record, group);
    }
  return hits != NULL;
}

static void
show_nothing (EqpSearchWindow *self,
              const char      *text,
              const GError    *error)
{
  /* Translators: %s is what somebody typed */
  g_autofree char *sentence = g_strdup_printf (_ ("Nothing in this file matches “%s”."), text);
  g_autofree char *markup = g_markup_escape_text (error != NULL ? error->message : sentence, -1);

  adw_status_page_set_description (self->none, markup);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
search_changed_cb (EqpSearchWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;
  int n_rows = 0;

  if (*text == '\0' || get_session (self) == NULL)
    {
      hide_rows (self, 0);
      gtk_stack_set_visible_child_name (self->stack, "hint");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups) && error == NULL; i++)
    show_group (self, i, text, &n_rows, &error);
  hide_rows (self, error == NULL ? n_rows : 0);
  if (self->n_rows == 0)
    {
      show_nothing (self, text, error);
      return;
    }
  gtk_list_box_invalidate_headers (self->list);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_list_box_select_row (self->list, get_row (self, 0));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static guint
get_group (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "group"));
}

static void
header_func (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       user_data)
{
  GtkWidget  *label = gtk_list_box_row_get_header (row);
  const char *title = _ (groups[get_group (row)].entity->plural);

  if (before != NULL && get_group (before) == get_group (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (label != NULL)
    {
      gtk_label_set_label (GTK_LABEL (label), title);
      return;
    }
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "list-heading");
  gtk_list_box_row_set_header (row, label);
}

/* ---- choosing one ---- */

static void
row_activated_cb (EqpSearchWindow *self,
                  GtkListBoxRow   *row)
{
  g_autofree char *address = g_strdup (g_object_get_data (G_OBJECT (row), "address"));

  eqp_feedback_go (GTK_WIDGET (self), address);
  gtk_window_close (GTK_WINDOW (self));
}

static void
entry_activate_cb (EqpSearchWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && self->n_rows > 0)
    row_activated_cb (self, row);
}

/* The focus stays in the entry, so the list does not follow by itself. */
static void
show_row (EqpSearchWindow *self,
          GtkListBoxRow   *row)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scrolled), bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpSearchWindow *self = EQP_SEARCH_WINDOW (widget);
  GtkListBoxRow   *selected = gtk_list_box_get_selected_row (self->list);
  int              index = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;
  GtkListBoxRow   *row = get_row (self, MAX (index + g_variant_get_int32 (parameter), 0));

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  show_row (self, row);
}

/* Escape in the entry, which would otherwise only clear it. */
static void
stop_search_cb (EqpSearchWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- the class ---- */

static void
eqp_search_window_dispose (GObject *object)
{
  EqpSearchWindow *self = EQP_SEARCH_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_SEARCH_WINDOW);

  G_OBJECT_CLASS (eqp_search_window_parent_class)->dispose (object);
}

static void
eqp_search_window_class_init (EqpSearchWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_search_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, EqpSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EqpSearchWindow, none);
  gtk_widget_class_bind_template_child (widget_class, EqpSearchWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EqpSearchWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_install_action (widget_class, "search.move", "i", move_action);
}

static void
eqp_search_window_init (EqpSearchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
}
