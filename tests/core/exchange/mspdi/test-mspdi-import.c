/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project as a plan: the outline, tasks, resources and assignments. */
#include "exchange/remit-import-source.h"
#include "remit-mspdi-test.h"

#define TASK(UID, LEVEL, NAME, MORE)                                                     \
  "<Task><UID>" UID "</UID><ID>" UID "</ID><Name>" NAME "</Name>"                        \
  "<OutlineLevel>" LEVEL "</OutlineLevel>" MORE "</Task>"
#define DAYS(FROM, UNTIL) "<Start>" FROM "T08:00:00</Start><Finish>" UNTIL "T17:00:00</Finish>"
#define RESOURCE(UID, NAME, MORE) \
  "<Resource><UID>" UID "</UID><Name>" NAME "</Name><Type>1</Type>" MORE "</Resource>"
#define ASSIGNMENT(TASK_UID, RESOURCE_UID, MORE)                                         \
  "<Assignment><TaskUID>" TASK_UID "</TaskUID><ResourceUID>" RESOURCE_UID "</ResourceUID>" \
  MORE "</Assignment>"

static const char harbour[] =
  "<Title>New harbour</Title><Tasks>"
  TASK ("0", "0", "New harbour", "<Summary>1</Summary>")
  TASK ("1", "1", "Quay", "<Summary>1</Summary><Notes>Two berths.</Notes>")
  TASK ("2", "2", "Piling", DAYS ("2026-03-02", "2026-04-10") "<Notes>From the north.</Notes>")
  TASK ("3", "2", "Cranes", "<Summary>1</Summary>")
  TASK ("4", "3", "Rails", DAYS ("2026-05-04", "2026-05-29"))
  TASK ("5", "1", "Dredging", "<Summary>1</Summary>")
  TASK ("6", "2", "Survey", "")
  "</Tasks><Resources>"
  RESOURCE ("1", "Ilse Brandt", "<MaxUnits>0.80</MaxUnits><Group>Works</Group>"
                                "<EmailAddress>ilse@harbour.example</EmailAddress>"
                                "<Code>H-7</Code><Notes>Speaks Danish.</Notes>")
  RESOURCE ("2", "Omar Nasser", "<MaxUnits>1</MaxUnits>")
  "</Resources><Assignments>"
  ASSIGNMENT ("2", "1", DAYS ("2026-03-02", "2026-03-20") "<Units>0.5</Units>")
  ASSIGNMENT ("2", "2", DAYS ("2026-03-23", "2026-04-10") "<Units>1</Units>"
                        "<BookingType>1</BookingType>")
  ASSIGNMENT ("4", "2", DAYS ("2026-05-04", "2026-05-29") "<Units>0.335</Units>")
  ASSIGNMENT ("6", "-65535", "<Units>0.4</Units>")
  "</Assignments>";

static void
test_outline (MspdiFixture *f,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (f, harbour);

  mspdi_fixture_assert_rows (f, "SELECT name FROM plan", "New harbour");
  mspdi_fixture_assert_rows (f, MSPDI_TEAMS, "Quay\nQuay > Cranes\nDredging");
  mspdi_fixture_assert_rows (f, "SELECT purpose FROM team WHERE name = 'Quay'", "Two berths.");
  mspdi_fixture_assert_rows (
    f, MSPDI_SEATS,
    "Quay / Piling 100 2026-03-02..2026-04-10: Ilse Brandt 50 2026-03-02..2026-03-20\n"
    "Quay / Piling 100 2026-03-02..2026-04-10: Omar Nasser 100 2026-03-23..2026-04-10\n"
    "Cranes / Rails 34 2026-05-04..2026-05-29: Omar Nasser 34 2026-05-04..2026-05-29\n"
    "Dredging / Survey 40 ..");
  mspdi_fixture_assert_rows (f, "SELECT why FROM slot WHERE name = 'Piling'", "From the north.");
  mspdi_fixture_assert_rows (f, "SELECT count (*) FROM assignment WHERE state = 'proposed'", "1");
  g_assert_cmpuint (result->added[REMIT_KIND_PERSON], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_TEAM], ==, 3);
  g_assert_cmpuint (result->added[REMIT_KIND_ASSIGNMENT], ==, 3);
  g_assert_cmpuint (result->n_left_out, ==, 0);
  remit_test_assert_note (result->notes, "3 tasks have no role");
}

