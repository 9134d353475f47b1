/* eqp-labels-document.c — address labels for the members of a council */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-labels-document"

#include "config.h"

#include "report/bodies/eqp-body-context.h"
#include "report/layout/eqp-paper-page.h"

const EqpLabelGrid eqp_label_grid_14 = {
  .columns = 2,
  .rows = 7,
  .width = EQP_MM (99.1),
  .height = EQP_MM (38.1),
  .left = EQP_MM (4.65),
  .top = EQP_MM (15.15),
  .column_step = EQP_MM (101.6),
  .row_step = EQP_MM (38.1),
};

const EqpLabelGrid eqp_label_grid_24 = {
  .columns = 3,
  .rows = 8,
  .width = EQP_MM (70),
  .height = EQP_MM (36),
  .left = 0,
  .top = EQP_MM (4.5),
  .column_step = EQP_MM (70),
  .row_step = EQP_MM (36),
};

/* Who holds two seats gets one label. */
static gboolean
is_first_seat (const EqpSnapshot *snapshot,
               guint              index)
{
  const EqpSeat *seat = g_ptr_array_index (snapshot->seats, index);

  for (guint i = 0; i < index; i++)
    if (((const EqpSeat *)g_ptr_array_index (snapshot->seats, i))->person == seat->person)
      return FALSE;
  return TRUE;
}

/**
 * eqp_labels_document_new:
 * @snapshot: a body on a date
 * @options: the language
 * @grid: (nullable): the sheet of labels; %NULL for 14 a page
 *
 * Returns: (transfer full): one label for each member and guest: name, capacity, institution
 */
EqpDocument *
eqp_labels_document_new (EqpSnapshot                  *snapshot,
                         const EqpBodyDocumentOptions *options,
                         const EqpLabelGrid           *grid)
{
  g_autoptr (EqpBodyContext) context = _eqp_body_context_new (options);
  EqpLanguage language = context->language;
  /* Translators: the name of a document; %s is the name of a council. */
  g_autofree char *title = g_strdup_printf (eqp_tr (language, "Labels: %s"), eqp_snapshot_get_name (snapshot, language));
  EqpDocument     *document = eqp_document_new (title, language);
  EqpSection      *section = eqp_document_add_section (document, title);

  _eqp_body_set_document_details (context, document, snapshot);
  eqp_section_set_footer (section, "");
  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat             *seat = g_ptr_array_index (snapshot->seats, i);
      const EqpSnapshotCategory *category = g_ptr_array_index (snapshot->categories, seat->category);
      g_autofree char           *name = eqp_seat_dup_name (seat, language);
      g_autofree char           *lines = g_strjoin ("\n", eqp_category_get_name (category, language), seat->institution_name, NULL);

      if (is_first_seat (snapshot, i))
        eqp_section_add_label (section, grid != NULL ? grid : &eqp_label_grid_14, name, lines);
    }
  return document;
}
