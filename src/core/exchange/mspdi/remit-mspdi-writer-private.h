/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the writer share. */
#pragma once

#include "exchange/remit-exporter.h"
#include "exchange/remit-plan-source.h"
#include "remit-mspdi-hours.h"
#include "remit-mspdi-text.h"

/**
 * RemitMspdiWriter:
 * @first: the first day of the project
 * @last: its last day, on which what has no end ends
 * @resources: the number of each person, by id
 * @slots: (element-type RemitMspdiSlot): those that were written as tasks, in their order
 * @n_rows: about how many rows there are
 */
typedef struct {
  const RemitExport *export;
  RemitPlanSource *source;
  RemitMspdiText text;
  RemitMspdiHours hours;
  gint64 first;
  gint64 last;
  GHashTable *resources;
  GArray *slots;
  gint64 n_rows;
  gint64 n_written;
} RemitMspdiWriter;

/** A slot that is a task. */
typedef struct {
  gint64 id;
  gint64 from;
  gint64 until;
  gint64 demand;
  int uid;
} RemitMspdiSlot;

/** The calendar of the project. */
#define REMIT_MSPDI_BASE_CALENDAR 1

/** Returns: whether to go on; counts a row for the progress */
gboolean remit_mspdi_writer_step (RemitMspdiWriter *self);

/** Writes the calendar of the project, and that of each person. */
void remit_mspdi_write_calendars (RemitMspdiWriter *self);
/** Writes teams and slots. */
gboolean remit_mspdi_write_tasks (RemitMspdiWriter *self,
                                  GError **error);
