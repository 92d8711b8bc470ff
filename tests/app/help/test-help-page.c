/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reading pages of the help: those that there are, what they have, and what is no page. */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "help/remit-help-files.h"
#include "help/remit-help-page.h"
#include "help/remit-help.h"
#include "remit-test.h"

#define PAGE_START \
  "<page xmlns='http://projectmallard.org/1.0/' type='topic' id='x'>"

static RemitHelpPage *
read_text (const char *text,
           GError **error)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.page", NULL);
  RemitHelpPage *page;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  page = remit_help_page_read (path, NULL, NULL, error);
  remit_test_remove_folder (folder);
  return page;
}

/* Returns: a page with these elements in it */
static RemitHelpPage *
read_body (const char *body)
{
  g_autofree char *text = g_strconcat (PAGE_START, body, "</page>", NULL);
  g_autoptr (GError) error = NULL;
  RemitHelpPage *page = read_text (text, &error);

  g_assert_no_error (error);
  return page;
}

static void
assert_block (const RemitHelpPage *page,
              guint i,
              RemitHelpBlockKind kind,
              guint depth,
              const char *marker,
              const char *text)
{
  const RemitHelpBlock *block;

  g_assert_cmpuint (i, <, page->blocks->len);
  block = page->blocks->pdata[i];
  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpuint (block->depth, ==, depth);
  g_assert_cmpstr (block->marker, ==, marker);
  g_assert_cmpstr (block->text, ==, text);
}

/* ── Those that there are ─────────────────────────────────────────────────────────────────── */

