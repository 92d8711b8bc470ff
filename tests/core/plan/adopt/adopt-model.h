/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small model of plans, and of what a merge of three is, apart from the program. */
#pragma once

#include "plan/adopt/remit-adopt.h"

#define N_TEAMS 2
/* The first 6 are in the base; 6 and 7 may be new in the scenario, 8 and 9 in the origin, 10 and 11
 * in both. */
#define N_SLOTS 12
#define N_BASE_SLOTS 6
#define N_PEOPLE 3
#define N_SKILLS 2
#define N_DECISIONS 2
#define N_LETTERS 2
#define N_RIGHTS 4 /* for each decision and letter */

typedef struct {
  int there;
  int team, role, fte, from, why;
} ModelSlot;

/* Of an assignment the allocation, of a need the level, of a right the acknowledgement. */
typedef struct {
  int there;
  int value;
} ModelPart;

typedef struct {
  ModelSlot slots[N_SLOTS];
  ModelPart assignments[N_SLOTS][N_PEOPLE];
  ModelPart needs[N_SLOTS][N_SKILLS];
  ModelPart rights[N_SLOTS][N_RIGHTS];
  int frameworks[N_DECISIONS];
} Model;

typedef enum {
  ASSIGNMENTS,
  NEEDS,
  RIGHTS,
  N_PARTS
} ModelParts;

/** How many parts of each sort a slot can have. */
extern const int adopt_model_n_parts[N_PARTS];

ModelPart *adopt_model_get_part (Model *model,
                                 ModelParts parts,
                                 int slot,
                                 int i);

/** What comes of it when all clashes are decided for one side. */
void adopt_model_merge (Model *base,
                        Model *mine,
                        Model *theirs,
                        RemitSide winner,
                        Model *result);

/** A random slot with its parts. */
void adopt_model_fill_slot (Model *model,
                            int slot);
/** A random change. @first_new: the first of two slots that this plan alone may add */
void adopt_model_change (Model *model,
                         int first_new);
