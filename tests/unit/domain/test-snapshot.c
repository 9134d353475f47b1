/* test-snapshot.c — a body on a date: who sits, for whom, about what, on both sides of each boundary */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eqp-test-pole.h"
#include "tests/test-folder.h"

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)
#define FIND(table, code) eqp_test_find (store, eqp_pole_find_entity (table), code)

static GPtrArray *
load_all (EqpStore   *store,
          const char *iso)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = eqp_snapshot_load (store, 0, eqp_test_date (iso), &error);

  g_assert_no_error (error);
  return list;
}

static EqpSnapshot *
load_one (EqpStore   *store,
          const char *body,
          const char *iso)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = eqp_snapshot_load (store, FIND ("body", body), eqp_test_date (iso), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, <=, 1);
  return list->len == 0 ? NULL : eqp_snapshot_ref (list->pdata[0]);
}

/* "head/P1 teacher/P2": category and person of each seat in order. */
static char *
describe_seats (EqpSnapshot *snapshot)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      EqpSeat             *seat = snapshot->seats->pdata[i];
      EqpSnapshotCategory *category = snapshot->categories->pdata[seat->category];

      g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", category->code, seat->person_code);
    }
  return g_string_free (text, FALSE);
}

static void
assert_seats (EqpStore   *store,
              const char *iso,
              const char *expected)
{
  g_autoptr (EqpSnapshot) snapshot = load_one (store, "K1", iso);
  g_autofree char *seats = describe_seats (snapshot);

  g_test_message ("%s", iso);
  g_assert_cmpstr (seats, ==, expected);
}

/* The codes of an array whose elements have an id, then a code. */
static char *
describe_codes (GPtrArray *array)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < array->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((EqpSnapshotPlace *)array->pdata[i])->code);
  return g_string_free (text, FALSE);
}

static void
assert_codes (GPtrArray  *array,
              const char *expected)
{
  g_autofree char *codes = describe_codes (array);

  g_assert_cmpstr (codes, ==, expected);
}

static void
test_body (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("parameter", "statute", "CPER", "name", "total-min", "value", "9", "source", "Neuf membres.");
  ADD ("parameter", "statute", "CPER", "name", "total-max", "value", "off");
  ADD ("parameter", "statute", "CPER", "name", "quorum", "value", "");
  ADD ("statute_rule", "statute", "CPER", "rule", "total", "source", "Neuf à dix-sept membres.");
  ADD ("statute_rule", "statute", "CPER", "rule", "annex", "severity", "warning");
  ADD ("statute_rule", "statute", "CPER", "rule", "scope", "severity", "off");
  {
    g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", "2026-11-21");
    const EqpSnapshotCategory *employer = eqp_snapshot_find_category (k1, "employer");
    const EqpSnapshotCategory *guest = eqp_snapshot_find_category (k1, "guest");
    gint64                     number = 4711;

    g_assert_cmpstr (k1->code, ==, "K1");
    g_assert_cmpint (k1->number, ==, 7);
    g_assert_cmpstr (k1->degree, ==, "2D");
    g_assert_cmpstr (eqp_snapshot_get_name (k1, EQP_LANGUAGE_FR), ==, "Conseil de mathématiques");
    g_assert_cmpstr (eqp_snapshot_get_name (k1, EQP_LANGUAGE_EN), ==, "Mathematics council");
    g_assert_cmpstr (k1->statute_code, ==, "CPER");
    g_assert_cmpstr (k1->statute_name_en, ==, "Improvement council");
    g_assert_cmpstr (k1->site_name, ==, "");
    g_assert_cmpint (k1->as_of, ==, eqp_test_date ("2026-11-21"));
    g_assert_cmpint (k1->year, ==, 2026);
    assert_codes (k1->categories, "head teacher employer guest");
    g_assert_cmpstr (eqp_category_get_name (employer, EQP_LANGUAGE_EN), ==, "Employeurs");
    g_assert_cmpstr (eqp_category_get_name (guest, EQP_LANGUAGE_EN), ==, "Guests");
    g_assert_cmpint (employer->min, ==, 1);
    g_assert_cmpint (employer->max, ==, 2);
    g_assert_true (employer->counts && employer->votes && employer->may_chair);
    g_assert_cmpint (employer->side, ==, EQP_SIDE_RECTORAT);
    g_assert_cmpint (guest->max, ==, -1);
    g_assert_false (guest->counts || guest->votes || guest->may_chair);
    g_assert_cmpint (guest->side, ==, EQP_SIDE_NONE);
    g_assert_null (eqp_snapshot_find_category (k1, "juggler"));

    g_assert_false (eqp_snapshot_get_number (k1, "total-max", &number));
    g_assert_false (eqp_snapshot_get_number (k1, "quorum", &number));
    g_assert_false (eqp_snapshot_get_number (k1, "proxies-max", &number));
    g_assert_cmpint (number, ==, 4711);
    g_assert_true (eqp_snapshot_get_number (k1, "total-min", &number));
    g_assert_cmpint (number, ==, 9);

    g_assert_cmpuint (k1->rules->len, ==, 3);
    for (guint i = 0; i < 3; i++)
      {
        static const EqpSeverity expected[] = { EQP_SEVERITY_WARNING, EQP_SEVERITY_OFF, EQP_SEVERITY_ERROR };

        g_assert_cmpint (((EqpSnapshotRule *)k1->rules->pdata[i])->severity, ==, expected[i]);
      }
    g_assert_cmpstr (((EqpSnapshotRule *)k1->rules->pdata[2])->source, ==, "Neuf à dix-sept membres.");
  }
  eqp_test_pole_free (store);
}

