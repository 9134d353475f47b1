/* test-power-loss.c — a power cut at any moment: nothing corrupt, no half edit, no acknowledged edit lost */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-power-loss"
#include "config.h"

#include "proof-disk.h"
#include "proof-edits.h"
#include "proof-vfs.h"
#include "store/eqp-database.h"

#include <glib/gstdio.h>

#define N_WORKERS 2

/* States, over all workers. Those that are the same to the byte, a third to a half of them, are looked into once; so are those that
 * are the same once they were opened and rolled back, most of the others. */
#define STATES_ORDINARY 100000
#define STATES_RELEASE 2000000

/* Cuts tried at each moment. */
#define CUTS_A_MOMENT 24

/* Every so many states are looked through to the last page, and written to. */
#define SAMPLE 40

/* Texts of up to this length: some take an overflow page. */
#define MAX_LENGTH 3000

/* What a worker did, for the report. */
enum {
  RESULT_STATES,
  RESULT_DIFFERENT,
  RESULT_IMAGES, /* different ones of opened files */
  RESULT_UNCLEAN,
  RESULT_BEFORE,
  RESULT_AFTER,
};

static const char *const names[] = { PROOF_FILE, PROOF_JOURNAL, PROOF_COPY, NULL };

typedef struct
{
  guint       number;
  guint64     wanted;
  guint64    *results;
  GRand      *random;
  GHashTable *seen;   /* (element-type gint64) hashes of states → digest; no two workers have files of the same ids */
  char       *folder; /* where states are laid out */
  char       *path;   /* the file in it */
  ProofState  state;
} Worker;

/* One recording and what may be found in it. */
typedef struct
{
  Worker      *worker;
  ProofCase   *proof_case;
  ProofReplay *replay;
  guint64      digests[4]; /* of the file, after so many acknowledged edits; 0: there is no file */
  guint        n_digests;
  guint64      copied; /* digest of the copy */
  GHashTable  *images; /* (element-type gint64) hashes of what was found once a state was opened → digest */
} Search;

G_GNUC_NORETURN G_GNUC_PRINTF (2, 3) static void fail (Search     *search,
                                                       const char *format,
                                                       ...)
{
  g_autofree char *words = NULL;
  va_list          arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_error ("%s, after operation %u, %u acknowledged, worker %u, texts of %u: %s", search->proof_case->kind->name,
           proof_replay_get_position (search->replay), proof_replay_n_acknowledged (search->replay), search->worker->number,
           search->proof_case->length, words);
}

static void
lay_out (Worker *worker)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (worker->folder, names[i], NULL);

      if (worker->state.exists[i])
        proof_write (path, worker->state.content[i]->data, worker->state.content[i]->len);
      else
        g_unlink (path);
    }
}

/* Before a creation is acknowledged there may be no file, or one that is refused: there is nothing in it yet. */
static gboolean
is_unborn (Search *search,
           GError *error)
{
  return (search->proof_case->kind->flags & PROOF_CREATES) != 0 && proof_replay_n_acknowledged (search->replay) == 0 &&
         (g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_OPEN) || g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_NOT_OURS) ||
          g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT));
}

/* An acknowledged edit that follows a cut: the file is as good as any. */
static void
go_on (Search   *search,
       EqpStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!eqp_store_check_integrity (store, &error) || !proof_case_go_on (search->proof_case, store, &error) ||
      !eqp_store_check_integrity (store, &error))
    fail (search, "%s", error->message);
}

static void
look_at_copy (Search *search)
{
  g_autofree char *path = g_build_filename (search->worker->folder, PROOF_COPY, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) copy = NULL;

  if (!search->worker->state.exists[2] && proof_replay_n_acknowledged (search->replay) == 0)
    return;
  copy = eqp_store_open (path, search->proof_case->kind->get_schema (), EQP_STORE_OPEN_READ_ONLY, &error);
  if (copy == NULL)
    fail (search, "the copy: %s", error->message);
  if (proof_digest (path, PROOF_DIGEST_EXACT, &error) != search->copied)
    fail (search, "the copy is not what was copied");
}

/* A migration that was cut goes on at the next opening, and ends where the other one does. */
static void
look_at_migrated (Search *search,
                  guint64 before,
                  guint64 digest)
{
  if (digest != (before == search->digests[0] ? search->digests[1] : before))
    fail (search, "the migration ends elsewhere");
}

