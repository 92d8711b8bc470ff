/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams are on the board; no widgets. */
#include "remit-board-filter.h"

#include <string.h>

#include "model/remit-text.h"
#include "remit-board-sums.h"

void
remit_board_filter_init (RemitBoardFilter *self)
{
  *self = (RemitBoardFilter){ .topology = REMIT_BOARD_ANY, .risk = REMIT_BOARD_ANY };
}

void
remit_board_filter_clear (RemitBoardFilter *self)
{
  g_clear_pointer (&self->text, g_free);
}

void
remit_board_filter_copy (RemitBoardFilter *self,
                         const RemitBoardFilter *other)
{
  char *text = g_strdup (other->text);

  g_free (self->text);
  *self = *other;
  self->text = text;
}

static gboolean
has_text (const RemitBoardFilter *self)
{
  return self->text != NULL && *self->text != '\0';
}

static gboolean
asks_for_slots (const RemitBoardFilter *self)
{
  return self->vacancy != REMIT_BOARD_ANY_SLOTS || self->findings != REMIT_BOARD_ANY_FINDINGS;
}

gboolean
remit_board_filter_is_set (const RemitBoardFilter *self)
{
  return has_text (self) || self->topology != REMIT_BOARD_ANY || self->risk != REMIT_BOARD_ANY
         || asks_for_slots (self);
}

static gboolean
takes_name (const RemitBoardFilter *self,
            RemitEntity *team)
{
  g_autofree char *name = remit_text_fold_letters (remit_entity_get_text (team, REMIT_TEAM_NAME));
  g_autofree char *text = remit_text_fold_letters (self->text);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (name, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
takes_vacancy (const RemitBoardFilter *self,
               const RemitBoardSums *sums)
{
  return self->vacancy == REMIT_BOARD_ANY_SLOTS
         || (self->vacancy == REMIT_BOARD_VACANT_SLOTS) == (sums->n_vacant > 0);
}

static gboolean
takes_findings (const RemitBoardFilter *self,
                const RemitBoardSums *sums)
{
  switch (self->findings)
    {
    case REMIT_BOARD_WITH_FINDINGS:
      return sums->n_findings > 0;
    case REMIT_BOARD_WITH_ERRORS:
      return sums->worst == REMIT_SEVERITY_ERROR;
    case REMIT_BOARD_WITHOUT_FINDINGS:
      return sums->n_findings == 0;
    case REMIT_BOARD_ANY_FINDINGS:
    default:
      return TRUE;
    }
}

static gboolean
takes_field (int wanted,
             RemitEntity *team,
             guint field)
{
  return wanted == REMIT_BOARD_ANY || remit_entity_get_integer (team, field) == wanted;
}

gboolean
remit_board_filter_takes (const RemitBoardFilter *self,
                          RemitWorkspace *workspace,
                          RemitChecker *checker,
                          RemitEntity *team)
{
  g_auto (RemitBoardSums) sums = { 0 };

  if (!takes_field (self->topology, team, REMIT_TEAM_TOPOLOGY)
      || !takes_field (self->risk, team, REMIT_TEAM_AI_RISK)
      || (has_text (self) && !takes_name (self, team)))
    return FALSE;
  if (!asks_for_slots (self))
    return TRUE;
  remit_board_sums_init (&sums);
  remit_board_sums_add (&sums, workspace, checker, remit_entity_get_id (team));
  return takes_vacancy (self, &sums) && takes_findings (self, &sums);
}
