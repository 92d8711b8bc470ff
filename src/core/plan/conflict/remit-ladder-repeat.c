/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of a ladder on which the same person is asked again. */
#include "remit-ladder-repeat.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-entities.h"
#include "plan/decide/remit-holder.h"

/* Returns: (transfer none) (nullable): who alone is behind a level today */
static RemitEntity *
find_only (RemitWorkspace *workspace,
           const RemitRecord *rung,
           gint64 team)
{
  g_autoptr (GPtrArray) people = remit_holder_get_people_of_rung (workspace, rung, team,
                                                                  remit_day_today ());

  return people->len == 1 ? people->pdata[0] : NULL;
}

char *
remit_ladder_dup_repeats (RemitWorkspace *workspace,
                          GPtrArray *rungs,
                          gint64 team)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace) && rungs != NULL, NULL);

  for (guint i = 0; i < rungs->len; i++)
    {
      RemitEntity *person = find_only (workspace, rungs->pdata[i], team);
      guint before;

      if (person != NULL && g_ptr_array_find (people, person, &before))
        {
          g_string_append (text, text->len > 0 ? "\n" : "");
          /* Translators: numbers of levels of an escalation ladder, and a person */
          g_string_append_printf (text, _ ("Levels %1$u and %2$u are the same person: %3$s"),
                                  before + 1, i + 1,
                                  remit_entity_get_text (person, REMIT_PERSON_NAME));
        }
      g_ptr_array_add (people, person);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
