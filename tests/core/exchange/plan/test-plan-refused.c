/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are no plans, or bad ones: refused with the place and in words, and nothing
 * changed. */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "remit-plan-test.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ATTRIBUTES \
  "xmlns=\"urn:remit:plan:1\" format=\"1.0\" id=\"0000000000000001\" name=\"P\""
#define SKILL "<skills>\n<skill id=\"0000000000000011\" name=\"Python\"/>\n</skills>\n"
#define ROLE "<roles>\n<role id=\"0000000000000021\" key=\"k\" name=\"R\"/>\n</roles>\n"
#define ADA "<people>\n<person id=\"0000000000000031\" name=\"Ada\"/>\n</people>\n"
#define IN_TEAM(slots) \
  SKILL ROLE ADA "<teams>\n<team id=\"0000000000000041\" name=\"T\">\n" slots "</team>\n</teams>\n"
#define SLOT(parts) \
  IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000021\">\n" parts "</slot>\n")

/**
 * BadFile:
 * @body: what stands in `<plan>`, or
 * @whole: the whole file
 * @message: what the error says, with the place in the file
 */
typedef struct {
  const char *name;
  const char *body;
  const char *whole;
  const char *message;
} BadFile;

static const BadFile files[] = {
  { "empty", NULL, "", "Line 1, column 1: The file is empty" },
  { "no-xml", NULL, "name,email\nAda,ada@example.org\n",
    "Line 1, column 1: This is not an XML file" },
  { "other-xml", NULL, "<html/>", "Line 1, column 1: This is not a Remit plan. It begins with "
                                  "<html>; expected <plan xmlns=\"urn:remit:plan:1\">." },
  { "no-namespace", NULL, HEAD "<plan name=\"P\"/>",
    "Line 2, column 1: This is not a Remit plan. It begins with <plan>" },
  { "other-namespace", NULL, HEAD "<plan xmlns=\"urn:other\"/>",
    "Line 2, column 1: This is not a Remit plan." },
  { "newer-namespace", NULL, "<plan xmlns=\"urn:remit:plan:2\"/>",
    "written by a newer Remit, in format 2; this version reads 1.x. Update Remit" },
  { "newer-format", NULL, HEAD "<plan xmlns=\"urn:remit:plan:1\" format=\"2.0\"/>",
    "Line 2, column 1: The plan was written by a newer Remit, in format 2.0; this version" },
  { "newer-minor", NULL,
    HEAD "<plan xmlns=\"urn:remit:plan:1\" format=\"1.99\" id=\"0000000000000001\" name=\"P\">\n"
         "<omens/></plan>",
    "written by a newer Remit (format 1.99). Line 3, column 1: Unexpected <omens>" },
  { "no-format", NULL, "<plan xmlns=\"urn:remit:plan:1\"/>", "needs the attribute “format”" },
  { "bad-format", NULL, "<plan xmlns=\"urn:remit:plan:1\" format=\"0.9\"/>",
    "Unsupported format version “0.9”" },

  { "unknown-audience", NULL,
    HEAD "<plan " ATTRIBUTES " audience=\"rivals\">\n<people/>\n</plan>",
    "Line 2, column 1: Unknown audience “rivals”; known audiences: full, stakeholder, anonymous" },
  { "empty-audience", NULL, HEAD "<plan " ATTRIBUTES " audience=\"\"/>",
    "Line 2, column 1: Unknown audience “”" },

  { "doctype", NULL, HEAD "<!DOCTYPE plan>\n<plan " ATTRIBUTES "/>",
    "Line 2, column 1: The file has a document type definition (DOCTYPE)" },
  { "external-doctype", NULL, HEAD "<!DOCTYPE plan SYSTEM \"file:///etc/passwd\">\n<plan/>",
    "Line 2, column 1: The file has a document type" },
  { "external-entity", NULL,
    HEAD "<!DOCTYPE plan [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<plan name=\"&x;\"/>",
    "Line 2, column 1: The file has a document type" },
  { "billion-laughs", NULL,
    HEAD "<!DOCTYPE plan [\n<!ENTITY a \"ha\">\n<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
         "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">\n]>\n<plan name=\"&c;\"/>",
    "Line 2, column 1: The file has a document type" },
  { "entity", "<skills>&lol;</skills>", NULL, "Line 3, column 14: This is not well-formed XML" },
  { "include", "<include xmlns=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>\n", NULL,
    "Line 3, column 1: Unexpected <include> in <plan>" },

  { "cut-off", NULL, HEAD "<plan " ATTRIBUTES ">\n<skills>\n", "Line 4, column 1: " },
  { "cut-off-tag", NULL, HEAD "<plan " ATTRIBUTES ">\n<skills", "Line 3, column 8: " },
  { "wrong-end", "<skills>\n</roles>\n", NULL, "Line 4, column 9: This is not well-formed XML" },
  { "attribute-twice", NULL, HEAD "<plan " ATTRIBUTES " name=\"Q\"/>",
    "Line 2, column 84: This is not well-formed XML" },
  { "two-roots", NULL, HEAD "<plan " ATTRIBUTES "/>\n<plan/>",
    "Line 3, column 1: The file has content after the end of the plan" },
  { "control-character", NULL, HEAD "<plan xmlns=\"&#1;\"/>",
    "Line 2, column 18: The file has a character that XML does not allow" },
  { "latin-1", NULL, HEAD "<plan xmlns=\"\xe9\"/>",
    "Line 2, column 14: The text is not in the encoding" },
  { "unknown-encoding", NULL, "<?xml version=\"1.0\" encoding=\"KLINGON\"?>\n<plan/>",
    "Line 1, column 1: The file is in the encoding “KLINGON”. Save it as UTF-8." },
  { "shift-jis", NULL,
    "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\n<plan " ATTRIBUTES " name=\"X\377\200\"/>",
    "Line 1, column 1: The file is in the encoding “Shift_JIS”. Save it as UTF-8." },
  { "latin-1-declared", NULL,
    "<?xml version='1.0'  encoding = 'iso-8859-1' ?>\n<plan " ATTRIBUTES " name=\"\351\"/>",
    "Line 1, column 1: The file is in the encoding “iso-8859-1”. Save it as UTF-8." },
  { "no-encoding", NULL, "<?xml version=\"1.0\" encoding=\"\377\033[2J\"?>\n<plan/>",
    "Line 1, column 1: The file is in the encoding “?”. Save it as UTF-8." },

  { "order", ROLE SKILL, NULL, "Line 6, column 1: Unexpected <skills> in <plan>; expected "
                               "<people>, <teams>, <decisions>, <ladders>, <conflicts>, <waivers>, "
                               "<comments>, <history>" },
  { "unknown-element", SLOT ("  <wish/>\n"), NULL,
    "Line 15, column 3: Unexpected <wish> in <slot>; expected <needs>, <assignment>" },
  { "nested-teams", IN_TEAM ("<team id=\"0000000000000042\" name=\"U\"/>\n"), NULL,
    "Line 14, column 1: Unexpected <team> in <team>; expected <slot>" },
  { "nested-plan", "<plan " ATTRIBUTES "/>\n", NULL, "Line 3, column 1: Unexpected <plan>" },
  { "child-of-empty",
    SKILL "<people>\n<person id=\"0000000000000031\" name=\"Ada\">\n"
          "<has skill=\"0000000000000011\"><x/></has></person></people>\n",
    NULL, "Line 8, column 31: Unexpected <x> in <has>" },
  { "text", "<teams>\nhello</teams>\n", NULL, "Unexpected text in <teams>" },
  { "text-in-empty", "<history length=\"1\" head=\"\">x</history>\n", NULL, "Line 3, column 1: " },
  { "cdata", "<teams><![CDATA[x]]></teams>\n", NULL, "Unexpected text in <teams>" },

  { "unknown-attribute",
    IN_TEAM ("<slot id=\"0000000000000051\"\n role=\"0000000000000021\" colour=\"red\"/>\n"), NULL,
    "Line 15, column 34: <slot> cannot have the attribute “colour”" },
  { "implied-attribute",
    IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000021\" plan=\"1\"/>\n"), NULL,
    "<slot> cannot have the attribute “plan”" },
  { "prefixed-attribute", NULL, HEAD "<plan " ATTRIBUTES " xml:lang=\"en\"/>",
    "Line 2, column 1: <plan> does not match the schema: The attribute 'lang' is not allowed" },
  { "missing-attribute", IN_TEAM ("<slot id=\"0000000000000051\"/>\n"), NULL,
    "Line 14, column 1: <slot> needs the attribute “role”" },
  { "missing-id", "<skills>\n<skill name=\"x\"/>\n</skills>\n", NULL,
    "Line 4, column 1: <skill> needs the attribute “id”" },
  { "bad-id", "<skills>\n<skill id=\"XYZ\" name=\"x\"/>\n</skills>\n", NULL,
    "Line 4, column 12: id=\"XYZ\" is not an id; expected 16 lower-case hexadecimal digits" },
  { "upper-case-id", "<skills>\n<skill id=\"00000000000000AB\" name=\"x\"/>\n</skills>\n", NULL,
    "Line 4, column 12: id=\"00000000000000AB\" is not an id" },
  { "zero-id", "<skills>\n<skill id=\"0000000000000000\" name=\"x\"/>\n</skills>\n", NULL,
    "Line 4, column 12: id=\"0000000000000000\" is not an id" },
  { "huge-id", "<skills>\n<skill id=\"f000000000000001\" name=\"x\"/>\n</skills>\n", NULL,
    "Line 4, column 12: id=\"f000000000000001\" is not an id" },
  { "number",
    IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000021\"\n fte=\"2000\"/>\n"), NULL,
    "Line 15, column 7: Demand: 2000 is not between 0 and 1000" },
  { "no-number",
    IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000021\"\n fte=\"much\"/>\n"), NULL,
    "Line 15, column 7: Demand: “much” is not a whole number" },
  { "boolean",
    IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000021\"\n required=\"?\"/>\n"), NULL,
    "Line 15, column 12: Required: “?” is not “true” or “false”" },
  { "choice", "<teams>\n<team id=\"0000000000000041\" name=\"T\"\n ai-risk=\"mild\"/>\n</teams>\n",
    NULL, "Line 5, column 11: AI risk: “mild” is not one of “unassessed”, “minimal”, “limited”" },
  { "day",
    IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000021\"\n from=\"2026-02-30\"/>\n"),
    NULL, "Line 15, column 8: From: “2026-02-30” is not a date such as 2026-03-31" },
  { "empty-day",
    IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000021\"\n from=\"\"/>\n"), NULL,
    "Line 15, column 8: The attribute “from” is empty; remove it" },
  { "span",
    IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000021\" from=\"2026-03-02\""
             " until=\"2026-03-01\"/>\n"),
    NULL, "Line 14, column 1: The first day, " },
  { "empty-name", "<skills>\n<skill id=\"0000000000000011\" name=\"\"/>\n</skills>\n", NULL,
    "Line 4, column 36: Name must not be empty" },

  { "id-twice", "<skills>\n<skill id=\"0000000000000011\" name=\"A\"/>\n"
                "<skill id=\"0000000000000011\" name=\"B\"/>\n</skills>\n",
    NULL, "Line 5, column 1: The file already has a <skill> with this id" },
  { "assignment-twice",
    IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000021\">\n"
             "<assignment id=\"0000000000000061\" person=\"0000000000000031\"/>\n</slot>\n"
             "<slot id=\"0000000000000052\" role=\"0000000000000021\">\n"
             "<assignment id=\"0000000000000061\" person=\"0000000000000031\"/>\n</slot>\n"),
    NULL, "Line 18, column 1: The file already has a <assignment> with this id" },
  { "name-twice", "<skills>\n<skill id=\"0000000000000011\" name=\"A\"/>\n"
                  "<skill id=\"0000000000000012\" name=\"a\"/>\n</skills>\n",
    NULL, "Line 5, column 1: " },
  { "key-twice", "<roles>\n<role id=\"0000000000000021\" key=\"k\" name=\"A\"/>\n"
                 "<role id=\"0000000000000022\" key=\"k\" name=\"B\"/>\n</roles>\n",
    NULL, "Line 5, column 1: " },
  { "need-twice",
    SLOT ("<needs skill=\"0000000000000011\"/>\n<needs skill=\"0000000000000011\"/>\n"), NULL,
    "Line 16, column 1: This <needs> repeats an earlier one" },
  { "in-slot-twice",
    SLOT ("<assignment id=\"0000000000000061\" person=\"0000000000000031\"/>\n"
          "<assignment id=\"0000000000000062\" person=\"0000000000000031\"/>\n"),
    NULL, "Line 16, column 1: This person is already in this slot on these dates" },
  { "no-such-role", IN_TEAM ("<slot id=\"0000000000000051\" role=\"0000000000000099\"/>\n"), NULL,
    "Line 14, column 1: role=\"0000000000000099\" does not exist: the file has no <role> with this "
    "id" },
  { "no-such-person",
    SLOT ("<assignment id=\"0000000000000061\" person=\"0000000000000099\"/>\n"), NULL,
    "Line 15, column 1: person=\"0000000000000099\" does not exist" },
  { "no-such-parent",
    "<teams>\n\n<team id=\"0000000000000041\" name=\"T\" parent=\"0000000000000099\"/>\n</teams>\n",
    NULL, "Line 5, column 1: parent=\"0000000000000099\" does not exist: the file has no <team>" },
  { "own-parent",
    "<teams>\n<team id=\"0000000000000041\" name=\"T\" parent=\"0000000000000041\"/>\n</teams>\n",
    NULL, "Line 4, column 1: The attribute “parent” refers to the same <team>" },
  { "circle-of-parents",
    "<teams>\n<team id=\"0000000000000041\" name=\"A\" parent=\"0000000000000043\"/>\n"
    "<team id=\"0000000000000042\" name=\"B\" parent=\"0000000000000041\"/>\n"
    "<team id=\"0000000000000043\" name=\"C\" parent=\"0000000000000042\"/>\n</teams>\n",
    NULL, "Line 4, column 1: The attribute “parent” refers to the same <team>" },
};

