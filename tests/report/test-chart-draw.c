/* test-chart-draw.c — what a painted chart and its files hold, and its words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-sample.h"
#include "report-tools.h"
#include "report/charts/eqp-chart-private.h"
#include "report/layout/eqp-page-layout.h"
#include "report/layout/eqp-report-error.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define WIDTH 600
#define HEIGHT 400

#define assert_contains(text, part)                \
  G_STMT_START                                     \
  {                                                \
    if (strstr (text, part) == NULL)               \
      g_error ("“%s” is not in:\n%s", part, text); \
  }                                                \
  G_STMT_END

/* ---- pixels ---- */

static cairo_surface_t *
paint (const EqpChartGeometry *geometry,
       EqpPaletteId            palette,
       const EqpChartItem     *focus)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  eqp_chart_draw (cr, geometry, palette, focus);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (gsize)cairo_image_surface_get_stride (surface) * (gsize)y;

  return ((const guint32 *)(gconstpointer)row)[(gsize)x];
}

static guint32
get_color (EqpPaletteId palette,
           EqpInk       ink)
{
  const EqpRgb *rgb = _eqp_chart_palette_get (palette, ink);

  return 0xff000000u | (guint32)(rgb->red * 255 + 0.5) << 16 | (guint32)(rgb->green * 255 + 0.5) << 8 | (guint32)(rgb->blue * 255 + 0.5);
}

/* How many pixels of a rectangle have exactly this colour. */
static guint
count_pixels (cairo_surface_t *surface,
              EqpRectangle     area,
              guint32          color)
{
  guint count = 0;

  for (double y = area.y; y < area.y + area.height; y++)
    for (double x = area.x; x < area.x + area.width; x++)
      count += get_pixel (surface, x, y) == color;
  return count;
}

/* Solid on one side, hatched on the other, in every palette; what lies outside the chart is left alone. */
static void
test_bars (void)
{
  ChartSample sample;
  g_autoptr (EqpChartGeometry) geometry = NULL;
  EqpRectangle fc;
  EqpRectangle fi;

  chart_sample_init (&sample, 12, 6, 1, EQP_LANGUAGE_EN);
  sample.data.hidden = 1u << EQP_SERIES_CUMULATIVE | 1u << EQP_SERIES_COMPARISON;
  geometry = eqp_chart_geometry_new (&sample.data, WIDTH, HEIGHT, 11);
  g_assert_true (eqp_chart_geometry_get_bar (geometry, 1, EQP_SERIES_FC, &fc));
  g_assert_true (eqp_chart_geometry_get_bar (geometry, 1, EQP_SERIES_FI, &fi));
  for (EqpPaletteId palette = 0; palette < EQP_N_PALETTES; palette++)
    {
      cairo_surface_t *surface = paint (geometry, palette, NULL);
      guint            strong = count_pixels (surface, fi, get_color (palette, EQP_INK_RECTORAT));
      guint            soft = count_pixels (surface, fi, get_color (palette, EQP_INK_RECTORAT_SOFT));

      g_assert_cmpuint (count_pixels (surface, fc, get_color (palette, EQP_INK_UNIVERSITY)), ==, (guint)(fc.width * fc.height));
      g_assert_cmpuint (strong, >=, (guint)(2 * (fi.width + fi.height) - 4));
      g_assert_cmpuint (soft, >, (guint)(fi.width * fi.height) / 5);
      g_assert_cmpuint (strong + soft, <, (guint)(fi.width * fi.height));
      g_assert_cmphex (get_pixel (surface, 0, 0), ==, 0);
      g_assert_cmphex (get_pixel (surface, WIDTH - 1, HEIGHT - 1), ==, 0);
      cairo_surface_destroy (surface);
    }
}

