/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is who: people by number, e-mail address and name. */
#include "remit-table-directory.h"

#include "exchange/table/value/remit-table-person-name.h"
#include "model/remit-day.h"
#include "model/remit-text.h"

/* How many people share one piece of memory. */
#define N_PIECE 1024

struct _RemitTableDirectory {
  GPtrArray *pieces;
  guint n_people;
  GStringChunk *texts;
  GHashTable *numbers;
  GHashTable *emails;
  /* Names are folded, and only once somebody is looked for by name. */
  GHashTable *names;
  gboolean has_others;
};

/* Every row asks for several keys, so this is not left to g_ascii_tolower(). */
static inline guchar
to_lower (char c)
{
  return (guchar) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static guint
hash_plain (const char *key)
{
  guint hash = 5381;

  for (const char *c = key; *c != '\0'; c++)
    hash = hash * 33 + to_lower (*c);
  return hash;
}

/* Nearly all are plain, and need not be folded. */
static gboolean
is_plain (const char *key)
{
  for (; *key != '\0'; key++)
    if ((guchar) *key >= 0x80)
      return FALSE;
  return TRUE;
}

guint
remit_table_key_hash (gconstpointer key)
{
  g_autofree char *folded = is_plain (key) ? NULL : remit_text_fold (key);

  return hash_plain (folded != NULL ? folded : key);
}

gboolean
remit_table_key_equal (gconstpointer a,
                       gconstpointer b)
{
  const char *c = a;
  const char *d = b;

  while (*c != '\0' && to_lower (*c) == to_lower (*d))
    c++, d++;
  if (*c == '\0' && *d == '\0')
    return TRUE;
  return (!is_plain (a) || !is_plain (b)) && remit_text_is_like (a, b);
}

static RemitTablePerson *
get_person (RemitTableDirectory *self,
            guint i)
{
  return (RemitTablePerson *) g_ptr_array_index (self->pieces, i / N_PIECE) + i % N_PIECE;
}

/* Never written to, since there is nothing in it. */
static char nothing[] = "";

static const char *
keep (RemitTableDirectory *self,
      const char *text)
{
  return *text != '\0' ? g_string_chunk_insert (self->texts, text) : NULL;
}

/* The first one keeps a number or an address. */
static void
add_key (GHashTable *table,
         const char *key,
         RemitTablePerson *person)
{
  if (key != NULL && !g_hash_table_contains (table, key))
    g_hash_table_insert (table, (gpointer) key, person);
}

static void
add_name (RemitTableDirectory *self,
          RemitTablePerson *person)
{
  char *folded = remit_table_name_dup_key (person->name);
  RemitTablePerson *first = g_hash_table_lookup (self->names, folded);

  if (first == NULL)
    {
      g_hash_table_insert (self->names, folded, person);
      return;
    }
  g_free (folded);
  person->next = first->next;
  first->next = person;
}

static RemitTablePerson *
find_name (RemitTableDirectory *self,
           const char *name)
{
  g_autofree char *folded = remit_table_name_dup_key (name);

  if (self->names == NULL)
    {
      self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < self->n_people; i++)
        add_name (self, get_person (self, i));
    }
  return g_hash_table_lookup (self->names, folded);
}

RemitTablePerson *
remit_table_directory_add (RemitTableDirectory *self,
                           gint64 id,
                           const RemitTableWho *who,
                           guint line)
{
  RemitTablePerson *person;

  if (self->n_people % N_PIECE == 0)
    g_ptr_array_add (self->pieces, g_new (RemitTablePerson, N_PIECE));
  person = get_person (self, self->n_people++);
  *person = (RemitTablePerson){
    .id = id,
    .number = keep (self, who->number),
    .email = keep (self, who->email),
    .name = g_string_chunk_insert (self->texts, who->name),
    .about = *who->number == '\0' && *who->email == '\0' ? keep (self, who->about) : NULL,
    .line = line,
  };

  add_key (self->numbers, person->number, person);
  add_key (self->emails, person->email, person);
  if (self->names != NULL)
    add_name (self, person);
  return person;
}

void
remit_table_directory_claim (RemitTableDirectory *self,
                             RemitTablePerson *person,
                             const RemitTableWho *who,
                             guint line)
{
  person->line = line;
  if (*who->number != '\0' && g_strcmp0 (person->number, who->number) != 0)
    {
      person->number = keep (self, who->number);
      add_key (self->numbers, person->number, person);
    }
  if (*who->email != '\0' && g_strcmp0 (person->email, who->email) != 0)
    {
      person->email = keep (self, who->email);
      add_key (self->emails, person->email, person);
    }
}

