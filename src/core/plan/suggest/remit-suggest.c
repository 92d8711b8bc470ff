/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggests who fills which vacant slots: makes a problem of a plan, has it solved, and says why. */
#include "model/remit-day.h"
#include "plan/design/remit-design-private.h"
#include "plan/load/remit-load.h"
#include "plan/roster/remit-roster.h"
#include "remit-duties.h"
#include "remit-suggest-private.h"

#define FULL_TIME 100
/* No more parts of one slot are filled at once. */
#define MAX_PARTS 10
/* Slots between two looks at whether it is still wanted. */
#define SLOTS_AT_ONCE 8
/* Shares of the progress. */
#define UNTIL_READ 0.1
#define UNTIL_WEIGHED 0.5

/* One vacancy, beside the row that is told of it.
 *
 * @opening: (nullable): %NULL when nobody is looked for; @team, @duty: of the slot
 * @pinned: whom the user has put there, by place in the roster, or NOBODY */
typedef struct {
  RemitOpening *opening;
  gint64 team;
  RemitDuty duty;
  guint pinned;
} Vacancy;

#define NOBODY G_MAXUINT

/* @places: where people are in the roster, by id; @stays: for each, whether they stay where they
 * are
 * @vacancies: (element-type Vacancy): beside the rows; @problem: its vacancies are those, too */
typedef struct {
  RemitWorkspace *workspace;
  const RemitSuggestQuery *query;
  const RemitWorkControl *control;
  RemitRoster *roster;
  GHashTable *places;
  gboolean *stays;
  GArray *vacancies;
  RemitStaffing *problem;
  RemitSuggestion *suggestion;
} Suggest;

static RemitSuggestRow *
get_row (Suggest *self,
         guint i)
{
  return &g_array_index (self->suggestion->rows, RemitSuggestRow, i);
}

static Vacancy *
get_vacancy (Suggest *self,
             guint i)
{
  return &g_array_index (self->vacancies, Vacancy, i);
}

static gboolean
is_wanted (Suggest *self,
           double share)
{
  if (self->control == NULL)
    return TRUE;
  if (self->control->progress != NULL)
    self->control->progress (share, self->control->progress_data);
  return !g_cancellable_is_cancelled (self->control->cancellable);
}

/* ── Pins ─────────────────────────────────────────────────────────────────────────────────── */

static const RemitSuggestPin *
get_pin (Suggest *self,
         guint i)
{
  return self->query->pins != NULL && i < self->query->pins->len
           ? &g_array_index (self->query->pins, RemitSuggestPin, i) : NULL;
}

static guint
find_place (Suggest *self,
            gint64 person)
{
  gpointer place;

  return g_hash_table_lookup_extended (self->places, &person, NULL, &place)
           ? GPOINTER_TO_UINT (place) : NOBODY;
}

static void
read_people (Suggest *self)
{
  const RemitSuggestPin *pin;
  guint n = remit_roster_get_n_people (self->roster);

  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->stays = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      gint64 person = remit_roster_get_person (self->roster, i);

      g_hash_table_insert (self->places, g_memdup2 (&person, sizeof person), GUINT_TO_POINTER (i));
    }
  for (guint i = 0; (pin = get_pin (self, i)) != NULL; i++)
    {
      guint place = find_place (self, pin->person);

      if (place != NOBODY && pin->slot == 0 && !pin->is_out)
        self->stays[place] = TRUE;
    }
}

static gboolean
is_kept_out (Suggest *self,
             gint64 person,
             gint64 slot)
{
  const RemitSuggestPin *pin;

  for (guint i = 0; (pin = get_pin (self, i)) != NULL; i++)
    if (pin->is_out && pin->person == person && pin->slot == slot)
      return TRUE;
  return FALSE;
}

