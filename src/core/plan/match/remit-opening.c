/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a slot asks of whoever is to fill it, as it is at one moment. */
#include "remit-opening.h"

#include "model/remit-text.h"
#include "model/remit-zone.h"
#include "plan/load/remit-load.h"
#include "plan/load/remit-timeline.h"

/* For a slot that needs nothing. */
#define FULL_TIME 100

#define MINUTES_OF_DAY (24 * 60)
/* Seconds. */
#define DAY (24 * 60 * 60)
#define NOON (DAY / 2)
/* The Julian day number of 1 January 1970. */
#define EPOCH 719163

char **
remit_opening_split_units (const char *unit)
{
  GStrvBuilder *parts = g_strv_builder_new ();
  g_auto (GStrv) all = g_strsplit (unit != NULL ? unit : "", ";", -1);
  char **result;

  for (char **part = all; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0')
      g_strv_builder_add (parts, *part);
  result = g_strv_builder_end (parts);
  g_strv_builder_unref (parts);
  return result;
}

static void
add_needs (RemitOpening *self,
           RemitWorkspace *workspace)
{
  GPtrArray *needs = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT_NEED,
                                                    REMIT_SLOT_NEED_SLOT, self->slot);

  self->needs = g_array_new (FALSE, FALSE, sizeof (RemitOpeningNeed));
  for (guint i = 0; i < needs->len; i++)
    {
      RemitOpeningNeed need = {
        .skill = remit_entity_get_integer (needs->pdata[i], REMIT_SLOT_NEED_SKILL),
        .level = (int) remit_entity_get_integer (needs->pdata[i], REMIT_SLOT_NEED_LEVEL),
        .critical = remit_entity_get_integer (needs->pdata[i], REMIT_SLOT_NEED_CRITICAL) != 0,
      };

      g_array_append_val (self->needs, need);
    }
}

static void
add_holders (RemitOpening *self,
             RemitWorkspace *workspace)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, self->slot);

  self->holders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < assignments->len; i++)
    {
      gint64 person = remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_PERSON);

      g_hash_table_add (self->holders, g_memdup2 (&person, sizeof person));
    }
}

static void
add_time (RemitOpening *self,
          RemitWorkspace *workspace,
          RemitEntity *slot)
{
  int fte = (int) remit_entity_get_integer (slot, REMIT_SLOT_FTE);

  self->need = fte - remit_load_get_filled (workspace, self->slot);
  if (self->need <= 0)
    self->need = fte > 0 ? fte : FULL_TIME;
  self->from = remit_entity_get_integer (slot, REMIT_SLOT_FROM);
  self->until = remit_entity_get_integer (slot, REMIT_SLOT_UNTIL);
  remit_timeline_from_today (&self->from, &self->until);
}

static void
add_title (RemitOpening *self,
           RemitWorkspace *workspace,
           RemitEntity *slot)
{
  RemitEntity *role = remit_workspace_get (workspace, REMIT_KIND_ROLE,
                                           remit_entity_get_integer (slot, REMIT_SLOT_ROLE));
  g_autofree char *folded = role != NULL
                              ? remit_text_fold_letters (remit_entity_get_text (role,
                                                                                REMIT_ROLE_NAME))
                              : g_strdup ("");

  self->title = *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
}

/* ── The team ─────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full) (element-type RemitEntity): those who are in the team, each once */
static GHashTable *
list_people (RemitWorkspace *workspace,
             gint64 team)
{
  GPtrArray *slots = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT, REMIT_SLOT_TEAM,
                                                    team);
  GHashTable *people = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      GPtrArray *assignments =
        remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
                                       remit_entity_get_id (slots->pdata[i]));

      for (guint j = 0; j < assignments->len; j++)
        {
          gint64 id = remit_entity_get_integer (assignments->pdata[j], REMIT_ASSIGNMENT_PERSON);
          RemitEntity *person = remit_workspace_get (workspace, REMIT_KIND_PERSON, id);

          if (person != NULL)
            g_hash_table_add (people, person);
        }
    }
  return people;
}

static void
count_word (GHashTable *counts,
            const char *word)
{
  char *folded = remit_text_fold_letters (word);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, folded));

  if (*folded != '\0')
    g_hash_table_replace (counts, folded, GUINT_TO_POINTER (n + 1));
  else
    g_free (folded);
}

static void
count_people (GHashTable *people,
              GHashTable *units,
              GHashTable *locations)
{
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    {
      g_auto (GStrv) parts = remit_opening_split_units (remit_entity_get_text (person,
                                                                               REMIT_PERSON_UNIT));

      for (char **part = parts; *part != NULL; part++)
        count_word (units, *part);
      count_word (locations, remit_entity_get_text (person, REMIT_PERSON_LOCATION));
    }
}

static gboolean
is_rare (gpointer word G_GNUC_UNUSED,
         gpointer n,
         gpointer n_people)
{
  return GPOINTER_TO_UINT (n) * 2 < GPOINTER_TO_UINT (n_people);
}

/* ── Clocks ───────────────────────────────────────────────────────────────────────────────── */

