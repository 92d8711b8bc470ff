/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the file under a store share: a workspace, and what others do to its file. */
#pragma once

#include "remit-test.h"

typedef struct {
  char *folder;
  char *path;
  char *log; /* what SQLite keeps beside it */
  RemitStore *store;
} RemitFileTest;

void remit_file_test_set_up (RemitFileTest *self,
                             gconstpointer data);
void remit_file_test_tear_down (RemitFileTest *self,
                                gconstpointer data);

/** Returns: (transfer full): a name in the folder of the test */
char *remit_file_test_name (RemitFileTest *self,
                            const char *name);

/** Copies a file over another as cp does: what is there already stays the same file. */
void remit_file_test_copy (const char *from,
                           const char *to);

/** Lets what is written from now on be newer than what was: the time of files has a grain. */
void remit_file_test_pass_time (void);

/** Copies the file and its log as they are at this moment, as a crash would leave them. */
void remit_file_test_crash (RemitFileTest *self,
                            const char *to);

/** Tries to add a person. Returns: (transfer full) (nullable): why it was refused */
GError *remit_file_test_edit (RemitStore *store,
                              const char *name);

/** Asserts that a file opens, verifies, and has as many people. */
void remit_file_test_assert_people (const char *path,
                                    guint n);
