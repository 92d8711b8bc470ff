/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has which skills, beside what is needed. */
#include "model/remit-day.h"
#include "plan/skills/remit-skill-map.h"
#include "remit-test.h"

/* Team T has the slot S for an ML engineer, which Ada is in, and Bob; U has a slot that nobody is
 * in, and one that is over. SQL is needed at 3 and critical, with the target 4; Go at 2; R by a
 * slot that is over. Cem is in no slot any more. */
static RemitStore *
create (void)
{
  g_autoptr (GError) error = NULL;
  RemitStore *store = remit_store_open ("", REMIT_STORE_CREATE, &error);

  g_assert_no_error (error);
  remit_store_exec (
    store,
    "INSERT INTO role (id, key, name) VALUES (1, 'r', 'R');"
    "INSERT INTO skill (id, name, category) VALUES (1, 'SQL', 'Data'), (2, 'Go', 'Code'),"
    " (3, 'R', 'Code'), (4, 'Chess', '');"
    "INSERT INTO person (id, name) VALUES (1, 'bob'), (2, 'Ada'), (3, 'Cem');"
    "INSERT INTO plan (id, name) VALUES (1, 'P'), (2, 'Q');"
    "INSERT INTO team (id, plan, name) VALUES (1, 1, 'T'), (2, 1, 'U'), (3, 2, 'V');"
    "INSERT INTO slot (id, plan, team, role, \"until\") VALUES (1, 1, 1, 1, NULL),"
    " (2, 1, 2, 1, NULL), (3, 1, 2, 1, '2026-02-01'), (4, 2, 3, 1, NULL);"
    "INSERT INTO slot_need (plan, slot, skill, level, critical, target) VALUES"
    " (1, 1, 1, 3, 1, 4), (1, 1, 2, 2, 0, 0), (1, 2, 1, 2, 0, 0), (1, 3, 3, 4, 1, 0),"
    " (2, 4, 4, 4, 1, 0);"
    "INSERT INTO assignment (plan, slot, person, \"until\") VALUES (1, 1, 1, NULL),"
    " (1, 1, 2, NULL), (1, 2, 3, '2026-02-28');"
    "INSERT INTO person_skill (person, skill, level, assessment, verified_by, expires) VALUES"
    " (2, 1, 3, 'self', '', NULL), (1, 1, 4, 'self', 'Zoe', '2026-03-20'), (2, 4, 1, 'other', '',"
    " NULL), (3, 2, 4, 'unknown', '', NULL), (1, 2, 1, 'unknown', '', NULL);",
    NULL, &error);
  g_assert_no_error (error);
  return store;
}

/* The map in text: a line each for columns and rows, with cells as level/needed/target. */
static char *
describe (const RemitSkillMap *map)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < map->columns->len; i++)
    {
      const RemitSkillColumn *column = &g_array_index (map->columns, RemitSkillColumn, i);

      g_string_append_printf (text, "%s %u/%u %d: %u\n", column->name, column->n_critical,
                              column->n_slots, column->needed, column->n_people);
    }
  for (guint i = 0; i < map->rows->len; i++)
    {
      const RemitSkillRow *row = &g_array_index (map->rows, RemitSkillRow, i);

      g_string_append_printf (text, "%s %u:", row->name, row->n_gaps);
      for (guint j = 0; j < map->columns->len; j++)
        {
          const RemitSkillCell *cell = remit_skill_map_get (map, i, j);

          if (cell != NULL)
            g_string_append_printf (text, " %s=%d/%d/%d%s%s,%u",
                                    g_array_index (map->columns, RemitSkillColumn, j).name,
                                    cell->level, cell->needed, cell->target,
                                    cell->critical ? "!" : "",
                                    remit_standing_get_word (cell->standing), cell->n_people);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
check (RemitSkillMapBy by,
       gboolean only_needed,
       const char *expected)
{
  g_autoptr (RemitStore) store = create ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitSkillMap) map = remit_skill_map_read (
    store, 1, by, only_needed, remit_day_parse ("2026-03-01"), NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (map);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_people (void)
{
  check (REMIT_SKILL_MAP_PEOPLE, TRUE,
         "Go 0/1 2: 0\nSQL 1/2 2: 2\n"
         "Ada 1: Go=0/2/2,0 SQL=3/3/4!Self-assessed,1\n"
         "bob 1: Go=1/2/2,1 SQL=4/3/4!Expires soon,1\n");
}

static void
test_everybody (void)
{
  check (REMIT_SKILL_MAP_EVERYBODY, FALSE,
         "Chess 0/0 0: 1\nGo 0/1 2: 0\nR 0/0 0: 0\nSQL 1/2 2: 2\n"
         "Ada 1: Chess=1/0/0Assessed,1 Go=0/2/2,0 SQL=3/3/4!Self-assessed,1\n"
         "bob 1: Go=1/2/2,1 SQL=4/3/4!Expires soon,1\n"
         "Cem 0: Go=4/0/0,1\n");
}

/* Who has what is needed counts, and the best of them says what it rests on. */
static void
test_teams (void)
{
  check (REMIT_SKILL_MAP_TEAMS, TRUE,
         "Go 0/1 2: 0\nSQL 1/2 2: 2\n"
         "T 1: Go=1/2/2,0 SQL=4/3/4!Expires soon,2\n"
         "U 1: SQL=0/2/2,0\n");
}

static void
test_words (void)
{
  g_autoptr (RemitStore) store = create ();
  g_autoptr (RemitSkillMap) map = remit_skill_map_read (
    store, 1, REMIT_SKILL_MAP_TEAMS, TRUE, remit_day_parse ("2026-03-01"), NULL, NULL);
  g_autofree char *cell = remit_skill_map_dup_cell (map, remit_skill_map_get (map, 0, 1));
  g_autofree char *gap = remit_skill_map_dup_cell (map, remit_skill_map_get (map, 1, 1));
  g_autofree char *none = remit_skill_map_dup_cell (map, remit_skill_map_get (map, 1, 0));
  g_autofree char *column = remit_skill_map_dup_column (map, 1);

  g_assert_cmpstr (cell, ==, "level 4, level 3 is required and critical, target: level 4, "
                             "Expires soon, 2 people");
  g_assert_cmpstr (gap, ==, "no level, level 2 is required, 0 people");
  g_assert_cmpstr (none, ==, "no level");
  g_assert_cmpstr (column, ==, "2 people at level 2 or above, required by 2 slots, critical for 1");
}

static void
test_cancelled (void)
{
  g_autoptr (RemitStore) store = create ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (remit_skill_map_read (store, 1, REMIT_SKILL_MAP_TEAMS, TRUE, 2461000, cancellable,
                                       &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skill-map/people", test_people);
  g_test_add_func ("/skill-map/everybody", test_everybody);
  g_test_add_func ("/skill-map/teams", test_teams);
  g_test_add_func ("/skill-map/words", test_words);
  g_test_add_func ("/skill-map/cancelled", test_cancelled);
  return g_test_run ();
}
