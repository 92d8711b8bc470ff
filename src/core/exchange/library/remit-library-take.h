/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding items of the library to a plan, or to the roles and skills of the workspace. */
#pragma once

#include "remit-library.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitLibraryState:
 * @REMIT_LIBRARY_MISSING: it is not there
 * @REMIT_LIBRARY_INCOMPLETE: the role or skill is there, without texts that the library has
 * @REMIT_LIBRARY_THERE: it is there
 */
typedef enum {
  REMIT_LIBRARY_MISSING,
  REMIT_LIBRARY_INCOMPLETE,
  REMIT_LIBRARY_THERE,
} RemitLibraryState;

/**
 * remit_library_get_state:
 * @plan: for a decision or a ladder; 0 for a role or a skill
 * @team: a team of @plan, or 0 for the whole plan
 *
 * Returns: whether the workspace has the role or the skill, the team or the plan the decision or
 *   the ladder
 */
RemitLibraryState remit_library_get_state (RemitWorkspace *workspace,
                                           gint64 plan,
                                           gint64 team,
                                           const RemitLibraryItem *item);

/**
 * remit_library_is_in_plan:
 *
 * Returns: whether the plan, or any team of it, has the decision or the ladder
 */
gboolean remit_library_is_in_plan (RemitWorkspace *workspace,
                                   gint64 plan,
                                   const RemitLibraryItem *item);

/**
 * remit_library_take:
 * @plan: for decisions and ladders; 0 for roles and skills
 * @team: a team of @plan, or 0 for the whole plan
 * @items: (array length=n_items): what is taken, all of one kind
 *
 * Adds items, in one edit. A role or a skill that is there gets the texts that it lacks.
 *
 * Rights and levels go to slots of the team with the roles of the library; where it has none, who
 * decides, agrees or mediates may be the only slot of the plan with such a role. Of those who
 * decide and those who do the work, the first role that is there is taken: required slots before
 * optional ones, another one than who decides, where there is one, and always where proposing and
 * approving have to be apart. In the whole plan, the roles themselves get the rights. Roles on a
 * ladder are added when they are not there.
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED when the team is not there; %REMIT_STORE_ERROR
 */
gboolean remit_library_take (RemitWorkspace *workspace,
                             gint64 plan,
                             gint64 team,
                             const RemitLibraryItem *const *items,
                             gsize n_items,
                             GError **error);
