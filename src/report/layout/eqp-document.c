/* eqp-document.c — what is shown and printed: a titled sequence of sections in one language */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-document"

#include "config.h"

#include "report/layout/eqp-document.h"

#include "report/layout/eqp-section-private.h"

struct _EqpDocument
{
  gatomicrefcount ref_count;
  char           *title;
  EqpLanguage     language;
  char           *reference;
  char           *subject;
  char           *author;
  char           *footer;
  EqpDate         date;
  EqpNumbering    numbering;
  GPtrArray      *sections; /* EqpSection */
};

static void
replace_text (char      **place,
              const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

/**
 * eqp_document_new:
 * @title: the name of the document
 * @language: the language of all its texts
 *
 * Returns: (transfer full): an empty document, its pages numbered throughout
 */
EqpDocument *
eqp_document_new (const char *title,
                  EqpLanguage language)
{
  EqpDocument *self = g_new0 (EqpDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup (title);
  self->language = language;
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify)_eqp_section_free);
  return self;
}

/**
 * eqp_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
EqpDocument *
eqp_document_ref (EqpDocument *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * eqp_document_unref:
 * @self: (transfer full): a document
 */
void
eqp_document_unref (EqpDocument *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->sections);
  g_free (self->title);
  g_free (self->reference);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->footer);
  g_free (self);
}

/**
 * eqp_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): the name of the document
 */
const char *
eqp_document_get_title (EqpDocument *self)
{
  return self->title;
}

/**
 * eqp_document_get_language:
 * @self: a document
 *
 * Returns: the language of all its texts
 */
EqpLanguage
eqp_document_get_language (EqpDocument *self)
{
  return self->language;
}

/**
 * eqp_document_get_reference:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): its reference, printed in the footer
 */
const char *
eqp_document_get_reference (EqpDocument *self)
{
  return self->reference;
}

/**
 * eqp_document_set_reference:
 * @self: a document
 * @reference: (nullable): its reference, printed in the footer
 */
void
eqp_document_set_reference (EqpDocument *self,
                            const char  *reference)
{
  replace_text (&self->reference, reference);
}

/**
 * eqp_document_get_subject:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): what it is about, for the file's properties
 */
const char *
eqp_document_get_subject (EqpDocument *self)
{
  return self->subject;
}

/**
 * eqp_document_set_subject:
 * @self: a document
 * @subject: (nullable): what it is about, for the file's properties
 */
void
eqp_document_set_subject (EqpDocument *self,
                          const char  *subject)
{
  replace_text (&self->subject, subject);
}

/**
 * eqp_document_get_author:
 * @self: a document
 *
 * Returns: (nullable) (transfer none): who issues it, for the file's properties
 */
const char *
eqp_document_get_author (EqpDocument *self)
{
  return self->author;
}

/**
 * eqp_document_set_author:
 * @self: a document
 * @author: (nullable): who issues it, for the file's properties
 */
void
eqp_document_set_author (EqpDocument *self,
                         const char  *author)
{
  replace_text (&self->author, author);
}

/**
 * eqp_document_get_date:
 * @self: a document
 *
 * Returns: the day it speaks of, or %EQP_DATE_NONE
 */
EqpDate
eqp_document_get_date (EqpDocument *self)
{
  return self->date;
}

/**
 * eqp_document_set_date:
 * @self: a document
 * @date: the day it speaks of, printed in the footer; %EQP_DATE_NONE for none
 */
void
eqp_document_set_date (EqpDocument *self,
                       EqpDate      date)
{
  self->date = date;
}

/**
 * eqp_document_get_numbering:
 * @self: a document
 *
 * Returns: what its page numbers count
 */
EqpNumbering
eqp_document_get_numbering (EqpDocument *self)
{
  return self->numbering;
}

/**
 * eqp_document_set_numbering:
 * @self: a document
 * @numbering: what its page numbers count
 */
void
eqp_document_set_numbering (EqpDocument *self,
                            EqpNumbering numbering)
{
  self->numbering = numbering;
}

/**
 * eqp_document_set_footer:
 * @self: a document
 * @footer: (nullable): what the footers begin with instead of the title
 */
void
eqp_document_set_footer (EqpDocument *self,
                         const char  *footer)
{
  replace_text (&self->footer, footer);
}

/**
 * eqp_document_dup_footer:
 * @self: a document
 * @section: one of its sections
 *
 * Returns: (nullable) (transfer full): the left half of the footer of @section's pages (name, reference and date), or %NULL
 *   if its pages have no footer at all
 */
char *
eqp_document_dup_footer (EqpDocument *self,
                         EqpSection  *section)
{
  const char *own = eqp_section_get_footer (section);
  GString    *text;

  if (own != NULL && own[0] == '\0')
    return NULL;
  text = g_string_new (own != NULL ? own : self->footer != NULL ? self->footer
                                                                : self->title);
  if (self->reference != NULL && self->reference[0] != '\0')
    g_string_append_printf (text, " · %s", self->reference);
  if (self->date != EQP_DATE_NONE)
    {
      g_autofree char *day = eqp_date_format (self->date, self->language);

      g_string_append_printf (text, " · %s", day);
    }
  return g_string_free (text, FALSE);
}

/**
 * eqp_document_add_section:
 * @self: a document
 * @title: (nullable): its entry in the outline
 *
 * Returns: (transfer none): an empty section that starts a page
 */
EqpSection *
eqp_document_add_section (EqpDocument *self,
                          const char  *title)
{
  return eqp_document_add_lazy_section (self, title, NULL, NULL, NULL);
}

/**
 * eqp_document_add_lazy_section:
 * @self: a document
 * @title: (nullable): its entry in the outline
 * @build: (nullable): adds the section's blocks each time a writer comes to it
 * @user_data: for @build
 * @destroy: (nullable): frees @user_data
 *
 * A document of a thousand sections is then never in memory as a whole.
 *
 * Returns: (transfer none): a section that starts a page
 */
EqpSection *
eqp_document_add_lazy_section (EqpDocument   *self,
                               const char    *title,
                               EqpSectionFunc build,
                               gpointer       user_data,
                               GDestroyNotify destroy)
{
  EqpSection *section = _eqp_section_new (title, build, user_data, destroy);

  g_ptr_array_add (self->sections, section);
  return section;
}

/**
 * eqp_document_get_n_sections:
 * @self: a document
 *
 * Returns: how many sections it has
 */
guint
eqp_document_get_n_sections (EqpDocument *self)
{
  return self->sections->len;
}

/**
 * eqp_document_get_section:
 * @self: a document
 * @index: less than eqp_document_get_n_sections()
 *
 * Returns: (transfer none): the section, whose blocks may not be built yet
 */
EqpSection *
eqp_document_get_section (EqpDocument *self,
                          guint        index)
{
  g_return_val_if_fail (index < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, index);
}

/**
 * eqp_document_load_section:
 * @self: a document
 * @index: less than eqp_document_get_n_sections()
 *
 * Returns: (transfer none): the section with its blocks
 */
EqpSection *
eqp_document_load_section (EqpDocument *self,
                           guint        index)
{
  EqpSection *section = eqp_document_get_section (self, index);

  _eqp_section_load (section);
  return section;
}

/**
 * eqp_document_release_section:
 * @self: a document
 * @index: a section that was loaded
 *
 * Frees the blocks of a section that can build them again.
 */
void
eqp_document_release_section (EqpDocument *self,
                              guint        index)
{
  _eqp_section_release (eqp_document_get_section (self, index));
}
