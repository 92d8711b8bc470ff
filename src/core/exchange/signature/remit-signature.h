/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signed plans: XML Signature (https://www.w3.org/TR/xmldsig-core1/), of one form.
 *
 * A signature is the last element of the plan, and has one reference, to the whole document but
 * itself (URI "", enveloped), with exclusive canonicalization and SHA-256 or better. What else XML
 * Signature allows is where its attacks are (https://www.w3.org/TR/xmldsig-bestpractices/), and is
 * not accepted. */
#pragma once

#include "exchange/remit-exchange.h"

#define REMIT_SIGNATURE_NAMESPACE "http://www.w3.org/2000/09/xmldsig#"
#define REMIT_SIGNATURE_ELEMENT "Signature"

/**
 * remit_signature_check:
 * @path: a plan in XML
 * @signers: (nullable) (array zero-terminated=1): files of public keys or certificates that are
 *   trusted besides those of remit_signers_list()
 *
 * Looks whether, and by whom, a plan is signed. That its content is a plan is not looked at. A
 * certificate that is trusted may be the signer's own, at whatever time, or that of whoever issued
 * it, within the time that both say.
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set:
 *   %REMIT_EXCHANGE_ERROR_UNREADABLE, %REMIT_EXCHANGE_ERROR_REFUSED for a file that is not XML or
 *   larger than is read, or of a file of @signers that is none
 */
RemitSignatureVerdict *remit_signature_check (const char *path,
                                              const char *const *signers,
                                              GError **error);
