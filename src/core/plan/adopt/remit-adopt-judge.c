/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes of three states: cell by cell, and which rows are there. */
#include "remit-adopt-private.h"

/* How often rules are looked at again after a choice has changed rows. */
#define MAX_ROUNDS 100

/* What a change relies on: a row refers to another one, whose fields the other side has changed. */
static const struct
{
  RemitKind kind;
  guint reference;
  guint relied[4]; /* fields of what is referred to, ending with 0, which is the plan */
} guards[] = {
  { REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
    { REMIT_SLOT_ROLE, REMIT_SLOT_FROM, REMIT_SLOT_UNTIL } },
  { REMIT_KIND_RIGHT, REMIT_RIGHT_SLOT, { REMIT_SLOT_ROLE } },
  { REMIT_KIND_RIGHT, REMIT_RIGHT_DECISION, { REMIT_DECISION_FRAMEWORK } },
  { REMIT_KIND_RUNG, REMIT_RUNG_SLOT, { REMIT_SLOT_ROLE } },
  { REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT, { REMIT_SLOT_ROLE } },
};

#define BASE REMIT_ADOPT_BASE
#define MINE REMIT_ADOPT_MINE
#define THEIRS REMIT_ADOPT_THEIRS

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static void
merge_unit (RemitThreeWay *self,
            RemitTriple *triple,
            guint64 unit,
            gboolean is_order)
{
  const RemitRecord *base = triple->rows[BASE];

  if (remit_three_way_is_unit_same (triple->rows[MINE], triple->rows[THEIRS], unit))
    return;
  if (base != NULL && remit_three_way_is_unit_same (base, triple->rows[MINE], unit))
    return;
  if (base != NULL && remit_three_way_is_unit_same (base, triple->rows[THEIRS], unit))
    triple->mine_fields |= unit;
  else if (!is_order
           && remit_three_way_add_clash (self, REMIT_CLASH_CELL, triple, NULL, unit)
                == REMIT_SIDE_MINE)
    triple->mine_fields |= unit;
}

static void
merge_cells (RemitThreeWay *self,
             RemitTriple *triple)
{
  const RemitEntityInfo *info = remit_entity_info (triple->kind);

  triple->mine_fields = 0;
  if (triple->rows[MINE] == NULL || triple->rows[THEIRS] == NULL)
    return;
  for (guint i = 0; i < info->n_fields; i++)
    {
      guint64 unit = remit_three_way_get_unit (info, i);

      if (unit == 0)
        continue;
      if (triple->forced == REMIT_SIDE_MINE)
        triple->mine_fields |= unit;
      else if (triple->forced == REMIT_SIDE_NONE)
        merge_unit (self, triple, unit, info->fields[i].flags & REMIT_FIELD_ORDER);
    }
}

RemitRecord *
remit_three_way_dup_outcome (const RemitTriple *triple)
{
  const RemitRecord *mine = triple->rows[MINE];
  const RemitRecord *theirs = triple->rows[THEIRS];
  RemitRecord *record;

  if (!triple->is_present)
    return NULL;
  if (mine == NULL || theirs == NULL)
    return remit_record_copy (theirs != NULL ? theirs : mine);
  record = remit_record_copy (theirs);
  for (guint i = 0; i < remit_entity_info (triple->kind)->n_fields; i++)
    if (triple->mine_fields & (G_GUINT64_CONSTANT (1) << i))
      remit_record_copy_field (record, mine, i);
  return record;
}

/* ── Rows that one side has deleted ───────────────────────────────────────────────────────── */

/* Returns: the side that has deleted a row which was in the base, if only one has */
static RemitSide
get_deleter (const RemitTriple *triple)
{
  if (triple->rows[BASE] == NULL || (triple->rows[MINE] == NULL) == (triple->rows[THEIRS] == NULL))
    return REMIT_SIDE_NONE;
  return triple->rows[MINE] == NULL ? REMIT_SIDE_MINE : REMIT_SIDE_THEIRS;
}

static gboolean
is_on (const RemitTriple *triple,
       RemitSide side)
{
  return triple->rows[remit_side_get_state (side)] != NULL;
}

