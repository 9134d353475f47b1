/* eqp-candidate-row.c — a record among matches: its title, its side and institution, a note */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-candidate-row"

#include "config.h"

#include "app/widgets/eqp-candidate-row.h"

#include "app/widgets/eqp-finding-row.h"
#include "domain/bodies/eqp-snapshot.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-affiliations.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"

struct _EqpCandidateRow
{
  AdwActionRow parent_instance;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (EqpCandidateRow, eqp_candidate_row, ADW_TYPE_ACTION_ROW)

/* A person is told apart by where they come from: side, institution, corps. */
static char *
describe_person (EqpCandidateRow *self,
                 EqpRecord       *person)
{
  g_autoptr (EqpRecord) affiliation = NULL;
  g_autofree char *institution = NULL;
  const char      *corps = eqp_record_get_text (person, EQP_PERSON_CORPS);

  affiliation = eqp_person_find_affiliation (eqp_record_get_store (person), self->id, eqp_date_today (), NULL);
  if (affiliation == NULL)
    return g_strdup (corps);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), eqp_side_chip_new (eqp_side_from_code (eqp_record_get_text (affiliation, EQP_AFFILIATION_SIDE))));
  institution = eqp_record_dup_display (affiliation, EQP_AFFILIATION_INSTITUTION, eqp_language_get_interface ());
  return *corps != '\0' ? g_strdup_printf ("%s · %s", institution, corps) : g_steal_pointer (&institution);
}

static void
eqp_candidate_row_class_init (EqpCandidateRowClass *klass)
{
}

static void
eqp_candidate_row_init (EqpCandidateRow *self)
{
}

GtkWidget *
eqp_candidate_row_new (EqpRecord  *record,
                       const char *note)
{
  EqpCandidateRow *self = g_object_new (EQP_TYPE_CANDIDATE_ROW, NULL);
  g_autofree char *title = eqp_record_dup_title (record, eqp_language_get_interface ());
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *where = NULL;
  g_autofree char *subtitle = NULL;

  self->id = eqp_record_get_id (record);
  if (EQP_IS_PERSON (record))
    where = describe_person (self, record);
  if (note != NULL && where != NULL && *where != '\0')
    subtitle = g_markup_printf_escaped ("%s — %s", where, note);
  else
    subtitle = g_markup_escape_text (note != NULL ? note : (where != NULL ? where : ""), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  return GTK_WIDGET (self);
}

gint64
eqp_candidate_row_get_id (EqpCandidateRow *self)
{
  g_return_val_if_fail (EQP_IS_CANDIDATE_ROW (self), 0);

  return self->id;
}
