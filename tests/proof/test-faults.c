/* test-faults.c — every call of the disk and every allocation of SQLite fails: a sentence, an intact file, nothing left open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-faults"
#include "config.h"

#include "base/eqp-error.h"
#include "proof-edits.h"
#include "proof-vfs.h"

#include <string.h>

/* Faults at most; a release is proved with all there are. */
#define FAULTS_ORDINARY 20000
#define N_WORKERS 2

#define CALLS_OF_THE_DISK (PROOF_CALL_ALLOCATE - 1)
#define CALLS_THAT_TAKE_ROOM (PROOF_CALL_WRITE | PROOF_CALL_SYNC | PROOF_CALL_OPEN | PROOF_CALL_RENAME)

static const struct
{
  const char *name;
  ProofFault  fault;
} ways[] = {
  { "broken once", { .calls = CALLS_OF_THE_DISK } },
  { "broken for ever", { .calls = CALLS_OF_THE_DISK, .for_ever = TRUE } },
  { "full once", { .calls = CALLS_THAT_TAKE_ROOM, .full = TRUE, .torn = TRUE } },
  { "full for ever", { .calls = CALLS_THAT_TAKE_ROOM, .for_ever = TRUE, .full = TRUE, .torn = TRUE } },
  { "torn for ever", { .calls = PROOF_CALL_WRITE, .for_ever = TRUE, .torn = TRUE } },
  { "no memory once", { .calls = PROOF_CALL_ALLOCATE } },
  { "no memory for ever", { .calls = PROOF_CALL_ALLOCATE, .for_ever = TRUE } },
};

enum {
  RESULT_FAULTS,
  RESULT_ERRORS, /* how often the answer was an error */
  RESULT_BEFORE,
  RESULT_AFTER,
  RESULT_IMAGES, /* different files that were looked into */
};

typedef struct
{
  ProofCase  *proof_case;
  const char *way;
  ProofFault  fault;
  guint64     before;
  guint64     after;
  guint64    *results;
  GHashTable *images; /* (element-type gint64) hashes of what lay there at the end → digest */
} Trial;

G_GNUC_NORETURN G_GNUC_PRINTF (2, 3) static void fail (Trial      *trial,
                                                       const char *format,
                                                       ...)
{
  g_autofree char *words = NULL;
  va_list          arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_error ("%s, %s at call %u: %s", trial->proof_case->kind->name, trial->way, trial->fault.at, words);
}

/* What is there at the end, as the program would find it. 0: no file. */
static guint64
read_result (Trial *trial)
{
  ProofCase *proof_case = trial->proof_case;
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = NULL;

  if (!g_file_test (proof_case->path, G_FILE_TEST_EXISTS))
    return 0;
  /* An older format is as good as the new one: it is what was there before. */
  if ((proof_case->kind->flags & PROOF_MIGRATES) == 0)
    {
      store = proof_case_open (proof_case, &error);
      if (store == NULL || !eqp_store_check_integrity (store, &error))
        fail (trial, "afterwards: %s", error->message);
    }
  return proof_digest_sound (proof_case->path, PROOF_DIGEST_WITHOUT_IDS);
}

/* The same, for files that are the same to the byte once: most are what they were before. */
static guint64
read_result_once (Trial *trial)
{
  g_autofree char *journal = g_strconcat (trial->proof_case->path, "-journal", NULL);
  gint64           hash = (gint64)proof_hash_file (proof_hash_file (1, trial->proof_case->path), journal);
  guint64         *known = g_hash_table_lookup (trial->images, &hash);

  if (known == NULL)
    {
      guint64 digest = read_result (trial);

      known = g_memdup2 (&digest, sizeof digest);
      g_hash_table_insert (trial->images, g_memdup2 (&hash, sizeof hash), known);
      trial->results[RESULT_IMAGES]++;
    }
  return *known;
}

