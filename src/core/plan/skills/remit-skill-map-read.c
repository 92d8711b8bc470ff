/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has which skills, read from the database in any thread. */
#include <string.h>

#include "model/remit-day.h"
#include "remit-skill-map-private.h"
#include "store/remit-statement.h"

/* What a person has. */
typedef struct {
  int level;
  RemitStanding standing;
} Has;

typedef struct {
  RemitStore *store;
  gint64 plan;
  char today[11];
  gint64 day;
  int notice;
  gboolean only_needed;
  GCancellable *cancellable;

  RemitSkillMap *map;
  GHashTable *rows;     /* id of a person or team → row + 1 */
  GHashTable *columns;  /* id of a skill → column + 1 */
  GHashTable *members;  /* id of a person → GArray of the ids of their teams */
} Reading;

static guint
find (GHashTable *places,
      gint64 id,
      gboolean *found)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &id));

  *found = place != 0;
  return place - 1;
}

static void
remember (GHashTable *places,
          gint64 id,
          guint place)
{
  g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
}

/* ── Rows of the database ─────────────────────────────────────────────────────────────────── */

static void
read_settings (Reading *self,
               RemitStatement *row)
{
  self->notice = (int) remit_statement_get_integer (row, 0);
}

static void
read_skill (Reading *self,
            RemitStatement *row)
{
  RemitSkillColumn column = {
    .skill = remit_statement_get_integer (row, 0),
    .name = g_strdup (remit_statement_get_string (row, 1)),
    .category = g_strdup (remit_statement_get_string (row, 2)),
  };

  remember (self->columns, column.skill, self->map->columns->len);
  g_array_append_val (self->map->columns, column);
}

static void
read_row (Reading *self,
          RemitStatement *row)
{
  RemitSkillRow added = {
    .id = remit_statement_get_integer (row, 0),
    .name = g_strdup (remit_statement_get_string (row, 1)),
  };

  remember (self->rows, added.id, self->map->rows->len);
  g_array_append_val (self->map->rows, added);
}

/* Of a slot that is not over, in which a person is now or later. */
static void
read_member (Reading *self,
             RemitStatement *row)
{
  gint64 person = remit_statement_get_integer (row, 0);
  gint64 team = remit_statement_get_integer (row, 1);
  GArray *teams = g_hash_table_lookup (self->members, &person);

  if (teams == NULL)
    {
      teams = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->members, g_memdup2 (&person, sizeof person), teams);
    }
  g_array_append_val (teams, team);
}

static void
need (RemitSkillCell *cell,
      int level,
      int target,
      gboolean critical)
{
  cell->needed = MAX (cell->needed, level);
  cell->target = MAX (cell->target, MAX (level, target));
  cell->critical = cell->critical || critical;
}

/* What a slot needs: once for its team, or for each person who is in it. */
static void
read_need (Reading *self,
           RemitStatement *row)
{
  gboolean has_row, has_column;
  guint at = find (self->rows, remit_statement_get_integer (row, 0), &has_row);
  guint column = find (self->columns, remit_statement_get_integer (row, 1), &has_column);

  if (has_row && has_column)
    need (remit_skill_map_ensure (self->map, at, column),
          (int) remit_statement_get_integer (row, 2), (int) remit_statement_get_integer (row, 3),
          remit_statement_get_integer (row, 4) != 0);
}

/* What all slots of the plan need of a skill. */
static void
read_needed (Reading *self,
             RemitStatement *row)
{
  gboolean found;
  guint at = find (self->columns, remit_statement_get_integer (row, 0), &found);
  RemitSkillColumn *column;

  if (!found)
    return;
  column = &g_array_index (self->map->columns, RemitSkillColumn, at);
  column->n_slots = (guint) remit_statement_get_integer (row, 1);
  column->n_critical = (guint) remit_statement_get_integer (row, 2);
  column->needed = (int) remit_statement_get_integer (row, 3);
}