/* Returns: the place of whom the user has put into a slot, the @part-th one; or NOBODY */
static guint
find_pinned (Suggest *self,
             const RemitOpening *opening,
             guint part)
{
  const RemitSuggestPin *pin;

  for (guint i = 0; (pin = get_pin (self, i)) != NULL; i++)
    if (!pin->is_out && pin->slot == opening->slot
        && !g_hash_table_contains (opening->holders, &pin->person) && part-- == 0)
      return find_place (self, pin->person);
  return NOBODY;
}

/* ── What is vacant ───────────────────────────────────────────────────────────────────────── */

static RemitSuggestState
get_state (Suggest *self,
           RemitEntity *slot)
{
  gint64 until = remit_entity_get_integer (slot, REMIT_SLOT_UNTIL);

  if (until != 0 && until < remit_day_today ())
    return REMIT_SUGGEST_OVER;
  /* unless the user asks for just this one */
  if (self->query->slots == NULL
      && remit_entity_get_integer (slot, REMIT_SLOT_HIRING) >= REMIT_HIRING_OFFERED)
    return REMIT_SUGGEST_HIRING;
  if (*remit_entity_get_text (slot, REMIT_SLOT_AWAITS) != '\0')
    return REMIT_SUGGEST_RESERVED;
  return REMIT_SUGGEST_NO_SKILLS;
}

static void
add_part (Suggest *self,
          RemitEntity *slot,
          int percent,
          guint part)
{
  const RemitSuggestRow row = { .slot = remit_entity_get_id (slot), .state = get_state (self, slot),
                                .percent = percent };
  Vacancy vacancy = { .team = remit_entity_get_integer (slot, REMIT_SLOT_TEAM),
                      .duty = remit_duty_of_slot (self->workspace, slot), .pinned = NOBODY };

  if (row.state == REMIT_SUGGEST_NO_SKILLS)
    {
      vacancy.opening = remit_opening_new (self->workspace, row.slot);
      vacancy.opening->need = percent;
      vacancy.pinned = find_pinned (self, vacancy.opening, part);
    }
  g_array_append_val (self->suggestion->rows, row);
  g_array_append_val (self->vacancies, vacancy);
}

/* What a slot still needs, in parts of a full time. */
static void
add_slot (Suggest *self,
          RemitEntity *slot)
{
  int lacks = (int) remit_entity_get_integer (slot, REMIT_SLOT_FTE)
              - remit_load_get_filled (self->workspace, remit_entity_get_id (slot));

  for (guint part = 0; lacks > 0 && part < MAX_PARTS; part++, lacks -= FULL_TIME)
    add_part (self, slot, MIN (lacks, FULL_TIME), part);
}

static gboolean
is_asked (Suggest *self,
          RemitEntity *slot)
{
  const GArray *slots = self->query->slots;

  if (self->query->team != 0
      && remit_entity_get_integer (slot, REMIT_SLOT_TEAM) != self->query->team)
    return FALSE;
  if (slots == NULL)
    return TRUE;
  for (guint i = 0; i < slots->len; i++)
    if (g_array_index (slots, gint64, i) == remit_entity_get_id (slot))
      return TRUE;
  return FALSE;
}

static gboolean
read_slots (Suggest *self)
{
  g_autoptr (GPtrArray) teams = remit_design_get_parts (self->workspace, REMIT_KIND_TEAM,
                                                        self->query->plan);

  for (guint i = 0; i < teams->len; i++)
    {
      g_autoptr (GPtrArray) slots =
        remit_design_get_parts (self->workspace, REMIT_KIND_SLOT,
                                remit_entity_get_id (teams->pdata[i]));

      if (!is_wanted (self, UNTIL_READ))
        return FALSE;
      for (guint j = 0; j < slots->len; j++)
        if (is_asked (self, slots->pdata[j]))
          add_slot (self, slots->pdata[j]);
    }
  return TRUE;
}

/* ── The problem ──────────────────────────────────────────────────────────────────────────── */

static gboolean
has_skills (const RemitOpening *opening,
            const RemitMatch *match)
{
  guint n_levels = 0;

  for (guint i = 0; i < opening->needs->len; i++)
    n_levels += (guint) g_array_index (opening->needs, RemitOpeningNeed, i).level;
  return match->n_critical == 0
         && (n_levels - match->n_levels) * 100 >= n_levels * REMIT_SUGGEST_SKILLS;
}

