/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing seats from CSV: teams, slots and who sits in them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-table-directory.h"
#include "remit-table-names.h"
#include "remit-table-private.h"
#include "remit-table-teams.h"
#include "remit-table-value.h"

/* The file is read twice, first for its teams; the rest is the line of the history. */
#define SHARE_TEAMS 0.35
#define SHARE_READ 0.8

typedef struct {
  RemitTableJob *job;
  gint64 plan;
  RemitTableDirectory *directory;
  RemitTableNames *roles;
  RemitTableTeams *teams;
  RemitRecord *slot;
  RemitRecord *assignment;
  GHashTable *seated;
  guint n_seats;
  guint n_filled;
  guint n_open;
  guint n_unknown;
} Import;

/* Where a row belongs. */
typedef struct {
  RemitTableTeam *team;
  const RemitTableNamed *role;
  const char *role_name;
} Place;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->directory, remit_table_directory_free);
  g_clear_pointer (&self->roles, remit_table_names_free);
  g_clear_pointer (&self->teams, remit_table_teams_free);
  g_clear_pointer (&self->slot, remit_record_free);
  g_clear_pointer (&self->assignment, remit_record_free);
  g_clear_pointer (&self->seated, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* Returns: (transfer full): the name of the file without its ending, for the plan */
static char *
dup_plan_name (RemitTableJob *job)
{
  g_autofree char *name = g_strdup (job->name);
  char *dot = strrchr (name, '.');
  RemitCsvRow row = { .line = 0 };

  if (dot != NULL && dot != name)
    *dot = '\0';
  remit_table_value_clean (name, FALSE);
  remit_table_job_fit (job, &row, REMIT_KIND_PLAN, REMIT_PLAN_NAME, name);
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (_ ("Seats"));
}

static gboolean
make_plan (Import *self,
           const char *name,
           GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PLAN);

  remit_record_set_text (record, REMIT_PLAN_NAME, name);
  if (!remit_edit_insert (self->job->edit, record, error))
    return FALSE;
  self->plan = remit_record_get_id (record);
  self->job->result->added[REMIT_KIND_PLAN]++;
  return TRUE;
}

/* The plan of a former import of the same file, so that a second one changes nothing. */
static gboolean
find_plan (Import *self,
           const char *name,
           GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;

  statement = remit_store_prepare (self->job->store,
                                   "SELECT id FROM plan WHERE name = ?1 AND status <> 'archived' "
                                   "ORDER BY id DESC LIMIT 1",
                                   error);
  if (statement == NULL)
    return FALSE;
  remit_statement_bind_text (statement, 1, name);
  if (remit_store_step (self->job->store, statement))
    self->plan = remit_statement_get_integer (statement, 0);
  return remit_store_finish (self->job->store, statement, error);
}

static gboolean
check_plan (Import *self,
            GError **error)
{
  g_autoptr (RemitRecord) record = NULL;
  g_autoptr (GError) local_error = NULL;

  record = remit_store_load (self->job->store, REMIT_KIND_PLAN, self->plan, &local_error);
  if (record != NULL)
    return TRUE;
  if (local_error == NULL)
    g_set_error_literal (&local_error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND,
                         _ ("The plan that the seats are to go into is not there, or no longer"));
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
choose_plan (Import *self,
             GError **error)
{
  g_autofree char *name = NULL;

  self->plan = self->job->options->plan;
  if (self->plan != 0)
    return check_plan (self, error);

  name = dup_plan_name (self->job);
  if (!find_plan (self, name, error))
    return FALSE;
  if (self->plan == 0)
    return make_plan (self, name, error);
  remit_import_result_note (self->job->result, REMIT_NOTE_FILE, 0,
                            /* Translators: the name of a plan */
                            _ ("The seats go into the plan “%s”, which was there already"),
                            name);
  return TRUE;
}

static gboolean
import_init (Import *self,
             RemitTableJob *job,
             GError **error)
{
  self->job = job;
  self->slot = remit_record_new (REMIT_KIND_SLOT);
  self->assignment = remit_record_new (REMIT_KIND_ASSIGNMENT);
  self->seated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!choose_plan (self, error))
    return FALSE;
  self->directory = remit_table_directory_new (job->store, error);
  if (self->directory == NULL)
    return FALSE;
  self->roles = remit_table_names_new (job, REMIT_KIND_ROLE, error);
  if (self->roles == NULL)
    return FALSE;
  self->teams = remit_table_teams_new (job, self->plan, error);
  return self->teams != NULL;
}

static gboolean
expect_team (const RemitCsvRow *row,
             gpointer data,
             GError **error G_GNUC_UNUSED)
{
  Import *self = data;

  if (!row->more && *remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_TEAM) != '\0')
    remit_table_teams_expect (self->teams, row);
  return TRUE;
}

/* "Ada Lovelace, Grace Hopper" */
static gboolean
names_several (Import *self,
               const char *text)
{
  g_auto (GStrv) names = g_regex_split_simple ("[,;/&+]| and | und ", text, 0, 0);
  RemitTablePerson *person;
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++)
    n +=
      *g_strstrip (names[i]) != '\0'
      && remit_table_directory_find (self->directory, names[i], &person) != REMIT_TABLE_MATCH_NONE;
  return n > 1;
}

