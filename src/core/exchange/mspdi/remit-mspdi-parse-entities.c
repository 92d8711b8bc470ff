/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading tasks, resources and assignments, an element at a time. */
#include <string.h>

#include "remit-mspdi-format.h"
#include "remit-mspdi-parser-private.h"
#include "remit-mspdi-value.h"

/* ── Tasks ────────────────────────────────────────────────────────────────────────────────── */

/* 1.2.3 is on the third level. */
static int
count_level (const char *number)
{
  int level = 0;

  if (strcmp (number, "0") == 0)
    return 0;
  for (const char *p = number; *p != '\0'; p++)
    level += *p != '.' && (p == number || p[-1] == '.');
  return MIN (level, G_MAXUINT16);
}

void
remit_mspdi_task_start (RemitMspdiParser *self,
                        guint line)
{
  self->task = (RemitMspdiTask){ .uid = REMIT_MSPDI_NO_UID, .line = line, .level = -1,
                                 .name = "", .notes = "", .role = "", .demand = -1 };
}

static void
read_level (RemitMspdiParser *self,
            const char *text)
{
  gint64 level = -1;

  remit_mspdi_parser_read_integer (self, text, &level);
  if (level >= 0)
    self->task.level = (int) MIN (level, G_MAXUINT16);
}

static void
end_task_custom (RemitMspdiParser *self)
{
  RemitMspdiTask *task = &self->task;
  RemitMspdiField field = remit_mspdi_parser_end_custom (self);

  if (field == REMIT_MSPDI_FIELD_ROLE)
    task->role = self->value;
  else if (field == REMIT_MSPDI_FIELD_DEMAND)
    remit_mspdi_parser_read_integer (self, self->value, &task->demand);
  else if (field == REMIT_MSPDI_FIELD_OPTIONAL)
    task->is_optional = remit_mspdi_value_is_true (self->value);
  else if (field == REMIT_MSPDI_FIELD_OPEN_START)
    task->is_open_start = remit_mspdi_value_is_true (self->value);
  else if (field == REMIT_MSPDI_FIELD_OPEN_END)
    task->is_open_end = remit_mspdi_value_is_true (self->value);
}

/* Counts the properties of a task that a slot has no field for. */
static void
count_lost (RemitMspdiParser *self,
            const char *name,
            const char *text)
{
  guint *counts = self->project->counts;
  gint64 day;

  if (strcmp (name, "PredecessorLink") == 0)
    counts[REMIT_MSPDI_LINKS]++;
  else if (strcmp (name, "PercentComplete") == 0)
    counts[REMIT_MSPDI_PROGRESS] += remit_mspdi_value_is_something (text);
  else if (strcmp (name, "Cost") == 0)
    counts[REMIT_MSPDI_COSTS] += remit_mspdi_value_is_something (text);
  else if (strcmp (name, "Deadline") == 0)
    counts[REMIT_MSPDI_DEADLINES] += remit_mspdi_value_read_day (text, FALSE, &day) && day != 0;
  else if (strcmp (name, "Active") == 0)
    counts[REMIT_MSPDI_INACTIVE] += *text != '\0' && !remit_mspdi_value_is_true (text);
}

void
remit_mspdi_task_read (RemitMspdiParser *self,
                       const char *name,
                       const char *text)
{
  RemitMspdiTask *task = &self->task;

  if (strcmp (name, "UID") == 0)
    remit_mspdi_parser_read_integer (self, text, &task->uid);
  else if (strcmp (name, "Name") == 0)
    task->name = remit_mspdi_parser_keep (self, text);
  else if (strcmp (name, "IsNull") == 0)
    task->is_null = remit_mspdi_value_is_true (text);
  else if (strcmp (name, "OutlineLevel") == 0)
    read_level (self, text);
  else if (strcmp (name, "OutlineNumber") == 0 && task->level < 0 && *text != '\0')
    task->level = count_level (text);
  else if (strcmp (name, "Start") == 0)
    remit_mspdi_parser_read_day (self, text, FALSE, &task->from);
  else if (strcmp (name, "Finish") == 0)
    remit_mspdi_parser_read_day (self, text, TRUE, &task->until);
  else if (strcmp (name, "Milestone") == 0)
    task->is_milestone = remit_mspdi_value_is_true (text);
  else if (strcmp (name, "Summary") == 0)
    task->is_summary = remit_mspdi_value_is_true (text);
  else if (strcmp (name, "Notes") == 0)
    task->notes = remit_mspdi_parser_keep (self, text);
  else if (strcmp (name, "ExtendedAttribute") == 0)
    end_task_custom (self);
  else
    count_lost (self, name, text);
}

