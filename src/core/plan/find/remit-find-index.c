/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be found by name, ready to be searched as fast as one types. */
#include "remit-find-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-text.h"
#include "remit-find-match.h"

/* A word in the place of an entry counts less than one in its name, by this share of 100. */
#define PLACE_SHARE 50
#define MORE_SHARE 45

/* What an entry has at least of the score of the best, in percent. */
#define LEAST_SHARE 40

/* So often a search looks whether it is still wanted. */
#define LOOK_INTERVAL 1024

/* An entry with what is searched. The texts are folded. */
typedef struct {
  RemitFindEntry entry;
  const char *name;
  const char *place;
  const char *more;
  guint64 letters;
  int length;
} Entry;

struct _RemitFindIndex
{
  GArray *entries;
  GStringChunk *texts;
};

static const struct {
  RemitKind kind;
  const char *title;
  int weight; /* added to the score of each */
} groups[REMIT_FIND_N_GROUPS] = {
  [REMIT_FIND_VIEWS] = { REMIT_KIND_NONE, N_ ("Views"), 30 },
  [REMIT_FIND_TEAMS] = { REMIT_KIND_TEAM, N_ ("Teams"), 28 },
  [REMIT_FIND_PEOPLE] = { REMIT_KIND_PERSON, N_ ("People"), 26 },
  [REMIT_FIND_SLOTS] = { REMIT_KIND_SLOT, N_ ("Slots"), 24 },
  [REMIT_FIND_DECISIONS] = { REMIT_KIND_DECISION, N_ ("Decisions"), 20 },
  [REMIT_FIND_CONFLICTS] = { REMIT_KIND_CONFLICT, N_ ("Conflicts"), 20 },
  [REMIT_FIND_ROLES] = { REMIT_KIND_ROLE, N_ ("Roles"), 16 },
  [REMIT_FIND_SKILLS] = { REMIT_KIND_SKILL, N_ ("Skills"), 14 },
  [REMIT_FIND_PLANS] = { REMIT_KIND_PLAN, N_ ("Plans"), 14 },
  [REMIT_FIND_ACTIONS] = { REMIT_KIND_NONE, N_ ("Actions"), 10 },
  [REMIT_FIND_FINDINGS] = { REMIT_KIND_NONE, N_ ("Findings"), 0 },
};

const char *
remit_find_group_get_title (RemitFindGroup group)
{
  g_return_val_if_fail (group < REMIT_FIND_N_GROUPS, NULL);

  return _ (groups[group].title);
}

RemitKind
remit_find_group_get_kind (RemitFindGroup group)
{
  g_return_val_if_fail (group < REMIT_FIND_N_GROUPS, REMIT_KIND_NONE);

  return groups[group].kind;
}

RemitFindGroup
remit_find_group_of (RemitKind kind)
{
  RemitFindGroup group = 0;

  while (group < REMIT_FIND_N_GROUPS
         && (kind == REMIT_KIND_NONE || groups[group].kind != kind))
    group++;
  return group;
}

/* ── The index ────────────────────────────────────────────────────────────────────────────── */

RemitFindIndex *
remit_find_index_new (void)
{
  RemitFindIndex *self = g_atomic_rc_box_new0 (RemitFindIndex);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->texts = g_string_chunk_new (64 * 1024);
  return self;
}

RemitFindIndex *
remit_find_index_ref (RemitFindIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
index_clear (gpointer data)
{
  RemitFindIndex *self = data;

  g_array_unref (self->entries);
  g_string_chunk_free (self->texts);
}

void
remit_find_index_unref (RemitFindIndex *self)
{
  g_atomic_rc_box_release_full (self, index_clear);
}

static const char *
keep (RemitFindIndex *self,
      const char *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert (self->texts, text) : "";
}

/* A text that is the same when it is folded is kept once. */
static const char *
keep_folded (RemitFindIndex *self,
             const char *text)
{
  g_autofree char *folded = remit_text_fold_letters (text);

  return g_str_equal (folded, text) ? text : keep (self, folded);
}

/* What is not shown: with names as they are spelled where their letters are missing. */
static const char *
keep_more (RemitFindIndex *self,
           const char *name,
           const char *more)
{
  g_autofree char *spelled = remit_text_spell_letters (name);
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (spelled == NULL && (more == NULL || *more == '\0'))
    return "";
  all = g_strconcat (spelled != NULL ? spelled : "", " ", more, NULL);
  folded = remit_text_fold_letters (all);
  return keep (self, folded);
}

void
remit_find_index_add (RemitFindIndex *self,
                      RemitFindGroup group,
                      gint64 id,
                      const char *name,
                      const char *place,
                      const char *more)
{
  Entry entry = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (group < REMIT_FIND_N_GROUPS);
  g_return_if_fail (name != NULL);

  entry.entry.group = group;
  entry.entry.id = id;
  entry.entry.name = keep (self, name);
  entry.entry.place = keep (self, place);
  entry.name = keep_folded (self, entry.entry.name);
  entry.place = keep_folded (self, entry.entry.place);
  entry.more = keep_more (self, name, more);
  entry.letters = remit_find_match_letters (entry.name) | remit_find_match_letters (entry.place)
                  | remit_find_match_letters (entry.more);
  entry.length = (int) strlen (entry.name);
  g_array_append_val (self->entries, entry);
}

const RemitFindEntry *
remit_find_index_find (RemitFindIndex *self,
                       RemitFindGroup group,
                       gint64 id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const RemitFindEntry *entry = &g_array_index (self->entries, Entry, i).entry;

      if (entry->group == group && entry->id == id)
        return entry;
    }
  return NULL;
}