/* A workspace with a plan of the same id in it, so that there is something to spoil. */
static void
set_up (PlanFixture *self,
        gconstpointer data)
{
  g_autofree char *text = plan_test_wrap (SKILL ADA);
  RemitImportResult *result;

  plan_fixture_set_up (self, data);
  result = plan_fixture_read (self, text);
  remit_import_result_free (result);
}

static void
assert_refused (PlanFixture *fixture,
                const char *path,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autofree char *hash = NULL;
  gint64 length;

  g_assert_null (remit_plan_read (fixture->store, path, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, message);

  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (remit_history_get_head (fixture->store, &length, &hash, NULL));
  g_assert_cmpint (length, ==, 1);
}

static void
test_bad_file (PlanFixture *fixture,
               gconstpointer data)
{
  const BadFile *file = data;
  g_autofree char *wrapped = NULL;
  g_autofree char *path = NULL;

  if (file->body != NULL)
    wrapped = g_strconcat (HEAD "<plan " ATTRIBUTES ">\n", file->body, "</plan>\n", NULL);
  path = plan_fixture_write (fixture, file->body != NULL ? wrapped : file->whole);
  assert_refused (fixture, path, file->message);
}

static void
test_nul (PlanFixture *fixture,
          gconstpointer data G_GNUC_UNUSED)
{
  static const char text[] = HEAD "<plan " ATTRIBUTES ">\n<skills>\n\0</skills>\n</plan>\n";
  g_autofree char *path = g_build_filename (fixture->folder, "nul.xml", NULL);

  g_assert_true (g_file_set_contents (path, text, sizeof text - 1, NULL));
  assert_refused (fixture, path, "Line ");
}

/* libxml2 would convert these without being asked, and in some of them does not live to tell. */
static void
test_wide (PlanFixture *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    char begin[5];
    const char *message;
  } wide_files[] = {
    { "<\0\0\0", "Line 1, column 1: The file is in the encoding “UTF-32”. Save it as UTF-8." },
    { "\377\376\0\0", "Line 1, column 1: The file is in the encoding “UTF-32”." },
    { "\0\0<\0", "Line 1, column 1: The file is in the encoding “UCS-4”." },
    { "Lo\247\224", "Line 1, column 1: The file is in the encoding “EBCDIC”." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wide_files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "wide.xml", NULL);

      g_assert_true (g_file_set_contents (path, wide_files[i].begin, 4, NULL));
      assert_refused (fixture, path, wide_files[i].message);
    }
}

