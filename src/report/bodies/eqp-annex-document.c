/* eqp-annex-document.c — the annex to the rules of procedure: every council with its members and their capacity (C-05) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-annex-document"

#include "config.h"

#include "report/bodies/eqp-body-context.h"

static void
add_cover (EqpBodyContext *context,
           EqpDocument    *document,
           guint           n_bodies,
           EqpDate         date,
           const char     *reference)
{
  EqpLanguage      language = context->language;
  EqpSection      *section = eqp_document_add_section (document, NULL);
  g_autofree char *day = _eqp_body_dup_day (context, date);
  /* Translators: how many councils and sub-councils the annex lists, and the date on which their composition is given. */
  g_autofree char *lead = g_strdup_printf (eqp_tr_n (language, "Composition of %1$u council on %2$s.",
                                                     "Composition of %1$u councils on %2$s.", n_bodies),
                                           n_bodies, day);

  _eqp_body_add_letterhead (context, section);
  eqp_section_add_heading (section, 1, eqp_document_get_title (document));
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_LEAD, lead);
  eqp_section_add_key_value (section, eqp_tr (language, "Version of"), day);
  if (reference != NULL && reference[0] != '\0')
    eqp_section_add_key_value (section, eqp_tr (language, "Reference"), reference);
  eqp_section_add_heading (section, 2, eqp_tr (language, "Contents"));
  eqp_section_add_contents (section);
  eqp_section_add_page_break (section);
}

static void
add_member (EqpBodyContext    *context,
            EqpSection        *section,
            EqpTable          *table,
            const EqpSnapshot *snapshot,
            const EqpSeat     *seat)
{
  const EqpSnapshotCategory *category = g_ptr_array_index (snapshot->categories, seat->category);
  g_autofree char           *name = eqp_seat_dup_name (seat, context->language);
  g_autofree char           *function = _eqp_body_dup_function (context, seat);
  g_autofree char           *capacity = g_strconcat (eqp_category_get_name (category, context->language), function[0] != '\0' ? " — " : "",
                                                     function, NULL);
  const EqpTableCell         cells[] = {
            { name },
            { capacity },
            { seat->institution_name, _eqp_body_get_chip (seat->side) },
  };

  eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
}

static void
add_members (EqpBodyContext    *context,
             EqpSection        *section,
             const EqpSnapshot *snapshot)
{
  EqpLanguage          language = context->language;
  const EqpTableColumn columns[] = {
    { eqp_tr (language, "Name"), 1, TRUE },
    { eqp_tr (language, "Capacity"), 1.15, TRUE },
    { eqp_tr (language, "Institution"), 1.1, TRUE },
  };
  EqpTable *table;

  if (snapshot->seats->len == 0)
    {
      eqp_section_add_paragraph (section, EQP_PARAGRAPH_NOTE, eqp_tr (language, "No member has been appointed."));
      return;
    }
  table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);
  for (guint i = 0; i < snapshot->seats->len; i++)
    add_member (context, section, table, snapshot, g_ptr_array_index (snapshot->seats, i));
}

static void
add_body (EqpBodyContext    *context,
          EqpDocument       *document,
          const EqpSnapshot *snapshot)
{
  EqpLanguage      language = context->language;
  g_autofree char *title = _eqp_body_dup_title (context, snapshot);
  g_autofree char *decision = _eqp_body_dup_decision (context, snapshot, EQP_DECISION_DECISION);
  g_autofree char *proposal = _eqp_body_dup_decision (context, snapshot, EQP_DECISION_PROPOSAL);
  EqpSection      *section = eqp_document_add_section (document, title);

  eqp_section_set_starts_page (section, FALSE);
  eqp_section_add_heading (section, snapshot->parent != 0 ? 3 : 2, title);
  eqp_section_add_key_value (section, eqp_tr (language, "Decision"), decision);
  if (proposal != NULL)
    eqp_section_add_key_value (section, eqp_tr (language, "Proposal"), proposal);
  add_members (context, section, snapshot);
}

static void
add_signature (EqpBodyContext *context,
               EqpDocument    *document)
{
  EqpLanguage language = context->language;
  EqpSection *section = eqp_document_add_section (document, NULL);

  eqp_section_set_starts_page (section, FALSE);
  eqp_section_begin_keep (section);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL,
                             eqp_tr (language, "Annexed to the rules of procedure after decision of the director on a proposal of the scientific and pedagogical advisory board (COSP)."));
  eqp_section_add_signature (section, eqp_tr (language, "The director of the institute"), NULL);
  eqp_section_end_keep (section);
}

/**
 * eqp_annex_document_new:
 * @snapshots: (element-type EqpSnapshot): every body on one date, in the order to print
 * @options: language and letterheads
 * @reference: (nullable): the version's reference
 *
 * Returns: (transfer full): the annex, with a list of contents that gives page numbers, and an outline
 */
EqpDocument *
eqp_annex_document_new (GPtrArray                    *snapshots,
                        const EqpBodyDocumentOptions *options,
                        const char                   *reference)
{
  g_autoptr (EqpBodyContext) context = _eqp_body_context_new (options);
  EqpDocument     *document = eqp_document_new (eqp_tr (context->language, "Annex to the rules of procedure: composition of the councils"), context->language);
  EqpDate          date = snapshots->len > 0 ? ((EqpSnapshot *)g_ptr_array_index (snapshots, 0))->as_of : eqp_date_today ();
  g_autofree char *author = g_strdelimit (g_strdup (context->left), "\n", ' ');

  eqp_document_set_author (document, author);
  eqp_document_set_footer (document, eqp_tr (context->language, "Annex to the rules of procedure"));
  eqp_document_set_reference (document, reference);
  eqp_document_set_date (document, date);
  add_cover (context, document, snapshots->len, date, reference);
  for (guint i = 0; i < snapshots->len; i++)
    add_body (context, document, g_ptr_array_index (snapshots, i));
  add_signature (context, document);
  return document;
}
