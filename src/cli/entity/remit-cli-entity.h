/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities on the command line: which one is meant, showing it, deleting it. */
#pragma once

#include "remit-cli-kind.h"

G_BEGIN_DECLS

/**
 * remit_cli_entity_find:
 * @plan: the plan that it is in, 0 for any
 * @text: an id, or a name as in remit_design_find()
 *
 * Loads its plan.
 *
 * Returns: the id, or 0 with @error set
 */
gint64 remit_cli_entity_find (RemitWorkspace *workspace,
                              RemitKind kind,
                              gint64 plan,
                              const char *text,
                              GError **error);

/** Returns: (transfer full) (element-type gint64): all that @text may mean, in plans that are
 *   loaded; or %NULL for none */
GArray *remit_cli_entity_find_all (RemitWorkspace *workspace,
                                   RemitKind kind,
                                   gint64 plan,
                                   const char *text,
                                   GError **error);

/** Returns: the only entity of a kind, or 0 with @error set */
gint64 remit_cli_entity_find_only (RemitWorkspace *workspace,
                                   RemitKind kind,
                                   GError **error);

/** The option --plan; and a table of it alone, for verbs that are about an entity. */
extern char *remit_cli_plan_name;
extern const GOptionEntry remit_cli_plan_options[];
#define REMIT_CLI_PLAN_OPTION \
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &remit_cli_plan_name, \
    N_ ("The plan that it is in, if its name alone does not tell"), N_ ("PLAN") }

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

/** Returns: the plan that an entity is in; 0 for what is in none */
gint64 remit_cli_entity_get_plan (const RemitRecord *record);

/** Returns: (transfer full): the value as people read it, of references the name */
char *remit_cli_entity_dup_value (RemitWorkspace *workspace,
                                  const RemitRecord *record,
                                  guint field);

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

G_END_DECLS
