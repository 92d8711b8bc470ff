/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random changes of rows of every kind in two plans, which are merged whatever they are: no
 * constraint is broken, both are level, and undo gives what was before. */
#include "plan-fixture.h"
#include "plan/adopt/remit-adopt.h"

#define N_PAIRS 100

/* ── Random changes ───────────────────────────────────────────────────────────────────────── */

static gboolean
is_changed (RemitKind kind)
{
  return remit_plan_state_has_kind (kind) && !remit_entity_info (kind)->is_log;
}

static RemitKind
pick_kind (void)
{
  RemitKind kind;

  do
    kind = (RemitKind) g_test_rand_int_range (REMIT_KIND_NONE + 1, REMIT_N_KINDS);
  while (!is_changed (kind));
  return kind;
}

/* Returns: (transfer full) (nullable): a row of a kind in a plan */
static RemitRecord *
pick_row (PlanFixture *f,
          RemitKind kind,
          gint64 plan)
{
  g_autoptr (GPtrArray) rows =
    remit_store_load_all (f->store, kind, "WHERE t.plan = ?1 ORDER BY t.id", plan, NULL);

  if (rows->len == 0)
    return NULL;
  return remit_record_copy (rows->pdata[g_test_rand_int_range (0, (int) rows->len)]);
}

/* A status follows from a log, an order says nothing, and circles are not for the database. */
static gboolean
can_change (const RemitEntityInfo *info,
            guint field)
{
  return info->fields[field].kind != REMIT_FIELD_ORIGIN
         && info->fields[field].target != REMIT_KIND_PLAN
         && info->fields[field].target != info->kind
         && !(info->fields[field].flags & REMIT_FIELD_ORDER)
         && !(info->kind == REMIT_KIND_DECISION && field == REMIT_DECISION_STATUS);
}

/* Takes over fields of another row of the kind. */
static void
mix (RemitRecord *record,
     const RemitRecord *other)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (can_change (info, i) && g_test_rand_int_range (0, 3) == 0)
      remit_record_copy_field (record, other, i);
  if (remit_entity_info_find_name (info) >= 0 && g_test_rand_int_range (0, 2))
    {
      g_autofree char *name = g_strdup_printf ("N%d", g_test_rand_int_range (0, 1000));

      remit_record_set_text (record, (guint) remit_entity_info_find_name (info), name);
    }
}

/* What the database refuses is left. */
static void
change (PlanFixture *f,
        RemitEdit *edit,
        gint64 plan)
{
  RemitKind kind = pick_kind ();
  g_autoptr (RemitRecord) record = pick_row (f, kind, plan);
  g_autoptr (RemitRecord) other = record != NULL ? pick_row (f, kind, plan) : NULL;
  int origin = remit_entity_info_find_origin (remit_entity_info (kind));

  if (record == NULL)
    return;
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      remit_edit_delete (edit, kind, remit_record_get_id (record), NULL);
      break;
    case 1:
      mix (record, other);
      remit_record_set_id (record, 0);
      remit_record_set_integer (record, (guint) origin, 0);
      remit_edit_insert (edit, record, NULL);
      break;
    default:
      mix (record, other);
      remit_edit_update (edit, record, NULL);
    }
}

static void
change_plan (PlanFixture *f,
             gint64 plan)
{
  g_autoptr (RemitEdit) edit = remit_test_begin (f->workspace, "Test");
  g_autoptr (GError) error = NULL;

  for (int i = g_test_rand_int_range (1, 40); i > 0; i--)
    change (f, edit, plan);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* ── A plan with everything ───────────────────────────────────────────────────────────────── */

static gint64
add_rung (PlanFixture *f,
          gint64 ladder,
          int position)
{
  RemitRecord *rung = remit_record_new (REMIT_KIND_RUNG);

  remit_record_set_integer (rung, REMIT_RUNG_PLAN, f->plan);
  remit_record_set_integer (rung, REMIT_RUNG_LADDER, ladder);
  remit_record_set_integer (rung, REMIT_RUNG_POSITION, position);
  if (position % 2)
    remit_record_set_integer (rung, REMIT_RUNG_SLOT, f->ml);
  else
    remit_record_set_integer (rung, REMIT_RUNG_PERSON, f->ada);
  return remit_test_insert (f->store, rung);
}

static void
add_ladder (PlanFixture *f)
{
  RemitRecord *ladder = remit_record_new (REMIT_KIND_LADDER);
  gint64 id;

  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, f->plan);
  remit_record_set_integer (ladder, REMIT_LADDER_TEAM, f->fraud);
  remit_record_set_text (ladder, REMIT_LADDER_NAME, "Ladder");
  id = remit_test_insert (f->store, ladder);
  for (int i = 0; i < 3; i++)
    add_rung (f, id, i);
}

