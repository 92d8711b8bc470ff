/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Betters a solution by chains of moves: somebody fills a vacancy, leaves others for it, and these
 * are filled by somebody else. */
#include <string.h>

#include "remit-solver-private.h"

/* How many times in a row others have to leave. */
#define MAX_DEPTH 3
/* Vacancies that wait to be filled again, at most: two more with each time. */
#define MAX_PENDING (2 * MAX_DEPTH + 2)
/* Options that are tried for one chain. */
#define TRIES_A_CHAIN 4000
/* The same to find what another option would cost. */
#define TRIES_TO_ASK 400
/* People in more slots than this are not asked to leave two of them. */
#define MAX_TAKEN 16

/* @is_fixed: the vacancies that the chain has filled
 * @pending: those that are still to be filled, the next one last
 * @tries: how many more options are tried for this chain; @limit: for all */
typedef struct {
  RemitTaking *taking;
  gboolean *is_fixed;
  guint pending[MAX_PENDING];
  guint tries;
  guint64 limit;
} Chain;

static gboolean fill (Chain *self,
                      guint n_pending,
                      gint64 gain,
                      guint depth);

/* Takes an option that others had to leave for, and goes on with these. @left: the options left */
static gboolean
fill_after (Chain *self,
            guint option,
            const guint *left,
            guint n_left,
            guint n_pending,
            gint64 gain,
            guint depth)
{
  const RemitStaffing *problem = self->taking->problem;
  guint vacancy = remit_staffing_get_option (problem, option)->vacancy;

  remit_taking_add (self->taking, option);
  self->is_fixed[vacancy] = TRUE;
  gain += remit_staffing_get_worth (problem, option);
  for (guint i = 0; i < n_left; i++)
    {
      self->pending[n_pending - 1 + i] = remit_staffing_get_option (problem, left[i])->vacancy;
      gain -= remit_staffing_get_worth (problem, left[i]);
    }
  if (fill (self, n_pending - 1 + n_left, gain, depth - 1))
    return TRUE;
  self->is_fixed[vacancy] = FALSE;
  remit_taking_remove (self->taking, vacancy);
  return FALSE;
}

/* Tries an option with the others leaving. Returns: whether it led to something better */
static gboolean
try_leaving (Chain *self,
             guint option,
             const guint *left,
             guint n_left,
             guint n_pending,
             gint64 gain,
             guint depth)
{
  const RemitStaffing *problem = self->taking->problem;
  gboolean done = FALSE;

  for (guint i = 0; i < n_left; i++)
    remit_taking_remove (self->taking, remit_staffing_get_option (problem, left[i])->vacancy);
  if (remit_taking_fits (self->taking, option))
    done = fill_after (self, option, left, n_left, n_pending, gain, depth);
  for (guint i = 0; i < n_left && !done; i++)
    remit_taking_add (self->taking, left[i]);
  return done;
}

/* Returns: what a person may leave: all that the chain has not filled itself */
static guint
list_taken (Chain *self,
            guint option,
            guint *taken)
{
  const RemitStaffing *problem = self->taking->problem;
  const GArray *all = self->taking->taken[remit_staffing_get_option (problem, option)->person];
  guint n = 0;

  for (guint i = 0; i < all->len && n < MAX_TAKEN; i++)
    {
      guint other = g_array_index (all, guint, i);

      if (!self->is_fixed[remit_staffing_get_option (problem, other)->vacancy])
        taken[n++] = other;
    }
  return n;
}

/* One of a person's vacancies is left for the option; where that is not enough, two. */
static gboolean
leave (Chain *self,
       guint option,
       guint n_pending,
       gint64 gain,
       guint depth)
{
  guint taken[MAX_TAKEN];
  guint n = list_taken (self, option, taken);

  for (guint i = 0; i < n; i++)
    if (try_leaving (self, option, &taken[i], 1, n_pending, gain, depth))
      return TRUE;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const guint both[] = { taken[i], taken[j] };

        if (try_leaving (self, option, both, 2, n_pending, gain, depth))
          return TRUE;
      }
  return FALSE;
}

/* Fills the last one of those pending, or leaves it open. Returns: whether all is better than
 * before; if not, all is as it was */
static gboolean
fill (Chain *self,
      guint n_pending,
      gint64 gain,
      guint depth)
{
  const RemitStaffing *problem = self->taking->problem;
  guint vacancy = n_pending > 0 ? self->pending[n_pending - 1] : 0;
  const RemitVacancy *its;

  if (n_pending == 0)
    return gain > 0;
  its = remit_staffing_get_vacancy (problem, vacancy);
  for (guint i = its->first; i < its->first + its->n_options && self->tries > 0; i++)
    {
      guint option = self->taking->order[i];
      gint64 worth = remit_staffing_get_worth (problem, option);

      if (n_pending == 1 && gain + worth <= 0)
        continue;
      self->tries--;
      if (remit_taking_fits (self->taking, option))
        {
          remit_taking_add (self->taking, option);
          if (fill (self, n_pending - 1, gain + worth, depth))
            return TRUE;
          remit_taking_remove (self->taking, vacancy);
        }
      else if (depth > 0 && leave (self, option, n_pending, gain, depth))
        return TRUE;
    }
  if (fill (self, n_pending - 1, gain, depth))
    return TRUE;
  self->pending[n_pending - 1] = vacancy;
  return FALSE;
}

