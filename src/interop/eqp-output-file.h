/* eqp-output-file.h — a file that appears whole under its name, or not at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EqpOutputFile EqpOutputFile;

/* @keep: (nullable) a file that must not be overwritten: the one the data comes from. */
EqpOutputFile *eqp_output_file_new (const char *path,
                                    const char *keep,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes what was not committed. */
void eqp_output_file_free (EqpOutputFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EqpOutputFile, eqp_output_file_free)
/* The name under which it is to be written. */
const char *eqp_output_file_get_path (EqpOutputFile *self);
gboolean    eqp_output_file_commit (EqpOutputFile *self,
                                    GError       **error);

G_END_DECLS
