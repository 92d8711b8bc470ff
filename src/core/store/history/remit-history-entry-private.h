/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the history makes its entries. */
#pragma once

#include "remit-history-chain.h"

G_BEGIN_DECLS

RemitHistoryEntry *remit_history_entry_new (const RemitHistoryRow *row);

G_END_DECLS
