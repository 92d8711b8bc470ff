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
  gboolean has_number; /* the task's place in the outline was in its number */
  RemitMspdiResource resource;
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
