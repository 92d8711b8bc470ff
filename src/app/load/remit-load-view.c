/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load against capacity over time. */
#include "remit-load-view.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "remit-load-cells.h"
#include "widgets/remit-announce.h"

/* How many periods are shown at once, and how many earlier or later ones a step leads to. */
static const struct {
  guint n;
  guint step;
} ranges[] = {
  [REMIT_LOAD_EVERY_DAY] = { 56, 28 },
  [REMIT_LOAD_EVERY_WEEK] = { 26, 13 },
  [REMIT_LOAD_EVERY_MONTH] = { 12, 6 },
};

/* @steps: how far from today the range is */
struct _RemitLoadView
{
  RemitGridView parent_instance;

  RemitLoadCells *cells;
  int steps;

  GtkDropDown *by;
  GtkDropDown *every;
  GtkDropDown *state;
  GtkSearchEntry *search;
  GtkLabel *range;
  GtkStack *stack;
  RemitCellGrid *grid;
};

G_DEFINE_FINAL_TYPE (RemitLoadView, remit_load_view, REMIT_TYPE_GRID_VIEW)

/* What is asked for, for the thread. */
typedef struct {
  gint64 plan;
  RemitLoadBy by;
  RemitLoadEvery every;
  gint64 from;
  gint64 until;
} Request;

/* ── The range ────────────────────────────────────────────────────────────────────────────── */

/* From the period in which today is, and a number of steps away. */
static void
find_range (RemitLoadView *self,
            Request *request)
{
  guint n = ranges[request->every].n;
  int skipped = self->steps * (int) ranges[request->every].step;
  gint64 today = remit_day_today ();

  if (request->every == REMIT_LOAD_EVERY_MONTH)
    {
      GDate date;

      g_date_set_julian (&date, (guint32) today);
      g_date_set_day (&date, 1);
      if (skipped >= 0)
        g_date_add_months (&date, (guint) skipped);
      else
        g_date_subtract_months (&date, (guint) -skipped);
      request->from = g_date_get_julian (&date);
      g_date_add_months (&date, n);
      request->until = (gint64) g_date_get_julian (&date) - 1;
      return;
    }
  request->from = remit_day_find_monday (today);
  if (request->every == REMIT_LOAD_EVERY_DAY)
    {
      request->from += skipped;
      request->until = request->from + n - 1;
      return;
    }
  request->from += 7 * skipped;
  request->until = request->from + 7 * (gint64) n - 1;
}

static void
show_range (RemitLoadView *self,
            const Request *request)
{
  g_autofree char *from = remit_day_display (request->from);
  g_autofree char *until = remit_day_display (request->until);
  /* Translators: the first and the last day that are shown */
  g_autofree char *words = g_strdup_printf (_ ("%1$s to %2$s"), from, until);

  gtk_label_set_label (self->range, words);
}

/* ── What is shown ────────────────────────────────────────────────────────────────────────── */

/* The choices begin with “everybody”, and go on as the states do. */
static int
get_state (RemitLoadView *self)
{
  return (int) gtk_drop_down_get_selected (self->state) - 1;
}

static void
show_cells (RemitLoadView *self)
{
  RemitCellSource source;
  guint n;

  if (self->cells == NULL)
    {
      remit_cell_grid_set_source (self->grid, NULL);
      return;
    }
  n = remit_load_cells_filter (self->cells, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                               get_state (self));
  source = remit_load_cells_get_source (self->cells);
  remit_cell_grid_set_source (self->grid, &source);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "grid" : "nothing");
}

static gpointer
read_in_thread (RemitStore *store,
                const RemitWorkControl *control,
                gpointer data,
                GError **error)
{
  const Request *request = data;

  return remit_load_chart_read (store, request->plan, request->by, request->from, request->until,
                                request->every, control->cancellable, error);
}

static void
free_chart (gpointer chart)
{
  remit_load_chart_free (chart);
}

static gpointer
remit_load_view_dup_request (RemitGridView *view)
{
  RemitLoadView *self = REMIT_LOAD_VIEW (view);
  Request request = {
    .plan = remit_view_get_plan (REMIT_VIEW (self)),
    .by = (RemitLoadBy) gtk_drop_down_get_selected (self->by),
    .every = (RemitLoadEvery) gtk_drop_down_get_selected (self->every),
  };

  find_range (self, &request);
  show_range (self, &request);
  return g_memdup2 (&request, sizeof request);
}

static void
remit_load_view_take_result (RemitGridView *view,
                             gpointer chart)
{
  RemitLoadView *self = REMIT_LOAD_VIEW (view);

  self->cells = remit_load_cells_new (chart, remit_view_get_workspace (REMIT_VIEW (self)));
  show_cells (self);
}

static void
remit_load_view_forget (RemitGridView *view)
{
  g_clear_pointer (&REMIT_LOAD_VIEW (view)->cells, remit_load_cells_free);
}

/* ── Choosing ─────────────────────────────────────────────────────────────────────────────── */

static void
on_chosen (RemitLoadView *self)
{
  self->steps = 0;
  remit_grid_view_refresh (REMIT_GRID_VIEW (self));
}

static void
go (RemitLoadView *self,
    int steps)
{
  self->steps = steps;
  remit_grid_view_refresh (REMIT_GRID_VIEW (self));
  remit_announce (GTK_WIDGET (self->range), gtk_label_get_label (self->range));
}

static void
on_earlier (RemitLoadView *self)
{
  go (self, self->steps - 1);
}

static void
on_later (RemitLoadView *self)
{
  go (self, self->steps + 1);
}

static void
on_today (RemitLoadView *self)
{
  go (self, 0);
}

static void
on_activated (RemitLoadView *self,
              guint row,
              guint column G_GNUC_UNUSED)
{
  RemitKind kind;
  gint64 id = remit_load_cells_get_entity (self->cells, row, &kind);

  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) kind, id);
}

/* ── The view ─────────────────────────────────────────────────────────────────────────────── */

static void
remit_load_view_show_plan (RemitView *view,
                           RemitWorkspace *workspace,
                           gint64 plan)
{
  REMIT_LOAD_VIEW (view)->steps = 0;
  REMIT_VIEW_CLASS (remit_load_view_parent_class)->show_plan (view, workspace, plan);
}

static void
remit_load_view_class_init (RemitLoadViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RemitGridViewClass *grid_class = REMIT_GRID_VIEW_CLASS (klass);

  REMIT_VIEW_CLASS (klass)->show_plan = remit_load_view_show_plan;
  grid_class->read = read_in_thread;
  grid_class->free_result = free_chart;
  grid_class->dup_request = remit_load_view_dup_request;
  grid_class->take_result = remit_load_view_take_result;
  grid_class->forget = remit_load_view_forget;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/load/remit-load-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitLoadView, by);
  gtk_widget_class_bind_template_child (widget_class, RemitLoadView, every);
  gtk_widget_class_bind_template_child (widget_class, RemitLoadView, state);
  gtk_widget_class_bind_template_child (widget_class, RemitLoadView, search);
  gtk_widget_class_bind_template_child (widget_class, RemitLoadView, range);
  gtk_widget_class_bind_template_child (widget_class, RemitLoadView, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitLoadView, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_cells);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier);
  gtk_widget_class_bind_template_callback (widget_class, on_later);
  gtk_widget_class_bind_template_callback (widget_class, on_today);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
remit_load_view_init (RemitLoadView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_grid_view_set_parts (REMIT_GRID_VIEW (self), self->stack, self->grid);
}
