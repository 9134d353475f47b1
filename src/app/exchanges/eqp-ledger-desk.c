/* eqp-ledger-desk.c — the ledger: the entry line, the lines, one of them at the right, and their sums */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-desk"

#include "config.h"

#include "app/exchanges/eqp-ledger-desk.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-ledger-actions.h"
#include "app/exchanges/eqp-ledger-editors.h"
#include "app/exchanges/eqp-ledger-entry.h"
#include "app/exchanges/eqp-ledger-line-view.h"
#include "app/exchanges/eqp-ledger-table.h"
#include "app/exchanges/eqp-ledger-toolbar.h"
#include "domain/exchanges/eqp-balance.h"
#include "domain/exchanges/eqp-intervention.h"

struct _EqpLedgerDesk
{
  EqpExchangeView parent_instance;

  EqpLedgerFindings *findings;
  const char        *condition;   /* (nullable) interned: of what is listed */
  const char        *lines;       /* (nullable) interned condition of the figure whose lines are shown */
  guint              sums_source; /* of the footer to come */
  gboolean           opening;     /* the desk itself selects */

  EqpLedgerToolbar  *toolbar;
  GtkRevealer       *entry_revealer;
  EqpLedgerEntry    *entry;
  GtkRevealer       *figure_revealer;
  GtkLabel          *figure;
  GtkPaned          *paned;
  GtkStack          *lists;
  EqpLedgerTable    *table;
  EqpLedgerLineView *view;
  GtkLabel          *count;
  GtkLabel          *sums;
  GtkButton         *certify;
};

G_DEFINE_FINAL_TYPE (EqpLedgerDesk, eqp_ledger_desk, EQP_TYPE_EXCHANGE_VIEW)

static EqpStore *
get_store (EqpLedgerDesk *self)
{
  return eqp_page_get_store (EQP_PAGE (self));
}

/* ---- the footer ---- */

/* The sums are known by month: no line is read for them. */
static char *
dup_sums (EqpLedgerDesk *self)
{
  EqpLanguage      language = eqp_language_get_interface ();
  EqpLedgerFilter  filter;
  g_autofree char *fc = NULL;
  g_autofree char *fi = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (EqpBalance) balance = NULL;

  eqp_ledger_toolbar_get_filter (self->toolbar, &filter);
  if (self->lines != NULL || !eqp_ledger_filter_is_period (&filter) || *eqp_ledger_toolbar_get_search (self->toolbar) != '\0')
    return NULL;
  balance = eqp_balance_load (get_store (self), filter.from, filter.to, EQP_BY_YEAR, language, NULL);
  if (balance == NULL)
    return NULL;
  fc = eqp_duration_format (balance->total.fc.minutes[EQP_HOURS_DONE], language);
  fi = eqp_duration_format (balance->total.fi.minutes[EQP_HOURS_DONE], language);
  sum = eqp_duration_format (eqp_balance_row_get_minutes (&balance->total, EQP_HOURS_DONE), language);
  /* Translators: three durations: hours done of continuing and of initial training, and their difference */
  return g_strdup_printf (_ ("Done: FC %1$s − FI %2$s = %3$s"), fc, fi, sum);
}

static void
show_count (EqpLedgerDesk *self)
{
  EqpLanguage      language = eqp_language_get_interface ();
  guint            n = eqp_ledger_table_count (self->table);
  guint            selected = eqp_ledger_table_count_selected (self->table);
  g_autofree char *number = eqp_format_number (language, n);
  g_autofree char *chosen = eqp_format_number (language, selected);
  /* Translators: %s is a number of lines of the ledger */
  g_autofree char *count = g_strdup_printf (ngettext ("%s line", "%s lines", n), number);
  /* Translators: %s is a number of lines of the ledger */
  g_autofree char *chosen_count = g_strdup_printf (ngettext ("%s selected", "%s selected", selected), chosen);
  g_autofree char *text = selected > 1 ? g_strdup_printf ("%s · %s", count, chosen_count) : g_strdup (count);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->certify), selected > 1);
}

static gboolean
sums_cb (gpointer user_data)
{
  EqpLedgerDesk   *self = user_data;
  g_autofree char *sums = NULL;

  self->sums_source = 0;
  sums = dup_sums (self);
  gtk_label_set_label (self->sums, sums != NULL ? sums : "");
  return G_SOURCE_REMOVE;
}

static void
queue_sums (EqpLedgerDesk *self)
{
  if (self->sums_source == 0)
    self->sums_source = g_idle_add_full (G_PRIORITY_LOW, sums_cb, self, NULL);
}

/* ---- what is listed ---- */

static gboolean
has_lines (EqpLedgerDesk *self)
{
  g_autoptr (EqpQuery) query = eqp_store_query (get_store (self), NULL, "SELECT EXISTS (SELECT 1 FROM intervention)", NULL);

  return query == NULL || !eqp_query_next (query, NULL) || eqp_query_get_integer (query, 0) != 0;
}

