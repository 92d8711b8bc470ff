/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load against capacity over time, read from the database in any thread. */
#include <string.h>

#include "model/remit-day.h"
#include "remit-load-chart-private.h"
#include "remit-load-private.h"
#include "store/remit-statement.h"

typedef struct {
  RemitStore *store;
  gint64 plan;
  GCancellable *cancellable;

  RemitLoadChart *chart;
  GHashTable *places;   /* id of a person or slot → place of its account + 1 */
  GHashTable *rows;     /* name of a unit, or id of a team or role → row + 1 */
  GArray *accounts;
  GArray *entries;
  int full_from;
} Reading;

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static gint64
get_day (RemitStatement *row,
         int column)
{
  return remit_day_parse (remit_statement_get_string (row, column));
}

static void
read_settings (Reading *self,
               RemitStatement *row)
{
  self->full_from = (int) remit_statement_get_integer (row, 0);
  self->chart->over_from = (int) remit_statement_get_integer (row, 1);
}

static void
add_account (Reading *self,
             gint64 id,
             RemitLoadAccount account)
{
  g_array_append_val (self->accounts, account);
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (self->accounts->len));
}

static gboolean
find_account (Reading *self,
              gint64 id,
              guint *place)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &id));

  *place = found - 1;
  return found != 0;
}

/* Returns: the row of a unit, which is made for its first person */
static guint
get_unit (Reading *self,
          const char *name)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, name));

  if (row == 0)
    {
      row = remit_load_chart_add_row (self->chart, 0, g_strdup (name), self->full_from) + 1;
      g_hash_table_insert (self->rows, g_strdup (name), GUINT_TO_POINTER (row));
    }
  return row - 1;
}

static void
read_person (Reading *self,
             RemitStatement *row)
{
  gint64 id = remit_statement_get_integer (row, 0);
  int target = (int) remit_statement_get_integer (row, 6);
  RemitLoadAccount account = {
    .capacity = (int) remit_statement_get_integer (row, 3),
    .from = get_day (row, 4),
    .until = get_day (row, 5),
    .hiring = -1,
  };

  if (self->chart->by == REMIT_LOAD_BY_UNIT)
    account.row = get_unit (self, remit_statement_get_string (row, 2));
  else
    account.row = remit_load_chart_add_row (self->chart, id,
                                            g_strdup (remit_statement_get_string (row, 1)),
                                            target > 0 ? target : self->full_from);
  add_account (self, id, account);
}

static void
read_absence (Reading *self,
              RemitStatement *row)
{
  RemitLoadEntry entry = { .kind = REMIT_LOAD_ABSENCE, .from = get_day (row, 1),
                           .until = get_day (row, 2) };

  if (find_account (self, remit_statement_get_integer (row, 0), &entry.account))
    g_array_append_val (self->entries, entry);
}

/* A team or a role, before those slots that are in it. */
static void
read_group (Reading *self,
            RemitStatement *row)
{
  gint64 id = remit_statement_get_integer (row, 0);
  guint place = remit_load_chart_add_row (self->chart, id,
                                          g_strdup (remit_statement_get_string (row, 1)),
                                          self->full_from);

  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
}

static void
read_slot (Reading *self,
           RemitStatement *row)
{
  gint64 group = remit_statement_get_integer (row, 1);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &group));
  RemitLoadAccount account = {
    .row = place - 1,
    .capacity = (int) remit_statement_get_integer (row, 2),
    .from = get_day (row, 3),
    .until = get_day (row, 4),
    .hiring = MAX (remit_choice_find (remit_slot_info.fields[REMIT_SLOT_HIRING].choices,
                                      remit_statement_get_string (row, 5)),
                   REMIT_HIRING_OPEN),
  };

  if (place == 0)
    return;
  add_account (self, remit_statement_get_integer (row, 0), account);
}

static void
read_assignment (Reading *self,
                 RemitStatement *row)
{
  RemitLoadEntry entry = {
    .kind = g_str_equal (remit_statement_get_string (row, 2), "proposed") ? REMIT_LOAD_PROPOSED
                                                                         : REMIT_LOAD_CONFIRMED,
    .from = get_day (row, 3),
    .until = get_day (row, 4),
    .percent = (int) remit_statement_get_integer (row, 1),
    .source = remit_statement_get_integer (row, 7),
  };

  if (!find_account (self, remit_statement_get_integer (row, 0), &entry.account))
    return;
  remit_load_limit_to (get_day (row, 5), get_day (row, 6), &entry.from, &entry.until);
  g_array_append_val (self->entries, entry);
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const char *sql;
  void (*read) (Reading *self,
                RemitStatement *row);
} Step;

#define ASSIGNMENT                                                                                 \
  "a.allocation, a.state, a.\"from\", a.\"until\", s.\"from\", s.\"until\", a.id"                  \
  " FROM assignment a JOIN slot s ON s.id = a.slot"
#define SLOT ", fte, \"from\", \"until\", hiring FROM slot WHERE plan = ?1"

