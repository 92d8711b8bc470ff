/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting: what may not be deleted, and what goes with what may. */
#include <glib/gi18n-lib.h>

#include "remit-design-along.h"
#include "remit-design-private.h"

/* How many of those are named that hold what is to be deleted. */
#define MAX_USES 3

/* "ML engineer in Fraud (plan 2027)" */
static char *
dup_use (RemitWorkspace *workspace,
         const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int owner_field = remit_entity_info_find_owner (info);
  g_autofree char *name = remit_design_dup_record_name (workspace, record);
  g_autofree char *owner = NULL;
  g_autofree char *plan = remit_design_dup_name (workspace, REMIT_KIND_PLAN,
                                                 remit_design_get_plan (record));

  if (owner_field < 0)
    return g_steal_pointer (&name);
  owner = remit_design_dup_name (workspace, info->fields[owner_field].target,
                                 remit_record_get_integer (record, (guint) owner_field));
  /* Translators: a slot, its team, its plan */
  return g_strdup_printf (_ ("%1$s in %2$s (plan %3$s)"), name, owner, plan);
}

/* The first of them, and how many more there are. */
static char *
dup_uses (RemitWorkspace *workspace,
          GPtrArray *first,
          guint n)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (g_free);
  guint n_more = n - first->len;

  for (guint i = 0; i < first->len; i++)
    g_ptr_array_add (uses, dup_use (workspace, first->pdata[i]));
  if (n_more > 0)
    /* Translators: the end of a list of slots */
    g_ptr_array_add (uses, g_strdup_printf (ngettext ("%d more", "%d more", n_more),
                                            (int) n_more));
  return remit_design_join (uses);
}

/* Refuses what @n rows of @kind hold; names the first of them. */
static gboolean
refuse_held (RemitWorkspace *workspace,
             const RemitRecord *record,
             RemitKind kind,
             GPtrArray *first,
             guint n,
             GError **error)
{
  g_autofree char *label = remit_label_dup_in_sentence (remit_record_get_info (record)->label);
  g_autofree char *name = remit_design_dup_record_name (workspace, record);
  g_autofree char *count = remit_entity_info_dup_count (remit_entity_info (kind), n);
  g_autofree char *list = dup_uses (workspace, first, n);

  return remit_design_refuse (error,
                              /* Translators: a kind of thing, its name, a number of other things,
                               * and a list of these */
                              _ ("The %1$s %2$s is used by %3$s: %4$s. Delete or change these "
                                 "first."), label, name, count, list);
}

/* Whether no rows of @kind hold the entity. */
static gboolean
check_unheld (RemitWorkspace *workspace,
              const RemitRecord *record,
              RemitKind kind,
              guint field,
              GError **error)
{
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 id = remit_record_get_id (record);
  gint64 n = remit_design_count_referring (store, kind, field, id, error);
  g_autoptr (GPtrArray) first = NULL;

  if (n <= 0)
    return n == 0;
  first = remit_design_load_referring (store, kind, field, id, MAX_USES, error);
  return first != NULL && refuse_held (workspace, record, kind, first, (guint) n, error);
}

/* Whether nothing refers to the entity that cannot be without it. */
static gboolean
check_free (RemitWorkspace *workspace,
            const RemitRecord *record,
            GError **error)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    for (guint i = 0; i < remit_entity_info (kind)->n_fields; i++)
      {
        const RemitField *field = &remit_entity_info (kind)->fields[i];

        if ((field->flags & REMIT_FIELD_HOLDS) && field->target == remit_record_get_kind (record)
            && !check_unheld (workspace, record, kind, i, error))
          return FALSE;
      }
  return TRUE;
}

/* What has a log stays, with the log. */
static gboolean
check_silent (RemitWorkspace *workspace,
              const RemitRecord *record,
              GError **error)
{
  RemitKind log = remit_entity_info_get_log (remit_record_get_info (record));
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  gint64 n;

  if (log == REMIT_KIND_NONE)
    return TRUE;
  n = remit_design_count_referring (remit_workspace_get_store (workspace), log,
                                    (guint) remit_entity_info_find_owner (remit_entity_info (log)),
                                    remit_record_get_id (record), error);
  if (n <= 0)
    return n == 0;
  name = remit_design_dup_record_name (workspace, record);
  label = remit_label_dup_in_sentence (remit_record_get_info (record)->label);
  return remit_design_refuse (error,
                              /* Translators: a name, how many lines its log has, and "decision" or
                               * "conflict" */
                              ngettext ("%1$s has a log with %2$d entry, which must be kept. "
                                        "Withdraw the %3$s instead.",
                                        "%1$s has a log with %2$d entries, which must be kept. "
                                        "Withdraw the %3$s instead.", (gulong) n),
                              name, (int) n, label);
}

