/* test-csv.c — CSV as spreadsheets write it, and as we do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/eqp-error.h"
#include "interop/eqp-csv-reader.h"
#include "interop/eqp-csv-writer.h"
#include "tests/test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *
write_temporary (const char *bytes,
                 gsize       n_bytes)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int   fd = g_file_open_tmp ("equipole-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, bytes, n_bytes, &error);
  g_assert_no_error (error);
  return path;
}

static EqpCsvReader *
open_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_temporary (text, strlen (text));
  EqpCsvReader    *reader = eqp_csv_reader_open (path, &error);

  g_assert_no_error (error);
  g_unlink (path);
  return reader;
}

/* The row as "cell|cell", with its line. */
static void
assert_row (EqpCsvReader *reader,
            guint         line,
            const char   *cells)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);
  EqpCsvResult result = eqp_csv_reader_next (reader, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result, ==, EQP_CSV_ROW);
  for (guint i = 0; i < eqp_csv_reader_get_n_fields (reader); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", eqp_csv_reader_get_field (reader, i));
  g_assert_cmpstr (joined->str, ==, cells);
  g_assert_cmpuint (eqp_csv_reader_get_line (reader), ==, line);
}

static void
assert_bad_row (EqpCsvReader *reader,
                guint         line,
                const char   *in_message)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (eqp_csv_reader_next (reader, &error), ==, EQP_CSV_BAD_ROW);
  g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, in_message));
  g_assert_cmpuint (eqp_csv_reader_get_line (reader), ==, line);
}

static void
assert_end (EqpCsvReader *reader)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (eqp_csv_reader_next (reader, &error), ==, EQP_CSV_END);
  g_assert_no_error (error);
}

static void
test_separators (void)
{
  const char *const texts[] = { "code;name, first\nA;B, C\n", "code,name; first\nA,B; C\n", "code\tname, first\nA\tB, C\n" };
  const char        separators[] = ";,\t";

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *twice = g_strdup (texts[i]);
      g_autoptr (EqpCsvReader) reader = NULL;
      const char       separator[] = { separators[i], '\0' };
      g_autofree char *text = NULL;

      /* Three columns, so that the separator is the sign that there is most of. */
      text = g_strconcat ("x", separator, twice, NULL);
      reader = open_text (text);
      g_assert_cmpint (eqp_csv_reader_next (reader, NULL), ==, EQP_CSV_ROW);
      g_assert_cmpint (eqp_csv_reader_get_separator (reader), ==, separators[i]);
      g_assert_cmpuint (eqp_csv_reader_get_n_fields (reader), ==, 3);
    }
}

static void
test_separator_in_quotes (void)
{
  g_autoptr (EqpCsvReader) reader = open_text ("\"a,b,c,d\";e\n1;2\n");

  assert_row (reader, 1, "a,b,c,d|e");
  assert_row (reader, 2, "1|2");
  assert_end (reader);
}

static void
test_line_ends (void)
{
  const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = g_strjoin (ends[i], "a;b", "1;2", "", ";;", "3;4", NULL);
      g_autoptr (EqpCsvReader) reader = open_text (text);

      assert_row (reader, 1, "a|b");
      assert_row (reader, 2, "1|2");
      /* A blank line and one of separators are passed over, and counted. */
      assert_row (reader, 5, "3|4");
      assert_end (reader);
      assert_end (reader);
    }
}

static void
test_quotes (void)
{
  g_autoptr (EqpCsvReader) reader = open_text ("a;b\n\"x;\"\"y\"\"\";\"two\r\nlines\"\n\"\";z\nin\"side;\n end ; spaces \n");

  assert_row (reader, 1, "a|b");
  assert_row (reader, 2, "x;\"y\"|two\nlines");
  assert_row (reader, 4, "|z");
  assert_row (reader, 5, "in\"side|");
  assert_row (reader, 6, "end|spaces");
  assert_end (reader);
}

static void
test_bad_quotes (void)
{
  g_autoptr (EqpCsvReader) reader = open_text ("a;b\n\"x\"y;1\n2;3\n\"never;4\n5;6\n");

  assert_row (reader, 1, "a|b");
  assert_bad_row (reader, 2, "line 2");
  assert_row (reader, 3, "2|3");
  /* Only the line on which the quotation mark stands is given up. */
  assert_bad_row (reader, 4, "line 4");
  assert_row (reader, 5, "5|6");
  assert_end (reader);
}

