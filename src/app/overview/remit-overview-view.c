/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front page of a plan: figures and charts, each of which leads to its view. */
#include "remit-overview-view.h"

#include <glib/gi18n.h>

#include "conflicts/list/remit-conflict-charts.h"
#include "load/remit-load-columns.h"
#include "model/remit-day.h"
#include "plan/overview/remit-overview.h"
#include "remit-cards-layout.h"
#include "remit-chart-card.h"
#include "remit-readiness-cells.h"
#include "remit-teams-chart.h"
#include "remit-tile.h"
#include "skills/remit-skill-cells.h"

/* Names of skills are longer than figures. */
#define SKILL_WIDTH 84
#define READINESS_WIDTH 58

/* @teams, @skills, @weeks: what the charts read */
struct _RemitOverviewView
{
  RemitGridView parent_instance;

  RemitOverview *overview;
  RemitReadinessCells *teams;
  RemitSkillCells *skills;
  RemitLoadColumns *weeks;

  GtkStack *stack;
  RemitTile *slots_tile;
  RemitTile *people_tile;
  RemitTile *ready_tile;
  RemitTile *findings_tile;
  RemitTile *decisions_tile;
  RemitTile *conflicts_tile;
  RemitChartCard *readiness_card;
  RemitChartCard *skills_card;
  RemitChartCard *load_card;
  RemitChartCard *teams_card;
  RemitChartCard *decisions_card;
  RemitChartCard *conflicts_card;
  RemitCellGrid *readiness;
  RemitCellGrid *skill_map;
  RemitColumns *load;
  RemitTeamsChart *team_tree;
  RemitBars *decisions;
  RemitBars *conflicts;
};

G_DEFINE_FINAL_TYPE (RemitOverviewView, remit_overview_view, REMIT_TYPE_GRID_VIEW)

/* ── Tiles ────────────────────────────────────────────────────────────────────────────────── */

static void
show_slots (RemitOverviewView *self)
{
  const RemitOverview *overview = self->overview;
  guint n_filled;
  guint n = remit_overview_count_slots (overview, &n_filled);

  /* Translators: a figure in large letters: how many of how many */
  remit_tile_set (self->slots_tile, g_strdup_printf (_ ("%1$u of %2$u"), n_filled, n), NULL);
  /* Translators: under the number of people; full-time equivalents */
  remit_tile_set (self->people_tile, g_strdup_printf ("%'u", overview->n_people),
                  g_strdup_printf (_ ("People, %1$.1f of %2$.1f FTE today"),
                                   overview->allocated / 100.0, overview->needed / 100.0));
  remit_tile_set (self->ready_tile,
                  g_strdup_printf (_ ("%1$u of %2$u"),
                                   remit_readiness_cells_count_ready (self->teams),
                                   overview->teams->len), NULL);
}

static void
show_decided (RemitOverviewView *self)
{
  const guint *open = self->overview->decisions.n[REMIT_DECISION_STATUS_PROPOSED];
  guint n = open[REMIT_DECIDE_LATE] + open[REMIT_DECIDE_SOON] + open[REMIT_DECIDE_LATER];

  /* Translators: under the number of decisions that are to be made */
  remit_tile_set (self->decisions_tile, g_strdup_printf ("%'u", n),
                  g_strdup_printf (_ ("Decisions to make, overdue: %u"),
                                   open[REMIT_DECIDE_LATE]));
  remit_tile_set (self->conflicts_tile,
                  g_strdup_printf ("%'u", remit_overview_count_conflicts (self->overview)), NULL);
}

static void
show_findings (RemitOverviewView *self)
{
  RemitChecker *checker = remit_view_get_checker (REMIT_VIEW (self));
  guint counts[REMIT_N_SEVERITIES] = { 0 };
  guint n_waived = 0;
  guint n = 0;

  if (checker != NULL)
    remit_checker_count (checker, counts, &n_waived);
  for (guint i = 0; i < REMIT_N_SEVERITIES; i++)
    n += counts[i];
  /* Translators: under the number of findings */
  remit_tile_set (self->findings_tile, g_strdup_printf ("%'u", n),
                  g_strdup_printf (_ ("Findings, errors: %u"), counts[REMIT_SEVERITY_ERROR]));
}

