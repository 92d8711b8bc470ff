/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FIELD=VALUE on the command line: fields, and values as files have them. */
#pragma once

#include "plan/design/remit-design.h"
#include "remit-cli-kind.h"

G_BEGIN_DECLS

/** Returns: whether @word is the name of a field, an equals sign, and a value */
gboolean remit_cli_value_is_pair (const RemitEntityInfo *info,
                                  const char *word);

/**
 * remit_cli_value_dup:
 * @plan: the plan in which references are looked up, 0 for all
 * @text: as files have it, or as people write it: "50 %", "yes", the label of a choice, "48h", a
 *   name; empty for the default
 *
 * Returns: (transfer full): the value for remit_record_parse(), or %NULL for a name that nothing
 *   has. What is no value is left as it is, for that to refuse.
 */
char *remit_cli_value_dup (RemitWorkspace *workspace,
                           gint64 plan,
                           const RemitEntityInfo *info,
                           guint field,
                           const char *text,
                           GError **error);

/** Returns: (transfer full): "30m", "8h" and "2d" as in ISO 8601; anything else in upper case */
char *remit_cli_value_dup_duration (const char *text);

/**
 * remit_cli_value_set:
 * @text: (nullable): as for remit_cli_value_dup(); %NULL leaves the field as it is
 */
gboolean remit_cli_value_set (RemitWorkspace *workspace,
                              gint64 plan,
                              RemitRecord *record,
                              guint field,
                              const char *text,
                              GError **error);

/**
 * RemitCliValues:
 * @plan: the plan in which the entity is, or is going to be; 0 for none
 *
 * The values of one entity, each for another field.
 */
typedef struct {
  const RemitEntityInfo *info;
  gint64 plan;
  GArray *values;
  GPtrArray *texts;
} RemitCliValues;

/**
 * remit_cli_values_parse:
 * @plan: the plan in which the entity is, 0 to find it out from what the words refer to
 * @words: FIELD=VALUE…
 */
gboolean remit_cli_values_parse (RemitCliValues *self,
                                 RemitWorkspace *workspace,
                                 RemitKind kind,
                                 gint64 plan,
                                 char **words,
                                 GError **error);
void remit_cli_values_clear (RemitCliValues *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitCliValues, remit_cli_values_clear)

G_END_DECLS
