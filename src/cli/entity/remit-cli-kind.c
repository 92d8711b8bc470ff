/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds and their fields, as they are written on the command line. */
#include "remit-cli-kind.h"

#include <glib/gi18n.h>
#include <string.h>

#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

/* Words are compared in lower case, with hyphens. */
static char *
dup_normal (const char *word,
            gsize length)
{
  g_autofree char *part = g_strndup (word, length);
  char *normal = g_ascii_strdown (part, -1);

  return g_strdelimit (normal, "_ ", '-');
}

char *
remit_cli_kind_dup_member (const RemitEntityInfo *info)
{
  return g_strdelimit (g_strdup (info->plural), "-", '_');
}

/* How many letters have to be inserted, removed or changed: Levenshtein (1965). */
static guint
measure (const char *a,
         const char *b)
{
  gsize length = strlen (b);
  g_autofree guint *row = g_new (guint, length + 1);

  for (guint j = 0; j <= length; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint corner = row[0];

      row[0] = i;
      for (guint j = 1; j <= length; j++)
        {
          guint changed = corner + (a[i - 1] != b[j - 1]);

          corner = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[length];
}

/* Returns: (nullable): what may have been meant by a word that is not known */
static const char *
find_nearest (const char *word,
                        GPtrArray *known)
{
  const char *nearest = NULL;
  guint least = (guint) strlen (word) / 3 + 1;

  for (guint i = 0; i < known->len; i++)
    {
      guint distance = measure (word, known->pdata[i]);

      if (distance > least || (distance == least && nearest != NULL))
        continue;
      nearest = known->pdata[i];
      least = distance;
    }
  for (guint i = 0; nearest == NULL && *word != '\0' && i < known->len; i++)
    if (g_str_has_prefix (known->pdata[i], word))
      nearest = known->pdata[i];
  return nearest;
}

/* Says what is not known, what it may have been, and what there is. */
static void
refuse_word (const char *format,
             const char *word,
             GPtrArray *known,
             GError **error)
{
  const char *nearest = find_nearest (word, known);
  g_autoptr (GString) message = g_string_new (NULL);

  g_string_printf (message, format, word);
  if (nearest != NULL)
    {
      g_string_append_c (message, ' ');
      g_string_append_printf (message, _ ("Did you mean “%s”?"), nearest);
    }
  g_string_append_c (message, '\n');
  for (guint i = 0; i < known->len; i++)
    g_string_append_printf (message, "%s%s", i > 0 ? ", " : "", (const char *) known->pdata[i]);
  remit_cli_misuse (error, "%s", message->str);
}

RemitKind
remit_cli_kind_find (const char *word,
                     GError **error)
{
  g_autofree char *normal = dup_normal (word, strlen (word));
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      if (g_str_equal (normal, info->name) || g_str_equal (normal, info->plural))
        return kind;
      g_ptr_array_add (known, (gpointer) info->name);
    }
  refuse_word (_ ("There is no kind “%s”."), word, known, error);
  return REMIT_KIND_NONE;
}

int
remit_cli_kind_find_field (const RemitEntityInfo *info,
                           const char *word,
                           gsize length,
                           GError **error)
{
  g_autofree char *normal = dup_normal (word, length);
  g_autofree char *format = NULL;
  g_autoptr (GPtrArray) known = NULL;
  int field = remit_entity_info_find_field (info, normal);

  if (field >= 0)
    return field;
  known = g_ptr_array_new ();
  for (guint i = 0; i < info->n_fields; i++)
    g_ptr_array_add (known, (gpointer) info->fields[i].name);
  /* Translators: a kind such as Person; a field's name follows in the place of %%s */
  format = g_strdup_printf (_ ("%s: there is no field “%%s”."), _ (info->label));
  refuse_word (format, normal, known, error);
  return -1;
}

/* ── What there is ────────────────────────────────────────────────────────────────────────── */

void
remit_cli_kind_list (RemitCli *cli)
{
  /* Translators: heads of columns */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Kind"), _ ("Plural"), _ ("Label"),
                                                         NULL);
  g_autoptr (JsonBuilder) builder = remit_cli_json_new ();

  remit_cli_json_begin_array (builder, "kinds");
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      remit_cli_table_add (table, info->name);
      remit_cli_table_add (table, info->plural);
      remit_cli_table_add (table, _ (info->label));
      json_builder_begin_object (builder);
      remit_cli_json_add_text (builder, "name", info->name);
      remit_cli_json_add_text (builder, "plural", info->plural);
      remit_cli_json_add_text (builder, "label", _ (info->label));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (cli->json)
    remit_cli_json_print (g_steal_pointer (&builder));
  else
    remit_cli_table_print (table);
}