gboolean
remit_design_check_kept (const RemitEntityInfo *info,
                         GError **error)
{
  if (info->is_log)
    return remit_design_refuse (error, _ ("Logs cannot be rewritten. Add a correction instead"));
  return info->undeletable == NULL || remit_design_refuse (error, "%s", _ (info->undeletable));
}

gboolean
remit_design_can_delete_all (RemitWorkspace *workspace,
                             RemitKind kind,
                             const gint64 *ids,
                             gsize n_ids,
                             char **consequence,
                             GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);

  if (consequence != NULL)
    *consequence = NULL;
  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (RemitRecord) record = remit_design_load (workspace, kind, ids[i], error);

      if (record == NULL || !remit_design_check_kept (remit_record_get_info (record), error)
          || !check_silent (workspace, record, error) || !check_free (workspace, record, error))
        return FALSE;
    }
  if (consequence != NULL)
    {
      g_autoptr (RemitAlong) along = remit_along_new (remit_workspace_get_store (workspace), kind,
                                                      ids, n_ids);

      *consequence = remit_along_dup_words (along, error);
      return *consequence != NULL;
    }
  return TRUE;
}

gboolean
remit_design_can_delete (RemitWorkspace *workspace,
                         RemitKind kind,
                         gint64 id,
                         char **consequence,
                         GError **error)
{
  return remit_design_can_delete_all (workspace, kind, &id, 1, consequence, error);
}

/* Of one by its name, of several by how many they are. */
static RemitMessage *
describe (RemitWorkspace *workspace,
          const RemitRecord *first,
          gsize n_ids)
{
  if (n_ids == 1)
    return remit_design_describe_verb (workspace, REMIT_VERB_DELETE, first);
  /* Translators: a number of things: "Delete 3 people" */
  return remit_message_new_with (
    N_ ("Delete %s"),
    remit_message_new_plural (remit_record_get_info (first)->counted, (gint64) n_ids), NULL);
}

/* The database knows nothing of what follows only while it has no log. */
static gboolean
delete_following (RemitEdit *edit,
                  RemitAlong *along,
                  GError **error)
{
  for (RemitKind kind = REMIT_N_KINDS - 1; kind > REMIT_KIND_NONE; kind--)
    {
      g_autoptr (GArray) ids = remit_along_get_following (along, kind, error);

      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        if (!remit_edit_delete (edit, kind, g_array_index (ids, gint64, i), error))
          return FALSE;
    }
  return TRUE;
}

gboolean
remit_design_delete_all (RemitWorkspace *workspace,
                         RemitKind kind,
                         const gint64 *ids,
                         gsize n_ids,
                         GError **error)
{
  g_autoptr (RemitRecord) first = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (RemitAlong) along = NULL;

  g_return_val_if_fail (n_ids > 0, FALSE);

  edit = remit_workspace_begin (workspace, error);
  if (edit == NULL || !remit_design_can_delete_all (workspace, kind, ids, n_ids, NULL, error))
    return FALSE;
  first = remit_design_load (workspace, kind, ids[0], error);
  if (first == NULL)
    return FALSE;

  remit_edit_describe (edit, kind == REMIT_KIND_PLAN ? 0 : remit_design_get_plan (first),
                       describe (workspace, first, n_ids));
  along = remit_along_new (remit_edit_get_store (edit), kind, ids, n_ids);
  if (kind != REMIT_KIND_PLAN && !delete_following (edit, along, error))
    return FALSE;
  for (gsize i = 0; i < n_ids; i++)
    if (!remit_edit_delete (edit, kind, ids[i], error))
      return FALSE;
  return remit_edit_commit (edit, error);
}

gboolean
remit_design_delete (RemitWorkspace *workspace,
                     RemitKind kind,
                     gint64 id,
                     GError **error)
{
  return remit_design_delete_all (workspace, kind, &id, 1, error);
}
