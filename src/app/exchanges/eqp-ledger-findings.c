/* eqp-ledger-findings.c — which lines of a period the rules find fault with; one for a session */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-findings"

#include "config.h"

#include "app/exchanges/eqp-ledger-findings.h"

#include <string.h>

#include "domain/exchanges/eqp-exchange-check.h"
#include "domain/exchanges/eqp-intervention.h"
#include "store/eqp-journal.h"

/* Of one rule: nobody puts right more of them in a day, and a million lines must not be waited for. */
#define MAX_FINDINGS 200

struct _EqpLedgerFindings
{
  GObject parent_instance;

  EqpStore   *store; /* borrowed: the session, which outlives its views, holds it */
  EqpDate     from;
  EqpDate     to;
  GHashTable *severities; /* code -> severity + 1 */
  guint       source;     /* of the check to come */
};

G_DEFINE_FINAL_TYPE (EqpLedgerFindings, eqp_ledger_findings, G_TYPE_OBJECT)

enum {
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_finding (EqpLedgerFindings *self,
             EqpFinding        *finding)
{
  const char *code = eqp_finding_get_subject (finding);
  guint       severity = eqp_finding_get_severity (finding) + 1;
  guint       before = GPOINTER_TO_UINT (g_hash_table_lookup (self->severities, code));

  if (before == 0 || severity < before)
    g_hash_table_insert (self->severities, g_strdup (code), GUINT_TO_POINTER (severity));
}

static gboolean
check_cb (gpointer user_data)
{
  EqpLedgerFindings *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = eqp_exchange_check_run (self->store, self->from, self->to, eqp_date_today (), MAX_FINDINGS, &error);

  self->source = 0;
  g_hash_table_remove_all (self->severities);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    add_finding (self, g_ptr_array_index (findings, i));
  /* There is no caller to hand an error to: the store tells the user. */
  if (findings == NULL)
    g_signal_emit_by_name (self->store, "notice", error->message);
  g_signal_emit (self, signals[UPDATED], 0);
  return G_SOURCE_REMOVE;
}

/* Many edits in a row are checked once. */
static void
check_soon (EqpLedgerFindings *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, check_cb, self, NULL);
}

static void
store_changed_cb (EqpLedgerFindings *self,
                  EqpChangeSet      *changes)
{
  if (eqp_change_set_touches (changes, &eqp_intervention_entity))
    check_soon (self);
}

static void
eqp_ledger_findings_dispose (GObject *object)
{
  EqpLedgerFindings *self = EQP_LEDGER_FINDINGS (object);

  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (eqp_ledger_findings_parent_class)->dispose (object);
}

static void
eqp_ledger_findings_finalize (GObject *object)
{
  EqpLedgerFindings *self = EQP_LEDGER_FINDINGS (object);

  g_hash_table_unref (self->severities);

  G_OBJECT_CLASS (eqp_ledger_findings_parent_class)->finalize (object);
}

static void
eqp_ledger_findings_class_init (EqpLedgerFindingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eqp_ledger_findings_dispose;
  object_class->finalize = eqp_ledger_findings_finalize;

  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eqp_ledger_findings_init (EqpLedgerFindings *self)
{
  self->severities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

EqpLedgerFindings *
eqp_ledger_findings_new (EqpStore *store)
{
  EqpLedgerFindings *self = g_object_new (EQP_TYPE_LEDGER_FINDINGS, NULL);

  self->store = store;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
eqp_ledger_findings_set_period (EqpLedgerFindings *self,
                                EqpDate            from,
                                EqpDate            to)
{
  g_return_if_fail (EQP_IS_LEDGER_FINDINGS (self));

  self->from = from;
  self->to = to;
  check_soon (self);
}

EqpSeverity
eqp_ledger_findings_get_severity (EqpLedgerFindings *self,
                                  const char        *code)
{
  guint severity;

  g_return_val_if_fail (EQP_IS_LEDGER_FINDINGS (self), EQP_N_SEVERITIES);

  severity = GPOINTER_TO_UINT (g_hash_table_lookup (self->severities, code));
  return severity > 0 ? severity - 1 : EQP_N_SEVERITIES;
}

const char *
eqp_ledger_findings_get_condition (EqpLedgerFindings *self)
{
  g_autoptr (GString) condition = g_string_new (NULL);
  g_autoptr (GList) codes = NULL;

  g_return_val_if_fail (EQP_IS_LEDGER_FINDINGS (self), "0");

  codes = g_list_sort (g_hash_table_get_keys (self->severities), (GCompareFunc)strcmp);
  for (GList *link = codes; link != NULL; link = link->next)
    {
      g_auto (GStrv) parts = g_strsplit (link->data, "'", -1);
      g_autofree char *quoted = g_strjoinv ("''", parts);

      g_string_append_printf (condition, "%s'%s'", condition->len > 0 ? "," : "code IN (", quoted);
    }
  if (condition->len == 0)
    return "0";
  g_string_append_c (condition, ')');
  return g_intern_string (condition->str);
}
