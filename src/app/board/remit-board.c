/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of a plan as columns of slots: virtual in both directions. */
#include "remit-board.h"

#include <glib/gi18n.h>

#include "board/state/remit-touched.h"
#include "remit-board-private.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/remit-light.h"
#include "widgets/scrolling/remit-tick.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitBoard, remit_board, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
remit_board_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * REMIT_BOARD_COLUMN_WIDTH : 400;
}

static void
remit_board_size_allocate (GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  RemitBoard *self = REMIT_BOARD (widget);

  remit_board_allocate (self, width, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
remit_board_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_board_parent_class)->realize (widget);

  remit_board_measure_parts (REMIT_BOARD (widget));
  remit_board_fill (REMIT_BOARD (widget));
}

static void
remit_board_css_changed (GtkWidget *widget,
                         GtkCssStyleChange *change)
{
  RemitBoard *self = REMIT_BOARD (widget);

  GTK_WIDGET_CLASS (remit_board_parent_class)->css_changed (widget, change);

  if (gtk_widget_get_realized (widget))
    remit_board_measure_later (self);
}

static void
remit_board_direction_changed (GtkWidget *widget,
                               GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (remit_board_parent_class)->direction_changed (widget, previous);

  gtk_widget_queue_allocate (widget);
}

static gboolean
remit_board_grab_focus (GtkWidget *widget)
{
  RemitBoard *self = REMIT_BOARD (widget);

  if (remit_board_is_empty (self))
    return FALSE;
  remit_board_focus_cursor (self);
  return TRUE;
}

/* One stop for Tab: it enters where the keyboard was, and leaves; arrows move within. */
static gboolean
remit_board_focus (GtkWidget *widget,
                   GtkDirectionType direction)
{
  RemitBoard *self = REMIT_BOARD (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  /* the arrows go through an open menu */
  if (child != NULL && child == self->menu)
    return gtk_widget_child_focus (child, direction);
  if (child != NULL)
    return remit_board_is_carrying (self);
  return remit_board_grab_focus (widget);
}

/* Whoever goes elsewhere in the window carries nothing any longer. That the window itself has no
 * keyboard for a moment, as when a menu closes, or while another program has it, is not leaving. */
static void
on_focus_moved (RemitBoard *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    remit_board_let_go (self);
}

static void
remit_board_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_board_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (on_focus_moved), widget, G_CONNECT_SWAPPED);
}

static void
remit_board_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_focus_moved, widget);

  GTK_WIDGET_CLASS (remit_board_parent_class)->unroot (widget);
}

