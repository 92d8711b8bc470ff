/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a repair does to dates and allocations, in figures. */
#include "remit-repair-words.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-percent.h"
#include "plan/design/remit-design.h"
#include "remit-repair-reduce.h"

/* ── Dates ────────────────────────────────────────────────────────────────────────────────── */

/* Returns: a day in words, and an end that is open, too */
static char *
dup_day (gint64 day)
{
  return day != 0 ? remit_day_display (day) : g_strdup (C_ ("end of days", "open"));
}

/* Returns: "start open → 1 Feb", or "" where nothing changes */
static char *
dup_shift (const char *format,
           gint64 had,
           gint64 has)
{
  g_autofree char *old = dup_day (had);
  g_autofree char *new = dup_day (has);

  return had != has ? g_strdup_printf (format, old, new) : g_strdup ("");
}

char *
remit_repair_dup_trim (gint64 had_from,
                       gint64 had_until,
                       gint64 from,
                       gint64 until)
{
  /* Translators: from which day a person is in a slot: now, and afterwards */
  g_autofree char *start = dup_shift (_ ("start %1$s → %2$s"), had_from, from);
  /* Translators: until which day a person is in a slot: now, and afterwards */
  g_autofree char *end = dup_shift (_ ("end %1$s → %2$s"), had_until, until);
  const char *between = *start != '\0' && *end != '\0' ? ", " : "";

  /* Translators: a button; “start … → …”, “end … → …”, or both of them */
  return g_strdup_printf (_ ("Trim: %1$s%2$s%3$s"), start, between, end);
}

/* ── Allocations ──────────────────────────────────────────────────────────────────────────── */

static gint64
get_team (RemitWorkspace *workspace,
          GArray *reductions,
          guint i)
{
  const RemitReduction *one = &g_array_index (reductions, RemitReduction, i);
  RemitEntity *assignment = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT,
                                                 one->assignment);
  gint64 slot = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT);

  return remit_entity_get_integer (remit_workspace_get (workspace, REMIT_KIND_SLOT, slot),
                                   REMIT_SLOT_TEAM);
}

/* The team of one of the assignments; the slot, too, where the team alone could be two of them. */
static char *
dup_place (RemitWorkspace *workspace,
           GArray *reductions,
           guint i)
{
  const RemitReduction *one = &g_array_index (reductions, RemitReduction, i);
  RemitEntity *assignment = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT,
                                                 one->assignment);
  gint64 team = get_team (workspace, reductions, i);
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_TEAM, team);
  g_autofree char *slot = remit_design_dup_name (
    workspace, REMIT_KIND_SLOT, remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT));

  for (guint other = 0; other < reductions->len; other++)
    if (other != i && get_team (workspace, reductions, other) == team)
      return g_strdup_printf ("%s · %s", name, slot);
  return g_steal_pointer (&name);
}

char *
remit_repair_dup_reductions (RemitWorkspace *workspace,
                             GArray *reductions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reductions->len; i++)
    {
      const RemitReduction *one = &g_array_index (reductions, RemitReduction, i);
      RemitEntity *assignment = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT,
                                                     one->assignment);
      g_autofree char *place = dup_place (workspace, reductions, i);
      int had = (int) remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION);

      g_string_append (text, i > 0 ? ", " : "");
      /* Translators: a team, what a person gives it, and what they will give it */
      g_string_append_printf (text, _ ("%1$s %2$d → %3$d %%"), place, had, one->allocation);
    }
  return remit_percent_keep (g_string_free (g_steal_pointer (&text), FALSE));
}
