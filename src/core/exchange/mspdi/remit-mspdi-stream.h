/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file in XML as a stream of elements and their texts, with the limits that a plan has. */
#pragma once

#include "exchange/remit-exchange.h"

/** How deep elements are told; what is deeper is passed over. MSPDI is eight deep. */
#define REMIT_MSPDI_DEPTH 12

/**
 * RemitMspdiPath:
 * @names: the elements that are open, the root first
 * @depth: how many there are
 * @line: of the file
 */
typedef struct {
  const char *names[REMIT_MSPDI_DEPTH];
  guint depth;
  guint line;
} RemitMspdiPath;

/**
 * RemitMspdiHandler:
 * @start: an element begins, which is the last of the path
 * @end: it ends; @text is what stands in it, between the elements that it has
 *
 * Each returns %FALSE with @error set for what ends the reading; the line is added.
 */
typedef struct {
  gboolean (*start) (gpointer data,
                     const RemitMspdiPath *path,
                     GError **error);
  gboolean (*end) (gpointer data,
                   const RemitMspdiPath *path,
                   const char *text,
                   GError **error);
} RemitMspdiHandler;

/** Returns: whether a file begins as a project in MSPDI does */
gboolean remit_mspdi_recognize (const char *path);

/**
 * remit_mspdi_stream_read:
 *
 * Tells @handler of the elements of a project. Nothing is loaded from anywhere else; a document
 * type definition, with its entities, is refused.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNREADABLE, %REMIT_EXCHANGE_ERROR_REFUSED, %G_IO_ERROR_CANCELLED,
 *   and those of @handler
 */
gboolean remit_mspdi_stream_read (const char *path,
                                  const RemitMspdiHandler *handler,
                                  gpointer data,
                                  const RemitImportOptions *options,
                                  GError **error);
