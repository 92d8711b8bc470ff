/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a conflict says first: how it stands, its clock, and the steps that make sense. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define REMIT_TYPE_CONFLICT_HEAD (remit_conflict_head_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictHead, remit_conflict_head, REMIT, CONFLICT_HEAD, GtkBox)

G_END_DECLS
