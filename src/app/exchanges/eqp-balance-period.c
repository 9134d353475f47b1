/* eqp-balance-period.c — the period that ledger and balance show: an academic year, one of its terms, or any dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-balance-period"

#include "config.h"

#include "app/exchanges/eqp-balance-period.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-ledger-field.h"
#include "app/exchanges/eqp-ledger-words.h"
#include "domain/eqp-pole.h"
#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-intervention.h"
#include "store/eqp-journal.h"

struct _EqpBalancePeriod
{
  AdwBin parent_instance;

  EqpStore *store; /* borrowed: the session's */
  gboolean  allow_all;
  gboolean  changing; /* the widget itself changes a control */
  int       first_year;
  int       last_year;
  GArray   *terms; /* (element-type EqpDate) first days in the year chosen, then the day after its last; empty without a year */

  GtkDropDown    *years;
  GtkDropDown    *parts;
  GtkWidget      *dates;
  EqpLedgerField *from;
  EqpLedgerField *to;
};

G_DEFINE_FINAL_TYPE (EqpBalancePeriod, eqp_balance_period, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ALLOW_ALL,
  N_PROPS
};

enum {
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* ---- years ---- */

static void
update_arrows (EqpBalancePeriod *self)
{
  int year = eqp_balance_period_get_year (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "period.previous", year > self->first_year);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "period.next", year != 0 && year < self->last_year);
}

/* From the first year of the ledger to the one after today's: next year's lines are planned in this one. */
static gboolean
read_years (EqpBalancePeriod *self,
            int              *first,
            int              *last)
{
  g_autoptr (EqpQuery) query = eqp_store_query (self->store, NULL,
                                                "SELECT min (month) || '-01', max (month) || '-28' FROM exchange_total WHERE dimension = 'all' AND lines > 0", NULL);
  int before_first = self->first_year;
  int before_last = self->last_year;

  *first = eqp_pole_academic_year (self->store, eqp_date_today ());
  *last = *first + 1;
  if (query != NULL && eqp_query_next (query, NULL) && !eqp_query_is_null (query, 0))
    {
      *first = MIN (*first, eqp_pole_academic_year (self->store, eqp_query_get_date (query, 0)));
      *last = MAX (*last, eqp_pole_academic_year (self->store, eqp_query_get_date (query, 1)));
    }
  return *first != before_first || *last != before_last;
}

static void
show_years (EqpBalancePeriod *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int chosen = eqp_balance_period_get_year (self);
  int first, last;

  if (!read_years (self, &first, &last))
    return;
  self->first_year = first;
  self->last_year = last;
  if (self->allow_all)
    gtk_string_list_append (names, _ ("All years"));
  for (int year = last; year >= first; year--)
    gtk_string_list_take (names, eqp_ledger_dup_year (year));
  self->changing = TRUE;
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (names));
  self->changing = FALSE;
  eqp_balance_period_set_year (self, chosen);
}

int
eqp_balance_period_get_year (EqpBalancePeriod *self)
{
  guint selected;

  g_return_val_if_fail (EQP_IS_BALANCE_PERIOD (self), 0);

  selected = gtk_drop_down_get_selected (self->years);
  if (selected == GTK_INVALID_LIST_POSITION || self->last_year == 0)
    return 0;
  if (self->allow_all)
    return selected == 0 ? 0 : self->last_year + 1 - (int)selected;
  return self->last_year - (int)selected;
}

/* ---- parts of a year ---- */

static guint
count_terms (EqpBalancePeriod *self)
{
  return self->terms->len > 0 ? self->terms->len - 1 : 0;
}

static void
read_terms (EqpBalancePeriod *self,
            EqpDate           first,
            EqpDate           last)
{
  EqpDate end = last + 1;

  g_array_unref (self->terms);
  self->terms = eqp_balance_list_terms (self->store, first, last);
  g_array_append_val (self->terms, end);
}

