/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is to fill which slots, as numbers: what is to be filled, who could, and what limits them. */
#include "remit-staffing.h"

RemitStaffing *
remit_staffing_new (guint n_people)
{
  RemitStaffing *self = g_new0 (RemitStaffing, 1);

  self->n_people = n_people;
  self->vacancies = g_array_new (FALSE, FALSE, sizeof (RemitVacancy));
  self->options = g_array_new (FALSE, FALSE, sizeof (RemitOption));
  self->rooms = g_array_new (FALSE, FALSE, sizeof (RemitRoom));
  self->separations = g_array_new (FALSE, FALSE, sizeof (RemitSeparation));
  return self;
}

void
remit_staffing_free (RemitStaffing *self)
{
  g_array_unref (self->vacancies);
  g_array_unref (self->options);
  g_array_unref (self->rooms);
  g_array_unref (self->separations);
  g_clear_pointer (&self->people_options, g_array_unref);
  g_clear_pointer (&self->rivals, g_array_unref);
  g_free (self->first_options);
  g_free (self->first_rooms);
  g_free (self->first_rivals);
  g_free (self);
}

guint
remit_staffing_add_vacancy (RemitStaffing *self,
                            int percent,
                            gint64 from,
                            gint64 until)
{
  const RemitVacancy vacancy = { .percent = percent, .from = from, .until = until };

  g_array_append_val (self->vacancies, vacancy);
  return self->vacancies->len - 1;
}

void
remit_staffing_add_option (RemitStaffing *self,
                           guint vacancy,
                           guint person,
                           int score)
{
  const RemitOption option = { vacancy, person, score };

  g_return_if_fail (vacancy < self->vacancies->len && person < self->n_people && score >= 0);

  g_array_append_val (self->options, option);
}

void
remit_staffing_add_room (RemitStaffing *self,
                         guint person,
                         gint64 from,
                         gint64 until,
                         int percent)
{
  const RemitRoom room = { person, from, until, percent };

  g_return_if_fail (person < self->n_people);

  if (from <= until)
    g_array_append_val (self->rooms, room);
}

void
remit_staffing_separate (RemitStaffing *self,
                         guint a,
                         guint b)
{
  const RemitSeparation separation = { a, b };

  g_return_if_fail (a < self->vacancies->len && b < self->vacancies->len);

  if (a != b)
    g_array_append_val (self->separations, separation);
}

/* ── Closing ──────────────────────────────────────────────────────────────────────────────── */

static int
compare (gint64 a,
         gint64 b)
{
  return (a > b) - (a < b);
}

/* Of those that are there twice, the better one comes first. */
static int
compare_options (gconstpointer a,
                 gconstpointer b)
{
  const RemitOption *first = a, *second = b;

  if (first->vacancy != second->vacancy)
    return compare (first->vacancy, second->vacancy);
  if (first->person != second->person)
    return compare (first->person, second->person);
  return compare (second->score, first->score);
}

static int
compare_rooms (gconstpointer a,
               gconstpointer b)
{
  const RemitRoom *first = a, *second = b;

  if (first->person != second->person)
    return compare (first->person, second->person);
  return compare (first->from, second->from);
}

static int
compare_separations (gconstpointer a,
                     gconstpointer b)
{
  const RemitSeparation *first = a, *second = b;

  return first->a != second->a ? compare (first->a, second->a) : compare (first->b, second->b);
}

static void
index_rooms (RemitStaffing *self)
{
  guint n = 0;

  g_array_sort (self->rooms, compare_rooms);
  self->first_rooms = g_new0 (guint, self->n_people + 1);
  for (guint i = 0; i <= self->n_people; i++)
    {
      while (n < self->rooms->len && g_array_index (self->rooms, RemitRoom, n).person < i)
        n++;
      self->first_rooms[i] = n;
    }
}

static void
index_separations (RemitStaffing *self)
{
  guint n = 0;

  self->rivals = g_array_new (FALSE, FALSE, sizeof (RemitSeparation));
  for (guint i = 0; i < self->separations->len; i++)
    {
      const RemitSeparation one = g_array_index (self->separations, RemitSeparation, i);
      const RemitSeparation other = { one.b, one.a };

      g_array_append_val (self->rivals, one);
      g_array_append_val (self->rivals, other);
    }
  g_array_sort (self->rivals, compare_separations);
  self->first_rivals = g_new0 (guint, self->vacancies->len + 1);
  for (guint i = 0; i <= self->vacancies->len; i++)
    {
      while (n < self->rivals->len && g_array_index (self->rivals, RemitSeparation, n).a < i)
        n++;
      self->first_rivals[i] = n;
    }
}

static gboolean
is_possible (const RemitStaffing *self,
             const RemitOption *option)
{
  const RemitVacancy *vacancy = remit_staffing_get_vacancy (self, option->vacancy);

  if (vacancy->percent <= 0 || vacancy->from > vacancy->until)
    return FALSE;
  for (guint i = self->first_rooms[option->person]; i < self->first_rooms[option->person + 1]; i++)
    {
      const RemitRoom *room = &g_array_index (self->rooms, RemitRoom, i);

      if (room->from <= vacancy->until && vacancy->from <= room->until
          && room->percent < vacancy->percent)
        return FALSE;
    }
  return TRUE;
}

