/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of verbs, which help, dispatch and completion follow. */
#include <glib/gi18n.h>

#include "remit-cli.h"
#include "support/remit-cli-table.h"

#define TABLE(name) remit_cli_##name##_verbs,

static const RemitCliVerb *const groups[] = { REMIT_CLI_VERBS (TABLE) };

const RemitCliVerb *
remit_cli_verbs_get (guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const RemitCliVerb *verb = groups[i]; verb->name != NULL; verb++)
      if (index-- == 0)
        return verb;
  return NULL;
}

/* How many of the words are the verb's name, or 0. */
static guint
match_verb (const RemitCliVerb *verb,
            char **words)
{
  g_auto (GStrv) names = g_strsplit (verb->name, " ", 0);
  guint n;

  for (n = 0; names[n] != NULL; n++)
    if (words[n] == NULL || !g_str_equal (words[n], names[n]))
      return 0;
  return n;
}

const RemitCliVerb *
remit_cli_verb_find (char **words,
                     guint *n_words)
{
  const RemitCliVerb *verb;

  for (guint i = 0; (verb = remit_cli_verbs_get (i)) != NULL; i++)
    if ((*n_words = match_verb (verb, words)) > 0)
      return verb;
  return NULL;
}

char *
remit_cli_verb_dup_synopsis (const RemitCliVerb *verb)
{
  return g_strjoin (" ", verb->name, verb->arguments != NULL ? _ (verb->arguments) : NULL, NULL);
}

char *
remit_cli_verbs_dup_list (const char *word)
{
  g_autofree char *prefix = word != NULL ? g_strconcat (word, " ", NULL) : g_strdup ("");
  g_autoptr (RemitCliTable) table = remit_cli_table_new ("", "", NULL);
  const RemitCliVerb *verb;

  for (guint i = 0; (verb = remit_cli_verbs_get (i)) != NULL; i++)
    {
      g_autofree char *synopsis = remit_cli_verb_dup_synopsis (verb);
      g_autofree char *indented = g_strconcat ("  ", synopsis, NULL);

      if (!g_str_has_prefix (verb->name, prefix) || (verb->flags & REMIT_CLI_HIDDEN))
        continue;
      remit_cli_table_add (table, indented);
      remit_cli_table_add (table, _ (verb->summary));
    }
  return remit_cli_table_dup_text (table);
}

static gboolean
has_letter (const GOptionEntry *options,
            char letter)
{
  for (; options != NULL && options->long_name != NULL; options++)
    if (options->short_name == letter)
      return TRUE;
  return FALSE;
}

GOptionEntry *
remit_cli_verb_dup_common_options (const RemitCliVerb *verb)
{
  GOptionEntry *options;
  guint n = 0;

  while (remit_cli_common_options[n].long_name != NULL)
    n++;
  options = g_memdup2 (remit_cli_common_options, (n + 1) * sizeof *options);
  for (guint i = 0; i < n; i++)
    if (has_letter (verb->options, options[i].short_name))
      options[i].short_name = 0;
  return options;
}
