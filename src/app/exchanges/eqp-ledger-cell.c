/* eqp-ledger-cell.c — a cell of the ledger: a sign, then one line of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-cell"

#include "config.h"

#include "app/exchanges/eqp-ledger-cell.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-ledger-words.h"
#include "app/widgets/eqp-finding-row.h"
#include "app/widgets/eqp-signs.h"
#include "app/widgets/eqp-table-columns.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"

G_STATIC_ASSERT (EQP_N_SEVERITIES <= EQP_SIGNS_MAX);

struct _EqpLedgerCell
{
  GtkBox parent_instance;

  EqpLedgerColumn    column;
  EqpLedgerFindings *findings; /* borrowed: the view's */
  EqpRunningBalance *running;  /* borrowed: the table's */
  EqpRecord         *line;
  EqpSigns           signs;

  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (EqpLedgerCell, eqp_ledger_cell, GTK_TYPE_BOX)

static char *
dup_request_code (EqpLedgerCell *self)
{
  gint64 id = eqp_record_get_reference (self->line, EQP_INTERVENTION_REQUEST);
  g_autoptr (EqpRecord) request = id != 0 ? eqp_store_get (eqp_record_get_store (self->line), &eqp_request_entity, id, NULL) : NULL;

  return g_strdup (request != NULL ? eqp_record_get_text (request, EQP_REQUEST_CODE) : "");
}

/* A balance that cannot be read is not told here: the figures of the window say so. */
static char *
dup_balance (EqpLedgerCell *self)
{
  gboolean counted;
  gint64   minutes;

  if (!eqp_running_balance_find (self->running, eqp_record_get_id (self->line), eqp_record_get_date (self->line, EQP_INTERVENTION_DATE), &counted, &minutes))
    return g_strdup ("…");
  return counted ? eqp_duration_format (minutes, eqp_language_get_interface ()) : g_strdup ("—");
}

static char *
dup_text (EqpLedgerCell *self)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *flags = NULL;
  g_autofree char *request = NULL;

  switch (self->column)
    {
    case EQP_LEDGER_WHEN:
      return eqp_ledger_dup_when (self->line);
    case EQP_LEDGER_PERSON:
      return eqp_record_dup_display (self->line, EQP_INTERVENTION_PERSON, language);
    case EQP_LEDGER_WHAT:
      return eqp_ledger_dup_what (self->line);
    case EQP_LEDGER_HOURS:
      return eqp_ledger_dup_hours (self->line);
    case EQP_LEDGER_BALANCE:
      return dup_balance (self);
    case EQP_LEDGER_NOTES:
    case EQP_LEDGER_N_COLUMNS:
    default:
      flags = eqp_ledger_dup_flags (self->line);
      request = dup_request_code (self);
      return g_strdup_printf ("%s%s%s", flags, *flags != '\0' && *request != '\0' ? " · " : "", request);
    }
}

/* ---- the sign ---- */

static GtkWidget *
make_lock (int sign)
{
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_set_tooltip_text (lock, _ ("Certified: only a counter-entry can correct this line"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Certified"), -1);
  return lock;
}

static int
get_sign (EqpLedgerCell *self)
{
  EqpSeverity severity;

  switch (self->column)
    {
    case EQP_LEDGER_PERSON:
      return eqp_signs_of_side (eqp_side_from_code (eqp_record_get_text (self->line, EQP_INTERVENTION_HOME_SIDE)));
    case EQP_LEDGER_HOURS:
      return eqp_record_is_empty (self->line, EQP_INTERVENTION_CERTIFIED) ? -1 : 0;
    case EQP_LEDGER_NOTES:
      severity = eqp_ledger_findings_get_severity (self->findings, eqp_record_get_text (self->line, EQP_INTERVENTION_CODE));
      return severity < EQP_N_SEVERITIES ? (int)severity : -1;
    case EQP_LEDGER_WHEN:
    case EQP_LEDGER_WHAT:
    case EQP_LEDGER_BALANCE:
    case EQP_LEDGER_N_COLUMNS:
    default:
      return -1;
    }
}

static GtkWidget *
make_severity (int sign)
{
  return eqp_severity_icon_new ((EqpSeverity)sign);
}

static void
show_sign (EqpLedgerCell *self)
{
  GtkWidget *(*make) (int sign) = make_severity;

  if (self->column == EQP_LEDGER_PERSON)
    make = eqp_side_chip_new;
  else if (self->column == EQP_LEDGER_HOURS)
    make = make_lock;
  eqp_signs_show (&self->signs, GTK_BOX (self), get_sign (self), make);
}

static void
show (EqpLedgerCell *self)
{
  g_autofree char *text = NULL;

  if (self->line == NULL)
    return;
  text = dup_text (self);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  show_sign (self);
}

/* ---- the class ---- */

static void
eqp_ledger_cell_dispose (GObject *object)
{
  EqpLedgerCell *self = EQP_LEDGER_CELL (object);

  eqp_ledger_cell_set_line (self, NULL);

  G_OBJECT_CLASS (eqp_ledger_cell_parent_class)->dispose (object);
}

static void
eqp_ledger_cell_class_init (EqpLedgerCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eqp_ledger_cell_dispose;
}

static void
eqp_ledger_cell_init (EqpLedgerCell *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

GtkWidget *
eqp_ledger_cell_new (EqpLedgerColumn    column,
                     EqpLedgerFindings *findings,
                     EqpRunningBalance *running)
{
  static const guint widths[EQP_LEDGER_N_COLUMNS][2] = {
    [EQP_LEDGER_WHEN] = { 12, 24 },
    [EQP_LEDGER_PERSON] = { 10, 22 },
    [EQP_LEDGER_WHAT] = { 12, 40 },
    [EQP_LEDGER_HOURS] = { 12, 13 },
    [EQP_LEDGER_BALANCE] = { 8, 10 },
    [EQP_LEDGER_NOTES] = { 5, 14 },
  };
  EqpLedgerCell *self = g_object_new (EQP_TYPE_LEDGER_CELL, NULL);

  self->column = column;
  self->findings = findings;
  self->running = running;
  self->text = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  eqp_table_add_tooltip (GTK_INSCRIPTION (self->text));
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->text), widths[column][0]);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->text), widths[column][1]);
  gtk_widget_set_hexpand (self->text, TRUE);
  if (column == EQP_LEDGER_HOURS || column == EQP_LEDGER_BALANCE)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), 1.0f);
  if (column == EQP_LEDGER_HOURS || column == EQP_LEDGER_BALANCE || column == EQP_LEDGER_WHEN)
    gtk_widget_add_css_class (self->text, "figure");
  if (column == EQP_LEDGER_NOTES)
    g_signal_connect_object (findings, "updated", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  if (column == EQP_LEDGER_BALANCE)
    g_signal_connect_object (running, "updated", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->text);
  return GTK_WIDGET (self);
}

void
eqp_ledger_cell_set_line (EqpLedgerCell *self,
                          EqpRecord     *line)
{
  g_return_if_fail (EQP_IS_LEDGER_CELL (self));

  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, show, self);
  g_set_object (&self->line, line);
  /* A record may change while its row is in sight. */
  if (line != NULL)
    g_signal_connect_object (line, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