static void
test_mandate_dates (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("mandate", "body", "K1", "person", "P1", "category", "head");
  ADD ("mandate", "body", "K1", "person", "P4", "category", "teacher", "from-date", "2026-09-01", "to-date", "2027-08-31");
  ADD ("mandate", "body", "K1", "person", "P5", "category", "teacher", "to-date", "2026-09-01");
  assert_seats (store, "2026-08-31", "head/P1 teacher/P5");
  assert_seats (store, "2026-09-01", "head/P1 teacher/P4 teacher/P5");
  assert_seats (store, "2026-09-02", "head/P1 teacher/P4");
  assert_seats (store, "2027-08-31", "head/P1 teacher/P4");
  assert_seats (store, "2027-09-01", "head/P1");
  eqp_test_pole_free (store);
}

/* Categories in statute order, then the chair, then names as a dictionary has them: É with E. */
static void
test_seat_order (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("person", "code", "P7", "family-name", "Éluard");
  ADD ("person", "code", "P8", "family-name", "Estève", "given-name", "Ana");
  ADD ("mandate", "body", "K1", "person", "P6", "category", "teacher");
  ADD ("mandate", "body", "K1", "person", "P7", "category", "teacher");
  ADD ("mandate", "body", "K1", "person", "P5", "category", "teacher", "function", "secretary");
  ADD ("mandate", "body", "K1", "person", "P8", "category", "teacher");
  ADD ("mandate", "body", "K1", "person", "P3", "category", "employer", "function", "chair", "represents-employer", "yes");
  ADD ("mandate", "body", "K1", "person", "P2", "category", "employer");
  ADD ("mandate", "body", "K1", "person", "P1", "category", "head");
  assert_seats (store, "2026-11-21", "head/P1 teacher/P7 teacher/P8 teacher/P5 teacher/P6 employer/P3 employer/P2");
  {
    g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", "2026-11-21");
    EqpSeat         *secretary = k1->seats->pdata[3];
    EqpSeat         *chair = k1->seats->pdata[5];
    g_autofree char *name = eqp_seat_dup_name (chair, EQP_LANGUAGE_EN);

    g_assert_cmpint (secretary->function, ==, EQP_FUNCTION_SECRETARY);
    g_assert_cmpint (chair->function, ==, EQP_FUNCTION_CHAIR);
    g_assert_true (chair->represents_employer);
    g_assert_cmpstr (name, ==, "Ms Inès Cazenave");
    g_assert_cmpstr (chair->corps, ==, "IA-IPR");
  }
  eqp_test_pole_free (store);
}

