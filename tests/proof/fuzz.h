/* fuzz.h — hostile input by mutation: the same for the same seed, within limits of time and memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GRand             *rand;
  const char *const *tokens; /* words of what is fuzzed, put in now and then; NULL ends the list */
} Fuzz;

/* Changes @bytes in a few places. */
void fuzz_mutate (Fuzz       *self,
                  GByteArray *bytes);

/* Instead of a number of seeds. */
#define FUZZ_A_MINUTE 0

/* Runs @func with one seed after the other: @n_ordinary of them or for a minute, in a release for twenty minutes. Whatever crashes, takes more than a
 * second or more than 256 MB says the number of its seed, and EQP_PROOF_SEED begins with it. */
typedef void (*FuzzFunc) (Fuzz    *fuzz,
                          gpointer user_data);

void fuzz_run (const char        *name,
               guint              n_ordinary,
               const char *const *tokens,
               FuzzFunc           func,
               gpointer           user_data);
/* Fails when what ran since @start (fuzz_get_time()) took more than a second of this thread's time. */
gint64 fuzz_get_time (void);
void   fuzz_assert_quick (gint64      start,
                          const char *what);
/* From here on this process can have 256 MB; returns FALSE where a sanitizer needs more. */
gboolean fuzz_limit_memory (void);
void     fuzz_init (void);

G_END_DECLS
