/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between a rule and the database: it reads the views, and nothing else. */
#pragma once

#include "remit-rule-views.h"

G_BEGIN_DECLS

/**
 * RemitRuleGate:
 * @learning: whether what is read is put into @readable
 * @open: whether the connection may do everything for now, since it is not a rule that asks
 * @needs: the views that the statement which is being prepared reads, a bit each
 * @readable: (element-type utf8): what the views read: "view.table.column" each
 *
 * SQLite's authorizer. (To take it away and put it back would have all statements prepared anew.)
 */
typedef struct {
  gboolean learning;
  gboolean open;
  guint needs;
  GHashTable *readable;
} RemitRuleGate;

/** Puts the gate before a connection that has the views, closed. */
gboolean remit_rule_gate_init (RemitRuleGate *self,
                               RemitStore *store,
                               GError **error);
void remit_rule_gate_clear (RemitRuleGate *self,
                            RemitStore *store);

/** For what is not a rule's doing, between the two. */
void remit_rule_gate_open (RemitRuleGate *self,
                           RemitStore *store);
void remit_rule_gate_close (RemitRuleGate *self,
                            RemitStore *store);

G_END_DECLS
