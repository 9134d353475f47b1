/* eqp-record-window.c — the modal editor of one record: Cancel, Save, a form, and what else its maker adds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-record-window"

#include "config.h"

#include "app/widgets/eqp-record-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"

struct _EqpRecordWindow
{
  AdwWindow parent_instance;

  EqpStore         *store;
  EqpRecordForm    *form;
  EqpRecordSaveFunc save;
  gpointer          user_data;
  GDestroyNotify    destroy;

  AdwPreferencesPage *page;
  GtkRevealer        *problem_revealer;
  GtkLabel           *problem;
};

G_DEFINE_FINAL_TYPE (EqpRecordWindow, eqp_record_window, ADW_TYPE_WINDOW)

static void
show_problem (EqpRecordWindow *self,
              const char      *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->problem, sentence);
  gtk_revealer_set_reveal_child (self->problem_revealer, sentence != NULL);
}

static void
problem_changed_cb (EqpRecordWindow *self)
{
  g_autofree char *problem = NULL;

  g_object_get (self->form, "problem", &problem, NULL);
  show_problem (self, problem);
}

static gboolean
save_plainly (EqpRecordWindow *self,
              EqpRecord       *draft,
              EqpMessage     **label,
              GError         **error)
{
  g_autoptr (EqpMessage) message = NULL;
  g_autofree char *title = eqp_record_dup_title (draft, eqp_language_get_interface ());
  gboolean         is_new = eqp_record_get_id (draft) == 0;

  message = eqp_message_new (is_new ? N_ ("Added {record}") : N_ ("Changed {record}"));
  eqp_message_text (message, "record", title);
  if (!eqp_store_save_one (self->store, message, draft, error))
    return FALSE;
  *label = g_steal_pointer (&message);
  return TRUE;
}

/* The first field is where somebody begins. */
static void
mapped_cb (EqpRecordWindow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EqpRecordWindow *self = EQP_RECORD_WINDOW (widget);
  EqpRecord       *draft = eqp_record_form_get_draft (self->form);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  if (!eqp_record_form_check (self->form))
    return;
  if (self->save != NULL)
    saved = self->save (draft, self->user_data, &label, &error);
  else
    saved = save_plainly (self, draft, &label, &error);
  if (!saved)
    {
      show_problem (self, error->message);
      return;
    }
  if (label != NULL)
    eqp_feedback_edit (GTK_WIDGET (self), label);
  gtk_window_close (GTK_WINDOW (self));
}

static void
eqp_record_window_dispose (GObject *object)
{
  EqpRecordWindow *self = EQP_RECORD_WINDOW (object);
  GDestroyNotify   destroy = g_steal_pointer (&self->destroy);

  if (destroy != NULL)
    destroy (self->user_data);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_RECORD_WINDOW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_record_window_parent_class)->dispose (object);
}

static void
eqp_record_window_class_init (EqpRecordWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_record_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-record-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRecordWindow, page);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpRecordWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_install_action (widget_class, "record.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "record.save", NULL);
}

static void
eqp_record_window_init (EqpRecordWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

EqpRecordWindow *
eqp_record_window_new (GtkWindow        *parent,
                       const char       *title,
                       EqpStore         *store,
                       EqpRecord        *draft,
                       const int        *fields,
                       EqpRecordSaveFunc save,
                       gpointer          user_data,
                       GDestroyNotify    destroy)
{
  EqpRecordWindow *self = g_object_new (EQP_TYPE_RECORD_WINDOW, "transient-for", parent, "title", title, NULL);

  self->store = g_object_ref (store);
  self->save = save;
  self->user_data = user_data;
  self->destroy = destroy;
  self->form = EQP_RECORD_FORM (eqp_record_form_new (store, draft, fields));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->form));
  g_signal_connect_object (self->form, "notify::problem", G_CALLBACK (problem_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
eqp_record_window_add_group (EqpRecordWindow     *self,
                             AdwPreferencesGroup *group)
{
  g_return_if_fail (EQP_IS_RECORD_WINDOW (self));

  adw_preferences_page_add (self->page, group);
}
