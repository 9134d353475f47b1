/* eqp-request-assign-window.c — splitting a request's hours between one or several people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-assign-window"

#include "config.h"

#include "app/exchanges/eqp-request-assign-window.h"

#include <glib/gi18n.h>

#include "app/eqp-feedback.h"
#include "app/exchanges/eqp-request-share.h"
#include "domain/exchanges/eqp-request.h"

struct _EqpRequestAssignWindow
{
  AdwWindow parent_instance;

  EqpStore  *store;
  EqpRecord *request;
  gint64     open;   /* minutes that no line covers yet */
  GPtrArray *shares; /* borrowed: the page holds them */

  AdwPreferencesPage  *page;
  AdwPreferencesGroup *summary;
  GtkLabel            *remaining;
  GtkRevealer         *problem_revealer;
  GtkLabel            *problem;
};

G_DEFINE_FINAL_TYPE (EqpRequestAssignWindow, eqp_request_assign_window, ADW_TYPE_WINDOW)

static void
show_problem (EqpRequestAssignWindow *self,
              const char             *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->problem, sentence);
  gtk_revealer_set_reveal_child (self->problem_revealer, sentence != NULL);
}

static gint64
get_remaining (EqpRequestAssignWindow *self)
{
  gint64 remaining = self->open;

  for (guint i = 0; i < self->shares->len; i++)
    remaining -= eqp_request_share_get_minutes (g_ptr_array_index (self->shares, i));
  return remaining;
}

/* While somebody types: what is left, or by how much it is too much. */
static void
show_remaining (EqpRequestAssignWindow *self)
{
  EqpLanguage      language = eqp_language_get_interface ();
  gint64           remaining = get_remaining (self);
  g_autofree char *duration = eqp_duration_format (ABS (remaining), language);
  /* Translators: %s is a duration */
  g_autofree char *sentence = remaining < 0 ? g_strdup_printf (_ ("That is %s more than the request still needs."), duration) : NULL;
  /* Translators: %s is a duration */
  g_autofree char *text = remaining == 0 ? g_strdup (_ ("Nothing is left to assign."))
                                         : g_strdup_printf (_ ("%s left to assign"), duration);

  gtk_label_set_label (self->remaining, sentence != NULL ? sentence : text);
  if (remaining < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->remaining), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->remaining), "error");
  show_problem (self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assign.accept", remaining >= 0 && self->shares->len > 0);
}

/* ---- the shares ---- */

static void
removed_cb (EqpRequestAssignWindow *self,
            EqpRequestShare        *share)
{
  g_ptr_array_remove (self->shares, share);
  adw_preferences_page_remove (self->page, ADW_PREFERENCES_GROUP (share));
  show_remaining (self);
}

static EqpDate
get_day (EqpRequestAssignWindow *self)
{
  EqpDate start = eqp_record_get_date (self->request, EQP_REQUEST_START_DATE);

  return start != EQP_DATE_NONE ? start : eqp_date_today ();
}

static GtkWidget *
add_share (EqpRequestAssignWindow *self,
           gint64                  person)
{
  GtkWidget *share = eqp_request_share_new (self->store, person, MAX (get_remaining (self), 0), get_day (self));

  g_ptr_array_add (self->shares, share);
  g_signal_connect_object (share, "changed", G_CALLBACK (show_remaining), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (share, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (share));
  show_remaining (self);
  return share;
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_child_focus (add_share (EQP_REQUEST_ASSIGN_WINDOW (widget), 0), GTK_DIR_TAB_FORWARD);
}

static GArray *
read_shares (EqpRequestAssignWindow *self,
             GError                **error)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (EqpShareOfRequest));

  g_array_set_size (shares, self->shares->len);
  for (guint i = 0; i < self->shares->len; i++)
    if (!eqp_request_share_read (g_ptr_array_index (self->shares, i), &g_array_index (shares, EqpShareOfRequest, i), error))
      return NULL;
  return g_steal_pointer (&shares);
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EqpRequestAssignWindow *self = EQP_REQUEST_ASSIGN_WINDOW (widget);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) shares = read_shares (self, &error);

  if (shares == NULL ||
      !eqp_request_assign (self->store, self->request, (const EqpShareOfRequest *)shares->data, shares->len, &label, &error))
    {
      show_problem (self, error->message);
      return;
    }
  eqp_feedback_edit (widget, label);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- the class ---- */

static void
eqp_request_assign_window_dispose (GObject *object)
{
  EqpRequestAssignWindow *self = EQP_REQUEST_ASSIGN_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_REQUEST_ASSIGN_WINDOW);
  g_clear_pointer (&self->shares, g_ptr_array_unref);
  g_clear_object (&self->request);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_request_assign_window_parent_class)->dispose (object);
}

static void
eqp_request_assign_window_class_init (EqpRequestAssignWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_request_assign_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-request-assign-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRequestAssignWindow, page);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestAssignWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestAssignWindow, remaining);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestAssignWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestAssignWindow, problem);
  gtk_widget_class_install_action (widget_class, "assign.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "assign.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "assign.accept", NULL);
}

static void
eqp_request_assign_window_init (EqpRequestAssignWindow *self)
{
  self->shares = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
eqp_request_assign_window_present (GtkWindow *parent,
                                   EqpStore  *store,
                                   EqpRecord *request,
                                   gint64     person)
{
  EqpRequestAssignWindow *self = g_object_new (EQP_TYPE_REQUEST_ASSIGN_WINDOW, "transient-for", parent, NULL);
  gint64                  wanted = eqp_record_get_integer (request, EQP_REQUEST_MINUTES);
  gint64                  assigned = 0;
  g_autofree char        *duration = eqp_duration_format (wanted, eqp_language_get_interface ());
  /* Translators: %1$s is the code of a request, %2$s its hours */
  g_autofree char *title = g_strdup_printf (_ ("Request %1$s, %2$s"), eqp_record_get_text (request, EQP_REQUEST_CODE), duration);
  g_autofree char *escaped = g_markup_escape_text (eqp_record_get_text (request, EQP_REQUEST_SUBJECT), -1);
  g_autoptr (GError) error = NULL;
  GtkWidget *share;

  self->store = g_object_ref (store);
  self->request = g_object_ref (request);
  if (!eqp_request_get_assigned (store, request, &assigned, &error))
    show_problem (self, error->message);
  self->open = MAX (wanted - assigned, 0);
  adw_preferences_group_set_title (self->summary, title);
  adw_preferences_group_set_description (self->summary, escaped);
  share = add_share (self, person);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (share, GTK_DIR_TAB_FORWARD);
}
