/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions that entities of a list have to meet: --where FIELD=VALUE. */
#include "remit-cli-where.h"

#include <glib/gi18n.h>
#include <string.h>

#include "remit-cli-entity.h"
#include "remit-cli-value.h"

typedef enum {
  RELATION_IS,
  RELATION_IS_NOT,
  RELATION_LESS,
  RELATION_MORE,
  RELATION_AT_MOST,
  RELATION_AT_LEAST,
} Relation;

/* Longer ones first. */
static const struct
{
  const char *sign;
  Relation relation;
} relations[] = {
  { "!=", RELATION_IS_NOT },  { "<=", RELATION_AT_MOST }, { ">=", RELATION_AT_LEAST },
  { "=", RELATION_IS },       { "<", RELATION_LESS },     { ">", RELATION_MORE },
};

/* @folded: of texts, in lower case; @ids: of references, whatever the name may mean */
typedef struct {
  guint field;
  Relation relation;
  gint64 number;
  char *folded;
  GArray *ids;
} Condition;

struct _RemitCliWhere
{
  RemitWorkspace *workspace;
  const RemitEntityInfo *info;
  GArray *conditions;
};

static void
condition_clear (gpointer data)
{
  Condition *self = data;

  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->ids, g_array_unref);
}

/* ── Parsing ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: the value, or %NULL with @error set */
static const char *
split (RemitCliWhere *self,
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
      field = remit_cli_kind_find_field (self->info, text, length, error);
      if (field < 0)
        return NULL;
      condition->field = (guint) field;
      condition->relation = relations[i].relation;
      return text + length + strlen (relations[i].sign);
    }
  remit_cli_misuse (error,
                    _ ("--where cannot be “%s”; it can be FIELD=VALUE, and for numbers and days "
                       "also FIELD<VALUE, FIELD>VALUE, FIELD<=VALUE and FIELD>=VALUE"), text);
  return NULL;
}

static gboolean
check_relation (RemitCliWhere *self,
                const Condition *condition,
                GError **error)
{
  const RemitField *field = &self->info->fields[condition->field];

  if (condition->relation <= RELATION_IS_NOT
      || (field->kind != REMIT_FIELD_TEXT && field->kind != REMIT_FIELD_REFERENCE
          && field->kind != REMIT_FIELD_ENUM && field->kind != REMIT_FIELD_BOOLEAN))
    return TRUE;
  return remit_cli_misuse (error,
                           /* Translators: the name of a field */
                           _ ("“%s” can only be compared with = and !="), field->name);
}

static gboolean
parse_number (RemitCliWhere *self,
              Condition *condition,
              const char *text,
              GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (self->info->kind);
  g_autofree char *value = NULL;
  g_autoptr (GError) local_error = NULL;

  /* A day that is required is asked for with none, too: there is no such day. */
  if (*text == '\0' && self->info->fields[condition->field].kind == REMIT_FIELD_DATE)
    return TRUE;
  value = remit_cli_value_dup (self->workspace, 0, self->info, condition->field, text, error);
  if (!remit_record_parse (record, condition->field, value, &local_error))
    return remit_cli_misuse (error, "%s", local_error->message);
  condition->number = remit_record_get_integer (record, condition->field);
  return TRUE;
}

static gboolean
parse (RemitCliWhere *self,
       Condition *condition,
       gint64 plan,
       const char *text,
       GError **error)
{
  const char *value = split (self, condition, text, error);
  const RemitField *field;

  if (value == NULL || !check_relation (self, condition, error))
    return FALSE;
  field = &self->info->fields[condition->field];
  if (field->kind == REMIT_FIELD_TEXT)
    condition->folded = g_utf8_casefold (value, -1);
  else if (field->kind != REMIT_FIELD_REFERENCE)
    return parse_number (self, condition, value, error);
  else if (*value != '\0')
    {
      condition->ids = remit_cli_entity_find_all (self->workspace, field->target, plan, value,
                                                  error);
      return condition->ids != NULL;
    }
  return TRUE;
}

RemitCliWhere *
remit_cli_where_new (RemitWorkspace *workspace,
                     RemitKind kind,
                     gint64 plan,
                     char **texts,
                     GError **error)
{
  g_autoptr (RemitCliWhere) self = g_new0 (RemitCliWhere, 1);

  self->workspace = workspace;
  self->info = remit_entity_info (kind);
  self->conditions = g_array_new (FALSE, FALSE, sizeof (Condition));
  g_array_set_clear_func (self->conditions, condition_clear);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      Condition condition = { 0 };

      if (!parse (self, &condition, plan, texts[i], error))
        {
          condition_clear (&condition);
          return NULL;
        }
      g_array_append_val (self->conditions, condition);
    }
  return g_steal_pointer (&self);
}

void
remit_cli_where_free (RemitCliWhere *self)
{
  g_array_unref (self->conditions);
  g_free (self);
}

/* ── Judging ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_text (const char *text,
         const char *folded)
{
  g_autofree char *other = g_utf8_casefold (text, -1);

  return g_str_equal (other, folded);
}

/* What has no name of its own is called by another one's, such as a slot by its role's. */
static gboolean
is_called (RemitCliWhere *self,
           const Condition *condition,
           const RemitRecord *record)
{
  const char *text = remit_record_get_text (record, condition->field);
  g_autofree char *name = NULL;

  if (*text != '\0' || *condition->folded == '\0'
      || (int) condition->field != remit_entity_info_find_name (self->info))
    return is_text (text, condition->folded);
  name = remit_design_dup_name (self->workspace, self->info->kind, remit_record_get_id (record));
  return is_text (name, condition->folded);
}

static gboolean
refers (const Condition *condition,
        gint64 id)
{
  if (condition->ids == NULL)
    return id == 0;
  for (guint i = 0; i < condition->ids->len; i++)
    if (g_array_index (condition->ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* A day that is open is neither before nor after another one. */
static gboolean
compare (const RemitField *field,
         const Condition *condition,
         gint64 number)
{
  gboolean is_open = number == 0
                     && (field->kind == REMIT_FIELD_DATE || field->kind == REMIT_FIELD_TIME);

  switch (condition->relation)
    {
    case RELATION_LESS:
      return !is_open && number < condition->number;
    case RELATION_MORE:
      return !is_open && number > condition->number;
    case RELATION_AT_MOST:
      return !is_open && number <= condition->number;
    case RELATION_AT_LEAST:
      return !is_open && number >= condition->number;
    case RELATION_IS:
    case RELATION_IS_NOT:
    default:
      return number == condition->number;
    }
}

static gboolean
meets (RemitCliWhere *self,
       const Condition *condition,
       const RemitRecord *record)
{
  const RemitField *field = &self->info->fields[condition->field];

  if (field->kind == REMIT_FIELD_TEXT)
    return is_called (self, condition, record);
  if (field->kind == REMIT_FIELD_REFERENCE)
    return refers (condition, remit_record_get_integer (record, condition->field));
  return compare (field, condition, remit_record_get_integer (record, condition->field));
}

gboolean
remit_cli_where_matches (RemitCliWhere *self,
                         const RemitRecord *record)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (self->conditions, Condition, i);

      if (meets (self, condition, record) == (condition->relation == RELATION_IS_NOT))
        return FALSE;
    }
  return TRUE;
}
