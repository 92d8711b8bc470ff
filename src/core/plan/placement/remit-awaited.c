/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots reserved for people who were unknown when the slots were imported. */
#include "remit-awaited.h"

#include <string.h>

#include "model/remit-day.h"
#include "model/remit-periods.h"
#include "model/remit-text.h"

static const char slots_sql[] =
  "SELECT s.id, s.plan, coalesce (nullif (s.name, ''), r.name), t.name, s.awaits,"
  "   coalesce (nullif (s.awaits_percent, 0), nullif (s.fte, 0), 100),"
  "   EXISTS (SELECT 1 FROM assignment AS a WHERE a.slot = s.id), s.awaits_periods"
  " FROM slot AS s JOIN plan AS p ON p.id = s.plan JOIN team AS t ON t.id = s.team"
  " JOIN role AS r ON r.id = s.role"
  " WHERE s.awaits <> '' AND p.status <> 'archived' ORDER BY s.plan, t.position, s.position, s.id";
static const char people_sql[] =
  "SELECT id, name, email, external_id FROM person"
  " WHERE (?1 = 0 OR id = ?1) AND (\"until\" IS NULL OR \"until\" >= ?2) ORDER BY id";

/* A slot, and who was found for it. */
typedef struct {
  gint64 id;
  gint64 plan;
  char *name;
  char *team;
  char *text;
  gint64 percent;
  GArray *periods; /* none for @percent at all times */
  gboolean is_filled;
  GHashTable *people; /* id → name */
  gboolean by_key;    /* whether they were found by number or address, which goes before the name */
  gboolean is_left;   /* whether it is left alone */
} Slot;

static void
slot_free (gpointer data)
{
  Slot *self = data;

  g_free (self->name);
  g_free (self->team);
  g_free (self->text);
  g_array_unref (self->periods);
  g_hash_table_unref (self->people);
  g_free (self);
}

/* ── Keys ─────────────────────────────────────────────────────────────────────────────────── */

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full): a name, whatever stands first in it */
static char *
dup_name_key (const char *name)
{
  g_autofree char *folded = remit_text_fold (name);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,", -1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (sorted, words[i]);
  g_ptr_array_sort (sorted, compare_words);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (" ", (GStrv) sorted->pdata);
}

/* Which slots wait for a key. */
static void
add_key (GHashTable *index,
         char *key,
         Slot *slot)
{
  GPtrArray *slots = g_hash_table_lookup (index, key);

  if (*key == '\0')
    {
      g_free (key);
      return;
    }
  if (slots != NULL)
    g_free (key);
  else
    {
      slots = g_ptr_array_new ();
      g_hash_table_insert (index, key, slots);
    }
  if (!g_ptr_array_find (slots, slot, NULL))
    g_ptr_array_add (slots, slot);
}

typedef struct {
  GPtrArray *slots;
  GHashTable *keys;  /* folded number or address → slots */
  GHashTable *names; /* name key → slots */
} Waiting;

/* "Ada Lovelace (P17)", "P17 - Ada Lovelace": a part of it may be a number or an address, and what
 * stands before the brackets a name. */
static void
index_slot (Waiting *self,
            Slot *slot)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*[()<>\\[\\]]\\s*|\\s+[-–—:|]\\s+|,\\s+",
                                               slot->text, 0, 0);
  g_autofree char *before = g_strndup (slot->text, strcspn (slot->text, "(<["));

  add_key (self->keys, remit_text_fold (slot->text), slot);
  add_key (self->names, dup_name_key (before), slot);
  for (guint i = 0; parts[i] != NULL; i++)
    add_key (self->keys, remit_text_fold (parts[i]), slot);
}

static void
waiting_clear (Waiting *self)
{
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Waiting, waiting_clear)

static GHashTable *
create_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
load_slots (Waiting *self,
            RemitStore *store,
            GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (store, slots_sql, 0, 0, error);

  self->slots = g_ptr_array_new_with_free_func (slot_free);
  self->keys = create_index ();
  self->names = create_index ();
  while (remit_store_step (store, rows))
    {
      Slot *slot = g_new0 (Slot, 1);

      slot->id = remit_statement_get_integer (rows, 0);
      slot->plan = remit_statement_get_integer (rows, 1);
      slot->name = g_strdup (remit_statement_get_text (rows, 2));
      slot->team = g_strdup (remit_statement_get_text (rows, 3));
      slot->text = g_strdup (remit_statement_get_text (rows, 4));
      slot->percent = remit_statement_get_integer (rows, 5);
      slot->is_filled = (int) remit_statement_get_integer (rows, 6) != 0;
      slot->periods = remit_periods_read (remit_statement_get_text (rows, 7));
      slot->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      g_ptr_array_add (self->slots, slot);
      index_slot (self, slot);
    }
  return remit_store_finish (store, rows, error);
}

/* ── People ───────────────────────────────────────────────────────────────────────────────── */

/* Whoever has the number or the address is meant, whatever others are called. */
static void
find_slots (GHashTable *index,
            char *key,
            gboolean by_key,
            gint64 person,
            const char *name)
{
  GPtrArray *slots = g_hash_table_lookup (index, key);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      Slot *slot = slots->pdata[i];

      if (slot->by_key && !by_key)
        continue;
      if (by_key && !slot->by_key)
        g_hash_table_remove_all (slot->people);
      slot->by_key = by_key;
      g_hash_table_replace (slot->people, g_memdup2 (&person, sizeof person), g_strdup (name));
    }
  g_free (key);
}