static const char *
get_type (const RemitField *field)
{
  static const char *const types[] = {
    [REMIT_FIELD_TEXT] = N_ ("text"),
    [REMIT_FIELD_INTEGER] = N_ ("whole number"),
    [REMIT_FIELD_PERCENT] = N_ ("percent"),
    [REMIT_FIELD_BOOLEAN] = N_ ("true or false"),
    [REMIT_FIELD_DATE] = N_ ("day, such as 2026-03-31"),
    [REMIT_FIELD_TIME] = N_ ("time, such as 2026-03-31T12:00:00Z"),
    [REMIT_FIELD_DURATION] = N_ ("span of time, such as 48h or PT48H"),
    [REMIT_FIELD_ENUM] = N_ ("choice"),
    [REMIT_FIELD_REFERENCE] = N_ ("id or name"),
  };

  return types[field->kind];
}

/* Returns: (transfer full): the values that there are: "1 to 4", "draft, published" */
static char *
dup_allowed (const RemitField *field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (field->kind == REMIT_FIELD_REFERENCE)
    return g_strdup (remit_entity_info (field->target)->name);
  if (field->kind == REMIT_FIELD_ENUM)
    {
      for (const RemitChoice *choice = field->choices; choice->nick != NULL; choice++)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", choice->nick);
      return g_strdup (text->str);
    }
  if (field->kind == REMIT_FIELD_INTEGER || field->kind == REMIT_FIELD_PERCENT)
    /* Translators: the smallest and the largest number that is allowed */
    return g_strdup_printf (_ ("%d to %d"), (int) field->minimum, (int) field->maximum);
  return g_strdup ("");
}

static void
add_field (JsonBuilder *builder,
           const RemitRecord *initial,
           guint index)
{
  static const char *const types[] = {
    [REMIT_FIELD_TEXT] = "text",           [REMIT_FIELD_INTEGER] = "integer",
    [REMIT_FIELD_PERCENT] = "percent",     [REMIT_FIELD_BOOLEAN] = "boolean",
    [REMIT_FIELD_DATE] = "date",           [REMIT_FIELD_TIME] = "time",
    [REMIT_FIELD_DURATION] = "duration",   [REMIT_FIELD_ENUM] = "enum",
    [REMIT_FIELD_REFERENCE] = "reference",
  };
  const RemitField *field = &remit_record_get_info (initial)->fields[index];
  g_autofree char *value = remit_record_format (initial, index);

  json_builder_begin_object (builder);
  remit_cli_json_add_text (builder, "name", field->name);
  remit_cli_json_add_text (builder, "label", remit_field_get_label (field));
  remit_cli_json_add_text (builder, "type", types[field->kind]);
  remit_cli_json_add_boolean (builder, "required", (field->flags & REMIT_FIELD_REQUIRED) != 0);
  remit_cli_json_add_text (builder, "default", *value != '\0' ? value : NULL);
  remit_cli_json_add_text (builder, "target",
                           field->kind == REMIT_FIELD_REFERENCE
                             ? remit_entity_info (field->target)->name
                             : NULL);
  if (field->kind == REMIT_FIELD_INTEGER || field->kind == REMIT_FIELD_PERCENT)
    {
      remit_cli_json_add_integer (builder, "minimum", field->minimum);
      remit_cli_json_add_integer (builder, "maximum", field->maximum);
    }
  remit_cli_json_begin_array (builder, "choices");
  for (const RemitChoice *choice = field->choices;
       field->kind == REMIT_FIELD_ENUM && choice->nick != NULL; choice++)
    json_builder_add_string_value (builder, choice->nick);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
show_as_json (const RemitEntityInfo *info,
              const RemitRecord *initial)
{
  JsonBuilder *builder = remit_cli_json_new ();

  json_builder_set_member_name (builder, "kind");
  json_builder_begin_object (builder);
  remit_cli_json_add_text (builder, "name", info->name);
  remit_cli_json_add_text (builder, "plural", info->plural);
  remit_cli_json_add_text (builder, "label", _ (info->label));
  remit_cli_json_begin_array (builder, "fields");
  for (guint i = 0; i < info->n_fields; i++)
    add_field (builder, initial, i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  remit_cli_json_print (builder);
}

void
remit_cli_kind_show (RemitCli *cli,
                     const RemitEntityInfo *info)
{
  g_autoptr (RemitRecord) initial = remit_record_new (info->kind);
  g_autoptr (RemitCliTable) table = NULL;

  if (cli->json)
    {
      show_as_json (info, initial);
      return;
    }
  /* Translators: heads of columns; the last two are the values that are allowed, and the default */
  table = remit_cli_table_new (_ ("Field"), _ ("Label"), _ ("Type"), _ ("Default"),
                               _ ("Allowed"), NULL);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const RemitField *field = &info->fields[i];
      g_autofree char *allowed = dup_allowed (field);
      g_autofree char *value = remit_record_format (initial, i);
      gboolean required = (field->flags & REMIT_FIELD_REQUIRED) != 0;

      remit_cli_table_add (table, field->name);
      remit_cli_table_add (table, remit_field_get_label (field));
      remit_cli_table_add (table, _ (get_type (field)));
      /* Translators: said of a field instead of its default */
      remit_cli_table_add (table, required && *value == '\0' ? _ ("required") : value);
      remit_cli_table_add (table, allowed);
    }
  g_print ("%s (%s)\n\n", _ (info->label), info->name);
  remit_cli_table_print (table);
}
