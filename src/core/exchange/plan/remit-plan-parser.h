/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the XML of a plan as a stream of validated records. */
#pragma once

#include "exchange/remit-exchange.h"
#include "remit-plan-element.h"

/**
 * RemitPlanHandler:
 * @start: (nullable): an entity; those that it contains follow
 * @end: (nullable): its end
 * @signature: (nullable): the file has a signature, which is not looked at
 * @history: (nullable): the length and the head of the history of the workspace that wrote the file
 *
 * Whom the parser tells what is in the file. An error ends the parsing; one about what the file
 * says is given the place in the file.
 */
typedef struct {
  gboolean (*start) (gpointer data,
                     const RemitPlanElement *element,
                     GError **error);
  gboolean (*end) (gpointer data,
                   RemitKind kind,
                   GError **error);
  void (*history) (gpointer data,
                   gint64 length,
                   const char *head);
  void (*signature) (gpointer data);
} RemitPlanHandler;

/**
 * remit_plan_parse:
 *
 * Reads a file, checks it against the schema (all but keys and references, which are for the
 * handler), and tells @handler of the entities in the order of the file. Nothing is loaded from
 * anywhere else, and memory does not grow with the file.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE, %REMIT_EXCHANGE_ERROR_REFUSED, %G_IO_ERROR_CANCELLED,
 *   and those of @handler
 */
gboolean remit_plan_parse (const char *path,
                           const RemitPlanHandler *handler,
                           gpointer data,
                           const RemitImportOptions *options,
                           GError **error);

/** Sets %REMIT_EXCHANGE_ERROR_REFUSED with the place in the file before the reason. */
void remit_plan_refuse (GError **error,
                        int line,
                        int column,
                        const char *reason);