/* What the file holds once it is opened; 0: an unborn one. */
static guint64
look (Search  *search,
      gboolean goes_on)
{
  Worker     *worker = search->worker;
  const char *path = worker->path;
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpStore) store = NULL;
  gboolean migrates = (search->proof_case->kind->flags & PROOF_MIGRATES) != 0;
  guint64  before = 0;
  guint64  digest = 0;

  lay_out (worker);
  /* A migration would go on when the file is opened: look first. */
  if (migrates)
    before = proof_digest (path, PROOF_DIGEST_EXACT, &error);
  store = eqp_store_open (path, search->proof_case->kind->get_schema (), EQP_STORE_OPEN_NO_BACKUP, error == NULL ? &error : NULL);
  if (store == NULL && is_unborn (search, error))
    return 0;
  if (store != NULL)
    digest = proof_digest (path, PROOF_DIGEST_EXACT, error == NULL ? &error : NULL);
  if (error != NULL)
    fail (search, "%s", error->message);
  if (migrates)
    look_at_migrated (search, before, digest);
  if ((search->proof_case->kind->flags & PROOF_COPIES) != 0)
    look_at_copy (search);
  if (goes_on)
    go_on (search, store);
  eqp_store_close (store);
  return migrates ? before : digest;
}

/* A hash of all that counts once the store's connection has opened the file, looked at its head, rolled it back and checked it: what
 * comes then depends on nothing else. Of a journal that is still there, SQLite reads the first byte, and that it is not zero, before
 * anything. 0: the file was refused. */
static gint64
open_image (Search *search)
{
  Worker          *worker = search->worker;
  g_autofree char *journal = g_build_filename (worker->folder, PROOF_JOURNAL, NULL);
  g_autofree char *copy = g_build_filename (worker->folder, PROOF_COPY, NULL);
  guint64          head[3] = { proof_replay_n_acknowledged (search->replay) };
  EqpDatabase     *database;
  g_autoptr (GBytes) left = NULL;
  const char *bytes;
  gsize       size = 0;

  lay_out (worker);
  database = eqp_database_open (worker->path, EQP_DATABASE_READ_WRITE, (int)search->proof_case->kind->get_schema ()->n_steps, NULL);
  if (database == NULL)
    return 0;
  head[1] = eqp_database_is_unclean (database);
  eqp_database_free (database);
  left = proof_read (journal);
  bytes = left != NULL ? g_bytes_get_data (left, &size) : NULL;
  /* One that may still be rolled back is left to look(). */
  if (size > 0 && bytes[0] != 0)
    return 0;
  head[2] = size > 0;
  return (gint64)proof_hash_file (proof_hash_file (proof_hash (1, head, sizeof head), worker->path), copy);
}

/* The same as look(), for a state not seen before; what it becomes may have been. */
static guint64
look_once (Search *search)
{
  Worker  *worker = search->worker;
  gboolean goes_on = worker->results[RESULT_DIFFERENT] % SAMPLE == 0;
  gint64   image = goes_on ? 0 : open_image (search);
  guint64 *known = image != 0 ? g_hash_table_lookup (search->images, &image) : NULL;
  guint64  digest;

  if (known != NULL)
    return *known;
  digest = look (search, goes_on);
  if (image != 0)
    {
      g_hash_table_insert (search->images, g_memdup2 (&image, sizeof image), g_memdup2 (&digest, sizeof digest));
      worker->results[RESULT_IMAGES]++;
    }
  return digest;
}

/* Every acknowledged edit is there, the one in flight as a whole or not at all. */
static void
judge (Search *search,
       guint64 digest)
{
  guint acknowledged = proof_replay_n_acknowledged (search->replay);
  guint last = MIN (acknowledged + 1, search->n_digests - 1);

  if (digest == search->digests[last])
    search->worker->results[RESULT_AFTER]++;
  else if (digest == search->digests[acknowledged])
    search->worker->results[RESULT_BEFORE]++;
  else
    fail (search, "the content is neither that before nor that after the edit");
}

static void
try_cut (Search *search)
{
  Worker  *worker = search->worker;
  guint    acknowledged = proof_replay_n_acknowledged (search->replay);
  gint64   hash;
  guint64 *known;

  proof_replay_crash (search->replay, worker->random, &worker->state);
  /* The same state is another matter once more was acknowledged. */
  hash = (gint64)proof_hash (worker->state.hash, &acknowledged, sizeof acknowledged);
  known = g_hash_table_lookup (worker->seen, &hash);
  if (known == NULL)
    {
      guint64 digest = look_once (search);

      known = g_memdup2 (&digest, sizeof digest);
      g_hash_table_insert (worker->seen, g_memdup2 (&hash, sizeof hash), known);
      worker->results[RESULT_DIFFERENT]++;
      worker->results[RESULT_UNCLEAN] += worker->state.exists[1] && worker->state.content[1]->len > 0;
    }
  judge (search, *known);
  worker->results[RESULT_STATES]++;
}

static void
add_digest (Search *search)
{
  search->digests[search->n_digests++] = proof_digest_sound (search->proof_case->path, PROOF_DIGEST_EXACT);
}

/* What the file is before; one with a journal is rolled back elsewhere, not to disturb the recording. */
static void
add_first_digest (Search *search)
{
  ProofCase *proof_case = search->proof_case;

  if (proof_case->base == NULL)
    search->digests[search->n_digests++] = 0;
  else
    {
      add_digest (search);
      proof_case_reset (proof_case);
    }
}

