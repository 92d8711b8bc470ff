/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the inspector share: a small plan in a window, and its rows. */
#pragma once

#include "inspector/remit-inspector.h"
#include "remit-test-app.h"

typedef struct {
  char *folder;
  RemitWindow *window;
  RemitWorkspace *workspace;
  RemitStore *store;
  gint64 plan, team, other_team, role, slot, skill, ada, grace;
} InspectorFixture;

void remit_inspector_test_set_up (InspectorFixture *fixture,
                                  gconstpointer data);
void remit_inspector_test_tear_down (InspectorFixture *fixture,
                                     gconstpointer data);

/** Opens the inspector as a click does. Returns: (transfer none): it */
GtkWidget *remit_inspector_test_show (InspectorFixture *fixture,
                                      RemitKind kind,
                                      gint64 id);

/** Returns: (transfer none) (nullable): the row with a title */
GtkWidget *remit_inspector_test_find_row (GtkWidget *root,
                                          const char *title);

/** Returns: (transfer none): the part of the form that lists a kind */
GtkWidget *remit_inspector_test_find_rows (GtkWidget *root,
                                           const char *title);

/** Asserts that undo leads back to @before and redo to what is there now, by the window's
 * actions. */
void remit_inspector_test_undo_and_redo (InspectorFixture *fixture,
                                         const char *before);