static void
test_encodings (void)
{
  g_autoptr (EqpCsvReader) marked = open_text ("\xef\xbb\xbf"
                                               "prénom;nom\nZoë;Œuvray\n");
  g_autoptr (EqpCsvReader) plain = open_text ("prénom;nom\nZoë;Œuvray\n");
  g_autoptr (EqpCsvReader) windows = open_text ("pr\xe9nom;nom\nZo\xeb;\x8cuvray \x96 \x80\n");

  assert_row (marked, 1, "prénom|nom");
  assert_row (marked, 2, "Zoë|Œuvray");
  g_assert_cmpstr (eqp_csv_reader_get_encoding (marked), ==, "UTF-8");
  assert_row (plain, 1, "prénom|nom");
  assert_row (plain, 2, "Zoë|Œuvray");
  assert_row (windows, 1, "prénom|nom");
  assert_row (windows, 2, "Zoë|Œuvray – €");
  g_assert_cmpstr (eqp_csv_reader_get_encoding (windows), ==, "Windows-1252");
}

static void
test_wrong_encodings (void)
{
  static const struct
  {
    const char *bytes;
    gsize       n_bytes;
  } texts[] = {
    { "\xff\xfe"
      "a\0;\0b\0\n\0",
      10 },                    /* UTF-16 */
    { "a;b\n\x81;\xe9\n", 8 }, /* no character of Windows-1252 */
    { "\xef\xbb\xbf"
      "a;\xe9\n",
      7 }, /* says UTF-8 and is not */
    { "a;b\n1;\0\n", 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = write_temporary (texts[i].bytes, texts[i].n_bytes);

      g_assert_null (eqp_csv_reader_open (path, &error));
      g_assert_error (error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_ENCODING);
      g_unlink (path);
    }
}

static void
test_unreadable (void)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) folder = NULL;

  g_assert_null (eqp_csv_reader_open ("/nowhere/table.csv", &missing));
  g_assert_error (missing, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
  g_assert_null (eqp_csv_reader_open (g_get_tmp_dir (), &folder));
  g_assert_error (folder, EQP_INPUT_ERROR, EQP_INPUT_ERROR_FILE);
}

/* Rows, characters and line ends that lie across the pieces in which the file is read. */
static void
test_long_files (void)
{
  for (guint shift = 0; shift < 4; shift++)
    {
      g_autoptr (GString) text = g_string_new (&"xxxx;name\r\n"[shift]);
      g_autoptr (EqpCsvReader) reader = NULL;
      guint n_rows = 0;

      while (text->len < 700000)
        g_string_append_printf (text, "%u;\"é\r\n€\"\r\n", n_rows++);
      reader = open_text (text->str);
      g_assert_cmpint (eqp_csv_reader_next (reader, NULL), ==, EQP_CSV_ROW);
      for (guint i = 0; i < n_rows; i++)
        {
          g_assert_cmpint (eqp_csv_reader_next (reader, NULL), ==, EQP_CSV_ROW);
          g_assert_cmpuint (g_ascii_strtoull (eqp_csv_reader_get_field (reader, 0), NULL, 10), ==, i);
          g_assert_cmpstr (eqp_csv_reader_get_field (reader, 1), ==, "é\n€");
          g_assert_cmpuint (eqp_csv_reader_get_line (reader), ==, 2 + 2 * i);
        }
      assert_end (reader);
    }
}

/* Quotation marks, doubled or not, and line ends in any place across the end of the first piece. */
static void
test_piece_ends (void)
{
  static const char sample[] = "\"x\"\"y\";\"\"\r\n\"z\r\nw\";é\r\n";
  g_autofree char  *filler = g_strnfill (998, 'f');

  for (guint shift = 0; shift < sizeof sample; shift++)
    {
      g_autoptr (GString) text = g_string_new ("a;b\r\n");
      g_autoptr (EqpCsvReader) reader = NULL;
      guint n_rows = 0;

      for (; text->len + 1000 + shift < 256 * 1024; n_rows++)
        g_string_append_printf (text, "%s\r\n", filler);
      while (text->len + shift < 256 * 1024 - 2)
        g_string_append_c (text, 'g');
      g_string_append_printf (text, "\r\n%s%s", sample, sample);
      reader = open_text (text->str);
      for (guint i = 0; i < n_rows + 2; i++)
        g_assert_cmpint (eqp_csv_reader_next (reader, NULL), ==, EQP_CSV_ROW);
      assert_row (reader, n_rows + 3, "x\"y|");
      assert_row (reader, n_rows + 4, "z\nw|é");
      assert_row (reader, n_rows + 6, "x\"y|");
      assert_row (reader, n_rows + 7, "z\nw|é");
      assert_end (reader);
    }
}

/* Without a line end: the last row is read all the same, its mark closed or not; a stray mark spoils it alone. A cell beyond the last is empty. */
static void
test_no_last_line_end (void)
{
  g_autoptr (EqpCsvReader) closed = open_text ("a;b\n1;\"2\"");
  g_autoptr (EqpCsvReader) open = open_text ("a;b\n1;\"2");
  g_autoptr (EqpCsvReader) stray = open_text ("a;b\n1;\"2\"x");
  g_autoptr (EqpCsvReader) doubled = open_text ("a;b\n1;\"2\"\"\"");

  assert_row (closed, 1, "a|b");
  assert_row (closed, 2, "1|2");
  g_assert_cmpstr (eqp_csv_reader_get_field (closed, 2), ==, "");
  assert_end (closed);
  assert_row (open, 1, "a|b");
  assert_bad_row (open, 2, "line 2");
  assert_end (open);
  assert_row (stray, 1, "a|b");
  assert_bad_row (stray, 2, "line 2");
  assert_end (stray);
  assert_row (doubled, 1, "a|b");
  assert_row (doubled, 2, "1|2\"");
  assert_end (doubled);
}

