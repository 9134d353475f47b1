/* eqp-message.c — a sentence with named values that can be read later in any language */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-message"

#include "config.h"

#include "base/eqp-message-private.h"

#include <string.h>

static void
value_free (gpointer data)
{
  EqpMessageValue *value = data;

  g_free (value->name);
  g_free (value->text);
  g_free (value->text_en);
  g_free (value);
}

static EqpMessageValue *
find_value (EqpMessage *self,
            const char *name,
            gsize       length)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      EqpMessageValue *value = g_ptr_array_index (self->values, i);

      if (strncmp (value->name, name, length) == 0 && value->name[length] == '\0')
        return value;
    }
  return NULL;
}

/* Setting a name again replaces its value. */
static EqpMessage *
set_value (EqpMessage    *self,
           const char    *name,
           EqpMessageType type,
           const char    *text,
           const char    *text_en,
           gint64         number)
{
  EqpMessageValue *value = find_value (self, name, strlen (name));

  if (value == NULL)
    {
      value = g_new0 (EqpMessageValue, 1);
      value->name = g_strdup (name);
      g_ptr_array_add (self->values, value);
    }
  g_free (value->text);
  g_free (value->text_en);
  value->type = type;
  value->text = g_utf8_make_valid (text != NULL ? text : "", -1);
  value->text_en = g_utf8_make_valid (text_en != NULL ? text_en : "", -1);
  value->number = number;
  return self;
}

static char *
render_value (const EqpMessageValue *value,
              EqpLanguage            language)
{
  switch (value->type)
    {
    case EQP_MESSAGE_NUMBER:
      return eqp_format_number (language, value->number);
    case EQP_MESSAGE_DATE:
      return eqp_date_format ((EqpDate)value->number, language);
    case EQP_MESSAGE_WORD:
      return g_strdup (eqp_tr (language, value->text));
    case EQP_MESSAGE_NAMES:
      if (*value->text == '\0' || (language == EQP_LANGUAGE_EN && *value->text_en != '\0'))
        return g_strdup (value->text_en);
      return g_strdup (value->text);
    case EQP_MESSAGE_TEXT:
    default:
      return g_strdup (value->text);
    }
}

/**
 * eqp_message_new:
 * @msgid: the source string, marked with N_(), with its placeholders in braces
 *
 * Returns: (transfer full): a message without values yet
 */
EqpMessage *
eqp_message_new (const char *msgid)
{
  EqpMessage *self = g_new0 (EqpMessage, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->msgid = g_utf8_make_valid (msgid, -1);
  self->values = g_ptr_array_new_with_free_func (value_free);
  return self;
}

/**
 * eqp_message_new_n:
 * @singular: the source string for one, marked for translation together with @plural
 * @plural: the source string for several
 * @n: how many; {n} stands for it, unless a value of that name is set
 *
 * Returns: (transfer full): a message without values yet
 */
EqpMessage *
eqp_message_new_n (const char *singular,
                   const char *plural,
                   gint64      n)
{
  EqpMessage *self = eqp_message_new (singular);

  self->plural = g_utf8_make_valid (plural, -1);
  self->n = n;
  return self;
}

/**
 * eqp_message_ref:
 * @self: a message
 *
 * Returns: (transfer full): @self
 */
EqpMessage *
eqp_message_ref (EqpMessage *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * eqp_message_unref:
 * @self: (transfer full): a message
 */
void
eqp_message_unref (EqpMessage *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->msgid);
  g_free (self->plural);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/**
 * eqp_message_text:
 * @self: a message
 * @name: the placeholder, without its braces
 * @value: (nullable): text that is the same in every language; %NULL is empty
 *
 * Returns: (transfer none): @self
 */
EqpMessage *
eqp_message_text (EqpMessage *self,
                  const char *name,
                  const char *value)
{
  return set_value (self, name, EQP_MESSAGE_TEXT, value, NULL, 0);
}

/**
 * eqp_message_number:
 * @self: a message
 * @name: the placeholder, without its braces
 * @value: a count, written in groups of three digits (a year is a text)
 *
 * Returns: (transfer none): @self
 */
EqpMessage *
eqp_message_number (EqpMessage *self,
                    const char *name,
                    gint64      value)
{
  return set_value (self, name, EQP_MESSAGE_NUMBER, NULL, NULL, value);
}

/**
 * eqp_message_date:
 * @self: a message
 * @name: the placeholder, without its braces
 * @value: a date; %EQP_DATE_NONE is empty
 *
 * Returns: (transfer none): @self
 */
EqpMessage *
eqp_message_date (EqpMessage *self,
                  const char *name,
                  EqpDate     value)
{
  return set_value (self, name, EQP_MESSAGE_DATE, NULL, NULL, value);
}

/**
 * eqp_message_word:
 * @self: a message
 * @name: the placeholder, without its braces
 * @msgid: (nullable): a source string marked with N_(), translated when the message is read
 *
 * Returns: (transfer none): @self
 */
EqpMessage *
eqp_message_word (EqpMessage *self,
                  const char *name,
                  const char *msgid)
{
  return set_value (self, name, EQP_MESSAGE_WORD, msgid, NULL, 0);
}

/**
 * eqp_message_names:
 * @self: a message
 * @name: the placeholder, without its braces
 * @name_fr: (nullable): a name from the file in French
 * @name_en: (nullable): the same in English; where one is empty the other stands for it
 *
 * Returns: (transfer none): @self
 */
EqpMessage *
eqp_message_names (EqpMessage *self,
                   const char *name,
                   const char *name_fr,
                   const char *name_en)
{
  return set_value (self, name, EQP_MESSAGE_NAMES, name_fr, name_en, 0);
}

/**
 * eqp_message_get_msgid:
 * @self: a message
 *
 * Returns: (transfer none): its source string (the singular one), which tells what kind of message it is
 */
const char *
eqp_message_get_msgid (EqpMessage *self)
{
  return self->msgid;
}

/* The value of the placeholder at @brace, or NULL when it names none; @end is set past its closing brace. */
static char *
render_placeholder (EqpMessage  *self,
                    EqpLanguage  language,
                    const char  *brace,
                    const char **end)
{
  const char      *name = brace + 1;
  gsize            length = strcspn (name, "{}");
  EqpMessageValue *value;

  if (length == 0 || name[length] != '}')
    return NULL;
  *end = name + length + 1;
  value = find_value (self, name, length);
  if (value != NULL)
    return render_value (value, language);
  if (self->plural != NULL && length == 1 && *name == 'n')
    return eqp_format_number (language, self->n);
  return NULL;
}

/**
 * eqp_message_render:
 * @self: a message
 * @language: the reader's language
 *
 * Makes the sentence: the source string translated, then its placeholders replaced in one pass, so that braces inside a
 * value stay what they are.
 *
 * Returns: (transfer full): the sentence
 */
char *
eqp_message_render (EqpMessage *self,
                    EqpLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gulong      count = self->n < 0 ? -(gulong)self->n : (gulong)self->n;
  const char *p;

  if (self->plural != NULL)
    p = eqp_tr_n (language, self->msgid, self->plural, count);
  else
    p = eqp_tr (language, self->msgid);
  while (*p != '\0')
    {
      const char      *end = NULL;
      g_autofree char *value = *p == '{' ? render_placeholder (self, language, p, &end) : NULL;

      if (value != NULL)
        {
          g_string_append (text, value);
          p = end;
        }
      else
        g_string_append_c (text, *p++);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
