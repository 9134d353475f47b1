/* eqp-exchange-check-sums.c — the balance and the one-third indicator as findings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchange-check"

#include "config.h"

#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-exchange-check-private.h"
#include "domain/exchanges/eqp-exchange-edits-private.h"

#include <glib/gi18n.h>

static gboolean
check_balance (EqpExchangeCheck *self,
               EqpStore         *store,
               GError          **error)
{
  gint64 tolerance = eqp_exchange_get_duration (store, EQP_PARAMETER_TOLERANCE, self->as_of);
  g_autoptr (EqpBalance) sums = eqp_balance_load (store, self->from, self->to, EQP_BY_YEAR, EQP_LANGUAGE_EN, error);
  const char *creditor;
  gint64      balance;
  EqpMessage *message;
  EqpFinding *finding;

  if (sums == NULL)
    return FALSE;
  balance = eqp_balance_row_get_minutes (&sums->total, EQP_HOURS_DONE);
  creditor = eqp_balance_get_creditor (balance, tolerance);
  if (strcmp (creditor, "none") == 0)
    return TRUE;
  /* Translators: {hours} is a duration. */
  message = eqp_message_new (balance > 0 ? N_ ("The education authority owes {hours} of interventions.") : N_ ("The university owes {hours} of interventions."));
  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_UNEVEN, "", _eqp_message_duration (message, "hours", ABS (balance)));
  if (finding == NULL)
    return TRUE;
  eqp_finding_add_number (finding, "balance_minutes", balance);
  eqp_finding_add_number (finding, "exchanged_minutes", eqp_balance_row_get_exchanged (&sums->total, EQP_HOURS_DONE));
  eqp_finding_add_number (finding, "tolerance_minutes", tolerance);
  eqp_finding_add_text (finding, "creditor", creditor);
  eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Ask the other side for interventions, or give fewer.")));
  return TRUE;
}

/* Of the whole, or of one course. */
static void
check_share (EqpExchangeCheck       *self,
             const EqpFieldShareRow *row,
             EqpFraction             threshold)
{
  gboolean         is_total = *row->code == '\0';
  g_autofree char *missing_fr = NULL;
  g_autofree char *missing_en = NULL;
  g_autofree char *text = NULL;
  EqpMessage      *message;
  EqpFinding      *finding;

  if (row->reached)
    return;
  /* Translators: {course} is the name of a course, {hours} a duration, {threshold} a fraction such as 1/3. */
  message = eqp_message_new (is_total ? N_ ("To reach {threshold} of the initial training, field trainers still have to give {hours}.")
                                      : N_ ("{course}: to reach {threshold} of its initial training, field trainers still have to give {hours}."));
  text = eqp_fraction_dup_text (threshold);
  eqp_message_text (message, "threshold", text);
  eqp_message_text (message, "course", row->label);
  missing_fr = eqp_field_share_dup_missing (row, EQP_LANGUAGE_FR);
  missing_en = eqp_field_share_dup_missing (row, EQP_LANGUAGE_EN);
  finding = _eqp_exchange_check_report (self, EQP_EXCHANGE_THIRD, row->code, eqp_message_names (message, "hours", missing_fr, missing_en));
  if (finding == NULL)
    return;
  eqp_finding_add_number (finding, "field_minutes", row->field);
  eqp_finding_add_number (finding, "total_minutes", row->potential);
  eqp_finding_add_number (finding, "missing_minutes", row->missing);
  eqp_finding_add_number (finding, "direct_contract_minutes", row->direct);
  eqp_finding_add_text (finding, "threshold", text);
  eqp_finding_set_cure (finding, EQP_CURE_NONE, eqp_message_new (N_ ("Ask field trainers for hours of initial training.")));
}

static gboolean
check_third (EqpExchangeCheck *self,
             EqpStore         *store,
             GError          **error)
{
  g_autoptr (EqpFieldShare) share = eqp_field_share_load (store, self->from, self->to, EQP_HOURS_DONE, eqp_language_get_interface (), error);

  if (share == NULL)
    return FALSE;
  check_share (self, &share->total, share->threshold);
  for (guint i = 0; i < share->courses->len; i++)
    check_share (self, g_ptr_array_index (share->courses, i), share->threshold);
  return TRUE;
}

gboolean
_eqp_exchange_check_sums (EqpExchangeCheck *self,
                          EqpStore         *store,
                          GError          **error)
{
  return check_balance (self, store, error) && check_third (self, store, error);
}
