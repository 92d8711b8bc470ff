/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of a form that lists the entity's skills, assignments and the like. */
#pragma once

#include <adwaita.h>

/**
 * RemitEntityRows:
 *
 * A section (see remit-section.h) of all entities of the kind that its property `kind` names, which
 * refer to the entity shown. There is a row for each, and a button to add one.
 */
#define REMIT_TYPE_ENTITY_ROWS (remit_entity_rows_get_type ())
G_DECLARE_FINAL_TYPE (RemitEntityRows, remit_entity_rows, REMIT, ENTITY_ROWS, AdwPreferencesGroup)

/* ── The kinds of rows ────────────────────────────────────────────────────────────────────── */

/** An absence of a person. */
#define REMIT_TYPE_ABSENCE_ROW (remit_absence_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitAbsenceRow, remit_absence_row, REMIT, ABSENCE_ROW, AdwExpanderRow)

/** A person in a slot, in the form of either. */
#define REMIT_TYPE_ASSIGNMENT_ROW (remit_assignment_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitAssignmentRow, remit_assignment_row, REMIT, ASSIGNMENT_ROW,
                      AdwExpanderRow)

/** A skill of a person, or one that a slot needs, with its level. */
#define REMIT_TYPE_SKILL_ROW (remit_skill_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitSkillRow, remit_skill_row, REMIT, SKILL_ROW, AdwPreferencesRow)

/** A slot, in the form of its team. */
#define REMIT_TYPE_SLOT_ROW (remit_slot_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitSlotRow, remit_slot_row, REMIT, SLOT_ROW, AdwActionRow)
