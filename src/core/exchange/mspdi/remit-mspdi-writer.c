/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a plan as MSPDI, the XML of Microsoft Project. */
#include "remit-mspdi-writer.h"

#include "model/remit-day.h"
#include "remit-mspdi-format.h"
#include "remit-mspdi-writer-private.h"

#define STEP 512
#define DAYS_OF_YEAR 365
#define WORK_RESOURCE 1
#define PROPOSED 1

gboolean
remit_mspdi_writer_step (RemitMspdiWriter *self)
{
  self->n_written++;
  if (self->n_written % STEP == 0)
    remit_export_step (self->export,
                       0.5 * (double) self->n_written / (double) MAX (1, self->n_rows));
  return !self->text.failed;
}

/* ── The project ──────────────────────────────────────────────────────────────────────────── */

#define SELECT_DAY(FUNCTION)                                                                      \
  "SELECT julianday (" FUNCTION " (d)) - 1721424.5 FROM ("                                         \
  "SELECT \"from\" AS d FROM slot WHERE plan = ?1 AND \"from\" IS NOT NULL"                        \
  " UNION ALL SELECT \"until\" FROM slot WHERE plan = ?1 AND \"until\" IS NOT NULL"                \
  " UNION ALL SELECT \"from\" FROM assignment WHERE plan = ?1 AND \"from\" IS NOT NULL"            \
  " UNION ALL SELECT \"until\" FROM assignment WHERE plan = ?1 AND \"until\" IS NOT NULL)"

/* What has no first day begins with the first that anything has; what has no last one ends with the
 * last, but not before a year has passed. */
static gboolean
find_days (RemitMspdiWriter *self,
           GError **error)
{
  RemitStore *store = self->export->store;
  g_autoptr (GError) local_error = NULL;

  self->first = remit_store_query_integer (store, SELECT_DAY ("min"), self->export->plan, 0,
                                           &local_error);
  if (local_error == NULL)
    self->last = remit_store_query_integer (store, SELECT_DAY ("max"), self->export->plan, 0,
                                            &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (self->first <= 0)
    self->first = remit_day_today ();
  self->last = MIN (MAX (self->last, self->first + DAYS_OF_YEAR - 1), REMIT_DAY_MAX);
  return TRUE;
}

static void
write_head (RemitMspdiWriter *self)
{
  RemitMspdiText *text = &self->text;
  const RemitMspdiHours *hours = &self->hours;
  gint64 minutes = hours->until - hours->from;
  guint n_days = 0;

  for (guint i = 0; i < 7; i++)
    n_days += remit_mspdi_hours_has_weekday (hours, i);
  remit_mspdi_text_add_integer (text, "SaveVersion", 12);
  remit_mspdi_text_add (text, "Title", remit_record_get_text (
                                         remit_plan_source_get_plan (self->source),
                                         REMIT_PLAN_NAME));
  remit_mspdi_text_add_integer (text, "ScheduleFromStart", 1);
  remit_mspdi_text_add_moment (text, "StartDate", self->first, hours->from);
  remit_mspdi_text_add_moment (text, "FinishDate", self->last, hours->until);
  remit_mspdi_text_add_integer (text, "FYStartDate", 1);
  remit_mspdi_text_add_integer (text, "CurrencyDigits", 2);
  remit_mspdi_text_add (text, "CurrencySymbol", "€");
  remit_mspdi_text_add (text, "CurrencyCode", "EUR");
  remit_mspdi_text_add_integer (text, "CurrencySymbolPosition", 3);
  remit_mspdi_text_add_integer (text, "CalendarUID", REMIT_MSPDI_BASE_CALENDAR);
  remit_mspdi_text_add_time (text, "DefaultStartTime", hours->from);
  remit_mspdi_text_add_time (text, "DefaultFinishTime", hours->until);
  remit_mspdi_text_add_integer (text, "MinutesPerDay", minutes);
  remit_mspdi_text_add_integer (text, "MinutesPerWeek", minutes * n_days);
  remit_mspdi_text_add_integer (text, "DaysPerMonth", 20);
  remit_mspdi_text_add_integer (text, "DefaultTaskType", 1);
  remit_mspdi_text_add_integer (text, "DurationFormat", 7);
  remit_mspdi_text_add_integer (text, "WorkFormat", 2);
  remit_mspdi_text_add_integer (text, "WeekStartDay", 1);
}

static void
write_fields (RemitMspdiWriter *self)
{
  static const struct {
    guint id;
    const char *name;
    const char *alias;
  } fields[] = {
    { REMIT_MSPDI_TASK_TEXT1, "Text1", REMIT_MSPDI_ROLE },
    { REMIT_MSPDI_TASK_FLAG1, "Flag1", REMIT_MSPDI_OPEN_START },
    { REMIT_MSPDI_TASK_FLAG2, "Flag2", REMIT_MSPDI_OPEN_END },
    { REMIT_MSPDI_TASK_FLAG3, "Flag3", REMIT_MSPDI_OPTIONAL },
    { REMIT_MSPDI_TASK_NUMBER1, "Number1", REMIT_MSPDI_DEMAND },
    { REMIT_MSPDI_RESOURCE_TEXT1, "Text1", REMIT_MSPDI_TITLE },
    { REMIT_MSPDI_RESOURCE_TEXT2, "Text2", REMIT_MSPDI_LOCATION },
    { REMIT_MSPDI_ASSIGNMENT_FLAG1, "Flag1", REMIT_MSPDI_OPEN_START },
    { REMIT_MSPDI_ASSIGNMENT_FLAG2, "Flag2", REMIT_MSPDI_OPEN_END },
  };

  remit_mspdi_text_start (&self->text, "ExtendedAttributes");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      remit_mspdi_text_start (&self->text, "ExtendedAttribute");
      remit_mspdi_text_add_integer (&self->text, "FieldID", fields[i].id);
      remit_mspdi_text_add (&self->text, "FieldName", fields[i].name);
      remit_mspdi_text_add (&self->text, "Alias", fields[i].alias);
      remit_mspdi_text_end (&self->text, "ExtendedAttribute");
    }
  remit_mspdi_text_end (&self->text, "ExtendedAttributes");
}

