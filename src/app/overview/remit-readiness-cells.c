/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ready teams are to work, as the cells of a grid. */
#include "remit-readiness-cells.h"

#include <glib/gi18n.h>

#include "check/findings/remit-finding-teams.h"

/* @n_gaps: skills of which the team has less than its slots need
 * @n_findings: by severity
 * @n_missing: how many of the figures say that something is missing */
typedef struct {
  guint team;
  guint n_gaps;
  guint n_findings[REMIT_N_SEVERITIES];
  guint n_missing;
} Row;

/* @rows: (element-type Row) */
struct _RemitReadinessCells
{
  const RemitOverview *overview;
  GArray *rows;
};

static const char *const heads[REMIT_N_READINESS] = {
  [REMIT_READINESS_SLOTS] = N_ ("Slots filled"),
  [REMIT_READINESS_SKILLS] = N_ ("Skills missing"),
  [REMIT_READINESS_FINDINGS] = N_ ("Findings"),
  [REMIT_READINESS_DECISIONS] = N_ ("Nobody decides"),
  [REMIT_READINESS_CONFLICTS] = N_ ("Open conflicts"),
};

static const Row *
get_row (RemitReadinessCells *self,
         guint row)
{
  return &g_array_index (self->rows, Row, row);
}

const RemitOverviewTeam *
remit_readiness_cells_get_team (RemitReadinessCells *self,
                                guint row)
{
  return &g_array_index (self->overview->teams, RemitOverviewTeam, get_row (self, row)->team);
}

/* ── Figures ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: how much is missing or wrong; of slots, how many are vacant */
static guint
count_missing (const Row *row,
               const RemitOverviewTeam *team,
               RemitReadiness of)
{
  switch (of)
    {
    case REMIT_READINESS_SLOTS:
      return team->n_slots - team->n_filled;
    case REMIT_READINESS_SKILLS:
      return row->n_gaps;
    case REMIT_READINESS_FINDINGS:
      return row->n_findings[REMIT_SEVERITY_ERROR] + row->n_findings[REMIT_SEVERITY_WARNING];
    case REMIT_READINESS_DECISIONS:
      return team->n_undecided;
    case REMIT_READINESS_CONFLICTS:
      return team->n_conflicts;
    case REMIT_N_READINESS:
    default:
      return 0;
    }
}

static void
judge (RemitReadinessCells *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      const RemitOverviewTeam *team = remit_readiness_cells_get_team (self, i);

      row->n_missing = team->n_slots == 0;
      for (guint of = 0; of < REMIT_N_READINESS; of++)
        row->n_missing += count_missing (row, team, (RemitReadiness) of) > 0;
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  const Row *one = a;
  const Row *other = b;
  guint errors = one->n_findings[REMIT_SEVERITY_ERROR];
  guint other_errors = other->n_findings[REMIT_SEVERITY_ERROR];

  if (one->n_missing != other->n_missing)
    return one->n_missing > other->n_missing ? -1 : 1;
  if (errors != other_errors)
    return errors > other_errors ? -1 : 1;
  return (one->team > other->team) - (one->team < other->team);
}

static void
put_in_order (RemitReadinessCells *self)
{
  judge (self);
  g_array_sort_with_data (self->rows, compare_rows, NULL);
}

/* ── The cells ────────────────────────────────────────────────────────────────────────────── */

static const char *
get_name (gpointer data,
          guint row)
{
  return remit_readiness_cells_get_team (data, row)->name;
}

static const char *
get_head (gpointer data G_GNUC_UNUSED,
          guint column)
{
  return _ (heads[column]);
}

static void
get_slots (const RemitOverviewTeam *team,
           RemitGridCell *cell)
{
  g_snprintf (cell->text, sizeof cell->text, "%u/%u", team->n_filled, team->n_slots);
  cell->tone = REMIT_TONE_GOOD;
  if (team->n_filled == team->n_slots && team->n_slots > 0)
    {
      cell->shade = 0.6;
      return;
    }
  cell->tone = team->n_filled * 2 < team->n_slots || team->n_slots == 0 ? REMIT_TONE_ERROR
                                                                        : REMIT_TONE_WARNING;
  cell->shade = 0.6;
  cell->marks = REMIT_CELL_ALERT;
}

static void
get_cell (gpointer data,
          guint row,
          guint column,
          RemitGridCell *cell)
{
  RemitReadinessCells *self = data;
  const RemitOverviewTeam *team = remit_readiness_cells_get_team (self, row);
  const Row *of = get_row (self, row);
  guint n = count_missing (of, team, (RemitReadiness) column);

  if (column == REMIT_READINESS_SLOTS)
    {
      get_slots (team, cell);
      return;
    }
  /* a figure that is nothing stays quiet */
  if (n == 0)
    {
      g_strlcpy (cell->text, "–", sizeof cell->text);
      return;
    }
  g_snprintf (cell->text, sizeof cell->text, "%u", n);
  cell->tone = column == REMIT_READINESS_DECISIONS
                   || (column == REMIT_READINESS_FINDINGS
                       && of->n_findings[REMIT_SEVERITY_ERROR] > 0)
                 ? REMIT_TONE_ERROR : REMIT_TONE_WARNING;
  cell->shade = 0.6;
  cell->marks = REMIT_CELL_ALERT;
}

