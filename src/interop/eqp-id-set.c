/* eqp-id-set.c — a set of record ids that takes little memory, for imports of many rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-id-set"
#include "config.h"
#include "interop/eqp-id-set.h"

/* Open addressing at no more than three quarters full: 11 to 22 bytes an id, where a GHashTable takes 40. */
struct _EqpIdSet
{
  gint64 *slots;   /* 0: free */
  gsize   n_slots; /* a power of two */
  gsize   n_ids;
};

/* Ids may be consecutive in tests and random in life: mix them. */
static gsize
find_slot (const gint64 *slots,
           gsize         n_slots,
           gint64        id)
{
  gsize slot = ((guint64)id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 20;

  for (slot &= n_slots - 1; slots[slot] != 0 && slots[slot] != id; slot = (slot + 1) & (n_slots - 1))
    continue;
  return slot;
}

static void
grow (EqpIdSet *self)
{
  gsize   n_slots = self->n_slots * 2;
  gint64 *slots = g_new0 (gint64, n_slots);

  for (gsize i = 0; i < self->n_slots; i++)
    if (self->slots[i] != 0)
      slots[find_slot (slots, n_slots, self->slots[i])] = self->slots[i];
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

/**
 * eqp_id_set_new:
 *
 * Returns: (transfer full): an empty set
 */
EqpIdSet *
eqp_id_set_new (void)
{
  EqpIdSet *self = g_new0 (EqpIdSet, 1);

  self->n_slots = 64;
  self->slots = g_new0 (gint64, self->n_slots);
  return self;
}

/**
 * eqp_id_set_free:
 * @self: (transfer full): a set
 */
void
eqp_id_set_free (EqpIdSet *self)
{
  g_free (self->slots);
  g_free (self);
}

/**
 * eqp_id_set_add:
 * @self: a set
 * @id: an id, not 0
 *
 * Returns: %FALSE when the set had it already
 */
gboolean
eqp_id_set_add (EqpIdSet *self,
                gint64    id)
{
  gsize slot = find_slot (self->slots, self->n_slots, id);

  if (self->slots[slot] == id)
    return FALSE;
  self->slots[slot] = id;
  if (++self->n_ids > self->n_slots / 4 * 3)
    grow (self);
  return TRUE;
}
