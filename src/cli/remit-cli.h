/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs of the command line share: the options, the workspace, the exit status. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitCliStatus:
 * @REMIT_CLI_DONE: done
 * @REMIT_CLI_FOUND: done, and something is wrong: a break in the history, an error in a plan, a row
 *   that an import left out
 * @REMIT_CLI_USAGE: wrong usage
 * @REMIT_CLI_REFUSED: what was asked for was refused, and nothing was changed
 * @REMIT_CLI_UNUSABLE: the workspace cannot be read or written
 *
 * The exit status.
 */
typedef enum {
  REMIT_CLI_DONE = 0,
  REMIT_CLI_FOUND = 1,
  REMIT_CLI_USAGE = 2,
  REMIT_CLI_REFUSED = 3,
  REMIT_CLI_UNUSABLE = 4,
} RemitCliStatus;

/** Runs the program with its arguments, of which the first is its name; once in a process, since
 * options are kept. Returns: a #RemitCliStatus */
int remit_cli_run (char **argv);

typedef struct _RemitCliVerb RemitCliVerb;

/**
 * RemitCli:
 * @path: (nullable): the workspace that was asked for; %NULL for the user's own
 * @json: whether to write JSON instead of text
 * @read_only: whether the workspace is opened for reading alone, and never made
 * @verb: what is run
 * @found: to be set by a verb that ends with %REMIT_CLI_FOUND
 *
 * One run of the program.
 */
typedef struct {
  char *path;
  gboolean json;
  gboolean read_only;
  const RemitCliVerb *verb;
  gboolean found;

  RemitStore *store;
  RemitWorkspace *workspace;
} RemitCli;

/**
 * RemitCliVerbFlags:
 * @REMIT_CLI_CREATES: makes a workspace that is not there
 * @REMIT_CLI_TAKES_FILE: the arguments are names of files, in whatever encoding
 * @REMIT_CLI_TAKES_MORE: more arguments than have to may follow
 * @REMIT_CLI_HIDDEN: for other programs; not in the help
 */
typedef enum {
  REMIT_CLI_NO_FLAGS = 0,
  REMIT_CLI_CREATES = 1 << 0,
  REMIT_CLI_TAKES_FILE = 1 << 1,
  REMIT_CLI_TAKES_MORE = 1 << 2,
  REMIT_CLI_HIDDEN = 1 << 3,
} RemitCliVerbFlags;

/**
 * RemitCliVerb:
 * @name: one or two words
 * @arguments: (nullable): what follows, translatable: "PERSON SLOT"; completion knows names of
 *   kinds, such as PERSON, and those in remit-cli-complete.c; so it does those of options' values
 * @n_arguments: how many have to follow
 * @summary: translatable
 * @description: (nullable): translatable; more lines for `help`
 * @options: (nullable): ends with a %NULL name
 * @run: does it, and writes what there is to say to standard output
 * @dup_details: (nullable): what `help` says after the description, when it is not always the same
 * @detail: for functions that several verbs share: what this one does, or is about
 */
struct _RemitCliVerb {
  const char *name;
  const char *arguments;
  guint n_arguments;
  RemitCliVerbFlags flags;
  const char *summary;
  const char *description;
  const GOptionEntry *options;
  gboolean (*run) (RemitCli *cli, char **arguments, GError **error);
  char *(*dup_details) (const RemitCliVerb *verb);
  int detail;
};

/**
 * REMIT_CLI_VERBS:
 *
 * Where the tables of verbs are listed, each ending with a %NULL name: plan stands for
 * remit_cli_plan_verbs. Help, dispatch and completion follow.
 */
#define REMIT_CLI_VERBS(TABLE) \
  TABLE (plan) \
  TABLE (template) \
  TABLE (compare) \
  TABLE (suggest) \
  TABLE (adopt) \
  TABLE (entity_list) \
  TABLE (entity_show) \
  TABLE (entity_change) \
  TABLE (entity_merge) \
  TABLE (import) \
  TABLE (export) \
  TABLE (library) \
  TABLE (signature) \
  TABLE (assign) \
  TABLE (check) \
  TABLE (load) \
  TABLE (cost) \
  TABLE (decision) \
  TABLE (conflict_list) \
  TABLE (conflict_show) \
  TABLE (conflict) \
  TABLE (history) \
  TABLE (compact) \
  TABLE (repair) \
  TABLE (complete)

#define REMIT_CLI_VERBS_OF(name) extern const RemitCliVerb remit_cli_##name##_verbs[];
REMIT_CLI_VERBS (REMIT_CLI_VERBS_OF)
#undef REMIT_CLI_VERBS_OF

/** Returns: (transfer none) (nullable): the verb at @index, %NULL after the last one */
const RemitCliVerb *remit_cli_verbs_get (guint index);

/**
 * remit_cli_verb_find:
 * @n_words: (out): how many of @words are the verb's name
 *
 * Returns: (transfer none) (nullable): the verb with which @words begin
 */
const RemitCliVerb *remit_cli_verb_find (char **words,
                                         guint *n_words);

/** Returns: (transfer full): "assign PERSON SLOT" */
char *remit_cli_verb_dup_synopsis (const RemitCliVerb *verb);

/** Returns: (transfer full): a line for each verb. @word: (nullable): the first of two words */
char *remit_cli_verbs_dup_list (const char *word);

/** The options of all verbs, set by the parser. */
extern const GOptionEntry remit_cli_common_options[];

/** Returns: (transfer full) (array zero-terminated=1): these as a verb has them: a letter that is
 * one of its own is its own */
GOptionEntry *remit_cli_verb_dup_common_options (const RemitCliVerb *verb);

/* The words that some placeholders stand for, ending with %NULL; completion knows them too. */
extern const char *const remit_cli_contents[];
extern const char *const remit_cli_libraries[];
extern const char *const remit_cli_conflict_states[];
extern const char *const remit_cli_conflict_orders[];

/** Returns: whether there is a file that remit_cli_get_store() would open */
gboolean remit_cli_has_workspace (RemitCli *self);

/** Returns: (transfer none): the workspace as a file, opened at the first call */
RemitStore *remit_cli_get_store (RemitCli *self,
                                 GError **error);

/** Returns: (transfer none): the workspace with live objects, opened at the first call */
RemitWorkspace *remit_cli_get_workspace (RemitCli *self,
                                         GError **error);

/** Says that the program is not used as it should be. Returns: %FALSE */
gboolean remit_cli_misuse (GError **error,
                           const char *format,
                           ...) G_GNUC_PRINTF (2, 3);

/** Says that an option cannot have a value, and which it can have. Returns: %FALSE */
gboolean remit_cli_refuse_option (const char *option,
                                  const char *value,
                                  const char *allowed,
                                  GError **error);

/** Returns: which of @words, ending with %NULL, the value of an option is; or -1, refusing it */
int remit_cli_find_word (const char *const *words,
                         const char *option,
                         const char *value,
                         GError **error);

/** Returns: the exit status for a verb that failed with @error */
RemitCliStatus remit_cli_get_status (RemitCli *self,
                                     const GError *error);

void remit_cli_clear (RemitCli *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitCli, remit_cli_clear)
