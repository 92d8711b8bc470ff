/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on conflicts: what they share, and the plain steps. */
#include "remit-settle-private.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/design/remit-design-private.h"

/* What the edits are called. */
static const char *const labels[] = {
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_STATEMENT] = N_ ("Add to the log of %s"),
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_MEDIATION] = N_ ("Start mediation of %s"),
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_ESCALATED] = N_ ("Escalate %s"),
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_DE_ESCALATED] = N_ ("De-escalate %s"),
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_RAN_OUT] = N_ ("Time limit of %s passed"),
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_RESOLVED] = N_ ("Resolve %s"),
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_CLOSED] = N_ ("Close %s"),
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_WITHDRAWN] = N_ ("Withdraw %s"),
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_REOPENED] = N_ ("Reopen %s"),
  /* Translators: the title of a conflict */
  [REMIT_CONFLICT_EVENT_CORRECTION] = N_ ("Correct the log of %s"),
};

/* ── Beginning ────────────────────────────────────────────────────────────────────────────── */

static gint64
get_last_time (RemitStore *store,
               gint64 conflict)
{
  return remit_store_query_integer (
    store, "SELECT max (at) FROM conflict_event WHERE conflict = ?1", conflict, 0, NULL);
}

static gboolean
find_person (RemitSettling *self,
             gint64 person,
             GError **error)
{
  self->actor = remit_edit_get_actor ();
  if (person == 0)
    return TRUE;
  self->person = remit_workspace_get (self->workspace, REMIT_KIND_PERSON, person);
  if (self->person == NULL)
    return remit_design_refuse (error, _ ("The person no longer exists"));
  self->actor = remit_entity_get_text (self->person, REMIT_PERSON_NAME);
  return TRUE;
}

static gboolean
load (RemitSettling *self,
      gint64 conflict,
      GError **error)
{
  RemitStore *store = remit_workspace_get_store (self->workspace);

  self->conflict = remit_store_load (store, REMIT_KIND_CONFLICT, conflict, NULL);
  if (self->conflict == NULL)
    return remit_design_refuse (error, _ ("The conflict no longer exists"));
  self->at = MAX (remit_time_now (), get_last_time (store, conflict));
  return remit_workspace_open_plan (self->workspace,
                                    remit_settling_get (self, REMIT_CONFLICT_PLAN), error);
}

gboolean
remit_settling_begin (RemitSettling *self,
                      RemitWorkspace *workspace,
                      gint64 conflict,
                      gint64 person,
                      RemitConflictEventKind kind,
                      GError **error)
{
  self->workspace = workspace;
  /* load again now: other programs may have changed the data */
  self->edit = remit_workspace_begin (workspace, error);
  if (self->edit == NULL || !load (self, conflict, error) || !find_person (self, person, error)
      || !remit_story_check ((RemitConflictStatus) remit_settling_get (self,
                                                                       REMIT_CONFLICT_STATUS),
                             kind, error))
    return FALSE;
  remit_edit_describe (
    self->edit, remit_settling_get (self, REMIT_CONFLICT_PLAN),
    remit_message_new (labels[kind], remit_record_get_text (self->conflict, REMIT_CONFLICT_TITLE),
                       NULL));
  return TRUE;
}

void
remit_settling_clear (RemitSettling *self)
{
  g_clear_pointer (&self->edit, remit_edit_free);
  g_clear_pointer (&self->conflict, remit_record_free);
}

gint64
remit_settling_get (const RemitSettling *self,
                    guint field)
{
  return remit_record_get_integer (self->conflict, field);
}

void
remit_settling_set (RemitSettling *self,
                    guint field,
                    gint64 value)
{
  remit_record_set_integer (self->conflict, field, value);
}

/* ── The log ──────────────────────────────────────────────────────────────────────────────── */

