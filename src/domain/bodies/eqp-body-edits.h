/* eqp-body-edits.h — what a coordinator does to a body, each as one edit of the journal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

/* Every function is one eqp_store_edit() with its label; @label: (out) (optional) (transfer full) for the Undo toast. */

typedef struct
{
  gint64   body;
  gint64   person;
  gint64   category;
  gint64   institution; /* 0: the home institution */
  gboolean represents_employer;
  EqpDate  from; /* EQP_DATE_NONE: open */
  EqpDate  to;
  gint64   meeting; /* of an occasional guest; 0: none */
} EqpAppointment;

gboolean eqp_body_appoint (EqpStore             *store,
                           const EqpAppointment *appointment,
                           gint64               *mandate,
                           EqpMessage          **label,
                           GError              **error);
/* Ends @mandate the day before @from and opens one for @person in the same seat (category, institution represented, employer, last
 * day), which remembers whom it replaces. A function is not handed on: a chair is named. @from: EQP_DATE_NONE is today. */
gboolean eqp_body_replace (EqpStore    *store,
                           gint64       mandate,
                           gint64       person,
                           EqpDate      from,
                           EqpMessage **label,
                           GError     **error);
/* Ends @mandate on @last_day; one that would not have begun by then is removed. */
gboolean eqp_body_vacate (EqpStore    *store,
                          gint64       mandate,
                          EqpDate      last_day,
                          EqpMessage **label,
                          GError     **error);
/* Names the holder of @mandate chair, and takes the function from whoever has it in that body while the mandate lasts. */
gboolean eqp_body_set_chair (EqpStore    *store,
                             gint64       mandate,
                             EqpMessage **label,
                             GError     **error);
/* Ties the mandate of an occasional guest to @meeting of the same body, 0 for none (C-19). */
gboolean eqp_body_set_meeting (EqpStore    *store,
                               gint64       mandate,
                               gint64       meeting,
                               EqpMessage **label,
                               GError     **error);
/* Saves @draft (a body) and makes its attachments exactly @mentions and @courses (element-type gint64) (nullable: unchanged). */
gboolean eqp_body_save (EqpStore    *store,
                        EqpRecord   *draft,
                        GArray      *mentions,
                        GArray      *courses,
                        EqpMessage **label,
                        GError     **error);
/* Deletes a body with its mandates, meetings, decisions and attachments. */
gboolean eqp_body_delete (EqpStore    *store,
                          gint64       body,
                          EqpMessage **label,
                          GError     **error);
/* Records that the annex printed on @date lists every council that exists then (C-05); a second time changes the reference. */
gboolean eqp_bodies_record_annex (EqpStore    *store,
                                  EqpDate      date,
                                  const char  *reference,
                                  EqpMessage **label,
                                  GError     **error);

G_END_DECLS
