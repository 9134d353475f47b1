/* eqp-letterhead.c — the names of both institutions at the head of every document */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-letterhead"
#include "config.h"

#include "report/layout/eqp-letterhead.h"

/**
 * eqp_letterhead_get_left:
 * @name: (nullable): the university's letterhead, as the file's settings have it
 * @language: of the document
 *
 * Returns: (transfer none): @name, or a placeholder until it is set
 */
const char *
eqp_letterhead_get_left (const char *name,
                         EqpLanguage language)
{
  if (name != NULL && *name != '\0')
    return name;
  /* Translators: stands in the letterhead until the name is set. */
  return eqp_tr (language, "[Name of the university]");
}

/**
 * eqp_letterhead_get_right:
 * @name: (nullable): the education authority's letterhead, as the file's settings have it
 * @language: of the document
 *
 * Returns: (transfer none): @name, or a placeholder until it is set
 */
const char *
eqp_letterhead_get_right (const char *name,
                          EqpLanguage language)
{
  if (name != NULL && *name != '\0')
    return name;
  /* Translators: stands in the letterhead until the name is set. */
  return eqp_tr (language, "[Name of the education authority]");
}
