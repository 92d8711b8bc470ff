/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of the slots in a CSV file, with the slots that exist already. */
#include "remit-table-teams.h"

#include <string.h>

#include "model/remit-text.h"

/* New teams stand so far apart that others fit between them; see core/plan. */
#define POSITION_STEP 1024
#define POSITION_MAX G_MAXINT32

/* What the file and the plan have of one name. */
typedef struct {
  guint n_expected;
  GPtrArray *teams;
} Namesakes;

struct _RemitTableTeams {
  RemitTableJob *job;
  gint64 plan;
  GPtrArray *teams;
  /* records of what the plan had before */
  GPtrArray *slots;
  GPtrArray *assignments;
  GHashTable *by_name;
  /* section, stage and name to team, %NULL until it is asked for */
  GHashTable *by_key;
  gint64 position;
  RemitRecord *record;
};

static void
slot_free (RemitTableSlot *slot)
{
  g_ptr_array_unref (slot->assignments);
  g_free (slot);
}

static void
team_free (RemitTableTeam *team)
{
  g_ptr_array_unref (team->slots);
  g_free (team->name);
  g_free (team->purpose);
  g_free (team);
}

static void
namesakes_free (Namesakes *namesakes)
{
  g_ptr_array_unref (namesakes->teams);
  g_free (namesakes);
}

static Namesakes *
get_namesakes (RemitTableTeams *self,
               const char *name)
{
  char *folded = remit_text_fold (name);
  Namesakes *namesakes = g_hash_table_lookup (self->by_name, folded);

  if (namesakes != NULL)
    {
      g_free (folded);
      return namesakes;
    }
  namesakes = g_new0 (Namesakes, 1);
  namesakes->teams = g_ptr_array_new ();
  g_hash_table_insert (self->by_name, folded, namesakes);
  return namesakes;
}

static RemitTableTeam *
add_team (RemitTableTeams *self,
          const RemitRecord *record,
          gboolean is_old)
{
  RemitTableTeam *team = g_new0 (RemitTableTeam, 1);

  team->id = remit_record_get_id (record);
  team->name = g_strdup (remit_record_get_text (record, REMIT_TEAM_NAME));
  team->purpose = g_strdup (remit_record_get_text (record, REMIT_TEAM_PURPOSE));
  team->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) slot_free);
  team->is_old = is_old;
  g_ptr_array_add (self->teams, team);
  g_ptr_array_add (get_namesakes (self, team->name)->teams, team);
  self->position = MAX (self->position, remit_record_get_integer (record, REMIT_TEAM_POSITION));
  return team;
}

static RemitTableSlot *
add_slot (RemitTableTeam *team,
          RemitRecord *record)
{
  RemitTableSlot *slot = g_new0 (RemitTableSlot, 1);

  slot->id = remit_record_get_id (record);
  slot->record = record;
  slot->assignments = g_ptr_array_new ();
  g_ptr_array_add (team->slots, slot);
  team->position = MAX (team->position, remit_record_get_integer (record, REMIT_SLOT_POSITION));
  return slot;
}

/* Puts slots into their teams, and assignments into their slots. */
static void
place_all (RemitTableTeams *self,
           GPtrArray *records)
{
  g_autoptr (GHashTable) teams = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) slots = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    {
      RemitTableTeam *team = add_team (self, records->pdata[i], TRUE);

      g_hash_table_insert (teams, &team->id, team);
    }
  for (guint i = 0; i < self->slots->len; i++)
    {
      gint64 id = remit_record_get_integer (self->slots->pdata[i], REMIT_SLOT_TEAM);
      RemitTableSlot *slot = add_slot (g_hash_table_lookup (teams, &id), self->slots->pdata[i]);

      g_hash_table_insert (slots, &slot->id, slot);
    }
  for (guint i = 0; i < self->assignments->len; i++)
    {
      gint64 id = remit_record_get_integer (self->assignments->pdata[i], REMIT_ASSIGNMENT_SLOT);
      RemitTableSlot *slot = g_hash_table_lookup (slots, &id);

      if (slot != NULL)
        g_ptr_array_add (slot->assignments, self->assignments->pdata[i]);
    }
}

static gboolean
load (RemitTableTeams *self,
      GError **error)
{
  static const char in_order[] = "WHERE t.plan = ?1 ORDER BY t.position, t.id";
  RemitStore *store = self->job->store;
  g_autoptr (GPtrArray) teams = remit_store_load_all (store, REMIT_KIND_TEAM, in_order, self->plan,
                                                      error);

  if (teams == NULL)
    return FALSE;
  self->slots = remit_store_load_all (store, REMIT_KIND_SLOT, in_order, self->plan, error);
  if (self->slots == NULL)
    return FALSE;
  self->assignments = remit_store_load_all (store, REMIT_KIND_ASSIGNMENT,
                                            "WHERE t.plan = ?1 ORDER BY t.id", self->plan, error);
  if (self->assignments == NULL)
    return FALSE;
  place_all (self, teams);
  return TRUE;
}

