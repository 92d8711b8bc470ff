/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assignment problems by shortest augmenting paths: exact, in whole numbers.
 *
 * R. Jonker and A. Volgenant, “A shortest augmenting path algorithm for dense and sparse linear
 * assignment problems”, Computing 38 (1987): one vacancy after the other is filled by the chain of
 * moves that loses least, found by Dijkstra's algorithm on losses that the duals keep from being
 * negative. */
#include "remit-solver-private.h"

/* Vacancies between two looks at whether it is still wanted. */
#define VACANCIES_AT_ONCE 64

/* @prices: the duals of people; @values: those of vacancies
 * @holders: for each person the vacancy they fill, or NONE
 * @distances: for each person, what is lost until there; @from: by which option one came there
 * @is_done: whether no shorter way to a person will be found
 * @touched: (element-type guint): the people with a distance; @heap: (element-type Entry)
 * @scanned: (element-type Scan): the vacancies that would be moved, and what is lost until there */
typedef struct {
  const RemitStaffing *problem;
  guint *chosen;
  guint *holders;
  gint64 *prices;
  gint64 *values;
  gint64 *distances;
  guint *from;
  gboolean *is_done;
  GArray *touched;
  GArray *heap;
  GArray *scanned;
} Paths;

typedef struct {
  gint64 distance;
  guint person;
} Entry;

typedef struct {
  gint64 distance;
  guint vacancy;
} Scan;

#define NOBODY G_MAXUINT

/* ── A heap of people, the nearest first ──────────────────────────────────────────────────── */

static gboolean
is_before (const Entry *a,
           const Entry *b)
{
  return a->distance != b->distance ? a->distance < b->distance : a->person < b->person;
}

static void
heap_push (GArray *heap,
           Entry entry)
{
  guint i = heap->len;
  Entry *entries;

  g_array_append_val (heap, entry);
  entries = (Entry *) (gpointer) heap->data;
  for (; i > 0 && is_before (&entry, &entries[(i - 1) / 2]); i = (i - 1) / 2)
    entries[i] = entries[(i - 1) / 2];
  entries[i] = entry;
}

static Entry
heap_pop (GArray *heap)
{
  Entry *entries = (Entry *) (gpointer) heap->data;
  const Entry top = entries[0], last = entries[heap->len - 1];
  guint n = heap->len - 1;
  guint i = 0;

  g_array_set_size (heap, n);
  while (2 * i + 1 < n)
    {
      guint child = 2 * i + 1;

      if (child + 1 < n && is_before (&entries[child + 1], &entries[child]))
        child++;
      if (!is_before (&entries[child], &last))
        break;
      entries[i] = entries[child];
      i = child;
    }
  if (n > 0)
    entries[i] = last;
  return top;
}

/* ── One vacancy ──────────────────────────────────────────────────────────────────────────── */

/* Looks from a vacancy that would be moved at where else it could be filled. */
static void
scan (Paths *self,
      guint vacancy,
      gint64 distance)
{
  const RemitVacancy *its = remit_staffing_get_vacancy (self->problem, vacancy);
  const Scan scanned = { distance, vacancy };

  g_array_append_val (self->scanned, scanned);
  for (guint i = its->first; i < its->first + its->n_options; i++)
    {
      guint person = remit_staffing_get_option (self->problem, i)->person;
      gint64 there = distance + self->values[vacancy] + self->prices[person]
                     - remit_staffing_get_worth (self->problem, i);

      if (self->is_done[person] || there >= self->distances[person])
        continue;
      if (self->distances[person] == G_MAXINT64)
        g_array_append_val (self->touched, person);
      self->distances[person] = there;
      self->from[person] = i;
      heap_push (self->heap, (Entry){ there, person });
    }
}

/* Finds the end that loses least: somebody who is free (*@person), or a vacancy that is left open.
 *
 * Returns: what is lost */
static gint64
search (Paths *self,
        guint vacancy,
        guint *person,
        guint *left_open)
{
  gint64 least = self->values[vacancy];

  *person = NOBODY;
  *left_open = vacancy;
  scan (self, vacancy, 0);
  while (self->heap->len > 0)
    {
      const Entry next = heap_pop (self->heap);
      guint moved;

      if (self->is_done[next.person])
        continue;
      if (next.distance >= least)
        break;
      if (self->holders[next.person] == NOBODY)
        {
          *person = next.person;
          return next.distance;
        }
      self->is_done[next.person] = TRUE;
      moved = self->holders[next.person];
      if (next.distance + self->values[moved] < least)
        {
          least = next.distance + self->values[moved];
          *left_open = moved;
        }
      scan (self, moved, next.distance);
    }
  return least;
}

/* Moves everybody along the chain that ends with @person being free. */
static void
move (Paths *self,
      guint vacancy,
      guint person)
{
  for (;;)
    {
      guint option = self->from[person];
      guint filled = remit_staffing_get_option (self->problem, option)->vacancy;
      guint before = self->chosen[filled];

      self->chosen[filled] = option;
      self->holders[person] = filled;
      if (filled == vacancy)
        return;
      person = remit_staffing_get_option (self->problem, before)->person;
    }
}

static void
update_duals (Paths *self,
              gint64 lost)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint person = g_array_index (self->touched, guint, i);

      if (self->is_done[person])
        self->prices[person] += lost - self->distances[person];
    }
  for (guint i = 0; i < self->scanned->len; i++)
    {
      const Scan *scanned = &g_array_index (self->scanned, Scan, i);

      self->values[scanned->vacancy] -= lost - scanned->distance;
    }
}

