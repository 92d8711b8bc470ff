/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan amounts to, as figures that are set side by side. */
#include "remit-plan-figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-money.h"
#include "model/remit-percent.h"

static const struct
{
  const char *nick;
  const char *label;
  gboolean is_percent;
} figures[REMIT_N_PLAN_FIGURES] = {
  [REMIT_PLAN_FIGURE_TEAMS] = { "teams", N_ ("Teams"), FALSE },
  [REMIT_PLAN_FIGURE_SLOTS] = { "slots", N_ ("Slots"), FALSE },
  [REMIT_PLAN_FIGURE_VACANT] = { "vacant", N_ ("Vacant slots"), FALSE },
  [REMIT_PLAN_FIGURE_PEOPLE] = { "people", N_ ("People assigned"), FALSE },
  /* Translators: the sum of what slots need, such as 250 % of full time */
  [REMIT_PLAN_FIGURE_DEMAND] = { "demand", N_ ("Demand"), TRUE },
  /* Translators: how much of the demand is allocated */
  [REMIT_PLAN_FIGURE_FILLED] = { "filled", N_ ("Demand filled"), TRUE },
  [REMIT_PLAN_FIGURE_LOAD] = { "load", N_ ("Largest loads, sum"), TRUE },
  [REMIT_PLAN_FIGURE_OVERLOADED] = { "overloaded", N_ ("People over capacity"), FALSE },
  [REMIT_PLAN_FIGURE_NEEDS] = { "needs", N_ ("Required skills"), FALSE },
  [REMIT_PLAN_FIGURE_COVERED] = { "covered", N_ ("Required skills covered"), FALSE },
  [REMIT_PLAN_FIGURE_DECISIONS] = { "decisions", N_ ("Decisions"), FALSE },
};

const char *
remit_plan_figure_get_nick (RemitPlanFigure figure)
{
  return figures[figure].nick;
}

const char *
remit_plan_figure_get_label (RemitPlanFigure figure)
{
  return _ (figures[figure].label);
}

gboolean
remit_plan_figure_is_percent (RemitPlanFigure figure)
{
  return figures[figure].is_percent;
}

/* ── The most at once ─────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 day;
  gint64 amount;
} Step;

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *first = a;
  const Step *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return 0;
}

/* Returns: the largest sum on any day */
static gint64
find_peak (GArray *steps)
{
  gint64 sum = 0, peak = 0;

  g_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      sum += step->amount;
      if (i + 1 == steps->len || g_array_index (steps, Step, i + 1).day != step->day)
        peak = MAX (peak, sum);
    }
  return peak;
}

/* Adds an amount from the first day, 0 for ever, to the last one, 0 for an open end. */
static void
add_steps (GArray *steps,
           gint64 from,
           gint64 until,
           gint64 amount)
{
  const Step begin = { from, amount };
  const Step end = { until + 1, -amount };

  if (until != 0 && until < from)
    return;
  g_array_append_val (steps, begin);
  if (until != 0)
    g_array_append_val (steps, end);
}

/* ── Assignments ──────────────────────────────────────────────────────────────────────────── */

/* What is asked of a person. */
typedef struct {
  gint64 capacity;
  gint64 rate;
  RemitCurrency currency; /* empty without a rate */
} Person;

typedef struct {
  RemitPlanFigures *figures;
  RemitPlanState *state;
  GHashTable *people;      /* of Person, by id */
  GHashTable *by_slot;     /* of GArray of Step, by id */
  GHashTable *by_person;   /* the same */
  GHashTable *by_currency; /* the same, by code */
  GHashTable *holders;     /* of GPtrArray of assignments, by slot */
  GHashTable *levels;      /* of GHashTable of levels, by person */
} Reading;

static GHashTable *
steps_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
}

static GArray *
get_steps (GHashTable *table,
           gconstpointer key)
{
  GArray *steps = g_hash_table_lookup (table, key);

  if (steps == NULL)
    {
      steps = g_array_new (FALSE, FALSE, sizeof (Step));
      g_hash_table_insert (table, (gpointer) key, steps);
    }
  return steps;
}

