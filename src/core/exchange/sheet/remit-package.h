/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a workbook's file, which is an archive. */
#pragma once

#include <gio/gio.h>

typedef struct _RemitPackage RemitPackage;

/**
 * remit_package_open:
 * @fd: (transfer full): the file
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: it is damaged, cut off, or has too many parts
 */
RemitPackage *remit_package_open (int fd,
                                  GError **error);
void remit_package_free (RemitPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPackage, remit_package_free)

/** Returns: whether there is a part with that name, without a slash before it; letter case apart */
gboolean remit_package_has (RemitPackage *self,
                            const char *name);
/** Returns: whether there is a part whose name begins so */
gboolean remit_package_has_folder (RemitPackage *self,
                                   const char *prefix);

/**
 * RemitPackagePart:
 *
 * A part that is read from its start on. One at a time.
 */
typedef struct _RemitPackagePart RemitPackagePart;

/**
 * remit_package_begin:
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: there is none, or it is encrypted
 */
RemitPackagePart *remit_package_begin (RemitPackage *self,
                                       const char *name,
                                       GError **error);

/**
 * remit_package_part_read:
 *
 * Returns: how many bytes were read, 0 at the end; -1 with @error set
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: it is damaged, or unpacks to more than there is reason for
 */
gssize remit_package_part_read (RemitPackagePart *self,
                                char *bytes,
                                gsize length,
                                GError **error);
const char *remit_package_part_get_name (RemitPackagePart *self);
void remit_package_part_free (RemitPackagePart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPackagePart, remit_package_part_free)