static char *
dup_words (gpointer data,
           guint row,
           guint column)
{
  RemitReadinessCells *self = data;
  const RemitOverviewTeam *team = remit_readiness_cells_get_team (self, row);
  const Row *of = get_row (self, row);
  guint n = count_missing (of, team, (RemitReadiness) column);
  guint errors = of->n_findings[REMIT_SEVERITY_ERROR];

  switch ((RemitReadiness) column)
    {
    case REMIT_READINESS_SLOTS:
      return g_strdup_printf (ngettext ("%1$u of %2$u slot filled", "%1$u of %2$u slots filled",
                                        team->n_slots), team->n_filled, team->n_slots);
    case REMIT_READINESS_SKILLS:
      return g_strdup_printf (ngettext ("%u skill below what slots require",
                                        "%u skills below what slots require", n), n);
    case REMIT_READINESS_FINDINGS:
      /* Translators: errors and warnings, and how many of them are errors */
      return g_strdup_printf (ngettext ("%1$u finding, errors: %2$u", "%1$u findings, errors: %2$u",
                                        n), n, errors);
    case REMIT_READINESS_DECISIONS:
      return g_strdup_printf (ngettext ("%1$u of %2$u decision without anybody who decides",
                                        "%1$u of %2$u decisions without anybody who decides",
                                        team->n_decisions), n, team->n_decisions);
    case REMIT_READINESS_CONFLICTS:
      return g_strdup_printf (ngettext ("%u open conflict", "%u open conflicts", n), n);
    case REMIT_N_READINESS:
    default:
      return NULL;
    }
}

RemitCellSource
remit_readiness_cells_get_source (RemitReadinessCells *self)
{
  return (RemitCellSource){
    .n_rows = self->rows->len,
    .n_columns = REMIT_N_READINESS,
    .get_row = get_name,
    .get_column = get_head,
    .get_cell = get_cell,
    .dup_words = dup_words,
    .data = self,
  };
}

/* ── Making them ──────────────────────────────────────────────────────────────────────────── */

static void
add_gaps (RemitReadinessCells *self,
          GHashTable *rows)
{
  const GArray *skills = self->overview->skills->rows;

  for (guint i = 0; i < skills->len; i++)
    {
      const RemitSkillRow *skill = &g_array_index (skills, RemitSkillRow, i);
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &skill->id));

      if (row > 0)
        g_array_index (self->rows, Row, row - 1).n_gaps = skill->n_gaps;
    }
}

/* Returns: (transfer full): the id of a team → its row + 1 */
static GHashTable *
index_rows (RemitReadinessCells *self)
{
  GHashTable *rows = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_insert (rows, (gpointer) &remit_readiness_cells_get_team (self, i)->id,
                         GUINT_TO_POINTER (i + 1));
  return rows;
}

RemitReadinessCells *
remit_readiness_cells_new (const RemitOverview *overview)
{
  RemitReadinessCells *self = g_new0 (RemitReadinessCells, 1);
  g_autoptr (GHashTable) rows = NULL;

  self->overview = overview;
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_size (self->rows, overview->teams->len);
  for (guint i = 0; i < self->rows->len; i++)
    g_array_index (self->rows, Row, i).team = i;
  rows = index_rows (self);
  add_gaps (self, rows);
  put_in_order (self);
  return self;
}

void
remit_readiness_cells_free (RemitReadinessCells *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

static void
count_finding (RemitReadinessCells *self,
               GHashTable *rows,
               RemitWorkspace *workspace,
               RemitFinding *finding)
{
  g_autoptr (GArray) teams = NULL;

  if (remit_finding_get_waiver (finding) != NULL)
    return;
  teams = remit_finding_find_teams (finding, workspace);
  for (guint i = 0; i < teams->len; i++)
    {
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &g_array_index (teams, gint64, i)));

      if (row > 0)
        g_array_index (self->rows, Row, row - 1).n_findings[remit_finding_get_severity (finding)]++;
    }
}

void
remit_readiness_cells_count_findings (RemitReadinessCells *self,
                                      RemitWorkspace *workspace,
                                      RemitChecker *checker)
{
  g_autoptr (GHashTable) rows = index_rows (self);
  guint n = checker != NULL ? g_list_model_get_n_items (G_LIST_MODEL (checker)) : 0;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint severity = 0; severity < REMIT_N_SEVERITIES; severity++)
      g_array_index (self->rows, Row, i).n_findings[severity] = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (G_LIST_MODEL (checker), i);

      count_finding (self, rows, workspace, finding);
    }
  put_in_order (self);
}

guint
remit_readiness_cells_count_ready (RemitReadinessCells *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += get_row (self, i)->n_missing == 0;
  return n;
}
