/* eqp-ledger-entry.c — a new line of the ledger, typed without leaving the keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-ledger-entry"

#include "config.h"

#include "app/exchanges/eqp-ledger-entry.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-ledger-editors.h"
#include "app/exchanges/eqp-ledger-field.h"
#include "app/widgets/eqp-finding-row.h"
#include "app/widgets/eqp-record-chooser.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-person.h"
#include "domain/exchanges/eqp-exchange-check.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-unit.h"

struct _EqpLedgerEntry
{
  AdwBin parent_instance;

  EqpSession *session;
  gboolean    clearing; /* the entry itself empties its fields */

  EqpRecordChooser *person_chooser;
  EqpRecordChooser *host_chooser;
  EqpRecordChooser *unit_chooser;
  EqpRecordChooser *scheme_chooser;

  EqpLedgerField *date;
  AdwBin         *person;
  GtkDropDown    *training;
  GtkStack       *subject_holder;
  AdwBin         *host;
  EqpLedgerField *from;
  EqpLedgerField *to;
  EqpLedgerField *requested;
  EqpLedgerField *planned;
  EqpLedgerField *done;
  GtkEntry       *subject;
  GtkLabel       *problem;
  GtkBox         *findings;
};

G_DEFINE_FINAL_TYPE (EqpLedgerEntry, eqp_ledger_entry, ADW_TYPE_BIN)

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static EqpStore *
get_store (EqpLedgerEntry *self)
{
  return eqp_session_get_store (self->session);
}

static EqpTraining
get_training (EqpLedgerEntry *self)
{
  return gtk_drop_down_get_selected (self->training) == 1 ? EQP_TRAINING_FI : EQP_TRAINING_FC;
}

static void
show_problem (EqpLedgerEntry *self,
              const char     *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

/* ---- findings of the line just saved ---- */

static void
clear_findings (EqpLedgerEntry *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_box_remove (self->findings, child);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
}

static void
override_clicked_cb (EqpLedgerEntry *self,
                     GtkButton      *button)
{
  EqpRecord *line = g_object_get_data (G_OBJECT (button), "line");

  if (!eqp_record_is_deleted (line))
    eqp_ledger_override_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, line);
  clear_findings (self);
}

static void
add_finding (EqpLedgerEntry *self,
             EqpRecord      *line,
             EqpFinding     *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row = eqp_finding_row_new (finding);
  GtkWidget *button;

  gtk_widget_set_hexpand (row, TRUE);
  gtk_box_append (GTK_BOX (box), row);
  if (eqp_ledger_can_override (finding))
    {
      button = gtk_button_new_with_mnemonic (_ ("_Keep with a reason…"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (button), "line", g_object_ref (line), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (override_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (self->findings, box);
}

static void
show_findings (EqpLedgerEntry *self,
               EqpRecord      *line)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  clear_findings (self);
  if (!eqp_exchange_check_line (get_store (self), line, findings, &error))
    {
      show_problem (self, error->message);
      return;
    }
  for (guint i = 0; i < findings->len; i++)
    add_finding (self, line, g_ptr_array_index (findings, i));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), findings->len > 0);
}

/* ---- reading the fields ---- */

/* Marks nothing, says what is wrong, and puts the focus where it is. */
static gboolean
refuse (EqpLedgerEntry *self,
        GtkWidget      *widget,
        const char     *sentence)
{
  show_problem (self, sentence);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static gboolean
check_fields (EqpLedgerEntry *self)
{
  EqpLedgerField *fields[] = { self->date, self->from, self->to, self->requested, self->planned, self->done };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!eqp_ledger_field_check (fields[i], &error))
        return refuse (self, GTK_WIDGET (fields[i]), error->message);
    }
  if (eqp_ledger_field_is_empty (self->date))
    return refuse (self, GTK_WIDGET (self->date), _ ("On which day? Type its date."));
  if (eqp_record_chooser_get_id (self->person_chooser) == 0)
    return refuse (self, GTK_WIDGET (self->person), _ ("Who gave the hours? Choose a person."));
  if (eqp_ledger_field_is_empty (self->requested) && eqp_ledger_field_is_empty (self->planned) && eqp_ledger_field_is_empty (self->done))
    return refuse (self, GTK_WIDGET (self->done), _ ("How many hours? Type them as requested, planned or done."));
  return TRUE;
}

static void
set_minutes (EqpRecord      *draft,
             guint           field,
             EqpLedgerField *entry)
{
  if (!eqp_ledger_field_is_empty (entry))
    eqp_record_set_integer (draft, field, eqp_ledger_field_get_minutes (entry));
}

