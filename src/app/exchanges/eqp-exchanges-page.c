/* eqp-exchanges-page.c — requests, ledger and balance: a thin shell around three views */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-exchanges-page"

#include "config.h"

#include "app/exchanges/eqp-exchanges-page.h"

#include <glib/gi18n.h>

#include "app/exchanges/eqp-balance-desk.h"
#include "app/exchanges/eqp-exchange-view.h"
#include "app/exchanges/eqp-ledger-desk.h"
#include "app/exchanges/eqp-request-desk.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"

typedef struct
{
  const char *name; /* what an address names the view itself with */
  const char *label;
  const char *icon;
  GType (*get_type) (void);
  const EqpEntity *entity; /* (nullable) whose records it shows, */
  guint            code;   /* by this field */
} View;

static const View views[] = {
  { "requests", NC_ ("tab", "Requests"), "mail-unread-symbolic", eqp_request_desk_get_type, &eqp_request_entity, EQP_REQUEST_CODE },
  { "ledger", NC_ ("tab", "Ledger"), "x-office-spreadsheet-symbolic", eqp_ledger_desk_get_type, &eqp_intervention_entity, EQP_INTERVENTION_CODE },
  { "balance", NC_ ("tab", "Balance"), "view-dual-symbolic", eqp_balance_desk_get_type, NULL, 0 },
};

struct _EqpExchangesPage
{
  EqpPage parent_instance;

  gboolean going; /* an address is being followed: the view in sight changes because of it */

  AdwViewStack *stack;
};

G_DEFINE_FINAL_TYPE (EqpExchangesPage, eqp_exchanges_page, EQP_TYPE_PAGE)

static const View *
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return &views[i];
  return NULL;
}

static EqpPage *
get_visible (EqpExchangesPage *self)
{
  GtkWidget *holder = adw_view_stack_get_visible_child (self->stack);

  return holder != NULL ? EQP_PAGE (adw_bin_get_child (ADW_BIN (holder))) : NULL;
}

/* The record in sight, else the view: back and forward find both again. */
static void
show_place (EqpExchangesPage *self)
{
  EqpPage    *view = get_visible (self);
  const char *record = view != NULL ? eqp_page_get_record (view) : "";

  if (self->going)
    return;
  eqp_page_set_record (EQP_PAGE (self), *record != '\0' ? record : adw_view_stack_get_visible_child_name (self->stack));
  eqp_page_commands_changed (EQP_PAGE (self));
}

static EqpPage *
ensure_view (EqpExchangesPage *self,
             const View       *view)
{
  AdwBin    *holder = ADW_BIN (adw_view_stack_get_child_by_name (self->stack, view->name));
  GtkWidget *child = adw_bin_get_child (holder);

  if (child == NULL)
    {
      child = g_object_new (view->get_type (), "session", eqp_page_get_session (EQP_PAGE (self)), NULL);
      adw_bin_set_child (holder, child);
      eqp_page_load (EQP_PAGE (child));
      g_signal_connect_object (child, "notify::record", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (child, "commands-changed", G_CALLBACK (eqp_page_commands_changed), self, G_CONNECT_SWAPPED);
    }
  return EQP_PAGE (child);
}

static EqpPage *
open_view (EqpExchangesPage *self,
           const View       *view)
{
  EqpPage *child = ensure_view (self, view);

  adw_view_stack_set_visible_child_name (self->stack, view->name);
  return child;
}

static void
view_changed_cb (EqpExchangesPage *self)
{
  const View *view = find_view (adw_view_stack_get_visible_child_name (self->stack));

  if (view == NULL || eqp_page_get_session (EQP_PAGE (self)) == NULL)
    return;
  ensure_view (self, view);
  show_place (self);
}

/* ---- addresses ---- */

/* Whose record it is says which view shows it. */
static gboolean
show_code (EqpExchangesPage *self,
           const char       *code)
{
  EqpStore *store = eqp_page_get_store (EQP_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (EqpRecord) record = NULL;

      if (views[i].entity != NULL)
        record = eqp_store_find (store, views[i].entity, views[i].code, code, NULL);
      if (record != NULL)
        return eqp_page_show_record (open_view (self, &views[i]), code);
    }
  return FALSE;
}

static gboolean
eqp_exchanges_page_show_record (EqpPage    *page,
                                const char *code)
{
  EqpExchangesPage *self = EQP_EXCHANGES_PAGE (page);
  const View       *view = find_view (code);
  gboolean          found = TRUE;

  self->going = TRUE;
  if (view != NULL)
    found = eqp_page_show_record (open_view (self, view), "");
  else if (code != NULL && *code != '\0')
    found = show_code (self, code);
  self->going = FALSE;
  view_changed_cb (self);
  return found;
}

/* "exchanges.lines" (ss): the ledger on the lines that fulfil a condition. */
static void
lines_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EqpExchangesPage *self = EQP_EXCHANGES_PAGE (widget);
  const View       *view = find_view ("ledger");
  const char       *condition;
  const char       *title;

  if (view == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &condition, &title);
  eqp_exchange_view_show_lines (EQP_EXCHANGE_VIEW (open_view (self, view)), condition, title);
}

/* ---- commands ---- */

static gboolean
eqp_exchanges_page_can (EqpPage   *page,
                        EqpCommand command)
{
  EqpPage *view = get_visible (EQP_EXCHANGES_PAGE (page));

  return view != NULL && eqp_page_can (view, command);
}

static void
eqp_exchanges_page_run (EqpPage   *page,
                        EqpCommand command)
{
  EqpPage *view = get_visible (EQP_EXCHANGES_PAGE (page));

  if (view != NULL)
    eqp_page_run (view, command);
}

static void
eqp_exchanges_page_search (EqpPage *page)
{
  EqpPage *view = get_visible (EQP_EXCHANGES_PAGE (page));

  if (view != NULL)
    eqp_page_search (view);
}

static void
eqp_exchanges_page_load (EqpPage *page)
{
  view_changed_cb (EQP_EXCHANGES_PAGE (page));
}

/* ---- the class ---- */

static void
eqp_exchanges_page_dispose (GObject *object)
{
  EqpExchangesPage *self = EQP_EXCHANGES_PAGE (object);

  self->going = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_EXCHANGES_PAGE);

  G_OBJECT_CLASS (eqp_exchanges_page_parent_class)->dispose (object);
}

static void
eqp_exchanges_page_class_init (EqpExchangesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EqpPageClass   *page_class = EQP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_exchanges_page_dispose;
  page_class->load = eqp_exchanges_page_load;
  page_class->show_record = eqp_exchanges_page_show_record;
  page_class->can = eqp_exchanges_page_can;
  page_class->run = eqp_exchanges_page_run;
  page_class->search = eqp_exchanges_page_search;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-exchanges-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpExchangesPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_install_action (widget_class, "exchanges.lines", "(ss)", lines_action);
}

static void
eqp_exchanges_page_init (EqpExchangesPage *self)
{
  self->going = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    adw_view_stack_add_titled (self->stack, adw_bin_new (), views[i].name, g_dpgettext2 (NULL, "tab", views[i].label));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *holder = adw_view_stack_get_child_by_name (self->stack, views[i].name);

      adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->stack, holder), views[i].icon);
    }
  self->going = FALSE;
}