static void
add_remarks (PlanFixture *f,
             gint64 decision)
{
  RemitRecord *waiver = remit_record_new (REMIT_KIND_WAIVER);
  RemitRecord *comment = remit_record_new (REMIT_KIND_COMMENT);

  remit_record_set_integer (waiver, REMIT_WAIVER_PLAN, f->plan);
  remit_record_set_text (waiver, REMIT_WAIVER_RULE, "RACI-1");
  remit_record_set_text (waiver, REMIT_WAIVER_ACTOR, "Ada");
  remit_record_set_text (waiver, REMIT_WAIVER_REASON, "For now");
  remit_record_set_integer (waiver, REMIT_WAIVER_DECISION, decision);
  remit_test_insert (f->store, waiver);
  remit_record_set_integer (comment, REMIT_COMMENT_PLAN, f->plan);
  remit_record_set_integer (comment, REMIT_COMMENT_SLOT, f->data);
  remit_record_set_text (comment, REMIT_COMMENT_TEXT, "Why?");
  remit_record_set_text (comment, REMIT_COMMENT_AUTHOR, "Bob");
  remit_record_set_integer (comment, REMIT_COMMENT_DAY, 739000);
  remit_test_insert (f->store, comment);
}

static void
fill (PlanFixture *f)
{
  gint64 python = remit_test_add_skill (f->store, "Python");
  gint64 slots[] = { f->ml, f->data, f->on_call };
  gint64 decision = 0;

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("Decision %d", i);

      decision = plan_fixture_add_decision (f, i > 0 ? f->fraud : 0, title);
      for (int j = 0; j < 3; j++)
        remit_test_insert (f->store,
                           remit_right_create (f->plan, decision, REMIT_KIND_SLOT, slots[j],
                                               j > 0 ? REMIT_LETTER_R : REMIT_LETTER_A));
      plan_fixture_add_need (f, slots[i], f->sql, 1 + i);
      plan_fixture_add_need (f, slots[i], python, 3);
      plan_fixture_assign (f, slots[i], i > 0 ? f->ada : f->bob, 50, "", "");
      plan_fixture_assign (f, slots[i], f->cem, 50, "2026-03-01", "2026-04-01");
    }
  add_ladder (f);
  add_remarks (f, decision);
}

/* ── Merging ──────────────────────────────────────────────────────────────────────────────── */

/* Where rows stand says nothing: those that are new stand by their ids. */
static void
check_level (PlanFixture *f,
             gint64 copy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitComparison) comparison = remit_compare (
    f->store, &(RemitPlanMoment){ f->plan, REMIT_PLAN_STATE_NOW },
    &(RemitPlanMoment){ copy, REMIT_PLAN_STATE_NOW }, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const RemitDifference *difference = comparison->differences->pdata[i];
      g_autofree char *sentence = remit_difference_dup_sentence (difference);

      if (!difference->line->moved)
        g_error ("Not level: %s", sentence);
    }
}

static void
test_pair (PlanFixture *f)
{
  const RemitAdoptOptions options = {
    .verb = REMIT_ADOPT,
    .all = g_test_rand_int_range (0, 2) ? REMIT_SIDE_MINE : REMIT_SIDE_THEIRS,
  };
  g_autoptr (RemitAdoption) adoption = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  gint64 copy;

  fill (f);
  copy = remit_design_copy_plan (f->workspace, f->plan, "Copy", &error);
  g_assert_no_error (error);
  change_plan (f, f->plan);
  change_plan (f, copy);
  before = plan_fixture_dump (f);
  if (!remit_adopt (f->workspace, copy, &options, &adoption, &error))
    {
      g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
      g_assert_cmpuint (adoption->changes->len, ==, 0);
      return;
    }
  plan_fixture_check_edit (f, before, "Adopt Copy into Churn");
  check_level (f, copy);
}

static void
test_pairs (void)
{
  for (int i = 0; i < N_PAIRS; i++)
    {
      PlanFixture f;

      plan_fixture_set_up (&f, NULL);
      remit_store_exec (f.store, "PRAGMA synchronous = OFF", NULL, NULL);
      test_pair (&f);
      plan_fixture_tear_down (&f, NULL);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/adopt/kinds/pairs", test_pairs);

  return g_test_run ();
}
