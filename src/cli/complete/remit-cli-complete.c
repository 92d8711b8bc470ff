/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a shell offers when a command line is to be completed; data/completions/ calls it. */
#include <string.h>

#include "entity/remit-cli-entity.h"
#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-exporter.h"
#include "remit-cli-line.h"
#include "store/remit-listing.h"

/* Said instead of candidates when the shell itself knows them. */
#define FILES "\tfiles"

/* Candidates for a value that is neither a kind nor the name of an entity. */
static const struct
{
  const char *placeholder;
  const char *const *words;
} word_lists[] = {
  { "STATE", remit_cli_conflict_states },
  { "ORDER", remit_cli_conflict_orders },
  { "CONTENT", remit_cli_contents },
  { "LIBRARY", remit_cli_libraries },
  { "TABLE", remit_export_table_nicks },
  { "SEPARATOR", remit_csv_separator_nicks },
  { "PAPER", remit_paper_size_nicks },
};

/* The same for those that are the choices of a field. */
static const struct
{
  const char *placeholder;
  RemitKind kind;
  guint field;
} choice_lists[] = {
  { "MODE", REMIT_KIND_CONFLICT, REMIT_CONFLICT_MODE },
  { "TYPE", REMIT_KIND_CONFLICT, REMIT_CONFLICT_TYPE },
  { "WHO", REMIT_KIND_CONFLICT, REMIT_CONFLICT_VISIBILITY },
  { "STATUS", REMIT_KIND_PLAN, REMIT_PLAN_STATUS },
  { "EVENT", REMIT_KIND_DECISION_EVENT, REMIT_DECISION_EVENT_KIND },
  { "RESULT", REMIT_KIND_DECISION_EVENT, REMIT_DECISION_EVENT_RESULT },
};

/* @verb: (nullable): the verb, when it is known
 * @words: what is no option so far: the verb's words, then its arguments
 * @option: (nullable): the option whose value is being typed
 * @prefix: what stands before the value in the word that is being typed, such as "--plan=" */
typedef struct {
  RemitCli *cli;
  RemitCliLine line;
  const RemitCliVerb *verb;
  guint n_verb;
  GPtrArray *words;
  const GOptionEntry *option;
  const char *plan;
  gboolean no_options;
  GString *prefix;
  GHashTable *offered;
} Completion;

static void
completion_clear (Completion *self)
{
  remit_cli_line_clear (&self->line);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->offered, g_hash_table_unref);
  if (self->prefix != NULL)
    g_string_free (self->prefix, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Completion, completion_clear)

/* ── Offering ─────────────────────────────────────────────────────────────────────────────── */

/* Writes a candidate that goes with what was typed, once. */
static void
offer (Completion *self,
       const char *word)
{
  g_autofree char *full = g_strconcat (self->prefix->str, word, NULL);
  g_autofree char *text = NULL;

  if (!g_str_has_prefix (full, self->line.current) || strpbrk (full, "\n\t") != NULL)
    return;
  text = remit_cli_line_dup_candidate (&self->line, full);
  if (g_hash_table_add (self->offered, g_strdup (text)))
    g_print ("%s\n", text);
}

/* @words: ending with %NULL */
static void
offer_words (Completion *self,
             const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    offer (self, words[i]);
}

static void
offer_kinds (Completion *self,
             gboolean plural)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      offer (self, remit_entity_info (kind)->name);
      if (plural)
        offer (self, remit_entity_info (kind)->plural);
    }
}

static void
offer_choices (Completion *self,
               const RemitField *field)
{
  for (guint i = 0; field->choices != NULL && field->choices[i].nick != NULL; i++)
    if (field->kind == REMIT_FIELD_ENUM)
      offer (self, field->choices[i].nick);
    else if (i >= field->minimum)
      {
        g_autofree char *number = g_strdup_printf ("%u", i);

        offer (self, number);
      }
}

static void
offer_templates (Completion *self)
{
  g_autoptr (GPtrArray) templates = remit_templates_list ();

  for (guint i = 0; i < templates->len; i++)
    offer (self, ((const RemitTemplate *) templates->pdata[i])->id);
}

/* ── Names ────────────────────────────────────────────────────────────────────────────────── */

