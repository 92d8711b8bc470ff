/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities on the command line: which one is meant, and how its values are shown. */
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

/** Returns: (transfer full) (element-type gint64): all that @text may mean; or %NULL for none */
GArray *remit_cli_entity_find_all (RemitWorkspace *workspace,
                                   RemitKind kind,
                                   gint64 plan,
                                   const char *text,
                                   GError **error);

/** Returns: the only entity of a kind, or 0 with @error set */
gint64 remit_cli_entity_find_only (RemitWorkspace *workspace,
                                   RemitKind kind,
                                   GError **error);

/**
 * remit_cli_entity_find_argument:
 * @plan: (nullable): what stands after --plan
 * @text: (nullable): what names the entity; %NULL for the only one of its kind
 *
 * Opens the workspace, and finds one as remit_cli_entity_find() does.
 */
gint64 remit_cli_entity_find_argument (RemitCli *cli,
                                       RemitKind kind,
                                       const char *plan,
                                       const char *text,
                                       GError **error);

/** Returns: the plan that an entity is in; 0 for what is in none */
gint64 remit_cli_entity_get_plan (const RemitRecord *record);

/** Returns: (transfer full): the value as people read it, of references the name */
char *remit_cli_entity_dup_value (RemitWorkspace *workspace,
                                  const RemitRecord *record,
                                  guint field);

G_END_DECLS