/* ── Resources ────────────────────────────────────────────────────────────────────────────── */

void
remit_mspdi_resource_start (RemitMspdiParser *self,
                            guint line)
{
  self->resource = (RemitMspdiResource){ .uid = REMIT_MSPDI_NO_UID, .line = line,
                                         .type = REMIT_MSPDI_WORK, .name = "", .email = "",
                                         .code = "", .group = "", .title = "", .location = "",
                                         .notes = "", .max_units = -1,
                                         .calendar = REMIT_MSPDI_NO_UID };
  self->n_periods = 0;
}

static void
end_resource_custom (RemitMspdiParser *self)
{
  RemitMspdiField field = remit_mspdi_parser_end_custom (self);

  if (field == REMIT_MSPDI_FIELD_TITLE)
    self->resource.title = self->value;
  else if (field == REMIT_MSPDI_FIELD_LOCATION)
    self->resource.location = self->value;
  else if (field == REMIT_MSPDI_FIELD_ROLE && *self->resource.title == '\0')
    self->resource.title = self->value;
}

static gboolean
read_resource_text (RemitMspdiParser *self,
                    const char *name,
                    const char *text)
{
  RemitMspdiResource *resource = &self->resource;
  const struct {
    const char *name;
    const char **value;
  } texts[] = {
    { "Name", &resource->name },          { "Code", &resource->code },
    { "Group", &resource->group },        { "EmailAddress", &resource->email },
    { "Notes", &resource->notes },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (name, texts[i].name) == 0)
      {
        *texts[i].value = remit_mspdi_parser_keep (self, text);
        return TRUE;
      }
  return FALSE;
}

static void
read_resource_type (RemitMspdiParser *self,
                    const char *text)
{
  gint64 type = REMIT_MSPDI_WORK;

  remit_mspdi_parser_read_integer (self, text, &type);
  if (self->resource.type != REMIT_MSPDI_COST)
    self->resource.type = type == REMIT_MSPDI_MATERIAL || type == REMIT_MSPDI_COST
                            ? (RemitMspdiResourceType) type
                            : REMIT_MSPDI_WORK;
}

void
remit_mspdi_resource_read (RemitMspdiParser *self,
                           const char *name,
                           const char *text)
{
  RemitMspdiResource *resource = &self->resource;

  if (read_resource_text (self, name, text))
    return;
  if (strcmp (name, "UID") == 0)
    remit_mspdi_parser_read_integer (self, text, &resource->uid);
  else if (strcmp (name, "Type") == 0)
    read_resource_type (self, text);
  else if (strcmp (name, "IsNull") == 0)
    resource->is_null = remit_mspdi_value_is_true (text);
  else if (strcmp (name, "MaxUnits") == 0)
    remit_mspdi_parser_read_percent (self, text, &resource->max_units);
  else if (strcmp (name, "AvailableFrom") == 0)
    remit_mspdi_parser_read_day (self, text, FALSE, &resource->from);
  else if (strcmp (name, "AvailableTo") == 0)
    remit_mspdi_parser_read_day (self, text, TRUE, &resource->until);
  else if (strcmp (name, "CalendarUID") == 0)
    remit_mspdi_parser_read_integer (self, text, &resource->calendar);
  else if (strcmp (name, "IsGeneric") == 0)
    resource->is_generic = remit_mspdi_value_is_true (text);
  else if (strcmp (name, "IsCostResource") == 0 && remit_mspdi_value_is_true (text))
    resource->type = REMIT_MSPDI_COST;
  else if (strcmp (name, "ExtendedAttribute") == 0)
    end_resource_custom (self);
}

