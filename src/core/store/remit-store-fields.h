/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a connection keeps; for the files that make up the store. */
#pragma once

#include "remit-budget.h"
#include "remit-store-private.h"
#include "store/file/remit-store-file.h"

struct _RemitStore
{
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  RemitStoreFile *file; /* NULL for a store in memory */
  char *old_log;
  GHashTable *statements;
  gboolean read_only;
  gboolean is_sealed; /* read without locks, as it was when it was opened */
  gboolean busy;         /* within an edit */
  guint n_reads;         /* that are of one moment, one within the other */
  gboolean has_leftover; /* what was begun could not be ended */
  gboolean saved;        /* the last edit was, and nothing has been begun since */
  GError *fault;  /* the first of the edit or read that goes on; else one that nobody was told of */
  GError *untold; /* one from before it */
  char *refusal;
  RemitKeptDesk desk;
  RemitBudget budget;

  /* SQLite's own count of the changes of the schema, when that was last found to be right. */
  gint64 schema_version;

  /* The entry of the history that the last transaction appended. */
  gint64 seq;
  GBytes *changeset;
  gboolean is_unattended;
};

/**
 * remit_transaction_stands:
 *
 * SQLite takes back a transaction by itself on some errors, and what is written after that would
 * stand alone. So this is asked before and after each statement, and nowhere else.
 *
 * Returns: whether what was begun still stands; else @error is set to what ended it
 */
gboolean remit_transaction_stands (RemitStore *self,
                                   GError **error);

/**
 * remit_transaction_note:
 * @problem: why a statement has failed
 * @is_told: whether it goes to somebody who asked for errors
 */
void remit_transaction_note (RemitStore *self,
                             const GError *problem,
                             gboolean is_told);

/** Returns: (transfer full): what keeps prepared statements, by their SQL */
GHashTable *remit_store_create_statements (void);
