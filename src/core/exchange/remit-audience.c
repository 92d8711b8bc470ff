/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who a file is for, and what of a plan they are given. */
#include "remit-audience.h"

const char *const remit_audience_nicks[REMIT_N_AUDIENCES + 1] = {
  [REMIT_AUDIENCE_FULL] = "full",
  [REMIT_AUDIENCE_STAKEHOLDER] = "stakeholder",
  [REMIT_AUDIENCE_ANONYMOUS] = "anonymous",
};

int
remit_audience_find (const char *nick)
{
  for (int i = 0; i < REMIT_N_AUDIENCES; i++)
    if (g_strcmp0 (remit_audience_nicks[i], nick) == 0)
      return i;
  return -1;
}

gboolean
remit_audience_sees_kind (RemitAudience self,
                          const RemitEntityInfo *info)
{
  return self == REMIT_AUDIENCE_FULL
         || (!info->is_internal
             && (self != REMIT_AUDIENCE_ANONYMOUS || info->kind != REMIT_KIND_ABSENCE));
}

gboolean
remit_audience_sees_field (RemitAudience self,
                           const RemitField *field)
{
  if (self == REMIT_AUDIENCE_ANONYMOUS && (field->flags & REMIT_FIELD_PERSONAL))
    return FALSE;
  return self == REMIT_AUDIENCE_FULL || !(field->flags & REMIT_FIELD_CONFIDENTIAL);
}

gboolean
remit_audience_replaces_field (RemitAudience self,
                               const RemitField *field)
{
  return self == REMIT_AUDIENCE_ANONYMOUS && (field->flags & REMIT_FIELD_PERSON_NAME) != 0;
}

/* remit-plan-select.c says the same in SQL. */
gboolean
remit_audience_sees_row (RemitAudience self,
                         const RemitRecord *record)
{
  return remit_audience_sees_kind (self, remit_record_get_info (record))
         && (self == REMIT_AUDIENCE_FULL || remit_record_get_kind (record) != REMIT_KIND_CONFLICT
             || remit_record_get_integer (record, REMIT_CONFLICT_VISIBILITY)
                  == REMIT_VISIBILITY_TEAM);
}
