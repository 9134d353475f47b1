/* eqp-directory-page.c — people and institutions, courses and mentions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-directory-page"

#include "config.h"

#include "app/directory/eqp-directory-page.h"

#include <glib/gi18n.h>

#include "app/compat/eqp-file-dialog.h"
#include "app/directory/eqp-directory-editors.h"
#include "app/directory/eqp-export-job.h"
#include "app/directory/eqp-record-view.h"
#include "app/eqp-feedback.h"
#include "app/widgets/eqp-list-keys.h"
#include "app/widgets/eqp-spoken-box.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-institution.h"
#include "domain/directory/eqp-mention.h"
#include "domain/directory/eqp-person.h"
#include "domain/directory/eqp-site.h"
#include "domain/exchanges/eqp-scheme.h"
#include "domain/exchanges/eqp-unit.h"
#include "interop/eqp-kind.h"
#include "store/eqp-query-model.h"

typedef struct
{
  const EqpEntity *entity;
  EqpKindId        kind;
  guint            code; /* the field that an address names */
  const char      *order;
  const char      *row; /* resource of the row */
} Table;

static const Table tables[] = {
  { &eqp_person_entity, EQP_KIND_PEOPLE, EQP_PERSON_CODE, "family_name COLLATE NOCASE, given_name COLLATE NOCASE", "person-row" },
  { &eqp_institution_entity, EQP_KIND_INSTITUTIONS, EQP_INSTITUTION_CODE, "name COLLATE NOCASE", "record-row" },
  { &eqp_course_entity, EQP_KIND_COURSES, EQP_COURSE_CODE, "name_fr COLLATE NOCASE", "record-row" },
  { &eqp_mention_entity, EQP_KIND_MENTIONS, EQP_MENTION_CODE, "name_fr COLLATE NOCASE", "record-row" },
  { &eqp_site_entity, EQP_KIND_SITES, EQP_SITE_CODE, "name COLLATE NOCASE", "record-row" },
  { &eqp_unit_entity, EQP_KIND_UNITS, EQP_UNIT_CODE, "code", "record-row" },
  { &eqp_scheme_entity, EQP_KIND_SCHEMES, EQP_SCHEME_CODE, "code", "record-row" },
};

struct _EqpDirectoryPage
{
  EqpPage parent_instance;

  const Table        *table;
  EqpQueryModel      *model;
  GtkSingleSelection *selection;
  gboolean            switching; /* the page itself changes table or search */

  GtkDropDown    *tables;
  GtkSearchEntry *search;
  GtkListView    *list;
  GtkLabel       *count;
  EqpRecordView  *view;
};

G_DEFINE_FINAL_TYPE (EqpDirectoryPage, eqp_directory_page, EQP_TYPE_PAGE)

static void
show_count (EqpDirectoryPage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *number = eqp_format_number (eqp_language_get_interface (), n);
  /* Translators: %s is a number of records in a list */
  g_autofree char *label = g_strdup_printf (ngettext ("%s record", "%s records", n), number);

  gtk_label_set_label (self->count, label);
}

static void
selection_changed_cb (EqpDirectoryPage *self)
{
  EqpRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (self->switching)
    return;
  eqp_record_view_show (self->view, record);
  eqp_page_set_record (EQP_PAGE (self), record != NULL ? eqp_record_get_text (record, self->table->code) : "");
  eqp_page_commands_changed (EQP_PAGE (self));
}

static void
show_table (EqpDirectoryPage *self,
            const Table      *table)
{
  g_autofree char *resource = g_strdup_printf ("/fr/equipole/Equipole/ui/row/%s.ui", table->row);
  g_autoptr (GtkListItemFactory) factory = gtk_builder_list_item_factory_new_from_resource (NULL, resource);

  if (self->table == table)
    return;
  self->table = table;
  self->switching = TRUE;
  gtk_drop_down_set_selected (self->tables, (guint)(table - tables));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_list_view_set_model (self->list, NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  self->model = eqp_query_model_new (eqp_page_get_store (EQP_PAGE (self)), table->entity);
  eqp_query_model_set_order (self->model, table->order);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  self->switching = FALSE;
  show_count (self);
}

static void
table_changed_cb (EqpDirectoryPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->tables);

  if (self->switching || eqp_page_get_session (EQP_PAGE (self)) == NULL || selected >= G_N_ELEMENTS (tables))
    return;
  show_table (self, &tables[selected]);
  selection_changed_cb (self);
}

static void
search_changed_cb (EqpDirectoryPage *self)
{
  if (!self->switching && self->model != NULL)
    eqp_query_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* ---- commands ---- */

static gboolean
select_code (EqpDirectoryPage *self,
             const Table      *table,
             const char       *code)
{
  g_autoptr (EqpRecord) record = eqp_store_find (eqp_page_get_store (EQP_PAGE (self)), table->entity, table->code, code, NULL);
  int index;

  if (record == NULL)
    return FALSE;
  show_table (self, table);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  eqp_query_model_set_search (self->model, "");
  index = eqp_query_model_find (self->model, eqp_record_get_id (record));
  if (index < 0)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, (guint)index);
  eqp_list_scroll_to (GTK_WIDGET (self->list), (guint)index);
  selection_changed_cb (self);
  return TRUE;
}

