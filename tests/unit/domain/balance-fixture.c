/* balance-fixture.c — a small ledger, and its figures added up the slow way to compare with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "balance-fixture.h"

#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)

static void
set_disciplines (EqpStore   *store,
                 const char *code,
                 const char *disciplines)
{
  const EqpEntity *entity = eqp_pole_find_entity ("person");
  g_autoptr (EqpMessage) label = eqp_message_new ("Prepared the test");
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) person = eqp_store_get (store, entity, eqp_test_find (store, entity, code), &error);
  g_autoptr (EqpRecord) draft = NULL;

  g_assert_no_error (error);
  draft = eqp_record_dup_draft (person);
  eqp_record_set_text (draft, eqp_entity_find_field (entity, "disciplines"), disciplines);
  eqp_store_save_one (store, label, draft, &error);
  g_assert_no_error (error);
}

EqpStore *
balance_fixture_new (void)
{
  EqpStore *store = eqp_test_pole_new ();

  eqp_test_fill (store);
  set_disciplines (store, "P1", "mathématiques; physique");
  set_disciplines (store, "P2", "lettres");
  set_disciplines (store, "P3", " ; mathématiques,chimie");
  ADD ("unit", "code", "U1", "course", "C1", "name", "Didactique", "hours", "30h");
  ADD ("unit", "code", "U2", "course", "C2", "name", "L’école d’aujourd’hui", "hours", "15h");
  ADD ("scheme", "code", "S1", "name", "Formation d’initiative locale", "family", "FIL");
  ADD ("scheme", "code", "S'2", "name", "Aide à la décision");
  return store;
}

void
balance_fixture_fill (EqpStore *store)
{
  balance_fixture_add (store, "I01", "2025-09-15", "person", "P1", "training", "FC", "host", "ACAD", "scheme", "S1", "requested", "4h", "planned", "3h", "done", "3h", "certified", "3h");
  balance_fixture_add (store, "I02", "2025-10-01", "person", "P2", "training", "FC", "host", "ACAD", "scheme", "S'2", "requested", "2h", "planned", "2h", "done", "1h30");
  balance_fixture_add (store, "I03", "2025-10-31", "person", "P3", "training", "FI", "host", "INSPE", "unit", "U1", "requested", "5h", "planned", "5h", "done", "5h", "certified", "5h");
  balance_fixture_add (store, "I04", "2025-12-31", "person", "P3", "training", "FI", "host", "UNIV", "unit", "U2", "planned", "1h", "done", "0h45");
  balance_fixture_add (store, "I05", "2026-01-01", "person", "P3", "training", "FI", "host", "UNIV", "unit", "U2", "done", "6h", "shared-time", "yes");
  balance_fixture_add (store, "I06", "2026-01-20", "person", "P3", "training", "FI", "host", "UNIV", "unit", "U1", "done", "7h", "direct-contract", "yes");
  balance_fixture_add (store, "I07", "2026-01-21", "person", "P1", "training", "FC", "done", "8h", "direct-contract", "yes", "shared-time", "yes");
  balance_fixture_add (store, "I08", "2026-03-31", "person", "P1", "training", "FI", "host", "UNIV", "unit", "U1", "done", "9h");
  balance_fixture_add (store, "I09", "2026-04-01", "person", "P4", "training", "FC", "host", "ACAD", "done", "10h");
  balance_fixture_add (store, "I10", "2026-08-31", "person", "P2", "training", "FC", "host", "ACAD", "done", "2h");
  balance_fixture_add (store, "I11", "2026-09-01", "person", "P2", "training", "FI", "host", "INSPE", "unit", "U1", "done", "2h15", "certified", "2h");
  balance_fixture_add (store, "I12", "2026-09-30", "person", "P2", "training", "FC", "host", "ACAD", "scheme", "S1", "done", "3h");
  balance_fixture_add (store, "I13", "2026-10-12", "person", "P3", "training", "FI", "host", "INSPE", "planned", "12h", "done", "12h");
  balance_fixture_add (store, "I14", "2026-11-30", "person", "P1", "training", "FC", "host", "ACAD", "scheme", "S1", "requested", "20h", "planned", "18h");
  balance_fixture_add (store, "I15", "2026-10-13", "person", "P3", "training", "FI", "host", "INSPE", "corrects", "I03", "done", "-2h", "certified", "-2h");
}

/* ---- the slow way ---- */

typedef struct
{
  char    *date;
  gboolean is_fc;
  char    *side;
  gboolean is_shared;
  gboolean is_direct;
  gint64   minutes[EQP_N_HOURS];
  char    *keys[EQP_N_BREAKDOWNS];
} Line;

