/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry of the history changed, in words. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-history.h"

/* Two references deep, such as an assignment's slot and that slot's role. */
#define MAX_DEPTH 3

static char *dup_record_name (RemitStore *store,
                              GPtrArray *changes,
                              const RemitRecord *record,
                              int depth);

/* A record as it is today, else as it was when it was removed in @changes. */
static RemitRecord *
find_record (RemitStore *store,
             GPtrArray *changes,
             RemitKind kind,
             gint64 id)
{
  RemitRecord *record = remit_store_load (store, kind, id, NULL);

  for (guint i = 0; record == NULL && i < changes->len; i++)
    {
      const RemitChange *change = g_ptr_array_index (changes, i);

      if (change->kind == kind && change->id == id && change->op != REMIT_CHANGE_CHANGED)
        record = remit_record_copy (change->new != NULL ? change->new : change->old);
    }
  return record;
}

static char *
dup_reference_name (RemitStore *store,
                    GPtrArray *changes,
                    RemitKind kind,
                    gint64 id,
                    int depth)
{
  g_autoptr (RemitRecord) record = NULL;

  if (id == 0)
    return g_strdup ("");
  record = find_record (store, changes, kind, id);
  if (record == NULL || depth >= MAX_DEPTH)
    /* Translators: stands for the name of something that was deleted since */
    return g_strdup (_ ("(deleted)"));
  return dup_record_name (store, changes, record, depth + 1);
}

static char *
dup_field_name (RemitStore *store,
                GPtrArray *changes,
                const RemitRecord *record,
                guint field,
                int depth)
{
  return dup_reference_name (store, changes, remit_record_get_info (record)->fields[field].target,
                             remit_record_get_integer (record, field), depth);
}

/* The name of an entity, or the names of the two that it joins. */
static char *
dup_record_name (RemitStore *store,
                 GPtrArray *changes,
                 const RemitRecord *record,
                 int depth)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int name = remit_entity_info_find_field (info, "name");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint first_field, second_field;

  if (name >= 0 && *remit_record_get_text (record, (guint) name) != '\0')
    return g_strdup (remit_record_get_text (record, (guint) name));

  switch (info->kind)
    {
    case REMIT_KIND_SLOT:
      return dup_field_name (store, changes, record, REMIT_SLOT_ROLE, depth);
    case REMIT_KIND_ABSENCE:
      return dup_field_name (store, changes, record, REMIT_ABSENCE_PERSON, depth);
    case REMIT_KIND_ASSIGNMENT:
      first_field = REMIT_ASSIGNMENT_PERSON;
      second_field = REMIT_ASSIGNMENT_SLOT;
      break;
    case REMIT_KIND_PERSON_SKILL:
      first_field = REMIT_PERSON_SKILL_PERSON;
      second_field = REMIT_PERSON_SKILL_SKILL;
      break;
    case REMIT_KIND_SLOT_NEED:
      first_field = REMIT_SLOT_NEED_SLOT;
      second_field = REMIT_SLOT_NEED_SKILL;
      break;
    case REMIT_KIND_SETTINGS:
    case REMIT_KIND_SKILL:
    case REMIT_KIND_ROLE:
    case REMIT_KIND_PERSON:
    case REMIT_KIND_PLAN:
    case REMIT_KIND_TEAM:
    case REMIT_KIND_NONE:
    case REMIT_N_KINDS:
    default:
      return g_strdup ("");
    }

  first = dup_field_name (store, changes, record, first_field, depth);
  second = dup_field_name (store, changes, record, second_field, depth);
  /* Translators: two names that belong together: a person and a slot, a person and a skill */
  return g_strdup_printf (_ ("%s – %s"), first, second);
}

static char *
dup_value (RemitStore *store,
           GPtrArray *changes,
           const RemitRecord *record,
           guint field)
{
  g_autofree char *value = NULL;

  if (remit_record_get_info (record)->fields[field].kind == REMIT_FIELD_REFERENCE)
    value = dup_field_name (store, changes, record, field, 0);
  else
    value = remit_record_display (record, field);

  /* Translators: stands for an empty value in the history */
  return *value != '\0' ? g_steal_pointer (&value) : g_strdup (_ ("nothing"));
}

/* "allocation 60 % → 80 %", for each field that changed */
static void
append_fields (GString *line,
               RemitStore *store,
               GPtrArray *changes,
               const RemitChange *change)
{
  const RemitEntityInfo *info = remit_entity_info (change->kind);
  gboolean first = TRUE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;

      if (!(change->fields & (G_GUINT64_CONSTANT (1) << i)))
        continue;
      old = dup_value (store, changes, change->old, i);
      new = dup_value (store, changes, change->new, i);
      g_string_append (line, first ? ": " : ", ");
      /* Translators: a field's name, its old and its new value */
      g_string_append_printf (line, _ ("%s %s → %s"), remit_field_get_label (&info->fields[i]), old,
                              new);
      first = FALSE;
    }
}

static char *
describe_change (RemitStore *store,
                 GPtrArray *changes,
                 const RemitChange *change)
{
  const RemitEntityInfo *info = remit_entity_info (change->kind);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *name = NULL;

  if (change->op == REMIT_CHANGE_CHANGED)
    name = dup_reference_name (store, changes, change->kind, change->id, 0);
  else
    name = dup_record_name (store, changes, change->new != NULL ? change->new : change->old, 0);

  switch (change->op)
    {
    case REMIT_CHANGE_ADDED:
      /* Translators: a kind of thing and its name: "Slot ML engineer: added" */
      g_string_printf (line, _ ("%s %s: added"), _ (info->label), name);
      break;
    case REMIT_CHANGE_REMOVED:
      /* Translators: a kind of thing and its name */
      g_string_printf (line, _ ("%s %s: removed"), _ (info->label), name);
      break;
    case REMIT_CHANGE_CHANGED:
    default:
      /* Translators: a kind of thing and its name; what changed comes after it */
      g_string_printf (line, _ ("%s %s"), _ (info->label), name);
      append_fields (line, store, changes, change);
      break;
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

GStrv
remit_history_describe (RemitStore *store,
                        GPtrArray *changes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *line = describe_change (store, changes, g_ptr_array_index (changes, i));

      g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}