static gboolean
has_time (const RemitOpening *opening,
          const RemitMatch *match)
{
  return match->free >= opening->need && match->n_days_there > 0
         && match->n_days_there * 100 >= match->n_days * REMIT_SUGGEST_DAYS;
}

static gboolean
may_be (Suggest *self,
        const Vacancy *vacancy,
        guint place)
{
  gint64 person = remit_roster_get_person (self->roster, place);
  guint duties;

  if (self->stays[place] || is_kept_out (self, person, vacancy->opening->slot))
    return FALSE;
  if (vacancy->duty == REMIT_DUTY_NONE)
    return TRUE;
  duties = remit_duties_of_person (self->workspace, vacancy->team, person);
  for (guint duty = 0; duty <= REMIT_DUTY_VALIDATES; duty++)
    if ((duties & (1u << duty)) != 0 && remit_duties_are_separate (duty, vacancy->duty))
      return FALSE;
  return TRUE;
}

/* How far it went until nobody was left. */
static void
note (RemitSuggestRow *row,
      RemitSuggestState state)
{
  static const int ranks[REMIT_SUGGEST_N_STATES] = {
    [REMIT_SUGGEST_NO_SKILLS] = 0, [REMIT_SUGGEST_NO_TIME] = 1, [REMIT_SUGGEST_RULE] = 2,
    [REMIT_SUGGEST_TAKEN] = 3,
  };

  if (ranks[state] > ranks[row->state])
    row->state = state;
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const RemitOption *first = a, *second = b;

  if (first->score != second->score)
    return second->score - first->score;
  return (first->person > second->person) - (first->person < second->person);
}

/* Adds those who could, the best ones first. More than there are vacancies are not needed: of that
 * many, one is in none of the others. */
static void
add_options (Suggest *self,
             guint number,
             GArray *options)
{
  g_array_sort (options, compare_scores);
  get_row (self, number)->n_could = options->len;
  for (guint i = 0; i < MIN (options->len, self->vacancies->len); i++)
    {
      const RemitOption *option = &g_array_index (options, RemitOption, i);

      remit_staffing_add_option (self->problem, number, option->person, option->score);
    }
}

static void
weigh (Suggest *self,
       guint number)
{
  const Vacancy *vacancy = get_vacancy (self, number);
  g_autoptr (GArray) places = remit_roster_list_skilled (self->roster, vacancy->opening);
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (RemitOption));
  g_autofree RemitMatch *matches = g_new (RemitMatch, places->len + 1);
  RemitSuggestRow *row = get_row (self, number);

  remit_roster_weigh (self->roster, vacancy->opening, places, matches);
  for (guint i = 0; i < places->len; i++)
    {
      RemitOption option = { number, g_array_index (places, guint, i), matches[i].score };
      gint64 person = remit_roster_get_person (self->roster, option.person);

      if (!has_skills (vacancy->opening, &matches[i])
          || g_hash_table_contains (vacancy->opening->holders, &person))
        continue;
      note (row, REMIT_SUGGEST_NO_TIME);
      if (!has_time (vacancy->opening, &matches[i]))
        continue;
      note (row, REMIT_SUGGEST_RULE);
      if (!may_be (self, vacancy, option.person))
        continue;
      note (row, REMIT_SUGGEST_TAKEN);
      g_array_append_val (options, option);
    }
  add_options (self, number, options);
}

