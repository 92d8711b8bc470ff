/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a CSV file can be, and what their headers say that they are. */
#include "remit-table-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-words.h"

static const RemitTableTarget people_targets[] = {
  [REMIT_TABLE_PEOPLE_NUMBER] = { "number", N_ ("Number"), FALSE },
  [REMIT_TABLE_PEOPLE_NAME] = { "name", N_ ("Name, or first name"), TRUE },
  [REMIT_TABLE_PEOPLE_FIRST_NAME] = { "first-name", N_ ("First name, if the full name is also "
                                                        "given"),
                                      FALSE },
  [REMIT_TABLE_PEOPLE_LAST_NAME] = { "last-name", N_ ("Last name, if in its own column"),
                                     FALSE },
  [REMIT_TABLE_PEOPLE_EMAIL] = { "email", N_ ("E-mail"), FALSE },
  [REMIT_TABLE_PEOPLE_TITLE] = { "title", N_ ("Job title"), FALSE, REMIT_KIND_PERSON,
                                 REMIT_PERSON_TITLE },
  [REMIT_TABLE_PEOPLE_UNIT] = { "unit", N_ ("Unit"), FALSE, REMIT_KIND_PERSON, REMIT_PERSON_UNIT },
  [REMIT_TABLE_PEOPLE_LOCATION] = { "location", N_ ("Location"), FALSE, REMIT_KIND_PERSON,
                                    REMIT_PERSON_LOCATION },
  [REMIT_TABLE_PEOPLE_MANAGER] = { "manager", N_ ("Manager"), FALSE },
  [REMIT_TABLE_PEOPLE_CAPACITY] = { "capacity", N_ ("Capacity"), FALSE, REMIT_KIND_PERSON,
                                    REMIT_PERSON_CAPACITY },
  [REMIT_TABLE_PEOPLE_FROM] = { "from", N_ ("From"), FALSE, REMIT_KIND_PERSON, REMIT_PERSON_FROM },
  [REMIT_TABLE_PEOPLE_UNTIL] = { "until", N_ ("Until"), FALSE, REMIT_KIND_PERSON,
                                 REMIT_PERSON_UNTIL },
  [REMIT_TABLE_PEOPLE_STATUS] = { "status", N_ ("Status"), FALSE },
  [REMIT_TABLE_PEOPLE_LEAVE_FROM] = { "leave-from", N_ ("On leave from"), FALSE, REMIT_KIND_ABSENCE,
                                      REMIT_ABSENCE_FROM },
  [REMIT_TABLE_PEOPLE_LEAVE_UNTIL] = { "leave-until", N_ ("On leave until"), FALSE,
                                       REMIT_KIND_ABSENCE, REMIT_ABSENCE_UNTIL },
  [REMIT_TABLE_PEOPLE_SKILLS] = { "skills", N_ ("Skills"), FALSE },
  [REMIT_TABLE_PEOPLE_NOTES] = { "notes", N_ ("Notes"), FALSE, REMIT_KIND_PERSON,
                                 REMIT_PERSON_NOTES },
  { NULL },
};

static const RemitTableTarget seats_targets[] = {
  [REMIT_TABLE_SEATS_SECTION] = { "section", N_ ("Section"), FALSE },
  [REMIT_TABLE_SEATS_STAGE] = { "stage", N_ ("Stage"), FALSE },
  [REMIT_TABLE_SEATS_TEAM] = { "team", N_ ("Team"), TRUE },
  [REMIT_TABLE_SEATS_ROLE] = { "role", N_ ("Role"), TRUE },
  [REMIT_TABLE_SEATS_NUMBER] = { "slot-number", N_ ("Slot number"), FALSE },
  [REMIT_TABLE_SEATS_NAME] = { "slot-name", N_ ("Slot name"), FALSE, REMIT_KIND_SLOT,
                               REMIT_SLOT_NAME },
  [REMIT_TABLE_SEATS_PERSON] = { "person", N_ ("Person"), FALSE },
  [REMIT_TABLE_SEATS_ALLOCATION] = { "allocation", N_ ("Allocation"), FALSE, REMIT_KIND_ASSIGNMENT,
                                     REMIT_ASSIGNMENT_ALLOCATION },
  [REMIT_TABLE_SEATS_NEED] = { "need", N_ ("Demand"), FALSE, REMIT_KIND_SLOT, REMIT_SLOT_FTE },
  [REMIT_TABLE_SEATS_FROM] = { "from", N_ ("From"), FALSE, REMIT_KIND_SLOT, REMIT_SLOT_FROM },
  [REMIT_TABLE_SEATS_UNTIL] = { "until", N_ ("Until"), FALSE, REMIT_KIND_SLOT, REMIT_SLOT_UNTIL },
  [REMIT_TABLE_SEATS_ASSIGNED_FROM] = { "assigned-from", N_ ("Assigned from"), FALSE,
                                        REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_FROM },
  [REMIT_TABLE_SEATS_ASSIGNED_UNTIL] = { "assigned-until", N_ ("Assigned until"), FALSE,
                                         REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_UNTIL },
  { NULL },
};

