/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of archives share: a workspace of two years, and its archive. */
#pragma once

#include "remit-test.h"
#include "store/archive/remit-archive.h"
#include "store/archive/remit-compact.h"

/* Lines 1 to 6 are of the one, 7 to 12 of the other. */
#define OLD "2026-02-03T10:00:00Z"
#define NEW "2027-02-03T10:00:00Z"
#define NOW "2028-02-03T10:00:00Z"
#define BORDER 6
#define LENGTH 12

typedef struct {
  char *folder;
  char *path;
  char *archive; /* a name for it */
  RemitStore *store;
} RemitSealed;

void remit_sealed_set_up (RemitSealed *fixture,
                          gconstpointer data);
void remit_sealed_tear_down (RemitSealed *fixture,
                             gconstpointer data);

/** Returns: (transfer full): a store for reading alone */
RemitStore *remit_sealed_open (const char *path);

/** Seals what is before @day, asserting that it can be. */
void remit_sealed_compact (RemitStore *store,
                           const char *day,
                           const char *archive,
                           RemitCompacted *compacted);

/** Returns: the number that a statement finds */
gint64 remit_sealed_count (RemitStore *store,
                           const char *sql);

/** Asserts that an archive is the one from which @store goes on, or is not. */
void remit_sealed_assert_archive (RemitStore *store,
                                  const char *path,
                                  gboolean is_right);

/** Runs SQL as somebody may with the shell of SQLite. */
void remit_sealed_tamper (const char *path,
                          const char *sql);
