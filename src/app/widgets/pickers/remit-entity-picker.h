/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds one entity among all of its kind, by typing a part of its name. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

/**
 * RemitEntityPicker:
 *
 * For popovers, which it closes. Signal `picked` (gint64 id) when one was chosen; signal `create`
 * (string name) when the user wants a new one, see remit_entity_picker_set_can_create(). Empty when
 * it is out of sight.
 */
#define REMIT_TYPE_ENTITY_PICKER (remit_entity_picker_get_type ())
G_DECLARE_FINAL_TYPE (RemitEntityPicker, remit_entity_picker, REMIT, ENTITY_PICKER, AdwBin)

/**
 * RemitDescribeFunc:
 *
 * Returns: (transfer full) (nullable): what is said below the name of an entity
 */
typedef char *(*RemitDescribeFunc) (RemitWorkspace *workspace,
                                    RemitEntity *subject,
                                    RemitEntity *entity);

/**
 * remit_entity_picker_show:
 * @subject: (nullable): what one is picked for; not itself, and nothing of another plan, is offered
 *
 * Fills the list, by name (see remit_design_dup_name()), and puts the focus into the search. Below
 * what is named after other things, as slots are, stands what it is part of. Of people those come
 * first whom @subject concerns (see remit_concerned_rank()), and title and teams stand below.
 */
void remit_entity_picker_show (RemitEntityPicker *self,
                               RemitWorkspace *workspace,
                               RemitKind kind,
                               RemitEntity *subject);

/**
 * remit_entity_picker_show_best:
 * @scores: (transfer full): from ids (#gint64) to numbers; the largest stand first, and who is not
 *   in it last
 * @describe: (nullable): called for the rows in sight
 *
 * The same, with an order.
 */
void remit_entity_picker_show_best (RemitEntityPicker *self,
                                    RemitWorkspace *workspace,
                                    RemitKind kind,
                                    RemitEntity *subject,
                                    GHashTable *scores,
                                    RemitDescribeFunc describe);

/** Whether a new one can be made; by default not. */
void remit_entity_picker_set_can_create (RemitEntityPicker *self,
                                         gboolean can_create);
