/* walk-edits.c — random edits of every kind of record, each valid or refused with a sentence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "walk-edits.h"

#include "base/eqp-error.h"
#include "domain/bodies/eqp-body-edits.h"
#include "domain/exchanges/eqp-exchange-edits.h"

/* The tables that most of the edits are about. */
static const char *const favourites[] = { "body", "mandate", "person", "intervention", "request" };

/* A random row of @entity; 0 when it has none. */
gint64
walk_pick_row (Walk            *walk,
               const EqpEntity *entity)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce ((SELECT min (id) FROM \"%s\" WHERE id >= ?), (SELECT min (id) FROM \"%s\"))",
                                          entity->table, entity->table);
  gint64           start = ((gint64)g_rand_int (walk->rand) << 31) | g_rand_int_range (walk->rand, 0, G_MAXINT32);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (walk->store, &error, g_intern_string (sql), "i", start);
  gint64 id = eqp_query_next (query, &error) ? eqp_query_get_integer (query, 0) : 0;

  g_assert_no_error (error);
  return id;
}

static EqpRecord *
pick_record (Walk            *walk,
             const EqpEntity *entity)
{
  gint64 id = walk_pick_row (walk, entity);
  g_autoptr (GError) error = NULL;
  EqpRecord *record = id != 0 ? eqp_store_get (walk->store, entity, id, &error) : NULL;

  g_assert_no_error (error);
  return record;
}

static const EqpEntity *
pick_entity (Walk *walk)
{
  const EqpSchema *schema = eqp_pole_get_schema ();

  if (g_rand_int_range (walk->rand, 0, 4) > 0)
    return eqp_pole_find_entity (favourites[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (favourites))]);
  return schema->entities[g_rand_int_range (walk->rand, 0, (gint32)schema->n_entities)];
}

static EqpDate
pick_date (Walk *walk)
{
  return eqp_date_from_ymd (2024, 9, 1) + g_rand_int_range (walk->rand, 0, 1100);
}

/* Text of all sorts: accents, quotes, line ends, what SQL and JSON must escape. */
static void
set_random_text (Walk      *walk,
                 EqpRecord *draft,
                 guint      field)
{
  static const char *const samples[] = { "%u", "Éloïse d’Ormières %u", "“%u” \\ \"'", "line\nline\t%u", "%u 🎓 œuvre", "';--%u" };
  const EqpField          *info = &eqp_record_get_entity (draft)->fields[field];
  gboolean                 plain = (info->flags & EQP_FIELD_KEY) != 0 || g_rand_boolean (walk->rand);
  g_autofree char         *sample = g_strdup (plain ? "T%u" : samples[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (samples))]);
  g_autofree char         *number = g_strdup_printf ("%u", ++walk->counter);
  char                   **parts = g_strsplit (sample, "%u", 2);
  g_autofree char         *value = g_strjoinv (number, parts);

  g_strfreev (parts);
  eqp_record_set_text (draft, field, value);
}

static void
set_random (Walk      *walk,
            EqpRecord *draft,
            guint      field)
{
  const EqpField *info = &eqp_record_get_entity (draft)->fields[field];
  guint           n_choices = 0;

  if ((info->flags & EQP_FIELD_REQUIRED) == 0 && g_rand_int_range (walk->rand, 0, 4) == 0)
    {
      eqp_record_clear (draft, field);
      return;
    }
  switch (info->type)
    {
    case EQP_FIELD_TEXT:
      set_random_text (walk, draft, field);
      break;
    case EQP_FIELD_INTEGER:
      eqp_record_set_integer (draft, field, g_str_equal (info->name, "year") ? g_rand_int_range (walk->rand, 2020, 2090) : g_rand_int_range (walk->rand, 0, 1440));
      break;
    case EQP_FIELD_BOOLEAN:
      eqp_record_set_boolean (draft, field, g_rand_boolean (walk->rand));
      break;
    case EQP_FIELD_DATE:
      eqp_record_set_date (draft, field, pick_date (walk));
      break;
    case EQP_FIELD_CHOICE:
      while (info->choices[n_choices].value != NULL)
        n_choices++;
      eqp_record_set_text (draft, field, info->choices[g_rand_int_range (walk->rand, 0, (gint32)n_choices)].value);
      break;
    case EQP_FIELD_REFERENCE:
      eqp_record_set_reference (draft, field, walk_pick_row (walk, info->target));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What is refused is so with a sentence under one of these codes; anything else is a fault of the program. */
static void
count (Walk    *walk,
       gboolean done,
       GError  *error)
{
  if (done)
    {
      g_assert_no_error (error);
      walk->n_done++;
      return;
    }
  if (error->domain != EQP_INPUT_ERROR && !g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CONSTRAINT) &&
      !g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_FOUND))
    g_error ("%s %d: %s", g_quark_to_string (error->domain), error->code, error->message);
  g_assert_cmpstr (error->message, !=, "");
  walk->n_refused++;
}

