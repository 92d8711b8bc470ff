/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card with a chart: its title leads to a view, its menu copies it and shows its table. */
#pragma once

#include <adwaita.h>

#include "widgets/charts/remit-chart.h"

/**
 * RemitChartCard:
 *
 * Properties: `title` (translated), `view` (the name of the view that the title leads to),
 * `chart` (a #RemitChart), and `table` (whether its table is shown instead).
 */
#define REMIT_TYPE_CHART_CARD (remit_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (RemitChartCard, remit_chart_card, REMIT, CHART_CARD, AdwBin)

/** The chart shows something else, and so does its table. @nothing: (nullable): what is said
 * instead of a chart that has nothing to show */
void remit_chart_card_update (RemitChartCard *self,
                              const char *nothing);
