/* test-accessibility.c — every control of every page and dialog has a name that a screen reader can say */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-accessibility"

#include "config.h"

#include "app/bodies/eqp-council-view.h"
#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-request-desk.h"
#include "app/printing/eqp-paper.h"
#include "app/widgets/eqp-message-window.h"
#include "domain/bodies/eqp-body.h"
#include "ui-fixture.h"

/* Where to go, and what to do there. An action's target is in GVariant text; “mandate” stands for that of the first seat shown. */
typedef struct
{
  const char *name;
  const char *address;
  const char *action; /* (nullable) */
  const char *target; /* (nullable) */
} Place;

static const Place places[] = {
  { "home", "home", NULL, NULL },
  { "councils", "councils/CPER-08", NULL, NULL },
  { "sub-council", "councils/CPER-01", NULL, NULL },
  { "exchanges-board", "exchanges/requests", NULL, NULL },
  { "exchanges-table", "exchanges/requests", "requests.more", "'received'" },
  { "exchanges-request", "exchanges/D-2026-014", NULL, NULL },
  { "new-request", "exchanges/requests", "win.new", NULL },
  { "edit-request", "exchanges/D-2026-014", "win.edit", NULL },
  { "assign-request", "exchanges/D-2026-014", "requests.assign", "int64 0" },
  { "refuse-request", "exchanges/D-2026-014", "requests.move", "('D-2026-014', 'refused')" },
  { "directory-people", "directory/P0144", NULL, NULL },
  { "directory-institutions", "directory/INSPE", NULL, NULL },
  { "directory-courses", "directory/2D-PC", NULL, NULL },
  { "history", "history", NULL, NULL },
  { "start", "home", "win.start", NULL },
  { "search", "home", "win.search", NULL },
  { "preferences", "home", "win.preferences", NULL },
  { "shortcuts", "home", "win.shortcuts", NULL },
  { "backups", "home", "win.backups", NULL },
  { "import", "home", "win.import", NULL },
  { "statutes", "home", "win.statutes", NULL },
  { "procedures", "home", "win.procedures", NULL },
  { "new-council", "councils/CPER-08", "win.new", NULL },
  { "edit-council", "councils/CPER-08", "win.edit", NULL },
  { "print-council", "councils/CPER-08", "win.print", NULL },
  { "appoint", "councils/CPER-08", "council.appoint", "'employer'" },
  { "replace", "councils/CPER-08", "council.replace", "mandate" },
  { "vacate", "councils/CPER-08", "council.vacate", "mandate" },
  { "invite", "councils/CPER-05", "council.invite", "mandate" },
  { "decide", "councils/CPER-11", "council.decide", "'decision'" },
  { "new-person", "directory/P0144", "win.new", NULL },
  { "edit-person", "directory/P0144", "win.edit", NULL },
  { "edit-institution", "directory/INSPE", "win.edit", NULL },
  { "edit-course", "directory/2D-PC", "win.edit", NULL },
  { "edit-mention", "directory/MEEF-2D", "win.edit", NULL },
};

/* ---- names ---- */

static gboolean
is_control (GtkWidget *widget)
{
  static GType (*const types[]) (void) = {
    gtk_button_get_type,
    gtk_menu_button_get_type,
    gtk_check_button_get_type,
    gtk_switch_get_type,
    gtk_entry_get_type,
    gtk_search_entry_get_type,
    gtk_text_get_type,
    gtk_text_view_get_type,
    gtk_drop_down_get_type,
    gtk_spin_button_get_type,
    gtk_scale_get_type,
    gtk_calendar_get_type,
    gtk_list_box_get_type,
    gtk_list_box_row_get_type,
    gtk_list_base_get_type,
    gtk_column_view_get_type,
    gtk_drawing_area_get_type,
    gtk_picture_get_type,
    eqp_paper_get_type,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_type_is_a (G_OBJECT_TYPE (widget), types[i]()))
      return TRUE;
  /* The row of a list view: GTK has it for itself, the focus goes there. */
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget");
}

static gboolean
has_ancestor (GtkWidget *widget,
              GType      type)
{
  return gtk_widget_get_ancestor (widget, type) != NULL;
}

/* What GTK and libadwaita put together themselves and name, or leave without a name, in their own way. */
static gboolean
is_of_the_toolkit (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_POPOVER_MENU (widget) || GTK_IS_SCROLLBAR (widget))
    return TRUE;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    return TRUE;
  if (GTK_IS_POPOVER (widget) && has_ancestor (widget, ADW_TYPE_COMBO_ROW))
    return TRUE;
  return GTK_IS_ENTRY (parent) || GTK_IS_SEARCH_ENTRY (parent) || GTK_IS_SPIN_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_CALENDAR (parent);
}

/* Parts of libadwaita's rows: the entry inside a row is labelled by the row's title, the lists inside one that opens or that offers
 * choices come under it. */
