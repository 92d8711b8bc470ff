/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings that have something in common. */
#include "remit-finding-group.h"

#include <gio/gio.h>
#include <string.h>

/**
 * RemitFindingGroup:
 * @key: of its grouping: an id, 0 for what is about none
 * @name: what @title is ordered by
 */
struct _RemitFindingGroup
{
  GObject parent_instance;

  gint64 key;
  RemitRule *rule;
  char *title;
  char *name;
  GPtrArray *findings;
};

static GType
remit_finding_group_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return REMIT_TYPE_FINDING;
}

static guint
remit_finding_group_get_n_items (GListModel *model)
{
  return REMIT_FINDING_GROUP (model)->findings->len;
}

static gpointer
remit_finding_group_get_item (GListModel *model,
                              guint position)
{
  RemitFindingGroup *self = REMIT_FINDING_GROUP (model);

  return position < self->findings->len ? g_object_ref (self->findings->pdata[position]) : NULL;
}

static void
group_model_init (GListModelInterface *iface)
{
  iface->get_item_type = remit_finding_group_get_item_type;
  iface->get_n_items = remit_finding_group_get_n_items;
  iface->get_item = remit_finding_group_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitFindingGroup, remit_finding_group, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, group_model_init))

static void
remit_finding_group_finalize (GObject *object)
{
  RemitFindingGroup *self = REMIT_FINDING_GROUP (object);

  g_clear_pointer (&self->rule, remit_rule_unref);
  g_free (self->title);
  g_free (self->name);
  g_ptr_array_unref (self->findings);
  G_OBJECT_CLASS (remit_finding_group_parent_class)->finalize (object);
}

static void
remit_finding_group_class_init (RemitFindingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_finding_group_finalize;
  /* emitted when the title, or what is counted, has changed */
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
remit_finding_group_init (RemitFindingGroup *self)
{
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
}

RemitFindingGroup *
remit_finding_group_new (gint64 key,
                         RemitRule *rule,
                         const char *title)
{
  RemitFindingGroup *self = g_object_new (REMIT_TYPE_FINDING_GROUP, NULL);

  self->key = key;
  self->rule = rule != NULL ? remit_rule_ref (rule) : NULL;
  self->title = g_strdup (title);
  self->name = g_utf8_collate_key (title, -1);
  return self;
}

void
remit_finding_group_add (RemitFindingGroup *self,
                         RemitFinding *finding)
{
  g_return_if_fail (REMIT_IS_FINDING_GROUP (self));

  g_ptr_array_add (self->findings, g_object_ref (finding));
}

const gint64 *
remit_finding_group_peek_key (RemitFindingGroup *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING_GROUP (self), NULL);

  return &self->key;
}

const char *
remit_finding_group_get_title (RemitFindingGroup *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING_GROUP (self), NULL);

  return self->title;
}

RemitRule *
remit_finding_group_get_rule (RemitFindingGroup *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING_GROUP (self), NULL);

  return self->rule;
}

void
remit_finding_group_count (RemitFindingGroup *self,
                           guint counts[REMIT_N_SEVERITIES],
                           guint *n_waived)
{
  g_return_if_fail (REMIT_IS_FINDING_GROUP (self));

  memset (counts, 0, REMIT_N_SEVERITIES * sizeof *counts);
  *n_waived = 0;
  for (guint i = 0; i < self->findings->len; i++)
    if (remit_finding_get_waiver (self->findings->pdata[i]) != NULL)
      (*n_waived)++;
    else
      counts[remit_finding_get_severity (self->findings->pdata[i])]++;
}

RemitSeverity
remit_finding_group_get_severity (RemitFindingGroup *self)
{
  guint counts[REMIT_N_SEVERITIES];
  guint n_waived;
  RemitSeverity severity = 0;

  g_return_val_if_fail (REMIT_IS_FINDING_GROUP (self), REMIT_N_SEVERITIES);

  remit_finding_group_count (self, counts, &n_waived);
  while (severity < REMIT_N_SEVERITIES && counts[severity] == 0)
    severity++;
  return severity;
}

void
remit_finding_group_take (RemitFindingGroup *self,
                          RemitFindingGroup *new)
{
  GPtrArray *old = self->findings;
  guint head = 0;
  guint tail = 0;

  while (head < old->len && head < new->findings->len
         && old->pdata[head] == new->findings->pdata[head])
    head++;
  while (tail < old->len - head && tail < new->findings->len - head
         && old->pdata[old->len - 1 - tail]
              == new->findings->pdata[new->findings->len - 1 - tail])
    tail++;
  self->findings = g_steal_pointer (&new->findings);
  new->findings = old;
  g_free (self->title);
  self->title = g_strdup (new->title);
  g_free (self->name);
  self->name = g_strdup (new->name);
  if (old->len - head - tail > 0 || self->findings->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                self->findings->len - head - tail);
  g_signal_emit_by_name (self, "changed");
}

int
remit_finding_group_compare (RemitFindingGroup *first,
                             RemitFindingGroup *second)
{
  int by_name;

  if ((first->key == 0) != (second->key == 0))
    return first->key == 0 ? 1 : -1;
  if (first->rule != NULL && second->rule != NULL
      && first->rule->severity != second->rule->severity)
    return first->rule->severity < second->rule->severity ? -1 : 1;
  by_name = strcmp (first->name, second->name);
  return by_name != 0 ? by_name : (first->key > second->key) - (first->key < second->key);
}
