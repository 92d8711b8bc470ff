/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long row of edits by chance, as people and other processes make them: the same for a seed. */
#include "random-edits.h"

#include "plan/placement/remit-placement.h"

#define N_ROLES 4
#define N_SKILLS 4
#define N_PEOPLE 12
#define N_TEAMS 5
#define N_SLOTS 4

static void
add_plan (RandomEdits *self,
          gint64 plan,
          const gint64 *roles)
{
  RemitStore *store = remit_workspace_get_store (self->workspace);

  for (int i = 0; i < N_TEAMS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Team %d", i + 1);
      gint64 team = remit_test_add_team (store, plan, name);

      for (int j = 0; j < N_SLOTS; j++)
        remit_test_add_slot (store, plan, team, roles[(i + j) % N_ROLES]);
    }
}

void
random_edits_init (RandomEdits *self,
                   RemitWorkspace *workspace,
                   guint32 seed)
{
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 roles[N_ROLES];
  g_autoptr (GError) error = NULL;

  self->workspace = workspace;
  self->chance = g_rand_new_with_seed (seed);
  self->plan = remit_test_add_plan (store, "Shown");
  self->published = remit_test_add_plan (store, "Published");
  for (int i = 0; i < N_ROLES; i++)
    {
      g_autofree char *key = g_strdup_printf ("role-%d", i);

      roles[i] = remit_test_add_role (store, key, key);
    }
  for (int i = 0; i < N_SKILLS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Skill %d", i);

      remit_test_add_skill (store, name);
    }
  for (int i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %d", i);

      remit_test_add_person (store, name);
    }
  add_plan (self, self->plan, roles);
  add_plan (self, self->published, roles);
  remit_design_change (workspace, REMIT_KIND_PLAN, self->published, REMIT_PLAN_STATUS, "published",
                       &error);
  g_assert_no_error (error);
  g_assert_true (remit_workspace_open_plan (workspace, self->plan, &error));

  self->other = remit_workspace_open (remit_store_get_path (store), REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  g_assert_true (remit_workspace_open_plan (self->other, self->plan, &error));
}

void
random_edits_clear (RandomEdits *self)
{
  g_clear_object (&self->other);
  g_clear_pointer (&self->chance, g_rand_free);
}

static guint
pick_number (RandomEdits *self,
             guint n)
{
  return (guint) g_rand_int_range (self->chance, 0, (gint32) n);
}

/* Returns: the id of one of a kind, or 0 when there is none */
static gint64
pick (RandomEdits *self,
      RemitWorkspace *where,
      RemitKind kind)
{
  GListModel *list = remit_workspace_get_list (where, kind);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (RemitEntity) entity = NULL;

  if (n == 0)
    return 0;
  entity = g_list_model_get_item (list, pick_number (self, n));
  return remit_entity_get_id (entity);
}

static gint64
get (RemitWorkspace *where,
     RemitKind kind,
     gint64 id,
     guint field)
{
  RemitEntity *entity = remit_workspace_get (where, kind, id);

  return entity != NULL ? remit_entity_get_integer (entity, field) : 0;
}

/* From the pool, or out of a slot; into a slot, or back to the pool. */
static void
place (RandomEdits *self,
       RemitWorkspace *where,
       GError **error)
{
  RemitPlacement placement = {
    .assignment = pick_number (self, 3) > 0 ? pick (self, where, REMIT_KIND_ASSIGNMENT) : 0,
    .person = pick (self, where, REMIT_KIND_PERSON),
    .slot = pick_number (self, 4) > 0 ? pick (self, where, REMIT_KIND_SLOT) : 0,
    .allocation = pick_number (self, 3) == 0 ? 10 + (int) pick_number (self, 90) : 0,
    .copy = pick_number (self, 6) == 0,
  };

  if (placement.assignment != 0)
    placement.person = get (where, REMIT_KIND_ASSIGNMENT, placement.assignment,
                            REMIT_ASSIGNMENT_PERSON);
  remit_placement_do (where, &placement, 1, error);
}

static void
move (RandomEdits *self,
      RemitWorkspace *where,
      GError **error)
{
  gint64 slot = pick (self, where, REMIT_KIND_SLOT);
  gint64 team = pick (self, where, REMIT_KIND_TEAM);
  g_autoptr (GPtrArray) slots = remit_design_get_parts (where, REMIT_KIND_SLOT, team);
  guint before = pick_number (self, slots->len + 1);

  if (pick_number (self, 3) == 0)
    remit_design_move (where, REMIT_KIND_TEAM, team, pick (self, where, REMIT_KIND_TEAM), error);
  else
    remit_design_move_slot (where, slot, team,
                            before < slots->len
                              ? remit_entity_get_id (g_ptr_array_index (slots, before))
                              : 0,
                            error);
}

static void
create (RandomEdits *self,
        RemitWorkspace *where,
        GError **error)
{
  RemitKind kind = pick_number (self, 3) == 0 ? REMIT_KIND_TEAM : REMIT_KIND_SLOT;
  g_autoptr (RemitRecord) record = remit_record_new (kind);

  if (pick_number (self, 2) == 0)
    {
      remit_design_duplicate (where, kind, pick (self, where, kind), error);
      return;
    }
  if (kind == REMIT_KIND_TEAM)
    {
      remit_record_set_integer (record, REMIT_TEAM_PLAN, self->plan);
      remit_record_set_text (record, REMIT_TEAM_NAME, "New team");
    }
  else
    {
      gint64 team = pick (self, where, REMIT_KIND_TEAM);

      remit_record_set_integer (record, REMIT_SLOT_PLAN,
                                get (where, REMIT_KIND_TEAM, team, REMIT_TEAM_PLAN));
      remit_record_set_integer (record, REMIT_SLOT_TEAM, team);
      remit_record_set_integer (record, REMIT_SLOT_ROLE, pick (self, where, REMIT_KIND_ROLE));
    }
  remit_design_create (where, record, error);
}

static void
delete (RandomEdits *self,
        RemitWorkspace *where,
        GError **error)
{
  static const RemitKind kinds[] = {
    REMIT_KIND_SLOT, REMIT_KIND_SLOT, REMIT_KIND_SLOT_NEED, REMIT_KIND_PERSON_SKILL,
    REMIT_KIND_ABSENCE, REMIT_KIND_TEAM, REMIT_KIND_PERSON,
  };
  RemitKind kind = kinds[pick_number (self, G_N_ELEMENTS (kinds))];
  gint64 id = pick (self, where, kind);

  if (id != 0)
    remit_design_delete (where, kind, id, error);
}

static void
add_absence (RandomEdits *self,
             RemitWorkspace *where,
             GError **error)
{
  g_autoptr (RemitRecord) absence = remit_record_new (REMIT_KIND_ABSENCE);
  gint64 from = 20000 + (gint64) pick_number (self, 2000);

  remit_record_set_integer (absence, REMIT_ABSENCE_PERSON, pick (self, where, REMIT_KIND_PERSON));
  remit_record_set_integer (absence, REMIT_ABSENCE_FROM, from);
  remit_record_set_integer (absence, REMIT_ABSENCE_UNTIL, from + 600);
  remit_design_create (where, absence, error);
}

static void
rate (RandomEdits *self,
      RemitWorkspace *where,
      GError **error)
{
  gint64 skill = pick (self, where, REMIT_KIND_SKILL);
  int level = (int) pick_number (self, 4);

  if (pick_number (self, 2) == 0)
    remit_design_set_skill (where, pick (self, where, REMIT_KIND_PERSON), skill, level, error);
  else
    remit_design_set_need (where, pick (self, where, REMIT_KIND_SLOT), skill, level,
                           pick_number (self, 2) == 0, error);
}

/* Fields that cards, heads and rows show, straight or through what they say of load and fit. */
static void
change (RandomEdits *self,
        RemitWorkspace *where,
        GError **error)
{
  static const struct {
    RemitKind kind;
    guint field;
    const char *texts[2];
  } fields[] = {
    { REMIT_KIND_TEAM, REMIT_TEAM_NAME, { "Alpha", "Beta" } },
    { REMIT_KIND_TEAM, REMIT_TEAM_PURPOSE, { "Fraud", "" } },
    { REMIT_KIND_SLOT, REMIT_SLOT_NAME, { "On call", "" } },
    { REMIT_KIND_SLOT, REMIT_SLOT_FTE, { "40", "100" } },
    { REMIT_KIND_SLOT, REMIT_SLOT_REQUIRED, { "no", "yes" } },
    { REMIT_KIND_SLOT, REMIT_SLOT_UNTIL, { "2031-03-31", "" } },
    { REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_ALLOCATION, { "70", "130" } },
    { REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_STATE, { "proposed", "confirmed" } },
    { REMIT_KIND_PERSON, REMIT_PERSON_NAME, { "Ada Lovelace", "Ben Okri" } },
    { REMIT_KIND_PERSON, REMIT_PERSON_TITLE, { "Analyst", "" } },
    { REMIT_KIND_PERSON, REMIT_PERSON_CAPACITY, { "50", "100" } },
    { REMIT_KIND_ROLE, REMIT_ROLE_NAME, { "Validator", "Steward" } },
    { REMIT_KIND_SKILL, REMIT_SKILL_NAME, { "SQL", "Python" } },
    { REMIT_KIND_SETTINGS, REMIT_SETTINGS_FILL_TOLERANCE, { "0", "30" } },
    { REMIT_KIND_PLAN, REMIT_PLAN_STATUS, { "published", "draft" } },
  };
  guint i = pick_number (self, G_N_ELEMENTS (fields));
  gint64 id = pick (self, where, fields[i].kind);

  if (id != 0)
    remit_design_change (where, fields[i].kind, id, fields[i].field,
                         fields[i].texts[pick_number (self, 2)], error);
}

static void
take_back (RandomEdits *self,
           RemitWorkspace *where,
           GError **error)
{
  if (pick_number (self, 3) > 0)
    remit_workspace_undo (where, REMIT_HISTORY_UNDO, error);
  else
    remit_workspace_undo (where, REMIT_HISTORY_REDO, error);
}

char *
random_edits_do (RandomEdits *self)
{
  static const struct {
    const char *name;
    void (*func) (RandomEdits *self, RemitWorkspace *where, GError **error);
    guint weight;
  } edits[] = {
    { "place", place, 8 }, { "move", move, 5 }, { "create", create, 3 },
    { "delete", delete, 2 }, { "absence", add_absence, 1 }, { "rate", rate, 3 },
    { "change", change, 6 }, { "take back", take_back, 5 },
  };
  guint number = pick_number (self, 33);
  RemitWorkspace *where = pick_number (self, 5) == 0 ? self->other : self->workspace;
  g_autoptr (GError) error = NULL;
  guint i = 0;

  while (number >= edits[i].weight)
    number -= edits[i++].weight;
  remit_test_refresh (self->other);
  edits[i].func (self, where, &error);
  remit_test_refresh (self->workspace);
  return g_strdup_printf ("%s%s: %s", edits[i].name, where == self->other ? " elsewhere" : "",
                          error != NULL ? error->message
                                        : remit_workspace_get_undo_label (self->workspace));
}
