/* eqp-snapshot.c — a body on a date, as plain values: what rules read and documents print */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-snapshot"

#include "config.h"

#include "domain/bodies/eqp-snapshot-private.h"

#include "domain/directory/eqp-person.h"

#include <glib/gi18n.h>

/**
 * eqp_snapshot_ref:
 * @self: a snapshot
 *
 * Snapshots never change once they are loaded, so any thread may hold one.
 *
 * Returns: (transfer full): @self
 */
EqpSnapshot *
eqp_snapshot_ref (EqpSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * eqp_snapshot_unref:
 * @self: (transfer full): a snapshot
 */
void
eqp_snapshot_unref (EqpSnapshot *self)
{
  g_atomic_rc_box_release_full (self, _eqp_snapshot_clear);
}

/**
 * eqp_snapshot_find_category:
 * @self: a snapshot
 * @code: the code of a category of its statute
 *
 * Returns: (transfer none) (nullable): the category, %NULL when the statute has none of that code
 */
const EqpSnapshotCategory *
eqp_snapshot_find_category (const EqpSnapshot *self,
                            const char        *code)
{
  for (guint i = 0; i < self->categories->len; i++)
    {
      const EqpSnapshotCategory *category = self->categories->pdata[i];

      if (strcmp (category->code, code) == 0)
        return category;
    }
  return NULL;
}

/**
 * eqp_snapshot_count:
 * @self: a snapshot
 * @category: the index of a category, or %EQP_ALL_CATEGORIES for all that count in the total
 *
 * Somebody who holds two seats counts once (C-09).
 *
 * Returns: the number of distinct persons
 */
guint
eqp_snapshot_count (const EqpSnapshot *self,
                    guint              category)
{
  g_autoptr (GHashTable) persons = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->seats->len; i++)
    {
      EqpSeat                   *seat = self->seats->pdata[i];
      const EqpSnapshotCategory *own = self->categories->pdata[seat->category];

      if (category == EQP_ALL_CATEGORIES ? own->counts : seat->category == category)
        g_hash_table_add (persons, &seat->person);
    }
  return g_hash_table_size (persons);
}

/**
 * eqp_snapshot_get_number:
 * @self: a snapshot
 * @parameter: the name of a parameter of its statute
 * @value: (out): the number in force on the date; left as it is when there is none
 *
 * Returns: %FALSE when the parameter is absent, empty, "off", or no whole number of 32 bits
 */
gboolean
eqp_snapshot_get_number (const EqpSnapshot *self,
                         const char        *parameter,
                         gint64            *value)
{
  for (guint i = 0; i < self->parameters->len; i++)
    {
      const EqpSnapshotParameter *candidate = self->parameters->pdata[i];

      if (strcmp (candidate->name, parameter) == 0)
        return g_ascii_string_to_signed (candidate->value, 10, G_MININT32, G_MAXINT32, value, NULL); /* rules add and take away */
    }
  return FALSE;
}

/**
 * eqp_snapshot_get_name:
 * @self: a snapshot
 * @language: the reader's language
 *
 * Returns: (transfer none): the body's name
 */
const char *
eqp_snapshot_get_name (const EqpSnapshot *self,
                       EqpLanguage        language)
{
  return language == EQP_LANGUAGE_FR ? self->name_fr : self->name_en;
}

/**
 * eqp_category_get_name:
 * @category: a category of a snapshot
 * @language: the reader's language
 *
 * Returns: (transfer none): the category's name
 */
const char *
eqp_category_get_name (const EqpSnapshotCategory *category,
                       EqpLanguage                language)
{
  return language == EQP_LANGUAGE_FR ? category->name_fr : category->name_en;
}

/**
 * eqp_seat_dup_name:
 * @seat: a seat of a snapshot
 * @language: the reader's language
 *
 * Returns: (transfer full): who holds it: "Mme Anne Duval", "Ms Anne Duval"
 */
char *
eqp_seat_dup_name (const EqpSeat *seat,
                   EqpLanguage    language)
{
  return eqp_person_format_name (seat->civility, seat->given_name, seat->family_name, language);
}

/**
 * eqp_side_get_label:
 * @side: a side
 * @language: the reader's language
 *
 * Returns: (transfer none): what a reader calls it, "" for %EQP_SIDE_NONE
 */
const char *
eqp_side_get_label (EqpSide     side,
                    EqpLanguage language)
{
  switch (side)
    {
    case EQP_SIDE_UNIVERSITY:
      return eqp_tr (language, N_ ("University"));
    case EQP_SIDE_RECTORAT:
      return eqp_tr (language, N_ ("Education authority"));
    case EQP_SIDE_OTHER:
      return eqp_tr (language, N_ ("Other"));
    case EQP_SIDE_NONE:
    default:
      return "";
    }
}

/**
 * eqp_side_get_letter:
 * @side: a side
 *
 * Returns: (transfer none): "U", "R", or ""
 */
const char *
eqp_side_get_letter (EqpSide side)
{
  switch (side)
    {
    case EQP_SIDE_UNIVERSITY:
      return "U";
    case EQP_SIDE_RECTORAT:
      return "R";
    case EQP_SIDE_NONE:
    case EQP_SIDE_OTHER:
    default:
      return "";
    }
}
