/* eqp-candidate-row.c — a record among matches: its title, its side and institution, a note */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-candidate-row"

#include "config.h"

#include "app/widgets/eqp-candidate-row.h"

#include "app/widgets/eqp-finding-row.h"
#include "app/widgets/eqp-signs.h"
#include "app/widgets/eqp-table-columns.h"
#include "domain/bodies/eqp-snapshot.h"
#include "domain/directory/eqp-affiliation.h"
#include "domain/directory/eqp-affiliations.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"

/* As an AdwActionRow looks. Its labels wrap, though, and measuring them takes a millisecond a row at each key. */
struct _EqpCandidateRow
{
  GtkListBoxRow parent_instance;

  gint64   id;
  EqpSigns signs;

  GtkBox         *header;
  GtkInscription *title;
  GtkInscription *subtitle;
};

G_DEFINE_FINAL_TYPE (EqpCandidateRow, eqp_candidate_row, GTK_TYPE_LIST_BOX_ROW)

#define MIN_CHARS 20
#define NATURAL_CHARS 40

/* A person is told apart by where they come from: side, institution, corps. */
static char *
describe_person (EqpRecord *person,
                 EqpSide   *side)
{
  g_autoptr (EqpRecord) affiliation = NULL;
  g_autofree char *institution = NULL;
  const char      *corps = eqp_record_get_text (person, EQP_PERSON_CORPS);

  affiliation = eqp_person_find_affiliation (eqp_record_get_store (person), eqp_record_get_id (person), eqp_date_today (), NULL);
  if (affiliation == NULL)
    return g_strdup (corps);
  *side = eqp_side_from_code (eqp_record_get_text (affiliation, EQP_AFFILIATION_SIDE));
  institution = eqp_record_dup_display (affiliation, EQP_AFFILIATION_INSTITUTION, eqp_language_get_interface ());
  return *corps != '\0' ? g_strdup_printf ("%s · %s", institution, corps) : g_steal_pointer (&institution);
}

static GtkInscription *
add_text (GtkBox     *box,
          const char *css_class)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), MIN_CHARS);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), NATURAL_CHARS);
  eqp_table_add_tooltip (GTK_INSCRIPTION (text));
  gtk_widget_add_css_class (text, css_class);
  gtk_box_append (box, text);
  return GTK_INSCRIPTION (text);
}

static void
eqp_candidate_row_class_init (EqpCandidateRowClass *klass)
{
}

static void
eqp_candidate_row_init (EqpCandidateRow *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  gtk_widget_add_css_class (header, "header");
  gtk_widget_add_css_class (texts, "title");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->title = add_text (GTK_BOX (texts), "title");
  self->subtitle = add_text (GTK_BOX (texts), "subtitle");
  gtk_box_append (GTK_BOX (header), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), header);
  self->header = GTK_BOX (header);
}

GtkWidget *
eqp_candidate_row_new (EqpRecord  *record,
                       const char *note)
{
  EqpCandidateRow *self = g_object_new (EQP_TYPE_CANDIDATE_ROW, NULL);

  eqp_candidate_row_set_record (self, record, note);
  return GTK_WIDGET (self);
}

void
eqp_candidate_row_set_record (EqpCandidateRow *self,
                              EqpRecord       *record,
                              const char      *note)
{
  g_autofree char *title = NULL;
  g_autofree char *where = NULL;
  g_autofree char *both = NULL;
  const char      *subtitle;
  EqpSide          side = EQP_SIDE_NONE;

  g_return_if_fail (EQP_IS_CANDIDATE_ROW (self));

  self->id = eqp_record_get_id (record);
  title = eqp_record_dup_title (record, eqp_language_get_interface ());
  if (EQP_IS_PERSON (record))
    where = describe_person (record, &side);
  if (note != NULL && where != NULL && *where != '\0')
    both = g_strdup_printf ("%s — %s", where, note);
  subtitle = both != NULL ? both : note;
  if (subtitle == NULL)
    subtitle = where != NULL ? where : "";
  eqp_signs_show (&self->signs, self->header, eqp_signs_of_side (side), eqp_side_chip_new);
  gtk_inscription_set_text (self->title, title);
  gtk_inscription_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

gint64
eqp_candidate_row_get_id (EqpCandidateRow *self)
{
  g_return_val_if_fail (EQP_IS_CANDIDATE_ROW (self), 0);

  return self->id;
}
