/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block of the map says about its team; no widgets. */
#pragma once

#include "check/remit-checker.h"

/** What the blocks are coloured by. */
typedef enum {
  REMIT_MAP_BY_FILL,
  REMIT_MAP_BY_LOAD,
  REMIT_MAP_BY_FINDINGS,
  REMIT_MAP_N_COLORS,
} RemitMapColors;

typedef enum {
  REMIT_MAP_TONE_NONE,
  REMIT_MAP_TONE_PART,
  REMIT_MAP_TONE_FULL,
  REMIT_MAP_TONE_INFORMATION,
  REMIT_MAP_TONE_WARNING,
  REMIT_MAP_TONE_ERROR,
} RemitMapTone;

/**
 * RemitMapFigure:
 * @level: how far the block is filled, from 0 to 1
 */
typedef struct {
  double level;
  RemitMapTone tone;
} RemitMapFigure;

/**
 * remit_map_figure_get:
 * @checker: (nullable)
 *
 * By fill: how many slots have somebody in them. By load: the load of whoever has the highest
 * against their capacity; more than that is an error. By findings: how bad the worst is.
 */
RemitMapFigure remit_map_figure_get (RemitWorkspace *workspace,
                                     RemitChecker *checker,
                                     gint64 plan,
                                     gint64 team,
                                     RemitMapColors colors);
