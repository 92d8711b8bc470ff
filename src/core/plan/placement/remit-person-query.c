/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people are searched for: words, and skills with the least level that is asked for. */
#include "remit-person-query.h"

#include <string.h>

#include "model/remit-entities.h"
#include "model/remit-text.h"

/**
 * Term:
 * @word: folded
 * @least: the lowest level of a skill; 0 for a word that can be anywhere
 * @most: the highest
 */
typedef struct {
  char *word;
  gint64 least;
  gint64 most;
} Term;

struct _RemitPersonQuery
{
  GArray *terms;
};

static void
term_clear (gpointer data)
{
  g_free (((Term *) data)->word);
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full): what stands before the next blank that is not in quotes; moves *@text
 * behind it. A quote that is not closed goes on to the end. */
static char *
take_term (const char **text)
{
  const char *start = *text;
  const char *end = start;
  gboolean quoted = FALSE;

  while (*end != '\0' && (quoted || !g_unichar_isspace (g_utf8_get_char (end))))
    {
      quoted = quoted != (*end == '"');
      end = g_utf8_next_char (end);
    }
  *text = end;
  return g_strndup (start, (gsize) (end - start));
}

/* An operator, and what the number after it is to the level. */
typedef struct {
  const char *sign;
  gint64 more;
  gboolean exact;
} Comparison;

/* Longer ones first. */
static const Comparison comparisons[] = {
  { ">=", 0, FALSE }, { "≥", 0, FALSE }, { ">", 1, FALSE }, { "=", 0, TRUE }, { ":", 0, FALSE },
};

/* Returns: (nullable): the operator at the end of which *@number begins, and where it stands */
static const Comparison *
find_comparison (const char *term,
               const char **at,
               const char **number)
{
  gboolean quoted = FALSE;

  for (const char *p = term; *p != '\0'; p = g_utf8_next_char (p))
    {
      quoted = quoted != (*p == '"');
      for (guint i = 0; !quoted && p > term && i < G_N_ELEMENTS (comparisons); i++)
        if (g_str_has_prefix (p, comparisons[i].sign))
          {
            *at = p;
            *number = p + strlen (comparisons[i].sign);
            return &comparisons[i];
          }
    }
  return NULL;
}

/* Returns: whether it is a level, or nothing yet */
static gboolean
read_level (const char *number,
            const Comparison *comparison,
            Term *term)
{
  guint64 level;

  term->least = 1;
  term->most = G_MAXINT;
  if (*number == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (number, 10, 0, 100, &level, NULL))
    return FALSE;
  term->least = MAX ((gint64) level + comparison->more, 1);
  if (comparison->exact)
    term->most = (gint64) level;
  return TRUE;
}

static char *
dup_folded (const char *text,
            gsize length)
{
  g_autoptr (GString) word = g_string_new_len (text, (gssize) length);

  g_string_replace (word, "\"", "", 0);
  return remit_text_fold_letters (word->str);
}

static void
add_term (RemitPersonQuery *self,
          const char *text)
{
  const char *at = NULL;
  const char *number = NULL;
  const Comparison *comparison = find_comparison (text, &at, &number);
  Term term = { 0 };

  if (comparison != NULL && read_level (number, comparison, &term))
    term.word = dup_folded (text, (gsize) (at - text));
  else
    term = (Term){ .word = dup_folded (text, strlen (text)) };
  if (*term.word == '\0')
    g_free (term.word);
  else
    g_array_append_val (self->terms, term);
}

RemitPersonQuery *
remit_person_query_new (const char *text)
{
  RemitPersonQuery *self = g_new0 (RemitPersonQuery, 1);

  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  while (text != NULL && *text != '\0' && g_utf8_validate (text, -1, NULL))
    {
      g_autofree char *term = take_term (&text);

      if (*term != '\0')
        add_term (self, term);
      else
        text = g_utf8_next_char (text);
    }
  return self;
}

void
remit_person_query_free (RemitPersonQuery *self)
{
  g_array_unref (self->terms);
  g_free (self);
}

gboolean
remit_person_query_is_empty (const RemitPersonQuery *self)
{
  return self == NULL || self->terms->len == 0;
}

/* ── Searching ────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_skill (const RemitPersonWords *words,
           const Term *term)
{
  for (guint i = 0; i < words->n_skills; i++)
    if ((term->least == 0
         || (words->levels[i] >= term->least && words->levels[i] <= term->most))
        && strstr (words->skills[i], term->word) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_term (const RemitPersonWords *words,
          const Term *term)
{
  for (guint i = 0; term->least == 0 && i < words->n_texts; i++)
    if (strstr (words->texts[i], term->word) != NULL)
      return TRUE;
  return has_skill (words, term);
}

gboolean
remit_person_query_matches_words (const RemitPersonQuery *self,
                                  const RemitPersonWords *words)
{
  g_return_val_if_fail (self != NULL && words != NULL, FALSE);

  for (guint i = 0; i < self->terms->len; i++)
    if (!has_term (words, &g_array_index (self->terms, Term, i)))
      return FALSE;
  return TRUE;
}

/* ── A person of a workspace ──────────────────────────────────────────────────────────────── */

static void
add_skills (GPtrArray *names,
            GArray *levels,
            RemitWorkspace *workspace,
            gint64 person)
{
  GPtrArray *skills = remit_workspace_get_referring (workspace, REMIT_KIND_PERSON_SKILL,
                                                     REMIT_PERSON_SKILL_PERSON, person);

  for (guint i = 0; i < skills->len; i++)
    {
      int level = (int) remit_entity_get_integer (skills->pdata[i], REMIT_PERSON_SKILL_LEVEL);
      gint64 id = remit_entity_get_integer (skills->pdata[i], REMIT_PERSON_SKILL_SKILL);
      RemitEntity *skill = remit_workspace_get (workspace, REMIT_KIND_SKILL, id);

      if (skill == NULL)
        continue;
      g_ptr_array_add (names, remit_text_fold_letters (remit_entity_get_text (skill,
                                                                              REMIT_SKILL_NAME)));
      g_array_append_val (levels, level);
    }
}

gboolean
remit_person_query_matches (const RemitPersonQuery *self,
                            RemitWorkspace *workspace,
                            RemitEntity *person)
{
  static const guint fields[] = { REMIT_PERSON_NAME, REMIT_PERSON_TITLE, REMIT_PERSON_UNIT,
                                  REMIT_PERSON_LOCATION };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (int));
  RemitPersonWords words = { NULL };

  g_return_val_if_fail (self != NULL && REMIT_IS_WORKSPACE (workspace), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (texts, remit_text_fold_letters (remit_entity_get_text (person, fields[i])));
  add_skills (skills, levels, workspace, remit_entity_get_id (person));
  words.texts = (const char *const *) texts->pdata;
  words.n_texts = texts->len;
  words.skills = (const char *const *) skills->pdata;
  words.levels = (const int *) (gpointer) levels->data;
  words.n_skills = skills->len;
  return remit_person_query_matches_words (self, &words);
}
