/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which findings are shown: by severity, team and kind, and whether they are accepted. */
#include "remit-finding-filter.h"

#include "check/findings/remit-finding-teams.h"

struct _RemitFindingFilter
{
  GtkFilter parent_instance;

  RemitWorkspace *workspace;
  RemitSeverity severity;
  gint64 team;
  RemitKind kind;
  gboolean waived;
};

G_DEFINE_FINAL_TYPE (RemitFindingFilter, remit_finding_filter, GTK_TYPE_FILTER)

static gboolean
is_of_team (RemitFindingFilter *self,
            RemitFinding *finding)
{
  g_autoptr (GArray) teams = remit_finding_find_teams (finding, self->workspace);

  for (guint i = 0; i < teams->len; i++)
    if (g_array_index (teams, gint64, i) == self->team)
      return TRUE;
  return FALSE;
}

static gboolean
remit_finding_filter_match (GtkFilter *filter,
                            gpointer item)
{
  RemitFindingFilter *self = REMIT_FINDING_FILTER (filter);
  RemitFinding *finding = REMIT_FINDING (item);

  if (!self->waived && remit_finding_get_waiver (finding) != NULL)
    return FALSE;
  if (self->severity < REMIT_N_SEVERITIES
      && remit_finding_get_severity (finding) != self->severity)
    return FALSE;
  if (self->kind != REMIT_KIND_NONE && remit_finding_get_subject (finding, self->kind) == 0)
    return FALSE;
  return self->team == 0 || self->workspace == NULL || is_of_team (self, finding);
}

static void
remit_finding_filter_dispose (GObject *object)
{
  g_clear_object (&REMIT_FINDING_FILTER (object)->workspace);

  G_OBJECT_CLASS (remit_finding_filter_parent_class)->dispose (object);
}

static void
remit_finding_filter_class_init (RemitFindingFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_finding_filter_dispose;
  GTK_FILTER_CLASS (klass)->match = remit_finding_filter_match;
}

static void
remit_finding_filter_init (RemitFindingFilter *self)
{
  self->severity = REMIT_N_SEVERITIES;
}

void
remit_finding_filter_set_workspace (RemitFindingFilter *self,
                                    RemitWorkspace *workspace)
{
  g_return_if_fail (REMIT_IS_FINDING_FILTER (self));

  g_set_object (&self->workspace, workspace);
  remit_finding_filter_set (self, self->severity, 0, self->kind, self->waived);
}

void
remit_finding_filter_set (
  RemitFindingFilter *self, RemitSeverity severity, gint64 team, RemitKind kind, gboolean waived)
{
  g_return_if_fail (REMIT_IS_FINDING_FILTER (self));

  self->severity = severity;
  self->team = team;
  self->kind = kind;
  self->waived = waived;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
