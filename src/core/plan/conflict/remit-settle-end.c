/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How conflicts are resolved, with the decision and the rights that this leads to. */
#include <glib/gi18n-lib.h>

#include "plan/design/remit-design-private.h"
#include "remit-settle-private.h"

/* ── The decision that it led to ──────────────────────────────────────────────────────────── */

static gint64
create_decision (RemitSettling *self,
                 const char *title,
                 GError **error)
{
  gint64 plan = remit_settling_get (self, REMIT_CONFLICT_PLAN);
  g_autoptr (RemitRecord) decision = remit_record_new (REMIT_KIND_DECISION);
  g_autoptr (GPtrArray) siblings = remit_design_get_parts (self->workspace, REMIT_KIND_DECISION,
                                                           plan);

  remit_record_set_integer (decision, REMIT_DECISION_PLAN, plan);
  remit_record_set_integer (decision, REMIT_DECISION_TEAM,
                            remit_settling_get (self, REMIT_CONFLICT_TEAM));
  remit_record_set_text (decision, REMIT_DECISION_TITLE, title);
  remit_record_set_integer (decision, REMIT_DECISION_RAISED, self->at);
  remit_record_set_integer (decision, REMIT_DECISION_STATUS, REMIT_DECISION_STATUS_ACCEPTED);
  remit_record_set_integer (decision, REMIT_DECISION_POSITION,
                            remit_design_get_last_position (siblings, REMIT_DECISION_POSITION));
  return remit_edit_insert (self->edit, decision, error) ? remit_record_get_id (decision) : 0;
}

/* A decision is for all to read, and does not tell of a conflict that is not. */
static gboolean
is_for_all (const RemitSettling *self)
{
  return remit_settling_get (self, REMIT_CONFLICT_VISIBILITY) == REMIT_VISIBILITY_TEAM;
}

static char *
dup_override (const RemitSettling *self)
{
  if (!is_for_all (self))
    return g_strdup (_ ("Resolved by escalation"));
  /* Translators: the title of a conflict */
  return g_strdup_printf (_ ("Resolved by escalation, in the conflict “%s”"),
                          remit_record_get_text (self->conflict, REMIT_CONFLICT_TITLE));
}

/* A conflict resolved on the ladder was decided by the holder of the level, whatever the rights. */
static gboolean
log_outcome (RemitSettling *self,
             gint64 decision,
             const char *text,
             GError **error)
{
  g_autoptr (RemitRecord) event = remit_record_new (REMIT_KIND_DECISION_EVENT);
  g_autofree char *override = dup_override (self);

  remit_record_set_integer (event, REMIT_DECISION_EVENT_PLAN,
                            remit_settling_get (self, REMIT_CONFLICT_PLAN));
  remit_record_set_integer (event, REMIT_DECISION_EVENT_DECISION, decision);
  remit_record_set_integer (event, REMIT_DECISION_EVENT_AT, self->at);
  remit_record_set_integer (event, REMIT_DECISION_EVENT_KIND, REMIT_DECISION_EVENT_OUTCOME);
  remit_record_set_integer (event, REMIT_DECISION_EVENT_RESULT, REMIT_RESULT_ACCEPTED);
  remit_record_set_integer (event, REMIT_DECISION_EVENT_PERSON,
                            self->person != NULL ? remit_entity_get_id (self->person) : 0);
  remit_record_set_text (event, REMIT_DECISION_EVENT_ACTOR, self->actor);
  remit_record_set_text (event, REMIT_DECISION_EVENT_TEXT, is_for_all (self) ? text : "");
  remit_record_set_text (event, REMIT_DECISION_EVENT_OVERRIDE, override);
  return remit_edit_insert (self->edit, event, error);
}

static RemitFramework
get_framework (RemitWorkspace *workspace,
               gint64 decision)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_DECISION, decision);

  return (RemitFramework) (entity != NULL
                             ? remit_entity_get_integer (entity, REMIT_DECISION_FRAMEWORK)
                             : remit_decision_info.fields[REMIT_DECISION_FRAMEWORK].initial);
}

/* The rights that change, and how. */
static GArray *
create_changes (RemitWorkspace *workspace,
              const RemitResolution *resolution)
{
  gint64 decision = resolution->decision;
  const RemitLetterInfo *letter = remit_framework_find_part (get_framework (workspace, decision),
                                                             REMIT_PART_DECIDES);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (RemitCell));

  g_array_append_vals (changes, resolution->cells, (guint) resolution->n_cells);
  if (resolution->accountable != 0)
    {
      RemitCell cell = { decision, REMIT_KIND_SLOT, resolution->accountable,
                         REMIT_LETTERS (letter->letter), ~REMIT_LETTERS (letter->letter) };

      g_array_append_val (changes, cell);
    }
  return changes;
}

