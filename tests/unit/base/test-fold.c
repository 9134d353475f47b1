/* test-fold.c — folded search: no case, accents, ligatures; inclusive, masculine and feminine spellings together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/eqp-fold.h"
#include "tests/test-folder.h"

static void
assert_fold (const char *text,
             const char *expected)
{
  g_autofree char *folded = eqp_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
assert_words (const char *text,
              const char *expected)
{
  g_auto (GStrv) words = eqp_fold_words (text);
  g_autofree char *joined = g_strjoinv (" ", words);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_query (const char *text,
              const char *expected)
{
  g_auto (GStrv) words = eqp_fold_query (text);
  g_autofree char *joined = g_strjoinv (" ", words);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_plain (void)
{
  assert_fold (NULL, "");
  assert_fold ("", "");
  assert_fold (" ,;’ ", "");
  assert_fold ("Élève  DÉLÉGUÉ", "eleve delegue");
  assert_fold ("E\u0301leve de\u0301le\u0301gue\u0301", "eleve delegue");
  assert_fold ("Cœur, ŒUVRE et Lætitia Straße", "coeur oeuvre et laetitia strasse");
  assert_fold ("Jean-Noël d’Aubigné-L'Hôte", "jean noel d aubigne l hote");
  assert_fold ("Øre Łódź Đorđe Þor ﬁn", "ore lodz dorde thor fin");
  assert_fold ("\u00a0n°\u00a012\u202f345 (2e étage)", "n 12 345 2e etage");
  assert_fold ("ΟΔΟΣ Привет", "οδοσ привет");
  assert_fold ("a\xff"
               "b",
               "a b");
}

static void
test_fold_inclusive (void)
{
  assert_fold ("le.la directeur.rice", "le directeur");
  assert_fold ("La/Le directeur/rice", "le directeur");
  assert_fold ("les enseignant·e·s-chercheur·se·s", "les enseignants chercheurs");
  assert_fold ("du.de la Président(e)", "du president");
  assert_fold ("membre(s)", "membre");
  assert_fold ("directeur et directrice", "directeur et directrice");
}

/* Whatever stands between the halves, both genders are found. */
static void
test_words_directeur (void)
{
  static const char *const spellings[] = {
    "directeur·rice",
    "directeur.rice",
    "directeur(rice)",
    "directeur/rice",
    "directeur-rice",
    "directeur‑rice",
    "directeur•rice",
    "directeur‧rice",
    "directeur⋅rice",
    "directeur·trice",
    "directeur(trice)",
    "DIRECTEUR·RICE",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_auto (GStrv) words = eqp_fold_words (spellings[i]);

      g_assert_true (g_strv_contains ((const char *const *)words, "directeur"));
      g_assert_true (g_strv_contains ((const char *const *)words, "directrice"));
    }
}

static void
test_words_inclusive (void)
{
  assert_words ("enseignant.e.s", "enseignants enseignantes");
  assert_words ("enseignant·es", "enseignants enseignantes");
  assert_words ("enseignant(e)s", "enseignants enseignantes");
  assert_words ("enseignants·es", "enseignants enseignantes");
  assert_words ("enseignant/e", "enseignant enseignante");
  assert_words ("enseignant-e-s", "enseignants enseignantes");
  assert_words ("directeur-rice", "directeur directrice rice directeuse directeure");
  assert_words ("un·e", "un une");
  assert_words ("président.e", "president presidente");
  assert_words ("délégué·e", "delegue deleguee");
  assert_words ("délégué·ée·s", "delegues deleguees");
  assert_words ("élu·e·s", "elus elues");
  assert_words ("chef·fe", "chef cheffe");
  assert_words ("conseiller·ère", "conseiller conseillere");
  assert_words ("professionnel·le", "professionnel professionnelle");
  assert_words ("doyen·ne·s", "doyens doyennes");
  assert_words ("administratif·ve", "administratif administrative");
  assert_words ("principaux·ales", "principaux principales");
  assert_words ("inscrit.e.s", "inscrits inscrites");
  assert_words ("membre·s", "membre membres");
  assert_words ("maître(sse)", "maitre maitresse");
  assert_words ("le.la", "le la");
  assert_words ("la/le", "le la");
  assert_words ("du.de la", "du de la");
  assert_words ("au/à la", "au a la");
  assert_words ("elle·il", "il elle");
}

/* Points, hyphens and slashes that are not inclusive, and names: every word is kept as it is. */
static void
test_words_not_inclusive (void)
{
  assert_words ("Aix-les-Bains", "aix les bains");
  assert_words ("Anne-Élise", "anne elise");
  assert_words ("Minh-Te Le Goff", "minh te le la goff");
  assert_words ("Avis du conseil.Le", "avis du de la conseil le");
  assert_words ("et/ou", "et ou");
  assert_words ("R.I.C.E", "r i c e");
  assert_words ("val.e", "val vale");
  assert_words ("va.e", "va e");
  assert_words ("langue·e", "langue e");
  assert_words ("du.de mot", "du de la mot");
  assert_words ("directeur. rice", "directeur directrice directeuse directeure rice");
  assert_words ("directeur(rice", "directeur directrice directeuse directeure rice");
  assert_words ("mandat.s", "mandat mandate s");
}

static void
test_words_once (void)
{
  assert_words ("Mahé mahé MAHE", "mahe");
  assert_words ("…", "");
  assert_words (NULL, "");
}

static void
test_query (void)
{
  assert_query ("", "");
  assert_query ("  Direc ", "direc");
  assert_query ("Hélène d'Or", "helene d or");
  assert_query ("directrice", "directrice");
  assert_query ("directeur·rice", "directeur");
  assert_query ("directeurs.rices", "directeur");
  assert_query ("enseignant.e.s", "enseignant");
  assert_query ("le.la directeur.rice", "le directeur");
  assert_query ("mot mot", "mot");
}

