/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report says of skills: how far those of each team cover what its slots need. */
#include "model/remit-day.h"
#include "plan/skills/remit-skill-map.h"
#include "remit-report-node.h"

/* Levels and needs are what the figures are made of. */
static gboolean
is_shown (const RemitExport *export)
{
  return remit_audience_sees_kind (export->audience, &remit_person_skill_info)
         && remit_audience_sees_kind (export->audience, &remit_slot_need_info)
         && remit_audience_sees_field (export->audience,
                                       &remit_person_skill_info.fields[REMIT_PERSON_SKILL_LEVEL])
         && remit_audience_sees_field (export->audience,
                                       &remit_slot_need_info.fields[REMIT_SLOT_NEED_LEVEL]);
}

static gboolean
shows_expiry (const RemitExport *export)
{
  return remit_audience_sees_field (export->audience,
                                    &remit_person_skill_info.fields[REMIT_PERSON_SKILL_EXPIRES]);
}

/* Returns: whether there is something to say of the cell beside that all is well */
static gboolean
is_remarkable (const RemitSkillCell *cell,
               gboolean is_expiring)
{
  return remit_skill_cell_is_gap (cell) || (cell->n_people == 1 && cell->critical)
         || cell->level < cell->target || is_expiring;
}

static void
add_cell (xmlNode *team,
          xmlNs *ns,
          const RemitSkillColumn *column,
          const RemitSkillCell *cell,
          gboolean is_expiring)
{
  xmlNode *node = xmlNewChild (team, ns, BAD_CAST "skill", NULL);

  remit_report_node_set_id (node, "skill", column->skill);
  remit_report_node_set (node, "name", column->name);
  remit_report_node_set_some (node, "needed", cell->needed);
  remit_report_node_set_some (node, "target", cell->target);
  remit_report_node_set_some (node, "level", cell->level);
  remit_report_node_set_some (node, "people", cell->n_people);
  remit_report_node_set (node, "critical", cell->critical ? "true" : NULL);
  remit_report_node_set (node, "gap", remit_skill_cell_is_gap (cell) ? "true" : NULL);
  remit_report_node_set (node, "expiring", is_expiring ? "true" : NULL);
}

static void
add_team (const RemitExport *export,
          xmlNode *skills,
          xmlNs *ns,
          const RemitSkillMap *map,
          guint row)
{
  const RemitSkillRow *at = &g_array_index (map->rows, RemitSkillRow, row);
  xmlNode *team = xmlNewChild (skills, ns, BAD_CAST "team", NULL);
  guint n_needed = 0, n_gaps = 0, n_single = 0, n_expiring = 0;

  for (guint i = 0; i < map->columns->len; i++)
    {
      const RemitSkillCell *cell = remit_skill_map_get (map, row, i);
      gboolean is_expiring;

      if (cell == NULL || cell->needed == 0)
        continue;
      is_expiring = shows_expiry (export)
                    && (cell->standing == REMIT_STANDING_EXPIRING
                        || cell->standing == REMIT_STANDING_EXPIRED);
      n_needed++;
      n_gaps += remit_skill_cell_is_gap (cell);
      n_single += !remit_skill_cell_is_gap (cell) && cell->n_people == 1;
      n_expiring += is_expiring;
      if (is_remarkable (cell, is_expiring))
        add_cell (team, ns, &g_array_index (map->columns, RemitSkillColumn, i), cell, is_expiring);
    }
  remit_report_node_set_id (team, "team", at->id);
  remit_report_node_set (team, "name", at->name);
  remit_report_node_set_some (team, "needed", n_needed);
  remit_report_node_set_some (team, "gaps", n_gaps);
  remit_report_node_set_some (team, "single", n_single);
  remit_report_node_set_some (team, "expiring", n_expiring);
}

gboolean
remit_report_add_skills (const RemitExport *export,
                         xmlNode *root,
                         xmlNs *ns,
                         GError **error)
{
  g_autoptr (RemitSkillMap) map = NULL;
  xmlNode *skills;

  if (!is_shown (export))
    return TRUE;
  map = remit_skill_map_read (export->store, export->plan, REMIT_SKILL_MAP_TEAMS, TRUE,
                              remit_day_today (), export->cancellable, error);
  if (map == NULL)
    return FALSE;
  if (map->columns->len == 0)
    return TRUE;
  skills = xmlNewChild (root, ns, BAD_CAST "skills", NULL);
  remit_report_node_set (skills, "expiry", shows_expiry (export) ? "true" : NULL);
  for (guint i = 0; i < map->rows->len; i++)
    add_team (export, skills, ns, map, i);
  return TRUE;
}