/* @counts: how many have each name, of kinds of which that matters */
typedef struct {
  Completion *completion;
  RemitWorkspace *workspace;
  GHashTable *counts;
} Names;

static gboolean
count_name (const RemitRecord *record,
            gpointer data,
            GError **error)
{
  Names *self = data;
  char *name = remit_design_dup_record_name (self->workspace, record);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, name));

  g_hash_table_replace (self->counts, name, GUINT_TO_POINTER (n + 1));
  return TRUE;
}

/* A slot whose name others have is offered with its team. */
static gboolean
offer_name (const RemitRecord *record,
            gpointer data,
            GError **error)
{
  Names *self = data;
  g_autofree char *name = remit_design_dup_record_name (self->workspace, record);
  g_autofree char *path = NULL;

  if (GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, name)) > 1)
    path = remit_design_dup_slot_path (self->workspace, record);
  offer (self->completion, path != NULL ? path : name);
  return TRUE;
}

static void
offer_names (Completion *self,
             RemitKind kind)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Names names = { self, remit_cli_get_workspace (self->cli, NULL), counts };
  int field = -1;
  gint64 plan = 0;

  if (names.workspace == NULL)
    return;
  if (self->plan != NULL)
    plan = remit_cli_entity_find (self->cli, REMIT_KIND_PLAN, 0, self->plan, NULL);
  if (plan != 0)
    field = remit_entity_info_find_plan (remit_entity_info (kind));
  if (kind == REMIT_KIND_SLOT)
    remit_listing_read (self->cli->store, kind, field, plan, count_name, &names, NULL);
  remit_listing_read (self->cli->store, kind, field, plan, offer_name, &names, NULL);
}

/* ── Fields ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_given (Completion *self,
          const RemitField *field)
{
  for (guint i = self->n_verb; i < self->words->len; i++)
    {
      const char *word = self->words->pdata[i];
      gsize length = strlen (field->name);

      if (g_str_has_prefix (word, field->name) && word[length] == '=')
        return TRUE;
    }
  return FALSE;
}

static void
offer_value (Completion *self,
             const RemitField *field)
{
  if (field->kind == REMIT_FIELD_REFERENCE)
    offer_names (self, field->target);
  else if (field->kind == REMIT_FIELD_BOOLEAN)
    offer_words (self, (const char *const[]){ "true", "false", NULL });
  else
    offer_choices (self, field);
}

/* FIELD= of a kind, or after the equals sign its values. */
static void
offer_fields (Completion *self,
              RemitKind kind)
{
  const RemitEntityInfo *info;
  const char *typed = self->line.current + self->prefix->len;
  const char *equals = strchr (typed, '=');
  int field;

  if (kind == REMIT_KIND_NONE)
    return;
  info = remit_entity_info (kind);
  for (guint i = 0; equals == NULL && i < info->n_fields; i++)
    {
      g_autofree char *pair = g_strconcat (info->fields[i].name, "=", NULL);

      if (!is_given (self, &info->fields[i]) && !remit_field_is_hidden (&info->fields[i]))
        offer (self, pair);
    }
  if (equals == NULL)
    return;
  field = remit_cli_kind_find_field (info, typed, (gsize) (equals - typed), NULL);
  g_string_append_len (self->prefix, typed, equals + 1 - typed);
  if (field >= 0)
    offer_value (self, &info->fields[field]);
}

/* ── Placeholders ─────────────────────────────────────────────────────────────────────────── */

static RemitKind
get_kind (Completion *self)
{
  return self->n_verb < self->words->len
           ? remit_cli_kind_find (self->words->pdata[self->n_verb], NULL)
           : REMIT_KIND_NONE;
}

/* An entity, or, where it may be left out, a field. */
static void
offer_entity (Completion *self)
{
  RemitKind kind = get_kind (self);

  if (self->words->len > self->n_verb
      && g_str_equal (self->words->pdata[self->words->len - 1], "kind"))
    offer_kinds (self, FALSE);
  if (kind == REMIT_KIND_NONE || remit_cli_get_workspace (self->cli, NULL) == NULL)
    return;
  offer_names (self, kind);
  if (strstr (self->verb->arguments, "FIELD=VALUE") != NULL
      && remit_cli_entity_find_only (self->cli, kind, NULL) != 0)
    offer_fields (self, kind);
}