/* ── Charts ───────────────────────────────────────────────────────────────────────────────── */

static void
show_readiness (RemitOverviewView *self)
{
  RemitCellSource source;

  remit_readiness_cells_count_findings (self->teams, remit_view_get_workspace (REMIT_VIEW (self)),
                                        remit_view_get_checker (REMIT_VIEW (self)));
  source = remit_readiness_cells_get_source (self->teams);
  remit_cell_grid_set_source (self->readiness, &source);
  remit_chart_card_update (self->readiness_card,
                           source.n_rows > 0 ? NULL : _ ("The plan has no teams yet"));
}

static void
show_skills (RemitOverviewView *self)
{
  RemitCellSource source;

  remit_skill_cells_filter (self->skills, NULL, FALSE);
  source = remit_skill_cells_get_source (self->skills);
  remit_cell_grid_set_source (self->skill_map, &source);
  remit_chart_card_update (self->skills_card,
                           source.n_rows > 0 ? NULL : _ ("No slot requires a skill yet"));
}

static void
show_load (RemitOverviewView *self)
{
  RemitColumnsSource source = remit_load_columns_get_source (self->weeks);
  const RemitLoadCell *total = &self->overview->load->totals.total;

  remit_columns_set_source (self->load, &source);
  remit_chart_card_update (self->load_card,
                           total->capacity + total->confirmed + total->proposed > 0
                             ? NULL : _ ("No slot has time in these months"));
}

static void
show_teams (RemitOverviewView *self)
{
  remit_teams_chart_set (self->team_tree, self->overview);
  remit_chart_card_update (self->teams_card, self->overview->teams->len > 0
                                               ? NULL : _ ("The plan has no teams yet"));
}

static void
show_decisions (RemitOverviewView *self)
{
  const RemitChoice *statuses = remit_decision_info.fields[REMIT_DECISION_STATUS].choices;
  const char *parts[REMIT_N_DECIDE_BY] = {
    [REMIT_DECIDE_LATER] = _ ("later or undated"),
    [REMIT_DECIDE_SOON] = _ ("within 30 days"),
    [REMIT_DECIDE_LATE] = _ ("overdue"),
  };
  RemitBarsRow rows[REMIT_N_DECISION_STATUSES] = { 0 };
  guint n = 0;

  for (guint status = 0; status < REMIT_N_DECISION_STATUSES; status++)
    {
      guint sum = 0;

      for (guint due = 0; due < REMIT_N_DECIDE_BY; due++)
        sum += rows[n].parts[due] = self->overview->decisions.n[status][due];
      rows[n].name = _ (statuses[status].label);
      n += sum > 0;
    }
  remit_bars_set (self->decisions, rows, n, REMIT_N_DECIDE_BY, parts);
  remit_chart_card_update (self->decisions_card,
                           n > 0 ? NULL : _ ("The plan has no decisions yet"));
}

static void
show_conflicts (RemitOverviewView *self)
{
  guint n = remit_conflict_charts_set_rungs (self->conflicts, &self->overview->conflicts);

  remit_chart_card_update (self->conflicts_card, n > 0 ? NULL : _ ("No open conflicts"));
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 plan;
  gint64 now;
  gint64 today;
} Request;

static gpointer
read_in_thread (RemitStore *store,
                const RemitWorkControl *control,
                gpointer data,
                GError **error)
{
  const Request *request = data;

  return remit_overview_read (store, request->plan, request->now, request->today,
                              control->cancellable, error);
}

static void
free_overview (gpointer overview)
{
  remit_overview_free (overview);
}

