/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tasks of a project: summary tasks are teams, those in them slots. */
#include <glib/gi18n-lib.h>

#include "exchange/table/value/remit-table-value.h"
#include "model/remit-text.h"
#include "remit-mspdi-import-private.h"

#define POSITION_STEP 1024

/* A team that is open in the outline. */
typedef struct {
  int level;
  gint64 team;
} Open;

typedef struct {
  RemitMspdiImport *import;
  RemitMspdiExisting *existing;
  RemitTableNames *roles;
  GHashTable *numbers; /* the index of each task, by its number */
  guint *starts;       /* where those of each task begin in the next; one more at the end */
  guint *assignments;  /* indexes of assignments, by task */
  int *next;           /* the index of the task after each that is one, or -1 */
  GArray *open;
  gint64 own_team; /* of tasks without a summary task, or 0 */
  gint64 team_position;
  gint64 slot_position;
  RemitRecord *team;
  RemitRecord *slot;
  guint n_without_role;
} Tasks;

static void
tasks_clear (Tasks *self)
{
  g_clear_pointer (&self->existing, remit_mspdi_existing_free);
  g_clear_pointer (&self->roles, remit_table_names_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->assignments, g_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->team, remit_record_free);
  g_clear_pointer (&self->slot, remit_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tasks, tasks_clear)

static const RemitMspdiTask *
get_task (Tasks *self,
          guint index)
{
  return &g_array_index (self->import->project->tasks, RemitMspdiTask, index);
}

static guint
count_tasks (Tasks *self)
{
  return self->import->project->tasks->len;
}

/* ── Assignments by task ──────────────────────────────────────────────────────────────────── */

static void
index_tasks (Tasks *self)
{
  int next = -1;

  self->next = g_new (int, count_tasks (self) + 1);
  for (guint i = count_tasks (self); i-- > 0;)
    {
      self->next[i] = next;
      next = get_task (self, i)->is_null ? next : (int) i;
    }
  for (guint i = 0; i < count_tasks (self); i++)
    if (!remit_mspdi_import_remember (self->numbers, get_task (self, i)->uid, i))
      remit_import_result_note (self->import->job.result, REMIT_NOTE_TWICE,
                                get_task (self, i)->line,
                                /* Translators: the number of a task */
                                _ ("Another task has the number %ld, too; assignments go to the "
                                   "first"), (long) get_task (self, i)->uid);
}

static void
note_lost (Tasks *self,
           const RemitMspdiAssignment *assignment)
{
  remit_import_result_leave_out (self->import->job.result, REMIT_NOTE_HOLDER, assignment->line,
                                 "%s", _ ("The task of the assignment is not in the file; the "
                                          "assignment was skipped"));
}

/* Counts first, then places. */
static void
index_assignments (Tasks *self)
{
  GArray *list = self->import->project->assignments;
  g_autofree int *tasks = g_new (int, list->len + 1);
  g_autofree guint *next = NULL;

  self->starts = g_new0 (guint, count_tasks (self) + 1);
  self->assignments = g_new (guint, list->len + 1);
  for (guint i = 0; i < list->len; i++)
    {
      const RemitMspdiAssignment *assignment = &g_array_index (list, RemitMspdiAssignment, i);

      tasks[i] = remit_mspdi_import_find (self->numbers, assignment->task);
      if (tasks[i] < 0)
        note_lost (self, assignment);
      else
        self->starts[tasks[i] + 1]++;
    }
  for (guint i = 0; i < count_tasks (self); i++)
    self->starts[i + 1] += self->starts[i];
  next = g_memdup2 (self->starts, (count_tasks (self) + 1) * sizeof (guint));
  for (guint i = 0; i < list->len; i++)
    if (tasks[i] >= 0)
      self->assignments[next[tasks[i]]++] = i;
}

static GArray *
get_seats (Tasks *self,
           guint index)
{
  return remit_mspdi_seats_new (self->import, self->assignments + self->starts[index],
                                self->starts[index + 1] - self->starts[index]);
}

static gboolean
has_people (const GArray *seats)
{
  for (guint i = 0; i < seats->len; i++)
    if (g_array_index (seats, RemitMspdiSeat, i).person != 0)
      return TRUE;
  return FALSE;
}

/* ── Teams ────────────────────────────────────────────────────────────────────────────────── */

static char *
dup_name (const RemitMspdiTask *task)
{
  char *name = g_strdup (task->name);

  remit_table_value_clean (name, FALSE);
  if (*name != '\0')
    return name;
  g_free (name);
  if (task->uid == REMIT_MSPDI_NO_UID)
    return g_strdup (_ ("Task"));
  /* Translators: the number of a task without a name */
  return g_strdup_printf (_ ("Task %ld"), (long) task->uid);
}

static gboolean
make_team (Tasks *self,
           guint line,
           gint64 parent,
           const char *name,
           const char *purpose,
           GError **error)
{
  self->team_position = MIN (self->team_position + POSITION_STEP, G_MAXINT32);
  remit_record_reset (self->team);
  remit_record_set_integer (self->team, REMIT_TEAM_PLAN, self->import->plan);
  remit_record_set_integer (self->team, REMIT_TEAM_PARENT, parent);
  remit_record_set_integer (self->team, REMIT_TEAM_POSITION, self->team_position);
  remit_mspdi_import_set_text (self->import, line, self->team, REMIT_TEAM_NAME, name);
  remit_mspdi_import_set_text (self->import, line, self->team, REMIT_TEAM_PURPOSE, purpose);
  return remit_mspdi_import_insert (self->import, self->team, error);
}

/* Returns: the team, or 0 with @error set */
static gint64
get_team (Tasks *self,
          guint line,
          gint64 parent,
          const char *name,
          const char *purpose,
          GError **error)
{
  g_autoptr (RemitRecord) there = remit_mspdi_existing_take (self->existing, REMIT_KIND_TEAM,
                                                             parent, name);
  g_autoptr (RemitRecord) record = NULL;

  if (there == NULL)
    return make_team (self, line, parent, name, purpose, error)
             ? remit_record_get_id (self->team)
             : 0;
  record = remit_record_copy (there);
  remit_mspdi_import_set_text (self->import, line, record, REMIT_TEAM_PURPOSE, purpose);
  return remit_mspdi_import_update (self->import, record, there, error)
           ? remit_record_get_id (record)
           : 0;
}

static gint64
get_own_team (Tasks *self,
              GError **error)
{
  if (self->own_team == 0)
    self->own_team = get_team (self, 0, 0, self->import->plan_name, "", error);
  return self->own_team;
}

/* Returns: the team above a level, or 0 for none; closes those that are not */
static gint64
find_parent (Tasks *self,
             int level)
{
  while (self->open->len > 0
         && g_array_index (self->open, Open, self->open->len - 1).level >= level)
    g_array_set_size (self->open, self->open->len - 1);
  return self->open->len > 0 ? g_array_index (self->open, Open, self->open->len - 1).team : 0;
}

/* ── Slots ────────────────────────────────────────────────────────────────────────────────── */

/* What the file says; else the task is called as a role is; else one for all. */
static gint64
find_role (Tasks *self,
           const RemitMspdiTask *task,
           const char *name,
           GError **error)
{
  const RemitCsvRow row = remit_mspdi_import_row (task->line);
  g_autofree char *role = g_strdup (task->role);
  const RemitTableNamed *found;

  remit_table_value_clean (role, FALSE);
  if (*role == '\0' && remit_mspdi_existing_has_role (self->existing, name))
    {
      g_free (role);
      role = g_strdup (name);
    }
  if (*role == '\0')
    {
      g_free (role);
      /* Translators: the role of slots that come from tasks of a project */
      role = g_strdup (_ ("Project task"));
      self->n_without_role++;
    }
  found = remit_table_names_get (self->roles, &row, role, error);
  if (found == NULL)
    return 0;
  /* it need not be said twice */
  if (remit_text_is_like (role, name))
    remit_record_set_text (self->slot, REMIT_SLOT_NAME, "");
  return found->id;
}

static void
set_days (Tasks *self,
          const RemitMspdiTask *task)
{
  gint64 from = task->is_open_start ? 0 : task->from;
  gint64 until = task->is_open_end ? 0 : task->until;

  if (from != 0 && until != 0 && from > until)
    {
      remit_import_result_note (self->import->job.result, REMIT_NOTE_VALUE, task->line,
                                _ ("The first day is after the last; both were skipped"));
      from = until = 0;
    }
  remit_record_set_integer (self->slot, REMIT_SLOT_FROM, from);
  remit_record_set_integer (self->slot, REMIT_SLOT_UNTIL, until);
}

static void
set_demand (Tasks *self,
            const RemitMspdiTask *task,
            const GArray *seats)
{
  const RemitField *field = &remit_slot_info.fields[REMIT_SLOT_FTE];
  gint64 demand = task->demand >= 0 ? task->demand : remit_mspdi_seats_count (seats);

  if (task->demand < 0 && demand == 0)
    demand = field->initial;
  if (demand > field->maximum)
    remit_import_result_note (self->import->job.result, REMIT_NOTE_TASK, task->line, "%s",
                              _ ("The task takes more than 1000 %, the largest demand, which was "
                                 "set"));
  remit_record_set_integer (self->slot, REMIT_SLOT_FTE, MIN (demand, field->maximum));
}

static gboolean
set_slot (Tasks *self,
          const RemitMspdiTask *task,
          const char *name,
          const GArray *seats,
          GError **error)
{
  gint64 role;

  remit_mspdi_import_set_text (self->import, task->line, self->slot, REMIT_SLOT_NAME, name);
  role = find_role (self, task, name, error);
  if (role == 0)
    return FALSE;
  remit_record_set_integer (self->slot, REMIT_SLOT_ROLE, role);
  remit_mspdi_import_set_text (self->import, task->line, self->slot, REMIT_SLOT_WHY, task->notes);
  remit_record_set_integer (self->slot, REMIT_SLOT_REQUIRED, !task->is_optional);
  set_days (self, task);
  set_demand (self, task, seats);
  return TRUE;
}

static gboolean
insert_slot (Tasks *self,
             const RemitMspdiTask *task,
             gint64 team,
             const char *name,
             const GArray *seats,
             GError **error)
{
  self->slot_position = MIN (self->slot_position + POSITION_STEP, G_MAXINT32);
  remit_record_reset (self->slot);
  remit_record_set_integer (self->slot, REMIT_SLOT_PLAN, self->import->plan);
  remit_record_set_integer (self->slot, REMIT_SLOT_TEAM, team);
  remit_record_set_integer (self->slot, REMIT_SLOT_POSITION, self->slot_position);
  return set_slot (self, task, name, seats, error)
         && remit_mspdi_import_insert (self->import, self->slot, error)
         && remit_mspdi_seats_write (self->import, seats, remit_record_get_id (self->slot), NULL,
                                     error);
}

/* A role that only says that there is none does not replace one. */
static void
copy_slot (Tasks *self,
           const RemitRecord *there)
{
  for (guint i = 0; i < REMIT_SLOT_N_FIELDS; i++)
    remit_record_copy_field (self->slot, there, i);
  remit_record_set_id (self->slot, remit_record_get_id (there));
}

static gboolean
update_slot (Tasks *self,
             const RemitMspdiTask *task,
             const RemitRecord *there,
             const char *name,
             const GArray *seats,
             GError **error)
{
  gint64 id = remit_record_get_id (there);

  remit_record_reset (self->slot);
  copy_slot (self, there);
  if (*task->role != '\0' && !set_slot (self, task, name, seats, error))
    return FALSE;
  if (*task->role == '\0')
    {
      remit_mspdi_import_set_text (self->import, task->line, self->slot, REMIT_SLOT_WHY,
                                   task->notes);
      set_days (self, task);
      set_demand (self, task, seats);
    }
  return remit_mspdi_import_update (self->import, self->slot, there, error)
         && remit_mspdi_seats_write (self->import, seats, id,
                                     remit_mspdi_existing_get_assignments (self->existing, id),
                                     error);
}

static gboolean
put_slot (Tasks *self,
          const RemitMspdiTask *task,
          gint64 team,
          const GArray *seats,
          GError **error)
{
  g_autofree char *name = dup_name (task);
  g_autoptr (RemitRecord) there = remit_mspdi_existing_take (self->existing, REMIT_KIND_SLOT, team,
                                                             name);

  self->import->n_slots++;
  return there != NULL ? update_slot (self, task, there, name, seats, error)
                       : insert_slot (self, task, team, name, seats, error);
}

/* Nobody is in one slot twice at a time: there is another one for that. */
static gboolean
import_slot (Tasks *self,
             const RemitMspdiTask *task,
             gint64 team,
             GArray *seats,
             GError **error)
{
  g_autoptr (GArray) doubles = remit_mspdi_seats_steal_doubles (seats);
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (RemitMspdiSeat));

  if (!put_slot (self, task, team, seats, error))
    return FALSE;
  for (guint i = 0; i < doubles->len; i++)
    {
      const RemitMspdiSeat *seat = &g_array_index (doubles, RemitMspdiSeat, i);

      remit_import_result_note (self->import->job.result, REMIT_NOTE_TWICE, seat->line, "%s",
                                _ ("The resource is assigned to the task at the same time in "
                                   "another assignment; this one has a slot of its own"));
      g_array_set_size (one, 0);
      g_array_append_vals (one, seat, 1);
      if (!put_slot (self, task, team, one, error))
        return FALSE;
    }
  return TRUE;
}

