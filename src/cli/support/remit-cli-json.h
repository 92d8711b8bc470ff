/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out for programs: one JSON object a run, with names that stay. */
#pragma once

#include <json-glib/json-glib.h>

#include "model/remit-record.h"

G_BEGIN_DECLS

/** Returns: (transfer full): a builder in which an object is open */
JsonBuilder *remit_cli_json_new (void);

/* Each adds a member to the object that is open. A text that is %NULL, an id and a day that are 0
 * become null. */
void remit_cli_json_add_text (JsonBuilder *builder,
                              const char *name,
                              const char *text);
void remit_cli_json_add_integer (JsonBuilder *builder,
                                 const char *name,
                                 gint64 integer);
void remit_cli_json_add_boolean (JsonBuilder *builder,
                                 const char *name,
                                 gboolean boolean);
void remit_cli_json_add_id (JsonBuilder *builder,
                            const char *name,
                            gint64 id);
void remit_cli_json_add_day (JsonBuilder *builder,
                             const char *name,
                             gint64 day);

/** Begins an array, to be ended with json_builder_end_array(). */
void remit_cli_json_begin_array (JsonBuilder *builder,
                                 const char *name);
/** Adds an array of texts. @texts: ending with %NULL */
void remit_cli_json_add_texts (JsonBuilder *builder,
                               const char *name,
                               const char *const *texts);

/** Adds `id` and all fields of @record under the names of their columns. */
void remit_cli_json_add_fields (JsonBuilder *builder,
                                const RemitRecord *record);

/** Adds an array of such objects. @records: (element-type RemitRecord) */
void remit_cli_json_add_records (JsonBuilder *builder,
                                 const char *name,
                                 GPtrArray *records);

/* An object with one array, of which each element is written when it is there: begin, the elements,
 * end. */
void remit_cli_json_begin_list (const char *name);
/** The same as remit_cli_json_print() for one element. */
void remit_cli_json_print_next (JsonBuilder *builder,
                                gboolean is_first);
void remit_cli_json_end_list (void);

/** Closes the object, writes it to standard output, and frees the builder. */
void remit_cli_json_print (JsonBuilder *builder);

G_END_DECLS
