/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the level of a person's skill rests on. */
#pragma once

#include "model/remit-person-skill.h"
#include "model/remit-record.h"

/**
 * RemitStanding:
 * @REMIT_STANDING_UNKNOWN: nobody has said
 * @REMIT_STANDING_SELF: the person says so, and nobody has verified it
 * @REMIT_STANDING_ASSESSED: somebody else says so, and nobody has verified it
 * @REMIT_STANDING_VERIFIED: somebody has tested it, or there is a certificate
 * @REMIT_STANDING_EXPIRING: the same, for a few days more
 * @REMIT_STANDING_EXPIRED: it was, up to a day that is over
 *
 * A level is verified when there is who verified it, or on which day. One that has a last day and
 * was never verified expires as well: it was true for so long.
 */
typedef enum {
  REMIT_STANDING_UNKNOWN,
  REMIT_STANDING_SELF,
  REMIT_STANDING_ASSESSED,
  REMIT_STANDING_VERIFIED,
  REMIT_STANDING_EXPIRING,
  REMIT_STANDING_EXPIRED,
  REMIT_N_STANDINGS,
} RemitStanding;

/**
 * remit_standing_get:
 * @skill: a %REMIT_KIND_PERSON_SKILL
 * @today: a Julian day number as in #GDate
 * @notice: how many days ahead a level is said to expire (the setting `expiry-notice`)
 */
RemitStanding remit_standing_get (const RemitRecord *skill,
                                  gint64 today,
                                  int notice);

/** The same of the values. @verified: whether somebody has verified it; @expires: 0 for never */
RemitStanding remit_standing_judge (RemitAssessment assessment,
                                    gboolean verified,
                                    gint64 expires,
                                    gint64 today,
                                    int notice);

/** Returns: whether a level with it can be relied upon as verified */
gboolean remit_standing_is_verified (RemitStanding standing);

/** Returns: (transfer none): in a word or two: "Verified", "Self-assessed"; "" when nobody has
 * said */
const char *remit_standing_get_word (RemitStanding standing);

/** Returns: (transfer full): "Verified by Ada Lovelace, valid until 31 March 2027"; "" when nobody
 *   has said anything */
char *remit_standing_dup_words (const RemitRecord *skill,
                                gint64 today,
                                int notice);
