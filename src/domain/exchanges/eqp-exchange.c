/* eqp-exchange.c — the words that every part of the exchanges shares: direction, state, breakdown, dated parameters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange"

#include "config.h"

#include "domain/exchanges/eqp-exchange.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *code;
  const char *label;
} Word;

static const Word trainings[] = {
  [EQP_TRAINING_FC] = { "FC", N_ ("Continuing training") },
  [EQP_TRAINING_FI] = { "FI", N_ ("Initial training") },
};

static const Word hours_words[] = {
  [EQP_HOURS_REQUESTED] = { "requested", N_ ("Requested") },
  [EQP_HOURS_PLANNED] = { "planned", N_ ("Planned") },
  [EQP_HOURS_DONE] = { "done", N_ ("Done") },
  [EQP_HOURS_CERTIFIED] = { "certified", N_ ("Certified") },
};

static const Word breakdowns[] = {
  [EQP_BY_MONTH] = { "month", N_ ("Month") },
  [EQP_BY_TERM] = { "term", N_ ("Term") },
  [EQP_BY_YEAR] = { "year", N_ ("Academic year") },
  [EQP_BY_DISCIPLINE] = { "discipline", N_ ("Discipline") },
  [EQP_BY_SCHEME] = { "scheme", N_ ("Scheme") },
  [EQP_BY_COURSE] = { "course", N_ ("Course") },
  [EQP_BY_INSTITUTION] = { "institution", N_ ("Institution") },
  [EQP_BY_PERSON] = { "person", N_ ("Person") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (trainings) == EQP_N_TRAININGS);
G_STATIC_ASSERT (G_N_ELEMENTS (hours_words) == EQP_N_HOURS);
G_STATIC_ASSERT (G_N_ELEMENTS (breakdowns) == EQP_N_BREAKDOWNS);

/* What holds where the file says nothing; the sources are quoted in their own language. */
static const struct
{
  const char *name;
  const char *value;
  const char *source;
} defaults[] = {
  { EQP_PARAMETER_TOLERANCE, "0h",
    "Une logique qui vise à garantir l’équilibre de fonctionnement de chacune des institutions conduit à équilibrer scrupuleusement la balance horaire "
    "d’intervention de l’Inspé en formation continue avec celle du Rectorat en formation initiale." },
  { EQP_PARAMETER_FIELD_SHARE, "1/3",
    "L’arrêté du 28 mai 2019 qui décrit la formation initiale des masters MEEF prescrit qu’un tiers du potentiel d’heures d’enseignement en formation "
    "initiale doit être désormais assuré par des acteurs de « terrain », soit 15000h environ." },
  { EQP_PARAMETER_REQUEST_DAYS, "15",
    "L’équipe de coordination traite toute sollicitation pour une intervention en FI et en FC ; la source ne fixe pas de délai : 15 jours par défaut." },
  { EQP_PARAMETER_SCHEMES, "17",
    "L’ensemble des 17 dispositifs inscrits au Plan Académique de Formation sont éligibles aux personnels de l’enseignement supérieur." },
  { EQP_PARAMETER_CARRY_OVER, "yes",
    "L’équipe de coordination gère le suivi de la balance d’heures d’échanges de services ; la source ne dit rien du report d’une année sur l’autre : report par défaut." },
  { EQP_PARAMETER_REFERENCE_FC, "2000h",
    "L’actuel Pôle organise et assure déjà les échanges de services entre Inspé et Rectorat, avec un équilibre actuel de 2000h d’interventions en FI comme en FC." },
  { EQP_PARAMETER_REFERENCE_FI, "2000h",
    "L’actuel Pôle organise et assure déjà les échanges de services entre Inspé et Rectorat, avec un équilibre actuel de 2000h d’interventions en FI comme en FC." },
  { EQP_PARAMETER_TERMS, "09-01;01-01;04-01",
    "La source ne fixe pas de trimestres : septembre à décembre, janvier à mars, avril à août par défaut." },
  { EQP_PARAMETER_HETD_LECTURE, "3/2",
    "Décret n° 84-431 du 6 juin 1984, service des enseignants-chercheurs : une heure de cours magistral vaut une heure et demie de travaux dirigés." },
  { EQP_PARAMETER_HETD_PRACTICAL, "1",
    "Décret n° 84-431 du 6 juin 1984, service des enseignants-chercheurs : une heure de travaux pratiques vaut une heure de travaux dirigés dans le service." },
};

