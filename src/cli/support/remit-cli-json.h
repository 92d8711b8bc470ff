/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out for programs: one JSON object a run, with names that stay. */
#pragma once

#include <json-glib/json-glib.h>

#include "model/remit-record.h"

/* Each adds a member to an object. An id and a day that are 0 become null. */
void remit_cli_json_set_id (JsonObject *object,
                            const char *name,
                            gint64 id);
void remit_cli_json_set_day (JsonObject *object,
                             const char *name,
                             gint64 day);
/** Adds an array of texts. @texts: ending with %NULL */
void remit_cli_json_set_texts (JsonObject *object,
                               const char *name,
                               const char *const *texts);
/** Adds an array of objects as below. @records: (element-type RemitRecord) */
void remit_cli_json_set_records (JsonObject *object,
                                 const char *name,
                                 GPtrArray *records);
/** Adds an object with a number for each kind of which there are any. */
void remit_cli_json_set_counts (JsonObject *object,
                                const char *name,
                                const guint counts[REMIT_N_KINDS]);

/** Returns: (transfer none): an empty array, which is now a member */
JsonArray *remit_cli_json_add_array (JsonObject *object,
                                     const char *name);
/** Returns: (transfer none): an empty object, which now ends the array */
JsonObject *remit_cli_json_append (JsonArray *array);

/** Returns: (transfer full): an object with `id` and all fields under the names of their columns */
JsonObject *remit_cli_json_new_record (const RemitRecord *record);

/** Returns: (transfer full): the text of an object. @object: (transfer full) */
char *remit_cli_json_dup_text (JsonObject *object);
/** Writes an object to standard output. @object: (transfer full) */
void remit_cli_json_print (JsonObject *object);
