/* eqp-error.h — errors about what somebody typed or a file holds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EQP_INPUT_ERROR (eqp_input_error_quark ())

/* Every message under this domain is a full sentence in the interface's language that a coordinator can read. */
typedef enum {
  EQP_INPUT_ERROR_INVALID,   /* a value that cannot be what it is said to be: date, UAI, number … */
  EQP_INPUT_ERROR_MISSING,   /* a required value is empty */
  EQP_INPUT_ERROR_UNKNOWN,   /* a reference to something the file does not hold */
  EQP_INPUT_ERROR_DUPLICATE, /* a code that is already taken */
  EQP_INPUT_ERROR_FORBIDDEN, /* a thing that is never stored, such as a NUMEN */
  EQP_INPUT_ERROR_ENCODING,  /* text that is neither UTF-8 nor Windows-1252 */
  EQP_INPUT_ERROR_FILE,      /* a file that cannot be read or written */
} EqpInputError;

GQuark eqp_input_error_quark (void);
char  *eqp_error_excerpt (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
