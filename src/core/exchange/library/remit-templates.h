/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's data files, and the plans among them that new plans can be made from. */
#pragma once

#include "model/remit-record.h"

/**
 * RemitTemplate:
 * @id: its file name without the extension: "minimum-viable-ml-team"
 * @name: what the plan is called, translated if it is one of the program's
 * @purpose: what the plan is for, the same
 * @category: the group in which it is listed, the same; may be empty, as may what follows
 * @suited_for: when to choose it, one reason a line
 * @not_for: when not to, the same
 *
 * A template that is installed, in the program's or the user's data folder (`remit/templates`).
 */
typedef struct {
  char *id;
  char *path;
  char *name;
  char *purpose;
  char *category;
  char *suited_for;
  char *not_for;
} RemitTemplate;

/**
 * remit_templates_list:
 *
 * One of the user's own replaces one of the program's with the same id. Files that are no plans
 * are left out.
 *
 * Returns: (transfer full) (element-type RemitTemplate): all templates, by name
 */
GPtrArray *remit_templates_list (void);

/** Returns: (transfer none) (nullable): the one of @templates with an id */
const RemitTemplate *remit_templates_find (GPtrArray *templates,
                                           const char *id);

/**
 * remit_template_translate:
 * @record: an entity of a template
 *
 * Puts texts that have a translation into the user's language. Skills keep their names: by these
 * they are compared with what people have; the texts of their levels are translated.
 */
void remit_template_translate (RemitRecord *record);
