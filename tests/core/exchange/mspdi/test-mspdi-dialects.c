/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Projects as other programs write them, and what cannot be kept of them. */
#include <string.h>

#include "remit-mspdi-test.h"

#define PEOPLE                                                    \
  "<Resources><Resource><UID>1</UID><Name>Ada</Name></Resource>"  \
  "<Resource><UID>2</UID><Name>Ben</Name></Resource></Resources>"

/* Returns: (transfer full): a project with one task and an assignment that has @more */
static RemitImportResult *
import_assignment (MspdiFixture *f,
                   const char *more)
{
  g_autofree char *body = g_strconcat (
    "<Tasks><Task><UID>1</UID><Name>Dig</Name></Task></Tasks>" PEOPLE
    "<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>", more,
    "</Assignment></Assignments>", NULL);

  return mspdi_fixture_import (f, body);
}

static void
test_units (MspdiFixture *f,
            gconstpointer data)
{
  static const struct {
    const char *units;
    const char *percent;
    const char *note;
  } cases[] = {
    { "", "100", NULL },
    { "<Units/>", "100", NULL },
    { "<Units>0</Units>", "1", "below 1 %" },
    { "<Units>0.001</Units>", "1", "below 1 %" },
    { "<Units>0.63</Units>", "63", NULL },
    { "<Units> 1.5 </Units>", "150", NULL },
    { "<Units>12</Units>", "1000", "above 1000 %" },
    { "<Units>-1</Units>", "100", "1 number could not be read" },
    { "<Units>NaN</Units>", "100", "1 number could not be read" },
    { "<Units>1e300</Units>", "100", "1 number could not be read" },
    { "<Units>half</Units>", "100", "1 number could not be read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RemitImportResult) result = import_assignment (f, cases[i].units);
      g_autofree char *sql = g_strdup_printf (
        "SELECT allocation FROM assignment WHERE plan = %" G_GINT64_FORMAT, result->plan);

      g_test_message ("%s", cases[i].units);
      mspdi_fixture_assert_rows (f, sql, cases[i].percent);
      if (cases[i].note != NULL)
        remit_test_assert_note (result->notes, cases[i].note);
    }
}

static void
test_days (MspdiFixture *f,
           gconstpointer data)
{
  static const struct {
    const char *start;
    const char *finish;
    const char *days;
    const char *note;
  } cases[] = {
    { "2026-03-02T08:00:00", "2026-03-06T17:00:00", "2026-03-02..2026-03-06", NULL },
    { "2026-03-02", "2026-03-06", "2026-03-02..2026-03-06", NULL },
    { "2026-03-02T08:00:00Z", "2026-03-06T17:00:00+01:00", "2026-03-02..2026-03-06", NULL },
    { "2026-03-02T00:00:00", "2026-03-07T00:00:00", "2026-03-02..2026-03-06", NULL },
    { "1984-01-01T00:00:00", "2049-12-31T23:59:00", "..", NULL },
    { "1984-01-01T00:00:00", "2149-12-31T00:00:00", "..", NULL },
    { "NA", "", "..", NULL },
    { "2026-03-02T08:00:00", "2026-02-30T17:00:00", "2026-03-02..", "1 date could not be read" },
    { "soon", "2026-03-06T17:00:00", "..2026-03-06", "1 date could not be read" },
    { "2026-03-06T08:00:00", "2026-03-02T17:00:00", "..", "The first day is after the last" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *more = g_strdup_printf ("<Finish>%s</Finish><Start>%s</Start>",
                                               cases[i].finish, cases[i].start);
      g_autoptr (RemitImportResult) result = import_assignment (f, more);
      g_autofree char *sql = g_strdup_printf (
        "SELECT coalesce (\"from\", '') || '..' || coalesce (\"until\", '') FROM assignment"
        " WHERE plan = %" G_GINT64_FORMAT, result->plan);

      g_test_message ("%s", more);
      mspdi_fixture_assert_rows (f, sql, cases[i].days);
      if (cases[i].note != NULL)
        remit_test_assert_note (result->notes, cases[i].note);
    }
}

/* Without levels, a number such as 1.2 tells; without either, all are in one team. */
static void
test_outlines (MspdiFixture *f,
               gconstpointer data)
{
  static const struct {
    const char *tasks;
    const char *teams;
    const char *seats;
  } cases[] = {
    { "<Task><UID>1</UID><Name>A</Name></Task><Task><UID>2</UID><Name>B</Name></Task>",
      "Harbour", "Harbour / A 100 ..\nHarbour / B 100 .." },
    { "<Task><UID>1</UID><Name>A</Name><OutlineNumber>1</OutlineNumber></Task>"
      "<Task><UID>2</UID><Name>B</Name><OutlineNumber>1.1</OutlineNumber></Task>"
      "<Task><UID>3</UID><Name>C</Name><OutlineNumber>1.1.1</OutlineNumber></Task>"
      "<Task><UID>4</UID><Name>D</Name><OutlineNumber>2</OutlineNumber></Task>",
      "A\nA > B\nHarbour", "B / C 100 ..\nHarbour / D 100 .." },
    /* a level that is left out */
    { "<Task><UID>1</UID><Name>A</Name><OutlineLevel>1</OutlineLevel></Task>"
      "<Task><UID>2</UID><Name>B</Name><OutlineLevel>3</OutlineLevel></Task>"
      "<Task><UID>3</UID><Name>C</Name><OutlineLevel>2</OutlineLevel></Task>",
      "A", "A / B 100 ..\nA / C 100 .." },
    /* what is called a summary task is one, with nothing in it or without being called so */
    { "<Task><UID>1</UID><Name>A</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary></Task>"
      "<Task><UID>2</UID><Name>B</Name><OutlineLevel>1</OutlineLevel><Summary>0</Summary></Task>"
      "<Task><UID>3</UID><Name>C</Name><OutlineLevel>2</OutlineLevel></Task>",
      "A\nB", "B / C 100 .." },
    /* blank lines between */
    { "<Task><UID>1</UID><Name>A</Name><OutlineLevel>1</OutlineLevel></Task>"
      "<Task><UID>9</UID><ID>2</ID><IsNull>1</IsNull></Task>"
      "<Task><UID>3</UID><Name>C</Name><OutlineLevel>2</OutlineLevel></Task>",
      "A", "A / C 100 .." },
    /* the project's own task, and many on its level */
    { "<Task><UID>7</UID><Name>A</Name><OutlineLevel>0</OutlineLevel></Task>"
      "<Task><UID>8</UID><Name>B</Name><OutlineLevel>0</OutlineLevel></Task>",
      "A", "A / A 100 ..\nA / B 100 .." },
    { "<Task><UID>5</UID><Name></Name></Task><Task><Name> </Name></Task>",
      "Harbour", "Harbour / Task 5 100 ..\nHarbour / Task 100 .." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MspdiFixture own = { NULL };
      g_autofree char *body = g_strconcat ("<Tasks>", cases[i].tasks, "</Tasks>", NULL);

      g_test_message ("%s", cases[i].tasks);
      mspdi_fixture_set_up (&own, NULL);
      remit_import_result_free (mspdi_fixture_import (&own, body));
      mspdi_fixture_assert_rows (&own, MSPDI_TEAMS, cases[i].teams);
      mspdi_fixture_assert_rows (&own, MSPDI_SEATS, cases[i].seats);
      mspdi_fixture_tear_down (&own, NULL);
    }
}

static void
test_milestones (MspdiFixture *f,
                 gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<Tasks><Task><UID>1</UID><Name>Opening</Name><Milestone>1</Milestone></Task>"
       "<Task><UID>2</UID><Name>Speech</Name><Milestone>1</Milestone></Task></Tasks>" PEOPLE
       "<Assignments><Assignment><TaskUID>2</TaskUID><ResourceUID>2</ResourceUID></Assignment>"
       "<Assignment><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>"
       "</Assignments>");

  mspdi_fixture_assert_rows (f, MSPDI_SEATS, "Harbour / Speech 100 ..: Ben 100 ..");
  g_assert_cmpuint (result->n_left_out, ==, 1);
  remit_test_assert_note (result->notes, "milestone");
}

/* Whoever is assigned to a summary task, or to the whole project, is somewhere. */
static void
test_summaries (MspdiFixture *f,
                gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<Title>Canal</Title><Tasks>"
       "<Task><UID>0</UID><Name>Canal</Name><OutlineLevel>0</OutlineLevel></Task>"
       "<Task><UID>1</UID><Name>Locks</Name><OutlineLevel>1</OutlineLevel></Task>"
       "<Task><UID>2</UID><Name>Gates</Name><OutlineLevel>2</OutlineLevel></Task></Tasks>" PEOPLE
       "<Assignments><Assignment><TaskUID>0</TaskUID><ResourceUID>1</ResourceUID>"
       "<Units>0.1</Units></Assignment><Assignment><TaskUID>1</TaskUID>"
       "<ResourceUID>2</ResourceUID><Units>0.2</Units></Assignment></Assignments>");

  mspdi_fixture_assert_rows (f, MSPDI_SEATS,
                             "Canal / Canal 10 ..: Ada 10 ..\nLocks / Locks 20 ..: Ben 20 ..\n"
                             "Locks / Gates 100 ..");
  remit_test_assert_note (result->notes, "The summary task has assignments");
}

/* Nobody is in one slot twice at a time; what is one after the other is in one. */
static void
test_doubles (MspdiFixture *f,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<Tasks><Task><UID>1</UID><Name>Dig</Name></Task></Tasks>" PEOPLE
       "<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>"
       "<Finish>2026-01-31T17:00:00</Finish><Start>2026-01-01T08:00:00</Start></Assignment>"
       "<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Finish>2026-03-01T17:00:00"
       "</Finish><Start>2026-02-01T08:00:00</Start><Units>0.6</Units></Assignment>"
       "<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Finish>2026-02-14T17:00:00"
       "</Finish><Start>2026-01-15T08:00:00</Start><Units>0.3</Units></Assignment></Assignments>");

  mspdi_fixture_assert_rows (f, MSPDI_SEATS,
                             "Harbour / Dig 100 ..: Ada 100 2026-01-01..2026-01-31\n"
                             "Harbour / Dig 100 ..: Ada 60 2026-02-01..2026-03-01\n"
                             "Harbour / Dig 30 ..: Ada 30 2026-01-15..2026-02-14");
  remit_test_assert_note (result->notes, "at the same time");
}