/* Whom the user has put there needs no skills, only the time. */
static void
weigh_pinned (Suggest *self,
              guint number)
{
  const Vacancy *vacancy = get_vacancy (self, number);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  RemitSuggestRow *row = get_row (self, number);
  RemitMatch match;

  g_array_append_val (places, vacancy->pinned);
  remit_roster_weigh (self->roster, vacancy->opening, places, &match);
  row->state = has_time (vacancy->opening, &match) ? REMIT_SUGGEST_RULE : REMIT_SUGGEST_NO_TIME;
  if (row->state == REMIT_SUGGEST_NO_TIME || !may_be (self, vacancy, vacancy->pinned))
    return;
  row->state = REMIT_SUGGEST_TAKEN;
  row->n_could = 1;
  remit_staffing_add_option (self->problem, number, vacancy->pinned, match.score);
}

static gboolean
weigh_all (Suggest *self)
{
  guint n = self->vacancies->len;

  for (guint i = 0; i < n; i++)
    {
      const Vacancy *vacancy = get_vacancy (self, i);

      if (i % SLOTS_AT_ONCE == 0
          && !is_wanted (self, UNTIL_READ + (UNTIL_WEIGHED - UNTIL_READ) * i / n))
        return FALSE;
      if (vacancy->opening == NULL)
        continue;
      if (vacancy->pinned != NOBODY)
        weigh_pinned (self, i);
      else
        weigh (self, i);
    }
  return TRUE;
}

static void
add_vacancies (Suggest *self)
{
  for (guint i = 0; i < self->vacancies->len; i++)
    {
      const RemitOpening *opening = get_vacancy (self, i)->opening;

      if (opening == NULL)
        remit_staffing_add_vacancy (self->problem, 0, 0, 0);
      else
        remit_staffing_add_vacancy (self->problem, opening->need, opening->from,
                                    opening->until != 0 ? opening->until : REMIT_DAY_MAX);
    }
}

/* Those of a team stand together. */
static void
add_separations (Suggest *self)
{
  guint n = self->vacancies->len;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && get_vacancy (self, j)->team == get_vacancy (self, i)->team; j++)
      if (get_row (self, i)->slot == get_row (self, j)->slot
          || remit_duties_are_separate (get_vacancy (self, i)->duty, get_vacancy (self, j)->duty))
        remit_staffing_separate (self->problem, i, j);
}

void
remit_suggest_add_rooms (RemitStaffing *problem,
                         guint person,
                         GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);

      if (!span->away)
        remit_staffing_add_room (problem, person, span->from,
                                 span->until != 0 ? span->until : REMIT_DAY_MAX,
                                 span->capacity - span->load);
    }
}

static gboolean
make_problem (Suggest *self)
{
  guint n_people = remit_roster_get_n_people (self->roster);

  self->problem = remit_staffing_new (n_people);
  add_vacancies (self);
  add_separations (self);
  for (guint i = 0; i < n_people; i++)
    remit_suggest_add_rooms (self->problem, i, remit_roster_get_spans (self->roster, i));
  if (!weigh_all (self))
    return FALSE;
  remit_staffing_close (self->problem);
  return TRUE;
}

/* ── What is said ─────────────────────────────────────────────────────────────────────────── */

static gint64
get_person (Suggest *self,
            guint option)
{
  return remit_roster_get_person (self->roster,
                                  remit_staffing_get_option (self->problem, option)->person);
}

/* Returns: the first slot that a person is suggested for, or 0 */
static gint64
find_slot (Suggest *self,
           const RemitSolution *solution,
           guint person)
{
  for (guint i = 0; i < self->vacancies->len; i++)
    if (solution->chosen[i] != REMIT_OPTION_NONE
        && remit_staffing_get_option (self->problem, solution->chosen[i])->person == person)
      return get_row (self, i)->slot;
  return 0;
}

static void
add_rival (Suggest *self,
           const RemitSolution *solution,
           RemitAsker *asker,
           guint number)
{
  const RemitVacancy *vacancy = remit_staffing_get_vacancy (self->problem, number);
  RemitSuggestRow *row = get_row (self, number);
  guint best = solution->chosen[number];

  for (guint i = vacancy->first; i < vacancy->first + vacancy->n_options; i++)
    if (best == REMIT_OPTION_NONE
        || remit_staffing_get_worth (self->problem, i)
             > remit_staffing_get_worth (self->problem, best))
      best = i;
  if (best == solution->chosen[number] || best == REMIT_OPTION_NONE)
    return;
  row->rival = get_person (self, best);
  row->rival_score = remit_staffing_get_option (self->problem, best)->score;
  row->rival_slot = find_slot (self, solution,
                               remit_staffing_get_option (self->problem, best)->person);
  row->loss = remit_asker_ask (asker, best);
}

