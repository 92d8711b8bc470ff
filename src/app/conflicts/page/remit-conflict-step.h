/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a step in a conflict; see remit_try(). */
#pragma once

#include "plan/conflict/remit-settle.h"
#include "widgets/remit-attempts.h"

/** remit_settle_step(); @person: 0 for the user of this computer */
gboolean remit_conflict_step_try (GtkWidget *widget,
                                  RemitWorkspace *workspace,
                                  gint64 conflict,
                                  RemitConflictEventKind kind,
                                  gint64 from,
                                  gint64 person,
                                  const char *text);