static EqpRecord *
dup_random_draft (Walk            *walk,
                  const EqpEntity *entity,
                  gboolean new)
{
  g_autoptr (EqpRecord) record = new ? NULL : pick_record (walk, entity);
  EqpRecord *draft = record != NULL ? eqp_record_dup_draft (record) : eqp_record_new (entity);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      gboolean needed = record == NULL && (entity->fields[i].flags & EQP_FIELD_REQUIRED) != 0;

      if (needed || g_rand_int_range (walk->rand, 0, record == NULL ? 3 : (gint32)entity->n_fields) == 0)
        set_random (walk, draft, i);
    }
  return draft;
}

static void
edit_one (Walk *walk,
          gboolean new)
{
  g_autoptr (EqpRecord) draft = dup_random_draft (walk, pick_entity (walk), new);
  g_autoptr (EqpMessage) label = eqp_message_new ("Changed {name}");
  g_autoptr (GError) error = NULL;
  gboolean done;

  eqp_message_text (label, "name", eqp_record_get_entity (draft)->table);
  done = eqp_store_save_one (walk->store, label, draft, &error);
  count (walk, done, error);
}

static void
delete_one (Walk *walk)
{
  g_autoptr (EqpRecord) record = pick_record (walk, pick_entity (walk));
  g_autoptr (EqpMessage) label = eqp_message_new ("Removed");
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (record == NULL)
    return;
  done = eqp_store_delete_one (walk->store, label, record, &error);
  count (walk, done, error);
}

/* Several rows, some of them more than once, in one entry: refused ones are left out. */
static gboolean
several_cb (EqpStore *store,
            gpointer  user_data,
            GError  **error)
{
  Walk  *walk = user_data;
  gint32 n = g_rand_int_range (walk->rand, 2, 9);

  for (gint32 i = 0; i < n; i++)
    {
      const EqpEntity *entity = pick_entity (walk);
      g_autoptr (EqpRecord) draft = dup_random_draft (walk, entity, g_rand_boolean (walk->rand));

      if (!eqp_record_validate (draft, NULL, NULL))
        continue;
      if (!eqp_store_save (store, draft, error))
        return FALSE;
      set_random (walk, draft, (guint)g_rand_int_range (walk->rand, 0, (gint32)entity->n_fields));
      if (eqp_record_validate (draft, NULL, NULL) && !eqp_store_save (store, draft, error))
        return FALSE;
    }
  return TRUE;
}

static void
edit_several (Walk *walk)
{
  g_autoptr (EqpMessage) label = eqp_message_new ("Changed several");
  g_autoptr (GError) error = NULL;
  gboolean done = eqp_store_edit (walk->store, label, several_cb, walk, NULL, &error);

  count (walk, done, error);
}

