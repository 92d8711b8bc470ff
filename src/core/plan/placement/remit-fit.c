/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a person's skills fit what a slot needs. */
#include "remit-fit.h"

#include <glib/gi18n-lib.h>

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
