/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of CSV files say: texts, skills, and that there is nothing. */
#include "remit-table-value.h"

#include <string.h>

#include "remit-words.h"

/* Most cells are as they should be, and need not be written again. */
static gboolean
is_clean (const char *cell)
{
  gboolean after_space = TRUE;

  for (const guchar *c = (const guchar *) cell; *c != '\0'; c++)
    {
      if (*c > ' ' && *c < 0x7f)
        after_space = FALSE;
      else if (*c != ' ' || after_space)
        return FALSE;
      else
        after_space = TRUE;
    }
  return !after_space || *cell == '\0';
}

/* What no text should have: controls, and what is no character for XML. */
static gboolean
is_junk (gunichar c)
{
  return g_unichar_iscntrl (c) || (c & 0xfffe) == 0xfffe || c == 0xfeff;
}

/* What is white between two characters: within a line one space, unless the lines stay as they are;
 * then only what stands at the end of one goes. Returns: where the next character goes */
static char *
put_space (char *end,
           gsize n_lines,
           gsize n_spaces,
           gboolean keep_lines)
{
  if (!keep_lines)
    n_spaces = MIN (n_lines + n_spaces, 1);
  for (; keep_lines && n_lines > 0; n_lines--)
    *end++ = '\n';
  for (; n_spaces > 0; n_spaces--)
    *end++ = ' ';
  return end;
}

static void
clean (char *cell,
       gboolean keep_lines)
{
  char *end = cell;
  gsize n_lines = 0;
  gsize n_spaces = 0;

  for (const char *c = cell; *c != '\0';)
    {
      gunichar character = g_utf8_get_char (c);
      const char *next = g_utf8_next_char (c);

      if (character == '\n' || (character == '\r' && *next != '\n'))
        {
          n_lines++;
          n_spaces = 0;
        }
      else if (g_unichar_isspace (character))
        n_spaces++;
      else if (!is_junk (character))
        {
          if (end > cell)
            end = put_space (end, n_lines, n_spaces, keep_lines);
          n_lines = n_spaces = 0;
          memmove (end, c, (gsize) (next - c));
          end += next - c;
        }
      c = next;
    }
  *end = '\0';
}

/* A number that a spreadsheet is to keep as it is: ="0021003" */
static void
take_from_formula (char *cell)
{
  gsize length = strlen (cell);

  if (length < 3 || cell[0] != '=' || cell[1] != '"' || cell[length - 1] != '"'
      || strchr (cell + 2, '"') != cell + length - 1)
    return;
  memmove (cell, cell + 2, length - 3);
  cell[length - 3] = '\0';
}

void
remit_table_value_clean (char *cell,
                         gboolean keep_lines)
{
  if (*cell == '=')
    take_from_formula (cell);
  if (!is_clean (cell))
    clean (cell, keep_lines);
}

gboolean
remit_table_value_is_unknown (const char *text)
{
  return remit_words_have (REMIT_WORDS ("values", "unknown"), text);
}

gboolean
remit_table_value_is_nothing (const char *text)
{
  return *text == '\0' || remit_words_have (REMIT_WORDS ("values", "nothing"), text);
}

gboolean
remit_table_value_is_open (const char *text)
{
  return remit_words_have (REMIT_WORDS ("values", "open"), text);
}

char **
remit_table_value_split_list (char *list)
{
  GPtrArray *entries = g_ptr_array_new ();
  const char *signs = strpbrk (list, ";\n") != NULL ? ";\n" : ",";

  while (list != NULL)
    {
      char *next = strpbrk (list, signs);

      if (next != NULL)
        *next++ = '\0';
      remit_table_value_clean (list, FALSE);
      if (*list != '\0')
        g_ptr_array_add (entries, list);
      list = next;
    }
  g_ptr_array_add (entries, NULL);
  return (char **) g_ptr_array_free (entries, FALSE);
}

/* Returns: where the suffix ":3" or "(3)" begins, or %NULL */
static char *
find_level (char *skill,
            gsize length)
{
  if (length > 2 && skill[length - 2] == ':' && g_ascii_isdigit (skill[length - 1]))
    return skill + length - 2;
  if (length > 3 && skill[length - 3] == '(' && g_ascii_isdigit (skill[length - 2])
      && skill[length - 1] == ')')
    return skill + length - 3;
  return NULL;
}

int
remit_table_value_take_level (char *skill)
{
  char *suffix = find_level (skill, strlen (skill));
  int level;

  if (suffix == NULL)
    return -1;
  level = suffix[1] - '0';
  *suffix = '\0';
  remit_table_value_clean (skill, FALSE);
  return level;
}