static void
show_list (EqpLedgerDesk *self)
{
  if (eqp_ledger_table_count (self->table) > 0)
    gtk_stack_set_visible_child_name (self->lists, "table");
  else
    gtk_stack_set_visible_child_name (self->lists, has_lines (self) ? "nothing" : "empty");
  show_count (self);
  queue_sums (self);
}

static const char *
get_condition (EqpLedgerDesk *self)
{
  EqpLedgerFilter  filter;
  const char      *condition;
  g_autofree char *both = NULL;

  eqp_ledger_toolbar_get_filter (self->toolbar, &filter);
  if (self->lines != NULL)
    filter.from = filter.to = EQP_DATE_NONE;
  condition = eqp_ledger_filter_get_condition (&filter);
  if (self->lines == NULL || condition == NULL)
    return self->lines != NULL ? self->lines : condition;
  both = g_strdup_printf ("(%s) AND (%s)", self->lines, condition);
  return g_intern_string (both);
}

/* The newest line stands first, and a year is planned to its end: today is what is looked for. */
static void
open_list (EqpLedgerDesk *self,
           const char    *condition)
{
  gboolean searched = *eqp_ledger_toolbar_get_search (self->toolbar) != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.today", !searched);
  if (condition != self->condition && !searched)
    eqp_ledger_table_show_today (self->table);
  self->condition = condition;
}

static void
filter_changed_cb (EqpLedgerDesk *self)
{
  EqpLedgerFilter filter;
  const char     *condition;

  if (eqp_page_get_session (EQP_PAGE (self)) == NULL || self->findings == NULL)
    return;
  eqp_ledger_toolbar_get_filter (self->toolbar, &filter);
  eqp_ledger_findings_set_period (self->findings, filter.from, filter.to);
  condition = get_condition (self);
  eqp_ledger_table_set_filter (self->table, condition, eqp_ledger_toolbar_get_search (self->toolbar));
  show_list (self);
  open_list (self, condition);
}

static void
items_changed_cb (EqpLedgerDesk *self)
{
  show_list (self);
}

/* ---- the line in sight ---- */

static void
show_line (EqpLedgerDesk *self,
           EqpRecord     *line)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->paned));

  eqp_ledger_line_view_show (self->view, line);
  /* A third of the room, when the pane opens and nobody has moved its edge yet. */
  if (line != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->view)) && width > 0)
    gtk_paned_set_position (self->paned, MAX (width - 380, width / 2));
  gtk_widget_set_visible (GTK_WIDGET (self->view), line != NULL);
  eqp_ledger_table_set_narrow (self->table, line != NULL);
  eqp_page_set_record (EQP_PAGE (self), line != NULL ? eqp_record_get_text (line, EQP_INTERVENTION_CODE) : "");
}

static void
selection_changed_cb (EqpLedgerDesk *self)
{
  g_autoptr (EqpRecord) line = NULL;

  if (self->opening)
    return;
  line = eqp_ledger_table_dup_line (self->table);
  show_line (self, line);
  show_count (self);
  eqp_ledger_actions_update (self);
  eqp_page_commands_changed (EQP_PAGE (self));
}

EqpRecord *
eqp_ledger_desk_dup_line (EqpLedgerDesk *self)
{
  g_return_val_if_fail (EQP_IS_LEDGER_DESK (self), NULL);

  return eqp_ledger_table_dup_line (self->table);
}

GPtrArray *
eqp_ledger_desk_list_selected (EqpLedgerDesk *self)
{
  g_return_val_if_fail (EQP_IS_LEDGER_DESK (self), NULL);

  return eqp_ledger_table_list_selected (self->table);
}

void
eqp_ledger_desk_get_period (EqpLedgerDesk *self,
                            EqpDate       *from,
                            EqpDate       *to)
{
  EqpLedgerFilter filter;

  g_return_if_fail (EQP_IS_LEDGER_DESK (self));

  eqp_ledger_toolbar_get_filter (self->toolbar, &filter);
  *from = filter.from;
  *to = filter.to;
}

void
eqp_ledger_desk_close_line (EqpLedgerDesk *self)
{
  g_return_if_fail (EQP_IS_LEDGER_DESK (self));

  eqp_ledger_table_select (self->table, 0);
  gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
}

/* A certified line changes what can be done with it. */
static void
store_changed_cb (EqpLedgerDesk *self)
{
  eqp_ledger_actions_update (self);
  queue_sums (self);
}

/* ---- the lines of a figure ---- */

static void
set_figure (EqpLedgerDesk *self,
            const char    *condition,
            const char    *title)
{
  self->lines = condition != NULL ? g_intern_string (condition) : NULL;
  gtk_label_set_label (self->figure, title);
  gtk_revealer_set_reveal_child (self->figure_revealer, condition != NULL);
  eqp_ledger_toolbar_set_period_sensitive (self->toolbar, condition == NULL);
  filter_changed_cb (self);
}

static void
remove_figure_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  set_figure (EQP_LEDGER_DESK (widget), NULL, "");
}

static void
today_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  eqp_ledger_table_show_today (EQP_LEDGER_DESK (widget)->table);
}

