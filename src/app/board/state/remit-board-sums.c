/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the teams of the board come to: slots, time and findings; no widgets. */
#include "remit-board-sums.h"

#include <glib/gi18n.h>

#include "plan/load/remit-load.h"

void
remit_board_sums_init (RemitBoardSums *self)
{
  *self = (RemitBoardSums){ .worst = REMIT_N_SEVERITIES };
  self->findings = g_hash_table_new (NULL, NULL);
}

void
remit_board_sums_clear (RemitBoardSums *self)
{
  g_clear_pointer (&self->findings, g_hash_table_unref);
}

/* ── Findings ─────────────────────────────────────────────────────────────────────────────── */

/* A finding about a person and a slot counts for the team of the slot. */
static gboolean
is_of_person_alone (RemitFinding *finding)
{
  return remit_finding_get_subject (finding, REMIT_KIND_TEAM) == 0
         && remit_finding_get_subject (finding, REMIT_KIND_SLOT) == 0
         && remit_finding_get_subject (finding, REMIT_KIND_DECISION) == 0;
}

static void
add_findings (RemitBoardSums *self,
              RemitChecker *checker,
              RemitKind kind,
              gint64 id)
{
  GPtrArray *about = remit_checker_get_about (checker, kind, id);

  for (guint i = 0; i < about->len; i++)
    {
      RemitFinding *finding = about->pdata[i];

      if (remit_finding_get_waiver (finding) != NULL
          || (kind == REMIT_KIND_PERSON && !is_of_person_alone (finding))
          || !g_hash_table_add (self->findings, finding))
        continue;
      self->n_findings++;
      self->worst = MIN (self->worst, remit_finding_get_severity (finding));
    }
}

static void
add_findings_of_slot (RemitBoardSums *self,
                      RemitChecker *checker,
                      gint64 slot,
                      GPtrArray *assignments)
{
  add_findings (self, checker, REMIT_KIND_SLOT, slot);
  for (guint i = 0; i < assignments->len; i++)
    add_findings (self, checker, REMIT_KIND_PERSON,
                  remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_PERSON));
}

/* ── Adding ───────────────────────────────────────────────────────────────────────────────── */

static void
add_slot (RemitBoardSums *self,
          RemitWorkspace *workspace,
          RemitChecker *checker,
          RemitEntity *slot)
{
  gint64 id = remit_entity_get_id (slot);
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, id);

  self->n_slots++;
  self->demand += (int) remit_entity_get_integer (slot, REMIT_SLOT_FTE);
  if (assignments->len > 0)
    {
      self->n_filled++;
      self->allocated += remit_load_get_filled (workspace, id);
    }
  else
    self->n_vacant += remit_entity_get_integer (slot, REMIT_SLOT_REQUIRED) != 0;
  if (checker != NULL)
    add_findings_of_slot (self, checker, id, assignments);
}

void
remit_board_sums_add (RemitBoardSums *self,
                      RemitWorkspace *workspace,
                      RemitChecker *checker,
                      gint64 team)
{
  GPtrArray *slots = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT, REMIT_SLOT_TEAM,
                                                    team);

  self->n_teams++;
  for (guint i = 0; i < slots->len; i++)
    add_slot (self, workspace, checker, slots->pdata[i]);
  if (checker != NULL)
    add_findings (self, checker, REMIT_KIND_TEAM, team);
}

RemitSeverity
remit_board_sums_find_worst (RemitWorkspace *workspace,
                             RemitChecker *checker,
                             gint64 team)
{
  GPtrArray *slots = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT, REMIT_SLOT_TEAM,
                                                    team);
  g_auto (RemitBoardSums) sums = { 0 };

  remit_board_sums_init (&sums);
  if (checker == NULL)
    return sums.worst;
  add_findings (&sums, checker, REMIT_KIND_TEAM, team);
  for (guint i = 0; i < slots->len; i++)
    {
      gint64 slot = remit_entity_get_id (slots->pdata[i]);

      add_findings_of_slot (&sums, checker, slot,
                            remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                           REMIT_ASSIGNMENT_SLOT, slot));
    }
  return sums.worst;
}

/* ── In words ─────────────────────────────────────────────────────────────────────────────── */

char *
remit_board_sums_dup_slots (const RemitBoardSums *self)
{
  /* Translators: how many slots have somebody in them, and how many there are */
  return g_strdup_printf (ngettext ("%u of %u slot filled", "%u of %u slots filled",
                                    self->n_slots),
                          self->n_filled, self->n_slots);
}

/* Returns: (transfer full): "46", "46.5" */
static char *
dup_fte (int percent)
{
  return g_strdup_printf ("%.*f", (percent + 5) / 10 % 10 == 0 ? 0 : 1, percent / 100.0);
}

char *
remit_board_sums_dup_time (const RemitBoardSums *self)
{
  g_autofree char *allocated = dup_fte (self->allocated);
  g_autofree char *demand = dup_fte (self->demand);

  /* Translators: what is allocated to slots, and what they need, in full-time equivalents */
  return g_strdup_printf (_ ("%s of %s FTE"), allocated, demand);
}

char *
remit_board_sums_dup_findings (const RemitBoardSums *self)
{
  if (self->n_findings == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u finding", "%u findings", self->n_findings),
                          self->n_findings);
}

char *
remit_board_sums_dup_words (const RemitBoardSums *self)
{
  g_autofree char *slots = remit_board_sums_dup_slots (self);
  g_autofree char *time = remit_board_sums_dup_time (self);
  g_autofree char *findings = remit_board_sums_dup_findings (self);

  return g_strjoin (" · ", slots, time, findings, NULL);
}
