/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random plans, changed in two places, against a small model of what a merge is. */
#include <string.h>

#include "adopt-model.h"
#include "plan-fixture.h"

#define N_TRIPLES 1000
#define N_QUICK_TRIPLES 100
/* After so many, a new workspace keeps plans and history few. */
#define N_OF_A_WORKSPACE 10

/* ── Plans ────────────────────────────────────────────────────────────────────────────────── */

/* The rows of a model in a plan. */
typedef struct {
  gint64 plan;
  gint64 teams[N_TEAMS];
  gint64 slots[N_SLOTS];
  gint64 parts[N_PARTS][N_SLOTS][N_RIGHTS];
  gint64 decisions[N_DECISIONS];
} Rows;

typedef struct {
  PlanFixture f;
  gint64 people[N_PEOPLE];
  gint64 skills[N_SKILLS];
  gint64 roles[2];
} World;

static const RemitKind kinds[N_PARTS] = { REMIT_KIND_ASSIGNMENT, REMIT_KIND_SLOT_NEED,
                                          REMIT_KIND_RIGHT };
static const guint value_fields[N_PARTS] = { REMIT_ASSIGNMENT_ALLOCATION, REMIT_SLOT_NEED_LEVEL,
                                             REMIT_RIGHT_ACKNOWLEDGEMENT };

/* What a value of the model is in a row. */
static gint64
to_value (ModelParts parts,
          int value)
{
  return parts == ASSIGNMENTS ? 20 + 10 * value : parts == NEEDS ? 1 + value : value;
}

static void
set_slot (World *world,
          const Rows *rows,
          RemitRecord *record,
          const ModelSlot *slot,
          int i)
{
  g_autofree char *name = g_strdup_printf ("S%d", i);
  g_autofree char *why = g_strdup_printf ("Why %d", slot->why);

  remit_record_set_integer (record, REMIT_SLOT_PLAN, rows->plan);
  remit_record_set_integer (record, REMIT_SLOT_TEAM, rows->teams[slot->team]);
  remit_record_set_integer (record, REMIT_SLOT_ROLE, world->roles[slot->role]);
  remit_record_set_integer (record, REMIT_SLOT_FTE, 25 * slot->fte);
  remit_record_set_integer (record, REMIT_SLOT_FROM, slot->from ? 738000 + slot->from : 0);
  remit_record_set_text (record, REMIT_SLOT_NAME, name);
  remit_record_set_text (record, REMIT_SLOT_WHY, why);
}

static RemitRecord *
create_part (World *world,
             const Rows *rows,
             ModelParts parts,
             int slot,
             int i)
{
  RemitRecord *record = remit_record_new (kinds[parts]);

  if (parts == ASSIGNMENTS)
    {
      remit_record_set_integer (record, REMIT_ASSIGNMENT_PLAN, rows->plan);
      remit_record_set_integer (record, REMIT_ASSIGNMENT_SLOT, rows->slots[slot]);
      remit_record_set_integer (record, REMIT_ASSIGNMENT_PERSON, world->people[i]);
    }
  else if (parts == NEEDS)
    {
      remit_record_set_integer (record, REMIT_SLOT_NEED_PLAN, rows->plan);
      remit_record_set_integer (record, REMIT_SLOT_NEED_SLOT, rows->slots[slot]);
      remit_record_set_integer (record, REMIT_SLOT_NEED_SKILL, world->skills[i]);
    }
  else
    {
      remit_record_set_integer (record, REMIT_RIGHT_PLAN, rows->plan);
      remit_record_set_integer (record, REMIT_RIGHT_SLOT, rows->slots[slot]);
      remit_record_set_integer (record, REMIT_RIGHT_DECISION, rows->decisions[i / N_LETTERS]);
      remit_record_set_integer (record, REMIT_RIGHT_LETTER,
                                i % N_LETTERS ? REMIT_LETTER_A : REMIT_LETTER_R);
    }
  return record;
}

static void
write_part (World *world,
            Rows *rows,
            RemitEdit *edit,
            ModelParts parts,
            int slot,
            int i,
            const ModelPart *old,
            const ModelPart *new)
{
  g_autoptr (GError) error = NULL;
  gint64 *id = &rows->parts[parts][slot][i];
  g_autoptr (RemitRecord) record = NULL;

  if (old->there && !new->there)
    remit_edit_delete (edit, kinds[parts], *id, &error);
  else if (new->there)
    {
      record = create_part (world, rows, parts, slot, i);
      remit_record_set_integer (record, value_fields[parts], to_value (parts, new->value));
      if (!old->there)
        {
          remit_edit_insert (edit, record, &error);
          *id = remit_record_get_id (record);
        }
      else if (old->value != new->value)
        remit_edit_set_integer (edit, kinds[parts], *id, value_fields[parts],
                                to_value (parts, new->value), &error);
    }
  g_assert_no_error (error);
}

