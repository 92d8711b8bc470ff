/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a conflict may come to next, and where its log leads. */
#include "remit-story.h"

#include <glib/gi18n-lib.h>

#include "plan/design/remit-design-private.h"

#define RUNNING                                                                      \
  (1u << REMIT_CONFLICT_OPEN | 1u << REMIT_CONFLICT_MEDIATING | 1u << REMIT_CONFLICT_ESCALATED)
#define OVER                                                                         \
  (1u << REMIT_CONFLICT_RESOLVED | 1u << REMIT_CONFLICT_CLOSED | 1u << REMIT_CONFLICT_WITHDRAWN)

/* In which states a line can come, and the state that it leads to. */
static const struct
{
  guint from;
  RemitConflictStatus to;
  gboolean stays; /* in the state that it is in */
} steps[] = {
  [REMIT_CONFLICT_EVENT_RAISED] = { 0, REMIT_CONFLICT_OPEN, FALSE },
  [REMIT_CONFLICT_EVENT_STATEMENT] = { RUNNING | OVER, REMIT_CONFLICT_OPEN, TRUE },
  [REMIT_CONFLICT_EVENT_MEDIATION] = { 1u << REMIT_CONFLICT_OPEN | 1u << REMIT_CONFLICT_ESCALATED,
                                       REMIT_CONFLICT_MEDIATING, FALSE },
  [REMIT_CONFLICT_EVENT_ESCALATED] = { RUNNING, REMIT_CONFLICT_ESCALATED, FALSE },
  [REMIT_CONFLICT_EVENT_DE_ESCALATED] = { RUNNING, REMIT_CONFLICT_ESCALATED, FALSE },
  [REMIT_CONFLICT_EVENT_RAN_OUT] = { RUNNING, REMIT_CONFLICT_OPEN, TRUE },
  [REMIT_CONFLICT_EVENT_RESOLVED] = { RUNNING, REMIT_CONFLICT_RESOLVED, FALSE },
  [REMIT_CONFLICT_EVENT_CLOSED] = { RUNNING | 1u << REMIT_CONFLICT_RESOLVED,
                                    REMIT_CONFLICT_CLOSED, FALSE },
  [REMIT_CONFLICT_EVENT_WITHDRAWN] = { RUNNING, REMIT_CONFLICT_WITHDRAWN, FALSE },
  [REMIT_CONFLICT_EVENT_REOPENED] = { OVER, REMIT_CONFLICT_OPEN, FALSE },
  [REMIT_CONFLICT_EVENT_CORRECTION] = { RUNNING | OVER, REMIT_CONFLICT_OPEN, TRUE },
};

gboolean
remit_story_may (RemitConflictStatus status,
                 RemitConflictEventKind kind)
{
  return (steps[kind].from & 1u << status) != 0;
}

RemitConflictStatus
remit_story_get_next (RemitConflictStatus status,
                      RemitConflictEventKind kind)
{
  return steps[kind].stays ? status : steps[kind].to;
}

gboolean
remit_story_check (RemitConflictStatus status,
                   RemitConflictEventKind kind,
                   GError **error)
{
  if (remit_story_may (status, kind))
    return TRUE;
  if (kind == REMIT_CONFLICT_EVENT_RAISED)
    return remit_design_refuse (error, _ ("The conflict is already raised"));
  switch (status)
    {
    case REMIT_CONFLICT_RESOLVED:
      return remit_design_refuse (error, _ ("The conflict is resolved. Reopen it first."));
    case REMIT_CONFLICT_CLOSED:
      return remit_design_refuse (error, _ ("The conflict is closed. Reopen it first."));
    case REMIT_CONFLICT_WITHDRAWN:
      return remit_design_refuse (error, _ ("The conflict is withdrawn. Reopen it first."));
    case REMIT_CONFLICT_MEDIATING:
      if (kind == REMIT_CONFLICT_EVENT_MEDIATION)
        return remit_design_refuse (error, _ ("The conflict is already in mediation"));
      G_GNUC_FALLTHROUGH;
    case REMIT_CONFLICT_OPEN:
    case REMIT_CONFLICT_ESCALATED:
    default:
      return remit_design_refuse (error, _ ("The conflict is still open"));
    }
}

/* Returns: whether a younger entry that stands itself takes this one back */
static gboolean
is_corrected (GPtrArray *events,
              const RemitRecord *event)
{
  gint64 id = remit_record_get_id (event);

  for (guint i = 0; i < events->len; i++)
    if (remit_record_get_integer (events->pdata[i], REMIT_CONFLICT_EVENT_CORRECTS) == id
        && remit_record_get_id (events->pdata[i]) > id && !is_corrected (events, events->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
refuse_first (GError **error)
{
  return remit_design_refuse (error, _ ("The log of a conflict must begin with a single “raised” "
                                        "entry"));
}

/* @first: the rung on which it was raised; back there, it is as open as it was */
static RemitConflictStatus
get_next (RemitConflictStatus status,
          const RemitRecord *event,
          gint64 first)
{
  gint64 kind = remit_record_get_integer (event, REMIT_CONFLICT_EVENT_KIND);

  if (kind == REMIT_CONFLICT_EVENT_DE_ESCALATED
      && remit_record_get_integer (event, REMIT_CONFLICT_EVENT_RUNG) <= first)
    return REMIT_CONFLICT_OPEN;
  return remit_story_get_next (status, (RemitConflictEventKind) kind);
}

gboolean
remit_story_follow (GPtrArray *events,
                    RemitConflictStatus *status,
                    gint64 *rung,
                    GError **error)
{
  gboolean is_raised = FALSE;
  gint64 first = 0;

  g_return_val_if_fail (events != NULL && status != NULL && rung != NULL, FALSE);

  /* what was undone as a whole is withdrawn: see remit-undo-log.h */
  *status = REMIT_CONFLICT_WITHDRAWN;
  *rung = 0;
  for (guint i = 0; i < events->len; i++)
    {
      const RemitRecord *event = events->pdata[i];
      gint64 kind = remit_record_get_integer (event, REMIT_CONFLICT_EVENT_KIND);

      if ((i == 0) != (kind == REMIT_CONFLICT_EVENT_RAISED))
        return refuse_first (error);
      if (kind == REMIT_CONFLICT_EVENT_RAISED)
        first = *rung = remit_record_get_integer (event, REMIT_CONFLICT_EVENT_RUNG);
      if (kind == REMIT_CONFLICT_EVENT_CORRECTION || is_corrected (events, event))
        continue;
      if (kind == REMIT_CONFLICT_EVENT_RAISED)
        is_raised = TRUE;
      else if (is_raised
               && !remit_story_check (*status, (RemitConflictEventKind) kind, error))
        return FALSE;
      *status = get_next (*status, event, first);
      if (!steps[kind].stays)
        *rung = remit_record_get_integer (event, REMIT_CONFLICT_EVENT_RUNG);
    }
  return events->len > 0 || refuse_first (error);
}
