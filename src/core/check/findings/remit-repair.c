/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done about a finding at once: one edit each, which can be undone. */
#include "remit-repair.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-percent.h"
#include "plan/decide/remit-holder.h"
#include "plan/decide/remit-matrix.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "remit-repair-reduce.h"
#include "remit-repair-words.h"

/* One value; a @field of −1 deletes. */
typedef struct {
  RemitKind kind;
  gint64 id;
  int field;
  gint64 value;
} Change;

/**
 * Mend:
 * @button: what the button says
 * @label: what the history says
 * @changes: (element-type Change)
 *
 * What a repair would do.
 */
typedef struct {
  char *button;
  RemitMessage *label;
  GArray *changes;
} Mend;

static void
mend_clear (Mend *self)
{
  g_free (self->button);
  g_clear_pointer (&self->label, remit_message_unref);
  g_clear_pointer (&self->changes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mend, mend_clear)

static void
mend_add (Mend *self,
          RemitKind kind,
          gint64 id,
          int field,
          gint64 value)
{
  Change change = { kind, id, field, value };

  g_array_append_val (self->changes, change);
}

/* Returns: the live entity that a finding is about, or %NULL */
static RemitEntity *
get_subject (RemitWorkspace *workspace,
             RemitFinding *finding,
             RemitKind kind)
{
  gint64 id = remit_finding_get_subject (finding, kind);

  return id != 0 ? remit_workspace_get (workspace, kind, id) : NULL;
}

/* ── Decisions ────────────────────────────────────────────────────────────────────────────── */

static guint
count_deciders (RemitWorkspace *workspace,
                RemitEntity *decision)
{
  g_autoptr (GPtrArray) people = remit_holder_get_people_of_part (
    workspace, decision, REMIT_PART_DECIDES, remit_day_today ());

  return people->len;
}

static gboolean
find_quorum (RemitWorkspace *workspace,
             gint64 plan G_GNUC_UNUSED,
             RemitFinding *finding,
             Mend *mend)
{
  RemitEntity *decision = get_subject (workspace, finding, REMIT_KIND_DECISION);
  guint n = decision != NULL ? count_deciders (workspace, decision) : 0;

  if (n == 0 || n >= remit_entity_get_integer (decision, REMIT_DECISION_QUORUM))
    return FALSE;
  /* Translators: a button; how many approvers have to agree, and how many will */
  mend->button = g_strdup_printf (
    _ ("Set quorum %1$d → %2$u"),
    (int) remit_entity_get_integer (decision, REMIT_DECISION_QUORUM), n);
  /* Translators: a step of the history; a number of people, and a decision */
  mend->label = remit_message_new_plural (
    (RemitPlural) REMIT_PLURAL ("Require %1$u approver for %2$s",
                                "Require %1$u approvers for %2$s"),
    n);
  remit_message_add_text (mend->label, remit_entity_get_text (decision, REMIT_DECISION_TITLE));
  mend_add (mend, REMIT_KIND_DECISION, remit_entity_get_id (decision), REMIT_DECISION_QUORUM, n);
  return TRUE;
}

static gboolean
find_superseded (RemitWorkspace *workspace,
                 gint64 plan G_GNUC_UNUSED,
                 RemitFinding *finding,
                 Mend *mend)
{
  RemitEntity *decision = get_subject (workspace, finding, REMIT_KIND_DECISION);
  g_autoptr (RemitRecord) superseded = NULL;
  g_autofree char *status = NULL;
  g_autofree char *new_status = NULL;

  if (decision == NULL
      || remit_entity_get_integer (decision, REMIT_DECISION_STATUS)
           == REMIT_DECISION_STATUS_SUPERSEDED)
    return FALSE;
  status = remit_record_display (remit_entity_get_record (decision), REMIT_DECISION_STATUS);
  superseded = remit_record_copy (remit_entity_get_record (decision));
  remit_record_set_integer (superseded, REMIT_DECISION_STATUS, REMIT_DECISION_STATUS_SUPERSEDED);
  new_status = remit_record_display (superseded, REMIT_DECISION_STATUS);
  /* Translators: a button; the status that a decision has, and the one that it will have */
  mend->button = g_strdup_printf (_ ("Set status %1$s → %2$s"), status, new_status);
  /* Translators: a step of the history; a decision */
  mend->label = remit_message_new (N_ ("Mark %s as superseded"),
                                   remit_entity_get_text (decision, REMIT_DECISION_TITLE), NULL);
  mend_add (mend, REMIT_KIND_DECISION, remit_entity_get_id (decision), REMIT_DECISION_STATUS,
            REMIT_DECISION_STATUS_SUPERSEDED);
  return TRUE;
}

/* The cell that a finding is about, with the letters that it would keep: who does the work may also
 * have the last word; of all others the first counts. */
static gboolean
find_strongest (RemitWorkspace *workspace,
                RemitFinding *finding,
                RemitCell *cell)
{
  static const RemitKind kinds[] = { REMIT_KIND_SLOT, REMIT_KIND_ROLE, REMIT_KIND_PERSON };
  RemitEntity *decision = get_subject (workspace, finding, REMIT_KIND_DECISION);
  RemitFramework framework;
  RemitLetters has;
  RemitLetters both = REMIT_LETTERS_NONE;

  *cell = (RemitCell){ .decision = decision != NULL ? remit_entity_get_id (decision) : 0 };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (get_subject (workspace, finding, kinds[i]) != NULL)
      {
        cell->holder_kind = kinds[i];
        cell->holder = remit_finding_get_subject (finding, kinds[i]);
      }
  if (decision == NULL || cell->holder == 0)
    return FALSE;

  framework = (RemitFramework) remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK);
  has = remit_matrix_get_letters (workspace, cell->decision, cell->holder_kind, cell->holder);
  for (RemitPart part = 0; part < REMIT_N_PARTS; part++)
    {
      const RemitLetterInfo *letter = remit_framework_find_part (framework, part);

      if (letter == NULL || !(has & REMIT_LETTERS (letter->letter)))
        continue;
      if (cell->letters == REMIT_LETTERS_NONE)
        cell->letters = REMIT_LETTERS (letter->letter);
      if (part == REMIT_PART_DECIDES || part == REMIT_PART_DOES)
        both |= REMIT_LETTERS (letter->letter);
    }
  cell->letters |= both;
  return has != cell->letters;
}

