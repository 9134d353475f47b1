/* eqp-damaged-file.c — a file that cannot be opened: why, and the copies that were made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-damaged-file"

#include "config.h"

#include "app/home/eqp-damaged-file.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/home/eqp-backups-window.h"
#include "app/widgets/eqp-message-window.h"
#include "store/eqp-backup.h"

typedef struct
{
  EqpWindow *window;
  char      *path;
} Damage;

static void
damage_free (gpointer data)
{
  Damage *damage = data;

  g_object_unref (damage->window);
  g_free (damage->path);
  g_free (damage);
}

static void
show_copies_cb (gpointer user_data)
{
  Damage *damage = user_data;

  eqp_backups_window_present_for_path (damage->window, damage->path);
}

/* What a copy can cure: a file that is spoilt, taken by another program, or gone. */
static gboolean
is_damage (const char   *path,
           const GError *error)
{
  g_autoptr (GPtrArray) copies = NULL;

  if (!g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT) && !g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS) &&
      g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  copies = eqp_backup_list_of_path (path, NULL);
  return copies != NULL && copies->len > 0;
}

void
eqp_damaged_file_explain (EqpWindow    *window,
                          const char   *path,
                          const GError *error)
{
  Damage *damage;

  g_return_if_fail (EQP_IS_WINDOW (window));
  g_return_if_fail (error != NULL);

  if (!is_damage (path, error))
    {
      eqp_feedback_error (GTK_WIDGET (window), _ ("This file cannot be opened"), error);
      return;
    }
  damage = g_new0 (Damage, 1);
  damage->window = g_object_ref (window);
  damage->path = g_strdup (path);
  eqp_message_window_ask (GTK_WINDOW (window), _ ("This file cannot be opened"), error->message, _ ("_Restore a backup…"), FALSE, show_copies_cb,
                          damage, damage_free);
}
