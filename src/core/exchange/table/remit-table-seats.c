/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports slots from CSV: teams, slots and assignments. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "model/remit-text.h"
#include "remit-table-holders.h"
#include "remit-table-numbers.h"
#include "remit-table-waits.h"

/* The file is read twice, first for its teams; the rest is the line of the history. */
#define SHARE_TEAMS 0.35
#define SHARE_READ 0.8

typedef struct {
  RemitTableJob *job;
  gint64 plan;
  RemitTableDirectory *directory;
  RemitTableNames *roles;
  RemitTableTeams *teams;
  RemitTableNumbers *numbers;
  RemitTableWaits *waits;
  RemitRecord *slot;
  GHashTable *seated;
  guint n_seats;
  guint n_filled;
  guint n_open;
  guint n_unknown;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->directory, remit_table_directory_free);
  g_clear_pointer (&self->roles, remit_table_names_free);
  g_clear_pointer (&self->teams, remit_table_teams_free);
  g_clear_pointer (&self->numbers, remit_table_numbers_free);
  g_clear_pointer (&self->waits, remit_table_waits_free);
  g_clear_pointer (&self->slot, remit_record_free);
  g_clear_pointer (&self->seated, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* Returns: (transfer full): the name of the file without its ending, for the plan */
static char *
dup_plan_name (RemitTableJob *job)
{
  const char *chosen = job->options->plan_name;
  g_autofree char *name = g_strdup (chosen != NULL ? chosen : job->name);
  char *dot = chosen == NULL ? strrchr (name, '.') : NULL;
  RemitCsvRow row = { .line = 0 };

  if (dot != NULL && dot != name)
    *dot = '\0';
  remit_table_value_clean (name, FALSE);
  remit_table_job_fit (job, &row, REMIT_KIND_PLAN, REMIT_PLAN_NAME, name);
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (_ ("Slots"));
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
                         _ ("The plan for the slots no longer exists"));
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
                            _ ("The slots were added to the existing plan “%s”"),
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
  self->numbers = remit_table_numbers_new ();
  self->waits = remit_table_waits_new (job);
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

static void
note_unknown (Import *self,
              const RemitCsvRow *row,
              const RemitTablePlace *place,
              const RemitTableHolder *holder)
{
  const char *format =
    holder->match == REMIT_TABLE_MATCH_SEVERAL
      /* Translators: a role, a team, a name */
      ? _ ("%s of %s: several people are named “%s”; the slot is vacant")
      /* Translators: a role, a team, a number, address or name */
      : _ ("%s of %s: “%s” is unknown; the slot is vacant");

  if (remit_table_waits_is_awaited (self->waits, holder))
    {
      remit_import_result_note (self->job->result, REMIT_NOTE_AWAITED, row->line,
                                /* Translators: a role, a team, a number, address or name */
                                _ ("%s of %s is reserved for “%s”, who is unknown"),
                                place->role_name,
                                place->team->name, holder->text);
      return;
    }
  self->n_unknown++;
  remit_import_result_note (self->job->result, REMIT_NOTE_HOLDER, row->line, format,
                            place->role_name, place->team->name, holder->text);
}

/* Counts a slot as filled, vacant, or held by an unknown person. */
static void
count_holder (Import *self,
              const RemitCsvRow *row,
              const RemitTablePlace *place,
              const RemitTableHolder *holder)
{
  if (holder->match == REMIT_TABLE_MATCH_ONE)
    {
      self->n_filled++;
      g_hash_table_add (self->seated, g_memdup2 (&holder->person->id, sizeof (gint64)));
    }
  else if (holder->match == REMIT_TABLE_MATCH_NONE
           && (remit_table_value_is_nothing (holder->text)
               || remit_table_value_is_open (holder->text)))
    self->n_open++;
  else
    note_unknown (self, row, place, holder);
}

static gboolean
sits_there (const RemitTableSlot *slot,
            const RemitTableHolder *holder)
{
  for (guint i = 0; i < slot->assignments->len; i++)
    if (holder->person != NULL
        && remit_record_get_integer (slot->assignments->pdata[i], REMIT_ASSIGNMENT_PERSON)
             == holder->person->id)
      return TRUE;
  return FALSE;
}

/* How well a slot fits a seat: the one in which the person sits, or that waits for them, or that is
 * as vacant, goes before another. */
static int
rank_slot (const RemitTableSlot *slot,
           const RemitTablePlace *place,
           const RemitTableHolder *holder)
{
  if (slot->taken || remit_record_get_integer (slot->record, REMIT_SLOT_ROLE) != place->role->id)
    return 0;
  if (sits_there (slot, holder))
    return 4;
  if (remit_table_waits_is_for (slot, holder))
    return 3;
  return slot->assignments->len == 0
             && remit_record_is_initial (slot->record, REMIT_SLOT_AWAITS)
           ? 2
           : 1;
}

/* Returns: (nullable): the slot for a seat, or %NULL when there is none yet */
static RemitTableSlot *
find_slot (const RemitTablePlace *place,
           const RemitTableHolder *holder)
{
  RemitTableSlot *best = NULL;
  int best_rank = 0;

  for (guint i = 0; i < place->team->slots->len; i++)
    {
      RemitTableSlot *slot = g_ptr_array_index (place->team->slots, i);
      int rank = rank_slot (slot, place, holder);

      if (rank > best_rank)
        {
          best = slot;
          best_rank = rank;
        }
    }
  return best;
}

/* A vacant slot has the demand of its busiest month, unless a column states it. */
static void
set_need (Import *self,
          const GArray *runs)
{
  gint64 most = 0;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    most = MAX (most, g_array_index (runs, RemitPeriod, i).percent);
  if (most > 0 && self->job->columns[REMIT_TABLE_SEATS_NEED] < 0)
    remit_record_set_integer (self->slot, REMIT_SLOT_FTE, most);
}

static gboolean
insert_slot (Import *self,
             const RemitCsvRow *row,
             const RemitTablePlace *place,
             const RemitTableHolder *holder,
             const GArray *runs,
             GError **error)
{
  remit_record_reset (self->slot);
  remit_record_set_integer (self->slot, REMIT_SLOT_PLAN, self->plan);
  remit_record_set_integer (self->slot, REMIT_SLOT_TEAM, place->team->id);
  remit_record_set_integer (self->slot, REMIT_SLOT_ROLE, place->role->id);
  set_need (self, holder->person == NULL ? runs : NULL);
  remit_table_waits_set (self->waits, row, self->slot, holder, runs);
  remit_table_team_place (place->team, self->slot);
  return remit_table_job_insert (self->job, row, self->slot, error);
}

static gboolean
merge_seat (Import *self,
            const RemitCsvRow *row,
            const RemitTablePlace *place,
            RemitTableSlot *slot,
            const RemitTableHolder *holder,
            const GArray *runs,
            GError **error)
{
  gboolean changed = remit_table_waits_merge (self->waits, row, place, slot, holder, runs);

  /* another row may be of the same slot */
  if ((!slot->taken || changed)
      && !remit_table_job_update (self->job, row, slot->record, changed, error))
    return FALSE;
  slot->taken = TRUE;
  slot->is_filled |= holder->person != NULL;
  if (holder->person != NULL)
    return remit_table_holder_seat (self->job, row, place, slot->record, slot->assignments, holder,
                                    runs, error);
  if (slot->assignments->len > 0)
    remit_import_result_note (self->job->result, REMIT_NOTE_HOLDER, row->line,
                              /* Translators: a role, a team */
                              _ ("%s of %s is vacant in the file but filled in the plan; left "
                                 "unchanged"),
                              place->role_name, place->team->name);
  return TRUE;
}

static gboolean
make_seat (Import *self,
           const RemitCsvRow *row,
           const RemitTablePlace *place,
           guint number,
           const RemitTableHolder *holder,
           const GArray *runs,
           GError **error)
{
  if (!insert_slot (self, row, place, holder, runs, error))
    return FALSE;
  if (number > 0)
    {
      RemitTableSlot *slot = remit_table_numbers_add (self->numbers, place, number, self->slot);

      slot->is_filled = holder->person != NULL;
      slot->n_periods = remit_table_waits_count (self->slot);
    }
  return holder->person == NULL
         || remit_table_holder_seat (self->job, row, place, self->slot, NULL, holder, runs, error);
}

static gboolean
import_seat (Import *self,
             const RemitCsvRow *row,
             const RemitTablePlace *place,
             guint number,
             const RemitTableHolder *holder,
             const GArray *runs,
             GError **error)
{
  RemitTableSlot *slot = number > 0 ? remit_table_numbers_find (self->numbers, place, number)
                                    : find_slot (place, holder);

  self->n_seats++;
  count_holder (self, row, place, holder);
  if (holder->person != NULL && runs != NULL && runs->len == 0)
    remit_import_result_note (self->job->result, REMIT_NOTE_HOLDER, row->line,
                              /* Translators: a role, a team, a person */
                              _ ("%s of %s: no month has an allocation of %s"), place->role_name,
                              place->team->name, holder->person->name);
  if (slot != NULL)
    return merge_seat (self, row, place, slot, holder, runs, error);
  return make_seat (self, row, place, number, holder, runs, error);
}

/* Each person in a cell gets a slot, unless the slot is numbered. */
static gboolean
import_seats (Import *self,
              const RemitCsvRow *row,
              const RemitTablePlace *place,
              GError **error)
{
  const char *text = remit_table_job_get_lines (self->job, row, REMIT_TABLE_SEATS_PERSON);
  g_autoptr (GPtrArray) holders = remit_table_several_read (self->job, self->directory, text);
  g_autoptr (GArray) runs = remit_table_runs_read (self->job, row);
  guint number = remit_table_numbers_read (self->job, row);
  gboolean done = TRUE;

  self->job->n_sharing = holders->len;
  for (guint i = 0; done && i < holders->len; i++)
    done = import_seat (self, row, place, number, holders->pdata[i], runs, error);
  self->job->n_sharing = 1;
  return done;
}

static gboolean
import_row (const RemitCsvRow *row,
            gpointer data,
            GError **error)
{
  Import *self = data;
  RemitTablePlace place = { NULL };
  char *role;

  if (!remit_table_job_accept (self->job, row))
    return TRUE;
  role = remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_ROLE);
  if (*role == '\0' || *remit_table_job_get (self->job, row, REMIT_TABLE_SEATS_TEAM) == '\0')
    {
      remit_import_result_leave_out (self->job->result, REMIT_NOTE_NAMELESS, row->line,
                                     *role == '\0' ? _ ("The role is missing; skipped")
                                                   : _ ("The team is missing; skipped"));
      return TRUE;
    }

  place.team = remit_table_teams_get (self->teams, row, error);
  if (place.team == NULL)
    return FALSE;
  place.role_name = role;
  place.role = remit_table_names_get (self->roles, row, role, error);
  return place.role != NULL && import_seats (self, row, &place, error);
}