static void
put_person (Reading *self,
            guint row,
            guint column,
            const Has *has)
{
  RemitSkillCell *cell = remit_skill_map_ensure (self->map, row, column);

  cell->level = has->level;
  cell->standing = has->standing;
  cell->n_people = 1;
}

/* The best of those who have what is needed says what the team's level rests on. */
static int
rank (RemitStanding standing)
{
  static const int ranks[REMIT_N_STANDINGS] = {
    [REMIT_STANDING_UNKNOWN] = 2, [REMIT_STANDING_SELF] = 1,     [REMIT_STANDING_ASSESSED] = 3,
    [REMIT_STANDING_VERIFIED] = 5, [REMIT_STANDING_EXPIRING] = 4, [REMIT_STANDING_EXPIRED] = 0,
  };

  return ranks[standing];
}

static void
put_member (Reading *self,
            gint64 team,
            guint column,
            const Has *has)
{
  gboolean found;
  guint row = find (self->rows, team, &found);
  RemitSkillCell *cell;

  if (!found)
    return;
  cell = remit_skill_map_ensure (self->map, row, column);
  cell->level = MAX (cell->level, has->level);
  cell->n_near += has->level == cell->needed - 1;
  if (has->level < cell->needed)
    return;
  if (cell->n_people++ == 0 || rank (has->standing) > rank (cell->standing))
    cell->standing = has->standing;
}

/* In a team once, however many of its slots they are in. */
static void
put_in_teams (Reading *self,
              const GArray *teams,
              guint column,
              const Has *has)
{
  for (guint i = 0; i < teams->len; i++)
    {
      gint64 team = g_array_index (teams, gint64, i);
      gboolean again = FALSE;

      for (guint j = 0; j < i; j++)
        again = again || g_array_index (teams, gint64, j) == team;
      if (!again)
        put_member (self, team, column, has);
    }
}

static void
read_has (Reading *self,
          RemitStatement *row)
{
  gint64 person = remit_statement_get_integer (row, 0);
  const GArray *teams = g_hash_table_lookup (self->members, &person);
  gboolean has_row, has_column;
  guint at = find (self->rows, person, &has_row);
  guint column = find (self->columns, remit_statement_get_integer (row, 1), &has_column);
  const char *assessment = remit_statement_get_string (row, 3);
  Has has = { .level = (int) remit_statement_get_integer (row, 2) };

  if (!has_column || has.level == 0)
    return;
  has.standing = remit_standing_judge (
    g_str_equal (assessment, "self") ? REMIT_ASSESSMENT_SELF
    : g_str_equal (assessment, "other") ? REMIT_ASSESSMENT_OTHER : REMIT_ASSESSMENT_UNKNOWN,
    remit_statement_get_integer (row, 4) != 0,
    remit_day_parse (remit_statement_get_string (row, 5)), self->day, self->notice);
  if (self->map->by == REMIT_SKILL_MAP_TEAMS)
    {
      if (teams != NULL)
        put_in_teams (self, teams, column, &has);
    }
  else if (has_row)
    put_person (self, at, column, &has);
  if (teams != NULL)
    {
      RemitSkillColumn *of = &g_array_index (self->map->columns, RemitSkillColumn, column);

      of->n_people += has.level >= of->needed;
    }
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const char *sql;
  void (*read) (Reading *self,
                RemitStatement *row);
} Step;

/* The plan's slots that are not over on the day ?2, and who is in them then or later. */
#define HELD                                                                                       \
  " FROM slot s JOIN assignment a ON a.slot = s.id WHERE s.plan = ?1"                              \
  " AND coalesce (a.\"until\", s.\"until\", '9999-12-31') >= ?2"
#define NEEDED                                                                                     \
  " FROM slot_need n JOIN slot s ON s.id = n.slot WHERE n.plan = ?1"                               \
  " AND coalesce (s.\"until\", '9999-12-31') >= ?2"
#define SKILLS "SELECT id, name, category FROM skill"

