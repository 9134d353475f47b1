/* proof-replay.c — the states in which a power cut can leave what was recorded */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "proof-replay"
#include "config.h"

#include "proof-common.h"
#include "proof-disk-private.h"

#include <string.h>

/* How a power cut chooses among the operations that were not synced. */
typedef enum {
  CUT_LOSES_ALL,
  CUT_KEEPS_ALL,
  CUT_IN_ORDER,   /* all before one moment, the operation of that moment torn */
  CUT_BACKWARDS,  /* all after one moment: the disk wrote the last ones first */
  CUT_SCATTERED,  /* each for itself */
  CUT_BY_SECTORS, /* each sector of each write for itself */
  CUT_WITH_WASTE, /* the same, and what is lost may leave zeros or waste in its place */
  N_CUTS,
} Cut;

typedef struct
{
  GByteArray *synced;
  GArray     *pending; /* (element-type guint) operations, in order */
} Node;

struct _ProofReplay
{
  const ProofRecord *record;
  const char *const *names;
  guint              n_names;
  guint              position; /* of the next operation */
  guint              n_acknowledged;
  GArray            *nodes;         /* (element-type Node) */
  GHashTable        *synced_names;  /* name → node */
  GArray            *pending_links; /* (element-type guint) operations of the folder */
  guint              n_pending;
};

static void
node_clear (gpointer data)
{
  Node *node = data;

  g_byte_array_unref (node->synced);
  g_array_unref (node->pending);
}

ProofReplay *
proof_replay_new (const ProofRecord *record,
                  const char *const *names)
{
  ProofReplay *self = g_new0 (ProofReplay, 1);

  self->record = record;
  self->names = names;
  self->n_names = g_strv_length ((char **)names);
  g_assert_cmpuint (self->n_names, <=, PROOF_MAX_NAMES);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (self->nodes, node_clear);
  for (guint i = 0; i < record->first->len; i++)
    {
      GByteArray *first = record->first->pdata[i];
      Node        node = { g_byte_array_sized_new (first->len), g_array_new (FALSE, FALSE, sizeof (guint)) };

      g_byte_array_append (node.synced, first->data, first->len);
      g_array_append_val (self->nodes, node);
    }
  self->synced_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  proof_names_copy (record->first_names, self->synced_names);
  self->pending_links = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
proof_replay_free (ProofReplay *self)
{
  g_array_unref (self->nodes);
  g_hash_table_unref (self->synced_names);
  g_array_unref (self->pending_links);
  g_free (self);
}

static const ProofOperation *
get_operation (ProofReplay *self,
               guint        index)
{
  return &g_array_index (self->record->operations, ProofOperation, index);
}

static void
set_size (GByteArray *content,
          gsize       size)
{
  gsize before = content->len;

  g_byte_array_set_size (content, (guint)size);
  if (size > before)
    memset (content->data + before, 0, size - before);
}

/* Part of a write: the bytes from @from up to @to of it. */
static void
put (GByteArray           *content,
     const ProofOperation *operation,
     gsize                 from,
     gsize                 to)
{
  gsize end = (gsize)operation->offset + to;

  if (end > content->len)
    set_size (content, end);
  memcpy (content->data + operation->offset + from, operation->data + from, to - from);
}

/* Something else than what was written: zeros, as where a file grew and its content did not follow, or anything. */
static void
spoil (GByteArray           *content,
       const ProofOperation *operation,
       gsize                 from,
       gsize                 to,
       GRand                *random)
{
  gboolean zeros = g_rand_boolean (random);

  put (content, operation, from, to);
  for (gsize i = from; i < to; i++)
    content->data[operation->offset + i] = zeros ? 0 : (guint8)g_rand_int (random);
}

/* Each sector of a write for itself. */
static void
tear (GByteArray           *content,
      const ProofOperation *operation,
      gboolean              waste,
      GRand                *random)
{
  gsize size = (gsize)operation->size;
  gsize from = 0;

  while (from < size)
    {
      gsize to = MIN (size, from + PROOF_SECTOR - ((gsize)operation->offset + from) % PROOF_SECTOR);
      guint draw = g_rand_int (random) & 7;

      if (draw < 4)
        put (content, operation, from, to);
      else if (draw == 4 && waste)
        spoil (content, operation, from, to, random);
      from = to;
    }
}

static void
apply (GByteArray           *content,
       const ProofOperation *operation)
{
  if (operation->type == PROOF_OPERATION_TRUNCATE)
    set_size (content, (gsize)operation->size);
  else
    put (content, operation, 0, (gsize)operation->size);
}

/* Whether the operation survives whole; *@torn: some of its sectors may. */
static gboolean
survives (Cut       cut,
          guint     index,
          guint     moment,
          GRand    *random,
          gboolean *torn)
{
  *torn = FALSE;
  switch (cut)
    {
    case CUT_LOSES_ALL:
      return FALSE;
    case CUT_KEEPS_ALL:
      return TRUE;
    case CUT_IN_ORDER:
      *torn = index == moment;
      return index < moment;
    case CUT_BACKWARDS:
      *torn = index == moment;
      return index > moment;
    case CUT_SCATTERED:
      return g_rand_boolean (random);
    case CUT_BY_SECTORS:
    case CUT_WITH_WASTE:
      *torn = TRUE;
      return FALSE;
    case N_CUTS:
    default:
      g_assert_not_reached ();
    }
}

/* What the file holds: a function of the cut, of its moment and of chance. */
static void
crash_node (ProofReplay *self,
            Node        *node,
            Cut          cut,
            guint        moment,
            GRand       *random,
            GByteArray  *content)
{
  g_byte_array_set_size (content, 0);
  g_byte_array_append (content, node->synced->data, node->synced->len);
  for (guint i = 0; i < node->pending->len; i++)
    {
      guint                 index = g_array_index (node->pending, guint, i);
      const ProofOperation *operation = get_operation (self, index);
      gboolean              torn;

      if (survives (cut, index, moment, random, &torn))
        apply (content, operation);
      else if (torn && operation->type == PROOF_OPERATION_WRITE)
        tear (content, operation, cut == CUT_WITH_WASTE, random);
      else if (torn && g_rand_boolean (random))
        apply (content, operation);
    }
}

static void
link_node (GHashTable           *names,
           const ProofOperation *operation)
{
  if (operation->type == PROOF_OPERATION_UNLINK)
    {
      g_hash_table_remove (names, operation->name);
      return;
    }
  if (operation->other_name != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (names, operation->other_name)) == operation->node)
    g_hash_table_remove (names, operation->other_name);
  g_hash_table_insert (names, g_strdup (operation->name), GUINT_TO_POINTER (operation->node));
}