static void
note_unknown (Import *self,
              const RemitCsvRow *row,
              const Place *place,
              const char *text,
              RemitTableMatch match)
{
  const char *format =
    names_several (self, text)
      /* Translators: a role, a team, names */
      ? _ ("%s of %s: “%s” are several people; the seat is vacant. Give each a line")
      : match == REMIT_TABLE_MATCH_SEVERAL
          /* Translators: a role, a team, a name */
          ? _ ("%s of %s: there are several people called “%s”; the seat is vacant")
          /* Translators: a role, a team, a number, address or name */
          : _ ("%s of %s: “%s” is not known; the seat is vacant");

  self->n_unknown++;
  remit_import_result_note (self->job->result, REMIT_NOTE_HOLDER, row->line, format,
                            place->role_name, place->team->name, text);
}

/* Returns: (nullable): who sits there, or %NULL when the seat is vacant */
static RemitTablePerson *
find_holder (Import *self,
             const RemitCsvRow *row,
             const Place *place)
{
  const char *text = remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_PERSON);
  RemitTableMatch match = REMIT_TABLE_MATCH_NONE;
  RemitTablePerson *person = NULL;

  if (*text == '\0')
    {
      self->n_open++;
      return NULL;
    }
  if (!remit_table_value_is_unknown (text))
    match = remit_table_directory_find (self->directory, text, &person);
  if (match == REMIT_TABLE_MATCH_ONE)
    {
      self->n_filled++;
      g_hash_table_add (self->seated, g_memdup2 (&person->id, sizeof person->id));
    }
  else if (match == REMIT_TABLE_MATCH_NONE && remit_table_value_is_open (text))
    self->n_open++;
  else
    note_unknown (self, row, place, text, match);
  return person;
}

static RemitRecord *
find_assignment (const RemitTableSlot *slot,
                 const RemitTablePerson *person)
{
  for (guint i = 0; i < slot->assignments->len; i++)
    {
      RemitRecord *assignment = g_ptr_array_index (slot->assignments, i);

      if (person != NULL
          && remit_record_get_integer (assignment, REMIT_ASSIGNMENT_PERSON) == person->id)
        return assignment;
    }
  return NULL;
}

/* How well a slot fits a seat: the one in which the person sits, or that is as vacant, goes before
 * another. */
static int
rank_slot (const RemitTableSlot *slot,
           const Place *place,
           const RemitTablePerson *person)
{
  if (slot->taken || remit_record_get_integer (slot->record, REMIT_SLOT_ROLE) != place->role->id)
    return 0;
  if (person != NULL && find_assignment (slot, person) != NULL)
    return 3;
  return slot->assignments->len == 0 ? 2 : 1;
}

/* Returns: (nullable): the slot for a seat, or %NULL when there is none yet */
static RemitTableSlot *
find_slot (const Place *place,
           const RemitTablePerson *person)
{
  RemitTableSlot *best = NULL;
  int best_rank = 0;

  for (guint i = 0; i < place->team->slots->len; i++)
    {
      RemitTableSlot *slot = g_ptr_array_index (place->team->slots, i);
      int rank = rank_slot (slot, place, person);

      if (rank > best_rank)
        {
          best = slot;
          best_rank = rank;
        }
    }
  return best;
}

static gboolean
insert_slot (Import *self,
             const RemitCsvRow *row,
             const Place *place,
             GError **error)
{
  remit_record_reset (self->slot);
  remit_record_set_integer (self->slot, REMIT_SLOT_PLAN, self->plan);
  remit_record_set_integer (self->slot, REMIT_SLOT_TEAM, place->team->id);
  remit_record_set_integer (self->slot, REMIT_SLOT_ROLE, place->role->id);
  remit_table_team_place (place->team, self->slot);
  return remit_table_job_insert (self->job, row, self->slot, error);
}

/* Without an allocation of its own, a seat is filled at what the slot needs. */
static gboolean
insert_assignment (Import *self,
                   const RemitCsvRow *row,
                   const RemitRecord *slot,
                   const RemitTablePerson *person,
                   GError **error)
{
  gint64 need = remit_record_get_integer (slot, REMIT_SLOT_FTE);

  remit_record_reset (self->assignment);
  remit_record_set_integer (self->assignment, REMIT_ASSIGNMENT_PLAN, self->plan);
  remit_record_set_integer (self->assignment, REMIT_ASSIGNMENT_SLOT, remit_record_get_id (slot));
  remit_record_set_integer (self->assignment, REMIT_ASSIGNMENT_PERSON, person->id);
  if (need > 0)
    remit_record_set_integer (self->assignment, REMIT_ASSIGNMENT_ALLOCATION, need);
  return remit_table_job_insert (self->job, row, self->assignment, error);
}

