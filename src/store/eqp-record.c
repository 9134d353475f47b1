/* eqp-record.c — the base of every stored entity: class, properties, live records and drafts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record"
#include "config.h"

#include "store/eqp-record-private.h"
#include "store/eqp-store-internal.h"

#include <glib/gi18n.h>

G_DEFINE_TYPE_WITH_PRIVATE (EqpRecord, eqp_record, G_TYPE_OBJECT)

/* Beyond the ids that eqp_record_class_set_entity() and subclasses use. */
enum {
  PROP_DELETED = 1 << 16,
  PROP_TITLE,
};

/* While GObject runs this class's own instance init, the instance does not know its subclass yet: the values come at the first use,
 * which may already be the subclass's instance init, where it sets what a new record starts with. */
EqpRecordPrivate *
_eqp_record_get_private (EqpRecord *self)
{
  EqpRecordPrivate *priv = eqp_record_get_instance_private (self);

  if (G_UNLIKELY (priv->values == NULL))
    {
      priv->key.entity = EQP_RECORD_GET_CLASS (self)->entity;
      priv->values = _eqp_values_new (priv->key.entity);
    }
  return priv;
}

static char *
eqp_record_real_dup_title (EqpRecord  *self,
                           EqpLanguage language)
{
  static const char *const names[] = { "code", "name" };
  const EqpEntity         *entity = eqp_record_get_entity (self);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int field = eqp_entity_find_field (entity, names[i]);

      if (field >= 0 && entity->fields[field].type == EQP_FIELD_TEXT && !eqp_record_is_empty (self, (guint)field))
        return g_strdup (eqp_record_get_text (self, (guint)field));
    }
  return g_strdup (eqp_tr (language, entity->label));
}

static void
get_field_property (EqpRecord *self,
                    guint      field,
                    GValue    *value)
{
  switch (eqp_record_get_entity (self)->fields[field].type)
    {
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
      g_value_set_string (value, eqp_record_get_text (self, field));
      break;
    case EQP_FIELD_DATE:
      g_value_take_string (value, eqp_date_dup_iso (eqp_record_get_date (self, field)));
      break;
    case EQP_FIELD_INTEGER:
      g_value_set_int64 (value, eqp_record_get_integer (self, field));
      break;
    case EQP_FIELD_REFERENCE:
      g_value_set_int64 (value, eqp_record_get_reference (self, field));
      break;
    case EQP_FIELD_BOOLEAN:
      g_value_set_boolean (value, eqp_record_get_boolean (self, field));
      break;
    default:
      g_return_if_reached ();
    }
}

static void
eqp_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  EqpRecord       *self = EQP_RECORD (object);
  const EqpEntity *entity = eqp_record_get_entity (self);

  if (prop_id == PROP_DELETED)
    g_value_set_boolean (value, eqp_record_is_deleted (self));
  else if (prop_id <= entity->n_fields)
    get_field_property (self, prop_id - 1, value);
  else if (prop_id == PROP_TITLE)
    g_value_take_string (value, eqp_record_dup_title (self, eqp_language_get_interface ()));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
eqp_record_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  EqpRecord       *self = EQP_RECORD (object);
  const EqpEntity *entity = eqp_record_get_entity (self);
  guint            field = prop_id - 1;
  const char      *text;

  if (field >= entity->n_fields)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  switch (entity->fields[field].type)
    {
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
      eqp_record_set_text (self, field, g_value_get_string (value));
      break;
    case EQP_FIELD_DATE:
      text = g_value_get_string (value);
      eqp_record_set_date (self, field, text != NULL && *text != '\0' ? eqp_date_from_iso (text) : EQP_DATE_NONE);
      break;
    case EQP_FIELD_INTEGER:
      eqp_record_set_integer (self, field, g_value_get_int64 (value));
      break;
    case EQP_FIELD_REFERENCE:
      eqp_record_set_reference (self, field, g_value_get_int64 (value));
      break;
    case EQP_FIELD_BOOLEAN:
      eqp_record_set_boolean (self, field, g_value_get_boolean (value));
      break;
    default:
      g_return_if_reached ();
    }
}

static void
eqp_record_dispose (GObject *object)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (EQP_RECORD (object));

  if (priv->is_listed || priv->is_touched)
    _eqp_store_forget (priv->store, EQP_RECORD (object));
  G_OBJECT_CLASS (eqp_record_parent_class)->dispose (object);
}

static void
eqp_record_finalize (GObject *object)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (EQP_RECORD (object));

  _eqp_record_clear_undo (priv);
  _eqp_values_free (priv->key.entity, priv->originals);
  _eqp_values_free (priv->key.entity, priv->values);
  g_clear_object (&priv->store);
  G_OBJECT_CLASS (eqp_record_parent_class)->finalize (object);
}

