/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the overview share. */
#pragma once

#include "remit-overview.h"

/** Reads the teams and what is theirs, and who is in several. @today: as "2026-05-09" */
gboolean remit_overview_read_teams (RemitOverview *self,
                                    RemitStore *store,
                                    gint64 plan,
                                    const char *today,
                                    GCancellable *cancellable,
                                    GError **error);
