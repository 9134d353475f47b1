/* eqp-utils.h — the few helpers that GLib 2.74 lacks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* g_set_str() came with GLib 2.76; the floor is 2.74. */
static inline gboolean
eqp_set_str (char      **str_pointer,
             const char *new_str)
{
  char *copy;

  if (*str_pointer == new_str || (*str_pointer != NULL && new_str != NULL && strcmp (*str_pointer, new_str) == 0))
    return FALSE;
  copy = g_strdup (new_str);
  g_free (*str_pointer);
  *str_pointer = copy;
  return TRUE;
}

G_END_DECLS
