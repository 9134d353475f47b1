/* eqp-backup.h — the copies the program keeps of a file, and taking one back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef struct
{
  char  *path;
  gint64 instant; /* µs since 1970 UTC */
  gint64 size;    /* bytes */
} EqpBackup;

void eqp_backup_free (EqpBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpBackup, eqp_backup_free)

/* Which copies to give up, by their instants (µs since 1970 UTC, in any order): all but every one of the newest day, the newest of each
 * of the 12 newest days, 10 newest weeks and 9 newest months that have any. (element-type guint) indexes into @instants. */
GArray *eqp_backup_select_expired (const gint64 *instants,
                                   guint         n) G_GNUC_WARN_UNUSED_RESULT;
/* Copies live in $XDG_DATA_HOME/equipole/backups/<file uuid>/; 12 daily, 10 weekly and 9 monthly ones are kept. */
GPtrArray *eqp_backup_list (EqpStore *store,
                            GError  **error) G_GNUC_WARN_UNUSED_RESULT; /* (element-type EqpBackup), newest first */
gboolean   eqp_backup_make (EqpStore *store,
                            char    **path,
                            GError  **error);
/* Replaces the live file's content by the copy's (SQLite's backup API), after keeping a copy of the present one. */
gboolean eqp_backup_restore (EqpStore   *store,
                             const char *path,
                             GError    **error);
/* A checked, complete copy anywhere ("Save a copy…"): written beside, synced, renamed. */
gboolean eqp_backup_copy_to (EqpStore   *store,
                             const char *path,
                             GError    **error);

/* For a file that is too damaged to say who it is: the copies made of what stood at @path. (element-type EqpBackup), newest first */
GPtrArray *eqp_backup_list_of_path (const char *path,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts a copy at @path, where no connection has a file open. What stands there stays beside it: @kept: (out) (optional) (nullable). */
gboolean eqp_backup_restore_file (const char      *backup,
                                  const char      *path,
                                  const EqpSchema *schema,
                                  char           **kept,
                                  GError         **error);

G_END_DECLS
