/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of a form that shows a log as a timeline, whose entries can be taken back. */
#pragma once

#include "remit-list-section.h"
#include "widgets/rows/remit-log-row.h"

#define REMIT_TYPE_TIMELINE (remit_timeline_get_type ())
G_DECLARE_DERIVABLE_TYPE (RemitTimeline, remit_timeline, REMIT, TIMELINE, RemitListSection)

/**
 * RemitTimelineClass:
 * @newest_first: the order of entries
 * @dup_heading: returns what an entry is, in a word or two
 * @fill_row: adds to the row what the entry has beside its text
 * @can_take_back: whether an entry that stands may be taken back
 * @take_back: takes an entry back, by another one with a reason
 *
 * The kind of the entries is that of #RemitListSectionClass. Action `log.take-back`, whose target
 * is the id of an entry.
 */
struct _RemitTimelineClass
{
  RemitListSectionClass parent_class;

  gboolean newest_first;

  char *(*dup_heading) (RemitEntity *event);
  void (*fill_row) (RemitTimeline *self,
                    RemitLogRow *row,
                    RemitEntity *event);
  gboolean (*can_take_back) (RemitEntity *event);
  gboolean (*take_back) (RemitWorkspace *workspace,
                         gint64 event,
                         const char *reason,
                         GError **error);
};