/* Typed letter by letter, an inclusive spelling never stops matching. */
static void
test_query_unfinished (void)
{
  const char      *whole = "directeur.rice enseignant·e·s président(e)";
  g_autofree char *typed = NULL;

  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_free (typed);
      typed = g_strndup (whole, g_utf8_next_char (p) - whole);
      g_assert_true (eqp_fold_matches ("Directrice, enseignante et présidente", typed));
      g_assert_true (eqp_fold_matches ("directeur enseignant président", typed));
    }
  g_assert_false (eqp_fold_matches ("enseignant", "directeur.r"));
}

/* Every spelling finds every other: C-33. */
static void
test_matches_equivalence (void)
{
  static const char *const classes[][8] = {
    { "directeur", "directrice", "directeur·rice", "directeur.rice", "Directeur(trice)", "directeur/rice", "DIRECTRICE", NULL },
    { "enseignants", "enseignantes", "enseignant·es", "enseignant.e.s", "enseignant(e)s", NULL },
    { "président", "présidente", "président·e", "President.e", NULL },
    { "délégué", "déléguée", "délégué·e", "délégué-e", NULL },
    { "chercheurs", "chercheuses", "chercheur·se·s", "chercheur.euse.s", "chercheures", NULL },
    { "rapporteur", "rapporteuse", "rapporteure", "rapporteur·e", NULL },
    { "conseiller pédagogique", "conseillère pédagogique", "conseiller·ère pédagogique", NULL },
    { "directeur adjoint", "directrice adjointe", "directeur·rice adjoint·e", NULL },
    { "professionnels", "professionnelles", "professionnel·le·s", NULL },
    { "départementaux", "départementales", "départementaux·ales", NULL },
    { "le recteur", "la rectrice", "le.la recteur.rice", "la/le recteur·trice", NULL },
    { "du doyen", "de la doyenne", "du.de la doyen·ne", "du/de la doyen.ne", NULL },
    { "chef", "cheffe", "chef·fe", NULL },
    { "élus", "élues", "élu·e·s", "élu.es", NULL },
    { "un maître", "une maîtresse", "un·e maître·sse", "un/une maître(sse)", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    for (const char *const *text = classes[i]; *text != NULL; text++)
      for (const char *const *query = classes[i]; *query != NULL; query++)
        {
          if (!eqp_fold_matches (*text, *query))
            g_test_message ("“%s” does not find “%s”", *query, *text);
          g_assert_true (eqp_fold_matches (*text, *query));
        }
}

static void
test_matches_rule (void)
{
  g_assert_true (eqp_fold_matches ("Mireille Ténor", "tenor mir"));
  g_assert_false (eqp_fold_matches ("Mireille Ténor", "tenor mur"));
  g_assert_false (eqp_fold_matches ("Mireille Ténor", "ireille"));
  g_assert_true (eqp_fold_matches ("Mireille Ténor", ""));
  g_assert_true (eqp_fold_matches ("Mireille Ténor", NULL));
  g_assert_true (eqp_fold_matches ("Mireille Ténor", " ,. "));
  g_assert_false (eqp_fold_matches (NULL, "mir"));
  g_assert_true (eqp_fold_matches ("Directrice", "direc"));
  g_assert_true (eqp_fold_matches ("Directeur", "directri"));
  g_assert_false (eqp_fold_matches ("Directive", "directri"));
}

/* A first name does not find the other gender's. */
static void
test_matches_first_names (void)
{
  static const char *const pairs[][2] = {
    { "Daniel", "Danielle" },
    { "Michel", "Michelle" },
    { "Gabriel", "Gabrielle" },
    { "Pascal", "Pascale" },
    { "Julien", "Julienne" },
    { "Adrien", "Adrienne" },
    { "Lucien", "Lucienne" },
    { "René", "Renée" },
    { "André", "Andrée" },
    { "José", "Josée" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_false (eqp_fold_matches (pairs[i][0], pairs[i][1]));
}

/* The masculine is found by its feminine from these lengths on, not below. */
static void
test_ending_lengths (void)
{
  g_assert_true (eqp_fold_matches ("acteur", "actrice"));
  g_assert_true (eqp_fold_matches ("agent", "agente"));
  g_assert_false (eqp_fold_matches ("cent", "cente"));
  g_assert_true (eqp_fold_matches ("chargé", "chargée"));
  g_assert_false (eqp_fold_matches ("congé", "congée"));
  g_assert_false (eqp_fold_matches ("charge", "chargée"));
  g_assert_true (eqp_fold_matches ("avocat", "avocate"));
  g_assert_false (eqp_fold_matches ("achat", "achate"));
  g_assert_true (eqp_fold_matches ("greffe", "GREFFE"));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/base/fold/plain", test_plain);
  g_test_add_func ("/base/fold/inclusive", test_fold_inclusive);
  g_test_add_func ("/base/fold/words/directeur", test_words_directeur);
  g_test_add_func ("/base/fold/words/inclusive", test_words_inclusive);
  g_test_add_func ("/base/fold/words/not-inclusive", test_words_not_inclusive);
  g_test_add_func ("/base/fold/words/once", test_words_once);
  g_test_add_func ("/base/fold/query", test_query);
  g_test_add_func ("/base/fold/query/unfinished", test_query_unfinished);
  g_test_add_func ("/base/fold/matches/equivalence", test_matches_equivalence);
  g_test_add_func ("/base/fold/matches/rule", test_matches_rule);
  g_test_add_func ("/base/fold/matches/first-names", test_matches_first_names);
  g_test_add_func ("/base/fold/ending-lengths", test_ending_lengths);
  return g_test_run ();
}
