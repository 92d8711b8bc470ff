/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a plan an audience is not given, told before anything is written. */
#pragma once

#include "remit-audience.h"
#include "store/remit-store.h"

/**
 * RemitLeaving:
 * @left_out: what is left out, a line each: "E-mail: 43, for example ada@example.org",
 *   "Conflicts: 1, for example Tone"
 * @replaced: how many names a role stands in for
 * @named: for the audience `anonymous`, texts that may name somebody, a line each: "Description of
 *   Release the model"
 */
typedef struct {
  GStrv left_out;
  guint replaced;
  GStrv named;
} RemitLeaving;

/**
 * remit_leaving_find:
 *
 * Reads all of the plan; for one thread, with a store of its own.
 *
 * Returns: (transfer full): what the audience is not given, or %NULL with @error set
 */
RemitLeaving *remit_leaving_find (RemitStore *store,
                                  gint64 plan,
                                  RemitAudience audience,
                                  GCancellable *cancellable,
                                  GError **error);
void remit_leaving_free (RemitLeaving *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitLeaving, remit_leaving_free)

/** Returns: (transfer full): all of it, a paragraph each; for the audience `full` nothing */
char *remit_leaving_dup_text (const RemitLeaving *self);
