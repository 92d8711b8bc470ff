/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an entry of the history changed, in words. */
#include "remit-history-words.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"

/* What names are looked up in. */
typedef struct {
  RemitStore *store;
  GPtrArray *changes;
} Source;

/* A record as it is today, else as it was when it was removed in the changes. */
static const RemitRecord *
find (RemitKind kind,
      gint64 id,
      gpointer data,
      RemitRecord **owned)
{
  const Source *source = data;

  *owned = remit_store_load (source->store, kind, id, NULL);
  for (guint i = 0; *owned == NULL && i < source->changes->len; i++)
    {
      const RemitChange *change = g_ptr_array_index (source->changes, i);

      if (change->kind == kind && change->id == id && change->op != REMIT_CHANGE_CHANGED)
        *owned = remit_record_copy (change->new != NULL ? change->new : change->old);
    }
  return *owned;
}

static RemitNamer
create_namer (Source *source)
{
  /* Translators: stands for the name of something that was deleted since */
  return (RemitNamer){ .find = find, .data = source, .missing = _ ("(deleted)") };
}

static void
field_free (RemitHistoryField *field)
{
  g_free (field->label);
  g_free (field->old);
  g_free (field->new);
  g_free (field);
}

void
remit_history_line_free (RemitHistoryLine *self)
{
  g_free (self->name);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

char *
remit_history_dup_value (const RemitNamer *namer,
                         const RemitRecord *record,
                         guint field)
{
  const RemitField *info;
  g_autofree char *value = NULL;

  if (record == NULL)
    return NULL;
  info = &remit_record_get_info (record)->fields[field];
  if (info->kind == REMIT_FIELD_REFERENCE)
    value = remit_namer_dup_name (namer, info->target, remit_record_get_integer (record, field));
  else if (info->kind == REMIT_FIELD_TIME)
    value = remit_time_display_exact (remit_record_get_integer (record, field));
  else
    value = remit_record_display (record, field);

  /* Translators: stands for an empty value in the history */
  return *value != '\0' ? g_steal_pointer (&value) : g_strdup (_ ("none"));
}

/* Of what was added or removed: not its name, not what it is part of, and nothing that is empty. */
static gboolean
says_more (const RemitRecord *record,
           guint field)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];

  switch (info->kind)
    {
    case REMIT_FIELD_TEXT:
      return *remit_record_get_text (record, field) != '\0' && !g_str_equal (info->name, "name")
             && !g_str_equal (info->name, "key");
    case REMIT_FIELD_REFERENCE:
      return !(info->flags & REMIT_FIELD_REQUIRED) && remit_record_get_integer (record, field) != 0;
    case REMIT_FIELD_ORIGIN:
      return FALSE;
    case REMIT_FIELD_DURATION:
      return TRUE;
    case REMIT_FIELD_PERCENT:
      return remit_record_get_integer (record, field) != 0 || info->initial != 0;
    case REMIT_FIELD_INTEGER:
      return (info->choices != NULL && info->initial != 0)
             || !remit_record_is_initial (record, field);
    case REMIT_FIELD_BOOLEAN:
    case REMIT_FIELD_DATE:
    case REMIT_FIELD_TIME:
    case REMIT_FIELD_ENUM:
    default:
      return !remit_record_is_initial (record, field);
    }
}

static gboolean
is_wanted (const RemitChange *change,
           guint field)
{
  const RemitField *info = &remit_entity_info (change->kind)->fields[field];

  if (info->kind == REMIT_FIELD_INTEGER && (info->flags & REMIT_FIELD_IMPLIED))
    return FALSE;
  if (change->op == REMIT_CHANGE_CHANGED)
    return change->fields & (G_GUINT64_CONSTANT (1) << field);
  return says_more (change->new != NULL ? change->new : change->old, field);
}

