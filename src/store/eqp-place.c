/* eqp-place.c — whether a file stands where SQLite's locks and syncs can be trusted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"

#include "config.h"

#include "store/eqp-place.h"

#include <sys/vfs.h>

/* f_type of statfs(2), as the kernel's headers give them. */
static const guint32 network_file_systems[] = {
  0x00006969, /* NFS */
  0x0000517b, /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB 2 */
  0x65735546, /* FUSE: sshfs, and most clouds */
  0x5346414f, /* AFS */
  0x01021997, /* 9P */
  0x00c36400, /* Ceph */
};

/* Folders that their programs are known by. */
static const char *const synchronised_folders[] = {
  "nextcloud",
  "owncloud",
  "dropbox",
  "onedrive",
  "google drive",
  "googledrive",
  "pcloud",
  "seafile",
  "kdrive",
  "hubic",
};

/**
 * eqp_place_of_magic:
 * @file_system: the type that statfs(2) says
 *
 * Returns: #EQP_PLACE_NETWORK for a file system whose locks may not hold, else #EQP_PLACE_LOCAL
 */
EqpPlace
eqp_place_of_magic (guint32 file_system)
{
  for (guint i = 0; i < G_N_ELEMENTS (network_file_systems); i++)
    if (network_file_systems[i] == file_system)
      return EQP_PLACE_NETWORK;
  return EQP_PLACE_LOCAL;
}

static gboolean
is_synchronised (const char *path)
{
  g_autofree char *folded = g_utf8_strdown (path, -1);
  g_auto (GStrv) parts = g_strsplit (folded, G_DIR_SEPARATOR_S, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (synchronised_folders); j++)
      /* "OneDrive - Université …", "Nextcloud2": the name begins so. */
      if (g_str_has_prefix (parts[i], synchronised_folders[j]))
        return TRUE;
  return FALSE;
}

/**
 * eqp_place_of_path:
 * @path: a file, which need not exist; its folder is asked then
 *
 * SQLite is safe as long as locks exclude and syncs reach the disk (DESIGN §5). Neither is sure over a network, and a program that copies
 * the file while it is written copies half an edit.
 *
 * Returns: where the file stands, as far as can be told
 */
EqpPlace
eqp_place_of_path (const char *path)
{
  g_autofree char *absolute = NULL;
  g_autofree char *folder = NULL;
  struct statfs    facts;

  g_return_val_if_fail (path != NULL, EQP_PLACE_LOCAL);

  absolute = g_canonicalize_filename (path, NULL);
  folder = g_path_get_dirname (absolute);
  if ((statfs (absolute, &facts) == 0 || statfs (folder, &facts) == 0) && eqp_place_of_magic ((guint32)facts.f_type) == EQP_PLACE_NETWORK)
    return EQP_PLACE_NETWORK;
  return is_synchronised (folder) ? EQP_PLACE_SYNCHRONISED : EQP_PLACE_LOCAL;
}
