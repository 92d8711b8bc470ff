/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting: what may not be deleted, and what goes with what may. */
#define G_LOG_DOMAIN "remit-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "remit-design-private.h"

/* How many places where a role is used are named. */
#define MAX_USES 3

/* Counts in all plans, also in those that are not loaded. @sql has the id as its parameter. */
static int
count (RemitWorkspace *workspace,
       const char *sql,
       gint64 id)
{
  RemitStore *store = remit_workspace_get_store (workspace);
  g_autoptr (RemitStatement) statement = remit_store_prepare (store, sql, NULL);

  if (statement == NULL)
    return 0;
  remit_statement_bind_integer (statement, 1, id);
  return remit_store_step (store, statement, NULL)
           ? (int) remit_statement_get_integer (statement, 0)
           : 0;
}

/* "ML engineer in Fraud (plan 2027)" */
static char *
dup_use (RemitWorkspace *workspace,
         const RemitRecord *slot)
{
  g_autofree char *name = remit_design_dup_record_name (workspace, slot);
  g_autofree char *team = remit_design_dup_name (
      workspace, REMIT_KIND_TEAM, remit_record_get_integer (slot, REMIT_SLOT_TEAM));
  g_autofree char *plan = remit_design_dup_name (
      workspace, REMIT_KIND_PLAN, remit_record_get_integer (slot, REMIT_SLOT_PLAN));

  /* Translators: a slot, its team, its plan */
  return g_strdup_printf (_ ("%1$s in %2$s (plan %3$s)"), name, team, plan);
}

static GPtrArray *
find_uses (RemitWorkspace *workspace,
           gint64 role)
{
  RemitStore *store = remit_workspace_get_store (workspace);
  GPtrArray *uses = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  const char *sql = remit_store_get_select (REMIT_KIND_SLOT,
                                            "WHERE t.role = ?1 ORDER BY t.id LIMIT 3");
  g_autoptr (RemitStatement) statement = remit_store_prepare (store, sql, NULL);

  G_STATIC_ASSERT (MAX_USES == 3);

  if (statement == NULL)
    return uses;
  remit_statement_bind_integer (statement, 1, role);
  while (remit_store_step (store, statement, NULL))
    {
      RemitRecord *slot = remit_record_new (REMIT_KIND_SLOT);

      remit_store_read (statement, slot);
      g_ptr_array_add (uses, slot);
    }
  return uses;
}

static gboolean
refuse_used_role (RemitWorkspace *workspace,
                  const RemitRecord *role,
                  int n,
                  GError **error)
{
  g_autoptr (GPtrArray) slots = find_uses (workspace, remit_record_get_id (role));
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *where = NULL;
  int more = n - (int) slots->len;

  for (guint i = 0; i < slots->len; i++)
    g_ptr_array_add (uses, dup_use (workspace, g_ptr_array_index (slots, i)));
  if (more > 0)
    /* Translators: the end of a list of slots */
    g_ptr_array_add (uses, g_strdup_printf (ngettext ("%d more", "%d more", (gulong) more), more));
  where = remit_design_join (uses);

  return remit_design_refuse (error,
                              /* Translators: a role, how many slots, and a list of them */
                              ngettext ("The role %1$s is still needed by %2$d slot: %3$s. "
                                        "Delete it, or give it another role, first.",
                                        "The role %1$s is still needed by %2$d slots: %3$s. "
                                        "Delete them, or give them another role, first.",
                                        (gulong) n),
                              remit_record_get_text (role, REMIT_ROLE_NAME), n, where);
}

static void
add_teams (GPtrArray *parts,
           int n)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d team", "%d teams", (gulong) n), n));
}

static void
add_slots (GPtrArray *parts,
           int n)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d slot", "%d slots", (gulong) n), n));
}

static void
add_assignments (GPtrArray *parts,
                 int n)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d assignment", "%d assignments",
                                                       (gulong) n), n));
}

