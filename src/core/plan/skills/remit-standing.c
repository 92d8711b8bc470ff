/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the level of a person's skill rests on. */
#include "remit-standing.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-entities.h"

RemitStanding
remit_standing_judge (RemitAssessment assessment,
                      gboolean verified,
                      gint64 expires,
                      gint64 today,
                      int notice)
{
  if (expires != 0 && expires < today)
    return REMIT_STANDING_EXPIRED;
  if (verified)
    return expires != 0 && expires - today <= notice ? REMIT_STANDING_EXPIRING
                                                     : REMIT_STANDING_VERIFIED;
  switch (assessment)
    {
    case REMIT_ASSESSMENT_SELF:
      return REMIT_STANDING_SELF;
    case REMIT_ASSESSMENT_OTHER:
      return REMIT_STANDING_ASSESSED;
    case REMIT_ASSESSMENT_UNKNOWN:
    default:
      return REMIT_STANDING_UNKNOWN;
    }
}

RemitStanding
remit_standing_get (const RemitRecord *skill,
                    gint64 today,
                    int notice)
{
  gboolean verified;

  g_return_val_if_fail (remit_record_get_kind (skill) == REMIT_KIND_PERSON_SKILL,
                        REMIT_STANDING_UNKNOWN);

  verified = *remit_record_get_text (skill, REMIT_PERSON_SKILL_VERIFIED_BY) != '\0'
             || remit_record_get_integer (skill, REMIT_PERSON_SKILL_VERIFIED_ON) != 0;
  return remit_standing_judge (
    (RemitAssessment) remit_record_get_integer (skill, REMIT_PERSON_SKILL_ASSESSMENT), verified,
    remit_record_get_integer (skill, REMIT_PERSON_SKILL_EXPIRES), today, notice);
}

gboolean
remit_standing_is_verified (RemitStanding standing)
{
  return standing == REMIT_STANDING_VERIFIED || standing == REMIT_STANDING_EXPIRING;
}

const char *
remit_standing_get_word (RemitStanding standing)
{
  static const char *const words[REMIT_N_STANDINGS] = {
    [REMIT_STANDING_SELF] = N_ ("Self-assessed"),
    [REMIT_STANDING_ASSESSED] = N_ ("Assessed"),
    [REMIT_STANDING_VERIFIED] = N_ ("Verified"),
    [REMIT_STANDING_EXPIRING] = N_ ("Expires soon"),
    [REMIT_STANDING_EXPIRED] = N_ ("Expired"),
  };

  return words[standing] != NULL ? _ (words[standing]) : "";
}

/* Who says so. */
static char *
dup_source (const RemitRecord *skill)
{
  const char *verifier = remit_record_get_text (skill, REMIT_PERSON_SKILL_VERIFIED_BY);
  const char *assessor = remit_record_get_text (skill, REMIT_PERSON_SKILL_ASSESSED_BY);
  RemitAssessment assessment =
    (RemitAssessment) remit_record_get_integer (skill, REMIT_PERSON_SKILL_ASSESSMENT);

  if (*verifier != '\0')
    /* Translators: a person or a certificate */
    return g_strdup_printf (_ ("Verified by %s"), verifier);
  if (remit_record_get_integer (skill, REMIT_PERSON_SKILL_VERIFIED_ON) != 0)
    return g_strdup (_ ("Verified"));
  if (assessment == REMIT_ASSESSMENT_SELF)
    return g_strdup (_ ("Self-assessed"));
  if (assessment == REMIT_ASSESSMENT_OTHER && *assessor != '\0')
    return g_strdup_printf (_ ("Assessed by %s"), assessor);
  return g_strdup (assessment == REMIT_ASSESSMENT_OTHER ? _ ("Assessed") : "");
}

char *
remit_standing_dup_words (const RemitRecord *skill,
                          gint64 today,
                          int notice)
{
  gint64 expires = remit_record_get_integer (skill, REMIT_PERSON_SKILL_EXPIRES);
  g_autofree char *source = dup_source (skill);
  g_autofree char *day = expires != 0 ? remit_day_display (expires) : NULL;

  if (day == NULL)
    return g_steal_pointer (&source);
  if (remit_standing_get (skill, today, notice) == REMIT_STANDING_EXPIRED)
    /* Translators: a day */
    return g_strdup_printf (_ ("Expired on %s"), day);
  if (*source == '\0')
    return g_strdup_printf (_ ("Valid until %s"), day);
  /* Translators: “Verified by Ada Lovelace”, and a day */
  return g_strdup_printf (_ ("%s, valid until %s"), source, day);
}