G_STATIC_ASSERT (REMIT_TABLE_SEATS_N_TARGETS <= (int) REMIT_TABLE_MAX_TARGETS);
G_STATIC_ASSERT (G_N_ELEMENTS (people_targets) == REMIT_TABLE_PEOPLE_N_TARGETS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (seats_targets) == REMIT_TABLE_SEATS_N_TARGETS + 1);

const RemitTableTarget *
remit_table_get_targets (RemitTableKind kind)
{
  return kind == REMIT_TABLE_SEATS ? seats_targets : people_targets;
}

int
remit_table_mapping_find_target (RemitTableKind kind,
                                 const char *name)
{
  const RemitTableTarget *targets = remit_table_get_targets (kind);

  for (int i = 0; targets[i].name != NULL; i++)
    if (strcmp (targets[i].name, name) == 0)
      return i;
  return -1;
}

char *
remit_table_mapping_normalize (const char *header)
{
  g_autofree char *folded = g_utf8_casefold (header, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *normal = g_string_new (NULL);

  for (const char *c = apart; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      /* Accents stand apart now, and are neither. */
      if (g_unichar_isalnum (character))
        g_string_append_unichar (normal, character);
      else if (character == '#')
        g_string_append (normal, "number");
    }
  return g_string_free (normal, FALSE);
}

/* ── Headers ──────────────────────────────────────────────────────────────────────────────── */

/* A header as it is looked up: whole, and without a remark: "First Name [Required]", "FTE (%)
 * *". */
typedef struct {
  char *whole;
  char *bare;
  gboolean is_taken;
  guint n_filled;
} Header;

static void
header_clear (gpointer data)
{
  Header *self = data;

  g_free (self->whole);
  g_free (self->bare);
}

static char *
dup_without_remarks (const char *header)
{
  GString *text = g_string_new (NULL);
  int depth = 0;

  for (const char *c = header; *c != '\0'; c++)
    {
      depth += strchr ("([{", *c) != NULL;
      if (depth == 0)
        g_string_append_c (text, *c);
      depth -= depth > 0 && strchr (")]}", *c) != NULL;
    }
  return g_string_free (text, FALSE);
}

/* Returns: (element-type Header) */
static GArray *
read_headers (const char *const *headers,
              const guint *n_filled)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Header));

  g_array_set_clear_func (all, header_clear);
  for (guint i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *bare = dup_without_remarks (headers[i]);
      Header header = { remit_table_mapping_normalize (headers[i]),
                        remit_table_mapping_normalize (bare), FALSE,
                        n_filled != NULL ? n_filled[i] : 0 };

      g_array_append_val (all, header);
    }
  return all;
}

static Header *
get_header (GArray *headers,
            guint column)
{
  return &g_array_index (headers, Header, column);
}

static gboolean
is_called (const Header *self,
           const char *word,
           gboolean without_remarks)
{
  return !self->is_taken && *word != '\0'
         && g_str_equal (without_remarks ? self->bare : self->whole, word);
}

/* Of columns that are called the same, the one that has more in it. */
static int
find_word (GArray *headers,
           const char *word,
           gboolean without_remarks)
{
  int found = -1;

  for (guint i = 0; i < headers->len; i++)
    if (is_called (get_header (headers, i), word, without_remarks)
        && (found < 0
            || get_header (headers, i)->n_filled > get_header (headers, (guint) found)->n_filled))
      found = (int) i;
  return found;
}

/* Returns: the first header, not taken yet, that is the first of the words that any is; or -1 */
static int
find_column (GArray *headers,
             RemitTableKind kind,
             const char *name)
{
  const RemitWords *words = remit_words_get (kind == REMIT_TABLE_SEATS ? "seats" : "people", name);
  const char *const *all = remit_words_get_all (words);
  int column = -1;

  for (guint remarks = 0; column < 0 && remarks < 2; remarks++)
    for (guint i = 0; column < 0 && all[i] != NULL; i++)
      {
        g_autofree char *word = remit_table_mapping_normalize (all[i]);

        column = find_word (headers, word, remarks == 1);
      }
  return column;
}