/* ── Resources ────────────────────────────────────────────────────────────────────────────── */

static void
write_availability (RemitMspdiWriter *self,
                    const RemitRecord *person)
{
  gint64 from = remit_record_get_integer (person, REMIT_PERSON_FROM);
  gint64 until = remit_record_get_integer (person, REMIT_PERSON_UNTIL);

  if (from != 0)
    remit_mspdi_text_add_moment (&self->text, "AvailableFrom", from, 0);
  if (until != 0)
    remit_mspdi_text_add_moment (&self->text, "AvailableTo", until, 24 * 60);
}

static void
write_resource (RemitMspdiWriter *self,
                const RemitRecord *person,
                int uid)
{
  RemitMspdiText *text = &self->text;

  remit_mspdi_text_start (text, "Resource");
  remit_mspdi_text_add_integer (text, "UID", uid);
  remit_mspdi_text_add_integer (text, "ID", uid);
  remit_mspdi_text_add (text, "Name", remit_record_get_text (person, REMIT_PERSON_NAME));
  remit_mspdi_text_add_integer (text, "Type", WORK_RESOURCE);
  remit_mspdi_text_add_integer (text, "IsNull", 0);
  remit_mspdi_text_add (text, "Code", remit_record_get_text (person, REMIT_PERSON_EXTERNAL_ID));
  remit_mspdi_text_add_short (text, "Group", remit_record_get_text (person, REMIT_PERSON_UNIT));
  remit_mspdi_text_add (text, "EmailAddress", remit_record_get_text (person, REMIT_PERSON_EMAIL));
  remit_mspdi_text_add_share (text, "MaxUnits",
                              remit_record_get_integer (person, REMIT_PERSON_CAPACITY));
  write_availability (self, person);
  remit_mspdi_text_add_integer (text, "CalendarUID", REMIT_MSPDI_BASE_CALENDAR + uid);
  remit_mspdi_text_add (text, "Notes", remit_record_get_text (person, REMIT_PERSON_NOTES));
  remit_mspdi_text_add_integer (text, "IsGeneric", 0);
  remit_mspdi_text_add_integer (text, "IsInactive", 0);
  remit_mspdi_text_add_custom (text, REMIT_MSPDI_RESOURCE_TEXT1,
                               remit_record_get_text (person, REMIT_PERSON_TITLE));
  remit_mspdi_text_add_custom (text, REMIT_MSPDI_RESOURCE_TEXT2,
                               remit_record_get_text (person, REMIT_PERSON_LOCATION));
  remit_mspdi_text_end (text, "Resource");
}

static void
write_resources (RemitMspdiWriter *self)
{
  const RemitRecord *person;
  int uid = 0;

  remit_mspdi_text_start (&self->text, "Resources");
  remit_plan_source_begin (self->source, REMIT_KIND_PERSON, 0);
  while (remit_mspdi_writer_step (self)
         && (person = remit_plan_source_next (self->source, REMIT_KIND_PERSON)) != NULL)
    {
      gint64 id = remit_record_get_id (person);

      write_resource (self, person, ++uid);
      g_hash_table_insert (self->resources, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (uid));
    }
  remit_mspdi_text_end (&self->text, "Resources");
}

/* ── Assignments ──────────────────────────────────────────────────────────────────────────── */