static gboolean
find_word (const Word *words,
           guint       n_words,
           const char *code,
           guint      *index)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * eqp_training_get_code:
 * @training: a direction
 *
 * Returns: (transfer none): "FC" or "FI"
 */
const char *
eqp_training_get_code (EqpTraining training)
{
  g_return_val_if_fail (training < EQP_N_TRAININGS, "");

  return trainings[training].code;
}

/**
 * eqp_training_get_label:
 * @training: a direction
 * @language: the reader's language
 *
 * Returns: (transfer none): its name, "Continuing training"
 */
const char *
eqp_training_get_label (EqpTraining training,
                        EqpLanguage language)
{
  g_return_val_if_fail (training < EQP_N_TRAININGS, "");

  return eqp_tr (language, trainings[training].label);
}

/**
 * eqp_hours_get_code:
 * @hours: one of a line's four figures
 *
 * Returns: (transfer none): its name on the command line and in JSON, "requested" … "certified"; also the column of the ledger
 */
const char *
eqp_hours_get_code (EqpHours hours)
{
  g_return_val_if_fail (hours < EQP_N_HOURS, "");

  return hours_words[hours].code;
}

/**
 * eqp_hours_get_label:
 * @hours: one of a line's four figures
 * @language: the reader's language
 *
 * Returns: (transfer none): its name, "Requested" … "Certified"
 */
const char *
eqp_hours_get_label (EqpHours    hours,
                     EqpLanguage language)
{
  g_return_val_if_fail (hours < EQP_N_HOURS, "");

  return eqp_tr (language, hours_words[hours].label);
}

/**
 * eqp_hours_from_code:
 * @code: (nullable): a word of the command line
 * @hours: (out): the figure it names, untouched when it names none
 *
 * Returns: whether it names one
 */
gboolean
eqp_hours_from_code (const char *code,
                     EqpHours   *hours)
{
  guint index;

  if (!find_word (hours_words, G_N_ELEMENTS (hours_words), code, &index))
    return FALSE;
  *hours = index;
  return TRUE;
}

/**
 * eqp_breakdown_get_code:
 * @breakdown: what a balance is broken down into
 *
 * Returns: (transfer none): its name on the command line, "month" … "person"
 */
const char *
eqp_breakdown_get_code (EqpBreakdown breakdown)
{
  g_return_val_if_fail (breakdown < EQP_N_BREAKDOWNS, "");

  return breakdowns[breakdown].code;
}

/**
 * eqp_breakdown_get_label:
 * @breakdown: what a balance is broken down into
 * @language: the reader's language
 *
 * Returns: (transfer none): its name, "Month" … "Person"
 */
const char *
eqp_breakdown_get_label (EqpBreakdown breakdown,
                         EqpLanguage  language)
{
  g_return_val_if_fail (breakdown < EQP_N_BREAKDOWNS, "");

  return eqp_tr (language, breakdowns[breakdown].label);
}

/**
 * eqp_breakdown_from_code:
 * @code: (nullable): a word of the command line
 * @breakdown: (out): what it names, untouched when it names nothing
 *
 * Returns: whether it names one
 */
gboolean
eqp_breakdown_from_code (const char   *code,
                         EqpBreakdown *breakdown)
{
  guint index;

  if (!find_word (breakdowns, G_N_ELEMENTS (breakdowns), code, &index))
    return FALSE;
  *breakdown = index;
  return TRUE;
}

/* ---- parameters ---- */

/* "" for a name that the program does not know. */
static const char *
get_default (const char *name,
             gboolean    source)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (strcmp (defaults[i].name, name) == 0)
      return source ? defaults[i].source : defaults[i].value;
  g_return_val_if_reached ("");
}

/* NULL when the file has no value in force. */
static EqpQuery *
find_parameter (EqpStore   *store,
                const char *name,
                EqpDate     date)
{
  EqpDate day = date != EQP_DATE_NONE ? date : eqp_date_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpQuery) query = NULL;

  query = eqp_store_query (store, &error,
                           "SELECT p.value, p.source FROM parameter p JOIN statute s ON s.id = p.statute_id "
                           "WHERE s.code = ? AND p.name = ? AND p.value <> '' AND p.from_date <= ? AND (p.to_date = '' OR p.to_date >= ?) "
                           "ORDER BY p.from_date DESC LIMIT 1",
                           "ssdd", EQP_EXCHANGE_STATUTE, name, day, day);
  if (query != NULL && eqp_query_next (query, &error))
    return g_steal_pointer (&query);
  if (error != NULL)
    g_message ("The parameter %s cannot be read: %s", name, error->message);
  return NULL;
}

