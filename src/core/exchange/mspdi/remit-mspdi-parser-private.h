/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the parser share. */
#pragma once

#include "remit-mspdi-project.h"
#include "remit-mspdi-recurrence.h"
#include "remit-mspdi-stream.h"

/** An exception of a calendar, as far as it was read. */
typedef struct {
  RemitMspdiRecurrence recurrence;
  const char *name;
  gboolean is_day; /* a weekday, of the form that versions before 2007 have */
  gboolean is_pause;
  gboolean is_working;
  gint64 day_type;
  gboolean by_occurrences;
} RemitMspdiException;

/** Custom fields that Remit knows. */
typedef enum {
  REMIT_MSPDI_FIELD_OTHER,
  REMIT_MSPDI_FIELD_ROLE,
  REMIT_MSPDI_FIELD_DEMAND,
  REMIT_MSPDI_FIELD_OPTIONAL,
  REMIT_MSPDI_FIELD_OPEN_START,
  REMIT_MSPDI_FIELD_OPEN_END,
  REMIT_MSPDI_FIELD_TITLE,
  REMIT_MSPDI_FIELD_LOCATION,
} RemitMspdiField;

/**
 * RemitMspdiParser:
 * @section: how many sections came before, to tell their order
 * @fields: which of our custom fields a number stands for: a number of #RemitMspdiField
 * @n_days: how many days were tried for exceptions that come again
 */
typedef struct {
  RemitMspdiProject *project;
  guint section;
  GHashTable *fields;
  RemitMspdiCalendar calendar;
  GArray *old_pauses; /* of the calendar, in the form before 2007 */
  gboolean has_exceptions;
  RemitMspdiException exception;
  RemitMspdiTask task;
  RemitMspdiResource resource;
  guint n_periods; /* in which the resource is available */
  gint64 period_from;
  gint64 period_until;
  RemitMspdiAssignment assignment;
  gint64 field;       /* of the custom field that is being read, or of its definition */
  const char *value;
  guint64 n_days;
} RemitMspdiParser;

/** Returns: the text in the project's memory; empty for blanks */
const char *remit_mspdi_parser_keep (RemitMspdiParser *self,
                                     const char *text);
/** Read values; what cannot be read is counted, and then they are as they were. */
void remit_mspdi_parser_read_integer (RemitMspdiParser *self,
                                      const char *text,
                                      gint64 *value);
void remit_mspdi_parser_read_percent (RemitMspdiParser *self,
                                      const char *text,
                                      gint64 *percent);
void remit_mspdi_parser_read_day (RemitMspdiParser *self,
                                  const char *text,
                                  gboolean is_end,
                                  gint64 *day);

/** Elements within a calendar. */
void remit_mspdi_calendar_start (RemitMspdiParser *self,
                                 const RemitMspdiPath *path);
void remit_mspdi_calendar_end (RemitMspdiParser *self,
                               const RemitMspdiPath *path,
                               const char *text);

/** Returns: what the custom field is that ends, whose text is @self->value */
RemitMspdiField remit_mspdi_parser_end_custom (RemitMspdiParser *self);

/** Begin an entity, in a line of the file. */
void remit_mspdi_task_start (RemitMspdiParser *self,
                             guint line);
void remit_mspdi_resource_start (RemitMspdiParser *self,
                                 guint line);
void remit_mspdi_assignment_start (RemitMspdiParser *self,
                                   guint line);

/** Read an element that stands in it. */
void remit_mspdi_task_read (RemitMspdiParser *self,
                            const char *name,
                            const char *text);
void remit_mspdi_resource_read (RemitMspdiParser *self,
                                const char *name,
                                const char *text);
void remit_mspdi_assignment_read (RemitMspdiParser *self,
                                  const char *name,
                                  const char *text);

/** Periods in which a resource is available. */
void remit_mspdi_period_start (RemitMspdiParser *self);
void remit_mspdi_period_read (RemitMspdiParser *self,
                              const char *name,
                              const char *text);
void remit_mspdi_period_end (RemitMspdiParser *self);
