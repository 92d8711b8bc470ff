/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as its writers read it: row by row, of one moment, without what is not for the reader. */
#pragma once

#include "remit-exchange.h"

/**
 * RemitPlanSource:
 *
 * Reads a plan and all that it refers to from a store, as a stream: it keeps one row of each kind,
 * however large the plan is. What an audience may not read is never given out: rows such as private
 * conflicts and what is part of them, and what fields with %REMIT_FIELD_CONFIDENTIAL say.
 *
 * What goes wrong sticks: from then on there are no more rows, and remit_plan_source_check() says
 * why. For one thread, with a store of its own.
 */
typedef struct _RemitPlanSource RemitPlanSource;

/**
 * remit_plan_source_open:
 *
 * Begins to read; until it is closed, all is of one moment, whoever else writes meanwhile.
 *
 * Errors: %REMIT_STORE_ERROR_NOT_FOUND: the plan is gone; other %REMIT_STORE_ERROR
 */
RemitPlanSource *remit_plan_source_open (RemitStore *store,
                                         gint64 plan,
                                         RemitAudience audience,
                                         GError **error);
void remit_plan_source_close (RemitPlanSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPlanSource, remit_plan_source_close)

/** Returns: (transfer none): the plan itself */
const RemitRecord *remit_plan_source_get_plan (RemitPlanSource *self);

/** Returns: whether the field is for the audience; else it is empty in all rows */
gboolean remit_plan_source_shows (RemitPlanSource *self,
                                  const RemitField *field);

/**
 * remit_plan_source_begin:
 * @parent: of what stands in another entity, such as a slot in its team, that one's id; else 0
 *
 * Begins with the first of the kind's rows, in an order that is the same for equal plans: teams,
 * slots, decisions and ladders as they are arranged, logs by time. Of what does not belong to a
 * plan, such as people, those that the plan refers to.
 */
void remit_plan_source_begin (RemitPlanSource *self,
                              RemitKind kind,
                              gint64 parent);

/** Returns: (transfer none) (nullable): the next row, until the one after it is asked for */
const RemitRecord *remit_plan_source_next (RemitPlanSource *self,
                                           RemitKind kind);

/** Returns: (transfer none) (nullable): the row with that id, until the next one of its kind */
const RemitRecord *remit_plan_source_find (RemitPlanSource *self,
                                           RemitKind kind,
                                           gint64 id);

/** Returns: about how many rows there are, to tell how far one is */
gint64 remit_plan_source_count (RemitPlanSource *self);

/** Returns: whether all could be read */
gboolean remit_plan_source_check (RemitPlanSource *self,
                                  GError **error);
