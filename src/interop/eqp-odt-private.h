/* eqp-odt-private.h — what the files of the OpenDocument writer share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/eqp-document.h"

G_BEGIN_DECLS

/* ---- eqp-odt-xml.c: text that is well-formed whatever somebody typed ---- */
void _eqp_odt_append_text (GString    *xml,
                           const char *text);
void _eqp_odt_append_plain (GString    *xml,
                            const char *text);
void _eqp_odt_append_paragraph (GString    *xml,
                                const char *style,
                                const char *text);
void _eqp_odt_append_heading (GString    *xml,
                              guint       level,
                              const char *style,
                              const char *text);

/* ---- eqp-odt-table.c ---- */
/* @styles: takes the widths of the table's columns; @number: of the table in the document. */
void _eqp_odt_append_table (GString        *xml,
                            GString        *styles,
                            guint           number,
                            const EqpTable *table);
/* A table without borders: key and value, signature boxes, labels. @cells: row by row, each with the style of its paragraph. */
typedef struct
{
  const char *style;
  const char *text;
} EqpOdtCell;

void _eqp_odt_append_grid (GString          *xml,
                           GString          *styles,
                           guint             number,
                           guint             n_columns,
                           const double     *widths,
                           const EqpOdtCell *cells,
                           guint             n_cells);

/* ---- eqp-odt-picture.c ---- */
/* A picture of the package: its name inside it and its bytes. */
typedef struct
{
  char   *name;
  GBytes *bytes;
} EqpOdtPicture;

void _eqp_odt_picture_free (gpointer picture);
void _eqp_odt_append_chart (GString             *xml,
                            GPtrArray           *pictures,
                            const EqpChartBlock *chart);

/* ---- eqp-odt-content.c ---- */
/* @pictures: (element-type EqpOdtPicture) takes those of the document. */
char *_eqp_odt_dup_content (EqpDocument *document,
                            GPtrArray   *pictures);
/* ---- eqp-odt-styles.c ---- */
void  _eqp_odt_append_table_styles (GString *xml);
char *_eqp_odt_dup_styles (EqpDocument *document);
char *_eqp_odt_dup_meta (EqpDocument *document);

/* What a signature or letter in a table cell begins with: "U ", "✓ " …; "" for nothing. */
const char *_eqp_odt_get_sign (EqpSign sign,
                               EqpChip chip);

#define EQP_ODT_NAMESPACES                                                    \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""         \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""          \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""            \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""          \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""         \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""   \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\""                             \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                            \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""            \
  " office:version=\"1.3\""

/* The width of the text between the margins of an A4 page, in points: 17 cm. */
#define EQP_ODT_WIDTH 481.9

G_END_DECLS
