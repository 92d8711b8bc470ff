/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small model of plans, and of what a merge of three is, apart from the program. */
#include "adopt-model.h"

#include <string.h>

const int adopt_model_n_parts[N_PARTS] = { N_PEOPLE, N_SKILLS, N_RIGHTS };

ModelPart *
adopt_model_get_part (Model *model,
                      ModelParts parts,
                      int slot,
                      int i)
{
  switch (parts)
    {
    case ASSIGNMENTS:
      return &model->assignments[slot][i];
    case NEEDS:
      return &model->needs[slot][i];
    case RIGHTS:
    case N_PARTS:
    default:
      return &model->rights[slot][i];
    }
}

static int
pick (int base,
      int mine,
      int theirs,
      gboolean has_base,
      RemitSide winner)
{
  if (mine == theirs || (has_base && theirs != base && mine == base))
    return theirs;
  if (has_base && theirs == base)
    return mine;
  return winner == REMIT_SIDE_MINE ? mine : theirs;
}

static gboolean
is_slot_same (const ModelSlot *a,
              const ModelSlot *b)
{
  return a->team == b->team && a->role == b->role && a->fte == b->fte && a->from == b->from
         && a->why == b->why;
}

/* Whether one of two sides, of which the other has deleted it, has to keep a slot for a part. */
static gboolean
is_part_changed (Model *base,
                 Model *kept,
                 int slot)
{
  for (ModelParts parts = 0; parts < N_PARTS; parts++)
    for (int i = 0; i < adopt_model_n_parts[parts]; i++)
      {
        const ModelPart *now = adopt_model_get_part (kept, parts, slot, i);
        const ModelPart *before = adopt_model_get_part (base, parts, slot, i);

        if (now->there && (!before->there || now->value != before->value))
          return TRUE;
      }
  return FALSE;
}

/* Whether the other side has changed what a part relies on. */
static gboolean
is_relied_changed (Model *base,
                   Model *own,
                   Model *other,
                   ModelParts parts,
                   int slot,
                   int i)
{
  const ModelSlot *b = &base->slots[slot], *o = &other->slots[slot], *m = &own->slots[slot];
  int decision = i / N_LETTERS;

  if (b->there && o->there && m->there)
    {
      if (o->role != b->role && o->role != m->role)
        return TRUE;
      if (parts == ASSIGNMENTS && o->from != b->from && o->from != m->from)
        return TRUE;
    }
  return parts == RIGHTS && other->frameworks[decision] != base->frameworks[decision]
         && other->frameworks[decision] != own->frameworks[decision];
}

static void
merge_part (Model *base,
            Model *mine,
            Model *theirs,
            ModelParts parts,
            int slot,
            int i,
            RemitSide winner,
            gboolean is_restored,
            ModelPart *result)
{
  const ModelPart *b = adopt_model_get_part (base, parts, slot, i);
  const ModelPart *m = adopt_model_get_part (mine, parts, slot, i);
  const ModelPart *t = adopt_model_get_part (theirs, parts, slot, i);
  gboolean mine_changed = m->there && (!b->there || m->value != b->value);
  gboolean theirs_changed = t->there && (!b->there || t->value != b->value);

  if (b->there && m->there != t->there)
    {
      const ModelPart *kept = m->there ? m : t;
      RemitSide keeper = m->there ? REMIT_SIDE_MINE : REMIT_SIDE_THEIRS;

      if (kept->value != b->value ? winner == keeper : is_restored)
        *result = *kept;
    }
  else if (m->there || t->there)
    {
      result->there = TRUE;
      result->value = !m->there   ? t->value
                      : !t->there ? m->value
                                  : pick (b->value, m->value, t->value, b->there, winner);
    }
  if (mine_changed == theirs_changed || !result->there)
    return;
  if (mine_changed && winner == REMIT_SIDE_THEIRS
      && is_relied_changed (base, mine, theirs, parts, slot, i))
    *result = *t;
  if (theirs_changed && winner == REMIT_SIDE_MINE
      && is_relied_changed (base, theirs, mine, parts, slot, i))
    *result = *m;
}