static EqpRecord *
make_draft (EqpLedgerEntry *self)
{
  EqpRecord  *draft = eqp_record_new (&eqp_intervention_entity);
  EqpTraining training = get_training (self);

  eqp_record_set_date (draft, EQP_INTERVENTION_DATE, eqp_ledger_field_get_date (self->date));
  eqp_record_set_reference (draft, EQP_INTERVENTION_PERSON, eqp_record_chooser_get_id (self->person_chooser));
  eqp_record_set_reference (draft, EQP_INTERVENTION_HOST, eqp_record_chooser_get_id (self->host_chooser));
  eqp_record_set_text (draft, EQP_INTERVENTION_TRAINING, eqp_training_get_code (training));
  if (training == EQP_TRAINING_FI)
    eqp_record_set_reference (draft, EQP_INTERVENTION_UNIT, eqp_record_chooser_get_id (self->unit_chooser));
  else
    eqp_record_set_reference (draft, EQP_INTERVENTION_SCHEME, eqp_record_chooser_get_id (self->scheme_chooser));
  set_minutes (draft, EQP_INTERVENTION_START_TIME, self->from);
  set_minutes (draft, EQP_INTERVENTION_END_TIME, self->to);
  set_minutes (draft, EQP_INTERVENTION_REQUESTED, self->requested);
  set_minutes (draft, EQP_INTERVENTION_PLANNED, self->planned);
  set_minutes (draft, EQP_INTERVENTION_DONE, self->done);
  eqp_record_set_text (draft, EQP_INTERVENTION_SUBJECT, gtk_editable_get_text (GTK_EDITABLE (self->subject)));
  return draft;
}

static void
clear (EqpLedgerEntry *self,
       gboolean        everything)
{
  GtkEditable *texts[] = { GTK_EDITABLE (self->from), GTK_EDITABLE (self->to), GTK_EDITABLE (self->requested),
                           GTK_EDITABLE (self->planned), GTK_EDITABLE (self->done), GTK_EDITABLE (self->subject) };

  self->clearing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_editable_set_text (texts[i], "");
  eqp_record_chooser_set_id (self->person_chooser, 0);
  if (everything)
    {
      eqp_ledger_field_set_date (self->date, eqp_date_today ());
      eqp_record_chooser_set_id (self->host_chooser, 0);
      eqp_record_chooser_set_id (self->unit_chooser, 0);
      eqp_record_chooser_set_id (self->scheme_chooser, 0);
    }
  self->clearing = FALSE;
  show_problem (self, NULL);
}

static void
save_cb (EqpLedgerEntry *self)
{
  g_autoptr (EqpRecord) draft = NULL;
  g_autoptr (EqpRecord) line = NULL;
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;

  if (eqp_store_is_read_only (get_store (self)) || !check_fields (self))
    return;
  draft = make_draft (self);
  if (!eqp_ledger_save (get_store (self), draft, &label, &error))
    {
      show_problem (self, error->message);
      return;
    }
  eqp_feedback_edit (GTK_WIDGET (self), label);
  clear (self, FALSE);
  line = eqp_store_get (get_store (self), &eqp_intervention_entity, eqp_record_get_id (draft), NULL);
  if (line != NULL)
    show_findings (self, line);
  eqp_ledger_entry_focus (self);
  g_signal_emit (self, signals[SAVED], 0, eqp_record_get_id (draft));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save_cb (EQP_LEDGER_ENTRY (widget));
}

static void
clear_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpLedgerEntry *self = EQP_LEDGER_ENTRY (widget);

  clear (self, TRUE);
  clear_findings (self);
  eqp_ledger_entry_focus (self);
}

/* ---- what follows from a choice ---- */

static void
training_chosen_cb (EqpLedgerEntry *self)
{
  if (self->session != NULL)
    gtk_stack_set_visible_child_name (self->subject_holder, get_training (self) == EQP_TRAINING_FI ? "unit" : "scheme");
}

/* The university's people give continuing training, the rectorat's initial training: what is most often so is proposed. */
static void
propose_training (EqpLedgerEntry *self,
                  gint64          person)
{
  EqpDate date = eqp_ledger_field_get_date (self->date);
  EqpDate day = date != EQP_DATE_NONE ? date : eqp_date_today ();
  g_autoptr (EqpQuery) query = eqp_store_query (get_store (self), NULL,
                                                "SELECT side FROM affiliation WHERE person_id = ? AND from_date <= ? AND (to_date = '' OR to_date >= ?) "
                                                "ORDER BY from_date DESC LIMIT 1",
                                                "idd", person, day, day);
  EqpSide side = EQP_SIDE_NONE;

  if (query != NULL && eqp_query_next (query, NULL))
    side = eqp_side_from_code (eqp_query_get_text (query, 0));
  if (side == EQP_SIDE_UNIVERSITY || side == EQP_SIDE_RECTORAT)
    gtk_drop_down_set_selected (self->training, side == EQP_SIDE_RECTORAT ? 1 : 0);
}

