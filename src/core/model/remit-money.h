/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money as one text, for fields that have %REMIT_FIELD_MONEY: “650.00 EUR”. Amount and
 * currency are one value, so that neither can be changed without the other. */
#pragma once

#include <glib.h>

/** In minor units; as much as can be multiplied by the days of a century. */
#define REMIT_MONEY_MAX G_GINT64_CONSTANT (99999999999)

/** A currency, as in ISO 4217: three capital letters and a NUL. */
typedef char RemitCurrency[4];

/**
 * remit_money_parse:
 * @text: an amount with as many decimals as the currency has, a space, and the currency's code
 * @minor: (out) (optional): the amount in minor units, such as cents
 * @currency: (out) (optional)
 *
 * Codes and numbers of decimals are those of ISO 4217; a code that it does not have counts as one
 * with two decimals.
 *
 * Returns: whether it is written like that, is not negative, and no more than %REMIT_MONEY_MAX
 */
gboolean remit_money_parse (const char *text,
                            gint64 *minor,
                            RemitCurrency currency);

/** Returns: (transfer full): what remit_money_parse() reads */
char *remit_money_format (gint64 minor,
                          const RemitCurrency currency);

/**
 * remit_money_dup_file_text:
 * @text: what people write: "650 EUR", "EUR 1,234.50", "1.234,50 €", "¥70000"
 *
 * Of one separator that is followed by three digits, nothing says what it is: it separates
 * thousands. A currency must be there; a sign that several currencies have is none of them.
 *
 * Returns: (transfer full): the same as in files; @text itself if that is no amount
 */
char *remit_money_dup_file_text (const char *text);

/** Returns: (transfer full): with separated thousands: "1,234.50 EUR"; whole amounts without
 *   decimals */
char *remit_money_display (gint64 minor,
                           const RemitCurrency currency);
