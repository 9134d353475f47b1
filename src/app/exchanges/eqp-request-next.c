/* eqp-request-next.c — what to do next with a request, and what else can be done */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-request-next"

#include "config.h"

#include "app/exchanges/eqp-request-next.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-request-filter.h"
#include "domain/exchanges/eqp-intervention.h"

/* What leads out of each state; NULL: nothing does. */
static const char *const next_labels[EQP_REQUEST_N_STATES] = {
  N_ ("_Qualify"),
  N_ ("_Route…"),
  N_ ("Mark as _staffed"),
  N_ ("_Confirm"),
  N_ ("Mark as _done"),
  N_ ("_Certify"),
  N_ ("C_lose"),
  NULL,
  N_ ("_Take up again"),
};

gboolean
eqp_request_next_can_certify (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      EqpRecord *line = g_ptr_array_index (lines, i);

      if (!eqp_record_is_empty (line, EQP_INTERVENTION_DONE) && eqp_record_is_empty (line, EQP_INTERVENTION_CERTIFIED))
        return TRUE;
    }
  return FALSE;
}

static void
set_move (GtkButton  *button,
          const char *label,
          EqpRecord  *request,
          guint       state)
{
  gtk_button_set_label (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", eqp_record_get_text (request, EQP_REQUEST_CODE),
                                    eqp_request_get_state_code (state));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "requests.move");
}

void
eqp_request_next_set_up (GtkButton *button,
                         EqpRecord *request,
                         GPtrArray *lines,
                         gint64     assigned)
{
  guint state = eqp_request_get_state (request);

  /* The target goes too: an action with another one, or with none, takes its place. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), NULL);
  gtk_widget_set_visible (GTK_WIDGET (button), next_labels[state] != NULL);
  if (next_labels[state] == NULL)
    return;
  if (state == EQP_REQUEST_STATE_REFUSED)
    {
      set_move (button, _ (next_labels[state]), request, EQP_REQUEST_STATE_RECEIVED);
    }
  else if (state == EQP_REQUEST_STATE_ROUTED && (lines->len == 0 || assigned < eqp_record_get_integer (request, EQP_REQUEST_MINUTES)))
    {
      gtk_button_set_label (button, _ ("_Assign…"));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", G_GINT64_CONSTANT (0));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "requests.assign");
    }
  else if (state == EQP_REQUEST_STATE_DONE && eqp_request_next_can_certify (lines))
    {
      gtk_button_set_label (button, _ ("_Certify its lines"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "requests.certify");
    }
  else
    {
      set_move (button, _ (next_labels[state]), request, state + 1);
    }
}

static void
append_move (GMenu      *menu,
             const char *label,
             EqpRecord  *request,
             guint       state)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "requests.move", "(ss)", eqp_record_get_text (request, EQP_REQUEST_CODE),
                                     eqp_request_get_state_code (state));
  g_menu_append_item (menu, item);
}

/* Any other state, for what happened on paper already or was entered too early. */
static GMenuModel *
make_moves (EqpRecord *request)
{
  GMenu *menu = g_menu_new ();
  guint  state = eqp_request_get_state (request);

  for (guint i = 0; i < EQP_REQUEST_STATE_REFUSED; i++)
    if (i != state)
      append_move (menu, eqp_request_get_state_label (i, eqp_language_get_interface ()), request, i);
  return G_MENU_MODEL (menu);
}

GMenuModel *
eqp_request_next_make_menu (EqpRecord *request)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) work = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();
  g_autoptr (GMenu) record = g_menu_new ();
  g_autoptr (GMenuModel) moves = make_moves (request);
  g_autoptr (GMenuItem) assign = g_menu_item_new (_ ("_Assign…"), NULL);

  g_menu_item_set_action_and_target (assign, "requests.assign", "x", G_GINT64_CONSTANT (0));
  g_menu_append_item (work, assign);
  g_menu_append (work, _ ("_Certify its lines"), "requests.certify");
  g_menu_append_submenu (work, _ ("_Move to"), moves);
  if (eqp_request_get_state (request) != EQP_REQUEST_STATE_REFUSED)
    append_move (work, _ ("_Refuse…"), request, EQP_REQUEST_STATE_REFUSED);
  g_menu_append (papers, _ ("Confirmation _letter…"), "requests.letter");
  g_menu_append (papers, _ ("Intervention _orders…"), "requests.orders");
  g_menu_append (papers, _ ("Compose an _e-mail…"), "requests.mail");
  g_menu_append (record, _ ("C_hange…"), "win.edit");
  g_menu_append (record, _ ("_Delete"), "win.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (record));
  return G_MENU_MODEL (menu);
}
