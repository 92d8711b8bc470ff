/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the installed templates off the main loop. */
#pragma once

#include "exchange/plan/remit-plan-reader.h"

/**
 * remit_template_loader_run:
 *
 * Finds them. The result of remit_worker_finish() is a #GPtrArray of #RemitTemplate, never %NULL.
 */
void remit_template_loader_run (RemitWorker *worker,
                                GAsyncReadyCallback callback,
                                gpointer data);
