/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of plan files share. */
#pragma once

#include "exchange/plan/remit-plan-reader.h"
#include "exchange/plan/remit-plan-writer.h"
#include "remit-test.h"

/** A folder, and a store in it. */
typedef struct {
  char *folder;
  RemitStore *store;
} PlanFixture;

void plan_fixture_set_up (PlanFixture *self,
                          gconstpointer data);
void plan_fixture_tear_down (PlanFixture *self,
                             gconstpointer data);

/** Returns: (transfer full): a second, empty store in the fixture's folder */
RemitStore *plan_fixture_open_other (PlanFixture *self);

/** Returns: (transfer full): the path of a file with @contents */
char *plan_fixture_write (PlanFixture *self,
                          const char *contents);

/** Returns: (transfer full): a plan file with @body, one more line each of `<plan …>`, id 1 */
char *plan_test_wrap (const char *body);

/** Returns: (transfer full): what reading @contents leads to, which must be well */
RemitImportResult *plan_fixture_read (PlanFixture *self,
                                      const char *contents);

/** Writes a plan as XML; see remit_exporter_write(). */
gboolean plan_test_write (RemitStore *store,
                          gint64 plan,
                          RemitAudience audience,
                          const char *path,
                          GCancellable *cancellable,
                          RemitProgress progress,
                          gpointer progress_data,
                          GError **error);

/** Returns: (transfer full): the text of the plan's file without the history, which is valid */
char *plan_test_export (RemitStore *store,
                        gint64 plan,
                        const char *folder);

/** Asserts that a file is valid by the published schema, with keys and references. */
void plan_test_assert_valid (const char *path);

/** Returns: (transfer full): the XML files in a folder of the program's data */
GPtrArray *plan_test_list_data (const char *folder);
