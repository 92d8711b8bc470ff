/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing tasks: teams, which stand in one another, and their slots. */
#include "remit-mspdi-format.h"
#include "remit-mspdi-writer-private.h"

/* Fixed duration: who works how much does not move the days. */
#define FIXED_DURATION 1
#define DURATION_IN_DAYS 7
#define START_NO_EARLIER_THAN 4

typedef struct {
  RemitMspdiWriter *writer;
  GPtrArray *teams;     /* records, in the order of the board */
  GHashTable *children; /* of each team, by id, and of none, by 0: a list of indexes */
  GHashTable *roles;    /* names, by id */
  GHashTable *written;  /* ids of teams */
  int uid;
} Tasks;

static void
tasks_clear (Tasks *self)
{
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_hash_table_unref);
  g_clear_pointer (&self->roles, g_hash_table_unref);
  g_clear_pointer (&self->written, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tasks, tasks_clear)

static gint64 *
new_key (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
load_roles (Tasks *self)
{
  RemitPlanSource *source = self->writer->source;
  const RemitRecord *role;

  self->roles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  remit_plan_source_begin (source, REMIT_KIND_ROLE, 0);
  while ((role = remit_plan_source_next (source, REMIT_KIND_ROLE)) != NULL)
    g_hash_table_insert (self->roles, new_key (remit_record_get_id (role)),
                         g_strdup (remit_record_get_text (role, REMIT_ROLE_NAME)));
}

static void
add_child (Tasks *self,
           gint64 parent,
           guint index)
{
  GArray *list = g_hash_table_lookup (self->children, &parent);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->children, new_key (parent), list);
    }
  g_array_append_val (list, index);
}

static void
load_teams (Tasks *self)
{
  RemitPlanSource *source = self->writer->source;
  const RemitRecord *team;

  self->teams = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  self->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  self->written = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  remit_plan_source_begin (source, REMIT_KIND_TEAM, 0);
  while ((team = remit_plan_source_next (source, REMIT_KIND_TEAM)) != NULL)
    {
      add_child (self, remit_record_get_integer (team, REMIT_TEAM_PARENT), self->teams->len);
      g_ptr_array_add (self->teams, remit_record_copy (team));
    }
}

/* What all tasks begin with. @number: where it stands in the outline, as 1.2.3 */
static void
start_task (Tasks *self,
            const char *name,
            const char *number,
            guint level)
{
  RemitMspdiText *text = &self->writer->text;

  self->uid++;
  remit_mspdi_text_start (text, "Task");
  remit_mspdi_text_add_integer (text, "UID", self->uid);
  remit_mspdi_text_add_integer (text, "ID", self->uid);
  remit_mspdi_text_add (text, "Name", name);
  remit_mspdi_text_add_integer (text, "Type", FIXED_DURATION);
  remit_mspdi_text_add_integer (text, "IsNull", 0);
  remit_mspdi_text_add (text, "WBS", number);
  remit_mspdi_text_add (text, "OutlineNumber", number);
  remit_mspdi_text_add_integer (text, "OutlineLevel", level);
  remit_mspdi_text_add_integer (text, "Priority", 500);
}

static void
write_days (Tasks *self,
            gint64 from,
            gint64 until)
{
  RemitMspdiText *text = &self->writer->text;
  const RemitMspdiHours *hours = &self->writer->hours;

  remit_mspdi_text_add_moment (text, "Start", from, hours->from);
  remit_mspdi_text_add_moment (text, "Finish", until, hours->until);
  remit_mspdi_text_add_duration (text, "Duration", remit_mspdi_hours_count (hours, from, until));
  remit_mspdi_text_add_integer (text, "DurationFormat", DURATION_IN_DAYS);
  remit_mspdi_text_add_integer (text, "EffortDriven", 0);
  remit_mspdi_text_add_integer (text, "Estimated", 0);
  remit_mspdi_text_add_integer (text, "Milestone", 0);
}

static const char *
get_slot_name (Tasks *self,
               const RemitRecord *slot,
               const char *role)
{
  const char *name = remit_record_get_text (slot, REMIT_SLOT_NAME);

  return *name != '\0' ? name : role;
}

/* What the format has no element for. */
static void
write_custom (Tasks *self,
              const RemitRecord *slot,
              const char *role)
{
  RemitMspdiText *text = &self->writer->text;
  char demand[16];

  g_snprintf (demand, sizeof demand, "%d",
              (int) remit_record_get_integer (slot, REMIT_SLOT_FTE));
  remit_mspdi_text_add_custom (text, REMIT_MSPDI_TASK_TEXT1, role);
  if (remit_record_get_integer (slot, REMIT_SLOT_FROM) == 0)
    remit_mspdi_text_add_custom (text, REMIT_MSPDI_TASK_FLAG1, "1");
  if (remit_record_get_integer (slot, REMIT_SLOT_UNTIL) == 0)
    remit_mspdi_text_add_custom (text, REMIT_MSPDI_TASK_FLAG2, "1");
  if (!remit_record_get_integer (slot, REMIT_SLOT_REQUIRED))
    remit_mspdi_text_add_custom (text, REMIT_MSPDI_TASK_FLAG3, "1");
  remit_mspdi_text_add_custom (text, REMIT_MSPDI_TASK_NUMBER1, demand);
}

