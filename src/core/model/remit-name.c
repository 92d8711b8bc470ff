/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an entity is called: by its name, or by a pattern over its fields. */
#include "remit-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Three references deep: a waiver's assignment, that assignment's slot, and that slot's role. */
#define MAX_DEPTH 3

static char *dup_name (const RemitRecord *record,
                       const RemitNamer *namer,
                       int depth);

static char *
dup_reference (const RemitNamer *namer,
               RemitKind kind,
               gint64 id,
               int depth)
{
  g_autoptr (RemitRecord) owned = NULL;
  const RemitRecord *record;

  if (id == 0)
    return g_strdup ("");
  record = depth <= MAX_DEPTH ? namer->find (kind, id, namer->data, &owned) : NULL;
  if (record == NULL)
    return g_strdup (namer->missing != NULL ? namer->missing : "");
  return dup_name (record, namer, depth);
}

static char *
dup_value (const RemitRecord *record,
           guint field,
           const RemitNamer *namer,
           int depth)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];

  if (info->kind == REMIT_FIELD_REFERENCE)
    return dup_reference (namer, info->target, remit_record_get_integer (record, field), depth + 1);
  return remit_record_display (record, field);
}

/* @fields: what stands between braces; %NULL for what is no field */
static char *
dup_first_value (const RemitRecord *record,
                 const char *fields,
                 const RemitNamer *namer,
                 int depth)
{
  g_auto (GStrv) names = g_strsplit (fields, "|", -1);
  char *value = NULL;

  for (guint i = 0; names[i] != NULL && (value == NULL || *value == '\0'); i++)
    {
      int field = remit_entity_info_find_field (remit_record_get_info (record), names[i]);

      if (field < 0)
        continue;
      g_free (value);
      value = dup_value (record, (guint) field, namer, depth);
    }
  return value;
}

static char *
expand (const RemitRecord *record,
        const char *pattern,
        const RemitNamer *namer,
        int depth)
{
  GString *text = g_string_new (NULL);
  const char *open, *close;

  while ((open = strchr (pattern, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      g_autofree char *fields = g_strndup (open + 1, (gsize) (close - open - 1));
      g_autofree char *value = *fields == '\0' ? dup_name (record, namer, depth)
                                               : dup_first_value (record, fields, namer, depth);

      g_string_append_len (text, pattern, open - pattern);
      if (value != NULL)
        g_string_append (text, value);
      else
        g_string_append_len (text, open, close + 1 - open);
      pattern = close + 1;
    }
  g_string_append (text, pattern);
  return g_string_free (text, FALSE);
}

static char *
dup_name (const RemitRecord *record,
          const RemitNamer *namer,
          int depth)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int name = remit_entity_info_find_name (info);

  if (name >= 0 && *remit_record_get_text (record, (guint) name) != '\0')
    return g_strdup (remit_record_get_text (record, (guint) name));
  if (info->pattern != NULL)
    return expand (record, _ (info->pattern), namer, depth);
  return g_strdup ("");
}

char *
remit_record_dup_name (const RemitRecord *self,
                       const RemitNamer *namer)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_name (self, namer, 0);
}

char *
remit_namer_dup_name (const RemitNamer *self,
                      RemitKind kind,
                      gint64 id)
{
  return dup_reference (self, kind, id, 0);
}

/* Translators: labels of edits, as in a history and after "Undo": a kind of thing and its name */
static const char *const usual_labels[REMIT_N_VERBS] = {
  [REMIT_VERB_ADD] = N_ ("Add %1$s %2$s"),
  [REMIT_VERB_DELETE] = N_ ("Delete %1$s %2$s"),
  [REMIT_VERB_DUPLICATE] = N_ ("Duplicate %1$s %2$s"),
};

char *
remit_record_dup_verb (const RemitRecord *self,
                       RemitVerb verb,
                       const RemitNamer *namer)
{
  const RemitEntityInfo *info;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (verb < REMIT_N_VERBS, NULL);

  info = remit_record_get_info (self);
  if (info->labels[verb] != NULL)
    return expand (self, _ (info->labels[verb]), namer, 0);
  label = remit_label_dup_in_sentence (info->label);
  name = remit_record_dup_name (self, namer);
  return g_strdup_printf (_ (usual_labels[verb]), label, name);
}
