/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out for programs: one JSON object a run, with names that stay. */
#include "remit-cli-json.h"

#include <stdio.h>

#include "model/remit-day.h"
#include "model/remit-id.h"
#include "remit-cli-terminal.h"

void
remit_cli_json_set_id (JsonObject *object,
                       const char *name,
                       gint64 id)
{
  char text[17];

  remit_id_format (id, text);
  json_object_set_string_member (object, name, id != 0 ? text : NULL);
}

void
remit_cli_json_set_day (JsonObject *object,
                        const char *name,
                        gint64 day)
{
  char text[11];

  remit_day_format (day, text);
  json_object_set_string_member (object, name, day != 0 ? text : NULL);
}

void
remit_cli_json_set_texts (JsonObject *object,
                          const char *name,
                          const char *const *texts)
{
  JsonArray *array = remit_cli_json_add_array (object, name);

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
}

void
remit_cli_json_set_records (JsonObject *object,
                            const char *name,
                            GPtrArray *records)
{
  JsonArray *array = remit_cli_json_add_array (object, name);

  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, remit_cli_json_new_record (records->pdata[i]));
}

void
remit_cli_json_set_counts (JsonObject *object,
                           const char *name,
                           const guint counts[REMIT_N_KINDS])
{
  JsonObject *member = json_object_new ();

  json_object_set_object_member (object, name, member);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (counts[kind] > 0)
      json_object_set_int_member (member, remit_entity_info_get_table (remit_entity_info (kind)),
                                  counts[kind]);
}

JsonArray *
remit_cli_json_add_array (JsonObject *object,
                          const char *name)
{
  JsonArray *array = json_array_new ();

  json_object_set_array_member (object, name, array);
  return array;
}

JsonObject *
remit_cli_json_append (JsonArray *array)
{
  JsonObject *object = json_object_new ();

  json_array_add_object_element (array, object);
  return object;
}

static void
set_field (JsonObject *object,
           const RemitRecord *record,
           guint field)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];
  const char *name = remit_field_get_column (info);
  g_autofree char *text = NULL;

  if (info->kind == REMIT_FIELD_INTEGER || info->kind == REMIT_FIELD_PERCENT)
    json_object_set_int_member (object, name, remit_record_get_integer (record, field));
  else if (info->kind == REMIT_FIELD_BOOLEAN)
    json_object_set_boolean_member (object, name, remit_record_get_integer (record, field) != 0);
  else
    {
      text = remit_record_format (record, field);
      json_object_set_string_member (object, name,
                                     *text != '\0' || remit_field_is_text (info) ? text : NULL);
    }
}

JsonObject *
remit_cli_json_new_record (const RemitRecord *record)
{
  JsonObject *object = json_object_new ();

  remit_cli_json_set_id (object, "id", remit_record_get_id (record));
  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    set_field (object, record, i);
  return object;
}

char *
remit_cli_json_dup_text (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_take_object (root, object);
  text = json_to_string (root, TRUE);
  return remit_cli_terminal_escape_json (text);
}

void
remit_cli_json_print (JsonObject *object)
{
  g_autofree char *text = remit_cli_json_dup_text (object);

  /* JSON is UTF-8, whatever the locale. */
  fputs (text, stdout);
  fputc ('\n', stdout);
}
