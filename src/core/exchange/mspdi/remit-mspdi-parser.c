/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a file in MSPDI into what it says. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-words.h"
#include "remit-mspdi-format.h"
#include "remit-mspdi-parser-private.h"
#include "remit-mspdi-value.h"

enum {
  AT_SECTION = 2,
  AT_ENTITY,
  AT_FIELD,
  AT_CUSTOM,
};

/* Our custom fields. */
typedef enum {
  FIELD_OTHER,
  FIELD_ROLE,
  FIELD_DEMAND,
  FIELD_OPTIONAL,
  FIELD_OPEN_START,
  FIELD_OPEN_END,
  FIELD_TITLE,
  FIELD_LOCATION,
} Field;

/* Sections stand in this order; what is in them refers to what came before. */
static const char *const sections[] = { "Calendars", "Tasks", "Resources", "Assignments" };

const char *
remit_mspdi_parser_keep (RemitMspdiParser *self,
                         const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text != '\0' ? g_string_chunk_insert (self->project->texts, text) : "";
}

void
remit_mspdi_parser_read_integer (RemitMspdiParser *self,
                                 const char *text,
                                 gint64 *value)
{
  gint64 number;

  if (remit_mspdi_value_read_integer (text, &number))
    *value = number;
  else if (*text != '\0')
    self->project->counts[REMIT_MSPDI_BAD_NUMBERS]++;
}

void
remit_mspdi_parser_read_percent (RemitMspdiParser *self,
                                 const char *text,
                                 gint64 *percent)
{
  gint64 number;

  if (remit_mspdi_value_read_percent (text, &number))
    *percent = number;
  else if (*text != '\0')
    self->project->counts[REMIT_MSPDI_BAD_NUMBERS]++;
}

void
remit_mspdi_parser_read_day (RemitMspdiParser *self,
                             const char *text,
                             gboolean is_end,
                             gint64 *day)
{
  gint64 number;

  if (remit_mspdi_value_read_day (text, is_end, &number))
    *day = number;
  else
    self->project->counts[REMIT_MSPDI_BAD_DAYS]++;
}

/* ── Custom fields ────────────────────────────────────────────────────────────────────────── */

