/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be found by name, ready to be searched as fast as one types. */
#pragma once

#include "store/remit-store.h"

/** What is found stands in groups, which come in this order when they are meant equally well. */
typedef enum {
  REMIT_FIND_VIEWS,
  REMIT_FIND_TEAMS,
  REMIT_FIND_PEOPLE,
  REMIT_FIND_SLOTS,
  REMIT_FIND_DECISIONS,
  REMIT_FIND_CONFLICTS,
  REMIT_FIND_ROLES,
  REMIT_FIND_SKILLS,
  REMIT_FIND_PLANS,
  REMIT_FIND_ACTIONS,
  REMIT_FIND_FINDINGS,
  REMIT_FIND_N_GROUPS
} RemitFindGroup;

/** Returns: (transfer none): the title of a group, translated */
const char *remit_find_group_get_title (RemitFindGroup group);

/** Returns: the group of a kind, or %REMIT_FIND_N_GROUPS */
RemitFindGroup remit_find_group_of (RemitKind kind);

/** Returns: the kind of a group of entities; %REMIT_KIND_NONE for views, actions and findings */
RemitKind remit_find_group_get_kind (RemitFindGroup group);

/**
 * RemitFindIndex:
 *
 * What can be found, as it was at one moment. It is filled by one thread, and searched by any
 * number of them afterwards. References can be counted by several threads.
 */
typedef struct _RemitFindIndex RemitFindIndex;

/**
 * RemitFindEntry:
 * @id: of an entity; what the one who added it means by it in other groups
 * @name: what it is called
 * @place: where it is, or another remark on it: “ML engineer in Fraud”; may be empty
 */
typedef struct {
  RemitFindGroup group;
  gint64 id;
  const char *name;
  const char *place;
} RemitFindEntry;

RemitFindIndex *remit_find_index_new (void);

/**
 * remit_find_index_read:
 * @plan: whose teams, slots, decisions and conflicts are wanted; 0 for none
 *
 * Returns: (transfer full) (nullable): an index of the people, roles, skills and plans of a
 *   workspace, and of one plan
 */
RemitFindIndex *remit_find_index_read (RemitStore *store,
                                       gint64 plan,
                                       GCancellable *cancellable,
                                       GError **error);

RemitFindIndex *remit_find_index_ref (RemitFindIndex *self);
void remit_find_index_unref (RemitFindIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitFindIndex, remit_find_index_unref)

/** @more: (nullable): by what it is found as well, and which is not shown */
void remit_find_index_add (RemitFindIndex *self,
                           RemitFindGroup group,
                           gint64 id,
                           const char *name,
                           const char *place,
                           const char *more);

/** Returns: (transfer none) (nullable): the entry of a group with an id */
const RemitFindEntry *remit_find_index_find (RemitFindIndex *self,
                                             RemitFindGroup group,
                                             gint64 id);

guint remit_find_index_get_size (RemitFindIndex *self);

/**
 * RemitFound:
 * @entries: (element-type RemitFindEntry): the best of a group, best first
 * @n: how many there are in all
 *
 * What was found in one group.
 */
typedef struct {
  RemitFindGroup group;
  int score;
  GPtrArray *entries;
  guint n;
} RemitFound;

/**
 * remit_find_search:
 * @indexes: what to search; they have to be kept as long as the entries are
 * @most: how many entries of a group are wanted
 *
 * Each word that was typed has to be meant by the name, by the place or by what else an entry is
 * found by. Groups come by their best entry. Entries that are meant far less well than the best of
 * all are left out. For any thread.
 *
 * Returns: (transfer full) (element-type RemitFound) (nullable): %NULL when it was cancelled
 */
GPtrArray *remit_find_search (RemitFindIndex *const *indexes,
                              guint n_indexes,
                              const char *typed,
                              guint most,
                              GCancellable *cancellable);
