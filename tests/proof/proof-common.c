/* proof-common.c — what the proofs share: amounts, files, and a number that stands for all that a file holds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "proof-common"
#include "config.h"

#include "proof-common.h"
#include "tests/test-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Integers from here on are ids (one in nine thousand million is smaller) or instants; the other numbers of our tables are small. */
#define SMALLEST_ID 1000000000

/* As many digits in a row within a text are an id too. */
#define ID_DIGITS 10

/* The search index has ids within its texts, all of one length. */
static const char sql_index_columns[] = "word, entity, length (rows)";

void
proof_init (int    *argc,
            char ***argv)
{
  g_autofree char *seed = NULL;

  test_init (argc, argv);
  seed = g_strdup_printf ("%d", g_test_rand_int_range (1, G_MAXINT));
  g_setenv ("EQUIPOLE_SEED", seed, TRUE);
}

char *
proof_dup_folder (const char *name)
{
  char *folder = g_build_filename (g_get_user_data_dir (), "proof", name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return folder;
}

void
proof_empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        proof_empty_folder (path);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

GBytes *
proof_read (const char *path)
{
  char *content;
  gsize size;

  return g_file_get_contents (path, &content, &size, NULL) ? g_bytes_new_take (content, size) : NULL;
}

/* In place: a new file at every state of a hundred thousand takes longer than looking into it. */
void
proof_write (const char   *path,
             gconstpointer data,
             gsize         size)
{
  int fd = open (path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize)size);
  g_assert_cmpint (close (fd), ==, 0);
}

guint64
proof_hash (guint64       hash,
            gconstpointer data,
            gsize         size)
{
  const guint8 *bytes = data;
  guint64       word;

  for (; size >= sizeof word; bytes += sizeof word, size -= sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  for (; size > 0; bytes++, size--)
    hash = (hash ^ *bytes) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

guint64
proof_hash_file (guint64     hash,
                 const char *path)
{
  g_autoptr (GBytes) content = proof_read (path);
  gsize         size = 0;
  gconstpointer data = content != NULL ? g_bytes_get_data (content, &size) : NULL;
  gsize         head[2] = { content != NULL, size };

  return proof_hash (proof_hash (hash, head, sizeof head), data, size);
}

static guint64
add_bytes (guint64       hash,
           const guint8 *bytes,
           gsize         size)
{
  for (gsize i = 0; i < size; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash ^ (hash >> 31);
}

/* Long runs of digits count as one sign. */
static guint64
add_text_without_ids (guint64       hash,
                      const guint8 *text)
{
  while (*text != '\0')
    {
      gsize digits = strspn ((const char *)text, "0123456789");
      gsize size = MAX (digits, 1);

      hash = digits >= ID_DIGITS ? add_bytes (hash, (const guint8 *)"#", 1) : add_bytes (hash, text, size);
      text += size;
    }
  return hash;
}

static guint64
add_column (guint64       hash,
            sqlite3_stmt *statement,
            int           column,
            ProofDigest   kind)
{
  int           type = sqlite3_column_type (statement, column);
  gboolean      is_id = type == SQLITE_INTEGER && sqlite3_column_int64 (statement, column) >= SMALLEST_ID;
  const guint8 *text = sqlite3_column_text (statement, column);

  hash = add_bytes (hash, (const guint8 *)&type, sizeof type);
  if (text == NULL)
    return hash;
  if (kind == PROOF_DIGEST_EXACT)
    return add_bytes (hash, text, (gsize)sqlite3_column_bytes (statement, column));
  return is_id ? add_bytes (hash, (const guint8 *)"#", 1) : add_text_without_ids (hash, text);
}

/* A sum over the rows, so that their order does not count. */
static int
digest_rows (sqlite3    *db,
             const char *sql,
             ProofDigest kind,
             guint64    *sum)
{
  sqlite3_stmt *statement;
  int           code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  while (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      guint64 hash = g_str_hash (sql);

      for (int i = 0; i < sqlite3_column_count (statement); i++)
        hash = add_column (hash, statement, i, kind);
      *sum += hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      code = SQLITE_OK;
    }
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int
digest_tables (sqlite3    *db,
               ProofDigest kind,
               guint64    *sum)
{
  sqlite3_stmt *tables;
  int           code = sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta'", -1, &tables, NULL);

  while (code == SQLITE_OK && (code = sqlite3_step (tables)) == SQLITE_ROW)
    {
      const char      *table = (const char *)sqlite3_column_text (tables, 0);
      gboolean         is_index = kind == PROOF_DIGEST_WITHOUT_IDS && strcmp (table, "search_word") == 0;
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\"", is_index ? sql_index_columns : "*", table);

      code = digest_rows (db, sql, kind, sum);
    }
  sqlite3_finalize (tables);
  return code == SQLITE_DONE ? digest_rows (db, "SELECT type, name, tbl_name, sql FROM sqlite_schema", kind, sum) : code;
}

guint64
proof_digest (const char *path,
              ProofDigest kind,
              GError    **error)
{
  sqlite3 *db;
  guint64  sum = 1;
  int      code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL);

  /* One view of the file, and one lock, for all of it. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = digest_tables (db, kind, &sum);
  if (code != SQLITE_OK)
    {
      g_set_error (error, EQP_STORE_ERROR, EQP_STORE_ERROR_FAILED, "%s: %s", path, sqlite3_errmsg (db));
      sum = 0;
    }
  sqlite3_close (db);
  return sum;
}

guint64
proof_digest_sound (const char *path,
                    ProofDigest kind)
{
  g_autoptr (GError) error = NULL;
  guint64 digest = proof_digest (path, kind, &error);

  g_assert_no_error (error);
  return digest;
}

static void
run_worker (guint       number,
            ProofWorker worker,
            int         pipe_fd,
            gpointer    user_data)
{
  guint64          results[PROOF_N_RESULTS] = { 0 };
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, g_ascii_strtoull (g_getenv ("EQUIPOLE_SEED"), NULL, 10) + number);

  /* Files of their own: see eqp_clock_random_id(). */
  g_setenv ("EQUIPOLE_SEED", seed, TRUE);
  worker (number, results, user_data);
  if (write (pipe_fd, results, sizeof results) != sizeof results)
    _exit (2);
  _exit (0);
}

void
proof_run_workers (guint       n,
                   ProofWorker worker,
                   guint64    *results,
                   gpointer    user_data)
{
  g_autofree pid_t *children = g_new (pid_t, n);
  guint64           part[PROOF_N_RESULTS];
  int               fds[2];
  int               status;

  memset (results, 0, sizeof part);
  g_assert_cmpint (pipe (fds), ==, 0);
  for (guint i = 0; i < n; i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        run_worker (i, worker, fds[1], user_data);
    }
  close (fds[1]);
  while (read (fds[0], part, sizeof part) == sizeof part)
    for (guint i = 0; i < PROOF_N_RESULTS; i++)
      results[i] += part[i];
  close (fds[0]);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
}
