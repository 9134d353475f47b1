/* eqp-request-card.c — a request on the board: what, for whom, how many hours, how late */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-card"

#include "config.h"

#include "app/exchanges/eqp-request-card.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-request-filter.h"
#include "base/eqp-duration.h"
#include "domain/directory/eqp-institution.h"
#include "store/eqp-store.h"

struct _EqpRequestCard
{
  GtkListBoxRow parent_instance;

  EqpRecord      *request;
  EqpRequestLate *late; /* borrowed: the session's */

  GtkLabel *training;
  GtkLabel *code;
  GtkLabel *hours;
  GtkLabel *subject;
  GtkLabel *requester;
  GtkBox   *delay_box;
  GtkLabel *delay;
};

G_DEFINE_FINAL_TYPE (EqpRequestCard, eqp_request_card, GTK_TYPE_LIST_BOX_ROW)

char *
eqp_request_dup_delay (EqpRequestLate *late,
                       EqpRecord      *request)
{
  int days = eqp_request_late_get_days (late, eqp_record_get_text (request, EQP_REQUEST_CODE));

  if (days <= 0)
    return g_strdup ("");
  /* Translators: %d is a number of days */
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong)days), days);
}

char *
eqp_request_dup_requester (EqpRecord *request)
{
  EqpStore *store = eqp_record_get_store (request);
  gint64    id = eqp_record_get_reference (request, EQP_REQUEST_REQUESTER);
  g_autoptr (EqpRecord) institution = id != 0 && store != NULL ? eqp_store_get (store, &eqp_institution_entity, id, NULL) : NULL;
  const char *name;

  if (institution == NULL)
    return g_strdup ("");
  name = eqp_record_get_text (institution, EQP_INSTITUTION_SHORT_NAME);
  return g_strdup (*name != '\0' ? name : eqp_record_get_text (institution, EQP_INSTITUTION_NAME));
}

char *
eqp_request_dup_hours (EqpRecord *request)
{
  gint64 minutes = eqp_record_get_integer (request, EQP_REQUEST_MINUTES);

  return minutes != 0 ? eqp_duration_format (minutes, eqp_language_get_interface ()) : g_strdup ("");
}

static void
show (EqpRequestCard *self)
{
  const char      *code = eqp_record_get_text (self->request, EQP_REQUEST_CODE);
  const char      *training = eqp_record_get_text (self->request, EQP_REQUEST_TRAINING);
  const char      *subject = eqp_record_get_text (self->request, EQP_REQUEST_SUBJECT);
  g_autofree char *hours = eqp_request_dup_hours (self->request);
  g_autofree char *requester = eqp_request_dup_requester (self->request);
  g_autofree char *delay = eqp_request_dup_delay (self->late, self->request);
  g_autofree char *speech = g_strdup_printf ("%s, %s, %s, %s, %s%s%s", subject, code, training, requester, hours,
                                             *delay != '\0' ? ", " : "", delay);

  gtk_label_set_label (self->training, training);
  gtk_label_set_label (self->code, code);
  gtk_label_set_label (self->hours, hours);
  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->requester, requester);
  gtk_label_set_label (self->delay, delay);
  gtk_widget_set_visible (GTK_WIDGET (self->delay_box), *delay != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->requester), *requester != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, speech, -1);
}

/* ---- moving it ---- */

static void
step_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  EqpRequestCard *self = EQP_REQUEST_CARD (widget);
  int             state = (int)eqp_request_get_state (self->request);
  int             target = state + g_variant_get_int32 (parameter);

  /* Refusing needs a reason, and coming back from it a decision: neither is one step of the way. */
  if (state == EQP_REQUEST_STATE_REFUSED || target < 0 || target >= EQP_REQUEST_STATE_REFUSED)
    return;
  gtk_widget_activate_action (widget, "requests.move", "(ss)", eqp_record_get_text (self->request, EQP_REQUEST_CODE),
                              eqp_request_get_state_code ((guint)target));
}

static GdkContentProvider *
prepare_drag_cb (EqpRequestCard *self,
                 double          x,
                 double          y,
                 GtkDragSource  *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, (int)x, (int)y);
  return gdk_content_provider_new_typed (EQP_TYPE_REQUEST, self->request);
}

static void
drag_begin_cb (EqpRequestCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
drag_end_cb (EqpRequestCard *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

/* ---- the class ---- */

static void
eqp_request_card_dispose (GObject *object)
{
  EqpRequestCard *self = EQP_REQUEST_CARD (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_REQUEST_CARD);
  g_clear_object (&self->request);

  G_OBJECT_CLASS (eqp_request_card_parent_class)->dispose (object);
}

static void
eqp_request_card_class_init (EqpRequestCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_request_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-request-card.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpRequestCard, training);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestCard, code);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestCard, hours);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestCard, subject);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestCard, requester);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestCard, delay_box);
  gtk_widget_class_bind_template_child (widget_class, EqpRequestCard, delay);
  gtk_widget_class_bind_template_callback (widget_class, prepare_drag_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
  gtk_widget_class_install_action (widget_class, "card.step", "i", step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "card.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Right, GDK_CONTROL_MASK, "card.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "card.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Left, GDK_CONTROL_MASK, "card.step", "i", -1);
}

static void
eqp_request_card_init (EqpRequestCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
eqp_request_card_new (EqpRecord      *request,
                      EqpRequestLate *late)
{
  EqpRequestCard *self = g_object_new (EQP_TYPE_REQUEST_CARD, NULL);

  self->request = g_object_ref (request);
  self->late = late;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", eqp_record_get_text (request, EQP_REQUEST_CODE));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "requests.open");
  g_signal_connect_object (request, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (late, "updated", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

EqpRecord *
eqp_request_card_get_request (EqpRequestCard *self)
{
  g_return_val_if_fail (EQP_IS_REQUEST_CARD (self), NULL);

  return self->request;
}
