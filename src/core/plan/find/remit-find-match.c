/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a text is meant by what somebody typed. */
#include "remit-find-match.h"

#include <string.h>

#include "model/remit-text.h"

/* What each way to mean a text scores; less for each word or letter that is passed over. */
#define WHOLE REMIT_FIND_BEST
#define FIRST_WORD 950
#define BEGINNING 900
#define WORD 850
#define WORD_BEGINNING 800
#define INITIALS 700
#define PART 400
#define IN_ORDER 250
#define SLIP 200

/* Shorter words are in order in nearly every text, or a slip away from another word. */
#define IN_ORDER_MIN 3
#define SLIP_MIN 4

/* ── What was typed ───────────────────────────────────────────────────────────────────────── */

static void
word_clear (gpointer data)
{
  g_free (((RemitFindWord *) data)->text);
}

GArray *
remit_find_match_split (const char *typed)
{
  g_autofree char *folded = remit_text_fold_letters (typed);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (RemitFindWord));

  g_array_set_clear_func (words, word_clear);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        RemitFindWord word = {
          .text = g_strdup (parts[i]), .length = strlen (parts[i]),
          .letters = remit_find_match_letters (parts[i]),
          .n_letters = (guint) g_utf8_strlen (parts[i], -1),
        };

        g_array_append_val (words, word);
      }
  return words;
}

/* Letters and digits have a bit of their own, the bytes of all else share the rest. */
guint64
remit_find_match_letters (const char *folded)
{
  guint64 letters = 0;

  for (; *folded != '\0'; folded++)
    {
      guchar byte = (guchar) *folded;

      if (byte >= 'a' && byte <= 'z')
        letters |= G_GUINT64_CONSTANT (1) << (byte - 'a');
      else if (byte >= '0' && byte <= '9')
        letters |= G_GUINT64_CONSTANT (1) << (26 + byte - '0');
      else if (byte != ' ')
        letters |= G_GUINT64_CONSTANT (1) << (36 + byte % 28);
    }
  return letters;
}

/* A slip may be in a letter that the text does not have; one of more than a byte sets more bits. */
gboolean
remit_find_match_may (const RemitFindWord *word,
                      guint64 letters)
{
  guint64 missing = word->letters & ~letters;

  if (missing == 0)
    return TRUE;
  if (word->n_letters < SLIP_MIN)
    return FALSE;
  return (missing & (missing - 1)) == 0 || word->n_letters != word->length;
}

/* ── Where words begin ────────────────────────────────────────────────────────────────────── */

static gboolean
is_letter (const char *at)
{
  guchar byte = (guchar) *at;

  return g_ascii_isalnum (byte) || byte >= 0x80;
}

static gboolean
begins_word (const char *text,
             const char *at)
{
  return at == text || !is_letter (at - 1);
}

/* Returns: (nullable): where the next word begins */
static const char *
find_next_word (const char *at)
{
  while (*at != '\0' && is_letter (at))
    at++;
  while (*at != '\0' && !is_letter (at))
    at++;
  return *at != '\0' ? at : NULL;
}

/* ── Ways to mean it ──────────────────────────────────────────────────────────────────────── */

static int
score_part (const char *text,
            const RemitFindWord *word)
{
  const char *at = strstr (text, word->text);
  int best = 0;

  if (at == text)
    return text[word->length] == '\0' ? WHOLE : is_letter (text + word->length) ? BEGINNING
                                                                                : FIRST_WORD;
  for (; at != NULL && best < WORD; at = strstr (at + 1, word->text))
    if (!begins_word (text, at))
      best = MAX (best, PART);
    else
      best = MAX (best, is_letter (at + word->length) ? WORD_BEGINNING : WORD);
  return best;
}

/* Whether the letters are the beginnings of words, each after the one before; how many are passed
 * over in between is counted. What is tried is bounded by the letters, as each call takes one. */
static gboolean
are_initials (const char *at,
              const char *letters,
              int *n_passed,
              guint depth)
{
  gsize same = 0;

  while (letters[same] != '\0' && letters[same] == at[same])
    same++;
  if (letters[same] == '\0')
    return TRUE;
  for (; same > 0; same--)
    {
      int passed = *n_passed;

      if (((guchar) letters[same] & 0xc0) == 0x80 || depth == 0) /* within a letter */
        continue;
      for (const char *next = find_next_word (at + same); next != NULL;
           next = find_next_word (next), passed++)
        if (*next == letters[same] && are_initials (next, letters + same, &passed, depth - 1))
          {
            *n_passed = passed;
            return TRUE;
          }
    }
  return FALSE;
}

static int
score_initials (const char *text,
                const RemitFindWord *word)
{
  int n_before = 0;

  if (word->n_letters < 2)
    return 0;
  for (const char *at = is_letter (text) ? text : find_next_word (text); at != NULL;
       at = find_next_word (at), n_before++)
    {
      int n_passed = n_before;

      if (*at == *word->text && are_initials (at, word->text, &n_passed, 6))
        return MAX (INITIALS - 20 * n_passed, PART + 1);
    }
  return 0;
}

/* From a beginning of a word on, with not too much in between. */
static int
score_in_order (const char *text,
                const RemitFindWord *word)
{
  const int most = (int) word->n_letters * 2;
  int best = 0;

  if (word->n_letters < IN_ORDER_MIN)
    return 0;
  for (const char *start = strchr (text, *word->text); start != NULL;
       start = strchr (start + 1, *word->text))
    {
      const char *letter = word->text, *at = start;
      int passed = 0;

      if (!begins_word (text, start))
        continue;
      for (; *at != '\0' && *letter != '\0' && passed <= most; at = g_utf8_next_char (at))
        if (g_utf8_get_char (at) == g_utf8_get_char (letter))
          letter = g_utf8_next_char (letter);
        else
          passed++;
      if (*letter == '\0' && passed <= most)
        best = MAX (best, IN_ORDER - 10 * passed);
    }
  return MAX (best, 0);
}

static gboolean
begins (const char *text,
        const char *with)
{
  while (*with != '\0' && *text == *with)
    text++, with++;
  return *with == '\0';
}

/* Whether a word begins as what was typed, but for one letter; the first is taken as right. */
static gboolean
is_slip (const char *at,
         const char *typed)
{
  while (*typed != '\0' && *at == *typed)
    at++, typed++;
  if (*typed == '\0' || !is_letter (at))
    return FALSE;
  return begins (g_utf8_next_char (at), g_utf8_next_char (typed)) /* another letter */
         || begins (at, g_utf8_next_char (typed))                 /* one too many */
         || begins (g_utf8_next_char (at), typed)                 /* one is missing */
         || (at[0] == typed[1] && at[1] == typed[0] && typed[1] != '\0'
             && begins (at + 2, typed + 2)); /* two in each other's place */
}

static int
score_slip (const char *text,
            const RemitFindWord *word)
{
  if (word->n_letters < SLIP_MIN)
    return 0;
  for (const char *at = text; at != NULL; at = find_next_word (at))
    if (*at == *word->text && is_slip (at, word->text))
      return SLIP;
  return 0;
}

int
remit_find_match_word (const char *folded,
                       const RemitFindWord *word,
                       gboolean fuzzy)
{
  int score;

  g_return_val_if_fail (folded != NULL, 0);
  g_return_val_if_fail (word != NULL && word->length > 0, 0);

  score = score_part (folded, word);
  if (score > INITIALS)
    return score;
  score = MAX (score, score_initials (folded, word));
  if (score == 0 && fuzzy)
    score = MAX (score_in_order (folded, word), score_slip (folded, word));
  return score;
}