static gboolean
find_people (Waiting *self,
             RemitStore *store,
             gint64 person,
             GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_prepare (store, people_sql, error);
  char today[11];

  if (rows == NULL)
    return FALSE;
  remit_day_format (remit_day_today (), today);
  remit_statement_bind_integer (rows, 1, person);
  remit_statement_bind_text (rows, 2, today);
  while (remit_store_step (store, rows))
    {
      gint64 id = remit_statement_get_integer (rows, 0);
      const char *name = remit_statement_get_text (rows, 1);

      find_slots (self->keys, remit_text_fold (remit_statement_get_text (rows, 2)), TRUE, id, name);
      find_slots (self->keys, remit_text_fold (remit_statement_get_text (rows, 3)), TRUE, id, name);
      find_slots (self->names, dup_name_key (name), FALSE, id, name);
    }
  return remit_store_finish (store, rows, error);
}

/* ── Slots ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
end (RemitEdit *edit,
     gint64 slot,
     GError **error)
{
  return remit_edit_set_text (edit, REMIT_KIND_SLOT, slot, REMIT_SLOT_AWAITS, "", error)
         && remit_edit_set_integer (edit, REMIT_KIND_SLOT, slot, REMIT_SLOT_AWAITS_PERCENT, 0,
                                    error)
         && remit_edit_set_text (edit, REMIT_KIND_SLOT, slot, REMIT_SLOT_AWAITS_PERIODS, "", error);
}

static gboolean
assign (const Slot *slot,
        RemitEdit *edit,
        gint64 person,
        const RemitPeriod *period,
        GError **error)
{
  g_autoptr (RemitRecord) assignment = remit_record_new (REMIT_KIND_ASSIGNMENT);

  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PLAN, slot->plan);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_SLOT, slot->id);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_PERSON, person);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_FROM, period->from);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_UNTIL, period->until);
  remit_record_set_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION, period->percent);
  return remit_edit_insert (edit, assignment, error);
}

static gboolean
fill (const Slot *slot,
      RemitEdit *edit,
      gint64 person,
      GError **error)
{
  const RemitPeriod always = { .percent = slot->percent };

  if (slot->periods->len == 0 && !assign (slot, edit, person, &always, error))
    return FALSE;
  for (guint i = 0; i < slot->periods->len; i++)
    if (!assign (slot, edit, person, &g_array_index (slot->periods, RemitPeriod, i), error))
      return FALSE;
  return end (edit, slot->id, error);
}

/* Returns: whether the slot is filled now; -1 with @error set */
static int
settle (const Slot *slot,
        RemitEdit *edit,
        RemitAwaitedFunc func,
        gpointer data,
        GError **error)
{
  RemitAwaited awaited = { slot->id, slot->name, slot->team, slot->text, 0, NULL };
  GHashTableIter iter;
  gpointer id, name;

  if (slot->is_left)
    return FALSE;
  if (slot->is_filled)
    return end (edit, slot->id, error) ? FALSE : -1;
  if (g_hash_table_size (slot->people) == 0)
    return FALSE;
  g_hash_table_iter_init (&iter, slot->people);
  g_hash_table_iter_next (&iter, &id, &name);
  if (g_hash_table_size (slot->people) == 1)
    {
      awaited.person = *(gint64 *) id;
      awaited.person_name = name;
      if (!fill (slot, edit, awaited.person, error))
        return -1;
    }
  if (func != NULL)
    func (&awaited, data);
  return awaited.person != 0;
}

/* Leaves slots alone for which nobody was found. Returns: how many are not */
static guint
leave_others (Waiting *self)
{
  guint n = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = self->slots->pdata[i];

      slot->is_left = g_hash_table_size (slot->people) == 0;
      n += !slot->is_left;
      g_hash_table_remove_all (slot->people);
      slot->by_key = FALSE;
    }
  return n;
}

int
remit_awaited_fill (RemitEdit *edit,
                    gint64 person,
                    RemitAwaitedFunc func,
                    gpointer data,
                    GError **error)
{
  g_auto (Waiting) waiting = { NULL };
  RemitStore *store;
  int n = 0;

  g_return_val_if_fail (edit != NULL, -1);

  store = remit_edit_get_store (edit);
  if (!load_slots (&waiting, store, error))
    return -1;
  if (waiting.slots->len == 0)
    return 0;
  if (person != 0 && !find_people (&waiting, store, person, error))
    return -1;
  if (person != 0 && leave_others (&waiting) == 0)
    return 0;
  /* there may be others of the name */
  if (!find_people (&waiting, store, 0, error))
    return -1;
  for (guint i = 0; i < waiting.slots->len; i++)
    {
      int filled = settle (waiting.slots->pdata[i], edit, func, data, error);

      if (filled < 0)
        return -1;
      n += filled;
    }
  return n;
}

static int
count (RemitStore *store,
       const char *sql,
       gint64 of,
       GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (store, sql, of, 0, error);
  int n = 0;

  if (remit_store_step (store, rows))
    n = (int) remit_statement_get_integer (rows, 0);
  return remit_store_finish (store, rows, error) ? n : -1;
}

int
remit_awaited_count (RemitStore *store,
                     gint64 plan,
                     GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), -1);

  return count (store,
                "SELECT count (*) FROM slot AS s JOIN plan AS p ON p.id = s.plan"
                " WHERE s.awaits <> '' AND p.status <> 'archived' AND (?1 = 0 OR s.plan = ?1)",
                plan, error);
}

gboolean
remit_awaited_end (RemitEdit *edit,
                   gint64 slot,
                   GError **error)
{
  int waits = count (remit_edit_get_store (edit),
                     "SELECT count (*) FROM slot WHERE id = ?1 AND awaits <> ''", slot, error);

  return waits == 0 || (waits > 0 && end (edit, slot, error));
}
