/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heat map of skills: who has what, and what is missing. */
#include "remit-skills-view.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "remit-skill-cells.h"
#include "store/remit-worker.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-try.h"

/* Names of skills are longer than figures. */
#define COLUMN_WIDTH 96

/* @is_stale: whether something has changed since it was read */
struct _RemitSkillsView
{
  RemitView parent_instance;

  RemitWorker *worker;
  RemitSkillCells *cells;
  RemitSkillMapBy shown_by;
  gboolean is_stale;

  GtkDropDown *by;
  GtkDropDown *skills;
  GtkToggleButton *gaps;
  GtkSearchEntry *search;
  GtkLabel *legend;
  GtkStack *stack;
  RemitCellGrid *grid;
};

G_DEFINE_FINAL_TYPE (RemitSkillsView, remit_skills_view, REMIT_TYPE_VIEW)

/* What is asked for, for the thread. */
typedef struct {
  gint64 plan;
  RemitSkillMapBy by;
  gboolean only_needed;
  gint64 today;
} Request;

/* ── What is shown ────────────────────────────────────────────────────────────────────────── */

static void
show_cells (RemitSkillsView *self)
{
  RemitCellSource source;
  guint n;

  if (self->cells == NULL)
    {
      remit_cell_grid_set_source (self->grid, NULL);
      return;
    }
  n = remit_skill_cells_filter (self->cells, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                gtk_toggle_button_get_active (self->gaps));
  source = remit_skill_cells_get_source (self->cells);
  remit_cell_grid_set_source (self->grid, &source);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), source.n_rows > 0);
  gtk_stack_set_visible_child_name (self->stack,
                                    n > 0 && source.n_columns > 0 ? "grid" : "nothing");
}

static void
forget (RemitSkillsView *self)
{
  remit_cell_grid_set_source (self->grid, NULL);
  g_clear_pointer (&self->cells, remit_skill_cells_free);
}

static gpointer
read_in_thread (RemitStore *store,
                const RemitWorkControl *control,
                gpointer data,
                GError **error)
{
  const Request *request = data;

  return remit_skill_map_read (store, request->plan, request->by, request->only_needed,
                               request->today, control->cancellable, error);
}

static void
free_map (gpointer map)
{
  remit_skill_map_free (map);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  RemitSkillsView *self = data;
  g_autoptr (GError) error = NULL;
  RemitSkillMap *map = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (map == NULL)
    {
      if (!remit_worker_was_cancelled (error))
        g_info ("No skills are shown: %s", error->message);
      return;
    }
  forget (self);
  self->shown_by = map->by;
  self->cells = remit_skill_cells_new (map);
  show_cells (self);
}

static void
read_skills (RemitSkillsView *self)
{
  Request request = {
    .plan = remit_view_get_plan (REMIT_VIEW (self)),
    .by = (RemitSkillMapBy) gtk_drop_down_get_selected (self->by),
    .only_needed = gtk_drop_down_get_selected (self->skills) == 0,
    .today = remit_day_today (),
  };
  RemitWork work = { .flags = REMIT_STORE_READ_ONLY, .func = read_in_thread, .free_data = g_free,
                     .free_result = free_map };

  self->is_stale = FALSE;
  work.of = remit_workspace_get_store (remit_view_get_workspace (REMIT_VIEW (self)));
  work.data = g_memdup2 (&request, sizeof request);
  remit_worker_run (self->worker, &work, on_read, self);
}

/* What is not in sight is read when it is. */
static void
refresh (RemitSkillsView *self)
{
  self->is_stale = TRUE;
  if (!remit_view_has_plan (REMIT_VIEW (self)))
    {
      remit_worker_stop (self->worker);
      forget (self);
      gtk_stack_set_visible_child_name (self->stack, "no-plan");
    }
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_skills (self);
}

/* ── Acting on a cell ─────────────────────────────────────────────────────────────────────── */

