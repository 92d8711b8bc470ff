/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures opening a workspace, with its schema compared, and the comparison alone:
 * remit-bench-open WORKSPACE N. Prints both medians in microseconds. */
#include <stdlib.h>

#include "store/remit-schema.h"
#include "store/workspace/remit-workspace.h"

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gint64
get_median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, gint64, times->len / 2);
}

static void
add_since (GArray *times,
           gint64 start)
{
  gint64 time = g_get_monotonic_time () - start;

  g_array_append_val (times, time);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GArray) opening = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) comparing = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (argc != 3)
    return 2;
  for (int i = 0; i < atoi (argv[2]); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (RemitWorkspace) workspace = remit_workspace_open (argv[1], REMIT_STORE_NO_FLAGS,
                                                                   &error);
      RemitStore *store;

      add_since (opening, start);
      if (workspace == NULL)
        {
          g_printerr ("%s\n", error->message);
          return EXIT_FAILURE;
        }
      store = remit_workspace_get_store (workspace);
      start = g_get_monotonic_time ();
      remit_schema_check (store, remit_store_get_format (store), NULL);
      add_since (comparing, start);
    }
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", get_median (opening),
           get_median (comparing));
  return EXIT_SUCCESS;
}
