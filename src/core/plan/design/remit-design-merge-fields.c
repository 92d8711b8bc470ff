/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of two entities that become one. */
#include <string.h>

#include "remit-circles.h"
#include "remit-design-merge-private.h"

/* The lines of @text, and those of @more that are not among them. */
static char *
join_lines (const char *text,
            const char *more)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) further = g_strsplit (more, "\n", -1);
  g_autoptr (GString) joined = g_string_new (text);

  for (guint i = 0; further[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) lines, further[i]))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "\n" : "", further[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
merge_text (RemitRecord *keep,
            const RemitRecord *other,
            guint field)
{
  g_autofree char *joined = NULL;

  if (remit_record_is_initial (keep, field))
    remit_record_copy_field (keep, other, field);
  else if (remit_record_get_info (keep)->fields[field].flags & REMIT_FIELD_MULTILINE)
    {
      joined = join_lines (remit_record_get_text (keep, field),
                           remit_record_get_text (other, field));
      remit_record_set_text (keep, field, joined);
    }
}

/* A percentage is never empty. An end of a span, and a place in an order, tells nothing without
 * what it belongs to. */
static gboolean
stays (const RemitField *field,
       gboolean has_days)
{
  return remit_field_is_hidden (field) || (field->flags & REMIT_FIELD_ORDER)
         || field->kind == REMIT_FIELD_PERCENT || (field->kind == REMIT_FIELD_DATE && has_days);
}

static gboolean
has_day (const RemitRecord *record)
{
  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    if (remit_record_get_info (record)->fields[i].kind == REMIT_FIELD_DATE
        && remit_record_get_integer (record, i) != 0)
      return TRUE;
  return FALSE;
}

static void
merge_field (RemitRecord *keep,
             const RemitRecord *other,
             guint field)
{
  switch (remit_record_get_info (keep)->fields[field].kind)
    {
    case REMIT_FIELD_TEXT:
      merge_text (keep, other, field);
      break;
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_BOOLEAN:
      remit_record_set_integer (keep, field,
                                MAX (remit_record_get_integer (keep, field),
                                     remit_record_get_integer (other, field)));
      break;
    case REMIT_FIELD_PERCENT:
    case REMIT_FIELD_DATE:
    case REMIT_FIELD_TIME:
    case REMIT_FIELD_DURATION:
    case REMIT_FIELD_ENUM:
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
    default:
      if (remit_record_is_initial (keep, field))
        remit_record_copy_field (keep, other, field);
    }
}

void
remit_design_merge_fields (RemitRecord *keep,
                           const RemitRecord *other)
{
  const RemitEntityInfo *info = remit_record_get_info (keep);
  gboolean has_days = has_day (keep);

  for (guint i = 0; i < info->n_fields; i++)
    if (!stays (&info->fields[i], has_days))
      merge_field (keep, other, i);
}

/* Makes 0 of the @target of @field that leads back to one of the two, which become one. */
static gboolean
drop_circle (RemitCircles *circles,
             const RemitRecord *keep,
             const RemitRecord *other,
             guint field,
             gint64 *target,
             GError **error)
{
  const RemitRecord *both[] = { keep, other };

  for (guint i = 0; i < G_N_ELEMENTS (both) && *target != 0; i++)
    {
      g_autoptr (RemitRecord) record = remit_record_copy (both[i]);
      gboolean has_circle;

      remit_record_set_integer (record, field, *target);
      if (!remit_circles_would_have (circles, record, &has_circle, error))
        return FALSE;
      if (has_circle)
        *target = 0;
    }
  return TRUE;
}

static gboolean
merge_chain (RemitStore *store,
             RemitRecord *keep,
             const RemitRecord *before,
             const RemitRecord *other,
             guint field,
             GError **error)
{
  g_autoptr (RemitCircles) circles = remit_circles_new (store, remit_record_get_kind (keep), field);
  gint64 own = remit_record_get_integer (before, field);
  gint64 second = remit_record_get_integer (other, field);

  if (!drop_circle (circles, before, other, field, &own, error)
      || !drop_circle (circles, before, other, field, &second, error))
    return FALSE;
  remit_record_set_integer (keep, field, own != 0 ? own : second);
  return TRUE;
}

gboolean
remit_design_merge_chains (RemitStore *store,
                           RemitRecord *keep,
                           const RemitRecord *before,
                           const RemitRecord *other,
                           GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (keep);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].target == info->kind
        && !merge_chain (store, keep, before, other, i, error))
      return FALSE;
  return TRUE;
}
