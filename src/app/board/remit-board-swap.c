/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two people of the board change places: by drop with Shift, by menu, and by keyboard. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "remit-board-private.h"
#include "widgets/remit-feedback.h"

gboolean
remit_board_may_swap (RemitBoard *self,
                      const RemitDrag *drag,
                      gint64 other)
{
  gint64 own = remit_drag_get_assignment (drag);
  g_auto (RemitOutcome) outcome = { 0 };

  if (own == 0 || other == 0)
    return FALSE;
  remit_placement_ask_swap (self->workspace, own, other, &outcome);
  return outcome.verdict == REMIT_VERDICT_FINE || outcome.verdict == REMIT_VERDICT_DOUBTFUL;
}

static char *
dup_person_name (RemitBoard *self,
                 gint64 assignment)
{
  RemitEntity *entity = remit_workspace_get (self->workspace, REMIT_KIND_ASSIGNMENT, assignment);

  if (entity == NULL)
    return g_strdup ("");
  return remit_design_dup_name (self->workspace, REMIT_KIND_PERSON,
                                remit_entity_get_integer (entity, REMIT_ASSIGNMENT_PERSON));
}

/* "Swap with Ada; Ben: lacks SQL": what a swap would lead to */
char *
remit_board_dup_swap_words (RemitBoard *self,
                            const RemitDrag *drag,
                            gint64 other)
{
  g_autofree char *name = dup_person_name (self, other);
  g_auto (RemitOutcome) outcome = { 0 };

  remit_placement_ask_swap (self->workspace, remit_drag_get_assignment (drag), other,
                            &outcome);
  if (outcome.verdict == REMIT_VERDICT_REFUSED || outcome.verdict == REMIT_VERDICT_NOTHING)
    return g_strdup (outcome.reason);
  if (*outcome.reason == '\0')
    /* Translators: a person */
    return g_strdup_printf (_ ("Swap with %s"), name);
  /* Translators: a person, and what is doubtful about changing places with them */
  return g_strdup_printf (_ ("Swap with %s; %s"), name, outcome.reason);
}

gboolean
remit_board_swap (RemitBoard *self,
                  gint64 own,
                  gint64 other)
{
  g_autoptr (GError) error = NULL;

  return remit_board_tell (self, remit_placement_swap (self->workspace, own, other, &error),
                           &error);
}

/* ── By keyboard ──────────────────────────────────────────────────────────────────────────── */

/* Everybody whom a column has, in the order in which they stand. */
static void
add_assignments (RemitBoard *self,
                 int column,
                 GArray *ids)
{
  GPtrArray *slots = remit_board_get_column (self, column)->slots;

  for (guint i = 0; i < slots->len; i++)
    {
      GPtrArray *assignments = remit_workspace_get_referring (
        self->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
        remit_entity_get_id (g_ptr_array_index (slots, i)));

      for (guint j = 0; j < assignments->len; j++)
        {
          gint64 id = remit_entity_get_id (g_ptr_array_index (assignments, j));

          g_array_append_val (ids, id);
        }
    }
}

static int
find_id (GArray *ids,
         gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return (int) i;
  return -1;
}

/* The next in the column after @from who accepts, or 0. */
static gint64
find_in_column (RemitBoard *self,
                int column,
                gint64 from,
                int step)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int i;

  add_assignments (self, column, ids);
  i = from != 0 ? find_id (ids, from) + step : step > 0 ? 0 : (int) ids->len - 1;
  for (; i >= 0 && i < (int) ids->len; i += step)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (remit_board_may_swap (self, drag, id))
        return id;
    }
  return 0;
}

static gint64
get_slot_of (RemitBoard *self,
             gint64 assignment)
{
  RemitEntity *entity = remit_workspace_get (self->workspace, REMIT_KIND_ASSIGNMENT, assignment);

  return entity != NULL ? remit_entity_get_integer (entity, REMIT_ASSIGNMENT_SLOT) : 0;
}

/* Goes to the next person with whom what is carried can change places: within the column when
 * @within, else from @column on. Returns: whether there is one */
static gboolean
go_on (RemitBoard *self,
       int column,
       gint64 from,
       int step,
       gboolean within)
{
  int n_columns = remit_board_layout_get_n_columns (self->layout);
  gint64 found = 0;

  for (; found == 0 && column >= 0 && column < n_columns; column += step)
    {
      found = find_in_column (self, column, from, step);
      from = 0;
      if (within)
        break;
    }
  if (found == 0)
    return FALSE;
  remit_board_visit (self, get_slot_of (self, found), found);
  return TRUE;
}

gboolean
remit_board_carry_swap_to (RemitBoard *self,
                           GtkDirectionType direction)
{
  RemitBoardPlace place = { 0, 0 };
  gint64 at = self->target_chip;
  gboolean sideways = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  gboolean within = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;
  int step = direction == GTK_DIR_UP || direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;

  if (at == 0)
    at = remit_drag_get_assignment (remit_drag_hub_get_drag (self->hub));
  remit_board_find_place (self, get_slot_of (self, at), &place);
  if (sideways)
    step = remit_board_get_horizontal_step (self, direction);
  if (!go_on (self, sideways ? place.column + step : place.column, sideways ? 0 : at, step, within))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

/* Begins to look for somebody with whom the person at the cursor changes places. */
void
remit_board_begin_swap (RemitBoard *self)
{
  if (self->cursor_assignment == 0)
    return;
  remit_board_pick_up (self);
  if (!self->carrying)
    return;
  remit_board_clear_target (self);
  self->swapping = TRUE;
  remit_board_update_marks (self);
  if (!go_on (self, 0, 0, 1, FALSE))
    {
      remit_feedback_announce (GTK_WIDGET (self), _ ("There is nobody to swap with"));
      remit_board_put_back (self);
    }
}
