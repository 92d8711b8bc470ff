/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How entities are called, and the labels of the edits on them. */
#define G_LOG_DOMAIN "remit-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "remit-design-private.h"

const RemitRecord *
remit_design_peek (RemitWorkspace *workspace,
                   RemitKind kind,
                   gint64 id,
                   RemitRecord **owned)
{
  RemitEntity *entity = remit_workspace_get (workspace, kind, id);

  *owned = NULL;
  if (entity != NULL)
    return remit_entity_get_record (entity);
  if (id != 0)
    *owned = remit_store_load (remit_workspace_get_store (workspace), kind, id, NULL);
  return *owned;
}

RemitRecord *
remit_design_load (RemitWorkspace *workspace,
                   RemitKind kind,
                   gint64 id,
                   GError **error)
{
  g_autoptr (RemitRecord) owned = NULL;
  const RemitRecord *record = remit_design_peek (workspace, kind, id, &owned);

  if (record != NULL)
    return remit_record_copy (record);

  remit_design_refuse_gone (kind, error);
  return NULL;
}

gboolean
remit_design_refuse_gone (RemitKind kind,
                          GError **error)
{
  return remit_design_refuse (error,
                              /* Translators: a kind of thing, such as Person */
                              _ ("%s: it is not there, or no longer"),
                              _ (remit_entity_info (kind)->label));
}

gboolean
remit_design_refuse (GError **error,
                     const char *format,
                     ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED, message);
  return FALSE;
}

gint64
remit_design_get_plan (const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  if (info->kind == REMIT_KIND_PLAN)
    return remit_record_get_id (record);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].target == REMIT_KIND_PLAN)
      return remit_record_get_integer (record, i);
  return 0;
}

static char *
dup_name_of (RemitWorkspace *workspace,
             const RemitRecord *record,
             guint field)
{
  return remit_design_dup_name (workspace, remit_record_get_info (record)->fields[field].target,
                                remit_record_get_integer (record, field));
}

/* The name of what joins two others; @format takes both. */
static char *
dup_pair (RemitWorkspace *workspace,
          const RemitRecord *record,
          const char *format,
          guint first_field,
          guint second_field)
{
  g_autofree char *first = dup_name_of (workspace, record, first_field);
  g_autofree char *second = dup_name_of (workspace, record, second_field);

  return g_strdup_printf (format, first, second);
}

/* "Accountable (Product manager) for Release" */
static char *
dup_right_name (RemitWorkspace *workspace,
                const RemitRecord *record)
{
  gint64 decision = remit_record_get_integer (record, REMIT_RIGHT_DECISION);
  gint64 holder;
  RemitKind kind = remit_right_get_holder (record, &holder);
  g_autofree char *decision_name = remit_design_dup_name (workspace, REMIT_KIND_DECISION, decision);
  g_autofree char *holder_name = kind != REMIT_KIND_NONE
                                   ? remit_design_dup_name (workspace, kind, holder)
                                   : g_strdup ("");

  /* Translators: a letter such as A, who holds it, and a decision */
  return g_strdup_printf (_ ("%1$s of %2$s for %3$s"),
                          remit_letter_get_nick ((RemitLetter) remit_record_get_integer (
                              record, REMIT_RIGHT_LETTER)),
                          holder_name, decision_name);
}

