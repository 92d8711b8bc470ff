/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as JSON, with the names that its XML has. */
#pragma once

#include "exchange/remit-exporter.h"

/**
 * remit_plan_write_json:
 *
 * Writes what the plan's XML says, as one object: attributes are members, of numbers and of yes or
 * no with their types; the entities of a section are a list with the section's name, parts of an
 * entity a list with the name of their elements. What is empty is left out, as in XML. The file
 * `schema/plan.schema.json` describes it; see #RemitExporter.
 */
gboolean remit_plan_write_json (const RemitExport *export,
                                RemitOutput *output,
                                GError **error);

/** The identifier of the schema. */
#define REMIT_PLAN_JSON_SCHEMA "urn:remit:plan:1:json"

/** Returns: (transfer full): the JSON Schema (2020-12), made from the tables of fields */
char *remit_plan_json_dup_schema (void);
