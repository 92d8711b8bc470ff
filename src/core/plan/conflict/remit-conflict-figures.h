/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan, counted. */
#pragma once

#include "store/remit-store.h"

/** How long something has been going on, or took. */
typedef enum {
  REMIT_AGE_DAY, /* up to one */
  REMIT_AGE_WEEK,
  REMIT_AGE_MONTH, /* of 30 days */
  REMIT_AGE_LONGER,
  REMIT_N_AGES,
} RemitAge;

/** Rungs that are counted apart: none, 1 to 4, and all that are higher. */
#define REMIT_FIGURES_N_RUNGS 6
#define REMIT_FIGURES_N_TYPES REMIT_N_CONFLICT_TYPES

/**
 * RemitConflictFigures:
 * @running: what goes on, by rung (0: on none) and by how long ago it was raised
 * @settled: what was settled, by how long that took
 * @types: by type: what goes on, and what is over
 */
typedef struct {
  guint running[REMIT_FIGURES_N_RUNGS][REMIT_N_AGES];
  guint settled[REMIT_N_AGES];
  guint types[REMIT_FIGURES_N_TYPES][2];
} RemitConflictFigures;

/** @now: milliseconds since 1970 */
gboolean remit_conflict_figures_count (RemitStore *store,
                                       gint64 plan,
                                       gint64 now,
                                       RemitConflictFigures *figures,
                                       GError **error);
