/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seats that come before their people: their slots wait, and are filled when these come. */
#include <string.h>

#include "plan/design/remit-design.h"
#include "plan/placement/remit-awaited.h"
#include "plan/placement/remit-placement.h"
#include "remit-table-test.h"

#define SEATED \
  "SELECT group_concat (x, ', ') FROM (SELECT r.name || ' ' || p.name || ' ' || a.allocation AS x" \
  " FROM assignment AS a JOIN slot AS s ON s.id = a.slot JOIN role AS r ON r.id = s.role" \
  " JOIN person AS p ON p.id = a.person ORDER BY s.position, s.id)"
#define AWAITED \
  "SELECT group_concat (x, ', ') FROM (SELECT r.name || ' ' || s.awaits AS x FROM slot AS s" \
  " JOIN role AS r ON r.id = s.role WHERE s.awaits <> '' ORDER BY s.position, s.id)"

static RemitImportResult *
import_with (CsvFixture *self,
             const char *text,
             const RemitImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitTableImport) import =
    remit_table_import_open (csv_fixture_write (self, "seats.csv", text, -1), &error);
  RemitImportResult *result;

  g_assert_no_error (error);
  remit_table_import_set_kind (import, REMIT_TABLE_SEATS);
  result = remit_table_import_run (import, self->store, options, &error);
  g_assert_no_error (error);
  return result;
}

static RemitImportResult *
import_seats (CsvFixture *self,
              const char *text)
{
  const RemitImportOptions options = { .plan_name = "P" };

  return import_with (self, text, &options);
}

static gint64
add_person (CsvFixture *self,
            const char *name)
{
  g_autoptr (RemitRecord) person = remit_record_new (REMIT_KIND_PERSON);
  g_autoptr (GError) error = NULL;
  gint64 id;

  remit_test_refresh (self->workspace);
  remit_record_set_text (person, REMIT_PERSON_NAME, name);
  id = remit_design_create (self->workspace, person, &error);
  g_assert_no_error (error);
  return id;
}

/* By name either way round, by address, by number, with brackets; what was to be allocated is. */
static void
test_come (CsvFixture *self,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Person,Allocation\nHot,Chef,\"Ek, Ida\",40 %\nHot,Cook,PER@example.org,\n"
          "Hot,Baker,P7,80\nHot,Guest,Ute Zorn (P9),\nHot,Waiter,TBD,\nHot,Judge,?,50\n");
  g_autoptr (RemitImportResult) people = NULL;

  table_test_assert_note (seats, "Line 2: Chef of Hot is reserved for “Ek, Ida”, who is unknown");
  table_test_assert_note (seats, "4 slots are reserved by name");
  assert_query (self, AWAITED, "Chef Ek, Ida, Cook PER@example.org, Baker P7, Guest Ute Zorn (P9)");
  people = csv_fixture_import (self, "people.csv", "Number,Name,E-mail\nP1,Ida Ek,\n"
                                                   "P2,Per Berg,per@example.org\nP7,Kim Sato,\n"
                                                   "P9,U. Zorn,\n");
  table_test_assert_counts (people, REMIT_KIND_ASSIGNMENT, 4, 0, 0);
  table_test_assert_note (people, "Chef of Hot was reserved for Ida Ek, who is now assigned");
  assert_query (self, SEATED, "Chef Ida Ek 40, Cook Per Berg 100, Baker Kim Sato 80, "
                              "Guest U. Zorn 100");
  assert_query (self, "SELECT count (*) FROM slot WHERE awaits <> '' OR awaits_percent <> 0", "0");
}

/* The same seats again change nothing; two of one role keep whom they wait for. */
static void
test_again (CsvFixture *self,
            gconstpointer data G_GNUC_UNUSED)
{
  static const char one[] = "Team,Role,Person\nHot,Cook,Ida\nHot,Cook,Per\n";
  static const char other[] = "Team,Role,Person\nHot,Cook,Per\nHot,Cook,Ida\n";
  g_autoptr (RemitImportResult) first = import_seats (self, one);
  g_autofree char *before = remit_test_dump (self->store);
  g_autoptr (RemitImportResult) second = import_seats (self, other);
  g_autofree char *after = remit_test_dump (self->store);

  table_test_assert_counts (first, REMIT_KIND_SLOT, 2, 0, 0);
  table_test_assert_counts (second, REMIT_KIND_SLOT, 0, 0, 2);
  g_assert_cmpstr (after, ==, before);
}

