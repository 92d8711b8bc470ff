/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map of the organisation: teams within teams, and who is in several. */
#pragma once

#include "plan/overview/remit-overview.h"
#include "widgets/charts/remit-plot.h"

/**
 * RemitTeamsChart:
 *
 * A row a team, with a sign for its topology; brackets beside them join teams that have people in
 * common, the wider the more people.
 */
#define REMIT_TYPE_TEAMS_CHART (remit_teams_chart_get_type ())
G_DECLARE_FINAL_TYPE (RemitTeamsChart, remit_teams_chart, REMIT, TEAMS_CHART, RemitPlot)

/** @overview: (nullable): has to stay until another one is set */
void remit_teams_chart_set (RemitTeamsChart *self,
                            const RemitOverview *overview);
