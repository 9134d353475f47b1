/* eqp-print-operation.c — a document on its way to the printer, with the settings of last time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-print-operation"

#include "config.h"

#include "app/printing/eqp-print-operation.h"

#include "report/layout/eqp-page-draw.h"
#include "report/layout/eqp-page-layout.h"

struct _EqpPrintOperation
{
  GtkPrintOperation parent_instance;

  EqpDocument   *document;
  EqpPageLayout *layout; /* from begin_print to end_print: the paper is known only then */
};

G_DEFINE_FINAL_TYPE (EqpPrintOperation, eqp_print_operation, GTK_TYPE_PRINT_OPERATION)

/* ---- what is remembered ---- */

static char *
dup_file_name (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "equipole", name, NULL);
}

static void
load_settings (GtkPrintOperation *operation)
{
  g_autofree char *settings_file = dup_file_name ("print-settings.ini");
  g_autofree char *setup_file = dup_file_name ("page-setup.ini");
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new_from_file (settings_file, NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new_from_file (setup_file, NULL);

  /* The first time, or after the files were lost: A4, whatever paper the locale prefers. */
  if (settings == NULL)
    settings = gtk_print_settings_new ();
  if (setup == NULL)
    {
      GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

      setup = gtk_page_setup_new ();
      gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
      gtk_paper_size_free (a4);
    }
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

/* The printer, its options and the paper are kept; what was chosen for this one document is not. */
static void
save_settings (GtkPrintOperation *operation)
{
  static const char *const passing[] = {
    GTK_PRINT_SETTINGS_N_COPIES,
    GTK_PRINT_SETTINGS_PRINT_PAGES,
    GTK_PRINT_SETTINGS_PAGE_RANGES,
    GTK_PRINT_SETTINGS_PAGE_SET,
    GTK_PRINT_SETTINGS_OUTPUT_URI,
    GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  };
  g_autofree char  *settings_file = dup_file_name ("print-settings.ini");
  g_autofree char  *setup_file = dup_file_name ("page-setup.ini");
  g_autofree char  *folder = g_path_get_dirname (settings_file);
  GtkPrintSettings *used = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup     *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr (GtkPrintSettings) settings = used != NULL ? gtk_print_settings_copy (used) : gtk_print_settings_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    gtk_print_settings_unset (settings, passing[i]);
  g_mkdir_with_parents (folder, 0700);
  /* The document is printed all the same: the next one merely starts from what was kept before. */
  if (!gtk_print_settings_to_file (settings, settings_file, &error) || (setup != NULL && !gtk_page_setup_to_file (setup, setup_file, &error)))
    g_debug ("print settings: %s", error->message);
}

/* ---- the job ---- */

/* The format of the paper chosen, with our own margins, which no printer's exceed. */
static EqpPageFormat
get_format (GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  EqpPageFormat format = eqp_page_format_a4;

  format.width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  format.height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  return format;
}

static void
eqp_print_operation_begin_print (GtkPrintOperation *operation,
                                 GtkPrintContext   *context)
{
  EqpPrintOperation *self = EQP_PRINT_OPERATION (operation);
  EqpPageFormat      format = get_format (context);

  g_clear_pointer (&self->layout, eqp_page_layout_free);
  self->layout = eqp_page_layout_new (self->document, &format);
  gtk_print_operation_set_n_pages (operation, (int)eqp_page_layout_get_n_pages (self->layout));
}

static void
eqp_print_operation_draw_page (GtkPrintOperation *operation,
                               GtkPrintContext   *context,
                               int                page)
{
  EqpPrintOperation *self = EQP_PRINT_OPERATION (operation);

  eqp_page_draw (eqp_page_layout_get_page (self->layout, (guint)page), gtk_print_context_get_cairo_context (context), NULL, EQP_DRAW_PLAIN);
}

static void
eqp_print_operation_end_print (GtkPrintOperation *operation,
                               GtkPrintContext   *context)
{
  g_clear_pointer (&EQP_PRINT_OPERATION (operation)->layout, eqp_page_layout_free);
}

static void
eqp_print_operation_done (GtkPrintOperation      *operation,
                          GtkPrintOperationResult result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    save_settings (operation);
}

/* ---- the class ---- */

static void
eqp_print_operation_finalize (GObject *object)
{
  EqpPrintOperation *self = EQP_PRINT_OPERATION (object);

  g_clear_pointer (&self->layout, eqp_page_layout_free);
  g_clear_pointer (&self->document, eqp_document_unref);

  G_OBJECT_CLASS (eqp_print_operation_parent_class)->finalize (object);
}

static void
eqp_print_operation_class_init (EqpPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = eqp_print_operation_finalize;
  operation_class->begin_print = eqp_print_operation_begin_print;
  operation_class->draw_page = eqp_print_operation_draw_page;
  operation_class->end_print = eqp_print_operation_end_print;
  operation_class->done = eqp_print_operation_done;
}

static void
eqp_print_operation_init (EqpPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  /* Points from the paper's corner: as pages are laid out. */
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  load_settings (operation);
}

EqpPrintOperation *
eqp_print_operation_new (EqpDocument *document)
{
  EqpPrintOperation *self;
  GtkPrintSettings  *settings;
  g_autofree char   *base = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  self = g_object_new (EQP_TYPE_PRINT_OPERATION, NULL);
  self->document = eqp_document_ref (document);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), eqp_document_get_title (document));
  settings = gtk_print_operation_get_print_settings (GTK_PRINT_OPERATION (self));
  base = g_strdelimit (g_strdup (eqp_document_get_title (document)), "/:", '-');
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, base);
  return self;
}
