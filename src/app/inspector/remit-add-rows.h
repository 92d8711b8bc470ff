/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds entries to the lists of a form: skills, required skills, absences, people in a slot, slots
 * of a team. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"
#include "widgets/pickers/remit-entity-picker.h"

/* What a form's list calls to add to @subject, the entity that the form is of. Each says on
 * @widget's window what was done, or why not. */

void remit_add_absence (GtkWidget *widget,
                        RemitWorkspace *workspace,
                        RemitEntity *subject);
void remit_add_slot (GtkWidget *widget,
                     RemitWorkspace *workspace,
                     RemitEntity *subject);

/** Offers skills; or people for a slot, first who fits best. */
void remit_add_offer_skills (RemitEntityPicker *picker,
                             RemitWorkspace *workspace,
                             RemitEntity *subject);
void remit_add_offer_people (RemitEntityPicker *picker,
                             RemitWorkspace *workspace,
                             RemitEntity *subject);

/** Adds a skill to a person or a slot; or a person to a slot. */
void remit_add_skill (GtkWidget *widget,
                      RemitWorkspace *workspace,
                      RemitEntity *subject,
                      gint64 skill);
void remit_add_person (GtkWidget *widget,
                       RemitWorkspace *workspace,
                       RemitEntity *subject,
                       gint64 person);

/** Makes a skill, and adds it. */
void remit_add_new_skill (GtkWidget *widget,
                          RemitWorkspace *workspace,
                          RemitEntity *subject,
                          const char *name);