static void
tell (Suggest *self,
      const RemitSolution *solution)
{
  g_autoptr (RemitAsker) asker = remit_asker_new (self->problem, solution);

  self->suggestion->gap = remit_solution_get_gap (solution);
  for (guint i = 0; i < self->vacancies->len; i++)
    {
      RemitSuggestRow *row = get_row (self, i);
      RemitMatch match;

      add_rival (self, solution, asker, i);
      if (solution->chosen[i] == REMIT_OPTION_NONE)
        continue;
      row->state = REMIT_SUGGEST_FILLED;
      row->person = get_person (self, solution->chosen[i]);
      remit_match_get (self->workspace, get_vacancy (self, i)->opening, row->person, NULL, &match);
      row->score = match.score;
      row->reasons = remit_match_dup_reasons (self->workspace, get_vacancy (self, i)->opening,
                                              row->person, &match);
      self->suggestion->n_filled++;
      self->suggestion->score += row->score;
    }
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static void
row_clear (gpointer row)
{
  g_clear_pointer (&((RemitSuggestRow *) row)->reasons, g_strfreev);
}

static void
vacancy_clear (gpointer vacancy)
{
  g_clear_pointer (&((Vacancy *) vacancy)->opening, remit_opening_free);
}

static void
suggest_clear (Suggest *self)
{
  g_clear_pointer (&self->roster, remit_roster_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self->stays);
  g_array_unref (self->vacancies);
  g_clear_pointer (&self->problem, remit_staffing_free);
  g_clear_pointer (&self->suggestion, remit_suggestion_free);
}

static void
on_solving (double share,
            gpointer data)
{
  is_wanted (data, UNTIL_WEIGHED + (1 - UNTIL_WEIGHED) * share);
}

static gboolean
run (Suggest *self)
{
  const RemitWorkControl solving = {
    .cancellable = self->control != NULL ? self->control->cancellable : NULL,
    .progress = on_solving, .progress_data = self,
  };
  g_autoptr (RemitSolution) solution = NULL;

  read_people (self);
  if (!read_slots (self) || !make_problem (self))
    return FALSE;
  solution = remit_solver_run (self->problem, &solving);
  if (solution == NULL)
    return FALSE;
  tell (self, solution);
  return TRUE;
}

RemitSuggestion *
remit_suggest_run (RemitWorkspace *workspace,
                   const RemitSuggestQuery *query,
                   const RemitWorkControl *control,
                   GError **error)
{
  Suggest self = { .workspace = workspace, .query = query, .control = control };
  RemitSuggestion *suggestion = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace) && query != NULL, NULL);

  self.roster = remit_roster_read (remit_workspace_get_store (workspace), query->plan,
                                   control != NULL ? control->cancellable : NULL, error);
  if (self.roster == NULL)
    return NULL;
  self.suggestion = g_new0 (RemitSuggestion, 1);
  self.suggestion->rows = g_array_new (FALSE, FALSE, sizeof (RemitSuggestRow));
  g_array_set_clear_func (self.suggestion->rows, row_clear);
  self.vacancies = g_array_new (FALSE, FALSE, sizeof (Vacancy));
  g_array_set_clear_func (self.vacancies, vacancy_clear);
  if (run (&self))
    suggestion = g_steal_pointer (&self.suggestion);
  else
    g_cancellable_set_error_if_cancelled (control != NULL ? control->cancellable : NULL, error);
  suggest_clear (&self);
  return suggestion;
}

void
remit_suggestion_free (RemitSuggestion *self)
{
  g_array_unref (self->rows);
  g_free (self);
}