static void
add_fields (RemitHistoryLine *line,
            const RemitNamer *namer,
            const RemitChange *change)
{
  const RemitEntityInfo *info = remit_entity_info (change->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      RemitHistoryField *field;

      if (!is_wanted (change, i))
        continue;
      if (info->fields[i].flags & REMIT_FIELD_ORDER)
        {
          line->moved = change->op == REMIT_CHANGE_CHANGED;
          continue;
        }
      field = g_new0 (RemitHistoryField, 1);
      field->label = g_strdup (remit_field_get_label (&info->fields[i]));
      field->old = remit_history_dup_value (namer, change->old, i);
      field->new = remit_history_dup_value (namer, change->new, i);
      g_ptr_array_add (line->fields, field);
    }
  line->moved = line->moved && line->fields->len == 0;
}

/* An entity without a form is shown in the form of its owner. */
static void
find_owner (RemitHistoryLine *line,
            const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_entity_info (line->kind);
  int owner = remit_entity_info_find_owner (info);

  if (record == NULL || owner < 0 || info->has_form)
    return;
  line->owner_kind = info->fields[owner].target;
  line->owner = remit_record_get_integer (record, (guint) owner);
}

RemitHistoryLine *
remit_history_create_line (const RemitNamer *namer,
                           const RemitChange *change)
{
  RemitHistoryLine *line = g_new0 (RemitHistoryLine, 1);
  g_autoptr (RemitRecord) found = NULL;
  const RemitRecord *record = change->new != NULL ? change->new : change->old;

  line->op = change->op;
  line->kind = change->kind;
  line->id = change->id;
  line->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  if (change->op == REMIT_CHANGE_CHANGED)
    record = namer->find (change->kind, change->id, namer->data, &found);
  find_owner (line, record);
  line->name = record != NULL ? remit_record_dup_name (record, namer)
                              : g_strdup (namer->missing);
  add_fields (line, namer, change);
  return line;
}

GPtrArray *
remit_history_get_lines (RemitStore *store,
                         GPtrArray *changes,
                         guint limit)
{
  RemitNamer namer = create_namer (&(Source){ store, changes });
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_history_line_free);
  for (guint i = 0; i < MIN (changes->len, limit); i++)
    g_ptr_array_add (lines,
                     remit_history_create_line (&namer, g_ptr_array_index (changes, i)));
  return g_steal_pointer (&lines);
}

/* "Allocation 60 % → 80 %", for each field that changed */
static char *
dup_fields (const RemitHistoryLine *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const RemitHistoryField *field = g_ptr_array_index (self->fields, i);

      if (list->len > 0)
        g_string_append (list, ", ");
      /* Translators: a field's name, its old and its new value */
      g_string_append_printf (list, _ ("%s %s → %s"), field->label, field->old, field->new);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
remit_history_line_dup_sentence (const RemitHistoryLine *self)
{
  const char *label;
  g_autofree char *fields = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  label = _ (remit_entity_info (self->kind)->label);
  switch (self->op)
    {
    case REMIT_CHANGE_ADDED:
      /* Translators: a kind of thing and its name: "Slot ML engineer: added" */
      return g_strdup_printf (_ ("%s %s: added"), label, self->name);
    case REMIT_CHANGE_REMOVED:
      /* Translators: a kind of thing and its name */
      return g_strdup_printf (_ ("%s %s: removed"), label, self->name);
    case REMIT_CHANGE_CHANGED:
    default:
      /* Translators: a kind of thing and its name, which stands at another place in its list now */
      if (self->moved)
        return g_strdup_printf (_ ("%s %s: moved"), label, self->name);
      fields = dup_fields (self);
      /* Translators: a kind of thing, its name, and what changed: "Need 100 % → 80 %, Why … → …" */
      return g_strdup_printf (_ ("%s %s: %s"), label, self->name, fields);
    }
}

char *
remit_history_dup_name (RemitStore *store,
                        const RemitRecord *record)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  RemitNamer namer = create_namer (&(Source){ store, none });

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  return remit_record_dup_name (record, &namer);
}
