/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history keeps the phrases of its time; those that were reworded since are shown in today's
 * words, and can be translated. */
#include "remit-phrases.h"

#include <glib/gi18n-lib.h>

/* Sorted by the old phrase. The new ones are marked for translation where they are used. */
static const struct
{
  const char *old;
  const char *current;
  const char *many; /* where the old plural was like the singular */
} phrases[] = {
  { "%'u needed skill", "%'u required skill" },
  { "%'u needed skills", "%'u required skills" },
  { "%1$d – %2$s", "%1$d · %2$s" },
  { "%2$s, for whom %1$d slot waited", "%2$s, for whom %1$d slot was reserved" },
  { "%2$s, for whom %1$d slots waited", "%2$s, for whom %1$d slots were reserved" },
  { "Acceptance of a risk", "Risk acceptance" },
  { "Add needed skill {}", "Add required skill {}" },
  { "Allocation when filled", "Default allocation" },
  { "Allocations when filled", "Default allocations" },
  { "Ask for %1$u to agree on %2$s", "Require %1$u approver for %2$s",
    "Require %1$u approvers for %2$s" },
  { "Begin to mediate %s", "Start mediation of %s" },
  { "By", "Author" },
  { "Clock", "Hours counted" },
  { "Days of work", "Working days" },
  { "Decide %1$s under %2$s", "Decide %1$s with %2$s" },
  { "Decisions from which a slot can be in too many",
    "Warn when one slot takes part in more decisions than" },
  { "Decisions from which one person decides much",
    "Check the share of one person from this number of decisions" },
  { "End the waiver of %s", "Stop accepting %s" },
  { "Escalates by itself", "Escalate automatically" },
  { "Give right {}", "Assign right {}" },
  { "Import %'u seat from %s", "Import %'u slot from %s" },
  { "Import %'u seats from %s", "Import %'u slots from %s" },
  { "Least time in the team of whoever is accountable",
    "Minimum allocation of an accountable person in the team" },
  { "Let %1$s need %2$d %%", "Set demand of %1$s to %2$d %%" },
  { "Made from", "Based on" },
  { "May", "Authority" },
  { "Mediation begun", "Mediation started" },
  { "Most who are consulted on a decision", "Maximum consulted per decision" },
  { "Most who are responsible for a decision", "Maximum responsible per decision" },
  { "Most who have to agree", "Maximum who must agree per decision" },
  { "Need", "Demand" },
  { "Needed skill", "Required skill" },
  { "Nobody else", "Private" },
  { "Not said", "Not specified" },
  { "Not yet asked", "Not asked yet" },
  { "On the rung since", "On this level since" },
  { "Remove needed skill {}", "Remove required skill {}" },
  { "Return to the plan of %s", "Restore the plan of %s" },
  { "Rung", "Level" },
  { "Rung of a conflict", "Level of a conflict" },
  /* Translators: a day, and the name of a file */
  { "Seal the history before %1$s into “%2$s”", N_ ("Archive the history before %1$s to “%2$s”") },
  { "Settled by", "Approach" },
  { "Share of all decisions that one person may decide", "Maximum share of decisions per person" },
  { "Skills from which their only holder is a key person",
    "Warn of a key person when one person alone has this many skills" },
  { "Skipped if empty", "Skip if vacant" },
  { "Supersede %1$s by %2$s", "Supersede %1$s with %2$s" },
  { "Take %s out of the slot", "Remove %s from the slot" },
  { "Take right {}", "Remove right {}" },
  { "Take the right of %1$s in %2$s", "Remove the right of %1$s in %2$s" },
  { "Teams a person can be in at once", "Maximum teams per person at a time" },
  { "The parties", "Parties" },
  { "The team", "Team" },
  { "The time ran out for %s", "Time limit of %s passed" },
  { "Time ran out", "Time limit passed" },
  { "To be settled by", "Due date" },
  { "Tolerance when filling a slot", "Tolerance for filling a slot" },
  { "Trim the days of %s", "Trim the dates of %s" },
  { "Waits for", "Reserved for" },
  { "Waiver", "Accepted finding" },
  { "Why it is there", "Purpose" },
  { "Work begins", "Start of work" },
  { "Work ends", "End of work" },
  { "in full", "Full" },
  { "independently", "Independent" },
  { "none", "None" },
  { "nothing", "none" },
  { "teaches others", "Teaching" },
  { "with supervision", "Supervised" },
};

const char *
remit_phrase_get_current (const char *phrase)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_str_equal (phrases[i].old, phrase))
      return phrases[i].current;
  return phrase;
}

const char *
remit_phrase_get_current_plural (const char *phrase)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_str_equal (phrases[i].old, phrase) && phrases[i].many != NULL)
      return phrases[i].many;
  return remit_phrase_get_current (phrase);
}
