/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a team, a slot or a person on the board, by menu and by key. */
#include <glib/gi18n.h>

#include "board/dialogs/remit-board-dialogs.h"
#include "model/remit-percent.h"
#include "remit-board-private.h"
#include "widgets/remit-delete.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-try.h"

#define ALLOCATION_STEP 10

static RemitWorkspace *
get_workspace (RemitBoard *self)
{
  return remit_board_model_get_workspace (self->model);
}

/* Returns: (nullable): who the cursor is on */
static RemitEntity *
get_assignment (RemitBoard *self)
{
  gint64 id = self->cursor->assignment;

  return id != 0 ? remit_workspace_get (get_workspace (self), REMIT_KIND_ASSIGNMENT, id) : NULL;
}

static void
inspect (RemitBoard *self)
{
  RemitEntity *assignment = get_assignment (self);
  gint64 slot = self->cursor->slot;
  RemitKind kind = slot != 0 ? REMIT_KIND_SLOT : REMIT_KIND_TEAM;
  gint64 id = slot != 0 ? slot : self->cursor->team;

  if (assignment != NULL)
    {
      kind = REMIT_KIND_PERSON;
      id = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON);
    }
  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) kind, id);
}

static void
take_out (RemitBoard *self,
          RemitEntity *assignment)
{
  RemitPlacement placement = {
    .person = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON),
    .assignment = remit_entity_get_id (assignment),
  };

  remit_try_place (GTK_WIDGET (self), get_workspace (self), &placement, 1, NULL);
}

static void
remove_part (RemitBoard *self)
{
  RemitEntity *assignment = get_assignment (self);
  gint64 slot = self->cursor->slot;
  gint64 team = self->cursor->team;

  if (assignment != NULL)
    take_out (self, assignment);
  else if (slot != 0)
    remit_delete_ask (GTK_WIDGET (self), get_workspace (self), REMIT_KIND_SLOT, slot);
  else if (team != 0)
    remit_delete_ask (GTK_WIDGET (self), get_workspace (self), REMIT_KIND_TEAM, team);
}

/* From what somebody has by the time that it is taken. */
typedef struct {
  gint64 assignment;
  int percent;
} Step;

static gint64
take_step (RemitWorkspace *workspace,
           gpointer data,
           GError **error)
{
  const Step *step = data;

  return remit_placement_allocate_by (workspace, step->assignment, step->percent, error);
}

/* Step by step, and each is spoken alone: a toast would say more than is of interest. */
static void
on_step_taken (GtkWidget *widget,
               RemitWorkspace *workspace G_GNUC_UNUSED,
               gint64 allocation,
               gpointer data G_GNUC_UNUSED,
               const GError *error)
{
  g_autofree char *text = remit_percent_printf (_ ("%d %%"), (int) allocation);

  if (allocation != 0)
    remit_feedback_announce (widget, text);
  else
    remit_feedback_error (widget, error);
}

static void
change_allocation (RemitBoard *self,
                   int percent)
{
  const Step step = { self->cursor->assignment, percent };

  if (step.assignment != 0)
    remit_try_then (GTK_WIDGET (self), get_workspace (self), take_step,
                    g_memdup2 (&step, sizeof step), g_free, on_step_taken);
}

static void
increase (RemitBoard *self)
{
  change_allocation (self, ALLOCATION_STEP);
}

static void
reduce (RemitBoard *self)
{
  change_allocation (self, -ALLOCATION_STEP);
}

/* What is new may be out of sight: it is gone to, unless the user has gone elsewhere. */
static void
on_created (GtkWidget *widget,
            RemitWorkspace *workspace,
            gint64 id,
            gpointer data G_GNUC_UNUSED,
            const GError *error)
{
  if (remit_feedback_edit (widget, workspace, id != 0, error) && remit_try_is_attended (widget))
    remit_board_show (REMIT_BOARD (widget), id);
}

static void
duplicate (RemitBoard *self)
{
  gint64 slot = self->cursor->slot;

  remit_try_duplicate (GTK_WIDGET (self), get_workspace (self),
                       slot != 0 ? REMIT_KIND_SLOT : REMIT_KIND_TEAM,
                       slot != 0 ? slot : self->cursor->team, on_created);
}

static void
on_reordered (GtkWidget *widget,
              RemitWorkspace *workspace,
              gint64 done,
              gpointer data,
              const GError *error)
{
  remit_try_say_moved (widget, workspace, done, data, error);
  remit_board_keep_focus (REMIT_BOARD (widget));
}

/* What is beside on the board is not always next in the plan. */
static gboolean
is_rearranged (RemitBoard *self)
{
  return remit_board_filter_is_set (remit_board_model_get_filter (self->model))
         || remit_board_groups_get_n (remit_board_model_get_groups (self->model)) > 0;
}

static void
on_moved_beside (GtkWidget *widget,
                 RemitWorkspace *workspace,
                 gint64 done,
                 gpointer data G_GNUC_UNUSED,
                 const GError *error)
{
  remit_feedback_edit (widget, workspace, done != 0, error);
  remit_board_keep_focus (REMIT_BOARD (widget));
}