/* Who has the skill that a team lacks: they are searched for in the pool. */
static void
find_people (RemitSkillsView *self,
             guint column)
{
  RemitCellSource source = remit_skill_cells_get_source (self->cells);
  g_autofree char *words = g_strdup_printf ("\"%s\">=1", source.get_column (source.data, column));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-view", "(ss)", "board", words);
}

static void
on_activated (RemitSkillsView *self,
              guint row,
              guint column)
{
  gint64 id = remit_skill_cells_get_row (self->cells, row);
  gboolean of_people = self->shown_by != REMIT_SKILL_MAP_TEAMS;

  if (row == 0 || (!of_people && remit_skill_cells_is_gap (self->cells, row, column)))
    find_people (self, column);
  else if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)",
                                (int) (of_people ? REMIT_KIND_PERSON : REMIT_KIND_TEAM), id);
}

/* A refused level is told; a new one is read with the changes of the commit. */
static void
on_level_set (GtkWidget *widget,
              RemitWorkspace *workspace G_GNUC_UNUSED,
              gint64 done,
              gpointer data G_GNUC_UNUSED,
              const GError *error)
{
  if (done == 0)
    remit_feedback_error (widget, error);
}

static void
on_typed (RemitSkillsView *self,
          guint row,
          guint column,
          guint digit)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  gint64 person = remit_skill_cells_get_row (self->cells, row);

  if (self->shown_by == REMIT_SKILL_MAP_TEAMS || person == 0 || digit > REMIT_LEVEL_MAX
      || !remit_edits_are_possible (workspace))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  remit_try_set_level (GTK_WIDGET (self), workspace, REMIT_KIND_PERSON, person,
                       remit_skill_cells_get_skill (self->cells, column), (int) digit, FALSE,
                       on_level_set);
}

/* ── The view ─────────────────────────────────────────────────────────────────────────────── */

static void
remit_skills_view_show_plan (RemitView *view,
                             RemitWorkspace *workspace G_GNUC_UNUSED,
                             gint64 plan G_GNUC_UNUSED)
{
  RemitSkillsView *self = REMIT_SKILLS_VIEW (view);

  remit_worker_stop (self->worker);
  forget (self);
  refresh (self);
}

static void
remit_skills_view_changed (RemitView *view,
                           GPtrArray *changes G_GNUC_UNUSED)
{
  refresh (REMIT_SKILLS_VIEW (view));
}

static void
remit_skills_view_map (GtkWidget *widget)
{
  RemitSkillsView *self = REMIT_SKILLS_VIEW (widget);

  GTK_WIDGET_CLASS (remit_skills_view_parent_class)->map (widget);

  if (self->is_stale)
    refresh (self);
}

static gboolean
remit_skills_view_take_focus (RemitView *view)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REMIT_SKILLS_VIEW (view)->grid));
}

static void
remit_skills_view_dispose (GObject *object)
{
  RemitSkillsView *self = REMIT_SKILLS_VIEW (object);

  if (self->worker != NULL)
    {
      remit_worker_stop (self->worker);
      forget (self);
    }
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (remit_skills_view_parent_class)->dispose (object);
}

static void
remit_skills_view_class_init (RemitSkillsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_skills_view_dispose;
  widget_class->map = remit_skills_view_map;
  REMIT_VIEW_CLASS (klass)->show_plan = remit_skills_view_show_plan;
  REMIT_VIEW_CLASS (klass)->changed = remit_skills_view_changed;
  REMIT_VIEW_CLASS (klass)->take_focus = remit_skills_view_take_focus;

  g_type_ensure (REMIT_TYPE_CELL_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/skills/remit-skills-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, by);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, skills);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, gaps);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, search);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, legend);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, grid);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, show_cells);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
remit_skills_view_init (RemitSkillsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_cell_grid_set_columns (self->grid, COLUMN_WIDTH, 2);
  self->worker = remit_worker_new ();
}
