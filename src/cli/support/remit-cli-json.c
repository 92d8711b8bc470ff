/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out for programs: one JSON object a run, with names that stay. */
#include "remit-cli-json.h"

#include <stdio.h>

#include "model/remit-day.h"
#include "model/remit-id.h"

JsonBuilder *
remit_cli_json_new (void)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  return builder;
}

void
remit_cli_json_add_text (JsonBuilder *builder,
                         const char *name,
                         const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
remit_cli_json_add_integer (JsonBuilder *builder,
                            const char *name,
                            gint64 integer)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, integer);
}

void
remit_cli_json_add_boolean (JsonBuilder *builder,
                            const char *name,
                            gboolean boolean)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, boolean);
}

void
remit_cli_json_add_id (JsonBuilder *builder,
                       const char *name,
                       gint64 id)
{
  char text[17];

  remit_id_format (id, text);
  remit_cli_json_add_text (builder, name, id != 0 ? text : NULL);
}

void
remit_cli_json_add_day (JsonBuilder *builder,
                        const char *name,
                        gint64 day)
{
  char text[11];

  remit_day_format (day, text);
  remit_cli_json_add_text (builder, name, day != 0 ? text : NULL);
}

void
remit_cli_json_begin_array (JsonBuilder *builder,
                            const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

void
remit_cli_json_add_texts (JsonBuilder *builder,
                          const char *name,
                          const char *const *texts)
{
  remit_cli_json_begin_array (builder, name);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_field (JsonBuilder *builder,
           const RemitRecord *record,
           guint field)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];
  const char *name = remit_field_get_column (info);
  g_autofree char *text = NULL;

  switch (info->kind)
    {
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
      remit_cli_json_add_integer (builder, name, remit_record_get_integer (record, field));
      break;
    case REMIT_FIELD_BOOLEAN:
      remit_cli_json_add_boolean (builder, name, remit_record_get_integer (record, field) != 0);
      break;
    case REMIT_FIELD_TEXT:
      remit_cli_json_add_text (builder, name, remit_record_get_text (record, field));
      break;
    case REMIT_FIELD_DATE:
    case REMIT_FIELD_TIME:
    case REMIT_FIELD_DURATION:
    case REMIT_FIELD_ENUM:
    case REMIT_FIELD_REFERENCE:
    default:
      text = remit_record_format (record, field);
      remit_cli_json_add_text (builder, name, *text != '\0' ? text : NULL);
      break;
    }
}

void
remit_cli_json_add_fields (JsonBuilder *builder,
                           const RemitRecord *record)
{
  remit_cli_json_add_id (builder, "id", remit_record_get_id (record));
  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    add_field (builder, record, i);
}

void
remit_cli_json_add_records (JsonBuilder *builder,
                            const char *name,
                            GPtrArray *records)
{
  remit_cli_json_begin_array (builder, name);
  for (guint i = 0; i < records->len; i++)
    {
      json_builder_begin_object (builder);
      remit_cli_json_add_fields (builder, records->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Closes the object and frees the builder. */
static char *
end (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  g_object_unref (builder);
  return json_generator_to_data (generator, NULL);
}

void
remit_cli_json_print (JsonBuilder *builder)
{
  g_autofree char *text = end (builder);

  /* JSON is UTF-8, whatever the locale. */
  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
remit_cli_json_begin_list (const char *name)
{
  printf ("{\n  \"%s\" : [", name);
}

void
remit_cli_json_print_next (JsonBuilder *builder,
                           gboolean is_first)
{
  g_autofree char *text = end (builder);

  fputs (is_first ? "\n" : ",\n", stdout);
  fputs (text, stdout);
}

void
remit_cli_json_end_list (void)
{
  fputs ("\n  ]\n}\n", stdout);
}
