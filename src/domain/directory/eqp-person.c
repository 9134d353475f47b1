/* eqp-person.c — somebody in the directory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-person"

#include "config.h"

#include "domain/directory/eqp-person.h"

#include "domain/eqp-record-type.h"

#include <glib/gi18n.h>

static const EqpChoice civilities[] = {
  { "", N_ ("Not stated") },
  { "mme", N_ ("Ms") },
  { "m", N_ ("Mr") },
  { NULL, NULL },
};

#define PERSONAL EQP_FIELD_PERSONAL
#define SEARCHED EQP_FIELD_SEARCHED

static const EqpField eqp_person_fields[] = {
  [EQP_PERSON_CODE] = { "code", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY | SEARCHED | PERSONAL, N_ ("Code"), "code;identifiant;matricule" },
  [EQP_PERSON_CIVILITY] = { "civility", EQP_FIELD_CHOICE, PERSONAL, N_ ("Title"), "civility;civilité;title", civilities },
  [EQP_PERSON_FAMILY_NAME] = { "family-name", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | SEARCHED | PERSONAL, N_ ("Family name"), "family_name;nom;nom de famille;last name;surname" },
  [EQP_PERSON_GIVEN_NAME] = { "given-name", EQP_FIELD_TEXT, SEARCHED | PERSONAL, N_ ("Given name"), "given_name;prénom;first name" },
  [EQP_PERSON_CORPS] = { "corps", EQP_FIELD_TEXT, SEARCHED | PERSONAL, N_ ("Corps"), "corps;grade" },
  [EQP_PERSON_DISCIPLINES] = { "disciplines", EQP_FIELD_TEXT, SEARCHED | PERSONAL, N_ ("Disciplines"), "disciplines;discipline;spécialité" },
  [EQP_PERSON_EMAIL] = { "email", EQP_FIELD_TEXT, SEARCHED | PERSONAL, N_ ("Email"), "email;e-mail;courriel;mél;mail;adresse électronique" },
  [EQP_PERSON_PHONE] = { "phone", EQP_FIELD_TEXT, PERSONAL, N_ ("Telephone"), "phone;téléphone;tél" },
};

EQP_DEFINE_ENTITY (eqp_person, "person", N_ ("person"), N_ ("People"))
EQP_DEFINE_RECORD_TYPE (EqpPerson, eqp_person)

/* Far above the ids that the field table takes. */
#define PROP_DISPLAY_NAME 1000

static GParamSpec *display_name_pspec;
static void (*get_field_property) (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec);

static char *
eqp_person_dup_title (EqpRecord  *record,
                      EqpLanguage language)
{
  return eqp_person_format_name (eqp_record_get_text (record, EQP_PERSON_CIVILITY),
                                 eqp_record_get_text (record, EQP_PERSON_GIVEN_NAME),
                                 eqp_record_get_text (record, EQP_PERSON_FAMILY_NAME), language);
}

static void
eqp_person_refreshed (EqpRecord *record)
{
  g_object_notify_by_pspec (G_OBJECT (record), display_name_pspec);
}

static void
eqp_person_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (prop_id == PROP_DISPLAY_NAME)
    g_value_take_string (value, eqp_person_dup_display_name (EQP_PERSON (object)));
  else
    get_field_property (object, prop_id, value, pspec);
}

static void
eqp_person_class_init (EqpPersonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_person_entity);
  record_class->dup_title = eqp_person_dup_title;
  record_class->refreshed = eqp_person_refreshed;

  get_field_property = object_class->get_property;
  object_class->get_property = eqp_person_get_property;
  display_name_pspec = g_param_spec_string ("display-name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_DISPLAY_NAME, display_name_pspec);
}

/**
 * eqp_person_dup_display_name:
 * @self: a person
 *
 * The name as lists sort it: "Duval Anne".
 *
 * Returns: (transfer full): family name, then given name
 */
char *
eqp_person_dup_display_name (EqpPerson *self)
{
  return g_strchomp (g_strjoin (" ", eqp_record_get_text (EQP_RECORD (self), EQP_PERSON_FAMILY_NAME),
                                eqp_record_get_text (EQP_RECORD (self), EQP_PERSON_GIVEN_NAME), NULL));
}

/**
 * eqp_person_format_name:
 * @civility: "", "mme" or "m"
 * @given_name: the given name, or ""
 * @family_name: the family name
 * @language: the reader's language
 *
 * The name as a document addresses somebody: "Mme Anne Duval", "Ms Anne Duval".
 *
 * Returns: (transfer full): the name
 */
char *
eqp_person_format_name (const char *civility,
                        const char *given_name,
                        const char *family_name,
                        EqpLanguage language)
{
  GString *name = g_string_new (NULL);

  for (const EqpChoice *choice = civilities + 1; choice->value != NULL; choice++)
    if (strcmp (choice->value, civility) == 0)
      g_string_append_printf (name, "%s ", eqp_tr (language, choice->label));
  if (*given_name != '\0')
    g_string_append_printf (name, "%s ", given_name);
  g_string_append (name, family_name);
  return g_string_free (name, FALSE);
}