static const Step settings = { "SELECT expiry_notice FROM settings", read_settings };
static const Step all_skills = { SKILLS " ORDER BY category COLLATE NOCASE, name COLLATE NOCASE",
                                 read_skill };
static const Step needed_skills = {
  SKILLS " WHERE id IN (SELECT n.skill" NEEDED ")"
  " ORDER BY category COLLATE NOCASE, name COLLATE NOCASE", read_skill
};

static const Step rows[] = {
  [REMIT_SKILL_MAP_PEOPLE] = {
    "SELECT id, name FROM person WHERE id IN (SELECT a.person" HELD ")", read_row },
  [REMIT_SKILL_MAP_EVERYBODY] = { "SELECT id, name FROM person", read_row },
  [REMIT_SKILL_MAP_TEAMS] = { "SELECT id, name FROM team WHERE plan = ?1", read_row },
};

static const Step needs_of_people = {
  "SELECT a.person, n.skill, n.level, n.target, n.critical FROM slot_need n"
  " JOIN slot s ON s.id = n.slot JOIN assignment a ON a.slot = s.id WHERE n.plan = ?1"
  " AND coalesce (a.\"until\", s.\"until\", '9999-12-31') >= ?2", read_need
};
static const Step needs_of_teams = {
  "SELECT s.team, n.skill, n.level, n.target, n.critical" NEEDED, read_need
};

static const Step rest[] = {
  { "SELECT n.skill, count (*), sum (n.critical), min (n.level)" NEEDED " GROUP BY n.skill",
    read_needed },
  { "SELECT a.person, s.team" HELD, read_member },
  { "SELECT person, skill, level, assessment, verified_by <> '' OR verified_on IS NOT NULL,"
    " expires FROM person_skill", read_has },
};

static gboolean
run_step (Reading *self,
          const Step *step,
          GError **error)
{
  RemitStatement *found = remit_store_query (self->store, step->sql, self->plan, 0, error);

  if (found == NULL)
    return FALSE;
  if (strstr (step->sql, "?2") != NULL)
    remit_statement_bind_text (found, 2, self->today);
  while (remit_store_step_unless (self->store, found, self->cancellable))
    step->read (self, found);
  return remit_store_finish_unless (self->store, found, self->cancellable, error);
}

static gboolean
read_steps (Reading *self,
            GError **error)
{
  gboolean of_teams = self->map->by == REMIT_SKILL_MAP_TEAMS;

  if (!run_step (self, &settings, error)
      || !run_step (self, self->only_needed ? &needed_skills : &all_skills, error)
      || !run_step (self, &rows[self->map->by], error))
    return FALSE;
  remit_skill_map_sort (self->map);
  g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < self->map->rows->len; i++)
    remember (self->rows, g_array_index (self->map->rows, RemitSkillRow, i).id, i);
  if (!run_step (self, of_teams ? &needs_of_teams : &needs_of_people, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    if (!run_step (self, &rest[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_all (Reading *self,
          GError **error)
{
  gboolean done;

  if (!remit_store_begin_read (self->store, NULL, error))
    return FALSE;
  done = read_steps (self, error);
  if (!remit_store_end_read (self->store, done, done ? error : NULL))
    return FALSE;
  return done;
}

RemitSkillMap *
remit_skill_map_read (RemitStore *store,
                      gint64 plan,
                      RemitSkillMapBy by,
                      gboolean only_needed,
                      gint64 today,
                      GCancellable *cancellable,
                      GError **error)
{
  Reading self = { .store = store, .plan = plan, .day = today, .only_needed = only_needed,
                   .cancellable = cancellable };

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  remit_day_format (today, self.today);
  self.map = remit_skill_map_new (by);
  self.rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  if (read_all (&self, error))
    remit_skill_map_count (self.map);
  else
    g_clear_pointer (&self.map, remit_skill_map_free);
  g_hash_table_unref (self.members);
  g_hash_table_unref (self.columns);
  g_hash_table_unref (self.rows);
  return self.map;
}
