/* eqp-finding.c — one thing that a rule found, with its code, source, figures and cure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-finding"

#include "config.h"

#include "domain/bodies/eqp-finding.h"

#include <glib/gi18n.h>

struct _EqpFinding
{
  GObject     parent_instance;
  char       *code;
  EqpSeverity severity;
  EqpMessage *message;
  EqpCureKind cure_kind;
  EqpMessage *cure; /* NULL: none */
  char       *requirement;
  char       *sentence;
  gint64      body; /* 0: about the whole file */
  char       *body_code;
  char       *subject;
  char       *category; /* NULL: the whole body */
  gint64      mandate;
  GArray     *values; /* (element-type EqpFindingValue) */
};

G_DEFINE_FINAL_TYPE (EqpFinding, eqp_finding, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CODE,
  PROP_SEVERITY,
  PROP_MESSAGE,
  PROP_CURE,
  PROP_SOURCE,
  PROP_BODY_CODE,
  PROP_SUBJECT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
value_clear (gpointer data)
{
  EqpFindingValue *value = data;

  g_clear_pointer (&value->text, g_free);
}

static void
eqp_finding_finalize (GObject *object)
{
  EqpFinding *self = EQP_FINDING (object);

  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->message, eqp_message_unref);
  g_clear_pointer (&self->cure, eqp_message_unref);
  g_clear_pointer (&self->requirement, g_free);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->body_code, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->category, g_free);
  g_clear_pointer (&self->values, g_array_unref);

  G_OBJECT_CLASS (eqp_finding_parent_class)->finalize (object);
}

