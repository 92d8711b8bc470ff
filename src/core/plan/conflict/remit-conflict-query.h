/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which conflicts of a plan are wanted, and in which order. */
#pragma once

#include "store/remit-store.h"

/** Which conflicts are in the list. */
typedef enum {
  REMIT_CONFLICTS_RUNNING,
  REMIT_CONFLICTS_OVER,
  REMIT_CONFLICTS_ALL,
} RemitConflictsShown;

/**
 * RemitConflictsOrder:
 * @REMIT_CONFLICTS_BY_CLOCK: what is due first; what has no clock last
 * @REMIT_CONFLICTS_BY_AGE: the oldest first
 * @REMIT_CONFLICTS_BY_SEVERITY: the worst first, of these the oldest
 * @REMIT_CONFLICTS_BY_STATE: in the order in which a conflict goes through them
 * @REMIT_CONFLICTS_BY_RUNG: the highest first
 * @REMIT_CONFLICTS_BY_OWNER: by name, as the language sorts it; what nobody owns last
 *
 * What is equal in the last three stands by the clock.
 */
typedef enum {
  REMIT_CONFLICTS_BY_CLOCK,
  REMIT_CONFLICTS_BY_AGE,
  REMIT_CONFLICTS_BY_SEVERITY,
  REMIT_CONFLICTS_BY_STATE,
  REMIT_CONFLICTS_BY_RUNG,
  REMIT_CONFLICTS_BY_OWNER,
  REMIT_N_CONFLICTS_ORDERS,
} RemitConflictsOrder;

#define REMIT_CONFLICTS_ANY (-1)
#define REMIT_CONFLICTS_NOBODY 0

/**
 * RemitConflictQuery:
 * @status: one #RemitConflictStatus of those @shown, or %REMIT_CONFLICTS_ANY
 * @type: a #RemitConflictType, or %REMIT_CONFLICTS_ANY
 * @severity: from 1, or %REMIT_CONFLICTS_ANY
 * @owner: a person, %REMIT_CONFLICTS_NOBODY, or %REMIT_CONFLICTS_ANY
 */
typedef struct {
  gint64 plan;
  RemitConflictsShown shown;
  int status;
  int type;
  int severity;
  gint64 owner;
  RemitConflictsOrder order;
} RemitConflictQuery;

/** All that go on in a plan, what is due first. */
#define REMIT_CONFLICT_QUERY_INIT(of) \
  { .plan = (of), .status = REMIT_CONFLICTS_ANY, .type = REMIT_CONFLICTS_ANY, \
    .severity = REMIT_CONFLICTS_ANY, .owner = REMIT_CONFLICTS_ANY }

/**
 * remit_conflict_query_is_quick:
 *
 * Returns: whether an index knows the answer, so that any page of it is read at once, however many
 *   conflicts there are. Other queries look at each of them, and belong into a thread.
 */
gboolean remit_conflict_query_is_quick (const RemitConflictQuery *query);

/** Returns: how many there are; for quick queries */
guint remit_conflict_query_count (const RemitConflictQuery *query,
                                  RemitStore *store);

/** Returns: (transfer full) (element-type RemitRecord): some of them; for quick queries */
GPtrArray *remit_conflict_query_load_page (const RemitConflictQuery *query,
                                           RemitStore *store,
                                           guint first,
                                           guint n);

/**
 * remit_conflict_query_run:
 * @match: (nullable): what the conflict or a line of its log has to have, as
 *   remit_search_dup_query() makes it. Of more than REMIT_CONFLICTS_MAX_FOUND lines that have it,
 *   the youngest count.
 *
 * Returns: (transfer full) (element-type gint64): the conflicts in order
 *
 * Errors: %REMIT_STORE_ERROR
 */
GArray *remit_conflict_query_run (const RemitConflictQuery *query,
                                  RemitStore *store,
                                  const char *match,
                                  GCancellable *cancellable,
                                  GError **error);

#define REMIT_CONFLICTS_MAX_FOUND 20000

/** Returns: (transfer full) (element-type RemitRecord): all of them in order */
GPtrArray *remit_conflict_query_load (const RemitConflictQuery *query,
                                      RemitStore *store,
                                      GError **error);

/**
 * remit_conflict_query_list_owners:
 *
 * Takes as long as there are owners, not conflicts.
 *
 * Returns: (transfer full) (element-type gint64): who owns conflicts of a plan, by name
 *
 * Errors: %REMIT_STORE_ERROR
 */
GArray *remit_conflict_query_list_owners (RemitStore *store,
                                          gint64 plan,
                                          GError **error);