/* The side that a reference in the outcome comes from. */
static RemitSide
get_side (const RemitTriple *triple,
          guint field)
{
  if (triple->rows[THEIRS] == NULL)
    return REMIT_SIDE_MINE;
  return triple->rows[MINE] != NULL && (triple->mine_fields & (G_GUINT64_CONSTANT (1) << field))
           ? REMIT_SIDE_MINE
           : REMIT_SIDE_THEIRS;
}

static gboolean
is_needed (const RemitField *field)
{
  return field->kind == REMIT_FIELD_REFERENCE && remit_plan_state_has_kind (field->target)
         && ((field->flags & (REMIT_FIELD_OWNER | REMIT_FIELD_BOUND | REMIT_FIELD_REQUIRED)));
}

static void restore (RemitThreeWay *self,
                     RemitTriple *triple,
                     gboolean with_parts);

/* Whether what a row needs is there. */
static gboolean
has_needs (RemitThreeWay *self,
           const RemitRecord *row)
{
  const RemitEntityInfo *info = remit_record_get_info (row);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const RemitTriple *needed =
        is_needed (&info->fields[i])
          ? remit_three_way_find (self, remit_record_get_integer (row, i))
          : NULL;

      if (needed != NULL && !needed->is_present)
        return FALSE;
    }
  return TRUE;
}

static gboolean
refers_to (const RemitRecord *row,
           const RemitTriple *needed)
{
  const RemitEntityInfo *info = remit_record_get_info (row);

  for (guint i = 0; i < info->n_fields; i++)
    if (is_needed (&info->fields[i]) && info->fields[i].target == needed->kind
        && remit_record_get_integer (row, i) == needed->id)
      return TRUE;
  return FALSE;
}

/* Restores what was deleted with a row, and that nobody changed. */
static void
restore_parts (RemitThreeWay *self,
               RemitTriple *needed,
               gboolean all)
{
  for (RemitKind kind = needed->kind + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      if (!all && (!info->is_detail || remit_entity_info_get_owner (info) != needed->kind))
        continue;
      for (guint i = 0; i < self->by_kind[kind]->len; i++)
        {
          RemitTriple *part = self->by_kind[kind]->pdata[i];

          if (part->rows[BASE] != NULL && !part->is_present
              && get_deleter (part) == get_deleter (needed) && part->forced == REMIT_SIDE_NONE
              && refers_to (part->rows[BASE], needed) && has_needs (self, part->rows[BASE]))
            restore (self, part, all);
        }
    }
}

/* Puts a row back, with what it needs. */
static void
restore (RemitThreeWay *self,
         RemitTriple *triple,
         gboolean with_parts)
{
  g_autoptr (RemitRecord) record = NULL;
  const RemitEntityInfo *info = remit_entity_info (triple->kind);

  if (triple->is_present || (triple->rows[MINE] == NULL && triple->rows[THEIRS] == NULL))
    return;
  triple->is_present = TRUE;
  record = remit_three_way_dup_outcome (triple);
  for (guint i = 0; i < info->n_fields; i++)
    {
      RemitTriple *needed = is_needed (&info->fields[i])
                              ? remit_three_way_find (self, remit_record_get_integer (record, i))
                              : NULL;

      if (needed != NULL)
        restore (self, needed, FALSE);
    }
  restore_parts (self, triple, with_parts);
}

/* Whether a row that one side has deleted has a log on the other one, which is kept. */
static gboolean
has_log (RemitThreeWay *self,
         const RemitTriple *triple,
         RemitSide deleter)
{
  const RemitEntityInfo *info =
    remit_entity_info (remit_entity_info_get_log (remit_entity_info (triple->kind)));
  RemitAdoptState state = remit_side_get_state (remit_side_get_other (deleter));
  GPtrArray *rows = remit_plan_state_get_rows (self->states[state], info->kind);

  for (guint i = 0; i < rows->len; i++)
    if (remit_record_get_integer (rows->pdata[i], (guint) remit_entity_info_find_owner (info))
        == triple->ids[state])
      return TRUE;
  return FALSE;
}

