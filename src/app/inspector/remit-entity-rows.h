/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a form that lists what refers to the entity shown: its skills, assignments, … */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitEntityRows:
 *
 * A section (see remit-section.h) of all entities of the kind that its property `kind` names, whose
 * field `field` refers to the entity shown. There is a row for each, and a button to add one.
 */
#define REMIT_TYPE_ENTITY_ROWS (remit_entity_rows_get_type ())
G_DECLARE_FINAL_TYPE (RemitEntityRows, remit_entity_rows, REMIT, ENTITY_ROWS, AdwPreferencesGroup)

G_END_DECLS
