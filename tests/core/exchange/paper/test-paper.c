/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages: that they have what the report has, with its structure; and odd pages of HTML. */
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <libxml/HTMLparser.h>
#include <locale.h>
#include <string.h>

#include "exchange/paper/remit-paper.h"
#include "exchange/remit-exporter.h"
#include "exchange/report/remit-report.h"
#include "remit-test-pdf.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
  RemitExport export;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *workspace = NULL;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "report.pdf", NULL);
  workspace = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (workspace);
  fixture->export = (RemitExport){ .store = fixture->store,
                                   .plan = remit_test_read_sample (fixture->store),
                                   .paper = REMIT_PAPER_A4 };
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

static void
write_pdf (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "pdf"), &fixture->export,
                        fixture->path, &error);
  g_assert_no_error (error);
}

static gboolean
skip (void)
{
  if (remit_test_has_poppler ())
    return FALSE;
  g_test_skip ("There is no Poppler here");
  return TRUE;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in %s", part, text);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;
  return n;
}

/* ── The report ───────────────────────────────────────────────────────────────────────────── */

static gboolean
is_shown (const xmlNode *node)
{
  static const char *const hidden[] = { "head", "style", "title", NULL };

  return node->type != XML_ELEMENT_NODE
         || !g_strv_contains (hidden, (const char *) node->name);
}

/* Every text of the report is on a page. */
static guint
check_texts (const xmlNode *parent,
             const char *pages)
{
  guint n = 0;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE)
      {
        g_auto (GStrv) words = g_strsplit_set ((const char *) node->content, " \n\t", -1);
        g_autofree char *text = g_strjoinv ("", words);

        assert_has (pages, text);
        n++;
      }
    else if (is_shown (node))
      n += check_texts (node, pages);
  return n;
}

static void
test_texts (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  xmlDoc *report;

  if (skip ())
    return;
  for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
    {
      g_autoptr (GString) pages = NULL;

      fixture->export.audience = audience;
      write_pdf (fixture);
      pages = remit_test_read_pdf (fixture->path);
      report = remit_report_build (&fixture->export, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (check_texts (xmlDocGetRootElement (report), pages->str), >, 500);
      xmlFreeDoc (report);
    }
}

static void
test_structure (Fixture *fixture,
                gconstpointer data)
{
  static const char *const parts[] = {
    "Document\n  H1 (block)\n    \"AI teams 2026\"\n", "Table (block)\n        TR\n", "Figure\n",
    "H3 (block)\n", "TOCI\n      Link (inline)\n", "\"Page", "TD\n",
  };
  g_autofree char *text = NULL;
  g_autofree char *pages = NULL;

  if (skip ())
    return;
  write_pdf (fixture);
  text = remit_test_run_poppler ("pdfinfo", "-struct-text", fixture->path);
  pages = remit_test_run_poppler ("pdftotext", "-layout", fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    /* numbers of pages are on their edge, no part of what is read */
    if (g_str_equal (parts[i], "\"Page"))
      g_assert_null (strstr (text, " of 17"));
    else
      assert_has (text, parts[i]);
  assert_has (pages, "Page 2 of ");
  /* each section is in the contents, and on the edges of its pages */
  g_assert_cmpuint (count (pages, "Decision rights"), >=, 3);
  g_assert_cmpuint (count (text, "    H2 (block)"), ==, 10);
}

/* What readers show beside the pages, and about the file. */
static void
test_properties (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *info = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GString) text = NULL;

  if (skip ())
    return;
  write_pdf (fixture);
  info = remit_test_run_poppler ("pdfinfo", "-box", fixture->path);
  assert_has (info, "AI teams 2026");
  assert_has (info, "Tagged:          yes");
  assert_has (info, "(A4)");
  assert_has (info, "Author: ");
  text = remit_test_read_pdf (fixture->path);
  g_assert_nonnull (g_strstr_len (text->str, (gssize) text->len, "/Outlines"));
  g_assert_nonnull (g_strstr_len (text->str, (gssize) text->len, "(Decision rights)"));

  fixture->export.paper = REMIT_PAPER_LETTER;
  fixture->export.audience = REMIT_AUDIENCE_ANONYMOUS;
  write_pdf (fixture);
  other = remit_test_run_poppler ("pdfinfo", "-box", fixture->path);
  assert_has (other, "(letter)");
  g_assert_null (strstr (other, "Author: "));
}

static void
cancel (double share,
        gpointer cancellable)
{
  if (share > 0.8)
    g_cancellable_cancel (cancellable);
}

/* In the middle of the pages. */
static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture->export.cancellable = cancellable;
  fixture->export.progress = cancel;
  fixture->export.progress_data = cancellable;
  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "pdf"), &fixture->export,
                        fixture->path, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* One's own style sheet makes pages, too, and what makes none is said. */
