/* eqp-ledger-editors.c — the editors of a line: all of it, a reason to keep it; and the questions about a year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-editors"

#include "config.h"

#include "app/exchanges/eqp-ledger-editors.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-ledger-correct-window.h"
#include "app/exchanges/eqp-ledger-words.h"
#include "app/widgets/eqp-message-window.h"
#include "app/widgets/eqp-record-window.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-year-closing.h"

/* What an editor or a question holds. */
typedef struct
{
  EqpSession *session;
  EqpRecord  *line;   /* (nullable) as it is in the file */
  GtkWidget  *widget; /* (nullable) where the answer is shown */
  int         year;
} Editor;

static Editor *
editor_new (EqpSession *session,
            EqpRecord  *line)
{
  Editor *editor = g_new0 (Editor, 1);

  editor->session = g_object_ref (session);
  g_set_object (&editor->line, line);
  return editor;
}

static void
editor_free (gpointer data)
{
  Editor *editor = data;

  g_clear_object (&editor->line);
  g_clear_object (&editor->widget);
  g_object_unref (editor->session);
  g_free (editor);
}

static EqpStore *
get_store (Editor *editor)
{
  return eqp_session_get_store (editor->session);
}

/* ---- a line ---- */

static gboolean
save_cb (EqpRecord   *draft,
         gpointer     user_data,
         EqpMessage **label,
         GError     **error)
{
  return eqp_ledger_save (get_store (user_data), draft, label, error);
}

static void
correct_cb (gpointer user_data)
{
  Editor *editor = user_data;

  eqp_ledger_correct_window_present (GTK_WINDOW (gtk_widget_get_root (editor->widget)), editor->session, editor->line);
}

static void
explain_lock (GtkWindow  *parent,
              EqpSession *session,
              EqpRecord  *line)
{
  Editor          *editor = editor_new (session, line);
  const char      *reason = eqp_record_is_empty (line, EQP_INTERVENTION_CERTIFIED) ? _ ("Its academic year is closed.") : _ ("Its hours are certified.");
  g_autofree char *body = g_strdup_printf ("%s %s", reason, _ ("What was counted stays as it is; a counter-entry takes away what was wrong, and both remain visible."));

  editor->widget = g_object_ref (GTK_WIDGET (parent));
  eqp_message_window_ask (parent, _ ("This line is locked"), body, _ ("_Correct…"), FALSE, correct_cb, editor, editor_free);
}

void
eqp_ledger_editor_present (GtkWindow  *parent,
                           EqpSession *session,
                           EqpRecord  *line)
{
  static const int fields[] = {
    EQP_INTERVENTION_DATE, EQP_INTERVENTION_START_TIME, EQP_INTERVENTION_END_TIME, EQP_INTERVENTION_PERSON, EQP_INTERVENTION_TRAINING,
    EQP_INTERVENTION_UNIT, EQP_INTERVENTION_SCHEME, EQP_INTERVENTION_SUBJECT, EQP_INTERVENTION_HOST, EQP_INTERVENTION_REQUESTED,
    EQP_INTERVENTION_PLANNED, EQP_INTERVENTION_DONE, EQP_INTERVENTION_KIND, EQP_INTERVENTION_REQUEST, EQP_INTERVENTION_SHARED_TIME,
    EQP_INTERVENTION_DIRECT_CONTRACT, EQP_INTERVENTION_PAYER, EQP_INTERVENTION_IN_SERVICE, EQP_INTERVENTION_OVERRIDE, -1
  };
  g_autoptr (EqpRecord) draft = NULL;

  if (eqp_intervention_is_locked (line))
    {
      explain_lock (parent, session, line);
      return;
    }
  draft = eqp_record_dup_draft (line);
  gtk_window_present (GTK_WINDOW (eqp_record_window_new (parent, _ ("Change the line"), eqp_session_get_store (session), draft, fields,
                                                         save_cb, editor_new (session, line), editor_free)));
}

gboolean
eqp_ledger_can_override (EqpFinding *finding)
{
  const char *code = eqp_finding_get_code (finding);

  return g_str_equal (code, "SCHED-CONFLICT") || g_str_equal (code, "SCHED-UNAVAILABLE");
}

static gboolean
override_cb (EqpRecord   *draft,
             gpointer     user_data,
             EqpMessage **label,
             GError     **error)
{
  Editor *editor = user_data;

  return eqp_ledger_override (get_store (editor), editor->line, eqp_record_get_text (draft, EQP_INTERVENTION_OVERRIDE), label, error);
}

void
eqp_ledger_override_present (GtkWindow  *parent,
                             EqpSession *session,
                             EqpRecord  *line)
{
  static const int fields[] = { EQP_INTERVENTION_OVERRIDE, -1 };
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (line);

  gtk_window_present (GTK_WINDOW (eqp_record_window_new (parent, _ ("Keep with a reason"), eqp_session_get_store (session), draft, fields,
                                                         override_cb, editor_new (session, line), editor_free)));
}

/* ---- a year ---- */

int
eqp_ledger_find_open_year (EqpStore *store)
{
  int this_year = eqp_pole_academic_year (store, eqp_date_today ());
  g_autoptr (EqpQuery) query = eqp_store_query (store, NULL, "SELECT min (date) FROM intervention", NULL);
  int year;

  if (query == NULL || !eqp_query_next (query, NULL) || eqp_query_is_null (query, 0))
    return 0;
  year = eqp_pole_academic_year (store, eqp_query_get_date (query, 0));
  g_clear_pointer (&query, eqp_query_free);
  while (year < this_year && eqp_year_is_closed (store, year))
    year++;
  return year < this_year ? year : 0;
}

