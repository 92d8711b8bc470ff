/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions that entities of a list have to meet: --where FIELD=VALUE. */
#include <glib/gi18n.h>
#include <string.h>

#include "remit-cli-list.h"

#include "model/remit-text.h"

/* What a value may be, beside that of the condition. */
typedef enum {
  LESS = 1 << 0,
  SAME = 1 << 1,
  MORE = 1 << 2,
  ANOTHER = LESS | MORE,
} Relation;

/* Longer ones first. */
static const struct
{
  const char *sign;
  Relation relation;
} relations[] = {
  { "!=", ANOTHER }, { "<=", LESS | SAME }, { ">=", MORE | SAME },
  { "=", SAME },     { "<", LESS },         { ">", MORE },
};

/* @text: of texts; @found: of references, whatever the name may mean */
typedef struct {
  guint field;
  Relation relation;
  gint64 number;
  char *text;
  GPtrArray *found;
} Condition;

static void
condition_clear (gpointer data)
{
  Condition *self = data;

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

/* ── Parsing ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: the value, or %NULL with @error set */
static const char *
split (const RemitEntityInfo *info,
       Condition *condition,
       const char *text,
       GError **error)
{
  gsize length = strcspn (text, "!<>=");
  int field;

  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (relations); i++)
    {
      if (!g_str_has_prefix (text + length, relations[i].sign))
        continue;
      field = remit_cli_kind_find_field (info, text, length, error);
      if (field < 0)
        return NULL;
      condition->field = (guint) field;
      condition->relation = relations[i].relation;
      return text + length + strlen (relations[i].sign);
    }
  remit_cli_misuse (error,
                    _ ("Invalid --where “%s”; use FIELD=VALUE or FIELD!=VALUE, and for numbers and "
                       "dates also FIELD<VALUE, FIELD>VALUE, FIELD<=VALUE and FIELD>=VALUE"), text);
  return NULL;
}

static gboolean
check_relation (const RemitField *field,
                Relation relation,
                GError **error)
{
  if (relation == SAME || relation == ANOTHER
      || (field->kind != REMIT_FIELD_TEXT && field->kind != REMIT_FIELD_REFERENCE
          && field->kind != REMIT_FIELD_ENUM && field->kind != REMIT_FIELD_BOOLEAN))
    return TRUE;
  return remit_cli_misuse (error,
                           /* Translators: the name of a field */
                           _ ("“%s” can only be compared with = and !="), field->name);
}

static gboolean
parse_number (const RemitEntityInfo *info,
              Condition *condition,
              const char *text,
              GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (info->kind);
  g_autofree char *value = NULL;
  g_autoptr (GError) local_error = NULL;

  /* A day that is required is asked for with none, too: there is no such day. */
  if (*text == '\0' && info->fields[condition->field].kind == REMIT_FIELD_DATE)
    return TRUE;
  value = remit_cli_value_dup (NULL, 0, info, condition->field, text, error);
  if (!remit_record_parse (record, condition->field, value, &local_error))
    return remit_cli_misuse (error, "%s", local_error->message);
  condition->number = remit_record_get_integer (record, condition->field);
  return TRUE;
}

static gboolean
parse (RemitCli *cli,
       const RemitEntityInfo *info,
       gint64 plan,
       const char *text,
       Condition *condition,
       GError **error)
{
  const char *value = split (info, condition, text, error);
  const RemitField *field = &info->fields[condition->field];

  if (value == NULL || !check_relation (field, condition->relation, error))
    return FALSE;
  if (field->kind == REMIT_FIELD_TEXT)
    condition->text = g_strdup (value);
  else if (field->kind != REMIT_FIELD_REFERENCE)
    return parse_number (info, condition, value, error);
  else if (*value != '\0')
    condition->found = remit_cli_entity_find_all (cli, field->target, plan, value, error);
  return field->kind != REMIT_FIELD_REFERENCE || *value == '\0' || condition->found != NULL;
}

GArray *
remit_cli_where_new (RemitCli *cli,
                     RemitKind kind,
                     gint64 plan,
                     char **texts,
                     GError **error)
{
  g_autoptr (GArray) conditions = g_array_new (FALSE, TRUE, sizeof (Condition));

  g_array_set_clear_func (conditions, condition_clear);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_array_set_size (conditions, i + 1);
      if (!parse (cli, remit_entity_info (kind), plan, texts[i],
                  &g_array_index (conditions, Condition, i), error))
        return NULL;
    }
  return g_steal_pointer (&conditions);
}

/* ── Judging ──────────────────────────────────────────────────────────────────────────────── */

/* What has no name of its own is called by another one's, such as a slot by its role's. */
static gboolean
is_called (const Condition *condition,
           RemitWorkspace *workspace,
           const RemitRecord *record)
{
  const char *text = remit_record_get_text (record, condition->field);
  g_autofree char *name = NULL;

  if (*text != '\0' || *condition->text == '\0'
      || (int) condition->field != remit_entity_info_find_name (remit_record_get_info (record)))
    return remit_text_is_like (text, condition->text);
  name = remit_design_dup_record_name (workspace, record);
  return remit_text_is_like (name, condition->text);
}

static gboolean
refers (const Condition *condition,
        gint64 id)
{
  if (condition->found == NULL)
    return id == 0;
  for (guint i = 0; i < condition->found->len; i++)
    if (remit_record_get_id (condition->found->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

/* A day that is open is neither before nor after another one. */
static Relation
compare (const RemitField *field,
         const Condition *condition,
         gint64 number)
{
  gboolean is_open = number == 0
                     && (field->kind == REMIT_FIELD_DATE || field->kind == REMIT_FIELD_TIME);

  if (is_open && condition->relation != SAME && condition->relation != ANOTHER)
    return 0;
  return number == condition->number ? SAME : number < condition->number ? LESS : MORE;
}

/* Returns: what a record has, beside the value of the condition; 0 when that cannot be said */
static Relation
judge (const Condition *condition,
       RemitWorkspace *workspace,
       const RemitRecord *record)
{
  const RemitField *field = &remit_record_get_info (record)->fields[condition->field];

  if (field->kind == REMIT_FIELD_TEXT)
    return is_called (condition, workspace, record) ? SAME : ANOTHER;
  if (field->kind == REMIT_FIELD_REFERENCE)
    return refers (condition, remit_record_get_integer (record, condition->field)) ? SAME : ANOTHER;
  return compare (field, condition, remit_record_get_integer (record, condition->field));
}

gboolean
remit_cli_where_matches (GArray *conditions,
                         RemitWorkspace *workspace,
                         const RemitRecord *record)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const Condition *condition = &g_array_index (conditions, Condition, i);

      if (!(judge (condition, workspace, record) & condition->relation))
        return FALSE;
    }
  return TRUE;
}
