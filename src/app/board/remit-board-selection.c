/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selection on the board, and all slots of the selected person. */
#include <glib/gi18n.h>

#include "remit-board-private.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-style.h"

static gint64
get_selected (RemitBoard *self,
              RemitKind kind)
{
  return self->selected.kind == kind ? self->selected.id : 0;
}

void
remit_board_mark_selected (RemitBoard *self,
                           RemitSlotCard *card)
{
  remit_slot_card_set_selected (card, get_selected (self, REMIT_KIND_SLOT),
                                get_selected (self, REMIT_KIND_PERSON));
}

void
remit_board_mark_selected_team (RemitBoard *self,
                                RemitTeamHead *head)
{
  gint64 team = get_selected (self, REMIT_KIND_TEAM);

  remit_style_set_class (GTK_WIDGET (head), "selected",
                         team != 0 && remit_team_head_get_team (head) == team);
}

static void
mark_card (gint64 slot G_GNUC_UNUSED,
           RemitSlotCard *card,
           gpointer board)
{
  remit_board_mark_selected (board, card);
}

void
remit_board_select (RemitBoard *self,
                    RemitKind kind,
                    gint64 id)
{
  GHashTableIter iter;
  gpointer column;

  g_return_if_fail (REMIT_IS_BOARD (self));

  self->selected.kind = kind;
  self->selected.id = id;
  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, NULL, &column))
    {
      remit_board_mark_selected_team (self, remit_team_column_get_head (column));
      remit_team_column_foreach_card (column, mark_card, self);
    }
}

/* ── From slot to slot of one person ──────────────────────────────────────────────────────── */

/* Where a person is on the board. */
typedef struct {
  RemitBoardPlace place;
  gint64 slot;
  gint64 assignment;
} Stay;

static int
compare_places (const RemitBoardPlace *a,
                const RemitBoardPlace *b)
{
  return a->column != b->column ? a->column - b->column : a->card - b->card;
}

static int
compare_stays (gconstpointer a,
               gconstpointer b)
{
  return compare_places (&((const Stay *) a)->place, &((const Stay *) b)->place);
}

/* Returns: (transfer full) (element-type Stay): in the order of the board */
static GArray *
list_stays (RemitBoard *self,
            gint64 person)
{
  GPtrArray *assignments =
    remit_workspace_get_referring (remit_board_model_get_workspace (self->model),
                                   REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_PERSON, person);
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (Stay));

  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *assignment = assignments->pdata[i];
      Stay stay = {
        .slot = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT),
        .assignment = remit_entity_get_id (assignment),
      };

      if (remit_board_model_find_slot (self->model, stay.slot, &stay.place))
        g_array_append_val (stays, stay);
    }
  g_array_sort (stays, compare_stays);
  return stays;
}

/* The selected person, or else the focused one. */
static gint64
get_person (RemitBoard *self)
{
  RemitEntity *assignment =
    self->cursor->assignment != 0
      ? remit_workspace_get (remit_board_model_get_workspace (self->model), REMIT_KIND_ASSIGNMENT,
                             self->cursor->assignment)
      : NULL;

  if (assignment != NULL)
    return remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON);
  return get_selected (self, REMIT_KIND_PERSON);
}

/* Returns: the one after, or before, where the cursor is; the first after the last */
static guint
find_next (RemitBoard *self,
           GArray *stays,
           int step)
{
  RemitBoardPlace place = remit_board_cursor_settle (self->cursor);
  guint n = stays->len;

  for (guint i = 0; i < n; i++)
    if (g_array_index (stays, Stay, i).assignment == self->cursor->assignment)
      return (guint) ((int) (i + n) + step) % n;
  for (guint i = 0; i < n; i++)
    if (compare_places (&g_array_index (stays, Stay, i).place, &place) > 0)
      return step > 0 ? i : (i + n - 1) % n;
  return step > 0 ? 0 : n - 1;
}

gboolean
remit_board_go_to_next_slot (RemitBoard *self,
                             int step)
{
  gint64 person = get_person (self);
  g_autoptr (GArray) stays = NULL;
  g_autofree char *text = NULL;
  const Stay *stay;
  guint next;

  if (person == 0)
    return FALSE;
  stays = list_stays (self, person);
  if (stays->len == 0)
    return FALSE;
  next = find_next (self, stays, step);
  stay = &g_array_index (stays, Stay, next);
  remit_board_show (self, stay->assignment);
  remit_board_select (self, REMIT_KIND_PERSON, person);
  /* Translators: which of how many slots of a person the keyboard is on */
  text = g_strdup_printf (_ ("Slot %1$u of %2$u"), next + 1, stays->len);
  remit_feedback_announce (GTK_WIDGET (self), text);
  return TRUE;
}