/* How much a slot needs is what is there at once. */
static void
test_demand (MspdiFixture *f,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<Tasks><Task><UID>1</UID><Name>Dig</Name></Task></Tasks>" PEOPLE
       "<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>"
       "<Finish>2026-01-31T17:00:00</Finish><Units>0.6</Units></Assignment>"
       "<Assignment><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID>"
       "<Start>2026-02-01T08:00:00</Start><Units>0.7</Units></Assignment>"
       "<Assignment><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID>"
       "<Units>0.2</Units></Assignment></Assignments>");

  mspdi_fixture_assert_rows (f, "SELECT fte FROM slot", "90");
}

static void
test_lost (MspdiFixture *f,
           gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<Tasks><Task><UID>1</UID><Name>Dig</Name></Task><Task><UID>1</UID><Name>Fill</Name></Task>"
       "</Tasks><Resources><Resource><UID>1</UID><Name>Ada</Name></Resource><Resource><UID>1</UID>"
       "<Name>Ben</Name></Resource><Resource><UID>2</UID><Name>Sand</Name><Type>0</Type>"
       "</Resource><Resource><UID>3</UID><Name>Travel</Name><Type>0</Type>"
       "<IsCostResource>1</IsCostResource></Resource>"
       "<Resource><UID>4</UID><IsNull>1</IsNull></Resource></Resources><Assignments>"
       "<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID></Assignment>"
       "<Assignment><TaskUID>8</TaskUID><ResourceUID>1</ResourceUID></Assignment>"
       "<Assignment><TaskUID>1</TaskUID><ResourceUID>9</ResourceUID></Assignment>"
       "<Assignment><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID></Assignment>"
       "<Assignment><TaskUID>1</TaskUID><ResourceUID>4</ResourceUID></Assignment>"
       "</Assignments>");

  mspdi_fixture_assert_rows (f, MSPDI_SEATS,
                             "Harbour / Dig 100 ..: Ada 100 ..\nHarbour / Fill 100 ..");
  remit_test_assert_note (result->notes, "Another task has the number 1");
  remit_test_assert_note (result->notes, "Another resource has the number 1");
  remit_test_assert_note (result->notes, "“Sand” is a material resource");
  remit_test_assert_note (result->notes, "“Travel” is a cost resource");
  remit_test_assert_note (result->notes, "The task of the assignment is not in the file");
  remit_test_assert_note (result->notes, "The resource of the assignment is not in the file");
  remit_test_assert_note (result->notes, "of a material or cost resource");
  remit_test_assert_note (result->notes, "The resource of the assignment is empty");
  g_assert_cmpuint (result->n_left_out, ==, 6);
}