static void
show_parts (EqpBalancePeriod *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int     year = eqp_balance_period_get_year (self);
  guint   selected = gtk_drop_down_get_selected (self->parts);
  EqpDate first, last;

  g_array_set_size (self->terms, 0);
  if (year != 0)
    {
      eqp_pole_get_year_period (self->store, year, &first, &last);
      read_terms (self, first, last);
      gtk_string_list_append (names, _ ("Whole year"));
    }
  else
    gtk_string_list_append (names, _ ("All dates"));
  for (guint i = 0; i < count_terms (self); i++)
    /* Translators: %u is the number of a term of the academic year */
    gtk_string_list_take (names, g_strdup_printf (_ ("Term %u"), i + 1));
  gtk_string_list_append (names, _ ("Other dates"));
  self->changing = TRUE;
  gtk_drop_down_set_model (self->parts, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->parts, selected <= count_terms (self) ? selected : 0);
  self->changing = FALSE;
}

static guint
get_part (EqpBalancePeriod *self)
{
  guint selected = gtk_drop_down_get_selected (self->parts);

  return selected == GTK_INVALID_LIST_POSITION ? 0 : selected;
}

static gboolean
is_free (EqpBalancePeriod *self)
{
  return get_part (self) > count_terms (self);
}

/* ---- callbacks ---- */

static void
emit_changed (EqpBalancePeriod *self)
{
  if (!self->changing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
year_chosen_cb (EqpBalancePeriod *self)
{
  if (self->changing || self->store == NULL)
    return;
  show_parts (self);
  gtk_widget_set_visible (self->dates, FALSE);
  update_arrows (self);
  emit_changed (self);
}

/* Free dates begin with those that were in sight. */
static void
part_chosen_cb (EqpBalancePeriod *self)
{
  if (self->changing || self->store == NULL)
    return;
  if (is_free (self) && eqp_ledger_field_is_empty (self->from))
    {
      EqpDate from = EQP_DATE_NONE;
      EqpDate to = EQP_DATE_NONE;
      int     year = eqp_balance_period_get_year (self);

      eqp_pole_get_year_period (self->store, year != 0 ? year : eqp_pole_academic_year (self->store, eqp_date_today ()), &from, &to);
      self->changing = TRUE;
      eqp_ledger_field_set_date (self->from, from);
      eqp_ledger_field_set_date (self->to, to);
      self->changing = FALSE;
    }
  gtk_widget_set_visible (self->dates, is_free (self));
  emit_changed (self);
}

static void
store_changed_cb (EqpBalancePeriod *self,
                  EqpChangeSet     *changes)
{
  if (eqp_change_set_touches (changes, &eqp_intervention_entity))
    show_years (self);
}

static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpBalancePeriod *self = EQP_BALANCE_PERIOD (widget);

  eqp_balance_period_set_year (self, eqp_balance_period_get_year (self) + (g_str_equal (action, "period.next") ? 1 : -1));
}

/* ---- the class ---- */

static void
eqp_balance_period_dispose (GObject *object)
{
  EqpBalancePeriod *self = EQP_BALANCE_PERIOD (object);

  self->changing = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_BALANCE_PERIOD);

  G_OBJECT_CLASS (eqp_balance_period_parent_class)->dispose (object);
}

static void
eqp_balance_period_finalize (GObject *object)
{
  g_array_unref (EQP_BALANCE_PERIOD (object)->terms);

  G_OBJECT_CLASS (eqp_balance_period_parent_class)->finalize (object);
}