static void
judge (Trial   *trial,
       gboolean done,
       GError  *error)
{
  guint64 digest = read_result_once (trial);

  if (done != (error == NULL))
    fail (trial, "the answer and its error do not agree");
  if (error != NULL && (error->message[0] == '\0' || (error->domain != EQP_STORE_ERROR && error->domain != EQP_INPUT_ERROR)))
    fail (trial, "no sentence of ours: %s", error->message);
  if (done && digest != trial->after)
    fail (trial, "acknowledged, and not there");
  if (digest != trial->before && digest != trial->after)
    fail (trial, "neither what was before nor what comes after (the answer: %s)", error->message);
  trial->results[digest == trial->after ? RESULT_AFTER : RESULT_BEFORE]++;
}

/* The disk is well again: the same store goes on as if nothing had been. */
static void
go_on (Trial *trial)
{
  g_autoptr (GError) error = NULL;

  if (trial->proof_case->store == NULL || !eqp_store_refresh (trial->proof_case->store, &error))
    {
      if (error != NULL)
        fail (trial, "going on: %s", error->message);
      return;
    }
  if (!proof_case_go_on (trial->proof_case, trial->proof_case->store, &error) ||
      !eqp_store_check_integrity (trial->proof_case->store, &error))
    fail (trial, "going on: %s", error->message);
}

/* No half-made copy is left beside the file. */
static void
look_around (Trial *trial)
{
  g_autoptr (GDir) dir = g_dir_open (trial->proof_case->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strcmp (name, PROOF_FILE) != 0 && strcmp (name, PROOF_JOURNAL) != 0 && strcmp (name, PROOF_COPY) != 0)
      fail (trial, "%s is left", name);
}

/* Every other trial goes on in the same store, the others look at what the file holds. */
static void
try_fault (Trial *trial)
{
  ProofCase *proof_case = trial->proof_case;
  g_autoptr (GError) error = NULL;
  guint    struck;
  guint    n_pieces;
  gboolean done;

  proof_case_close (proof_case);
  n_pieces = proof_vfs_n_pieces ();
  proof_case_reset (proof_case);
  proof_fault_begin (&trial->fault);
  done = proof_case->kind->run (proof_case, &error);
  proof_fault_end (&struck);
  if (trial->fault.at % 2 == 1)
    go_on (trial);
  proof_case_close (proof_case);
  if (proof_vfs_n_files () != 0 || proof_vfs_n_pieces () != n_pieces)
    fail (trial, "%u files and %u pieces of memory are left", proof_vfs_n_files (), proof_vfs_n_pieces () - n_pieces);
  if (trial->fault.at % 2 == 0)
    judge (trial, done, error);
  look_around (trial);
  trial->results[RESULT_FAULTS] += struck > 0;
  trial->results[RESULT_ERRORS] += error != NULL;
}

/* What the doing leaves when nothing fails; how many calls of each way it takes. */
static void
try_without_fault (Trial *trial,
                   guint *n_calls)
{
  ProofCase *proof_case = trial->proof_case;
  g_autoptr (GError) error = NULL;

  proof_case_reset (proof_case);
  trial->before = read_result (trial);
  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      proof_case_reset (proof_case);
      proof_fault_begin (&ways[way].fault);
      if (!proof_case->kind->run (proof_case, &error))
        fail (trial, "unmolested: %s", error->message);
      n_calls[way] = proof_fault_end (NULL);
      proof_case_close (proof_case);
    }
  trial->after = read_result (trial);
}

/* All faults of the disk, and of the allocations, which are many more, one in so many. */
typedef struct
{
  guint64 n_disk;
  guint64 n_memory;
  guint64 stride;
  guint64 disk_stride; /* 1, except for a sanitizer */
  guint64 first;
} Plan;

static gboolean
is_memory (guint way)
{
  return ways[way].fault.calls == PROOF_CALL_ALLOCATE;
}

static gboolean
is_tried (const Plan *plan,
          guint       way,
          guint64     index,
          guint       number)
{
  guint64 stride = is_memory (way) ? plan->stride : plan->disk_stride;

  return index % stride == plan->first % stride && index / stride % N_WORKERS == number;
}