/* Moves what the cursor is on over the column beside it, a team within its group. */
static void
move_beside (RemitBoard *self,
             int step)
{
  RemitBoardPlace place = remit_board_cursor_settle (self->cursor);
  g_autoptr (RemitDrag) drag = remit_board_cursor_create_drag (self->cursor);
  int column = place.column + step;
  RemitBoardAim aim = { .hit = { .column = column, .card = -1, .before = MAX (place.card, 0),
                                 .column_before = step > 0 ? column + 1 : column } };
  RemitBoardDrop *drop = NULL;

  if (column >= 0 && column < remit_board_model_get_n_columns (self->model))
    {
      aim.hit.before = MIN (aim.hit.before, remit_board_model_get_n_cards (self->model, column));
      drop = remit_board_drop_new (self->model, drag, &aim, FALSE);
    }
  if (drop == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    remit_try_then (GTK_WIDGET (self), get_workspace (self), remit_board_drop_do, drop,
                    (GDestroyNotify) remit_board_drop_free, on_moved_beside);
}

/* A slot goes up and down in its team, and to the team beside it; a team goes sideways alone. */
static void
on_reorder (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RemitBoard *self = REMIT_BOARD (widget);
  GtkDirectionType direction = (GtkDirectionType) g_variant_get_int32 (parameter);
  int sideways = remit_board_get_sideways_step (self, direction);
  gint64 slot = self->cursor->slot;
  gint64 team = self->cursor->team;

  if (sideways != 0 && (slot != 0 || team != 0) && is_rearranged (self))
    move_beside (self, sideways);
  else if (slot != 0 && sideways != 0)
    remit_try_move_slot_by (widget, get_workspace (self), slot, sideways, on_reordered);
  else if (slot != 0)
    remit_try_move_by (widget, get_workspace (self), REMIT_KIND_SLOT, slot,
                       direction == GTK_DIR_DOWN ? 1 : -1, on_reordered);
  else if (team != 0 && sideways != 0)
    remit_try_move_by (widget, get_workspace (self), REMIT_KIND_TEAM, team, sideways,
                       on_reordered);
}

static void
allocate (RemitBoard *self)
{
  gint64 assignment = self->cursor->assignment;

  if (assignment != 0)
    remit_allocation_dialog_present (GTK_WIDGET (self), get_workspace (self), assignment);
}

static void
find_candidates (RemitBoard *self)
{
  gint64 slot = self->cursor->slot;

  if (slot != 0)
    g_signal_emit_by_name (self, "find-candidates", slot);
}

/* For the slot that the cursor is on, or the team. */
static void
suggest (RemitBoard *self)
{
  gint64 slot = self->cursor->slot;

  if (slot != 0 || self->cursor->team != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.suggest-staffing", "(xx)",
                                slot != 0 ? (gint64) 0 : self->cursor->team, slot);
}

static void
add_slot (RemitBoard *self)
{
  RemitEntity *slot =
    remit_workspace_get (get_workspace (self), REMIT_KIND_SLOT, self->cursor->slot);
  gint64 team =
    slot != NULL ? remit_entity_get_integer (slot, REMIT_SLOT_TEAM) : self->cursor->team;

  if (team != 0)
    remit_add_slot_dialog_present (GTK_WIDGET (self), get_workspace (self), team, on_created);
}

/* What is done next is done to a team, wherever the keyboard is. */
static void
on_team (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  remit_board_cursor_set (REMIT_BOARD (widget)->cursor, g_variant_get_int64 (parameter), 0, 0);
}

static void
on_fold_group (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter)
{
  const char *key = g_variant_get_string (parameter, NULL);

  remit_board_fold (REMIT_BOARD (widget), key,
                    !remit_board_is_folded (REMIT_BOARD (widget), key));
}

static const struct {
  const char *name;
  void (*act) (RemitBoard *self);
} actions[] = {
  { "board.inspect", inspect },
  { "board.remove", remove_part },
  { "board.more", increase },
  { "board.less", reduce },
  { "board.duplicate", duplicate },
  { "board.pick-up", remit_board_pick_up },
  { "board.allocate", allocate },
  { "board.find-candidates", find_candidates },
  { "board.suggest", suggest },
  { "board.swap", remit_board_begin_swap },
  { "board.add-slot", add_slot },
};

void
remit_board_enable_edits (RemitBoard *self,
                          RemitWorkspace *workspace)
{
  static const char *const edits[] = {
    "board.remove", "board.more", "board.less", "board.duplicate", "board.pick-up",
    "board.allocate", "board.suggest", "board.swap", "board.add-slot", "board.reorder", NULL,
  };

  remit_edits_enable (GTK_WIDGET (self), workspace, edits);
}

static void
on_action (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].act (REMIT_BOARD (widget));
}

void
remit_board_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);
  gtk_widget_class_install_action (widget_class, "board.reorder", "i", on_reorder);
  gtk_widget_class_install_action (widget_class, "board.team", "x", on_team);
  gtk_widget_class_install_action (widget_class, "board.fold-group", "s", on_fold_group);
}