static void
test_counting (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("mandate", "body", "K1", "person", "P1", "category", "head");
  ADD ("mandate", "body", "K1", "person", "P1", "category", "teacher");
  ADD ("mandate", "body", "K1", "person", "P2", "category", "teacher");
  ADD ("mandate", "body", "K1", "person", "P2", "category", "teacher", "from-date", "2026-01-01");
  ADD ("mandate", "body", "K1", "person", "P6", "category", "guest");
  {
    g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", "2026-11-21");

    g_assert_cmpuint (eqp_snapshot_count (k1, EQP_ALL_CATEGORIES), ==, 2);
    g_assert_cmpuint (eqp_snapshot_count (k1, 0), ==, 1);
    g_assert_cmpuint (eqp_snapshot_count (k1, 1), ==, 2);
    g_assert_cmpuint (eqp_snapshot_count (k1, 2), ==, 0);
    g_assert_cmpuint (eqp_snapshot_count (k1, 3), ==, 1);
  }
  eqp_test_pole_free (store);
}

static void
assert_home (EqpStore   *store,
             const char *iso,
             guint       index,
             const char *institution,
             EqpSide     side)
{
  g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", iso);
  EqpSeat *seat = k1->seats->pdata[index];

  g_test_message ("%s %s", iso, seat->person_code);
  g_assert_cmpstr (seat->institution_code, ==, institution);
  g_assert_cmpint (seat->institution != 0, ==, *institution != '\0');
  g_assert_cmpint (seat->side, ==, side);
}

/* P2 changes side on 2026-09-01. */
static void
test_institution (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("mandate", "body", "K1", "person", "P2", "category", "teacher");
  ADD ("mandate", "body", "K1", "person", "P3", "category", "teacher", "institution", "INSPE");
  ADD ("mandate", "body", "K1", "person", "P4", "category", "teacher", "institution", "ACAD");
  ADD ("mandate", "body", "K1", "person", "P5", "category", "teacher");
  assert_home (store, "2026-08-31", 0, "UNIV", EQP_SIDE_UNIVERSITY);
  assert_home (store, "2026-09-01", 0, "ACAD", EQP_SIDE_RECTORAT);
  /* Sits for the Inspé, but belongs to the authority. */
  assert_home (store, "2026-09-01", 1, "INSPE", EQP_SIDE_RECTORAT);
  /* Belongs nowhere: on the side of the institution represented. */
  assert_home (store, "2026-09-01", 2, "ACAD", EQP_SIDE_RECTORAT);
  assert_home (store, "2026-09-01", 3, "", EQP_SIDE_NONE);
  {
    g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", "2026-08-31");
    EqpSeat *seat = k1->seats->pdata[0];

    g_assert_cmpstr (seat->institution_name, ==, "Université de Valmont");
    g_assert_cmpstr (seat->institution_short, ==, "UV");
    g_assert_cmpstr (seat->institution_kind, ==, "university");
    seat = k1->seats->pdata[1];
    g_assert_cmpstr (seat->institution_short, ==, "Inspé de Valmont");
    g_assert_cmpstr (eqp_side_get_letter (seat->side), ==, "R");
  }
  eqp_test_pole_free (store);
}

static void
test_parameter_dates (void)
{
  static const struct
  {
    const char *iso;
    gint64      value;
  } cases[] = { { "2025-12-31", 9 }, { "2026-01-01", 11 }, { "2026-06-30", 11 }, { "2026-07-01", 9 } };
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("parameter", "statute", "CPER", "name", "total-min", "value", "9");
  ADD ("parameter", "statute", "CPER", "name", "total-min", "value", "11", "from-date", "2026-01-01", "to-date", "2026-06-30");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", cases[i].iso);
      gint64 value = 0;

      g_assert_cmpuint (k1->parameters->len, ==, 1);
      g_assert_true (eqp_snapshot_get_number (k1, "total-min", &value));
      g_assert_cmpint (value, ==, cases[i].value);
    }
  eqp_test_pole_free (store);
}