/* What Remit has no place for is counted. */
static void
test_not_kept (MspdiFixture *f,
               gconstpointer data)
{
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (
    f, "<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1"
       "</FieldName><Alias>Cost centre</Alias></ExtendedAttribute></ExtendedAttributes>"
       "<Tasks><Task><UID>1</UID><Name>Dig</Name><Active>0</Active><PercentComplete>40"
       "</PercentComplete><Cost>1250.00</Cost><Deadline>2026-09-01T17:00:00</Deadline>"
       "<PredecessorLink><PredecessorUID>2</PredecessorUID></PredecessorLink>"
       "<ExtendedAttribute><FieldID>188743731</FieldID>"
       "<Value>4711</Value></ExtendedAttribute><Baseline><Number>0</Number></Baseline>"
       "<Baseline><Number>1</Number></Baseline></Task>"
       "<Task><UID>2</UID><Name>Fill</Name><Active>1</Active><PercentComplete>0</PercentComplete>"
       "<Cost>0</Cost><Deadline>NA</Deadline></Task></Tasks>" PEOPLE
       "<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>"
       "<WorkContour>1</WorkContour></Assignment><Assignment><TaskUID>2</TaskUID>"
       "<ResourceUID>1</ResourceUID><WorkContour>0</WorkContour></Assignment></Assignments>");

  remit_test_assert_note (result->notes, "1 dependency between tasks was skipped");
  remit_test_assert_note (result->notes, "2 saved baselines were skipped");
  remit_test_assert_note (result->notes, "1 value of a custom field was skipped");
  remit_test_assert_note (result->notes, "The progress of 1 task was skipped");
  remit_test_assert_note (result->notes, "The cost of 1 task was skipped");
  remit_test_assert_note (result->notes, "The deadline of 1 task was skipped");
  remit_test_assert_note (result->notes, "1 inactive task was imported");
  remit_test_assert_note (result->notes, "1 assignment varies over time");
}

