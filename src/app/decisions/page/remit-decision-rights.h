/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a decision's form that lists its rights: a group a letter, with who is behind it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitDecisionRights:
 *
 * An editor (see remit-editor.h) of the rights of a decision.
 */
#define REMIT_TYPE_DECISION_RIGHTS (remit_decision_rights_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecisionRights, remit_decision_rights, REMIT, DECISION_RIGHTS, GtkBox)

G_END_DECLS