static char *
dup_strongest_label (RemitWorkspace *workspace,
                     RemitFinding *finding)
{
  RemitCell cell;
  RemitEntity *decision;
  RemitFramework framework;
  RemitLetters has;
  g_autofree char *kept = NULL;
  g_autofree char *dropped = NULL;

  if (!find_strongest (workspace, finding, &cell))
    return NULL;
  decision = remit_workspace_get (workspace, REMIT_KIND_DECISION, cell.decision);
  framework = (RemitFramework) remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK);
  has = remit_matrix_get_letters (workspace, cell.decision, cell.holder_kind, cell.holder);
  kept = remit_matrix_format_letters (framework, cell.letters);
  dropped = remit_matrix_format_letters (framework, has & (RemitLetters) ~cell.letters);
  /* Translators: a button; letters such as R/A, and those that go */
  return g_strdup_printf (_ ("Keep %1$s, remove %2$s"), kept, dropped);
}

static gboolean
can_decide_jointly (RemitWorkspace *workspace,
                    RemitFinding *finding)
{
  RemitEntity *decision = get_subject (workspace, finding, REMIT_KIND_DECISION);

  return decision != NULL
         && remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK) != REMIT_FRAMEWORK_JOINT;
}

static char *
dup_jointly_label (RemitWorkspace *workspace,
                   RemitFinding *finding)
{
  RemitEntity *decision = get_subject (workspace, finding, REMIT_KIND_DECISION);
  g_autofree char *framework = NULL;

  if (!can_decide_jointly (workspace, finding))
    return NULL;
  framework = remit_record_display (remit_entity_get_record (decision), REMIT_DECISION_FRAMEWORK);
  /* Translators: a button; the framework that a decision has now, such as RACI */
  return g_strdup_printf (_ ("Decide jointly: %s → joint, all must agree"), framework);
}

/* ── Slots and people ─────────────────────────────────────────────────────────────────────── */