static void
eqp_finding_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  EqpFinding *self = EQP_FINDING (object);
  EqpLanguage language = eqp_language_get_interface ();

  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_SEVERITY:
      g_value_set_int (value, self->severity);
      break;
    case PROP_MESSAGE:
      g_value_take_string (value, eqp_finding_dup_message (self, language));
      break;
    case PROP_CURE:
      g_value_take_string (value, eqp_finding_dup_cure (self, language));
      break;
    case PROP_SOURCE:
      g_value_take_string (value, eqp_finding_dup_source (self, language));
      break;
    case PROP_BODY_CODE:
      g_value_set_string (value, self->body_code);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, self->subject);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_finding_class_init (EqpFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = eqp_finding_finalize;
  object_class->get_property = eqp_finding_get_property;

  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, "", flags);
  properties[PROP_SEVERITY] = g_param_spec_int ("severity", NULL, NULL, EQP_SEVERITY_ERROR, EQP_SEVERITY_OFF, EQP_SEVERITY_ERROR, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", flags);
  properties[PROP_CURE] = g_param_spec_string ("cure", NULL, NULL, "", flags);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, "", flags);
  properties[PROP_BODY_CODE] = g_param_spec_string ("body-code", NULL, NULL, "", flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
eqp_finding_init (EqpFinding *self)
{
  self->requirement = g_strdup ("");
  self->sentence = g_strdup ("");
  self->body_code = g_strdup ("");
  self->subject = g_strdup ("");
  self->values = g_array_new (FALSE, TRUE, sizeof (EqpFindingValue));
  g_array_set_clear_func (self->values, value_clear);
}

/**
 * eqp_finding_new:
 * @code: the stable code, such as "CPER-TOTAL-MIN"
 * @severity: error, warning or information
 * @message: (transfer full): what was found, in one sentence
 *
 * Makes a finding about the whole file; the setters say more. Only the rule that makes it calls them.
 *
 * Returns: (transfer full): the finding
 */
EqpFinding *
eqp_finding_new (const char *code,
                 EqpSeverity severity,
                 EqpMessage *message)
{
  EqpFinding *self;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (severity < EQP_N_SEVERITIES, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_object_new (EQP_TYPE_FINDING, NULL);
  self->code = g_strdup (code);
  self->severity = severity;
  self->message = message;
  return self;
}

/**
 * eqp_finding_set_body:
 * @self: a finding
 * @id: the body's id, 0 for the whole file
 * @code: the body's code, "" for the whole file
 *
 * Says which body the finding is about.
 */
void
eqp_finding_set_body (EqpFinding *self,
                      gint64      id,
                      const char *code)
{
  g_return_if_fail (EQP_IS_FINDING (self));

  self->body = id;
  g_free (self->body_code);
  self->body_code = g_strdup (code);
}

/**
 * eqp_finding_set_subject:
 * @self: a finding
 * @subject: code of the course, institution, person, category or site in question
 *
 * Says what, within the body, the finding is about.
 */
void
eqp_finding_set_subject (EqpFinding *self,
                         const char *subject)
{
  g_return_if_fail (EQP_IS_FINDING (self));
  g_return_if_fail (subject != NULL);

  g_free (self->subject);
  self->subject = g_strdup (subject);
}

/**
 * eqp_finding_set_source:
 * @self: a finding
 * @requirement: number of the requirement, such as "C-09"
 * @sentence: the sentence of the source text, "" when the statute quotes none
 *
 * Says on what text the finding rests.
 */
void
eqp_finding_set_source (EqpFinding *self,
                        const char *requirement,
                        const char *sentence)
{
  g_return_if_fail (EQP_IS_FINDING (self));
  g_return_if_fail (requirement != NULL && sentence != NULL);

  g_free (self->requirement);
  self->requirement = g_strdup (requirement);
  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
}

/**
 * eqp_finding_set_cure:
 * @self: a finding
 * @kind: which action of the window would put it right
 * @sentence: (transfer full): what to do
 *
 * Says what would put it right.
 */
void
eqp_finding_set_cure (EqpFinding *self,
                      EqpCureKind kind,
                      EqpMessage *sentence)
{
  g_return_if_fail (EQP_IS_FINDING (self));
  g_return_if_fail (sentence != NULL);

  self->cure_kind = kind;
  g_clear_pointer (&self->cure, eqp_message_unref);
  self->cure = sentence;
}

/**
 * eqp_finding_set_category:
 * @self: a finding
 * @category: (nullable): code of the seats beside which it is shown; %NULL: the whole body
 *
 * Says beside which seats the finding belongs.
 */
void
eqp_finding_set_category (EqpFinding *self,
                          const char *category)
{
  g_return_if_fail (EQP_IS_FINDING (self));

  g_free (self->category);
  self->category = g_strdup (category);
}

/**
 * eqp_finding_set_mandate:
 * @self: a finding
 * @mandate: id of the one mandate it is about
 *
 * Says which seat the finding is about.
 */
void
eqp_finding_set_mandate (EqpFinding *self,
                         gint64      mandate)
{
  g_return_if_fail (EQP_IS_FINDING (self));

  self->mandate = mandate;
}

/**
 * eqp_finding_add_number:
 * @self: a finding
 * @name: (transfer none): static name, such as "count"
 * @value: a number that the rule compared
 *
 * Adds a figure, in the order in which --format json gives them.
 */
void
eqp_finding_add_number (EqpFinding *self,
                        const char *name,
                        gint64      value)
{
  EqpFindingValue entry = { .name = name, .type = EQP_VALUE_NUMBER, .number = value };

  g_return_if_fail (EQP_IS_FINDING (self));

  g_array_append_val (self->values, entry);
}

/**
 * eqp_finding_add_text:
 * @self: a finding
 * @name: (transfer none): static name, such as "side"
 * @value: a code or an ISO date that the rule compared
 *
 * Adds a value that is not a number.
 */
void
eqp_finding_add_text (EqpFinding *self,
                      const char *name,
                      const char *value)
{
  EqpFindingValue entry = { .name = name, .type = EQP_VALUE_TEXT };

  g_return_if_fail (EQP_IS_FINDING (self));
  g_return_if_fail (value != NULL);

  entry.text = g_strdup (value);
  g_array_append_val (self->values, entry);
}

/**
 * eqp_finding_get_code:
 * @self: a finding
 *
 * Returns: (transfer none): the stable code
 */
const char *
eqp_finding_get_code (EqpFinding *self)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), NULL);

  return self->code;
}

/**
 * eqp_finding_get_severity:
 * @self: a finding
 *
 * Returns: error, warning or information
 */
EqpSeverity
eqp_finding_get_severity (EqpFinding *self)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), EQP_SEVERITY_ERROR);

  return self->severity;
}

/**
 * eqp_finding_get_body_id:
 * @self: a finding
 *
 * Returns: id of the body, 0 for a finding about the whole file
 */
gint64
eqp_finding_get_body_id (EqpFinding *self)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), 0);

  return self->body;
}

/**
 * eqp_finding_get_body_code:
 * @self: a finding
 *
 * Returns: (transfer none): code of the body, "" for a finding about the whole file
 */
const char *
eqp_finding_get_body_code (EqpFinding *self)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), NULL);

  return self->body_code;
}

/**
 * eqp_finding_get_subject:
 * @self: a finding
 *
 * Returns: (transfer none): code of what it is about within the body, "" for the body itself
 */
const char *
eqp_finding_get_subject (EqpFinding *self)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), NULL);

  return self->subject;
}

