/* proof-amount.h — how much is tried, which is less where a sanitizer watches */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline gboolean
proof_is_soak (void)
{
  return g_strcmp0 (g_getenv ("EQP_PROOF"), "soak") == 0;
}

/* How much: @release with EQP_PROOF=soak in the environment, otherwise @ordinary. A sanitizer looks for other faults, and slowly: a tenth
 * shows it as much of the program. */
static inline guint64
proof_amount (guint64 ordinary,
              guint64 release)
{
  if (proof_is_soak ())
    return release;
#ifdef __SANITIZE_ADDRESS__
  return ordinary / 10;
#else
  return ordinary;
#endif
}

G_END_DECLS
