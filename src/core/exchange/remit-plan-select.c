/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows belong to a plan, and in which order, as the tables of fields say. */
#include "remit-plan-select.h"

static const char *
get_column (const RemitEntityInfo *info,
            int field)
{
  return remit_field_get_column (&info->fields[field]);
}

/* ── Who may read ─────────────────────────────────────────────────────────────────────────── */

/* What stands in a conflict, or is bound to one. */
static int
find_conflict (const RemitEntityInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].target == REMIT_KIND_CONFLICT
        && (info->fields[i].flags & (REMIT_FIELD_OWNER | REMIT_FIELD_BOUND)))
      return (int) i;
  return -1;
}

/* remit-audience.c says the same of a record. */
static void
add_visible (GString *sql,
             const RemitEntityInfo *info,
             const char *unless)
{
  int conflict = find_conflict (info);

  if (info->kind == REMIT_KIND_CONFLICT)
    g_string_append_printf (sql, " AND (%s t.visibility = 'team')", unless);
  else if (conflict >= 0)
    g_string_append_printf (sql,
                            " AND (%2$s t.\"%1$s\" IS NULL OR EXISTS (SELECT 1"
                            " FROM conflict AS c WHERE c.id = t.\"%1$s\""
                            " AND c.visibility = 'team'))",
                            get_column (info, conflict), unless);
}

void
remit_plan_select_add_visible (GString *sql,
                               const RemitEntityInfo *info)
{
  add_visible (sql, info, "?2 OR");
}

static void
add_readable (GString *sql,
              const RemitEntityInfo *info,
              RemitAudience audience)
{
  if (!remit_audience_sees_kind (audience, info))
    g_string_append (sql, " AND 0");
  if (!remit_audience_sees_private (audience))
    add_visible (sql, info, "");
}

/* ── What plans share ─────────────────────────────────────────────────────────────────────── */

static void add_wanted (GString *sql,
                        const RemitEntityInfo *info,
                        RemitAudience audience,
                        const char *plans);

/* Those to which the field of @from leads, in what is of the @plans or of somebody in them. */
static void
add_references (GString *sql,
                const RemitEntityInfo *from,
                guint field,
                RemitAudience audience,
                const char *plans)
{
  int plan = remit_entity_info_find_plan (from);
  RemitKind owner = remit_entity_info_get_owner (from);
  const char *column = get_column (from, (int) field);

  if ((plan < 0 && owner == REMIT_KIND_NONE)
      || !remit_audience_sees_field (audience, &from->fields[field]))
    return;
  g_string_append_printf (sql, "%sSELECT t.\"%s\" FROM %s AS t WHERE t.\"%s\" ",
                          sql->str[sql->len - 1] == '(' ? "" : " UNION ", column,
                          remit_entity_info_get_table (from),
                          get_column (from, plan >= 0 ? plan
                                                      : remit_entity_info_find_owner (from)));
  if (plan >= 0)
    g_string_append (sql, plans);
  else
    {
      g_string_append (sql, "IN ");
      add_wanted (sql, remit_entity_info (owner), audience, plans);
    }
  add_readable (sql, from, audience);
  g_string_append_printf (sql, " AND t.\"%s\" IS NOT NULL", column);
}

/* A file in which somebody's manager is missing would take the manager away from whoever imports
 * it; so that is wanted to which what is wanted refers. */
static void
add_own_references (GString *sql,
                    const RemitEntityInfo *info,
                    RemitAudience audience)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].target == info->kind
        && remit_audience_sees_field (audience, &info->fields[i]))
      g_string_append_printf (sql,
                              " UNION SELECT t.\"%1$s\" FROM wanted JOIN %2$s AS t ON"
                              " t.id = wanted.id WHERE t.\"%1$s\" IS NOT NULL",
                              get_column (info, (int) i), remit_entity_info_get_table (info));
}

static void
add_wanted (GString *sql,
            const RemitEntityInfo *info,
            RemitAudience audience,
            const char *plans)
{
  g_string_append (sql, "(WITH RECURSIVE wanted (id) AS (");
  for (RemitKind kind = info->kind + 1; kind < REMIT_N_KINDS; kind++)
    for (guint i = 0; i < remit_entity_info (kind)->n_fields; i++)
      if (remit_entity_info (kind)->fields[i].target == info->kind
          && !(remit_entity_info (kind)->fields[i].flags & REMIT_FIELD_OWNER))
        add_references (sql, remit_entity_info (kind), i, audience, plans);
  add_own_references (sql, info, audience);
  g_string_append (sql, ") SELECT id FROM wanted)");
}

/* ── Order ────────────────────────────────────────────────────────────────────────────────── */

static void
add_order (GString *sql,
           const RemitEntityInfo *info)
{
  int rank = remit_entity_info_find_rank (info);

  g_string_append (sql, " ORDER BY ");
  if (rank >= 0)
    g_string_append_printf (sql, "t.\"%s\", ", get_column (info, rank));
  else if (!remit_entity_info_has_id (info))
    /* by all, since ids are others when it is imported */
    for (guint i = 0; i < info->n_fields; i++)
      g_string_append_printf (sql, "t.\"%s\", ", get_column (info, (int) i));
  g_string_append (sql, "t.id");
}

/* ── Statements ───────────────────────────────────────────────────────────────────────────── */

const char *
remit_plan_select_all (RemitKind kind,
                       RemitAudience audience)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autoptr (GString) where = g_string_new ("WHERE ");
  int owner = remit_entity_info_find_owner (info);

  if (kind == REMIT_KIND_PLAN)
    return remit_store_get_select (kind, "WHERE t.id = ?1");
  if (info->section == NULL && owner < 0)
    return NULL;

  if (owner >= 0)
    g_string_append_printf (where, "t.\"%s\" = ?1", get_column (info, owner));
  else
    {
      g_string_append (where, "t.id IN ");
      add_wanted (where, info, audience, "= ?1");
    }
  add_readable (where, info, audience);
  add_order (where, info);
  return remit_store_get_select (kind, where->str);
}

const char *
remit_plan_select_one (RemitKind kind,
                       RemitAudience audience)
{
  g_autoptr (GString) where = g_string_new ("WHERE t.id = ?1");

  add_readable (where, remit_entity_info (kind), audience);
  return remit_store_get_select (kind, where->str);
}

const char *
remit_plan_select_used_elsewhere (RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autoptr (GString) sql = g_string_new ("SELECT id FROM ");

  if (info->section == NULL || remit_entity_info_find_plan (info) >= 0)
    return NULL;
  add_wanted (sql, info, REMIT_AUDIENCE_FULL, "<> ?1");
  return g_intern_string (sql->str);
}

const char *
remit_plan_select_count (void)
{
  g_autoptr (GString) sql = g_string_new ("SELECT 0");

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      int plan = remit_entity_info_find_plan (info);

      g_string_append_printf (sql, " + (SELECT count (*) FROM %s AS t",
                              remit_entity_info_get_table (info));
      if (plan >= 0)
        g_string_append_printf (sql, " WHERE t.\"%s\" = ?1", get_column (info, plan));
      g_string_append_c (sql, ')');
    }
  return g_intern_string (sql->str);
}