static void
test_own (Fixture *fixture,
          gconstpointer data)
{
  static const char *const sheets[] = {
    "<xsl:template match='/'><html><body><p>Our own</p></body></html></xsl:template>",
    "<xsl:output method='text'/><xsl:template match='/'>words</xsl:template>",
    "<xsl:template match='/'><svg/></xsl:template>",
  };
  g_autofree char *styles = g_build_filename (g_get_user_data_dir (), "remit", "stylesheets", NULL);
  g_autofree char *path = g_build_filename (styles, "own.xsl", NULL);

  g_assert_cmpint (g_mkdir_with_parents (styles, 0700), ==, 0);
  fixture->export.stylesheet = "own";
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *sheet = g_strdup_printf (
        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>%s"
        "</xsl:stylesheet>", sheets[i]);
      g_autoptr (GError) error = NULL;

      g_unlink (fixture->path);
      g_assert_true (g_file_set_contents (path, sheet, -1, NULL));
      remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "pdf"), &fixture->export,
                            fixture->path, &error);
      if (i == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
      g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS) == (i == 0));
    }
  remit_test_remove_folder (g_steal_pointer (&styles));
}

/* ── Pages of HTML ────────────────────────────────────────────────────────────────────────── */

/* Writes pages, and returns their text as @option of pdftotext has it. */
static char *
lay_out (const char *direction,
         const char *body,
         const char *option,
         guint *n_pages)
{
  g_autofree char *html = g_strdup_printf ("<html dir='%s'><head><title>T</title></head>%s</html>",
                                           direction != NULL ? direction : "ltr", body);
  xmlDoc *page = htmlReadMemory (html, (int) strlen (html), NULL, "UTF-8", HTML_PARSE_NOERROR);
  const RemitPaperForm form = { .width = 400, .height = 500, .margin = 40 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitPaper) paper = remit_paper_new (page, &form, NULL, &error);
  g_autofree char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, form.width, form.height);
  char *text = NULL;

  g_assert_no_error (error);
  xmlFreeDoc (page);
  g_assert_true (remit_paper_write (paper, surface, NULL, NULL, NULL));
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  *n_pages = remit_paper_get_n_pages (paper);
  if (remit_test_has_poppler ())
    text = g_str_equal (option, "-struct-text")
             ? remit_test_run_poppler ("pdfinfo", option, path)
             : remit_test_run_poppler ("pdftotext", option, path);
  remit_test_remove_folder (g_steal_pointer (&folder));
  return text;
}

static void
add_cells (GString *table,
           const char *format,
           guint row,
           guint n)
{
  g_string_append (table, "<tr>");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%ux%u", i == 0 ? "row" : "cell", row, i);

      g_string_append_printf (table, format, name);
    }
  g_string_append (table, "</tr>");
}

/* Wider and longer than a page: each page says what its rows and columns are. */
static void
test_matrix (void)
{
  g_autoptr (GString) table = g_string_new ("<body><table class='matrix'><thead>");
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  if (skip ())
    return;
  add_cells (table, "<th>%s</th>", 0, 20);
  g_string_append (table, "</thead><tbody>");
  for (guint i = 1; i <= 60; i++)
    add_cells (table, "<td>%s</td>", i, 20);
  g_string_append (table, "</tbody></table></body>");
  text = lay_out (NULL, table->str, "-layout", &n_pages);
  g_assert_cmpuint (n_pages, >=, 8);
  g_assert_cmpuint (count (text, "cell60x19"), ==, 1);
  for (guint i = 1; i < 20; i++)
    {
      g_autofree char *head = g_strdup_printf ("cell0x%u ", i);
      g_autofree char *end = g_strdup_printf ("cell0x%u\n", i);

      g_assert_cmpuint (count (text, head) + count (text, end), >=, 2);
    }
  pages = g_strsplit (text, "\f", -1);
  for (guint i = 0; i < n_pages; i++)
    {
      assert_has (pages[i], "row0x0");
      g_assert_cmpuint (count (pages[i], "row"), >=, 2);
    }
}

/* A row higher than a page, a word wider than one, and a paragraph over several. */
static void
test_large (void)
{
  g_autofree char *word = g_strnfill (2000, 'W');
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *body = NULL;
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint n_pages;

  if (skip ())
    return;
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (lines, "<div>line%u.</div>", i);
  body = g_strdup_printf ("<body><p>%s</p><table><tr><td>%s</td><td>%s</td></tr></table>"
                          "<ul class='slots'><li>%s</li></ul></body>",
                          word, lines->str, word, lines->str);
  text = lay_out (NULL, body, "-raw", &n_pages);
  g_assert_cmpuint (n_pages, >, 10);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *line = g_strdup_printf ("line%u.", i);

      g_assert_cmpuint (count (text, line), ==, 2);
    }
  g_assert_cmpuint (count (text, "W"), ==, 4000);
  g_assert_null (strchr (text, '-')); /* where words were broken */
}

/* A slot is on one page, as long as it fits there. */
static void
test_slots (void)
{
  g_autoptr (GString) body = g_string_new ("<body><div class='board'><article><ul class='slots'>");
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  if (skip ())
    return;
  for (guint i = 0; i < 60; i++)
    g_string_append (body, "<li><div>begins</div><div>lasts</div><div>ends</div></li>");
  g_string_append (body, "</ul></article></div></body>");
  text = lay_out (NULL, body->str, "-raw", &n_pages);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (n_pages, >, 3);
  for (guint i = 0; i < n_pages; i++)
    {
      g_assert_cmpuint (count (pages[i], "begins"), >, 3);
      g_assert_cmpuint (count (pages[i], "begins"), ==, count (pages[i], "ends"));
    }
}