/* All calls of one kind of doing, in every way. @index: (inout): a number for each fault. */
static void
try_kind (const ProofKind *kind,
          const char      *folder,
          guint            number,
          const Plan      *plan,
          guint64         *index,
          guint64         *results)
{
  g_autoptr (ProofCase) proof_case = proof_case_new (kind, folder);
  g_autoptr (GHashTable) images = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Trial trial = { .proof_case = proof_case, .way = "", .results = results, .images = images };
  guint n_calls[G_N_ELEMENTS (ways)];

  try_without_fault (&trial, n_calls);
  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      trial.way = ways[way].name;
      trial.fault = ways[way].fault;
      for (guint at = 1; at <= n_calls[way]; at++, (*index)++)
        if (is_tried (plan, way, *index, number))
          {
            trial.fault.at = at;
            try_fault (&trial);
          }
    }
}

static void
count_calls (const char *folder,
             Plan       *plan)
{
  for (guint i = 0; i < proof_n_kinds; i++)
    {
      g_autoptr (ProofCase) proof_case = proof_case_new (&proof_kinds[i], folder);
      Trial trial = { .proof_case = proof_case, .way = "" };
      guint n_calls[G_N_ELEMENTS (ways)];

      try_without_fault (&trial, n_calls);
      for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
        *(is_memory (way) ? &plan->n_memory : &plan->n_disk) += n_calls[way];
      g_test_message ("%s: %u calls of the disk, %u allocations", proof_kinds[i].name, n_calls[0], n_calls[G_N_ELEMENTS (ways) - 1]);
    }
}

static void
work (guint    number,
      guint64 *results,
      gpointer user_data)
{
  g_autofree char *name = g_strdup_printf ("faults-%u", number);
  g_autofree char *folder = proof_dup_folder (name);
  guint64          index = 0;

  for (guint i = 0; i < proof_n_kinds; i++)
    try_kind (&proof_kinds[i], folder, number, user_data, &index, results);
}

static void
test_faults (void)
{
  g_autofree char *folder = proof_dup_folder ("faults");
  Plan             plan = { .stride = 1, .disk_stride = 1 };
  guint64          results[PROOF_N_RESULTS];
  guint64          total;
  guint64          wanted;

  count_calls (folder, &plan);
  total = plan.n_disk + plan.n_memory;
  wanted = proof_amount (FAULTS_ORDINARY, total);
  if (wanted < plan.n_disk * 3 / 2)
    plan.disk_stride = plan.stride = total / wanted;
  else if (wanted < total)
    plan.stride = plan.n_memory / (wanted - plan.n_disk);
  plan.first = (guint64)g_test_rand_int_range (0, (gint32)plan.stride);
  proof_run_workers (N_WORKERS, work, results, &plan);
  g_test_message ("%" G_GUINT64_FORMAT " faults of %" G_GUINT64_FORMAT "; %" G_GUINT64_FORMAT " errors; "
                  "%" G_GUINT64_FORMAT " times the file was as before, %" G_GUINT64_FORMAT " times as after; %" G_GUINT64_FORMAT " different files",
                  results[RESULT_FAULTS], total, results[RESULT_ERRORS], results[RESULT_BEFORE], results[RESULT_AFTER], results[RESULT_IMAGES]);
  proof_report ("R3", results[RESULT_FAULTS], "faults");
  /* Some calls of one run are not there in the next: ids are drawn. */
  g_assert_cmpuint (results[RESULT_FAULTS], >=, MIN (wanted, total) * 9 / 10);
  g_assert_cmpuint (results[RESULT_ERRORS], >, results[RESULT_FAULTS] / 2);
  g_assert_cmpuint (results[RESULT_BEFORE], >, 0);
  g_assert_cmpuint (results[RESULT_AFTER], >, 0);
}

int
main (int   argc,
      char *argv[])
{
  proof_init (&argc, &argv);
  proof_vfs_install ();
  g_test_add_func ("/faults/every-call", test_faults);
  return g_test_run ();
}
