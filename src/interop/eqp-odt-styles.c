/* eqp-odt-styles.c — the styles, the page and the properties of an OpenDocument text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-odt"
#include "config.h"
#include "interop/eqp-odt-private.h"

#define XML_HEADER "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* name, parent, text properties, paragraph properties */
typedef struct
{
  const char *name;
  const char *text;
  const char *paragraph;
} Style;

static const Style paragraph_styles[] = {
  { "Lead", "fo:font-size=\"12pt\"", "fo:margin-bottom=\"8pt\"" },
  { "Note", "fo:font-size=\"9pt\" fo:color=\"#444444\"", "fo:margin-bottom=\"4pt\"" },
  { "Small", "fo:font-size=\"8.5pt\"", "fo:margin-bottom=\"3pt\"" },
  { "LetterheadStart", "fo:font-weight=\"bold\"", "" },
  { "LetterheadEnd", "fo:font-weight=\"bold\"", "fo:text-align=\"end\"" },
  { "Key", "fo:font-weight=\"bold\" fo:font-size=\"10pt\"", "" },
  { "Value", "fo:font-size=\"10pt\"", "" },
  { "Signature", "fo:font-size=\"9pt\"", "fo:margin-top=\"10pt\" fo:margin-bottom=\"48pt\"" },
  { "LabelTitle", "fo:font-weight=\"bold\"", "fo:margin-top=\"12pt\"" },
  { "Finding", "fo:font-size=\"10pt\"", "fo:margin-bottom=\"2pt\"" },
  { "Contents", "", "" },
  { "Figure", "", "fo:text-align=\"center\" fo:margin-top=\"6pt\" fo:margin-bottom=\"6pt\"" },
  { "Footer", "fo:font-size=\"8pt\" fo:color=\"#444444\"", "" },
  { "FooterEnd", "fo:font-size=\"8pt\" fo:color=\"#444444\"", "fo:text-align=\"end\"" },
  { "TableStart", "fo:font-size=\"9.5pt\"", "" },
  { "TableEnd", "fo:font-size=\"9.5pt\"", "fo:text-align=\"end\"" },
  { "TableCenter", "fo:font-size=\"9.5pt\"", "fo:text-align=\"center\"" },
  { "TableStrong", "fo:font-size=\"9.5pt\" fo:font-weight=\"bold\"", "fo:keep-with-next=\"always\"" },
  { "TableStrongEnd", "fo:font-size=\"9.5pt\" fo:font-weight=\"bold\"", "fo:text-align=\"end\" fo:keep-with-next=\"always\"" },
  { "TableVacant", "fo:font-size=\"9.5pt\" fo:font-style=\"italic\"", "" },
};

static const char *const heading_sizes[] = { "16pt", "12.5pt", "11pt" };

static const struct
{
  const char *name;
  const char *properties;
} cell_styles[] = {
  { "Cell", "fo:padding=\"2pt\" fo:border-bottom=\"0.3pt solid #999999\"" },
  { "CellGrid", "fo:padding=\"2pt\" fo:border=\"0.3pt solid #999999\"" },
  { "CellHeader", "fo:padding=\"2pt\" fo:border-bottom=\"0.8pt solid #000000\" style:vertical-align=\"bottom\"" },
  { "CellGroup", "fo:padding=\"2pt\" fo:padding-top=\"6pt\" fo:border-bottom=\"0.5pt solid #000000\"" },
  { "CellPlain", "fo:padding=\"1pt\" fo:border=\"none\"" },
};

static void
append_headings (GString *xml)
{
  for (guint level = 1; level <= G_N_ELEMENTS (heading_sizes); level++)
    {
      g_string_append_printf (xml,
                              "<style:style style:name=\"Heading%u\" style:display-name=\"Heading %u\" style:family=\"paragraph\" "
                              "style:parent-style-name=\"Standard\" style:default-outline-level=\"%u\">"
                              "<style:paragraph-properties fo:margin-top=\"%upt\" fo:margin-bottom=\"4pt\" fo:keep-with-next=\"always\"/>"
                              "<style:text-properties fo:font-size=\"%s\" fo:font-weight=\"bold\"/></style:style>",
                              level, level, level, level == 1 ? 12u : 10u, heading_sizes[level - 1]);
      if (level == 1) /* The same heading at the top of a page of its own. */
        g_string_append (xml, "<style:style style:name=\"Heading1Page\" style:family=\"paragraph\" style:parent-style-name=\"Heading1\">"
                              "<style:paragraph-properties fo:break-before=\"page\"/></style:style>");
    }
}

