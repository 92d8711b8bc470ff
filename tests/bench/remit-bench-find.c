/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding anything in the real window: each letter that is typed, until what it found is shown. */
#include <string.h>

#include "find/remit-find-dialog.h"
#include "find/remit-finder.h"
#include "remit-bench-answers.h"
#include "widgets/remit-find.h"

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (REMIT_IS_FIND_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

/* Returns: how long it takes until the frame that shows what was found */
static gint64
measure_key (GtkWidget *dialog,
             GtkEditable *search,
             const char *text)
{
  gint64 begin = g_get_monotonic_time ();

  remit_bench_answers_ask ();
  gtk_editable_set_text (search, text);
  return remit_bench_answers_wait (dialog, begin);
}

static void
measure_words (GtkWidget *dialog,
               GArray *keys)
{
  static const char *const words[] = { "person 12", "ml engineer", "team 77", "decision 300",
                                       "slot", "prsn", "vacant", "engineer in team 4",
                                       "undo", "pe 9", "nowhere at all" };
  GtkEditable *search = GTK_EDITABLE (remit_find_widget (dialog, GTK_TYPE_SEARCH_ENTRY));

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      for (gsize n = 1; n <= strlen (words[i]); n++)
        {
          g_autofree char *text = g_strndup (words[i], n);
          gint64 key = measure_key (dialog, search, text);

          g_array_append_val (keys, key);
        }
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  RemitWindow *window;
  GtkWidget *dialog;

  if (argc != 2)
    g_error ("Usage: remit-bench-find WORKSPACE");
  window = remit_bench_answers_open (argv[1], REMIT_TYPE_FINDER);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  while ((dialog = find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  remit_bench_answers_pause (1000);

  remit_bench_answers_reset_turns ();
  measure_words (dialog, keys);
  remit_bench_answers_print ("key", keys);
  remit_bench_answers_print_turns ();
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_bench_answers_close (window);
  return 0;
}
