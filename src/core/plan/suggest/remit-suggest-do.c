/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does what was suggested, as far as it is still true. */
#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/design/remit-design-private.h"
#include "plan/placement/remit-placement-private.h"
#include "remit-duties.h"
#include "remit-suggest-private.h"

/* @rows: (element-type RemitSuggestRow): those that are filled
 * @people: (element-type gint64): each once; @problem: the rows as vacancies, as all is now */
typedef struct {
  RemitWorkspace *workspace;
  GArray *rows;
  GArray *people;
  RemitStaffing *problem;
} Check;

static const RemitSuggestRow *
get_row (const Check *self,
         guint i)
{
  return &g_array_index (self->rows, RemitSuggestRow, i);
}

static guint
find_person (Check *self,
             gint64 person)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == person)
      return i;
  g_array_append_val (self->people, person);
  return self->people->len - 1;
}

/* @what: what happened to person and slot, translatable, with both as arguments */
static gboolean
refuse (const Check *self,
        const RemitSuggestRow *row,
        const char *what,
        GError **error)
{
  g_autofree char *person = remit_design_dup_name (self->workspace, REMIT_KIND_PERSON, row->person);
  g_autofree char *slot = remit_design_dup_name (self->workspace, REMIT_KIND_SLOT, row->slot);

  return remit_design_refuse (error, what, person, slot);
}

/* ── Slots ────────────────────────────────────────────────────────────────────────────────── */

/* Whether a slot still lacks all that the rows fill it with. */
static gboolean
check_slot (Check *self,
            const RemitSuggestRow *row,
            GError **error)
{
  RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, row->slot);
  gint64 lacks;

  if (slot == NULL || remit_workspace_get (self->workspace, REMIT_KIND_PERSON, row->person) == NULL)
    return remit_design_refuse (error, _ ("A slot or a person no longer exists. Suggest again"));
  lacks = remit_entity_get_integer (slot, REMIT_SLOT_FTE)
          - remit_load_get_filled (self->workspace, row->slot);
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->slot == row->slot)
      lacks -= get_row (self, i)->percent;
  /* Translators: a person and a slot */
  return lacks >= 0
         || refuse (self, row,
                    _ ("%1$s cannot be assigned: %2$s was filled meanwhile. Suggest again"), error);
}

/* Whether somebody builds in the team what they are to validate, or the other way round. */
static gboolean
check_duty (Check *self,
            const RemitSuggestRow *row,
            GError **error)
{
  RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, row->slot);
  RemitDuty duty = remit_duty_of_slot (self->workspace, slot);
  guint duties = remit_duties_of_person (self->workspace,
                                         remit_entity_get_integer (slot, REMIT_SLOT_TEAM),
                                         row->person);

  for (guint other = 0; other <= REMIT_DUTY_VALIDATES; other++)
    if ((duties & (1u << other)) != 0 && remit_duties_are_separate (duty, other))
      /* Translators: a person and a slot */
      return refuse (self, row, _ ("%1$s cannot be in %2$s: building and validating models in one "
                                   "team must be separate"), error);
  return TRUE;
}

/* ── People ───────────────────────────────────────────────────────────────────────────────── */

static void
add_vacancy (Check *self,
             guint i)
{
  RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT,
                                           get_row (self, i)->slot);
  gint64 from = remit_entity_get_integer (slot, REMIT_SLOT_FROM);
  gint64 until = remit_entity_get_integer (slot, REMIT_SLOT_UNTIL);

  remit_timeline_from_today (&from, &until);
  remit_staffing_add_vacancy (self->problem, get_row (self, i)->percent, from,
                              until != 0 ? until : REMIT_DAY_MAX);
  remit_staffing_add_option (self->problem, i, find_person (self, get_row (self, i)->person), 0);
}

static void
add_separations (Check *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = i + 1; j < self->rows->len; j++)
      {
        RemitEntity *a, *b;

        if (get_row (self, i)->person != get_row (self, j)->person)
          continue;
        a = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, get_row (self, i)->slot);
        b = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, get_row (self, j)->slot);
        if (a == b
            || (remit_entity_get_integer (a, REMIT_SLOT_TEAM)
                  == remit_entity_get_integer (b, REMIT_SLOT_TEAM)
                && remit_duties_are_separate (remit_duty_of_slot (self->workspace, a),
                                              remit_duty_of_slot (self->workspace, b))))
          remit_staffing_separate (self->problem, i, j);
      }
}

static void
make_problem (Check *self)
{
  gint64 plan = remit_entity_get_integer (
    remit_workspace_get (self->workspace, REMIT_KIND_SLOT, get_row (self, 0)->slot),
    REMIT_SLOT_PLAN);

  for (guint i = 0; i < self->rows->len; i++)
    find_person (self, get_row (self, i)->person);
  self->problem = remit_staffing_new (self->people->len);
  for (guint i = 0; i < self->rows->len; i++)
    add_vacancy (self, i);
  add_separations (self);
  for (guint i = 0; i < self->people->len; i++)
    {
      g_autoptr (GArray) spans = remit_load_get_spans (
        self->workspace, plan, g_array_index (self->people, gint64, i));

      remit_suggest_add_rooms (self->problem, i, spans);
    }
  remit_staffing_close (self->problem);
}