/* A slot that ends before the project begins, or begins after it ends, is of its own days. */
static RemitMspdiSlot
get_slot (Tasks *self,
          const RemitRecord *record)
{
  gint64 from = remit_record_get_integer (record, REMIT_SLOT_FROM);
  gint64 until = remit_record_get_integer (record, REMIT_SLOT_UNTIL);
  RemitMspdiSlot slot = { .id = remit_record_get_id (record),
                          .demand = remit_record_get_integer (record, REMIT_SLOT_FTE),
                          .uid = self->uid };

  slot.from = from != 0 ? from : self->writer->first;
  slot.until = until != 0 ? until : self->writer->last;
  return slot;
}

static void
write_slot (Tasks *self,
            const RemitRecord *record,
            const char *number,
            guint level)
{
  RemitMspdiText *text = &self->writer->text;
  gint64 role = remit_record_get_integer (record, REMIT_SLOT_ROLE);
  const char *role_name = g_hash_table_lookup (self->roles, &role);
  RemitMspdiSlot slot;

  role_name = role_name != NULL ? role_name : "";
  start_task (self, get_slot_name (self, record, role_name), number, level);
  slot = get_slot (self, record);
  write_days (self, slot.from, slot.until);
  remit_mspdi_text_add_integer (text, "Summary", 0);
  remit_mspdi_text_add_integer (text, "ConstraintType", START_NO_EARLIER_THAN);
  remit_mspdi_text_add_integer (text, "CalendarUID", -1);
  remit_mspdi_text_add_moment (text, "ConstraintDate", slot.from, self->writer->hours.from);
  remit_mspdi_text_add (text, "Notes", remit_record_get_text (record, REMIT_SLOT_WHY));
  write_custom (self, record, role_name);
  remit_mspdi_text_end (text, "Task");
  g_array_append_val (self->writer->slots, slot);
}

static char *
dup_number (const char *above,
            guint place)
{
  return *above != '\0' ? g_strdup_printf ("%s.%u", above, place) : g_strdup_printf ("%u", place);
}

static guint
write_slots (Tasks *self,
             gint64 team,
             const char *above,
             guint level)
{
  RemitPlanSource *source = self->writer->source;
  const RemitRecord *slot;
  guint n = 0;

  remit_plan_source_begin (source, REMIT_KIND_SLOT, team);
  while (remit_mspdi_writer_step (self->writer)
         && (slot = remit_plan_source_next (source, REMIT_KIND_SLOT)) != NULL)
    {
      g_autofree char *number = dup_number (above, ++n);

      write_slot (self, slot, number, level);
    }
  return n;
}

/* Teams that stand in one another are followed without going deeper in calls: they may be many. */
typedef struct {
  gint64 team; /* 0 for those that stand in none */
  guint next;  /* of the teams in it */
  guint n;     /* how many tasks are written of it */
  char *number;
} Level;

static void
level_clear (gpointer data)
{
  g_free (((Level *) data)->number);
}

/* Writes a team, and goes into it, unless that was written before. */
static void
enter_team (Tasks *self,
            GArray *levels,
            const RemitRecord *team)
{
  RemitMspdiText *text = &self->writer->text;
  Level *above = &g_array_index (levels, Level, levels->len - 1);
  Level level = { .team = remit_record_get_id (team) };

  if (!g_hash_table_add (self->written, new_key (level.team)))
    return;
  level.number = dup_number (above->number, ++above->n);
  start_task (self, remit_record_get_text (team, REMIT_TEAM_NAME), level.number, levels->len);
  write_days (self, self->writer->first, self->writer->last);
  remit_mspdi_text_add_integer (text, "Summary", 1);
  remit_mspdi_text_add_integer (text, "ConstraintType", 0);
  remit_mspdi_text_add_integer (text, "CalendarUID", -1);
  remit_mspdi_text_add (text, "Notes", remit_record_get_text (team, REMIT_TEAM_PURPOSE));
  remit_mspdi_text_end (text, "Task");
  level.n = write_slots (self, level.team, level.number, levels->len + 1);
  g_array_append_val (levels, level);
}

static void
write_teams (Tasks *self)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  const Level top = { .number = g_strdup ("") };

  g_array_set_clear_func (levels, level_clear);
  g_array_append_val (levels, top);
  while (levels->len > 0 && remit_mspdi_writer_step (self->writer))
    {
      Level *level = &g_array_index (levels, Level, levels->len - 1);
      const GArray *list = g_hash_table_lookup (self->children, &level->team);

      if (list != NULL && level->next < list->len)
        enter_team (self, levels, self->teams->pdata[g_array_index (list, guint, level->next++)]);
      else
        g_array_set_size (levels, levels->len - 1);
    }
}

gboolean
remit_mspdi_write_tasks (RemitMspdiWriter *self,
                         GError **error)
{
  g_auto (Tasks) tasks = { .writer = self };

  load_roles (&tasks);
  load_teams (&tasks);
  if (!remit_plan_source_check (self->source, error))
    return FALSE;
  remit_mspdi_text_start (&self->text, "Tasks");
  write_teams (&tasks);
  remit_mspdi_text_end (&self->text, "Tasks");
  return TRUE;
}