/* A custom field that is called as columns of roles are says the role; else it may be the task's
 * name that does. */
static void
test_roles (MspdiFixture *f,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  remit_test_add_role (f->store, "diver", "Diver");
  result = mspdi_fixture_import (
    f, "<ExtendedAttributes><ExtendedAttribute><FieldID>188743734</FieldID><FieldName>Text2"
       "</FieldName><Alias>Rolle</Alias></ExtendedAttribute></ExtendedAttributes>"
       "<Tasks><Task><UID>1</UID><Name>Dig</Name><ExtendedAttribute><FieldID>188743734</FieldID>"
       "<Value>Navvy</Value></ExtendedAttribute></Task>"
       "<Task><UID>2</UID><Name>diver</Name></Task><Task><UID>3</UID><Name>Fill</Name></Task>"
       "</Tasks>");
  mspdi_fixture_assert_rows (f,
                             "SELECT s.name || '|' || r.name FROM slot AS s JOIN role AS r"
                             " ON r.id = s.role ORDER BY s.position",
                             "Dig|Navvy\n|Diver\nFill|Project task");
  g_assert_cmpuint (result->added[REMIT_KIND_ROLE], ==, 2);
  remit_test_assert_note (result->notes, "1 task has no role");
}

static void
test_encodings (MspdiFixture *f,
                gconstpointer data)
{
  static const struct {
    const char *encoding;
    const char *mark;
  } cases[] = {
    { "UTF-8", "\xef\xbb\xbf" },
    { "UTF-16LE", "\xff\xfe" },
    { "UTF-16BE", "\xfe\xff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strdup_printf (
        "<?xml version=\"1.0\" encoding=\"%.6s\"?>\r\n" MSPDI_PROJECT "<Title>Königsbrücke</Title>"
        "<Tasks><Task><UID>1</UID><Name>Größe</Name></Task></Tasks></Project>",
        cases[i].encoding);
      gsize length;
      g_autofree char *converted = g_convert (body, -1, cases[i].encoding, "UTF-8", NULL, &length,
                                              NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (RemitImportResult) result = NULL;

      g_byte_array_append (bytes, (const guint8 *) cases[i].mark,
                           (guint) strlen (cases[i].mark));
      g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
      mspdi_fixture_write (f, (const char *) bytes->data, (gssize) bytes->len);
      result = mspdi_fixture_import_file (f, 0);
      g_assert_cmpuint (result->added[REMIT_KIND_SLOT], ==, 1);
    }
  mspdi_fixture_assert_rows (f, "SELECT DISTINCT name FROM slot", "Größe");
}

/* Elements with a prefix are the same ones. */
static void
test_prefix (MspdiFixture *f,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  mspdi_fixture_write (f,
                       "<m:Project xmlns:m=\"http://schemas.microsoft.com/project\"><m:Tasks>"
                       "<m:Task><m:UID>1</m:UID><m:Name><![CDATA[R&D]]></m:Name></m:Task>"
                       "</m:Tasks></m:Project>", -1);
  result = mspdi_fixture_import_file (f, 0);
  mspdi_fixture_assert_rows (f, MSPDI_SEATS, "Harbour / R&D 100 ..");
}

/* Texts that are too long are cut, which is said. */
static void
test_long_texts (MspdiFixture *f,
                 gconstpointer data)
{
  g_autofree char *name = g_strnfill (300, 'x');
  g_autofree char *notes = g_strnfill (100000, 'y');
  g_autofree char *body = g_strdup_printf (
    "<Tasks><Task><UID>1</UID><Name>%s</Name><Notes>%s</Notes></Task></Tasks>", name, notes);
  g_autoptr (RemitImportResult) result = mspdi_fixture_import (f, body);

  mspdi_fixture_assert_rows (f, "SELECT length (name) || ' ' || length (why) FROM slot",
                             "200 65536");
  remit_test_assert_note (result->notes, "was cut from 300 to 200 bytes");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNCTION)                                                                     \
  g_test_add ("/mspdi/dialects/" NAME, MspdiFixture, NULL, mspdi_fixture_set_up, FUNCTION,      \
              mspdi_fixture_tear_down)
  ADD ("units", test_units);
  ADD ("days", test_days);
  ADD ("outlines", test_outlines);
  ADD ("milestones", test_milestones);
  ADD ("summaries", test_summaries);
  ADD ("doubles", test_doubles);
  ADD ("demand", test_demand);
  ADD ("lost", test_lost);
  ADD ("not-kept", test_not_kept);
  ADD ("roles", test_roles);
  ADD ("encodings", test_encodings);
  ADD ("prefix", test_prefix);
  ADD ("long-texts", test_long_texts);

  return g_test_run ();
}