static void
eqp_ledger_desk_show_lines (EqpExchangeView *view,
                            const char      *condition,
                            const char      *title)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (view);

  gtk_widget_activate_action (GTK_WIDGET (self->toolbar), "filters.reset", NULL);
  set_figure (self, condition, title);
}

/* ---- commands ---- */

static gboolean
eqp_ledger_desk_show_record (EqpPage    *page,
                             const char *code)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (page);
  g_autoptr (EqpRecord) line = NULL;
  gint64 id;

  if (*code == '\0')
    return TRUE;
  line = eqp_store_find (get_store (self), &eqp_intervention_entity, EQP_INTERVENTION_CODE, code, NULL);
  if (line == NULL)
    return FALSE;
  id = eqp_record_get_id (line);
  if (!eqp_ledger_table_select (self->table, id))
    {
      /* Filters hide it: nothing hides it then. */
      set_figure (self, NULL, "");
      eqp_ledger_toolbar_reset (self->toolbar);
      eqp_ledger_table_select (self->table, id);
    }
  return TRUE;
}

static gboolean
eqp_ledger_desk_can (EqpPage   *page,
                     EqpCommand command)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (page);
  gboolean       one = eqp_ledger_table_count_selected (self->table) == 1;

  switch (command)
    {
    case EQP_COMMAND_NEW:
    case EQP_COMMAND_EXPORT:
      return TRUE;
    case EQP_COMMAND_EDIT:
    case EQP_COMMAND_DELETE:
    case EQP_COMMAND_PRINT:
    default:
      return one;
    }
}

static void
focus_entry (EqpLedgerDesk *self)
{
  g_object_set (self->toolbar, "entry-shown", TRUE, NULL);
  eqp_ledger_entry_focus (self->entry);
}

static void
edit_line (EqpLedgerDesk *self)
{
  g_autoptr (EqpRecord) line = eqp_ledger_desk_dup_line (self);

  if (line != NULL)
    eqp_ledger_editor_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), eqp_page_get_session (EQP_PAGE (self)), line);
}

static void
eqp_ledger_desk_run (EqpPage   *page,
                     EqpCommand command)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (page);

  switch (command)
    {
    case EQP_COMMAND_NEW:
      focus_entry (self);
      break;
    case EQP_COMMAND_EDIT:
      edit_line (self);
      break;
    case EQP_COMMAND_DELETE:
      eqp_ledger_actions_delete (self);
      break;
    case EQP_COMMAND_PRINT:
      eqp_ledger_actions_print (self);
      break;
    case EQP_COMMAND_EXPORT:
      eqp_ledger_actions_export (self);
      break;
    default:
      break;
    }
}

static void
eqp_ledger_desk_search (EqpPage *page)
{
  eqp_ledger_toolbar_focus_search (EQP_LEDGER_DESK (page)->toolbar);
}

static void
eqp_ledger_desk_load (EqpPage *page)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (page);
  EqpSession    *session = eqp_page_get_session (page);

  self->findings = eqp_ledger_findings_new (get_store (self));
  eqp_ledger_line_view_set_session (self->view, session);
  eqp_ledger_entry_load (self->entry, session);
  eqp_ledger_table_load (self->table, get_store (self), self->findings);
  eqp_ledger_toolbar_load (self->toolbar, get_store (self), self->findings);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), !eqp_store_is_read_only (get_store (self)));
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  filter_changed_cb (self);
  eqp_ledger_actions_update (self);
}

/* ---- the class ---- */

static void
eqp_ledger_desk_dispose (GObject *object)
{
  EqpLedgerDesk *self = EQP_LEDGER_DESK (object);

  self->opening = TRUE;
  g_clear_handle_id (&self->sums_source, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_LEDGER_DESK);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (eqp_ledger_desk_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-ledger-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, toolbar);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, entry_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, entry);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, figure_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, figure);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, paned);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, lists);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, table);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, view);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, count);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, sums);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerDesk, certify);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_changed_cb);
}

static void
eqp_ledger_desk_class_init (EqpLedgerDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EqpPageClass   *page_class = EQP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_ledger_desk_dispose;
  page_class->load = eqp_ledger_desk_load;
  page_class->show_record = eqp_ledger_desk_show_record;
  page_class->can = eqp_ledger_desk_can;
  page_class->run = eqp_ledger_desk_run;
  page_class->search = eqp_ledger_desk_search;
  EQP_EXCHANGE_VIEW_CLASS (klass)->show_lines = eqp_ledger_desk_show_lines;

  g_type_ensure (EQP_TYPE_LEDGER_ENTRY);
  g_type_ensure (EQP_TYPE_LEDGER_LINE_VIEW);
  g_type_ensure (EQP_TYPE_LEDGER_TABLE);
  g_type_ensure (EQP_TYPE_LEDGER_TOOLBAR);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "ledger.all-lines", NULL, remove_figure_action);
  gtk_widget_class_install_action (widget_class, "ledger.today", NULL, today_action);
  eqp_ledger_actions_install (widget_class);
}

static void
eqp_ledger_desk_init (EqpLedgerDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->toolbar, "entry-shown", self->entry_revealer, "reveal-child", G_BINDING_SYNC_CREATE);
}