/* "ML engineer: R → A", or "" for what stays as it is */
static char *
dup_change (RemitWorkspace *workspace,
            const RemitCell *cell)
{
  RemitFramework framework = get_framework (workspace, cell->decision);
  RemitLetters before = cell->decision == 0
                          ? REMIT_LETTERS_NONE
                          : remit_matrix_get_letters (workspace, cell->decision,
                                                      cell->holder_kind, cell->holder);
  g_autofree char *holder = remit_design_dup_name (workspace, cell->holder_kind, cell->holder);
  g_autofree char *old = remit_matrix_format_letters (framework, before);
  g_autofree char *new = remit_matrix_format_letters (framework, cell->letters);

  if (before == cell->letters)
    return g_strdup ("");
  /* Translators: who holds rights, the letters before, and those after */
  return g_strdup_printf (_ ("%1$s: %2$s → %3$s"), holder, *old != '\0' ? old : "–",
                          *new != '\0' ? new : "–");
}

/* The log entry: the outcome and the changed rights, before these are written. */
static char *
dup_words (RemitWorkspace *workspace,
           const RemitResolution *resolution)
{
  g_autoptr (GString) words = g_string_new (resolution->text);

  for (gsize i = 0; i < resolution->n_cells; i++)
    {
      g_autofree char *change = dup_change (workspace, &resolution->cells[i]);

      if (*change == '\0')
        continue;
      g_string_append_c (words, '\n');
      /* Translators: a change of decision rights: "ML engineer: R → A" */
      g_string_append_printf (words, _ ("Rights of %s"), change);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Those of decisions that are there, by the matrix; those of the new one are all new. */
static gboolean
write_rights (RemitSettling *self,
              const RemitResolution *resolution,
              gint64 decision,
              GError **error)
{
  for (gsize i = 0; i < resolution->n_cells; i++)
    {
      const RemitCell *cell = &resolution->cells[i];
      gboolean is_written
        = cell->decision != 0
            ? remit_matrix_write (self->workspace, self->edit, cell, error)
            : remit_matrix_insert (self->workspace, self->edit,
                                   remit_settling_get (self, REMIT_CONFLICT_PLAN), decision, cell,
                                   error);

      if (!is_written)
        return FALSE;
    }
  return TRUE;
}

/* Returns: the decision that it ends in, 0 for none, or -1 with @error set */
static gint64
write_decision (RemitSettling *self,
                const RemitResolution *resolution,
                GError **error)
{
  gint64 decision = resolution->decision;
  const char *title = resolution->new_decision;

  if (decision == 0 && title != NULL && *title != '\0')
    {
      decision = create_decision (self, title, error);
      if (decision == 0 || !log_outcome (self, decision, resolution->text, error))
        return -1;
    }
  return write_rights (self, resolution, decision, error) ? decision : -1;
}

/* ── Resolving ────────────────────────────────────────────────────────────────────────────── */

static gboolean
check_resolution (const RemitResolution *resolution,
                  GError **error)
{
  if (resolution->mode == REMIT_MODE_NONE)
    return remit_design_refuse (error, _ ("Choose the approach: competing, collaborating, "
                                          "compromising, avoiding or accommodating"));
  return (resolution->text != NULL && *resolution->text != '\0')
         || remit_design_refuse (error, _ ("Enter the outcome"));
}

gboolean
remit_settle_resolve (RemitWorkspace *workspace,
                      gint64 conflict,
                      gint64 person,
                      const RemitResolution *resolution,
                      GError **error)
{
  g_auto (RemitSettling) self = { NULL };
  g_autoptr (RemitRecord) event = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autofree RemitCell *cells = NULL;
  RemitResolution now;
  g_autofree char *words = NULL;
  gint64 decision;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (resolution != NULL, FALSE);

  if (!check_resolution (resolution, error)
      || !remit_settling_begin (&self, workspace, conflict, person, REMIT_CONFLICT_EVENT_RESOLVED,
                                error))
    return FALSE;
  changes = create_changes (workspace, resolution);
  cells = remit_matrix_dup_kept (workspace, (const RemitCell *) changes->data, changes->len);
  now = *resolution;
  now.cells = cells;
  now.n_cells = changes->len;
  words = dup_words (workspace, &now);
  decision = write_decision (&self, &now, error);
  if (decision < 0)
    return FALSE;
  remit_settling_set_status (&self, REMIT_CONFLICT_EVENT_RESOLVED);
  remit_settling_set (&self, REMIT_CONFLICT_MODE, resolution->mode);
  remit_settling_set (&self, REMIT_CONFLICT_DECISION, decision);
  remit_record_set_text (self.conflict, REMIT_CONFLICT_RESOLUTION, resolution->text);
  /* one that is made now is not there before the end */
  if (decision == resolution->decision
      && !remit_design_check_field (workspace, self.conflict, REMIT_CONFLICT_DECISION, error))
    return FALSE;
  event = remit_settling_create_event (&self, REMIT_CONFLICT_EVENT_RESOLVED, words);
  remit_record_set_integer (event, REMIT_CONFLICT_EVENT_DECISION, decision);
  return remit_edit_insert (self.edit, event, error) && remit_settling_end (&self, error);
}
