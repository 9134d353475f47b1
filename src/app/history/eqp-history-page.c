/* eqp-history-page.c — what was done to the file, in words, and undoing any of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-history-page"

#include "config.h"

#include "app/history/eqp-history-page.h"

#include "app/history/eqp-history-list.h"
#include "app/widgets/eqp-date-row.h"

struct _EqpHistoryPage
{
  EqpPage parent_instance;

  GtkSearchEntry *search;
  EqpDateRow     *since;
  EqpDateRow     *until;
  EqpHistoryList *list;
};

G_DEFINE_FINAL_TYPE (EqpHistoryPage, eqp_history_page, EQP_TYPE_PAGE)

static void
filter_changed_cb (EqpHistoryPage *self)
{
  if (self->list != NULL && self->until != NULL && eqp_page_get_session (EQP_PAGE (self)) != NULL)
    eqp_history_list_set_filter (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)), NULL,
                                 eqp_date_row_get_date (self->since), eqp_date_row_get_date (self->until));
}

static void
entry_changed_cb (EqpHistoryPage *self)
{
  gint64           entry = eqp_history_list_get_entry (self->list);
  g_autofree char *code = entry != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, entry) : NULL;

  eqp_page_set_record (EQP_PAGE (self), code);
}

static gboolean
eqp_history_page_show_record (EqpPage    *page,
                              const char *code)
{
  EqpHistoryPage *self = EQP_HISTORY_PAGE (page);

  if (code == NULL || *code == '\0')
    return TRUE;
  return eqp_history_list_select (self->list, g_ascii_strtoll (code, NULL, 10));
}

static void
eqp_history_page_search (EqpPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (EQP_HISTORY_PAGE (page)->search));
}

static void
eqp_history_page_load (EqpPage *page)
{
  eqp_history_list_set_record (EQP_HISTORY_PAGE (page)->list, eqp_page_get_store (page), NULL, 0);
}

static void
eqp_history_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EQP_TYPE_HISTORY_PAGE);

  G_OBJECT_CLASS (eqp_history_page_parent_class)->dispose (object);
}

static void
eqp_history_page_class_init (EqpHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EqpPageClass   *page_class = EQP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_history_page_dispose;
  page_class->load = eqp_history_page_load;
  page_class->show_record = eqp_history_page_show_record;
  page_class->search = eqp_history_page_search;

  g_type_ensure (EQP_TYPE_DATE_ROW);
  g_type_ensure (EQP_TYPE_HISTORY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, EqpHistoryPage, since);
  gtk_widget_class_bind_template_child (widget_class, EqpHistoryPage, until);
  gtk_widget_class_bind_template_child (widget_class, EqpHistoryPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
eqp_history_page_init (EqpHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