/* Nobody waits where that is not wanted, and no slot for whom there are several. */
static void
test_not_wanted (CsvFixture *self,
                 gconstpointer data G_GNUC_UNUSED)
{
  static const char seats[] = "Team,Role,Person\nHot,Cook,Ida\nHot,Chef,Per\n";
  const RemitImportOptions options = { .no_waiting = TRUE, .plan_name = "P" };
  g_autoptr (RemitImportResult) plain = import_with (self, seats, &options);
  g_autoptr (RemitImportResult) people = csv_fixture_import (
    self, "people.csv", "Number,Name\n1,Per\n2,Per\n");
  g_autoptr (RemitImportResult) result = NULL;

  table_test_assert_note (plain, "2 slots have unknown holders and are vacant");
  g_assert_cmpuint (people->added[REMIT_KIND_ASSIGNMENT], ==, 0);
  result = import_seats (self, seats);
  assert_query (self, "SELECT group_concat (awaits) FROM slot WHERE awaits <> ''", "Ida");
}

/* Of several people of a name nobody is taken, unless one has the number; nor is who has left. */
static void
test_several (CsvFixture *self,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Person\nHot,Cook,Ida Ek\nHot,Chef,P5\nHot,Baker,Old Hand\n");
  g_autoptr (RemitImportResult) people = csv_fixture_import (
    self, "people.csv", "Number,Name,Until\nP1,Ida Ek,\nP2,Ek Ida,\nP5,Per,\nP6,P5,\n"
                        "P8,Old Hand,2001-01-31\n");

  table_test_assert_note (people, "Cook of Hot is reserved for “Ida Ek”, but several people");
  table_test_assert_note (people, "2 slots are reserved by name");
  assert_query (self, SEATED, "Chef Per 100");
  assert_query (self, AWAITED, "Cook Ida Ek, Baker Old Hand");
}

/* Somebody who is made by hand is awaited, too; the step of the history says so. */
static void
test_by_hand (CsvFixture *self,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Person\nHot,Cook,Ida Ek\nHot,Chef,\"Ek, Ida\"\nHot,Baker,Per\n");
  g_autofree char *before = remit_test_dump (self->store);

  add_person (self, "Ida Ek");
  assert_query (self, SEATED, "Cook Ida Ek 100, Chef Ida Ek 100");
  assert_query (self, AWAITED, "Baker Per");
  assert_query (self, "SELECT label ->> 0 ->> 1, label ->> 1 FROM history "
                      "ORDER BY seq DESC LIMIT 1", "%2$s, for whom %1$d slots were reserved|2");
  remit_test_undo_and_redo (self->store, before);
}

/* The same when somebody is only now called so; of several nobody is taken, whoever comes last. */
static void
test_renamed (CsvFixture *self,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Person\nHot,Cook,Ida Ek\nHot,Chef,P7\nHot,Baker,Per\n");
  gint64 id = add_person (self, "I. Ek");
  g_autofree char *before = remit_test_dump (self->store);
  g_autoptr (GError) error = NULL;

  assert_query (self, SEATED, "");
  remit_design_change (self->workspace, REMIT_KIND_PERSON, id, REMIT_PERSON_NAME, "Ida Ek", &error);
  g_assert_no_error (error);
  assert_query (self, SEATED, "Cook Ida Ek 100");
  remit_test_undo_and_redo (self->store, before);
  remit_design_change (self->workspace, REMIT_KIND_PERSON, id, REMIT_PERSON_EXTERNAL_ID, "p7",
                       &error);
  g_assert_no_error (error);
  assert_query (self, SEATED, "Cook Ida Ek 100, Chef Ida Ek 100");
}

static void
test_namesakes (CsvFixture *self,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) people = csv_fixture_import (
    self, "people.csv", "Number,Name\n1,Per\n2,Per\n");
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Person\nHot,Cook,Ida\n");
  g_autofree char *slot = csv_fixture_query (self, "SELECT id FROM slot");
  g_autoptr (GError) error = NULL;

  remit_test_refresh (self->workspace);
  remit_workspace_open_plan (self->workspace, seats->plan, &error);
  remit_design_change (self->workspace, REMIT_KIND_SLOT, g_ascii_strtoll (slot, NULL, 10),
                       REMIT_SLOT_AWAITS, "Per", &error);
  g_assert_no_error (error);
  add_person (self, "Per");
  assert_query (self, SEATED, "");
  assert_query (self, AWAITED, "Cook Per");
}

