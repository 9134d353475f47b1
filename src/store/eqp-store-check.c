/* eqp-store-check.c — a file that is shown while it is still being checked: nothing is written to it before the end of that */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-store"
#include "config.h"

#include "store/eqp-store-internal.h"

#include <malloc.h>

typedef enum {
  EQP_VERDICT_NONE, /* not yet, or somebody else held the file */
  EQP_VERDICT_SOUND,
  EQP_VERDICT_DAMAGED,
} EqpVerdict;

struct _EqpStoreCheck
{
  EqpStore *store; /* borrowed: it ends the check before itself */
  char     *path;
  int       newest; /* the highest user_version to accept */
  gboolean  whole;  /* indexes and references too */

  guint    start_source; /* starts the thread, once what the window shows first has been read */
  GThread *thread;       /* (nullable) */
  GSource *ended_source; /* wakes the store's thread up */

  GMutex       mutex;    /* over the two below */
  EqpDatabase *database; /* (nullable) the thread's, while it reads */
  gboolean     stopped;

  EqpVerdict verdict; /* the thread's until it ends */
  GError    *damage;  /* (nullable) */
  gboolean   told;
};

static void
take_verdict (EqpStoreCheck *self,
              gboolean       sound,
              GError        *error) /* transfer full */
{
  if (sound)
    self->verdict = EQP_VERDICT_SOUND;
  else if (g_error_matches (error, EQP_STORE_ERROR, EQP_STORE_ERROR_CORRUPT))
    {
      self->verdict = EQP_VERDICT_DAMAGED;
      self->damage = g_steal_pointer (&error);
    }
  else
    g_debug ("The file could not be checked: %s", error->message);
  g_clear_error (&error);
}

/* Returns whether there is something to be read yet: the file may have been closed already. */
static gboolean
show_connection (EqpStoreCheck *self,
                 EqpDatabase   *database)
{
  g_mutex_lock (&self->mutex);
  self->database = self->stopped ? NULL : database;
  g_mutex_unlock (&self->mutex);
  return self->database != NULL;
}

static void
hide_connection (EqpStoreCheck *self)
{
  g_mutex_lock (&self->mutex);
  self->database = NULL;
  g_mutex_unlock (&self->mutex);
}

static gboolean
check_database (EqpStoreCheck *self,
                EqpDatabase   *database,
                GError       **error)
{
  return self->whole ? eqp_database_check (database, error) : eqp_database_quick_check (database, error);
}

static gpointer
check_thread (gpointer user_data)
{
  EqpStoreCheck *self = user_data;
  GError        *error = NULL;
  EqpDatabase   *database = eqp_database_open_unchecked (self->path, EQP_DATABASE_READ_ONLY, self->newest, &error);

  if (database == NULL)
    take_verdict (self, FALSE, error);
  else
    {
      if (show_connection (self, database))
        {
          gboolean sound = check_database (self, database, &error);

          hide_connection (self);
          take_verdict (self, sound, error);
        }
      eqp_database_free (database);
    }
  g_source_set_ready_time (self->ended_source, 0);
  return NULL;
}

static void
start_cb (gpointer user_data)
{
  EqpStoreCheck *self = user_data;

  self->start_source = 0;
  self->thread = g_thread_new ("check", check_thread, self);
}

static void
wait_for_thread (EqpStoreCheck *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

static gboolean
dispatch_ended (GSource    *source,
                GSourceFunc callback,
                gpointer    user_data)
{
  g_source_set_ready_time (source, -1);
  return callback (user_data);
}

/* By now the window shows its file and comes to rest. What its start and the check have freed lies in pieces all over the heap, a tenth of the
 * program's memory, which it would keep. */
static void
give_memory_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

/* One that somebody else kept from being checked waits for the first edit, which checks it. */
static gboolean
ended_cb (gpointer user_data)
{
  EqpStoreCheck *self = user_data;

  wait_for_thread (self);
  give_memory_back ();
  if (self->verdict == EQP_VERDICT_DAMAGED && !self->told)
    {
      self->told = TRUE;
      _eqp_store_emit_damaged (self->store, self->damage);
    }
  else if (self->verdict == EQP_VERDICT_SOUND && self->whole)
    {
      self->whole = FALSE;
      _eqp_store_note_check (self->store);
    }
  return G_SOURCE_CONTINUE;
}

/**
 * _eqp_store_check_later:
 * @self: a store on a file whose pages have not been checked
 *
 * Has another thread check them, with a connection of its own; "damaged" tells when they are not sound. Needs a main loop: without one,
 * the first edit checks them.
 */
void
_eqp_store_check_later (EqpStore *self)
{
  static GSourceFuncs functions = { .dispatch = dispatch_ended };
  EqpStoreCheck      *check = g_new0 (EqpStoreCheck, 1);

  check->store = self;
  check->path = g_strdup (eqp_database_get_path (self->database));
  check->newest = (int)self->schema->n_steps;
  g_mutex_init (&check->mutex);
  check->ended_source = g_source_new (&functions, sizeof (GSource));
  g_source_set_callback (check->ended_source, ended_cb, check, NULL);
  g_source_attach (check->ended_source, g_main_context_get_thread_default ());
  check->start_source = g_idle_add_once (start_cb, check);
  self->check = check;
}

/**
 * _eqp_store_check_whole_later:
 * @self: a store
 *
 * Has the thread look at indexes and references as well, which takes several times as long, and note the day when they are sound.
 *
 * Returns: %FALSE when there is no such thread, or it has begun: then nothing is asked of it
 */
gboolean
_eqp_store_check_whole_later (EqpStore *self)
{
  if (self->check == NULL || self->check->start_source == 0)
    return FALSE;
  self->check->whole = TRUE;
  return TRUE;
}

/**
 * _eqp_store_await_check:
 * @self: a store that is open
 * @error: (out) (optional): %EQP_STORE_ERROR CORRUPT, or why the file cannot be read
 *
 * Waits for the end of the check, or makes it when none is under way: what is not known to be sound is not written to.
 *
 * Returns: whether the file was found to be sound
 */
gboolean
_eqp_store_await_check (EqpStore *self,
                        GError  **error)
{
  EqpStoreCheck *check = self->check;
  GError        *failure = NULL;
  gboolean       sound;

  if (check == NULL)
    return TRUE;
  g_clear_handle_id (&check->start_source, g_source_remove);
  wait_for_thread (check);
  if (check->verdict == EQP_VERDICT_NONE)
    {
      sound = check_database (check, self->database, &failure);
      if (!sound && error != NULL)
        *error = g_error_copy (failure);
      take_verdict (check, sound, failure);
      g_source_set_ready_time (check->ended_source, 0);
      return sound;
    }
  if (check->damage != NULL && error != NULL)
    *error = g_error_copy (check->damage);
  return check->damage == NULL;
}

/**
 * _eqp_store_end_check:
 * @self: a store
 *
 * Nothing more is to be checked: everything was, or the file is closed.
 */
void
_eqp_store_end_check (EqpStore *self)
{
  EqpStoreCheck *check = g_steal_pointer (&self->check);

  if (check == NULL)
    return;
  g_clear_handle_id (&check->start_source, g_source_remove);
  g_mutex_lock (&check->mutex);
  check->stopped = TRUE;
  if (check->database != NULL)
    eqp_database_interrupt (check->database);
  g_mutex_unlock (&check->mutex);
  wait_for_thread (check);
  g_source_destroy (check->ended_source);
  g_source_unref (check->ended_source);
  g_mutex_clear (&check->mutex);
  g_clear_error (&check->damage);
  g_free (check->path);
  g_free (check);
}