/**
 * eqp_exchange_dup_parameter:
 * @store: the file
 * @name: one of the EQP_PARAMETER names
 * @date: the day that counts; %EQP_DATE_NONE: today
 *
 * A threshold of the exchanges as it was on @date (T-06).
 *
 * Returns: (transfer full): the value in the file, else the program's default
 */
char *
eqp_exchange_dup_parameter (EqpStore   *store,
                            const char *name,
                            EqpDate     date)
{
  g_autoptr (EqpQuery) found = find_parameter (store, name, date);

  return g_strdup (found != NULL ? eqp_query_get_text (found, 0) : get_default (name, FALSE));
}

/**
 * eqp_exchange_dup_parameter_source:
 * @store: the file
 * @name: one of the EQP_PARAMETER names
 * @date: the day that counts; %EQP_DATE_NONE: today
 *
 * Returns: (transfer full): the sentence that the value comes from
 */
char *
eqp_exchange_dup_parameter_source (EqpStore   *store,
                                   const char *name,
                                   EqpDate     date)
{
  g_autoptr (EqpQuery) found = find_parameter (store, name, date);
  const char *source = found != NULL ? eqp_query_get_text (found, 1) : "";

  return g_strdup (*source != '\0' ? source : get_default (name, TRUE));
}

/* What somebody wrote into the file and nobody can read is not used, and said in the log. */
static void
note_unreadable (const char *name,
                 GError    **error)
{
  g_message ("The parameter %s is not used: %s", name, (*error)->message);
  g_clear_error (error);
}

/**
 * eqp_exchange_get_duration:
 * @store: the file
 * @name: one of the EQP_PARAMETER names whose value is a duration
 * @date: the day that counts; %EQP_DATE_NONE: today
 *
 * Returns: its minutes; those of the default when the file holds something else than a duration
 */
gint64
eqp_exchange_get_duration (EqpStore   *store,
                           const char *name,
                           EqpDate     date)
{
  g_autofree char *text = eqp_exchange_dup_parameter (store, name, date);
  g_autoptr (GError) error = NULL;
  gint64 minutes = 0;

  if (eqp_duration_parse (text, &minutes, &error))
    return minutes;
  note_unreadable (name, &error);
  return eqp_duration_parse (get_default (name, FALSE), &minutes, NULL) ? minutes : 0;
}

/**
 * eqp_exchange_get_number:
 * @store: the file
 * @name: one of the EQP_PARAMETER names whose value is a whole number
 * @date: the day that counts; %EQP_DATE_NONE: today
 *
 * Returns: the number; the default when the file holds something else
 */
gint64
eqp_exchange_get_number (EqpStore   *store,
                         const char *name,
                         EqpDate     date)
{
  g_autofree char *text = eqp_exchange_dup_parameter (store, name, date);
  g_autoptr (GError) error = NULL;
  gint64 number = 0;

  if (g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &number, &error))
    return number;
  note_unreadable (name, &error);
  return g_ascii_strtoll (get_default (name, FALSE), NULL, 10);
}

/**
 * eqp_exchange_get_fraction:
 * @store: the file
 * @name: one of the EQP_PARAMETER names whose value is a fraction
 * @date: the day that counts; %EQP_DATE_NONE: today
 *
 * Returns: the fraction, exactly; the default when the file holds something else
 */
EqpFraction
eqp_exchange_get_fraction (EqpStore   *store,
                           const char *name,
                           EqpDate     date)
{
  g_autofree char *text = eqp_exchange_dup_parameter (store, name, date);
  g_autoptr (GError) error = NULL;
  EqpFraction value = { 0, 1 };

  if (eqp_fraction_parse (text, &value, &error))
    return value;
  note_unreadable (name, &error);
  if (!eqp_fraction_parse (get_default (name, FALSE), &value, NULL))
    g_return_val_if_reached (value);
  return value;
}