/**
 * eqp_finding_get_category:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): code of the seats beside which it is shown
 */
const char *
eqp_finding_get_category (EqpFinding *self)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), NULL);

  return self->category;
}

/**
 * eqp_finding_get_mandate:
 * @self: a finding
 *
 * Returns: id of the mandate it is about, 0 when it is not about one
 */
gint64
eqp_finding_get_mandate (EqpFinding *self)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), 0);

  return self->mandate;
}

/**
 * eqp_finding_get_cure_kind:
 * @self: a finding
 *
 * Returns: which action of the window would put it right
 */
EqpCureKind
eqp_finding_get_cure_kind (EqpFinding *self)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), EQP_CURE_NONE);

  return self->cure_kind;
}

/**
 * eqp_finding_dup_message:
 * @self: a finding
 * @language: of the sentence
 *
 * Returns: (transfer full): what was found
 */
char *
eqp_finding_dup_message (EqpFinding *self,
                         EqpLanguage language)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), NULL);

  return eqp_message_render (self->message, language);
}

/**
 * eqp_finding_dup_cure:
 * @self: a finding
 * @language: of the sentence
 *
 * Returns: (transfer full): what would put it right, "" when nothing is known
 */
char *
eqp_finding_dup_cure (EqpFinding *self,
                      EqpLanguage language)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), NULL);

  return self->cure != NULL ? eqp_message_render (self->cure, language) : g_strdup ("");
}

/**
 * eqp_finding_dup_source:
 * @self: a finding
 * @language: of the quotation marks; the sentence stays in the language of its source
 *
 * Returns: (transfer full): the requirement and the sentence it comes from
 */
char *
eqp_finding_dup_source (EqpFinding *self,
                        EqpLanguage language)
{
  g_autoptr (EqpMessage) quotation = NULL;

  g_return_val_if_fail (EQP_IS_FINDING (self), NULL);

  if (*self->sentence == '\0')
    return g_strdup (self->requirement);

  /* Translators: {requirement} is a number such as C-09, {sentence} a quotation from the source text. */
  quotation = eqp_message_new (N_ ("{requirement}: “{sentence}”"));
  eqp_message_text (quotation, "requirement", self->requirement);
  eqp_message_text (quotation, "sentence", self->sentence);
  return eqp_message_render (quotation, language);
}

/**
 * eqp_finding_get_values:
 * @self: a finding
 * @n_values: (out): how many
 *
 * Returns: (transfer none) (array length=n_values): what the rule compared, in order
 */
const EqpFindingValue *
eqp_finding_get_values (EqpFinding *self,
                        guint      *n_values)
{
  g_return_val_if_fail (EQP_IS_FINDING (self), NULL);
  g_return_val_if_fail (n_values != NULL, NULL);

  *n_values = self->values->len;
  return (const EqpFindingValue *)self->values->data;
}

/**
 * eqp_severity_get_code:
 * @severity: a severity
 *
 * Returns: (transfer none): its name in files and in --format json
 */
const char *
eqp_severity_get_code (EqpSeverity severity)
{
  static const char *const codes[] = { "error", "warning", "information", "off" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (codes), NULL);

  return codes[severity];
}

/**
 * eqp_severity_get_label:
 * @severity: a severity
 * @language: of the label
 *
 * Returns: (transfer none): its name for readers
 */
const char *
eqp_severity_get_label (EqpSeverity severity,
                        EqpLanguage language)
{
  static const char *const labels[] = {
    NC_ ("severity", "Error"),
    NC_ ("severity", "Warning"),
    NC_ ("severity", "Information"),
    NC_ ("severity", "Off"),
  };

  g_return_val_if_fail (severity < G_N_ELEMENTS (labels), NULL);

  return eqp_tr_c (language, "severity", labels[severity]);
}

/**
 * eqp_finding_compare:
 * @a: (type gpointer): address of a finding's pointer
 * @b: (type gpointer): address of another's
 *
 * Orders findings by body code, severity, code and subject: the order of every list and of --format json.
 *
 * Returns: less than, equal to or greater than 0
 */
int
eqp_finding_compare (gconstpointer a,
                     gconstpointer b)
{
  const EqpFinding *first = *(const EqpFinding *const *)a;
  const EqpFinding *second = *(const EqpFinding *const *)b;
  int               order;

  order = strcmp (first->body_code, second->body_code);
  if (order == 0)
    order = (int)first->severity - (int)second->severity;
  if (order == 0)
    order = strcmp (first->code, second->code);
  if (order == 0)
    order = strcmp (first->subject, second->subject);
  return order;
}
