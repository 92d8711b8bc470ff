/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills an index with what a workspace and one of its plans have. */
#include <glib/gi18n-lib.h>

#include "remit-find-index.h"

/* So many are named where something is; the others are counted. */
#define NAMED_MAX 2

/* What is said of a person or a slot by those that share assignments with it: the first of them,
 * how many there are, and all of them to be found by. */
typedef struct {
  GString *named;
  GString *all;
  guint n;
} Partners;

/* @slots: what each slot is called, by its id; @slot_places: in which team it is
 * @of_people, @of_slots: their partners, by their ids */
typedef struct {
  RemitStore *store;
  gint64 plan;
  GCancellable *cancellable;
  RemitFindIndex *index;
  GStringChunk *texts;
  GHashTable *slots;
  GHashTable *slot_places;
  GHashTable *of_people;
  GHashTable *of_slots;
} Reading;

static void
partners_free (gpointer data)
{
  Partners *self = data;

  g_string_free (self->named, TRUE);
  g_string_free (self->all, TRUE);
  g_free (self);
}

static void
add_partner (GHashTable *table,
             gint64 id,
             const char *name)
{
  Partners *self = g_hash_table_lookup (table, &id);

  if (self == NULL)
    {
      self = g_new0 (Partners, 1);
      self->named = g_string_new (NULL);
      self->all = g_string_new (NULL);
      g_hash_table_insert (table, g_memdup2 (&id, sizeof id), self);
    }
  if (self->n++ < NAMED_MAX)
    g_string_append_printf (self->named, "%s%s", self->n > 1 ? ", " : "", name);
  else
    g_string_append_printf (self->all, " %s", name);
}

/* Returns: (transfer full) (nullable) */
static char *
dup_partners (GHashTable *table,
              gint64 id)
{
  Partners *self = g_hash_table_lookup (table, &id);

  if (self == NULL)
    return NULL;
  if (self->n <= NAMED_MAX)
    return g_strdup (self->named->str);
  /* Translators: names, and how many others there are: "Ada Lovelace, Alan Turing, 3 more" */
  return g_strdup_printf (ngettext ("%1$s, %2$u more", "%1$s, %2$u more", self->n - NAMED_MAX),
                          self->named->str, self->n - NAMED_MAX);
}