void
remit_table_directory_expect (RemitTableDirectory *self,
                              const char *number,
                              const char *email)
{
  RemitTablePerson *person;

  if (*number != '\0' && (person = g_hash_table_lookup (self->numbers, number)) != NULL)
    person->is_expected = TRUE;
  if (*email != '\0' && (person = g_hash_table_lookup (self->emails, email)) != NULL)
    person->is_expected = TRUE;
}

guint
remit_table_directory_get_n (RemitTableDirectory *self)
{
  return self->n_people;
}

const RemitTablePerson *
remit_table_directory_get (RemitTableDirectory *self,
                           guint i)
{
  return get_person (self, i);
}

char *
remit_table_directory_dup_about (const char *title,
                                 const char *unit)
{
  g_autofree char *folded_title = remit_text_fold (title);
  g_autofree char *folded_unit = remit_text_fold (unit);

  return *folded_title != '\0' || *folded_unit != '\0'
           ? g_strdup_printf ("%s\n%s", folded_title, folded_unit)
           : g_strdup ("");
}

static void
add_row (RemitTableDirectory *self,
         RemitStatement *row)
{
  RemitTableWho who = { .number = (char *) remit_statement_get_text (row, 1),
                        .email = (char *) remit_statement_get_text (row, 2),
                        .name = (char *) remit_statement_get_text (row, 3),
                        .about = nothing,
                        .unit = remit_statement_get_text (row, 5) };
  g_autofree char *about = NULL;
  RemitTablePerson *person;

  if (*who.number == '\0' && *who.email == '\0')
    who.about = about = remit_table_directory_dup_about (remit_statement_get_text (row, 4),
                                                         who.unit);
  person = remit_table_directory_add (self, remit_statement_get_integer (row, 0), &who, 0);
  /* few units have many people */
  person->unit = *who.unit != '\0' ? g_string_chunk_insert_const (self->texts, who.unit) : NULL;
  person->until = remit_day_parse (remit_statement_get_text (row, 6));
  person->is_old = TRUE;
}

static gboolean
load (RemitTableDirectory *self,
      RemitStore *store,
      GError **error)
{
  g_autoptr (RemitStatement) statement = remit_store_query (
    store,
    "SELECT id, external_id, email, name, title, unit, \"until\" FROM person ORDER BY id", 0, 0,
    error);

  while (remit_store_step (store, statement))
    add_row (self, statement);
  self->has_others = self->n_people > 0;
  return remit_store_finish (store, statement, error);
}

