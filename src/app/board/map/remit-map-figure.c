/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block of the map says about its team; no widgets. */
#include "remit-map-figure.h"

#include "board/state/remit-board-sums.h"
#include "plan/load/remit-load.h"

static GPtrArray *
get_slots (RemitWorkspace *workspace,
           gint64 team)
{
  return remit_workspace_get_referring (workspace, REMIT_KIND_SLOT, REMIT_SLOT_TEAM, team);
}

static GPtrArray *
get_assignments (RemitWorkspace *workspace,
                 RemitEntity *slot)
{
  return remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
                                        remit_entity_get_id (slot));
}

static RemitMapFigure
get_fill (RemitWorkspace *workspace,
          gint64 team)
{
  GPtrArray *slots = get_slots (workspace, team);
  guint n_filled = 0;

  for (guint i = 0; i < slots->len; i++)
    n_filled += get_assignments (workspace, slots->pdata[i])->len > 0;
  if (n_filled == 0)
    return (RemitMapFigure){ 0, REMIT_MAP_TONE_NONE };
  return (RemitMapFigure){ (double) n_filled / slots->len,
                           n_filled < slots->len ? REMIT_MAP_TONE_PART : REMIT_MAP_TONE_FULL };
}

static void
add_load (RemitWorkspace *workspace,
          gint64 plan,
          gint64 person,
          RemitMapFigure *figure)
{
  RemitLoad load;

  remit_load_get (workspace, plan, person, &load);
  if (load.over)
    *figure = (RemitMapFigure){ 1, REMIT_MAP_TONE_ERROR };
  else if (load.now > 0 && load.capacity > 0)
    figure->level = MAX (figure->level, MIN ((double) load.now / load.capacity, 1));
}

static RemitMapFigure
get_load (RemitWorkspace *workspace,
          gint64 plan,
          gint64 team)
{
  GPtrArray *slots = get_slots (workspace, team);
  RemitMapFigure figure = { 0, REMIT_MAP_TONE_NONE };

  for (guint i = 0; i < slots->len && figure.tone != REMIT_MAP_TONE_ERROR; i++)
    {
      GPtrArray *assignments = get_assignments (workspace, slots->pdata[i]);

      for (guint j = 0; j < assignments->len && figure.tone != REMIT_MAP_TONE_ERROR; j++)
        add_load (workspace, plan,
                  remit_entity_get_integer (assignments->pdata[j], REMIT_ASSIGNMENT_PERSON),
                  &figure);
    }
  if (figure.tone == REMIT_MAP_TONE_NONE && figure.level > 0)
    figure.tone = REMIT_MAP_TONE_PART;
  return figure;
}

static RemitMapFigure
get_findings (RemitWorkspace *workspace,
              RemitChecker *checker,
              gint64 team)
{
  static const RemitMapTone tones[REMIT_N_SEVERITIES] = {
    [REMIT_SEVERITY_ERROR] = REMIT_MAP_TONE_ERROR,
    [REMIT_SEVERITY_WARNING] = REMIT_MAP_TONE_WARNING,
    [REMIT_SEVERITY_INFORMATION] = REMIT_MAP_TONE_INFORMATION,
  };
  RemitSeverity worst = remit_board_sums_find_worst (workspace, checker, team);

  if (worst == REMIT_N_SEVERITIES)
    return (RemitMapFigure){ 0, REMIT_MAP_TONE_NONE };
  return (RemitMapFigure){ 1, tones[worst] };
}

RemitMapFigure
remit_map_figure_get (RemitWorkspace *workspace,
                      RemitChecker *checker,
                      gint64 plan,
                      gint64 team,
                      RemitMapColors colors)
{
  switch (colors)
    {
    case REMIT_MAP_BY_LOAD:
      return get_load (workspace, plan, team);
    case REMIT_MAP_BY_FINDINGS:
      return get_findings (workspace, checker, team);
    case REMIT_MAP_BY_FILL:
    case REMIT_MAP_N_COLORS:
    default:
      return get_fill (workspace, team);
    }
}
