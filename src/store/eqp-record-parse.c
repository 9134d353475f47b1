/* eqp-record-parse.c — values as people type them, and as they read them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record"
#include "config.h"

#include "store/eqp-record-private.h"

#include "base/eqp-duration.h"
#include "base/eqp-error.h"
#include "base/eqp-fold.h"
#include "store/eqp-store.h"

#include <glib/gi18n.h>

static gboolean
is_among (const char        *folded,
          const char *const *words)
{
  return g_strv_contains (words, folded);
}

/* Whether @folded is "yes" or "no" in either language, as an answer in *@value. */
static gboolean
parse_boolean (const char *folded,
               gboolean   *value)
{
  static const char *const yes[] = { "1", "yes", "y", "true", "oui", "o", "vrai", "x", NULL };
  static const char *const no[] = { "", "0", "no", "n", "false", "non", "faux", NULL };

  *value = is_among (folded, yes);
  return *value || is_among (folded, no);
}

static gboolean
set_parsed_boolean (EqpRecord  *draft,
                    guint       index,
                    const char *text,
                    GError    **error)
{
  g_autofree char *folded = eqp_fold (text);
  gboolean         value;

  if (!parse_boolean (folded, &value))
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: first what was typed, then the label of a field. */
                   _ ("“%s” is neither yes nor no (“%s”)."), text, _ (eqp_record_get_entity (draft)->fields[index].label));
      return FALSE;
    }
  eqp_record_set_boolean (draft, index, value);
  return TRUE;
}

/* Minutes, as a duration or as a time of the day. */
static gboolean
set_parsed_minutes (EqpRecord  *draft,
                    guint       index,
                    const char *text,
                    GError    **error)
{
  gboolean is_time = (eqp_record_get_entity (draft)->fields[index].flags & EQP_FIELD_TIME) != 0;
  gint64   minutes;

  if (*text == '\0')
    {
      eqp_record_clear (draft, index);
      return TRUE;
    }
  if (!(is_time ? eqp_time_parse (text, &minutes, error) : eqp_duration_parse (text, &minutes, error)))
    return FALSE;
  eqp_record_set_integer (draft, index, minutes);
  return TRUE;
}

/* Digits may be grouped by spaces, as French prints them: "12 500". */
static gboolean
set_parsed_integer (EqpRecord  *draft,
                    guint       index,
                    const char *text,
                    GError    **error)
{
  g_autoptr (GString) digits = g_string_new (text);
  gint64 value;

  g_string_replace (digits, "\302\240", "", 0);
  g_string_replace (digits, "\342\200\257", "", 0);
  g_string_replace (digits, " ", "", 0);
  if (digits->len == 0)
    {
      eqp_record_clear (draft, index);
      return TRUE;
    }
  if (!g_ascii_string_to_signed (digits->str, 10, G_MININT64 + 1, G_MAXINT64, &value, NULL))
    {
      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: first what was typed, then the label of a field. */
                   _ ("“%s” is not a whole number (“%s”)."), text, _ (eqp_record_get_entity (draft)->fields[index].label));
      return FALSE;
    }
  eqp_record_set_integer (draft, index, value);
  return TRUE;
}

static gboolean
set_parsed_date (EqpRecord  *draft,
                 guint       index,
                 const char *text,
                 GError    **error)
{
  EqpDate date = EQP_DATE_NONE;

  if (*text != '\0' && !eqp_date_parse (text, &date, error))
    return FALSE;
  eqp_record_set_date (draft, index, date);
  return TRUE;
}

static gboolean
is_choice (const EqpChoice *choice,
           const char      *folded)
{
  g_autofree char *value = eqp_fold (choice->value);
  g_autofree char *english = eqp_fold (choice->label);
  g_autofree char *french = eqp_fold (eqp_tr (EQP_LANGUAGE_FR, choice->label));

  return g_str_equal (folded, value) || g_str_equal (folded, english) || g_str_equal (folded, french);
}

static char *
dup_choices (const EqpField *field)
{
  GString *list = g_string_new (NULL);

  for (const EqpChoice *choice = field->choices; choice->value != NULL; choice++)
    if (*choice->value != '\0')
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", choice->value);
  return g_string_free (list, FALSE);
}

static gboolean
set_parsed_choice (EqpRecord  *draft,
                   guint       index,
                   const char *text,
                   GError    **error)
{
  const EqpField  *field = &eqp_record_get_entity (draft)->fields[index];
  g_autofree char *folded = eqp_fold (text);
  g_autofree char *choices = NULL;

  if (*text == '\0')
    {
      eqp_record_clear (draft, index);
      return TRUE;
    }
  for (const EqpChoice *choice = field->choices; choice->value != NULL; choice++)
    if (is_choice (choice, folded))
      {
        eqp_record_set_text (draft, index, choice->value);
        return TRUE;
      }
  choices = dup_choices (field);
  g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
               /* Translators: what was typed, the label of a field, and the words that may be typed. */
               _ ("“%s” is not among the choices of “%s”: %s."), text, _ (field->label), choices);
  return FALSE;
}