static void
offer_formats (Completion *self)
{
  const RemitExporter *const *exporters = remit_exporter_list ();

  for (guint i = 0; exporters[i] != NULL; i++)
    if (exporters[i]->scope == (RemitExportScope) self->verb->detail)
      offer (self, exporters[i]->name);
}

static void
offer_audiences (Completion *self)
{
  for (guint i = 0; i < remit_audience_count (); i++)
    offer (self, remit_audience_get_nick (remit_audience_get_nth (i)));
}

/* "PERSON[=POSITION]" is a person at first. */
static void
offer_called (Completion *self,
              const char *placeholder)
{
  g_autofree char *word = g_ascii_strdown (placeholder, (gssize) strcspn (placeholder, "[="));
  RemitKind kind = remit_cli_kind_find (word, NULL);

  if (kind != REMIT_KIND_NONE)
    offer_names (self, kind);
  for (guint i = 0; i < G_N_ELEMENTS (word_lists); i++)
    if (g_str_equal (placeholder, word_lists[i].placeholder))
      offer_words (self, word_lists[i].words);
  for (guint i = 0; i < G_N_ELEMENTS (choice_lists); i++)
    if (g_str_equal (placeholder, choice_lists[i].placeholder))
      offer_choices (self,
                     &remit_entity_info (choice_lists[i].kind)->fields[choice_lists[i].field]);
}

static void
offer_for (Completion *self,
           const char *placeholder)
{
  if (g_str_has_prefix (placeholder, "FILE") || g_str_has_suffix (placeholder, "FILE")
      || g_str_has_suffix (placeholder, ".xml"))
    g_print ("%s\n", FILES);
  else if (g_str_equal (placeholder, "KIND"))
    {
      offer_kinds (self, g_str_equal (self->verb->name, "list"));
      offer (self, g_str_equal (self->verb->name, "list") ? "kinds" : "kind");
    }
  else if (g_str_equal (placeholder, "ID|NAME"))
    offer_entity (self);
  else if (g_str_equal (placeholder, "FIELD=VALUE"))
    offer_fields (self, get_kind (self));
  else if (g_str_equal (placeholder, "TEMPLATE"))
    offer_templates (self);
  else if (g_str_equal (placeholder, "FORMAT"))
    offer_formats (self);
  else if (g_str_equal (placeholder, "AUDIENCE"))
    offer_audiences (self);
  else
    offer_called (self, placeholder);
}

/* ── Verbs and options ────────────────────────────────────────────────────────────────────── */

/* The words of verbs that can follow. */
static void
offer_verbs (Completion *self,
             guint first)
{
  const RemitCliVerb *verb;

  for (guint i = 0; (verb = remit_cli_verbs_get (i)) != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (verb->name, " ", 0);
      guint n = 0;

      if (verb->flags & REMIT_CLI_HIDDEN)
        continue;
      while (names[n] != NULL && first + n < self->words->len
             && g_str_equal (names[n], self->words->pdata[first + n]))
        n++;
      if (names[n] != NULL && first + n == self->words->len)
        offer (self, names[n]);
    }
}

static void
offer_options (Completion *self,
               const GOptionEntry *entries)
{
  for (; entries != NULL && entries->long_name != NULL; entries++)
    {
      g_autofree char *option = g_strconcat ("--", entries->long_name, NULL);

      offer (self, option);
    }
}

/* Returns: (nullable): the option that a word is, with or without its value */
static const GOptionEntry *
find_option (const GOptionEntry *entries,
             const char *word)
{
  for (; entries != NULL && entries->long_name != NULL; entries++)
    {
      gsize length = strlen (entries->long_name);

      if (g_str_has_prefix (word, "--") && g_str_has_prefix (word + 2, entries->long_name)
          && (word[2 + length] == '\0' || word[2 + length] == '='))
        return entries;
      if (word[0] == '-' && entries->short_name != 0 && word[1] == entries->short_name
          && word[2] == '\0')
        return entries;
    }
  return NULL;
}

