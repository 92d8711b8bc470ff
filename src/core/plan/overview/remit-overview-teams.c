/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of a plan for its overview: in the order of the board, and who is in several. */
#include <string.h>

#include "model/remit-framework.h"
#include "remit-overview-private.h"

/* A team as it was read, before the order is known. */
typedef struct {
  RemitOverviewTeam team;
  gint64 parent;
} Read;

typedef struct {
  RemitOverview *overview;
  RemitStore *store;
  gint64 plan;
  const char *today;
  GCancellable *cancellable;
  GArray *read;       /* of Read */
  GHashTable *rows;   /* id of a team → row + 1 */
  GHashTable *shared; /* both rows of a link → its place in the overview + 1 */
  GArray *of_person;  /* rows of the teams of the person that is read */
  gint64 person;
} Reading;

typedef void (*ReadRow) (Reading *self,
                         RemitStatement *row);

static gboolean
read_rows (Reading *self,
           const char *sql,
           ReadRow read,
           GError **error)
{
  RemitStatement *rows = remit_store_query (self->store, sql, self->plan, 0, error);

  if (rows == NULL)
    return FALSE;
  if (strstr (sql, "?2") != NULL)
    remit_statement_bind_text (rows, 2, self->today);
  while (remit_store_step_unless (self->store, rows, self->cancellable))
    read (self, rows);
  return remit_store_finish_unless (self->store, rows, self->cancellable, error);
}

/* ── In the order of the board ────────────────────────────────────────────────────────────── */

static void
read_team (Reading *self,
           RemitStatement *row)
{
  int topology = remit_choice_find (remit_team_info.fields[REMIT_TEAM_TOPOLOGY].choices,
                                    remit_statement_get_text (row, 3));
  Read team = {
    .team = { .id = remit_statement_get_integer (row, 0),
              .name = g_strdup (remit_statement_get_string (row, 1)),
              .topology = (RemitTopology) MAX (topology, 0) },
    .parent = remit_statement_get_integer (row, 2),
  };

  g_array_append_val (self->read, team);
}

/* Moves a team to its place, those within it after it. @children: by the id of their parent, in
 * the order in which they were read */
static void
place (Reading *self,
       GHashTable *children,
       guint at,
       guint depth)
{
  Read *read = &g_array_index (self->read, Read, at);
  gint64 id = read->team.id;
  const GArray *within = g_hash_table_lookup (children, &id);

  if (read->team.name == NULL) /* it has its place already */
    return;
  read->team.depth = depth;
  g_array_append_val (self->overview->teams, read->team);
  read->team.name = NULL;
  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (self->overview->teams->len));
  for (guint i = 0; within != NULL && i < within->len; i++)
    place (self, children, g_array_index (within, guint, i), depth + 1);
}

/* What is around a team that is not of the plan, or within itself, is around none. */
static void
put_in_order (Reading *self)
{
  g_autoptr (GHashTable) children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                           (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->read->len; i++)
    g_hash_table_add (ids, &g_array_index (self->read, Read, i).team.id);
  for (guint i = 0; i < self->read->len; i++)
    {
      gint64 parent = g_array_index (self->read, Read, i).parent;
      GArray *within;

      if (!g_hash_table_contains (ids, &parent))
        continue;
      within = g_hash_table_lookup (children, &parent);
      if (within == NULL)
        {
          within = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (children, g_memdup2 (&parent, sizeof parent), within);
        }
      g_array_append_val (within, i);
    }
  for (guint i = 0; i < self->read->len; i++)
    if (!g_hash_table_contains (ids, &g_array_index (self->read, Read, i).parent))
      place (self, children, i, 0);
  for (guint i = 0; i < self->read->len; i++)
    place (self, children, i, 0);
}

/* ── What is theirs ───────────────────────────────────────────────────────────────────────── */

static RemitOverviewTeam *
find_team (Reading *self,
           gint64 id,
           guint *row)
{
  *row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &id));
  return *row > 0 ? &g_array_index (self->overview->teams, RemitOverviewTeam, --*row) : NULL;
}

static void
read_slots (Reading *self,
            RemitStatement *row)
{
  guint at;
  RemitOverviewTeam *team = find_team (self, remit_statement_get_integer (row, 0), &at);

  if (team == NULL)
    return;
  team->n_slots = (guint) remit_statement_get_integer (row, 1);
  team->n_filled = (guint) remit_statement_get_integer (row, 2);
}

static void
read_conflicts (Reading *self,
                RemitStatement *row)
{
  guint at;
  RemitOverviewTeam *team = find_team (self, remit_statement_get_integer (row, 0), &at);

  if (team != NULL)
    team->n_conflicts = (guint) remit_statement_get_integer (row, 1);
}

/* A decision, and the letters that are held in it. */
static void
read_decision (Reading *self,
               RemitStatement *row)
{
  int framework = remit_choice_find (remit_framework_choices, remit_statement_get_text (row, 1));
  const RemitLetterInfo *decides = remit_framework_find_part (
    (RemitFramework) MAX (framework, 0), REMIT_PART_DECIDES);
  const char *letters = remit_statement_get_string (row, 2);
  gboolean is_decided = decides != NULL
                        && strstr (letters, remit_letter_choices[decides->letter].nick) != NULL;
  guint at;
  RemitOverviewTeam *team = find_team (self, remit_statement_get_integer (row, 0), &at);

  self->overview->n_undecided += !is_decided;
  if (team == NULL)
    return;
  team->n_decisions++;
  team->n_undecided += !is_decided;
  if (!is_decided && team->undecided == 0)
    team->undecided = remit_statement_get_integer (row, 3);
}

