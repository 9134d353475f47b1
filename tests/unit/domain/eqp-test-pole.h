/* eqp-test-pole.h — a small file to test the domain on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/eqp-pole.h"

G_BEGIN_DECLS

/* A new, empty file, deleted again by eqp_test_pole_free(). */
EqpStore *eqp_test_pole_new (void);
void      eqp_test_pole_free (EqpStore *store);

/* A draft of a new record from pairs of a field's name and its value as a CSV file would hold it; for a reference the code of the
 * record meant. NULL ends the list. */
EqpRecord *eqp_test_draft (EqpStore        *store,
                           const EqpEntity *entity,
                           ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
/* Saves such a draft and returns its id. */
gint64 eqp_test_add (EqpStore        *store,
                     const EqpEntity *entity,
                     ...) G_GNUC_NULL_TERMINATED;
/* The id of the record with a code. */
gint64 eqp_test_find (EqpStore        *store,
                      const EqpEntity *entity,
                      const char      *code);
/* A field of a row as text, "" when it is empty. */
char   *eqp_test_dup_value (EqpStore        *store,
                            const EqpEntity *entity,
                            gint64           id,
                            guint            field);
EqpDate eqp_test_date (const char *iso);

/* The institutions UNIV, INSPE and ACAD, the sites NORTH and SOUTH, the statute CPER with the categories head (1 to 1), teacher (1 to
 * 5), employer (1 to 2, may chair) and guest (does not count), the mention M1 with the courses C1 and C2, the council K1 attached to
 * M1, and the people P1 … P6: P1 and P2 of UNIV (P2 only until 2026-08-31, then of ACAD), P3 of ACAD, the others of nowhere. */
void eqp_test_fill (EqpStore *store);

#define eqp_test_assert_input_error(error, code, part)          \
  G_STMT_START                                                  \
  {                                                             \
    g_assert_error (error, EQP_INPUT_ERROR, code);              \
    if (strstr (error->message, part) == NULL)                  \
      g_error ("“%s” does not say “%s”", error->message, part); \
  }                                                             \
  G_STMT_END

G_END_DECLS
