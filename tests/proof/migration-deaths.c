/* migration-deaths.c — every state in which kill -9 can leave a file that is being migrated */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "migration-deaths.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int statements_left = -1; /* until the end; below 0: no end */
static int writes_left = -1;

/* The collection that is going on. */
static GPtrArray *collected;
static char      *collected_journal;
static int        collected_fd = -1;

static void
death_free (Death *self)
{
  g_bytes_unref (self->file);
  g_clear_pointer (&self->journal, g_bytes_unref);
  g_free (self);
}

static GBytes *
read_fd (int fd)
{
  struct stat info;
  guint8     *content;

  g_assert_cmpint (fstat (fd, &info), ==, 0);
  content = g_malloc ((gsize)info.st_size + 1);
  g_assert_cmpint (pread (fd, content, (gsize)info.st_size, 0), ==, info.st_size);
  return g_bytes_new_take (content, (gsize)info.st_size);
}

static GBytes *
read_journal (const char *path)
{
  int     fd = open (path, O_RDONLY | O_CLOEXEC);
  GBytes *content;

  if (fd < 0)
    return NULL;
  content = read_fd (fd);
  close (fd);
  return content;
}

/* The content before, when nothing was written since: most statements write nothing. */
static GBytes *
share (GBytes *content,
       GBytes *before)
{
  if (content == NULL || before == NULL || !g_bytes_equal (content, before))
    return content;
  g_bytes_unref (content);
  return g_bytes_ref (before);
}

static void
collect (gboolean at_write)
{
  const Death *last = collected->len > 0 ? g_ptr_array_index (collected, collected->len - 1) : NULL;
  Death       *death = g_new0 (Death, 1);

  death->file = share (read_fd (collected_fd), last != NULL ? last->file : NULL);
  death->journal = share (read_journal (collected_journal), last != NULL ? last->journal : NULL);
  death->at_write = at_write;
  g_ptr_array_add (collected, death);
}

static int
statement_done_cb (unsigned kind,
                   void    *user_data,
                   void    *statement,
                   void    *nanoseconds)
{
  if (statements_left >= 0 && statements_left-- == 0)
    raise (SIGKILL);
  if (collected != NULL)
    collect (FALSE);
  return 0;
}

/* Called for every connection that is opened, the store's own too. */
static int
watch_connection_cb (sqlite3                           *db,
                     char                             **message,
                     const struct sqlite3_api_routines *api)
{
  return sqlite3_trace_v2 (db, SQLITE_TRACE_PROFILE, statement_done_cb, NULL);
}

static ssize_t (*write_really) (int         fd,
                                const void *data,
                                size_t      length,
                                off_t       offset);

/* Stands in for pwrite() below SQLite. */
static ssize_t
write_cb (int         fd,
          const void *data,
          size_t      length,
          off_t       offset)
{
  gboolean dies = writes_left >= 0 && writes_left-- == 0;

  if ((dies || collected != NULL) && offset / 4096 % 2 == 0)
    write_really (fd, data, length / 2, offset);
  if (dies)
    raise (SIGKILL);
  if (collected != NULL)
    collect (TRUE);
  return write_really (fd, data, length, offset);
}

void
deaths_install (void)
{
  static const char *const names[] = { "pwrite", "pwrite64" };
  sqlite3_vfs             *vfs;

  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void))watch_connection_cb), ==, SQLITE_OK);
  vfs = sqlite3_vfs_find (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      sqlite3_syscall_ptr present = vfs->xGetSystemCall (vfs, names[i]);

      if (present == NULL)
        continue;
      write_really = (ssize_t (*) (int, const void *, size_t, off_t))present;
      g_assert_cmpint (vfs->xSetSystemCall (vfs, names[i], (sqlite3_syscall_ptr)write_cb), ==, SQLITE_OK);
    }
  g_assert_nonnull (write_really);
}

GPtrArray *
deaths_collect (const char *path,
                DeathsFunc  func)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify)death_free);

  collected_journal = g_strconcat (path, "-journal", NULL);
  /* Open until the end: closing it would drop SQLite's locks. */
  collected_fd = open (path, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (collected_fd, >=, 0);
  collected = result;
  g_assert_true (func (path));
  collected = NULL;
  close (collected_fd);
  g_clear_pointer (&collected_journal, g_free);
  return result;
}

gboolean
deaths_die (const char *path,
            DeathsFunc  func,
            int         statements,
            int         writes)
{
  pid_t child = fork ();
  int   status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      statements_left = statements;
      writes_left = writes;
      _exit (func (path) ? 0 : 1);
    }
  /* The name of a copy is random: not the one that the child drew. */
  g_random_int ();
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFSIGNALED (status))
    {
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      return FALSE;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return TRUE;
}
