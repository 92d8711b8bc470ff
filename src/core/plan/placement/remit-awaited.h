/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots reserved for people who were unknown when the slots were imported. */
#pragma once

#include "store/remit-edit.h"

/**
 * RemitAwaited:
 * @slot: what waited
 * @name: the slot's
 * @team: that of its team
 * @text: for whom, as the table had it
 * @person: who they are; 0 when they may be several
 * @person_name: (nullable): who that is
 */
typedef struct {
  gint64 slot;
  const char *name;
  const char *team;
  const char *text;
  gint64 person;
  const char *person_name;
} RemitAwaited;

typedef void (*RemitAwaitedFunc) (const RemitAwaited *awaited,
                                  gpointer data);

/**
 * remit_awaited_fill:
 * @person: who is new; 0 for whoever there is
 * @func: (nullable) (scope call): called for each slot that is filled, or may be by several
 *
 * Assigns people to the slots that wait for them, by number, address or name, either way round, at
 * what was to be allocated, also over time, or what the slot needs. Slots in which somebody is by
 * now wait no longer; whoever has left, and plans in the archive, are left alone.
 *
 * Returns: how many slots were filled, or -1 with @error set
 */
int remit_awaited_fill (RemitEdit *edit,
                        gint64 person,
                        RemitAwaitedFunc func,
                        gpointer data,
                        GError **error);

/** Returns: how many slots wait, or -1 with @error set. @plan: 0 for all that are not archived */
int remit_awaited_count (RemitStore *store,
                         gint64 plan,
                         GError **error);

/** Says that a slot waits no longer, if it does: somebody is in it. */
gboolean remit_awaited_end (RemitEdit *edit,
                            gint64 slot,
                            GError **error);
