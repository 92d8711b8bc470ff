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

int
remit_plan_figure_get_better (RemitPlanFigure figure)
{
  if (figure == REMIT_PLAN_FIGURE_FILLED || figure == REMIT_PLAN_FIGURE_COVERED)
    return 1;
  return figure == REMIT_PLAN_FIGURE_VACANT || figure == REMIT_PLAN_FIGURE_OVERLOADED ? -1 : 0;
}

/* ── The most at once ─────────────────────────────────────────────────────────────────────── */

/* What begins, or ends, for something on a day. */
typedef struct {
  gint64 of;
  gint64 day;
  gint64 amount;
} Step;

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *first = a;
  const Step *second = b;

  if (first->of != second->of)
    return first->of < second->of ? -1 : 1;
  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return 0;
}

/* Finds the largest sum on any day, of all steps from @begin on that are of the same.
 * Returns: where those of the next one begin */
static guint
find_peak (GArray *steps,
           guint begin,
           gint64 *peak)
{
  const Step *all = (const Step *) (gpointer) steps->data;
  gint64 sum = 0;
  guint i = begin;

  *peak = 0;
  for (; i < steps->len && all[i].of == all[begin].of; i++)
    {
      gboolean is_last = i + 1 == steps->len || all[i + 1].of != all[i].of;

      sum += all[i].amount;
      if (is_last || all[i + 1].day != all[i].day)
        *peak = MAX (*peak, sum);
    }
  return i;
}

/* Adds an amount from the first day, 0 for ever, to the last one, 0 for an open end. */
static void
add_steps (GArray *steps,
           gint64 of,
           gint64 from,
           gint64 until,
           gint64 amount)
{
  const Step begin = { of, from, amount };
  const Step end = { of, until + 1, -amount };

  if (until != 0 && until < from)
    return;
  g_array_append_val (steps, begin);
  if (until != 0)
    g_array_append_val (steps, end);
}

/* ── Assignments ──────────────────────────────────────────────────────────────────────────── */

/* What is asked of a person. */
typedef struct {
  gint64 id;
  gint64 capacity;
  gint64 rate;
  RemitCurrency currency; /* empty without a rate */
} Person;

/* Who is in a slot. */
typedef struct {
  gint64 slot;
  gint64 person;
} Holder;

/* Large plans have tens of thousands of rows: they stand in arrays that are sorted
 * once, by what they are of. */
typedef struct {
  RemitPlanFigures *figures;
  RemitPlanState *state;
  GHashTable *people;      /* of Person, by id */
  GArray *by_slot;         /* of Step */
  GArray *by_person;       /* the same */
  GHashTable *by_currency; /* of GArray of Step, by code */
  GArray *holders;         /* of Holder */
  GArray *levels;          /* of Level */
} Reading;

static GArray *
get_costs (Reading *self,
           const char *code)
{
  GArray *steps = g_hash_table_lookup (self->by_currency, code);

  if (steps == NULL)
    {
      steps = g_array_new (FALSE, FALSE, sizeof (Step));
      g_hash_table_insert (self->by_currency, (gpointer) code, steps);
    }
  return steps;
}

static Person *
add_person (Reading *self,
            gint64 id,
            gint64 capacity,
            const char *rate)
{
  Person *person = g_new0 (Person, 1);

  person->id = id;
  person->capacity = capacity;
  if (!remit_money_parse (rate, &person->rate, person->currency))
    person->currency[0] = '\0';
  g_hash_table_insert (self->people, &person->id, person);
  return person;
}

/* One read for all of them, since a large plan has ten thousand; it is faster then to look at
 * everybody. */
static gboolean
read_people (Reading *self,
             gboolean is_large,
             GError **error)
{
  RemitStore *store = remit_plan_state_get_store (self->state);
  RemitStatement *rows =
    is_large ? remit_store_query (store, "SELECT id, capacity, day_rate FROM person", 0, 0, error)
             : remit_store_query (store,
                                  "SELECT id, capacity, day_rate FROM person WHERE id IN"
                                  " (SELECT person FROM assignment WHERE plan = ?1)",
                                  remit_plan_state_get_plan_id (self->state), 0, error);

  while (remit_store_step (store, rows))
    add_person (self, remit_statement_get_integer (rows, 0), remit_statement_get_integer (rows, 1),
                remit_statement_get_string (rows, 2));
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
  return record != NULL
           ? add_person (self, id, remit_record_get_integer (record, REMIT_PERSON_CAPACITY),
                         remit_record_get_text (record, REMIT_PERSON_DAY_RATE))
           : NULL;
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
    add_steps (get_costs (self, g_intern_string (person->currency)), 0, from, until,
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
                const RemitRecord *assignment)
{
  const Holder holder = { remit_record_get_integer (assignment, REMIT_ASSIGNMENT_SLOT),
                          remit_record_get_integer (assignment, REMIT_ASSIGNMENT_PERSON) };
  gint64 allocation = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION);
  gint64 from, until;

  get_days (assignment, remit_plan_state_get (self->state, REMIT_KIND_SLOT, holder.slot), &from,
            &until);
  add_steps (self->by_slot, holder.slot, from, until, allocation);
  add_steps (self->by_person, holder.person, from, until, allocation);
  add_cost (self, get_person (self, holder.person), from, until, allocation);
  g_array_append_val (self->holders, holder);
}