struct _BalanceLines
{
  GPtrArray *lines; /* Line */
};

static const char lines_sql[] =
  "SELECT i.date, i.training, i.home_side, i.shared_time, i.direct_contract, i.requested, i.planned, i.done, i.certified, p.code, p.disciplines, "
  "       s.code, c.code, CASE i.training WHEN 'FC' THEN h.code ELSE t.code END "
  "FROM intervention i JOIN person p ON p.id = i.person_id LEFT JOIN scheme s ON s.id = i.scheme_id LEFT JOIN unit u ON u.id = i.unit_id "
  "LEFT JOIN course c ON c.id = u.course_id LEFT JOIN institution h ON h.id = i.home_id LEFT JOIN institution t ON t.id = i.host_id";

static void
free_line (gpointer data)
{
  Line *line = data;

  g_free (line->date);
  g_free (line->side);
  for (guint i = 0; i < EQP_N_BREAKDOWNS; i++)
    g_free (line->keys[i]);
  g_free (line);
}

static char *
dup_discipline (const char *disciplines)
{
  g_auto (GStrv) parts = g_strsplit_set (disciplines, ";,", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      return g_strdup (parts[i]);
  return g_strdup ("");
}

/* Years and terms as the file has them when nobody changed it. */
static void
set_periods (Line *line)
{
  int year = (int)g_ascii_strtoll (line->date, NULL, 10);
  int month = (int)g_ascii_strtoll (line->date + 5, NULL, 10);
  int start = month >= 9 ? year : year - 1;

  line->keys[EQP_BY_MONTH] = g_strndup (line->date, 7);
  line->keys[EQP_BY_YEAR] = g_strdup_printf ("%d", start);
  line->keys[EQP_BY_TERM] = g_strdup_printf ("%d-T%d", start, month >= 9 ? 1 : month >= 4 ? 3
                                                                                          : 2);
}

BalanceLines *
balance_lines_read (EqpStore *store)
{
  BalanceLines *self = g_new0 (BalanceLines, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, &error, lines_sql, NULL);

  g_assert_no_error (error);
  self->lines = g_ptr_array_new_with_free_func (free_line);
  while (eqp_query_next (query, &error))
    {
      Line *line = g_new0 (Line, 1);

      line->date = g_strdup (eqp_query_get_text (query, 0));
      line->is_fc = g_str_equal (eqp_query_get_text (query, 1), "FC");
      line->side = g_strdup (eqp_query_get_text (query, 2));
      line->is_shared = eqp_query_get_integer (query, 3) != 0;
      line->is_direct = eqp_query_get_integer (query, 4) != 0;
      for (guint i = 0; i < EQP_N_HOURS; i++)
        line->minutes[i] = eqp_query_get_integer (query, 5 + i);
      set_periods (line);
      line->keys[EQP_BY_PERSON] = g_strdup (eqp_query_get_text (query, 9));
      line->keys[EQP_BY_DISCIPLINE] = dup_discipline (eqp_query_get_text (query, 10));
      line->keys[EQP_BY_SCHEME] = g_strdup (eqp_query_get_text (query, 11));
      line->keys[EQP_BY_COURSE] = g_strdup (eqp_query_get_text (query, 12));
      line->keys[EQP_BY_INSTITUTION] = g_strdup (eqp_query_get_text (query, 13));
      g_ptr_array_add (self->lines, line);
    }
  g_assert_no_error (error);
  return self;
}

void
balance_lines_free (BalanceLines *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
add (EqpSum     *sum,
     const Line *line)
{
  for (guint i = 0; i < EQP_N_HOURS; i++)
    sum->minutes[i] += line->minutes[i];
  sum->lines++;
}

/* Each sum by its own definition. */
static void
add_line (EqpBalanceRow *row,
          const Line    *line)
{
  gboolean of_university = g_str_equal (line->side, "university");
  gboolean of_rectorat = g_str_equal (line->side, "rectorat");
  gboolean is_outside = line->is_shared || line->is_direct;

  if (line->is_fc && of_university && !is_outside)
    add (&row->fc, line);
  if (!line->is_fc && of_rectorat && !is_outside)
    add (&row->fi, line);
  if (line->is_shared && !line->is_direct)
    add (&row->shared, line);
  if (line->is_direct)
    add (&row->direct, line);
  if (!line->is_fc && of_rectorat)
    add (&row->field, line);
  if (!line->is_fc && of_rectorat && line->is_direct)
    add (&row->field_direct, line);
  if (line->is_fc)
    add (&row->fc_all, line);
  if (!is_outside && !(line->is_fc && of_university) && !(!line->is_fc && of_rectorat))
    add (&row->internal, line);
}

static void
add_row (EqpBalanceRow       *total,
         const EqpBalanceRow *row)
{
  EqpSum       *sums[] = { &total->fc, &total->fi, &total->shared, &total->direct, &total->field, &total->field_direct, &total->fc_all, &total->internal };
  const EqpSum *more[] = { &row->fc, &row->fi, &row->shared, &row->direct, &row->field, &row->field_direct, &row->fc_all, &row->internal };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      for (guint h = 0; h < EQP_N_HOURS; h++)
        sums[i]->minutes[h] += more[i]->minutes[h];
      sums[i]->lines += more[i]->lines;
    }
}

static void
assert_equal (const EqpBalanceRow *actual,
              const EqpBalanceRow *expected)
{
  g_assert_cmpmem (&actual->fc, sizeof actual->fc, &expected->fc, sizeof expected->fc);
  g_assert_cmpmem (&actual->fi, sizeof actual->fi, &expected->fi, sizeof expected->fi);
  g_assert_cmpmem (&actual->shared, sizeof actual->shared, &expected->shared, sizeof expected->shared);
  g_assert_cmpmem (&actual->direct, sizeof actual->direct, &expected->direct, sizeof expected->direct);
  g_assert_cmpmem (&actual->field, sizeof actual->field, &expected->field, sizeof expected->field);
  g_assert_cmpmem (&actual->field_direct, sizeof actual->field_direct, &expected->field_direct, sizeof expected->field_direct);
  g_assert_cmpmem (&actual->fc_all, sizeof actual->fc_all, &expected->fc_all, sizeof expected->fc_all);
  g_assert_cmpmem (&actual->internal, sizeof actual->internal, &expected->internal, sizeof expected->internal);
}

/* Each side's balance as it counts it: what its people gave, less what it received. */
static void
check_both_sides (const BalanceLines *self,
                  const char         *from,
                  const char         *to,
                  const EqpBalance   *balance)
{
  for (guint hours = 0; hours < EQP_N_HOURS; hours++)
    {
      gint64 university = 0;
      gint64 rectorat = 0;

      for (guint i = 0; i < self->lines->len; i++)
        {
          const Line *line = g_ptr_array_index (self->lines, i);

          if (strcmp (line->date, from) < 0 || strcmp (line->date, to) > 0 || line->is_shared || line->is_direct)
            continue;
          if (line->is_fc && g_str_equal (line->side, "university"))
            {
              university += line->minutes[hours];
              rectorat -= line->minutes[hours];
            }
          if (!line->is_fc && g_str_equal (line->side, "rectorat"))
            {
              rectorat += line->minutes[hours];
              university -= line->minutes[hours];
            }
        }
      g_assert_cmpint (university + rectorat, ==, 0);
      g_assert_cmpint (eqp_balance_row_get_minutes (&balance->total, hours), ==, university);
      g_assert_cmpint (balance->total.fi.minutes[hours] - balance->total.fc.minutes[hours], ==, rectorat);
    }
}

void
balance_lines_check (const BalanceLines *self,
                     const EqpBalance   *balance)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  EqpBalanceRow total = { 0 };
  EqpBalanceRow sum = { 0 };
  char          from[EQP_DATE_ISO_SIZE], to[EQP_DATE_ISO_SIZE];
  guint         n_found = 0;

  eqp_date_to_iso (balance->from, from);
  eqp_date_to_iso (balance->to, to);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line    *line = g_ptr_array_index (self->lines, i);
      EqpBalanceRow *row = g_hash_table_lookup (rows, line->keys[balance->by]);

      if (strcmp (line->date, from) < 0 || strcmp (line->date, to) > 0)
        continue;
      if (row == NULL)
        g_hash_table_insert (rows, line->keys[balance->by], row = g_new0 (EqpBalanceRow, 1));
      add_line (row, line);
      add_line (&total, line);
    }
  for (guint i = 0; i < balance->rows->len; i++)
    {
      const EqpBalanceRow *actual = g_ptr_array_index (balance->rows, i);
      const EqpBalanceRow *expected = g_hash_table_lookup (rows, actual->key);

      assert_equal (actual, expected != NULL ? expected : &(EqpBalanceRow){ 0 });
      add_row (&sum, actual);
      n_found += expected != NULL;
    }
  g_assert_cmpuint (n_found, ==, g_hash_table_size (rows));
  assert_equal (&balance->total, &total);
  assert_equal (&balance->total, &sum);
  check_both_sides (self, from, to, balance);
}
