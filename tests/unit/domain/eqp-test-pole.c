/* eqp-test-pole.c — a small file to test the domain on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eqp-test-pole.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>

EqpStore *
eqp_test_pole_new (void)
{
  static guint count;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("pole-%u.equipole", count++);
  g_autofree char *path = test_dup_path (name);
  EqpStore        *store;

  store = eqp_store_create (path, eqp_pole_get_schema (), &error);
  g_assert_no_error (error);
  return store;
}

void
eqp_test_pole_free (EqpStore *store)
{
  g_autofree char *path = g_strdup (eqp_store_get_path (store));

  eqp_store_close (store);
  g_assert_finalize_object (store);
  g_assert_cmpint (g_remove (path), ==, 0);
}

EqpDate
eqp_test_date (const char *iso)
{
  EqpDate date = eqp_date_from_iso (iso);

  g_assert_cmpint (date, !=, EQP_DATE_NONE);
  return date;
}

gint64
eqp_test_find (EqpStore        *store,
               const EqpEntity *entity,
               const char      *code)
{
  g_autoptr (GError) error = NULL;
  int field = eqp_entity_find_field (entity, "code");
  g_autoptr (EqpRecord) record = eqp_store_find (store, entity, field, code, &error);

  g_assert_no_error (error);
  if (record == NULL)
    g_error ("No %s has the code %s", entity->table, code);
  return eqp_record_get_id (record);
}

static EqpRecord *
draft_valist (EqpStore        *store,
              const EqpEntity *entity,
              va_list          pairs)
{
  EqpRecord  *draft = eqp_record_new (entity);
  const char *name;

  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      const char *value = va_arg (pairs, const char *);
      int         field = eqp_entity_find_field (entity, name);

      if (field < 0)
        g_error ("%s has no field %s", entity->table, name);
      if (entity->fields[field].type == EQP_FIELD_REFERENCE)
        eqp_record_set_reference (draft, field, eqp_test_find (store, entity->fields[field].target, value));
      else
        eqp_record_parse (draft, field, value, &error);
      g_assert_no_error (error);
    }
  return draft;
}

EqpRecord *
eqp_test_draft (EqpStore        *store,
                const EqpEntity *entity,
                ...)
{
  EqpRecord *draft;
  va_list    pairs;

  va_start (pairs, entity);
  draft = draft_valist (store, entity, pairs);
  va_end (pairs);
  return draft;
}

/* Inside the one edit of eqp_test_fill(). */
static gboolean is_filling;

gint64
eqp_test_add (EqpStore        *store,
              const EqpEntity *entity,
              ...)
{
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpMessage) label = eqp_message_new ("Prepared the test");
  g_autoptr (GError) error = NULL;
  va_list pairs;

  va_start (pairs, entity);
  draft = draft_valist (store, entity, pairs);
  va_end (pairs);
  if (is_filling)
    eqp_store_save (store, draft, &error);
  else
    eqp_store_save_one (store, label, draft, &error);
  g_assert_no_error (error);
  return eqp_record_get_id (draft);
}

char *
eqp_test_dup_value (EqpStore        *store,
                    const EqpEntity *entity,
                    gint64           id,
                    guint            field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpRecord) record = eqp_store_get (store, entity, id, &error);

  g_assert_no_error (error);
  return eqp_record_dup_display (record, field, EQP_LANGUAGE_EN);
}

/* The entities by name, so that the lines below read like a table. */
#define ADD(table, ...) eqp_test_add (store, eqp_pole_find_entity (table), __VA_ARGS__, NULL)

static gboolean
fill (EqpStore *store,
      gpointer  user_data,
      GError  **error)
{
  ADD ("institution", "code", "UNIV", "name", "Université de Valmont", "short-name", "UV", "kind", "university", "side", "university");
  ADD ("institution", "code", "INSPE", "name", "Inspé de Valmont", "kind", "inspe", "side", "university", "parent", "UNIV");
  ADD ("institution", "code", "ACAD", "name", "Académie de Valmont", "kind", "rectorat", "side", "rectorat");
  ADD ("site", "code", "NORTH", "name", "Valmont Nord", "institution", "INSPE");
  ADD ("site", "code", "SOUTH", "name", "Valmont Sud", "institution", "INSPE");
  ADD ("statute", "code", "CPER", "name-fr", "Conseil de perfectionnement", "name-en", "Improvement council");
  ADD ("category", "statute", "CPER", "code", "head", "name-fr", "Responsable de mention", "name-en", "Mention head",
       "position", "1", "min", "1", "max", "1");
  ADD ("category", "statute", "CPER", "code", "teacher", "name-fr", "Enseignants", "name-en", "Teachers", "position", "2", "min", "1", "max", "5");
  ADD ("category", "statute", "CPER", "code", "employer", "name-fr", "Employeurs", "position", "3", "min", "1", "max", "2", "may-chair", "yes", "side", "rectorat");
  ADD ("category", "statute", "CPER", "code", "guest", "name-fr", "Invités", "name-en", "Guests", "position", "4", "counts", "no", "votes", "no");
  ADD ("person", "code", "P1", "civility", "mme", "family-name", "Aubrac", "given-name", "Éloïse", "corps", "MCF");
  ADD ("person", "code", "P2", "civility", "m", "family-name", "Bréval", "given-name", "Luc");
  ADD ("person", "code", "P3", "civility", "mme", "family-name", "Cazenave", "given-name", "Inès", "corps", "IA-IPR");
  ADD ("person", "code", "P4", "family-name", "Dorval", "given-name", "Sacha");
  ADD ("person", "code", "P5", "family-name", "Estève", "given-name", "Noé");
  ADD ("person", "code", "P6", "family-name", "Fontbrune");
  ADD ("affiliation", "person", "P1", "institution", "UNIV", "side", "university");
  ADD ("affiliation", "person", "P2", "institution", "UNIV", "side", "university", "to-date", "2026-08-31");
  ADD ("affiliation", "person", "P2", "institution", "ACAD", "side", "rectorat", "from-date", "2026-09-01");
  ADD ("affiliation", "person", "P3", "institution", "ACAD", "side", "rectorat");
  ADD ("mention", "code", "M1", "name-fr", "Mathématiques", "name-en", "Mathematics", "head", "P1");
  ADD ("course", "code", "C1", "name-fr", "Parcours un", "mention", "M1", "head", "P2");
  ADD ("course", "code", "C2", "name-fr", "Parcours deux", "name-en", "Course two", "mention", "M1");
  ADD ("body", "code", "K1", "number", "7", "degree", "2D", "name-fr", "Conseil de mathématiques", "name-en", "Mathematics council", "statute", "CPER");
  ADD ("body_mention", "body", "K1", "mention", "M1");
  return TRUE;
}

void
eqp_test_fill (EqpStore *store)
{
  g_autoptr (EqpMessage) label = eqp_message_new ("Prepared the test");
  g_autoptr (GError) error = NULL;

  is_filling = TRUE;
  eqp_store_edit (store, label, fill, NULL, NULL, &error);
  is_filling = FALSE;
  g_assert_no_error (error);
}