RemitRecord *
remit_settling_create_event (RemitSettling *self,
                             RemitConflictEventKind kind,
                             const char *text)
{
  RemitRecord *event = remit_record_new (REMIT_KIND_CONFLICT_EVENT);

  remit_record_set_integer (event, REMIT_CONFLICT_EVENT_PLAN,
                            remit_settling_get (self, REMIT_CONFLICT_PLAN));
  remit_record_set_integer (event, REMIT_CONFLICT_EVENT_CONFLICT,
                            remit_record_get_id (self->conflict));
  remit_record_set_integer (event, REMIT_CONFLICT_EVENT_AT, self->at);
  remit_record_set_integer (event, REMIT_CONFLICT_EVENT_KIND, kind);
  remit_record_set_integer (event, REMIT_CONFLICT_EVENT_RUNG,
                            remit_settling_get (self, REMIT_CONFLICT_RUNG));
  if (self->person != NULL)
    remit_record_set_integer (event, REMIT_CONFLICT_EVENT_PERSON,
                              remit_entity_get_id (self->person));
  remit_record_set_text (event, REMIT_CONFLICT_EVENT_ACTOR, self->actor);
  remit_record_set_text (event, REMIT_CONFLICT_EVENT_TEXT, text != NULL ? text : "");
  return event;
}

gboolean
remit_settling_log (RemitSettling *self,
                    RemitConflictEventKind kind,
                    const char *text,
                    GError **error)
{
  g_autoptr (RemitRecord) event = remit_settling_create_event (self, kind, text);

  return remit_edit_insert (self->edit, event, error);
}

gboolean
remit_settling_end (RemitSettling *self,
                    GError **error)
{
  return remit_edit_update (self->edit, self->conflict, error)
         && remit_edit_commit (self->edit, error);
}

/* ── Steps ────────────────────────────────────────────────────────────────────────────────── */

void
remit_settling_set_status (RemitSettling *self,
                           RemitConflictEventKind kind)
{
  gint64 before = remit_settling_get (self, REMIT_CONFLICT_STATUS);
  RemitConflictStatus status = remit_story_get_next ((RemitConflictStatus) before, kind);
  gboolean is_running = remit_conflict_status_is_running (status);

  remit_settling_set (self, REMIT_CONFLICT_STATUS, status);
  remit_settling_set (self, REMIT_CONFLICT_ENDED, is_running ? 0 : self->at);
  /* the rung it stood on is remembered */
  if (!is_running)
    remit_settling_set (self, REMIT_CONFLICT_DUE, 0);
}

static gboolean
reopen (RemitSettling *self,
        const char *text,
        char **words,
        GError **error)
{
  g_autoptr (GPtrArray) rungs = remit_settling_get_rungs (self, error);

  if (rungs == NULL)
    return FALSE;
  *words = remit_settling_enter (self, rungs, text);
  remit_settling_set (self, REMIT_CONFLICT_MODE, REMIT_MODE_NONE);
  remit_settling_set (self, REMIT_CONFLICT_DECISION, 0);
  remit_record_set_text (self->conflict, REMIT_CONFLICT_RESOLUTION, "");
  return TRUE;
}

gboolean
remit_settle_step (RemitWorkspace *workspace,
                   gint64 conflict,
                   RemitConflictEventKind kind,
                   gint64 from,
                   gint64 person,
                   const char *text,
                   GError **error)
{
  g_auto (RemitSettling) self = { NULL };
  g_autofree char *words = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  /* these have verbs of their own, which say more */
  g_return_val_if_fail (kind != REMIT_CONFLICT_EVENT_RAISED && kind != REMIT_CONFLICT_EVENT_RAN_OUT
                          && kind != REMIT_CONFLICT_EVENT_RESOLVED
                          && kind != REMIT_CONFLICT_EVENT_CORRECTION,
                        FALSE);

  if (kind == REMIT_CONFLICT_EVENT_STATEMENT && (text == NULL || *text == '\0'))
    return remit_design_refuse (error, _ ("Enter a statement"));
  if (!remit_settling_begin (&self, workspace, conflict, person, kind, error))
    return FALSE;
  if (kind == REMIT_CONFLICT_EVENT_STATEMENT)
    return remit_settling_log (&self, kind, text, error) && remit_edit_commit (self.edit, error);
  if (kind == REMIT_CONFLICT_EVENT_ESCALATED || kind == REMIT_CONFLICT_EVENT_DE_ESCALATED)
    return remit_settling_climb (&self, kind, from, text, error)
           && remit_settling_end (&self, error);
  if (kind == REMIT_CONFLICT_EVENT_REOPENED && !reopen (&self, text, &words, error))
    return FALSE;
  remit_settling_set_status (&self, kind);
  return remit_settling_log (&self, kind, words != NULL ? words : text, error)
         && remit_settling_end (&self, error);
}

