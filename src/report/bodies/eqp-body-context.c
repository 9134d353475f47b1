/* eqp-body-context.c — the words and choices that all documents of bodies share (private to them) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-body-context"

#include "config.h"

#include "report/bodies/eqp-body-context.h"

#include "report/layout/eqp-letterhead.h"

#define NO_BREAK_SPACE "\302\240"

static void
clear_context (gpointer data)
{
  EqpBodyContext *self = data;

  g_free (self->left);
  g_free (self->right);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

/* A document builds its sections late, so it keeps its own copy of what it was asked for. */
EqpBodyContext *
_eqp_body_context_new (const EqpBodyDocumentOptions *options)
{
  EqpBodyContext *self = g_atomic_rc_box_new0 (EqpBodyContext);
  EqpLanguage     language = options->language;

  self->language = language;
  self->left = g_strdup (eqp_letterhead_get_left (options->left, language));
  self->right = g_strdup (eqp_letterhead_get_right (options->right, language));
  self->with_summary = options->with_summary;
  self->findings = options->findings != NULL ? g_ptr_array_ref (options->findings) : NULL;
  return self;
}

EqpBodyContext *
_eqp_body_context_ref (EqpBodyContext *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
_eqp_body_context_unref (EqpBodyContext *self)
{
  g_atomic_rc_box_release_full (self, clear_context);
}

void
_eqp_body_add_letterhead (EqpBodyContext *self,
                          EqpSection     *section)
{
  eqp_section_add_letterhead (section, self->left, self->right);
}

/* A date never breaks at the end of a line. */
char *
_eqp_body_dup_day (EqpBodyContext *self,
                   EqpDate         date)
{
  g_autofree char *text = eqp_date_format (date, self->language);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv (NO_BREAK_SPACE, words);
}

/* "No. 2026-014, 3 sept. 2026, the director", or NULL when nothing of the kind was recorded; of several, the last. */
char *
_eqp_body_dup_decision (EqpBodyContext    *self,
                        const EqpSnapshot *snapshot,
                        EqpDecisionKind    kind)
{
  const EqpSnapshotDecision *last = NULL;
  g_autofree char           *day = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < snapshot->decisions->len; i++)
    {
      const EqpSnapshotDecision *decision = g_ptr_array_index (snapshot->decisions, i);

      if (decision->kind == kind)
        last = decision;
    }
  if (last == NULL)
    return NULL;
  if (last->reference[0] != '\0')
    g_ptr_array_add (parts, last->reference);
  if (last->date != EQP_DATE_NONE)
    {
      day = _eqp_body_dup_day (self, last->date);
      g_ptr_array_add (parts, day);
    }
  if (last->signatory[0] != '\0')
    g_ptr_array_add (parts, last->signatory);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **)parts->pdata);
}

/* "7. Mathématiques", with its site for a sub-body. */
char *
_eqp_body_dup_title (EqpBodyContext    *self,
                     const EqpSnapshot *snapshot)
{
  const char *name = eqp_snapshot_get_name (snapshot, self->language);
  GString    *title = g_string_new (NULL);

  if (snapshot->number > 0)
    g_string_append_printf (title, "%" G_GINT64_FORMAT ". ", snapshot->number);
  g_string_append (title, name);
  if (snapshot->site_name[0] != '\0' && g_strstr_len (name, -1, snapshot->site_name) == NULL)
    g_string_append_printf (title, " — %s", snapshot->site_name);
  return g_string_free (title, FALSE);
}

/* The line below the title: how many, when, against what the statute asks. */
char *
_eqp_body_dup_summary (EqpBodyContext    *self,
                       const EqpSnapshot *snapshot)
{
  EqpLanguage      language = self->language;
  guint            count = eqp_snapshot_count (snapshot, EQP_ALL_CATEGORIES);
  g_autofree char *day = _eqp_body_dup_day (self, snapshot->as_of);
  gint64           min;
  gint64           max;

  if (eqp_snapshot_get_number (snapshot, "total-min", &min) && eqp_snapshot_get_number (snapshot, "total-max", &max))
    /* Translators: how many members, the date, the fewest and the most that the statute allows. */
    return g_strdup_printf (eqp_tr_n (language, "%1$u member on %2$s; the statute requires %3$d to %4$d.",
                                      "%1$u members on %2$s; the statute requires %3$d to %4$d.", count),
                            count, day, (int)min, (int)max);
  /* Translators: how many members, and the date. */
  return g_strdup_printf (eqp_tr_n (language, "%1$u member on %2$s.", "%1$u members on %2$s.", count), count, day);
}

char *
_eqp_body_dup_mandate (EqpBodyContext *self,
                       const EqpSeat  *seat)
{
  g_autofree char *from = seat->from != EQP_DATE_NONE ? _eqp_body_dup_day (self, seat->from) : NULL;
  g_autofree char *to = seat->to != EQP_DATE_NONE ? _eqp_body_dup_day (self, seat->to) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (from != NULL)
    /* Translators: a mandate without an end; %s is a date. */
    return g_strdup_printf (eqp_tr (self->language, "since %s"), from);
  if (to != NULL)
    /* Translators: a mandate whose beginning is unknown; %s is a date. */
    return g_strdup_printf (eqp_tr (self->language, "until %s"), to);
  return g_strdup ("—");
}

/* "Chair, IA-IPR": the function, then the corps that entitles to the seat; "" for neither. */
char *
_eqp_body_dup_function (EqpBodyContext *self,
                        const EqpSeat  *seat)
{
  const char *function = "";

  if (seat->function == EQP_FUNCTION_CHAIR)
    /* Translators: who presides over a council. */
    function = eqp_tr_c (self->language, "function", "Chair");
  else if (seat->function == EQP_FUNCTION_SECRETARY)
    function = eqp_tr_c (self->language, "function", "Secretary");
  return g_strconcat (function, function[0] != '\0' && seat->corps[0] != '\0' ? ", " : "", seat->corps, NULL);
}

/* "1–5", "2" when both are the same, "≥ 1" without an upper bound, "" without any. */
char *
_eqp_body_dup_range (int min,
                     int max)
{
  if (max < 0)
    return min > 0 ? g_strdup_printf ("≥ %d", min) : g_strdup ("");
  return min == max ? g_strdup_printf ("%d", min) : g_strdup_printf ("%d–%d", min, max);
}

EqpChip
_eqp_body_get_chip (EqpSide side)
{
  return side == EQP_SIDE_UNIVERSITY ? EQP_CHIP_UNIVERSITY : side == EQP_SIDE_RECTORAT ? EQP_CHIP_RECTORAT
                                                                                       : EQP_CHIP_NONE;
}

/* What the footer and the file's properties say of a document about one body. */
void
_eqp_body_set_document_details (EqpBodyContext    *self,
                                EqpDocument       *document,
                                const EqpSnapshot *snapshot)
{
  g_autofree char *author = g_strdelimit (g_strdup (self->left), "\n", ' ');

  eqp_document_set_author (document, author);
  eqp_document_set_reference (document, snapshot->code);
  eqp_document_set_date (document, snapshot->as_of);
  eqp_document_set_subject (document, self->language == EQP_LANGUAGE_FR ? snapshot->statute_name_fr : snapshot->statute_name_en);
}
