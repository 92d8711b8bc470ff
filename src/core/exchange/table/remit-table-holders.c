/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holders of a slot in a table of slots: its assignments, also over time. */
#include "remit-table-holders.h"

#include <glib/gi18n-lib.h>

/* Of one row. */
typedef struct {
  RemitTableJob *job;
  const RemitCsvRow *row;
  const RemitTablePlace *place;
  const RemitRecord *slot;
  const RemitTableHolder *holder;
} Seat;

/* ── Months ───────────────────────────────────────────────────────────────────────────────── */

static void
add_run (GArray *runs,
         const RemitTablePeriod *period,
         gint64 percent)
{
  RemitPeriod run = { period->from, period->until, percent };
  RemitPeriod *last =
    runs->len > 0 ? &g_array_index (runs, RemitPeriod, runs->len - 1) : NULL;

  if (last != NULL && last->percent == percent && last->until + 1 == run.from)
    last->until = run.until;
  else
    g_array_append_val (runs, run);
}

GArray *
remit_table_runs_read (RemitTableJob *job,
                       const RemitCsvRow *row)
{
  GArray *runs;

  if (job->periods == NULL)
    return NULL;
  runs = g_array_new (FALSE, FALSE, sizeof (RemitPeriod));
  for (guint i = 0; i < job->periods->len; i++)
    {
      const RemitTablePeriod *period = &g_array_index (job->periods, RemitTablePeriod, i);
      gint64 percent = remit_table_job_read_share (job, row, REMIT_TABLE_SEATS_ALLOCATION,
                                                   period->column);

      if (percent > 0)
        add_run (runs, period, percent);
    }
  return runs;
}

/* ── Assignments ──────────────────────────────────────────────────────────────────────────── */

static gint64
get_person (const RemitRecord *assignment)
{
  return remit_record_get_integer (assignment, REMIT_ASSIGNMENT_PERSON);
}

/* Without an allocation in the file, a person fills the demand of the slot. */
static gboolean
insert (const Seat *self,
        const RemitPeriod *run,
        GError **error)
{
  g_autoptr (RemitRecord) assignment = remit_record_new (REMIT_KIND_ASSIGNMENT);
  gint64 percent = self->holder->percent;

  if (percent <= 0)
    percent = remit_record_get_integer (self->slot, REMIT_SLOT_FTE);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PLAN,
                            remit_record_get_integer (self->slot, REMIT_SLOT_PLAN));
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_SLOT, remit_record_get_id (self->slot));
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PERSON, self->holder->person->id);
  if (percent > 0)
    remit_record_set_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION, percent);
  if (run != NULL)
    {
      remit_record_set_integer (assignment, REMIT_ASSIGNMENT_FROM, run->from);
      remit_record_set_integer (assignment, REMIT_ASSIGNMENT_UNTIL, run->until);
      remit_record_set_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION, run->percent);
    }
  return remit_table_job_insert (self->job, self->row, assignment, error);
}

static void
note (const Seat *self,
      const char *format)
{
  remit_import_result_note (self->job->result, REMIT_NOTE_HOLDER, self->row->line, format,
                            self->place->role_name, self->place->team->name,
                            self->holder->person->name);
}

/* Returns: the days of an assignment, open ends as the first and the last day that there are */
static RemitPeriod
get_days (const RemitRecord *assignment)
{
  gint64 from = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_FROM);
  gint64 until = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_UNTIL);

  return (RemitPeriod){ from != 0 ? from : G_MININT64, until != 0 ? until : G_MAXINT64,
                          remit_record_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION) };
}

static const RemitPeriod *
find_run (const GArray *runs,
          const RemitPeriod *days)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const RemitPeriod *run = &g_array_index (runs, RemitPeriod, i);

      if (run->from == days->from && run->until == days->until)
        return run;
    }
  return NULL;
}

static gboolean
delete (const Seat *self,
        const RemitRecord *assignment,
        GError **error)
{
  self->job->result->removed[REMIT_KIND_ASSIGNMENT]++;
  return remit_edit_delete (self->job->edit, REMIT_KIND_ASSIGNMENT,
                            remit_record_get_id (assignment), error);
}

/* The columns say all of their time: what was there and is not in the file goes. */
static gboolean
merge_runs (const Seat *self,
            GPtrArray *own,
            const GArray *runs,
            GError **error)
{
  const GArray *periods = self->job->periods;
  gint64 first = g_array_index (periods, RemitTablePeriod, 0).from;
  gint64 last = g_array_index (periods, RemitTablePeriod, periods->len - 1).until;
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < own->len; i++)
    {
      RemitRecord *assignment = own->pdata[i];
      RemitPeriod days = get_days (assignment);
      const RemitPeriod *run = find_run (runs, &days);

      if (run != NULL)
        {
          gboolean changed = remit_record_set_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION,
                                                       run->percent);

          g_hash_table_add (done, (gpointer) run);
          if (!remit_table_job_update (self->job, self->row, assignment, changed, error))
            return FALSE;
        }
      else if (days.from <= last && days.until >= first)
        {
          if (days.from < first || days.until > last)
            /* Translators: a role, a team, a person */
            note (self, _ ("%s of %s: the months replace an earlier allocation of %s"));
          if (!delete (self, assignment, error))
            return FALSE;
        }
    }
  for (guint i = 0; i < runs->len; i++)
    if (!g_hash_table_contains (done, &g_array_index (runs, RemitPeriod, i))
        && !insert (self, &g_array_index (runs, RemitPeriod, i), error))
      return FALSE;
  return TRUE;
}