static void
eqp_balance_period_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ALLOW_ALL:
      g_value_set_boolean (value, EQP_BALANCE_PERIOD (object)->allow_all);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_balance_period_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ALLOW_ALL:
      EQP_BALANCE_PERIOD (object)->allow_all = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_balance_period_class_init (EqpBalancePeriodClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eqp_balance_period_dispose;
  object_class->finalize = eqp_balance_period_finalize;
  object_class->get_property = eqp_balance_period_get_property;
  object_class->set_property = eqp_balance_period_set_property;

  properties[PROP_ALLOW_ALL] = g_param_spec_boolean ("allow-all", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (EQP_TYPE_LEDGER_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-balance-period.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpBalancePeriod, years);
  gtk_widget_class_bind_template_child (widget_class, EqpBalancePeriod, parts);
  gtk_widget_class_bind_template_child (widget_class, EqpBalancePeriod, dates);
  gtk_widget_class_bind_template_child (widget_class, EqpBalancePeriod, from);
  gtk_widget_class_bind_template_child (widget_class, EqpBalancePeriod, to);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, emit_changed);
  gtk_widget_class_install_action (widget_class, "period.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "period.next", NULL, step_action);
}

static void
eqp_balance_period_init (EqpBalancePeriod *self)
{
  self->terms = g_array_new (FALSE, FALSE, sizeof (EqpDate));
  self->changing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->changing = FALSE;
}

void
eqp_balance_period_load (EqpBalancePeriod *self,
                         EqpStore         *store)
{
  g_return_if_fail (EQP_IS_BALANCE_PERIOD (self));

  self->store = store;
  show_years (self);
  self->changing = TRUE;
  eqp_balance_period_set_year (self, eqp_pole_academic_year (store, eqp_date_today ()));
  self->changing = FALSE;
  show_parts (self);
  update_arrows (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

void
eqp_balance_period_get (EqpBalancePeriod *self,
                        EqpDate          *from,
                        EqpDate          *to)
{
  int   year;
  guint part;

  g_return_if_fail (EQP_IS_BALANCE_PERIOD (self));

  year = eqp_balance_period_get_year (self);
  part = get_part (self);
  *from = *to = EQP_DATE_NONE;
  if (is_free (self))
    {
      *from = eqp_ledger_field_get_date (self->from);
      *to = eqp_ledger_field_get_date (self->to);
    }
  else if (part > 0)
    {
      *from = g_array_index (self->terms, EqpDate, part - 1);
      *to = g_array_index (self->terms, EqpDate, part) - 1;
    }
  else if (year != 0)
    eqp_pole_get_year_period (self->store, year, from, to);
}

void
eqp_balance_period_set_year (EqpBalancePeriod *self,
                             int               year)
{
  int index;

  g_return_if_fail (EQP_IS_BALANCE_PERIOD (self));

  index = self->last_year - year + (self->allow_all ? 1 : 0);
  if (year == 0)
    index = 0;
  if (index >= 0 && (guint)index < g_list_model_get_n_items (gtk_drop_down_get_model (self->years)))
    gtk_drop_down_set_selected (self->years, (guint)index);
}

static int
count_months (EqpDate from,
              EqpDate to)
{
  int first_year, first_month, year, month;

  eqp_date_get_ymd (from, &first_year, &first_month, NULL);
  eqp_date_get_ymd (to, &year, &month, NULL);
  return (year - first_year) * 12 + month - first_month;
}

gboolean
eqp_balance_period_get_months (EqpBalancePeriod *self,
                               guint            *first,
                               guint            *n_months)
{
  int     year;
  EqpDate from, to, year_from, year_to;

  g_return_val_if_fail (EQP_IS_BALANCE_PERIOD (self), FALSE);

  year = eqp_balance_period_get_year (self);
  if (year == 0 || is_free (self))
    return FALSE;
  eqp_pole_get_year_period (self->store, year, &year_from, &year_to);
  eqp_balance_period_get (self, &from, &to);
  *first = (guint)CLAMP (count_months (year_from, from), 0, 11);
  *n_months = (guint)CLAMP (count_months (from, to) + 1, 1, 12 - (int)*first);
  return TRUE;
}

char *
eqp_balance_period_dup_label (EqpBalancePeriod *self)
{
  EqpLanguage      language = eqp_language_get_interface ();
  g_autofree char *year = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  EqpDate          from, to;

  g_return_val_if_fail (EQP_IS_BALANCE_PERIOD (self), NULL);

  if (!is_free (self) && eqp_balance_period_get_year (self) == 0)
    return g_strdup (_ ("All years"));
  year = eqp_ledger_dup_year (eqp_balance_period_get_year (self));
  if (!is_free (self) && get_part (self) == 0)
    return g_steal_pointer (&year);
  if (!is_free (self))
    /* Translators: %1$s is an academic year, %2$u the number of a term in it */
    return g_strdup_printf (_ ("%1$s, term %2$u"), year, get_part (self));
  eqp_balance_period_get (self, &from, &to);
  first = from != EQP_DATE_NONE ? eqp_date_format (from, language) : g_strdup ("…");
  last = to != EQP_DATE_NONE ? eqp_date_format (to, language) : g_strdup ("…");
  return g_strdup_printf ("%s – %s", first, last);
}
