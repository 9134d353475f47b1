/* report-sample.c — documents made by hand, for the tests of pages and PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-sample.h"

static const char *const family_names[] = { "Arnaud", "Bélanger", "Castellan", "Delmas", "Estève", "Fabre-Toussaint", "Granier" };
static const char *const given_names[] = { "Anne", "Basile", "Jean-Pierre", "Chloé", "Diego" };
static const char *const institutions[] = { "Inspé", "Faculté des sciences", "Rectorat", "Collège Les Oliviers" };

#define LONG_GIVEN "Marie-Antoinette Joséphine Emmanuelle"
#define LONG_FAMILY "de La Rochefoucauld-Montmorency d’Estaing de Villeneuve-Bargemont"
#define LONG_INSTITUTION "Direction régionale académique à la formation professionnelle initiale et continue et à l’apprentissage"

EqpDocument *
report_sample_new (EqpLanguage language)
{
  EqpDocument *document = eqp_document_new ("Composition du conseil de mathématiques", language);

  eqp_document_set_reference (document, "CPER-07");
  eqp_document_set_subject (document, "Conseils de perfectionnement");
  eqp_document_set_author (document, "Pôle d’exemple");
  eqp_document_set_date (document, eqp_date_from_ymd (2026, 11, 21));
  return document;
}

static void
add_member (EqpSection         *section,
            EqpTable           *table,
            guint               index,
            const ReportSample *sample)
{
  g_autofree char *name = sample->has_long_names ? g_strdup_printf ("Mme %s %s %u", LONG_GIVEN, LONG_FAMILY, index + 1)
                                                 : g_strdup_printf ("M. %s %s", given_names[index % 5], family_names[index % 7]);
  EqpTableCell     cells[] = {
        { name },
        { index % 3 == 0 ? "Responsable de parcours" : "Enseignante-chercheuse ou enseignant-chercheur" },
        { sample->has_long_names ? LONG_INSTITUTION : institutions[index % 4], index % 4 == 2 ? EQP_CHIP_RECTORAT : EQP_CHIP_UNIVERSITY },
        { "1 sept. 2025 – 31 août 2028" },
  };

  eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
}

/* What a real roster holds: letterheads, a summary, the table in groups with a vacant seat, counts, findings. */
void
report_sample_fill_roster (EqpSection         *section,
                           const char         *title,
                           const ReportSample *sample)
{
  const EqpTableColumn columns[] = {
    { "Nom", 1.2, TRUE },
    { "Qualité", 1.0, TRUE },
    { "Institution", 1.2, TRUE },
    { "Mandat", 96, FALSE },
  };
  EqpTableCell group[] = { { "Enseignants intervenant dans la formation" }, { "9 / 1–5" } };
  EqpTableCell vacant[] = { { "Siège vacant — minimum non atteint" } };
  EqpTable    *table;

  eqp_section_add_letterhead (section, "Université d’exemple\nInspé", "Académie d’exemple\nRectorat");
  eqp_section_add_heading (section, 1, title);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_LEAD, "Composition au 21 novembre 2026.");
  eqp_section_add_key_value (section, "Décision", "Décision n° 2026-014 du 3 septembre 2026");
  eqp_section_add_key_value (section, "Proposition", NULL);
  table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);
  for (guint i = 0; i < sample->n_members; i++)
    {
      if (i % 5 == 0)
        eqp_section_add_row (section, table, EQP_ROW_GROUP, group, 2);
      add_member (section, table, i, sample);
    }
  eqp_section_add_row (section, table, EQP_ROW_VACANT, vacant, 1);
  eqp_section_add_finding (section, EQP_SIGN_ERROR, "Erreur", "Il manque un représentant des étudiants.", "C-17");
  eqp_section_add_finding (section, EQP_SIGN_CHECK, "Conforme", "Le total est dans les bornes.", NULL);
  eqp_section_set_fit_one_page (section, sample->fits_one_page);
}

EqpSection *
report_sample_add_roster (EqpDocument        *document,
                          const char         *title,
                          const ReportSample *sample)
{
  EqpSection *section = eqp_document_add_section (document, title);

  report_sample_fill_roster (section, title, sample);
  return section;
}
