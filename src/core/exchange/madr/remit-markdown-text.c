/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in Markdown files, where nothing that was typed becomes markup. */
#include "remit-markdown-text.h"

#include <string.h>

/* What means something within a line: code, emphasis, links, HTML, entities, tables, mathematics,
 * and what is struck out. */
#define WITHIN "\\`*_[]<>&|~$^"
/* What means something at the start of a line: headings, lists, rules, quotes. */
#define AT_START "#+-=:>"

static gboolean
is_space (gunichar c)
{
  return c < 0x20 || c == 0x7f || g_unichar_isspace (c);
}

/* Addresses, which some programs turn into links. */
static gboolean
is_address (const char *p)
{
  return g_str_has_prefix (p, "://") || (*p == '.' && g_ascii_isalnum (p[1]));
}

static gboolean
ends_www (const GString *file)
{
  return file->len >= 3 && g_ascii_strncasecmp (file->str + file->len - 3, "www", 3) == 0;
}

/* "12." and "12)" begin a list. */
static gboolean
is_number (const char *start,
           const char *p)
{
  if (p == start || (*p != '.' && *p != ')'))
    return FALSE;
  for (; start < p; start++)
    if (!g_ascii_isdigit (*start))
      return FALSE;
  return TRUE;
}

static gboolean
wants_escape (const GString *file,
              const char *start,
              const char *p)
{
  return strchr (WITHIN, *p) != NULL || (p == start && strchr (AT_START, *p) != NULL)
         || is_number (start, p)
         || (is_address (p) && (*p == ':' || ends_www (file)));
}

/* @start: of the line, without spaces before it, which would make it code */
static void
append_escaped (GString *file,
                const char *start,
                const char *end)
{
  gboolean is_after_space = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c))
        {
          is_after_space = TRUE;
          continue;
        }
      if (is_after_space)
        g_string_append_c (file, ' ');
      is_after_space = FALSE;
      if (wants_escape (file, start, p))
        g_string_append_c (file, '\\');
      g_string_append_unichar (file, c);
    }
}

static const char *
skip_spaces (const char *p,
             const char *end)
{
  while (p < end && is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

void
remit_markdown_append_line (GString *file,
                            const char *text)
{
  const char *end = text + strlen (text);

  append_escaped (file, skip_spaces (text, end), end);
}

void
remit_markdown_append_lines (GString *file,
                             const char *text,
                             const char *indent)
{
  gboolean has_line = FALSE;
  gboolean is_after_empty = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, "\r\n");
      const char *end = p + length;
      const char *start = skip_spaces (p, end);

      if (start == end)
        is_after_empty = TRUE;
      else
        {
          if (has_line && is_after_empty)
            g_string_append_printf (file, "\n\n%s", indent);
          else if (has_line)
            g_string_append_printf (file, "\\\n%s", indent);
          append_escaped (file, start, end);
          has_line = TRUE;
          is_after_empty = FALSE;
        }
      p = end;
      if (*p == '\r' && p[1] == '\n')
        p++;
      if (*p != '\0')
        p++;
    }
}

void
remit_markdown_append_quoted (GString *file,
                              const char *text)
{
  g_string_append_c (file, '"');
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '"' || c == '\\')
        g_string_append_printf (file, "\\%c", (char) c);
      else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff
               || (c & 0xfffe) == 0xfffe)
        g_string_append_c (file, ' ');
      else
        g_string_append_unichar (file, c);
    }
  g_string_append_c (file, '"');
}
