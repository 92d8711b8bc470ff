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
 *
 * Organisations have their own as data, see data/audiences/README.md: these are numbers from
 * %REMIT_N_AUDIENCES on, the same as long as the program runs.
 */
typedef enum {
  REMIT_AUDIENCE_FULL,
  REMIT_AUDIENCE_STAKEHOLDER,
  REMIT_AUDIENCE_ANONYMOUS,
  REMIT_N_AUDIENCES
} RemitAudience;

/** Of a file that does not say who it is for, as files before format 1.5. */
#define REMIT_AUDIENCE_UNKNOWN (-1)

/** What the command line and files call the built-in ones; ends with %NULL. */
extern const char *const remit_audience_nicks[REMIT_N_AUDIENCES + 1];
/** What stands before the name of an organisation's own in the file of a plan. */
#define REMIT_AUDIENCE_OWN "own:"

/** Returns: how many are offered: those that are built in, then the organisation's own */
guint remit_audience_count (void);
/** Returns: one of these; the same number means the same audience as long as the program runs */
RemitAudience remit_audience_get_nth (guint i);

/**
 * remit_audience_reload:
 *
 * Looks whether the files of the organisation's own have changed, and reads them again then. What
 * remit_audience_list_faults() returned before is gone then; it is for the main thread, as this is.
 *
 * Returns: whether they have
 */
gboolean remit_audience_reload (void);
/** Returns: (array zero-terminated=1): which files of audiences cannot be used, a line each */
const char *const *remit_audience_list_faults (void);

/** Returns: the audience with that nick, or -1 */
int remit_audience_find (const char *nick);
/** The same among those that are built in. */
int remit_audience_find_built_in (const char *nick);

/**
 * remit_audience_find_withheld:
 * @nick: what a file calls its audience, which may be unknown here
 * @withheld: what it says that the audience was not given
 *
 * Returns: such an audience, or -1 when the nick is none, or there are too many
 */
int remit_audience_find_withheld (const char *nick,
                                  const char *withheld);

/** Returns: what the command line calls it, and what people do */
const char *remit_audience_get_nick (RemitAudience self);
const char *remit_audience_get_title (RemitAudience self);
/** Returns: (transfer full): what the file of a plan calls it: "full", "own:board" */
char *remit_audience_dup_attribute (RemitAudience self);
/** Returns: (nullable): of one that is not built in, what the file says that it has not */
const char *remit_audience_get_withheld (RemitAudience self);

/** Returns: whether the audience is given entities of a kind at all */
gboolean remit_audience_sees_kind (RemitAudience self,
                                   const RemitEntityInfo *info);
/** Returns: whether it is given what a field says */
gboolean remit_audience_sees_field (RemitAudience self,
                                    const RemitField *field);
/** Returns: whether it is given the names of people; else roles stand in for them */
gboolean remit_audience_sees_names (RemitAudience self);
/** Returns: whether it is given conflicts that are not for all */
gboolean remit_audience_sees_private (RemitAudience self);
/** Returns: whether something else stands in for what a field says, see remit-pseudonyms.h */
gboolean remit_audience_replaces_field (RemitAudience self,
                                        const RemitField *field);
/** Returns: whether it is given an entity, if it is given the one that this is part of */
gboolean remit_audience_sees_row (RemitAudience self,
                                  const RemitRecord *record);
