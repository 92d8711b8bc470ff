/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking things up in the tables of fields. */
#define G_LOG_DOMAIN "remit-model"

#include "config.h"

#include "remit-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-entities.h"

G_DEFINE_QUARK (remit-model-error-quark, remit_model_error)

static const RemitEntityInfo *const infos[REMIT_N_KINDS] = {
  [REMIT_KIND_SETTINGS] = &remit_settings_info,
  [REMIT_KIND_HOLIDAY] = &remit_holiday_info,
  [REMIT_KIND_SKILL] = &remit_skill_info,
  [REMIT_KIND_ROLE] = &remit_role_info,
  [REMIT_KIND_PERSON] = &remit_person_info,
  [REMIT_KIND_PERSON_SKILL] = &remit_person_skill_info,
  [REMIT_KIND_ABSENCE] = &remit_absence_info,
  [REMIT_KIND_PLAN] = &remit_plan_info,
  [REMIT_KIND_TEAM] = &remit_team_info,
  [REMIT_KIND_SLOT] = &remit_slot_info,
  [REMIT_KIND_SLOT_NEED] = &remit_slot_need_info,
  [REMIT_KIND_ASSIGNMENT] = &remit_assignment_info,
  [REMIT_KIND_DECISION] = &remit_decision_info,
  [REMIT_KIND_RIGHT] = &remit_right_info,
  [REMIT_KIND_DECISION_EVENT] = &remit_decision_event_info,
  [REMIT_KIND_LADDER] = &remit_ladder_info,
  [REMIT_KIND_RUNG] = &remit_rung_info,
  [REMIT_KIND_CONFLICT] = &remit_conflict_info,
  [REMIT_KIND_INVOLVEMENT] = &remit_involvement_info,
  [REMIT_KIND_PARTY] = &remit_party_info,
  [REMIT_KIND_OWN_RUNG] = &remit_own_rung_info,
  [REMIT_KIND_CONFLICT_EVENT] = &remit_conflict_event_info,
  [REMIT_KIND_WAIVER] = &remit_waiver_info,
};

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

/* The reference to the entity that this one is deleted with, or -1. */
int
remit_entity_info_find_owner (const RemitEntityInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & REMIT_FIELD_OWNER)
      return (int) i;
  return -1;
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

/* The index of the choice with @nick, or -1. */
int
remit_field_find_choice (const RemitField *field,
                         const char *nick)
{
  for (int i = 0; field->choices != NULL && field->choices[i].nick != NULL; i++)
    if (strcmp (field->choices[i].nick, nick) == 0)
      return i;
  return -1;
}
