/* eqp-exchange-check.c — what is wrong with the exchanges: which rules there are, and running all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-check"

#include "config.h"

#include "domain/exchanges/eqp-exchange-check-private.h"

#define SHARED_TIME                                                                                                                                     \
  "Hors temps partagés, toute intervention dans l’institution partenaire doit passer par le Pôle et ne doit pas faire l’objet d’un contrat en " \
  "direct avec l’intervenant."
#define SERVICE \
  "Les interventions des universitaires chez l’employeur doivent faire partie des services des enseignants."
#define COORDINATES "L’équipe de coordination coordonne les interventions en FI et FC."
#define HOME "Toute heure effectuée par un formateur dans l’institution partenaire est comptabilisée comme telle. A charge pour son institution d’origine de rémunérer cette intervention selon son organisation propre."

/* A statute EQP_EXCHANGE_STATUTE may set severity and source of a rule, whose name is the code in lower case. */
static const struct
{
  const char *code;
  const char *rule;
  const char *requirement;
  EqpSeverity severity;
  const char *source;
} definitions[] = {
  [EQP_EXCHANGE_PAYER] = { "LEDGER-PAYER", "ledger-payer", "X-08", EQP_SEVERITY_WARNING, HOME },
  [EQP_EXCHANGE_DIRECT] = { "DIRECT-CONTRACT", "direct-contract", "X-09", EQP_SEVERITY_WARNING, SHARED_TIME },
  [EQP_EXCHANGE_SERVICE] = { "SERVICE-NOT-INCLUDED", "service-not-included", "X-11", EQP_SEVERITY_WARNING, SERVICE },
  [EQP_EXCHANGE_NO_SIDE] = { "PERSON-SIDE-UNDEFINED", "person-side-undefined", "X-15", EQP_SEVERITY_WARNING, HOME },
  [EQP_EXCHANGE_TWO_SIDES] = { "PERSON-SIDE-TWICE", "person-side-twice", "X-15", EQP_SEVERITY_WARNING, HOME },
  [EQP_EXCHANGE_LINE_SIDE] = { "LEDGER-SIDE", "ledger-side", "X-15", EQP_SEVERITY_WARNING, HOME },
  [EQP_EXCHANGE_CONFLICT] = { "SCHED-CONFLICT", "sched-conflict", "X-12", EQP_SEVERITY_WARNING, COORDINATES },
  [EQP_EXCHANGE_UNAVAILABLE] = { "SCHED-UNAVAILABLE", "sched-unavailable", "X-12", EQP_SEVERITY_WARNING, COORDINATES },
  [EQP_EXCHANGE_OVERDUE] = { "REQ-OVERDUE", "req-overdue", "X-02", EQP_SEVERITY_WARNING,
                             "L’équipe de coordination traite toute sollicitation pour une intervention en FI et en FC directement ou avec l’aide des entités ressources." },
  [EQP_EXCHANGE_RESOURCE] = { "REQ-NO-RESOURCE", "req-no-resource", "X-02", EQP_SEVERITY_WARNING,
                              "Les collectifs répondent à toute demande complexe en lien avec l’équipe de coordination des échanges FI/FC." },
  [EQP_EXCHANGE_SCOPE] = { "POLE-OUT-OF-SCOPE", "pole-out-of-scope", "G-04", EQP_SEVERITY_WARNING,
                           "Toutes les formations MEEF (masters, DU FAE - parcours adaptés), pré-professionnalisantes MEEF (AED, Licences), la formation de formateurs (F2F) ; "
                           "l’ensemble des 17 dispositifs inscrits au Plan Académique de Formation." },
  [EQP_EXCHANGE_OWNER] = { "POLE-OWNER", "pole-owner", "G-06", EQP_SEVERITY_WARNING,
                           "La maîtrise d’œuvre revient au rectorat, à l’exception des actions locales disciplinaires (ALD) et le suivi des AED en pré-professionnalisation "
                           "placés dans le Pôle." },
  [EQP_EXCHANGE_SCHEMES] = { "POLE-SCHEMES", "pole-schemes", "G-05", EQP_SEVERITY_WARNING,
                             "L’ensemble des 17 dispositifs inscrits au Plan Académique de Formation sont éligibles aux personnels de l’enseignement supérieur." },
  [EQP_EXCHANGE_UNIT_CLOSED] = { "UNIT-CLOSED", "unit-closed", "X-04", EQP_SEVERITY_INFORMATION,
                                 "Tous les parcours MEEF (et toutes leurs UE), entre autres, ont vocation à être ouverts à des formateurs de terrain." },
  [EQP_EXCHANGE_PRINCIPLE] = { "SERVICE-PRINCIPLE", "service-principle", "X-11", EQP_SEVERITY_INFORMATION,
                               "Cette intégration dans les services des personnels de l’enseignement supérieur est un principe à généraliser à toutes les universités partenaires." },
  [EQP_EXCHANGE_THIRD] = { "FI-THIRD", "fi-third", "X-03", EQP_SEVERITY_WARNING,
                           "Un tiers du potentiel d’heures d’enseignement en formation initiale doit être désormais assuré par des acteurs de « terrain », soit 15000h environ." },
  [EQP_EXCHANGE_UNEVEN] = { "BAL-UNEVEN", "bal-uneven", "X-05", EQP_SEVERITY_WARNING,
                            "Équilibrer scrupuleusement la balance horaire d’intervention de l’Inspé en formation continue avec celle du Rectorat en formation initiale." },
};