static void
write_slot (World *world,
            Rows *rows,
            RemitEdit *edit,
            Model *old,
            Model *new,
            int slot)
{
  g_autoptr (RemitRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gboolean was_there = old->slots[slot].there;

  if (was_there && !new->slots[slot].there)
    remit_edit_delete (edit, REMIT_KIND_SLOT, rows->slots[slot], &error);
  g_assert_no_error (error);
  if (!new->slots[slot].there)
    return;
  record = was_there ? remit_store_load (world->f.store, REMIT_KIND_SLOT, rows->slots[slot], NULL)
                     : remit_record_new (REMIT_KIND_SLOT);
  set_slot (world, rows, record, &new->slots[slot], slot);
  if (was_there)
    remit_edit_update (edit, record, &error);
  else
    remit_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  rows->slots[slot] = remit_record_get_id (record);
  for (ModelParts parts = 0; parts < N_PARTS; parts++)
    for (int i = 0; i < adopt_model_n_parts[parts]; i++)
      write_part (world, rows, edit, parts, slot, i, adopt_model_get_part (old, parts, slot, i),
                  adopt_model_get_part (new, parts, slot, i));
}

/* Makes a plan that is as one model is as another one is. */
static void
write_model (World *world,
             Rows *rows,
             Model *old,
             Model *new)
{
  static const gint64 frameworks[] = { REMIT_FRAMEWORK_RACI, REMIT_FRAMEWORK_RASCI };
  g_autoptr (RemitEdit) edit = remit_test_begin (world->f.workspace, "Test");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_DECISIONS; i++)
    if (old->frameworks[i] != new->frameworks[i])
      remit_edit_set_integer (edit, REMIT_KIND_DECISION, rows->decisions[i],
                              REMIT_DECISION_FRAMEWORK, frameworks[new->frameworks[i]], &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_SLOTS; i++)
    write_slot (world, rows, edit, old, new, i);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* ── Reading a plan ───────────────────────────────────────────────────────────────────────── */

static int
find_id (const gint64 *ids,
         int n,
         gint64 id)
{
  for (int i = 0; i < n; i++)
    if (ids[i] == id)
      return i;
  g_assert_not_reached ();
}

static int
read_key (World *world,
          const Rows *rows,
          ModelParts parts,
          const RemitRecord *record)
{
  if (parts == ASSIGNMENTS)
    return find_id (world->people, N_PEOPLE,
                    remit_record_get_integer (record, REMIT_ASSIGNMENT_PERSON));
  if (parts == NEEDS)
    return find_id (world->skills, N_SKILLS,
                    remit_record_get_integer (record, REMIT_SLOT_NEED_SKILL));
  return N_LETTERS
           * find_id (rows->decisions, N_DECISIONS,
                      remit_record_get_integer (record, REMIT_RIGHT_DECISION))
         + (remit_record_get_integer (record, REMIT_RIGHT_LETTER) == REMIT_LETTER_A);
}

static void
read_parts (World *world,
            Rows *rows,
            ModelParts parts,
            Model *model)
{
  static const guint slot_fields[N_PARTS] = { REMIT_ASSIGNMENT_SLOT, REMIT_SLOT_NEED_SLOT,
                                              REMIT_RIGHT_SLOT };
  g_autoptr (GPtrArray) all = remit_store_load_all (world->f.store, kinds[parts],
                                                    "WHERE t.plan = ?1", rows->plan, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      int slot = find_id (rows->slots, N_SLOTS,
                          remit_record_get_integer (all->pdata[i], slot_fields[parts]));
      int key = read_key (world, rows, parts, all->pdata[i]);
      ModelPart *part = adopt_model_get_part (model, parts, slot, key);
      gint64 value = remit_record_get_integer (all->pdata[i], value_fields[parts]);

      g_assert_false (part->there);
      part->there = TRUE;
      while (to_value (parts, part->value) != value)
        part->value++;
      rows->parts[parts][slot][key] = remit_record_get_id (all->pdata[i]);
    }
}

static void
read_slots (World *world,
            Rows *rows,
            Model *model)
{
  g_autoptr (GPtrArray) all =
    remit_store_load_all (world->f.store, REMIT_KIND_SLOT, "WHERE t.plan = ?1", rows->plan, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const RemitRecord *record = all->pdata[i];
      int slot = atoi (remit_record_get_text (record, REMIT_SLOT_NAME) + 1);
      gint64 from = remit_record_get_integer (record, REMIT_SLOT_FROM);

      g_assert_false (model->slots[slot].there);
      rows->slots[slot] = remit_record_get_id (record);
      model->slots[slot] = (ModelSlot){
        TRUE,
        find_id (rows->teams, N_TEAMS, remit_record_get_integer (record, REMIT_SLOT_TEAM)),
        find_id (world->roles, 2, remit_record_get_integer (record, REMIT_SLOT_ROLE)),
        (int) remit_record_get_integer (record, REMIT_SLOT_FTE) / 25,
        from != 0 ? (int) (from - 738000) : 0,
        atoi (remit_record_get_text (record, REMIT_SLOT_WHY) + 4),
      };
    }
}

static void
read_model (World *world,
            Rows *rows,
            Model *model)
{
  memset (model, 0, sizeof *model);
  for (int i = 0; i < N_TEAMS; i++)
    {
      g_autofree char *name = g_strdup_printf ("T%d", i);
      RemitEntity *team =
        remit_design_find (world->f.workspace, REMIT_KIND_TEAM, rows->plan, name, NULL);

      rows->teams[i] = remit_entity_get_id (team);
    }
  for (int i = 0; i < N_DECISIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("D%d", i);
      RemitEntity *decision =
        remit_design_find (world->f.workspace, REMIT_KIND_DECISION, rows->plan, name, NULL);

      rows->decisions[i] = remit_entity_get_id (decision);
      model->frameworks[i] = remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK)
                             == REMIT_FRAMEWORK_RASCI;
    }
  read_slots (world, rows, model);
  for (ModelParts parts = 0; parts < N_PARTS; parts++)
    read_parts (world, rows, parts, model);
}