static int
compare_holders (gconstpointer a,
                 gconstpointer b)
{
  const Holder *first = a;
  const Holder *second = b;

  return first->slot < second->slot ? -1 : first->slot > second->slot;
}

/* ── Slots and people ─────────────────────────────────────────────────────────────────────── */

static void
add_slots (Reading *self,
           GPtrArray *slots)
{
  gint64 *values = self->figures->values;
  guint n_taken = 0;
  gint64 peak;

  for (guint i = 0; i < slots->len; i++)
    values[REMIT_PLAN_FIGURE_DEMAND] += remit_record_get_integer (slots->pdata[i], REMIT_SLOT_FTE);
  g_array_sort (self->by_slot, compare_steps);
  for (guint i = 0, next; i < self->by_slot->len; i = next)
    {
      const RemitRecord *slot = remit_plan_state_get (
        self->state, REMIT_KIND_SLOT, g_array_index (self->by_slot, Step, i).of);

      next = find_peak (self->by_slot, i, &peak);
      if (slot == NULL)
        continue;
      n_taken++;
      values[REMIT_PLAN_FIGURE_FILLED] +=
        MIN (remit_record_get_integer (slot, REMIT_SLOT_FTE), peak);
    }
  values[REMIT_PLAN_FIGURE_VACANT] = slots->len - n_taken;
}

static void
add_people (Reading *self)
{
  gint64 *values = self->figures->values;
  gint64 peak;

  g_array_sort (self->by_person, compare_steps);
  for (guint i = 0, next; i < self->by_person->len; i = next)
    {
      const Person *person = get_person (self, g_array_index (self->by_person, Step, i).of);

      next = find_peak (self->by_person, i, &peak);
      values[REMIT_PLAN_FIGURE_PEOPLE]++;
      values[REMIT_PLAN_FIGURE_LOAD] += peak;
      if (person != NULL && peak > person->capacity)
        values[REMIT_PLAN_FIGURE_OVERLOADED]++;
    }
}

/* ── Skills ───────────────────────────────────────────────────────────────────────────────── */

/* The level of somebody's skill. */
typedef struct {
  gint64 person;
  gint64 skill;
  gint64 level;
} Level;

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const Level *first = a;
  const Level *second = b;

  if (first->person != second->person)
    return first->person < second->person ? -1 : 1;
  return first->skill < second->skill ? -1 : first->skill > second->skill;
}

/* Of a moment before now, person by person. */
static gboolean
load_levels (Reading *self,
             gint64 person,
             GError **error)
{
  g_autoptr (GPtrArray) skills =
    remit_plan_state_load_parts (self->state, REMIT_KIND_PERSON_SKILL, person, error);

  for (guint i = 0; skills != NULL && i < skills->len; i++)
    {
      const Level level = {
        person, remit_record_get_integer (skills->pdata[i], REMIT_PERSON_SKILL_SKILL),
        remit_record_get_integer (skills->pdata[i], REMIT_PERSON_SKILL_LEVEL)
      };

      g_array_append_val (self->levels, level);
    }
  return skills != NULL;
}

/* Now: of everybody, in one go. */
static gboolean
read_levels (Reading *self,
             GError **error)
{
  RemitStore *store = remit_plan_state_get_store (self->state);
  RemitStatement *rows =
    remit_store_query (store, "SELECT person, skill, level FROM person_skill", 0, 0, error);

  while (remit_store_step (store, rows))
    {
      const Level level = { remit_statement_get_integer (rows, 0),
                            remit_statement_get_integer (rows, 1),
                            remit_statement_get_integer (rows, 2) };

      g_array_append_val (self->levels, level);
    }
  return remit_store_finish (store, rows, error);
}

static gboolean
find_levels (Reading *self,
             GError **error)
{
  if (remit_plan_state_get_seq (self->state) == REMIT_PLAN_STATE_NOW)
    {
      if (!read_levels (self, error))
        return FALSE;
    }
  else
    for (guint i = 0; i < self->by_person->len; i++)
      {
        gint64 person = g_array_index (self->by_person, Step, i).of;

        if ((i == 0 || g_array_index (self->by_person, Step, i - 1).of != person)
            && !load_levels (self, person, error))
          return FALSE;
      }
  g_array_sort (self->levels, compare_levels);
  return TRUE;
}

