/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a plan's slots. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-periods.h"
#include "model/remit-text.h"
#include "remit-book-fields.h"

typedef struct {
  RemitBook *book;
  gboolean has_sections; /* since there are teams of one name */
  GHashTable *n_of_role; /* slots of the team so far, by role */
} Seats;

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

/* Teams of one name are told apart by the first line of what they are for. */
static gboolean
find_namesakes (RemitBook *book)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const RemitRecord *team;
  gboolean found = FALSE;

  remit_plan_source_begin (book->source, REMIT_KIND_TEAM, 0);
  while ((team = remit_plan_source_next (book->source, REMIT_KIND_TEAM)) != NULL)
    found |= !g_hash_table_add (names,
                                remit_text_fold (remit_record_get_text (team, REMIT_TEAM_NAME)));
  return found;
}

static void
add_column (Seats *self,
            RemitBookColumnKind kind,
            const char *header)
{
  remit_book_sink_add_column (self->book->sink, kind, header);
}

static void
add_columns (Seats *self)
{
  remit_book_sink_begin_table (self->book->sink, _ ("Slots"), self->has_sections ? 3 : 2);
  if (self->has_sections)
    add_column (self, REMIT_BOOK_TEXT, _ ("Section"));
  add_column (self, REMIT_BOOK_TEXT, _ ("Team"));
  add_column (self, REMIT_BOOK_TEXT, _ ("Role"));
  add_column (self, REMIT_BOOK_NUMBER, _ ("Slot number"));
  add_column (self, REMIT_BOOK_TEXT, _ ("Slot name"));
  add_column (self, REMIT_BOOK_PERCENT, remit_field_get_label (
                                          &remit_slot_info.fields[REMIT_SLOT_FTE]));
  add_column (self, REMIT_BOOK_DAY, _ ("From"));
  add_column (self, REMIT_BOOK_DAY, _ ("Until"));
  add_column (self, REMIT_BOOK_TEXT, _ ("Person"));
  add_column (self, REMIT_BOOK_PERCENT, _ ("Allocation"));
  add_column (self, REMIT_BOOK_DAY, _ ("Assigned from"));
  add_column (self, REMIT_BOOK_DAY, _ ("Assigned until"));
  remit_book_add_key_column (self->book, _ ("Remit ID of the slot"));
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
add_section (Seats *self,
             const RemitRecord *team)
{
  const char *purpose = remit_record_get_text (team, REMIT_TEAM_PURPOSE);
  const char *end = strchr (purpose, '\n');
  g_autofree char *line = end != NULL ? g_strndup (purpose, (gsize) (end - purpose))
                                      : g_strdup (purpose);

  remit_book_sink_add_text (self->book->sink, line);
}

static void
add_role (Seats *self,
          gint64 id)
{
  const RemitRecord *role = remit_plan_source_find (self->book->source, REMIT_KIND_ROLE, id);

  remit_book_sink_add_text (self->book->sink,
                            role != NULL ? remit_record_get_text (role, REMIT_ROLE_NAME) : NULL);
}

static gboolean
shows_awaited (Seats *self)
{
  return remit_plan_source_shows (self->book->source, &remit_slot_info.fields[REMIT_SLOT_AWAITS]);
}

/* Whom a vacant slot waits for stands where its person would. */
static void
add_awaited (Seats *self,
             const RemitRecord *slot,
             const RemitPeriod *period)
{
  RemitBookSink *sink = self->book->sink;
  gboolean shows = shows_awaited (self);

  remit_book_sink_add_text (sink, shows ? remit_record_get_text (slot, REMIT_SLOT_AWAITS) : NULL);
  remit_book_sink_add_some (sink, shows ? period->percent : 0);
  remit_book_sink_add_some (sink, shows ? period->from : 0);
  remit_book_sink_add_some (sink, shows ? period->until : 0);
}

static void
add_assignment (Seats *self,
                const RemitRecord *assignment)
{
  RemitBookSink *sink = self->book->sink;
  g_autofree char *name = NULL;

  name = remit_book_references_dup (
    self->book->references,
    remit_plan_source_find (self->book->source, REMIT_KIND_PERSON,
                            remit_record_get_integer (assignment, REMIT_ASSIGNMENT_PERSON)));
  remit_book_sink_add_text (sink, name);
  remit_book_sink_add_integer (
    sink, remit_record_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION));
  remit_book_sink_add_some (sink, remit_record_get_integer (assignment, REMIT_ASSIGNMENT_FROM));
  remit_book_sink_add_some (sink, remit_record_get_integer (assignment, REMIT_ASSIGNMENT_UNTIL));
}

