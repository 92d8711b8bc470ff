/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting people onto teams of the map, by pointer and by keyboard. */
#include <glib/gi18n.h>

#include "board/drag/remit-drag-target.h"
#include "board/state/remit-board-drop.h"
#include "plan/design/remit-design.h"
#include "remit-board-map-private.h"
#include "widgets/remit-menu.h"
#include "widgets/remit-try.h"

/* Pixels between a block and what is said of it. */
#define HINT_GAP 6
#define HINT_WIDTH 320

static RemitWorkspace *
get_workspace (RemitBoardMap *self)
{
  return remit_board_model_get_workspace (self->model);
}

/* ── Which slot ───────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full): the slots of a team in their order */
static GPtrArray *
get_slots (RemitBoardMap *self,
           gint64 team)
{
  return remit_design_get_parts (get_workspace (self), REMIT_KIND_SLOT, team);
}

static gboolean
has_slots (RemitBoardMap *self,
           gint64 team)
{
  g_autoptr (GPtrArray) slots = get_slots (self, team);

  return slots->len > 0;
}

static gboolean
is_vacant (RemitBoardMap *self,
           gint64 slot)
{
  return remit_board_model_get_assignments (self->model, slot)->len == 0;
}

/* A team without slots gets one for them. */
static RemitBoardAim
find_opening (RemitBoardMap *self,
              const RemitDrag *drag,
              gint64 team)
{
  RemitVerdict verdict = remit_board_target_judge_team (self->target, drag, team);
  RemitBoardAim aim = { 0 };

  if (verdict == REMIT_VERDICT_FINE || verdict == REMIT_VERDICT_DOUBTFUL)
    aim.team = team;
  return aim;
}

/* Returns: the first vacant slot that they fit, or that is made for them, or nothing; @possible:
 * whether there is any to choose */
static RemitBoardAim
find_aim (RemitBoardMap *self,
          const RemitDrag *drag,
          gint64 team,
          gboolean *possible)
{
  g_autoptr (GPtrArray) slots = get_slots (self, team);

  *possible = FALSE;
  if (slots->len == 0)
    return find_opening (self, drag, team);
  for (guint i = 0; i < slots->len; i++)
    {
      gint64 slot = remit_entity_get_id (slots->pdata[i]);
      RemitVerdict verdict = remit_board_target_judge (self->target, drag, slot);

      if (verdict == REMIT_VERDICT_FINE && is_vacant (self, slot))
        return (RemitBoardAim){ .slot = slot };
      *possible = *possible || verdict == REMIT_VERDICT_FINE || verdict == REMIT_VERDICT_DOUBTFUL;
    }
  return (RemitBoardAim){ 0 };
}

static gboolean
is_set (const RemitBoardAim *aim)
{
  return aim->slot != 0 || aim->team != 0;
}

/* ── What it would do ─────────────────────────────────────────────────────────────────────── */

static char *
dup_summary (RemitBoardMap *self,
             const RemitDrag *drag,
             gint64 slot,
             gint64 team)
{
  g_autoptr (GArray) placements = remit_drag_get_placements (drag, slot, team, self->target->copy);
  g_auto (RemitOutcome) outcome = { 0 };

  remit_placement_ask_all (get_workspace (self), (const RemitPlacement *) placements->data,
                           placements->len, &outcome);
  return remit_outcome_dup_summary (&outcome);
}

static char *
dup_hint (RemitBoardMap *self,
          const RemitDrag *drag,
          gint64 team,
          const RemitBoardAim *aim,
          gboolean possible)
{
  g_autofree char *team_name = remit_design_dup_name (get_workspace (self), REMIT_KIND_TEAM, team);
  g_autofree char *name = NULL;
  g_autofree char *summary = NULL;

  if (aim->slot != 0)
    {
      name = remit_design_dup_name (get_workspace (self), REMIT_KIND_SLOT, aim->slot);
      /* Translators: a team, who is dropped onto it, and the slot into which they are put */
      return g_strdup_printf (_ ("%1$s: assign %2$s to %3$s"), team_name, drag->name, name);
    }
  if (possible)
    /* Translators: a team, none of whose vacant slots fits: a list of its slots is going to open */
    return g_strdup_printf (_ ("%s: choose a slot…"), team_name);
  if (!has_slots (self, team))
    {
      summary = dup_summary (self, drag, 0, team);
      /* Translators: a team, and what would happen if one put somebody there */
      return g_strdup_printf (_ ("%s: %s"), team_name, summary);
    }
  /* Translators: a team */
  return g_strdup_printf (_ ("%s: no slot is available"), team_name);
}

