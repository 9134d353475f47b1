/* eqp-import-label.c — what the history says of an import */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-import"
#include "config.h"
#include "interop/eqp-import-label.h"

/* A sentence for each kind: the noun's gender and number are the translator's. */
static EqpMessage *
new_sentence (EqpKindId kind,
              guint     n_rows)
{
  switch (kind)
    {
    case EQP_KIND_SETTINGS:
      return eqp_message_new_n ("Imported {n} setting from {file}", "Imported {n} settings from {file}", n_rows);
    case EQP_KIND_INSTITUTIONS:
      return eqp_message_new_n ("Imported {n} institution from {file}", "Imported {n} institutions from {file}", n_rows);
    case EQP_KIND_SITES:
      return eqp_message_new_n ("Imported {n} site from {file}", "Imported {n} sites from {file}", n_rows);
    case EQP_KIND_PEOPLE:
      return eqp_message_new_n ("Imported {n} person from {file}", "Imported {n} people from {file}", n_rows);
    case EQP_KIND_AFFILIATIONS:
      return eqp_message_new_n ("Imported {n} home institution from {file}", "Imported {n} home institutions from {file}", n_rows);
    case EQP_KIND_MENTIONS:
      return eqp_message_new_n ("Imported {n} mention from {file}", "Imported {n} mentions from {file}", n_rows);
    case EQP_KIND_COURSES:
      return eqp_message_new_n ("Imported {n} course from {file}", "Imported {n} courses from {file}", n_rows);
    case EQP_KIND_STATUTES:
      return eqp_message_new_n ("Imported {n} statute from {file}", "Imported {n} statutes from {file}", n_rows);
    case EQP_KIND_CATEGORIES:
      return eqp_message_new_n ("Imported {n} category from {file}", "Imported {n} categories from {file}", n_rows);
    case EQP_KIND_PARAMETERS:
      return eqp_message_new_n ("Imported {n} parameter from {file}", "Imported {n} parameters from {file}", n_rows);
    case EQP_KIND_RULES:
      return eqp_message_new_n ("Imported {n} rule from {file}", "Imported {n} rules from {file}", n_rows);
    case EQP_KIND_BODIES:
      return eqp_message_new_n ("Imported {n} council from {file}", "Imported {n} councils from {file}", n_rows);
    case EQP_KIND_DECISIONS:
      return eqp_message_new_n ("Imported {n} decision from {file}", "Imported {n} decisions from {file}", n_rows);
    case EQP_KIND_MEETINGS:
      return eqp_message_new_n ("Imported {n} meeting from {file}", "Imported {n} meetings from {file}", n_rows);
    case EQP_KIND_ITEMS:
      return eqp_message_new_n ("Imported {n} item of meetings from {file}", "Imported {n} items of meetings from {file}", n_rows);
    case EQP_KIND_MANDATES:
      return eqp_message_new_n ("Imported {n} mandate from {file}", "Imported {n} mandates from {file}", n_rows);
    case EQP_KIND_TEACHING:
      return eqp_message_new_n ("Imported {n} teaching assignment from {file}", "Imported {n} teaching assignments from {file}", n_rows);
    case EQP_KIND_UNITS:
      return eqp_message_new_n ("Imported {n} teaching unit from {file}", "Imported {n} teaching units from {file}", n_rows);
    case EQP_KIND_SCHEMES:
      return eqp_message_new_n ("Imported {n} scheme from {file}", "Imported {n} schemes from {file}", n_rows);
    case EQP_KIND_REQUESTS:
      return eqp_message_new_n ("Imported {n} request from {file}", "Imported {n} requests from {file}", n_rows);
    case EQP_KIND_INTERVENTIONS:
      return eqp_message_new_n ("Imported {n} line of the ledger from {file}", "Imported {n} lines of the ledger from {file}", n_rows);
    case EQP_KIND_CLOSINGS:
      return eqp_message_new_n ("Imported {n} closed year from {file}", "Imported {n} closed years from {file}", n_rows);
    case EQP_KIND_SHARED_POSTS:
      return eqp_message_new_n ("Imported {n} shared-time post from {file}", "Imported {n} shared-time posts from {file}", n_rows);
    case EQP_KIND_AVAILABILITY:
      return eqp_message_new_n ("Imported {n} availability from {file}", "Imported {n} availabilities from {file}", n_rows);
    case EQP_KIND_AGREEMENTS:
      return eqp_message_new_n ("Imported {n} service agreement from {file}", "Imported {n} service agreements from {file}", n_rows);
    case EQP_KIND_ENROLMENTS:
    case EQP_N_KINDS:
    default:
      return eqp_message_new_n ("Imported {n} enrolment from {file}", "Imported {n} enrolments from {file}", n_rows);
    }
}

/**
 * eqp_import_label_new:
 * @kind: the kind of table
 * @n_rows: how many rows were added or updated
 * @file: the name of the table's file
 *
 * Returns: (transfer full): the label of the journal entry
 */
EqpMessage *
eqp_import_label_new (const EqpKind *kind,
                      guint          n_rows,
                      const char    *file)
{
  return eqp_message_text (new_sentence (kind->id, n_rows), "file", file);
}