guint
remit_find_index_get_size (RemitFindIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/* ── Searching ────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  const Entry *entry;
  int score;
} Hit;

/* @hits: of each group, as they come
 * @best: the highest score of all */
typedef struct {
  GArray *words;
  GArray *hits[REMIT_FIND_N_GROUPS];
  int best;
} Search;

static int
score_one (const Entry *entry,
           const RemitFindWord *word)
{
  int score = remit_find_match_word (entry->name, word, TRUE);

  if (score < REMIT_FIND_BEST * PLACE_SHARE / 100 && *entry->place != '\0')
    score = MAX (score,
                 remit_find_match_word (entry->place, word, FALSE) * PLACE_SHARE / 100);
  if (score < REMIT_FIND_BEST * MORE_SHARE / 100 && *entry->more != '\0')
    score = MAX (score, remit_find_match_word (entry->more, word, FALSE) * MORE_SHARE / 100);
  return score;
}

/* Returns: 0 when a word is not meant */
static int
score_entry (const Entry *entry,
             const GArray *words)
{
  int sum = 0;

  for (guint i = 0; i < words->len; i++)
    if (!remit_find_match_may (&g_array_index (words, RemitFindWord, i), entry->letters))
      return 0;
  for (guint i = 0; i < words->len; i++)
    {
      int score = score_one (entry, &g_array_index (words, RemitFindWord, i));

      if (score == 0)
        return 0;
      sum += score;
    }
  return sum / (int) words->len + groups[entry->entry.group].weight - MIN (entry->length / 2, 40);
}

/* Returns: %FALSE when it was cancelled */
static gboolean
search_index (Search *self,
              RemitFindIndex *index,
              GCancellable *cancellable)
{
  for (guint i = 0; i < index->entries->len; i++)
    {
      Hit hit = { .entry = &g_array_index (index->entries, Entry, i) };

      if (i % LOOK_INTERVAL == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      hit.score = score_entry (hit.entry, self->words);
      if (hit.score <= 0)
        continue;
      g_array_append_val (self->hits[hit.entry->entry.group], hit);
      self->best = MAX (self->best, hit.score);
    }
  return TRUE;
}

/* What is equally good stands by its name, and by what came first into the index. */
static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *one = a, *other = b;
  int order;

  if (one->score != other->score)
    return other->score - one->score;
  order = strcmp (one->entry->name, other->entry->name);
  if (order == 0)
    order = strcmp (one->entry->place, other->entry->place);
  if (order == 0)
    order = (one->entry->entry.id > other->entry->entry.id)
            - (one->entry->entry.id < other->entry->entry.id);
  return order;
}

static void
remove_poor (GArray *hits,
             int least)
{
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, Hit, i).score >= least)
      g_array_index (hits, Hit, n++) = g_array_index (hits, Hit, i);
  g_array_set_size (hits, n);
}

/* The best of thousands are picked one after the other: to sort all takes longer. */
static void
pick_best (GArray *hits,
           guint most)
{
  if (hits->len <= most * 4)
    {
      g_array_sort (hits, compare_hits);
      return;
    }
  for (guint i = 0; i < most; i++)
    {
      Hit *first = &g_array_index (hits, Hit, i);
      Hit *best = first;
      Hit before = *first;

      for (guint j = i + 1; j < hits->len; j++)
        if (compare_hits (&g_array_index (hits, Hit, j), best) < 0)
          best = &g_array_index (hits, Hit, j);
      *first = *best;
      *best = before;
    }
}

static void
found_free (gpointer data)
{
  RemitFound *self = data;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

static RemitFound *
found_new (RemitFindGroup group,
           GArray *hits,
           guint most)
{
  RemitFound *self = g_new0 (RemitFound, 1);

  pick_best (hits, most);
  self->group = group;
  self->n = hits->len;
  self->score = g_array_index (hits, Hit, 0).score;
  self->entries = g_ptr_array_new ();
  for (guint i = 0; i < MIN (hits->len, most); i++)
    g_ptr_array_add (self->entries, (gpointer) &g_array_index (hits, Hit, i).entry->entry);
  return self;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const RemitFound *one = *(RemitFound *const *) a, *other = *(RemitFound *const *) b;

  return one->score != other->score ? other->score - one->score
                                    : (int) one->group - (int) other->group;
}

static GPtrArray *
collect (Search *self,
         guint most)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (found_free);

  for (RemitFindGroup group = 0; group < REMIT_FIND_N_GROUPS; group++)
    {
      remove_poor (self->hits[group], self->best * LEAST_SHARE / 100);
      if (self->hits[group]->len > 0)
        g_ptr_array_add (found, found_new (group, self->hits[group], most));
    }
  g_ptr_array_sort (found, compare_found);
  return found;
}

GPtrArray *
remit_find_search (RemitFindIndex *const *indexes,
                   guint n_indexes,
                   const char *typed,
                   guint most,
                   GCancellable *cancellable)
{
  Search self = { .words = remit_find_match_split (typed) };
  GPtrArray *found = NULL;
  gboolean done = TRUE;

  for (guint i = 0; i < REMIT_FIND_N_GROUPS; i++)
    self.hits[i] = g_array_new (FALSE, FALSE, sizeof (Hit));
  for (guint i = 0; i < n_indexes && self.words->len > 0 && done; i++)
    done = search_index (&self, indexes[i], cancellable);
  if (done)
    found = collect (&self, most);
  for (guint i = 0; i < REMIT_FIND_N_GROUPS; i++)
    g_array_unref (self.hits[i]);
  g_array_unref (self.words);
  return found;
}