static void
add_skill_uses (GPtrArray *parts,
                int people,
                int slots)
{
  if (people > 0)
    /* Translators: what goes with a skill that is deleted */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("the level of %d person",
                                                       "the levels of %d people",
                                                       (gulong) people), people));
  if (slots > 0)
    /* Translators: what goes with a skill that is deleted */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("the need of %d slot",
                                                       "the needs of %d slots",
                                                       (gulong) slots), slots));
}

/* A team takes those of its decisions with it that have no log. */
#define SILENT_DECISIONS_OF_TEAM \
  "SELECT count(*) FROM decision AS d WHERE d.team = ?1" \
  " AND NOT EXISTS (SELECT 1 FROM decision_event AS e WHERE e.decision = d.id)"

/* What goes with what is deleted. */
typedef struct {
  int teams;
  int slots;
  int assignments;
  int skilled_people;
  int needy_slots;
  int decisions;
  int rights;
  int events;
  int ladders;
  int conflicts;
} Consequence;

static void
add_decisions (GPtrArray *parts,
               const Consequence *sum)
{
  if (sum->decisions > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d decision", "%d decisions",
                                                       (gulong) sum->decisions), sum->decisions));
  if (sum->rights > 0)
    /* Translators: letters in the matrix of decisions */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d right", "%d rights",
                                                       (gulong) sum->rights), sum->rights));
  if (sum->events > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d log entry", "%d log entries",
                                                       (gulong) sum->events), sum->events));
}

static void
add_conflicts (GPtrArray *parts,
               const Consequence *sum)
{
  if (sum->ladders > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d escalation ladder",
                                                       "%d escalation ladders",
                                                       (gulong) sum->ladders), sum->ladders));
  if (sum->conflicts > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d conflict with its log",
                                                       "%d conflicts with their logs",
                                                       (gulong) sum->conflicts),
                                             sum->conflicts));
}

static void
add_consequence (RemitWorkspace *workspace,
                 RemitKind kind,
                 gint64 id,
                 Consequence *sum)
{
  switch (kind)
    {
    case REMIT_KIND_PLAN:
      sum->teams += count (workspace, "SELECT count(*) FROM team WHERE plan = ?1", id);
      sum->slots += count (workspace, "SELECT count(*) FROM slot WHERE plan = ?1", id);
      sum->assignments += count (workspace, "SELECT count(*) FROM assignment WHERE plan = ?1", id);
      sum->decisions += count (workspace, "SELECT count(*) FROM decision WHERE plan = ?1", id);
      sum->rights += count (workspace, "SELECT count(*) FROM right WHERE plan = ?1", id);
      sum->events += count (workspace, "SELECT count(*) FROM decision_event WHERE plan = ?1", id);
      sum->ladders += count (workspace, "SELECT count(*) FROM ladder WHERE plan = ?1", id);
      sum->conflicts += count (workspace, "SELECT count(*) FROM conflict WHERE plan = ?1", id);
      break;
    case REMIT_KIND_TEAM:
      sum->slots += count (workspace, "SELECT count(*) FROM slot WHERE team = ?1", id);
      sum->assignments += count (workspace, "SELECT count(*) FROM assignment AS a "
                                            "JOIN slot AS s ON s.id = a.slot "
                                            "WHERE s.team = ?1", id);
      sum->decisions += count (workspace, SILENT_DECISIONS_OF_TEAM, id);
      sum->rights += count (workspace, "SELECT count(*) FROM right AS r "
                                       "JOIN slot AS s ON s.id = r.slot WHERE s.team = ?1", id);
      sum->ladders += count (workspace, "SELECT count(*) FROM ladder WHERE team = ?1", id);
      break;
    case REMIT_KIND_SLOT:
      sum->assignments += count (workspace, "SELECT count(*) FROM assignment WHERE slot = ?1", id);
      sum->rights += count (workspace, "SELECT count(*) FROM right WHERE slot = ?1", id);
      break;
    case REMIT_KIND_ROLE:
      sum->rights += count (workspace, "SELECT count(*) FROM right WHERE role = ?1", id);
      break;
    case REMIT_KIND_DECISION:
      sum->rights += count (workspace, "SELECT count(*) FROM right WHERE decision = ?1", id);
      break;
    case REMIT_KIND_PERSON:
      sum->assignments += count (workspace, "SELECT count(*) FROM assignment WHERE person = ?1",
                                 id);
      sum->rights += count (workspace, "SELECT count(*) FROM right WHERE person = ?1", id);
      break;
    case REMIT_KIND_SKILL:
      sum->skilled_people += count (workspace, "SELECT count(*) FROM person_skill WHERE skill = ?1",
                                    id);
      sum->needy_slots += count (workspace, "SELECT count(*) FROM slot_need WHERE skill = ?1", id);
      break;
    case REMIT_KIND_HOLIDAY:
    case REMIT_KIND_LADDER:
    case REMIT_KIND_RUNG:
    case REMIT_KIND_CONFLICT:
    case REMIT_KIND_INVOLVEMENT:
    case REMIT_KIND_PARTY:
    case REMIT_KIND_OWN_RUNG:
    case REMIT_KIND_CONFLICT_EVENT:
    case REMIT_KIND_NONE:
    case REMIT_KIND_SETTINGS:
    case REMIT_KIND_PERSON_SKILL:
    case REMIT_KIND_ABSENCE:
    case REMIT_KIND_SLOT_NEED:
    case REMIT_KIND_ASSIGNMENT:
    case REMIT_KIND_RIGHT:
    case REMIT_KIND_DECISION_EVENT:
    case REMIT_KIND_WAIVER:
    case REMIT_N_KINDS:
    default:
      break;
    }
}

