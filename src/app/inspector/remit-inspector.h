/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details pane: the form of a person, slot, team or other entity. */
#pragma once

#include "widgets/remit-view.h"

#define REMIT_TYPE_INSPECTOR (remit_inspector_get_type ())
G_DECLARE_FINAL_TYPE (RemitInspector, remit_inspector, REMIT, INSPECTOR, RemitView)

/** Returns: whether there is a form for @kind, which may be none */
gboolean remit_inspector_can_show (RemitKind kind);

/** Shows the entity of @kind, which it can show, with @id, to be edited. */
void remit_inspector_show (RemitInspector *self,
                           RemitKind kind,
                           gint64 id);

/** Gives the keyboard to the first field, as soon as it is there to be seen. */
void remit_inspector_focus (RemitInspector *self);

/** Returns: whether what is shown is better read with more room than a form needs */
gboolean remit_inspector_wants_room (RemitInspector *self);

/** Returns: (transfer none) (nullable): what it shows */
RemitEntity *remit_inspector_get_entity (RemitInspector *self);
