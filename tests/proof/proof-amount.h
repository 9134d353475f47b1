/* proof-amount.h — how much is tried, which is less where a sanitizer watches, and how it is said */
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

/* The line that tools/soak reads. Anything bad ends a proof before. */
static inline void
proof_report (const char *number,
              guint64     amount,
              const char *unit)
{
  g_test_message ("proof: %s %" G_GUINT64_FORMAT " %s, 0 bad", number, amount, unit);
}

G_END_DECLS