int
eqp_ledger_find_closed_year (EqpStore *store)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, NULL, "SELECT coalesce (max (year), 0) FROM year_closing", NULL);

  return query != NULL && eqp_query_next (query, NULL) ? (int)eqp_query_get_integer (query, 0) : 0;
}

static void
close_year_cb (gpointer user_data)
{
  Editor *editor = user_data;
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (eqp_year_close (get_store (editor), editor->year, eqp_date_today (), &label, &error))
    eqp_feedback_edit (editor->widget, label);
  else
    eqp_feedback_error (editor->widget, _ ("The year was not closed"), error);
}

static void
reopen_year_cb (gpointer user_data)
{
  Editor *editor = user_data;
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (eqp_year_reopen (get_store (editor), editor->year, &label, &error))
    eqp_feedback_edit (editor->widget, label);
  else
    eqp_feedback_error (editor->widget, _ ("The year was not opened again"), error);
}

/* The lines that freeze with hours done that were never certified: they are in no balance that is carried over. */
static gboolean
read_uncertified (EqpStore *store,
                  EqpDate   first,
                  EqpDate   last,
                  gint64   *n,
                  GError  **error)
{
  g_autoptr (EqpQuery) query = eqp_store_query (store, error, "SELECT count (*) FROM intervention WHERE date BETWEEN ? AND ? AND done IS NOT NULL AND certified IS NULL", "dd", first, last);

  if (query == NULL || !eqp_query_next (query, error))
    return FALSE;
  *n = eqp_query_get_integer (query, 0);
  return TRUE;
}

/* What is not put right before closing stays so. */
static char *
dup_uncertified (gint64 n)
{
  g_autofree char *number = eqp_format_number (eqp_language_get_interface (), n);

  if (n == 0)
    return g_strdup (_ ("All hours done are certified."));
  return g_strdup_printf (/* Translators: %s is a number of lines */
                          ngettext ("%s line has hours done that are not certified: it freezes as it is, and these hours will never count.",
                                    "%s lines have hours done that are not certified: they freeze as they are, and these hours will never count.", (gulong)n),
                          number);
}

/* What closing does, with its figures: the certified balance, and what goes on to the next year. */
static char *
dup_closing (EqpStore *store,
             int       year,
             GError  **error)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *carry_over = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *carried = NULL;
  g_autofree char *next = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *uncertified = NULL;
  g_autoptr (EqpBalance) balance = NULL;
  EqpDate first, last;
  gint64  minutes, before, n_uncertified;

  eqp_pole_get_year_period (store, year, &first, &last);
  balance = eqp_balance_load (store, first, last, EQP_BY_YEAR, language, error);
  if (balance == NULL || !eqp_year_read_carried (store, year - 1, &before, error) || !read_uncertified (store, first, last, &n_uncertified, error))
    return NULL;
  minutes = eqp_balance_row_get_minutes (&balance->total, EQP_HOURS_CERTIFIED);
  sum = eqp_duration_format (minutes, language);
  next = eqp_ledger_dup_year (year + 1);
  carry_over = eqp_exchange_dup_parameter (store, EQP_PARAMETER_CARRY_OVER, last);
  carried = eqp_duration_format (minutes + before, language);
  uncertified = dup_uncertified (n_uncertified);
  if (g_str_equal (carry_over, "yes"))
    /* Translators: %1$s and %2$s are durations, %3$s is an academic year */
    figures = g_strdup_printf (_ ("Its certified balance is %1$s; %2$s are carried over to %3$s."), sum, carried, next);
  else
    /* Translators: %s is a duration */
    figures = g_strdup_printf (_ ("Its certified balance is %s; nothing is carried over."), sum);
  return g_strdup_printf ("%s\n\n%s\n\n%s", figures, uncertified, _ ("Its lines become final: later corrections are counter-entries dated in an open year. The year can be opened again."));
}

static void
ask_year (GtkWidget     *widget,
          EqpSession    *session,
          int            year,
          const char    *heading,
          const char    *body,
          const char    *accept,
          EqpMessageFunc func)
{
  Editor *editor = editor_new (session, NULL);

  editor->widget = g_object_ref (widget);
  editor->year = year;
  eqp_message_window_ask (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body, accept, FALSE, func, editor, editor_free);
}

void
eqp_ledger_ask_close_year (GtkWidget  *widget,
                           EqpSession *session)
{
  EqpStore        *store = eqp_session_get_store (session);
  int              year = eqp_ledger_find_open_year (store);
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;

  if (year == 0)
    {
      eqp_feedback_say (widget, _ ("No academic year that has ended is still open."));
      return;
    }
  name = eqp_ledger_dup_year (year);
  /* Translators: %s is an academic year */
  heading = g_strdup_printf (_ ("Close the academic year %s?"), name);
  body = dup_closing (store, year, &error);
  if (body == NULL)
    eqp_feedback_error (widget, _ ("The year was not closed"), error);
  else
    ask_year (widget, session, year, heading, body, _ ("_Close the year"), close_year_cb);
}

void
eqp_ledger_ask_reopen_year (GtkWidget  *widget,
                            EqpSession *session)
{
  int              year = eqp_ledger_find_closed_year (eqp_session_get_store (session));
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  if (year == 0)
    {
      eqp_feedback_say (widget, _ ("No academic year is closed."));
      return;
    }
  name = eqp_ledger_dup_year (year);
  /* Translators: %s is an academic year */
  heading = g_strdup_printf (_ ("Open the academic year %s again?"), name);
  ask_year (widget, session, year, heading,
            _ ("Its lines can be changed again, unless they are certified, and nothing is carried over from it until it is closed again."),
            _ ("_Open the year again"), reopen_year_cb);
}