char *
remit_design_dup_record_name (RemitWorkspace *workspace,
                              const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int name = remit_entity_info_find_name (info);

  if (name >= 0 && *remit_record_get_text (record, (guint) name) != '\0')
    return g_strdup (remit_record_get_text (record, (guint) name));

  switch (info->kind)
    {
    case REMIT_KIND_SLOT:
      return dup_name_of (workspace, record, REMIT_SLOT_ROLE);
    case REMIT_KIND_ABSENCE:
      return dup_name_of (workspace, record, REMIT_ABSENCE_PERSON);
    case REMIT_KIND_ASSIGNMENT:
      /* Translators: a person and a slot: "Ada Lovelace in ML engineer" */
      return dup_pair (workspace, record, _ ("%1$s in %2$s"), REMIT_ASSIGNMENT_PERSON,
                       REMIT_ASSIGNMENT_SLOT);
    case REMIT_KIND_PERSON_SKILL:
      /* Translators: a skill and who has it: "Python of Ada Lovelace" */
      return dup_pair (workspace, record, _ ("%1$s of %2$s"), REMIT_PERSON_SKILL_SKILL,
                       REMIT_PERSON_SKILL_PERSON);
    case REMIT_KIND_SLOT_NEED:
      /* Translators: a skill and the slot that needs it: "Python for ML engineer" */
      return dup_pair (workspace, record, _ ("%1$s for %2$s"), REMIT_SLOT_NEED_SKILL,
                       REMIT_SLOT_NEED_SLOT);
    case REMIT_KIND_RIGHT:
      return dup_right_name (workspace, record);
    case REMIT_KIND_DECISION_EVENT:
      return dup_name_of (workspace, record, REMIT_DECISION_EVENT_DECISION);
    case REMIT_KIND_RUNG:
      return dup_name_of (workspace, record, REMIT_RUNG_LADDER);
    case REMIT_KIND_OWN_RUNG:
      return dup_name_of (workspace, record, REMIT_OWN_RUNG_CONFLICT);
    case REMIT_KIND_CONFLICT_EVENT:
      return dup_name_of (workspace, record, REMIT_CONFLICT_EVENT_CONFLICT);
    case REMIT_KIND_INVOLVEMENT:
      return dup_name_of (workspace, record, REMIT_INVOLVEMENT_TEAM);
    case REMIT_KIND_HOLIDAY:
      return remit_day_display (remit_record_get_integer (record, REMIT_HOLIDAY_DAY));
    case REMIT_KIND_WAIVER:
      return g_strdup (remit_record_get_text (record, REMIT_WAIVER_RULE));
    case REMIT_KIND_SETTINGS:
      return g_strdup (_ ("the workspace"));
    case REMIT_KIND_SKILL:
    case REMIT_KIND_ROLE:
    case REMIT_KIND_PERSON:
    case REMIT_KIND_PLAN:
    case REMIT_KIND_TEAM:
    case REMIT_KIND_DECISION:
    case REMIT_KIND_LADDER:
    case REMIT_KIND_CONFLICT:
    case REMIT_KIND_PARTY:
    case REMIT_KIND_NONE:
    case REMIT_N_KINDS:
    default:
      return g_strdup ("");
    }
}

char *
remit_design_dup_name (RemitWorkspace *workspace,
                       RemitKind kind,
                       gint64 id)
{
  g_autoptr (RemitRecord) owned = NULL;
  const RemitRecord *record;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);

  record = remit_design_peek (workspace, kind, id, &owned);
  return record != NULL ? remit_design_dup_record_name (workspace, record) : g_strdup ("");
}

char *
remit_design_join (GPtrArray *texts)
{
  g_autofree char *joined = NULL;

  if (texts->len == 0)
    return g_strdup ("");

  joined = g_strdup (g_ptr_array_index (texts, 0));
  for (guint i = 1; i + 1 < texts->len; i++)
    {
      /* Translators: the beginning of a list and its next item */
      char *longer = g_strdup_printf (_ ("%1$s, %2$s"), joined,
                                      (const char *) g_ptr_array_index (texts, i));

      g_free (joined);
      joined = longer;
    }
  if (texts->len == 1)
    return g_steal_pointer (&joined);
  /* Translators: a list and its last item */
  return g_strdup_printf (_ ("%1$s and %2$s"), joined,
                          (const char *) g_ptr_array_index (texts, texts->len - 1));
}

