/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who a plan file is for: what its readers were not given is left alone. */
#include "remit-plan-merge-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_known (RemitPlanMerge *self)
{
  return self->audience != REMIT_AUDIENCE_UNKNOWN;
}

/* A file that does not say who it is for may be for readers outside: nothing is no news there. */
static gboolean
counts (RemitPlanMerge *self,
        const RemitRecord *record,
        guint field)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];

  if (is_known (self))
    return remit_audience_sees_field ((RemitAudience) self->audience, info);
  return !(info->flags & REMIT_FIELD_CONFIDENTIAL) || !remit_record_is_initial (record, field);
}

static void
note_field (RemitPlanMerge *self,
            const RemitField *field)
{
  remit_import_result_note (
    self->result, REMIT_NOTE_AUDIENCE, self->line,
    /* Translators: an XML attribute, and the audience that the file is for */
    _ ("“%1$s” is not allowed in a file for the audience “%2$s”; the existing value was kept"),
    field->name, remit_audience_get_nick ((RemitAudience) self->audience));
}

void
remit_merge_keep_unseen (RemitPlanMerge *self,
                         RemitRecord *record,
                         const RemitRecord *there)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      gboolean is_replaced = is_known (self)
                             && remit_audience_replaces_field ((RemitAudience) self->audience,
                                                               &info->fields[i]);

      if (is_replaced ? there == NULL : counts (self, record, i))
        continue;
      if (!is_replaced && !remit_record_is_initial (record, i)
          && (there == NULL || !remit_record_is_same (record, there, i)))
        note_field (self, &info->fields[i]);
      if (there != NULL)
        remit_record_copy_field (record, there, i);
      else
        remit_record_clear_field (record, i);
    }
}

/* What has become private since the file was written, its readers do not make public again. */
static gboolean
is_unseen_here (RemitPlanMerge *self,
                const RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);
  RemitRecord *there;

  if (kind != REMIT_KIND_CONFLICT || self->as_template)
    return FALSE;
  there = remit_merge_load (self, REMIT_MERGE_BY_ID, kind, remit_record_get_id (record), 0);
  return there != NULL && !remit_audience_sees_row ((RemitAudience) self->audience, there);
}

gboolean
remit_merge_leaves_out (RemitPlanMerge *self,
                        const RemitRecord *record)
{
  if (!is_known (self)
      || (remit_audience_sees_row ((RemitAudience) self->audience, record)
          && !is_unseen_here (self, record)))
    return FALSE;
  remit_import_result_leave_out (
    self->result, REMIT_NOTE_AUDIENCE, self->line,
    /* Translators: an XML element, and the audience that the file is for */
    _ ("<%1$s> is not allowed in a file for the audience “%2$s”; skipped"),
    remit_record_get_info (record)->element,
    remit_audience_get_nick ((RemitAudience) self->audience));
  return TRUE;
}

RemitAudience
remit_merge_get_reader (RemitPlanMerge *self,
                        const RemitEntityInfo *info)
{
  gboolean has_all = info->is_internal ? self->n_before[info->kind] > 0
                                       : info->kind != REMIT_KIND_CONFLICT;

  if (is_known (self))
    return (RemitAudience) self->audience;
  return has_all ? REMIT_AUDIENCE_FULL : REMIT_AUDIENCE_STAKEHOLDER;
}
