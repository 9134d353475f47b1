/* eqp-entry.c — one entry of the journal, for lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-journal-private.h"

#include <glib/gi18n.h>

struct _EqpEntry
{
  GObject parent_instance;

  gint64       id;
  gint64       instant; /* µs since 1970 UTC */
  char        *author;
  EqpMessage  *label;
  EqpEntryKind kind;
  gint64       target; /* 0: none */
  gboolean     undone;
};

G_DEFINE_FINAL_TYPE (EqpEntry, eqp_entry, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_LABEL,
  PROP_AUTHOR,
  PROP_WHEN,
  PROP_IS_UNDONE,
} Property;

static GParamSpec *properties[PROP_IS_UNDONE + 1];

static void
eqp_entry_finalize (GObject *object)
{
  EqpEntry *self = EQP_ENTRY (object);

  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->label, eqp_message_unref);

  G_OBJECT_CLASS (eqp_entry_parent_class)->finalize (object);
}

static void
eqp_entry_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  EqpEntry   *self = EQP_ENTRY (object);
  EqpLanguage language = eqp_language_get_interface ();

  switch ((Property)prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_LABEL:
      g_value_take_string (value, eqp_entry_dup_sentence (self, language));
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_WHEN:
      g_value_take_string (value, eqp_date_format_instant (self->instant, language));
      break;
    case PROP_IS_UNDONE:
      g_value_set_boolean (value, self->undone);
      break;
    }
}

static void
eqp_entry_class_init (EqpEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = eqp_entry_finalize;
  object_class->get_property = eqp_entry_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, NULL, flags);
  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, flags);
  properties[PROP_IS_UNDONE] = g_param_spec_boolean ("is-undone", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
eqp_entry_init (EqpEntry *self)
{
}

/**
 * _eqp_entry_new:
 * @id: its id
 * @instant: when, in µs since 1970 UTC
 * @author: who
 * @label: (transfer full): what was done
 * @kind: an edit, an undo or a redo
 * @target: the entry it takes back, 0 for an edit
 * @undone: whether it is taken back itself
 *
 * Returns: (transfer full): an entry
 */
EqpEntry *
_eqp_entry_new (gint64       id,
                gint64       instant,
                const char  *author,
                EqpMessage  *label,
                EqpEntryKind kind,
                gint64       target,
                gboolean     undone)
{
  EqpEntry *self = g_object_new (EQP_TYPE_ENTRY, NULL);

  self->id = id;
  self->instant = instant;
  self->author = g_strdup (author);
  self->label = label;
  self->kind = kind;
  self->target = target;
  self->undone = undone;
  return self;
}

/**
 * eqp_entry_get_id:
 * @self: an entry
 *
 * Returns: its id in the journal
 */
gint64
eqp_entry_get_id (EqpEntry *self)
{
  g_return_val_if_fail (EQP_IS_ENTRY (self), 0);

  return self->id;
}

/**
 * eqp_entry_get_instant:
 * @self: an entry
 *
 * Returns: when it was made, in µs since 1970 UTC
 */
gint64
eqp_entry_get_instant (EqpEntry *self)
{
  g_return_val_if_fail (EQP_IS_ENTRY (self), 0);

  return self->instant;
}

/**
 * eqp_entry_get_author:
 * @self: an entry
 *
 * Returns: (transfer none): who made it
 */
const char *
eqp_entry_get_author (EqpEntry *self)
{
  g_return_val_if_fail (EQP_IS_ENTRY (self), NULL);

  return self->author;
}

/**
 * eqp_entry_get_label:
 * @self: an entry
 *
 * Returns: (transfer none): what the edit did; for an undo or a redo, what the edit did that it took back or did again
 */
EqpMessage *
eqp_entry_get_label (EqpEntry *self)
{
  g_return_val_if_fail (EQP_IS_ENTRY (self), NULL);

  return self->label;
}

/**
 * eqp_entry_get_kind:
 * @self: an entry
 *
 * Returns: whether it is an edit, an undo or a redo
 */
EqpEntryKind
eqp_entry_get_kind (EqpEntry *self)
{
  g_return_val_if_fail (EQP_IS_ENTRY (self), EQP_ENTRY_EDIT);

  return self->kind;
}

/**
 * eqp_entry_get_target:
 * @self: an entry
 *
 * Returns: the id of the entry it takes back; 0 for an edit
 */
gint64
eqp_entry_get_target (EqpEntry *self)
{
  g_return_val_if_fail (EQP_IS_ENTRY (self), 0);

  return self->target;
}

/**
 * eqp_entry_is_undone:
 * @self: an entry
 *
 * Returns: whether it was taken back when it was read
 */
gboolean
eqp_entry_is_undone (EqpEntry *self)
{
  g_return_val_if_fail (EQP_IS_ENTRY (self), FALSE);

  return self->undone;
}

/**
 * _eqp_journal_dup_sentence:
 * @kind: what an entry is
 * @label: its label, or that of the edit which it took back or did again
 * @language: the reader's
 *
 * Returns: (transfer full): what it did
 */
char *
_eqp_journal_dup_sentence (EqpEntryKind kind,
                           EqpMessage  *label,
                           EqpLanguage  language)
{
  g_autofree char *what = eqp_message_render (label, language);
  g_autoptr (EqpMessage) message = NULL;

  if (kind == EQP_ENTRY_EDIT || kind == EQP_ENTRY_BEGINNING)
    return g_steal_pointer (&what);
  /* Translators: {what} is what was done at first, such as “Added Anne Duval”. */
  message = eqp_message_new (kind == EQP_ENTRY_UNDO ? N_ ("Undone: {what}") : N_ ("Redone: {what}"));
  eqp_message_text (message, "what", what);
  return eqp_message_render (message, language);
}

/**
 * eqp_entry_dup_sentence:
 * @self: an entry
 * @language: the reader's
 *
 * Returns: (transfer full): what it did
 */
char *
eqp_entry_dup_sentence (EqpEntry   *self,
                        EqpLanguage language)
{
  g_return_val_if_fail (EQP_IS_ENTRY (self), NULL);

  return _eqp_journal_dup_sentence (self->kind, self->label, language);
}
