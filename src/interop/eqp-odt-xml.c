/* eqp-odt-xml.c — text for OpenDocument, well-formed whatever somebody typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-odt"
#include "config.h"
#include "interop/eqp-odt-private.h"

/* XML 1.0 has no way to write the other control characters: they are left out. */
static void
append_character (GString    *xml,
                  const char *p)
{
  gunichar c = g_utf8_get_char (p);

  switch (c)
    {
    case '&':
      g_string_append (xml, "&amp;");
      break;
    case '<':
      g_string_append (xml, "&lt;");
      break;
    case '>':
      g_string_append (xml, "&gt;");
      break;
    case '"':
      g_string_append (xml, "&quot;");
      break;
    case '\n':
      g_string_append (xml, "<text:line-break/>");
      break;
    case '\t':
      g_string_append (xml, "<text:tab/>");
      break;
    default:
      if (c >= 0x20 && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (xml, c);
    }
}

/**
 * _eqp_odt_append_text:
 * @xml: what is written
 * @text: (nullable): any text
 *
 * Line feeds, tabulators and repeated spaces stay what they are.
 */
void
_eqp_odt_append_text (GString    *xml,
                      const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  gboolean         after_space = TRUE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == ' ' && after_space)
        g_string_append (xml, "<text:s/>");
      else
        append_character (xml, p);
      after_space = *p == ' ';
    }
}

/**
 * _eqp_odt_append_plain:
 * @xml: what is written
 * @text: (nullable): any text
 *
 * As one line, where no element may stand: titles, descriptions, properties.
 */
void
_eqp_odt_append_plain (GString    *xml,
                       const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  g_strdelimit (valid, "\n\t", ' ');
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    append_character (xml, p);
}

/**
 * _eqp_odt_append_paragraph:
 * @xml: what is written
 * @style: the name of a paragraph style
 * @text: (nullable): its text
 */
void
_eqp_odt_append_paragraph (GString    *xml,
                           const char *style,
                           const char *text)
{
  g_string_append_printf (xml, "<text:p text:style-name=\"%s\">", style);
  _eqp_odt_append_text (xml, text);
  g_string_append (xml, "</text:p>");
}

/**
 * _eqp_odt_append_heading:
 * @xml: what is written
 * @level: 1 to 3
 * @style: the name of a paragraph style
 * @text: its text
 */
void
_eqp_odt_append_heading (GString    *xml,
                         guint       level,
                         const char *style,
                         const char *text)
{
  g_string_append_printf (xml, "<text:h text:style-name=\"%s\" text:outline-level=\"%u\">", style, level);
  _eqp_odt_append_text (xml, text);
  g_string_append (xml, "</text:h>");
}

/**
 * _eqp_odt_get_sign:
 * @sign: a drawn sign of the page
 * @chip: a side
 *
 * Returns: (transfer none): what stands for them in running text
 */
const char *
_eqp_odt_get_sign (EqpSign sign,
                   EqpChip chip)
{
  static const char *const signs[] = {
    [EQP_SIGN_NONE] = "",
    [EQP_SIGN_CHECK] = "✓ ",
    [EQP_SIGN_INFORMATION] = "ℹ ",
    [EQP_SIGN_WARNING] = "▲ ",
    [EQP_SIGN_ERROR] = "✕ ",
  };
  static const char *const chips[] = { [EQP_CHIP_NONE] = "", [EQP_CHIP_UNIVERSITY] = "[U] ", [EQP_CHIP_RECTORAT] = "[R] " };

  return sign != EQP_SIGN_NONE ? signs[sign] : chips[chip];
}
