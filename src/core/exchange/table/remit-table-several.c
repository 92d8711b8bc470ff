/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people whom one cell names: "Ada Lovelace; Grace Hopper (50 %)". */
#include "remit-table-several.h"

#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "exchange/table/value/remit-words.h"
#include "model/remit-text.h"

static void
holder_free (gpointer data)
{
  RemitTableHolder *self = data;

  g_free (self->text);
  g_free (self);
}

/* ── One ──────────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full): a part of a text, as one line */
static char *
dup_part (const char *from,
          const char *end)
{
  char *part = g_strndup (from, (gsize) (end - from));

  remit_table_value_clean (part, FALSE);
  return part;
}

/* Brackets contain an identifier of the person, or a percentage. */
static void
read_brackets (RemitTableJob *job,
               RemitTableDirectory *directory,
               RemitTableHolder *self)
{
  static const char *const pairs[] = { "()", "<>", "[]" };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *open = strrchr (self->text, pairs[i][0]);
      const char *close = open != NULL ? strchr (open, pairs[i][1]) : NULL;
      g_autofree char *within = NULL;
      g_autofree char *before = NULL;
      RemitTableAmount amount;

      if (close == NULL || close[1] != '\0' || open == self->text)
        continue;
      within = dup_part (open + 1, close);
      before = dup_part (self->text, open);
      if (remit_table_directory_find_key (directory, within, &self->person))
        {
          self->match = REMIT_TABLE_MATCH_ONE;
          return;
        }
      self->match = remit_table_directory_find (directory, before, &self->person);
      if (remit_table_amount_parse (within, &amount) && amount.unit != REMIT_TABLE_UNIT_NONE)
        {
          self->percent = remit_table_amount_to_percent (&amount, amount.unit, &job->week);
          g_free (self->text);
          self->text = g_steal_pointer (&before);
        }
      return;
    }
}

/* "P17 - Ada Lovelace", "Ada Lovelace, P17": whatever of it is a number or an address. */
static void
read_key_beside (RemitTableDirectory *directory,
                 RemitTableHolder *self)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+[-–—:|]\\s+|,\\s+", self->text, 0, 0);

  for (guint i = 0; parts[i] != NULL && parts[1] != NULL; i++)
    if (remit_table_directory_find_key (directory, g_strstrip (parts[i]), &self->person))
      {
        self->match = REMIT_TABLE_MATCH_ONE;
        return;
      }
}

static RemitTableHolder *
read_one (RemitTableJob *job,
          RemitTableDirectory *directory,
          const char *text)
{
  RemitTableHolder *self = g_new0 (RemitTableHolder, 1);

  self->text = g_strdup (text);
  self->percent = -1;
  self->match = REMIT_TABLE_MATCH_NONE;
  if (*text == '\0' || remit_table_value_is_nothing (text) || remit_table_value_is_unknown (text))
    return self;
  self->match = remit_table_directory_find (directory, text, &self->person);
  if (self->match == REMIT_TABLE_MATCH_NONE)
    read_brackets (job, directory, self);
  if (self->match == REMIT_TABLE_MATCH_NONE)
    read_key_beside (directory, self);
  return self;
}

/* ── Several ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: the bytes of a word for "and" at @text, with the space behind it, or 0 */
static gsize
measure_and (const char *text)
{
  const char *end = text;
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return 0;
  word = g_strndup (text, (gsize) (end - text));
  folded = remit_text_fold (word);
  return remit_words_have_folded (REMIT_WORDS ("values", "and"), folded) ? (gsize) (end - text) : 0;
}

/* Returns: the bytes of what parts two people at @text, or 0 */
static gsize
measure_separator (const char *text,
                   gboolean is_after_space)
{
  static const char *const signs[] = { ";", "\n", "|", "&", "+", "/", "、", "；", "＆", "／", "・" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return strlen (signs[i]);
  return is_after_space ? measure_and (text) : 0;
}

static GStrv
split (const char *text)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *begin = text;
  gboolean is_after_space = FALSE;

  for (const char *c = text; *c != '\0';)
    {
      gsize length = measure_separator (c, is_after_space);
      g_autofree char *part = NULL;

      is_after_space = g_unichar_isspace (g_utf8_get_char (c));
      if (length == 0)
        {
          c = g_utf8_next_char (c);
          continue;
        }
      part = dup_part (begin, c);
      if (*part != '\0')
        g_strv_builder_add (parts, part);
      c += length;
      begin = c;
    }
  if (*begin != '\0')
    {
      g_autofree char *part = dup_part (begin, begin + strlen (begin));

      if (*part != '\0')
        g_strv_builder_add (parts, part);
    }
  return g_strv_builder_end (parts);
}

static gboolean
is_nobody (const char *text)
{
  return *text == '\0' || remit_table_value_is_nothing (text) || remit_table_value_is_open (text);
}

static gboolean
has_person (GPtrArray *holders,
            const RemitTablePerson *person)
{
  for (guint i = 0; person != NULL && i < holders->len; i++)
    if (((RemitTableHolder *) holders->pdata[i])->person == person)
      return TRUE;
  return FALSE;
}

/* Returns: (element-type RemitTableHolder): each part, and nobody twice; @n_known: (out): how many
 * are somebody; @n_named: (out): and how many are not nobody */
static GPtrArray *
read_parts (RemitTableJob *job,
            RemitTableDirectory *directory,
            const char *const *parts,
            guint *n_known,
            guint *n_named)
{
  GPtrArray *holders = g_ptr_array_new_with_free_func (holder_free);

  *n_known = *n_named = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      RemitTableHolder *holder = read_one (job, directory, parts[i]);

      if (has_person (holders, holder->person))
        {
          holder_free (holder);
          continue;
        }
      *n_known += holder->match != REMIT_TABLE_MATCH_NONE;
      *n_named += !is_nobody (parts[i]);
      g_ptr_array_add (holders, holder);
    }
  return holders;
}

/* Returns: (transfer full) (nullable): the parts of a cell that are people; %NULL when it is one */
static GPtrArray *
read_several (RemitTableJob *job,
              RemitTableDirectory *directory,
              const char *text)
{
  g_auto (GStrv) parts = split (text);
  gboolean is_sure = strpbrk (text, ";\n|") != NULL || strstr (text, "；") != NULL;
  gboolean has_signs = g_strv_length (parts) > 1;
  g_autoptr (GPtrArray) holders = NULL;
  guint n_known, n_named;

  if (!has_signs)
    {
      g_strfreev (parts);
      parts = g_strsplit (text, ",", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        remit_table_value_clean (parts[i], FALSE);
    }
  holders = read_parts (job, directory, (const char *const *) parts, &n_known, &n_named);
  if (has_signs ? n_named > 0 && (is_sure || n_known > 0) : n_known > 1)
    return g_steal_pointer (&holders);
  return NULL;
}

GPtrArray *
remit_table_several_read (RemitTableJob *job,
                          RemitTableDirectory *directory,
                          const char *text)
{
  g_autofree char *line = dup_part (text, text + strlen (text));
  RemitTableHolder *whole = read_one (job, directory, line);
  GPtrArray *holders = NULL;

  if (whole->match == REMIT_TABLE_MATCH_NONE && !is_nobody (line))
    holders = read_several (job, directory, text);
  if (holders != NULL)
    {
      holder_free (whole);
      return holders;
    }
  holders = g_ptr_array_new_with_free_func (holder_free);
  g_ptr_array_add (holders, whole);
  return holders;
}