static void
test_utf_16 (PlanFixture *fixture,
             gconstpointer data G_GNUC_UNUSED)
{
  static const char text[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<plan " ATTRIBUTES "/>";
  g_autofree char *path = g_build_filename (fixture->folder, "utf-16.xml", NULL);
  gsize length;
  g_autofree char *wide = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  /* half a letter is missing */
  g_assert_true (g_file_set_contents (path, wide, (gssize) length - 21, NULL));
  assert_refused (fixture, path, "Line ");
  g_assert_true (g_file_set_contents (path, wide, (gssize) length, NULL));
  result = remit_plan_read (fixture->store, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->plan, ==, 1);
}

static void
test_unreadable (PlanFixture *fixture,
                 gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "none.xml", NULL);

  g_assert_null (remit_plan_read (fixture->store, path, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);

  g_assert_null (remit_plan_read (fixture->store, fixture->folder, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE);
}

static void
test_other_plan (PlanFixture *fixture,
                 gconstpointer data G_GNUC_UNUSED)
{
  static const char text[] =
    "<plan xmlns=\"urn:remit:plan:1\" format=\"1.0\" id=\"0000000000000002\" name=\"Copy\">\n"
    "<teams>\n<team id=\"0000000000000041\" name=\"T\"/>\n</teams>\n</plan>\n";
  g_autofree char *plan = plan_test_wrap ("<teams>\n<team id=\"0000000000000041\" name=\"T\"/>\n"
                                          "</teams>\n");
  g_autoptr (RemitImportResult) result = plan_fixture_read (fixture, plan);
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_plan_read (fixture->store, path, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "Line 3, column 1: This <team> belongs to another plan in the workspace, "
                   "“Plan”. A file can only replace the plan it was exported from.");
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* A file of @size bytes: @before, then @filling again and again, then @after. */
static char *
write_large (PlanFixture *fixture,
             gsize size,
             const char *before,
             const char *filling,
             const char *after)
{
  char *path = g_build_filename (fixture->folder, "large.xml", NULL);
  g_autoptr (GString) block = g_string_new (NULL);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  while (block->len < 1 << 20)
    g_string_append (block, filling);
  fputs (before, file);
  for (gsize written = 0; written < size; written += block->len)
    fwrite (block->str, 1, block->len, file);
  fputs (after, file);
  g_assert_cmpint (fclose (file), ==, 0);
  return path;
}

static gsize
get_peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (gsize) usage.ru_maxrss * 1024;
}

typedef struct {
  const char *name;
  const char *before;
  const char *filling;
  const char *after;
  const char *message;
} LargeFile;

static const LargeFile large_files[] = {
  { "white-space", "<plan " ATTRIBUTES ">", "  \n ", "<x/></plan>", "Unexpected <x>" },
  { "comments", "<plan " ATTRIBUTES ">", "<!-- c -->", "<x/></plan>", "Unexpected <x>" },
  { "comment", "<plan " ATTRIBUTES "><!--", "c\n", "--></plan>", "too long for a plan" },
  { "value", "<plan " ATTRIBUTES " purpose=\"", "abc", "\"/>", "too long for a plan" },
  { "tag", "<plan " ATTRIBUTES, "    ", "/>", "too long for a plan" },
  { "name", "<plan " ATTRIBUTES "><", "abc", "/></plan>", "too long for a plan" },
  { "text", "<plan " ATTRIBUTES "><teams>", "abc", "</teams></plan>", "Unexpected text" },
  { "element", "<plan " ATTRIBUTES "><teams>", "<team>", "</teams></plan>", "<team> needs" },
  { "skills", "<plan " ATTRIBUTES "><skills>", "<skill id=\"0000000000000012\" name=\"s\"/>\n",
    "</skills></plan>", "with this id" },
};

#ifdef REMIT_TEST_SANITIZED
#define LARGE (10 * 1000 * 1000) /* a matter of time */
#else
#define LARGE (100 * 1000 * 1000)
#endif

/* 100 MB of anything are refused as soon as they are wrong, without being kept in memory. */
static void
test_large (PlanFixture *fixture,
            gconstpointer data)
{
  const LargeFile *file = data;
  gsize size = LARGE;
  g_autofree char *path = write_large (fixture, size, file->before, file->filling, file->after);
  G_GNUC_UNUSED gsize before = get_peak_memory ();

  assert_refused (fixture, path, file->message);
#ifndef REMIT_TEST_SANITIZED
  g_assert_cmpuint (get_peak_memory () - before, <, size / 4);
#endif
}

static void
test_deep (PlanFixture *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) text = g_string_new (HEAD "<plan " ATTRIBUTES "><teams>");
  g_autofree char *path = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "<team id=\"0000000000000041\" name=\"T\">");
  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "</team>");
  g_string_append (text, "</teams></plan>");
  path = plan_fixture_write (fixture, text->str);
  assert_refused (fixture, path, "Unexpected <team> in <team>");
}

