/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds what a form lists: skills, needs, absences, people in a slot, slots of a team. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"
#include "widgets/pickers/remit-entity-picker.h"

G_BEGIN_DECLS

/* Each says on @widget's window why it could not be done. */

/** Adds an absence to a person, or a slot to a team. */
void remit_add_rows_add (GtkWidget *widget,
                         RemitWorkspace *workspace,
                         RemitEntity *subject);

/** Offers skills, or for assignments to a slot people: first who fits best. */
void remit_add_rows_fill (RemitEntityPicker *picker,
                          RemitWorkspace *workspace,
                          RemitKind kind,
                          RemitEntity *subject);

/** Adds what was picked of that: a skill of a person, a need of a slot, a person in a slot. */
void remit_add_rows_add_picked (GtkWidget *widget,
                                RemitWorkspace *workspace,
                                RemitEntity *subject,
                                gint64 id);

/** Makes a skill, and adds it. */
void remit_add_rows_create_skill (GtkWidget *widget,
                                  RemitWorkspace *workspace,
                                  RemitEntity *subject,
                                  const char *name);

G_END_DECLS