/* The doing, then a small edit: what was acknowledged has to outlive that one too. */
static ProofRecord *
record (Search *search)
{
  ProofCase *proof_case = search->proof_case;
  g_autoptr (GError) error = NULL;
  ProofRecord *result;

  proof_case_reset (proof_case);
  add_first_digest (search);
  proof_disk_start (proof_case->folder);
  if (!proof_case->kind->run (proof_case, &error))
    g_error ("%s: %s", proof_case->kind->name, error->message);
  proof_disk_note_acknowledged ();
  add_digest (search);
  if ((proof_case->kind->flags & PROOF_COPIES) != 0)
    search->copied = proof_digest_sound (proof_case->copy, PROOF_DIGEST_EXACT);
  if (!proof_case_go_on (proof_case, proof_case->store, &error))
    g_error ("%s: %s", proof_case->kind->name, error->message);
  proof_disk_note_acknowledged ();
  add_digest (search);
  result = proof_disk_stop ();
  proof_case_close (proof_case);
  return result;
}

/* One recording, a cut at each of its moments. */
static void
explore (Worker    *worker,
         ProofCase *proof_case)
{
  Search search = { .worker = worker, .proof_case = proof_case };
  g_autoptr (GHashTable) images = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (ProofRecord) recorded = record (&search);
  g_autoptr (ProofReplay) replay = proof_replay_new (recorded, names);

  search.replay = replay;
  search.images = images;
  do
    for (guint i = 0; i < (proof_replay_n_pending (replay) > 0 ? CUTS_A_MOMENT : 1) && worker->results[RESULT_STATES] < worker->wanted; i++)
      try_cut (&search);
  while (proof_replay_next (replay));
}

static void
work (guint    number,
      guint64 *results,
      gpointer user_data)
{
  g_autofree char *name = g_strdup_printf ("power-%u", number);
  Worker           worker = { number, *(guint64 *)user_data / N_WORKERS, results };
  g_autofree char *folder = proof_dup_folder (name);

  name = (g_free (name), g_strdup_printf ("power-states-%u", number));
  worker.folder = proof_dup_folder (name);
  worker.path = g_build_filename (worker.folder, PROOF_FILE, NULL);
  worker.random = g_rand_new_with_seed ((guint32)g_ascii_strtoull (g_getenv ("EQUIPOLE_SEED"), NULL, 10));
  worker.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  proof_state_init (&worker.state);
  while (results[RESULT_STATES] < worker.wanted)
    for (guint i = 0; i < proof_n_kinds && results[RESULT_STATES] < worker.wanted; i++)
      if ((proof_kinds[i].flags & PROOF_ELSEWHERE) == 0)
        {
          g_autoptr (ProofCase) proof_case = proof_case_new (&proof_kinds[i], folder);

          proof_case_set_length (proof_case, (guint)g_rand_int_range (worker.random, 1, g_rand_int_range (worker.random, 0, 5) > 0 ? 100 : MAX_LENGTH));
          explore (&worker, proof_case);
        }
  proof_state_clear (&worker.state);
  g_hash_table_unref (worker.seen);
  g_rand_free (worker.random);
  g_free (worker.folder);
  g_free (worker.path);
}

static void
test_power_loss (void)
{
  guint64 wanted = proof_amount (STATES_ORDINARY, STATES_RELEASE);
  guint64 results[PROOF_N_RESULTS];

  proof_run_workers (N_WORKERS, work, results, &wanted);
  g_test_message ("%" G_GUINT64_FORMAT " states, %" G_GUINT64_FORMAT " of them different, %" G_GUINT64_FORMAT " with a journal; "
                  "%" G_GUINT64_FORMAT " different files once opened; "
                  "%" G_GUINT64_FORMAT " times the edit was left out, %" G_GUINT64_FORMAT " times it was whole",
                  results[RESULT_STATES], results[RESULT_DIFFERENT], results[RESULT_UNCLEAN], results[RESULT_IMAGES], results[RESULT_BEFORE],
                  results[RESULT_AFTER]);
  proof_report ("R1", results[RESULT_STATES], "states");
  g_assert_cmpuint (results[RESULT_STATES], >=, wanted);
  /* A proof that never finds a journal, or never either side of an edit, shows nothing. */
  g_assert_cmpuint (results[RESULT_UNCLEAN], >, wanted / 20);
  g_assert_cmpuint (results[RESULT_BEFORE], >, wanted / 10);
  g_assert_cmpuint (results[RESULT_AFTER], >, wanted / 1000);
}

int
main (int   argc,
      char *argv[])
{
  proof_init (&argc, &argv);
  proof_vfs_install ();
  g_test_add_func ("/power-loss/states", test_power_loss);
  return g_test_run ();
}