/* Returns: (nullable): those that dup_partners() only counts */
static const char *
get_other_partners (GHashTable *table,
                    gint64 id)
{
  Partners *self = g_hash_table_lookup (table, &id);

  return self != NULL ? self->all->str : NULL;
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

/* Calls @add for each row of a statement, of which the plan is parameter 1. */
static gboolean
read_rows (Reading *self,
           const char *sql,
           void (*add) (Reading *self,
                        RemitStatement *row),
           GError **error)
{
  RemitStatement *rows = remit_store_query (self->store, sql, self->plan, 0, error);
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  while (remit_store_step (self->store, rows))
    {
      add (self, rows);
      if (++n % 1024 == 0 && g_cancellable_is_cancelled (self->cancellable))
        break;
    }
  return remit_store_finish (self->store, rows, error)
         && !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Returns: (transfer full): two remarks on something, of which either may be missing */
static char *
join (const char *one,
      const char *other)
{
  if (one == NULL || *one == '\0' || other == NULL || *other == '\0')
    return g_strdup (one != NULL && *one != '\0' ? one : other != NULL ? other : "");
  return g_strconcat (one, " · ", other, NULL);
}

static const char *
get_choice (RemitKind kind,
            guint field,
            const char *nick)
{
  const RemitChoice *choices = remit_entity_info (kind)->fields[field].choices;
  int choice = remit_choice_find (choices, nick);

  return choice >= 0 ? g_dgettext (GETTEXT_PACKAGE, choices[choice].label) : "";
}

/* Slots are named before anybody is in them. */
static void
keep_slot (Reading *self,
           RemitStatement *row)
{
  gint64 id = remit_statement_get_integer (row, 0);

  g_hash_table_insert (self->slots, g_memdup2 (&id, sizeof id),
                       g_string_chunk_insert (self->texts, remit_statement_get_string (row, 1)));
  g_hash_table_insert (self->slot_places, g_memdup2 (&id, sizeof id),
                       g_string_chunk_insert_const (self->texts,
                                                    remit_statement_get_string (row, 2)));
}

static void
keep_assignment (Reading *self,
                 RemitStatement *row)
{
  gint64 slot = remit_statement_get_integer (row, 0);
  gint64 person = remit_statement_get_integer (row, 1);
  const char *name = g_hash_table_lookup (self->slots, &slot);
  g_autofree char *place = NULL;

  if (name == NULL)
    return;
  /* Translators: a slot and its team: "ML engineer in Fraud" */
  place = g_strdup_printf (_ ("%1$s in %2$s"), name,
                           (const char *) g_hash_table_lookup (self->slot_places, &slot));
  add_partner (self->of_people, person, place);
  add_partner (self->of_slots, slot, remit_statement_get_string (row, 2));
}

static void
add_team (Reading *self,
          RemitStatement *row)
{
  guint n = (guint) remit_statement_get_integer (row, 3);
  g_autofree char *slots = g_strdup_printf (ngettext ("%u slot", "%u slots", n), n);
  g_autofree char *place = join (remit_statement_get_string (row, 2), slots);

  remit_find_index_add (self->index, REMIT_FIND_TEAMS, remit_statement_get_integer (row, 0),
                        remit_statement_get_string (row, 1), place, NULL);
}

static void
add_slot (Reading *self,
          RemitStatement *row)
{
  gint64 id = remit_statement_get_integer (row, 0);
  g_autofree char *people = dup_partners (self->of_slots, id);
  g_autofree char *place = join (remit_statement_get_string (row, 2),
                                 people != NULL ? people : _ ("Vacant"));
  g_autofree char *more = g_strjoin (" ", remit_statement_get_string (row, 3),
                                     get_other_partners (self->of_slots, id), NULL);

  remit_find_index_add (self->index, REMIT_FIND_SLOTS, id, remit_statement_get_string (row, 1),
                        place, more);
}

/* Where they are, or else what they are. */
static void
add_person (Reading *self,
            RemitStatement *row)
{
  gint64 id = remit_statement_get_integer (row, 0);
  const char *job = remit_statement_get_string (row, 2);
  const char *unit = remit_statement_get_string (row, 3);
  g_autofree char *slots = dup_partners (self->of_people, id);
  g_autofree char *title = join (job, unit);
  g_autofree char *more = g_strjoin (" ", job, unit, remit_statement_get_string (row, 4),
                                     remit_statement_get_string (row, 5),
                                     get_other_partners (self->of_people, id), NULL);

  remit_find_index_add (self->index, REMIT_FIND_PEOPLE, id, remit_statement_get_string (row, 1),
                        slots != NULL ? slots : title, more);
}

static void
add_decision (Reading *self,
              RemitStatement *row)
{
  g_autofree char *place = join (remit_statement_get_string (row, 2),
                                 get_choice (REMIT_KIND_DECISION, REMIT_DECISION_STATUS,
                                             remit_statement_get_string (row, 3)));

  remit_find_index_add (self->index, REMIT_FIND_DECISIONS, remit_statement_get_integer (row, 0),
                        remit_statement_get_string (row, 1), place, NULL);
}

static void
add_conflict (Reading *self,
              RemitStatement *row)
{
  g_autofree char *place = join (remit_statement_get_string (row, 2),
                                 get_choice (REMIT_KIND_CONFLICT, REMIT_CONFLICT_STATUS,
                                             remit_statement_get_string (row, 3)));

  remit_find_index_add (self->index, REMIT_FIND_CONFLICTS, remit_statement_get_integer (row, 0),
                        remit_statement_get_string (row, 1), place, NULL);
}

static void
add_role (Reading *self,
          RemitStatement *row)
{
  guint n = (guint) remit_statement_get_integer (row, 2);
  g_autofree char *place = g_strdup_printf (ngettext ("%u slot", "%u slots", n), n);

  remit_find_index_add (self->index, REMIT_FIND_ROLES, remit_statement_get_integer (row, 0),
                        remit_statement_get_string (row, 1), place, NULL);
}

static void
add_skill (Reading *self,
           RemitStatement *row)
{
  guint n = (guint) remit_statement_get_integer (row, 3);
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  g_autofree char *place = join (remit_statement_get_string (row, 2), people);

  remit_find_index_add (self->index, REMIT_FIND_SKILLS, remit_statement_get_integer (row, 0),
                        remit_statement_get_string (row, 1), place, NULL);
}

static void
add_plan (Reading *self,
          RemitStatement *row)
{
  remit_find_index_add (self->index, REMIT_FIND_PLANS, remit_statement_get_integer (row, 0),
                        remit_statement_get_string (row, 1),
                        get_choice (REMIT_KIND_PLAN, REMIT_PLAN_STATUS,
                                    remit_statement_get_string (row, 2)),
                        NULL);
}

#define SLOT_NAME "CASE s.name WHEN '' THEN r.name ELSE s.name END"

/* In this order: what is said of one comes from those before it. */
static const struct {
  const char *sql;
  void (*add) (Reading *self,
               RemitStatement *row);
} readings[] = {
  { "SELECT s.id, " SLOT_NAME ", t.name FROM slot s JOIN role r ON r.id = s.role"
    " JOIN team t ON t.id = s.team WHERE s.plan = ?1", keep_slot },
  { "SELECT a.slot, a.person, p.name FROM assignment a JOIN person p ON p.id = a.person"
    " WHERE a.plan = ?1 ORDER BY a.id", keep_assignment },
  { "SELECT t.id, t.name, p.name, (SELECT count (*) FROM slot s WHERE s.team = t.id) FROM team t"
    " LEFT JOIN team p ON p.id = t.parent WHERE t.plan = ?1", add_team },
  { "SELECT s.id, " SLOT_NAME ", t.name, CASE s.name WHEN '' THEN '' ELSE r.name END FROM slot s"
    " JOIN role r ON r.id = s.role JOIN team t ON t.id = s.team WHERE s.plan = ?1", add_slot },
  { "SELECT id, name, title, unit, email, external_id FROM person", add_person },
  { "SELECT d.id, d.title, t.name, d.status FROM decision d LEFT JOIN team t ON t.id = d.team"
    " WHERE d.plan = ?1", add_decision },
  { "SELECT c.id, c.title, t.name, c.status FROM conflict c LEFT JOIN team t ON t.id = c.team"
    " WHERE c.plan = ?1", add_conflict },
  { "SELECT r.id, r.name, (SELECT count (*) FROM slot s WHERE s.role = r.id AND s.plan = ?1)"
    " FROM role r", add_role },
  { "SELECT s.id, s.name, s.category,"
    " (SELECT count (*) FROM person_skill h WHERE h.skill = s.id AND h.level > 0) FROM skill s",
    add_skill },
  { "SELECT id, name, status FROM plan", add_plan },
};

static gboolean
read_all (Reading *self,
          GError **error)
{
  gboolean done = TRUE;

  if (!remit_store_begin_read (self->store, NULL, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (readings) && done; i++)
    done = read_rows (self, readings[i].sql, readings[i].add, error);
  if (!remit_store_end_read (self->store, done, done ? error : NULL))
    return FALSE;
  return done;
}

RemitFindIndex *
remit_find_index_read (RemitStore *store,
                       gint64 plan,
                       GCancellable *cancellable,
                       GError **error)
{
  Reading self = { .store = store, .plan = plan, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  self.index = remit_find_index_new ();
  self.texts = g_string_chunk_new (16 * 1024);
  self.slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.slot_places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.of_people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, partners_free);
  self.of_slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, partners_free);
  done = read_all (&self, error);
  g_hash_table_unref (self.of_slots);
  g_hash_table_unref (self.of_people);
  g_hash_table_unref (self.slot_places);
  g_hash_table_unref (self.slots);
  g_string_chunk_free (self.texts);
  if (!done)
    g_clear_pointer (&self.index, remit_find_index_unref);
  return self.index;
}
