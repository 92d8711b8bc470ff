/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules read of load, holders and ladders is what the window computes: random plans.
 *
 * Each plan comes from a seed, which a failure names; REMIT_SEED runs that one alone. */
#include <string.h>

#include "check/rules/remit-rule-views.h"
#include "model/remit-day.h"
#include "plan/conflict/remit-settle.h"
#include "plan/decide/remit-holder.h"
#include "plan/load/remit-load-private.h"
#include "remit-test.h"

#define N_PLANS 320
#define N_DAYS 30
#define TODAY "2026-03-10"
#define FIRST_DAY "2026-03-01"

#define MANY 8

/* Ids of what there is of a kind. */
typedef struct {
  gint64 ids[MANY];
  guint n;
} Ids;

typedef struct {
  guint32 seed;
  GRand *rand;
  RemitWorkspace *workspace;
  RemitStore *store;  /* of the workspace */
  RemitStore *reader; /* has the views */
  RemitEdit *edit;
  gint64 first;
  gint64 today;
  Ids roles, people, plans;
  Ids teams, slots, ladders, rights; /* of the first plan */
  GPtrArray *rungs;                  /* records */
  GArray *rung_teams;
} World;

/* ── Making a plan ────────────────────────────────────────────────────────────────────────── */

static gboolean
chance (World *self,
        int percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

static gint64
pick (World *self,
      const Ids *ids)
{
  return ids->n > 0 ? ids->ids[g_rand_int_range (self->rand, 0, (gint32) ids->n)] : 0;
}

/* Two days in order, or open ends. */
static void
set_days (World *self,
          RemitRecord *record,
          guint from,
          guint until,
          int open)
{
  gint64 first = self->first + g_rand_int_range (self->rand, 0, N_DAYS);
  gint64 last = self->first + g_rand_int_range (self->rand, 0, N_DAYS);

  if (!chance (self, open))
    remit_record_set_integer (record, from, MIN (first, last));
  if (!chance (self, open))
    remit_record_set_integer (record, until, MAX (first, last));
}

/* Takes @record. What the database refuses, such as somebody twice in a slot, is left out. */
static gint64
add (World *self,
     RemitRecord *record,
     Ids *ids)
{
  g_autoptr (RemitRecord) owned = record;

  if (!remit_edit_insert (self->edit, record, NULL))
    return 0;
  if (ids != NULL && ids->n < MANY)
    ids->ids[ids->n++] = remit_record_get_id (record);
  return remit_record_get_id (record);
}

static void
add_people (World *self)
{
  for (int i = 0; i < 5; i++)
    {
      RemitRecord *person = remit_record_new (REMIT_KIND_PERSON);
      gint64 id;

      remit_record_set_text (person, REMIT_PERSON_NAME, "Person");
      remit_record_set_integer (person, REMIT_PERSON_CAPACITY,
                                g_rand_int_range (self->rand, 1, 11) * 10);
      set_days (self, person, REMIT_PERSON_FROM, REMIT_PERSON_UNTIL, 70);
      id = add (self, person, &self->people);
      for (int j = g_rand_int_range (self->rand, 0, 3); j > 0; j--)
        {
          RemitRecord *absence = remit_record_new (REMIT_KIND_ABSENCE);

          remit_record_set_integer (absence, REMIT_ABSENCE_PERSON, id);
          set_days (self, absence, REMIT_ABSENCE_FROM, REMIT_ABSENCE_UNTIL, 0);
          add (self, absence, NULL);
        }
    }
}

static void
add_roles (World *self)
{
  for (int i = 0; i < 3; i++)
    {
      RemitRecord *role = remit_record_new (REMIT_KIND_ROLE);
      g_autofree char *key = g_strdup_printf ("role-%d", i);

      remit_record_set_text (role, REMIT_ROLE_KEY, key);
      remit_record_set_text (role, REMIT_ROLE_NAME, key);
      add (self, role, &self->roles);
    }
}

/* Scenarios of the first, and of each other, and plans of their own. */
static void
add_plans (World *self)
{
  for (int i = 0; i < 4; i++)
    {
      RemitRecord *plan = remit_record_new (REMIT_KIND_PLAN);

      remit_record_set_text (plan, REMIT_PLAN_NAME, "Plan");
      if (chance (self, 60))
        remit_record_set_integer (plan, REMIT_PLAN_STATUS, REMIT_PLAN_STATUS_PUBLISHED);
      if (chance (self, 40))
        remit_record_set_integer (plan, REMIT_PLAN_BASE, pick (self, &self->plans));
      add (self, plan, &self->plans);
    }
}

static void
add_teams (World *self,
           gint64 plan,
           Ids *teams)
{
  for (int i = g_rand_int_range (self->rand, 1, 5); i > 0; i--)
    {
      RemitRecord *team = remit_record_new (REMIT_KIND_TEAM);

      remit_record_set_integer (team, REMIT_TEAM_PLAN, plan);
      remit_record_set_text (team, REMIT_TEAM_NAME, "Team");
      if (chance (self, 60))
        remit_record_set_integer (team, REMIT_TEAM_PARENT, pick (self, teams));
      add (self, team, teams);
    }
}

static void
add_slots (World *self,
           gint64 plan,
           const Ids *teams,
           Ids *slots)
{
  for (int i = g_rand_int_range (self->rand, 1, 7); i > 0; i--)
    {
      RemitRecord *slot = remit_record_new (REMIT_KIND_SLOT);

      remit_record_set_integer (slot, REMIT_SLOT_PLAN, plan);
      remit_record_set_integer (slot, REMIT_SLOT_TEAM, pick (self, teams));
      remit_record_set_integer (slot, REMIT_SLOT_ROLE, pick (self, &self->roles));
      set_days (self, slot, REMIT_SLOT_FROM, REMIT_SLOT_UNTIL, 50);
      add (self, slot, slots);
    }
}

/* Some slots stay vacant. */
static void
add_assignments (World *self,
                 gint64 plan,
                 const Ids *slots)
{
  for (int i = g_rand_int_range (self->rand, 0, 10); i > 0; i--)
    {
      RemitRecord *assignment = remit_record_new (REMIT_KIND_ASSIGNMENT);

      remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PLAN, plan);
      remit_record_set_integer (assignment, REMIT_ASSIGNMENT_SLOT, pick (self, slots));
      remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PERSON, pick (self, &self->people));
      remit_record_set_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION,
                                g_rand_int_range (self->rand, 1, 11) * 10);
      set_days (self, assignment, REMIT_ASSIGNMENT_FROM, REMIT_ASSIGNMENT_UNTIL, 50);
      add (self, assignment, NULL);
    }
}