/* ── Who was there ────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer container): the assignments of the holder, or of the one other person who has
 * any; @others: (out): how many other people have */
static GPtrArray *
list_assignments (const Seat *self,
                  GPtrArray *assignments,
                  gboolean of_other,
                  guint *n_others)
{
  GPtrArray *list = g_ptr_array_new ();
  gint64 other = 0;

  *n_others = 0;
  for (guint i = 0; assignments != NULL && i < assignments->len; i++)
    {
      gint64 person = get_person (assignments->pdata[i]);
      gboolean is_other = person != self->holder->person->id;

      if (is_other && person != other)
        {
          other = person;
          (*n_others)++;
        }
      if (is_other == of_other)
        g_ptr_array_add (list, assignments->pdata[i]);
    }
  return list;
}

static gint64
peek_day (const Seat *self,
          guint target)
{
  return self->job->columns[target] >= 0
           ? remit_table_job_peek_day (self->job, self->row, target)
           : 0;
}

/* Returns: (nullable): the one that a row is about: the only one, or that of the same days */
static RemitRecord *
find_own (const Seat *self,
          GPtrArray *own)
{
  if (own->len == 1)
    return own->pdata[0];
  for (guint i = 0; i < own->len && self->job->columns[REMIT_TABLE_SEATS_ASSIGNED_FROM] >= 0; i++)
    if (remit_record_get_integer (own->pdata[i], REMIT_ASSIGNMENT_FROM)
          == peek_day (self, REMIT_TABLE_SEATS_ASSIGNED_FROM)
        && remit_record_get_integer (own->pdata[i], REMIT_ASSIGNMENT_UNTIL)
             == peek_day (self, REMIT_TABLE_SEATS_ASSIGNED_UNTIL))
      return own->pdata[i];
  return NULL;
}

/* One allocation for all days: what changes over time is not made one in silence. What a row was
 * about, no other row is. */
static gboolean
update (const Seat *self,
        GPtrArray *assignments,
        GPtrArray *own,
        GError **error)
{
  const char *text = remit_table_job_get (self->job, self->row, REMIT_TABLE_SEATS_ALLOCATION);
  RemitRecord *assignment = find_own (self, own);

  if (assignment != NULL)
    {
      g_ptr_array_remove (assignments, assignment);
      return remit_table_job_update (self->job, self->row, assignment, FALSE, error);
    }
  if (*text != '\0')
    /* Translators: a role, a team, a person */
    note (self, _ ("%s of %s: the allocation of %s changes over time and was kept"));
  self->job->result->same[REMIT_KIND_ASSIGNMENT] += own->len;
  return TRUE;
}

static gboolean
replace (const Seat *self,
         GPtrArray *theirs,
         const GArray *runs,
         GError **error)
{
  /* Translators: a role, a team, a person */
  note (self, _ ("%s of %s: %s replaces another person in the slot"));
  for (guint i = 0; i < theirs->len; i++)
    {
      RemitRecord *assignment = theirs->pdata[i];

      remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PERSON, self->holder->person->id);
      if (runs != NULL ? !delete (self, assignment, error)
                       : !remit_table_job_update (self->job, self->row, assignment, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_all (const Seat *self,
            const GArray *runs,
            GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return runs != NULL ? merge_runs (self, none, runs, error) : insert (self, NULL, error);
}

gboolean
remit_table_holder_seat (RemitTableJob *job,
                         const RemitCsvRow *row,
                         const RemitTablePlace *place,
                         const RemitRecord *slot,
                         GPtrArray *assignments,
                         const RemitTableHolder *holder,
                         const GArray *runs,
                         GError **error)
{
  Seat self = { job, row, place, slot, holder };
  guint n_others;
  g_autoptr (GPtrArray) own = list_assignments (&self, assignments, FALSE, &n_others);
  g_autoptr (GPtrArray) theirs = list_assignments (&self, assignments, TRUE, &n_others);

  if (own->len > 0)
    return runs != NULL ? merge_runs (&self, own, runs, error)
                        : update (&self, assignments, own, error);
  if (n_others == 1)
    return replace (&self, theirs, runs, error)
           && (runs == NULL || insert_all (&self, runs, error));
  if (n_others > 1)
    /* Translators: a role, a team, a person */
    note (&self, _ ("%s of %s: %s was added to several other people in the slot"));
  return insert_all (&self, runs, error);
}
