/* eqp-roster-document.c — the roster of one body, and of all of them in one run */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-roster-document"

#include "config.h"

#include "report/bodies/eqp-body-context.h"

#include <string.h>

/* One section of a document: built when its page is made, dropped after. */
typedef struct
{
  EqpBodyContext *context;
  EqpSnapshot    *snapshot;
} Roster;

static Roster *
roster_new (EqpBodyContext *context,
            EqpSnapshot    *snapshot)
{
  Roster *self = g_new (Roster, 1);

  self->context = _eqp_body_context_ref (context);
  self->snapshot = eqp_snapshot_ref (snapshot);
  return self;
}

static void
roster_free (gpointer data)
{
  Roster *self = data;

  _eqp_body_context_unref (self->context);
  eqp_snapshot_unref (self->snapshot);
  g_free (self);
}

static void
add_details (Roster     *self,
             EqpSection *section)
{
  EqpLanguage      language = self->context->language;
  g_autofree char *decision = _eqp_body_dup_decision (self->context, self->snapshot, EQP_DECISION_DECISION);
  g_autofree char *proposal = _eqp_body_dup_decision (self->context, self->snapshot, EQP_DECISION_PROPOSAL);

  eqp_section_add_key_value (section, eqp_tr (language, "Statute"),
                             language == EQP_LANGUAGE_FR ? self->snapshot->statute_name_fr : self->snapshot->statute_name_en);
  eqp_section_add_key_value (section, eqp_tr (language, "Decision"), decision);
  if (proposal != NULL)
    eqp_section_add_key_value (section, eqp_tr (language, "Proposal"), proposal);
}

static void
add_seat (Roster        *self,
          EqpSection    *section,
          EqpTable      *table,
          const EqpSeat *seat)
{
  g_autofree char   *name = eqp_seat_dup_name (seat, self->context->language);
  g_autofree char   *function = _eqp_body_dup_function (self->context, seat);
  g_autofree char   *mandate = _eqp_body_dup_mandate (self->context, seat);
  const EqpTableCell cells[] = {
    { name },
    { seat->institution_name, _eqp_body_get_chip (seat->side) },
    { function },
    { mandate },
  };

  eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
}

/* A category: its name and count, its members, and a row for each seat short of its minimum. */
static void
add_category (Roster     *self,
              EqpSection *section,
              EqpTable   *table,
              guint       index)
{
  EqpLanguage                language = self->context->language;
  const EqpSnapshotCategory *category = g_ptr_array_index (self->snapshot->categories, index);
  guint                      count = eqp_snapshot_count (self->snapshot, index);
  g_autofree char           *range = _eqp_body_dup_range (category->min, category->max);
  g_autofree char           *figures = range[0] != '\0' ? g_strdup_printf ("%u / %s", count, range) : g_strdup_printf ("%u", count);
  const EqpTableCell         group[] = { { eqp_category_get_name (category, language) }, { figures } };
  const EqpTableCell         vacant[] = { { eqp_tr (language, "Vacant seat — minimum not reached") } };

  if (count == 0 && category->min <= 0)
    return;
  eqp_section_add_row (section, table, EQP_ROW_GROUP, group, G_N_ELEMENTS (group));
  for (guint i = 0; i < self->snapshot->seats->len; i++)
    {
      const EqpSeat *seat = g_ptr_array_index (self->snapshot->seats, i);

      if (seat->category == index)
        add_seat (self, section, table, seat);
    }
  for (int i = (int)count; i < category->min; i++)
    eqp_section_add_row (section, table, EQP_ROW_VACANT, vacant, G_N_ELEMENTS (vacant));
}