RemitTableTeams *
remit_table_teams_new (RemitTableJob *job,
                       gint64 plan,
                       GError **error)
{
  g_autoptr (RemitTableTeams) self = g_new0 (RemitTableTeams, 1);

  self->job = job;
  self->plan = plan;
  self->teams = g_ptr_array_new_with_free_func ((GDestroyNotify) team_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) namesakes_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->record = remit_record_new (REMIT_KIND_TEAM);
  if (!load (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_table_teams_free (RemitTableTeams *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->teams);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  remit_record_free (self->record);
  g_free (self);
}

/* Returns: (transfer full): what section and stage say: "dev · Manage"; empty without them */
static char *
dup_purpose (RemitTableTeams *self,
             const RemitCsvRow *row)
{
  const char *section = remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_SECTION);
  const char *stage = remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_STAGE);

  if (*section == '\0' || *stage == '\0')
    return g_strdup (*section != '\0' ? section : stage);
  return g_strconcat (section, REMIT_TEAM_STAGE_SEPARATOR, stage, NULL);
}

static char *
dup_key (const char *name,
         const char *purpose)
{
  g_autofree char *folded_name = remit_text_fold (name);
  g_autofree char *folded_purpose = remit_text_fold (purpose);

  return g_strdup_printf ("%s\n%s", folded_name, folded_purpose);
}

void
remit_table_teams_expect (RemitTableTeams *self,
                          const RemitCsvRow *row)
{
  const char *name = remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_TEAM);
  g_autofree char *purpose = dup_purpose (self, row);
  char *key = dup_key (name, purpose);

  if (g_hash_table_contains (self->by_key, key))
    {
      g_free (key);
      return;
    }
  g_hash_table_insert (self->by_key, key, NULL);
  get_namesakes (self, name)->n_expected++;
}

/* A user may have written more below what the import said. */
static gboolean
has_purpose (const RemitTableTeam *team,
             const char *purpose)
{
  gsize length = strlen (purpose);

  return strncmp (team->purpose, purpose, length) == 0
         && (team->purpose[length] == '\0' || team->purpose[length] == '\n');
}

static RemitTableTeam *
find_team (RemitTableTeams *self,
           const char *name,
           const char *purpose)
{
  Namesakes *namesakes = get_namesakes (self, name);

  for (guint i = 0; i < namesakes->teams->len; i++)
    {
      RemitTableTeam *team = g_ptr_array_index (namesakes->teams, i);

      if (!team->claimed && has_purpose (team, purpose))
        return team;
    }
  return namesakes->n_expected <= 1 && namesakes->teams->len == 1
           ? g_ptr_array_index (namesakes->teams, 0)
           : NULL;
}

static gboolean
keep_team (RemitTableTeams *self,
           RemitTableTeam *team,
           const char *purpose,
           GError **error)
{
  if (*team->purpose != '\0' || *purpose == '\0')
    {
      remit_import_result_count_same (self->job->result, REMIT_KIND_TEAM, team->id);
      return TRUE;
    }
  self->job->result->changed[REMIT_KIND_TEAM]++;
  return remit_edit_set_text (self->job->edit, REMIT_KIND_TEAM, team->id, REMIT_TEAM_PURPOSE,
                              purpose, error);
}

static RemitTableTeam *
make_team (RemitTableTeams *self,
           const RemitCsvRow *row,
           char *name,
           char *purpose,
           GError **error)
{
  remit_record_reset (self->record);
  remit_record_set_integer (self->record, REMIT_TEAM_PLAN, self->plan);
  remit_record_set_text (self->record, REMIT_TEAM_NAME, name);
  remit_table_job_set_text (self->job, row, self->record, REMIT_TEAM_PURPOSE, purpose);
  remit_record_set_integer (self->record, REMIT_TEAM_POSITION,
                            MIN (self->position + POSITION_STEP, POSITION_MAX));
  if (!remit_edit_insert (self->job->edit, self->record, error))
    return NULL;
  self->job->result->added[REMIT_KIND_TEAM]++;
  return add_team (self, self->record, FALSE);
}

RemitTableTeam *
remit_table_teams_get (RemitTableTeams *self,
                       const RemitCsvRow *row,
                       GError **error)
{
  char *name = remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_TEAM);
  g_autofree char *purpose = dup_purpose (self, row);
  g_autofree char *key = dup_key (name, purpose);
  RemitTableTeam *team = g_hash_table_lookup (self->by_key, key);

  if (team != NULL)
    return team;
  remit_table_job_fit (self->job, row, REMIT_KIND_TEAM, REMIT_TEAM_NAME, name);
  team = find_team (self, name, purpose);
  if (team != NULL ? !keep_team (self, team, purpose, error)
                   : (team = make_team (self, row, name, purpose, error)) == NULL)
    return NULL;

  team->claimed = TRUE;
  g_hash_table_replace (self->by_key, g_steal_pointer (&key), team);
  return team;
}

void
remit_table_team_place (RemitTableTeam *team,
                        RemitRecord *slot)
{
  team->position = MIN (team->position + POSITION_STEP, POSITION_MAX);
  remit_record_set_integer (slot, REMIT_SLOT_POSITION, team->position);
}