void
remit_mspdi_period_start (RemitMspdiParser *self)
{
  self->period_from = self->period_until = 0;
}

void
remit_mspdi_period_read (RemitMspdiParser *self,
                         const char *name,
                         const char *text)
{
  if (strcmp (name, "AvailableFrom") == 0)
    remit_mspdi_parser_read_day (self, text, FALSE, &self->period_from);
  else if (strcmp (name, "AvailableTo") == 0)
    remit_mspdi_parser_read_day (self, text, TRUE, &self->period_until);
}

/* Without periods, a resource has one; with them, what it says itself is one of these. */
void
remit_mspdi_period_end (RemitMspdiParser *self)
{
  RemitMspdiResource *resource = &self->resource;
  gboolean is_first = self->n_periods++ == 0;

  if (is_first || self->period_from == 0 || resource->from > self->period_from)
    resource->from = is_first || resource->from != 0 ? self->period_from : 0;
  if (is_first || self->period_until == 0
      || (resource->until != 0 && resource->until < self->period_until))
    resource->until = is_first || resource->until != 0 ? self->period_until : 0;
  self->project->counts[REMIT_MSPDI_PERIODS] += self->n_periods == 2;
}

/* ── Assignments ──────────────────────────────────────────────────────────────────────────── */

void
remit_mspdi_assignment_start (RemitMspdiParser *self,
                              guint line)
{
  self->assignment = (RemitMspdiAssignment){ .task = REMIT_MSPDI_NO_UID,
                                             .resource = REMIT_MSPDI_NOBODY, .line = line,
                                             .units = -1 };
}

static int
read_assignment_day (RemitMspdiParser *self,
                     const char *text,
                     gboolean is_end)
{
  gint64 day = 0;

  remit_mspdi_parser_read_day (self, text, is_end, &day);
  return (int) day;
}

static int
read_units (RemitMspdiParser *self,
            const char *text)
{
  gint64 units = -1;

  remit_mspdi_parser_read_percent (self, text, &units);
  return (int) units;
}

static void
end_assignment_custom (RemitMspdiParser *self)
{
  RemitMspdiField field = remit_mspdi_parser_end_custom (self);

  if (field == REMIT_MSPDI_FIELD_OPEN_START)
    self->assignment.is_open_start = remit_mspdi_value_is_true (self->value);
  else if (field == REMIT_MSPDI_FIELD_OPEN_END)
    self->assignment.is_open_end = remit_mspdi_value_is_true (self->value);
}

void
remit_mspdi_assignment_read (RemitMspdiParser *self,
                             const char *name,
                             const char *text)
{
  RemitMspdiAssignment *assignment = &self->assignment;

  if (strcmp (name, "TaskUID") == 0)
    remit_mspdi_parser_read_integer (self, text, &assignment->task);
  else if (strcmp (name, "ResourceUID") == 0)
    remit_mspdi_parser_read_integer (self, text, &assignment->resource);
  else if (strcmp (name, "Units") == 0)
    assignment->units = read_units (self, text);
  else if (strcmp (name, "Start") == 0)
    assignment->from = read_assignment_day (self, text, FALSE);
  else if (strcmp (name, "Finish") == 0)
    assignment->until = read_assignment_day (self, text, TRUE);
  else if (strcmp (name, "WorkContour") == 0)
    self->project->counts[REMIT_MSPDI_CONTOURS] += remit_mspdi_value_is_something (text);
  else if (strcmp (name, "BookingType") == 0)
    assignment->is_proposed = remit_mspdi_value_is_true (text);
  else if (strcmp (name, "ExtendedAttribute") == 0)
    end_assignment_custom (self);
}
