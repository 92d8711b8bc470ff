/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published schema of plans, made ready for validating a stream. */
#pragma once

#include <glib.h>
#include <libxml/xmlschemas.h>

typedef struct _RemitPlanSchema RemitPlanSchema;

/**
 * remit_plan_schema_load:
 *
 * Loads `schema/plan.xsd` without its keys and references: libxml2 would keep a table of every id
 * to check them, which grows with the file, and takes three times as long as all the rest. The
 * reader checks them itself, against the workspace.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE, when the program is not installed as it should be
 */
RemitPlanSchema *remit_plan_schema_load (GError **error);
void remit_plan_schema_free (RemitPlanSchema *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPlanSchema, remit_plan_schema_free)

xmlSchema *remit_plan_schema_get (RemitPlanSchema *self);

/**
 * remit_plan_schema_describe:
 * @code: libxml2's code of the error
 * @message: what libxml2 says
 * @element: the element that begins, or that the text stands in
 * @parent: (nullable): for one that begins, the one that it stands in
 *
 * Returns: (transfer full): what is wrong, and what is expected, in words
 */
char *remit_plan_schema_describe (int code,
                                  const char *message,
                                  const char *element,
                                  const char *parent);
