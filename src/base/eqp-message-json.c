/* eqp-message-json.c — messages as the journal stores them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-message"

#include "config.h"

#include "base/eqp-message-private.h"

#include "base/eqp-error.h"
#include "base/eqp-json.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const type_names[] = {
  [EQP_MESSAGE_TEXT] = "text",
  [EQP_MESSAGE_NUMBER] = "number",
  [EQP_MESSAGE_DATE] = "date",
  [EQP_MESSAGE_WORD] = "word",
  [EQP_MESSAGE_NAMES] = "names",
};

static JsonObject *
value_to_object (const EqpMessageValue *value)
{
  JsonObject *object = json_object_new ();
  char        iso[EQP_DATE_ISO_SIZE];

  json_object_set_string_member (object, "t", type_names[value->type]);
  switch (value->type)
    {
    case EQP_MESSAGE_NUMBER:
      json_object_set_int_member (object, "v", value->number);
      break;
    case EQP_MESSAGE_DATE:
      json_object_set_string_member (object, "v", eqp_date_to_iso ((EqpDate)value->number, iso));
      break;
    case EQP_MESSAGE_NAMES:
      json_object_set_string_member (object, "fr", value->text);
      json_object_set_string_member (object, "en", value->text_en);
      break;
    case EQP_MESSAGE_TEXT:
    case EQP_MESSAGE_WORD:
    default:
      json_object_set_string_member (object, "v", value->text);
      break;
    }
  return object;
}

/**
 * eqp_message_to_json:
 * @self: a message
 *
 * Writes the message for the journal: {"id", "plural", "n", "args": {NAME: {"t": "text|number|date|word|names", "v"}}}, where
 * names have "fr" and "en" instead of "v", dates are ISO text, and "plural" and "n" are there for counts only.
 *
 * Returns: (transfer full): one line of JSON
 */
char *
eqp_message_to_json (EqpMessage *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *args;

  json_node_take_object (root, object);
  json_object_set_string_member (object, "id", self->msgid);
  if (self->plural != NULL)
    {
      json_object_set_string_member (object, "plural", self->plural);
      json_object_set_int_member (object, "n", self->n);
    }
  if (self->values->len > 0)
    {
      args = json_object_new ();
      json_object_set_object_member (object, "args", args);
      for (guint i = 0; i < self->values->len; i++)
        {
          const EqpMessageValue *value = g_ptr_array_index (self->values, i);

          json_object_set_object_member (args, value->name, value_to_object (value));
        }
    }
  return json_to_string (root, FALSE);
}

/* The member if it is a text, else NULL. */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
get_number (JsonObject *object,
            const char *name,
            gint64     *number)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *number = json_node_get_int (node);
  return TRUE;
}

/* An ISO date, or empty for none. */
static gboolean
is_date (const char *text)
{
  return text != NULL && (*text == '\0' || eqp_date_from_iso (text) != EQP_DATE_NONE);
}

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_value (EqpMessage *self,
            const char *name,
            JsonObject *object)
{
  const char *type = object != NULL ? get_text (object, "t") : NULL;
  const char *text = object != NULL ? get_text (object, "v") : NULL;
  const char *text_fr = object != NULL ? get_text (object, "fr") : NULL;
  const char *text_en = object != NULL ? get_text (object, "en") : NULL;
  gint64      number = 0;

  if (type == NULL)
    return FALSE;
  if (strcmp (type, type_names[EQP_MESSAGE_TEXT]) == 0 && text != NULL)
    eqp_message_text (self, name, text);
  else if (strcmp (type, type_names[EQP_MESSAGE_WORD]) == 0 && text != NULL)
    eqp_message_word (self, name, text);
  else if (strcmp (type, type_names[EQP_MESSAGE_NUMBER]) == 0 && get_number (object, "v", &number))
    eqp_message_number (self, name, number);
  else if (strcmp (type, type_names[EQP_MESSAGE_DATE]) == 0 && is_date (text))
    eqp_message_date (self, name, eqp_date_from_iso (text));
  else if (strcmp (type, type_names[EQP_MESSAGE_NAMES]) == 0 && text_fr != NULL && text_en != NULL)
    eqp_message_names (self, name, text_fr, text_en);
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_values (EqpMessage *self,
             JsonNode   *node)
{
  JsonObject    *args = get_object (node);
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *member;

  if (node == NULL)
    return TRUE;
  if (args == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, args);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!read_value (self, name, get_object (member)))
      return FALSE;
  return TRUE;
}

static EqpMessage *
read_message (JsonNode *root)
{
  JsonObject *object = get_object (root);
  const char *msgid = object != NULL ? get_text (object, "id") : NULL;
  g_autoptr (EqpMessage) self = NULL;
  gint64 n;

  if (msgid == NULL)
    return NULL;
  if (!json_object_has_member (object, "plural"))
    self = eqp_message_new (msgid);
  else if (get_text (object, "plural") != NULL && get_number (object, "n", &n))
    self = eqp_message_new_n (msgid, get_text (object, "plural"), n);
  if (self == NULL || !read_values (self, json_object_get_member (object, "args")))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * eqp_message_from_json:
 * @json: (nullable): what eqp_message_to_json() wrote
 * @error: return location
 *
 * Returns: (transfer full): the message, or %NULL with %EQP_INPUT_ERROR_INVALID
 */
EqpMessage *
eqp_message_from_json (const char *json,
                       GError    **error)
{
  g_autoptr (JsonNode) root = eqp_json_parse (json);
  EqpMessage *self = read_message (root);

  if (self == NULL)
    {
      g_autofree char *excerpt = eqp_error_excerpt (json);

      g_set_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID,
                   /* Translators: %s is the text found in the file where a sentence of the history should be */
                   _ ("The history holds a sentence that cannot be read: “%s”."), excerpt);
    }
  return self;
}