gboolean
remit_board_map_hover (RemitBoardMap *self,
                       const RemitDrag *drag,
                       int item)
{
  gint64 team = item >= 0 ? remit_board_map_get_item_team (self, item) : 0;
  gboolean possible = FALSE;
  RemitBoardAim aim = { 0 };
  g_autofree char *text = NULL;

  if (team == 0 || drag == NULL || drag->kind != REMIT_DRAG_PEOPLE)
    item = -1;
  else
    {
      aim = find_aim (self, drag, team, &possible);
      text = dup_hint (self, drag, team, &aim, possible);
    }
  self->over = item >= 0 ? team : 0;
  self->verdict = is_set (&aim) ? REMIT_VERDICT_FINE
                  : possible    ? REMIT_VERDICT_DOUBTFUL
                                : REMIT_VERDICT_REFUSED;
  gtk_label_set_label (GTK_LABEL (self->hint), text != NULL ? text : "");
  gtk_widget_set_child_visible (self->hint, text != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return is_set (&aim) || possible;
}

/* Below the block, or above it where there is no room. */
void
remit_board_map_allocate_hint (RemitBoardMap *self)
{
  int all_width = gtk_widget_get_width (GTK_WIDGET (self));
  int all_height = gtk_widget_get_height (GTK_WIDGET (self));
  int over = remit_board_map_find_item (self, self->over);
  const RemitMapItem nothing = { 0 };
  const RemitMapItem *item = over >= 0 ? remit_map_layout_get_item (self->layout, over) : &nothing;
  int width, height, x, y;

  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, MIN (HINT_WIDTH, all_width));
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  x = CLAMP (item->x, 0, MAX (0, all_width - width));
  y = item->y - remit_scroller_get_y (&self->scroller) + item->height + HINT_GAP;
  /* what is dragged has its image below the pointer */
  if (y + height > all_height || !self->carrying)
    y = item->y - remit_scroller_get_y (&self->scroller) - HINT_GAP - height;
  gtk_widget_size_allocate (self->hint,
                            &(GtkAllocation){ x, CLAMP (y, 0, MAX (0, all_height - height)), width,
                                              height },
                            -1);
}

/* ── Doing it ─────────────────────────────────────────────────────────────────────────────── */

static void
put_into (RemitBoardMap *self,
          const RemitDrag *drag,
          const RemitBoardAim *aim,
          gboolean copy)
{
  RemitBoardDrop *drop = remit_board_drop_new (self->model, drag, aim, copy);

  remit_try (GTK_WIDGET (self), get_workspace (self), remit_board_drop_do, drop,
             (GDestroyNotify) remit_board_drop_free);
}

/* "ML engineer: 80 %, lacks SQL" */
static char *
dup_choice (RemitBoardMap *self,
            const RemitDrag *drag,
            gint64 slot)
{
  g_autofree char *name = remit_design_dup_name (get_workspace (self), REMIT_KIND_SLOT, slot);
  g_autofree char *summary = dup_summary (self, drag, slot, 0);

  /* Translators: a slot, and what putting somebody there would lead to */
  return g_strdup_printf (_ ("%s: %s"), name, summary);
}

static GMenuModel *
create_menu (RemitBoardMap *self,
             const RemitDrag *drag,
             gint64 team)
{
  g_autoptr (GPtrArray) slots = get_slots (self, team);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < slots->len; i++)
    {
      gint64 slot = remit_entity_get_id (slots->pdata[i]);
      RemitVerdict verdict = remit_board_target_judge (self->target, drag, slot);
      g_autoptr (GMenuItem) choice = NULL;
      g_autofree char *label = NULL;

      if (verdict != REMIT_VERDICT_FINE && verdict != REMIT_VERDICT_DOUBTFUL)
        continue;
      label = dup_choice (self, drag, slot);
      choice = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (choice, "map.assign", "x", slot);
      g_menu_append_item (menu, choice);
    }
  return G_MENU_MODEL (menu);
}