/* White space around values, comments and prefixes are all fine. */
static void
test_accepted (PlanFixture *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  static const char *const texts[] = {
    HEAD "<r:plan xmlns:r=\"urn:remit:plan:1\" format=\"1.0\" id=\"0000000000000001\" name=\"P\">"
         "<!-- c --><?x y?><r:skills/></r:plan>",
    HEAD "<plan " ATTRIBUTES " status=\" draft \"/>",
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<plan xmlns=\"urn:remit:plan:1\""
    " format=\"1.0\" id=\" 0000000000000001 \" name=\"é\"/>",
    HEAD "<plan " ATTRIBUTES " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
         " xsi:schemaLocation=\"urn:remit:plan:1 http://127.0.0.1:9/plan.xsd\"/>",
    "<plan xmlns=\"urn:remit:plan:1\" format=\"1.9\" id=\"0000000000000001\" name=\"P\"/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RemitImportResult) result = plan_fixture_read (fixture, texts[i]);

      g_assert_cmpint (result->plan, ==, 1);
    }
}

static void
add_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/plan-refused/", files[i].name, NULL);

      g_test_add (path, PlanFixture, &files[i], set_up, test_bad_file, plan_fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (large_files); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/plan-refused/large/", large_files[i].name,
                                           NULL);

      g_test_add (path, PlanFixture, &large_files[i], set_up, test_large, plan_fixture_tear_down);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                         \
  g_test_add ("/exchange/plan-refused/" name, PlanFixture, NULL, set_up, function, \
              plan_fixture_tear_down)
  add_all ();
  ADD ("nul", test_nul);
  ADD ("wide", test_wide);
  ADD ("utf-16", test_utf_16);
  ADD ("unreadable", test_unreadable);
  ADD ("other-plan", test_other_plan);
  ADD ("deep", test_deep);
  ADD ("accepted", test_accepted);

  return g_test_run ();
}
