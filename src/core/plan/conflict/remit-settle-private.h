/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs on conflicts share. */
#pragma once

#include "remit-settle.h"

G_BEGIN_DECLS

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
 * @label: a format for the title of the conflict
 */
gboolean remit_settling_begin (RemitSettling *self,
                               RemitWorkspace *workspace,
                               gint64 conflict,
                               gint64 person,
                               RemitConflictEventKind kind,
                               const char *label,
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

/**
 * remit_settling_find_rung:
 * @rungs: (element-type RemitRecord): lowest first
 * @from: a position, 0 for below the first
 * @up: whether the next or the one before is wanted
 * @skipped: (inout): is appended the names of those that are passed over
 *
 * Returns: (transfer none) (nullable): the next rung that is not empty, or may not be skipped
 */
const RemitRecord *remit_settling_find_rung (RemitSettling *self,
                                             GPtrArray *rungs,
                                             gint64 from,
                                             gboolean up,
                                             GPtrArray *skipped);

/** Puts the conflict onto a rung, or off the ladder for %NULL, and sets its clock. */
void remit_settling_enter (RemitSettling *self,
                           const RemitRecord *rung);

/** Returns: (transfer full): @text, and which rungs were passed over, and why */
char *remit_settling_dup_text (const char *text,
                               GPtrArray *skipped);

G_END_DECLS
