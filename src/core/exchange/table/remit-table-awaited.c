/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots that wait for people: what an import of these says of them. */
#include <glib/gi18n-lib.h>

#include "plan/placement/remit-awaited.h"
#include "remit-table-private.h"

static void
note_slot (const RemitAwaited *awaited,
           gpointer data)
{
  RemitTableJob *job = data;

  if (awaited->person != 0)
    {
      job->result->added[REMIT_KIND_ASSIGNMENT]++;
      job->result->changed[REMIT_KIND_SLOT]++;
      remit_import_result_note (job->result, REMIT_NOTE_ARRIVED, 0,
                                /* Translators: a slot, a team, a person */
                                _ ("%s of %s was reserved for %s, who is now assigned"),
                                awaited->name,
                                awaited->team, awaited->person_name);
    }
  else
    remit_import_result_note (job->result, REMIT_NOTE_AWAITED, 0,
                              /* Translators: a slot, a team, a name */
                              _ ("%s of %s is reserved for “%s”, but several people have this "
                                 "name"),
                              awaited->name, awaited->team, awaited->text);
}

gboolean
remit_table_awaited_note (RemitTableJob *job,
                          gint64 plan,
                          GError **error)
{
  int n = remit_awaited_count (job->store, plan, error);

  if (n > 0)
    remit_import_result_note (job->result, REMIT_NOTE_FILE, 0,
                              ngettext ("%'u slot is reserved by name",
                                        "%'u slots are reserved by name", (guint) n),
                              (guint) n);
  return n >= 0;
}

gboolean
remit_table_awaited_settle (RemitTableJob *job,
                            GError **error)
{
  return remit_awaited_fill (job->edit, 0, note_slot, job, error) >= 0
         && remit_table_awaited_note (job, 0, error);
}
