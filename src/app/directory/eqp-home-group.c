/* eqp-home-group.c — where a person belongs, in an editor: institution, side, from when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-home-group"

#include "config.h"

#include "app/directory/eqp-home-group.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-date-row.h"
#include "app/widgets/eqp-record-chooser.h"
#include "base/eqp-error.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-affiliations.h"
#include "domain/directory/eqp-institution.h"

struct _EqpHomeGroup
{
  AdwPreferencesGroup parent_instance;

  EqpStore         *store;
  const EqpChoice  *sides;
  EqpRecordChooser *institution;
  AdwComboRow      *side;
  EqpDateRow       *from;
};

G_DEFINE_FINAL_TYPE (EqpHomeGroup, eqp_home_group, ADW_TYPE_PREFERENCES_GROUP)

static void
select_side (EqpHomeGroup *self,
             const char   *side)
{
  for (guint i = 0; self->sides[i].value != NULL; i++)
    if (g_str_equal (self->sides[i].value, side))
      adw_combo_row_set_selected (self->side, i);
}

/* Most people are on the side of their institution. */
static void
institution_chosen_cb (EqpHomeGroup *self)
{
  gint64 id = eqp_record_chooser_get_id (self->institution);
  g_autoptr (EqpRecord) institution = id != 0 ? eqp_store_get (self->store, &eqp_institution_entity, id, NULL) : NULL;

  if (institution != NULL)
    select_side (self, eqp_record_get_text (institution, EQP_INSTITUTION_SIDE));
}

static void
eqp_home_group_dispose (GObject *object)
{
  g_clear_object (&EQP_HOME_GROUP (object)->store);

  G_OBJECT_CLASS (eqp_home_group_parent_class)->dispose (object);
}

static void
eqp_home_group_class_init (EqpHomeGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eqp_home_group_dispose;
}

static void
eqp_home_group_init (EqpHomeGroup *self)
{
  self->sides = eqp_affiliation_entity.fields[EQP_AFFILIATION_SIDE].choices;
}

static void
add_rows (EqpHomeGroup *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chooser = eqp_record_chooser_new (self->store, &eqp_institution_entity);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->institution = EQP_RECORD_CHOOSER (chooser);
  g_object_set (chooser, "allow-none", TRUE, NULL);
  gtk_widget_set_valign (chooser, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Institution"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Institution"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chooser);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  for (guint i = 0; self->sides[i].value != NULL; i++)
    gtk_string_list_append (labels, _ (self->sides[i].label));
  self->side = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->side), _ ("Side"));
  adw_combo_row_set_model (self->side, G_LIST_MODEL (labels));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->side));

  self->from = EQP_DATE_ROW (eqp_date_row_new (_ ("Since")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->from));
}

GtkWidget *
eqp_home_group_new (EqpStore *store,
                    gint64    person)
{
  EqpHomeGroup *self = g_object_new (EQP_TYPE_HOME_GROUP, "title", _ ("Home institution"), NULL);
  g_autoptr (EqpRecord) affiliation = NULL;

  self->store = g_object_ref (store);
  add_rows (self);
  select_side (self, "other");
  if (person != 0)
    affiliation = eqp_person_find_affiliation (store, person, eqp_date_today (), NULL);
  if (affiliation != NULL)
    {
      eqp_record_chooser_set_id (self->institution, eqp_record_get_reference (affiliation, EQP_AFFILIATION_INSTITUTION));
      select_side (self, eqp_record_get_text (affiliation, EQP_AFFILIATION_SIDE));
      eqp_date_row_set_date (self->from, eqp_record_get_date (affiliation, EQP_AFFILIATION_FROM_DATE));
    }
  g_signal_connect_object (self->institution, "notify::record-id", G_CALLBACK (institution_chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
eqp_home_group_read (EqpHomeGroup *self,
                     EqpHome      *home,
                     GError      **error)
{
  g_return_val_if_fail (EQP_IS_HOME_GROUP (self), FALSE);

  if (!eqp_date_row_is_valid (self->from))
    {
      g_set_error_literal (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("The date of the home institution cannot be read."));
      return FALSE;
    }
  home->institution = eqp_record_chooser_get_id (self->institution);
  home->side = self->sides[adw_combo_row_get_selected (self->side)].value;
  home->from = eqp_date_row_get_date (self->from);
  return TRUE;
}
