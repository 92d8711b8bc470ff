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
  AT_PERIOD,
};

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
static RemitMspdiField
find_field (const char *alias)
{
  static const struct {
    const char *alias;
    RemitMspdiField field;
  } fields[] = {
    { REMIT_MSPDI_ROLE, REMIT_MSPDI_FIELD_ROLE },
    { REMIT_MSPDI_DEMAND, REMIT_MSPDI_FIELD_DEMAND },
    { REMIT_MSPDI_OPTIONAL, REMIT_MSPDI_FIELD_OPTIONAL },
    { REMIT_MSPDI_OPEN_START, REMIT_MSPDI_FIELD_OPEN_START },
    { REMIT_MSPDI_OPEN_END, REMIT_MSPDI_FIELD_OPEN_END },
    { REMIT_MSPDI_TITLE, REMIT_MSPDI_FIELD_TITLE },
    { REMIT_MSPDI_LOCATION, REMIT_MSPDI_FIELD_LOCATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (alias, fields[i].alias) == 0)
      return fields[i].field;
  return remit_words_have (REMIT_WORDS ("seats", "role"), alias) ? REMIT_MSPDI_FIELD_ROLE
                                                                 : REMIT_MSPDI_FIELD_OTHER;
}

static void
read_definition (RemitMspdiParser *self,
                 const char *name,
                 const char *text)
{
  if (strcmp (name, "FieldID") == 0)
    remit_mspdi_parser_read_integer (self, text, &self->field);
  else if (strcmp (name, "Alias") == 0 && find_field (text) != REMIT_MSPDI_FIELD_OTHER)
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

RemitMspdiField
remit_mspdi_parser_end_custom (RemitMspdiParser *self)
{
  gpointer found = g_hash_table_lookup (self->fields, &self->field);
  RemitMspdiField field = (RemitMspdiField) GPOINTER_TO_UINT (found);

  self->project->counts[REMIT_MSPDI_FIELDS] +=
    field == REMIT_MSPDI_FIELD_OTHER && *self->value != '\0';
  return field;
}

/* ── Elements ─────────────────────────────────────────────────────────────────────────────── */

/* What is read of each section. */
static const struct {
  const char *section;
  const char *entity;
  void (*start) (RemitMspdiParser *self, guint line);
  void (*read) (RemitMspdiParser *self, const char *name, const char *text);
} entities[] = {
  { "Tasks", "Task", remit_mspdi_task_start, remit_mspdi_task_read },
  { "Resources", "Resource", remit_mspdi_resource_start, remit_mspdi_resource_read },
  { "Assignments", "Assignment", remit_mspdi_assignment_start, remit_mspdi_assignment_read },
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
is_period (const RemitMspdiPath *path)
{
  return path->depth >= AT_CUSTOM && strcmp (path->names[AT_SECTION - 1], "Resources") == 0
         && strcmp (path->names[AT_CUSTOM - 1], "AvailabilityPeriod") == 0;
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
  else if (path->depth == AT_CUSTOM && is_period (path))
    remit_mspdi_period_start (self);
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

  if (entities[entity].read == remit_mspdi_task_read)
    g_array_append_val (project->tasks, self->task);
  else if (entities[entity].read == remit_mspdi_resource_read)
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
  else if (path->depth == AT_PERIOD && is_period (path))
    remit_mspdi_period_read (self, name, text);
  else if (path->depth == AT_CUSTOM && is_period (path))
    remit_mspdi_period_end (self);
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