static void
test_lines (void)
{
  ChartSample sample;
  g_autoptr (EqpChartGeometry) geometry = NULL;
  cairo_surface_t *surface;
  EqpRectangle     plot;
  double           x;
  double           y;

  chart_sample_init (&sample, 12, 6, -1, EQP_LANGUAGE_EN);
  geometry = eqp_chart_geometry_new (&sample.data, WIDTH, HEIGHT, 11);
  surface = paint (geometry, EQP_PALETTE_LIGHT, NULL);
  plot = eqp_chart_geometry_get_plot (geometry);
  for (guint i = 0; i < 12; i++)
    {
      g_assert_true (eqp_chart_geometry_get_point (geometry, i, i < 6 ? EQP_SERIES_CUMULATIVE : EQP_SERIES_FORECAST, &x, &y));
      /* Markers: full for what is, hollow for what is expected. */
      g_assert_cmphex (get_pixel (surface, x, y), ==, get_color (EQP_PALETTE_LIGHT, i < 6 ? EQP_INK_LINE : EQP_INK_GROUND));
    }
  /* The zero line is one whole pixel high. */
  y = eqp_chart_geometry_get_y (geometry, 0);
  g_assert_cmphex (get_pixel (surface, plot.x + 1, y), ==, get_color (EQP_PALETTE_LIGHT, EQP_INK_ZERO));
  g_assert_cmphex (get_pixel (surface, plot.x + 1, y + 1), ==, get_color (EQP_PALETTE_LIGHT, EQP_INK_TOLERANCE));
  cairo_surface_destroy (surface);
}

static void
test_focus (void)
{
  static const EqpChartItem items[] = {
    { EQP_CHART_ITEM_BAR, EQP_SERIES_FI, 3 },
    { EQP_CHART_ITEM_POINT, EQP_SERIES_CUMULATIVE, 3 },
    { EQP_CHART_ITEM_LEGEND, EQP_SERIES_FORECAST, 0 },
    { EQP_CHART_ITEM_MONTH, EQP_N_SERIES, 3 },
    { EQP_CHART_ITEM_NONE, EQP_N_SERIES, 0 },
    { EQP_CHART_ITEM_BAR, EQP_SERIES_FI, 99 },
  };
  const EqpRectangle all = { 0, 0, WIDTH, HEIGHT };
  ChartSample        sample;
  g_autoptr (EqpChartGeometry) geometry = NULL;

  chart_sample_init (&sample, 12, 6, 1, EQP_LANGUAGE_EN);
  geometry = eqp_chart_geometry_new (&sample.data, WIDTH, HEIGHT, 11);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      cairo_surface_t *surface = paint (geometry, EQP_PALETTE_LIGHT, &items[i]);
      guint            framed = count_pixels (surface, all, get_color (EQP_PALETTE_LIGHT, EQP_INK_FOCUS));

      g_assert_cmpint (framed > 0, ==, i < 4);
      cairo_surface_destroy (surface);
    }
}

/* ---- files ---- */

static char *
write_file (const char  *name,
            EqpPaletteId palette,
            GError     **error)
{
  g_autofree char *path = test_dup_path (name);
  ChartSample      sample;

  chart_sample_init (&sample, 12, 6, 1, EQP_LANGUAGE_EN);
  return eqp_chart_write_file (&sample.data, "Balance 2026–2027", path, 700, 350, 2, palette, error) ? g_steal_pointer (&path) : NULL;
}

static void
test_png (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file ("chart.PNG", EQP_PALETTE_DARK, &error);
  cairo_surface_t *surface;

  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1400);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 700);
  g_assert_cmphex (get_pixel (surface, 0, 0) | 0xff000000u, ==, get_color (EQP_PALETTE_DARK, EQP_INK_GROUND));
  cairo_surface_destroy (surface);
}

