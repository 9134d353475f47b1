/* eqp-attendance-document.c — the sheet that the people present at a meeting sign */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-attendance-document"

#include "config.h"

#include "report/bodies/eqp-body-context.h"

#define SIGNING_HEIGHT 30.0

/* Rows left empty for guests whom nobody announced. */
#define EMPTY_ROWS 3

static EqpTable *
add_table (EqpBodyContext *context,
           EqpSection     *section)
{
  EqpLanguage          language = context->language;
  const EqpTableColumn columns[] = {
    { eqp_tr (language, "Name"), 1, TRUE },
    { eqp_tr (language, "Capacity"), 1.2, TRUE },
    { eqp_tr (language, "Arrival"), 50, FALSE },
    { eqp_tr (language, "Departure"), 54, FALSE },
    { eqp_tr (language, "Signature"), 104, FALSE },
  };
  EqpTable *table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_GRID);

  table->row_height = SIGNING_HEIGHT;
  return table;
}

static guint
add_people (EqpBodyContext    *context,
            EqpSection        *section,
            EqpTable          *table,
            const EqpSnapshot *snapshot,
            gboolean           are_members)
{
  guint count = 0;

  for (guint i = 0; i < snapshot->seats->len; i++)
    {
      const EqpSeat             *seat = g_ptr_array_index (snapshot->seats, i);
      const EqpSnapshotCategory *category = g_ptr_array_index (snapshot->categories, seat->category);
      g_autofree char           *name = eqp_seat_dup_name (seat, context->language);
      g_autofree char           *function = _eqp_body_dup_function (context, seat);
      g_autofree char           *capacity = g_strconcat (eqp_category_get_name (category, context->language), function[0] != '\0' ? " — " : "",
                                                         function, NULL);
      const EqpTableCell         cells[] = { { name }, { capacity }, { NULL }, { NULL }, { NULL } };

      if (category->counts != are_members)
        continue;
      eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
      count++;
    }
  return count;
}

static void
add_guests (EqpBodyContext    *context,
            EqpSection        *section,
            const EqpSnapshot *snapshot)
{
  EqpTable *table;

  eqp_section_add_heading (section, 2, eqp_tr (context->language, "Guests"));
  table = add_table (context, section);
  add_people (context, section, table, snapshot, FALSE);
  for (guint i = 0; i < EMPTY_ROWS; i++)
    eqp_section_add_row (section, table, EQP_ROW_NORMAL, NULL, 0);
}

/**
 * eqp_attendance_document_new:
 * @snapshot: a body on the day of the meeting
 * @options: language and letterheads
 * @date: the day of the meeting, or %EQP_DATE_NONE to leave it to be written
 * @place: (nullable): where it is held, or %NULL to leave it to be written
 *
 * Returns: (transfer full): a sheet with a box for each member to sign, then one for each guest
 */
EqpDocument *
eqp_attendance_document_new (EqpSnapshot                  *snapshot,
                             const EqpBodyDocumentOptions *options,
                             EqpDate                       date,
                             const char                   *place)
{
  static const char to_be_written[] = "………………………………";
  g_autoptr (EqpBodyContext) context = _eqp_body_context_new (options);
  EqpLanguage language = context->language;
  const char *name = eqp_snapshot_get_name (snapshot, language);
  /* Translators: the name of a document; %s is the name of a council. */
  g_autofree char *title = g_strdup_printf (eqp_tr (language, "Attendance sheet: %s"), name);
  g_autofree char *day = date != EQP_DATE_NONE ? eqp_date_format_long (date, language) : g_strdup (to_be_written);
  EqpDocument     *document = eqp_document_new (title, language);
  EqpSection      *section = eqp_document_add_section (document, title);

  _eqp_body_set_document_details (context, document, snapshot);
  eqp_document_set_date (document, date);
  _eqp_body_add_letterhead (context, section);
  eqp_section_add_heading (section, 1, eqp_tr (language, "Attendance sheet"));
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_LEAD, name);
  eqp_section_add_key_value (section, eqp_tr (language, "Date of the meeting"), day);
  eqp_section_add_key_value (section, eqp_tr (language, "Place"), place != NULL && place[0] != '\0' ? place : to_be_written);
  add_people (context, section, add_table (context, section), snapshot, TRUE);
  add_guests (context, section, snapshot);
  eqp_section_begin_keep (section);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_SMALL, eqp_tr (language, "Certified by the chair and the secretary of the meeting."));
  eqp_section_add_signature (section, eqp_tr_c (language, "function", "Chair"), NULL);
  eqp_section_add_signature (section, eqp_tr_c (language, "function", "Secretary"), NULL);
  eqp_section_end_keep (section);
  return document;
}
