/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view of what is read in a thread, such as the cells of a grid. */
#include "remit-grid-view.h"

/* @is_stale: whether something has changed since it was read
 * @is_awaited: whether the keyboard goes to the view when it has been read
 * @left: what has the keyboard until then */
typedef struct {
  RemitWorker *worker;
  GtkStack *stack;
  RemitCellGrid *grid;
  gboolean is_stale;
  gboolean is_awaited;
  GtkWidget *left;
} RemitGridViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RemitGridView, remit_grid_view, REMIT_TYPE_VIEW)

static RemitGridViewPrivate *
get (RemitGridView *self)
{
  return remit_grid_view_get_instance_private (self);
}

/* ── The keyboard ─────────────────────────────────────────────────────────────────────────── */

static gboolean
is_grid_shown (RemitGridView *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (get (self)->stack);

  return page != NULL && gtk_widget_is_ancestor (GTK_WIDGET (get (self)->grid), page)
         && gtk_widget_is_visible (GTK_WIDGET (get (self)->grid));
}

static GtkWidget *
get_focus (RemitGridView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* To the grid: GTK would give it to one that is hidden, too. Returns: whether it is there */
static gboolean
focus_grid (RemitGridView *self)
{
  return is_grid_shown (self) && gtk_widget_grab_focus (GTK_WIDGET (get (self)->grid));
}

/* Whether nobody would miss it where it is: outside of the view that was asked for, where GTK puts
 * it when the view before is hidden, or in what is hidden by now. */
static gboolean
is_focus_free (RemitGridView *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus == GTK_WIDGET (get (self)->grid))
    return !gtk_widget_get_mapped (focus);
  return get (self)->is_awaited
         && (focus == NULL || focus == get (self)->left || !gtk_widget_get_mapped (focus)
             || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

/* When something else is shown. */
static void
lead_keyboard (RemitGridView *self)
{
  if (is_focus_free (self) && !focus_grid (self))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  get (self)->is_awaited = FALSE;
  g_clear_weak_pointer (&get (self)->left);
}

static gboolean
remit_grid_view_take_focus (RemitView *view)
{
  RemitGridView *self = REMIT_GRID_VIEW (view);

  get (self)->is_awaited = remit_worker_is_running (get (self)->worker);
  if (!get (self)->is_awaited)
    return focus_grid (self);
  g_set_weak_pointer (&get (self)->left, get_focus (self));
  return TRUE;
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

static void
forget (RemitGridView *self)
{
  remit_cell_grid_set_source (get (self)->grid, NULL);
  REMIT_GRID_VIEW_GET_CLASS (self)->forget (self);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  RemitGridView *self = data;
  g_autoptr (GError) error = NULL;
  gpointer read = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (read == NULL)
    {
      if (!remit_worker_was_cancelled (error))
        g_info ("%s shows nothing: %s", G_OBJECT_TYPE_NAME (self), error->message);
      return;
    }
  forget (self);
  REMIT_GRID_VIEW_GET_CLASS (self)->take_result (self, read);
  lead_keyboard (self);
}

static void
read_cells (RemitGridView *self)
{
  RemitGridViewClass *klass = REMIT_GRID_VIEW_GET_CLASS (self);
  const RemitWork work = {
    .of = remit_workspace_get_store (remit_view_get_workspace (REMIT_VIEW (self))),
    .flags = REMIT_STORE_READ_ONLY,
    .func = klass->read,
    .data = klass->dup_request (self),
    .free_data = g_free,
    .free_result = klass->free_result,
  };

  get (self)->is_stale = FALSE;
  remit_worker_run (get (self)->worker, &work, on_read, self);
}

void
remit_grid_view_refresh (RemitGridView *self)
{
  g_return_if_fail (REMIT_IS_GRID_VIEW (self));

  get (self)->is_stale = TRUE;
  if (!remit_view_has_plan (REMIT_VIEW (self)))
    {
      remit_worker_stop (get (self)->worker);
      forget (self);
      gtk_stack_set_visible_child_name (get (self)->stack, "no-plan");
      lead_keyboard (self);
    }
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_cells (self);
}

/* ── The view ─────────────────────────────────────────────────────────────────────────────── */

static void
remit_grid_view_show_plan (RemitView *view,
                           RemitWorkspace *workspace G_GNUC_UNUSED,
                           gint64 plan G_GNUC_UNUSED)
{
  RemitGridView *self = REMIT_GRID_VIEW (view);

  remit_worker_stop (get (self)->worker);
  forget (self);
  remit_grid_view_refresh (self);
}

static void
remit_grid_view_changed (RemitView *view,
                         GPtrArray *changes G_GNUC_UNUSED)
{
  remit_grid_view_refresh (REMIT_GRID_VIEW (view));
}

static void
remit_grid_view_map (GtkWidget *widget)
{
  RemitGridView *self = REMIT_GRID_VIEW (widget);

  GTK_WIDGET_CLASS (remit_grid_view_parent_class)->map (widget);

  if (get (self)->is_stale)
    remit_grid_view_refresh (self);
}

static void
remit_grid_view_dispose (GObject *object)
{
  RemitGridView *self = REMIT_GRID_VIEW (object);

  if (get (self)->worker != NULL)
    {
      remit_worker_stop (get (self)->worker);
      forget (self);
    }
  g_clear_object (&get (self)->worker);
  g_clear_weak_pointer (&get (self)->left);

  G_OBJECT_CLASS (remit_grid_view_parent_class)->dispose (object);
}

static void
remit_grid_view_class_init (RemitGridViewClass *klass)
{
  g_type_ensure (REMIT_TYPE_CELL_GRID);

  G_OBJECT_CLASS (klass)->dispose = remit_grid_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = remit_grid_view_map;
  REMIT_VIEW_CLASS (klass)->show_plan = remit_grid_view_show_plan;
  REMIT_VIEW_CLASS (klass)->changed = remit_grid_view_changed;
  REMIT_VIEW_CLASS (klass)->take_focus = remit_grid_view_take_focus;
}

static void
remit_grid_view_init (RemitGridView *self)
{
  get (self)->worker = remit_worker_new ();
}

void
remit_grid_view_set_parts (RemitGridView *self,
                           GtkStack *stack,
                           RemitCellGrid *grid)
{
  g_return_if_fail (REMIT_IS_GRID_VIEW (self));

  get (self)->stack = stack;
  get (self)->grid = grid;
}
