/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who a file is for, and what of a plan they are given. */
#pragma once

#include "model/remit-entities.h"

/**
 * RemitAudience:
 * @REMIT_AUDIENCE_FULL: everything
 * @REMIT_AUDIENCE_STAKEHOLDER: nothing confidential, as the tables of fields say: no e-mail
 *   addresses and employee numbers, no notes on people, nothing that the parties to a conflict
 *   said, no accepted findings, no conflicts that are for the parties, or for nobody else
 * @REMIT_AUDIENCE_ANONYMOUS: in addition nobody's name, unit, place, manager, dates and absences; a
 *   role with a number stands in for a name
 *
 * Who will read a file. What they are given is decided here, for those who write files and for
 * those who take them in again: what a file was not given is not missing from it.
 */
typedef enum {
  REMIT_AUDIENCE_FULL,
  REMIT_AUDIENCE_STAKEHOLDER,
  REMIT_AUDIENCE_ANONYMOUS,
  REMIT_N_AUDIENCES
} RemitAudience;

/** Of a file that does not say who it is for, as files before format 1.5. */
#define REMIT_AUDIENCE_UNKNOWN (-1)

/** What the command line and files call them; ends with %NULL. */
extern const char *const remit_audience_nicks[REMIT_N_AUDIENCES + 1];
/** Returns: the audience with that nick, or -1 */
int remit_audience_find (const char *nick);

/** Returns: whether the audience is given entities of a kind at all */
gboolean remit_audience_sees_kind (RemitAudience self,
                                   const RemitEntityInfo *info);
/** Returns: whether it is given what a field says */
gboolean remit_audience_sees_field (RemitAudience self,
                                    const RemitField *field);
/** Returns: whether something else stands in for what a field says, see remit-pseudonyms.h */
gboolean remit_audience_replaces_field (RemitAudience self,
                                        const RemitField *field);
/** Returns: whether it is given an entity, if it is given the one that this is part of */
gboolean remit_audience_sees_row (RemitAudience self,
                                  const RemitRecord *record);
