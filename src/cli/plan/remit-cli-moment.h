/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan at a moment, as an argument: PLAN, PLAN@DATE or PLAN@ENTRY. */
#pragma once

#include "plan/compare/remit-compare.h"
#include "remit-cli.h"

/**
 * remit_cli_moment_find:
 * @text: a plan by its id or name; behind a last "@" it may have a day (`2026-03-01`), at the end
 *   of which it is meant, or the number of an entry of the history
 *
 * A plan that is called so as a whole goes before. One that was deleted since can be named by its
 * id.
 */
gboolean remit_cli_moment_find (RemitCli *cli,
                                const char *text,
                                RemitPlanMoment *moment,
                                GError **error);