static void
note_other_holder (Import *self,
                   const RemitCsvRow *row,
                   const Place *place,
                   const RemitTablePerson *person,
                   gboolean replaced)
{
  const char *format =
    replaced
      /* Translators: a role, a team, a person */
      ? _ ("%s of %s: %s takes the seat of somebody else")
      /* Translators: a role, a team, a person */
      : _ ("%s of %s: %s joins several others in the seat");

  remit_import_result_note (self->job->result, REMIT_NOTE_HOLDER, row->line, format,
                            place->role_name, place->team->name, person->name);
}

static gboolean
merge_holder (Import *self,
              const RemitCsvRow *row,
              const Place *place,
              const RemitTableSlot *slot,
              const RemitTablePerson *person,
              GError **error)
{
  RemitRecord *assignment = find_assignment (slot, person);

  if (assignment != NULL)
    return remit_table_job_update (self->job, row, assignment, FALSE, error);
  if (slot->assignments->len != 1)
    {
      if (slot->assignments->len > 1)
        note_other_holder (self, row, place, person, FALSE);
      return insert_assignment (self, row, slot->record, person, error);
    }

  note_other_holder (self, row, place, person, TRUE);
  assignment = g_ptr_array_index (slot->assignments, 0);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PERSON, person->id);
  return remit_table_job_update (self->job, row, assignment, TRUE, error);
}

static gboolean
merge_seat (Import *self,
            const RemitCsvRow *row,
            const Place *place,
            RemitTableSlot *slot,
            const RemitTablePerson *person,
            GError **error)
{
  slot->taken = TRUE;
  if (!remit_table_job_update (self->job, row, slot->record, FALSE, error))
    return FALSE;
  if (person != NULL)
    return merge_holder (self, row, place, slot, person, error);
  if (slot->assignments->len > 0)
    remit_import_result_note (self->job->result, REMIT_NOTE_HOLDER, row->line,
                              /* Translators: a role, a team */
                              _ ("%s of %s is vacant in the file, but filled in the plan; left as "
                                 "it is"),
                              place->role_name, place->team->name);
  return TRUE;
}

static gboolean
import_seat (Import *self,
             const RemitCsvRow *row,
             const Place *place,
             GError **error)
{
  RemitTablePerson *person = find_holder (self, row, place);
  RemitTableSlot *slot = find_slot (place, person);

  self->n_seats++;
  if (slot != NULL)
    return merge_seat (self, row, place, slot, person, error);
  return insert_slot (self, row, place, error)
         && (person == NULL || insert_assignment (self, row, self->slot, person, error));
}

static gboolean
import_row (const RemitCsvRow *row,
            gpointer data,
            GError **error)
{
  Import *self = data;
  Place place = { NULL };
  char *role;

  if (!remit_table_job_accept (self->job, row))
    return TRUE;
  role = remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_ROLE);
  if (*role == '\0' || *remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_TEAM) == '\0')
    {
      remit_import_result_leave_out (self->job->result, REMIT_NOTE_NAMELESS, row->line,
                                     *role == '\0' ? _ ("There is no role; left out")
                                                   : _ ("There is no team; left out"));
      return TRUE;
    }

  place.team = remit_table_teams_get (self->teams, row, error);
  if (place.team == NULL)
    return FALSE;
  place.role_name = role;
  place.role = remit_table_names_get (self->roles, row, role, error);
  return place.role != NULL && import_seat (self, row, &place, error);
}

static void
note_seats (Import *self)
{
  RemitImportResult *result = self->job->result;

  remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                            ngettext ("%'u seat is filled", "%'u seats are filled", self->n_filled),
                            self->n_filled);
  if (self->n_open > 0)
    remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                              ngettext ("%'u seat is open for hiring",
                                        "%'u seats are open for hiring", self->n_open),
                              self->n_open);
  if (self->n_unknown > 0)
    remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                              ngettext ("%'u seat is held by somebody who is not known; it is "
                                        "vacant",
                                        "%'u seats are held by people who are not known; they are "
                                        "vacant",
                                        self->n_unknown),
                              self->n_unknown);
}

static gboolean
read_file (Import *self,
           GError **error)
{
  RemitTableJob *job = self->job;

  return remit_csv_file_read (job->file, job->options, REMIT_TABLE_SHARE_DECIDED, SHARE_TEAMS,
                              expect_team, self, error)
         && remit_csv_file_read (job->file, job->options, SHARE_TEAMS, SHARE_READ, import_row, self,
                                 error);
}

static const RemitPlural imported = REMIT_PLURAL ("Import %'u seat from %s",
                                                  "Import %'u seats from %s");

gboolean
remit_table_seats_run (RemitTableJob *job,
                       GError **error)
{
  g_auto (Import) self = { NULL };

  if (!import_init (&self, job, error) || !read_file (&self, error))
    return FALSE;
  note_seats (&self);
  if (!remit_table_overload_note (job, self.plan, self.seated, error))
    return FALSE;

  remit_table_job_describe (job, self.plan, imported, self.n_seats);
  /* A plan that a dry run made is gone again. */
  if (!job->options->dry_run || job->result->added[REMIT_KIND_PLAN] == 0)
    job->result->plan = self.plan;
  return TRUE;
}