static void
forget (Paths *self)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint person = g_array_index (self->touched, guint, i);

      self->distances[person] = G_MAXINT64;
      self->is_done[person] = FALSE;
    }
  g_array_set_size (self->touched, 0);
  g_array_set_size (self->heap, 0);
  g_array_set_size (self->scanned, 0);
}

static void
fill (Paths *self,
      guint vacancy)
{
  const RemitVacancy *its = remit_staffing_get_vacancy (self->problem, vacancy);
  guint person, left_open;
  gint64 lost;

  for (guint i = its->first; i < its->first + its->n_options; i++)
    self->values[vacancy] =
      MAX (self->values[vacancy],
           remit_staffing_get_worth (self->problem, i)
             - self->prices[remit_staffing_get_option (self->problem, i)->person]);
  lost = search (self, vacancy, &person, &left_open);
  if (person == NOBODY && left_open != vacancy)
    {
      person = remit_staffing_get_option (self->problem, self->chosen[left_open])->person;
      self->chosen[left_open] = REMIT_OPTION_NONE;
    }
  update_duals (self, lost);
  if (person != NOBODY)
    move (self, vacancy, person);
  forget (self);
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static void
paths_init (Paths *self,
            const RemitStaffing *problem)
{
  self->problem = problem;
  self->holders = g_new (guint, problem->n_people);
  self->prices = g_new0 (gint64, problem->n_people);
  self->values = g_new0 (gint64, problem->vacancies->len);
  self->distances = g_new (gint64, problem->n_people);
  self->from = g_new0 (guint, problem->n_people);
  self->is_done = g_new0 (gboolean, problem->n_people);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  self->heap = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->scanned = g_array_new (FALSE, FALSE, sizeof (Scan));
  for (guint i = 0; i < problem->n_people; i++)
    {
      self->holders[i] = NOBODY;
      self->distances[i] = G_MAXINT64;
    }
}

static void
paths_clear (Paths *self)
{
  g_free (self->holders);
  g_free (self->prices);
  g_free (self->values);
  g_free (self->distances);
  g_free (self->from);
  g_free (self->is_done);
  g_array_unref (self->touched);
  g_array_unref (self->heap);
  g_array_unref (self->scanned);
}

static void
conclude (Paths *self,
          RemitSolution *solution)
{
  const RemitStaffing *problem = self->problem;

  solution->bound = 0;
  for (guint i = 0; i < problem->n_people; i++)
    solution->bound += self->prices[i];
  for (guint i = 0; i < problem->vacancies->len; i++)
    {
      solution->bound += self->values[i];
      solution->values[i] = (double) self->values[i];
      if (solution->chosen[i] != REMIT_OPTION_NONE)
        solution->worth += remit_staffing_get_worth (problem, solution->chosen[i]);
    }
  for (guint i = 0; i < problem->options->len; i++)
    solution->costs[i] = (double) self->prices[remit_staffing_get_option (problem, i)->person];
}

RemitSolution *
remit_paths_run (const RemitStaffing *problem,
                 const RemitWorkControl *control)
{
  g_autoptr (RemitSolution) solution = remit_solution_new (problem);
  guint n = problem->vacancies->len;
  gboolean is_wanted = TRUE;
  Paths self = { .chosen = solution->chosen };

  paths_init (&self, problem);
  for (guint i = 0; i < n && is_wanted; i++)
    {
      if (control != NULL && i % VACANCIES_AT_ONCE == 0)
        {
          is_wanted = !g_cancellable_is_cancelled (control->cancellable);
          if (control->progress != NULL)
            control->progress ((double) i / n, control->progress_data);
        }
      fill (&self, i);
    }
  conclude (&self, solution);
  paths_clear (&self);
  return is_wanted ? g_steal_pointer (&solution) : NULL;
}

/* ── Whether they apply ───────────────────────────────────────────────────────────────────── */

/* Whether a person can fill no two of their vacancies: all have a day in common (days in a row have
 * one when each two of them do), and on no day is there room for the two that need least. */
static gboolean
applies_to (const RemitStaffing *problem,
            guint person)
{
  gint64 from = G_MININT64, until = G_MAXINT64;
  gint64 least = G_MAXINT, second = G_MAXINT;
  gint64 room = G_MAXINT;

  for (guint i = problem->first_options[person]; i < problem->first_options[person + 1]; i++)
    {
      guint option = g_array_index (problem->people_options, guint, i);
      const RemitVacancy *vacancy =
        remit_staffing_get_vacancy (problem, remit_staffing_get_option (problem, option)->vacancy);

      from = MAX (from, vacancy->from);
      until = MIN (until, vacancy->until);
      second = MIN (second, MAX (least, vacancy->percent));
      least = MIN (least, vacancy->percent);
    }
  if (problem->first_options[person + 1] - problem->first_options[person] < 2)
    return TRUE;
  if (from > until)
    return FALSE;
  room = remit_staffing_get_room (problem, person, from);
  return least + second > room;
}

gboolean
remit_paths_apply (const RemitStaffing *problem)
{
  for (guint i = 0; i < problem->n_people; i++)
    if (!applies_to (problem, i))
      return FALSE;
  return TRUE;
}