RemitTableDirectory *
remit_table_directory_new (RemitStore *store,
                           GError **error)
{
  g_autoptr (RemitTableDirectory) self = g_new0 (RemitTableDirectory, 1);

  self->pieces = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (64 * 1024);
  self->numbers = g_hash_table_new (remit_table_key_hash, remit_table_key_equal);
  self->emails = g_hash_table_new (remit_table_key_hash, remit_table_key_equal);
  if (!load (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_table_directory_free (RemitTableDirectory *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->emails);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

static gboolean
has_only_name (const RemitTableWho *who)
{
  return *who->number == '\0' && *who->email == '\0';
}

/* Whether somebody of the same name may be the one that a row is about. */
static gboolean
may_be (const RemitTablePerson *person,
        const RemitTableWho *who)
{
  if (person->line != 0)
    return has_only_name (who) && person->number == NULL && person->email == NULL;
  if (*who->number != '\0' && person->number != NULL)
    return FALSE;
  return *who->email == '\0' || person->email == NULL;
}

/* Returns: (nullable): who has nothing but the name, and the same title and unit */
static RemitTablePerson *
find_same (RemitTableDirectory *self,
           const RemitTableWho *who)
{
  RemitTablePerson *same = NULL;

  for (RemitTablePerson *other = find_name (self, who->name); other != NULL; other = other->next)
    if (g_strcmp0 (other->about, who->about) == 0 && (same == NULL || same->line != 0))
      same = other;
  return same;
}

static gboolean
is_in_unit (const RemitTablePerson *person,
            const RemitTableWho *who)
{
  return person->unit != NULL && *who->unit != '\0' && remit_text_is_like (person->unit, who->unit);
}

/* Returns: (nullable): the only one of the name in the unit, whose address is another one now */
static RemitTablePerson *
find_moved (RemitTableDirectory *self,
            const RemitTableWho *who)
{
  RemitTablePerson *found = NULL;

  for (RemitTablePerson *other = find_name (self, who->name); other != NULL; other = other->next)
    {
      if (!is_in_unit (other, who))
        continue;
      if (found != NULL || other->line != 0 || other->is_expected
          || (*who->number != '\0' && other->number != NULL))
        return NULL;
      found = other;
    }
  return found;
}

/* Returns: (nullable): the only one whose name is written the other way round */
static RemitTablePerson *
find_turned (RemitTableDirectory *self,
             const RemitTableWho *who)
{
  gboolean is_sure;
  g_autofree char *turned = remit_table_name_dup_turned_key (who->name, &is_sure);
  RemitTablePerson *other = turned != NULL ? g_hash_table_lookup (self->names, turned) : NULL;

  if (other == NULL || other->next != NULL || other->line != 0 || !may_be (other, who)
      || !(is_sure || is_in_unit (other, who)))
    return NULL;
  return other;
}

static RemitTableMatch
match_bare (RemitTableDirectory *self,
            const RemitTableWho *who,
            RemitTablePerson **person)
{
  gboolean only_name = has_only_name (who);
  guint n = 0;
  guint n_bare = 0;
  RemitTablePerson *bare = NULL;

  for (RemitTablePerson *other = find_name (self, who->name); other != NULL; other = other->next)
    {
      if (!may_be (other, who)
          || (other->line != 0 && other->about != NULL && *who->about != '\0'))
        continue;
      n++;
      *person = other;
      if (other->number == NULL && other->email == NULL)
        {
          n_bare++;
          bare = other;
        }
    }

  if (n == 1)
    return REMIT_TABLE_MATCH_ONE;
  /* Match by name only when there is no other key. */
  *person = only_name && n_bare == 1 ? bare : NULL;
  if (*person != NULL)
    return REMIT_TABLE_MATCH_ONE;
  return n > 1 && only_name ? REMIT_TABLE_MATCH_SEVERAL : REMIT_TABLE_MATCH_NONE;
}

static RemitTableMatch
match_name (RemitTableDirectory *self,
            const RemitTableWho *who,
            RemitTablePerson **person)
{
  RemitTableMatch match;

  if (has_only_name (who) && *who->about != '\0' && (*person = find_same (self, who)) != NULL)
    return REMIT_TABLE_MATCH_ONE;
  match = match_bare (self, who, person);
  if (match != REMIT_TABLE_MATCH_NONE || !self->has_others)
    return match;
  *person = find_moved (self, who);
  if (*person == NULL)
    *person = find_turned (self, who);
  return *person != NULL ? REMIT_TABLE_MATCH_ONE : REMIT_TABLE_MATCH_NONE;
}

RemitTableMatch
remit_table_directory_match (RemitTableDirectory *self,
                             const RemitTableWho *who,
                             RemitTablePerson **person)
{
  RemitTablePerson *sharer = NULL;
  RemitTableMatch match = REMIT_TABLE_MATCH_NONE;

  *person = NULL;
  if (*who->number != '\0' && (*person = g_hash_table_lookup (self->numbers, who->number)) != NULL)
    return REMIT_TABLE_MATCH_ONE;
  if (*who->email != '\0' && (sharer = g_hash_table_lookup (self->emails, who->email)) != NULL
      && (*who->number == '\0' || sharer->number == NULL))
    {
      *person = sharer;
      return REMIT_TABLE_MATCH_ONE;
    }

  /* Among those of the file itself, a name tells only those apart that have nothing else. */
  if (self->has_others || has_only_name (who))
    match = match_name (self, who, person);
  if (match == REMIT_TABLE_MATCH_NONE)
    *person = sharer;
  return match;
}

gboolean
remit_table_directory_find_key (RemitTableDirectory *self,
                                const char *key,
                                RemitTablePerson **person)
{
  *person = g_hash_table_lookup (self->numbers, key);
  if (*person == NULL)
    *person = g_hash_table_lookup (self->emails, key);
  return *person != NULL;
}

RemitTableMatch
remit_table_directory_find (RemitTableDirectory *self,
                            const char *text,
                            RemitTablePerson **person)
{
  if (remit_table_directory_find_key (self, text, person))
    return REMIT_TABLE_MATCH_ONE;

  *person = find_name (self, text);
  if (*person == NULL)
    {
      gboolean is_sure;
      g_autofree char *turned = remit_table_name_dup_turned_key (text, &is_sure);

      *person = turned != NULL ? g_hash_table_lookup (self->names, turned) : NULL;
    }
  if (*person == NULL)
    return REMIT_TABLE_MATCH_NONE;
  if ((*person)->next == NULL)
    return REMIT_TABLE_MATCH_ONE;
  *person = NULL;
  return REMIT_TABLE_MATCH_SEVERAL;
}