static gboolean
find_need (RemitWorkspace *workspace,
           gint64 plan G_GNUC_UNUSED,
           RemitFinding *finding,
           Mend *mend)
{
  RemitEntity *slot = get_subject (workspace, finding, REMIT_KIND_SLOT);
  int filled = slot != NULL ? remit_load_get_filled (workspace, remit_entity_get_id (slot)) : 0;

  if (filled <= 0 || filled > remit_slot_info.fields[REMIT_SLOT_FTE].maximum
      || filled == remit_entity_get_integer (slot, REMIT_SLOT_FTE))
    return FALSE;
  /* Translators: a button; what a slot needs, and what it will need */
  mend->button = remit_percent_printf (
    _ ("Set demand %1$d → %2$d %%"), (int) remit_entity_get_integer (slot, REMIT_SLOT_FTE), filled);
  /* Translators: a step of the history; a slot */
  mend->label = remit_message_new_with (
    N_ ("Set demand of %1$s to %2$d %%"),
    remit_design_describe (workspace, REMIT_KIND_SLOT, remit_entity_get_id (slot)), NULL);
  remit_message_add_number (mend->label, filled);
  mend_add (mend, REMIT_KIND_SLOT, remit_entity_get_id (slot), REMIT_SLOT_FTE, filled);
  return TRUE;
}

static void
narrow (RemitEntity *entity,
        guint from_field,
        guint until_field,
        gint64 *from,
        gint64 *until)
{
  gint64 first = remit_entity_get_integer (entity, from_field);
  gint64 last = remit_entity_get_integer (entity, until_field);

  *from = MAX (*from, first);
  if (last != 0)
    *until = *until != 0 ? MIN (*until, last) : last;
}

static gboolean
find_trim (RemitWorkspace *workspace,
           gint64 plan G_GNUC_UNUSED,
           RemitFinding *finding,
           Mend *mend)
{
  RemitEntity *assignment = get_subject (workspace, finding, REMIT_KIND_ASSIGNMENT);
  RemitEntity *slot = get_subject (workspace, finding, REMIT_KIND_SLOT);
  RemitEntity *person = get_subject (workspace, finding, REMIT_KIND_PERSON);
  gint64 had_from;
  gint64 had_until;
  gint64 from;
  gint64 until;
  g_autofree char *seat = NULL;

  if (assignment == NULL || slot == NULL || person == NULL)
    return FALSE;
  from = had_from = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_FROM);
  until = had_until = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_UNTIL);
  narrow (slot, REMIT_SLOT_FROM, REMIT_SLOT_UNTIL, &from, &until);
  narrow (person, REMIT_PERSON_FROM, REMIT_PERSON_UNTIL, &from, &until);
  if (from == had_from && until == had_until)
    return FALSE;

  if (until != 0 && from > until)
    {
      seat = remit_design_dup_name (workspace, REMIT_KIND_SLOT, remit_entity_get_id (slot));
      /* Translators: a button; a person, and a slot */
      mend->button = g_strdup_printf (_ ("Remove %1$s from %2$s"),
                                      remit_entity_get_text (person, REMIT_PERSON_NAME), seat);
      /* Translators: a step of the history; a person */
      mend->label = remit_message_new (N_ ("Remove %s from the slot"),
                                       remit_entity_get_text (person, REMIT_PERSON_NAME), NULL);
      mend_add (mend, REMIT_KIND_ASSIGNMENT, remit_entity_get_id (assignment), -1, 0);
      return TRUE;
    }
  mend->button = remit_repair_dup_trim (had_from, had_until, from, until);
  /* Translators: a step of the history; a person */
  mend->label = remit_message_new (N_ ("Trim the dates of %s"),
                                   remit_entity_get_text (person, REMIT_PERSON_NAME), NULL);
  if (from != had_from)
    mend_add (mend, REMIT_KIND_ASSIGNMENT, remit_entity_get_id (assignment),
              REMIT_ASSIGNMENT_FROM, from);
  if (until != had_until)
    mend_add (mend, REMIT_KIND_ASSIGNMENT, remit_entity_get_id (assignment),
              REMIT_ASSIGNMENT_UNTIL, until);
  return TRUE;
}

