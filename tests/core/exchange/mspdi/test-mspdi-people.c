/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who of the resources of a project is who in the workspace. */
#include "remit-mspdi-test.h"

static gint64
add_person (MspdiFixture *f,
            const char *name,
            const char *email,
            const char *number)
{
  RemitRecord *person = remit_record_new (REMIT_KIND_PERSON);

  remit_record_set_text (person, REMIT_PERSON_NAME, name);
  remit_record_set_text (person, REMIT_PERSON_EMAIL, email);
  remit_record_set_text (person, REMIT_PERSON_EXTERNAL_ID, number);
  return remit_test_insert (f->store, person);
}

static RemitImportResult *
import_resources (MspdiFixture *f,
                  const char *resources)
{
  g_autofree char *body = g_strconcat ("<Resources>", resources, "</Resources>", NULL);

  return mspdi_fixture_import (f, body);
}

/* By address, number, or a name that only one has; whoever is found stays as they are. */
static void
test_match (MspdiFixture *f,
            gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  add_person (f, "Ada Lovelace", "ada@example.org", "");
  add_person (f, "Ben Bitdiddle", "", "17");
  add_person (f, "Cy Fukuda", "", "");
  result = import_resources (
    f, "<Resource><UID>1</UID><Name>A. King</Name><EmailAddress>ADA@example.org</EmailAddress>"
       "<MaxUnits>0.5</MaxUnits></Resource><Resource><UID>2</UID><Name>Bitdiddle, B.</Name>"
       "<Code>17</Code></Resource><Resource><UID>3</UID><Name>cy fukuda</Name></Resource>");
  g_assert_cmpuint (result->added[REMIT_KIND_PERSON], ==, 0);
  g_assert_cmpuint (result->same[REMIT_KIND_PERSON], ==, 3);
  mspdi_fixture_assert_rows (f, "SELECT name || ' ' || capacity FROM person ORDER BY name",
                             "Ada Lovelace 100\nBen Bitdiddle 100\nCy Fukuda 100");
}

/* Two of one name are two, in the file and in the workspace. */
static void
test_namesakes (MspdiFixture *f,
                gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  add_person (f, "Kim Lee", "", "");
  add_person (f, "Jo Park", "", "");
  add_person (f, "Jo Park", "", "");
  add_person (f, "Lu Sun", "lu@example.org", "");
  result = import_resources (
    f, "<Resource><UID>1</UID><Name>Kim Lee</Name></Resource>"
       "<Resource><UID>2</UID><Name>KIM LEE</Name></Resource>"
       "<Resource><UID>3</UID><Name>Jo Park</Name></Resource>"
       "<Resource><UID>4</UID><Name>Lu Sun</Name><EmailAddress>sun@example.com</EmailAddress>"
       "</Resource>");
  g_assert_cmpuint (result->added[REMIT_KIND_PERSON], ==, 4);
  remit_test_assert_note (result->notes, "Several resources are called Kim Lee");
  remit_test_assert_note (result->notes, "Several people in the workspace are called Jo Park");
}

/* A code that several have is no number of a person, and an address that several have is nobody's
 * own. */
static void
test_shared_keys (MspdiFixture *f,
                  gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  add_person (f, "Site office", "site@example.org", "DEV");
  result = import_resources (
    f, "<Resource><UID>1</UID><Name>Ann</Name><Code>DEV</Code><EmailAddress>site@example.org"
       "</EmailAddress></Resource><Resource><UID>2</UID><Name>Bob</Name><Code>DEV</Code>"
       "<EmailAddress>site@example.org</EmailAddress></Resource>");
  g_assert_cmpuint (result->added[REMIT_KIND_PERSON], ==, 2);
  mspdi_fixture_assert_rows (
    f, "SELECT name || '|' || email || '|' || external_id FROM person WHERE name <> 'Site office'"
       " ORDER BY name", "Ann|site@example.org|\nBob|site@example.org|");
  remit_test_assert_note (result->notes, "Several resources have the code “DEV”");
}

static void
test_nameless (MspdiFixture *f,
               gconstpointer data)
{
  g_autoptr (RemitImportResult) result = import_resources (
    f, "<Resource><UID>0</UID><ID>0</ID><Type>1</Type></Resource>"
       "<Resource><UID>5</UID><Type>1</Type></Resource><Resource><Name> </Name></Resource>"
       "<Resource><UID>6</UID><IsNull>1</IsNull></Resource>");

  mspdi_fixture_assert_rows (f, "SELECT name FROM person ORDER BY name", "Resource\nResource 5");
  remit_test_assert_note (result->notes, "The resource has no name");
  g_assert_cmpuint (result->n_left_out, ==, 0);
}

/* What stands for nobody is nobody, by whichever name; but somebody may have that number. */
static void
test_nobody (MspdiFixture *f,
             gconstpointer data)
{
  static const char tasks[] =
    "<Tasks><Task><UID>1</UID><Name>Dig</Name></Task></Tasks><Resources><Resource><UID>0</UID>"
    "<Name>%s</Name></Resource></Resources><Assignments><Assignment><TaskUID>1</TaskUID>"
    "<ResourceUID>0</ResourceUID><Units>0.5</Units></Assignment></Assignments>";
  g_autofree char *nobody = g_strdup_printf (tasks, "Unassigned");
  g_autofree char *somebody = g_strdup_printf (tasks, "Zoe");
  g_autoptr (RemitImportResult) first = mspdi_fixture_import (f, nobody);
  g_autoptr (RemitImportResult) second = NULL;

  mspdi_fixture_assert_rows (f, MSPDI_SEATS, "Harbour / Dig 50 ..");
  g_assert_cmpuint (first->n_left_out, ==, 0);
  second = mspdi_fixture_import (f, somebody);
  g_assert_cmpuint (second->added[REMIT_KIND_PERSON], ==, 1);
  g_assert_cmpuint (second->added[REMIT_KIND_ASSIGNMENT], ==, 1);
}

