/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds and their fields, as they are written on the command line. */
#include <glib/gi18n.h>
#include <string.h>

#include "remit-cli-entity.h"
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
              char **known)
{
  const char *nearest = NULL;
  guint least = (guint) strlen (word) / 3 + 1;

  for (guint i = 0; known[i] != NULL; i++)
    {
      guint distance = measure (word, known[i]);

      if (distance > least || (distance == least && nearest != NULL))
        continue;
      nearest = known[i];
      least = distance;
    }
  for (guint i = 0; nearest == NULL && *word != '\0' && known[i] != NULL; i++)
    if (g_str_has_prefix (known[i], word))
      nearest = known[i];
  return nearest;
}

/* Names the unknown word, a suggestion, and the valid ones. */
static void
refuse_word (const char *format,
             const char *word,
             GStrvBuilder *builder,
             GError **error)
{
  g_auto (GStrv) known = g_strv_builder_end (builder);
  const char *nearest = find_nearest (word, known);
  g_autofree char *list = g_strjoinv (", ", known);
  g_autoptr (GString) message = g_string_new (NULL);

  g_string_printf (message, format, word);
  if (nearest != NULL)
    {
      g_string_append_c (message, ' ');
      g_string_append_printf (message, _ ("Did you mean “%s”?"), nearest);
    }
  remit_cli_misuse (error, "%s\n%s", message->str, list);
}

RemitKind
remit_cli_kind_find (const char *word,
                     GError **error)
{
  g_autofree char *normal = dup_normal (word, strlen (word));
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      if (g_str_equal (normal, info->name) || g_str_equal (normal, info->plural))
        return kind;
      g_strv_builder_add (known, info->name);
    }
  refuse_word (_ ("Unknown kind “%s”."), word, known, error);
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
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  int field = remit_entity_info_find_field (info, normal);

  if (field >= 0 && !remit_field_is_hidden (&info->fields[field]))
    return field;
  for (guint i = 0; i < info->n_fields; i++)
    if (!remit_field_is_hidden (&info->fields[i]))
      g_strv_builder_add (known, info->fields[i].name);
  /* Translators: a kind such as Person; a field's name follows in the place of %%s */
  format = g_strdup_printf (_ ("%s: unknown field “%%s”."), _ (info->label));
  refuse_word (format, normal, known, error);
  return -1;
}

/* ── What there is ────────────────────────────────────────────────────────────────────────── */

static void
set_names (JsonObject *object,
           const RemitEntityInfo *info)
{
  json_object_set_string_member (object, "name", info->name);
  json_object_set_string_member (object, "plural", info->plural);
  json_object_set_string_member (object, "label", _ (info->label));
}

void
remit_cli_kind_list (RemitCli *cli)
{
  /* Translators: heads of columns */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Kind"), _ ("Plural"), _ ("Label"),
                                                         NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *kinds = remit_cli_json_add_array (object, "kinds");

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      remit_cli_table_add (table, info->name);
      remit_cli_table_add (table, info->plural);
      remit_cli_table_add (table, _ (info->label));
      set_names (remit_cli_json_append (kinds), info);
    }
  if (cli->json)
    remit_cli_json_print (g_steal_pointer (&object));
  else
    remit_cli_table_print (table);
}

/* What a field takes, for programs and for people. */
static const struct
{
  const char *nick;
  const char *label;
} types[] = {
  [REMIT_FIELD_TEXT] = { "text", N_ ("text") },
  [REMIT_FIELD_INTEGER] = { "integer", N_ ("whole number") },
  [REMIT_FIELD_PERCENT] = { "percent", N_ ("percent") },
  [REMIT_FIELD_BOOLEAN] = { "boolean", N_ ("true or false") },
  [REMIT_FIELD_DATE] = { "date", N_ ("date, such as 2026-03-31") },
  [REMIT_FIELD_TIME] = { "time", N_ ("time, such as 2026-03-31T12:00:00Z") },
  [REMIT_FIELD_DURATION] = { "duration", N_ ("duration, such as 48h or PT48H") },
  [REMIT_FIELD_ENUM] = { "enum", N_ ("choice") },
  [REMIT_FIELD_REFERENCE] = { "reference", N_ ("id or name") },
};