/* ── Tasks ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_children (Tasks *self,
              guint index)
{
  int next = self->next[index];

  return next >= 0 && get_task (self, (guint) next)->level > get_task (self, index)->level
         && get_task (self, index)->level >= 0;
}

/* The first task on level 0, around all others, is the project. */
static gboolean
is_project (Tasks *self,
            guint index)
{
  const RemitMspdiTask *task = get_task (self, index);

  return task->level == 0
         && (task->uid == 0 || (index == 0 && has_children (self, index)));
}

/* People who are assigned to a whole team, or to the project, have a slot in it. */
static gboolean
import_above (Tasks *self,
              guint index,
              gint64 team,
              GError **error)
{
  g_autoptr (GArray) seats = get_seats (self, index);

  if (!has_people (seats))
    return TRUE;
  if (team == 0)
    team = get_own_team (self, error);
  if (team == 0)
    return FALSE;
  remit_import_result_note (self->import->job.result, REMIT_NOTE_TASK,
                            get_task (self, index)->line, "%s",
                            _ ("The summary task has assignments; they are in a slot of its team"));
  return import_slot (self, get_task (self, index), team, seats, error);
}

static gboolean
import_team (Tasks *self,
             guint index,
             GError **error)
{
  const RemitMspdiTask *task = get_task (self, index);
  g_autofree char *name = dup_name (task);
  Open open = { .level = MAX (1, task->level) };

  open.team = get_team (self, task->line, find_parent (self, open.level), name, task->notes,
                        error);
  if (open.team == 0)
    return FALSE;
  g_array_append_val (self->open, open);
  return import_above (self, index, open.team, error);
}