static gboolean
focus_next_cb (gpointer user_data)
{
  EqpLedgerEntry *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* Choosing is done: the next field is what the hand wants, once the list is closed. */
static void
chosen_cb (EqpLedgerEntry   *self,
           GParamSpec       *pspec,
           EqpRecordChooser *chooser)
{
  gint64 id = eqp_record_chooser_get_id (chooser);

  if (self->clearing || id == 0)
    return;
  if (chooser == self->person_chooser)
    propose_training (self, id);
  show_problem (self, NULL);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_next_cb, g_object_ref (self), g_object_unref);
}

/* ---- typing into a chooser that is closed ---- */

static GtkMenuButton *
find_button (GtkWidget *chooser)
{
  GtkWidget *child = gtk_widget_get_first_child (chooser);

  return GTK_IS_MENU_BUTTON (child) ? GTK_MENU_BUTTON (child) : NULL;
}

/* The first letter opens the list and is not lost. */
static gboolean
chooser_key_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkWidget             *chooser)
{
  gunichar       letter = gdk_keyval_to_unicode (key);
  GtkMenuButton *button = find_button (chooser);
  GtkPopover    *popover = button != NULL ? gtk_menu_button_get_popover (button) : NULL;
  GtkWidget     *focus;
  char           text[7] = "";
  int            position = 0;

  if (popover == NULL || gtk_widget_get_visible (GTK_WIDGET (popover)) || !g_unichar_isalnum (letter) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_menu_button_popup (button);
  focus = gtk_root_get_focus (gtk_widget_get_root (chooser));
  if (focus == NULL || !GTK_IS_EDITABLE (focus))
    return GDK_EVENT_STOP;
  g_unichar_to_utf8 (letter, text);
  gtk_editable_insert_text (GTK_EDITABLE (focus), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (focus), -1);
  return GDK_EVENT_STOP;
}

/* @holder: its caption, just before it, names the button, which says by itself only what is chosen. */
static EqpRecordChooser *
add_chooser (EqpLedgerEntry  *self,
             const EqpEntity *entity,
             GtkWidget       *holder)
{
  GtkWidget          *chooser = eqp_record_chooser_new (get_store (self), entity);
  GtkWidget          *caption = gtk_widget_get_prev_sibling (holder);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (chooser, "allow-none", TRUE, "allow-new", entity == &eqp_person_entity, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (find_button (chooser)), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, NULL, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (chooser_key_cb), chooser, 0);
  gtk_widget_add_controller (chooser, keys);
  g_signal_connect_object (chooser, "notify::record-id", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return EQP_RECORD_CHOOSER (chooser);
}

/* ---- the class ---- */

static void
eqp_ledger_entry_dispose (GObject *object)
{
  EqpLedgerEntry *self = EQP_LEDGER_ENTRY (object);

  self->clearing = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_LEDGER_ENTRY);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (eqp_ledger_entry_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-ledger-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, date);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, person);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, training);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, subject_holder);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, host);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, from);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, to);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, requested);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, planned);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, done);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, subject);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, problem);
  gtk_widget_class_bind_template_child (widget_class, EqpLedgerEntry, findings);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, training_chosen_cb);
}

static void
eqp_ledger_entry_class_init (EqpLedgerEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_ledger_entry_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (EQP_TYPE_LEDGER_FIELD);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "entry.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "entry.clear", NULL, clear_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "entry.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "entry.save", NULL);
}

static void
eqp_ledger_entry_init (EqpLedgerEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_ledger_entry_load (EqpLedgerEntry *self,
                       EqpSession     *session)
{
  g_return_if_fail (EQP_IS_LEDGER_ENTRY (self));

  g_set_object (&self->session, session);
  self->person_chooser = add_chooser (self, &eqp_person_entity, GTK_WIDGET (self->person));
  self->host_chooser = add_chooser (self, &eqp_institution_entity, GTK_WIDGET (self->host));
  self->unit_chooser = add_chooser (self, &eqp_unit_entity, GTK_WIDGET (self->subject_holder));
  self->scheme_chooser = add_chooser (self, &eqp_scheme_entity, GTK_WIDGET (self->subject_holder));
  adw_bin_set_child (self->person, GTK_WIDGET (self->person_chooser));
  adw_bin_set_child (self->host, GTK_WIDGET (self->host_chooser));
  gtk_stack_add_named (self->subject_holder, GTK_WIDGET (self->scheme_chooser), "scheme");
  gtk_stack_add_named (self->subject_holder, GTK_WIDGET (self->unit_chooser), "unit");
  eqp_ledger_field_set_date (self->date, eqp_date_today ());
  training_chosen_cb (self);
}

void
eqp_ledger_entry_focus (EqpLedgerEntry *self)
{
  g_return_if_fail (EQP_IS_LEDGER_ENTRY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->date));
}
