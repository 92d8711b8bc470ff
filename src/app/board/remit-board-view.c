/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: the pool of people and the teams as columns of slots. */
#include "remit-board-view-private.h"

#include <glib/gi18n.h>

#include "board/dialogs/remit-suggest-dialog.h"
#include "board/over/remit-difference-bar.h"
#include "remit-board-bench.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-tooltip.h"
#include "widgets/remit-try.h"
#include "widgets/scrolling/remit-flap.h"

G_DEFINE_FINAL_TYPE (RemitBoardView, remit_board_view, REMIT_TYPE_VIEW)

/* ── Showing the plan ─────────────────────────────────────────────────────────────────────── */

/* Returns: "58 teams", or "12 of 58 teams" */
static char *
dup_teams (guint n_shown,
           guint n_all)
{
  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u team", "%u teams", n_all), n_all);
  /* Translators: how many teams the filter lets through, and how many there are */
  return g_strdup_printf (ngettext ("%1$u of %2$u team", "%1$u of %2$u teams", n_all), n_shown,
                          n_all);
}

static void
remit_board_view_update (RemitView *view)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (view);
  guint n_all, n_teams, n_slots, n_filled;
  g_autofree char *teams = NULL;
  g_autofree char *slots = NULL;
  g_autofree char *text = NULL;

  remit_board_count (self->board, &n_all, &n_slots, &n_filled);
  remit_board_count_shown (self->board, &n_teams, &n_slots, &n_filled);
  teams = dup_teams (n_teams, n_all);
  slots = g_strdup_printf (ngettext ("%u of %u slot filled", "%u of %u slots filled", n_slots),
                           n_filled, n_slots);
  /* Translators: the number of teams, and how many of their slots are filled */
  text = g_strdup_printf (_ ("%s · %s"), teams, slots);
  gtk_label_set_label (self->summary, text);
  remit_board_options_update (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    remit_view_get_plan (view) == 0 ? "no-plan"
                                    : n_all == 0                    ? "no-teams"
                                    : n_teams == 0                  ? "none-shown"
                                    : self->zoom == REMIT_BOARD_MAP_OF_ALL ? "map"
                                                                           : "board");
}

static void
remit_board_view_show_plan (RemitView *view,
                            RemitWorkspace *workspace,
                            gint64 plan)
{
  static const char *const edits[] = { "view.add-team", "view.suggest-staffing", NULL };
  RemitBoardView *self = REMIT_BOARD_VIEW (view);

  remit_board_options_restore (self);
  remit_edits_enable (GTK_WIDGET (self), workspace, edits);
  remit_pool_set_plan (self->pool, workspace, plan);
  remit_board_set_plan (self->board, workspace, plan);
}

static void
remit_board_view_show_checker (RemitView *view,
                               RemitChecker *checker)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (view);

  remit_board_set_checker (self->board, checker);
  remit_pool_set_checker (self->pool, checker);
}

/* Scrolls to a team, a slot or somebody in it, and gives it the keyboard. */
static void
remit_board_view_show_entity (RemitView *view,
                              RemitKind kind,
                              gint64 id,
                              RemitKind other_kind,
                              gint64 other)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (view);

  if (self->zoom == REMIT_BOARD_MAP_OF_ALL)
    g_object_set (self, "zoom", self->close == REMIT_BOARD_NAMES ? "names" : "detail", NULL);
  remit_board_show (self->board, id);
}

/* Candidates are shown while the slot, or one of them, is selected. */
static void
remit_board_view_mark_entity (RemitView *view,
                              RemitKind kind,
                              gint64 id)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (view);

  remit_board_select (self->board, kind, id);
  if (self->map != NULL)
    remit_board_map_select (self->map, kind == REMIT_KIND_TEAM ? id : 0);
  if (kind != REMIT_KIND_PERSON)
    remit_pool_show_candidates (self->pool, kind == REMIT_KIND_SLOT ? id : 0);
}

static void
on_find_candidates (RemitBoardView *self,
                    gint64 slot)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  remit_pool_show_candidates (self->pool, slot);
  remit_pool_focus_search (self->pool);
}

static void
remit_board_view_focus_search (RemitView *view)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (view);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  remit_pool_focus_search (self->pool);
}

/* ── Carrying ─────────────────────────────────────────────────────────────────────────────── */

