/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With what one signs plans, and whose signatures are trusted. */
#pragma once

#include <adwaita.h>

#define REMIT_TYPE_SIGNATURES_GROUP (remit_signatures_group_get_type ())
G_DECLARE_FINAL_TYPE (RemitSignaturesGroup, remit_signatures_group, REMIT, SIGNATURES_GROUP,
                      AdwPreferencesGroup)

/** Trusts whose certificate or public key is in a file; what is wrong with it is said. */
void remit_signatures_group_add_signer (RemitSignaturesGroup *self,
                                        const char *path);
