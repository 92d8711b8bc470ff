/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heat map of skills: who has what, and what is missing. */
#include "remit-skills-view.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "remit-skill-cells.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-try.h"

/* Names of skills are longer than figures. */
#define COLUMN_WIDTH 96

struct _RemitSkillsView
{
  RemitGridView parent_instance;

  RemitSkillCells *cells;
  RemitSkillMapBy shown_by;

  GtkDropDown *by;
  GtkDropDown *skills;
  GtkDropDown *order;
  GtkToggleButton *gaps;
  GtkSearchEntry *search;
  GtkLabel *legend;
  GtkStack *stack;
  RemitCellGrid *grid;
};

G_DEFINE_FINAL_TYPE (RemitSkillsView, remit_skills_view, REMIT_TYPE_GRID_VIEW)

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
  remit_skill_cells_set_order (self->cells,
                               (RemitSkillOrder) gtk_drop_down_get_selected (self->order));
  n = remit_skill_cells_filter (self->cells, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                gtk_toggle_button_get_active (self->gaps));
  source = remit_skill_cells_get_source (self->cells);
  remit_cell_grid_set_source (self->grid, &source);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), source.n_rows > 0);
  gtk_stack_set_visible_child_name (self->stack,
                                    n > 0 && source.n_columns > 0 ? "grid" : "nothing");
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

static gpointer
remit_skills_view_dup_request (RemitGridView *view)
{
  RemitSkillsView *self = REMIT_SKILLS_VIEW (view);
  const Request request = {
    .plan = remit_view_get_plan (REMIT_VIEW (self)),
    .by = (RemitSkillMapBy) gtk_drop_down_get_selected (self->by),
    .only_needed = gtk_drop_down_get_selected (self->skills) == 0,
    .today = remit_day_today (),
  };

  return g_memdup2 (&request, sizeof request);
}

static void
remit_skills_view_take_result (RemitGridView *view,
                               gpointer map)
{
  RemitSkillsView *self = REMIT_SKILLS_VIEW (view);

  self->shown_by = ((RemitSkillMap *) map)->by;
  self->cells = remit_skill_cells_new (map);
  remit_skill_cells_set_edges (self->cells, TRUE);
  show_cells (self);
}

static void
remit_skills_view_forget (RemitGridView *view)
{
  g_clear_pointer (&REMIT_SKILLS_VIEW (view)->cells, remit_skill_cells_free);
}

/* ── Acting on a cell ─────────────────────────────────────────────────────────────────────── */

/* Who has the skill that a team lacks, or would with training by one level: they are searched for
 * in the pool. */
static void
find_people (RemitSkillsView *self,
             guint row,
             guint column)
{
  RemitCellSource source = remit_skill_cells_get_source (self->cells);
  g_autofree char *words =
    g_strdup_printf ("\"%s\">=%d", source.get_column (source.data, column),
                     remit_skill_cells_get_near (self->cells, row, column));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-view", "(ss)", "board", words);
}

static void
on_activated (RemitSkillsView *self,
              guint row,
              guint column)
{
  gint64 id = remit_skill_cells_get_row (self->cells, row);
  gboolean of_people = self->shown_by != REMIT_SKILL_MAP_TEAMS;

  if (remit_skill_cells_get_skill (self->cells, column) != 0
      && (id == 0 || (!of_people && remit_skill_cells_is_gap (self->cells, row, column))))
    find_people (self, row, column);
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
      || remit_skill_cells_get_skill (self->cells, column) == 0
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
remit_skills_view_class_init (RemitSkillsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RemitGridViewClass *grid_class = REMIT_GRID_VIEW_CLASS (klass);

  grid_class->read = read_in_thread;
  grid_class->free_result = free_map;
  grid_class->dup_request = remit_skills_view_dup_request;
  grid_class->take_result = remit_skills_view_take_result;
  grid_class->forget = remit_skills_view_forget;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/skills/remit-skills-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, by);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, skills);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, order);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, gaps);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, search);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, legend);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillsView, grid);
  gtk_widget_class_bind_template_callback_full (widget_class, "refresh",
                                                G_CALLBACK (remit_grid_view_refresh));
  gtk_widget_class_bind_template_callback (widget_class, show_cells);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
remit_skills_view_init (RemitSkillsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_cell_grid_set_columns (self->grid, COLUMN_WIDTH, 2);
  remit_grid_view_set_parts (REMIT_GRID_VIEW (self), self->stack, self->grid);
}
