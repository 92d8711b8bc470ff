/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All people at one moment, to be searched, counted and put in order in a thread. */
#include "remit-roster-private.h"

#include "model/remit-day.h"

static void
person_clear (gpointer data)
{
  g_clear_pointer (&((RemitRosterPerson *) data)->spans, g_array_unref);
}

RemitRoster *
remit_roster_new (void)
{
  RemitRoster *self = g_new0 (RemitRoster, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->today = remit_day_today ();
  self->texts = g_string_chunk_new (64 * 1024);
  self->people = g_array_new (FALSE, TRUE, sizeof (RemitRosterPerson));
  g_array_set_clear_func (self->people, person_clear);
  self->zones = g_ptr_array_new ();
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    {
      self->parts[i].terms = g_array_new (FALSE, FALSE, sizeof (RemitRosterTerm));
      self->parts[i].of = g_array_new (FALSE, FALSE, sizeof (guint));
      self->parts[i].names = g_ptr_array_new ();
      self->parts[i].levels = g_array_new (FALSE, FALSE, sizeof (int));
    }
  return self;
}

RemitRoster *
remit_roster_ref (RemitRoster *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
remit_roster_unref (RemitRoster *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    {
      g_array_unref (self->parts[i].terms);
      g_array_unref (self->parts[i].of);
      g_ptr_array_unref (self->parts[i].names);
      g_array_unref (self->parts[i].levels);
    }
  g_array_unref (self->people);
  g_ptr_array_unref (self->zones);
  g_string_chunk_free (self->texts);
  g_free (self);
}
