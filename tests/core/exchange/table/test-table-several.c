/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several people in one cell of a seat, and how a cell names one. */
#include "remit-table-test.h"

static void
import_people (CsvFixture *self)
{
  g_autoptr (RemitImportResult) result = csv_fixture_import (
    self, "people.csv",
    "Number,Name,Email\nP1,Ada Lovelace,ada@example.org\nP2,Grace Hopper,grace@example.org\n"
    "P3,Emmy Noether,emmy@example.org\nP4,山田 太郎,\nP5,R&D Lee,\n");

  table_test_assert_counts (result, REMIT_KIND_PERSON, 5, 0, 0);
}

/* Imports one seat. Returns: (transfer full): numbers of who sits in it, and how many seats are
 * vacant */
static char *
dup_seated (CsvFixture *self,
            const char *cell)
{
  static guint n;
  g_autofree char *text = g_strdup_printf ("Team,Role,Person\nT,Lead,\"%s\"\n", cell);
  g_autofree char *name = g_strdup_printf ("seats%u.csv", n++);
  g_autofree char *sql = NULL;
  g_autoptr (RemitImportResult) result = csv_fixture_import (self, name, text);

  sql = g_strdup_printf ("SELECT coalesce (group_concat (external_id, ' '), '') || ' ' || sum "
                         "(a.id IS NULL) "
                         "FROM (SELECT * FROM slot WHERE plan = (SELECT max (id) FROM plan) "
                         "      ORDER BY position) AS s "
                         "LEFT JOIN assignment AS a ON a.slot = s.id "
                         "LEFT JOIN person AS p ON p.id = a.person");
  return csv_fixture_query (self, sql);
}

static void
test_cells (CsvFixture *self,
            gconstpointer data)
{
  const struct
  {
    const char *cell;
    const char *seated;
  } cases[] = {
    { "Ada Lovelace; Grace Hopper", "P1 P2 0" },
    { "Ada Lovelace & Grace Hopper", "P1 P2 0" },
    { "Ada Lovelace\nGrace Hopper\n", "P1 P2 0" },
    { "Ada Lovelace / Grace Hopper", "P1 P2 0" },
    { "Ada Lovelace and Grace Hopper", "P1 P2 0" },
    { "Ada Lovelace und Grace Hopper", "P1 P2 0" },
    { "Ada Lovelace y Grace Hopper", "P1 P2 0" },
    { "Ada Lovelace, Grace Hopper", "P1 P2 0" },
    { "Lovelace, Ada; Hopper, Grace", "P1 P2 0" },
    { "P1 + P3", "P1 P3 0" },
    { "ada@example.org; grace@example.org; emmy@example.org", "P1 P2 P3 0" },
    { "山田太郎、Ada Lovelace", "P4 P1 0" },
    { "Ada Lovelace; Ada Lovelace", "P1 0" },
    { "Ada Lovelace; TBD", "P1 1" },
    { "Ada Lovelace; Zoe Unknown", "P1 1" },
    { "Xu Unknown; Zoe Unknown", " 2" },
    /* one person, however it is written */
    { "Lovelace, Ada", "P1 0" },
    { "R&D Lee", "P5 0" },
    { "Ada Lovelace (P1)", "P1 0" },
    { "A. Lovelace (P1)", "P1 0" },
    { "Ada Lovelace <ada@example.org>", "P1 0" },
    { "P1 - Ada L.", "P1 0" },
    { "A. Lovelace, P1", "P1 0" },
    { "Ada Lovelace (until May)", "P1 0" },
    /* nobody */
    { "Vacant", " 1" },
    { "TBD / open", " 1" },
    { "n/d", " 1" },
    { "?", " 1" },
    { "Zoe Unknown, PhD", " 1" },
    { "Research & Development", " 1" },
    { ";;; ;", " 1" },
  };

  import_people (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *seated = dup_seated (self, cases[i].cell);

      g_test_message ("%s", cases[i].cell);
      g_assert_cmpstr (seated, ==, cases[i].seated);
    }
}

/* What is needed is shared; how much of somebody may stand beside the name. */
static void
test_shares (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  import_people (self);
  result = csv_fixture_import (self, "seats.csv",
                               "Team,Role,Person,FTE\nT,Lead,Ada Lovelace; Grace Hopper,1\n"
                               "T,Dev,Ada Lovelace (20%); Emmy Noether (0.5 FTE),2\n");
  table_test_assert_counts (result, REMIT_KIND_ASSIGNMENT, 4, 0, 0);
  assert_query (self, "SELECT group_concat (fte, ' ') FROM (SELECT fte FROM slot ORDER BY id)",
                "50 50 100 100");
  assert_query (self,
                "SELECT group_concat (allocation, ' ') FROM (SELECT allocation FROM assignment "
                "ORDER BY id)",
                "50 50 20 50");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/table/several/" path, CsvFixture, NULL, csv_fixture_set_up, func, \
              csv_fixture_tear_down)
  ADD ("cells", test_cells);
  ADD ("shares", test_shares);
  return g_test_run ();
}