static void
test_people (MspdiFixture *f,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (f, harbour);

  mspdi_fixture_assert_rows (f,
                             "SELECT name || '|' || email || '|' || external_id || '|' || unit ||"
                             " '|' || capacity || '|' || notes FROM person ORDER BY name",
                             "Ilse Brandt|ilse@harbour.example|H-7|Works|80|Speaks Danish.\n"
                             "Omar Nasser||||100|");
}

/* What is one person, team or slot here comes into a plan that has it. */
static void
test_into_plan (MspdiFixture *f,
                gconstpointer data)
{
  g_autoptr (RemitImportResult) first = mspdi_fixture_import (f, harbour);
  g_autoptr (RemitImportResult) again = mspdi_fixture_import_file (f, first->plan);
  g_autoptr (RemitImportResult) changed = NULL;
  g_autoptr (GString) text = g_string_new (MSPDI_PROJECT);

  g_assert_cmpint (again->plan, ==, first->plan);
  g_assert_false (remit_import_result_has_changes (again));
  g_assert_cmpuint (again->same[REMIT_KIND_ASSIGNMENT], ==, 3);

  g_string_append (text, harbour);
  g_string_append (text, "</Project>");
  g_assert_cmpuint (g_string_replace (text, "<Units>0.5</Units>", "<Units>0.25</Units>", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (text, "2026-05-29", "2026-06-12", 0), ==, 2);
  g_assert_cmpuint (g_string_replace (text, "Survey", "Soundings", 0), ==, 1);
  mspdi_fixture_write (f, text->str, -1);
  changed = mspdi_fixture_import_file (f, first->plan);
  g_assert_cmpuint (changed->added[REMIT_KIND_TEAM], ==, 0);
  g_assert_cmpuint (changed->added[REMIT_KIND_SLOT], ==, 1);
  g_assert_cmpuint (changed->changed[REMIT_KIND_SLOT], ==, 1);
  g_assert_cmpuint (changed->changed[REMIT_KIND_ASSIGNMENT], ==, 1);
  g_assert_cmpuint (changed->removed[REMIT_KIND_ASSIGNMENT], ==, 1);
  mspdi_fixture_assert_rows (
    f, MSPDI_SEATS,
    "Quay / Piling 100 2026-03-02..2026-04-10: Ilse Brandt 25 2026-03-02..2026-03-20\n"
    "Quay / Piling 100 2026-03-02..2026-04-10: Omar Nasser 100 2026-03-23..2026-04-10\n"
    "Cranes / Rails 34 2026-05-04..2026-06-12: Omar Nasser 34 2026-05-04..2026-06-12\n"
    "Dredging / Survey 40 ..\n"
    "Dredging / Soundings 40 ..");
}

/* Two projects that a program called alike are two plans. */
static void
test_twice (MspdiFixture *f,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) first = mspdi_fixture_import (f, harbour);
  g_autoptr (RemitImportResult) second = mspdi_fixture_import_file (f, 0);

  g_assert_cmpint (first->plan, !=, second->plan);
  g_assert_cmpuint (second->added[REMIT_KIND_PLAN], ==, 1);
  g_assert_cmpuint (second->added[REMIT_KIND_PERSON], ==, 0);
  remit_test_assert_note (second->notes, "is called “New harbour (2)”");
}

static void
test_no_plan (MspdiFixture *f,
              gconstpointer data)
{
  RemitImportOptions options = { .plan = 4711 };
  g_autofree char *text = g_strconcat (MSPDI_PROJECT, harbour, "</Project>", NULL);
  g_autoptr (GError) error = NULL;

  mspdi_fixture_write (f, text, -1);
  g_assert_null (remit_mspdi_import_run (f->store, f->path, &options, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_PERSON), ==, 0);
}