/* A council attached to a mention has its courses, but those that another council attaches; a sub-council takes nothing away. */
static void
test_scope (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("mention", "code", "M2", "name-fr", "Lettres");
  ADD ("course", "code", "C3", "name-fr", "Fermé", "mention", "M1", "to-date", "2026-08-31");
  ADD ("course", "code", "C4", "name-fr", "Lettres un", "mention", "M2", "head", "P4");
  ADD ("body", "code", "K2", "name-fr", "Lettres", "statute", "CPER");
  ADD ("body", "code", "K1N", "name-fr", "Nord", "statute", "CPER", "parent", "K1", "site", "NORTH");
  ADD ("body_course", "body", "K2", "course", "C4");
  ADD ("body_course", "body", "K1N", "course", "C1");
  {
    g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", "2026-11-21");
    g_autoptr (EqpSnapshot) k1_before = load_one (store, "K1", "2026-08-31");
    g_autoptr (EqpSnapshot) k1n = load_one (store, "K1N", "2026-11-21");
    g_autoptr (EqpSnapshot) k2 = load_one (store, "K2", "2026-11-21");
    EqpSnapshotMention *mention = k1->mentions->pdata[0];
    EqpSnapshotCourse  *course = k1->courses->pdata[0];

    assert_codes (k1->mentions, "M1");
    assert_codes (k1->courses, "C1 C2");
    assert_codes (k1_before->courses, "C1 C2 C3");
    g_assert_cmpint (mention->head, ==, FIND ("person", "P1"));
    g_assert_cmpint (mention->deputy, ==, 0);
    g_assert_cmpint (course->head, ==, FIND ("person", "P2"));
    g_assert_cmpint (course->mention, ==, mention->id);
    g_assert_cmpstr (course->name_en, ==, "Parcours un");
    assert_codes (k1n->courses, "C1");
    assert_codes (k1n->mentions, "M1");
    assert_codes (k2->courses, "C4");
    assert_codes (k2->mentions, "M2");
    g_assert_cmpstr (k1n->site_name, ==, "Valmont Nord");
    g_assert_cmpint (k1n->parent, ==, k1->id);
  }
  ADD ("body_course", "body", "K2", "course", "C2");
  {
    g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", "2026-11-21");
    g_autoptr (EqpSnapshot) k2 = load_one (store, "K2", "2026-11-21");

    assert_codes (k1->courses, "C1");
    assert_codes (k2->courses, "C2 C4");
    assert_codes (k2->mentions, "M1 M2");
  }
  eqp_test_pole_free (store);
}

static void
test_engaged (void)
{
  EqpStore *store = eqp_test_pole_new ();
  gint64    teacher, student, outsider;

  eqp_test_fill (store);
  ADD ("course_site", "course", "C1", "site", "SOUTH");
  ADD ("course_site", "course", "C1", "site", "NORTH");
  ADD ("course_site", "course", "C2", "site", "NORTH");
  ADD ("course_component", "course", "C1", "institution", "INSPE");
  ADD ("mandate", "body", "K1", "person", "P4", "category", "teacher");
  ADD ("mandate", "body", "K1", "person", "P5", "category", "teacher");
  ADD ("teaching", "person", "P4", "course", "C1", "year", "2026");
  ADD ("teaching", "person", "P4", "course", "C2", "year", "2025");
  ADD ("enrolment", "person", "P5", "course", "C2", "year", "2026");
  ADD ("enrolment", "person", "P6", "course", "C2", "year", "2026");
  teacher = FIND ("person", "P4");
  student = FIND ("person", "P5");
  outsider = FIND ("person", "P6");
  {
    g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", "2026-11-21");
    g_autoptr (EqpSnapshot) before = load_one (store, "K1", "2026-08-31");
    EqpSnapshotCourse *c1 = k1->courses->pdata[0];
    EqpSnapshotCourse *c2 = k1->courses->pdata[1];
    EqpSnapshotCourse *c2_before = before->courses->pdata[1];

    g_assert_cmpuint (c1->sites->len, ==, 2);
    g_assert_cmpint (g_array_index (c1->sites, gint64, 0), ==, FIND ("site", "NORTH"));
    g_assert_cmpuint (c2->sites->len, ==, 1);
    g_assert_cmpuint (c1->components->len, ==, 1);
    g_assert_cmpint (g_array_index (c1->components, gint64, 0), ==, FIND ("institution", "INSPE"));
    assert_codes (k1->places, "NORTH SOUTH INSPE");
    g_assert_true (g_hash_table_contains (c1->teachers, &teacher));
    g_assert_false (g_hash_table_contains (c2->teachers, &teacher));
    g_assert_true (g_hash_table_contains (c2->students, &student));
    g_assert_false (g_hash_table_contains (c2->students, &outsider));
    g_assert_true (g_hash_table_contains (c2_before->teachers, &teacher));
    g_assert_false (g_hash_table_contains (c2_before->students, &student));
  }
  eqp_test_pole_free (store);
}