/* One of the days within the slot's, if the assignment has none; all others are as they are. */
static void
write_assignment (RemitMspdiWriter *self,
                  const RemitMspdiSlot *slot,
                  const RemitRecord *record,
                  int uid)
{
  RemitMspdiText *text = &self->text;
  gint64 person = record != NULL ? remit_record_get_integer (record, REMIT_ASSIGNMENT_PERSON) : 0;
  gint64 units = record != NULL ? remit_record_get_integer (record, REMIT_ASSIGNMENT_ALLOCATION)
                                : slot->demand;
  gint64 from = record != NULL ? remit_record_get_integer (record, REMIT_ASSIGNMENT_FROM) : 0;
  gint64 until = record != NULL ? remit_record_get_integer (record, REMIT_ASSIGNMENT_UNTIL) : 0;
  int resource = GPOINTER_TO_INT (g_hash_table_lookup (self->resources, &person));
  gint64 start = from != 0 ? from : until != 0 ? MIN (slot->from, until) : slot->from;
  gint64 finish = MAX (start, until != 0 ? until : slot->until);

  remit_mspdi_text_start (text, "Assignment");
  remit_mspdi_text_add_integer (text, "UID", uid);
  remit_mspdi_text_add_integer (text, "TaskUID", slot->uid);
  remit_mspdi_text_add_integer (text, "ResourceUID",
                                resource != 0 ? resource : REMIT_MSPDI_NOBODY);
  remit_mspdi_text_add_moment (text, "Finish", finish, self->hours.until);
  remit_mspdi_text_add_moment (text, "Start", start, self->hours.from);
  remit_mspdi_text_add_share (text, "Units", units);
  remit_mspdi_text_add_duration (text, "Work",
                                 remit_mspdi_hours_count (&self->hours, start, finish) * units
                                   / 100);
  if (record != NULL
      && remit_record_get_integer (record, REMIT_ASSIGNMENT_STATE)
           == REMIT_ASSIGNMENT_STATE_PROPOSED)
    remit_mspdi_text_add_integer (text, "BookingType", PROPOSED);
  if (record != NULL && from == 0)
    remit_mspdi_text_add_custom (text, REMIT_MSPDI_ASSIGNMENT_FLAG1, "1");
  if (record != NULL && until == 0)
    remit_mspdi_text_add_custom (text, REMIT_MSPDI_ASSIGNMENT_FLAG2, "1");
  remit_mspdi_text_end (text, "Assignment");
}

/* A vacant slot has an assignment of nobody, as Project writes it, with the slot's demand. */
static void
write_assignments (RemitMspdiWriter *self)
{
  int uid = 0;

  remit_mspdi_text_start (&self->text, "Assignments");
  for (guint i = 0; i < self->slots->len; i++)
    {
      const RemitMspdiSlot *slot = &g_array_index (self->slots, RemitMspdiSlot, i);
      const RemitRecord *record;
      int before = uid;

      remit_plan_source_begin (self->source, REMIT_KIND_ASSIGNMENT, slot->id);
      while (remit_mspdi_writer_step (self)
             && (record = remit_plan_source_next (self->source, REMIT_KIND_ASSIGNMENT)) != NULL)
        write_assignment (self, slot, record, ++uid);
      if (uid == before)
        write_assignment (self, slot, NULL, ++uid);
    }
  remit_mspdi_text_end (&self->text, "Assignments");
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_project (RemitMspdiWriter *self,
               GError **error)
{
  remit_mspdi_text_start (&self->text, "Project xmlns=\"" REMIT_MSPDI_NAMESPACE "\"");
  write_head (self);
  write_fields (self);
  remit_mspdi_write_calendars (self);
  if (!remit_mspdi_write_tasks (self, error))
    return FALSE;
  write_resources (self);
  write_assignments (self);
  remit_mspdi_text_end (&self->text, "Project");
  return remit_plan_source_check (self->source, error) && remit_mspdi_text_finish (&self->text);
}

static void
writer_clear (RemitMspdiWriter *self)
{
  g_clear_pointer (&self->source, remit_plan_source_close);
  g_clear_pointer (&self->resources, g_hash_table_unref);
  g_clear_pointer (&self->slots, g_array_unref);
  remit_mspdi_hours_clear (&self->hours);
  remit_mspdi_text_clear (&self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitMspdiWriter, writer_clear)

gboolean
remit_mspdi_write (const RemitExport *export,
                   RemitOutput *output,
                   GError **error)
{
  g_auto (RemitMspdiWriter) self = { .export = export };

  remit_mspdi_text_init (&self.text, output);
  self.resources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.slots = g_array_new (FALSE, FALSE, sizeof (RemitMspdiSlot));
  self.source = remit_plan_source_open (export->store, export->plan, export->audience, error);
  if (self.source == NULL)
    return FALSE;
  self.n_rows = export->progress != NULL ? remit_plan_source_count (self.source) : 0;
  return remit_mspdi_hours_read (&self.hours, export->store, error) && find_days (&self, error)
         && write_project (&self, error);
}