/* What was typed, and how many slots it means; before that, what the keys do. */
static char *
dup_carrying_text (RemitBoardView *self,
                   const RemitDrag *drag)
{
  guint n;
  const char *typed = remit_board_get_typed (self->board, &n);

  if (*typed != '\0')
    /* Translators: the name of who is carried, what was typed, how many slots have that in their
     * name or their team's */
    return g_strdup_printf (ngettext ("Moving %1$s: %3$'u slot matches “%2$s”",
                                      "Moving %1$s: %3$'u slots match “%2$s”", n), drag->name,
                            typed, n);
  if (remit_drag_get_assignment (drag) != 0)
    /* Translators: the name of somebody who is carried by keyboard out of a slot */
    return g_strdup_printf (_ ("Moving %s: choose with the arrow keys or type a slot’s name, Enter "
                               "moves, Ctrl+Enter assigns there as well, Escape cancels"),
                            drag->name);
  if (drag->kind == REMIT_DRAG_PEOPLE)
    /* Translators: the name of who is carried by keyboard */
    return g_strdup_printf (_ ("Moving %s: choose with the arrow keys or type a slot’s name, Enter "
                               "assigns, Escape cancels"), drag->name);
  /* Translators: the name of what is carried by keyboard */
  return g_strdup_printf (_ ("Moving %s: choose with the arrow keys, Enter drops, Escape cancels"),
                          drag->name);
}

static void
on_typed (RemitBoardView *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  g_autofree char *text = drag != NULL ? dup_carrying_text (self, drag) : NULL;

  if (text != NULL)
    gtk_label_set_label (self->carrying_text, text);
}

static void
on_drag_changed (RemitBoardView *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  gboolean carrying = drag != NULL
                      && (remit_board_is_carrying (self->board)
                          || (self->map != NULL && remit_board_map_is_carrying (self->map)));

  /* a toast would lie over what something is dragged to, and scroll bars lie over the edges */
  if (drag != NULL)
    remit_feedback_hush (GTK_WIDGET (self));
  gtk_widget_set_can_target (gtk_scrolled_window_get_hscrollbar (self->scrolled), drag == NULL);
  gtk_widget_set_can_target (gtk_scrolled_window_get_vscrollbar (self->scrolled), drag == NULL);
  if (carrying)
    on_typed (self);
  gtk_revealer_set_reveal_child (self->carrying, carrying);
}

static void
on_pick_up (RemitBoardView *self,
            const RemitDrag *drag)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  if (self->zoom == REMIT_BOARD_MAP_OF_ALL)
    remit_board_map_carry (self->map, drag, root != NULL ? gtk_root_get_focus (root) : NULL);
  else
    remit_board_carry (self->board, drag, root != NULL ? gtk_root_get_focus (root) : NULL);
}

/* The folded pool lies over the board; a drag out of it has to see where it goes. */
static void
on_drag_begun (RemitBoardView *self)
{
  if (adw_flap_get_folded (self->flap) && remit_drag_hub_get_drag (self->hub) != NULL
      && !remit_board_is_carrying (self->board))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* ── What is laid over it ─────────────────────────────────────────────────────────────────── */

RemitBoard *
remit_board_view_get_board (RemitBoardView *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD_VIEW (self), NULL);

  return self->board;
}

static void
on_leave (RemitBoardView *self)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->over_place)) != NULL;

  remit_board_view_lay_over (self, NULL);
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