/* A slot, a role, a person; or nobody, for rungs. */
static void
set_holder (World *self,
            RemitRecord *record,
            guint slot)
{
  switch (g_rand_int_range (self->rand, 0, 4))
    {
    case 0:
      remit_record_set_integer (record, slot, pick (self, &self->slots));
      break;
    case 1:
      remit_record_set_integer (record, slot + 2, pick (self, &self->people));
      break;
    case 2:
    case 3:
    default:
      remit_record_set_integer (record, slot + 1, pick (self, &self->roles));
      break;
    }
}

static void
add_decision (World *self,
              gint64 plan)
{
  RemitRecord *decision = remit_record_new (REMIT_KIND_DECISION);
  RemitFramework framework = (RemitFramework) g_rand_int_range (self->rand, 0, REMIT_N_FRAMEWORKS);
  const RemitFrameworkInfo *info = remit_framework_get_info (framework);
  gint64 id;

  remit_record_set_integer (decision, REMIT_DECISION_PLAN, plan);
  remit_record_set_text (decision, REMIT_DECISION_TITLE, "Decision");
  remit_record_set_integer (decision, REMIT_DECISION_FRAMEWORK, framework);
  if (chance (self, 70))
    remit_record_set_integer (decision, REMIT_DECISION_TEAM, pick (self, &self->teams));
  id = add (self, decision, NULL);
  g_assert_cmpint (id, !=, 0);
  for (int i = g_rand_int_range (self->rand, 1, 5); i > 0; i--)
    {
      RemitRecord *right = remit_record_new (REMIT_KIND_RIGHT);
      gint32 letter = g_rand_int_range (self->rand, 0, (gint32) info->n_letters);

      remit_record_set_integer (right, REMIT_RIGHT_PLAN, plan);
      remit_record_set_integer (right, REMIT_RIGHT_DECISION, id);
      remit_record_set_integer (right, REMIT_RIGHT_LETTER, info->letters[letter].letter);
      set_holder (self, right, REMIT_RIGHT_SLOT);
      add (self, right, &self->rights);
    }
}

