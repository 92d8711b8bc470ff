/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of conflicts share: a ladder, conflicts on it, their pages and steps. */
#pragma once

#include "decisions-fixture.h"

/** That of the decisions, at noon of a Monday. */
void conflicts_fixture_set_up (DecisionsFixture *f,
                               gconstpointer data);
void conflicts_fixture_tear_down (DecisionsFixture *f,
                                  gconstpointer data);

/** Changes a field, as its form does. */
void conflicts_fixture_set (DecisionsFixture *f,
                            RemitKind kind,
                            gint64 id,
                            guint field,
                            const char *value);

/** Adds a ladder: Ada, then nobody, then Cleo, who decides. */
gint64 conflicts_fixture_add_ladder (DecisionsFixture *f);

/** Raises a conflict of the team alpha. */
gint64 conflicts_fixture_raise (DecisionsFixture *f,
                                const char *title);

/** Shows the view of conflicts. Returns: (transfer none): it */
GtkWidget *conflicts_fixture_show (DecisionsFixture *f);

/** Shows something beside that. Returns: (transfer none): the inspector */
GtkWidget *conflicts_fixture_inspect (DecisionsFixture *f,
                                      RemitKind kind,
                                      gint64 id);

/** Activates an action of the page of a conflict. */
void conflicts_fixture_step (GtkWidget *inspector,
                             const char *action);

/** Asserts the state of a conflict, and the rung it is on: "open on 1" */
void conflicts_fixture_check (DecisionsFixture *f,
                              gint64 conflict,
                              const char *expected);