static void
test_capacity (MspdiFixture *f,
               gconstpointer data)
{
  g_autoptr (RemitImportResult) result = import_resources (
    f, "<Resource><UID>1</UID><Name>A</Name><MaxUnits>3</MaxUnits></Resource>"
       "<Resource><UID>2</UID><Name>B</Name><MaxUnits>0</MaxUnits></Resource>"
       "<Resource><UID>3</UID><Name>C</Name></Resource>"
       "<Resource><UID>4</UID><Name>D</Name><MaxUnits>-1</MaxUnits></Resource>"
       "<Resource><UID>5</UID><Name>E</Name><MaxUnits>1.25</MaxUnits></Resource>");

  mspdi_fixture_assert_rows (f, "SELECT name || ' ' || capacity FROM person ORDER BY name",
                             "A 200\nB 0\nC 100\nD 100\nE 125");
  remit_test_assert_note (result->notes, "A: the maximum units of 300 % were set to a capacity");
  remit_test_assert_note (result->notes, "1 number could not be read");
}

static void
test_days (MspdiFixture *f,
           gconstpointer data)
{
  g_autoptr (RemitImportResult) result = import_resources (
    f, "<Resource><UID>1</UID><Name>A</Name><AvailableFrom>2026-02-01T00:00:00</AvailableFrom>"
       "<AvailableTo>2026-08-31T23:59:00</AvailableTo></Resource>"
       "<Resource><UID>2</UID><Name>B</Name><AvailableFrom>1984-01-01T00:00:00</AvailableFrom>"
       "<AvailableTo>2049-12-31T23:59:00</AvailableTo></Resource>"
       "<Resource><UID>3</UID><Name>C</Name><AvailableFrom>2026-02-01T00:00:00</AvailableFrom>"
       "<AvailableTo>2025-08-31T23:59:00</AvailableTo></Resource>");

  mspdi_fixture_assert_rows (f,
                             "SELECT name || ' ' || coalesce (\"from\", '') || '..' ||"
                             " coalesce (\"until\", '') FROM person ORDER BY name",
                             "A 2026-02-01..2026-08-31\nB ..\nC ..");
  remit_test_assert_note (result->notes, "The first day is after the last");
}

#define PERIOD(FROM, UNTIL)                                                              \
  "<AvailabilityPeriod><AvailableFrom>" FROM "</AvailableFrom><AvailableTo>" UNTIL       \
  "</AvailableTo><AvailableUnits>0.5</AvailableUnits></AvailabilityPeriod>"

/* A resource says one of its periods itself; it is there in all of them. */
static void
test_periods (MspdiFixture *f,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) result = import_resources (
    f, "<Resource><UID>1</UID><Name>A</Name><AvailableFrom>2026-03-01T00:00:00</AvailableFrom>"
       "<AvailableTo>2026-03-31T23:59:00</AvailableTo><AvailabilityPeriods>"
       PERIOD ("2026-03-01T00:00:00", "2026-03-31T23:59:00")
       PERIOD ("2026-01-01T00:00:00", "2026-01-31T23:59:00")
       PERIOD ("2026-06-01T00:00:00", "2026-06-30T23:59:00") "</AvailabilityPeriods></Resource>"
       "<Resource><UID>2</UID><Name>B</Name><AvailabilityPeriods>"
       PERIOD ("NA", "2026-03-31T23:59:00") PERIOD ("2026-04-01T00:00:00", "NA")
       "</AvailabilityPeriods></Resource><Resource><UID>3</UID><Name>C</Name>"
       "<AvailabilityPeriods>" PERIOD ("2026-04-01T00:00:00", "NA")
       PERIOD ("NA", "2026-03-31T23:59:00") "</AvailabilityPeriods></Resource>");

  mspdi_fixture_assert_rows (f,
                             "SELECT name || ' ' || coalesce (\"from\", '') || '..' ||"
                             " coalesce (\"until\", '') FROM person ORDER BY name",
                             "A 2026-01-01..2026-06-30\nB ..\nC ..");
  remit_test_assert_note (result->notes, "The capacity of 3 resources changes over time");
}

static void
test_generic (MspdiFixture *f,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) result = import_resources (
    f, "<Resource><UID>1</UID><Name>Any welder</Name><IsGeneric>1</IsGeneric></Resource>");

  g_assert_cmpuint (result->added[REMIT_KIND_PERSON], ==, 1);
  remit_test_assert_note (result->notes, "“Any welder” is a generic resource");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNCTION)                                                                     \
  g_test_add ("/mspdi/people/" NAME, MspdiFixture, NULL, mspdi_fixture_set_up, FUNCTION,        \
              mspdi_fixture_tear_down)
  ADD ("match", test_match);
  ADD ("namesakes", test_namesakes);
  ADD ("shared-keys", test_shared_keys);
  ADD ("nameless", test_nameless);
  ADD ("nobody", test_nobody);
  ADD ("capacity", test_capacity);
  ADD ("days", test_days);
  ADD ("periods", test_periods);
  ADD ("generic", test_generic);

  return g_test_run ();
}