/* A slot in which somebody is waits for nobody, whoever comes later. */
static void
test_assigned (CsvFixture *self,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Person,Allocation\nHot,Cook,Ida,30\n");
  gint64 per = add_person (self, "Per");
  g_autofree char *slot = csv_fixture_query (self, "SELECT id FROM slot");
  const RemitPlacement placement = { .person = per, .slot = g_ascii_strtoll (slot, NULL, 10) };
  g_autofree char *before = remit_test_dump (self->store);
  g_autoptr (GError) error = NULL;

  assert_query (self, SEATED, "");
  remit_workspace_open_plan (self->workspace, seats->plan, &error);
  remit_placement_do (self->workspace, &placement, 1, &error);
  g_assert_no_error (error);
  assert_query (self, "SELECT count (*) FROM slot WHERE awaits <> '' OR awaits_percent <> 0", "0");
  remit_test_undo_and_redo (self->store, before);
  add_person (self, "Ida");
  assert_query (self, SEATED, "Cook Per 100");
}

/* The same by an assignment that is made as any entity is, and by a later file of seats. */
static void
test_assigned_otherwise (CsvFixture *self,
                         gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Person\nHot,Cook,Ida\nHot,Chef,Ute\n");
  gint64 per = add_person (self, "Per");
  g_autofree char *slot = csv_fixture_query (self, "SELECT id FROM slot WHERE awaits = 'Ida'");
  g_autofree char *plan = csv_fixture_query (self, "SELECT id FROM plan");
  g_autoptr (RemitRecord) assignment = remit_record_new (REMIT_KIND_ASSIGNMENT);
  g_autoptr (RemitImportResult) later = NULL;
  g_autoptr (GError) error = NULL;

  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PLAN, g_ascii_strtoll (plan, NULL, 10));
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_SLOT, g_ascii_strtoll (slot, NULL, 10));
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PERSON, per);
  g_assert_cmpint (remit_design_create (self->workspace, assignment, &error), !=, 0);
  g_assert_no_error (error);
  later = import_seats (self, "Team,Role,Person\nHot,Chef,Per\n");
  table_test_assert_counts (later, REMIT_KIND_SLOT, 0, 1, 0);
  assert_query (self, SEATED, "Cook Per 100, Chef Per 100");
  assert_query (self, "SELECT count (*) FROM slot WHERE awaits <> ''", "0");
}

/* Rows of one number are of one slot, which waits for one; who else is meant is not lost in
 * silence. */
static void
test_numbered (CsvFixture *self,
               gconstpointer data G_GNUC_UNUSED)
{
  gint64 per = add_person (self, "Per");
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Slot number,Person\nHot,Cook,1,Ida\nHot,Cook,1,Ute\nHot,Chef,1,Per\n"
          "Hot,Chef,1,Kim\nHot,Baker,1,Lea\nHot,Baker,1,Per\n");

  g_assert_cmpint (per, !=, 0);
  table_test_assert_counts (seats, REMIT_KIND_SLOT, 3, 1, 0);
  table_test_assert_note (seats, "Line 3: Cook of Hot: “Ute” was skipped");
  table_test_assert_note (seats, "Line 5: Chef of Hot: “Kim” was skipped");
  table_test_assert_note (seats, "Line 7: Baker of Hot: “Lea” was skipped");
  assert_query (self, AWAITED, "Cook Ida");
  assert_query (self, SEATED, "Chef Per 100, Baker Per 100");
}

/* A slot that is duplicated waits for nobody, as nobody is in it; one of a copied plan does. */
static void
test_copies (CsvFixture *self,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Person,Allocation\nHot,Cook,Ida,30\n");
  g_autofree char *team = csv_fixture_query (self, "SELECT id FROM team");
  g_autoptr (GError) error = NULL;

  remit_test_refresh (self->workspace);
  remit_workspace_open_plan (self->workspace, seats->plan, &error);
  remit_design_duplicate (self->workspace, REMIT_KIND_TEAM, g_ascii_strtoll (team, NULL, 10),
                          &error);
  g_assert_no_error (error);
  assert_query (self, "SELECT count (*), sum (awaits = 'Ida'), sum (awaits_percent) FROM slot",
                "2|1|30");
  remit_design_copy_plan (self->workspace, seats->plan, "Q", &error);
  g_assert_no_error (error);
  add_person (self, "Ida");
  assert_query (self, SEATED, "Cook Ida 30, Cook Ida 30");
}

