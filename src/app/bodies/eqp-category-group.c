/* eqp-category-group.c — one seat category of a council: who sits, how many may, what is wrong beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-category-group"

#include "config.h"

#include "app/bodies/eqp-category-group.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-finding-row.h"
#include "domain/bodies/eqp-category.h"

struct _EqpCategoryGroup
{
  AdwBin parent_instance;

  GtkLabel   *name;
  GtkLabel   *count;
  GtkButton  *appoint;
  GtkListBox *seats;
  GtkBox     *findings;
};

G_DEFINE_FINAL_TYPE (EqpCategoryGroup, eqp_category_group, ADW_TYPE_BIN)

/* "2 of 1–5", "1 of 1", "3": how many sit against how many may. */
static char *
describe_count (const EqpSnapshotCategory *category,
                guint                      count)
{
  if (category->max < 0 && category->min == 0)
    return g_strdup_printf ("%u", count);
  if (category->max < 0)
    /* Translators: how many sit in a category, and the least there must be */
    return g_strdup_printf (_ ("%u of at least %d"), count, category->min);
  if (category->max == category->min)
    /* Translators: how many sit in a category, and how many there must be */
    return g_strdup_printf (_ ("%u of %d"), count, category->min);
  /* Translators: how many sit in a category, the least and the most there may be */
  return g_strdup_printf (_ ("%u of %d–%d"), count, category->min, category->max);
}

/* Institution, corps, period: what tells two members apart and says until when. */
static char *
describe_seat (const EqpSeat *seat)
{
  g_autofree char *period = eqp_date_format_period (seat->from, seat->to, eqp_language_get_interface ());
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *line = NULL;

  if (*seat->institution_short != '\0')
    g_ptr_array_add (parts, seat->institution_short);
  if (*seat->corps != '\0')
    g_ptr_array_add (parts, seat->corps);
  if (*period != '\0')
    g_ptr_array_add (parts, period);
  g_ptr_array_add (parts, NULL);
  line = g_strjoinv (" · ", (char **)parts->pdata);
  return g_markup_escape_text (line, -1);
}

static GtkWidget *
make_tag (const char *text)
{
  GtkWidget *tag = gtk_label_new (text);

  gtk_widget_add_css_class (tag, "tag");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             gint64      mandate)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", mandate);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (const EqpSeat             *seat,
           const EqpSnapshotCategory *category,
           const char                *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: %s is a person; read out for the button that holds what can be done with the seat */
  g_autofree char *label = g_strdup_printf (_ ("Actions for %s"), name);

  append_item (menu, _ ("_Replace…"), "council.replace", seat->mandate);
  append_item (menu, _ ("_End the mandate…"), "council.vacate", seat->mandate);
  if (category->may_chair && seat->function != EQP_FUNCTION_CHAIR)
    append_item (menu, _ ("Name _chair"), "council.chair", seat->mandate);
  if (g_str_equal (category->code, EQP_CATEGORY_GUEST_OCCASIONAL))
    append_item (menu, _ ("Choose the _meeting…"), "council.invite", seat->mandate);
  append_item (menu, _ ("_Open the person"), "council.person", seat->mandate);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_seat_row (const EqpSeat             *seat,
               const EqpSnapshotCategory *category,
               gboolean                   writable)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *name = eqp_seat_dup_name (seat, eqp_language_get_interface ());
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = describe_seat (seat);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), eqp_side_chip_new (seat->side));
  if (seat->function == EQP_FUNCTION_CHAIR)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_tag (_ ("chair")));
  else if (seat->function == EQP_FUNCTION_SECRETARY)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_tag (_ ("secretary")));
  if (writable)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu (seat, category, name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "council.person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", seat->mandate);
  return row;
}

/* Seats below the minimum are there to be filled: each stands as an empty row. */
static void
add_vacant_rows (EqpCategoryGroup          *self,
                 const EqpSnapshotCategory *category,
                 guint                      count,
                 gboolean                   writable)
{
  for (guint i = count; (int)i < category->min; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Vacant seat"));
      gtk_widget_add_css_class (row, "vacant");
      if (writable)
        {
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "council.appoint");
          gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", category->code);
        }
      gtk_list_box_append (self->seats, row);
    }
}

static void
eqp_category_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EQP_TYPE_CATEGORY_GROUP);

  G_OBJECT_CLASS (eqp_category_group_parent_class)->dispose (object);
}

static void
eqp_category_group_class_init (EqpCategoryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_category_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-category-group.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpCategoryGroup, name);
  gtk_widget_class_bind_template_child (widget_class, EqpCategoryGroup, count);
  gtk_widget_class_bind_template_child (widget_class, EqpCategoryGroup, appoint);
  gtk_widget_class_bind_template_child (widget_class, EqpCategoryGroup, seats);
  gtk_widget_class_bind_template_child (widget_class, EqpCategoryGroup, findings);
}

static void
eqp_category_group_init (EqpCategoryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
eqp_category_group_new (const EqpSnapshot *snapshot,
                        guint              category,
                        gboolean           writable)
{
  EqpCategoryGroup          *self = g_object_new (EQP_TYPE_CATEGORY_GROUP, NULL);
  const EqpSnapshotCategory *values = g_ptr_array_index (snapshot->categories, category);
  const char                *name = eqp_category_get_name (values, eqp_language_get_interface ());
  guint                      count = eqp_snapshot_count (snapshot, category);
  g_autofree char           *counted = describe_count (values, count);
  /* Translators: %s is a seat category */
  g_autofree char *label = g_strdup_printf (_ ("Appoint: %s"), name);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->count, counted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->seats), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->appoint), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->appoint), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->appoint), "s", values->code);
  gtk_widget_set_visible (GTK_WIDGET (self->appoint), writable && (values->max < 0 || (int)count < values->max));

  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (snapshot->seats, i);

      if (seat->category == category)
        gtk_list_box_append (self->seats, make_seat_row (seat, values, writable));
    }
  add_vacant_rows (self, values, count, writable);
  gtk_widget_set_visible (GTK_WIDGET (self->seats), gtk_widget_get_first_child (GTK_WIDGET (self->seats)) != NULL);
  return GTK_WIDGET (self);
}

void
eqp_category_group_add_finding (EqpCategoryGroup *self,
                                GtkWidget        *row)
{
  g_return_if_fail (EQP_IS_CATEGORY_GROUP (self));

  gtk_box_append (self->findings, row);
}