static gboolean
is_inside_row (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget))
    return has_ancestor (widget, ADW_TYPE_ENTRY_ROW);
  if (GTK_IS_LIST_BOX (widget))
    return has_ancestor (widget, ADW_TYPE_EXPANDER_ROW);
  return has_ancestor (widget, ADW_TYPE_COMBO_ROW) && (GTK_IS_LIST_BASE (widget) || GTK_IS_LIST_BASE (gtk_widget_get_parent (widget)));
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible   *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *text = NULL;

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return TRUE;
  /* GTK says that an icon labels its button; an icon says nothing. */
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    return FALSE;
  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (GTK_IS_MENU_BUTTON (widget))
    return gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL;
  /* A list's rows or what is typed are no name; what stands on a button or a row is. */
  if (!GTK_IS_BUTTON (widget) && !GTK_IS_CHECK_BUTTON (widget) && !GTK_IS_LIST_BOX_ROW (widget))
    return FALSE;
  text = ui_dup_text (widget);
  return *g_strstrip (text) != '\0';
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (w));

      g_string_append_printf (path, "%s%s%s%s", w != widget ? " < " : "", G_OBJECT_TYPE_NAME (w), id != NULL ? "#" : "", id != NULL ? id : "");
      if (GTK_IS_MENU_BUTTON (w) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (w)) != NULL)
        g_string_append_printf (path, "[%s]", gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (w)));
      else if (GTK_IS_BUTTON (w) && gtk_button_get_icon_name (GTK_BUTTON (w)) != NULL)
        g_string_append_printf (path, "[%s]", gtk_button_get_icon_name (GTK_BUTTON (w)));
    }
  return g_string_free (path, FALSE);
}

/* Whether GTK made this button inside one of its menu buttons: the menu button has the name. */
static gboolean
is_inside_menu_button (GtkWidget *widget)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget));
}

static void
walk (GtkWidget *widget,
      GPtrArray *nameless,
      guint     *n_controls)
{
  if (!gtk_widget_get_visible (widget) || is_of_the_toolkit (widget))
    return;
  if (is_control (widget) && !is_inside_row (widget) && !is_inside_menu_button (widget))
    {
      *n_controls += 1;
      if (!is_named (widget))
        g_ptr_array_add (nameless, describe (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    walk (child, nameless, n_controls);
}

static void
assert_all_named (GtkWidget *root)
{
  g_autoptr (GPtrArray) nameless = g_ptr_array_new_with_free_func (g_free);
  guint n_controls = 0;

  walk (root, nameless, &n_controls);
  for (guint i = 0; i < nameless->len; i++)
    g_test_message ("nameless: %s", (const char *)g_ptr_array_index (nameless, i));
  g_test_message ("%u controls", n_controls);
  g_assert_cmpint (n_controls, >, 0);
  if (nameless->len > 0)
    g_test_fail_printf ("%u controls have no name", nameless->len);
}

/* ---- places ---- */

static GVariant *
make_target (UiFixture  *fixture,
             const char *target)
{
  EqpSession *session = eqp_window_get_session (fixture->window);
  const char *code = eqp_page_get_record (EQP_PAGE (ui_page (fixture)));
  g_autoptr (EqpRecord) body = NULL;
  EqpSnapshot *snapshot;

  if (target == NULL || !g_str_equal (target, "mandate"))
    return target != NULL ? g_variant_parse (NULL, target, NULL, NULL, NULL) : NULL;
  body = eqp_store_find (eqp_session_get_store (session), &eqp_body_entity, EQP_BODY_CODE, code, NULL);
  snapshot = eqp_checker_get_snapshot (eqp_session_get_checker (session), eqp_record_get_id (body));
  return g_variant_new_int64 (((EqpSeat *)g_ptr_array_index (snapshot->seats, 0))->mandate);
}

static void
test_place (UiFixture    *fixture,
            gconstpointer data)
{
  const Place *place = data;
  GtkWidget   *from;

  eqp_window_go (fixture->window, place->address);
  ui_settle ();
  if (place->action != NULL)
    {
      from = ui_find (ui_page (fixture), EQP_TYPE_COUNCIL_VIEW, NULL);
      if (from == NULL)
        from = ui_find (ui_page (fixture), EQP_TYPE_REQUEST_DESK, NULL);
      if (from == NULL)
        from = ui_page (fixture);
      g_assert_true (gtk_widget_activate_action_variant (from, place->action, make_target (fixture, place->target)));
      ui_settle ();
      if (!g_str_equal (place->action, "win.start") && !g_str_equal (place->action, "requests.more"))
        {
          assert_all_named (ui_wait_dialog (GTK_TYPE_WINDOW));
          return;
        }
    }
  assert_all_named (GTK_WIDGET (fixture->window));
}

static void
test_message (UiFixture    *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "There is no such file.");

  eqp_feedback_error (GTK_WIDGET (fixture->window), "This file cannot be opened", error);
  assert_all_named (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW));
  ui_wait_for (ui_shows (ui_wait_dialog (EQP_TYPE_MESSAGE_WINDOW), "There is no such file."));
}

/* The test itself must see what it is for. */
static void
test_walk_sees_nameless_controls (void)
{
  g_autoptr (GPtrArray) nameless = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *icon_only = gtk_button_new_from_icon_name ("list-add-symbolic");
  guint      n_controls = 0;

  gtk_widget_set_tooltip_text (icon_only, "A tooltip is no name");
  gtk_box_append (GTK_BOX (box), icon_only);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Named"));
  gtk_box_append (GTK_BOX (box), gtk_switch_new ());
  gtk_box_append (GTK_BOX (box), gtk_drawing_area_new ());
  walk (box, nameless, &n_controls);
  for (guint i = 0; i < nameless->len; i++)
    g_test_message ("nameless: %s", (const char *)g_ptr_array_index (nameless, i));
  g_assert_cmpint (n_controls, ==, 4);
  g_assert_cmpint (nameless->len, ==, 3);
  g_object_unref (box);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/accessibility/walk-sees", test_walk_sees_nameless_controls);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/accessibility/", places[i].name, NULL);

      g_test_add (path, UiFixture, &places[i], ui_fixture_set_up, test_place, ui_fixture_tear_down);
    }
  g_test_add ("/accessibility/message", UiFixture, NULL, ui_fixture_set_up, test_message, ui_fixture_tear_down);
  return g_test_run ();
}