static void
test_svg (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file ("chart.svg", EQP_PALETTE_LIGHT, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_contains (text, "<svg");
  assert_contains (text, "viewBox=\"0 0 700 350\"");
  /* Lines, not pixels. */
  g_assert_null (strstr (text, "<image"));
}

static void
test_pdf (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file ("chart.pdf", EQP_PALETTE_PAPER, &error);
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autofree char *images = NULL;

  g_assert_no_error (error);
  if (!report_tools_have ("pdftotext") || !report_tools_have ("pdfinfo") || !report_tools_have ("pdfimages"))
    return;
  text = report_tools_read ("pdftotext", path, "-");
  assert_contains (text, "Balance 2026–2027");
  assert_contains (text, "FC by the university (U)");
  assert_contains (text, "FI by the rectorat (R)");
  assert_contains (text, "Balance of 2025–2026");
  assert_contains (text, "Sep\n2026");
  info = report_tools_read ("pdfinfo", path);
  assert_contains (info, "Title:           Balance 2026–2027\n");
  assert_contains (info, "Page size:       700 x 350 pts");
  images = report_tools_read ("pdfimages", "-list", path);
  g_assert_null (strstr (images, "image "));
}

static void
test_faults (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = test_dup_path ("taken.png");

  g_assert_null (write_file ("chart.jpeg", EQP_PALETTE_LIGHT, &error));
  g_assert_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_FAILED);
  assert_contains (error->message, "chart.jpeg");
  g_clear_error (&error);
  g_assert_null (write_file ("nowhere/chart.png", EQP_PALETTE_LIGHT, &error));
  g_assert_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_null (write_file ("taken.png", EQP_PALETTE_LIGHT, &error));
  g_assert_error (error, EQP_REPORT_ERROR, EQP_REPORT_ERROR_FAILED);
}

/* ---- on a page ---- */

