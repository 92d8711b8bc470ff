/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is suggested, and why not something else, in words. */
#include <glib/gi18n-lib.h>

#include "model/remit-percent.h"
#include "plan/design/remit-design.h"
#include "remit-suggest.h"

/* What is shown of a gap, in percent. */
#define LEAST_GAP 0.0001

char *
remit_suggest_dup_state (const RemitSuggestRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  switch (row->state)
    {
    case REMIT_SUGGEST_NO_SKILLS:
      return g_strdup (_ ("Nobody has the required skills"));
    case REMIT_SUGGEST_NO_TIME:
      return g_strdup (_ ("Nobody with the required skills is free"));
    case REMIT_SUGGEST_RULE:
      return g_strdup (_ ("Excluded by separation of duties or by you"));
    case REMIT_SUGGEST_TAKEN:
      return g_strdup_printf (ngettext ("The only candidate is needed in another slot",
                                        "Its %u candidates are needed in other slots",
                                        row->n_could),
                              row->n_could);
    case REMIT_SUGGEST_RESERVED:
      return g_strdup (_ ("Reserved for somebody"));
    case REMIT_SUGGEST_HIRING:
      return g_strdup (_ ("Hiring is frozen or an offer was made"));
    case REMIT_SUGGEST_OVER:
      return g_strdup (_ ("Its dates are in the past"));
    case REMIT_SUGGEST_FILLED:
    case REMIT_SUGGEST_N_STATES:
    default:
      return g_strdup ("");
    }
}

/* "Ada Lovelace (95) here would cost 12 points" */
static char *
dup_cost (const char *name,
          const RemitSuggestRow *row)
{
  int n_open = (int) ((row->loss + REMIT_STAFFING_FILLED / 2) / REMIT_STAFFING_FILLED);

  if (n_open > 0)
    /* Translators: a person, how well they fit, and how many slots nobody would be left for */
    return g_strdup_printf (ngettext ("%1$s (%2$d) here would leave another slot open",
                                      "%1$s (%2$d) here would leave %3$d other slots open",
                                      (gulong) n_open),
                            name, row->rival_score, n_open);
  /* Translators: a person, how well they fit, and by how many points all slots would fit worse */
  return g_strdup_printf (ngettext ("%1$s (%2$d) here would cost %3$d point",
                                    "%1$s (%2$d) here would cost %3$d points", (gulong) row->loss),
                          name, row->rival_score, (int) row->loss);
}

char *
remit_suggest_dup_rival (RemitWorkspace *workspace,
                         const RemitSuggestRow *row)
{
  RemitEntity *elsewhere;
  g_autofree char *name = NULL;
  g_autofree char *slot = NULL;
  g_autofree char *cost = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace) && row != NULL, NULL);

  if (row->rival == 0)
    return NULL;
  name = remit_design_dup_name (workspace, REMIT_KIND_PERSON, row->rival);
  cost = dup_cost (name, row);
  elsewhere = remit_workspace_get (workspace, REMIT_KIND_SLOT, row->rival_slot);
  if (elsewhere == NULL)
    return g_steal_pointer (&cost);
  slot = remit_design_dup_slot_path (workspace, remit_entity_get_record (elsewhere));
  /* Translators: what it would cost to have a person here, and the slot they are suggested for:
   * "Ada Lovelace (95) here would cost 12 points; suggested for Fraud/ML engineer" */
  return g_strdup_printf (_ ("%1$s; suggested for %2$s"), cost, slot);
}

/* "proven to be the best", "at most 0.02 % from the best" */
static char *
dup_gap (double gap)
{
  double percent = gap * 100;

  if (gap <= 0)
    return g_strdup (_ ("proven to be the best"));
  /* Translators: a number of percent; how far a suggestion is from the best one at most */
  return g_strdup_printf (_ ("at most %.4f %% from the best"), MAX (percent, LEAST_GAP));
}

char *
remit_suggest_dup_summary (const RemitSuggestion *self)
{
  g_autofree char *filled = NULL;
  g_autofree char *score = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *kept = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->rows->len == 0)
    return g_strdup (_ ("No vacant slots"));
  filled = g_strdup_printf (ngettext ("%1$u of %2$u vacancy filled",
                                      "%1$u of %2$u vacancies filled", self->rows->len),
                            self->n_filled, self->rows->len);
  score = remit_match_dup_score ((int) self->score);
  gap = dup_gap (self->gap);
  kept = remit_percent_keep (g_steal_pointer (&gap));
  /* Translators: how many slots are filled, the sum of the scores, and how good that is:
   * "8 of 10 vacancies filled · 720 points · proven to be the best" */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s"), filled, score, kept);
}