static void
add_members (Roster     *self,
             EqpSection *section)
{
  EqpLanguage          language = self->context->language;
  const EqpTableColumn columns[] = {
    { eqp_tr (language, "Name"), 1.2, TRUE },
    { eqp_tr (language, "Institution"), 1.3, TRUE },
    { eqp_tr (language, "Function"), 70, FALSE },
    { eqp_tr (language, "Mandate"), 132, FALSE },
  };
  EqpTable *table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);

  for (guint i = 0; i < self->snapshot->categories->len; i++)
    add_category (self, section, table, i);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_SMALL,
                             eqp_tr (language, "U: university · R: education authority. Guests are not counted as members."));
}

static EqpSign
get_sign (guint count,
          int   min,
          int   max)
{
  return (int)count < min || (max >= 0 && (int)count > max) ? EQP_SIGN_ERROR : EQP_SIGN_CHECK;
}

static void
add_summary_row (EqpLanguage language,
                 EqpSection *section,
                 EqpTable   *table,
                 const char *name,
                 guint       count,
                 int         min,
                 int         max)
{
  EqpSign            sign = get_sign (count, min, max);
  g_autofree char   *members = g_strdup_printf ("%u", count);
  g_autofree char   *range = _eqp_body_dup_range (min, max);
  const EqpTableCell cells[] = {
    { name },
    { members },
    { range },
    { sign == EQP_SIGN_CHECK ? eqp_tr (language, "Within bounds") : (int)count < min ? eqp_tr (language, "Too few")
                                                                                     : eqp_tr (language, "Too many"),
      EQP_CHIP_NONE, sign },
  };

  eqp_section_add_row (section, table, EQP_ROW_NORMAL, cells, G_N_ELEMENTS (cells));
}

static void
add_summary (Roster     *self,
             EqpSection *section)
{
  EqpLanguage          language = self->context->language;
  const EqpTableColumn columns[] = {
    { eqp_tr (language, "Category"), 1, TRUE },
    { eqp_tr (language, "Members"), 56, FALSE, EQP_ALIGN_END },
    { eqp_tr (language, "Required"), 56, FALSE, EQP_ALIGN_END },
    { NULL, 110, FALSE },
  };
  EqpTable *table;
  gint64    min = 0;
  gint64    max = -1;

  eqp_section_begin_keep (section);
  eqp_section_add_heading (section, 3, eqp_tr (language, "Summary of the composition"));
  table = eqp_section_add_table (section, columns, G_N_ELEMENTS (columns), EQP_TABLE_PLAIN);
  for (guint i = 0; i < self->snapshot->categories->len; i++)
    {
      const EqpSnapshotCategory *category = g_ptr_array_index (self->snapshot->categories, i);

      if (category->counts)
        add_summary_row (language, section, table, eqp_category_get_name (category, language), eqp_snapshot_count (self->snapshot, i),
                         category->min, category->max);
    }
  eqp_snapshot_get_number (self->snapshot, "total-min", &min);
  eqp_snapshot_get_number (self->snapshot, "total-max", &max);
  add_summary_row (language, section, table, eqp_tr (language, "All members"), eqp_snapshot_count (self->snapshot, EQP_ALL_CATEGORIES),
                   (int)min, (int)max);
  eqp_section_end_keep (section);
}

static void
add_finding (Roster     *self,
             EqpSection *section,
             EqpFinding *finding)
{
  static const EqpSign signs[] = { EQP_SIGN_ERROR, EQP_SIGN_WARNING, EQP_SIGN_INFORMATION };
  EqpLanguage          language = self->context->language;
  EqpSeverity          severity = eqp_finding_get_severity (finding);
  g_autofree char     *message = eqp_finding_dup_message (finding, language);
  g_autofree char     *cure = eqp_finding_dup_cure (finding, language);
  g_autofree char     *source = eqp_finding_dup_source (finding, language);
  g_autofree char     *detail = g_strjoin (cure[0] != '\0' && source[0] != '\0' ? "\n" : "", cure, source, NULL);

  g_return_if_fail (severity < EQP_N_SEVERITIES);

  eqp_section_add_finding (section, signs[severity], eqp_severity_get_label (severity, language), message, detail);
}

