/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table without a person: totals, footers, repeated headers, vacant slots. */
#include "remit-table-nobody.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "exchange/table/value/remit-words.h"
#include "model/remit-text.h"

/* Where people have so many columns, a text alone in a row is a line about the list. */
#define MANY_COLUMNS 3

/* Returns: how many cells have something in them; @text is the first of these */
static guint
count_filled (const RemitCsvRow *row,
              const char **text)
{
  guint n = 0;

  *text = "";
  for (guint i = 0; i < row->n_cells; i++)
    {
      remit_table_value_clean (row->cells[i], FALSE);
      if (*row->cells[i] != '\0' && n++ == 0)
        *text = row->cells[i];
    }
  return n;
}

/* "Total", "Total:", "Total Finance 12" */
static gboolean
is_total (const char *folded,
          guint n_filled)
{
  const RemitWords *words = REMIT_WORDS ("values", "total");
  gsize length = remit_words_match_beginning (words, folded);
  const char *rest = folded + length;

  if (length == 0)
    return FALSE;
  rest += strspn (rest, " :=-");
  return *rest == '\0' || rest[-1] == ':' || strpbrk (rest, "0123456789") != NULL || n_filled <= 2;
}

/* "As of 31 March", "Report made by …", alone in a row */
static gboolean
is_about_list (RemitTableJob *job,
               const RemitCsvRow *row,
               const char *folded,
               guint n_filled)
{
  gboolean is_apart = job->last_line > 0 && row->line > job->last_line + 1;

  return n_filled == 1 && job->file->n_columns >= MANY_COLUMNS
         && (is_apart
             || remit_words_match_beginning (REMIT_WORDS ("values", "about"), folded) > 0);
}

/* A list that was printed page by page has its header on each. */
static gboolean
is_header (RemitTableJob *job,
           const RemitCsvRow *row)
{
  guint n_same = 0;
  guint n_other = 0;

  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      (g_ascii_strcasecmp (row->cells[i], job->file->headers[i]) == 0 ? n_same++ : n_other++);
  return n_same >= 2 && n_other == 0;
}

/* Whoever knows better has said so. Returns: whether it is left out */
static gboolean
leave_out (RemitTableJob *job,
           const RemitCsvRow *row,
           const char *format,
           const char *text)
{
  GHashTable *taken = job->options->taken;

  if (taken == NULL || !g_hash_table_contains (taken, GUINT_TO_POINTER (row->line)))
    {
      remit_import_result_leave_out (job->result, REMIT_NOTE_NOBODY, row->line, format, text);
      return TRUE;
    }
  remit_import_result_note (job->result, REMIT_NOTE_NOBODY, row->line,
                            /* Translators: what stands in a row of a file */
                            _ ("“%.80s” is imported anyway, as requested"), text);
  return FALSE;
}

/* Most rows are, and are not looked at any closer: they begin with no word for a total, they are no
 * header, and have more than one cell. */
static gboolean
may_be_somebody (RemitTableJob *job,
                 const RemitCsvRow *row,
                 const char *name)
{
  guint n_filled = 0;

  for (guint i = 0; i < row->n_cells && n_filled < 2; i++)
    if (*row->cells[i] != '\0' && n_filled++ == 0
        && (remit_words_may_begin (REMIT_WORDS ("values", "total"), row->cells[i])
            || g_ascii_strcasecmp (row->cells[i], job->file->headers[i]) == 0))
      return FALSE;
  return n_filled > 1 && !remit_table_value_is_open (name) && !remit_table_value_is_unknown (name);
}

gboolean
remit_table_nobody_note (RemitTableJob *job,
                         const RemitCsvRow *row,
                         const char *name)
{
  g_autofree char *folded = NULL;
  const char *text;
  guint n_filled;

  if (may_be_somebody (job, row, name))
    return FALSE;
  n_filled = count_filled (row, &text);
  folded = remit_text_fold (text);
  if (is_total (folded, n_filled))
    /* Translators: what stands in a row of a file */
    return leave_out (job, row, _ ("“%.80s” is a total; skipped"), text);
  if (is_about_list (job, row, folded, n_filled))
    /* Translators: what stands in a row of a file */
    return leave_out (job, row, _ ("“%.80s” is a note about the list; skipped"), text);
  if (is_header (job, row))
    /* Translators: what stands in a row of a file */
    return leave_out (job, row, _ ("Repeated header (“%.80s”); skipped"), text);
  if (remit_table_value_is_open (name) || remit_table_value_is_unknown (name))
    /* Translators: what stands for nobody: "Vacant" */
    return leave_out (job, row, _ ("“%.80s” is a placeholder, not a person; skipped"), name);
  return FALSE;
}
