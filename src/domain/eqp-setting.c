/* eqp-setting.c — a value that belongs to the whole file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-setting"

#include "config.h"

#include "domain/eqp-setting.h"

#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "domain/eqp-record-type.h"
#include "domain/procedures/eqp-days-off.h"

#include <glib/gi18n.h>

static const EqpField eqp_setting_fields[] = {
  [EQP_SETTING_NAME] = { "name", EQP_FIELD_TEXT, EQP_FIELD_REQUIRED | EQP_FIELD_KEY, N_ ("Name"), "nom;name" },
  [EQP_SETTING_VALUE] = { "value", EQP_FIELD_TEXT, EQP_FIELD_OPTIONAL, N_ ("Value"), "valeur;value" },
};

EQP_DEFINE_ENTITY (eqp_setting, "setting", N_ ("setting"), N_ ("Settings"))
EQP_DEFINE_RECORD_TYPE (EqpSetting, eqp_setting)

static const struct
{
  const char *name;
  const char *label;
} known_settings[] = {
  { EQP_SETTING_POLE_NAME, N_ ("Name of the Pôle") },
  { EQP_SETTING_UNIVERSITY_NAME, N_ ("Name of the university") },
  { EQP_SETTING_RECTORAT_NAME, N_ ("Name of the education authority") },
  { EQP_SETTING_YEAR_START, N_ ("Start of the academic year") },
  { EQP_SETTING_INCLUSIVE, N_ ("Inclusive spelling") },
  { EQP_SETTING_REGION, N_ ("Region of public holidays") },
  { EQP_SETTING_HOLIDAY_ZONE, N_ ("Zone of school holidays") },
};

static char *
eqp_setting_dup_title (EqpRecord  *record,
                       EqpLanguage language)
{
  const char *name = eqp_record_get_text (record, EQP_SETTING_NAME);

  for (guint i = 0; i < G_N_ELEMENTS (known_settings); i++)
    if (strcmp (known_settings[i].name, name) == 0)
      return g_strdup (eqp_tr (language, known_settings[i].label));
  return g_strdup (name);
}

static gboolean
check_region (const char *value,
              GError    **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < EQP_N_REGIONS; i++)
    {
      if (strcmp (eqp_region_get_code (i), value) == 0)
        return TRUE;
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", eqp_region_get_code (i));
    }
  /* Translators: first what was typed, then the list of all regions, as they are written in a table. */
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("“%s” is no region of public holidays. It is one of %s."), value, all->str);
  return FALSE;
}

static gboolean
eqp_setting_validate (EqpRecord *record,
                      guint     *field,
                      GError   **error)
{
  const char *name = eqp_record_get_text (record, EQP_SETTING_NAME);
  const char *value = eqp_record_get_text (record, EQP_SETTING_VALUE);
  int         month, day;

  *field = EQP_SETTING_VALUE;
  if (*value == '\0')
    return TRUE;
  if (strcmp (name, EQP_SETTING_YEAR_START) == 0 && !eqp_setting_parse_day (value, &month, &day))
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: %s is what was typed. */
                   _ ("“%s” is not a day of the year. Write month and day, such as 09-01."), value);
      return FALSE;
    }
  if (strcmp (name, EQP_SETTING_INCLUSIVE) == 0 &&
      !g_strv_contains ((const char *const[]){ "median", "both", "masculine", NULL }, value))
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: %s is what was typed; keep the three words as they are. */
                   _ ("“%s” is not an inclusive spelling. It is one of median, both, masculine."), value);
      return FALSE;
    }
  if (strcmp (name, EQP_SETTING_REGION) == 0)
    return check_region (value, error);
  if (strcmp (name, EQP_SETTING_HOLIDAY_ZONE) == 0)
    return eqp_school_zone_check (value, error);
  return TRUE;
}

static void
eqp_setting_class_init (EqpSettingClass *klass)
{
  EqpRecordClass *record_class = EQP_RECORD_CLASS (klass);

  eqp_record_class_set_entity (record_class, &eqp_setting_entity);
  record_class->dup_title = eqp_setting_dup_title;
  record_class->validate = eqp_setting_validate;
}

/**
 * eqp_setting_parse_day:
 * @text: a month and a day, such as "09-01"
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * Returns: whether @text is a day that exists in every year
 */
gboolean
eqp_setting_parse_day (const char *text,
                       int        *month,
                       int        *day)
{
  if (strlen (text) != 5 || text[2] != '-' || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) ||
      !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  *month = (text[0] - '0') * 10 + text[1] - '0';
  *day = (text[3] - '0') * 10 + text[4] - '0';
  /* Not a leap year: the 29th of February could not start every academic year. */
  return *month >= 1 && *month <= 12 && *day >= 1 && g_date_valid_dmy (*day, *month, 2001);
}
