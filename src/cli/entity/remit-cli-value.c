/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FIELD=VALUE on the command line: fields, and values as files have them. */
#include <glib/gi18n.h>
#include <string.h>

#include "model/remit-day.h"
#include "model/remit-duration.h"
#include "model/remit-id.h"
#include "model/remit-money.h"
#include "model/remit-text.h"
#include "remit-cli-entity.h"

/* ── One value ────────────────────────────────────────────────────────────────────────────── */

static char *
dup_percent (const char *text)
{
  char *number = g_strdup (text);

  if (g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  return g_strchomp (number);
}

static char *
dup_boolean (const char *text)
{
  if (remit_text_is_like (text, "yes") || remit_text_is_like (text, _ ("yes"))
      || remit_text_is_like (text, "true"))
    return g_strdup ("true");
  if (remit_text_is_like (text, "no") || remit_text_is_like (text, _ ("no"))
      || remit_text_is_like (text, "false"))
    return g_strdup ("false");
  return g_strdup (text);
}

/* The nick of a choice, of a number with names the number. */
static char *
dup_choice (const RemitField *field,
            const char *text)
{
  int choice = remit_field_understand_choice (field, text);

  if (choice < 0)
    return g_strdup (text);
  return field->kind == REMIT_FIELD_ENUM ? g_strdup (field->choices[choice].nick)
                                         : g_strdup_printf ("%d", choice);
}

/* A date means the start of that day. */
static char *
dup_time (const char *text)
{
  gint64 day = remit_day_parse (text);

  return day != 0 ? remit_time_format (remit_time_of_day_end (day - 1)) : g_strdup (text);
}

static char *
dup_reference (RemitCli *cli,
               gint64 plan,
               RemitKind target,
               const char *text,
               GError **error)
{
  gint64 id = remit_cli_entity_find (cli, target, plan, text, error);
  char digits[17];

  if (id == 0)
    return NULL;
  remit_id_format (id, digits);
  return g_strdup (digits);
}

/* The value of a field that is not given. */
static char *
dup_initial (const RemitEntityInfo *info,
             guint field)
{
  g_autoptr (RemitRecord) record = remit_record_new (info->kind);

  return remit_record_format (record, field);
}

char *
remit_cli_value_dup (RemitCli *cli,
                     gint64 plan,
                     const RemitEntityInfo *info,
                     guint field,
                     const char *text,
                     GError **error)
{
  const RemitField *field_info = &info->fields[field];

  if (*text == '\0')
    return dup_initial (info, field);
  switch (field_info->kind)
    {
    case REMIT_FIELD_PERCENT:
      return dup_percent (text);
    case REMIT_FIELD_BOOLEAN:
      return dup_boolean (text);
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_ENUM:
      return dup_choice (field_info, text);
    case REMIT_FIELD_DURATION:
      return remit_duration_dup_file_text (text);
    case REMIT_FIELD_REFERENCE:
      return dup_reference (cli, plan, field_info->target, text, error);
    case REMIT_FIELD_TIME:
      return dup_time (text);
    case REMIT_FIELD_TEXT:
      return field_info->flags & REMIT_FIELD_MONEY ? remit_money_dup_file_text (text)
                                                   : g_strdup (text);
    case REMIT_FIELD_DATE:
    case REMIT_FIELD_ORIGIN:
    default:
      return g_strdup (text);
    }
}

gboolean
remit_cli_value_set (RemitCli *cli,
                     gint64 plan,
                     RemitRecord *record,
                     guint field,
                     const char *text,
                     GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  g_autofree char *value = NULL;

  if (text == NULL)
    return TRUE;
  if (*text == '\0' && info->fields[field].kind != REMIT_FIELD_TEXT)
    return remit_design_refuse (error, _ ("%s must not be empty"),
                                remit_field_get_label (&info->fields[field]));
  value = remit_cli_value_dup (cli, plan, info, field, text, error);
  return value != NULL && remit_record_parse (record, field, value, error);
}

/* ── Those of an entity ───────────────────────────────────────────────────────────────────── */

/* Returns: the field, or -1 with @error set. @text: (out): what follows the equals sign */
static int
split (const RemitEntityInfo *info,
       const char *word,
       const char **text,
       GError **error)
{
  const char *equals = strchr (word, '=');

  if (equals == NULL || equals == word)
    {
      remit_cli_misuse (error, _ ("“%s” is not FIELD=VALUE"), word);
      return -1;
    }
  *text = equals + 1;
  return remit_cli_kind_find_field (info, word, (gsize) (equals - word), error);
}

gboolean
remit_cli_value_is_pair (const RemitEntityInfo *info,
                         const char *word)
{
  const char *text;

  return split (info, word, &text, NULL) >= 0;
}

/* Returns: the plan of what a word refers to, the plan itself or something in it; or 0 */
static gint64
get_plan_of (RemitCli *cli,
             RemitKind target,
             const char *text,
             GError **error)
{
  gint64 id = remit_cli_entity_find (cli, target, 0, text, error);
  g_autoptr (RemitRecord) record = id != 0 ? remit_store_load (cli->store, target, id, error)
                                           : NULL;

  return record != NULL ? remit_design_get_plan (record) : 0;
}

static gboolean
tells_plan (const RemitEntityInfo *info,
            int field,
            int wanted)
{
  RemitKind target = info->fields[field].target;

  if (field == wanted)
    return TRUE;
  return wanted < 0 && target != REMIT_KIND_NONE && target != REMIT_KIND_PLAN
         && remit_entity_info_find_plan (remit_entity_info (target)) >= 0;
}

/* Of several, what is named first counts: the plan, what the entity is part of, anything else. */
static gint64
find_plan (RemitCli *cli,
           const RemitEntityInfo *info,
           char **words,
           GError **error)
{
  const int wanted[] = { remit_entity_info_find_plan (info), remit_entity_info_find_owner (info),
                         -1 };
  gint64 plan;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    for (guint j = 0; words[j] != NULL; j++)
      {
        const char *text;
        int field = split (info, words[j], &text, error);

        if (field < 0)
          return 0;
        if (*text != '\0' && tells_plan (info, field, wanted[i]))
          return get_plan_of (cli, info->fields[field].target, text, error);
      }
  plan = remit_cli_entity_find_only (cli, REMIT_KIND_PLAN, NULL);
  if (plan == 0)
    remit_cli_misuse (error,
                      /* Translators: a kind of thing, such as Team */
                      _ ("%s: give the plan with --plan"), _ (info->label));
  return plan;
}

static gboolean
has_field (GArray *values,
           guint field)
{
  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, RemitFieldText, i).field == field)
      return TRUE;
  return FALSE;
}

