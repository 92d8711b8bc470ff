/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are no project, or are damaged: words, and nothing half done. */
#include <string.h>

#include "exchange/remit-exporter.h"
#include "remit-mspdi-test.h"

#define TASKS "<Tasks><Task><UID>1</UID><Name>Dig</Name></Task></Tasks>"

static void
test_refused (MspdiFixture *f,
              gconstpointer data)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "The file is empty" },
    { "Task;Resource\n", "Line 1" },
    { "<plan xmlns='urn:remit:plan:1'/>", "It begins with <plan>" },
    { "<Project xmlns='http://schemas.microsoft.com/developer/msbuild/2003'/>",
      "This is not a project" },
    { MSPDI_PROJECT "</Project>", "has no calendars, tasks, resources or assignments" },
    { MSPDI_PROJECT "<Name>x</Name></Project>", "has no calendars" },
    { MSPDI_PROJECT TASKS "</Project><x/>", "content after the end" },
    { MSPDI_PROJECT "<Resources/>" TASKS "</Project>", "<Tasks> comes after <Resources>" },
    { MSPDI_PROJECT TASKS TASKS "</Project>", "<Tasks> comes after <Tasks>" },
    { MSPDI_PROJECT "<Tasks><Task></Tasks></Task></Project>", "not well-formed" },
    { MSPDI_PROJECT "<Title>a & b</Title>" TASKS "</Project>", "not well-formed" },
    { "<!DOCTYPE Project [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" MSPDI_PROJECT
      "<Title>&b;</Title>" TASKS "</Project>", "DOCTYPE" },
    { "<!DOCTYPE Project SYSTEM 'http://example.org/x.dtd'>" MSPDI_PROJECT TASKS "</Project>",
      "DOCTYPE" },
    { "<?xml version='1.0' encoding='Shift_JIS'?>" MSPDI_PROJECT TASKS "</Project>",
      "Shift_JIS" },
    { MSPDI_PROJECT "<Title>\x01</Title>" TASKS "</Project>", "character" },
    { MSPDI_PROJECT "<Title>\xff\xfe</Title>" TASKS "</Project>", "Line 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].words);
      mspdi_fixture_write (f, cases[i].text, -1);
      mspdi_fixture_assert_refused (f, cases[i].words);
    }
}

/* Each beginning of a file is refused. */
static void
test_cut (MspdiFixture *f,
          gconstpointer data)
{
  static const char text[] =
    "<?xml version=\"1.0\"?>\n" MSPDI_PROJECT "<Title>Dam</Title><Tasks><Task><UID>1</UID><Name>"
    "Dig</Name></Task></Tasks><Resources><Resource><UID>1</UID><Name>Ada</Name></Resource>"
    "</Resources><Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>"
    "</Assignment></Assignments></Project>";

  for (gsize n = 30; n < strlen (text); n += 3)
    {
      mspdi_fixture_write (f, text, (gssize) n);
      mspdi_fixture_assert_refused (f, "The file ends unexpectedly");
    }
}

static void
test_deep (MspdiFixture *f,
           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (MSPDI_PROJECT);

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "<Tasks>");
  mspdi_fixture_write (f, text->str, -1);
  mspdi_fixture_assert_refused (f, "nested too deeply");
}

/* A name without an end is not read to its end. */
static void
test_endless (MspdiFixture *f,
              gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (MSPDI_PROJECT "<Tasks><Task a=\"");

  for (guint i = 0; i < 400000; i++)
    g_string_append (text, "aaaaaaaa");
  g_string_append (text, "\"/></Tasks></Project>");
  mspdi_fixture_write (f, text->str, -1);
  mspdi_fixture_assert_refused (f, "Line 1");
}

static void
test_unreadable (MspdiFixture *f,
                 gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "none.xml", NULL);
  const char *const paths[] = { nowhere, f->folder, "/dev/zero" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (remit_mspdi_import_run (f->store, paths[i], NULL, &error));
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE);
    }
}

/* Many assignments of one person to one task take time that grows with them, no faster. */
static void
test_many (MspdiFixture *f,
           gconstpointer data)
{
  g_autoptr (GString) body = g_string_new (
    TASKS "<Resources><Resource><UID>1</UID><Name>Ada</Name></Resource></Resources><Assignments>");
  g_autoptr (RemitImportResult) result = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (body, "<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>"
                           "<Units>0.01</Units></Assignment>");
  g_string_append (body, "</Assignments>");
  result = mspdi_fixture_import (f, body->str);
  g_assert_cmpuint (result->added[REMIT_KIND_ASSIGNMENT], ==, 3000);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNCTION)                                                                     \
  g_test_add ("/mspdi/refused/" NAME, MspdiFixture, NULL, mspdi_fixture_set_up, FUNCTION,       \
              mspdi_fixture_tear_down)
  ADD ("refused", test_refused);
  ADD ("cut", test_cut);
  ADD ("deep", test_deep);
  ADD ("endless", test_endless);
  ADD ("unreadable", test_unreadable);
  ADD ("many", test_many);

  return g_test_run ();
}
