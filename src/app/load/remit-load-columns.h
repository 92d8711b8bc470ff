/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of load as columns over time. */
#pragma once

#include "plan/load/remit-load-chart.h"
#include "widgets/charts/remit-columns.h"

/** The columns of a chart by team or role, all rows together, with the heads of its periods. */
typedef struct _RemitLoadColumns RemitLoadColumns;

/** @chart: has to stay as long as the columns do */
RemitLoadColumns *remit_load_columns_new (const RemitLoadChart *chart);
void remit_load_columns_free (RemitLoadColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitLoadColumns, remit_load_columns_free)

RemitColumnsSource remit_load_columns_get_source (RemitLoadColumns *self);