static void
note_seats (Import *self)
{
  RemitImportResult *result = self->job->result;

  remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                            ngettext ("%'u slot is filled", "%'u slots are filled", self->n_filled),
                            self->n_filled);
  if (self->n_open > 0)
    remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                              ngettext ("%'u slot is open for hiring",
                                        "%'u slots are open for hiring", self->n_open),
                              self->n_open);
  result->n_unknown = self->n_unknown;
  if (self->n_unknown > 0)
    remit_import_result_note (result, REMIT_NOTE_FILE, 0,
                              ngettext ("%'u slot has an unknown holder and is vacant",
                                        "%'u slots have unknown holders and are vacant",
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
                                 error)
         && remit_table_waits_end (self->waits, error);
}

static const RemitPlural imported = REMIT_PLURAL ("Import %'u slot from %s",
                                                  "Import %'u slots from %s");

gboolean
remit_table_seats_run (RemitTableJob *job,
                       GError **error)
{
  g_auto (Import) self = { NULL };

  if (!import_init (&self, job, error) || !read_file (&self, error))
    return FALSE;
  note_seats (&self);
  if (!remit_table_awaited_note (job, self.plan, error))
    return FALSE;
  if (!remit_table_overload_note (job, self.plan, self.seated, error))
    return FALSE;

  remit_table_job_describe (job, self.plan, imported, self.n_seats);
  /* A plan that a dry run made is gone again. */
  if (!job->options->dry_run || job->result->added[REMIT_KIND_PLAN] == 0)
    job->result->plan = self.plan;
  return TRUE;
}