/* Translators: labels of edits, as in a history and after "Undo"; the name of the thing follows. */
static const char *const labels[REMIT_N_KINDS][REMIT_N_VERBS] = {
  [REMIT_KIND_SETTINGS] = { N_ ("Add settings of %s"), N_ ("Delete settings of %s"),
                            N_ ("Duplicate settings of %s") },
  [REMIT_KIND_SKILL] = { N_ ("Add skill %s"), N_ ("Delete skill %s"), N_ ("Duplicate skill %s") },
  [REMIT_KIND_ROLE] = { N_ ("Add role %s"), N_ ("Delete role %s"), N_ ("Duplicate role %s") },
  [REMIT_KIND_PERSON] = { N_ ("Add %s"), N_ ("Delete %s"), N_ ("Duplicate %s") },
  [REMIT_KIND_PERSON_SKILL] = { N_ ("Add skill %s"), N_ ("Remove skill %s"),
                                N_ ("Duplicate skill %s") },
  [REMIT_KIND_ABSENCE] = { N_ ("Add absence of %s"), N_ ("Delete absence of %s"),
                           N_ ("Duplicate absence of %s") },
  [REMIT_KIND_PLAN] = { N_ ("Add plan %s"), N_ ("Delete plan %s"), N_ ("Duplicate plan %s") },
  [REMIT_KIND_TEAM] = { N_ ("Add team %s"), N_ ("Delete team %s"), N_ ("Duplicate team %s") },
  [REMIT_KIND_SLOT] = { N_ ("Add slot %s"), N_ ("Delete slot %s"), N_ ("Duplicate slot %s") },
  [REMIT_KIND_SLOT_NEED] = { N_ ("Add needed skill %s"), N_ ("Remove needed skill %s"),
                             N_ ("Duplicate needed skill %s") },
  [REMIT_KIND_DECISION] = { N_ ("Add decision %s"), N_ ("Delete decision %s"),
                            N_ ("Duplicate decision %s") },
  [REMIT_KIND_RIGHT] = { N_ ("Give right %s"), N_ ("Take right %s"), N_ ("Duplicate right %s") },
  [REMIT_KIND_DECISION_EVENT] = { N_ ("Add to the log of %s"), N_ ("Delete from the log of %s"),
                                  N_ ("Duplicate in the log of %s") },
  [REMIT_KIND_HOLIDAY] = { N_ ("Add holiday %s"), N_ ("Delete holiday %s"),
                           N_ ("Duplicate holiday %s") },
  [REMIT_KIND_LADDER] = { N_ ("Add ladder %s"), N_ ("Delete ladder %s"),
                          N_ ("Duplicate ladder %s") },
  [REMIT_KIND_RUNG] = { N_ ("Add rung to %s"), N_ ("Delete rung of %s"),
                        N_ ("Duplicate rung of %s") },
  [REMIT_KIND_CONFLICT] = { N_ ("Raise conflict %s"), N_ ("Delete conflict %s"),
                            N_ ("Duplicate conflict %s") },
  [REMIT_KIND_INVOLVEMENT] = { N_ ("Add team %s to the conflict"),
                               N_ ("Remove team %s from the conflict"),
                               N_ ("Duplicate team %s of the conflict") },
  [REMIT_KIND_PARTY] = { N_ ("Add party %s"), N_ ("Remove party %s"), N_ ("Duplicate party %s") },
  [REMIT_KIND_OWN_RUNG] = { N_ ("Add rung to %s"), N_ ("Delete rung of %s"),
                            N_ ("Duplicate rung of %s") },
  [REMIT_KIND_CONFLICT_EVENT] = { N_ ("Add to the log of %s"), N_ ("Delete from the log of %s"),
                                  N_ ("Duplicate in the log of %s") },
  [REMIT_KIND_WAIVER] = { N_ ("Waive %s"), N_ ("End waiver of %s"), N_ ("Duplicate waiver of %s") },
};

char *
remit_design_dup_label (RemitWorkspace *workspace,
                        RemitVerb verb,
                        const RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);
  g_autofree char *name = NULL;

  if (kind == REMIT_KIND_ASSIGNMENT)
    return dup_pair (workspace, record,
                     verb == REMIT_VERB_DELETE ? _ ("Take %1$s out of %2$s")
                                               : _ ("Assign %1$s to %2$s"),
                     REMIT_ASSIGNMENT_PERSON, REMIT_ASSIGNMENT_SLOT);

  name = remit_design_dup_record_name (workspace, record);
  return g_strdup_printf (_ (labels[kind][verb]), name);
}