static void
edit_body (Walk *walk)
{
  gint64         mandate = walk_pick_row (walk, eqp_pole_find_entity ("mandate"));
  gint64         person = walk_pick_row (walk, eqp_pole_find_entity ("person"));
  EqpAppointment appointment = { .body = walk_pick_row (walk, eqp_pole_find_entity ("body")),
                                 .person = person,
                                 .category = walk_pick_row (walk, eqp_pole_find_entity ("category")),
                                 .from = pick_date (walk) };
  g_autoptr (GError) error = NULL;
  gboolean done;

  switch (g_rand_int_range (walk->rand, 0, 8))
    {
    case 0:
    case 1:
    case 2:
      done = eqp_body_appoint (walk->store, &appointment, NULL, NULL, &error);
      break;
    case 3:
      done = eqp_body_replace (walk->store, mandate, person, pick_date (walk), NULL, &error);
      break;
    case 4:
      done = eqp_body_vacate (walk->store, mandate, pick_date (walk), NULL, &error);
      break;
    case 5:
      done = eqp_body_set_chair (walk->store, mandate, NULL, &error);
      break;
    case 6:
      done = eqp_bodies_record_annex (walk->store, pick_date (walk), "Annexe", NULL, &error);
      break;
    default:
      done = eqp_body_delete (walk->store, appointment.body, NULL, &error);
    }
  count (walk, done, error);
}

static void
edit_ledger (Walk *walk)
{
  const EqpEntity *entity = eqp_pole_find_entity ("intervention");
  g_autoptr (EqpRecord) draft = dup_random_draft (walk, entity, TRUE);
  g_autoptr (EqpRecord) line = pick_record (walk, entity);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (line == NULL || g_rand_int_range (walk->rand, 0, 3) > 0)
    {
      done = eqp_ledger_save (walk->store, draft, NULL, &error);
      count (walk, done, error);
      return;
    }
  g_ptr_array_add (lines, line);
  switch (g_rand_int_range (walk->rand, 0, 5))
    {
    case 0:
      done = eqp_ledger_certify (walk->store, lines, NULL, &error);
      break;
    case 1:
      done = eqp_ledger_correct (walk->store, line, g_rand_int_range (walk->rand, 0, 60), pick_date (walk), "Erreur", NULL, &error);
      break;
    case 2:
      done = eqp_ledger_delete (walk->store, line, NULL, &error);
      break;
    case 3:
      done = eqp_year_close (walk->store, g_rand_int_range (walk->rand, 2022, 2027), pick_date (walk), NULL, &error);
      break;
    default:
      done = eqp_year_reopen (walk->store, g_rand_int_range (walk->rand, 2022, 2027), NULL, &error);
    }
  count (walk, done, error);
}

static void
edit_request (Walk *walk)
{
  g_autoptr (EqpRecord) draft = dup_random_draft (walk, eqp_pole_find_entity ("request"), TRUE);
  g_autoptr (EqpRecord) request = pick_record (walk, eqp_pole_find_entity ("request"));
  EqpShareOfRequest share = { walk_pick_row (walk, eqp_pole_find_entity ("person")), 30, pick_date (walk) };
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (request == NULL || g_rand_boolean (walk->rand))
    done = eqp_request_save (walk->store, draft, NULL, &error);
  else if (g_rand_boolean (walk->rand))
    done = eqp_request_move (walk->store, request, g_rand_int_range (walk->rand, 0, 9), pick_date (walk), "Motif", NULL, &error);
  else if (g_rand_boolean (walk->rand))
    done = eqp_request_assign (walk->store, request, &share, 1, NULL, &error);
  else
    done = eqp_request_delete (walk->store, request, NULL, &error);
  count (walk, done, error);
}

/* One edit, whichever. */
void
walk_edit (Walk *walk)
{
  int dice = g_rand_int_range (walk->rand, 0, 100);

  if (dice < 25)
    edit_one (walk, TRUE);
  else if (dice < 50)
    edit_one (walk, FALSE);
  else if (dice < 58)
    delete_one (walk);
  else if (dice < 66)
    edit_several (walk);
  else if (dice < 78)
    edit_body (walk);
  else if (dice < 90)
    edit_ledger (walk);
  else
    edit_request (walk);
}
