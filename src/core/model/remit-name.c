/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an entity is called: by its name, or by a pattern over its fields. */
#include "remit-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Three references deep: a waiver's assignment, that assignment's slot, and that slot's role. */
#define MAX_DEPTH 3

static RemitMessage *describe_name (const RemitRecord *record,
                                    const RemitNamer *namer,
                                    int depth);

static RemitMessage *
describe_reference (const RemitNamer *namer,
                    RemitKind kind,
                    gint64 id,
                    int depth)
{
  g_autoptr (RemitRecord) owned = NULL;
  const RemitRecord *record;

  if (id == 0)
    return remit_message_new_text ("");
  record = depth <= MAX_DEPTH ? namer->find (kind, id, namer->data, &owned) : NULL;
  if (record == NULL)
    return remit_message_new_text (namer->missing != NULL ? namer->missing : "");
  return describe_name (record, namer, depth);
}

static RemitMessage *
describe_value (const RemitRecord *record,
                guint field,
                const RemitNamer *namer,
                int depth)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];

  if (info->kind == REMIT_FIELD_REFERENCE)
    return describe_reference (namer, info->target, remit_record_get_integer (record, field),
                               depth + 1);
  return remit_record_describe (record, field);
}

/* @fields: what stands between braces. Returns: (nullable): %NULL for what is no field */
static RemitMessage *
describe_first_value (const RemitRecord *record,
                      const char *fields,
                      const RemitNamer *namer,
                      int depth)
{
  g_auto (GStrv) names = g_strsplit (fields, "|", -1);
  RemitMessage *value = NULL;

  for (guint i = 0; names[i] != NULL && (value == NULL || remit_message_is_empty (value)); i++)
    {
      int field = remit_entity_info_find_field (remit_record_get_info (record), names[i]);

      if (field < 0)
        continue;
      g_clear_pointer (&value, remit_message_unref);
      value = describe_value (record, (guint) field, namer, depth);
    }
  return value;
}

static RemitMessage *
describe_place (const RemitRecord *record,
                const char *fields,
                const RemitNamer *namer,
                int depth)
{
  RemitMessage *value = *fields == '\0' ? describe_name (record, namer, depth)
                                        : describe_first_value (record, fields, namer, depth);
  g_autofree char *text = NULL;

  if (value != NULL)
    return value;
  text = g_strdup_printf ("{%s}", fields);
  return remit_message_new_text (text);
}

/* A pattern that is nothing but one field is that field. */
static RemitMessage *
expand (const RemitRecord *record,
        const char *pattern,
        const RemitNamer *namer,
        int depth)
{
  g_autoptr (RemitMessage) message = remit_message_new (pattern, NULL);
  const char *close;

  for (const char *open = strchr (pattern, '{'); open != NULL; open = strchr (close, '{'))
    {
      g_autofree char *fields = NULL;
      RemitMessage *value;

      close = strchr (open, '}');
      if (close == NULL)
        break;
      fields = g_strndup (open + 1, (gsize) (close - open - 1));
      value = describe_place (record, fields, namer, depth);
      if (open == pattern && close[1] == '\0')
        return value;
      remit_message_add (message, value);
    }
  return g_steal_pointer (&message);
}

/* Returns: (nullable): the name that it has of its own */
static const char *
get_own_name (const RemitRecord *record)
{
  int field = remit_entity_info_find_name (remit_record_get_info (record));
  const char *name = field >= 0 ? remit_record_get_text (record, (guint) field) : "";

  return *name != '\0' ? name : NULL;
}

static RemitMessage *
describe_name (const RemitRecord *record,
               const RemitNamer *namer,
               int depth)
{
  const char *name = get_own_name (record);
  const RemitEntityInfo *info = remit_record_get_info (record);

  if (name == NULL && info->pattern != NULL)
    return expand (record, info->pattern, namer, depth);
  return remit_message_new_text (name != NULL ? name : "");
}

RemitMessage *
remit_record_describe_name (const RemitRecord *self,
                            const RemitNamer *namer)
{
  g_return_val_if_fail (self != NULL, NULL);

  return describe_name (self, namer, 0);
}

char *
remit_record_dup_name (const RemitRecord *self,
                       const RemitNamer *namer)
{
  g_autoptr (RemitMessage) message = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (get_own_name (self) != NULL)
    return g_strdup (get_own_name (self));
  message = describe_name (self, namer, 0);
  return remit_message_say (message);
}

RemitMessage *
remit_namer_describe (const RemitNamer *self,
                      RemitKind kind,
                      gint64 id)
{
  return describe_reference (self, kind, id, 0);
}

char *
remit_namer_dup_name (const RemitNamer *self,
                      RemitKind kind,
                      gint64 id)
{
  g_autoptr (RemitMessage) message = remit_namer_describe (self, kind, id);

  return remit_message_say (message);
}

/* Translators: labels of edits, as in a history and after "Undo": a kind of thing and its name */
static const char *const usual_labels[REMIT_N_VERBS] = {
  [REMIT_VERB_ADD] = N_ ("Add %1$s %2$s"),
  [REMIT_VERB_DELETE] = N_ ("Delete %1$s %2$s"),
  [REMIT_VERB_DUPLICATE] = N_ ("Duplicate %1$s %2$s"),
  [REMIT_VERB_MOVE] = N_ ("Move %1$s %2$s"),
};

RemitMessage *
remit_record_describe_verb (const RemitRecord *self,
                            RemitVerb verb,
                            const RemitNamer *namer)
{
  const RemitEntityInfo *info;
  RemitMessage *message;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (verb < REMIT_N_VERBS, NULL);

  info = remit_record_get_info (self);
  if (info->labels[verb] != NULL)
    return expand (self, info->labels[verb], namer, 0);
  message = remit_message_new (usual_labels[verb], NULL);
  remit_message_add (message, remit_message_new_label (info->label));
  remit_message_add (message, remit_record_describe_name (self, namer));
  return message;
}
