/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in the slots of a project: its assignments. */
#include <glib/gi18n-lib.h>

#include "remit-mspdi-format.h"
#include "remit-mspdi-import-private.h"

#define FULL 100

/* ── What the file says ───────────────────────────────────────────────────────────────────── */

static void
note (RemitMspdiImport *self,
      const RemitMspdiAssignment *assignment,
      const char *text)
{
  remit_import_result_note (self->job.result, REMIT_NOTE_HOLDER, assignment->line, "%s", text);
}

static void
leave_out (RemitMspdiImport *self,
           const RemitMspdiAssignment *assignment,
           const char *text)
{
  remit_import_result_leave_out (self->job.result, REMIT_NOTE_HOLDER, assignment->line, "%s",
                                 text);
}

/* Returns: whether it is to come in; @person: (out): 0 for nobody */
static gboolean
find_person (RemitMspdiImport *self,
             const RemitMspdiAssignment *assignment,
             gint64 *person)
{
  int index = remit_mspdi_import_find (self->resources, assignment->resource);

  *person = index >= 0 ? g_array_index (self->people, gint64, index) : 0;
  if (*person != 0 || assignment->resource <= 0)
    return TRUE;
  if (index < 0)
    leave_out (self, assignment,
               _ ("The resource of the assignment is not in the file; the assignment was skipped"));
  else if (g_array_index (self->project->resources, RemitMspdiResource, index).type
           != REMIT_MSPDI_WORK)
    leave_out (self, assignment,
               _ ("The assignment is of a material or cost resource and was skipped"));
  else
    leave_out (self, assignment,
               _ ("The resource of the assignment is empty; the assignment was skipped"));
  return FALSE;
}

/* An assignment is at least 1 %. */
static gint64
find_percent (RemitMspdiImport *self,
              const RemitMspdiAssignment *assignment)
{
  const RemitField *field = &remit_assignment_info.fields[REMIT_ASSIGNMENT_ALLOCATION];

  if (assignment->units < 0)
    return FULL;
  if (assignment->units > field->maximum)
    note (self, assignment, _ ("The units are above 1000 %, the largest allocation, and were set "
                               "to it"));
  if (assignment->units < field->minimum)
    note (self, assignment, _ ("The units are below 1 %, the smallest allocation, and were set to "
                               "it"));
  return CLAMP (assignment->units, field->minimum, field->maximum);
}

static RemitMspdiSeat
make_seat (RemitMspdiImport *self,
           const RemitMspdiAssignment *assignment,
           gint64 person)
{
  RemitMspdiSeat seat = { .person = person,
                          .from = assignment->is_open_start ? 0 : assignment->from,
                          .until = assignment->is_open_end ? 0 : assignment->until,
                          .is_proposed = assignment->is_proposed,
                          .line = assignment->line };

  if (seat.from != 0 && seat.until != 0 && seat.from > seat.until)
    {
      note (self, assignment, _ ("The first day is after the last; both were skipped"));
      seat.from = seat.until = 0;
    }
  seat.percent = person != 0 ? find_percent (self, assignment)
                             : assignment->units > 0 ? assignment->units : FULL;
  return seat;
}

static gint64
get_last (const RemitMspdiSeat *seat)
{
  return seat->until != 0 ? seat->until : G_MAXINT64;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const RemitMspdiSeat *first = a;
  const RemitMspdiSeat *second = b;

  if (first->person != second->person)
    return first->person < second->person ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->line < second->line ? -1 : first->line > second->line;
}

GArray *
remit_mspdi_seats_new (RemitMspdiImport *self,
                       const guint *indexes,
                       guint n)
{
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (RemitMspdiSeat));

  for (guint i = 0; i < n; i++)
    {
      const RemitMspdiAssignment *assignment = &g_array_index (self->project->assignments,
                                                               RemitMspdiAssignment, indexes[i]);
      gint64 person;

      if (find_person (self, assignment, &person))
        {
          const RemitMspdiSeat seat = make_seat (self, assignment, person);

          g_array_append_val (seats, seat);
        }
    }
  g_array_sort (seats, compare);
  return seats;
}

GArray *
remit_mspdi_seats_steal_doubles (GArray *seats)
{
  GArray *doubles = g_array_new (FALSE, FALSE, sizeof (RemitMspdiSeat));
  guint n = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      const RemitMspdiSeat seat = g_array_index (seats, RemitMspdiSeat, i);
      const RemitMspdiSeat *last = n > 0 ? &g_array_index (seats, RemitMspdiSeat, n - 1) : NULL;

      if (seat.person != 0 && last != NULL && last->person == seat.person
          && seat.from <= get_last (last))
        g_array_append_val (doubles, seat);
      else
        g_array_index (seats, RemitMspdiSeat, n++) = seat;
    }
  g_array_set_size (seats, n);
  return doubles;
}