static gboolean
add (GArray *values,
     RemitCli *cli,
     gint64 plan,
     const RemitEntityInfo *info,
     const char *word,
     GError **error)
{
  const char *text;
  int field = split (info, word, &text, error);
  char *value;

  if (field < 0)
    return FALSE;
  if (has_field (values, (guint) field))
    return remit_cli_misuse (error, _ ("The field “%s” has two values"), info->fields[field].name);
  value = remit_cli_value_dup (cli, plan, info, (guint) field, text, error);
  if (value != NULL)
    g_array_append_vals (values, &(RemitFieldText){ (guint) field, value }, 1);
  return value != NULL;
}

static void
clear_value (gpointer value)
{
  g_free ((char *) ((RemitFieldText *) value)->text);
}

GArray *
remit_cli_values_parse (RemitCli *cli,
                        RemitKind kind,
                        gint64 *plan,
                        char **words,
                        GError **error)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RemitFieldText));

  g_array_set_clear_func (values, clear_value);
  if (*plan == 0 && remit_entity_info_find_plan (info) >= 0
      && (*plan = find_plan (cli, info, words, error)) == 0)
    return NULL;
  for (guint i = 0; words[i] != NULL; i++)
    if (!add (values, cli, *plan, info, words[i], error))
      return NULL;
  return g_steal_pointer (&values);
}