static void
add_rungs (World *self,
           RemitKind kind,
           gint64 owner,
           gint64 plan,
           gint64 team)
{
  int n = g_rand_int_range (self->rand, 0, 4);

  for (int i = 0; i < n; i++)
    {
      RemitRecord *rung = remit_record_new (kind);

      remit_record_set_integer (rung, REMIT_RUNG_PLAN, plan);
      remit_record_set_integer (rung, REMIT_RUNG_LADDER, owner);
      remit_record_set_integer (rung, REMIT_RUNG_POSITION, i + 1);
      if (chance (self, 85))
        set_holder (self, rung, REMIT_RUNG_SLOT);
      g_assert_true (remit_edit_insert (self->edit, rung, NULL));
      g_ptr_array_add (self->rungs, rung);
      g_array_append_val (self->rung_teams, team);
    }
}

static void
add_ladder (World *self,
            gint64 plan)
{
  RemitRecord *ladder = remit_record_new (REMIT_KIND_LADDER);
  gint64 team = chance (self, 70) ? pick (self, &self->teams) : 0;
  gint64 id;

  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, plan);
  remit_record_set_integer (ladder, REMIT_LADDER_TEAM, team);
  remit_record_set_text (ladder, REMIT_LADDER_NAME, "Ladder");
  remit_record_set_integer (ladder, REMIT_LADDER_POSITION, g_rand_int_range (self->rand, 0, 3));
  id = add (self, ladder, &self->ladders);
  g_assert_cmpint (id, !=, 0);
  add_rungs (self, REMIT_KIND_RUNG, id, plan, team);
}

/* The rungs of a conflict are its own; a role on one is looked for in the conflict's team. */
static void
add_conflict (World *self,
              gint64 plan)
{
  RemitRecord *conflict = remit_record_new (REMIT_KIND_CONFLICT);
  gint64 team = chance (self, 70) ? pick (self, &self->teams) : 0;
  gint64 id;

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, team);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, "Conflict");
  remit_record_set_integer (conflict, REMIT_CONFLICT_RAISED, remit_time_now ());
  remit_record_set_text (conflict, REMIT_CONFLICT_RAISER, "Raiser");
  id = add (self, conflict, NULL);
  g_assert_cmpint (id, !=, 0);
  add_rungs (self, REMIT_KIND_OWN_RUNG, id, plan, team);
}

static void
add_all (World *self)
{
  gint64 plan;

  add_people (self);
  add_roles (self);
  add_plans (self);
  plan = self->plans.ids[0];
  add_teams (self, plan, &self->teams);
  add_slots (self, plan, &self->teams, &self->slots);
  add_assignments (self, plan, &self->slots);
  for (guint i = 1; i < self->plans.n; i++)
    {
      Ids teams = { 0 };
      Ids slots = { 0 };

      add_teams (self, self->plans.ids[i], &teams);
      add_slots (self, self->plans.ids[i], &teams, &slots);
      add_assignments (self, self->plans.ids[i], &slots);
    }
  for (int i = g_rand_int_range (self->rand, 0, 4); i > 0; i--)
    add_decision (self, plan);
  for (int i = g_rand_int_range (self->rand, 0, 4); i > 0; i--)
    add_ladder (self, plan);
  for (int i = g_rand_int_range (self->rand, 0, 3); i > 0; i--)
    add_conflict (self, plan);
}

