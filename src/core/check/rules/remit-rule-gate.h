/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between a rule and the database: it reads the views, and nothing else. */
#pragma once

#include "remit-rule-views.h"
#include "store/remit-sandbox.h"

/**
 * RemitRuleGate:
 * @sandbox: for the SELECTs of rules; closed, but for what is not a rule's doing
 * @learning: whether what is read is put into @readable
 * @needs: the views that the statement which is being prepared reads, a bit each
 * @readable: (element-type utf8): what the views read: "view.table.column" each
 */
typedef struct {
  RemitSandbox *sandbox;
  gboolean learning;
  guint needs;
  GHashTable *readable;
} RemitRuleGate;

/** Puts the gate before a connection that has the views, closed. */
gboolean remit_rule_gate_init (RemitRuleGate *self,
                               RemitStore *store,
                               GError **error);
void remit_rule_gate_clear (RemitRuleGate *self);