/**
 * eqp_record_parse:
 * @draft: a draft
 * @field: a field, not a reference
 * @text: what somebody typed, or a CSV cell; blanks around it do not count; "" empties the field
 * @error: %EQP_INPUT_ERROR_INVALID: names the value and what was expected
 *
 * Returns: whether it could be understood; otherwise the draft is as it was
 */
gboolean
eqp_record_parse (EqpRecord  *draft,
                  guint       field,
                  const char *text,
                  GError    **error)
{
  const EqpEntity *entity = eqp_record_get_entity (draft);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  g_return_val_if_fail (field < entity->n_fields, FALSE);

  switch (entity->fields[field].type)
    {
    case EQP_FIELD_TEXT:
      eqp_record_set_text (draft, field, stripped);
      return TRUE;
    case EQP_FIELD_CHOICE:
      return set_parsed_choice (draft, field, stripped, error);
    case EQP_FIELD_DATE:
      return set_parsed_date (draft, field, stripped, error);
    case EQP_FIELD_INTEGER:
      if ((entity->fields[field].flags & (EQP_FIELD_DURATION | EQP_FIELD_TIME)) != 0)
        return set_parsed_minutes (draft, field, stripped, error);
      return set_parsed_integer (draft, field, stripped, error);
    case EQP_FIELD_BOOLEAN:
      return set_parsed_boolean (draft, field, stripped, error);
    case EQP_FIELD_REFERENCE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
dup_choice_label (EqpRecord  *self,
                  guint       index,
                  EqpLanguage language)
{
  const EqpField *field = &eqp_record_get_entity (self)->fields[index];
  const char     *value = eqp_record_get_text (self, index);

  for (const EqpChoice *choice = field->choices; choice != NULL && choice->value != NULL; choice++)
    if (g_str_equal (choice->value, value))
      return g_strdup (eqp_tr (language, choice->label));
  return g_strdup (value);
}

/* "" when it refers to nothing, or to something that is not in the file. */
static char *
dup_target_title (EqpRecord  *self,
                  guint       index,
                  EqpLanguage language)
{
  EqpStore *store = eqp_record_get_store (self);
  gint64    id = eqp_record_get_reference (self, index);
  g_autoptr (EqpRecord) target = NULL;
  g_autoptr (GError) error = NULL;

  if (id == 0 || store == NULL)
    return g_strdup ("");
  target = eqp_store_get (store, eqp_record_get_entity (self)->fields[index].target, id, &error);
  if (target == NULL)
    {
      g_debug ("%s", error->message);
      return g_strdup ("");
    }
  return eqp_record_dup_title (target, language);
}

/* Numbers are not grouped: many of them are years. */
static char *
dup_number (EqpRecord  *self,
            guint       index,
            EqpLanguage language)
{
  gint64        value = eqp_record_get_integer (self, index);
  EqpFieldFlags flags = eqp_record_get_entity (self)->fields[index].flags;

  if ((flags & EQP_FIELD_DURATION) != 0)
    return eqp_duration_format (value, language);
  if ((flags & EQP_FIELD_TIME) != 0)
    return eqp_time_format (value);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

/**
 * eqp_record_dup_display:
 * @self: a record
 * @field: a field
 * @language: for whom
 *
 * Returns: (transfer full): the value as a reader sees it, "" when empty
 */
char *
eqp_record_dup_display (EqpRecord  *self,
                        guint       field,
                        EqpLanguage language)
{
  const EqpEntity *entity = eqp_record_get_entity (self);

  g_return_val_if_fail (field < entity->n_fields, NULL);

  if (entity->fields[field].type == EQP_FIELD_CHOICE)
    return dup_choice_label (self, field, language);
  if (eqp_record_is_empty (self, field))
    return g_strdup ("");
  switch (entity->fields[field].type)
    {
    case EQP_FIELD_DATE:
      return eqp_date_format (eqp_record_get_date (self, field), language);
    case EQP_FIELD_INTEGER:
      return dup_number (self, field, language);
    case EQP_FIELD_BOOLEAN:
      return g_strdup (eqp_tr (language, eqp_record_get_boolean (self, field) ? N_ ("Yes") : N_ ("No")));
    case EQP_FIELD_REFERENCE:
      return dup_target_title (self, field, language);
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
    default:
      return g_strdup (eqp_record_get_text (self, field));
    }
}