/* ── How much is needed ───────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 day;
  gint64 change;
} Step;

/* On one day, what ends after the day before goes first. */
static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *first = a;
  const Step *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return first->change < second->change ? -1 : first->change > second->change;
}

gint64
remit_mspdi_seats_count (const GArray *seats)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  gint64 now = 0;
  gint64 most = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      const RemitMspdiSeat *seat = &g_array_index (seats, RemitMspdiSeat, i);
      const Step start = { seat->from, seat->percent };
      const Step end = { seat->until != 0 ? seat->until + 1 : G_MAXINT64, -seat->percent };

      g_array_append_val (steps, start);
      g_array_append_val (steps, end);
    }
  g_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len; i++)
    {
      now += g_array_index (steps, Step, i).change;
      most = MAX (most, now);
    }
  return most;
}

/* ── What comes into the workspace ────────────────────────────────────────────────────────── */

static void
fill (RemitRecord *record,
      const RemitMspdiSeat *seat)
{
  remit_record_set_integer (record, REMIT_ASSIGNMENT_PERSON, seat->person);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_ALLOCATION, seat->percent);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_FROM, seat->from);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_UNTIL, seat->until);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_STATE,
                            seat->is_proposed ? REMIT_ASSIGNMENT_STATE_PROPOSED
                                              : REMIT_ASSIGNMENT_STATE_CONFIRMED);
}

static gboolean
insert (RemitMspdiImport *self,
        const RemitMspdiSeat *seat,
        gint64 slot,
        GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_ASSIGNMENT);

  remit_record_set_integer (record, REMIT_ASSIGNMENT_PLAN, self->plan);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_SLOT, slot);
  fill (record, seat);
  return remit_mspdi_import_insert (self, record, error);
}

static gboolean
is_same_days (const RemitRecord *record,
              const RemitMspdiSeat *seat)
{
  return remit_record_get_integer (record, REMIT_ASSIGNMENT_PERSON) == seat->person
         && remit_record_get_integer (record, REMIT_ASSIGNMENT_FROM) == seat->from
         && remit_record_get_integer (record, REMIT_ASSIGNMENT_UNTIL) == seat->until;
}

static gboolean
is_in_the_way (const RemitRecord *record,
               const RemitMspdiSeat *seat)
{
  gint64 until = remit_record_get_integer (record, REMIT_ASSIGNMENT_UNTIL);

  return remit_record_get_integer (record, REMIT_ASSIGNMENT_PERSON) == seat->person
         && remit_record_get_integer (record, REMIT_ASSIGNMENT_FROM) <= get_last (seat)
         && seat->from <= (until != 0 ? until : G_MAXINT64);
}

/* Returns: whether one that is there is of these days, and is brought up to date */
static gboolean
update (RemitMspdiImport *self,
        const RemitMspdiSeat *seat,
        GPtrArray *there,
        gboolean *found,
        GError **error)
{
  *found = FALSE;
  for (guint i = 0; !*found && i < there->len; i++)
    if (is_same_days (there->pdata[i], seat))
      {
        g_autoptr (RemitRecord) old = g_ptr_array_steal_index (there, i);
        g_autoptr (RemitRecord) record = remit_record_copy (old);

        *found = TRUE;
        fill (record, seat);
        if (!remit_mspdi_import_update (self, record, old, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
make_room (RemitMspdiImport *self,
           const RemitMspdiSeat *seat,
           GPtrArray *there,
           GError **error)
{
  for (guint i = there->len; i-- > 0;)
    if (is_in_the_way (there->pdata[i], seat))
      {
        g_autoptr (RemitRecord) old = g_ptr_array_steal_index (there, i);

        self->job.result->removed[REMIT_KIND_ASSIGNMENT]++;
        if (!remit_edit_delete (self->job.edit, REMIT_KIND_ASSIGNMENT, remit_record_get_id (old),
                                error))
          return FALSE;
      }
  return TRUE;
}

/* First those that are as they were, so that they are in nobody's way. */
gboolean
remit_mspdi_seats_write (RemitMspdiImport *self,
                         const GArray *seats,
                         gint64 slot,
                         GPtrArray *there,
                         GError **error)
{
  g_autofree gboolean *done = g_new0 (gboolean, seats->len + 1);

  for (guint i = 0; there != NULL && i < seats->len; i++)
    if (!update (self, &g_array_index (seats, RemitMspdiSeat, i), there, &done[i], error))
      return FALSE;
  for (guint i = 0; i < seats->len; i++)
    {
      const RemitMspdiSeat *seat = &g_array_index (seats, RemitMspdiSeat, i);

      if (seat->person == 0)
        continue;
      g_hash_table_add (self->seated, g_memdup2 (&seat->person, sizeof seat->person));
      if (!remit_mspdi_import_step (self, error))
        return FALSE;
      if (!done[i]
          && ((there != NULL && !make_room (self, seat, there, error))
              || !insert (self, seat, slot, error)))
        return FALSE;
    }
  return TRUE;
}
