/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which others may be the same as an entity: those that have words of its name. */
#include "remit-merge-candidates.h"

static GStrv
split_name (RemitEntity *entity)
{
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (entity));
  int field = remit_entity_info_find_name (info);

  return g_str_tokenize_and_fold (remit_entity_get_text (entity, (guint) field), NULL, NULL);
}

static guint
count_common (const char *const *words,
              RemitEntity *entity)
{
  g_auto (GStrv) others = split_name (entity);
  guint n = 0;

  for (guint i = 0; others[i] != NULL; i++)
    n += g_strv_contains (words, others[i]);
  return n;
}

GHashTable *
remit_merge_candidates_score (RemitWorkspace *workspace,
                              RemitEntity *entity)
{
  GListModel *list = remit_workspace_get_list (workspace, remit_entity_get_kind (entity));
  GHashTable *scores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_auto (GStrv) words = split_name (entity);
  guint n_items = g_list_model_get_n_items (list);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (RemitEntity) other = g_list_model_get_item (list, i);
      guint n = count_common ((const char *const *) words, other);
      gint64 id = remit_entity_get_id (other);

      if (n > 0)
        g_hash_table_insert (scores, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (n));
    }
  return scores;
}

char *
remit_merge_candidates_describe (RemitWorkspace *workspace G_GNUC_UNUSED,
                                 RemitEntity *subject G_GNUC_UNUSED,
                                 RemitEntity *entity)
{
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (entity));

  for (guint i = 0; i < info->n_fields; i++)
    if (remit_field_is_text (&info->fields[i]) && (int) i != remit_entity_info_find_name (info)
        && !(info->fields[i].flags & REMIT_FIELD_MULTILINE)
        && *remit_entity_get_text (entity, i) != '\0')
      return g_strdup (remit_entity_get_text (entity, i));
  return NULL;
}
