/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one form of a signature that is accepted, looked at before anything of it is computed. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/**
 * remit_signature_form_find:
 * @document: a plan
 * @reason: (out) (transfer full) (nullable): why its signature is not accepted
 *
 * Returns: (transfer none) (nullable): the signature; %NULL without @reason if there is none
 */
xmlNode *remit_signature_form_find (xmlDoc *document,
                                    char **reason);
