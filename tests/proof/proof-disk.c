/* proof-disk.c — a record of what is written to one folder */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "proof-disk"
#include "config.h"

#include "proof-disk-private.h"

#include <string.h>
#include <unistd.h>

static ProofRecord *recorded;

static void
operation_clear (gpointer data)
{
  ProofOperation *operation = data;

  g_free (operation->data);
  g_free (operation->name);
  g_free (operation->other_name);
}

static ProofOperation *
add (ProofOperationType type,
     guint              node)
{
  ProofOperation operation = { .type = type, .node = node };

  g_array_append_val (recorded->operations, operation);
  return &g_array_index (recorded->operations, ProofOperation, recorded->operations->len - 1);
}

/* The name within the recorded folder; NULL for what lies elsewhere. */
static char *
dup_name (const char *path)
{
  g_autofree char *folder = recorded != NULL ? g_path_get_dirname (path) : NULL;

  return recorded != NULL && strcmp (folder, recorded->folder) == 0 ? g_path_get_basename (path) : NULL;
}

static guint
add_node (const char *name,
          GByteArray *content)
{
  g_ptr_array_add (recorded->first, content);
  g_hash_table_insert (recorded->names, g_strdup (name), GUINT_TO_POINTER (recorded->first->len));
  return recorded->first->len;
}

void
proof_disk_start (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  g_assert_null (recorded);
  recorded = g_new0 (ProofRecord, 1);
  recorded->folder = g_strdup (folder);
  recorded->operations = g_array_new (FALSE, FALSE, sizeof (ProofOperation));
  g_array_set_clear_func (recorded->operations, operation_clear);
  recorded->first = g_ptr_array_new_with_free_func ((GDestroyNotify)g_byte_array_unref);
  recorded->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char            *content;
      gsize            size;

      g_file_get_contents (path, &content, &size, &error);
      g_assert_no_error (error);
      add_node (name, g_byte_array_new_take ((guint8 *)content, size));
    }
  recorded->n_first = recorded->first->len;
  recorded->first_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  proof_names_copy (recorded->names, recorded->first_names);
}

ProofRecord *
proof_disk_stop (void)
{
  return g_steal_pointer (&recorded);
}

void
proof_record_free (ProofRecord *self)
{
  g_array_unref (self->operations);
  g_ptr_array_unref (self->first);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->first_names);
  g_free (self->folder);
  g_free (self);
}

void
proof_names_copy (GHashTable *from,
                  GHashTable *to)
{
  GHashTableIter iter;
  gpointer       name;
  gpointer       node;

  g_hash_table_remove_all (to);
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &name, &node))
    g_hash_table_insert (to, g_strdup (name), node);
}

void
proof_disk_note_acknowledged (void)
{
  if (recorded != NULL)
    add (PROOF_OPERATION_ACKNOWLEDGE, 0);
}

guint
proof_disk_find (const char *path)
{
  g_autofree char *name = dup_name (path);

  return name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (recorded->names, name)) : 0;
}

void
proof_disk_note_create (const char *path)
{
  char *name = dup_name (path);

  if (name != NULL)
    add (PROOF_OPERATION_LINK, add_node (name, g_byte_array_new ()))->name = name;
}

void
proof_disk_note_remove (const char *path)
{
  char *name = dup_name (path);

  if (name == NULL)
    return;
  g_hash_table_remove (recorded->names, name);
  add (PROOF_OPERATION_UNLINK, 0)->name = name;
}

void
proof_disk_note_rename (const char *from,
                        const char *to)
{
  g_autofree char *old_name = dup_name (from);
  g_autofree char *new_name = dup_name (to);
  ProofOperation  *operation;
  guint            node;

  if (old_name == NULL || new_name == NULL)
    return;
  node = GPOINTER_TO_UINT (g_hash_table_lookup (recorded->names, old_name));
  g_hash_table_remove (recorded->names, old_name);
  g_hash_table_insert (recorded->names, g_strdup (new_name), GUINT_TO_POINTER (node));
  operation = add (PROOF_OPERATION_LINK, node);
  operation->name = g_steal_pointer (&new_name);
  operation->other_name = g_steal_pointer (&old_name);
}

void
proof_disk_note_write (guint       node,
                       const void *data,
                       gsize       size,
                       goffset     offset)
{
  ProofOperation *operation;

  if (recorded == NULL || node == 0)
    return;
  operation = add (PROOF_OPERATION_WRITE, node);
  operation->data = g_memdup2 (data, size);
  operation->size = (goffset)size;
  operation->offset = offset;
}

void
proof_disk_note_truncate (guint   node,
                          goffset size)
{
  if (recorded != NULL && node != 0)
    add (PROOF_OPERATION_TRUNCATE, node)->size = size;
}

void
proof_disk_note_sync (guint node)
{
  if (recorded != NULL && node != 0)
    add (PROOF_OPERATION_SYNC, node);
}

void
proof_disk_note_sync_fd (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);

  if (recorded == NULL || path == NULL)
    return;
  if (strcmp (path, recorded->folder) == 0)
    proof_disk_note_sync_folder ();
  else
    proof_disk_note_sync (proof_disk_find (path));
}

void
proof_disk_note_sync_folder (void)
{
  if (recorded != NULL)
    add (PROOF_OPERATION_SYNC_FOLDER, 0);
}
