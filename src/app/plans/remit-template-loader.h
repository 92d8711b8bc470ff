/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the installed templates off the main loop. */
#pragma once

#include "exchange/library/remit-template-details.h"
#include "exchange/plan/remit-plan-reader.h"

/**
 * remit_template_loader_run:
 *
 * Finds them. The result of remit_worker_finish() is a #GPtrArray of #RemitTemplate, never %NULL,
 * as they are listed: by their group, that of the smallest team first.
 */
void remit_template_loader_run (RemitWorker *worker,
                                GAsyncReadyCallback callback,
                                gpointer data);

/**
 * RemitTemplateContent:
 * @details: (nullable): what is in a template; %NULL with @error set if it cannot be read
 * @size: how large it is, in words
 * @cost: (nullable): what it costs a year, in words, where day rates are known
 * @words: what it is found by, folded
 */
typedef struct {
  RemitTemplateDetails *details;
  char *size;
  char *cost;
  char *words;
  GError *error;
} RemitTemplateContent;

/**
 * remit_template_loader_read:
 * @templates: the result of remit_template_loader_run()
 * @store: whose day rates count
 *
 * Reads them all. The result of remit_worker_finish() is a #GPtrArray of #RemitTemplateContent, in
 * the same order, never %NULL.
 */
void remit_template_loader_read (RemitWorker *worker,
                                 GPtrArray *templates,
                                 RemitStore *store,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
