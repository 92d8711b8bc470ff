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
  gint64 data_version;  /* that of the file when nothing was left to be taken over */
  gboolean has_foreign; /* entries of others were taken over since then */
  gboolean never_waits; /* the main loop uses it */
  GError *read_error;   /* why the thread could not read what is large, until it is told */
  char *unread;         /* why not all could be read, and was told */
  guint n_refreshes; /* that go on */
  RemitHistoryTop undo;
  RemitHistoryTop redo;
  gboolean is_followed;   /* what is taken over was not waited for: somebody else made it */
  gint64 overtaken_at;    /* when that changed what undo takes, in monotonic time; 0 for not */

  GError *loss; /* why nothing can be written any more */
  GFileMonitor *monitor;
  guint poll_id;
};

/** Returns: a number that is another one after the commit of another connection; 0 for none now */
gint64 remit_workspace_read_version (RemitWorkspace *self);

/** Takes over what the entry after the last one that was taken over changed, which others wrote. */
void remit_workspace_take_over (RemitWorkspace *self,
                                GPtrArray *changes);

/** Reads that entry, and takes it over. */
gboolean remit_workspace_take_over_next (RemitWorkspace *self,
                                         GError **error);

/**
 * remit_workspace_follow:
 *
 * Takes over what others wrote. In a workspace that never waits what is large is read in a thread:
 * it begins, and %REMIT_STORE_ERROR_LOCKED says that it is not done yet.
 */
gboolean remit_workspace_follow (RemitWorkspace *self,
                                 GError **error);

/**
 * remit_workspace_tell_unread:
 *
 * Says that something could not be read, by the signal `unread`, and has all read again by the next
 * refresh. What another program holds at this moment is no reason to say so.
 */
void remit_workspace_tell_unread (RemitWorkspace *self,
                                  const GError *error);

/** Looks whether the file is still there, and tells when that is different from before. Returns:
 * whether it is */
gboolean remit_workspace_look_at_file (RemitWorkspace *self,
                                       GError **error);

/** Tells what became of the file; takes @loss, %NULL for nothing. */
void remit_workspace_take_loss (RemitWorkspace *self,
                                GError *loss);

/** Reads everything again. */
gboolean remit_workspace_reload (RemitWorkspace *self,
                                 GError **error);
