/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two plans differ, as signs and ghosts on the board of one of them. */
#include "remit-board-differences.h"

#include "plan/design/remit-design.h"

typedef struct {
  const RemitComparison *comparison;
  guint side;
  RemitWorkspace *workspace;
  RemitBoardGhosts *ghosts;
  GPtrArray *elsewhere;
} Laying;

static RemitBoardSign
get_sign (RemitDifferenceOp op)
{
  static const RemitBoardSign signs[REMIT_N_DIFFERENCE_OPS] = {
    [REMIT_DIFFERENCE_ADDED] = REMIT_BOARD_SIGN_ADDED,
    [REMIT_DIFFERENCE_REMOVED] = REMIT_BOARD_SIGN_REMOVED,
    [REMIT_DIFFERENCE_MOVED] = REMIT_BOARD_SIGN_MOVED,
    [REMIT_DIFFERENCE_CHANGED] = REMIT_BOARD_SIGN_CHANGED,
  };

  return signs[op];
}

/* Returns: the id on this side of a row that is in the other plan, or 0 */
static gint64
get_here (Laying *self,
          RemitKind kind,
          gint64 there)
{
  return self->side == 0 ? remit_plan_pairs_to_a (self->comparison->pairs, kind, there)
                         : remit_plan_pairs_to_b (self->comparison->pairs, kind, there);
}

/* Returns: the id of the row on this side that a field of a difference refers to, or 0 */
static gint64
get_owner (Laying *self,
           const RemitDifference *difference,
           RemitKind kind,
           guint field)
{
  const RemitRecord *here = self->side == 0 ? difference->old : difference->new;
  const RemitRecord *there = self->side == 0 ? difference->new : difference->old;

  return here != NULL ? remit_record_get_integer (here, field)
                      : get_here (self, kind, remit_record_get_integer (there, field));
}

/* A team that is in both plans is that of the second one. One that is on the other side alone has
 * no place here.
 *
 * Returns: the team on this side that a difference belongs to */
static gint64
get_team (Laying *self,
          const RemitDifference *difference)
{
  gint64 here = self->side == 0 ? get_here (self, REMIT_KIND_TEAM, difference->team) : 0;

  return here != 0 ? here : difference->team;
}

static void
mark (Laying *self,
      gint64 id,
      RemitBoardSign sign,
      const RemitDifference *difference)
{
  g_autofree char *text = NULL;

  if (id == 0)
    return;
  text = remit_difference_dup_sentence (difference);
  remit_board_ghosts_mark (self->ghosts, id, sign, text);
}

static void
add_ghost (Laying *self,
           const RemitDifference *difference)
{
  const RemitRecord *there = self->side == 0 ? difference->new : difference->old;
  gint64 slot = get_owner (self, difference, REMIT_KIND_SLOT, REMIT_ASSIGNMENT_SLOT);
  g_autofree char *person = NULL;
  RemitBoardGhost *ghost;

  if (slot == 0) /* which is told of itself */
    return;
  person = remit_design_dup_name (self->workspace, REMIT_KIND_PERSON,
                                  remit_record_get_integer (there, REMIT_ASSIGNMENT_PERSON));
  ghost = remit_board_ghosts_add (self->ghosts, slot, person,
                                  remit_difference_op_get_label (difference->op));
  ghost->sign = get_sign (difference->op);
}

/* What is on the other side alone. */
static void
lay_absent (Laying *self,
            const RemitDifference *difference)
{
  if (difference->kind == REMIT_KIND_TEAM)
    g_ptr_array_add (self->elsewhere, g_strdup (difference->team_name));
  else if (difference->kind == REMIT_KIND_ASSIGNMENT)
    add_ghost (self, difference);
  else if (difference->kind == REMIT_KIND_SLOT_NEED)
    mark (self, get_owner (self, difference, REMIT_KIND_SLOT, REMIT_SLOT_NEED_SLOT),
          REMIT_BOARD_SIGN_CHANGED, difference);
  else
    mark (self, get_team (self, difference), REMIT_BOARD_SIGN_CHANGED, difference);
}

static void
lay (Laying *self,
     const RemitDifference *difference)
{
  gint64 id = self->side == 0 ? difference->a : difference->b;

  if (id == 0)
    lay_absent (self, difference);
  else if (difference->kind == REMIT_KIND_TEAM || difference->kind == REMIT_KIND_SLOT
           || difference->kind == REMIT_KIND_ASSIGNMENT)
    mark (self, id, get_sign (difference->op), difference);
  else if (difference->kind == REMIT_KIND_SLOT_NEED)
    mark (self, get_owner (self, difference, REMIT_KIND_SLOT, REMIT_SLOT_NEED_SLOT),
          REMIT_BOARD_SIGN_CHANGED, difference);
  else
    mark (self, get_team (self, difference), REMIT_BOARD_SIGN_CHANGED, difference);
}

RemitBoardGhosts *
remit_board_differences_lay (const RemitComparison *comparison,
                             guint side,
                             RemitWorkspace *workspace,
                             GPtrArray *elsewhere)
{
  Laying self = { comparison, side, workspace, remit_board_ghosts_new (), elsewhere };

  for (guint i = 0; i < comparison->differences->len; i++)
    lay (&self, comparison->differences->pdata[i]);
  return self.ghosts;
}
