/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the pool shows: by words, by what they have free, by whether they are assigned, by skill. */
#include "remit-pool-filter.h"

#include "model/remit-day.h"
#include "plan/load/remit-load.h"
#include "plan/placement/remit-person-query.h"

struct _RemitPoolFilter
{
  GtkFilter parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitPersonQuery *query; /* nullable */
  gboolean free_only;
  gboolean unassigned_only;
  gint64 skill;
};

G_DEFINE_FINAL_TYPE (RemitPoolFilter, remit_pool_filter, GTK_TYPE_FILTER)

static GPtrArray *
get_skills (RemitPoolFilter *self,
            RemitEntity *person)
{
  return remit_workspace_get_referring (self->workspace, REMIT_KIND_PERSON_SKILL,
                                        REMIT_PERSON_SKILL_PERSON, remit_entity_get_id (person));
}

static gboolean
has_skill (RemitPoolFilter *self,
           RemitEntity *person)
{
  GPtrArray *skills = get_skills (self, person);

  for (guint i = 0; i < skills->len; i++)
    if (remit_entity_get_integer (g_ptr_array_index (skills, i), REMIT_PERSON_SKILL_SKILL)
          == self->skill
        && remit_entity_get_integer (g_ptr_array_index (skills, i), REMIT_PERSON_SKILL_LEVEL) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_assigned (RemitPoolFilter *self,
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
is_free (RemitPoolFilter *self,
         RemitEntity *person)
{
  gint64 today = remit_day_today ();

  return remit_load_get_free (self->workspace, self->plan, remit_entity_get_id (person), today,
                              today) > 0;
}

static gboolean
remit_pool_filter_match (GtkFilter *filter,
                         gpointer item)
{
  RemitPoolFilter *self = REMIT_POOL_FILTER (filter);

  if (self->workspace == NULL)
    return TRUE;
  if (self->query != NULL && !remit_person_query_matches (self->query, self->workspace, item))
    return FALSE;
  return (self->skill == 0 || has_skill (self, item))
         && (!self->unassigned_only || !is_assigned (self, item))
         && (!self->free_only || is_free (self, item));
}

/* Whether it lets everybody through. */
static gboolean
is_empty (RemitPoolFilter *self)
{
  return remit_person_query_is_empty (self->query) && self->skill == 0
         && !self->unassigned_only && !self->free_only;
}

static GtkFilterMatch
remit_pool_filter_get_strictness (GtkFilter *filter)
{
  return is_empty (REMIT_POOL_FILTER (filter)) ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
remit_pool_filter_finalize (GObject *object)
{
  RemitPoolFilter *self = REMIT_POOL_FILTER (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->query, remit_person_query_free);

  G_OBJECT_CLASS (remit_pool_filter_parent_class)->finalize (object);
}

static void
remit_pool_filter_class_init (RemitPoolFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_pool_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = remit_pool_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = remit_pool_filter_get_strictness;
}

static void
remit_pool_filter_init (RemitPoolFilter *self G_GNUC_UNUSED)
{
}

void
remit_pool_filter_set_plan (RemitPoolFilter *self,
                            RemitWorkspace *workspace,
                            gint64 plan)
{
  g_return_if_fail (REMIT_IS_POOL_FILTER (self));

  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  remit_pool_filter_refresh (self);
}

void
remit_pool_filter_set_words (RemitPoolFilter *self,
                             const char *words)
{
  g_return_if_fail (REMIT_IS_POOL_FILTER (self));

  g_clear_pointer (&self->query, remit_person_query_free);
  self->query = remit_person_query_new (words);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
remit_pool_filter_set_only (RemitPoolFilter *self,
                            gboolean free,
                            gboolean unassigned)
{
  /* of what is only stricter or less strict a list keeps what it shows */
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_return_if_fail (REMIT_IS_POOL_FILTER (self));

  if (free >= self->free_only && unassigned >= self->unassigned_only)
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (free <= self->free_only && unassigned <= self->unassigned_only)
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  self->free_only = free;
  self->unassigned_only = unassigned;
  gtk_filter_changed (GTK_FILTER (self), change);
}

void
remit_pool_filter_set_skill (RemitPoolFilter *self,
                             gint64 skill)
{
  g_return_if_fail (REMIT_IS_POOL_FILTER (self));

  self->skill = skill;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
remit_pool_filter_refresh (RemitPoolFilter *self)
{
  g_return_if_fail (REMIT_IS_POOL_FILTER (self));

  if (!is_empty (self))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
is_listed (GListModel *list,
           RemitEntity *person)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RemitEntity) other = g_list_model_get_item (list, i);

      if (other == person)
        return TRUE;
    }
  return FALSE;
}

gboolean
remit_pool_filter_is_touched (RemitPoolFilter *self,
                              GtkFilterListModel *filtered,
                              const RemitTouched *touched)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) skills = NULL;

  g_return_val_if_fail (REMIT_IS_POOL_FILTER (self), FALSE);

  if (is_empty (self))
    return FALSE;
  if (remit_touched_is_everything (touched) || gtk_filter_list_model_get_pending (filtered) > 0)
    return TRUE;
  skills = remit_touched_get_entities (touched, self->workspace, REMIT_KIND_SKILL);
  if (skills->len > 0)
    return TRUE;
  people = remit_touched_get_entities (touched, self->workspace, REMIT_KIND_PERSON);
  for (guint i = 0; i < people->len; i++)
    {
      RemitEntity *person = g_ptr_array_index (people, i);

      if (gtk_filter_match (GTK_FILTER (self), person)
          != is_listed (G_LIST_MODEL (filtered), person))
        return TRUE;
    }
  return FALSE;
}
