/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a person's skills fit what a slot needs. */
#include "remit-fit.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/design/remit-design.h"

void
remit_fit_clear (RemitFit *self)
{
  g_clear_pointer (&self->present, g_free);
  g_clear_pointer (&self->missing, g_free);
}

static int
get_level (RemitWorkspace *workspace,
           gint64 person,
           gint64 skill)
{
  GPtrArray *skills = remit_workspace_get_referring (workspace, REMIT_KIND_PERSON_SKILL,
                                                     REMIT_PERSON_SKILL_PERSON, person);

  for (guint i = 0; i < skills->len; i++)
    {
      RemitEntity *has = g_ptr_array_index (skills, i);

      if (remit_entity_get_integer (has, REMIT_PERSON_SKILL_SKILL) == skill)
        return (int) remit_entity_get_integer (has, REMIT_PERSON_SKILL_LEVEL);
    }
  return 0;
}

/* "SQL", or "SQL (1 of 3)" for a level that is there, but too low */
static void
append_missing (GString *missing,
                RemitWorkspace *workspace,
                gint64 skill,
                int level,
                int needed)
{
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_SKILL, skill);

  if (missing->len > 0)
    g_string_append (missing, ", ");
  if (level == 0)
    g_string_append (missing, name);
  else
    /* Translators: a skill, the level that a person has, and the level that is needed */
    g_string_append_printf (missing, _ ("%1$s (%2$d of %3$d)"), name, level, needed);
}

/* "SQL 3"; the two stay on one line */
static void
append_present (GString *present,
                RemitWorkspace *workspace,
                gint64 skill,
                int level)
{
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_SKILL, skill);

  g_string_append_printf (present, "%s%s\u00a0%d", present->len > 0 ? ", " : "", name, level);
}

/* Returns: (transfer full) (nullable): %NULL for an empty text */
static char *
dup_text (GString *text)
{
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

void
remit_fit_get (RemitWorkspace *workspace,
               gint64 person,
               gint64 slot,
               RemitFit *fit)
{
  GPtrArray *needs = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT_NEED,
                                                    REMIT_SLOT_NEED_SLOT, slot);
  g_autoptr (GString) present = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);

  fit->needed = (int) needs->len;
  fit->fitting = 0;
  for (guint i = 0; i < needs->len; i++)
    {
      RemitEntity *need = g_ptr_array_index (needs, i);
      gint64 skill = remit_entity_get_integer (need, REMIT_SLOT_NEED_SKILL);
      int needed = (int) remit_entity_get_integer (need, REMIT_SLOT_NEED_LEVEL);
      int level = get_level (workspace, person, skill);

      if (level >= needed)
        {
          fit->fitting++;
          append_present (present, workspace, skill, level);
        }
      else
        append_missing (missing, workspace, skill, level, needed);
    }
  fit->present = dup_text (present);
  fit->missing = dup_text (missing);
}

/* ── What lacks in a slot ─────────────────────────────────────────────────────────────────── */

/* Returns: (transfer container): who is in it, now or later */
static GPtrArray *
get_people (RemitWorkspace *workspace,
            gint64 slot)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, slot);
  GPtrArray *people = g_ptr_array_new ();
  gint64 today = remit_day_today ();

  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *assignment = g_ptr_array_index (assignments, i);
      gint64 until = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_UNTIL);
      RemitEntity *person = remit_workspace_get (
        workspace, REMIT_KIND_PERSON,
        remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON));

      if (person != NULL && (until == 0 || until >= today)
          && !g_ptr_array_find (people, person, NULL))
        g_ptr_array_add (people, person);
    }
  return people;
}

/* Adds who lacks a skill. Returns: whether anybody does */
static gboolean
add_lacking (RemitWorkspace *workspace,
             RemitEntity *need,
             GPtrArray *people,
             GPtrArray *lacking)
{
  gint64 skill = remit_entity_get_integer (need, REMIT_SLOT_NEED_SKILL);
  int needed = (int) remit_entity_get_integer (need, REMIT_SLOT_NEED_LEVEL);
  gboolean lacks = FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      RemitEntity *person = g_ptr_array_index (people, i);

      if (get_level (workspace, remit_entity_get_id (person), skill) >= needed)
        continue;
      lacks = TRUE;
      if (!g_ptr_array_find (lacking, person, NULL))
        g_ptr_array_add (lacking, person);
    }
  return lacks;
}

/* "Python 3, Spark 2 and 3 more" */
static char *
dup_names (RemitWorkspace *workspace,
           GPtrArray *needs,
           guint max)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint more = needs->len > max ? needs->len - max : 0;

  for (guint i = 0; i < needs->len - more; i++)
    {
      RemitEntity *need = g_ptr_array_index (needs, i);
      g_autofree char *name = NULL;

      if (i > 0)
        g_string_append (names, ", ");
      name = remit_design_dup_name (workspace, REMIT_KIND_SKILL,
                                    remit_entity_get_integer (need, REMIT_SLOT_NEED_SKILL));
      g_string_append_printf (names, "%s\u00a0%d", name,
                              (int) remit_entity_get_integer (need, REMIT_SLOT_NEED_LEVEL));
    }
  if (more == 0)
    return g_string_free (g_steal_pointer (&names), FALSE);
  /* Translators: names of skills, and how many others there are */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", more), names->str,
                          more);
}

char *
remit_fit_dup_lacks (RemitWorkspace *workspace,
                     gint64 slot,
                     guint max)
{
  GPtrArray *needs = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT_NEED,
                                                    REMIT_SLOT_NEED_SLOT, slot);
  g_autoptr (GPtrArray) people = needs->len > 0 ? get_people (workspace, slot) : NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) lacking = NULL;
  g_autofree char *names = NULL;

  if (people == NULL || people->len == 0)
    return NULL;
  missing = g_ptr_array_new ();
  lacking = g_ptr_array_new ();
  for (guint i = 0; i < needs->len; i++)
    if (add_lacking (workspace, g_ptr_array_index (needs, i), people, lacking))
      g_ptr_array_add (missing, g_ptr_array_index (needs, i));
  if (missing->len == 0)
    return NULL;

  names = dup_names (workspace, missing, max);
  if (people->len == 1 || lacking->len > 1)
    /* Translators: the names of skills */
    return g_strdup_printf (_ ("Lacks %s"), names);
  /* Translators: one of several people in a slot, and the names of skills */
  return g_strdup_printf (_ ("%1$s lacks %2$s"),
                          remit_entity_get_text (lacking->pdata[0], REMIT_PERSON_NAME), names);
}