static void
ask (RemitBoardMap *self,
     const RemitDrag *drag,
     int item)
{
  const RemitMapItem *place = remit_map_layout_get_item (self->layout, item);
  GdkRectangle at = { place->x, place->y - remit_scroller_get_y (&self->scroller), place->width,
                      place->height };
  g_autoptr (GMenuModel) menu = create_menu (self, drag,
                                             remit_board_map_get_item_team (self, item));

  g_clear_pointer (&self->asked, remit_drag_free);
  self->asked = remit_drag_copy (drag);
  g_set_weak_pointer (&self->menu, remit_menu_popup (GTK_WIDGET (self), menu, &at));
}

gboolean
remit_board_map_put (RemitBoardMap *self,
                     const RemitDrag *drag,
                     int item,
                     gboolean copy)
{
  gint64 team = item >= 0 ? remit_board_map_get_item_team (self, item) : 0;
  RemitBoardAim aim;
  gboolean possible;

  if (team == 0 || drag == NULL || drag->kind != REMIT_DRAG_PEOPLE)
    return FALSE;
  self->target->copy = copy;
  aim = find_aim (self, drag, team, &possible);
  if (is_set (&aim))
    put_into (self, drag, &aim, copy);
  else if (possible)
    ask (self, drag, item);
  return is_set (&aim) || possible;
}

static void
on_assign (GtkWidget *widget,
           const char *name G_GNUC_UNUSED,
           GVariant *parameter)
{
  RemitBoardMap *self = REMIT_BOARD_MAP (widget);
  g_autoptr (RemitDrag) drag = g_steal_pointer (&self->asked);

  if (drag != NULL)
    put_into (self, drag, &(RemitBoardAim){ .slot = g_variant_get_int64 (parameter) },
              self->target->copy);
}

/* ── By keyboard ──────────────────────────────────────────────────────────────────────────── */

gboolean
remit_board_map_is_carrying (RemitBoardMap *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD_MAP (self), FALSE);

  return self->carrying;
}

void
remit_board_map_carry (RemitBoardMap *self,
                       const RemitDrag *drag,
                       GtkWidget *back)
{
  g_autofree char *text = NULL;

  g_return_if_fail (REMIT_IS_BOARD_MAP (self));
  g_return_if_fail (drag != NULL);

  if (remit_map_layout_get_n_items (self->layout) == 0 || drag->kind != REMIT_DRAG_PEOPLE)
    return;
  g_set_weak_pointer (&self->back, back);
  self->carrying = TRUE;
  self->target->copy = FALSE;
  remit_drag_hub_set_drag (self->hub, drag);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  remit_board_map_hover (self, drag, remit_board_map_find_cursor (self));
  /* Translators: the name of who is carried by keyboard, and what would happen at a team */
  text = g_strdup_printf (_ ("%s picked up. %s"), drag->name,
                          gtk_label_get_label (GTK_LABEL (self->hint)));
  remit_feedback_announce (GTK_WIDGET (self), text);
}

void
remit_board_map_put_back (RemitBoardMap *self)
{
  if (!self->carrying)
    return;
  self->carrying = FALSE;
  remit_board_map_hover (self, NULL, -1);
  remit_drag_hub_set_drag (self->hub, NULL);
  if (self->back != NULL)
    gtk_widget_grab_focus (self->back);
}

/* ── By pointer ───────────────────────────────────────────────────────────────────────────── */

static GdkDragAction
on_motion (GtkDropTarget *target,
           double x,
           double y,
           RemitBoardMap *self)
{
  self->target->copy = remit_drag_target_wants_copy (target);
  if (!remit_board_map_hover (self, remit_drag_hub_get_drag (self->hub),
                              remit_board_map_hit (self, x, y)))
    return 0;
  return self->target->copy ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target G_GNUC_UNUSED,
          RemitBoardMap *self)
{
  remit_board_map_hover (self, NULL, -1);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RemitBoardMap *self)
{
  remit_board_map_hover (self, NULL, -1);
  return remit_board_map_put (self, g_value_get_boxed (value), remit_board_map_hit (self, x, y),
                              remit_drag_target_wants_copy (target));
}

void
remit_board_map_add_drops (RemitBoardMap *self)
{
  remit_drag_target_add (GTK_WIDGET (self), G_CALLBACK (on_motion), G_CALLBACK (on_leave),
                         G_CALLBACK (on_drop));
}

void
remit_board_map_install_drops (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.assign", "x", on_assign);
}