static void
find_present (RemitThreeWay *self,
              RemitTriple *triple)
{
  RemitSide deleter = get_deleter (triple);

  if (deleter != REMIT_SIDE_NONE
      && remit_entity_info_get_log (remit_entity_info (triple->kind)) != REMIT_KIND_NONE
      && has_log (self, triple, deleter))
    triple->is_present = TRUE;
  else if (triple->forced != REMIT_SIDE_NONE)
    triple->is_present = is_on (triple, triple->forced);
  else
    triple->is_present =
      deleter == REMIT_SIDE_NONE && (triple->rows[MINE] != NULL || triple->rows[THEIRS] != NULL);
}

/* A change against a deletion. */
static void
settle_deletion (RemitThreeWay *self,
                 RemitTriple *triple)
{
  RemitSide deleter = get_deleter (triple);
  guint64 changes;

  if (deleter == REMIT_SIDE_NONE || triple->forced != REMIT_SIDE_NONE || triple->is_present)
    return;
  changes = remit_three_way_get_changes (triple,
                                         remit_side_get_state (remit_side_get_other (deleter)));
  if (changes != 0
      && remit_three_way_add_clash (self, REMIT_CLASH_DELETION, triple, NULL, changes)
           != deleter)
    restore (self, triple, TRUE);
}

/* A row that goes, or goes back to what it is on one side. */
static void
give_way (RemitTriple *triple,
          RemitSide side)
{
  triple->forced = side;
  triple->mine_fields = 0;
  for (guint i = 0; side == REMIT_SIDE_MINE && i < remit_entity_info (triple->kind)->n_fields; i++)
    triple->mine_fields |= remit_three_way_get_unit (remit_entity_info (triple->kind), i);
  triple->is_present = is_on (triple, side);
}

/* What needs a row that is not there goes, too, or brings it back. */
static void
settle_need (RemitThreeWay *self,
             RemitTriple *triple,
             guint field,
             RemitTriple *needed)
{
  RemitSide deleter = get_deleter (needed);

  if (needed->is_left && !triple->is_left)
    give_way (triple, self->target);
  else if (triple->is_left)
    restore (self, needed, FALSE);
  else if (deleter == REMIT_SIDE_NONE)
    give_way (triple, needed->forced);
  else if (get_deleter (triple) == deleter)
    {
      /* changed, it was kept by choice; else it goes along */
      if (remit_three_way_get_changes (
            triple, remit_side_get_state (remit_side_get_other (deleter))) != 0)
        restore (self, needed, FALSE);
      else
        triple->is_present = FALSE;
    }
  else if (get_side (triple, field) == deleter
           || remit_three_way_add_clash (self, REMIT_CLASH_DELETION, triple, needed, 0)
                == deleter)
    give_way (triple, deleter);
  else
    restore (self, needed, FALSE);
}

static gboolean
settle_needs (RemitThreeWay *self,
              RemitTriple *triple)
{
  const RemitEntityInfo *info = remit_entity_info (triple->kind);
  g_autoptr (RemitRecord) record = remit_three_way_dup_outcome (triple);

  for (guint i = 0; record != NULL && i < info->n_fields; i++)
    {
      RemitTriple *needed = is_needed (&info->fields[i])
                              ? remit_three_way_find (self, remit_record_get_integer (record, i))
                              : NULL;

      if (needed != NULL && !needed->is_present)
        {
          settle_need (self, triple, i, needed);
          return TRUE;
        }
    }
  return FALSE;
}

static void
settle_all_needs (RemitThreeWay *self)
{
  gboolean again = TRUE;

  for (guint round = 0; again && round < MAX_ROUNDS; round++)
    {
      again = FALSE;
      for (guint i = 0; i < self->triples->len; i++)
        again = settle_needs (self, self->triples->pdata[i]) || again;
    }
}

/* ── What a change relies on ──────────────────────────────────────────────────────────────── */