static char *
dup_consequence (const Consequence *sum)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_teams (parts, sum->teams);
  add_slots (parts, sum->slots);
  add_assignments (parts, sum->assignments);
  add_skill_uses (parts, sum->skilled_people, sum->needy_slots);
  add_decisions (parts, sum);
  add_conflicts (parts, sum);
  return remit_design_join (parts);
}

/* What has a log stays, with the log. */
static gboolean
check_silent (RemitWorkspace *workspace,
              const RemitRecord *decision,
              GError **error)
{
  int n = count (workspace, "SELECT count(*) FROM decision_event WHERE decision = ?1",
                 remit_record_get_id (decision));

  return n == 0
         || remit_design_refuse (error,
                                 /* Translators: a decision, and how many lines its log has */
                                 ngettext ("%1$s has a log, with %2$d entry, which is kept. "
                                           "Withdraw the decision instead.",
                                           "%1$s has a log, with %2$d entries, which is kept. "
                                           "Withdraw the decision instead.", (gulong) n),
                                 remit_record_get_text (decision, REMIT_DECISION_TITLE), n);
}

static gboolean
check_delete (RemitWorkspace *workspace,
              const RemitRecord *record,
              GError **error)
{
  int n;

  if (remit_record_get_kind (record) == REMIT_KIND_SETTINGS)
    return remit_design_refuse (error, _ ("The settings of a workspace cannot be deleted"));
  if (remit_entity_info (remit_record_get_kind (record))->is_log)
    return remit_design_refuse (error, _ ("The log cannot be rewritten; add a correction to it "
                                          "instead"));
  if (remit_record_get_kind (record) == REMIT_KIND_CONFLICT)
    return remit_design_refuse (error, _ ("A conflict has a log, which is kept. Withdraw the "
                                          "conflict instead."));
  if (remit_record_get_kind (record) == REMIT_KIND_OWN_RUNG)
    return remit_design_refuse (error, _ ("A running conflict keeps the ladder that it was raised "
                                          "on"));
  if (remit_record_get_kind (record) == REMIT_KIND_DECISION)
    return check_silent (workspace, record, error);
  if (remit_record_get_kind (record) != REMIT_KIND_ROLE)
    return TRUE;

  n = count (workspace, "SELECT count(*) FROM slot WHERE role = ?1", remit_record_get_id (record));
  return n == 0 || refuse_used_role (workspace, record, n, error);
}

