/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities on the command line: their kinds, fields and values; which one is meant; showing it. */
#pragma once

#include "plan/design/remit-design.h"
#include "remit-cli.h"

/* ── Kinds and fields ─────────────────────────────────────────────────────────────────────── */

/**
 * remit_cli_kind_find:
 * @word: a kind in the singular or the plural, with hyphens or underscores, in any letter case
 *
 * Returns: the kind, or %REMIT_KIND_NONE with %G_OPTION_ERROR, which names the nearest, and all
 */
RemitKind remit_cli_kind_find (const char *word,
                               GError **error);

/** Returns: the field of a kind that @length bytes of @word name, or -1 with an error as above */
int remit_cli_kind_find_field (const RemitEntityInfo *info,
                               const char *word,
                               gsize length,
                               GError **error);

/** Writes a line for each kind. */
void remit_cli_kind_list (RemitCli *cli);

/** Writes which fields a kind has, their types, choices and defaults. */
void remit_cli_kind_show (RemitCli *cli,
                          const RemitEntityInfo *info);

/* ── Which one ────────────────────────────────────────────────────────────────────────────── */

/**
 * remit_cli_entity_find:
 * @plan: the plan that it is in, 0 for any
 * @text: an id, or a name as in remit_design_is_called()
 *
 * Where the workspace is not open, opens the store, which is enough for a plan; else loads the plan
 * that the entity is in, but not what is in a plan that is found.
 *
 * Returns: the id, or 0 with @error set
 */
gint64 remit_cli_entity_find (RemitCli *cli,
                              RemitKind kind,
                              gint64 plan,
                              const char *text,
                              GError **error);

/** Returns: (transfer full) (element-type RemitRecord): all that @text may mean, at least one; or
 *   %NULL with @error set */
GPtrArray *remit_cli_entity_find_all (RemitCli *cli,
                                      RemitKind kind,
                                      gint64 plan,
                                      const char *text,
                                      GError **error);

/** Returns: the only entity of a kind, or 0 with @error set */
gint64 remit_cli_entity_find_only (RemitCli *cli,
                                   RemitKind kind,
                                   GError **error);

/** The option --plan, as verbs have it that are about an entity; and a table of it alone. */
extern char *remit_cli_plan_name;
extern const GOptionEntry remit_cli_plan_options[];
#define REMIT_CLI_PLAN_OPTION \
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &remit_cli_plan_name, \
    N_ ("Plan of the entry, if its name is ambiguous"), N_ ("PLAN") }

/** Finds the plan that --plan names. @plan: (out): the plan, or 0 without the option */
gboolean remit_cli_entity_find_plan (RemitCli *cli,
                                     gint64 *plan,
                                     GError **error);

/**
 * remit_cli_entity_find_argument:
 * @text: (nullable): what names the entity; %NULL for the only one of its kind
 *
 * Opens the workspace, and finds one as remit_cli_entity_find() does, in the plan of --plan.
 */
gint64 remit_cli_entity_find_argument (RemitCli *cli,
                                       RemitKind kind,
                                       const char *text,
                                       GError **error);

/* ── Values ───────────────────────────────────────────────────────────────────────────────── */

/** Returns: whether @word is the name of a field, an equals sign, and a value */
gboolean remit_cli_value_is_pair (const RemitEntityInfo *info,
                                  const char *word);

/**
 * remit_cli_value_dup:
 * @cli: (nullable): for references, which are looked up
 * @plan: the plan in which references are looked up, 0 for all
 * @text: as files have it, or as people write it: "50 %", "yes", the label of a choice, "48h", a
 *   name; empty for the default
 *
 * Returns: (transfer full): the value for remit_record_parse(), or %NULL for a name that nothing
 *   has. What is no value is left as it is, for that to refuse.
 */
char *remit_cli_value_dup (RemitCli *cli,
                           gint64 plan,
                           const RemitEntityInfo *info,
                           guint field,
                           const char *text,
                           GError **error);

/**
 * Sets a field to what an option says. @text: (nullable): as above; %NULL leaves it as it is, and
 * an empty one is refused where it is no text: a script left it empty by mistake
 */
gboolean remit_cli_value_set (RemitCli *cli,
                              gint64 plan,
                              RemitRecord *record,
                              guint field,
                              const char *text,
                              GError **error);

/**
 * remit_cli_values_parse:
 * @plan: (inout): the plan in which the entity is, or is going to be; 0 to find it out from what
 *   the words refer to
 * @words: FIELD=VALUE…
 *
 * Returns: (transfer full) (element-type RemitFieldText): the values, each for another field
 */
GArray *remit_cli_values_parse (RemitCli *cli,
                                RemitKind kind,
                                gint64 *plan,
                                char **words,
                                GError **error);

/* ── What is done with it ─────────────────────────────────────────────────────────────────── */

/** Writes what is known of an entity, and of what belongs to it. */
gboolean remit_cli_show_entity (RemitCli *cli,
                                RemitKind kind,
                                gint64 id,
                                GError **error);

/** Writes a JSON object with one entity. @member: what it is called there */
void remit_cli_show_record (const char *member,
                            const RemitRecord *record);

/** Deletes an entity whose plan is loaded, and says what went with it. */
gboolean remit_cli_delete (RemitCli *cli,
                           RemitKind kind,
                           gint64 id,
                           GError **error);
