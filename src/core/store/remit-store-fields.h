/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a connection keeps; for the files that make up the store. */
#pragma once

#include "remit-budget.h"
#include "remit-store-private.h"

struct _RemitStore
{
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  GHashTable *statements;
  gboolean read_only;
  gboolean busy;
  char *refusal;
  RemitKeptDesk desk;
  RemitBudget budget;

  /* SQLite's own count of the changes of the schema, when that was last found to be right. */
  gint64 schema_version;

  /* The entry of the history that the last transaction appended. */
  gint64 seq;
  GBytes *changeset;
};
