/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One element of a plan file: its attributes as the values of a record. */
#pragma once

#include "model/remit-entities.h"

/**
 * RemitPlanElement:
 * @record: its id and values; references are ids of the file, implied fields are not set
 * @given: a bit for each field that the file has
 * @audience: who the file is for, or %REMIT_AUDIENCE_UNKNOWN
 * @line: where its tag begins
 */
typedef struct {
  RemitRecord *record;
  guint64 given;
  int audience;
  int line;
  int column;
} RemitPlanElement;

/**
 * remit_plan_element_find_kind:
 * @parent: (nullable): the element that it stands in; several kinds may have one name
 *
 * Returns: the kind of the entities that the element stands for, or %REMIT_KIND_NONE
 */
RemitKind remit_plan_element_find_kind (const char *element,
                                        const char *parent);

/**
 * remit_plan_element_parse:
 * @name: the name of an attribute
 * @text: its value
 *
 * Sets a value of the element's record.
 *
 * Errors: %REMIT_MODEL_ERROR_INVALID, saying what is expected
 */
gboolean remit_plan_element_parse (RemitPlanElement *self,
                                   const char *name,
                                   const char *text,
                                   GError **error);

/** Returns: (nullable): the name of an attribute that the element needs and has not */
const char *remit_plan_element_find_missing (const RemitPlanElement *self);
