/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace, for what takes over the changes of others. */
#pragma once

#include <gio/gio.h>

#include "remit-entity-list.h"
#include "remit-workspace.h"
#include "store/history/remit-history.h"

/* Bytes of changesets that are read or taken back in a thread: about 600 rows, which take a part of
 * a frame. */
#define REMIT_WORKSPACE_LARGE 65536

struct _RemitWorkspace
{
  GObject parent_instance;

  RemitStore *store;
  RemitEntityList *lists[REMIT_N_KINDS];
  GPtrArray *indexes[REMIT_N_KINDS];
  int plan_fields[REMIT_N_KINDS]; /* -1 for kinds that belong to no plan */
  GHashTable *plans;
  GHashTable *wholes; /* what is on demand and was asked for: its kind, by id */

  gint64 last_seq;
  gint64 data_version;
  guint n_refreshes; /* that go on */
  RemitHistoryTop undo;
  RemitHistoryTop redo;

  GFileMonitor *monitor;
  guint poll_id;
};

/** Returns: a number that is another one after another connection's commit */
gint64 remit_workspace_read_version (RemitWorkspace *self);

/** Takes over what the entry after the last one that was taken over changed. */
void remit_workspace_take_over (RemitWorkspace *self,
                                GPtrArray *changes);

/** Reads that entry, and takes it over. */
gboolean remit_workspace_take_over_next (RemitWorkspace *self,
                                         GError **error);

/** Takes over all entries that came since, at once. */
gboolean remit_workspace_take_over_all (RemitWorkspace *self,
                                        GError **error);

/** Reads everything again. */
gboolean remit_workspace_reload (RemitWorkspace *self,
                                 GError **error);