static void
append_styles (GString    *xml,
               EqpLanguage language)
{
  g_string_append_printf (xml,
                          "<office:styles><style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:margin-bottom=\"0pt\"/>"
                          "<style:text-properties style:font-name=\"Sans\" fo:font-family=\"sans-serif\" fo:font-size=\"10.5pt\" fo:language=\"%s\" "
                          "fo:country=\"%s\"/></style:default-style><style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
                          "<style:style style:name=\"Text\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
                          "<style:paragraph-properties fo:margin-bottom=\"6pt\"/></style:style>",
                          language == EQP_LANGUAGE_FR ? "fr" : "en", language == EQP_LANGUAGE_FR ? "FR" : "GB");
  append_headings (xml);
  for (guint i = 0; i < G_N_ELEMENTS (paragraph_styles); i++)
    g_string_append_printf (xml,
                            "<style:style style:name=\"%s\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
                            "<style:paragraph-properties %s/><style:text-properties %s/></style:style>",
                            paragraph_styles[i].name, paragraph_styles[i].paragraph, paragraph_styles[i].text);
  g_string_append (xml, "<style:style style:name=\"PageBreak\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
                        "<style:paragraph-properties fo:break-before=\"page\"/></style:style>"
                        "<style:style style:name=\"Graphic\" style:family=\"graphic\"/>");
  g_string_append (xml, "</office:styles>");
}

/**
 * _eqp_odt_append_table_styles:
 * @xml: the automatic styles of the content: word processors look for those of tables, rows and cells nowhere else
 */
void
_eqp_odt_append_table_styles (GString *xml)
{
  g_string_append (xml, "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties style:width=\"17cm\" table:align=\"left\" "
                        "fo:margin-top=\"0pt\" fo:margin-bottom=\"8pt\" table:border-model=\"collapsing\"/></style:style>"
                        "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>");
  for (guint i = 0; i < G_N_ELEMENTS (cell_styles); i++)
    g_string_append_printf (xml, "<style:style style:name=\"%s\" style:family=\"table-cell\"><style:table-cell-properties %s/></style:style>",
                            cell_styles[i].name, cell_styles[i].properties);
}

/* "Name · reference · date        Page 1 of 3" */
static void
append_footer (GString     *xml,
               EqpDocument *document)
{
  EqpLanguage      language = eqp_document_get_language (document);
  g_autofree char *footer = NULL;
  g_auto (GStrv) words = NULL;

  if (eqp_document_get_n_sections (document) > 0)
    footer = eqp_document_dup_footer (document, eqp_document_get_section (document, 0));
  if (footer == NULL)
    return;
  words = g_strsplit (eqp_tr (language, "Page %u of %u"), "%u", -1);
  g_string_append (xml, "<style:footer><text:p text:style-name=\"Footer\">");
  _eqp_odt_append_text (xml, footer);
  g_string_append (xml, "</text:p><text:p text:style-name=\"FooterEnd\">");
  for (guint i = 0; words[i] != NULL; i++)
    {
      _eqp_odt_append_text (xml, words[i]);
      if (words[i + 1] != NULL)
        g_string_append (xml, i == 0 ? "<text:page-number text:select-page=\"current\">1</text:page-number>" : "<text:page-count>1</text:page-count>");
    }
  g_string_append (xml, "</text:p></style:footer>");
}

/**
 * _eqp_odt_dup_styles:
 * @document: a document
 *
 * Returns: (transfer full): styles.xml: A4, margins of 2 cm, the footer
 */
char *
_eqp_odt_dup_styles (EqpDocument *document)
{
  GString *xml = g_string_new (XML_HEADER "<office:document-styles " EQP_ODT_NAMESPACES ">");

  append_styles (xml, eqp_document_get_language (document));
  g_string_append (xml, "<office:automatic-styles><style:page-layout style:name=\"A4\"><style:page-layout-properties fo:page-width=\"21cm\" "
                        "fo:page-height=\"29.7cm\" fo:margin=\"2cm\" style:print-orientation=\"portrait\"/><style:footer-style>"
                        "<style:header-footer-properties fo:min-height=\"0.8cm\" fo:margin-top=\"0.3cm\"/></style:footer-style></style:page-layout>"
                        "</office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\">");
  append_footer (xml, document);
  g_string_append (xml, "</style:master-page></office:master-styles></office:document-styles>");
  return g_string_free (xml, FALSE);
}

static void
append_property (GString    *xml,
                 const char *name,
                 const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (xml, "<dc:%s>", name);
  _eqp_odt_append_plain (xml, value);
  g_string_append_printf (xml, "</dc:%s>", name);
}

/**
 * _eqp_odt_dup_meta:
 * @document: a document
 *
 * Returns: (transfer full): meta.xml: title, subject, issuer, language and day
 */
char *
_eqp_odt_dup_meta (EqpDocument *document)
{
  GString *xml = g_string_new (XML_HEADER "<office:document-meta " EQP_ODT_NAMESPACES "><office:meta>");
  char     iso[EQP_DATE_ISO_SIZE];

  g_string_append (xml, "<meta:generator>Équipôle " EQP_VERSION "</meta:generator>");
  append_property (xml, "title", eqp_document_get_title (document));
  append_property (xml, "subject", eqp_document_get_subject (document));
  append_property (xml, "creator", eqp_document_get_author (document));
  g_string_append_printf (xml, "<dc:language>%s</dc:language>", eqp_document_get_language (document) == EQP_LANGUAGE_FR ? "fr-FR" : "en-GB");
  if (eqp_document_get_date (document) != EQP_DATE_NONE)
    g_string_append_printf (xml, "<dc:date>%sT00:00:00</dc:date>", eqp_date_to_iso (eqp_document_get_date (document), iso));
  g_string_append (xml, "</office:meta></office:document-meta>");
  return g_string_free (xml, FALSE);
}
