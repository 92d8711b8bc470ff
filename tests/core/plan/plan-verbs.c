/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs of the core on plans: those on people in slots, and the list of all. */
#include "plan-verbs.h"

#include "plan/suggest/remit-suggest.h"

static void
prepare_ada (PlanFixture *f,
             gint64 *ids)
{
  ids[0] = plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
}

static void
prepare_both (PlanFixture *f,
              gint64 *ids)
{
  prepare_ada (f, ids);
  ids[1] = plan_fixture_assign (f, f->data, f->bob, 60, "", "");
}

static gboolean
assign (PlanFixture *f,
        const gint64 *ids G_GNUC_UNUSED,
        GError **error)
{
  RemitPlacement placement = { .person = f->ada, .slot = f->ml };

  return remit_placement_do (f->workspace, &placement, 1, error);
}

static gboolean
assign_several (PlanFixture *f,
                const gint64 *ids G_GNUC_UNUSED,
                GError **error)
{
  RemitPlacement placements[] = { { .person = f->ada, .slot = f->ml },
                                  { .person = f->bob, .slot = f->data },
                                  { .person = f->cem, .slot = f->on_call } };

  return remit_placement_do (f->workspace, placements, G_N_ELEMENTS (placements), error);
}

static gboolean
reassign (PlanFixture *f,
          const gint64 *ids,
          GError **error)
{
  RemitPlacement placement = { .person = f->ada, .assignment = ids[0], .slot = f->data };

  return remit_placement_do (f->workspace, &placement, 1, error);
}

static gboolean
unassign (PlanFixture *f,
          const gint64 *ids,
          GError **error)
{
  RemitPlacement placement = { .person = f->ada, .assignment = ids[0] };

  return remit_placement_do (f->workspace, &placement, 1, error);
}

static gboolean
allocate (PlanFixture *f,
          const gint64 *ids,
          GError **error)
{
  return remit_placement_allocate (f->workspace, ids[0], 70, error) != 0;
}

static gboolean
allocate_by (PlanFixture *f,
             const gint64 *ids,
             GError **error)
{
  return remit_placement_allocate_by (f->workspace, ids[0], 10, error) != 0;
}

static gboolean
swap (PlanFixture *f,
      const gint64 *ids,
      GError **error)
{
  return remit_placement_swap (f->workspace, ids[0], ids[1], error);
}

/* For whom a slot is made. */
static void
prepare_opening (PlanFixture *f,
                 gint64 *ids)
{
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TITLE, "ML engineer");
}

static gboolean
open_slot (PlanFixture *f,
           const gint64 *ids,
           GError **error)
{
  RemitPlacement placement = { .person = f->ada, .team = f->platform };

  return remit_placement_do (f->workspace, &placement, 1, error);
}

/* All that is vacant, by whoever fits best. */
static gboolean
fill_vacancies (PlanFixture *f,
                const gint64 *ids,
                GError **error)
{
  g_autoptr (RemitSuggestion) suggestion =
    remit_suggest_run (f->workspace, &(RemitSuggestQuery){ .plan = f->plan }, NULL, error);

  return suggestion != NULL && remit_suggest_do (f->workspace, suggestion->rows, error);
}

const PlanVerb plan_verbs_of_placement[] = {
  { "assign", FALSE, NULL, assign },
  { "assign-several", FALSE, NULL, assign_several },
  { "reassign", FALSE, prepare_ada, reassign },
  { "unassign", FALSE, prepare_ada, unassign },
  { "allocate", FALSE, prepare_ada, allocate },
  { "allocate-by", FALSE, prepare_ada, allocate_by },
  { "swap", FALSE, prepare_both, swap },
  { "open-slot", FALSE, prepare_opening, open_slot },
  { "suggest", FALSE, NULL, fill_vacancies },
  { NULL }
};

const PlanVerb *
plan_verbs_get (guint index)
{
  static const PlanVerb *const tables[] = { plan_verbs_of_design, plan_verbs_of_placement,
                                            plan_verbs_of_decide, plan_verbs_of_conflict };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const PlanVerb *verb = tables[i]; verb->name != NULL; verb++)
      if (index-- == 0)
        return verb;
  return NULL;
}
