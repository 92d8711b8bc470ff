/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings in groups: by rule, by person, by team. */
#include "remit-finding-groups.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "plan/design/remit-design.h"
#include "remit-finding-teams.h"

struct _RemitFindingGroups
{
  GObject parent_instance;

  RemitGrouping grouping;
  GPtrArray *groups;
};

/* ── Grouping ─────────────────────────────────────────────────────────────────────────────── */

/* Where groups are put together. */
typedef struct {
  RemitWorkspace *workspace;
  RemitGrouping grouping;
  GHashTable *by_key;
  GPtrArray *groups;
} Sorting;

static char *
dup_title (Sorting *self,
           RemitFinding *first,
           gint64 id)
{
  if (self->grouping == REMIT_GROUPING_RULE)
    return g_strdup (remit_finding_get_title (first));
  if (id == 0)
    return g_strdup (self->grouping == REMIT_GROUPING_PERSON ? _ ("No Person") : _ ("No Team"));
  return remit_design_dup_name (
    self->workspace,
    self->grouping == REMIT_GROUPING_PERSON ? REMIT_KIND_PERSON : REMIT_KIND_TEAM, id);
}

static RemitFindingGroup *
create_group (Sorting *self,
              RemitFinding *first,
              gint64 id)
{
  g_autofree char *title = dup_title (self, first, id);

  return remit_finding_group_new (
    id, self->grouping == REMIT_GROUPING_RULE ? remit_finding_get_rule (first) : NULL, title);
}

static void
add_finding (Sorting *self,
             RemitFinding *finding,
             gint64 id)
{
  RemitFindingGroup *group = g_hash_table_lookup (self->by_key, &id);

  if (group == NULL)
    {
      group = create_group (self, finding, id);
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->by_key, (gpointer) remit_finding_group_peek_key (group), group);
    }
  remit_finding_group_add (group, finding);
}

static void
sort_in (Sorting *self,
         RemitFinding *finding)
{
  g_autoptr (GArray) teams = NULL;

  switch (self->grouping)
    {
    case REMIT_GROUPING_RULE:
      add_finding (self, finding, (gint64) (gintptr) remit_finding_get_rule (finding));
      break;
    case REMIT_GROUPING_PERSON:
      add_finding (self, finding, remit_finding_get_subject (finding, REMIT_KIND_PERSON));
      break;
    case REMIT_GROUPING_TEAM:
    case REMIT_N_GROUPINGS:
      teams = remit_finding_find_teams (finding, self->workspace);
      for (guint i = 0; i < teams->len; i++)
        add_finding (self, finding, g_array_index (teams, gint64, i));
      if (teams->len == 0)
        add_finding (self, finding, 0);
      break;
    }
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  return remit_finding_group_compare (*(RemitFindingGroup *const *) a,
                                      *(RemitFindingGroup *const *) b);
}

static GPtrArray *
sort_all (RemitWorkspace *workspace,
          RemitGrouping grouping,
          GListModel *findings)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  Sorting sorting = { workspace, grouping, by_key,
                      g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, i);

      sort_in (&sorting, finding);
    }
  g_ptr_array_sort (sorting.groups, compare_groups);
  return sorting.groups;
}

/* ── The groups ───────────────────────────────────────────────────────────────────────────── */

static GType
remit_finding_groups_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return REMIT_TYPE_FINDING_GROUP;
}

static guint
remit_finding_groups_get_n_items (GListModel *model)
{
  return REMIT_FINDING_GROUPS (model)->groups->len;
}

static gpointer
remit_finding_groups_get_item (GListModel *model,
                               guint position)
{
  RemitFindingGroups *self = REMIT_FINDING_GROUPS (model);

  return position < self->groups->len ? g_object_ref (self->groups->pdata[position]) : NULL;
}

static void
groups_model_init (GListModelInterface *iface)
{
  iface->get_item_type = remit_finding_groups_get_item_type;
  iface->get_n_items = remit_finding_groups_get_n_items;
  iface->get_item = remit_finding_groups_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitFindingGroups, remit_finding_groups, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, groups_model_init))

static void
remit_finding_groups_finalize (GObject *object)
{
  g_ptr_array_unref (REMIT_FINDING_GROUPS (object)->groups);
  G_OBJECT_CLASS (remit_finding_groups_parent_class)->finalize (object);
}

static void
remit_finding_groups_class_init (RemitFindingGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_finding_groups_finalize;
}

static void
remit_finding_groups_init (RemitFindingGroups *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
}

RemitFindingGroups *
remit_finding_groups_new (void)
{
  return g_object_new (REMIT_TYPE_FINDING_GROUPS, NULL);
}

static void
remove_at (RemitFindingGroups *self,
           guint i)
{
  g_ptr_array_remove_index (self->groups, i);
  g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 0);
}

static void
insert_at (RemitFindingGroups *self,
           guint i,
           RemitFindingGroup *group)
{
  g_ptr_array_insert (self->groups, (int) i, g_object_ref (group));
  g_list_model_items_changed (G_LIST_MODEL (self), i, 0, 1);
}

static gint64
get_key (GPtrArray *groups,
         guint i)
{
  return *remit_finding_group_peek_key (groups->pdata[i]);
}

/* Removes those that are not among @sorted any longer, or whose place is another one now. */
static void
drop_groups (RemitFindingGroups *self,
             GPtrArray *sorted)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint last = 0;

  for (guint i = 0; i < sorted->len; i++)
    g_hash_table_insert (places, (gpointer) remit_finding_group_peek_key (sorted->pdata[i]),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->groups->len;)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (
        places, remit_finding_group_peek_key (self->groups->pdata[i])));

      if (place <= last)
        {
          remove_at (self, i);
          continue;
        }
      last = place;
      i++;
    }
}

void
remit_finding_groups_take (RemitFindingGroups *self,
                           RemitWorkspace *workspace,
                           RemitGrouping grouping,
                           GListModel *findings)
{
  g_autoptr (GPtrArray) sorted = NULL;

  g_return_if_fail (REMIT_IS_FINDING_GROUPS (self) && grouping < REMIT_N_GROUPINGS);

  sorted = workspace != NULL && findings != NULL ? sort_all (workspace, grouping, findings)
                                              : g_ptr_array_new_with_free_func (g_object_unref);
  while (grouping != self->grouping && self->groups->len > 0)
    remove_at (self, self->groups->len - 1);
  self->grouping = grouping;
  drop_groups (self, sorted);
  for (guint i = 0; i < sorted->len; i++)
    if (i < self->groups->len && get_key (self->groups, i) == get_key (sorted, i))
      remit_finding_group_take (self->groups->pdata[i], sorted->pdata[i]);
    else
      insert_at (self, i, sorted->pdata[i]);
}
