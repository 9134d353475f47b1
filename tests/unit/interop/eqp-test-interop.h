/* eqp-test-interop.h — a new file in a folder of its own, and tables made of strings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interop/eqp-import.h"

G_BEGIN_DECLS

typedef struct
{
  char     *folder;
  EqpStore *store;
} EqpTestFile;

/* With the reference data, and one institution, two people, a mention and a course: INST, P1, P2, M1, C1. */
void             eqp_test_file_set_up (EqpTestFile  *self,
                                       gconstpointer data);
void             eqp_test_file_tear_down (EqpTestFile  *self,
                                          gconstpointer data);
char            *eqp_test_file_write (EqpTestFile *self,
                                      const char  *name,
                                      const char  *text,
                                      gssize       length);
EqpImportReport *eqp_test_file_import (EqpTestFile   *self,
                                       const char    *kind,
                                       const char    *text,
                                       EqpImportFlags flags);
void             eqp_test_file_take (EqpTestFile *self,
                                     const char  *kind,
                                     const char  *text);
gint64           eqp_test_file_count (EqpTestFile *self,
                                      const char  *sql);
char            *eqp_test_file_read (EqpTestFile *self,
                                     const char  *sql);

G_END_DECLS