static void
merge_slot (Model *base,
            Model *mine,
            Model *theirs,
            int slot,
            RemitSide winner,
            Model *result)
{
  const ModelSlot *b = &base->slots[slot], *m = &mine->slots[slot], *t = &theirs->slots[slot];
  ModelSlot *r = &result->slots[slot];
  gboolean all_restored = FALSE, needs_restored = FALSE;

  if (b->there && m->there != t->there)
    {
      const ModelSlot *kept = m->there ? m : t;

      if (winner != (m->there ? REMIT_SIDE_MINE : REMIT_SIDE_THEIRS))
        return;
      all_restored = !is_slot_same (kept, b);
      needs_restored = is_part_changed (base, m->there ? mine : theirs, slot);
      if (!all_restored && !needs_restored)
        return;
      *r = *kept;
    }
  else if (m->there && t->there)
    *r = (ModelSlot){ TRUE, pick (b->team, m->team, t->team, b->there, winner),
                 pick (b->role, m->role, t->role, b->there, winner),
                 pick (b->fte, m->fte, t->fte, b->there, winner),
                 pick (b->from, m->from, t->from, b->there, winner),
                 pick (b->why, m->why, t->why, b->there, winner) };
  else
    *r = m->there ? *m : *t;
  if (!r->there)
    return;
  for (ModelParts parts = 0; parts < N_PARTS; parts++)
    for (int i = 0; i < adopt_model_n_parts[parts]; i++)
      merge_part (base, mine, theirs, parts, slot, i, winner,
                  all_restored || (needs_restored && parts == NEEDS),
                  adopt_model_get_part (result, parts, slot, i));
}

void
adopt_model_merge (Model *base,
                   Model *mine,
                   Model *theirs,
                   RemitSide winner,
                   Model *result)
{
  memset (result, 0, sizeof *result);
  for (int i = 0; i < N_DECISIONS; i++)
    result->frameworks[i] = pick (base->frameworks[i], mine->frameworks[i], theirs->frameworks[i],
                                  TRUE, winner);
  for (int i = 0; i < N_SLOTS; i++)
    merge_slot (base, mine, theirs, i, winner, result);
}

/* ── Random plans ─────────────────────────────────────────────────────────────────────────── */

static int
below (int n)
{
  return g_test_rand_int_range (0, n);
}

void
adopt_model_fill_slot (Model *model,
                       int slot)
{
  model->slots[slot] = (ModelSlot){ TRUE,      below (N_TEAMS), below (2),
                                      below (4), below (3),       below (3) };
  for (ModelParts parts = 0; parts < N_PARTS; parts++)
    for (int i = 0; i < adopt_model_n_parts[parts]; i++)
      {
        int there = below (3) == 0;

        *adopt_model_get_part (model, parts, slot, i) = (ModelPart){ there, there ? below (3) : 0 };
      }
}

static void
delete_slot (Model *model,
             int slot)
{
  model->slots[slot] = (ModelSlot){ 0 };
  for (ModelParts parts = 0; parts < N_PARTS; parts++)
    for (int i = 0; i < adopt_model_n_parts[parts]; i++)
      *adopt_model_get_part (model, parts, slot, i) = (ModelPart){ 0 };
}

static void
change_slot (ModelSlot *slot)
{
  switch (below (5))
    {
    case 0:
      slot->team = below (N_TEAMS);
      break;
    case 1:
      slot->role = below (2);
      break;
    case 2:
      slot->fte = below (4);
      break;
    case 3:
      slot->from = below (3);
      break;
    default:
      slot->why = below (3);
    }
}

static void
change_part (Model *model,
             int slot)
{
  ModelParts parts = below (N_PARTS);
  ModelPart *part = adopt_model_get_part (model, parts, slot, below (adopt_model_n_parts[parts]));

  part->there = part->there ? below (3) > 0 : TRUE;
  part->value = part->there ? below (3) : 0;
}

void
adopt_model_change (Model *model,
                    int first_new)
{
  int slot = below (N_BASE_SLOTS);
  int new = first_new + below (2);

  switch (below (10))
    {
    case 0:
      delete_slot (model, slot);
      break;
    case 1:
      adopt_model_fill_slot (model, new);
      break;
    case 2:
      model->frameworks[below (N_DECISIONS)] = below (2);
      break;
    case 3:
      /* what both may add stands at one place */
      new = 10 + below (2);
      if (model->slots[new].there)
        break;
      adopt_model_fill_slot (model, new);
      model->slots[new].team = model->slots[new].role = 0;
      break;
    case 4:
    case 5:
    case 6:
      if (model->slots[slot].there)
        change_slot (&model->slots[slot]);
      break;
    default:
      if (model->slots[slot].there)
        change_part (model, slot);
    }
}
