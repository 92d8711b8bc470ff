/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has which skills, beside what is needed. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-text.h"
#include "remit-skill-map-private.h"

static void
row_clear (gpointer data)
{
  g_free (((RemitSkillRow *) data)->name);
}

static void
column_clear (gpointer data)
{
  RemitSkillColumn *column = data;

  g_free (column->name);
  g_free (column->category);
}

RemitSkillMap *
remit_skill_map_new (RemitSkillMapBy by)
{
  RemitSkillMap *self = g_new0 (RemitSkillMap, 1);

  self->by = by;
  self->rows = g_array_new (FALSE, TRUE, sizeof (RemitSkillRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->columns = g_array_new (FALSE, TRUE, sizeof (RemitSkillColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

void
remit_skill_map_free (RemitSkillMap *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_hash_table_unref (self->cells);
  g_free (self);
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

/* A cell with its own key, which the table finds it by. */
typedef struct {
  gint64 key;
  RemitSkillCell cell;
} Entry;

/* No two have the same hash, which is made of both halves of the number. */
static gint64
get_key (const RemitSkillMap *self,
         guint row,
         guint column)
{
  return (gint64) row * self->columns->len + column;
}

const RemitSkillCell *
remit_skill_map_get (const RemitSkillMap *self,
                     guint row,
                     guint column)
{
  gint64 key = get_key (self, row, column);
  const Entry *entry = g_hash_table_lookup (self->cells, &key);

  return entry != NULL ? &entry->cell : NULL;
}

RemitSkillCell *
remit_skill_map_ensure (RemitSkillMap *self,
                        guint row,
                        guint column)
{
  gint64 key = get_key (self, row, column);
  Entry *entry = g_hash_table_lookup (self->cells, &key);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->key = key;
      g_hash_table_insert (self->cells, &entry->key, entry);
    }
  return &entry->cell;
}

gboolean
remit_skill_cell_is_gap (const RemitSkillCell *cell)
{
  return cell->level < cell->needed;
}

void
remit_skill_map_count (RemitSkillMap *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Entry *entry = value;
      RemitSkillRow *row = &g_array_index (self->rows, RemitSkillRow,
                                           (guint) (entry->key / self->columns->len));
      RemitSkillColumn *column = &g_array_index (self->columns, RemitSkillColumn,
                                                 (guint) (entry->key % self->columns->len));
      gboolean is_gap = remit_skill_cell_is_gap (&entry->cell);

      row->n_needed += entry->cell.needed > 0;
      column->n_needing += entry->cell.needed > 0;
      row->n_gaps += is_gap;
      column->n_gaps += is_gap;
    }
}

/* ── Order ────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitSkillRow row;
  char *key;
} Sorted;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Sorted *first = a, *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order : (first->row.id > second->row.id) - (first->row.id < second->row.id);
}

void
remit_skill_map_sort (RemitSkillMap *self)
{
  guint n = self->rows->len;
  g_autofree Sorted *sorted = g_new (Sorted, n);

  for (guint i = 0; i < n; i++)
    {
      sorted[i].row = g_array_index (self->rows, RemitSkillRow, i);
      sorted[i].key = remit_text_dup_order_key (sorted[i].row.name);
    }
  if (n > 0)
    qsort (sorted, n, sizeof (Sorted), compare_rows);
  for (guint i = 0; i < n; i++)
    {
      g_array_index (self->rows, RemitSkillRow, i) = sorted[i].row;
      g_free (sorted[i].key);
    }
}

/* ── Words ────────────────────────────────────────────────────────────────────────────────── */

static void
append_need (GString *words,
             const RemitSkillCell *cell)
{
  if (cell->needed > 0)
    /* Translators: what a slot needs */
    g_string_append_printf (words, cell->critical ? _ (", level %d is required and critical")
                                                  : _ (", level %d is required"), cell->needed);
  if (cell->target > cell->needed)
    g_string_append_printf (words, _ (", target: level %d"), cell->target);
}

static void
append_standing (GString *words,
                 const RemitSkillCell *cell)
{
  const char *word = remit_standing_get_word (cell->standing);

  if (cell->level > 0 && *word != '\0')
    /* Translators: what a level rests on: “Self-assessed” */
    g_string_append_printf (words, _ (", %s"), word);
}

char *
remit_skill_map_dup_cell (const RemitSkillMap *self,
                          const RemitSkillCell *cell)
{
  GString *words;

  if (cell == NULL)
    return g_strdup (_ ("no level"));
  words = g_string_new (NULL);
  if (cell->level > 0)
    g_string_append_printf (words, _ ("level %d"), cell->level);
  else
    g_string_append (words, _ ("no level"));
  append_need (words, cell);
  append_standing (words, cell);
  if (self->by == REMIT_SKILL_MAP_TEAMS)
    g_string_append_printf (words, ngettext (", %u person", ", %u people", cell->n_people),
                            cell->n_people);
  if (cell->n_near > 0 && remit_skill_cell_is_gap (cell))
    /* Translators: people of a team who have a skill one level below what is required */
    g_string_append_printf (words, ngettext (", %u person is one level below",
                                             ", %u people are one level below", cell->n_near),
                            cell->n_near);
  return g_string_free (words, FALSE);
}

char *
remit_skill_map_dup_column (const RemitSkillMap *self,
                            guint column)
{
  const RemitSkillColumn *of = &g_array_index (self->columns, RemitSkillColumn, column);
  GString *words = g_string_new (NULL);

  if (of->needed > 0)
    /* Translators: how many have a skill, and at which level */
    g_string_append_printf (words, ngettext ("%1$u person at level %2$d or above",
                                             "%1$u people at level %2$d or above", of->n_people),
                            of->n_people, of->needed);
  else
    g_string_append_printf (words, ngettext ("%u person", "%u people", of->n_people),
                            of->n_people);
  if (of->n_slots > 0)
    g_string_append_printf (words, ngettext (", required by %u slot", ", required by %u slots",
                                             of->n_slots), of->n_slots);
  if (of->n_critical > 0)
    g_string_append_printf (words, ngettext (", critical for %u", ", critical for %u",
                                             of->n_critical), of->n_critical);
  return g_string_free (words, FALSE);
}
