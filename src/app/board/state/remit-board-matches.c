/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slots of a board that are meant by a few letters. */
#include "remit-board-matches.h"

#include "model/remit-text.h"
#include "plan/design/remit-design.h"
#include "plan/find/remit-find-match.h"

typedef struct {
  gint64 slot;
  int score;
  guint place; /* how many come before it on the board */
} Match;

struct _RemitBoardMatches
{
  RemitBoardModel *model;
  char *typed;
  GArray *found;   /* of Match */
  GHashTable *ids; /* of the slots in it */
};

RemitBoardMatches *
remit_board_matches_new (RemitBoardModel *model)
{
  RemitBoardMatches *self = g_new0 (RemitBoardMatches, 1);

  self->model = model;
  self->typed = g_strdup ("");
  self->found = g_array_new (FALSE, FALSE, sizeof (Match));
  self->ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

void
remit_board_matches_free (RemitBoardMatches *self)
{
  g_hash_table_unref (self->ids);
  g_array_unref (self->found);
  g_free (self->typed);
  g_free (self);
}

/* ── Scores ───────────────────────────────────────────────────────────────────────────────── */

/* What each word scores in a name, of which few differ: most are those of roles. */
typedef struct {
  GArray *words;       /* of RemitFindWord */
  GHashTable *by_name; /* of int[] */
} Scores;

static void
scores_init (Scores *scores,
             const char *typed)
{
  scores->words = remit_find_match_split (typed);
  scores->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
scores_clear (Scores *scores)
{
  g_hash_table_unref (scores->by_name);
  g_array_unref (scores->words);
}

static const int *
get_scores (Scores *scores,
            const char *name)
{
  int *of_words = g_hash_table_lookup (scores->by_name, name);
  g_autofree char *folded = NULL;

  if (of_words != NULL)
    return of_words;
  folded = remit_text_fold_letters (name);
  of_words = g_new (int, scores->words->len);
  for (guint i = 0; i < scores->words->len; i++)
    of_words[i] = remit_find_match_word (folded, &g_array_index (scores->words, RemitFindWord, i),
                                         FALSE);
  g_hash_table_insert (scores->by_name, g_strdup (name), of_words);
  return of_words;
}

/* Returns: how well all words together are meant; 0 when one is not */
static int
add_up (const Scores *scores,
        const int *of_team,
        const int *of_slot)
{
  int sum = 0;

  for (guint i = 0; i < scores->words->len; i++)
    {
      int best = MAX (of_team[i], of_slot[i]);

      if (best == 0)
        return 0;
      sum += best;
    }
  return sum;
}

/* ── All slots ────────────────────────────────────────────────────────────────────────────── */

static void
find_in_column (RemitBoardMatches *self,
                Scores *scores,
                int column,
                guint *place)
{
  RemitEntity *team = remit_board_model_get_team (self->model, column);
  const int *of_team = get_scores (scores, remit_entity_get_text (team, REMIT_TEAM_NAME));

  for (int i = 0; i < remit_board_model_get_n_cards (self->model, column); i++)
    {
      gint64 slot = remit_board_model_get_slot_id (self->model, column, i);
      g_autofree char *name = remit_design_dup_name (
        remit_board_model_get_workspace (self->model), REMIT_KIND_SLOT, slot);
      Match match = { slot, add_up (scores, of_team, get_scores (scores, name)), (*place)++ };

      if (match.score > 0)
        g_array_append_val (self->found, match);
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return (first->place > second->place) - (first->place < second->place);
}

void
remit_board_matches_set_typed (RemitBoardMatches *self,
                               const char *typed)
{
  char *former = self->typed;
  Scores scores;
  guint place = 0;

  self->typed = g_strdup (typed);
  g_free (former);
  g_hash_table_remove_all (self->ids);
  g_array_set_size (self->found, 0);
  if (*self->typed == '\0')
    return;
  scores_init (&scores, self->typed);
  for (int i = 0; i < remit_board_model_get_n_columns (self->model) && scores.words->len > 0; i++)
    find_in_column (self, &scores, i, &place);
  scores_clear (&scores);
  g_array_sort (self->found, compare);
  for (guint i = 0; i < self->found->len; i++)
    g_hash_table_add (self->ids, &g_array_index (self->found, Match, i).slot);
}

const char *
remit_board_matches_get_typed (RemitBoardMatches *self)
{
  return self->typed;
}

guint
remit_board_matches_get_n (RemitBoardMatches *self)
{
  return self->found->len;
}

gint64
remit_board_matches_get_slot (RemitBoardMatches *self,
                              guint index)
{
  g_return_val_if_fail (index < self->found->len, 0);

  return g_array_index (self->found, Match, index).slot;
}

gboolean
remit_board_matches_has (RemitBoardMatches *self,
                         gint64 slot)
{
  return *self->typed == '\0' || g_hash_table_contains (self->ids, &slot);
}
