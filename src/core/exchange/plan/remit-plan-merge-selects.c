/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of the workspace a merge looks at, as the tables of fields say. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-merge-private.h"

gboolean
remit_merge_is_fixed (const RemitEntityInfo *info)
{
  return !info->is_log && info->undeletable == NULL
         && (info->is_detail || !remit_entity_info_has_id (info));
}

static void
add_equal (GString *where,
           const RemitEntityInfo *info,
           guint field,
           int parameter)
{
  g_string_append_printf (where, "%st.\"%s\" IS ?%d", where->len > 0 ? " AND " : "WHERE ",
                          remit_field_get_column (&info->fields[field]), parameter);
}

/* The one of a library with a key that is unique. */
static void
add_unique (GString *where,
            const RemitEntityInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_UNIQUE) && remit_field_is_text (&info->fields[i]))
      {
        g_string_append_printf (where, "WHERE t.\"%s\" = ?1",
                                remit_field_get_column (&info->fields[i]));
        return;
      }
}

static void
add_keys (GString *where,
          const RemitEntityInfo *info)
{
  int parameter = 1;

  if (remit_entity_info_has_id (info))
    return;
  add_equal (where, info, (guint) remit_entity_info_find_owner (info), parameter++);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & REMIT_FIELD_KEY)
      add_equal (where, info, i, parameter++);
  g_string_append (where, " ORDER BY t.id");
}

/* All of an owner, or of a plan; but not what has a log, which stays. */
static void
add_all (GString *where,
         const RemitEntityInfo *info)
{
  int owner = remit_merge_is_fixed (info) ? remit_entity_info_find_owner (info)
                                          : remit_entity_info_find_plan (info);
  RemitKind log = remit_entity_info_get_log (info);

  if (owner < 0)
    return;
  add_equal (where, info, (guint) owner, 1);
  if (log != REMIT_KIND_NONE)
    g_string_append_printf (
      where, " AND NOT EXISTS (SELECT 1 FROM %s AS l WHERE l.\"%s\" = t.id)",
      remit_entity_info_get_table (remit_entity_info (log)),
      remit_field_get_column (&remit_entity_info (log)->fields[remit_entity_info_find_owner (
        remit_entity_info (log))]));
  g_string_append (where, " ORDER BY t.id");
}

const char *
remit_merge_create_select (RemitMergeQuery which,
                           RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autoptr (GString) where = g_string_new (NULL);

  switch (which)
    {
    case REMIT_MERGE_BY_ID:
      g_string_append (where, "WHERE t.id = ?1");
      break;
    case REMIT_MERGE_BY_NAME:
      add_unique (where, info);
      break;
    case REMIT_MERGE_BY_KEY:
      add_keys (where, info);
      break;
    case REMIT_MERGE_RIVALS:
      if (kind == REMIT_KIND_ASSIGNMENT)
        g_string_append (where, "WHERE t.slot = ?1 AND t.person = ?2");
      break;
    case REMIT_MERGE_PARTS:
    case REMIT_MERGE_N_QUERIES:
    default:
      add_all (where, info);
    }
  return where->len > 0 ? remit_store_get_select (kind, where->str) : NULL;
}
