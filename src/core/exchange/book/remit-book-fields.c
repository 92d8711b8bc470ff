/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns and cells of tables that are fields of entities, in words. */
#include "remit-book-fields.h"

#include "model/remit-id.h"

static RemitBookColumnKind
get_kind (const RemitField *field)
{
  switch (field->kind)
    {
    case REMIT_FIELD_TEXT:
      return field->flags & REMIT_FIELD_MULTILINE ? REMIT_BOOK_LINES : REMIT_BOOK_TEXT;
    case REMIT_FIELD_INTEGER:
      return field->choices != NULL ? REMIT_BOOK_TEXT : REMIT_BOOK_NUMBER;
    case REMIT_FIELD_PERCENT:
      return REMIT_BOOK_PERCENT;
    case REMIT_FIELD_DATE:
      return REMIT_BOOK_DAY;
    case REMIT_FIELD_TIME:
      return REMIT_BOOK_TIME;
    case REMIT_FIELD_BOOLEAN:
    case REMIT_FIELD_DURATION:
    case REMIT_FIELD_ENUM:
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
    default:
      return REMIT_BOOK_TEXT;
    }
}

void
remit_book_add_field_column (RemitBook *self,
                             const RemitField *field,
                             const char *header)
{
  if (remit_plan_source_shows (self->source, field))
    remit_book_sink_add_column (self->sink, get_kind (field),
                                header != NULL ? header : remit_field_get_label (field));
}

static void
add_reference (RemitBook *self,
               const RemitField *field,
               gint64 id)
{
  const RemitRecord *found =
    id != 0 ? remit_plan_source_find (self->source, field->target, id) : NULL;
  int name = remit_entity_info_find_name (remit_entity_info (field->target));
  g_autofree char *text = NULL;

  if (found != NULL && field->target == REMIT_KIND_PERSON)
    text = remit_book_references_dup (self->references, found);
  else if (found != NULL && name >= 0)
    text = g_strdup (remit_record_get_text (found, (guint) name));
  remit_book_sink_add_text (self->sink, text);
}

static void
add_value (RemitBook *self,
           const RemitRecord *record,
           const RemitField *info,
           guint field)
{
  g_autofree char *text = NULL;

  if (info->kind == REMIT_FIELD_REFERENCE)
    add_reference (self, info, remit_record_get_integer (record, field));
  else if (get_kind (info) == REMIT_BOOK_TEXT || get_kind (info) == REMIT_BOOK_LINES)
    {
      text = remit_record_display (record, field);
      remit_book_sink_add_text (self->sink, text);
    }
  else if (info->kind == REMIT_FIELD_DATE || info->kind == REMIT_FIELD_TIME)
    remit_book_sink_add_some (self->sink, remit_record_get_integer (record, field));
  else
    remit_book_sink_add_integer (self->sink, remit_record_get_integer (record, field));
}

void
remit_book_add_field (RemitBook *self,
                      const RemitEntityInfo *info,
                      const RemitRecord *record,
                      guint field)
{
  if (!remit_plan_source_shows (self->source, &info->fields[field]))
    return;
  if (record != NULL)
    add_value (self, record, &info->fields[field], field);
  else
    remit_book_sink_add_text (self->sink, NULL);
}

void
remit_book_add_field_columns (RemitBook *self,
                              const RemitEntityInfo *info,
                              const guint *fields,
                              guint n)
{
  for (guint i = 0; i < n; i++)
    remit_book_add_field_column (self, &info->fields[fields[i]], NULL);
}

void
remit_book_add_fields (RemitBook *self,
                       const RemitRecord *record,
                       const guint *fields,
                       guint n)
{
  for (guint i = 0; i < n; i++)
    remit_book_add_field (self, remit_record_get_info (record), record, fields[i]);
}

void
remit_book_add_key_column (RemitBook *self,
                           const char *header)
{
  if (self->sink->export->has_ids)
    remit_book_sink_add_column (self->sink, REMIT_BOOK_KEY, header);
}

void
remit_book_add_key (RemitBook *self,
                    const RemitRecord *record)
{
  char id[17] = "";

  if (!self->sink->export->has_ids)
    return;
  if (record != NULL)
    remit_id_format (remit_record_get_id (record), id);
  remit_book_sink_add_text (self->sink, id);
}