static void
remit_board_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  if (!remit_scroller_get_property (&REMIT_BOARD (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_board_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  if (!remit_scroller_set_property (&REMIT_BOARD (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_board_dispose (GObject *object)
{
  RemitBoard *self = REMIT_BOARD (object);
  GtkWidget *child;

  remit_tick_stop (GTK_WIDGET (self), &self->pointer.scroll_tick);
  remit_tick_stop (GTK_WIDGET (self), &self->measure_tick);
  remit_tick_stop (GTK_WIDGET (self), &self->fill_tick);
  remit_tick_stop (GTK_WIDGET (self), &self->follow_tick);
  remit_tick_stop (GTK_WIDGET (self), &self->bands_tick);
  remit_board_clear_motion (self);
  remit_board_clear_wraps (self);
  remit_board_clear_cards (self);
  remit_board_clear_bands (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  remit_scroller_dispose (&self->scroller);
  g_clear_weak_pointer (&self->back);
  g_clear_weak_pointer (&self->menu);
  g_clear_object (&self->checker);
  g_clear_object (&self->ghosts);
  g_clear_object (&self->hub);

  G_OBJECT_CLASS (remit_board_parent_class)->dispose (object);
}

static void
remit_board_finalize (GObject *object)
{
  RemitBoard *self = REMIT_BOARD (object);

  remit_board_free_motion (self);
  remit_board_free_cards (self);
  remit_board_free_bands (self);
  g_clear_pointer (&self->matches, remit_board_matches_free);
  g_clear_pointer (&self->target, remit_board_target_free);
  g_clear_pointer (&self->cursor, remit_board_cursor_free);
  g_clear_pointer (&self->model, remit_board_model_free);

  G_OBJECT_CLASS (remit_board_parent_class)->finalize (object);
}

static void
remit_board_class_init (RemitBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_board_get_property;
  object_class->set_property = remit_board_set_property;
  object_class->dispose = remit_board_dispose;
  object_class->finalize = remit_board_finalize;
  widget_class->measure = remit_board_measure;
  widget_class->size_allocate = remit_board_size_allocate;
  widget_class->realize = remit_board_realize;
  widget_class->css_changed = remit_board_css_changed;
  widget_class->direction_changed = remit_board_direction_changed;
  widget_class->root = remit_board_root;
  widget_class->unroot = remit_board_unroot;
  widget_class->grab_focus = remit_board_grab_focus;
  widget_class->focus = remit_board_focus;

  remit_scroller_install_properties (object_class);
  /**
   * RemitBoard::typed:
   *
   * Something else is typed while people are carried: see remit_board_get_typed().
   */
  g_signal_new ("typed", REMIT_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * RemitBoard::folded:
   *
   * Groups have been folded or unfolded.
   */
  g_signal_new ("folded", REMIT_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  /**
   * RemitBoard::find-candidates:
   * @slot: for which somebody is looked for
   */
  g_signal_new ("find-candidates", REMIT_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * RemitBoard::leave:
   *
   * The user wants to have taken away what is laid over the plan.
   */
  g_signal_new ("leave", REMIT_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * RemitBoard::switch-sides:
   *
   * The user wants to see the other side of a comparison.
   */
  g_signal_new ("switch-sides", REMIT_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  /**
   * RemitBoard::arranged:
   *
   * Teams, groups, or what they come to, may be other ones than before.
   */
  g_signal_new ("arranged", REMIT_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  gtk_widget_class_set_css_name (widget_class, "remit-board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  remit_board_install_actions (widget_class);
  remit_board_install_keys (widget_class);
}

static void
on_scrolled (GtkWidget *widget)
{
  remit_board_update (REMIT_BOARD (widget));
}

/* Shows where what is carried would go now. */
static void
on_target_changed (const RemitBoardAim *before,
                   gpointer data)
{
  RemitBoard *self = data;

  remit_board_mark_card (self, before->slot);
  remit_board_mark_card (self, self->target->aim.slot);
  remit_board_mark_team (self, before->team);
  remit_board_mark_team (self, self->target->aim.team);
  remit_board_update_hints (self);
}

static void
remit_board_init (RemitBoard *self)
{
  self->scroller = (RemitScroller){
    .widget = GTK_WIDGET (self), .scrolled = on_scrolled, .page_step = 0.9,
  };
  self->model = remit_board_model_new ();
  self->layout = remit_board_model_get_layout (self->model);
  self->cursor = remit_board_cursor_new (self->model);
  self->target = remit_board_target_new (self->model, on_target_changed, self);
  remit_board_add_jump (self);
  remit_board_init_hints (self);
  remit_board_init_cards (self);
  remit_board_init_motion (self);
  remit_board_init_bands (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Teams"), -1);
}

RemitBoard *
remit_board_new (RemitDragHub *hub)
{
  RemitBoard *self = g_object_new (REMIT_TYPE_BOARD, NULL);

  self->hub = g_object_ref (hub);
  g_signal_connect_object (hub, "changed", G_CALLBACK (remit_board_mark_all_cards), self,
                           G_CONNECT_SWAPPED);
  remit_board_add_pointer (self);
  return self;
}

/* ── Following the workspace ──────────────────────────────────────────────────────────────── */

/* Shows again what a commit touched, and keeps every other widget with what it shows, the scroll
 * and the keyboard. */
static void
on_changed (RemitBoard *self,
            GPtrArray *changes)
{
  RemitWorkspace *workspace = remit_board_model_get_workspace (self->model);
  g_autoptr (RemitTouched) touched = remit_touched_new (workspace, changes);
  const gint64 team = self->cursor->team;
  const gint64 slot = self->cursor->slot;
  const gint64 assignment = self->cursor->assignment;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
                       || gtk_widget_has_focus (GTK_WIDGET (self));
  RemitBoardAnchor anchor = remit_board_take_anchor (self);

  remit_board_begin_motion (self, changes);
  remit_board_model_take_over (self->model, changes);
  remit_board_count_wraps_again (self);
  remit_board_bind_again (self, touched);
  remit_board_keep_anchor (self, &anchor);
  remit_board_fill (self);
  remit_board_start_motion (self);
  remit_board_bind_bands_later (self);
  /* a scroll bar may come or go: see remit-flap.h */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  remit_board_check_carried (self);
  /* what had the keyboard is gone: what stands in its place has it */
  if (!remit_board_is_carrying (self) && had_focus
      && (team != self->cursor->team || slot != self->cursor->slot
          || assignment != self->cursor->assignment))
    remit_board_focus_cursor (self);
}

void
remit_board_set_plan (RemitBoard *self,
                      RemitWorkspace *workspace,
                      gint64 plan)
{
  RemitWorkspace *former;

  g_return_if_fail (REMIT_IS_BOARD (self));

  former = remit_board_model_get_workspace (self->model);
  if (former != NULL)
    g_signal_handlers_disconnect_by_func (former, on_changed, self);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);

  remit_board_enable_edits (self, workspace);
  remit_board_select (self, REMIT_KIND_NONE, 0);
  remit_board_cursor_reset (self->cursor);
  remit_board_model_set_plan (self->model, workspace, plan);
  remit_board_target_clear (self->target);
  remit_board_clear_motion (self);
  remit_board_release_cards (self);
  remit_board_bind_bands_later (self);
  remit_scroller_rewind (&self->scroller);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The filter may let more through. */
static void
on_checked (RemitBoard *self)
{
  RemitBoardAnchor anchor = remit_board_take_anchor (self);
  int n_columns = remit_board_model_get_n_columns (self->model);

  remit_board_model_set_checker (self->model, self->checker);
  if (remit_board_model_get_n_columns (self->model) != n_columns)
    remit_board_rearranged (self, &anchor);
  else
    remit_board_keep_anchor (self, &anchor);
  remit_board_show_findings (self);
  remit_board_bind_bands_later (self);
}

void
remit_board_set_checker (RemitBoard *self,
                         RemitChecker *checker)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  if (remit_finding_mark_watch (&self->checker, checker, G_CALLBACK (on_checked), self))
    on_checked (self);
}

/* ── What it is asked ─────────────────────────────────────────────────────────────────────── */

const char *
remit_board_get_typed (RemitBoard *self,
                       guint *n)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), NULL);

  *n = remit_board_matches_get_n (self->matches);
  return remit_board_matches_get_typed (self->matches);
}

void
remit_board_count (RemitBoard *self,
                   guint *n_teams,
                   guint *n_slots,
                   guint *n_filled)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  remit_board_model_count (self->model, n_teams, n_slots, n_filled);
}

/* Returns: whether there is something with that id, and the cursor is on it */
static gboolean
set_cursor (RemitBoard *self,
            gint64 id)
{
  RemitWorkspace *workspace = remit_board_model_get_workspace (self->model);
  RemitEntity *assignment =
    workspace != NULL ? remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT, id) : NULL;
  gint64 slot = assignment != NULL ? remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT)
                                   : id;
  gint64 team = remit_board_model_get_team_of (self->model, slot);
  RemitBoardPlace place;

  remit_board_reveal (self, team != 0 ? team : id);
  if (remit_board_model_find_slot (self->model, slot, &place))
    remit_board_cursor_set (self->cursor, 0, slot, assignment != NULL ? id : 0);
  else if (remit_board_model_find_team (self->model, id) >= 0)
    remit_board_cursor_set (self->cursor, id, 0, 0);
  else
    return FALSE;
  return TRUE;
}

static void
show_cursor (RemitBoard *self)
{
  GtkWidget *focus;

  remit_board_focus_cursor (self);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    remit_light_up (focus);
}

static gboolean
on_show_tick (GtkWidget *widget,
              GdkFrameClock *clock,
              gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);

  if (!self->measured || gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;
  show_cursor (self);
  return G_SOURCE_REMOVE;
}

/* Where something is, a board knows that has been drawn. */
void
remit_board_show (RemitBoard *self,
                  gint64 id)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  if (!set_cursor (self, id))
    return;
  if (self->measured && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    show_cursor (self);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_show_tick, NULL, NULL);
}
