/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill of a person, or one that a slot needs, with its level. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

#define REMIT_TYPE_SKILL_ROW (remit_skill_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitSkillRow, remit_skill_row, REMIT, SKILL_ROW, AdwActionRow)

/** @subject: the kind of the entity whose form it stands in */
GtkWidget *remit_skill_row_new (RemitWorkspace *workspace,
                                RemitEntity *entity,
                                RemitKind subject);

G_END_DECLS
