/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person as a vCard, for address books and mail programs. */
#pragma once

#include "model/remit-entity.h"

#define REMIT_VCARD_TYPE "text/vcard"

/**
 * remit_vcard_add:
 * @person: of %REMIT_KIND_PERSON
 *
 * Adds a vCard 4.0 (RFC 6350) with the person's name, title, unit and address, and nothing else: no
 * notes, no number, no load.
 */
void remit_vcard_add (GString *cards,
                      RemitEntity *person);