/* A field that others have made for it is one of roles, too. */
static Field
find_field (const char *alias)
{
  static const struct {
    const char *alias;
    Field field;
  } fields[] = {
    { REMIT_MSPDI_ROLE, FIELD_ROLE },
    { REMIT_MSPDI_DEMAND, FIELD_DEMAND },
    { REMIT_MSPDI_OPTIONAL, FIELD_OPTIONAL },
    { REMIT_MSPDI_OPEN_START, FIELD_OPEN_START },
    { REMIT_MSPDI_OPEN_END, FIELD_OPEN_END },
    { REMIT_MSPDI_TITLE, FIELD_TITLE },
    { REMIT_MSPDI_LOCATION, FIELD_LOCATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (alias, fields[i].alias) == 0)
      return fields[i].field;
  return remit_words_have (REMIT_WORDS ("seats", "role"), alias) ? FIELD_ROLE : FIELD_OTHER;
}

static void
read_definition (RemitMspdiParser *self,
                 const char *name,
                 const char *text)
{
  if (strcmp (name, "FieldID") == 0)
    remit_mspdi_parser_read_integer (self, text, &self->field);
  else if (strcmp (name, "Alias") == 0 && find_field (text) != FIELD_OTHER)
    g_hash_table_insert (self->fields, g_memdup2 (&self->field, sizeof self->field),
                         GUINT_TO_POINTER (find_field (text)));
}

static void
read_custom (RemitMspdiParser *self,
             const char *name,
             const char *text)
{
  if (strcmp (name, "FieldID") == 0)
    remit_mspdi_parser_read_integer (self, text, &self->field);
  else if (strcmp (name, "Value") == 0)
    self->value = remit_mspdi_parser_keep (self, text);
}

/* Returns: what the custom field that ends is */
static Field
end_custom (RemitMspdiParser *self)
{
  Field field = GPOINTER_TO_UINT (g_hash_table_lookup (self->fields, &self->field));

  self->project->counts[REMIT_MSPDI_FIELDS] += field == FIELD_OTHER && *self->value != '\0';
  return field;
}

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

static void
start_task (RemitMspdiParser *self,
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
  Field field = end_custom (self);

  if (field == FIELD_ROLE)
    task->role = self->value;
  else if (field == FIELD_DEMAND)
    remit_mspdi_parser_read_integer (self, self->value, &task->demand);
  else if (field == FIELD_OPTIONAL)
    task->is_optional = remit_mspdi_value_is_true (self->value);
  else if (field == FIELD_OPEN_START)
    task->is_open_start = remit_mspdi_value_is_true (self->value);
  else if (field == FIELD_OPEN_END)
    task->is_open_end = remit_mspdi_value_is_true (self->value);
}

/* What has no place in a slot. */
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

static void
read_task (RemitMspdiParser *self,
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

static void
start_resource (RemitMspdiParser *self,
                guint line)
{
  self->resource = (RemitMspdiResource){ .uid = REMIT_MSPDI_NO_UID, .line = line,
                                         .type = REMIT_MSPDI_WORK, .name = "", .email = "",
                                         .code = "", .group = "", .title = "", .location = "",
                                         .notes = "", .max_units = -1,
                                         .calendar = REMIT_MSPDI_NO_UID };
}

static void
end_resource_custom (RemitMspdiParser *self)
{
  Field field = end_custom (self);

  if (field == FIELD_TITLE)
    self->resource.title = self->value;
  else if (field == FIELD_LOCATION)
    self->resource.location = self->value;
  else if (field == FIELD_ROLE && *self->resource.title == '\0')
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

static void
read_resource (RemitMspdiParser *self,
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

/* ── Assignments ──────────────────────────────────────────────────────────────────────────── */

static void
start_assignment (RemitMspdiParser *self,
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
  Field field = end_custom (self);

  if (field == FIELD_OPEN_START)
    self->assignment.is_open_start = remit_mspdi_value_is_true (self->value);
  else if (field == FIELD_OPEN_END)
    self->assignment.is_open_end = remit_mspdi_value_is_true (self->value);
}

static void
read_assignment (RemitMspdiParser *self,
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

/* ── Elements ─────────────────────────────────────────────────────────────────────────────── */

/* What is read of each section. */
static const struct {
  const char *section;
  const char *entity;
  void (*start) (RemitMspdiParser *self, guint line);
  void (*read) (RemitMspdiParser *self, const char *name, const char *text);
} entities[] = {
  { "Tasks", "Task", start_task, read_task },
  { "Resources", "Resource", start_resource, read_resource },
  { "Assignments", "Assignment", start_assignment, read_assignment },
};

static int
find_entity (const RemitMspdiPath *path)
{
  for (guint i = 0; path->depth >= AT_ENTITY && i < G_N_ELEMENTS (entities); i++)
    if (strcmp (path->names[AT_SECTION - 1], entities[i].section) == 0
        && strcmp (path->names[AT_ENTITY - 1], entities[i].entity) == 0)
      return (int) i;
  return -1;
}

static gboolean
is_in_calendar (const RemitMspdiPath *path)
{
  return path->depth >= AT_ENTITY && strcmp (path->names[AT_SECTION - 1], "Calendars") == 0
         && strcmp (path->names[AT_ENTITY - 1], "Calendar") == 0;
}

static gboolean
start_section (RemitMspdiParser *self,
               const char *name,
               GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (strcmp (name, sections[i]) == 0)
      {
        if (i + 1 <= self->section)
          return remit_exchange_refuse (error,
                                        /* Translators: the names of two XML elements */
                                        _ ("<%s> comes after <%s>; the format has them the other "
                                           "way round, and each of them once"),
                                        name, sections[self->section - 1]);
        self->section = i + 1;
      }
  return TRUE;
}

static gboolean
on_start (gpointer data,
          const RemitMspdiPath *path,
          GError **error)
{
  RemitMspdiParser *self = data;
  const char *name = path->names[path->depth - 1];
  int entity = find_entity (path);

  if (path->depth == AT_SECTION)
    return start_section (self, name, error);
  if (is_in_calendar (path))
    remit_mspdi_calendar_start (self, path);
  else if (entity >= 0 && path->depth == AT_ENTITY)
    entities[entity].start (self, path->line);
  if (path->depth == AT_ENTITY || (entity >= 0 && path->depth == AT_FIELD))
    {
      self->field = 0;
      self->value = "";
    }
  return TRUE;
}

static void
end_entity (RemitMspdiParser *self,
            int entity)
{
  RemitMspdiProject *project = self->project;

  if (entities[entity].read == read_task)
    g_array_append_val (project->tasks, self->task);
  else if (entities[entity].read == read_resource)
    g_array_append_val (project->resources, self->resource);
  else
    g_array_append_val (project->assignments, self->assignment);
}

static void
read_head (RemitMspdiParser *self,
           const char *name,
           const char *text)
{
  if (strcmp (name, "Title") == 0)
    self->project->title = remit_mspdi_parser_keep (self, text);
  else if (strcmp (name, "CalendarUID") == 0)
    remit_mspdi_parser_read_integer (self, text, &self->project->calendar);
}

static gboolean
on_end (gpointer data,
        const RemitMspdiPath *path,
        const char *text,
        GError **error G_GNUC_UNUSED)
{
  RemitMspdiParser *self = data;
  const char *name = path->names[path->depth - 1];
  int entity = find_entity (path);

  if (path->depth == AT_SECTION)
    read_head (self, name, text);
  else if (is_in_calendar (path))
    remit_mspdi_calendar_end (self, path, text);
  else if (path->depth == AT_FIELD
           && strcmp (path->names[AT_SECTION - 1], "ExtendedAttributes") == 0)
    read_definition (self, name, text);
  else if (entity >= 0 && path->depth == AT_ENTITY)
    end_entity (self, entity);
  else if (entity >= 0 && path->depth == AT_FIELD)
    {
      entities[entity].read (self, name, text);
      self->project->counts[REMIT_MSPDI_BASELINES] += strcmp (name, "Baseline") == 0;
    }
  else if (entity >= 0 && path->depth == AT_CUSTOM
           && strcmp (path->names[AT_FIELD - 1], "ExtendedAttribute") == 0)
    read_custom (self, name, text);
  return TRUE;
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static void
calendar_clear (gpointer data)
{
  g_clear_pointer (&((RemitMspdiCalendar *) data)->pauses, g_array_unref);
}

static RemitMspdiProject *
project_new (void)
{
  RemitMspdiProject *self = g_new0 (RemitMspdiProject, 1);

  self->texts = g_string_chunk_new (64 * 1024);
  self->title = "";
  self->calendar = REMIT_MSPDI_NO_UID;
  self->calendars = g_array_new (FALSE, FALSE, sizeof (RemitMspdiCalendar));
  g_array_set_clear_func (self->calendars, calendar_clear);
  self->tasks = g_array_new (FALSE, FALSE, sizeof (RemitMspdiTask));
  self->resources = g_array_new (FALSE, FALSE, sizeof (RemitMspdiResource));
  self->assignments = g_array_new (FALSE, FALSE, sizeof (RemitMspdiAssignment));
  return self;
}

void
remit_mspdi_project_free (RemitMspdiProject *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->texts);
  g_array_unref (self->calendars);
  g_array_unref (self->tasks);
  g_array_unref (self->resources);
  g_array_unref (self->assignments);
  g_free (self);
}

static gboolean
check_sections (const RemitMspdiParser *self,
                GError **error)
{
  return self->section > 0
         || remit_exchange_refuse (error, _ ("The project has no calendars, tasks, resources or "
                                             "assignments"));
}

RemitMspdiProject *
remit_mspdi_project_read (const char *path,
                          const RemitImportOptions *options,
                          GError **error)
{
  static const RemitMspdiHandler handler = { on_start, on_end };
  g_autoptr (RemitMspdiProject) project = project_new ();
  RemitMspdiParser self = { .project = project, .value = "" };
  gboolean done;

  self.fields = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.old_pauses = g_array_new (FALSE, FALSE, sizeof (RemitMspdiPause));
  done = remit_mspdi_stream_read (path, &handler, &self, options, error)
         && check_sections (&self, error);
  g_hash_table_unref (self.fields);
  g_array_unref (self.old_pauses);
  calendar_clear (&self.calendar);
  return done ? g_steal_pointer (&project) : NULL;
}
