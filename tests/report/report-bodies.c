/* report-bodies.c — councils made by hand, for the tests of their documents */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-bodies.h"

#include "domain/bodies/eqp-snapshot-private.h"

typedef struct
{
  const char *code;
  const char *name_fr;
  const char *name_en;
  int         min;
  int         max;
  guint       seats; /* of 17 members */
  gboolean    counts;
  EqpSide     side;
} Category;

static const Category categories[] = {
  { "mention-head", "Responsable de la mention de master ou son représentant", "Head of mention or representative", 1, 1, 1, TRUE, EQP_SIDE_UNIVERSITY },
  { "course-head", "Responsables de parcours", "Course heads", 1, -1, 4, TRUE, EQP_SIDE_UNIVERSITY },
  { "teacher", "Enseignants et enseignants-chercheurs intervenant dans la formation", "Teachers involved in the programme", 1, 5, 5, TRUE, EQP_SIDE_UNIVERSITY },
  { "employer", "Représentants de l’académie, des organismes ou entreprises", "Representatives of the education authority or of companies", 1, 2, 2, TRUE, EQP_SIDE_RECTORAT },
  { "profession", "Représentants de la profession", "Representatives of the profession", 1, 2, 2, TRUE, EQP_SIDE_RECTORAT },
  { "student", "Représentants des étudiants", "Student representatives", 2, 4, 3, TRUE, EQP_SIDE_UNIVERSITY },
  { "guest-permanent", "Invités permanents", "Permanent guests", 0, -1, 2, FALSE, EQP_SIDE_OTHER },
};

static const char *const given_names[] = { "Anne", "Basile", "Jean-Pierre", "Chloé", "Diego", "Élodie", "Farid" };
static const char *const family_names[] = { "Arnaud", "Bélanger", "Castellan", "Delmas", "Estève", "Fabre-Toussaint", "Granier", "Hadj", "Imbert",
                                            "Jourdan", "Keller" };

static void
add_categories (EqpSnapshot *body)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      EqpSnapshotCategory *category = g_new0 (EqpSnapshotCategory, 1);

      category->code = g_strdup (categories[i].code);
      category->name_fr = g_strdup (categories[i].name_fr);
      category->name_en = g_strdup (categories[i].name_en);
      category->min = categories[i].min;
      category->max = categories[i].max;
      category->counts = category->votes = categories[i].counts;
      g_ptr_array_add (body->categories, category);
    }
}

static void
add_seat (EqpSnapshot *body,
          guint        category,
          guint        index,
          gboolean     has_long_names)
{
  EqpSeat *seat = g_new0 (EqpSeat, 1);
  guint    n = body->seats->len + (guint)body->number * 7;

  seat->mandate = seat->person = body->number * 1000 + body->seats->len + 1;
  seat->person_code = g_strdup_printf ("P%u", n);
  seat->civility = g_strdup (n % 2 == 0 ? "mme" : "m");
  seat->given_name = g_strdup (has_long_names ? "Marie-Antoinette Joséphine" : given_names[n % G_N_ELEMENTS (given_names)]);
  seat->family_name = has_long_names ? g_strdup_printf ("de Villeneuve-Bargemont d’Estaing de La Roche-Montmorency %u", n)
                                     : g_strdup (family_names[n % G_N_ELEMENTS (family_names)]);
  seat->corps = g_strdup (category == 3 ? "IA-IPR" : "");
  seat->category = category;
  seat->function = category == 3 && index == 0 ? EQP_FUNCTION_CHAIR : EQP_FUNCTION_NONE;
  seat->institution = 1;
  seat->institution_code = g_strdup ("INS");
  seat->institution_name = g_strdup (has_long_names                                   ? "Direction régionale académique à la formation professionnelle initiale et continue"
                                     : categories[category].side == EQP_SIDE_RECTORAT ? "Rectorat de l’académie d’exemple"
                                                                                      : "Faculté des sciences");
  seat->institution_short = g_strdup (seat->institution_name);
  seat->institution_kind = g_strdup ("");
  seat->side = categories[category].side;
  seat->from = eqp_date_from_ymd (2025, 9, 1);
  seat->to = eqp_date_from_ymd (2028, 8, 31);
  g_ptr_array_add (body->seats, seat);
}

static void
add_parameter (EqpSnapshot *body,
               const char  *name,
               const char  *value)
{
  EqpSnapshotParameter *parameter = g_new0 (EqpSnapshotParameter, 1);

  parameter->name = g_strdup (name);
  parameter->value = g_strdup (value);
  parameter->source = g_strdup ("");
  g_ptr_array_add (body->parameters, parameter);
}

static void
add_decision (EqpSnapshot *body)
{
  EqpSnapshotDecision *decision = g_new0 (EqpSnapshotDecision, 1);

  decision->id = 1;
  decision->kind = EQP_DECISION_DECISION;
  decision->date = eqp_date_from_ymd (2026, 9, 3);
  decision->reference = g_strdup ("Décision n° 2026-014");
  decision->signatory = g_strdup ("la directrice");
  g_ptr_array_add (body->decisions, decision);
}

static void
set_text (char      **place,
          const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

EqpSnapshot *
report_bodies_new (guint    number,
                   guint    n_members,
                   gboolean has_long_names)
{
  EqpSnapshot *body = _eqp_snapshot_new ();
  guint        members = 0;

  body->id = body->number = number;
  g_free (body->code);
  body->code = g_strdup_printf ("CPER-%02u", number);
  set_text (&body->name_fr, "Conseil de perfectionnement de mathématiques");
  set_text (&body->name_en, "Programme improvement council for mathematics");
  set_text (&body->statute_name_fr, "Conseil de perfectionnement (CPER)");
  set_text (&body->statute_name_en, "Programme improvement council");
  body->as_of = eqp_date_from_ymd (2026, 11, 21);
  add_categories (body);
  add_parameter (body, "total-min", "9");
  add_parameter (body, "total-max", "17");
  add_decision (body);
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    for (guint j = 0; j < categories[i].seats; j++)
      if (!categories[i].counts || members++ < n_members)
        add_seat (body, i, j, has_long_names);
  return body;
}

GPtrArray *
report_bodies_list (guint count)
{
  GPtrArray *bodies = g_ptr_array_new_with_free_func ((GDestroyNotify)eqp_snapshot_unref);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (bodies, report_bodies_new (i + 1, 9 + i % 9, FALSE));
  return bodies;
}
