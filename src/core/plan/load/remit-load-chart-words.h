/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart of load says, in words. */
#pragma once

#include "remit-load-chart.h"

/**
 * Returns: (transfer full): what there is in a cell, on an average day of a row: "80 % of 100 %,
 *   20 % of it proposed", "120 % of 100 %, too much on 3 days", "unavailable"; of teams and roles
 *   "1.5 of 2.0 FTE, open: 0.5 requested"
 */
char *remit_load_chart_dup_cell (const RemitLoadChart *self,
                                 const RemitLoadCell *cell,
                                 guint n_days);

/** Returns: how many days a period has */
guint remit_load_chart_get_n_days (const RemitLoadChart *self,
                                   guint period);

/** Returns: (transfer full): the head of a period: "3 Mar", "Mar 2026" */
char *remit_load_chart_dup_head (const RemitLoadChart *self,
                                 guint period);