/* Returns: whether a better chain begins with the vacancy */
static gboolean
try_vacancy (Chain *self,
             guint vacancy)
{
  RemitTaking *taking = self->taking;
  guint before = taking->chosen[vacancy];
  guint tries = (guint) MIN (TRIES_A_CHAIN, self->limit);
  gint64 gain = 0;
  gboolean done;

  if (before != REMIT_OPTION_NONE)
    {
      gain = -remit_staffing_get_worth (taking->problem, before);
      remit_taking_remove (taking, vacancy);
    }
  self->tries = tries;
  self->pending[0] = vacancy;
  done = fill (self, 1, gain, MAX_DEPTH);
  self->limit -= tries - self->tries;
  memset (self->is_fixed, 0, taking->problem->vacancies->len * sizeof (gboolean));
  if (!done && before != REMIT_OPTION_NONE)
    remit_taking_add (taking, before);
  return done;
}

static gboolean
improve_once (Chain *self,
              gboolean filled,
              gint64 bound,
              GCancellable *cancellable)
{
  RemitTaking *taking = self->taking;
  gboolean done = FALSE;

  for (guint i = 0; i < taking->problem->vacancies->len; i++)
    {
      if (taking->worth >= bound || self->limit == 0 || g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if ((taking->chosen[i] != REMIT_OPTION_NONE) == filled)
        done = try_vacancy (self, i) || done;
    }
  return done;
}

void
remit_taking_improve (RemitTaking *self,
                      gint64 bound,
                      guint64 limit,
                      GCancellable *cancellable)
{
  g_autofree gboolean *is_fixed = g_new0 (gboolean, self->problem->vacancies->len + 1);
  Chain chain = { .taking = self, .is_fixed = is_fixed, .limit = limit };
  gboolean is_better;

  do
    {
      is_better = improve_once (&chain, FALSE, bound, cancellable);
      is_better = improve_once (&chain, TRUE, bound, cancellable) || is_better;
    }
  while (is_better);
}

/* ── What another option would cost ───────────────────────────────────────────────────────── */

struct _RemitAsker
{
  const RemitSolution *solution;
  RemitTaking taking;
  gboolean *is_fixed;
};

RemitAsker *
remit_asker_new (const RemitStaffing *problem,
                 const RemitSolution *solution)
{
  RemitAsker *self = g_new0 (RemitAsker, 1);

  self->solution = solution;
  self->is_fixed = g_new0 (gboolean, problem->vacancies->len + 1);
  remit_taking_init (&self->taking, problem);
  remit_taking_sort (&self->taking, solution->costs);
  remit_taking_set (&self->taking, solution->chosen);
  return self;
}

void
remit_asker_free (RemitAsker *self)
{
  remit_taking_clear (&self->taking);
  g_free (self->is_fixed);
  g_free (self);
}

/* Takes the option, and lets its person leave what does not go with it: what is pending then. */
static void
force (Chain *self,
       guint option,
       guint *n_pending)
{
  RemitTaking *taking = self->taking;
  const RemitOption *its = remit_staffing_get_option (taking->problem, option);

  if (taking->chosen[its->vacancy] != REMIT_OPTION_NONE)
    remit_taking_remove (taking, its->vacancy);
  while (!remit_taking_fits (taking, option))
    {
      const GArray *taken = taking->taken[its->person];
      guint last = g_array_index (taken, guint, taken->len - 1);
      guint vacancy = remit_staffing_get_option (taking->problem, last)->vacancy;

      remit_taking_remove (taking, vacancy);
      /* whoever has to leave more leaves it open */
      if (*n_pending < MAX_DEPTH)
        self->pending[(*n_pending)++] = vacancy;
    }
  remit_taking_add (taking, option);
  self->is_fixed[its->vacancy] = TRUE;
}

static void
restore (RemitAsker *self)
{
  const guint *chosen = self->solution->chosen;
  guint n = self->taking.problem->vacancies->len;

  for (guint i = 0; i < n; i++)
    if (self->taking.chosen[i] != REMIT_OPTION_NONE && self->taking.chosen[i] != chosen[i])
      remit_taking_remove (&self->taking, i);
  for (guint i = 0; i < n; i++)
    if (self->taking.chosen[i] == REMIT_OPTION_NONE && chosen[i] != REMIT_OPTION_NONE)
      remit_taking_add (&self->taking, chosen[i]);
  memset (self->is_fixed, 0, n * sizeof (gboolean));
}

/* Returns: what is lost where that may be @limit at most, or -1 when no way is found; @all: what is
 * lost when nothing is filled again */
static gint64
find_loss (RemitAsker *self,
           guint option,
           gint64 limit,
           gint64 *all)
{
  Chain chain = { .taking = &self->taking, .is_fixed = self->is_fixed, .tries = TRIES_TO_ASK };
  guint n_pending = 0;
  gint64 lost = -1;

  force (&chain, option, &n_pending);
  *all = self->solution->worth - self->taking.worth;
  if (fill (&chain, n_pending, limit + 1 - *all, MAX_DEPTH - 1))
    lost = self->solution->worth - self->taking.worth;
  restore (self);
  return lost;
}

gint64
remit_asker_ask (RemitAsker *self,
                 guint option)
{
  const RemitStaffing *problem = self->taking.problem;
  const RemitOption *its = remit_staffing_get_option (problem, option);
  double least = self->solution->values[its->vacancy]
                 - (remit_staffing_get_worth (problem, option) - self->solution->costs[option]);
  gint64 limit = (gint64) MAX (0, least);
  gint64 all, lost;

  /* first what the duals say that it costs at least, then more */
  while ((lost = find_loss (self, option, limit, &all)) < 0)
    {
      if (limit >= all)
        return all;
      limit = MIN (all, limit * 2 + 2);
    }
  for (gint64 less = lost; less >= 0 && lost > least;)
    {
      less = find_loss (self, option, lost - 1, &all);
      if (less >= 0)
        lost = less;
    }
  return lost;
}