static gboolean
write_seat (Seats *self,
            const RemitRecord *team,
            const RemitRecord *slot,
            guint number,
            const RemitRecord *assignment,
            const RemitPeriod *period,
            GError **error)
{
  RemitBookSink *sink = self->book->sink;

  if (self->has_sections)
    add_section (self, team);
  remit_book_sink_add_text (sink, remit_record_get_text (team, REMIT_TEAM_NAME));
  add_role (self, remit_record_get_integer (slot, REMIT_SLOT_ROLE));
  remit_book_sink_add_integer (sink, number);
  remit_book_sink_add_text (sink, remit_record_get_text (slot, REMIT_SLOT_NAME));
  remit_book_sink_add_integer (sink, remit_record_get_integer (slot, REMIT_SLOT_FTE));
  remit_book_sink_add_some (sink, remit_record_get_integer (slot, REMIT_SLOT_FROM));
  remit_book_sink_add_some (sink, remit_record_get_integer (slot, REMIT_SLOT_UNTIL));
  if (assignment != NULL)
    add_assignment (self, assignment);
  else
    add_awaited (self, slot, period);
  remit_book_add_key (self->book, slot);
  return remit_book_sink_end_row (sink, error);
}

/* Returns: the place of the slot among those of its role in the team, from 1 */
static guint
count_slot (Seats *self,
            const RemitRecord *slot)
{
  gint64 role = remit_record_get_integer (slot, REMIT_SLOT_ROLE);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_of_role, &role)) + 1;

  g_hash_table_replace (self->n_of_role, g_memdup2 (&role, sizeof role), GUINT_TO_POINTER (n));
  return n;
}

/* A slot that waits has a row for each of the allocations that it waits with. */
static gboolean
write_vacant (Seats *self,
              const RemitRecord *team,
              const RemitRecord *slot,
              guint number,
              GError **error)
{
  const RemitPeriod always = {
    .percent = remit_record_get_integer (slot, REMIT_SLOT_AWAITS_PERCENT),
  };
  g_autoptr (GArray) periods =
    remit_periods_read (remit_record_get_text (slot, REMIT_SLOT_AWAITS_PERIODS));

  if (periods->len == 0 || !shows_awaited (self))
    return write_seat (self, team, slot, number, NULL, &always, error);
  for (guint i = 0; i < periods->len; i++)
    if (!write_seat (self, team, slot, number, NULL, &g_array_index (periods, RemitPeriod, i),
                     error))
      return FALSE;
  return TRUE;
}

static gboolean
write_slot (Seats *self,
            const RemitRecord *team,
            const RemitRecord *slot,
            GError **error)
{
  RemitPlanSource *source = self->book->source;
  guint number = count_slot (self, slot);
  const RemitRecord *assignment;
  gboolean is_vacant = TRUE;

  remit_plan_source_begin (source, REMIT_KIND_ASSIGNMENT, remit_record_get_id (slot));
  while ((assignment = remit_plan_source_next (source, REMIT_KIND_ASSIGNMENT)) != NULL)
    {
      is_vacant = FALSE;
      if (!write_seat (self, team, slot, number, assignment, NULL, error))
        return FALSE;
    }
  return !is_vacant || write_vacant (self, team, slot, number, error);
}

static gboolean
write_team (Seats *self,
            const RemitRecord *team,
            GError **error)
{
  const RemitRecord *slot;

  g_hash_table_remove_all (self->n_of_role);
  remit_plan_source_begin (self->book->source, REMIT_KIND_SLOT, remit_record_get_id (team));
  while ((slot = remit_plan_source_next (self->book->source, REMIT_KIND_SLOT)) != NULL)
    if (!write_slot (self, team, slot, error))
      return FALSE;
  return TRUE;
}

gboolean
remit_book_seats_write (RemitBook *self,
                        GError **error)
{
  g_autoptr (GHashTable) n_of_role = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                            NULL);
  Seats seats = { self, find_namesakes (self), n_of_role };
  const RemitRecord *team;

  add_columns (&seats);
  if (!remit_book_sink_begin_rows (self->sink, error))
    return FALSE;
  remit_plan_source_begin (self->source, REMIT_KIND_TEAM, 0);
  while ((team = remit_plan_source_next (self->source, REMIT_KIND_TEAM)) != NULL)
    if (!write_team (&seats, team, error))
      return FALSE;
  return remit_book_sink_end_table (self->sink, error);
}
