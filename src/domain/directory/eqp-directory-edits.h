/* eqp-directory-edits.h — what a coordinator does to people and courses, each as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Every function is one eqp_store_edit() with its label; @label: (out) (optional) (transfer full) for the Undo toast. */

/* Where a person belongs from a day on. */
typedef struct
{
  gint64      institution; /* 0: none */
  const char *side;        /* "university", "rectorat", "other" */
  EqpDate     from;        /* EQP_DATE_NONE: since ever, if the person has no affiliation yet; else from today */
} EqpHome;

/* Saves @draft (a person). @home: (nullable) unless it is what the person has on that day already, the affiliation in force
 * then is ended the day before and a new one opened. */
gboolean eqp_person_save (EqpStore      *store,
                          EqpRecord     *draft,
                          const EqpHome *home,
                          EqpMessage   **label,
                          GError       **error);
/* Deletes a person with their affiliations; refused while anything else names the person. */
gboolean eqp_person_delete (EqpStore    *store,
                            gint64       person,
                            EqpMessage **label,
                            GError     **error);
/* Saves @draft (a course) and makes its sites and components exactly those (element-type gint64) (nullable: unchanged). */
gboolean eqp_course_save (EqpStore    *store,
                          EqpRecord   *draft,
                          GArray      *sites,
                          GArray      *components,
                          EqpMessage **label,
                          GError     **error);
/* Deletes a course with its sites and components; refused while anything else names it. */
gboolean eqp_course_delete (EqpStore    *store,
                            gint64       course,
                            EqpMessage **label,
                            GError     **error);

G_END_DECLS