static gpointer
remit_overview_view_dup_request (RemitGridView *view)
{
  Request request = { remit_view_get_plan (REMIT_VIEW (view)), remit_time_now (),
                      remit_day_today () };

  return g_memdup2 (&request, sizeof request);
}

static void
remit_overview_view_take_result (RemitGridView *view,
                                 gpointer overview)
{
  RemitOverviewView *self = REMIT_OVERVIEW_VIEW (view);

  self->overview = overview;
  self->teams = remit_readiness_cells_new (self->overview);
  self->skills = remit_skill_cells_new (g_steal_pointer (&self->overview->skills));
  self->weeks = remit_load_columns_new (self->overview->load);
  show_readiness (self);
  show_slots (self);
  show_decided (self);
  show_findings (self);
  show_skills (self);
  show_load (self);
  show_teams (self);
  show_decisions (self);
  show_conflicts (self);
  gtk_stack_set_visible_child_name (self->stack, "page");
}

static void
remit_overview_view_forget (RemitGridView *view)
{
  RemitOverviewView *self = REMIT_OVERVIEW_VIEW (view);

  if (self->readiness != NULL)
    {
      remit_cell_grid_set_source (self->skill_map, NULL);
      remit_columns_set_source (self->load, NULL);
      remit_teams_chart_set (self->team_tree, NULL);
    }
  g_clear_pointer (&self->teams, remit_readiness_cells_free);
  g_clear_pointer (&self->skills, remit_skill_cells_free);
  g_clear_pointer (&self->weeks, remit_load_columns_free);
  g_clear_pointer (&self->overview, remit_overview_free);
}

/* The findings of teams come later than all else, and again whenever a check has ended; they are
 * not counted for nobody. */
static void
remit_overview_view_checked (RemitView *view)
{
  RemitOverviewView *self = REMIT_OVERVIEW_VIEW (view);

  if (self->overview == NULL)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      remit_grid_view_refresh (REMIT_GRID_VIEW (self));
      return;
    }
  show_readiness (self);
  show_slots (self);
  show_findings (self);
}

/* ── Going on ─────────────────────────────────────────────────────────────────────────────── */

static void
search_view (RemitOverviewView *self,
             const char *view,
             const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-view", "(ss)", view, words);
}

static void
show_place (RemitOverviewView *self,
            RemitKind kind,
            gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "(ixix)", kind, id,
                              REMIT_KIND_NONE, (gint64) 0);
}

static void
go_to_view (RemitOverviewView *self,
            const char *view)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", view);
}

/* In the card beside, the first skill that a team has less of than it needs. */
static void
show_gap (RemitOverviewView *self,
          gint64 team)
{
  RemitCellSource source = remit_skill_cells_get_source (self->skills);

  for (guint row = 1; row < source.n_rows; row++)
    for (guint column = 0; column < source.n_columns; column++)
      if (remit_skill_cells_get_row (self->skills, row) == team
          && remit_skill_cells_is_gap (self->skills, row, column))
        {
          remit_cell_grid_set_cursor (self->skill_map, row, column);
          if (!gtk_widget_grab_focus (GTK_WIDGET (self->skill_map)))
            go_to_view (self, "skills");
          return;
        }
  go_to_view (self, "skills");
}

static void
on_readiness (RemitOverviewView *self,
                        guint row,
                        guint column)
{
  const RemitOverviewTeam *team = remit_readiness_cells_get_team (self->teams, row);

  switch ((RemitReadiness) column)
    {
    case REMIT_READINESS_SKILLS:
      show_gap (self, team->id);
      return;
    case REMIT_READINESS_FINDINGS:
      search_view (self, "findings", team->name);
      return;
    case REMIT_READINESS_DECISIONS:
      if (team->undecided != 0)
        show_place (self, REMIT_KIND_DECISION, team->undecided);
      else
        go_to_view (self, "decisions");
      return;
    case REMIT_READINESS_CONFLICTS:
      search_view (self, "conflicts", team->name);
      return;
    case REMIT_READINESS_SLOTS:
    case REMIT_N_READINESS:
    default:
      show_place (self, REMIT_KIND_TEAM, team->id);
      return;
    }
}

