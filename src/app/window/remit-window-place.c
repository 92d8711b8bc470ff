/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selection and the scroll position of a window when it was closed. */
#include "remit-window-place.h"

#include "settings/remit-state.h"

/* So many frames a view has to be filled, before its scroll is given up. */
#define FRAMES 60

/* ── What is scrolled ─────────────────────────────────────────────────────────────────────── */

/* Of several in a view it is the largest. */
static void
find_largest (GtkWidget *widget,
              GtkScrolledWindow **largest,
              int *area)
{
  int size = gtk_widget_get_width (widget) * gtk_widget_get_height (widget);

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget) && size > *area)
    {
      *largest = GTK_SCROLLED_WINDOW (widget);
      *area = size;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_largest (child, largest, area);
}

/* Returns: (nullable) */
static GtkScrolledWindow *
find_scrolled (RemitViewStack *views)
{
  RemitView *view = remit_view_stack_get_view (views);
  GtkScrolledWindow *largest = NULL;
  int area = 0;

  if (view != NULL)
    find_largest (GTK_WIDGET (view), &largest, &area);
  return largest;
}

typedef struct {
  int x, y;
  guint n_frames;
} Scroll;

/* Returns: whether it can be scrolled so far, and was */
static gboolean
scroll_to (GtkAdjustment *adjustment,
           int value)
{
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (value > (int) most)
    return FALSE;
  gtk_adjustment_set_value (adjustment, value);
  return TRUE;
}

static gboolean
on_scroll_tick (GtkWidget *widget,
                GdkFrameClock *clock G_GNUC_UNUSED,
                gpointer data)
{
  Scroll *self = data;
  GtkScrolledWindow *scrolled = find_scrolled (REMIT_VIEW_STACK (widget));
  gboolean across, down;

  if (self->n_frames-- == 0)
    return G_SOURCE_REMOVE;
  if (scrolled == NULL)
    return G_SOURCE_CONTINUE;
  across = scroll_to (gtk_scrolled_window_get_hadjustment (scrolled), self->x);
  down = scroll_to (gtk_scrolled_window_get_vadjustment (scrolled), self->y);
  return !across || !down;
}

/* ── Both ways ────────────────────────────────────────────────────────────────────────────── */

void
remit_window_place_save (const char *path,
                         RemitViewStack *views,
                         RemitWindowLayout *layout)
{
  GtkScrolledWindow *scrolled = find_scrolled (views);
  RemitStatePlace place = { .view = (char *) remit_view_stack_get_shown (views) };
  RemitKind kind = remit_window_layout_get_inspected (layout, &place.id);

  g_return_if_fail (path != NULL);

  if (kind != REMIT_KIND_NONE)
    place.kind = (char *) remit_entity_info (kind)->name;
  if (scrolled != NULL)
    {
      place.x = (int) gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scrolled));
      place.y = (int) gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scrolled));
    }
  remit_state_set_place (path, &place);
}

static RemitKind
find_kind (const char *name)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (g_str_equal (remit_entity_info (kind)->name, name))
      return kind;
  return REMIT_KIND_NONE;
}

/* What is gone by now, or of another plan, is not looked for. */
static void
restore_selection (RemitViewStack *views,
                   const RemitStatePlace *place)
{
  RemitKind kind = find_kind (place->kind);
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (views));
  g_autoptr (RemitRecord) record = NULL;

  if (kind == REMIT_KIND_NONE || place->id == 0 || workspace == NULL)
    return;
  record = remit_store_load (remit_workspace_get_store (workspace), kind, place->id, NULL);
  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (views), "win.inspect", "(ix)", (int) kind, place->id);
}

void
remit_window_place_restore (const char *path,
                            RemitViewStack *views)
{
  g_auto (RemitStatePlace) place = { 0 };
  Scroll scroll;

  g_return_if_fail (path != NULL);

  if (!remit_state_get_place (path, &place))
    return;
  restore_selection (views, &place);
  if (g_strcmp0 (place.view, remit_view_stack_get_shown (views)) != 0
      || (place.x <= 0 && place.y <= 0))
    return;
  scroll = (Scroll){ place.x, place.y, FRAMES };
  gtk_widget_add_tick_callback (GTK_WIDGET (views), on_scroll_tick,
                                g_memdup2 (&scroll, sizeof scroll), g_free);
}