static gboolean
eqp_directory_page_show_record (EqpPage    *page,
                                const char *code)
{
  EqpDirectoryPage *self = EQP_DIRECTORY_PAGE (page);

  if (code == NULL || *code == '\0')
    {
      selection_changed_cb (self);
      return TRUE;
    }
  /* The table that is shown comes first: codes are unique within a table only. */
  if (select_code (self, self->table, code))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (&tables[i] != self->table && select_code (self, &tables[i], code))
      return TRUE;
  return FALSE;
}

static gboolean
eqp_directory_page_can (EqpPage   *page,
                        EqpCommand command)
{
  gboolean selected = eqp_record_view_get_record (EQP_DIRECTORY_PAGE (page)->view) != NULL;

  switch (command)
    {
    case EQP_COMMAND_NEW:
    case EQP_COMMAND_EXPORT:
      return TRUE;
    case EQP_COMMAND_EDIT:
    case EQP_COMMAND_DELETE:
      return selected;
    case EQP_COMMAND_PRINT:
    default:
      return FALSE;
    }
}

static void
export_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  EqpDirectoryPage *self = EQP_DIRECTORY_PAGE (source);
  g_autoptr (GError) error = NULL;
  gboolean done = eqp_export_job_finish (result, &error);

  /* Another file took this one's place meanwhile, or the window was closed. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (done)
    eqp_feedback_say (GTK_WIDGET (self), _ ("The list was exported."));
  else
    eqp_feedback_error (GTK_WIDGET (self), _ ("The list was not exported"), error);
}

static void
export_chosen_cb (GFile   *file,
                  gpointer user_data)
{
  g_autoptr (EqpDirectoryPage) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  EqpExportFormat  format = EQP_EXPORT_CSV;

  if (path == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  eqp_export_format_from_path (path, &format);
  eqp_export_job_start (G_OBJECT (self), eqp_page_get_session (EQP_PAGE (self)), eqp_kind_get (self->table->kind), format, path, export_done_cb);
}

static void
export_list (EqpDirectoryPage *self)
{
  g_autofree char     *name = g_strconcat (eqp_kind_get (self->table->kind)->name, ".xlsx", NULL);
  EqpFileDialogOptions options = {
    .title = _ ("Export the list"),
    .accept = _ ("_Export"),
    .name = name,
    .filter_name = _ ("Spreadsheets and data (XLSX, CSV, JSON)"),
    .patterns = "*.xlsx;*.csv;*.json",
  };

  eqp_file_dialog_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &options, export_chosen_cb, g_object_ref (self));
}

static void
eqp_directory_page_run (EqpPage   *page,
                        EqpCommand command)
{
  EqpDirectoryPage *self = EQP_DIRECTORY_PAGE (page);
  EqpSession       *session = eqp_page_get_session (page);
  GtkWindow        *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  EqpRecord        *record = eqp_record_view_get_record (self->view);

  switch (command)
    {
    case EQP_COMMAND_NEW:
      eqp_directory_edit (window, session, self->table->entity, NULL);
      break;
    case EQP_COMMAND_EDIT:
      eqp_directory_edit (window, session, self->table->entity, record);
      break;
    case EQP_COMMAND_DELETE:
      eqp_directory_delete (GTK_WIDGET (self), session, record);
      break;
    case EQP_COMMAND_EXPORT:
      export_list (self);
      break;
    case EQP_COMMAND_PRINT:
    default:
      break;
    }
}

static void
eqp_directory_page_search (EqpPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (EQP_DIRECTORY_PAGE (page)->search));
}

static void
eqp_directory_page_load (EqpPage *page)
{
  EqpDirectoryPage *self = EQP_DIRECTORY_PAGE (page);

  eqp_record_view_set_session (self->view, eqp_page_get_session (page));
  show_table (self, &tables[0]);
}

/* ---- the class ---- */

static void
eqp_directory_page_dispose (GObject *object)
{
  EqpDirectoryPage *self = EQP_DIRECTORY_PAGE (object);

  self->switching = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_DIRECTORY_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (eqp_directory_page_parent_class)->dispose (object);
}

static void
eqp_directory_page_class_init (EqpDirectoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EqpPageClass   *page_class = EQP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eqp_directory_page_dispose;
  page_class->load = eqp_directory_page_load;
  page_class->show_record = eqp_directory_page_show_record;
  page_class->can = eqp_directory_page_can;
  page_class->run = eqp_directory_page_run;
  page_class->search = eqp_directory_page_search;

  g_type_ensure (EQP_TYPE_PERSON);
  g_type_ensure (EQP_TYPE_RECORD);
  g_type_ensure (EQP_TYPE_RECORD_VIEW);
  g_type_ensure (EQP_TYPE_SPOKEN_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-directory-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpDirectoryPage, tables);
  gtk_widget_class_bind_template_child (widget_class, EqpDirectoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, EqpDirectoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, EqpDirectoryPage, count);
  gtk_widget_class_bind_template_child (widget_class, EqpDirectoryPage, view);
  gtk_widget_class_bind_template_callback (widget_class, table_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
eqp_directory_page_init (EqpDirectoryPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->switching = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  eqp_list_leave_on_tab (GTK_WIDGET (self->list));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    gtk_string_list_append (names, _ (tables[i].entity->plural));
  gtk_drop_down_set_model (self->tables, G_LIST_MODEL (names));
  self->switching = FALSE;
}