static void
on_skill (RemitOverviewView *self,
                    guint row,
                    guint column)
{
  g_autofree char *words = NULL;
  RemitCellSource source = remit_skill_cells_get_source (self->skills);

  if (row > 0 && !remit_skill_cells_is_gap (self->skills, row, column))
    {
      show_place (self, REMIT_KIND_TEAM, remit_skill_cells_get_row (self->skills, row));
      return;
    }
  words = g_strdup_printf ("\"%s\">=1", source.get_column (source.data, column));
  search_view (self, "board", words);
}

static void
on_team (RemitOverviewView *self,
                   guint item)
{
  show_place (self, REMIT_KIND_TEAM,
              g_array_index (self->overview->teams, RemitOverviewTeam, item).id);
}

static void
on_load (RemitOverviewView *self)
{
  go_to_view (self, "load");
}

static void
on_decisions (RemitOverviewView *self)
{
  go_to_view (self, "decisions");
}

static void
on_conflicts (RemitOverviewView *self)
{
  go_to_view (self, "conflicts");
}

/* ── The view ─────────────────────────────────────────────────────────────────────────────── */

static void
bind_tiles (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, slots_tile);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, people_tile);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, ready_tile);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, findings_tile);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, decisions_tile);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, conflicts_tile);
}

static void
bind_charts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, readiness_card);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, skills_card);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, load_card);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, teams_card);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, decisions_card);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, conflicts_card);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, readiness);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, skill_map);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, load);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, team_tree);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, decisions);
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, conflicts);
  gtk_widget_class_bind_template_callback (widget_class, on_readiness);
  gtk_widget_class_bind_template_callback (widget_class, on_skill);
  gtk_widget_class_bind_template_callback (widget_class, on_team);
  gtk_widget_class_bind_template_callback (widget_class, on_load);
  gtk_widget_class_bind_template_callback (widget_class, on_decisions);
  gtk_widget_class_bind_template_callback (widget_class, on_conflicts);
}

static void
remit_overview_view_class_init (RemitOverviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RemitGridViewClass *grid_class = REMIT_GRID_VIEW_CLASS (klass);

  g_type_ensure (REMIT_TYPE_CARDS_LAYOUT);
  g_type_ensure (REMIT_TYPE_CHART_CARD);
  g_type_ensure (REMIT_TYPE_COLUMNS);
  g_type_ensure (REMIT_TYPE_BARS);
  g_type_ensure (REMIT_TYPE_TEAMS_CHART);
  g_type_ensure (REMIT_TYPE_TILE);

  REMIT_VIEW_CLASS (klass)->checked = remit_overview_view_checked;
  grid_class->read = read_in_thread;
  grid_class->free_result = free_overview;
  grid_class->dup_request = remit_overview_view_dup_request;
  grid_class->take_result = remit_overview_view_take_result;
  grid_class->forget = remit_overview_view_forget;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/overview/remit-overview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitOverviewView, stack);
  bind_tiles (widget_class);
  bind_charts (widget_class);
}

static void
remit_overview_view_init (RemitOverviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_cell_grid_set_columns (self->readiness, READINESS_WIDTH, 2);
  remit_cell_grid_set_columns (self->skill_map, SKILL_WIDTH, 2);
  remit_plot_set_leads (REMIT_PLOT (self->load), TRUE);
  remit_plot_set_leads (REMIT_PLOT (self->team_tree), TRUE);
  remit_plot_set_leads (REMIT_PLOT (self->decisions), TRUE);
  remit_plot_set_leads (REMIT_PLOT (self->conflicts), TRUE);
  remit_grid_view_set_parts (REMIT_GRID_VIEW (self), self->stack, self->readiness);
}
