/* fuzz.c — hostile input by mutation: the same for the same seed, within limits of time and memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "proof-amount.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define MEMORY_LIMIT (256 * 1024 * 1024)
#define TIME_LIMIT G_TIME_SPAN_SECOND
#define ORDINARY_TIME G_TIME_SPAN_MINUTE
#define SOAK_TIME (20 * G_TIME_SPAN_MINUTE)

/* What is asked for last, for the line that a crash leaves. */
static char          last_words[128];
static volatile gint last_length;

static gboolean
is_sanitized (void)
{
#if defined(__SANITIZE_ADDRESS__)
  return TRUE;
#else
  return FALSE;
#endif
}

static void
crash_cb (int number)
{
  if (write (STDERR_FILENO, last_words, (size_t)last_length) < 0)
    _exit (1);
  signal (number, SIG_DFL);
  raise (number);
}

/* Each hostile text is told to whoever debugs, millions of them in twenty minutes: whoever reads the output would run out of memory. */
static void
log_cb (const char    *domain,
        GLogLevelFlags level,
        const char    *message,
        gpointer       test_log)
{
  if ((level & G_LOG_LEVEL_MASK) != G_LOG_LEVEL_DEBUG)
    ((GLogFunc)test_log) (domain, level, message, NULL);
}

/* Call first, after g_test_init(): a crash then says which seed it was. */
void
fuzz_init (void)
{
  static const int numbers[] = { SIGABRT, SIGTRAP };
  static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    signal (numbers[i], crash_cb);
  for (guint i = 0; i < G_N_ELEMENTS (faults) && !is_sanitized (); i++)
    signal (faults[i], crash_cb);
  /* Set twice, as only setting it tells what it was. */
  g_log_set_default_handler (log_cb, (gpointer)g_log_set_default_handler (g_log_default_handler, NULL));
}

gboolean
fuzz_limit_memory (void)
{
  struct rlimit limit = { MEMORY_LIMIT, MEMORY_LIMIT };

  return !is_sanitized () && setrlimit (RLIMIT_AS, &limit) == 0;
}

/* In microseconds, of this process alone: other work on the computer does not count. */
gint64
fuzz_get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

void
fuzz_assert_quick (gint64      start,
                   const char *what)
{
  gint64 time = fuzz_get_time () - start;

  if (time > TIME_LIMIT * (is_sanitized () ? 10 : 1))
    g_error ("%s took %" G_GINT64_FORMAT " ms", what, time / 1000);
}

/* ---- mutation ---- */

static guint
pick_place (Fuzz       *self,
            GByteArray *bytes)
{
  return bytes->len > 0 ? (guint)g_rand_int_range (self->rand, 0, (gint32)bytes->len) : 0;
}

static void
insert (GByteArray   *bytes,
        guint         place,
        gconstpointer data,
        guint         length)
{
  g_autofree guint8 *tail = g_memdup2 (bytes->data + place, bytes->len - place);
  guint              tail_length = bytes->len - place;

  g_byte_array_set_size (bytes, place);
  g_byte_array_append (bytes, data, length);
  g_byte_array_append (bytes, tail, tail_length);
}

static void
insert_token (Fuzz       *self,
              GByteArray *bytes)
{
  static const char *const common[] = { "\"", ";", ",", "\n", "\r\n", "\t", "'", "\\", "0", "-1", "9223372036854775807", "-9223372036854775808",
                                        "99999999999999999999", "1e308", "NaN", "%s%n", "é", "\xff", "\xc3", "\xf0\x9f\x8e\x93", "\xe2\x80\xae",
                                        "\xef\xbb\xbf", "=cmd()", "{", "}", "[[[[[[[[", "null", "  ", "\xc2\xa0", "/", ":", "." };
  guint                    n_tokens = self->tokens != NULL ? g_strv_length ((char **)self->tokens) : 0;
  guint                    pick = (guint)g_rand_int_range (self->rand, 0, (gint32)(G_N_ELEMENTS (common) + n_tokens));
  const char              *token = pick < n_tokens ? self->tokens[pick] : common[pick - n_tokens];

  insert (bytes, pick_place (self, bytes), token, (guint)strlen (token));
}

static void
repeat_piece (Fuzz       *self,
              GByteArray *bytes)
{
  guint              place = pick_place (self, bytes);
  guint              length = (guint)g_rand_int_range (self->rand, 1, 40);
  guint              n = (guint)g_rand_int_range (self->rand, 1, g_rand_int_range (self->rand, 0, 20) == 0 ? 2000 : 10);
  g_autofree guint8 *piece = NULL;

  length = MIN (length, bytes->len - place);
  piece = g_memdup2 (bytes->data + place, length);
  for (guint i = 0; i < n && length > 0; i++)
    insert (bytes, place, piece, length);
}

static void
remove_piece (Fuzz       *self,
              GByteArray *bytes)
{
  guint place = pick_place (self, bytes);
  guint length = (guint)g_rand_int_range (self->rand, 1, 20);

  if (bytes->len > 0)
    g_byte_array_remove_range (bytes, place, MIN (length, bytes->len - place));
}

void
fuzz_mutate (Fuzz       *self,
             GByteArray *bytes)
{
  gint32 n = g_rand_int_range (self->rand, 1, 6);

  for (gint32 i = 0; i < n; i++)
    switch (g_rand_int_range (self->rand, 0, 6))
      {
      case 0:
        if (bytes->len > 0)
          bytes->data[pick_place (self, bytes)] ^= (guint8)(1 << g_rand_int_range (self->rand, 0, 8));
        break;
      case 1:
        if (bytes->len > 0)
          bytes->data[pick_place (self, bytes)] = (guint8)g_rand_int (self->rand);
        break;
      case 2:
        remove_piece (self, bytes);
        break;
      case 3:
        repeat_piece (self, bytes);
        break;
      default:
        insert_token (self, bytes);
      }
}

/* ---- running ---- */

/* Until when, in the clock's microseconds; 0 when seeds are counted instead. */
static gint64
get_end (guint n_ordinary)
{
  if (!proof_is_soak () && n_ordinary != FUZZ_A_MINUTE)
    return 0;
  return g_get_monotonic_time () + (gint64)proof_amount (ORDINARY_TIME, SOAK_TIME);
}

void
fuzz_run (const char        *name,
          guint              n_ordinary,
          const char *const *tokens,
          FuzzFunc           func,
          gpointer           user_data)
{
  const char *seed_text = g_getenv ("EQP_PROOF_SEED");
  guint       first = seed_text != NULL ? (guint)g_ascii_strtoull (seed_text, NULL, 10) : 1;
  gint64      end = get_end (n_ordinary);
  guint64     n = proof_amount (n_ordinary, 0);
  guint       seed = first;

  for (; end != 0 ? g_get_monotonic_time () < end : seed < first + n; seed++)
    {
      Fuzz fuzz = { g_rand_new_with_seed (seed), tokens };

      last_length = g_snprintf (last_words, sizeof last_words, "%s: EQP_PROOF_SEED=%u\n", name, seed);
      func (&fuzz, user_data);
      g_rand_free (fuzz.rand);
    }
  last_length = 0;
  g_test_message ("%s: seeds %u to %u", name, first, seed - 1);
  proof_report ("R5", seed - first, name);
}
