/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may have been meant by a word that is not known. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include "remit-cli-nearest.h"

#include <string.h>

/* How many letters have to be inserted, removed or changed: Levenshtein (1965). */
static guint
measure (const char *a,
         const char *b)
{
  gsize length = strlen (b);
  g_autofree guint *row = g_new (guint, length + 1);

  for (guint j = 0; j <= length; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint corner = row[0];

      row[0] = i;
      for (guint j = 1; j <= length; j++)
        {
          guint changed = corner + (a[i - 1] != b[j - 1]);

          corner = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[length];
}

const char *
remit_cli_find_nearest (const char *word,
                        GPtrArray *known)
{
  const char *nearest = NULL;
  guint least = (guint) strlen (word) / 3 + 1;

  for (guint i = 0; i < known->len; i++)
    {
      guint distance = measure (word, known->pdata[i]);

      if (distance > least || (distance == least && nearest != NULL))
        continue;
      nearest = known->pdata[i];
      least = distance;
    }
  for (guint i = 0; nearest == NULL && *word != '\0' && i < known->len; i++)
    if (g_str_has_prefix (known->pdata[i], word))
      nearest = known->pdata[i];
  return nearest;
}