static void
crash_names (ProofReplay *self,
             Cut          cut,
             guint        moment,
             GRand       *random,
             GHashTable  *names)
{
  proof_names_copy (self->synced_names, names);
  for (guint i = 0; i < self->pending_links->len; i++)
    {
      guint    index = g_array_index (self->pending_links, guint, i);
      gboolean torn;

      if (survives (cut, index, moment, random, &torn) || (torn && g_rand_boolean (random)))
        link_node (names, get_operation (self, index));
    }
}

static guint64
hash_state (const ProofState *state)
{
  guint64 hash = 1;

  for (guint i = 0; i < PROOF_MAX_NAMES; i++)
    {
      guint32 head[2] = { state->exists[i], state->exists[i] ? state->content[i]->len : 0 };

      hash = proof_hash (hash, head, sizeof head);
      if (state->exists[i])
        hash = proof_hash (hash, state->content[i]->data, state->content[i]->len);
    }
  return hash;
}

void
proof_replay_crash (ProofReplay *self,
                    GRand       *random,
                    ProofState  *state)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Cut   cut = (Cut)g_rand_int_range (random, 0, N_CUTS);
  guint first = self->position;
  guint moment;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      Node *node = &g_array_index (self->nodes, Node, i);

      if (node->pending->len > 0)
        first = MIN (first, g_array_index (node->pending, guint, 0));
    }
  moment = first < self->position ? (guint)g_rand_int_range (random, (gint32)first, (gint32)self->position) : first;
  crash_names (self, cut, moment, random, names);
  for (guint i = 0; i < PROOF_MAX_NAMES; i++)
    {
      guint node = i < self->n_names ? GPOINTER_TO_UINT (g_hash_table_lookup (names, self->names[i])) : 0;

      state->exists[i] = node != 0;
      if (node != 0)
        crash_node (self, &g_array_index (self->nodes, Node, node - 1), cut, moment, random, state->content[i]);
    }
  state->hash = hash_state (state);
}

gboolean
proof_replay_next (ProofReplay *self)
{
  const ProofOperation *operation;
  guint                 index = self->position;
  Node                 *node;

  if (index == self->record->operations->len)
    return FALSE;
  operation = get_operation (self, self->position++);
  node = operation->node > 0 ? &g_array_index (self->nodes, Node, operation->node - 1) : NULL;
  switch (operation->type)
    {
    case PROOF_OPERATION_WRITE:
    case PROOF_OPERATION_TRUNCATE:
      g_array_append_val (node->pending, index);
      self->n_pending++;
      break;
    case PROOF_OPERATION_SYNC:
      for (guint i = 0; i < node->pending->len; i++)
        apply (node->synced, get_operation (self, g_array_index (node->pending, guint, i)));
      self->n_pending -= node->pending->len;
      g_array_set_size (node->pending, 0);
      break;
    case PROOF_OPERATION_LINK:
    case PROOF_OPERATION_UNLINK:
      g_array_append_val (self->pending_links, index);
      self->n_pending++;
      break;
    case PROOF_OPERATION_SYNC_FOLDER:
      for (guint i = 0; i < self->pending_links->len; i++)
        link_node (self->synced_names, get_operation (self, g_array_index (self->pending_links, guint, i)));
      self->n_pending -= self->pending_links->len;
      g_array_set_size (self->pending_links, 0);
      break;
    case PROOF_OPERATION_ACKNOWLEDGE:
      self->n_acknowledged++;
      break;
    default:
      g_assert_not_reached ();
    }
  return TRUE;
}

guint
proof_replay_n_pending (ProofReplay *self)
{
  return self->n_pending;
}

guint
proof_replay_n_acknowledged (ProofReplay *self)
{
  return self->n_acknowledged;
}

guint
proof_replay_get_position (ProofReplay *self)
{
  return self->position;
}

void
proof_state_init (ProofState *self)
{
  for (guint i = 0; i < PROOF_MAX_NAMES; i++)
    {
      self->content[i] = g_byte_array_new ();
      self->exists[i] = FALSE;
    }
}

void
proof_state_clear (ProofState *self)
{
  for (guint i = 0; i < PROOF_MAX_NAMES; i++)
    g_byte_array_unref (self->content[i]);
}
