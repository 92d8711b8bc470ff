/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking things up in the tables of fields. */
#include "remit-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-text.h"

G_DEFINE_QUARK (remit-model-error-quark, remit_model_error)

#define INFO(NAME, name) [REMIT_KIND_##NAME] = &remit_##name##_info,

static const RemitEntityInfo *const infos[REMIT_N_KINDS] = { REMIT_KINDS (INFO) };

const RemitEntityInfo *
remit_entity_info (RemitKind kind)
{
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);

  return infos[kind];
}

/* A word with underscores for hyphens, made once and kept. */
static const char *
to_column (const char *name)
{
  g_autofree char *column = NULL;

  if (strchr (name, '-') == NULL)
    return name;

  column = g_strdelimit (g_strdup (name), "-", '_');
  return g_intern_string (column);
}

const RemitEntityInfo *
remit_entity_info_by_table (const char *table)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (strcmp (to_column (infos[kind]->name), table) == 0)
      return infos[kind];
  return NULL;
}

const char *
remit_entity_info_get_table (const RemitEntityInfo *info)
{
  return to_column (info->name);
}

int
remit_entity_info_find_field (const RemitEntityInfo *info,
                              const char *name)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

static int
find_flag (const RemitEntityInfo *info,
           RemitFieldFlags flag)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & flag)
      return (int) i;
  return -1;
}

int
remit_entity_info_find_owner (const RemitEntityInfo *info)
{
  return find_flag (info, REMIT_FIELD_OWNER);
}

int
remit_entity_info_find_order (const RemitEntityInfo *info)
{
  return find_flag (info, REMIT_FIELD_ORDER);
}

int
remit_entity_info_find_origin (const RemitEntityInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_ORIGIN)
      return (int) i;
  return -1;
}

int
remit_entity_info_find_alternative (const RemitEntityInfo *info,
                                    RemitKind kind)
{
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_ALTERNATIVE) && info->fields[i].target == kind)
      return (int) i;
  return -1;
}

/* A place that people choose, a number that follows from something, or a moment. */
int
remit_entity_info_find_rank (const RemitEntityInfo *info)
{
  int order = remit_entity_info_find_order (info);
  int position = order < 0 ? remit_entity_info_find_field (info, "position") : -1;

  if (order >= 0)
    return order;
  if (position >= 0 && info->fields[position].kind == REMIT_FIELD_INTEGER)
    return position;
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_TIME && (info->fields[i].flags & REMIT_FIELD_REQUIRED))
      return (int) i;
  return -1;
}

gboolean
remit_entity_info_has_id (const RemitEntityInfo *info)
{
  return find_flag (info, REMIT_FIELD_KEY) < 0;
}

int
remit_entity_info_find_plan (const RemitEntityInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].target == REMIT_KIND_PLAN && (info->fields[i].flags & REMIT_FIELD_REQUIRED))
      return (int) i;
  return -1;
}

RemitKind
remit_entity_info_get_owner (const RemitEntityInfo *info)
{
  int owner = remit_entity_info_find_owner (info);

  return owner >= 0 ? info->fields[owner].target : REMIT_KIND_NONE;
}

RemitKind
remit_entity_info_get_log (const RemitEntityInfo *info)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (infos[kind]->is_log && remit_entity_info_get_owner (infos[kind]) == info->kind)
      return kind;
  return REMIT_KIND_NONE;
}

char *
remit_entity_info_dup_count (const RemitEntityInfo *info,
                             guint n)
{
  return g_strdup_printf (ngettext (info->counted.one, info->counted.many, n), n);
}

int
remit_entity_info_find_name (const RemitEntityInfo *info)
{
  int name = remit_entity_info_find_field (info, "name");

  return name >= 0 ? name : remit_entity_info_find_field (info, "title");
}

const char *
remit_field_get_column (const RemitField *field)
{
  return to_column (field->name);
}

const char *
remit_field_get_label (const RemitField *field)
{
  return _ (field->label);
}

char *
remit_label_dup_in_sentence (const char *label)
{
  char *name = g_strdup (_ (label));

  if (strcmp (label, name) == 0 && !g_ascii_isupper (name[1]))
    name[0] = g_ascii_tolower (name[0]);
  return name;
}

gboolean
remit_field_goes_along (const RemitField *field)
{
  return (field->flags & (REMIT_FIELD_OWNER | REMIT_FIELD_BOUND | REMIT_FIELD_REQUIRED))
         && !(field->flags & REMIT_FIELD_HOLDS);
}

gboolean
remit_field_is_hidden (const RemitField *field)
{
  return field->kind == REMIT_FIELD_ORIGIN;
}

int
remit_field_understand_choice (const RemitField *field,
                               const char *text)
{
  for (int i = 0; field->choices != NULL && field->choices[i].nick != NULL; i++)
    if (remit_text_is_like (text, field->choices[i].nick)
        || remit_text_is_like (text, field->choices[i].label)
        || remit_text_is_like (text, _ (field->choices[i].label)))
      return i;
  return -1;
}

int
remit_choice_find (const RemitChoice *choices,
                   const char *nick)
{
  for (int i = 0; choices != NULL && choices[i].nick != NULL; i++)
    if (g_strcmp0 (choices[i].nick, nick) == 0)
      return i;
  return -1;
}