static const Step settings = { "SELECT full_from, over_from FROM settings", read_settings };

/* Which plans are counted is as in remit_load_is_counted(). */
static const Step of_people[] = {
  { "SELECT id, name, unit, capacity, \"from\", \"until\", target FROM person", read_person },
  { "SELECT person, \"from\", \"until\" FROM absence", read_absence },
  { REMIT_LOAD_COUNTED_SQL " SELECT a.person, " ASSIGNMENT
    " WHERE a.plan IN (SELECT id FROM counted)",
    read_assignment },
  { NULL, NULL },
};

static const Step of_teams[] = {
  { "SELECT id, name FROM team WHERE plan = ?1", read_group },
  { "SELECT id, team" SLOT, read_slot },
  { "SELECT a.slot, " ASSIGNMENT " WHERE a.plan = ?1", read_assignment },
  { NULL, NULL },
};

static const Step of_roles[] = {
  { "SELECT id, name FROM role WHERE id IN (SELECT role FROM slot WHERE plan = ?1)", read_group },
  { "SELECT id, role" SLOT, read_slot },
  { "SELECT a.slot, " ASSIGNMENT " WHERE a.plan = ?1", read_assignment },
  { NULL, NULL },
};

static gboolean
run_step (Reading *self,
          const Step *step,
          GError **error)
{
  RemitStatement *rows = remit_store_query (self->store, step->sql, self->plan, 0, error);

  if (rows == NULL)
    return FALSE;
  while (remit_store_step_unless (self->store, rows, self->cancellable))
    step->read (self, rows);
  return remit_store_finish_unless (self->store, rows, self->cancellable, error);
}

static const Step *
get_steps (RemitLoadBy by)
{
  switch (by)
    {
    case REMIT_LOAD_BY_TEAM:
      return of_teams;
    case REMIT_LOAD_BY_ROLE:
      return of_roles;
    case REMIT_LOAD_BY_PERSON:
    case REMIT_LOAD_BY_UNIT:
    default:
      return of_people;
    }
}

static gboolean
read_all (Reading *self,
          GError **error)
{
  const Step *step = get_steps (self->chart->by);
  gboolean done;

  if (!remit_store_begin_read (self->store, NULL, error))
    return FALSE;
  done = run_step (self, &settings, error);
  for (; done && step->sql != NULL; step++)
    done = run_step (self, step, error);
  if (!remit_store_end_read (self->store, done, done ? error : NULL))
    return FALSE;
  return done;
}

/* Entries are sorted by account, and accounts of people are rows. */
static void
add_parts (Reading *self)
{
  RemitLoadChart *chart = self->chart;
  gint64 first = g_array_index (chart->periods, RemitLoadPeriod, 0).from;
  gint64 last = g_array_index (chart->periods, RemitLoadPeriod, chart->periods->len - 1).until;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const RemitLoadEntry *entry = &g_array_index (self->entries, RemitLoadEntry, i);
      RemitLoadPart part = {
        .row = g_array_index (self->accounts, RemitLoadAccount, entry->account).row,
        .assignment = entry->source,
        .from = MAX (entry->from, first),
        .until = entry->until == 0 ? last : MIN (entry->until, last),
        .percent = entry->percent,
      };

      if (entry->source != 0 && part.from <= part.until
          && (entry->until == 0 || entry->from <= entry->until))
        g_array_append_val (chart->parts, part);
    }
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const RemitLoadPart *first = a, *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (first->assignment > second->assignment) - (first->assignment < second->assignment);
}

static void
count (Reading *self)
{
  self->chart->totals.full_from = self->full_from;
  remit_load_chart_count (self->chart, self->accounts, self->entries);
  if (self->chart->by == REMIT_LOAD_BY_PERSON)
    add_parts (self);
  remit_load_chart_sort (self->chart);
  g_array_sort (self->chart->parts, compare_parts);
}

RemitLoadChart *
remit_load_chart_read (RemitStore *store,
                       gint64 plan,
                       RemitLoadBy by,
                       gint64 from,
                       gint64 until,
                       RemitLoadEvery every,
                       GCancellable *cancellable,
                       GError **error)
{
  Reading self = { .store = store, .plan = plan, .cancellable = cancellable };

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (from > 0 && until >= from && until - from < REMIT_LOAD_CHART_MAX_DAYS,
                        NULL);

  self.chart = remit_load_chart_new (by, every, from, until);
  self.places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.rows = by == REMIT_LOAD_BY_UNIT
                ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL)
                : g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.accounts = g_array_new (FALSE, FALSE, sizeof (RemitLoadAccount));
  self.entries = g_array_new (FALSE, FALSE, sizeof (RemitLoadEntry));
  if (read_all (&self, error))
    count (&self);
  else
    g_clear_pointer (&self.chart, remit_load_chart_free);
  g_array_unref (self.entries);
  g_array_unref (self.accounts);
  g_hash_table_unref (self.rows);
  g_hash_table_unref (self.places);
  return self.chart;
}