static void
open_views (World *self)
{
  gint64 plan = self->plans.ids[0];
  g_autoptr (GError) error = NULL;

  self->reader = remit_store_open (remit_store_get_path (self->store), REMIT_STORE_READ_ONLY,
                                   &error);
  g_assert_no_error (error);
  remit_rule_views_open (self->reader, plan, &error);
  g_assert_no_error (error);
  for (RemitRuleView view = 0; view < REMIT_RULE_VIEW_HISTORY; view++)
    {
      remit_rule_views_fill (self->reader, view, self->today, NULL, &error);
      g_assert_no_error (error);
    }
}

static World *
world_new (guint32 seed,
           const char *folder)
{
  World *self = g_new0 (World, 1);
  g_autoptr (GError) error = NULL;

  self->seed = seed;
  self->rand = g_rand_new_with_seed (seed);
  self->first = remit_day_parse (FIRST_DAY);
  self->today = remit_day_parse (TODAY);
  self->rungs = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  self->rung_teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->workspace = remit_test_open_workspace (folder);
  self->store = remit_workspace_get_store (self->workspace);
  self->edit = remit_edit_begin (self->store, "Random", &error);
  g_assert_no_error (error);
  add_all (self);
  remit_edit_commit (self->edit, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->edit, remit_edit_free);
  remit_workspace_open_plan (self->workspace, self->plans.ids[0], &error);
  g_assert_no_error (error);
  open_views (self);
  return self;
}

static void
world_free (World *self)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->rungs);
  g_array_unref (self->rung_teams);
  g_assert_finalize_object (self->reader);
  g_assert_finalize_object (self->workspace);
  g_free (self);
}

/* ── Comparing ────────────────────────────────────────────────────────────────────────────── */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Returns: the rows of a SELECT, a line each, as @lines will be. @day is its first parameter. */
static GPtrArray *
select_lines (World *self,
              const char *sql,
              gint64 day)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  RemitStatement *rows = remit_store_prepare (self->reader, sql, &error);
  char text[11] = "";

  g_assert_no_error (error);
  remit_day_format (day, text);
  if (remit_statement_get_n_parameters (rows) > 0)
    remit_statement_bind_text (rows, 1, text);
  while (remit_store_step (self->reader, rows))
    g_ptr_array_add (lines, g_strdup (remit_statement_get_text (rows, 0)));
  g_assert_true (remit_store_finish (self->reader, rows, &error));
  return lines;
}

/* How many lines were the same, by what they are about. */
static GHashTable *n_same;

/* Takes @lines: what the core says in C. */
static void
assert_same (World *self,
             const char *what,
             GPtrArray *lines,
             const char *sql,
             gint64 day)
{
  g_autoptr (GPtrArray) owned = lines;
  g_autoptr (GPtrArray) selected = select_lines (self, sql, day);
  g_autofree char *in_c = join (lines);
  g_autofree char *in_sql = join (selected);

  if (!g_str_equal (in_c, in_sql))
    g_error ("REMIT_SEED=%u: %s differ on day %d:\nin C\n%s\nin SQL\n%s", self->seed, what,
             (int) (day - self->first), in_c, in_sql);
  g_hash_table_insert (n_same, (gpointer) what,
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (n_same, what))
                                         + selected->len - 1));
}

