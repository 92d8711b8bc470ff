/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is behind a column of the matrix. */
#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "remit-rights-table-private.h"

static gboolean
holds_today (RemitRightsTable *self,
             RemitEntity *assignment)
{
  gint64 today = remit_day_today ();
  gint64 from;
  gint64 until;

  remit_load_get_days (self->workspace, assignment, &from, &until);
  return from <= today && (until == 0 || until >= today);
}

static void
add_people_of_slot (RemitRightsTable *self,
                    gint64 slot,
                    GPtrArray *names)
{
  GPtrArray *assignments = remit_workspace_get_referring (self->workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, slot);

  for (guint i = 0; i < assignments->len; i++)
    if (holds_today (self, assignments->pdata[i]))
      g_ptr_array_add (names,
                       remit_design_dup_name (self->workspace, REMIT_KIND_PERSON,
                                              remit_entity_get_integer (
                                                assignments->pdata[i],
                                                REMIT_ASSIGNMENT_PERSON)));
}

GPtrArray *
remit_rights_table_list_people (RemitRightsTable *self,
                                guint column)
{
  const RemitRightsColumn *at = remit_rights_table_get_column (self, column);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *slots;

  if (at->kind == REMIT_KIND_SLOT)
    add_people_of_slot (self, at->id, names);
  if (at->kind != REMIT_KIND_ROLE)
    return names;
  slots = remit_workspace_get_referring (self->workspace, REMIT_KIND_SLOT, REMIT_SLOT_ROLE, at->id);
  for (guint i = 0; i < slots->len; i++)
    if (remit_entity_get_integer (slots->pdata[i], REMIT_SLOT_PLAN) == self->plan)
      add_people_of_slot (self, remit_entity_get_id (slots->pdata[i]), names);
  return names;
}

char *
remit_rights_people_dup_words (GPtrArray *names)
{
  if (names->len == 0)
    return g_strdup (_ ("Vacant"));
  if (names->len == 1)
    return g_strdup (names->pdata[0]);
  /* Translators: a name, and how many more there are */
  return g_strdup_printf (_ ("%1$s +%2$u"), (const char *) names->pdata[0], names->len - 1);
}