static gboolean
import_leaf (Tasks *self,
             guint index,
             GError **error)
{
  const RemitMspdiTask *task = get_task (self, index);
  g_autoptr (GArray) seats = get_seats (self, index);
  gint64 team = find_parent (self, MAX (1, task->level));

  if (task->is_milestone && !has_people (seats))
    {
      remit_import_result_leave_out (self->import->job.result, REMIT_NOTE_TASK, task->line, "%s",
                                     _ ("The milestone has nobody assigned and was skipped"));
      return TRUE;
    }
  if (team == 0)
    team = get_own_team (self, error);
  return team != 0 && import_slot (self, task, team, seats, error);
}

static gboolean
import_task (Tasks *self,
             guint index,
             GError **error)
{
  const RemitMspdiTask *task = get_task (self, index);

  if (is_project (self, index))
    return import_above (self, index, 0, error);
  if (task->is_summary || has_children (self, index))
    return import_team (self, index, error);
  return import_leaf (self, index, error);
}

/* A task that is an empty line has nobody, unless somebody wrote that. */
static gboolean
import_all (Tasks *self,
            GError **error)
{
  for (guint i = 0; i < count_tasks (self); i++)
    {
      gboolean is_empty = get_task (self, i)->is_null
                          && self->starts[i + 1] == self->starts[i];

      if (!remit_mspdi_import_step (self->import, error)
          || (!is_empty && !import_task (self, i, error)))
        return FALSE;
    }
  return TRUE;
}