static void
read_sums (Reading *self,
           RemitStatement *row)
{
  self->overview->n_people = (guint) remit_statement_get_integer (row, 0);
  self->overview->needed = (int) remit_statement_get_integer (row, 1);
  self->overview->allocated = (int) remit_statement_get_integer (row, 2);
}

/* ── Who is in several ────────────────────────────────────────────────────────────────────── */

static void
add_link (Reading *self,
          guint a,
          guint b)
{
  RemitTeamLink link = { MIN (a, b), MAX (a, b), 1 };
  gint64 both = ((gint64) link.from << 32) | link.to;
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->shared, &both));

  if (at > 0)
    {
      g_array_index (self->overview->links, RemitTeamLink, at - 1).n_people++;
      return;
    }
  g_array_append_val (self->overview->links, link);
  g_hash_table_insert (self->shared, g_memdup2 (&both, sizeof both),
                       GUINT_TO_POINTER (self->overview->links->len));
}

/* Rows come by person, each of their teams once. */
static void
read_member (Reading *self,
             RemitStatement *row)
{
  gint64 person = remit_statement_get_integer (row, 0);
  guint at;

  if (find_team (self, remit_statement_get_integer (row, 1), &at) == NULL)
    return;
  if (person != self->person)
    g_array_set_size (self->of_person, 0);
  self->person = person;
  for (guint i = 0; i < self->of_person->len; i++)
    add_link (self, g_array_index (self->of_person, guint, i), at);
  g_array_append_val (self->of_person, at);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const RemitTeamLink *one = a;
  const RemitTeamLink *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->to > other->to) - (one->to < other->to);
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

#define NOT_OVER "coalesce (s.\"until\", '9999-12-31') >= ?2"
#define HELD                                                                                       \
  " FROM slot s JOIN assignment a ON a.slot = s.id WHERE s.plan = ?1"                              \
  " AND coalesce (a.\"until\", s.\"until\", '9999-12-31') >= ?2"
#define TODAY(table)                                                                               \
  "?2 BETWEEN coalesce (" table ".\"from\", '') AND coalesce (" table ".\"until\", '9999-12-31')"

static const char teams_sql[] =
  "SELECT id, name, parent, topology FROM team WHERE plan = ?1 ORDER BY position, id";

static const struct {
  const char *sql;
  ReadRow read;
} steps[] = {
  { "SELECT s.team, count (*), sum (EXISTS (SELECT 1 FROM assignment a WHERE a.slot = s.id"
    " AND coalesce (a.\"until\", '9999-12-31') >= ?2)) FROM slot s WHERE s.plan = ?1 AND " NOT_OVER
    " GROUP BY s.team", read_slots },
  { "SELECT d.team, d.framework, coalesce ((SELECT group_concat (r.letter, '') FROM right r"
    " WHERE r.decision = d.id), ''), d.id FROM decision d WHERE d.plan = ?1"
    " AND d.status IN ('proposed', 'accepted') ORDER BY d.position, d.id", read_decision },
  { "SELECT team, count (*) FROM conflict WHERE plan = ?1"
    " AND status IN ('open', 'mediating', 'escalated') GROUP BY team", read_conflicts },
  { "SELECT (SELECT count (DISTINCT a.person)" HELD "),"
    " (SELECT coalesce (sum (s.fte), 0) FROM slot s WHERE s.plan = ?1 AND " TODAY ("s") "),"
    " (SELECT coalesce (sum (a.allocation), 0) FROM assignment a JOIN slot s ON s.id = a.slot"
    "  WHERE a.plan = ?1 AND " TODAY ("a") " AND " TODAY ("s") ")", read_sums },
  { "SELECT DISTINCT a.person, s.team" HELD " ORDER BY a.person", read_member },
};

static gboolean
read_all (Reading *self,
          GError **error)
{
  if (!read_rows (self, teams_sql, read_team, error))
    return FALSE;
  put_in_order (self);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!read_rows (self, steps[i].sql, steps[i].read, error))
      return FALSE;
  g_array_sort (self->overview->links, compare_links);
  return TRUE;
}

gboolean
remit_overview_read_teams (RemitOverview *self,
                           RemitStore *store,
                           gint64 plan,
                           const char *today,
                           GCancellable *cancellable,
                           GError **error)
{
  Reading reading = { .overview = self, .store = store, .plan = plan, .today = today,
                      .cancellable = cancellable };
  gboolean done;

  reading.read = g_array_new (FALSE, FALSE, sizeof (Read));
  reading.rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reading.shared = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reading.of_person = g_array_new (FALSE, FALSE, sizeof (guint));
  done = read_all (&reading, error);
  for (guint i = 0; i < reading.read->len; i++)
    g_free (g_array_index (reading.read, Read, i).team.name);
  g_array_unref (reading.read);
  g_hash_table_unref (reading.rows);
  g_hash_table_unref (reading.shared);
  g_array_unref (reading.of_person);
  return done;
}