/* ── Correcting ───────────────────────────────────────────────────────────────────────────── */

static gboolean
has_correction (RemitStore *store,
                gint64 event)
{
  return remit_store_query_integer (
           store, "SELECT 1 FROM conflict_event WHERE corrects = ?1", event, 0, NULL) == 1;
}

static gboolean
check_wrong (RemitStore *store,
             const RemitRecord *wrong,
             const char *text,
             GError **error)
{
  if (wrong == NULL || has_correction (store, remit_record_get_id (wrong)))
    return remit_design_refuse (error, _ ("The log entry does not exist or is already corrected"));
  if (remit_record_get_integer (wrong, REMIT_CONFLICT_EVENT_KIND)
      != REMIT_CONFLICT_EVENT_STATEMENT)
    return remit_design_refuse (error, _ ("Steps cannot be corrected in the log. Escalate, "
                                          "de-escalate or reopen the conflict, or undo the step"));
  return (text != NULL && *text != '\0')
         || remit_design_refuse (error, _ ("Describe the correction"));
}

gboolean
remit_settle_correct (RemitWorkspace *workspace,
                      gint64 event,
                      const char *text,
                      GError **error)
{
  g_auto (RemitSettling) self = { NULL };
  RemitStore *store;
  g_autoptr (RemitRecord) wrong = NULL;
  g_autoptr (RemitRecord) correction = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  store = remit_workspace_get_store (workspace);
  wrong = remit_store_load (store, REMIT_KIND_CONFLICT_EVENT, event, NULL);
  if (!check_wrong (store, wrong, text, error)
      || !remit_settling_begin (&self, workspace,
                                remit_record_get_integer (wrong, REMIT_CONFLICT_EVENT_CONFLICT), 0,
                                REMIT_CONFLICT_EVENT_CORRECTION, error))
    return FALSE;
  correction = remit_settling_create_event (&self, REMIT_CONFLICT_EVENT_CORRECTION, text);
  remit_record_set_integer (correction, REMIT_CONFLICT_EVENT_CORRECTS, event);
  return remit_edit_insert (self.edit, correction, error) && remit_edit_commit (self.edit, error);
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

const RemitRecord *
remit_settle_find_rung (GPtrArray *rungs,
                        gint64 position)
{
  g_return_val_if_fail (rungs != NULL, NULL);

  for (guint i = 0; i < rungs->len; i++)
    if (remit_record_get_integer (rungs->pdata[i], REMIT_OWN_RUNG_POSITION) == position)
      return rungs->pdata[i];
  return NULL;
}

RemitRecord *
remit_settle_get_rung (RemitStore *store,
                       const RemitRecord *conflict)
{
  gint64 position = remit_record_get_integer (conflict, REMIT_CONFLICT_RUNG);
  g_autoptr (GPtrArray) rungs = NULL;
  const RemitRecord *rung;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  if (position == 0)
    return NULL;
  rungs = remit_store_load_parts (store, REMIT_KIND_OWN_RUNG, remit_record_get_id (conflict), NULL);
  rung = rungs != NULL ? remit_settle_find_rung (rungs, position) : NULL;
  return rung != NULL ? remit_record_copy (rung) : NULL;
}