/* Months, and rows with days of one numbered slot, are allocated as they were read. */
static void
test_periods (CsvFixture *self,
              gconstpointer data G_GNUC_UNUSED)
{
  static const char text[] =
    "Team,Role,Slot number,Person,Allocation,Assigned from,Assigned until\n"
    "Hot,Cook,1,Ida,20 %,2031-01-01,2031-01-31\nHot,Cook,1,Ida,60 %,2031-02-01,\n"
    "Hot,Chef,1,Ida,,,2031-03-31\nHot,Guest,1,Per,30 %,2031-05-01,2031-04-01\n";
  g_autoptr (RemitImportResult) seats = import_seats (self, text);
  g_autofree char *before = remit_test_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (RemitImportResult) again = import_seats (self, text);
  g_autoptr (RemitImportResult) shorter = NULL;

  table_test_assert_note (seats, "Line 5: The first day is after the last");
  assert_query (self,
                "SELECT group_concat (awaits_percent || ' ' || awaits_periods, ', ') FROM slot",
                "0 2031-01-01/2031-01-31 20%; 2031-02-01/.. 60%, 0 ../2031-03-31 100%, 30 ");
  after = remit_test_dump (self->store);
  g_assert_cmpstr (after, ==, before);
  table_test_assert_counts (again, REMIT_KIND_SLOT, 0, 0, 3);
  shorter = import_seats (self, "Team,Role,Slot number,Person,Allocation,Assigned from,"
                                "Assigned until\nHot,Cook,1,Ida,20 %,2031-01-01,2031-01-31\n");
  add_person (self, "Ida");
  assert_query (self, "SELECT group_concat (coalesce (\"from\", '') || '/' || "
                      "coalesce (\"until\", '') || ' ' || allocation, ', ') "
                      "FROM (SELECT * FROM assignment ORDER BY allocation)",
                "2031-01-01/2031-01-31 20, /2031-03-31 100");
  assert_query (self, "SELECT count (*) FROM slot WHERE awaits_periods <> ''", "0");
}

/* The same by columns of months, a file of which says all; plans in the archive are left alone. */
static void
test_months (CsvFixture *self,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) seats = import_seats (
    self, "Team,Role,Person,Jan 2031,Feb 2031,Mar 2031\nHot,Cook,Ida,20 %,20 %,60 %\n");
  g_autofree char *plan = csv_fixture_query (self, "SELECT id FROM plan");
  g_autofree char *before = remit_test_dump (self->store);
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  assert_query (self, "SELECT awaits_percent || ' ' || awaits_periods FROM slot",
                "0 2031-01-01/2031-02-28 20%; 2031-03-01/2031-03-31 60%");
  add_person (self, "Ida");
  assert_query (self, SEATED, "Cook Ida 20, Cook Ida 60");
  remit_test_undo_and_redo (self->store, before);
  remit_history_undo (self->store, REMIT_HISTORY_UNDO, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_awaited_count (self->store, 0, &error), ==, 1);
  edit = remit_edit_begin (self->store, "Archive", &error);
  remit_edit_set_integer (edit, REMIT_KIND_PLAN, g_ascii_strtoll (plan, NULL, 10),
                          REMIT_PLAN_STATUS, REMIT_PLAN_STATUS_ARCHIVED, &error);
  remit_edit_commit (edit, &error);
  g_clear_pointer (&edit, remit_edit_free);
  g_assert_no_error (error);
  g_assert_cmpint (remit_awaited_count (self->store, 0, &error), ==, 0);
  add_person (self, "Ida");
  assert_query (self, SEATED, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) \
  g_test_add ("/exchange/table-awaited/" name, CsvFixture, NULL, csv_fixture_set_up, test, \
              csv_fixture_tear_down)
  add ("come", test_come);
  add ("again", test_again);
  add ("not-wanted", test_not_wanted);
  add ("several", test_several);
  add ("by-hand", test_by_hand);
  add ("renamed", test_renamed);
  add ("namesakes", test_namesakes);
  add ("assigned", test_assigned);
  add ("assigned-otherwise", test_assigned_otherwise);
  add ("numbered", test_numbered);
  add ("copies", test_copies);
  add ("periods", test_periods);
  add ("months", test_months);
  return g_test_run ();
}
