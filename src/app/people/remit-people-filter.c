/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter of people: by words, free time, and assignment. */
#include "remit-people-filter.h"

#include "model/remit-day.h"
#include "plan/load/remit-load.h"
#include "plan/placement/remit-person-query.h"

struct _RemitPeopleFilter
{
  GtkFilter parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitPersonQuery *query; /* nullable */
  gboolean free_only;
  gboolean unassigned_only;
};

G_DEFINE_FINAL_TYPE (RemitPeopleFilter, remit_people_filter, GTK_TYPE_FILTER)

static gboolean
is_assigned (RemitPeopleFilter *self,
             RemitEntity *person)
{
  GPtrArray *assignments = remit_workspace_get_referring (
    self->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_PERSON, remit_entity_get_id (person));

  for (guint i = 0; i < assignments->len; i++)
    if (remit_entity_get_integer (g_ptr_array_index (assignments, i), REMIT_ASSIGNMENT_PLAN)
        == self->plan)
      return TRUE;
  return FALSE;
}

static gboolean
is_free (RemitPeopleFilter *self,
         RemitEntity *person)
{
  gint64 today = remit_day_today ();

  return remit_load_get_free (self->workspace, self->plan, remit_entity_get_id (person), today,
                              today) > 0;
}

static gboolean
remit_people_filter_match (GtkFilter *filter,
                           gpointer item)
{
  RemitPeopleFilter *self = REMIT_PEOPLE_FILTER (filter);

  if (self->workspace == NULL)
    return TRUE;
  if (self->query != NULL && !remit_person_query_matches (self->query, self->workspace, item))
    return FALSE;
  return (!self->unassigned_only || !is_assigned (self, item))
         && (!self->free_only || is_free (self, item));
}

/* Whether it lets everybody through. */
static gboolean
is_empty (RemitPeopleFilter *self)
{
  return remit_person_query_is_empty (self->query) && !self->unassigned_only && !self->free_only;
}

static GtkFilterMatch
remit_people_filter_get_strictness (GtkFilter *filter)
{
  return is_empty (REMIT_PEOPLE_FILTER (filter)) ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
remit_people_filter_finalize (GObject *object)
{
  RemitPeopleFilter *self = REMIT_PEOPLE_FILTER (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->query, remit_person_query_free);

  G_OBJECT_CLASS (remit_people_filter_parent_class)->finalize (object);
}

static void
remit_people_filter_class_init (RemitPeopleFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_people_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = remit_people_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = remit_people_filter_get_strictness;
}

static void
remit_people_filter_init (RemitPeopleFilter *self G_GNUC_UNUSED)
{
}

void
remit_people_filter_set_plan (RemitPeopleFilter *self,
                              RemitWorkspace *workspace,
                              gint64 plan)
{
  g_return_if_fail (REMIT_IS_PEOPLE_FILTER (self));

  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  remit_people_filter_refresh (self);
}

void
remit_people_filter_set_words (RemitPeopleFilter *self,
                               const char *words)
{
  g_return_if_fail (REMIT_IS_PEOPLE_FILTER (self));

  g_clear_pointer (&self->query, remit_person_query_free);
  self->query = remit_person_query_new (words);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
remit_people_filter_set_only (RemitPeopleFilter *self,
                              gboolean free,
                              gboolean unassigned)
{
  /* of what is only stricter or less strict a list keeps what it shows */
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_return_if_fail (REMIT_IS_PEOPLE_FILTER (self));

  if (free >= self->free_only && unassigned >= self->unassigned_only)
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (free <= self->free_only && unassigned <= self->unassigned_only)
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  self->free_only = free;
  self->unassigned_only = unassigned;
  gtk_filter_changed (GTK_FILTER (self), change);
}

void
remit_people_filter_refresh (RemitPeopleFilter *self)
{
  g_return_if_fail (REMIT_IS_PEOPLE_FILTER (self));

  if (!is_empty (self))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