/* ── Triples ──────────────────────────────────────────────────────────────────────────────── */

static void
set_up (World *world)
{
  plan_fixture_set_up (&world->f, NULL);
  remit_store_exec (world->f.store, "PRAGMA synchronous = OFF", NULL, NULL);
  world->people[0] = world->f.ada;
  world->people[1] = world->f.bob;
  world->people[2] = world->f.cem;
  world->skills[0] = world->f.sql;
  world->skills[1] = remit_test_add_skill (world->f.store, "Python");
  world->roles[0] = world->f.ml_role;
  world->roles[1] = world->f.data_role;
}

static void
create_base (World *world,
             Rows *rows,
             Model *base)
{
  static Model nothing;

  memset (rows, 0, sizeof *rows);
  rows->plan = remit_test_add_plan (world->f.store, "Base");
  remit_test_refresh (world->f.workspace);
  g_assert_true (remit_workspace_open_plan (world->f.workspace, rows->plan, NULL));
  for (int i = 0; i < N_TEAMS; i++)
    {
      g_autofree char *name = g_strdup_printf ("T%d", i);

      rows->teams[i] = remit_test_add_team (world->f.store, rows->plan, name);
    }
  for (int i = 0; i < N_DECISIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("D%d", i);

      rows->decisions[i] =
        remit_test_add_decision (world->f.store, rows->plan, rows->teams[0], name,
                                 REMIT_FRAMEWORK_RACI);
    }
  memset (base, 0, sizeof *base);
  for (int i = 0; i < N_BASE_SLOTS; i++)
    adopt_model_fill_slot (base, i);
  write_model (world, rows, &nothing, base);
}

/* Two plans that were changed since they were level. */
typedef struct {
  Model base, mine, theirs;
  Rows origin, scenario;
} Triple;

