/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds entries to the lists of a form: skills, required skills, absences, people in a slot, slots
 * of a team. */
#include "remit-add-rows.h"

#include "board/dialogs/remit-board-dialogs.h"
#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-try.h"

/* The level of a skill that is new to a person or a slot: independently */
#define NEW_LEVEL 2

/* The row that comes says the rest. */
static void
on_added (GtkWidget *widget,
          RemitWorkspace *workspace,
          gint64 done,
          gpointer data G_GNUC_UNUSED,
          const GError *error)
{
  if (done != 0)
    remit_feedback_announce (widget, remit_workspace_get_undo_label (workspace));
  else
    remit_feedback_error (widget, error);
}

void
remit_add_absence (GtkWidget *widget,
                   RemitWorkspace *workspace,
                   RemitEntity *person)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_ABSENCE);

  remit_record_set_integer (record, REMIT_ABSENCE_PERSON, remit_entity_get_id (person));
  remit_record_set_integer (record, REMIT_ABSENCE_FROM, remit_day_today ());
  remit_record_set_integer (record, REMIT_ABSENCE_UNTIL, remit_day_today ());
  remit_try_create (widget, workspace, record, on_added);
}

void
remit_add_slot (GtkWidget *widget,
                RemitWorkspace *workspace,
                RemitEntity *team)
{
  remit_add_slot_dialog_present (widget, workspace, remit_entity_get_id (team), NULL);
}

/* How many of the slot's needed skills each person has; only who has one is in it. */
static GHashTable *
count_fitting (RemitWorkspace *workspace,
               gint64 slot)
{
  GHashTable *scores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *needs = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT_NEED,
                                                    REMIT_SLOT_NEED_SLOT, slot);

  for (guint i = 0; i < needs->len; i++)
    {
      RemitEntity *need = g_ptr_array_index (needs, i);
      gint64 level = remit_entity_get_integer (need, REMIT_SLOT_NEED_LEVEL);
      GPtrArray *skills = remit_workspace_get_referring (
          workspace, REMIT_KIND_PERSON_SKILL, REMIT_PERSON_SKILL_SKILL,
          remit_entity_get_integer (need, REMIT_SLOT_NEED_SKILL));

      for (guint j = 0; j < skills->len; j++)
        {
          RemitEntity *skill = g_ptr_array_index (skills, j);
          gint64 person = remit_entity_get_integer (skill, REMIT_PERSON_SKILL_PERSON);
          int score = GPOINTER_TO_INT (g_hash_table_lookup (scores, &person));

          if (remit_entity_get_integer (skill, REMIT_PERSON_SKILL_LEVEL) >= level)
            g_hash_table_insert (scores, g_memdup2 (&person, sizeof person),
                                 GINT_TO_POINTER (score + 1));
        }
    }
  return scores;
}

static char *
describe_person (RemitWorkspace *workspace,
                 RemitEntity *slot,
                 RemitEntity *person)
{
  RemitPlacement placement = { .person = remit_entity_get_id (person),
                               .slot = remit_entity_get_id (slot) };
  g_auto (RemitOutcome) outcome = { 0 };

  remit_placement_ask (workspace, &placement, &outcome);
  return remit_outcome_dup_summary (&outcome);
}

void
remit_add_offer_people (RemitEntityPicker *picker,
                        RemitWorkspace *workspace,
                        RemitEntity *slot)
{
  remit_entity_picker_show_best (picker, workspace, REMIT_KIND_PERSON, slot,
                                 count_fitting (workspace, remit_entity_get_id (slot)),
                                 describe_person);
}

void
remit_add_person (GtkWidget *widget,
                  RemitWorkspace *workspace,
                  RemitEntity *slot,
                  gint64 person)
{
  RemitPlacement placement = { .person = person, .slot = remit_entity_get_id (slot) };

  remit_try_place (widget, workspace, &placement, 1, NULL);
}

/* ── Skills ───────────────────────────────────────────────────────────────────────────────── */

/* A skill that is to be added, by its name when nobody has it yet. */
typedef struct {
  RemitKind kind;
  gint64 subject;
  gint64 skill;
  char *name;
  gboolean is_added; /* it may be there already */
} Addition;

static void
addition_free (gpointer data)
{
  Addition *self = data;

  g_free (self->name);
  g_free (self);
}

static gint64
add_skill (RemitWorkspace *workspace,
           gpointer data,
           GError **error)
{
  Addition *self = data;

  return remit_design_add_skill (workspace, self->kind, self->subject, self->skill, self->name,
                                 NEW_LEVEL, &self->is_added, error);
}

static void
on_skill_added (GtkWidget *widget,
                RemitWorkspace *workspace,
                gint64 done,
                gpointer data,
                const GError *error)
{
  const Addition *self = data;

  if (done == 0 || self->is_added)
    on_added (widget, workspace, done, NULL, error);
}

static void
try_to_add (GtkWidget *widget,
            RemitWorkspace *workspace,
            RemitEntity *subject,
            gint64 skill,
            const char *name)
{
  const Addition self = { remit_entity_get_kind (subject), remit_entity_get_id (subject), skill,
                          g_strdup (name), FALSE };

  remit_try_then (widget, workspace, add_skill, g_memdup2 (&self, sizeof self), addition_free,
                  on_skill_added);
}

void
remit_add_offer_skills (RemitEntityPicker *picker,
                        RemitWorkspace *workspace,
                        RemitEntity *subject)
{
  remit_entity_picker_show (picker, workspace, REMIT_KIND_SKILL, subject);
}

void
remit_add_skill (GtkWidget *widget,
                 RemitWorkspace *workspace,
                 RemitEntity *subject,
                 gint64 skill)
{
  try_to_add (widget, workspace, subject, skill, NULL);
}

void
remit_add_new_skill (GtkWidget *widget,
                     RemitWorkspace *workspace,
                     RemitEntity *subject,
                     const char *name)
{
  try_to_add (widget, workspace, subject, 0, name);
}
