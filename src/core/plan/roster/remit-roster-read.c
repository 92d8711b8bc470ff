/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a roster: people with their skills, units, places and load. */
#include <string.h>

#include "model/remit-day.h"
#include "model/remit-text.h"
#include "plan/load/remit-load-private.h"
#include "remit-roster-private.h"

/* @places: where people are in the roster, by their ids; @timelines: beside the people
 * @folded: texts that many people share, folded
 * @terms: for each facet, where terms are, by their ids or (folded) names
 * @zones: where time zones are in the roster, by name */
typedef struct {
  RemitStore *store;
  gint64 plan;
  GCancellable *cancellable;
  RemitRoster *roster;
  GHashTable *places;
  GArray *timelines;
  GHashTable *folded;
  GHashTable *terms[REMIT_ROSTER_N_FACETS];
  GHashTable *zones;
} Reading;

static gint64
get_day (RemitStatement *row,
         int column)
{
  return remit_day_parse (remit_statement_get_text (row, column));
}

static const char *
fold (Reading *self,
      const char *text)
{
  const char *known = g_hash_table_lookup (self->folded, text);
  g_autofree char *folded = NULL;

  if (known != NULL)
    return known;
  folded = remit_text_fold_letters (text);
  known = g_string_chunk_insert_const (self->roster->texts, folded);
  g_hash_table_insert (self->folded, g_strdup (text), (gpointer) known);
  return known;
}

/* Returns: whether the person was read; *@place is where they are */
static gboolean
find_person (Reading *self,
             gint64 id,
             guint *place)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->places, &id, NULL, &found))
    return FALSE;
  *place = GPOINTER_TO_UINT (found);
  return TRUE;
}

/* ── What people have ─────────────────────────────────────────────────────────────────────── */

/* Says that a person, the last one of whom that was said or the one after, has a term too. */
static void
add_part (Reading *self,
          RemitRosterPerson *person,
          RemitRosterFacet facet,
          guint term,
          int level)
{
  RemitRosterParts *parts = &self->roster->parts[facet];

  if (person->n[facet]++ == 0)
    person->first[facet] = parts->of->len;
  g_array_append_val (parts->of, term);
  g_ptr_array_add (parts->names,
                   (gpointer) g_array_index (parts->terms, RemitRosterTerm, term).folded);
  g_array_append_val (parts->levels, level);
}

/* Returns: where the term of this name is, which is added when it is new */
static guint
ensure_term (Reading *self,
             RemitRosterFacet facet,
             const char *name)
{
  GArray *terms = self->roster->parts[facet].terms;
  RemitRosterTerm term = { .folded = fold (self, name) };
  gpointer place;

  if (g_hash_table_lookup_extended (self->terms[facet], term.folded, NULL, &place))
    return GPOINTER_TO_UINT (place);
  term.name = g_string_chunk_insert_const (self->roster->texts, name);
  g_hash_table_insert (self->terms[facet], (gpointer) term.folded, GUINT_TO_POINTER (terms->len));
  g_array_append_val (terms, term);
  return terms->len - 1;
}

static gboolean
has_part (Reading *self,
          const RemitRosterPerson *person,
          RemitRosterFacet facet,
          guint term)
{
  const GArray *of = self->roster->parts[facet].of;

  for (guint i = person->first[facet]; i < person->first[facet] + person->n[facet]; i++)
    if (g_array_index (of, guint, i) == term)
      return TRUE;
  return FALSE;
}

static void
add_units (Reading *self,
           RemitRosterPerson *person,
           const char *unit)
{
  g_auto (GStrv) parts = remit_opening_split_units (unit);

  for (char **part = parts; *part != NULL; part++)
    {
      guint term = ensure_term (self, REMIT_ROSTER_UNITS, *part);

      if (!has_part (self, person, REMIT_ROSTER_UNITS, term))
        add_part (self, person, REMIT_ROSTER_UNITS, term, 1);
    }
}

