/* eqp-meeting-group.c — one meeting of a council: its day, and the items that it dealt with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-meeting-group"

#include "config.h"

#include "app/bodies/eqp-meeting-group.h"

#include <glib/gi18n.h>

#include "domain/bodies/eqp-meeting-item.h"
#include "domain/bodies/eqp-meeting.h"

struct _EqpMeetingGroup
{
  AdwBin parent_instance;

  GtkLabel  *name;
  GtkLabel  *details;
  GtkLabel  *state;
  GtkButton *add;
  GtkButton *change;
  GtkButton *delete;
  GtkListBox *items;
};

G_DEFINE_FINAL_TYPE (EqpMeetingGroup, eqp_meeting_group, ADW_TYPE_BIN)

/* @label: (transfer full): what the button does, for those who do not see its icon. */
static void
set_button (GtkButton *button,
            gboolean   visible,
            gint64     id,
            char      *label)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_widget_set_visible (GTK_WIDGET (button), visible);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_free (label);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* "General · Adopted · advice sent to CCI, COSP" */
static char *
describe_item (EqpRecord *item)
{
  static const guint fields[] = { EQP_MEETING_ITEM_SCOPE, EQP_MEETING_ITEM_OUTCOME };
  GString           *text = g_string_new (NULL);
  const char        *boards = eqp_record_get_text (item, EQP_MEETING_ITEM_ADVICE_TO);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!eqp_record_is_empty (item, fields[i]))
      {
        g_autofree char *display = eqp_record_dup_display (item, fields[i], eqp_language_get_interface ());

        append_part (text, display);
      }
  if (*boards != '\0')
    {
      /* Translators: %s are codes of boards, such as “CCI, COSP” */
      g_autofree char *advice = g_strdup_printf (_ ("advice sent directly to %s"), boards);

      append_part (text, advice);
    }
  return g_string_free (text, FALSE);
}

static void
eqp_meeting_group_dispose (GObject *object)
{
  EqpMeetingGroup *self = EQP_MEETING_GROUP (object);

  /* The bin must let its child go before the template does, or it would do so a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_MEETING_GROUP);

  G_OBJECT_CLASS (eqp_meeting_group_parent_class)->dispose (object);
}

static void
eqp_meeting_group_class_init (EqpMeetingGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_meeting_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-meeting-group.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpMeetingGroup, name);
  gtk_widget_class_bind_template_child (widget_class, EqpMeetingGroup, details);
  gtk_widget_class_bind_template_child (widget_class, EqpMeetingGroup, state);
  gtk_widget_class_bind_template_child (widget_class, EqpMeetingGroup, add);
  gtk_widget_class_bind_template_child (widget_class, EqpMeetingGroup, change);
  gtk_widget_class_bind_template_child (widget_class, EqpMeetingGroup, delete);
  gtk_widget_class_bind_template_child (widget_class, EqpMeetingGroup, items);
}

static void
eqp_meeting_group_init (EqpMeetingGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
eqp_meeting_group_new (EqpRecord *meeting,
                       gboolean   writable)
{
  EqpMeetingGroup *self = g_object_new (EQP_TYPE_MEETING_GROUP, NULL);
  EqpLanguage      language = eqp_language_get_interface ();
  gint64           id = eqp_record_get_id (meeting);
  g_autofree char *date = eqp_date_format_long (eqp_record_get_date (meeting, EQP_MEETING_DATE), language);
  g_autofree char *day = eqp_date_format (eqp_record_get_date (meeting, EQP_MEETING_DATE), language);
  g_autofree char *state = eqp_record_dup_display (meeting, EQP_MEETING_STATE, language);
  GString         *details = g_string_new (NULL);
  g_autofree char *line = NULL;

  append_part (details, eqp_record_get_text (meeting, EQP_MEETING_TITLE));
  append_part (details, eqp_record_get_text (meeting, EQP_MEETING_PLACE));
  line = g_string_free (details, FALSE);
  gtk_label_set_label (self->name, date);
  gtk_label_set_label (self->details, line);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *line != '\0');
  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !g_str_equal (eqp_record_get_text (meeting, EQP_MEETING_STATE), "held"));
  /* Translators: %s is the day of a meeting, in these three */
  set_button (self->add, writable, id, g_strdup_printf (_ ("Add an item to the meeting of %s"), day));
  set_button (self->change, writable, id, g_strdup_printf (_ ("Change the meeting of %s"), day));
  set_button (self->delete, writable, id, g_strdup_printf (_ ("Delete the meeting of %s"), day));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->items), GTK_ACCESSIBLE_PROPERTY_LABEL, date, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->items), FALSE);
  return GTK_WIDGET (self);
}

void
eqp_meeting_group_add_item (EqpMeetingGroup *self,
                            EqpRecord       *item,
                            gboolean         writable)
{
  GtkWidget       *row = adw_action_row_new ();
  gint64           id = eqp_record_get_id (item);
  const char      *subject = eqp_record_get_text (item, EQP_MEETING_ITEM_TITLE);
  g_autofree char *details = describe_item (item);
  g_autofree char *title = NULL;

  g_return_if_fail (EQP_IS_MEETING_GROUP (self));

  title = g_markup_printf_escaped ("%" G_GINT64_FORMAT ". %s", eqp_record_get_integer (item, EQP_MEETING_ITEM_POSITION), subject);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  if (writable)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "meeting.delete-item");
      /* Translators: %s is an item of the agenda of a meeting */
      set_button (GTK_BUTTON (button), TRUE, id, g_strdup_printf (_ ("Delete “%s”"), subject));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "meeting.change-item");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", id);
    }
  gtk_list_box_append (self->items, row);
  gtk_widget_set_visible (GTK_WIDGET (self->items), TRUE);
}