static void
test_long_row (void)
{
  g_autofree char *cell = g_strnfill (600000, 'x');
  g_autofree char *text = g_strconcat ("a;b\n1;\"", cell, "\"\n2;3\n", NULL);
  g_autoptr (EqpCsvReader) reader = open_text (text);

  assert_row (reader, 1, "a|b");
  g_assert_cmpint (eqp_csv_reader_next (reader, NULL), ==, EQP_CSV_ROW);
  g_assert_cmpuint (strlen (eqp_csv_reader_get_field (reader, 1)), ==, 600000);
  assert_row (reader, 3, "2|3");
}

/* A quotation mark that is never closed does not make the rest of a large file one row. */
static void
test_unterminated_in_long_file (void)
{
  g_autoptr (GString) text = g_string_new ("a;b\n\"never;0\n");
  g_autoptr (EqpCsvReader) reader = NULL;
  guint n_rows = 0;

  for (; text->len < 3000000; n_rows++)
    g_string_append (text, "one;two\n");
  reader = open_text (text->str);
  assert_row (reader, 1, "a|b");
  assert_bad_row (reader, 2, "line 2");
  for (guint i = 0; i < n_rows; i++)
    g_assert_cmpint (eqp_csv_reader_next (reader, NULL), ==, EQP_CSV_ROW);
  assert_end (reader);
}

static void
test_seek (void)
{
  g_autoptr (EqpCsvReader) reader = open_text ("a;b\n1;2\n3;4\n");
  goffset offset;
  guint   line;

  assert_row (reader, 1, "a|b");
  eqp_csv_reader_tell (reader, &offset, &line);
  assert_row (reader, 2, "1|2");
  assert_row (reader, 3, "3|4");
  eqp_csv_reader_seek (reader, eqp_csv_reader_get_offset (reader), 3);
  assert_row (reader, 3, "3|4");
  assert_end (reader);
  eqp_csv_reader_seek (reader, offset, line);
  assert_row (reader, 2, "1|2");
}

static void
test_pipe (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EqpCsvReader) reader = NULL;
  g_autofree char *path = NULL;
  int              fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_cmpint (write (fds[1], "a;b\n1;2\n", 8), ==, 8);
  close (fds[1]);
  path = g_strdup_printf ("/proc/self/fd/%d", fds[0]);
  reader = eqp_csv_reader_open (path, &error);
  g_assert_no_error (error);
  close (fds[0]);
  assert_row (reader, 1, "a|b");
  assert_row (reader, 2, "1|2");
  assert_end (reader);
}

static void
test_writer (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const plain[] = { "A", "", "L’Inspé, 2" };
  const char *const signs[] = { "a;b", "say \"x\"", "two\nlines", "=1+1", "+33", "-2", "@me", " x" };
  const char *const none[] = { "" };

  eqp_csv_append_row (text, plain, G_N_ELEMENTS (plain));
  g_assert_cmpstr (text->str, ==, "A;;\"L’Inspé, 2\"\r\n");
  g_string_truncate (text, 0);
  eqp_csv_append_row (text, signs, G_N_ELEMENTS (signs));
  g_assert_cmpstr (text->str, ==, "\"a;b\";\"say \"\"x\"\"\";\"two\nlines\";\"=1+1\";\"+33\";\"-2\";\"@me\";\" x\"\r\n");
  g_string_truncate (text, 0);
  eqp_csv_append_row (text, none, G_N_ELEMENTS (none));
  g_assert_cmpstr (text->str, ==, "\r\n");
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/csv/separators", test_separators);
  g_test_add_func ("/csv/separator-in-quotes", test_separator_in_quotes);
  g_test_add_func ("/csv/line-ends", test_line_ends);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/bad-quotes", test_bad_quotes);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/wrong-encodings", test_wrong_encodings);
  g_test_add_func ("/csv/unreadable", test_unreadable);
  g_test_add_func ("/csv/long-files", test_long_files);
  g_test_add_func ("/csv/piece-ends", test_piece_ends);
  g_test_add_func ("/csv/no-last-line-end", test_no_last_line_end);
  g_test_add_func ("/csv/long-row", test_long_row);
  g_test_add_func ("/csv/unterminated-in-long-file", test_unterminated_in_long_file);
  g_test_add_func ("/csv/seek", test_seek);
  g_test_add_func ("/csv/pipe", test_pipe);
  g_test_add_func ("/csv/writer", test_writer);
  return g_test_run ();
}