static gboolean
is_number (const RemitField *field)
{
  return field->kind == REMIT_FIELD_INTEGER || field->kind == REMIT_FIELD_PERCENT;
}

/* Returns: (transfer full): the words of a choice, none of another field */
static GStrv
list_choices (const RemitField *field)
{
  g_autoptr (GStrvBuilder) nicks = g_strv_builder_new ();

  for (guint i = 0; field->kind == REMIT_FIELD_ENUM && field->choices[i].nick != NULL; i++)
    g_strv_builder_add (nicks, field->choices[i].nick);
  return g_strv_builder_end (nicks);
}

/* Returns: (transfer full): the values that there are: "1 to 4", "draft, published" */
static char *
dup_allowed (const RemitField *field)
{
  g_auto (GStrv) choices = list_choices (field);

  if (field->kind == REMIT_FIELD_REFERENCE)
    return g_strdup (remit_entity_info (field->target)->name);
  if (is_number (field))
    /* Translators: the smallest and the largest number that is allowed */
    return g_strdup_printf (_ ("%d to %d"), (int) field->minimum, (int) field->maximum);
  return g_strjoinv (", ", choices);
}

static void
set_field (JsonObject *object,
           const RemitField *field,
           const char *initial)
{
  g_auto (GStrv) choices = list_choices (field);

  json_object_set_string_member (object, "name", field->name);
  json_object_set_string_member (object, "label", remit_field_get_label (field));
  json_object_set_string_member (object, "type", types[field->kind].nick);
  json_object_set_boolean_member (object, "required", (field->flags & REMIT_FIELD_REQUIRED) != 0);
  json_object_set_string_member (object, "default", *initial != '\0' ? initial : NULL);
  json_object_set_string_member (object, "target",
                                 field->kind == REMIT_FIELD_REFERENCE
                                   ? remit_entity_info (field->target)->name
                                   : NULL);
  if (is_number (field))
    {
      json_object_set_int_member (object, "minimum", field->minimum);
      json_object_set_int_member (object, "maximum", field->maximum);
    }
  remit_cli_json_set_texts (object, "choices", (const char *const *) choices);
}

static void
add_field (RemitCliTable *table,
           const RemitField *field,
           const char *initial)
{
  g_autofree char *allowed = dup_allowed (field);
  gboolean required = (field->flags & REMIT_FIELD_REQUIRED) != 0;

  remit_cli_table_add (table, field->name);
  remit_cli_table_add (table, remit_field_get_label (field));
  remit_cli_table_add (table, _ (types[field->kind].label));
  /* Translators: said of a field instead of its default */
  remit_cli_table_add (table, required && *initial == '\0' ? _ ("required") : initial);
  remit_cli_table_add (table, allowed);
}

void
remit_cli_kind_show (RemitCli *cli,
                     const RemitEntityInfo *info)
{
  g_autoptr (RemitRecord) record = remit_record_new (info->kind);
  /* Translators: heads of columns; the last two are the values that are allowed, and the default */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Field"), _ ("Label"), _ ("Type"),
                                                         _ ("Default"), _ ("Allowed"), NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *kind = json_object_new ();
  JsonArray *fields;

  json_object_set_object_member (object, "kind", kind);
  set_names (kind, info);
  fields = remit_cli_json_add_array (kind, "fields");
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *initial = remit_record_format (record, i);

      if (remit_field_is_hidden (&info->fields[i]))
        continue;
      set_field (remit_cli_json_append (fields), &info->fields[i], initial);
      add_field (table, &info->fields[i], initial);
    }
  if (cli->json)
    {
      remit_cli_json_print (g_steal_pointer (&object));
      return;
    }
  g_print ("%s (%s)\n\n", _ (info->label), info->name);
  remit_cli_table_print (table);
}