static void
test_decisions (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("decision", "body", "K1", "kind", "annex", "date", "2026-10-01");
  ADD ("decision", "body", "K1", "kind", "decision", "date", "2026-09-12", "reference", "D-12", "signatory", "La directrice");
  ADD ("decision", "body", "K1", "kind", "proposal", "date", "2026-09-12");
  ADD ("decision", "body", "K1", "kind", "designation", "date", "2026-11-22", "side", "rectorat");
  {
    g_autoptr (EqpSnapshot) before = load_one (store, "K1", "2026-11-21");
    g_autoptr (EqpSnapshot) after = load_one (store, "K1", "2026-11-22");
    EqpSnapshotDecision **decisions = (EqpSnapshotDecision **)after->decisions->pdata;

    g_assert_cmpuint (before->decisions->len, ==, 3);
    g_assert_cmpuint (after->decisions->len, ==, 4);
    g_assert_cmpint (decisions[0]->kind, ==, EQP_DECISION_PROPOSAL);
    g_assert_cmpint (decisions[1]->kind, ==, EQP_DECISION_DECISION);
    g_assert_cmpint (decisions[2]->kind, ==, EQP_DECISION_ANNEX);
    g_assert_cmpint (decisions[3]->kind, ==, EQP_DECISION_DESIGNATION);
    g_assert_cmpstr (decisions[1]->reference, ==, "D-12");
    g_assert_cmpstr (decisions[1]->signatory, ==, "La directrice");
    g_assert_cmpint (decisions[1]->date, ==, eqp_test_date ("2026-09-12"));
    g_assert_cmpint (decisions[3]->side, ==, EQP_SIDE_RECTORAT);
  }
  eqp_test_pole_free (store);
}

