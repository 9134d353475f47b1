/* eqp-forecast-method.c — how a forecast was made, in words and figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-forecast"

#include "config.h"

#include "domain/exchanges/eqp-forecast.h"

#include "base/eqp-message.h"

#include <glib/gi18n.h>

typedef struct
{
  gint64 done[EQP_N_TRAININGS];
  gint64 planned[EQP_N_TRAININGS]; /* today's month and those to come */
  gint64 forgotten;                /* planned in a month that is over, and not done: both directions */
  gint64 accepted;
  guint  n_accepted;
} Figures;

static Figures
add_up (EqpForecast *self)
{
  Figures figures = { 0 };

  for (guint i = 0; i < self->months->len; i++)
    {
      const EqpForecastMonth *month = g_ptr_array_index (self->months, i);
      const EqpForecastMonth *next = i + 1 < self->months->len ? g_ptr_array_index (self->months, i + 1) : NULL;
      gboolean                is_over = next != NULL && next->is_past;

      for (EqpTraining t = 0; t < EQP_N_TRAININGS; t++)
        {
          figures.done[t] += month->done[t];
          figures.planned[t] += is_over ? 0 : month->planned[t];
          figures.forgotten += is_over ? month->planned[t] : 0;
        }
    }
  for (guint i = 0; i < self->requests->len; i++)
    {
      const EqpForecastRequest *request = g_ptr_array_index (self->requests, i);

      figures.accepted += request->accepted ? request->minutes : 0;
      figures.n_accepted += request->accepted;
    }
  return figures;
}

static void
set_duration (EqpMessage *message,
              const char *name,
              gint64      minutes,
              EqpLanguage language)
{
  g_autofree char *text = eqp_duration_format (minutes, language);

  eqp_message_text (message, name, text);
}

static void
set_share (EqpMessage *message,
           const char *name,
           gint64      part,
           gint64      whole,
           EqpLanguage language)
{
  g_autofree char *text = eqp_percent_format (part, MAX (1, whole), language);

  eqp_message_text (message, name, text);
}

/* @message: (transfer full) */
static void
add_sentence (GString    *text,
              EqpMessage *message,
              EqpLanguage language)
{
  g_autofree char *sentence = eqp_message_render (message, language);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  eqp_message_unref (message);
}

static void
add_known (GString       *text,
           EqpForecast   *self,
           const Figures *figures,
           EqpLanguage    language)
{
  EqpMessage *message;

  /* Translators: how the forecast was made: {date} is today, the others are durations. */
  message = eqp_message_new (N_ ("Known on {date}: {fc_done} of continuing training and {fi_done} of initial training are done, {fc_planned} and {fi_planned} are planned from this month on."));
  eqp_message_date (message, "date", self->today);
  set_duration (message, "fc_done", figures->done[EQP_TRAINING_FC], language);
  set_duration (message, "fi_done", figures->done[EQP_TRAINING_FI], language);
  set_duration (message, "fc_planned", figures->planned[EQP_TRAINING_FC], language);
  set_duration (message, "fi_planned", figures->planned[EQP_TRAINING_FI], language);
  add_sentence (text, message, language);
  if (figures->forgotten > 0)
    {
      message = eqp_message_new (N_ ("What was planned in months that are over and is not marked as done ({minutes}) does not count."));
      set_duration (message, "minutes", figures->forgotten, language);
      add_sentence (text, message, language);
    }
  if (self->carried != 0)
    {
      message = eqp_message_new (N_ ("The year before handed {minutes} on."));
      set_duration (message, "minutes", self->carried, language);
      add_sentence (text, message, language);
    }
}

static void
add_season (GString     *text,
            EqpForecast *self,
            EqpLanguage  language)
{
  EqpMessage *message;

  /* Translators: {n} is a number of years, the others are percentages. */
  message = eqp_message_new_n ("The one complete past year had done {fc_share} of its continuing training and {fi_share} of its initial training by this day; each month to come gets its usual share at this year’s pace, or what is planned when that is more.",
                               "The {n} complete past years together had done {fc_share} of their continuing training and {fi_share} of their initial training by this day; each month to come gets its usual share at this year’s pace, or what is planned when that is more.",
                               self->past_years);
  eqp_message_number (message, "n", self->past_years);
  set_share (message, "fc_share", self->usual_part[EQP_TRAINING_FC], self->usual_whole[EQP_TRAINING_FC], language);
  set_share (message, "fi_share", self->usual_part[EQP_TRAINING_FI], self->usual_whole[EQP_TRAINING_FI], language);
  add_sentence (text, message, language);
  if (self->is_early[EQP_TRAINING_FC] || self->is_early[EQP_TRAINING_FI])
    add_sentence (text, eqp_message_new (N_ ("Where that share is below a tenth, this year’s pace says nothing yet: the average of past years is taken.")), language);
  if (self->past_years > 1)
    add_sentence (text, eqp_message_new (N_ ("The band goes from the past year that left the least to come to the one that left the most, with both directions at their worst.")), language);
  else
    add_sentence (text, eqp_message_new (N_ ("One year has no spread: the band is that estimate less and plus a quarter, with both directions at their worst.")), language);
}

/* A year without a past: the plain truth is that nobody knows. */
static void
add_ignorance (GString    *text,
               EqpLanguage language)
{
  add_sentence (text, eqp_message_new (N_ ("The file holds no complete past year to learn from: only what is done, planned or accepted counts. What nobody has planned yet is missing, so that the end of the year may be quite different; no band can be given.")), language);
}

static void
add_requests (GString       *text,
              const Figures *figures,
              EqpLanguage    language)
{
  EqpMessage *message;

  if (figures->n_accepted == 0)
    {
      add_sentence (text, eqp_message_new (N_ ("No open request is counted.")), language);
      return;
    }
  message = eqp_message_new_n ("One open request is counted as accepted, with {minutes}.",
                               "{n} open requests are counted as accepted, with {minutes} together.", figures->n_accepted);
  eqp_message_number (message, "n", figures->n_accepted);
  set_duration (message, "minutes", figures->accepted, language);
  add_sentence (text, message, language);
}

/**
 * eqp_forecast_dup_method:
 * @self: a forecast
 * @language: the reader's language
 *
 * What the forecast rests on, with its figures: to be shown beside the curve (DESIGN §8).
 *
 * Returns: (transfer full): a paragraph
 */
char *
eqp_forecast_dup_method (EqpForecast *self,
                         EqpLanguage  language)
{
  GString *text = g_string_new (NULL);
  Figures  figures;

  g_return_val_if_fail (self != NULL, NULL);

  figures = add_up (self);
  add_known (text, self, &figures, language);
  if (self->method == EQP_METHOD_SEASONAL)
    add_season (text, self, language);
  else
    add_ignorance (text, language);
  add_requests (text, &figures, language);
  return g_string_free (text, FALSE);
}
