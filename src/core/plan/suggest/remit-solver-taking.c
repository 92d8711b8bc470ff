/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A solution while it is searched for: what fits, and what is taken first. */
#include "remit-solver-private.h"

void
remit_taking_init (RemitTaking *self,
                   const RemitStaffing *problem)
{
  self->problem = problem;
  self->worth = 0;
  /* one more than there are: an array of none would be NULL */
  self->chosen = g_new (guint, problem->vacancies->len + 1);
  for (guint i = 0; i < problem->vacancies->len; i++)
    self->chosen[i] = REMIT_OPTION_NONE;
  self->taken = g_new0 (GArray *, problem->n_people);
  for (guint i = 0; i < problem->n_people; i++)
    if (problem->first_options[i] < problem->first_options[i + 1])
      self->taken[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  self->order = g_new (guint, problem->options->len + 1);
  for (guint i = 0; i < problem->options->len; i++)
    self->order[i] = i;
}

void
remit_taking_clear (RemitTaking *self)
{
  if (self->taken == NULL)
    return;
  for (guint i = 0; i < self->problem->n_people; i++)
    g_clear_pointer (&self->taken[i], g_array_unref);
  g_clear_pointer (&self->taken, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->order, g_free);
}

static GArray *
get_taken (const RemitTaking *self,
           guint option)
{
  return self->taken[remit_staffing_get_option (self->problem, option)->person];
}

gboolean
remit_taking_fits (const RemitTaking *self,
                   guint option)
{
  GArray *taken = get_taken (self, option);

  return taken->len == 0
         || remit_staffing_fits (self->problem, option, &g_array_index (taken, guint, 0),
                                 taken->len);
}

void
remit_taking_add (RemitTaking *self,
                  guint option)
{
  guint vacancy = remit_staffing_get_option (self->problem, option)->vacancy;

  g_assert (self->chosen[vacancy] == REMIT_OPTION_NONE);
  self->chosen[vacancy] = option;
  g_array_append_val (get_taken (self, option), option);
  self->worth += remit_staffing_get_worth (self->problem, option);
}

void
remit_taking_remove (RemitTaking *self,
                     guint vacancy)
{
  guint option = self->chosen[vacancy];
  GArray *taken = get_taken (self, option);

  for (guint i = 0; i < taken->len; i++)
    if (g_array_index (taken, guint, i) == option)
      {
        g_array_remove_index (taken, i);
        break;
      }
  self->chosen[vacancy] = REMIT_OPTION_NONE;
  self->worth -= remit_staffing_get_worth (self->problem, option);
}

void
remit_taking_reset (RemitTaking *self)
{
  for (guint i = 0; i < self->problem->vacancies->len; i++)
    if (self->chosen[i] != REMIT_OPTION_NONE)
      remit_taking_remove (self, i);
}

void
remit_taking_set (RemitTaking *self,
                  const guint *chosen)
{
  remit_taking_reset (self);
  for (guint i = 0; i < self->problem->vacancies->len; i++)
    if (chosen[i] != REMIT_OPTION_NONE)
      remit_taking_add (self, chosen[i]);
}

/* ── Orders ───────────────────────────────────────────────────────────────────────────────── */

/* @costs: (nullable); @merits: (nullable): what goes before */
typedef struct {
  const RemitStaffing *problem;
  const double *costs;
  const double *merits;
} Order;

/* Equals in the order in which they stand. */
static int
compare_options (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  const Order *order = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  double left = remit_staffing_get_worth (order->problem, first);
  double right = remit_staffing_get_worth (order->problem, second);

  if (order->merits != NULL && order->merits[first] != order->merits[second])
    return order->merits[first] > order->merits[second] ? -1 : 1;
  if (order->costs != NULL)
    {
      left -= order->costs[first];
      right -= order->costs[second];
    }
  if (left != right)
    return left > right ? -1 : 1;
  return (first > second) - (first < second);
}

void
remit_taking_sort (RemitTaking *self,
                   const double *costs)
{
  Order order = { .problem = self->problem, .costs = costs };

  for (guint i = 0; i < self->problem->vacancies->len; i++)
    {
      const RemitVacancy *vacancy = remit_staffing_get_vacancy (self->problem, i);

      g_qsort_with_data (self->order + vacancy->first, (int) vacancy->n_options, sizeof (guint),
                         compare_options, &order);
    }
}

static void
take (RemitTaking *self,
      guint option)
{
  guint vacancy = remit_staffing_get_option (self->problem, option)->vacancy;

  if (self->chosen[vacancy] == REMIT_OPTION_NONE && remit_taking_fits (self, option))
    remit_taking_add (self, option);
}

void
remit_taking_fill (RemitTaking *self,
                   const double *merits)
{
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (guint));
  Order order = { .problem = self->problem, .merits = merits };

  for (guint i = 0; i < self->problem->options->len; i++)
    if (merits[i] > 0)
      g_array_append_val (options, i);
  g_array_sort_with_data (options, compare_options, &order);
  for (guint i = 0; i < options->len; i++)
    take (self, g_array_index (options, guint, i));
  for (guint i = 0; i < self->problem->options->len; i++)
    take (self, self->order[i]);
}

void
remit_taking_be_greedy (RemitTaking *self,
                        gboolean by_vacancy)
{
  Order order = { .problem = self->problem };
  g_autofree guint *options = NULL;
  guint n = self->problem->options->len;

  options = g_memdup2 (self->order, n * sizeof (guint));
  if (!by_vacancy && n > 0)
    g_qsort_with_data (options, (int) n, sizeof (guint), compare_options, &order);
  for (guint i = 0; i < n; i++)
    take (self, options[i]);
}