static void
test_all (void)
{
  g_auto (GStrv) names = remit_help_files_list_pages ();

  g_assert_cmpuint (g_strv_length (names), >, 10);
  g_assert_true (g_strv_contains ((const char *const *) names, "index"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (names[i], ".page", NULL);
      g_autofree char *path = remit_help_files_dup_path (file);
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitHelpPage) page = remit_help_page_read (path, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (page->title, !=, "");
      g_assert_nonnull (page->description);
      g_assert_true (g_str_equal (names[i], "index") == (page->guide == NULL));
      g_assert_cmpuint (page->blocks->len, >, 1);
    }
}

static void
test_topics (void)
{
  for (const RemitHelpTopic *topic = remit_help_topics; topic->type != NULL; topic++)
    {
      g_autofree char *file = g_strconcat (topic->page, ".page", NULL);
      g_autofree char *path = remit_help_files_dup_path (file);

      g_test_message ("%s", topic->type);
      g_assert_nonnull (path);
    }
  g_assert_null (remit_help_files_dup_path ("none.page"));
}

/* ── What they have ───────────────────────────────────────────────────────────────────────── */

static void
test_info (void)
{
  g_autoptr (RemitHelpPage) page =
    read_body ("<info><link type='guide' xref='index#a'/><link type='seealso' xref='b'/>"
               "<link type='seealso' xref='c'/><desc>What\n it shows.</desc></info>"
               "<title>Do &amp; see</title>");

  g_assert_cmpstr (page->title, ==, "Do &amp; see");
  g_assert_cmpstr (page->description, ==, "What it shows.");
  g_assert_cmpstr (page->guide, ==, "index#a");
  g_assert_cmpuint (page->see_also->len, ==, 2);
  g_assert_cmpstr (page->see_also->pdata[1], ==, "c");
  g_assert_cmpuint (page->blocks->len, ==, 0);
}

static void
test_inline (void)
{
  static const struct {
    const char *mallard;
    const char *markup;
  } texts[] = {
    { "a\n  b <em>c</em>", "a b <i>c</i>" },
    { "<gui>Board</gui>", "<b>Board</b>" },
    { "<guiseq><gui>A</gui> <gui>B…</gui></guiseq>", "<b>A</b> → <b>B…</b>" },
    { "<keyseq><key>Ctrl</key><key>F</key></keyseq>", "<b>Ctrl</b>+<b>F</b>" },
    { "<cmd>a</cmd> <file>b</file> <code>c</code>", "<tt>a</tt> <tt>b</tt> <tt>c</tt>" },
    { "<link xref='staff'>here</link>", "<a href=\"staff\">here</a>" },
    { "<link xref='staff'/>", "<a href=\"staff\">staff</a>" },
    { "<link href='https://example.org/?a=1&amp;b'>x</link>",
      "<a href=\"https://example.org/?a=1&amp;b\">x</a>" },
    { "1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3" },
    { "<unknown>words <em>in it</em></unknown>", "words <i>in it</i>" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *body = g_strdup_printf ("<p>%s</p>", texts[i].mallard);
      g_autoptr (RemitHelpPage) page = read_body (body);

      assert_block (page, 0, REMIT_HELP_PARAGRAPH, 0, NULL, texts[i].markup);
    }
}

static char *
dup_title (const char *page,
           gpointer data)
{
  return g_str_equal (page, "staff") ? g_strdup ("Staff a team") : NULL;
}

static void
test_titles (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "x.page", NULL);
  g_autoptr (RemitHelpPage) page = NULL;

  g_assert_true (g_file_set_contents (path,
                                      PAGE_START "<p><link xref='staff'/>, <link xref='y'/></p>"
                                                 "</page>",
                                      -1, NULL));
  page = remit_help_page_read (path, dup_title, NULL, NULL);
  assert_block (page, 0, REMIT_HELP_PARAGRAPH, 0, NULL,
                "<a href=\"staff\">Staff a team</a>, <a href=\"y\">y</a>");
  remit_test_remove_folder (folder);
}

static void
test_blocks (void)
{
  g_autoptr (RemitHelpPage) page =
    read_body ("<p>First</p>"
               "<steps><title>How</title><item><p>One</p><p>more</p></item>"
               "<item><p>Two</p><list><item><p>Inner</p></item></list></item></steps>"
               "<section id='s'><title>Part</title><note><p>Mind</p></note>"
               "<screen>\n a &lt; b\n  c\n</screen>"
               "<media type='image' src='figures/a.png'><p>A board</p></media></section>"
               "<terms><item><title>Term</title><p>Meaning</p></item></terms>");

  assert_block (page, 0, REMIT_HELP_PARAGRAPH, 0, NULL, "First");
  assert_block (page, 1, REMIT_HELP_PARAGRAPH, 0, NULL, "<b>How</b>");
  assert_block (page, 2, REMIT_HELP_PARAGRAPH, 1, "1.", "One");
  assert_block (page, 3, REMIT_HELP_PARAGRAPH, 1, NULL, "more");
  assert_block (page, 4, REMIT_HELP_PARAGRAPH, 1, "2.", "Two");
  assert_block (page, 5, REMIT_HELP_PARAGRAPH, 2, "•", "Inner");
  assert_block (page, 6, REMIT_HELP_HEADING, 0, NULL, "Part");
  assert_block (page, 7, REMIT_HELP_NOTE, 0, NULL, "Mind");
  assert_block (page, 8, REMIT_HELP_CODE, 0, NULL, "a < b\n  c");
  assert_block (page, 9, REMIT_HELP_PICTURE, 0, NULL, "figures/a.png");
  g_assert_cmpstr (((RemitHelpBlock *) page->blocks->pdata[9])->description, ==, "A board");
  assert_block (page, 10, REMIT_HELP_PARAGRAPH, 0, NULL, "Term");
  assert_block (page, 11, REMIT_HELP_PARAGRAPH, 1, NULL, "Meaning");
  g_assert_cmpuint (page->blocks->len, ==, 12);
  g_assert_cmpuint (page->sections->len, ==, 1);
  g_assert_cmpstr (page->sections->pdata[0], ==, "s");
}

/* Lists without anything, titles of nothing, pictures of nothing. */
static void
test_odd (void)
{
  g_autoptr (RemitHelpPage) page =
    read_body ("<steps/><steps><item/></steps><list><p>no item</p></list><terms><item/></terms>"
               "<media/><section><p>untitled</p></section><note/><screen/>");

  assert_block (page, 0, REMIT_HELP_PARAGRAPH, 0, NULL, "untitled");
  assert_block (page, 1, REMIT_HELP_CODE, 0, NULL, "");
  g_assert_cmpuint (page->blocks->len, ==, 2);
  g_assert_cmpuint (page->sections->len, ==, 0);
  g_assert_cmpstr (page->title, ==, "");
}

/* ── What is no page ──────────────────────────────────────────────────────────────────────── */

static void
test_bad (void)
{
  static const char *const bad[] = {
    "",
    "no XML",
    "<page/>",
    "<page xmlns='urn:remit:plan:1'/>",
    "<book xmlns='http://projectmallard.org/1.0/'/>",
    PAGE_START "<p>cut",
    PAGE_START "<p></page>",
    PAGE_START "&undefined;</page>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (bad[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_help_page_read ("/none/x.page", NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* The parser itself ends what is nested too deep. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (PAGE_START);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "<list><item>");
  g_assert_null (read_text (text->str, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help-page/all", test_all);
  g_test_add_func ("/help-page/topics", test_topics);
  g_test_add_func ("/help-page/info", test_info);
  g_test_add_func ("/help-page/inline", test_inline);
  g_test_add_func ("/help-page/titles", test_titles);
  g_test_add_func ("/help-page/blocks", test_blocks);
  g_test_add_func ("/help-page/odd", test_odd);
  g_test_add_func ("/help-page/bad", test_bad);
  g_test_add_func ("/help-page/missing", test_missing);
  g_test_add_func ("/help-page/deep", test_deep);
  return g_test_run ();
}