/* Returns: the side alone that added or changed a row */
static RemitSide
get_changer (const RemitTriple *triple)
{
  gboolean mine, theirs;

  if (!triple->is_present || triple->forced != REMIT_SIDE_NONE)
    return REMIT_SIDE_NONE;
  if (triple->rows[BASE] == NULL)
    return (triple->rows[MINE] == NULL) == (triple->rows[THEIRS] == NULL) ? REMIT_SIDE_NONE
           : triple->rows[MINE] != NULL                                   ? REMIT_SIDE_MINE
                                                                          : REMIT_SIDE_THEIRS;
  mine = remit_three_way_get_changes (triple, MINE) != 0;
  theirs = remit_three_way_get_changes (triple, THEIRS) != 0;
  if (mine == theirs)
    return REMIT_SIDE_NONE;
  return mine ? REMIT_SIDE_MINE : REMIT_SIDE_THEIRS;
}

/* Returns: the fields that the other side has changed of what a change relies on */
static guint64
get_relied (const RemitTriple *relied,
            const guint *fields,
            RemitSide changer)
{
  RemitAdoptState own = remit_side_get_state (changer);
  RemitAdoptState other = remit_side_get_state (remit_side_get_other (changer));
  guint64 changed = remit_three_way_get_changes (relied, other);
  guint64 found = 0;

  if (relied->rows[own] == NULL || relied->rows[other] == NULL)
    return 0;
  for (guint i = 0; i < 4 && fields[i] != 0; i++)
    if ((changed & (G_GUINT64_CONSTANT (1) << fields[i]))
        && !remit_record_is_same (relied->rows[own], relied->rows[other], fields[i]))
      found |= G_GUINT64_CONSTANT (1) << fields[i];
  return found;
}

static void
check_guard (RemitThreeWay *self,
             guint guard,
             RemitTriple *triple)
{
  RemitSide changer = get_changer (triple);
  RemitTriple *relied;
  guint64 fields;

  if (changer == REMIT_SIDE_NONE)
    return;
  relied = remit_three_way_find (
    self, remit_record_get_integer (triple->rows[remit_side_get_state (changer)],
                                    guards[guard].reference));
  fields = relied != NULL && relied->is_present
             ? get_relied (relied, guards[guard].relied, changer)
             : 0;
  if (fields != 0
      && remit_three_way_add_clash (self, REMIT_CLASH_GUARD, triple, relied, fields)
           != changer)
    give_way (triple, remit_side_get_other (changer));
}

static void
check_guards (RemitThreeWay *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    for (guint j = 0; j < self->by_kind[guards[i].kind]->len; j++)
      check_guard (self, i, self->by_kind[guards[i].kind]->pdata[j]);
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

/* What is left is as it is in the target; of what it has not deleted that is true of the parts. */
static void
force_left (RemitThreeWay *self)
{
  for (guint i = 0; i < self->triples->len; i++)
    {
      RemitTriple *triple = self->triples->pdata[i];
      const RemitEntityInfo *info = remit_entity_info (triple->kind);
      int owner = remit_entity_info_find_owner (info);
      const RemitTriple *above =
        owner >= 0 && triple->rows[BASE] != NULL
          ? remit_three_way_find (self,
                                  remit_record_get_integer (triple->rows[BASE], (guint) owner))
          : NULL;

      triple->forced = REMIT_SIDE_NONE;
      if (above != NULL && above->is_left && get_deleter (above) != REMIT_SIDE_NONE
          && get_deleter (triple) == get_deleter (above))
        triple->is_left = TRUE;
      if (triple->is_left)
        triple->forced = self->target;
    }
}

void
remit_three_way_judge (RemitThreeWay *self,
                       RemitSide target)
{
  self->target = target;
  force_left (self);
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      for (guint i = 0; i < self->triples->len; i++)
        merge_cells (self, self->triples->pdata[i]);
      for (guint i = 0; i < self->triples->len; i++)
        find_present (self, self->triples->pdata[i]);
      for (guint i = 0; i < self->triples->len; i++)
        settle_deletion (self, self->triples->pdata[i]);
      settle_all_needs (self);
      check_guards (self);
      settle_all_needs (self);
      if (!remit_three_way_check_rules (self))
        break;
    }
}