static void
take (int *columns,
      guint target,
      int column,
      GArray *headers)
{
  columns[target] = column;
  if (column >= 0)
    get_header (headers, (guint) column)->is_taken = TRUE;
}

static gboolean
is_bare_name (const Header *self)
{
  return remit_words_have (REMIT_WORDS ("people", "bare-name"), self->bare);
}

/* A whole name goes before a first and a last one, which stand in where it is empty. Beside a first
 * name, "Name" alone is the last one, and beside a last name, the first. */
static void
guess_name (GArray *headers,
            int *columns)
{
  int first = find_column (headers, REMIT_TABLE_PEOPLE, "first-name");
  int last = find_column (headers, REMIT_TABLE_PEOPLE, "last-name");
  int full = find_column (headers, REMIT_TABLE_PEOPLE, "name");

  if (full >= 0 && (first >= 0) != (last >= 0) && is_bare_name (get_header (headers, (guint) full)))
    {
      if (first >= 0)
        last = full;
      else
        first = full;
      full = -1;
    }

  if (full >= 0)
    {
      take (columns, REMIT_TABLE_PEOPLE_NAME, full, headers);
      take (columns, REMIT_TABLE_PEOPLE_FIRST_NAME, first, headers);
      take (columns, REMIT_TABLE_PEOPLE_LAST_NAME, last, headers);
    }
  else if (first >= 0)
    {
      take (columns, REMIT_TABLE_PEOPLE_NAME, first, headers);
      take (columns, REMIT_TABLE_PEOPLE_LAST_NAME, last, headers);
    }
  else
    take (columns, REMIT_TABLE_PEOPLE_NAME, last, headers);
}

guint
remit_table_mapping_guess (RemitTableKind kind,
                           const char *const *headers,
                           const guint *n_filled,
                           int columns[REMIT_TABLE_MAX_TARGETS])
{
  const RemitTableTarget *targets = remit_table_get_targets (kind);
  g_autoptr (GArray) all = read_headers (headers, n_filled);
  guint n = 0;

  for (guint i = 0; i < REMIT_TABLE_MAX_TARGETS; i++)
    columns[i] = -1;
  for (guint i = 0; targets[i].name != NULL; i++)
    if (kind == REMIT_TABLE_PEOPLE && i == REMIT_TABLE_PEOPLE_NAME)
      guess_name (all, columns);
    else if (columns[i] < 0
             && (kind != REMIT_TABLE_PEOPLE
                 || (i != REMIT_TABLE_PEOPLE_FIRST_NAME && i != REMIT_TABLE_PEOPLE_LAST_NAME)))
      take (columns, i, find_column (all, kind, targets[i].name), all);

  for (guint i = 0; i < REMIT_TABLE_MAX_TARGETS; i++)
    n += columns[i] >= 0;
  return n;
}

/* Slots have a status, too, which says nothing about people. */
static guint
count_people (const int *columns)
{
  guint n = 0;

  for (guint i = 0; i < REMIT_TABLE_PEOPLE_N_TARGETS; i++)
    n += columns[i] >= 0
         && (i < REMIT_TABLE_PEOPLE_STATUS || i > REMIT_TABLE_PEOPLE_LEAVE_UNTIL);
  return n;
}

RemitTableKind
remit_table_mapping_guess_kind (const char *const *headers)
{
  int people[REMIT_TABLE_MAX_TARGETS];
  int seats[REMIT_TABLE_MAX_TARGETS];
  guint n_seats = remit_table_mapping_guess (REMIT_TABLE_SEATS, headers, NULL, seats);

  remit_table_mapping_guess (REMIT_TABLE_PEOPLE, headers, NULL, people);
  if (seats[REMIT_TABLE_SEATS_TEAM] < 0 || seats[REMIT_TABLE_SEATS_ROLE] < 0)
    return REMIT_TABLE_PEOPLE;
  if (people[REMIT_TABLE_PEOPLE_NAME] < 0)
    return REMIT_TABLE_SEATS;
  return count_people (people) > n_seats ? REMIT_TABLE_PEOPLE : REMIT_TABLE_SEATS;
}
