/* eqp-home-page.c — what needs the coordinator, what ends soon, how the Pôle stands; each line a link */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-home-page"

#include "config.h"

#include "app/home/eqp-home-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/eqp-feedback.h"
#include "app/home/eqp-agenda-list.h"
#include "app/home/eqp-gauge-row.h"
#include "app/home/eqp-link-row.h"
#include "app/widgets/eqp-finding-row.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-pole.h"
#include "domain/eqp-setting.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/procedures/eqp-agenda.h"
#include "domain/procedures/eqp-procedure-step.h"
#include "domain/procedures/eqp-procedure.h"
#include "domain/procedures/eqp-school-holiday.h"
#include "domain/procedures/eqp-step-record.h"
#include "store/eqp-journal.h"

/* Mandates that end within this many days are announced. */
#define COMING_DAYS 60

/* Steps that are due within this many days. */
#define AGENDA_DAYS 14

/* Of one council: the rest is on its own page. */
#define MAX_MESSAGES 2

/* Rows are dear, and the first frame waits for them: the page of the councils shows them all. */
#define MAX_ROWS 8

struct _EqpHomePage
{
  EqpPage parent_instance;

  guint      agenda_source; /* the agenda is read when the first frame is out */
  GPtrArray *agenda;        /* (element-type EqpAgendaItem) (nullable) */
  guint      gauge_source;  /* so are the gauges */

  AdwWindowTitle  *title;
  GtkWidget       *grouping;
  GtkToggleButton *by_person;
  EqpAgendaList   *late_steps;
  EqpAgendaList   *coming_steps;
  GtkWidget       *no_coming_steps;
  GtkWidget       *councils_heading;
  GtkListBox      *todo;
  GtkWidget       *nothing_todo;
  GtkListBox      *coming;
  GtkWidget       *nothing_coming;
  GtkListBox      *state;
  EqpGaugeRow     *gauges[2]; /* borrowed: in the list of the state; NULL until they are first loaded */
};

G_DEFINE_FINAL_TYPE (EqpHomePage, eqp_home_page, EQP_TYPE_PAGE)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* The list, or instead of an empty one the sentence that says so. */
static void
show_list (GtkListBox *list,
           GtkWidget  *nothing)
{
  gboolean is_empty = gtk_list_box_get_row_at_index (list, 0) == NULL;

  gtk_widget_set_visible (GTK_WIDGET (list), !is_empty);
  gtk_widget_set_visible (nothing, is_empty);
}

/* The last row of a list that was cut. */
static void
add_more (GtkListBox *list,
          guint       n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("and %u other", "and %u others", n), n);

  gtk_list_box_append (list, eqp_link_row_new (title, "", "councils"));
}

/* ---- steps: what is late, what comes ---- */

static void
show_agenda (EqpHomePage *self)
{
  EqpStore *store = eqp_page_get_store (EQP_PAGE (self));
  gboolean  by_person = gtk_toggle_button_get_active (self->by_person);
  gboolean  has_late;

  if (self->agenda == NULL)
    return;
  eqp_agenda_list_show (self->late_steps, store, self->agenda, by_person);
  eqp_agenda_list_show (self->coming_steps, store, self->agenda, by_person);
  has_late = !eqp_agenda_list_is_empty (self->late_steps);
  gtk_widget_set_visible (self->councils_heading, has_late);
  gtk_widget_set_visible (self->no_coming_steps, eqp_agenda_list_is_empty (self->coming_steps));
  gtk_widget_set_visible (self->grouping, self->agenda->len > 0);
}

static void
load_agenda (EqpHomePage *self)
{
  EqpDate today = eqp_date_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) agenda = eqp_agenda_load (eqp_page_get_store (EQP_PAGE (self)), today, today + AGENDA_DAYS, FALSE, &error);

  if (agenda == NULL)
    {
      eqp_feedback_say (GTK_WIDGET (self), error->message);
      return;
    }
  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  self->agenda = g_steal_pointer (&agenda);
  show_agenda (self);
}