static gboolean
has_level (Reading *self,
           gint64 person,
           const RemitRecord *need)
{
  const Level key = { person, remit_record_get_integer (need, REMIT_SLOT_NEED_SKILL), 0 };
  guint at;

  return g_array_binary_search (self->levels, &key, compare_levels, &at)
         && g_array_index (self->levels, Level, at).level
              >= remit_record_get_integer (need, REMIT_SLOT_NEED_LEVEL);
}

/* Returns: whether somebody in the slot has what it needs */
static gboolean
is_covered (Reading *self,
            const RemitRecord *need)
{
  const Holder key = { remit_record_get_integer (need, REMIT_SLOT_NEED_SLOT), 0 };
  guint at;

  if (!g_array_binary_search (self->holders, &key, compare_holders, &at))
    return FALSE;
  while (at > 0 && g_array_index (self->holders, Holder, at - 1).slot == key.slot)
    at--;
  for (; at < self->holders->len && g_array_index (self->holders, Holder, at).slot == key.slot;
       at++)
    if (has_level (self, g_array_index (self->holders, Holder, at).person, need))
      return TRUE;
  return FALSE;
}

/* What the database has now it can count by itself, which is faster for a small plan. */
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
           gboolean is_large,
           GError **error)
{
  GPtrArray *needs = remit_plan_state_get_rows (self->state, REMIT_KIND_SLOT_NEED);

  if (remit_plan_state_get_seq (self->state) == REMIT_PLAN_STATE_NOW && !is_large)
    return count_covered (self, error);
  if (needs->len == 0)
    return TRUE;
  if (!find_levels (self, error))
    return FALSE;
  g_array_sort (self->holders, compare_holders);
  for (guint i = 0; i < needs->len; i++)
    self->figures->values[REMIT_PLAN_FIGURE_COVERED] += is_covered (self, needs->pdata[i]);
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
      RemitPlanCost cost = { .amount = 0 };

      g_array_sort (steps, compare_steps);
      find_peak (steps, 0, &cost.amount);
      g_strlcpy (cost.currency, code, sizeof cost.currency);
      g_array_append_val (self->figures->costs, cost);
    }
  g_array_sort (self->figures->costs, compare_costs);
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

/* From so many assignments on, all of a table is read rather than what the plan refers to. */
#define N_LARGE 1000

static void
reading_clear (Reading *self)
{
  g_hash_table_unref (self->people);
  g_array_unref (self->by_slot);
  g_array_unref (self->by_person);
  g_hash_table_unref (self->by_currency);
  g_array_unref (self->holders);
  g_array_unref (self->levels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
reading_init (Reading *self,
              RemitPlanFigures *plan_figures,
              RemitPlanState *state)
{
  self->figures = plan_figures;
  self->state = state;
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->by_slot = g_array_new (FALSE, FALSE, sizeof (Step));
  self->by_person = g_array_new (FALSE, FALSE, sizeof (Step));
  self->by_currency = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) g_array_unref);
  self->holders = g_array_new (FALSE, FALSE, sizeof (Holder));
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
}

gboolean
remit_plan_figures_read (RemitPlanFigures *self,
                         RemitPlanState *state,
                         GError **error)
{
  g_auto (Reading) reading = { NULL };
  GPtrArray *assignments = remit_plan_state_get_rows (state, REMIT_KIND_ASSIGNMENT);
  GPtrArray *slots = remit_plan_state_get_rows (state, REMIT_KIND_SLOT);
  GPtrArray *needs = remit_plan_state_get_rows (state, REMIT_KIND_SLOT_NEED);
  gboolean is_large = assignments->len >= N_LARGE;

  *self = (RemitPlanFigures){ .costs = g_array_new (FALSE, FALSE, sizeof (RemitPlanCost)) };
  reading_init (&reading, self, state);
  self->values[REMIT_PLAN_FIGURE_TEAMS] = remit_plan_state_get_rows (state, REMIT_KIND_TEAM)->len;
  self->values[REMIT_PLAN_FIGURE_SLOTS] = slots->len;
  self->values[REMIT_PLAN_FIGURE_NEEDS] = needs->len;
  self->values[REMIT_PLAN_FIGURE_DECISIONS] =
    remit_plan_state_get_rows (state, REMIT_KIND_DECISION)->len;
  if (remit_plan_state_get_seq (state) == REMIT_PLAN_STATE_NOW
      && !read_people (&reading, is_large, error))
    return FALSE;
  for (guint i = 0; i < assignments->len; i++)
    add_assignment (&reading, assignments->pdata[i]);
  add_slots (&reading, slots);
  add_people (&reading);
  add_costs (&reading);
  return add_needs (&reading, is_large, error);
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