gboolean
remit_design_can_delete_all (RemitWorkspace *workspace,
                             RemitKind kind,
                             const gint64 *ids,
                             gsize n_ids,
                             char **consequence,
                             GError **error)
{
  Consequence sum = { 0 };

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, FALSE);

  if (consequence != NULL)
    *consequence = NULL;
  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (RemitRecord) record = remit_design_load (workspace, kind, ids[i], error);

      if (record == NULL || !check_delete (workspace, record, error))
        return FALSE;
      if (consequence != NULL)
        add_consequence (workspace, kind, ids[i], &sum);
    }
  if (consequence != NULL)
    *consequence = dup_consequence (&sum);
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
static char *
dup_label (RemitWorkspace *workspace,
           const RemitRecord *first,
           gsize n_ids)
{
  if (n_ids == 1)
    return remit_design_dup_label (workspace, REMIT_VERB_DELETE, first);
  switch ((int) remit_record_get_kind (first))
    {
    case REMIT_KIND_PERSON:
      return g_strdup_printf (ngettext ("Delete %u person", "Delete %u people", n_ids),
                              (guint) n_ids);
    case REMIT_KIND_ROLE:
      return g_strdup_printf (ngettext ("Delete %u role", "Delete %u roles", n_ids),
                              (guint) n_ids);
    case REMIT_KIND_SKILL:
      return g_strdup_printf (ngettext ("Delete %u skill", "Delete %u skills", n_ids),
                              (guint) n_ids);
    default:
      return g_strdup_printf (ngettext ("Delete %u entry", "Delete %u entries", n_ids),
                              (guint) n_ids);
    }
}

/* Those of a team that have no log; the others stay, as the plan's. */
static gboolean
delete_decisions (RemitEdit *edit,
                  gint64 team,
                  GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitStatement) statement = NULL;

  statement = remit_store_prepare (remit_edit_get_store (edit),
                                   "SELECT d.id FROM decision AS d WHERE d.team = ?1 AND NOT EXISTS"
                                   " (SELECT 1 FROM decision_event AS e WHERE e.decision = d.id)",
                                   error);
  if (statement == NULL)
    return FALSE;
  remit_statement_bind_integer (statement, 1, team);
  while (remit_store_step (remit_edit_get_store (edit), statement, NULL))
    {
      gint64 id = remit_statement_get_integer (statement, 0);

      g_array_append_val (ids, id);
    }
  remit_statement_reset (statement);
  for (guint i = 0; i < ids->len; i++)
    if (!remit_edit_delete (edit, REMIT_KIND_DECISION, g_array_index (ids, gint64, i), error))
      return FALSE;
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
  g_autofree char *label = NULL;

  g_return_val_if_fail (n_ids > 0, FALSE);

  if (!remit_design_can_delete_all (workspace, kind, ids, n_ids, NULL, error))
    return FALSE;
  first = remit_design_load (workspace, kind, ids[0], error);
  if (first == NULL)
    return FALSE;

  label = dup_label (workspace, first, n_ids);
  edit = remit_workspace_begin (workspace, label, error);
  if (edit == NULL)
    return FALSE;
  remit_edit_set_plan (edit, kind == REMIT_KIND_PLAN ? 0 : remit_design_get_plan (first));
  for (gsize i = 0; i < n_ids; i++)
    if ((kind == REMIT_KIND_TEAM && !delete_decisions (edit, ids[i], error))
        || !remit_edit_delete (edit, kind, ids[i], error))
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