static gboolean
load_agenda_cb (gpointer user_data)
{
  EqpHomePage *self = user_data;

  self->agenda_source = 0;
  load_agenda (self);
  return G_SOURCE_REMOVE;
}

static void
queue_agenda (EqpHomePage *self)
{
  if (self->agenda_source == 0)
    self->agenda_source = g_idle_add_full (G_PRIORITY_LOW, load_agenda_cb, self, NULL);
}

/* ---- gauges: balance and one-third indicator, below the councils ---- */

static gboolean
load_gauges_cb (gpointer user_data)
{
  static const EqpGauge kinds[] = { EQP_GAUGE_BALANCE, EQP_GAUGE_FIELD_SHARE };
  EqpHomePage          *self = user_data;
  EqpStore             *store = eqp_page_get_store (EQP_PAGE (self));
  g_autoptr (EqpBalanceFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  EqpDate first, last;

  self->gauge_source = 0;
  eqp_pole_get_year_period (store, eqp_pole_academic_year (store, eqp_date_today ()), &first, &last);
  figures = eqp_balance_figures_load (store, first, last, EQP_HOURS_DONE, EQP_BY_YEAR, "", &error);
  if (figures == NULL)
    g_debug ("No figures of the exchanges: %s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (self->gauges); i++)
    {
      if (self->gauges[i] == NULL)
        {
          self->gauges[i] = EQP_GAUGE_ROW (eqp_gauge_row_new (kinds[i]));
          gtk_list_box_append (self->state, GTK_WIDGET (self->gauges[i]));
        }
      eqp_gauge_row_show (self->gauges[i], figures);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_gauges (EqpHomePage *self)
{
  if (self->gauge_source == 0)
    self->gauge_source = g_idle_add_full (G_PRIORITY_LOW, load_gauges_cb, self, NULL);
}

static void
store_changed_cb (EqpHomePage  *self,
                  EqpChangeSet *changes)
{
  static const EqpEntity *const entities[] = {
    &eqp_request_entity,
    &eqp_step_record_entity,
    &eqp_procedure_entity,
    &eqp_procedure_step_entity,
    &eqp_school_holiday_entity,
    &eqp_intervention_entity,
    &eqp_person_entity,
    &eqp_setting_entity,
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (eqp_change_set_touches (changes, entities[i]))
      {
        queue_agenda (self);
        queue_gauges (self);
        return;
      }
}

/* ---- to put right: one row a council, the gravest first ---- */

static void
add_todo (EqpHomePage *self,
          EqpSnapshot *snapshot,
          EqpSeverity  severity)
{
  EqpChecker *checker = eqp_page_get_checker (EQP_PAGE (self));
  g_autoptr (GPtrArray) findings = eqp_checker_list_findings (checker, snapshot->id);
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *address = g_strconcat ("councils/", snapshot->code, NULL);
  guint            n = 0;
  GtkWidget       *row;

  for (guint i = 0; i < findings->len; i++)
    if (eqp_finding_get_severity (g_ptr_array_index (findings, i)) == severity && n++ < MAX_MESSAGES)
      {
        g_autofree char *message = eqp_finding_dup_message (g_ptr_array_index (findings, i), eqp_language_get_interface ());

        if (subtitle->len > 0)
          g_string_append_c (subtitle, '\n');
        g_string_append (subtitle, message);
      }
  if (n > MAX_MESSAGES)
    {
      g_string_append_c (subtitle, '\n');
      /* Translators: how many further findings a council has, under the first two */
      g_string_append_printf (subtitle, ngettext ("and %u more", "and %u more", n - MAX_MESSAGES), n - MAX_MESSAGES);
    }
  row = eqp_link_row_new (eqp_snapshot_get_name (snapshot, eqp_language_get_interface ()), subtitle->str, address);
  eqp_link_row_add_prefix (row, eqp_severity_icon_new (severity));
  gtk_list_box_append (self->todo, row);
}

static void
show_todo (EqpHomePage *self)
{
  EqpChecker *checker = eqp_page_get_checker (EQP_PAGE (self));
  GPtrArray  *snapshots = eqp_checker_get_snapshots (checker);
  GPtrArray  *findings = eqp_checker_get_findings (checker);
  guint       n_rows = 0;

  clear_list (self->todo);
  for (EqpSeverity severity = EQP_SEVERITY_ERROR; severity < EQP_SEVERITY_INFORMATION; severity++)
    for (guint i = 0; i < snapshots->len; i++)
      {
        EqpSnapshot *snapshot = g_ptr_array_index (snapshots, i);

        if (eqp_checker_count (checker, snapshot->id, severity) > 0 && n_rows++ < MAX_ROWS)
          add_todo (self, snapshot, severity);
      }
  /* What concerns no council in particular: courses that none covers … */
  for (guint i = 0; i < findings->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (findings, i);

      if (eqp_finding_get_body_id (finding) == 0 && eqp_finding_get_severity (finding) < EQP_SEVERITY_INFORMATION && n_rows++ < MAX_ROWS)
        {
          g_autofree char *message = eqp_finding_dup_message (finding, eqp_language_get_interface ());
          g_autofree char *cure = eqp_finding_dup_cure (finding, eqp_language_get_interface ());
          GtkWidget       *row = eqp_link_row_new (message, cure, "councils");

          eqp_link_row_add_prefix (row, eqp_severity_icon_new (eqp_finding_get_severity (finding)));
          gtk_list_box_append (self->todo, row);
        }
    }
  if (n_rows > MAX_ROWS)
    add_more (self->todo, n_rows - MAX_ROWS);
  show_list (self->todo, self->nothing_todo);
}

/* ---- ending soon ---- */

typedef struct
{
  const EqpSnapshot *snapshot;
  const EqpSeat     *seat;
} Ending;

static int
compare_endings (gconstpointer a,
                 gconstpointer b)
{
  const Ending *left = a;
  const Ending *right = b;

  if (left->seat->to != right->seat->to)
    return left->seat->to < right->seat->to ? -1 : 1;
  return g_strcmp0 (left->snapshot->code, right->snapshot->code);
}

static GArray *
list_endings (GPtrArray *snapshots)
{
  GArray *endings = g_array_new (FALSE, FALSE, sizeof (Ending));

  for (guint i = 0; i < snapshots->len; i++)
    {
      const EqpSnapshot *snapshot = g_ptr_array_index (snapshots, i);

      for (guint j = 0; j < snapshot->seats->len; j++)
        {
          const EqpSeat *seat = g_ptr_array_index (snapshot->seats, j);

          if (seat->to != EQP_DATE_NONE && seat->to <= snapshot->as_of + COMING_DAYS)
            {
              Ending ending = { snapshot, seat };

              g_array_append_val (endings, ending);
            }
        }
    }
  g_array_sort (endings, compare_endings);
  return endings;
}

static void
show_coming (EqpHomePage *self)
{
  g_autoptr (GArray) endings = list_endings (eqp_checker_get_snapshots (eqp_page_get_checker (EQP_PAGE (self))));
  EqpLanguage language = eqp_language_get_interface ();

  clear_list (self->coming);
  for (guint i = 0; i < MIN (endings->len, MAX_ROWS); i++)
    {
      const Ending    *ending = &g_array_index (endings, Ending, i);
      g_autofree char *name = eqp_seat_dup_name (ending->seat, language);
      g_autofree char *date = eqp_date_format (ending->seat->to, language);
      g_autofree char *subtitle = g_strdup_printf ("%s · %s", date, eqp_snapshot_get_name (ending->snapshot, language));
      g_autofree char *address = g_strconcat ("councils/", ending->snapshot->code, NULL);

      gtk_list_box_append (self->coming, eqp_link_row_new (name, subtitle, address));
    }
  if (endings->len > MAX_ROWS)
    add_more (self->coming, endings->len - MAX_ROWS);
  show_list (self->coming, self->nothing_coming);
}

/* ---- the state of the Pôle ---- */

static void
add_figure (EqpHomePage *self,
            EqpSeverity  severity,
            const char  *label,
            const char  *figure,
            const char  *address)
{
  GtkWidget *row = eqp_link_row_new (label, "", address);
  GtkWidget *value = gtk_label_new (figure);

  gtk_widget_add_css_class (value, "figure");
  gtk_widget_add_css_class (value, "title-3");
  eqp_link_row_add_prefix (row, eqp_severity_icon_new (severity));
  eqp_link_row_add_suffix (row, value);
  gtk_list_box_append (self->state, row);
}

static void
show_state (EqpHomePage *self)
{
  EqpChecker      *checker = eqp_page_get_checker (EQP_PAGE (self));
  GPtrArray       *snapshots = eqp_checker_get_snapshots (checker);
  guint            councils = 0;
  guint            lawful = 0;
  g_autofree char *figure = NULL;

  for (guint i = 0; i < snapshots->len; i++)
    {
      EqpSnapshot *snapshot = g_ptr_array_index (snapshots, i);

      if (snapshot->parent != 0)
        continue;
      councils++;
      if (eqp_checker_count (checker, snapshot->id, EQP_SEVERITY_ERROR) == 0)
        lawful++;
    }
  clear_list (self->state);
  memset (self->gauges, 0, sizeof self->gauges);
  figure = g_strdup_printf ("%u/%u", lawful, councils);
  add_figure (self, EQP_N_SEVERITIES, _ ("Councils without an error"), figure, "councils");
  for (EqpSeverity severity = EQP_SEVERITY_ERROR; severity < EQP_N_SEVERITIES; severity++)
    {
      static const char *const labels[] = { N_ ("Errors"), N_ ("Warnings"), N_ ("Information") };
      guint                    n = eqp_checker_count (checker, 0, severity);
      g_autofree char         *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("—");

      add_figure (self, severity, _ (labels[severity]), count, "councils");
    }
}

static void
refresh (EqpHomePage *self)
{
  EqpChecker      *checker = eqp_page_get_checker (EQP_PAGE (self));
  g_autofree char *name = eqp_session_dup_name (eqp_page_get_session (EQP_PAGE (self)));
  g_autofree char *date = eqp_date_format_long (eqp_checker_get_as_of (checker), eqp_language_get_interface ());

  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, date);
  show_todo (self);
  show_coming (self);
  show_state (self);
  queue_gauges (self);
}

static void
eqp_home_page_load (EqpPage *page)
{
  g_signal_connect_object (eqp_page_get_checker (page), "updated", G_CALLBACK (refresh), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (eqp_page_get_store (page), "changed", G_CALLBACK (store_changed_cb), page, G_CONNECT_SWAPPED);
  refresh (EQP_HOME_PAGE (page));
  queue_agenda (EQP_HOME_PAGE (page));
}

static void
eqp_home_page_dispose (GObject *object)
{
  EqpHomePage *self = EQP_HOME_PAGE (object);

  g_clear_handle_id (&self->agenda_source, g_source_remove);
  g_clear_handle_id (&self->gauge_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_HOME_PAGE);
  g_clear_pointer (&self->agenda, g_ptr_array_unref);

  G_OBJECT_CLASS (eqp_home_page_parent_class)->dispose (object);
}

static void
eqp_home_page_class_init (EqpHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_home_page_dispose;
  EQP_PAGE_CLASS (klass)->load = eqp_home_page_load;

  g_type_ensure (EQP_TYPE_AGENDA_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, title);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, grouping);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, by_person);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, late_steps);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, coming_steps);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, no_coming_steps);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, councils_heading);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, todo);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, nothing_todo);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, coming);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, nothing_coming);
  gtk_widget_class_bind_template_child (widget_class, EqpHomePage, state);
  gtk_widget_class_bind_template_callback (widget_class, show_agenda);
}

static void
eqp_home_page_init (EqpHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