/* Returns: (transfer none): a key that lives as long as @keys */
static const gint64 *
get_key (const RemitRecord *record,
         guint field,
         GPtrArray *keys)
{
  gint64 id = remit_record_get_integer (record, field);
  gint64 *key = g_memdup2 (&id, sizeof id);

  g_ptr_array_add (keys, key);
  return key;
}

static Person *
person_new (gint64 capacity,
            const char *rate)
{
  Person *person = g_new0 (Person, 1);

  person->capacity = capacity;
  if (!remit_money_parse (rate, &person->rate, person->currency))
    person->currency[0] = '\0';
  return person;
}

/* One read for all of them, since a large plan has ten thousand. */
static gboolean
read_people (Reading *self,
             GError **error)
{
  RemitStore *store = remit_plan_state_get_store (self->state);
  g_autoptr (RemitStatement) rows =
    remit_store_query (store,
                       "SELECT id, capacity, day_rate FROM person WHERE id IN"
                       " (SELECT person FROM assignment WHERE plan = ?1)",
                       remit_plan_state_get_plan_id (self->state), 0, error);

  while (remit_store_step (store, rows))
    {
      gint64 id = remit_statement_get_integer (rows, 0);

      g_hash_table_insert (self->people, g_memdup2 (&id, sizeof id),
                           person_new (remit_statement_get_integer (rows, 1),
                                       remit_statement_get_string (rows, 2)));
    }
  return remit_store_finish (store, rows, error);
}

/* Returns: (nullable): what is known of somebody, as of the moment of the state */
static const Person *
get_person (Reading *self,
            gint64 id)
{
  Person *person = g_hash_table_lookup (self->people, &id);
  const RemitRecord *record;

  if (person != NULL || remit_plan_state_get_seq (self->state) == REMIT_PLAN_STATE_NOW)
    return person;
  record = remit_plan_state_find (self->state, REMIT_KIND_PERSON, id);
  if (record == NULL)
    return NULL;
  person = person_new (remit_record_get_integer (record, REMIT_PERSON_CAPACITY),
                       remit_record_get_text (record, REMIT_PERSON_DAY_RATE));
  g_hash_table_insert (self->people, g_memdup2 (&id, sizeof id), person);
  return person;
}

/* Adds what a person costs. */
static void
add_cost (Reading *self,
          const Person *person,
          gint64 from,
          gint64 until,
          gint64 allocation)
{
  if (person != NULL && *person->currency != '\0')
    add_steps (get_steps (self->by_currency, g_intern_string (person->currency)), from, until,
               person->rate * allocation / 100);
}

/* The days of an assignment: its own; an end that is open is the slot's. */
static void
get_days (const RemitRecord *assignment,
          const RemitRecord *slot,
          gint64 *from,
          gint64 *until)
{
  gint64 first = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_FROM);
  gint64 last = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_UNTIL);

  *from = first;
  *until = last;
  if (slot == NULL)
    return;
  first = first != 0 ? first : remit_record_get_integer (slot, REMIT_SLOT_FROM);
  last = last != 0 ? last : remit_record_get_integer (slot, REMIT_SLOT_UNTIL);
  if (first != 0 && last != 0 && first > last)
    return;
  *from = first;
  *until = last;
}

static void
add_assignment (Reading *self,
                const RemitRecord *assignment,
                GPtrArray *keys)
{
  const gint64 *slot = get_key (assignment, REMIT_ASSIGNMENT_SLOT, keys);
  const gint64 *person = get_key (assignment, REMIT_ASSIGNMENT_PERSON, keys);
  gint64 allocation = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION);
  GPtrArray *holders = g_hash_table_lookup (self->holders, slot);
  gint64 from, until;

  get_days (assignment, remit_plan_state_get (self->state, REMIT_KIND_SLOT, *slot), &from, &until);
  add_steps (get_steps (self->by_slot, slot), from, until, allocation);
  add_steps (get_steps (self->by_person, person), from, until, allocation);
  add_cost (self, get_person (self, *person), from, until, allocation);
  if (holders == NULL)
    g_hash_table_insert (self->holders, (gpointer) slot, holders = g_ptr_array_new ());
  g_ptr_array_add (holders, (gpointer) assignment);
}

