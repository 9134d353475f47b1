/* eqp-error.c — errors about what somebody typed or a file holds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-error"

#include "config.h"

#include "base/eqp-error.h"

#define EXCERPT_LENGTH 60

/* clang-format off */
G_DEFINE_QUARK (eqp-input-error-quark, eqp_input_error)
/* clang-format on */

/**
 * eqp_error_excerpt:
 * @text: (nullable): what somebody typed, possibly long or not UTF-8
 *
 * Makes @text fit to be quoted in a sentence: valid UTF-8, on one line, without spaces around it and at most 60
 * characters long.
 *
 * Returns: (transfer full): the excerpt, never %NULL
 */
char *
eqp_error_excerpt (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *head = NULL;

  for (char *p = valid; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= EXCERPT_LENGTH)
    return g_steal_pointer (&valid);
  head = g_utf8_substring (valid, 0, EXCERPT_LENGTH - 1);
  return g_strconcat (head, "…", NULL);
}