static void
test_page (void)
{
  EqpDocument     *document = eqp_document_new ("Balance report", EQP_LANGUAGE_EN);
  EqpSection      *section = eqp_document_add_section (document, NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autofree char *structure = NULL;
  ChartSample      sample;

  chart_sample_init (&sample, 12, 6, 1, EQP_LANGUAGE_EN);
  eqp_section_add_paragraph (section, EQP_PARAGRAPH_NORMAL, "Before.");
  eqp_section_add_chart (section, &sample.data, "Hours of the year", "First – in words", 260);
  /* The block has its own copy. */
  sample.months[0].fc = 0;
  eqp_section_add_chart (section, &sample.data, NULL, "Second", 260);
  eqp_section_add_chart (section, &sample.data, "Higher than a page", "Third", 5000);
  if (!report_tools_have ("qpdf") || !report_tools_have ("pdfinfo") || !report_tools_have ("pdftotext"))
    {
      eqp_document_unref (document);
      return;
    }
  path = report_tools_write (document, "charts.pdf");
  text = report_tools_read ("pdftotext", "-layout", path, "-");
  assert_contains (text, "Hours of the year");
  assert_contains (text, "Cumulative balance");
  structure = report_tools_read ("pdfinfo", "-struct-text", path);
  assert_contains (structure, "H3 (block)\n    \"Hours of the year\"");
  assert_contains (structure, "Figure");
  json = report_tools_read ("qpdf", "--json", path);
  assert_contains (json, "\"/Alt\": \"u:First – in words\"");
  assert_contains (json, "\"/Alt\": \"u:Second\"");
  assert_contains (json, "\"/Alt\": \"u:Third\"");
  g_free (report_tools_read ("qpdf", "--check", path));
}

static void
test_page_layout (void)
{
  g_autoptr (EqpDocument) document = eqp_document_new ("Balance report", EQP_LANGUAGE_EN);
  EqpSection *section = eqp_document_add_section (document, NULL);
  g_autoptr (EqpPageLayout) layout = NULL;
  ChartSample sample;

  chart_sample_init (&sample, 12, 6, 1, EQP_LANGUAGE_EN);
  eqp_section_add_chart (section, &sample.data, NULL, "", 400);
  eqp_section_add_chart (section, &sample.data, "Title", "", 400);
  layout = eqp_page_layout_new (document, &eqp_page_format_a4);
  /* The second does not fit below the first: it goes on with its title. */
  g_assert_cmpuint (eqp_page_layout_get_n_pages (layout), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const EqpPaperPage *page = eqp_page_layout_get_page (layout, i);
      guint               n_charts = 0;

      for (guint j = 0; j < page->items->len; j++)
        {
          const EqpPageItem *item = &g_array_index (page->items, EqpPageItem, j);

          if (item->type != EQP_ITEM_CHART)
            continue;
          g_assert_cmpfloat (item->x, ==, eqp_page_format_a4.margin_left);
          g_assert_cmpfloat (fabs (item->width - (page->width - 2 * eqp_page_format_a4.margin_left)), <, 0.01);
          g_assert_cmpfloat (item->height, ==, 400);
          g_assert_cmpfloat (item->y + item->height, <=, page->height - eqp_page_format_a4.margin_bottom);
          n_charts++;
        }
      g_assert_cmpuint (n_charts, ==, 1);
    }
}

/* ---- words ---- */

static void
assert_text (const EqpChartData *data,
             EqpChartItemKind    kind,
             EqpSeries           series,
             guint               month,
             const char         *expected)
{
  g_autofree char *text = eqp_chart_dup_item_text (data, (EqpChartItem){ kind, series, month });
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;

  if (expected == NULL)
    {
      g_assert_null (text);
      return;
    }
  /* Spaces that do not break are told from others elsewhere. */
  parts = g_strsplit (text, "\u00a0", -1);
  plain = g_strjoinv (" ", parts);
  g_assert_cmpstr (plain, ==, expected);
}

static void
test_item_text (void)
{
  EqpChartMonth month = { .fc = 7410, .fi = 5880, .fc_expected = 7410, .fi_expected = 6000, .has_cumulative = TRUE, .cumulative = -30 };
  EqpChartData  data = { EQP_LANGUAGE_EN, &month, 1, 0, 0, "2025–2026" };

  month.month = eqp_date_from_ymd (2026, 10, 1);
  month.comparison = 60;
  month.has_comparison = TRUE;
  assert_text (&data, EQP_CHART_ITEM_MONTH, EQP_N_SERIES, 0,
               "October 2026: FC by the university 123 h 30, FI by the rectorat 98 h; balance +25 h 30; cumulative balance −30 min");
  assert_text (&data, EQP_CHART_ITEM_BAR, EQP_SERIES_FC, 0, "October 2026: FC by the university 123 h 30");
  assert_text (&data, EQP_CHART_ITEM_BAR, EQP_SERIES_FI, 0, "October 2026: FI by the rectorat 98 h, 100 h expected");
  assert_text (&data, EQP_CHART_ITEM_POINT, EQP_SERIES_COMPARISON, 0, "October 2026: Balance of 2025–2026 +1 h");
  assert_text (&data, EQP_CHART_ITEM_LEGEND, EQP_SERIES_FC, 0, "FC by the university (U): shown");
  data.hidden = 1u << EQP_SERIES_FC | 1u << EQP_SERIES_FORECAST;
  assert_text (&data, EQP_CHART_ITEM_LEGEND, EQP_SERIES_FC, 0, "FC by the university (U): hidden");
  assert_text (&data, EQP_CHART_ITEM_BAR, EQP_SERIES_FI, 0, "October 2026: FI by the rectorat 98 h");
  /* The forecast is told while it is shown. */
  month.expected = 90;
  month.low = -60;
  month.high = 180;
  month.has_expected = TRUE;
  assert_text (&data, EQP_CHART_ITEM_MONTH, EQP_N_SERIES, 0,
               "October 2026: FC by the university 123 h 30, FI by the rectorat 98 h; balance +25 h 30; cumulative balance −30 min");
  data.hidden = 0;
  month.has_cumulative = FALSE;
  assert_text (&data, EQP_CHART_ITEM_MONTH, EQP_N_SERIES, 0,
               "October 2026: FC by the university 123 h 30, FI by the rectorat 98 h; balance +25 h 30; expected at its end +1 h 30");
  assert_text (&data, EQP_CHART_ITEM_POINT, EQP_SERIES_FORECAST, 0, "October 2026: balance expected +1 h 30, between −1 h and +3 h");
  assert_text (&data, EQP_CHART_ITEM_MONTH, EQP_N_SERIES, 1, NULL);
  assert_text (&data, EQP_CHART_ITEM_NONE, EQP_N_SERIES, 0, NULL);
}

static void
test_month_names (void)
{
  static const char *const french[] = { "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc." };

  for (int i = 0; i < 12; i++)
    {
      EqpDate          month = eqp_date_from_ymd (2022, i + 1, 1);
      g_autofree char *english = _eqp_chart_dup_month (month, EQP_LANGUAGE_EN, TRUE);
      g_autofree char *shorter = _eqp_chart_dup_month (month, EQP_LANGUAGE_FR, TRUE);
      g_autofree char *longer = _eqp_chart_dup_month (month, EQP_LANGUAGE_FR, FALSE);

      g_assert_cmpstr (shorter, ==, french[i]);
      g_assert_cmpuint (strlen (english), ==, 3);
      g_assert_true (g_str_has_suffix (longer, " 2022"));
      g_assert_true (g_unichar_isalpha (g_utf8_get_char (longer)));
    }
}

static void
test_description (void)
{
  ChartSample      sample;
  g_autofree char *text = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *nothing = NULL;

  chart_sample_init (&sample, 12, 6, 1, EQP_LANGUAGE_EN);
  text = eqp_chart_dup_description (&sample.data);
  assert_contains (text, "from September 2026 to August 2027: FC by the university");
  assert_contains (text, "Balance in February 2027: +");
  assert_contains (text, "which the rectorat owes the university.");
  assert_contains (text, "Forecast for the end of August 2027: +");
  assert_contains (text, "Tolerance: 50\u00a0h either way.");
  assert_contains (text, "Balance of 2025–2026 at the same time: ");
  sample.data.hidden = G_MAXUINT;
  hidden = eqp_chart_dup_description (&sample.data);
  g_assert_cmpstr (text, ==, hidden);
  sample.data.n_months = 0;
  nothing = eqp_chart_dup_description (&sample.data);
  g_assert_cmpstr (nothing, ==, "No hours in this period.");
}

/* One month, and a balance on each side of the tolerance. */
static void
test_description_of_a_month (void)
{
  static const struct
  {
    gint64      balance;
    const char *expected;
  } balances[] = {
    { 60, "Balance in October 2026: +1\u00a0h, within the tolerance." },
    { -60, "Balance in October 2026: −1\u00a0h, within the tolerance." },
    { 61, "Balance in October 2026: +1\u00a0h\u00a001, which the rectorat owes the university." },
    { -61, "Balance in October 2026: −1\u00a0h\u00a001, which the university owes the rectorat." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (balances); i++)
    {
      EqpChartMonth    month = { .month = eqp_date_from_ymd (2026, 10, 1), .fc = 120, .fi = 60, .has_cumulative = TRUE, .cumulative = balances[i].balance };
      EqpChartData     data = { EQP_LANGUAGE_EN, &month, 1, 60, 0, NULL };
      g_autofree char *text = eqp_chart_dup_description (&data);

      assert_contains (text, "Hours exchanged in October 2026: FC by the university 2\u00a0h, FI by the rectorat 1\u00a0h.");
      assert_contains (text, balances[i].expected);
      g_assert_null (strstr (text, "Forecast"));
      g_assert_null (strstr (text, "at the same time"));
    }
}

int
main (int    argc,
      char **argv)
{
  test_init (&argc, &argv);
  eqp_language_init ();

  g_test_add_func ("/chart-draw/bars", test_bars);
  g_test_add_func ("/chart-draw/lines", test_lines);
  g_test_add_func ("/chart-draw/focus", test_focus);
  g_test_add_func ("/chart-draw/png", test_png);
  g_test_add_func ("/chart-draw/svg", test_svg);
  g_test_add_func ("/chart-draw/pdf", test_pdf);
  g_test_add_func ("/chart-draw/faults", test_faults);
  g_test_add_func ("/chart-draw/page", test_page);
  g_test_add_func ("/chart-draw/page-layout", test_page_layout);
  g_test_add_func ("/chart-draw/item-text", test_item_text);
  g_test_add_func ("/chart-draw/month-names", test_month_names);
  g_test_add_func ("/chart-draw/description", test_description);
  g_test_add_func ("/chart-draw/description-of-a-month", test_description_of_a_month);

  return g_test_run ();
}