/* A heading is not the last thing on a page. */
static void
test_headings (void)
{
  g_autoptr (GString) body = g_string_new ("<body>");
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  if (skip ())
    return;
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (body, "<h3>heading</h3><p class='dim'>state</p><p>text%u</p>", i);
  g_string_append (body, "</body>");
  text = lay_out (NULL, body->str, "-raw", &n_pages);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (n_pages, >, 5);
  for (guint i = 0; i + 1 < n_pages; i++)
    g_assert_cmpuint (count (pages[i], "heading"), ==, count (pages[i], "text"));
}

/* What comes first is on the left, or on the right. */
static void
test_right_to_left (void)
{
  static const char body[] = "<body><table><tr><td>first</td><td>last</td></tr></table></body>";
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  guint n_pages;

  if (skip ())
    return;
  left = lay_out (NULL, body, "-layout", &n_pages);
  right = lay_out ("rtl", body, "-layout", &n_pages);
  g_assert_true (strstr (left, "first") < strstr (left, "last"));
  g_assert_true (strstr (right, "first") > strstr (right, "last"));
}

/* What nobody would write, or only by mistake. */
static void
test_odd (void)
{
  static const char *const bodies[] = {
    "<body></body>",
    "<body><p></p><ul></ul><table></table><table><tr></tr></table><dl class='tiles'></dl></body>",
    "<body><table><thead><tr><td>only a head</td></tr></thead></table></body>",
    "<body><table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table></body>",
    "<body><svg width='1e300' height='-1'><rect x='nan' y='inf' width='9' height='9'/>"
    "<path d='M 1 2 H'/><path d='M 1 2 C 3 4 5 6'/><path/><text x='x'>t</text><rect/></svg></body>",
    "<body><svg><path d='M 0 0 L 9 9'/></svg></body>",
    "<body><a href='#nowhere'>a</a> <a href='#'>b</a> <a href='http://x/'>c</a>"
    " <p id=\"it's \\ here\"><a href=\"#it's \\ here\">d</a></p></body>",
    "<body><div class='board'>text<article></article><article><h3>x</h3></article></div></body>",
    "<body><dl class='legend'><div></div><div><dt>a</dt></div></dl></body>",
    "<body><nav><ul><li>none</li><li><a href='#x'>no</a></li></ul></nav></body>",
    "<body>text <p>in</p> between <br><br> lines &nbsp; &#x202e; &#x0;</body>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *text = NULL;
      guint n_pages;

      g_test_message ("%s", bodies[i]);
      text = lay_out (NULL, bodies[i], "-raw", &n_pages);
      g_assert_cmpuint (n_pages, ==, 1);
    }
}

/* As deep as it gets, in whatever way. */
static void
test_deep (void)
{
  static const char *const names[] = { "div", "ul", "li", "span", "a", "table" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GString) body = g_string_new ("<body>");
      g_autofree char *text = NULL;
      guint n_pages;

      for (guint j = 0; j < 200; j++)
        g_string_append_printf (body, "<%s>x ", names[i]);
      text = lay_out (NULL, body->str, "-raw", &n_pages);
      g_assert_cmpuint (n_pages, <, 100);
    }
}

/* What only a style sheet makes: so deep that a stack would not hold it. */
static void
test_too_deep (void)
{
  xmlDoc *page = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *node = xmlNewDocNode (page, NULL, BAD_CAST "html", NULL);
  const RemitPaperForm form = { .width = 400, .height = 500, .margin = 40 };
  g_autoptr (GError) error = NULL;

  xmlDocSetRootElement (page, node);
  node = xmlNewChild (node, NULL, BAD_CAST "body", NULL);
  for (guint i = 0; i < 200000; i++)
    {
      xmlNewChild (node, NULL, BAD_CAST "p", BAD_CAST "x");
      node = xmlNewChild (node, NULL, BAD_CAST "div", NULL);
    }
  g_assert_null (remit_paper_new (page, &form, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  xmlFreeDoc (page);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  remit_test_silence_checker ();
#define ADD(path, func) \
  g_test_add ("/exchange/paper/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("texts", test_texts);
  ADD ("structure", test_structure);
  ADD ("properties", test_properties);
  ADD ("cancelled", test_cancelled);
  ADD ("own", test_own);
#undef ADD
  g_test_add_func ("/exchange/paper/matrix", test_matrix);
  g_test_add_func ("/exchange/paper/large", test_large);
  g_test_add_func ("/exchange/paper/slots", test_slots);
  g_test_add_func ("/exchange/paper/headings", test_headings);
  g_test_add_func ("/exchange/paper/right-to-left", test_right_to_left);
  g_test_add_func ("/exchange/paper/odd", test_odd);
  g_test_add_func ("/exchange/paper/deep", test_deep);
  g_test_add_func ("/exchange/paper/too-deep", test_too_deep);
  return g_test_run ();
}
