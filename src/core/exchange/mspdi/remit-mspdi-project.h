/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file in MSPDI says, as far as Remit has a place for it. */
#pragma once

#include "exchange/remit-exchange.h"

/** What has no number, or one that cannot be read. */
#define REMIT_MSPDI_NO_UID G_MININT64

/** Days on which a calendar has no working time; @name may be empty. */
typedef struct {
  gint64 from;
  gint64 until;
  const char *name;
} RemitMspdiPause;

/**
 * RemitMspdiCalendar:
 * @base: the calendar that it is based on, or %REMIT_MSPDI_NO_UID
 * @pauses: (element-type RemitMspdiPause)
 */
typedef struct {
  gint64 uid;
  gint64 base;
  gboolean is_base;
  GArray *pauses;
} RemitMspdiCalendar;

/**
 * RemitMspdiTask:
 * @level: in the outline, from 1; 0 is the project; -1 when nothing says so
 * @demand: percent, or -1
 */
typedef struct {
  gint64 uid;
  guint line;
  int level;
  const char *name;
  const char *notes;
  const char *role;
  gint64 from;
  gint64 until;
  gint64 demand;
  gboolean is_null;
  gboolean is_summary;
  gboolean is_milestone;
  gboolean is_optional;
  gboolean is_open_start;
  gboolean is_open_end;
} RemitMspdiTask;

typedef enum {
  REMIT_MSPDI_MATERIAL,
  REMIT_MSPDI_WORK,
  REMIT_MSPDI_COST,
} RemitMspdiResourceType;

/** @max_units: percent, or -1 */
typedef struct {
  gint64 uid;
  guint line;
  RemitMspdiResourceType type;
  gboolean is_null;
  gboolean is_generic;
  const char *name;
  const char *email;
  const char *code;
  const char *group;
  const char *title;
  const char *location;
  const char *notes;
  gint64 max_units;
  gint64 calendar;
  gint64 from;
  gint64 until;
} RemitMspdiResource;

/** @units: percent, or -1 */
typedef struct {
  gint64 task;
  gint64 resource;
  guint line;
  int units;
  int from;
  int until;
  guint is_proposed : 1;
  guint is_open_start : 1;
  guint is_open_end : 1;
} RemitMspdiAssignment;

/** What the file has and Remit has no place for, or what cannot be read: how many of each. */
typedef enum {
  REMIT_MSPDI_LINKS,
  REMIT_MSPDI_BASELINES,
  REMIT_MSPDI_PROGRESS,
  REMIT_MSPDI_DEADLINES,
  REMIT_MSPDI_COSTS,
  REMIT_MSPDI_CONTOURS,
  REMIT_MSPDI_INACTIVE,
  REMIT_MSPDI_PERIODS,
  REMIT_MSPDI_FIELDS,
  REMIT_MSPDI_WORK_WEEKS,
  REMIT_MSPDI_WORKING_EXCEPTIONS,
  REMIT_MSPDI_BAD_EXCEPTIONS,
  REMIT_MSPDI_BAD_DAYS,
  REMIT_MSPDI_BAD_NUMBERS,
  REMIT_MSPDI_N_COUNTS
} RemitMspdiCount;

/**
 * RemitMspdiProject:
 * @title: (nullable)
 * @calendar: that of the project, or %REMIT_MSPDI_NO_UID
 * @calendars: (element-type RemitMspdiCalendar)
 * @tasks: (element-type RemitMspdiTask)
 * @resources: (element-type RemitMspdiResource)
 * @assignments: (element-type RemitMspdiAssignment)
 */
typedef struct {
  GStringChunk *texts;
  const char *title;
  gint64 calendar;
  GArray *calendars;
  GArray *tasks;
  GArray *resources;
  GArray *assignments;
  guint counts[REMIT_MSPDI_N_COUNTS];
} RemitMspdiProject;

/**
 * remit_mspdi_project_read:
 *
 * Errors: those of remit_mspdi_stream_read(); %REMIT_EXCHANGE_ERROR_REFUSED: the sections are not
 *   in their order, or there are none
 *
 * Returns: (transfer full) (nullable)
 */
RemitMspdiProject *remit_mspdi_project_read (const char *path,
                                             const RemitImportOptions *options,
                                             GError **error);
void remit_mspdi_project_free (RemitMspdiProject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMspdiProject, remit_mspdi_project_free)