static void
create_triple (World *world,
               Triple *triple,
               gboolean is_same)
{
  g_autoptr (GError) error = NULL;
  Model before;

  create_base (world, &triple->origin, &triple->base);
  memset (&triple->scenario, 0, sizeof triple->scenario);
  triple->scenario.plan =
    remit_design_copy_plan (world->f.workspace, triple->origin.plan, "Scenario", &error);
  g_assert_no_error (error);
  g_assert_true (remit_workspace_open_plan (world->f.workspace, triple->scenario.plan, NULL));
  read_model (world, &triple->scenario, &before);
  g_assert_cmpmem (&before, sizeof before, &triple->base, sizeof before);

  triple->mine = triple->theirs = triple->base;
  for (int i = g_test_rand_int_range (0, 8); i >= 0; i--)
    adopt_model_change (&triple->theirs, 8);
  for (int i = g_test_rand_int_range (0, 8); i >= 0 && !is_same; i--)
    adopt_model_change (&triple->mine, 6);
  if (is_same)
    triple->mine = triple->theirs;
  write_model (world, &triple->origin, &triple->base, &triple->theirs);
  write_model (world, &triple->scenario, &triple->base, &triple->mine);
}

static void
check_model (World *world,
             Rows *rows,
             const Model *expected)
{
  Model model;

  read_model (world, rows, &model);
  for (int i = 0; i < N_SLOTS; i++)
    {
      g_assert_cmpmem (&model.slots[i], sizeof (ModelSlot), &expected->slots[i],
                       sizeof (ModelSlot));
      g_assert_cmpmem (model.assignments[i], sizeof model.assignments[i], expected->assignments[i],
                       sizeof model.assignments[i]);
      g_assert_cmpmem (model.needs[i], sizeof model.needs[i], expected->needs[i],
                       sizeof model.needs[i]);
      g_assert_cmpmem (model.rights[i], sizeof model.rights[i], expected->rights[i],
                       sizeof model.rights[i]);
    }
  g_assert_cmpmem (model.frameworks, sizeof model.frameworks, expected->frameworks,
                   sizeof model.frameworks);
}

/* All is one edit, whose undo gives what was before, and whose redo gives it again. */
static void
check_undo (World *world,
            const char *before)
{
  g_autofree char *after = remit_test_dump (world->f.store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  remit_workspace_undo (world->f.workspace, REMIT_HISTORY_UNDO, &error);
  g_assert_no_error (error);
  undone = remit_test_dump (world->f.store);
  g_assert_cmpstr (undone, ==, before);
  remit_workspace_undo (world->f.workspace, REMIT_HISTORY_REDO, &error);
  g_assert_no_error (error);
  redone = remit_test_dump (world->f.store);
  g_assert_cmpstr (redone, ==, after);
}

static void
check_triple (World *world,
              gboolean is_same)
{
  const RemitAdoptOptions options = {
    .verb = g_test_rand_int_range (0, 3) == 0 ? REMIT_REFRESH : REMIT_ADOPT,
    .all = g_test_rand_int_range (0, 2) ? REMIT_SIDE_MINE : REMIT_SIDE_THEIRS,
  };
  g_autoptr (RemitAdoption) adoption = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  Model expected;
  Triple triple;

  create_triple (world, &triple, is_same);
  adopt_model_merge (&triple.base, &triple.mine, &triple.theirs, options.all, &expected);
  before = remit_test_dump (world->f.store);
  if (remit_adopt (world->f.workspace, triple.scenario.plan, &options, &adoption, &error))
    check_undo (world, before);
  else
    {
      /* there was nothing to do in the plan that would be written */
      g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
      g_assert_cmpuint (adoption->changes->len, ==, 0);
    }
  if (is_same)
    g_assert_cmpuint (adoption->clashes->len, ==, 0);
  if (options.verb == REMIT_REFRESH)
    {
      check_model (world, &triple.origin, &triple.theirs);
      check_model (world, &triple.scenario, &expected);
    }
  else
    {
      check_model (world, &triple.origin, &expected);
      if (error == NULL)
        check_model (world, &triple.scenario, &expected);
    }
  g_assert_cmpint (remit_test_find_broken (world->f.store), ==, 0);
}

static void
run (guint n,
     gboolean is_same)
{
  for (guint i = 0; i < n; i += N_OF_A_WORKSPACE)
    {
      World world;

      set_up (&world);
      for (guint j = 0; j < N_OF_A_WORKSPACE; j++)
        check_triple (&world, is_same);
      plan_fixture_tear_down (&world.f, NULL);
    }
}

static guint
get_n_triples (void)
{
  return g_test_slow () ? N_TRIPLES : N_QUICK_TRIPLES;
}

static void
test_triples (void)
{
  run (get_n_triples (), FALSE);
}

static void
test_same (void)
{
  run (get_n_triples () / 5, TRUE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/adopt/random/triples", test_triples);
  g_test_add_func ("/adopt/random/same", test_same);

  return g_test_run ();
}