static void G_GNUC_PRINTF (2, 3)
add_line (GPtrArray *lines,
          const char *format,
          ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (lines, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static const RemitLoadSpan *
find_span (GArray *spans,
           gint64 day)
{
  for (guint i = 0; i < spans->len; i++)
    if (remit_load_span_meets (&g_array_index (spans, RemitLoadSpan, i), day, day))
      return &g_array_index (spans, RemitLoadSpan, i);
  g_assert_not_reached ();
}

static gboolean
is_in_plan (World *self,
            gint64 person)
{
  GPtrArray *assignments = remit_workspace_get_referring (self->workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_PERSON, person);

  for (guint i = 0; i < assignments->len; i++)
    if (remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_PLAN)
        == self->plans.ids[0])
      return TRUE;
  return FALSE;
}

static void
compare_load (World *self,
              gint64 day)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->people.n; i++)
    {
      g_autoptr (GArray) spans = remit_load_get_spans (self->workspace, self->plans.ids[0],
                                                       self->people.ids[i]);
      const RemitLoadSpan *span = find_span (spans, day);

      if (is_in_plan (self, self->people.ids[i]))
        add_line (lines, "person %u: %d of %d, %d", i, span->load, span->capacity, span->away);
    }
  for (guint i = 0; i < self->people.n; i++)
    {
      /* ids in lines would say nothing */
      g_autofree char *sql = g_strdup_printf (
        "INSERT OR REPLACE INTO temp.place VALUES (%" G_GINT64_FORMAT ", %u)", self->people.ids[i],
        i);

      g_assert_true (remit_store_exec (self->reader, sql, NULL, NULL));
    }
  assert_same (self, "loads", lines,
               "SELECT format ('person %d: %d of %d, %d', p.place, load, capacity, away)"
               " FROM rule_load JOIN temp.place AS p ON p.id = person"
               " WHERE ?1 BETWEEN \"from\" AND \"until\"",
               day);
}

static void
compare_fill (World *self,
              gint64 day)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->slots.n; i++)
    {
      g_auto (RemitTimeline) timeline = { 0 };
      g_autoptr (GArray) spans = NULL;
      RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT,
                                               self->slots.ids[i]);
      gint64 from = remit_entity_get_integer (slot, REMIT_SLOT_FROM);
      gint64 until = remit_entity_get_integer (slot, REMIT_SLOT_UNTIL);

      remit_load_init_slot (&timeline, self->workspace, self->slots.ids[i], NULL, NULL);
      spans = remit_timeline_sweep (&timeline);
      if (from <= day && (until == 0 || day <= until)
          && remit_workspace_get_referring (self->workspace, REMIT_KIND_ASSIGNMENT,
                                            REMIT_ASSIGNMENT_SLOT, self->slots.ids[i])->len > 0)
        add_line (lines, "slot %" G_GINT64_FORMAT ": %d", self->slots.ids[i],
                  find_span (spans, day)->load);
    }
  assert_same (self, "filled slots", lines,
               "SELECT format ('slot %d: %d', slot, filled) FROM rule_fill"
               " WHERE ?1 BETWEEN \"from\" AND \"until\"",
               day);
}

static void
add_people_lines (GPtrArray *lines,
                  gint64 id,
                  GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    add_line (lines, "%" G_GINT64_FORMAT ": %" G_GINT64_FORMAT, id,
              remit_entity_get_id (people->pdata[i]));
}

static gboolean
does_decide (World *self,
             RemitEntity *right)
{
  gint64 decision = remit_entity_get_integer (right, REMIT_RIGHT_DECISION);
  RemitEntity *entity = remit_workspace_get (self->workspace, REMIT_KIND_DECISION, decision);
  g_autoptr (GPtrArray) rights = remit_holder_get_rights (self->workspace, entity,
                                                          REMIT_PART_DECIDES);

  return g_ptr_array_find (rights, right, NULL);
}

static void
compare_holders (World *self,
                 gint64 day)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *deciders = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->rights.n; i++)
    {
      RemitEntity *right = remit_workspace_get (self->workspace, REMIT_KIND_RIGHT,
                                                self->rights.ids[i]);
      g_autoptr (GPtrArray) people = remit_holder_get_people (self->workspace, right, day);

      add_people_lines (lines, self->rights.ids[i], people);
      if (does_decide (self, right))
        add_people_lines (deciders, self->rights.ids[i], people);
    }
  assert_same (self, "holders", lines,
               "SELECT DISTINCT format ('%d: %d', h.right, h.person) FROM rule_holder AS h"
               " WHERE ?1 BETWEEN \"from\" AND \"until\""
               " AND h.right IN (SELECT id FROM temp.chosen)",
               day);
  assert_same (self, "deciders", deciders,
               "SELECT DISTINCT format ('%d: %d', h.right, h.person) FROM rule_decider AS h"
               " WHERE ?1 BETWEEN \"from\" AND \"until\""
               " AND h.right IN (SELECT id FROM temp.chosen)",
               day);
}

