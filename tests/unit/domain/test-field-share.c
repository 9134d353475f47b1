/* test-field-share.c — the one-third indicator, exactly, for the whole and by course */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"
#include "tests/test-folder.h"

#define HOURS(n) ((gint64)(n)*60)

static void
assert_row (gint64      potential,
            gint64      field,
            EqpFraction threshold,
            gint64      missing)
{
  EqpFieldShareRow row = { .potential = potential, .field = field };

  eqp_field_share_compute (&row, threshold);
  g_assert_cmpint (row.missing, ==, missing);
  g_assert_cmpint (row.reached, ==, missing == 0);
}

static void
test_exact (void)
{
  EqpFraction third = eqp_fraction_make (1, 3);

  assert_row (HOURS (45000), HOURS (15000), third, 0);
  assert_row (HOURS (45000), HOURS (15000) - 1, third, 1);
  assert_row (HOURS (45000), HOURS (15000) + 1, third, 0);
  assert_row (HOURS (45000), 0, third, HOURS (15000));
  /* A third of 100 minutes is 33 ⅓: 33 are not enough. */
  assert_row (100, 33, third, 1);
  assert_row (100, 34, third, 0);
  assert_row (0, 0, third, 0);
  assert_row (0, 100, third, 0);
  assert_row (100, -5, third, 39);
  assert_row (100, 49, eqp_fraction_make (1, 2), 1);
}

static EqpFieldShare *
load (EqpStore   *store,
      const char *from,
      const char *to,
      EqpHours    hours)
{
  g_autoptr (GError) error = NULL;
  EqpFieldShare *share = eqp_field_share_load (store, eqp_date_from_iso (from), eqp_date_from_iso (to), hours, EQP_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return share;
}

static void
assert_course (const EqpFieldShare *share,
               guint                n,
               const char          *code,
               gint64               potential,
               gint64               field,
               gint64               direct,
               gint64               missing)
{
  const EqpFieldShareRow *row;

  g_assert_cmpuint (n, <, share->courses->len);
  row = g_ptr_array_index (share->courses, n);
  g_assert_cmpstr (row->code, ==, code);
  g_assert_cmpint (row->potential, ==, potential);
  g_assert_cmpint (row->field, ==, field);
  g_assert_cmpint (row->direct, ==, direct);
  g_assert_cmpint (row->missing, ==, missing);
}

static void
test_year (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpFieldShare) share = NULL;

  balance_fixture_fill (store);
  share = load (store, "2025-09-01", "2026-08-31", EQP_HOURS_DONE);
  g_assert_cmpint (share->year, ==, 2025);
  g_assert_cmpint (eqp_fraction_compare (share->threshold, eqp_fraction_make (1, 3)), ==, 0);
  g_assert_cmpstr (share->source, !=, "");
  g_assert_cmpint (share->total.potential, ==, HOURS (45));
  /* 5 h, ¾ h, 6 h in shared time and 7 h under direct contract; not the 9 h that the university gave itself. */
  g_assert_cmpint (share->total.field, ==, HOURS (18) + 45);
  g_assert_cmpint (share->total.direct, ==, HOURS (7));
  g_assert_true (share->total.reached);
  g_assert_cmpuint (share->courses->len, ==, 2);
  assert_course (share, 0, "C1", HOURS (30), HOURS (12), HOURS (7), 0);
  assert_course (share, 1, "C2", HOURS (15), HOURS (6) + 45, 0, 0);
  eqp_test_pole_free (store);
}

/* What names no unit is listed last; the year is that of the period's end, and only its part of the period counts. */
static void
test_without_course (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpFieldShare) share = NULL;
  g_autoptr (EqpFieldShare) open = NULL;
  g_autoptr (EqpFieldShare) part = NULL;

  balance_fixture_fill (store);
  share = load (store, "2025-09-01", "2026-10-31", EQP_HOURS_DONE);
  g_assert_cmpint (share->year, ==, 2026);
  g_assert_cmpint (share->total.field, ==, HOURS (12) + 15);
  g_assert_cmpint (share->total.missing, ==, HOURS (15) - HOURS (12) - 15);
  assert_course (share, 0, "C1", HOURS (30), HOURS (2) + 15, 0, HOURS (7) + 45);
  assert_course (share, 1, "C2", HOURS (15), 0, 0, HOURS (5));
  assert_course (share, 2, "", 0, HOURS (10), 0, 0);
  open = load (store, NULL, NULL, EQP_HOURS_CERTIFIED);
  g_assert_cmpint (open->year, ==, 2026);
  g_assert_cmpint (open->total.field, ==, 0);
  part = load (store, "2026-10-01", "2026-10-12", EQP_HOURS_PLANNED);
  g_assert_cmpint (part->total.field, ==, HOURS (12));
  eqp_test_pole_free (store);
}

/* Units count in the years in which they are in force on some day; a course without one is listed with what the field gave. */
static void
test_dated_units (void)
{
  EqpStore        *store = balance_fixture_new ();
  const EqpEntity *unit = eqp_pole_find_entity ("unit");
  g_autoptr (EqpFieldShare) before = NULL;
  g_autoptr (EqpFieldShare) during = NULL;
  g_autoptr (EqpFieldShare) after = NULL;

  eqp_test_add (store, eqp_pole_find_entity ("course"), "code", "C3", "name-fr", "Parcours trois", "mention", "M1", NULL);
  eqp_test_add (store, unit, "code", "U3", "course", "C3", "name", "Option", "hours", "9h", "from-date", "2026-08-31", "to-date", "2027-09-01", NULL);
  balance_fixture_add (store, "I90", "2028-10-01", "person", "P3", "training", "FI", "unit", "U3", "done", "1h");
  before = load (store, "2024-09-01", "2025-08-31", EQP_HOURS_DONE);
  g_assert_cmpint (before->total.potential, ==, HOURS (45));
  during = load (store, "2027-09-01", "2028-08-31", EQP_HOURS_DONE);
  assert_course (during, 2, "C3", HOURS (9), 0, 0, HOURS (3));
  after = load (store, "2028-09-01", "2029-08-31", EQP_HOURS_DONE);
  g_assert_cmpint (after->total.potential, ==, HOURS (45));
  assert_course (after, 2, "C3", 0, HOURS (1), 0, 0);
  eqp_test_pole_free (store);
}

static void
test_threshold (void)
{
  EqpStore *store = balance_fixture_new ();
  g_autoptr (EqpFieldShare) share = NULL;

  eqp_test_add (store, eqp_pole_find_entity ("statute"), "code", EQP_EXCHANGE_STATUTE, "name-fr", "Pôle", NULL);
  eqp_test_add (store, eqp_pole_find_entity ("parameter"), "statute", EQP_EXCHANGE_STATUTE, "name", EQP_PARAMETER_FIELD_SHARE, "value", "1/2",
                "source", "Arrêté local", "from-date", "2026-09-01", NULL);
  share = load (store, "2026-09-01", "2027-08-31", EQP_HOURS_DONE);
  g_assert_cmpint (share->total.missing, ==, HOURS (45) / 2);
  g_assert_cmpstr (share->source, ==, "Arrêté local");
  eqp_test_pole_free (store);
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/domain/field-share/exact", test_exact);
  g_test_add_func ("/domain/field-share/year", test_year);
  g_test_add_func ("/domain/field-share/without-course", test_without_course);
  g_test_add_func ("/domain/field-share/dated-units", test_dated_units);
  g_test_add_func ("/domain/field-share/threshold", test_threshold);
  return g_test_run ();
}