static void
add_hours (RemitOpening *self,
           RemitWorkspace *workspace)
{
  RemitEntity *settings = remit_workspace_get (workspace, REMIT_KIND_SETTINGS, 1);
  gint64 day = self->from != 0 ? self->from : self->until;

  self->moment = (MAX (day, EPOCH) - EPOCH) * DAY + NOON;
  if (settings != NULL)
    {
      self->work_from = (int) remit_entity_get_integer (settings, REMIT_SETTINGS_WORK_FROM);
      self->work_until = (int) remit_entity_get_integer (settings, REMIT_SETTINGS_WORK_UNTIL);
      self->zone = remit_zone_find (remit_entity_get_text (settings, REMIT_SETTINGS_TIME_ZONE));
    }
  if (self->zone == NULL)
    self->zone = g_time_zone_new_local ();
  self->clocks = g_array_new (FALSE, FALSE, sizeof (RemitOpeningClock));
}

/* Returns: how many minutes the clock of a zone is before UTC on the slot's first day */
static int
get_offset (const RemitOpening *self,
            const char *name)
{
  g_autoptr (GTimeZone) own = *name != '\0' ? remit_zone_find (name) : NULL;
  GTimeZone *zone = own != NULL ? own : self->zone;
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, self->moment);

  return interval >= 0 ? g_time_zone_get_offset (zone, interval) / 60 : 0;
}

static void
add_clock (RemitOpening *self,
           int offset)
{
  const RemitOpeningClock clock = { offset, 1 };

  for (guint i = 0; i < self->clocks->len; i++)
    if (g_array_index (self->clocks, RemitOpeningClock, i).offset == offset)
      {
        g_array_index (self->clocks, RemitOpeningClock, i).n_people++;
        return;
      }
  g_array_append_val (self->clocks, clock);
}

static void
add_clocks (RemitOpening *self,
            GHashTable *people)
{
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    add_clock (self, get_offset (self, remit_entity_get_text (person, REMIT_PERSON_TIME_ZONE)));
}

/* Returns: minutes of work by two clocks at the same time, one of which is @apart before the other;
 * the days before and after count, where their nights are our days */
static int
get_overlap (const RemitOpening *self,
             int apart)
{
  int overlap = 0;

  for (int day = -2; day <= 2; day++)
    {
      int shift = apart + day * MINUTES_OF_DAY;
      int from = MAX (self->work_from, self->work_from + shift);
      int until = MIN (self->work_until, self->work_until + shift);

      overlap += MAX (0, until - from);
    }
  return overlap;
}

int
remit_opening_get_common (const RemitOpening *self,
                          const char *zone)
{
  int offset;
  gint64 minutes = 0, n_people = 0;

  g_return_val_if_fail (self != NULL && zone != NULL, 0);

  if (self->clocks->len == 0)
    return MAX (0, self->work_until - self->work_from);
  offset = get_offset (self, zone);
  for (guint i = 0; i < self->clocks->len; i++)
    {
      const RemitOpeningClock *clock = &g_array_index (self->clocks, RemitOpeningClock, i);

      minutes += (gint64) clock->n_people * get_overlap (self, clock->offset - offset);
      n_people += clock->n_people;
    }
  return (int) (minutes / n_people);
}

static void
add_team (RemitOpening *self,
          RemitWorkspace *workspace,
          gint64 team)
{
  g_autoptr (GHashTable) people = list_people (workspace, team);
  g_autoptr (GHashTable) locations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_people = g_hash_table_size (people);
  GHashTableIter iter;
  gpointer location, n;
  guint most = 0;

  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_clocks (self, people);
  count_people (people, self->units, locations);
  g_hash_table_foreach_remove (self->units, is_rare, GUINT_TO_POINTER (n_people));
  g_hash_table_iter_init (&iter, locations);
  while (g_hash_table_iter_next (&iter, &location, &n))
    if (GPOINTER_TO_UINT (n) * 2 >= n_people && GPOINTER_TO_UINT (n) > most)
      {
        most = GPOINTER_TO_UINT (n);
        g_free (self->location);
        self->location = g_strdup (location);
      }
}

RemitOpening *
remit_opening_new (RemitWorkspace *workspace,
                   gint64 slot)
{
  RemitEntity *entity;
  RemitOpening *self;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  entity = remit_workspace_get (workspace, REMIT_KIND_SLOT, slot);
  if (entity == NULL)
    return NULL;
  self = g_new0 (RemitOpening, 1);
  self->slot = slot;
  self->plan = remit_entity_get_integer (entity, REMIT_SLOT_PLAN);
  add_needs (self, workspace);
  add_holders (self, workspace);
  add_time (self, workspace, entity);
  add_hours (self, workspace);
  add_title (self, workspace, entity);
  add_team (self, workspace, remit_entity_get_integer (entity, REMIT_SLOT_TEAM));
  return self;
}

void
remit_opening_free (RemitOpening *self)
{
  g_array_unref (self->needs);
  g_strfreev (self->title);
  g_hash_table_unref (self->holders);
  g_hash_table_unref (self->units);
  g_free (self->location);
  g_time_zone_unref (self->zone);
  g_array_unref (self->clocks);
  g_free (self);
}
