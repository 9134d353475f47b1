/* eqp-rules-sites.c — a council divides into site sub-councils only where its programme runs on several sites: C-21 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-rule"

#include "config.h"

#include "domain/bodies/rules/eqp-rule-utils.h"

#include <glib/gi18n.h>

/* (element-type gint64) the sites on which the attached courses run, each once */
static GArray *
list_sites (const EqpSnapshot *snapshot)
{
  GArray *sites = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = eqp_rule_new_set ();

  for (guint i = 0; i < snapshot->courses->len; i++)
    {
      const EqpSnapshotCourse *course = g_ptr_array_index (snapshot->courses, i);

      for (guint j = 0; j < course->sites->len; j++)
        {
          gint64 *site = &g_array_index (course->sites, gint64, j);

          if (g_hash_table_add (seen, site))
            g_array_append_val (sites, *site);
        }
    }
  return sites;
}

static EqpFinding *
report_sites (const EqpSnapshot     *snapshot,
              const EqpSnapshotRule *rule,
              GPtrArray             *findings,
              const char            *suffix,
              EqpMessage            *message,
              guint                  sites)
{
  guint       count = snapshot->sub_bodies->len;
  EqpFinding *finding;

  eqp_message_number (eqp_message_number (message, "n", count), "sites", sites);
  finding = eqp_rule_report (snapshot, rule, findings, suffix, message);
  eqp_finding_add_number (finding, "count", count);
  eqp_finding_add_number (finding, "sites", sites);
  return finding;
}

static void
check_single_site (const EqpSnapshot     *snapshot,
                   const EqpSnapshotRule *rule,
                   GPtrArray             *findings,
                   GArray                *sites)
{
  const EqpSnapshotPlace *site = sites->len == 1 ? eqp_rule_find_place (snapshot, g_array_index (sites, gint64, 0)) : NULL;
  guint                   count = snapshot->sub_bodies->len;
  EqpMessage             *message;
  EqpFinding             *finding;

  if (sites->len > 1)
    return;

  /* Translators: {n} is a number, {site} the name of a site. */
  if (site != NULL)
    message = eqp_message_new_n ("The programme runs on one site, {site}, and yet has {n} site sub-council.",
                                 "The programme runs on one site, {site}, and yet has {n} site sub-councils.", count);
  else
    message = eqp_message_new_n ("No site is recorded for the attached courses, and yet there is {n} site sub-council.",
                                 "No site is recorded for the attached courses, and yet there are {n} site sub-councils.", count);
  if (site != NULL)
    eqp_message_text (message, "site", site->name);
  finding = report_sites (snapshot, rule, findings, "SUB-SINGLE-SITE", message, sites->len);
  if (site != NULL)
    eqp_finding_set_subject (finding, site->code);
  eqp_finding_set_cure (finding, EQP_CURE_BODY,
                        eqp_message_new (N_ ("Close the sub-council, or record the sites of the courses.")));
}

static void
check_same_site (const EqpSnapshot     *snapshot,
                 const EqpSnapshotRule *rule,
                 GPtrArray             *findings)
{
  g_autoptr (GHashTable) seen = eqp_rule_new_set ();

  for (guint i = 0; i < snapshot->sub_bodies->len; i++)
    {
      EqpSnapshotSubBody     *first = g_ptr_array_index (snapshot->sub_bodies, i);
      const EqpSnapshotPlace *site = first->site != 0 ? eqp_rule_find_place (snapshot, first->site) : NULL;
      g_autoptr (GString) codes = g_string_new (first->code);
      guint       count = 1;
      EqpMessage *message;
      EqpFinding *finding;

      if (site == NULL || !g_hash_table_add (seen, &first->site))
        continue;
      for (guint j = i + 1; j < snapshot->sub_bodies->len; j++)
        {
          const EqpSnapshotSubBody *other = g_ptr_array_index (snapshot->sub_bodies, j);

          if (other->site != first->site)
            continue;
          count++;
          g_string_append_printf (codes, ", %s", other->code);
        }
      if (count == 1)
        continue;

      /* Translators: {n} is a number, {site} the name of a site, {codes} a list of codes. */
      message = eqp_message_new_n ("{n} sub-council exists for {site}, one is allowed: {codes}.",
                                   "{n} sub-councils exist for {site}, one is allowed: {codes}.", count);
      eqp_message_text (eqp_message_text (message, "site", site->name), "codes", codes->str);
      finding = eqp_rule_report (snapshot, rule, findings, "SUB-DUP-SITE", message);
      eqp_finding_set_subject (finding, site->code);
      eqp_finding_add_number (finding, "count", count);
      eqp_finding_add_number (finding, "max", 1);
      eqp_finding_add_text (finding, "bodies", codes->str);
      eqp_finding_set_cure (finding, EQP_CURE_BODY, eqp_message_new (N_ ("Keep one sub-council for the site.")));
    }
}

/**
 * eqp_rule_sub_bodies:
 * @snapshot: the body
 * @rule: the statute's rule "sub-bodies"
 * @findings: (element-type EqpFinding): where to append
 *
 * C-21: sub-councils exist only for a programme on several sites, at most one a site and no more than there are sites.
 */
void
eqp_rule_sub_bodies (const EqpSnapshot     *snapshot,
                     const EqpSnapshotRule *rule,
                     GPtrArray             *findings)
{
  g_autoptr (GArray) sites = NULL;

  if (snapshot->sub_bodies->len == 0)
    return;

  sites = list_sites (snapshot);
  check_single_site (snapshot, rule, findings, sites);
  check_same_site (snapshot, rule, findings);
  if (sites->len > 0 && snapshot->sub_bodies->len > sites->len)
    {
      EqpMessage *message;
      EqpFinding *finding;

      /* Translators: {n} and {sites} are numbers. */
      message = eqp_message_new_n ("There are more sub-councils than sites: {n} for {sites} site.",
                                   "There are more sub-councils than sites: {n} for {sites} sites.", sites->len);
      finding = report_sites (snapshot, rule, findings, "SUB-TOO-MANY", message, sites->len);
      eqp_finding_set_cure (finding, EQP_CURE_BODY, eqp_message_new (N_ ("Close the sub-councils in excess.")));
    }
}