static const GOptionEntry *
get_option (Completion *self,
            const char *word)
{
  const GOptionEntry *option = self->verb != NULL ? find_option (self->verb->options, word) : NULL;

  return option != NULL ? option : find_option (remit_cli_common_options, word);
}

/* Takes over what counts for completion. */
static void
take_value (Completion *self,
            const GOptionEntry *option,
            const char *value)
{
  if (g_str_equal (option->long_name, "plan"))
    self->plan = value;
  if (!g_str_equal (option->long_name, "workspace"))
    return;
  g_free (self->cli->path);
  self->cli->path = g_str_has_prefix (value, "~/")
                      ? g_build_filename (g_get_home_dir (), value + 2, NULL)
                      : g_strdup (value);
}

static void
take_word (Completion *self,
           const char *word)
{
  const GOptionEntry *option = self->no_options ? NULL : get_option (self, word);
  const char *equals = strchr (word, '=');

  if (self->option != NULL)
    {
      take_value (self, self->option, word);
      self->option = NULL;
    }
  else if (option != NULL && option->arg != G_OPTION_ARG_NONE && equals == NULL)
    self->option = option;
  else if (option != NULL && option->arg != G_OPTION_ARG_NONE)
    take_value (self, option, equals + 1);
  else if (g_str_equal (word, "--"))
    self->no_options = TRUE;
  else if (self->no_options || *word != '-')
    {
      g_ptr_array_add (self->words, (gpointer) word);
      g_ptr_array_add (self->words, NULL);
      self->verb = remit_cli_verb_find ((char **) self->words->pdata, &self->n_verb);
      g_ptr_array_remove_index (self->words, self->words->len - 1);
    }
}

/* The argument that is being typed. */
static void
offer_argument (Completion *self)
{
  const char *arguments = self->verb->arguments != NULL ? self->verb->arguments : "";
  g_auto (GStrv) placeholders = g_strsplit (arguments, " ", -1);
  guint n = self->words->len - self->n_verb;
  guint last = g_strv_length (placeholders);

  if (last == 0)
    return;
  if (n >= last && g_str_has_suffix (placeholders[last - 1], "…"))
    n = last - 1;
  if (n >= last)
    return;
  if (g_str_has_suffix (placeholders[n], "…"))
    placeholders[n][strlen (placeholders[n]) - strlen ("…")] = '\0';
  offer_for (self, placeholders[n]);
}

static void
complete (Completion *self)
{
  const char *current = self->line.current;
  const char *equals = strchr (current, '=');
  const GOptionEntry *option = self->no_options ? NULL : get_option (self, current);

  if (self->option == NULL && option != NULL && equals != NULL)
    {
      g_string_append_len (self->prefix, current, equals + 1 - current);
      self->option = option;
    }
  if (self->option != NULL)
    offer_for (self, self->option->arg_description);
  else if (*current == '-' && !self->no_options)
    {
      offer_options (self, remit_cli_common_options);
      offer_options (self, self->verb != NULL ? self->verb->options : NULL);
      offer (self, "--help");
      if (self->verb == NULL)
        offer (self, "--version");
    }
  else if (self->words->len > 0 && g_str_equal (self->words->pdata[0], "help"))
    {
      offer_verbs (self, 1);
      if (self->words->len == 1)
        offer_kinds (self, FALSE);
    }
  else
    {
      offer_verbs (self, 0);
      if (self->words->len == 0)
        offer (self, "help");
      if (self->verb != NULL)
        offer_argument (self);
    }
}

static gboolean
run_complete (RemitCli *cli,
              char **arguments,
              GError **error)
{
  g_auto (Completion) self = { .cli = cli };

  cli->read_only = TRUE;
  remit_cli_line_init (&self.line, arguments[1], arguments[0]);
  self.words = g_ptr_array_new ();
  self.prefix = g_string_new (NULL);
  self.offered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 1; i < self.line.words->len; i++)
    take_word (&self, self.line.words->pdata[i]);
  complete (&self);
  return TRUE;
}

const RemitCliVerb remit_cli_complete_verbs[] = {
  { "complete", "BREAKS LINE", 2, REMIT_CLI_HIDDEN, "", NULL, NULL, run_complete },
  { NULL }
};