/* Whether everybody still has time for all that they are suggested for. */
static gboolean
check_people (Check *self,
              GError **error)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (guint));

  make_problem (self);
  for (guint i = 0; i < self->people->len; i++)
    {
      g_array_set_size (taken, 0);
      for (guint j = 0; j < self->rows->len; j++)
        {
          const RemitVacancy *vacancy = remit_staffing_get_vacancy (self->problem, j);

          if (get_row (self, j)->person != g_array_index (self->people, gint64, i))
            continue;
          if (vacancy->n_options == 0
              || !remit_staffing_fits (self->problem, vacancy->first,
                                       (const guint *) (gpointer) taken->data, taken->len))
            /* Translators: a person and a slot */
            return refuse (self, get_row (self, j),
                           _ ("%1$s is no longer free for %2$s. Suggest again"), error);
          g_array_append_val (taken, vacancy->first);
        }
    }
  return TRUE;
}

/* ── Whether it still holds ───────────────────────────────────────────────────────────────── */

static gboolean
check (Check *self,
       GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!check_slot (self, get_row (self, i), error)
        || !check_duty (self, get_row (self, i), error))
      return FALSE;
  return check_people (self, error);
}

static void
check_init (Check *self,
            RemitWorkspace *workspace,
            const GArray *rows)
{
  self->workspace = workspace;
  self->rows = g_array_new (FALSE, FALSE, sizeof (RemitSuggestRow));
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, RemitSuggestRow, i).person != 0)
      g_array_append_val (self->rows, g_array_index (rows, RemitSuggestRow, i));
}

static void
check_clear (Check *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->people);
  g_clear_pointer (&self->problem, remit_staffing_free);
}

/* With the rows before it that hold, as far as they are about the same person or slot.
 *
 * Returns: (transfer full) (nullable): why it does not hold */
static char *
judge_row (RemitWorkspace *workspace,
           const GArray *holding,
           const RemitSuggestRow *row)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (RemitSuggestRow));
  g_autoptr (GError) error = NULL;
  Check self = { NULL };

  for (guint i = 0; i < holding->len; i++)
    {
      const RemitSuggestRow *other = &g_array_index (holding, RemitSuggestRow, i);

      if (other->person == row->person || other->slot == row->slot)
        g_array_append_vals (rows, other, 1);
    }
  g_array_append_vals (rows, row, 1);
  check_init (&self, workspace, rows);
  check (&self, &error);
  check_clear (&self);
  return error != NULL ? g_strdup (error->message) : NULL;
}

GPtrArray *
remit_suggest_judge (RemitWorkspace *workspace,
                     const GArray *rows)
{
  g_autoptr (GArray) holding = g_array_new (FALSE, FALSE, sizeof (RemitSuggestRow));
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace) && rows != NULL, problems);

  for (guint i = 0; i < rows->len; i++)
    {
      const RemitSuggestRow *row = &g_array_index (rows, RemitSuggestRow, i);

      g_ptr_array_add (problems, row->person != 0 ? judge_row (workspace, holding, row) : NULL);
      if (row->person != 0 && problems->pdata[i] == NULL)
        g_array_append_vals (holding, row, 1);
    }
  return problems;
}

/* ── Doing it ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
place (Check *self,
       RemitEdit *edit,
       GError **error)
{
  static const RemitPlural words = REMIT_PLURAL ("Fill %d vacancy as suggested",
                                                 "Fill %d vacancies as suggested");
  g_autofree RemitPlacement *placements = g_new0 (RemitPlacement, self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    {
      placements[i].person = get_row (self, i)->person;
      placements[i].slot = get_row (self, i)->slot;
      placements[i].allocation = get_row (self, i)->percent;
    }
  return remit_placement_place (self->workspace, edit, placements, self->rows->len,
                                self->rows->len > 1
                                  ? remit_message_new_plural (words, self->rows->len) : NULL,
                                error);
}

gboolean
remit_suggest_do (RemitWorkspace *workspace,
                  const GArray *rows,
                  GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  Check self = { NULL };
  gboolean done;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace) && rows != NULL, FALSE);

  check_init (&self, workspace, rows);
  if (self.rows->len == 0)
    {
      check_clear (&self);
      return remit_design_refuse (error, _ ("Nobody is suggested"));
    }
  edit = remit_workspace_begin (workspace, error);
  done = edit != NULL && check (&self, error) && place (&self, edit, error);
  check_clear (&self);
  return done;
}
