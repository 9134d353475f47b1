/* working-copy-fixture.h — a file in a folder that is kept in step with others, and its copies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-working-copy.h"
#include "test-schema-fixture.h"

G_BEGIN_DECLS

/* A file of one house, H1, in a new folder: its name makes it one that is not to be worked in. */
char           *test_dup_cloud_file (const char *name);
EqpWorkingCopy *test_open_copy (const char             *path,
                                EqpWorkingCopyBeginning beginning);
void            test_add_house_to (const char *path,
                                   const char *code);
/* Whether the file itself holds a house, as somebody at another computer would see it. */
gboolean test_has_house (const char *path,
                         const char *code);

G_END_DECLS