static void
keep_possible (RemitStaffing *self)
{
  guint n = 0;

  g_array_sort (self->options, compare_options);
  for (guint i = 0; i < self->options->len; i++)
    {
      const RemitOption option = *remit_staffing_get_option (self, i);
      const RemitOption *last = n > 0 ? remit_staffing_get_option (self, n - 1) : NULL;

      if ((last == NULL || last->vacancy != option.vacancy || last->person != option.person)
          && is_possible (self, &option))
        g_array_index (self->options, RemitOption, n++) = option;
    }
  g_array_set_size (self->options, n);
}

static void
index_options (RemitStaffing *self)
{
  g_autofree guint *next = NULL;

  self->first_options = g_new0 (guint, self->n_people + 1);
  self->people_options = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_size (self->people_options, self->options->len);
  for (guint i = 0; i < self->options->len; i++)
    {
      const RemitOption *option = remit_staffing_get_option (self, i);
      RemitVacancy *vacancy = &g_array_index (self->vacancies, RemitVacancy, option->vacancy);

      if (vacancy->n_options++ == 0)
        vacancy->first = i;
      self->first_options[option->person + 1]++;
    }
  for (guint i = 0; i < self->n_people; i++)
    self->first_options[i + 1] += self->first_options[i];
  next = g_memdup2 (self->first_options, (self->n_people + 1) * sizeof (guint));
  for (guint i = 0; i < self->options->len; i++)
    g_array_index (self->people_options, guint,
                   next[remit_staffing_get_option (self, i)->person]++) = i;
}

void
remit_staffing_close (RemitStaffing *self)
{
  g_return_if_fail (self != NULL && self->first_rooms == NULL);

  index_rooms (self);
  index_separations (self);
  keep_possible (self);
  index_options (self);
}

/* ── Asking ───────────────────────────────────────────────────────────────────────────────── */

int
remit_staffing_get_room (const RemitStaffing *self,
                         guint person,
                         gint64 day)
{
  for (guint i = self->first_rooms[person]; i < self->first_rooms[person + 1]; i++)
    {
      const RemitRoom *room = &g_array_index (self->rooms, RemitRoom, i);

      if (room->from <= day && day <= room->until)
        return room->percent;
    }
  return G_MAXINT;
}

gboolean
remit_staffing_is_separated (const RemitStaffing *self,
                             guint a,
                             guint b)
{
  for (guint i = self->first_rivals[a]; i < self->first_rivals[a + 1]; i++)
    if (g_array_index (self->rivals, RemitSeparation, i).b == b)
      return TRUE;
  return FALSE;
}

/* Returns: whether there is room for a vacancy and others on one of its days */
static gboolean
fits_on (const RemitStaffing *self,
         guint option,
         const guint *options,
         guint n_options,
         gint64 day)
{
  const RemitOption *asked = remit_staffing_get_option (self, option);
  int room = remit_staffing_get_room (self, asked->person, day);
  gint64 load = remit_staffing_get_vacancy (self, asked->vacancy)->percent;

  if (room == G_MAXINT)
    return TRUE;
  for (guint i = 0; i < n_options; i++)
    {
      const RemitVacancy *vacancy =
        remit_staffing_get_vacancy (self, remit_staffing_get_option (self, options[i])->vacancy);

      if (vacancy->from <= day && day <= vacancy->until)
        load += vacancy->percent;
    }
  return load <= room;
}

gboolean
remit_staffing_fits (const RemitStaffing *self,
                     guint option,
                     const guint *options,
                     guint n_options)
{
  const RemitOption *asked = remit_staffing_get_option (self, option);
  const RemitVacancy *vacancy = remit_staffing_get_vacancy (self, asked->vacancy);

  if (n_options == 0)
    return TRUE;
  for (guint i = 0; i < n_options; i++)
    {
      const RemitOption *other = remit_staffing_get_option (self, options[i]);
      const RemitVacancy *its = remit_staffing_get_vacancy (self, other->vacancy);

      if (remit_staffing_is_separated (self, asked->vacancy, other->vacancy))
        return FALSE;
      /* the load grows only where one begins, and the room changes only where a span begins */
      if (its->from > vacancy->from && its->from <= vacancy->until
          && !fits_on (self, option, options, n_options, its->from))
        return FALSE;
    }
  for (guint i = self->first_rooms[asked->person]; i < self->first_rooms[asked->person + 1]; i++)
    {
      const RemitRoom *room = &g_array_index (self->rooms, RemitRoom, i);

      if (room->from > vacancy->from && room->from <= vacancy->until
          && !fits_on (self, option, options, n_options, room->from))
        return FALSE;
    }
  return fits_on (self, option, options, n_options, vacancy->from);
}
