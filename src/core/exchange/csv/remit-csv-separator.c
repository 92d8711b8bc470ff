/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out what separates the cells of a CSV file. */
#include <string.h>

#include "remit-csv-private.h"

/* How many rows are looked at to find the separator. */
#define N_PROBED 100

/* How the first rows look with one of the separators. */
typedef struct {
  guint n_columns;
  guint n_rows;
  guint n_alike;
} Probe;

static gboolean
probe_row (const RemitCsvRow *row,
           gpointer data,
           GError **error G_GNUC_UNUSED)
{
  Probe *probe = data;

  if (probe->n_rows++ == 0)
    probe->n_columns = row->n_cells;
  probe->n_alike += row->n_cells == probe->n_columns;
  return probe->n_rows < N_PROBED;
}

static Probe
probe_separator (const char *block,
                 gsize length,
                 char separator)
{
  Probe probe = { 0 };

  /* with the right one, quotes stand where they should */
  if (!remit_csv_parse_block (block, length, separator, probe_row, &probe))
    probe.n_alike = 0;
  return probe;
}

static gboolean
is_better (const Probe *probe,
           const Probe *other)
{
  guint share = probe->n_alike * other->n_rows;
  guint other_share = other->n_alike * probe->n_rows;

  if (probe->n_columns < 2)
    return FALSE;
  if (other->n_columns < 2 || share > other_share)
    return TRUE;
  /* in few rows there is a quote that stands for itself with another separator */
  if (share != other_share || probe->n_rows < other->n_rows)
    return FALSE;
  return probe->n_columns > other->n_columns || probe->n_rows > other->n_rows;
}

/* Some programs write the separator into a first line of its own. */
static gboolean
read_hint (RemitCsvFile *self,
           const char *block,
           gsize length)
{
  gsize n = 5;

  if (length < n || g_ascii_strncasecmp (block, "sep=", 4) != 0
      || strchr (",;\t|", block[4]) == NULL)
    return FALSE;
  if (n < length && block[n] == '\r')
    n++;
  if (n < length && block[n] == '\n')
    n++;
  if (n == 5 && n < length)
    return FALSE;
  self->separator = block[4];
  self->n_skipped = n;
  return TRUE;
}

gboolean
remit_csv_find_separator (RemitCsvFile *self,
                          GError **error)
{
  Probe best = { 0 };
  const char *block;
  gsize length;

  if (!remit_csv_text_rewind (self->text, error)
      || !remit_csv_text_read (self->text, &block, &length, error))
    return FALSE;
  if (read_hint (self, block, length))
    return TRUE;

  self->separator = ',';
  for (const char *separator = ",;\t|"; *separator != '\0'; separator++)
    {
      Probe probe = probe_separator (block, length, *separator);

      if (!is_better (&probe, &best))
        continue;
      best = probe;
      self->separator = *separator;
    }
  return TRUE;
}
