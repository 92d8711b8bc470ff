/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans in a few lines of text, for the tests of rules. */
#pragma once

#include "check/remit-check.h"
#include "remit-test.h"

/**
 * Sketch:
 *
 * A workspace that was filled from lines of the form
 *
 *     KIND HANDLE FIELD=VALUE …
 *
 * as in `slot Lead team=Fraud role=ml fte=80`. The handle is the entity's name where it has one,
 * and what later lines call it in reference fields; `-` is none. Values are written as in plan
 * files, with quotes as in a shell where there are spaces. What is of a plan is of the plan of the
 * last line that made one, which is the one that is checked. Times are days at noon, local time.
 * `set KIND HANDLE FIELD=VALUE` changes.
 */
typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  gint64 plan;
  GHashTable *handles;
} Sketch;

Sketch *sketch_new (const char *text);
void sketch_free (Sketch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sketch, sketch_free)

/** Adds more lines. */
void sketch_add (Sketch *self,
                 const char *text);

gint64 sketch_get (Sketch *self,
                   const char *handle);

/** Returns: (transfer full): the findings of a rule, or of all, on a day */
GPtrArray *sketch_check (Sketch *self,
                         RemitRules *rules,
                         const char *rule,
                         const char *today);

/** Returns: (transfer full): the same as text: a line each, "E message", with E, W or I, and in
 * brackets when it is waived */
char *sketch_say (Sketch *self,
                  RemitRules *rules,
                  const char *rule,
                  const char *today);