/* ── Slots and people ─────────────────────────────────────────────────────────────────────── */

static void
add_slot (Reading *self,
          const RemitRecord *slot)
{
  gint64 *values = self->figures->values;
  gint64 id = remit_record_get_id (slot);
  gint64 demand = remit_record_get_integer (slot, REMIT_SLOT_FTE);
  GArray *steps = g_hash_table_lookup (self->by_slot, &id);

  values[REMIT_PLAN_FIGURE_DEMAND] += demand;
  if (steps == NULL)
    values[REMIT_PLAN_FIGURE_VACANT]++;
  else
    values[REMIT_PLAN_FIGURE_FILLED] += MIN (demand, find_peak (steps));
}

static void
add_people (Reading *self)
{
  gint64 *values = self->figures->values;
  GHashTableIter iter;
  gpointer key, steps;

  g_hash_table_iter_init (&iter, self->by_person);
  while (g_hash_table_iter_next (&iter, &key, &steps))
    {
      const Person *person = get_person (self, *(gint64 *) key);
      gint64 peak = find_peak (steps);

      values[REMIT_PLAN_FIGURE_PEOPLE]++;
      values[REMIT_PLAN_FIGURE_LOAD] += peak;
      if (person != NULL && peak > person->capacity)
        values[REMIT_PLAN_FIGURE_OVERLOADED]++;
    }
}

/* ── Skills ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: the levels of a person, by skill; or %NULL with @error set */
static GHashTable *
get_levels (Reading *self,
            gint64 person,
            GError **error)
{
  GHashTable *levels = g_hash_table_lookup (self->levels, &person);
  g_autoptr (GPtrArray) skills = NULL;

  if (levels != NULL)
    return levels;
  skills = remit_plan_state_load_parts (self->state, REMIT_KIND_PERSON_SKILL, person, error);
  if (skills == NULL)
    return NULL;
  levels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < skills->len; i++)
    {
      gint64 skill = remit_record_get_integer (skills->pdata[i], REMIT_PERSON_SKILL_SKILL);
      gint64 level = remit_record_get_integer (skills->pdata[i], REMIT_PERSON_SKILL_LEVEL);

      g_hash_table_insert (levels, g_memdup2 (&skill, sizeof skill),
                           GINT_TO_POINTER ((int) level));
    }
  g_hash_table_insert (self->levels, g_memdup2 (&person, sizeof person), levels);
  return levels;
}

static gboolean
add_need (Reading *self,
          const RemitRecord *need,
          GError **error)
{
  gint64 slot = remit_record_get_integer (need, REMIT_SLOT_NEED_SLOT);
  gint64 skill = remit_record_get_integer (need, REMIT_SLOT_NEED_SKILL);
  GPtrArray *holders = g_hash_table_lookup (self->holders, &slot);

  for (guint i = 0; holders != NULL && i < holders->len; i++)
    {
      GHashTable *levels = get_levels (
        self, remit_record_get_integer (holders->pdata[i], REMIT_ASSIGNMENT_PERSON), error);

      if (levels == NULL)
        return FALSE;
      if (GPOINTER_TO_INT (g_hash_table_lookup (levels, &skill))
          >= remit_record_get_integer (need, REMIT_SLOT_NEED_LEVEL))
        {
          self->figures->values[REMIT_PLAN_FIGURE_COVERED]++;
          return TRUE;
        }
    }
  return TRUE;
}

/* What the database has now it can count by itself. */
static gboolean
count_covered (Reading *self,
               GError **error)
{
  GError *problem = NULL;

  self->figures->values[REMIT_PLAN_FIGURE_COVERED] = remit_store_query_integer (
    remit_plan_state_get_store (self->state),
    "SELECT count(*) FROM slot_need AS n WHERE n.plan = ?1 AND EXISTS (SELECT 1"
    " FROM assignment AS a JOIN person_skill AS s ON s.person = a.person AND s.skill = n.skill"
    " WHERE a.slot = n.slot AND s.level >= n.level)",
    remit_plan_state_get_plan_id (self->state), 0, &problem);
  if (problem != NULL)
    g_propagate_error (error, problem);
  return problem == NULL;
}