static void
note_roles (Tasks *self)
{
  guint n = self->n_without_role;

  if (n > 0)
    remit_import_result_note (self->import->job.result, REMIT_NOTE_FILE, 0,
                              ngettext ("%'u task has no role; its slot has the role “%s”",
                                        "%'u tasks have no role; their slots have the role “%s”",
                                        n), n, _ ("Project task"));
}

gboolean
remit_mspdi_import_tasks (RemitMspdiImport *self,
                          GError **error)
{
  g_auto (Tasks) tasks = { .import = self };

  tasks.numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  tasks.open = g_array_new (FALSE, FALSE, sizeof (Open));
  tasks.team = remit_record_new (REMIT_KIND_TEAM);
  tasks.slot = remit_record_new (REMIT_KIND_SLOT);
  tasks.roles = remit_table_names_new (&self->job, REMIT_KIND_ROLE, error);
  tasks.existing = tasks.roles != NULL
                     ? remit_mspdi_existing_new (self->job.store, self->plan, error)
                     : NULL;
  if (tasks.existing == NULL)
    return FALSE;
  tasks.team_position = remit_mspdi_existing_get_last (tasks.existing, REMIT_KIND_TEAM);
  tasks.slot_position = remit_mspdi_existing_get_last (tasks.existing, REMIT_KIND_SLOT);
  index_tasks (&tasks);
  index_assignments (&tasks);
  if (!import_all (&tasks, error))
    return FALSE;
  note_roles (&tasks);
  return TRUE;
}
