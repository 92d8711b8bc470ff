/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells by its first bytes what a table comes in. */
#include <string.h>

#include "remit-markdown-table.h"
#include "remit-sheet-open.h"

/* So far behind its start a file says what it is. */
#define N_LOOKED_AT 2048

static gboolean
has_one_of (const char *text,
            const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the first characters in lower case, those that are not ASCII apart */
static char *
dup_start (const char *bytes,
           gsize length)
{
  GString *start = g_string_new (NULL);

  /* of UTF-16, the half that has ASCII's letters */
  for (gsize i = 0; i < MIN (length, N_LOOKED_AT); i++)
    if (bytes[i] != '\0' && (guchar) bytes[i] < 0x80)
      g_string_append_c (start, g_ascii_tolower (bytes[i]));
  return g_string_free (start, FALSE);
}

RemitSheetFormat
remit_sheet_probe (const char *bytes,
                   gsize length)
{
  static const char *const workbook[] = { "urn:schemas-microsoft-com:office:spreadsheet",
                                          "urn:oasis:names:tc:opendocument:", NULL };
  static const char *const page[] = { "<!doctype html", "<html", "<head", "<meta", "<body",
                                      "<table", "<!--startfragment", NULL };
  g_autofree char *start = NULL;

  if (length >= 4 && memcmp (bytes, "PK\3\4", 4) == 0)
    return REMIT_SHEET_ZIP;
  if (length >= 4 && (memcmp (bytes, "PK\5\6", 4) == 0 || memcmp (bytes, "PK\7\10", 4) == 0))
    return REMIT_SHEET_ZIP;
  if (length >= 8 && memcmp (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    return REMIT_SHEET_OLE;

  start = dup_start (bytes, length);
  if (*g_strchug (start) == '<' && strstr (start, "urn:remit:plan") != NULL)
    return REMIT_SHEET_TEXT;
  if (*start == '<' && has_one_of (start, page))
    return REMIT_SHEET_HTML;
  if (*start == '<' && has_one_of (start, workbook))
    return REMIT_SHEET_XML;
  return remit_markdown_table_recognize (bytes, length) ? REMIT_SHEET_MARKDOWN : REMIT_SHEET_TEXT;
}
