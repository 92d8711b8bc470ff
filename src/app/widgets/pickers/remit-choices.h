/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to choose from in a drop-down: words of a field, or entities by name. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

/** Returns: (transfer full): the words of @choices, up to the end */
GListModel *remit_choices_new (const RemitChoice *choices);

/* A drop-down is a #GtkDropDown or an #AdwComboRow. */

/**
 * remit_choices_offer:
 * @none: what stands for none of them, first or, with @none_last, last
 * @entities: (transfer full): have names. When the one that is chosen goes, none of them is chosen
 *   instead; with @none_last the list has to stay as it is.
 */
void remit_choices_offer (gpointer drop_down,
                          const char *none,
                          gboolean none_last,
                          GListModel *entities);

/** The same with the parts of an entity, in their order. @workspace: (nullable): there are none */
void remit_choices_offer_parts (gpointer drop_down,
                                const char *none,
                                gboolean none_last,
                                RemitWorkspace *workspace,
                                RemitKind kind,
                                gint64 owner);

/** Returns: the id of the entity that is chosen, 0 for none */
gint64 remit_choices_get (gpointer drop_down);

/** Chooses an entity, if it is offered. */
void remit_choices_set (gpointer drop_down,
                        gint64 id);
