/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the letters of the matrix mean. */
#include "remit-decisions-legend.h"

#include <glib/gi18n.h>

#include "model/remit-framework.h"
#include "plan/decide/remit-matrix.h"

static void
add_framework (GString *text,
               RemitFramework framework)
{
  const RemitFrameworkInfo *info = remit_framework_get_info (framework);

  g_string_append (text, text->len > 0 ? "\n" : "");
  g_string_append_printf (text, "%s: ", info->nick);
  for (guint i = 0; i < info->n_letters; i++)
    {
      g_autofree char *letter = remit_matrix_format_letters (
        framework, REMIT_LETTERS (info->letters[i].letter));

      g_string_append_printf (text, "%s%s\302\240%s", i > 0 ? " · " : "", letter,
                              _ (info->letters[i].name));
    }
}

char *
remit_decisions_legend_dup_words (guint frameworks)
{
  GString *text = g_string_new (NULL);

  for (RemitFramework i = 0; i < REMIT_N_FRAMEWORKS; i++)
    if (frameworks & (1u << i))
      add_framework (text, i);
  return g_string_free (text, FALSE);
}