static void
add_findings (Roster     *self,
              EqpSection *section)
{
  EqpLanguage language = self->context->language;
  guint       count = 0;

  eqp_section_add_heading (section, 3, eqp_tr (language, "Findings"));
  for (guint i = 0; i < self->context->findings->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (self->context->findings, i);

      if (strcmp (eqp_finding_get_body_code (finding), self->snapshot->code) != 0)
        continue;
      add_finding (self, section, finding);
      count++;
    }
  if (count == 0)
    /* Translators: the composition of a council obeys every rule: the word beside a tick, then the sentence. */
    eqp_section_add_finding (section, EQP_SIGN_CHECK, eqp_tr (language, "Lawful"), eqp_tr (language, "The composition obeys every rule of the statute."), NULL);
}

static void
build_roster (EqpSection *section,
              gpointer    data)
{
  Roster          *self = data;
  g_autofree char *summary = _eqp_body_dup_summary (self->context, self->snapshot);

  _eqp_body_add_letterhead (self->context, section);
  eqp_section_add_heading (section, 1, eqp_section_get_title (section));
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_LEAD, summary);
  add_details (self, section);
  add_members (self, section);
  if (self->context->with_summary)
    add_summary (self, section);
  if (self->context->findings != NULL)
    add_findings (self, section);
}

static void
add_roster (EqpDocument    *document,
            EqpBodyContext *context,
            EqpSnapshot    *snapshot,
            gboolean        is_one_of_many)
{
  g_autofree char *title = _eqp_body_dup_title (context, snapshot);
  EqpSection      *section = eqp_document_add_lazy_section (document, title, build_roster, roster_new (context, snapshot), roster_free);

  eqp_section_set_fit_one_page (section, TRUE);
  if (is_one_of_many)
    {
      g_autofree char *footer = g_strdup_printf ("%s · %s", title, snapshot->code);

      eqp_section_set_footer (section, footer);
    }
}

/**
 * eqp_roster_document_new:
 * @snapshot: a body on a date
 * @options: language, letterheads, what to add below the table
 *
 * The members by category in the statute's order, a row for each vacant seat, the decision that fixed the composition.
 * Up to 17 members take one page.
 *
 * Returns: (transfer full): the document
 */
EqpDocument *
eqp_roster_document_new (EqpSnapshot                  *snapshot,
                         const EqpBodyDocumentOptions *options)
{
  g_autoptr (EqpBodyContext) context = _eqp_body_context_new (options);
  /* Translators: the name of a document; %s is the name of a council. */
  g_autofree char *title = g_strdup_printf (eqp_tr (context->language, "Roster: %s"), eqp_snapshot_get_name (snapshot, context->language));
  EqpDocument     *document = eqp_document_new (title, context->language);

  _eqp_body_set_document_details (context, document, snapshot);
  add_roster (document, context, snapshot, FALSE);
  return document;
}

/**
 * eqp_rosters_document_new:
 * @snapshots: (element-type EqpSnapshot): bodies on one date, in the order to print
 * @options: language, letterheads, what to add below the tables
 *
 * One roster after the other, each with its own page numbers and its entry in the outline.
 *
 * Returns: (transfer full): the document
 */
EqpDocument *
eqp_rosters_document_new (GPtrArray                    *snapshots,
                          const EqpBodyDocumentOptions *options)
{
  g_autoptr (EqpBodyContext) context = _eqp_body_context_new (options);
  EqpDocument     *document = eqp_document_new (eqp_tr (context->language, "Rosters of all councils"), context->language);
  g_autofree char *author = g_strdelimit (g_strdup (context->left), "\n", ' ');

  eqp_document_set_author (document, author);
  eqp_document_set_numbering (document, EQP_NUMBERING_SECTION);
  for (guint i = 0; i < snapshots->len; i++)
    {
      EqpSnapshot *snapshot = g_ptr_array_index (snapshots, i);

      eqp_document_set_date (document, snapshot->as_of);
      add_roster (document, context, snapshot, TRUE);
    }
  return document;
}