void
remit_board_view_lay_over (RemitBoardView *self,
                           GtkWidget *bar)
{
  g_return_if_fail (REMIT_IS_BOARD_VIEW (self));
  g_return_if_fail (bar == NULL || GTK_IS_WIDGET (bar));

  adw_bin_set_child (self->over_place, bar);
  gtk_revealer_set_reveal_child (self->over, bar != NULL);
  if (bar == NULL)
    {
      remit_board_set_ghosts (self->board, NULL);
      return;
    }
  g_signal_connect_object (bar, "close", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  if (self->zoom == REMIT_BOARD_MAP_OF_ALL)
    g_object_set (self, "zoom", "detail", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

void
remit_board_view_compare (RemitBoardView *self,
                          gint64 other)
{
  g_return_if_fail (REMIT_IS_BOARD_VIEW (self));

  remit_board_set_ghosts (self->board, NULL);
  remit_board_view_lay_over (self,
                             remit_difference_bar_new (REMIT_VIEW (self), self->board, other));
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

/* Teams are added at the end, which may be out of sight; the name can be typed at once. */
static void
on_team_added (GtkWidget *widget,
               RemitWorkspace *workspace,
               gint64 id,
               gpointer record,
               const GError *error)
{
  remit_view_inspect_created (widget, workspace, id, record, error);
  if (id != 0 && remit_try_is_attended (widget))
    {
      remit_board_view_show_entity (REMIT_VIEW (widget), REMIT_KIND_TEAM, id, REMIT_KIND_NONE, 0);
      gtk_widget_activate_action (widget, "win.enter-inspector", NULL);
    }
}

static void
on_add_team (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RemitView *view = REMIT_VIEW (widget);
  g_autoptr (RemitRecord) team = remit_record_new (REMIT_KIND_TEAM);

  if (!remit_view_has_plan (view))
    return;
  remit_record_set_integer (team, REMIT_TEAM_PLAN, remit_view_get_plan (view));
  remit_record_set_text (team, REMIT_TEAM_NAME, _ ("New team"));
  remit_try_create (widget, remit_view_get_workspace (view), team, on_team_added);
}

/* A team, and a slot of it; 0 for all. */
static void
on_suggest (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  gint64 team, slot;

  g_variant_get (parameter, "(xx)", &team, &slot);
  if (remit_view_has_plan (REMIT_VIEW (widget)))
    remit_suggest_dialog_present (REMIT_VIEW (widget), team, slot);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
on_after_paint (GdkFrameClock *clock,
                RemitBoardView *self)
{
  g_signal_handler_disconnect (clock, self->after_paint);
  self->after_paint = 0;
  self->ready = TRUE;
  g_object_notify (G_OBJECT (self), "ready");
  remit_board_bench_first_frame ();
  remit_board_bench_scroll (remit_board_zoom_get_scrolled (self));
  remit_board_bench_zoom (GTK_WIDGET (self));
}

/* The first frame in which the board has its size is the first that is complete. */
static void
remit_board_view_map (GtkWidget *widget)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (widget);

  GTK_WIDGET_CLASS (remit_board_view_parent_class)->map (widget);

  if (!self->ready && self->after_paint == 0)
    self->after_paint = g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint",
                                          G_CALLBACK (on_after_paint), self);
}

static void
remit_board_view_unrealize (GtkWidget *widget)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (widget);

  if (self->after_paint != 0)
    g_signal_handler_disconnect (gtk_widget_get_frame_clock (widget), self->after_paint);
  self->after_paint = 0;

  GTK_WIDGET_CLASS (remit_board_view_parent_class)->unrealize (widget);
}

static void
remit_board_view_dispose (GObject *object)
{
  g_clear_object (&REMIT_BOARD_VIEW (object)->hub);

  G_OBJECT_CLASS (remit_board_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/board/remit-board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, flap);
  gtk_widget_class_bind_template_callback (widget_class, remit_flap_lay_out);
  gtk_widget_class_bind_template_callback (widget_class, remit_tooltip_rest);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, pool_place);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, board_place);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, carrying);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, carrying_text);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, over);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, over_place);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, filters);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, filter_place);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, more);
  gtk_widget_class_bind_template_child (widget_class, RemitBoardView, map_place);
}

static void
remit_board_view_class_init (RemitBoardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RemitViewClass *view_class = REMIT_VIEW_CLASS (klass);

  object_class->dispose = remit_board_view_dispose;
  widget_class->map = remit_board_view_map;
  widget_class->unrealize = remit_board_view_unrealize;
  view_class->show_plan = remit_board_view_show_plan;
  view_class->show_checker = remit_board_view_show_checker;
  view_class->update = remit_board_view_update;
  view_class->show_entity = remit_board_view_show_entity;
  view_class->mark_entity = remit_board_view_mark_entity;
  view_class->focus_search = remit_board_view_focus_search;

  remit_board_options_install (klass);
  remit_board_zoom_install (widget_class);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "view.add-team", NULL, on_add_team);
  gtk_widget_class_install_action (widget_class, "view.suggest-staffing", "(xx)", on_suggest);
}

static void
remit_board_view_init (RemitBoardView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->hub = g_object_new (REMIT_TYPE_DRAG_HUB, NULL);
  self->pool = remit_pool_new (self->hub);
  self->board = remit_board_new (self->hub);
  adw_bin_set_child (self->pool_place, GTK_WIDGET (self->pool));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->board));
  self->strip = remit_board_strip_new (self->board,
                                       gtk_scrolled_window_get_hadjustment (self->scrolled));
  gtk_box_prepend (self->board_place, GTK_WIDGET (self->strip));
  g_signal_connect_object (self->pool, "pick-up", G_CALLBACK (on_pick_up), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "find-candidates", G_CALLBACK (on_find_candidates), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hub, "changed", G_CALLBACK (on_drag_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hub, "changed", G_CALLBACK (on_drag_begun), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  remit_board_options_init (self);
  remit_board_zoom_init (self);
}