static void
add_location (Reading *self,
              RemitRosterPerson *person,
              const char *location)
{
  if (*location != '\0')
    add_part (self, person, REMIT_ROSTER_LOCATIONS,
              ensure_term (self, REMIT_ROSTER_LOCATIONS, location), 1);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
read_skill (Reading *self,
            RemitStatement *row)
{
  GArray *terms = self->roster->parts[REMIT_ROSTER_SKILLS].terms;
  RemitRosterTerm term = {
    .id = remit_statement_get_integer (row, 0),
    .name = g_string_chunk_insert (self->roster->texts, remit_statement_get_string (row, 1)),
    .folded = fold (self, remit_statement_get_string (row, 1)),
  };

  g_hash_table_insert (self->terms[REMIT_ROSTER_SKILLS], g_memdup2 (&term.id, sizeof term.id),
                       GUINT_TO_POINTER (terms->len));
  g_array_append_val (terms, term);
}

/* Returns: where the time zone is in the roster; as a rule few people have another one */
static guint
find_zone (Reading *self,
           const char *name)
{
  const char *own;
  gpointer place;

  if (g_hash_table_lookup_extended (self->zones, name, NULL, &place))
    return GPOINTER_TO_UINT (place);
  own = g_string_chunk_insert_const (self->roster->texts, name);
  g_hash_table_insert (self->zones, (gpointer) own, GUINT_TO_POINTER (self->roster->zones->len));
  g_ptr_array_add (self->roster->zones, (gpointer) own);
  return self->roster->zones->len - 1;
}

static const char *
create_key (Reading *self,
            const char *name)
{
  g_autofree char *key = remit_text_dup_order_key (name);

  return g_string_chunk_insert (self->roster->texts, key);
}

static void
read_person (Reading *self,
             RemitStatement *row)
{
  RemitRosterPerson person = { .id = remit_statement_get_integer (row, 0) };
  guint place = self->roster->people->len;
  RemitTimeline timeline;

  person.key = create_key (self, remit_statement_get_string (row, 1));
  for (int i = 0; i < REMIT_ROSTER_N_TEXTS; i++)
    person.texts[i] = fold (self, remit_statement_get_string (row, i + 1));
  person.zone = find_zone (self, remit_statement_get_string (row, 8));
  add_units (self, &person, remit_statement_get_string (row, 3));
  add_location (self, &person, remit_statement_get_string (row, 4));
  g_array_append_val (self->roster->people, person);
  g_hash_table_insert (self->places, g_memdup2 (&person.id, sizeof person.id),
                       GUINT_TO_POINTER (place));

  remit_timeline_init (&timeline, (int) remit_statement_get_integer (row, 5));
  remit_timeline_set_days (&timeline, get_day (row, 6), get_day (row, 7));
  g_array_append_val (self->timelines, timeline);
}

/* Those of one person come one after the other. */
static void
read_person_skill (Reading *self,
                   RemitStatement *row)
{
  gint64 skill = remit_statement_get_integer (row, 1);
  gpointer term;
  guint place;

  if (find_person (self, remit_statement_get_integer (row, 0), &place)
      && g_hash_table_lookup_extended (self->terms[REMIT_ROSTER_SKILLS], &skill, NULL, &term))
    add_part (self, &g_array_index (self->roster->people, RemitRosterPerson, place),
              REMIT_ROSTER_SKILLS, GPOINTER_TO_UINT (term),
              (int) remit_statement_get_integer (row, 2));
}

static void
read_absence (Reading *self,
              RemitStatement *row)
{
  guint place;

  if (find_person (self, remit_statement_get_integer (row, 0), &place))
    remit_timeline_add_away (&g_array_index (self->timelines, RemitTimeline, place),
                             get_day (row, 1), get_day (row, 2));
}

static void
read_assignment (Reading *self,
                 RemitStatement *row)
{
  gint64 from = get_day (row, 3);
  gint64 until = get_day (row, 4);
  guint place;

  if (!find_person (self, remit_statement_get_integer (row, 0), &place))
    return;
  remit_load_limit_to (get_day (row, 5), get_day (row, 6), &from, &until);
  remit_timeline_add_load (&g_array_index (self->timelines, RemitTimeline, place), from, until,
                           (int) remit_statement_get_integer (row, 2));
  if (remit_statement_get_integer (row, 1) != 0)
    g_array_index (self->roster->people, RemitRosterPerson, place).n_assignments++;
}

/* Which plans are counted is as in remit_load_is_counted(). */
static const struct {
  const char *sql;
  void (*read) (Reading *self,
                RemitStatement *row);
} readings[] = {
  { "SELECT id, name FROM skill", read_skill },
  { "SELECT id, name, title, unit, location, capacity, \"from\", \"until\","
    " time_zone FROM person",
    read_person },
  { "SELECT person, skill, level FROM person_skill ORDER BY person", read_person_skill },
  { "SELECT person, \"from\", \"until\" FROM absence", read_absence },
  { REMIT_LOAD_COUNTED_SQL
    " SELECT a.person, a.plan = ?1, a.allocation, a.\"from\", a.\"until\", s.\"from\", s.\"until\""
    " FROM assignment a JOIN slot s ON s.id = a.slot WHERE a.plan IN (SELECT id FROM counted)",
    read_assignment },
};

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_rows (Reading *self,
           guint reading,
           GError **error)
{
  RemitStatement *rows = remit_store_query (self->store, readings[reading].sql, self->plan, 0,
                                            error);

  if (rows == NULL)
    return FALSE;
  while (remit_store_step_unless (self->store, rows, self->cancellable))
    readings[reading].read (self, rows);
  return remit_store_finish_unless (self->store, rows, self->cancellable, error);
}

static gboolean
read_all (Reading *self,
          GError **error)
{
  gboolean done = TRUE;

  if (!remit_store_begin_read (self->store, NULL, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (readings) && done; i++)
    done = read_rows (self, i, error);
  if (!remit_store_end_read (self->store, done, done ? error : NULL))
    return FALSE;
  return done;
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const RemitRosterPerson *first = a, *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static void
sweep (Reading *self)
{
  for (guint i = 0; i < self->roster->people->len; i++)
    g_array_index (self->roster->people, RemitRosterPerson, i).spans =
      remit_timeline_sweep (&g_array_index (self->timelines, RemitTimeline, i));
  g_array_sort (self->roster->people, compare_people);
}

static void
timeline_clear (gpointer timeline)
{
  remit_timeline_clear (timeline);
}

static void
reading_init (Reading *self)
{
  self->roster = remit_roster_new ();
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->timelines = g_array_new (FALSE, FALSE, sizeof (RemitTimeline));
  g_array_set_clear_func (self->timelines, timeline_clear);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->terms[REMIT_ROSTER_SKILLS] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                            NULL);
  self->zones = g_hash_table_new (g_str_hash, g_str_equal);
  self->terms[REMIT_ROSTER_UNITS] = g_hash_table_new (g_str_hash, g_str_equal);
  self->terms[REMIT_ROSTER_LOCATIONS] = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
reading_clear (Reading *self)
{
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    g_hash_table_unref (self->terms[i]);
  g_hash_table_unref (self->zones);
  g_hash_table_unref (self->folded);
  g_array_unref (self->timelines);
  g_hash_table_unref (self->places);
}

RemitRoster *
remit_roster_read (RemitStore *store,
                   gint64 plan,
                   GCancellable *cancellable,
                   GError **error)
{
  Reading self = { .store = store, .plan = plan, .cancellable = cancellable };

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  reading_init (&self);
  if (read_all (&self, error))
    sweep (&self);
  else
    g_clear_pointer (&self.roster, remit_roster_unref);
  reading_clear (&self);
  return self.roster;
}