static gboolean
add_needs (Reading *self,
           GError **error)
{
  GPtrArray *needs = remit_plan_state_get_rows (self->state, REMIT_KIND_SLOT_NEED);

  if (remit_plan_state_get_seq (self->state) == REMIT_PLAN_STATE_NOW)
    return count_covered (self, error);
  for (guint i = 0; i < needs->len; i++)
    if (!add_need (self, needs->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* ── Costs ────────────────────────────────────────────────────────────────────────────────── */

static int
compare_costs (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const RemitPlanCost *) a)->currency, ((const RemitPlanCost *) b)->currency);
}

static void
add_costs (Reading *self)
{
  GHashTableIter iter;
  gpointer code, steps;

  g_hash_table_iter_init (&iter, self->by_currency);
  while (g_hash_table_iter_next (&iter, &code, &steps))
    {
      RemitPlanCost cost = { .amount = find_peak (steps) };

      g_strlcpy (cost.currency, code, sizeof cost.currency);
      g_array_append_val (self->figures->costs, cost);
    }
  g_array_sort (self->figures->costs, compare_costs);
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static void
reading_clear (Reading *self)
{
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->by_slot);
  g_hash_table_unref (self->by_person);
  g_hash_table_unref (self->by_currency);
  g_hash_table_unref (self->holders);
  g_hash_table_unref (self->levels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
reading_init (Reading *self,
              RemitPlanFigures *plan_figures,
              RemitPlanState *state)
{
  self->figures = plan_figures;
  self->state = state;
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->by_slot = steps_new ();
  self->by_person = steps_new ();
  self->by_currency = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) g_array_unref);
  self->holders = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->levels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) g_hash_table_unref);
}

gboolean
remit_plan_figures_read (RemitPlanFigures *self,
                         RemitPlanState *state,
                         GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_auto (Reading) reading = { NULL };
  GPtrArray *assignments = remit_plan_state_get_rows (state, REMIT_KIND_ASSIGNMENT);
  GPtrArray *slots = remit_plan_state_get_rows (state, REMIT_KIND_SLOT);
  GPtrArray *needs = remit_plan_state_get_rows (state, REMIT_KIND_SLOT_NEED);

  *self = (RemitPlanFigures){ .costs = g_array_new (FALSE, FALSE, sizeof (RemitPlanCost)) };
  reading_init (&reading, self, state);
  self->values[REMIT_PLAN_FIGURE_TEAMS] = remit_plan_state_get_rows (state, REMIT_KIND_TEAM)->len;
  self->values[REMIT_PLAN_FIGURE_SLOTS] = slots->len;
  self->values[REMIT_PLAN_FIGURE_NEEDS] = needs->len;
  self->values[REMIT_PLAN_FIGURE_DECISIONS] =
    remit_plan_state_get_rows (state, REMIT_KIND_DECISION)->len;
  if (remit_plan_state_get_seq (state) == REMIT_PLAN_STATE_NOW && !read_people (&reading, error))
    return FALSE;
  for (guint i = 0; i < assignments->len; i++)
    add_assignment (&reading, assignments->pdata[i], keys);
  for (guint i = 0; i < slots->len; i++)
    add_slot (&reading, slots->pdata[i]);
  add_people (&reading);
  add_costs (&reading);
  return add_needs (&reading, error);
}

void
remit_plan_figures_clear (RemitPlanFigures *self)
{
  g_clear_pointer (&self->costs, g_array_unref);
}

char *
remit_plan_figures_display (const RemitPlanFigures *self,
                            RemitPlanFigure figure)
{
  if (remit_plan_figure_is_percent (figure))
    return remit_percent_printf ("%" G_GINT64_FORMAT " %%", self->values[figure]);
  return g_strdup_printf ("%" G_GINT64_FORMAT, self->values[figure]);
}

char *
remit_plan_figures_display_costs (const RemitPlanFigures *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->costs->len; i++)
    {
      const RemitPlanCost *cost = &g_array_index (self->costs, RemitPlanCost, i);
      g_autofree char *amount = remit_money_display (cost->amount, cost->currency);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", amount);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