static gboolean
find_reduce (RemitWorkspace *workspace,
             gint64 plan,
             RemitFinding *finding,
             Mend *mend)
{
  RemitEntity *person = get_subject (workspace, finding, REMIT_KIND_PERSON);
  g_autoptr (GArray) reductions = NULL;
  g_autofree char *words = NULL;

  if (person != NULL)
    reductions = remit_repair_find_reductions (workspace, plan, remit_entity_get_id (person));
  if (reductions == NULL || reductions->len == 0)
    return FALSE;
  words = remit_repair_dup_reductions (workspace, reductions);
  /* Translators: a button; teams, with what a person gives each now and afterwards */
  mend->button = g_strdup_printf (_ ("Reduce %s"), words);
  /* Translators: a step of the history; a person */
  mend->label = remit_message_new (N_ ("Reduce the allocations of %s"),
                                   remit_entity_get_text (person, REMIT_PERSON_NAME), NULL);
  for (guint i = 0; i < reductions->len; i++)
    {
      const RemitReduction *one = &g_array_index (reductions, RemitReduction, i);

      mend_add (mend, REMIT_KIND_ASSIGNMENT, one->assignment, REMIT_ASSIGNMENT_ALLOCATION,
                one->allocation);
    }
  return TRUE;
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

/* Those that only set values; the other two are verbs of the matrix. */
static gboolean (*const finders[REMIT_N_REPAIRS]) (RemitWorkspace *workspace,
                                                   gint64 plan,
                                                   RemitFinding *finding,
                                                   Mend *mend) = {
  [REMIT_REPAIR_LOWER_QUORUM] = find_quorum,
  [REMIT_REPAIR_MARK_SUPERSEDED] = find_superseded,
  [REMIT_REPAIR_TRIM] = find_trim,
  [REMIT_REPAIR_REDUCE] = find_reduce,
  [REMIT_REPAIR_NEED_WHAT_IS_FILLED] = find_need,
};

char *
remit_repair_dup_label (RemitWorkspace *workspace,
                        gint64 plan,
                        RemitFinding *finding,
                        RemitRepair repair)
{
  g_auto (Mend) mend = { .changes = g_array_new (FALSE, FALSE, sizeof (Change)) };

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (REMIT_IS_FINDING (finding) && repair < REMIT_N_REPAIRS, NULL);

  if (repair == REMIT_REPAIR_DECIDE_JOINTLY)
    return dup_jointly_label (workspace, finding);
  if (repair == REMIT_REPAIR_KEEP_STRONGEST)
    return dup_strongest_label (workspace, finding);
  return finders[repair](workspace, plan, finding, &mend) ? g_steal_pointer (&mend.button) : NULL;
}

static gboolean
write_change (RemitEdit *edit,
              const Change *change,
              GError **error)
{
  if (change->field < 0)
    return remit_edit_delete (edit, change->kind, change->id, error);
  return remit_edit_set_integer (edit, change->kind, change->id, (guint) change->field,
                                 change->value, error);
}

static gboolean
write_mend (RemitEdit *edit,
            gint64 plan,
            const Mend *mend,
            GError **error)
{
  remit_edit_describe (edit, plan, remit_message_ref (mend->label));
  for (guint i = 0; i < mend->changes->len; i++)
    if (!write_change (edit, &g_array_index (mend->changes, Change, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
decide_jointly (RemitWorkspace *workspace,
                RemitEdit *edit,
                gint64 plan,
                RemitFinding *finding,
                GError **error)
{
  RemitEntity *decision = get_subject (workspace, finding, REMIT_KIND_DECISION);
  g_autoptr (RemitRecord) joint = remit_record_copy (remit_entity_get_record (decision));

  remit_record_set_integer (joint, REMIT_DECISION_FRAMEWORK, REMIT_FRAMEWORK_JOINT);
  remit_edit_describe (edit, plan, remit_matrix_describe_framework (joint));
  return remit_matrix_write_framework (workspace, edit, joint, error);
}

static gboolean
repair_within (RemitWorkspace *workspace,
               RemitEdit *edit,
               gint64 plan,
               RemitFinding *finding,
               RemitRepair repair,
               GError **error)
{
  g_auto (Mend) mend = { .changes = g_array_new (FALSE, FALSE, sizeof (Change)) };
  RemitCell cell;

  if (repair == REMIT_REPAIR_DECIDE_JOINTLY && can_decide_jointly (workspace, finding))
    return decide_jointly (workspace, edit, plan, finding, error);
  if (repair == REMIT_REPAIR_KEEP_STRONGEST && find_strongest (workspace, finding, &cell))
    return remit_matrix_write_all (workspace, edit, &cell, 1, error);
  if (finders[repair] != NULL && finders[repair](workspace, plan, finding, &mend))
    return write_mend (edit, plan, &mend, error);

  g_set_error_literal (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED,
                       _ ("Already resolved"));
  return FALSE;
}

gboolean
remit_repair_do (RemitWorkspace *workspace,
                 gint64 plan,
                 RemitFinding *finding,
                 RemitRepair repair,
                 GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (REMIT_IS_FINDING (finding) && repair < REMIT_N_REPAIRS, FALSE);

  edit = remit_workspace_begin (workspace, error);
  return edit != NULL && repair_within (workspace, edit, plan, finding, repair, error)
         && remit_edit_commit (edit, error);
}
