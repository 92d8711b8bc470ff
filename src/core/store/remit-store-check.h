/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be known of a file before anything is read from it. */
#pragma once

#include "remit-store.h"

/**
 * remit_store_check_format:
 *
 * Errors: %REMIT_STORE_ERROR_NEWER; %REMIT_STORE_ERROR_DAMAGED: a number that no format has
 */
gboolean remit_store_check_format (RemitStore *self,
                                   GError **error);

/**
 * remit_store_check_schema:
 *
 * Compares the schema with that of the file's format, unless it was found to be right before and
 * has not changed since.
 *
 * Errors: those of remit_store_check_format(), %REMIT_STORE_ERROR_ALTERED
 */
gboolean remit_store_check_schema (RemitStore *self,
                                   GError **error);
