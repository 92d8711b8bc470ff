/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs on conflicts share. */
#pragma once

#include "remit-settle.h"

/**
 * RemitSettling:
 * @conflict: as it is in the file, and as it is going to be
 * @person: (nullable): who does it
 * @actor: the name of who does it, for the log
 * @at: when, not before the last line of the log
 *
 * One of the verbs, while it is at work.
 */
typedef struct {
  RemitWorkspace *workspace;
  RemitEdit *edit;
  RemitRecord *conflict;
  RemitEntity *person;
  const char *actor;
  gint64 at;
} RemitSettling;

/**
 * remit_settling_begin:
 * @kind: what is going to be written into the log; refused where it makes no sense
 */
gboolean remit_settling_begin (RemitSettling *self,
                               RemitWorkspace *workspace,
                               gint64 conflict,
                               gint64 person,
                               RemitConflictEventKind kind,
                               GError **error);
void remit_settling_clear (RemitSettling *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitSettling, remit_settling_clear)

gint64 remit_settling_get (const RemitSettling *self,
                           guint field);
void remit_settling_set (RemitSettling *self,
                         guint field,
                         gint64 value);

/** Returns: (transfer full): a line for the log, to be inserted */
RemitRecord *remit_settling_create_event (RemitSettling *self,
                                          RemitConflictEventKind kind,
                                          const char *text);
gboolean remit_settling_log (RemitSettling *self,
                             RemitConflictEventKind kind,
                             const char *text,
                             GError **error);

/** Writes the conflict and commits. */
gboolean remit_settling_end (RemitSettling *self,
                             GError **error);

/** Brings the conflict into the state that @kind leads to; its clock stops where that is an end. */
void remit_settling_set_status (RemitSettling *self,
                                RemitConflictEventKind kind);

/** Returns: (transfer full) (element-type RemitRecord): the rungs of the conflict, lowest first */
GPtrArray *remit_settling_get_rungs (RemitSettling *self,
                                     GError **error);

/**
 * remit_settling_enter:
 * @rungs: (element-type RemitRecord): those of the conflict, lowest first
 *
 * Puts the conflict onto the first rung where somebody is who is not absent until its time is up,
 * or that may not be skipped; or off the ladder. Sets its clock.
 *
 * Returns: (transfer full): @text, and which rungs were passed over, and why
 */
char *remit_settling_enter (RemitSettling *self,
                            GPtrArray *rungs,
                            const char *text);

/** Goes up or down the ladder, as @kind says, and into the log; see remit_settle_step(). */
gboolean remit_settling_climb (RemitSettling *self,
                               RemitConflictEventKind kind,
                               gint64 from,
                               const char *text,
                               GError **error);