/* The names of a plan: its title, that of the first task, the file's. */
static void
test_names (MspdiFixture *f,
            gconstpointer data)
{
  static const char *const bodies[] = {
    "<Title> Locks\n and weirs </Title><Tasks/>",
    "<Tasks>" TASK ("0", "0", "Canal", "") TASK ("1", "1", "Dig", "") "</Tasks>",
    "<Tasks>" TASK ("1", "1", "Dig", "") "</Tasks>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    remit_import_result_free (mspdi_fixture_import (f, bodies[i]));
  mspdi_fixture_assert_rows (f, "SELECT name FROM plan ORDER BY rowid",
                             "Locks and weirs\nCanal\nHarbour");
}

static void
test_cancelled (MspdiFixture *f,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  RemitImportOptions options = { .cancellable = cancellable };
  g_autofree char *text = g_strconcat (MSPDI_PROJECT, harbour, "</Project>", NULL);
  g_autoptr (GError) error = NULL;

  mspdi_fixture_write (f, text, -1);
  g_cancellable_cancel (cancellable);
  g_assert_null (remit_mspdi_import_run (f->store, f->path, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_PERSON), ==, 0);
}

/* A file is known by what is in it. */
static void
test_recognized (MspdiFixture *f,
                 gconstpointer data)
{
  static const struct {
    const char *text;
    RemitImportContent content;
  } files[] = {
    { "\n<!-- <plan> --><?x y?>" MSPDI_PROJECT "<Tasks/></Project>", REMIT_IMPORT_PROJECT },
    { "<Project xmlns='http://schemas.microsoft.com/project/2007'/>", REMIT_IMPORT_PROJECT },
    { "<Project><Tasks/></Project>", REMIT_IMPORT_PROJECT },
    { "<Project Sdk=\"Some.Sdk\"/>", REMIT_IMPORT_PLAN },
    { "<Project xmlns='http://schemas.microsoft.com/developer/msbuild/2003'/>",
      REMIT_IMPORT_PLAN },
    { "<plan xmlns='urn:remit:plan:1'/>", REMIT_IMPORT_PLAN },
    { "<Projects/>", REMIT_IMPORT_PLAN },
  };
  const RemitSheetInput input = { .path = f->path };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (RemitImportSource) source = NULL;

      g_test_message ("%s", files[i].text);
      mspdi_fixture_write (f, files[i].text, -1);
      source = remit_import_source_open (f->store, 0, &input, REMIT_IMPORT_ANYTHING, NULL);
      g_assert_cmpint (source->content, ==, files[i].content);
    }
}

static void
test_source (MspdiFixture *f,
             gconstpointer data)
{
  const RemitSheetInput input = { .path = f->path };
  g_autofree char *text = g_strconcat (MSPDI_PROJECT, harbour, "</Project>", NULL);
  g_autoptr (RemitImportSource) source = NULL;
  g_autoptr (RemitImportResult) result = NULL;

  mspdi_fixture_write (f, text, -1);
  source = remit_import_source_open (f->store, 0, &input, REMIT_IMPORT_ANYTHING, NULL);
  g_assert_null (remit_import_source_get_file (source));
  result = remit_import_source_run (source, f->store, NULL, NULL);
  g_assert_cmpuint (result->added[REMIT_KIND_PERSON], ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNCTION)                                                                     \
  g_test_add ("/mspdi/import/" NAME, MspdiFixture, NULL, mspdi_fixture_set_up, FUNCTION,        \
              mspdi_fixture_tear_down)
  ADD ("outline", test_outline);
  ADD ("people", test_people);
  ADD ("into-plan", test_into_plan);
  ADD ("twice", test_twice);
  ADD ("no-plan", test_no_plan);
  ADD ("names", test_names);
  ADD ("cancelled", test_cancelled);
  ADD ("recognized", test_recognized);
  ADD ("source", test_source);

  return g_test_run ();
}