G_STATIC_ASSERT (G_N_ELEMENTS (definitions) == EQP_EXCHANGE_N_RULES);

/* All rules as the program has them, for any time. */
void
_eqp_exchange_check_init (EqpExchangeCheck *self,
                          GPtrArray        *findings)
{
  *self = (EqpExchangeCheck){ .findings = findings, .as_of = eqp_date_today () };
  for (guint i = 0; i < EQP_EXCHANGE_N_RULES; i++)
    {
      self->states[i].severity = definitions[i].severity;
      self->states[i].source = g_strdup (definitions[i].source);
    }
}

void
_eqp_exchange_check_clear (EqpExchangeCheck *self)
{
  for (guint i = 0; i < EQP_EXCHANGE_N_RULES; i++)
    g_clear_pointer (&self->states[i].source, g_free);
}

static EqpSeverity
severity_from_code (const char *code)
{
  for (EqpSeverity severity = EQP_SEVERITY_ERROR; severity < EQP_N_SEVERITIES; severity++)
    if (strcmp (eqp_severity_get_code (severity), code) == 0)
      return severity;
  return EQP_SEVERITY_OFF;
}

gboolean
_eqp_exchange_check_read_rules (EqpExchangeCheck *self,
                                EqpStore         *store,
                                GError          **error)
{
  GError *failure = NULL;
  g_autoptr (EqpQuery) query = eqp_store_query (store, error,
                                                "SELECT r.rule, r.severity, r.source FROM statute_rule r JOIN statute s ON s.id = r.statute_id WHERE s.code = ?",
                                                "s", EQP_EXCHANGE_STATUTE);

  if (query == NULL)
    return FALSE;
  while (eqp_query_next (query, &failure))
    for (guint i = 0; i < EQP_EXCHANGE_N_RULES; i++)
      if (strcmp (definitions[i].rule, eqp_query_get_text (query, 0)) == 0)
        {
          self->states[i].severity = severity_from_code (eqp_query_get_text (query, 1));
          if (*eqp_query_get_text (query, 2) != '\0')
            {
              g_free (self->states[i].source);
              self->states[i].source = g_strdup (eqp_query_get_text (query, 2));
            }
        }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

gboolean
_eqp_exchange_check_wants (const EqpExchangeCheck *self,
                           EqpExchangeRule         rule)
{
  return self->states[rule].severity != EQP_SEVERITY_OFF && (self->limit == 0 || self->counts[rule] < self->limit);
}

EqpFinding *
_eqp_exchange_check_report (EqpExchangeCheck *self,
                            EqpExchangeRule   rule,
                            const char       *subject,
                            EqpMessage       *message)
{
  g_autoptr (EqpMessage) owned = message;
  EqpFinding *finding;

  if (!_eqp_exchange_check_wants (self, rule))
    return NULL;
  finding = eqp_finding_new (definitions[rule].code, self->states[rule].severity, g_steal_pointer (&owned));
  eqp_finding_set_subject (finding, subject);
  eqp_finding_set_source (finding, definitions[rule].requirement, self->states[rule].source);
  g_ptr_array_add (self->findings, finding);
  self->counts[rule]++;
  return finding;
}

/**
 * eqp_exchange_check_run:
 * @store: the file
 * @from: the first day of the lines to look at; %EQP_DATE_NONE: all before @to
 * @to: the last day; %EQP_DATE_NONE: all after @from
 * @as_of: the day that counts for requests, schemes and units; %EQP_DATE_NONE: today
 * @limit: how many findings of a code at most; 0: all
 * @error: return location for an error
 *
 * Runs every rule of the exchanges that the file has not switched off.
 *
 * Returns: (transfer full) (element-type EqpFinding): the findings, sorted; %NULL with %EQP_STORE_ERROR when the file cannot be read
 */
GPtrArray *
eqp_exchange_check_run (EqpStore *store,
                        EqpDate   from,
                        EqpDate   to,
                        EqpDate   as_of,
                        guint     limit,
                        GError  **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (EqpExchangeCheck) self = { 0 };

  g_return_val_if_fail (EQP_IS_STORE (store), NULL);

  _eqp_exchange_check_init (&self, findings);
  self.limit = limit;
  self.from = from;
  self.to = to;
  if (as_of != EQP_DATE_NONE)
    self.as_of = as_of;
  if (!_eqp_exchange_check_read_rules (&self, store, error) ||
      !_eqp_exchange_check_lines (&self, store, error) ||
      !_eqp_exchange_check_people (&self, store, error) ||
      !_eqp_exchange_check_requests (&self, store, error) ||
      !_eqp_exchange_check_offer (&self, store, error) ||
      !_eqp_exchange_check_sums (&self, store, error))
    return NULL;
  g_ptr_array_sort (findings, eqp_finding_compare);
  return g_steal_pointer (&findings);
}