/* By number, those without one last, by code; each followed by its sub-councils. Before and after its days a body is not there. */
static void
test_order_and_existence (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("body", "code", "K9", "number", "2", "name-fr", "Deux", "statute", "CPER", "from-date", "2026-09-01", "to-date", "2027-08-31");
  ADD ("body", "code", "KB", "name-fr", "B", "statute", "CPER");
  ADD ("body", "code", "KA", "name-fr", "A", "statute", "CPER");
  ADD ("body", "code", "K9S", "name-fr", "Sud", "statute", "CPER", "parent", "K9", "site", "SOUTH");
  ADD ("body", "code", "K9N", "name-fr", "Nord", "statute", "CPER", "parent", "K9", "site", "NORTH", "to-date", "2026-12-31");
  {
    static const struct
    {
      const char *iso;
      const char *codes;
    } cases[] = {
      { "2026-08-31", "K1 K9N K9S KA KB" },
      { "2026-09-01", "K9 K9N K9S K1 KA KB" },
      { "2026-12-31", "K9 K9N K9S K1 KA KB" },
      { "2027-01-01", "K9 K9S K1 KA KB" },
      { "2027-08-31", "K9 K9S K1 KA KB" },
      { "2027-09-01", "K1 K9S KA KB" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr (GPtrArray) list = load_all (store, cases[i].iso);

        g_test_message ("%s", cases[i].iso);
        assert_codes (list, cases[i].codes);
      }
  }
  {
    g_autoptr (EqpSnapshot) gone = load_one (store, "K9", "2027-09-01");
    g_autoptr (EqpSnapshot) both = load_one (store, "K9", "2026-12-31");
    g_autoptr (EqpSnapshot) one = load_one (store, "K9", "2027-01-01");

    g_assert_null (gone);
    assert_codes (both->sub_bodies, "K9N K9S");
    assert_codes (both->places, "NORTH SOUTH");
    assert_codes (one->sub_bodies, "K9S");
    g_assert_cmpint (((EqpSnapshotSubBody *)one->sub_bodies->pdata[0])->site, ==, FIND ("site", "SOUTH"));
  }
  eqp_test_pole_free (store);
}

static void
assert_last_change (EqpStore   *store,
                    const char *iso,
                    const char *expected)
{
  g_autoptr (EqpSnapshot) k1 = load_one (store, "K1", iso);
  char buffer[EQP_DATE_ISO_SIZE];

  g_test_message ("%s", iso);
  g_assert_cmpstr (eqp_date_to_iso (k1->last_change, buffer), ==, expected);
}

static void
test_last_change (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  assert_last_change (store, "2026-11-21", "");
  ADD ("mandate", "body", "K1", "person", "P1", "category", "head");
  assert_last_change (store, "2026-11-21", "");
  ADD ("mandate", "body", "K1", "person", "P2", "category", "teacher", "from-date", "2026-09-01", "to-date", "2026-10-31");
  ADD ("mandate", "body", "K1", "person", "P6", "category", "guest", "from-date", "2026-10-15", "to-date", "2026-11-15");
  assert_last_change (store, "2026-08-31", "");
  assert_last_change (store, "2026-09-01", "2026-09-01");
  assert_last_change (store, "2026-10-31", "2026-09-01");
  assert_last_change (store, "2026-11-01", "2026-11-01");
  assert_last_change (store, "2026-11-21", "2026-11-01");
  eqp_test_pole_free (store);
}

/* C-33: how French names write both genders is one setting of the file. */
static void
test_inclusive_style (void)
{
  static const char *const cases[][2] = {
    { "median", "Doyen·ne" },
    { "both", "Doyen ou Doyenne" },
    { "masculine", "Doyen" },
  };
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  ADD ("category", "statute", "CPER", "code", "dean", "name-fr", "Doyen·ne", "name-en", "Dean");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EqpSnapshot) snapshot = NULL;
      g_autoptr (GError) error = NULL;

      eqp_pole_set_setting (store, EQP_SETTING_INCLUSIVE, cases[i][0], &error);
      g_assert_no_error (error);
      snapshot = load_one (store, "K1", "2026-10-01");
      g_assert_cmpstr (eqp_snapshot_find_category (snapshot, "dean")->name_fr, ==, cases[i][1]);
      g_assert_cmpstr (eqp_snapshot_find_category (snapshot, "dean")->name_en, ==, "Dean");
    }
  eqp_test_pole_free (store);
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/snapshot/body", test_body);
  g_test_add_func ("/domain/snapshot/mandate-dates", test_mandate_dates);
  g_test_add_func ("/domain/snapshot/seat-order", test_seat_order);
  g_test_add_func ("/domain/snapshot/counting", test_counting);
  g_test_add_func ("/domain/snapshot/institution", test_institution);
  g_test_add_func ("/domain/snapshot/parameter-dates", test_parameter_dates);
  g_test_add_func ("/domain/snapshot/scope", test_scope);
  g_test_add_func ("/domain/snapshot/engaged", test_engaged);
  g_test_add_func ("/domain/snapshot/decisions", test_decisions);
  g_test_add_func ("/domain/snapshot/inclusive-style", test_inclusive_style);
  g_test_add_func ("/domain/snapshot/order-and-existence", test_order_and_existence);
  g_test_add_func ("/domain/snapshot/last-change", test_last_change);
  return g_test_run ();
}