static void
eqp_record_class_init (EqpRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eqp_record_dispose;
  object_class->finalize = eqp_record_finalize;
  object_class->get_property = eqp_record_get_property;
  object_class->set_property = eqp_record_set_property;
  klass->dup_title = eqp_record_real_dup_title;
  g_object_class_install_property (object_class, PROP_DELETED, g_param_spec_boolean ("deleted", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  /* Of the base class, so that one list row serves every entity. */
  g_object_class_install_property (object_class, PROP_TITLE, g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
eqp_record_init (EqpRecord *self)
{
  EqpRecordPrivate *priv = eqp_record_get_instance_private (self);

  priv->is_draft = TRUE;
}

static GParamSpec *
new_field_property (const EqpField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case EQP_FIELD_INTEGER:
    case EQP_FIELD_REFERENCE:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case EQP_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case EQP_FIELD_TEXT:
    case EQP_FIELD_CHOICE:
    case EQP_FIELD_DATE:
    default:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    }
}

/**
 * eqp_record_class_set_entity:
 * @klass: the class of a subclass, in its class init
 * @entity: its field table, static
 *
 * Installs one property a field, named after it.
 */
void
eqp_record_class_set_entity (EqpRecordClass  *klass,
                             const EqpEntity *entity)
{
  /* GObject does not hand these two down to subclasses. */
  G_OBJECT_CLASS (klass)->get_property = eqp_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = eqp_record_set_property;
  klass->entity = entity;
  klass->properties = g_new0 (GParamSpec *, entity->n_fields + 1);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      klass->properties[i] = new_field_property (&entity->fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, klass->properties[i]);
    }
  klass->properties[entity->n_fields] = g_object_class_find_property (G_OBJECT_CLASS (klass), "title");
}

/**
 * eqp_record_new:
 * @entity: an entity
 *
 * Returns: (transfer full): a draft of a new record, empty but for what its class's instance init sets
 */
EqpRecord *
eqp_record_new (const EqpEntity *entity)
{
  return g_object_new (entity->get_type (), NULL);
}

/**
 * eqp_record_dup_draft:
 * @self: a record
 *
 * Returns: (transfer full): a detached copy whose setters work. It remembers the values it was taken with: saving it writes the
 *   others, and notices whether somebody changed them meanwhile. A copy of a draft remembers what that draft does.
 */
EqpRecord *
eqp_record_dup_draft (EqpRecord *self)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (self);
  const EqpEntity  *entity = priv->key.entity;
  EqpRecord        *draft = eqp_record_new (entity);
  EqpRecordPrivate *copy = _eqp_record_get_private (draft);

  _eqp_values_free (entity, copy->values);
  copy->values = _eqp_values_copy (entity, priv->values);
  copy->key.id = priv->key.id;
  if (priv->key.id != 0)
    copy->originals = _eqp_values_copy (entity, priv->is_draft ? priv->originals : priv->values);
  g_set_object (&copy->store, priv->store);
  return draft;
}

/**
 * eqp_record_get_entity:
 * @self: a record
 *
 * Returns: (transfer none): its field table
 */
const EqpEntity *
eqp_record_get_entity (EqpRecord *self)
{
  return _eqp_record_get_private (self)->key.entity;
}

/**
 * eqp_record_get_store:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the store it is from; %NULL for a new draft that was never saved
 */
EqpStore *
eqp_record_get_store (EqpRecord *self)
{
  return _eqp_record_get_private (self)->store;
}

/**
 * eqp_record_get_id:
 * @self: a record
 *
 * Returns: the id of its row, 0 for a new draft
 */
gint64
eqp_record_get_id (EqpRecord *self)
{
  return _eqp_record_get_private (self)->key.id;
}

/**
 * eqp_record_is_draft:
 * @self: a record
 *
 * Returns: whether it is a detached copy or a new record, and may be set
 */
gboolean
eqp_record_is_draft (EqpRecord *self)
{
  return _eqp_record_get_private (self)->is_draft;
}

/**
 * eqp_record_is_deleted:
 * @self: a record
 *
 * Returns: whether it was live and its row is gone; an undo may bring it back
 */
gboolean
eqp_record_is_deleted (EqpRecord *self)
{
  return _eqp_record_get_private (self)->is_deleted;
}

/**
 * eqp_record_dup_title:
 * @self: a record
 * @language: for whom
 *
 * Returns: (transfer full): one line that names it to a reader
 */
char *
eqp_record_dup_title (EqpRecord  *self,
                      EqpLanguage language)
{
  return EQP_RECORD_GET_CLASS (self)->dup_title (self, language);
}

/**
 * eqp_record_is_changed:
 * @draft: a draft
 *
 * Returns: whether it differs from the record it was taken from; a new one: from an empty one
 */
gboolean
eqp_record_is_changed (EqpRecord *draft)
{
  EqpRecordPrivate *priv = _eqp_record_get_private (draft);
  const EqpEntity  *entity = priv->key.entity;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      if (priv->originals != NULL && !_eqp_value_is_equal (&entity->fields[i], priv->values[i], priv->originals[i]))
        return TRUE;
      if (priv->originals == NULL && (entity->fields[i].type == EQP_FIELD_BOOLEAN ? priv->values[i].integer != 0 : !eqp_record_is_empty (draft, i)))
        return TRUE;
    }
  return FALSE;
}