static void
compare_rung_holders (World *self,
                      gint64 day)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->rungs->len; i++)
    {
      g_autoptr (GPtrArray) people = remit_holder_get_people_of_rung (
        self->workspace, self->rungs->pdata[i], g_array_index (self->rung_teams, gint64, i), day);

      add_people_lines (lines, remit_record_get_id (self->rungs->pdata[i]), people);
    }
  assert_same (self, "holders of rungs", lines,
               "SELECT DISTINCT format ('%d: %d', rung, person) FROM rule_rung_holder"
               " WHERE ?1 BETWEEN \"from\" AND \"until\"",
               day);
}

static void
compare_ladders (World *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->teams.n; i++)
    add_line (lines, "%" G_GINT64_FORMAT ": %" G_GINT64_FORMAT, self->teams.ids[i],
              remit_settle_find_ladder (self->workspace, self->plans.ids[0], self->teams.ids[i]));
  assert_same (self, "ladders", lines,
               "SELECT format ('%d: %d', team, coalesce (ladder, 0)) FROM rule_team_ladder",
               self->first);
}

/* Rights beyond those that are kept are not compared. */
static void
choose_rights (World *self)
{
  g_assert_true (remit_store_exec (self->reader,
                                   "CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY);"
                                   "CREATE TEMP TABLE place (id INTEGER PRIMARY KEY, place)",
                                   NULL, NULL));
  for (guint i = 0; i < self->rights.n; i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO temp.chosen VALUES (%" G_GINT64_FORMAT
                                              ")", self->rights.ids[i]);

      g_assert_true (remit_store_exec (self->reader, sql, NULL, NULL));
    }
}

static void
compare (guint32 seed)
{
  char *folder = remit_test_make_folder ();
  World *world = world_new (seed, folder);

  choose_rights (world);
  for (gint64 day = world->first - 1; day <= world->first + N_DAYS; day++)
    {
      compare_holders (world, day);
      compare_rung_holders (world, day);
      if (day >= world->today)
        {
          compare_load (world, day);
          compare_fill (world, day);
        }
    }
  compare_ladders (world);
  world_free (world);
  remit_test_remove_folder (folder);
}

static void
test_random (void)
{
  static const char *const all[] = { "loads",    "filled slots",     "holders",
                                     "deciders", "holders of rungs", "ladders" };
  const char *seed = g_getenv ("REMIT_SEED");

  n_same = g_hash_table_new (g_str_hash, g_str_equal);
  if (seed != NULL)
    compare ((guint32) g_ascii_strtoull (seed, NULL, 10));
  for (guint32 i = 1; seed == NULL && i <= N_PLANS; i++)
    compare (i);
  for (guint i = 0; seed == NULL && i < G_N_ELEMENTS (all); i++)
    {
      g_test_message ("%s: %u", all[i], GPOINTER_TO_UINT (g_hash_table_lookup (n_same, all[i])));
      /* of plans in which there is nothing, everything would be the same */
      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (n_same, all[i])), >, N_PLANS);
    }
  g_hash_table_unref (n_same);
}

/* They are filled in their order, so what one needs has to stand before it. */
static void
test_order (void)
{
  for (RemitRuleView view = 0; view < REMIT_N_RULE_VIEWS; view++)
    g_assert_cmpuint (remit_rule_views_complete (1u << view) >> (view + 1), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/views/order", test_order);
  g_test_add_func ("/check/views/random", test_random);
  return g_test_run ();
}
