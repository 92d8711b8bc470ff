/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers and file names of a plan's decisions. */
#pragma once

#include "exchange/remit-plan-source.h"

/**
 * RemitMadrName:
 * @number: from 1, in the order in which decisions were proposed, so that a later one leaves the
 *   numbers of those before as they are
 * @supersedes: the id of the decision that it replaces, or 0
 * @title: as it is in the plan
 * @file: "0007-choose-threshold.md": in ASCII, and of no other decision
 */
typedef struct {
  gint64 id;
  gint64 raised;
  gint64 supersedes;
  RemitDecisionStatus status;
  guint number;
  char *title;
  char *file;
} RemitMadrName;

typedef struct _RemitMadrNames RemitMadrNames;

/** Reads the decisions of the source. */
RemitMadrNames *remit_madr_names_new (RemitPlanSource *source);
void remit_madr_names_free (RemitMadrNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMadrNames, remit_madr_names_free)

/** Returns: (transfer none) (element-type RemitMadrName): all, by number */
const GPtrArray *remit_madr_names_list (const RemitMadrNames *self);

/** Returns: (transfer none) (nullable): that of the decision with an id */
const RemitMadrName *remit_madr_names_find (const RemitMadrNames *self,
                                            gint64 id);
/** Returns: (transfer none) (nullable): that of the decision that replaces the one with an id, or
 * is proposed to */
const RemitMadrName *remit_madr_names_find_successor (const RemitMadrNames *self,
                                                      gint64 id);
