/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An audience that an organisation has made: what of a plan it is not given. */
#include "remit-own-audience.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-exchange.h"

#define MAX_NICK 40
#define NO_NAMES "names"
#define NO_PRIVATE "private-conflicts"

/* Without what has one of these, a file would not be valid. */
#define NEEDED \
  (REMIT_FIELD_REQUIRED | REMIT_FIELD_OWNER | REMIT_FIELD_KEY | REMIT_FIELD_IMPLIED \
   | REMIT_FIELD_ALTERNATIVE | REMIT_FIELD_ORDER)

gboolean
remit_own_audience_is_nick (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && length <= MAX_NICK && text[length] == '\0' && *text != '-';
}

RemitOwnAudience *
remit_own_audience_new (const char *nick,
                        const char *title,
                        RemitAudience base)
{
  RemitOwnAudience *self = g_new0 (RemitOwnAudience, 1);

  self->nick = g_strdup (nick);
  self->title = g_strdup (title);
  self->hidden = g_hash_table_new (NULL, NULL);
  self->has_names = base != REMIT_AUDIENCE_ANONYMOUS;
  self->has_private = base == REMIT_AUDIENCE_FULL;
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      self->sees[kind] = remit_audience_sees_kind (base, info);
      for (guint i = 0; i < info->n_fields; i++)
        if (!remit_audience_sees_field (base, &info->fields[i]))
          g_hash_table_add (self->hidden, (gpointer) &info->fields[i]);
    }
  return self;
}

void
remit_own_audience_free (RemitOwnAudience *self)
{
  g_hash_table_unref (self->hidden);
  g_free (self->nick);
  g_free (self->title);
  g_free (self->words);
  g_free (self);
}

/* ── What is withheld ─────────────────────────────────────────────────────────────────────── */

static RemitKind
find_kind (const char *name)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (g_str_equal (remit_entity_info (kind)->name, name))
      return kind;
  return REMIT_KIND_NONE;
}

/* All of a plan's file is in its sections, or part of what is. */
static gboolean
is_in_files (const RemitEntityInfo *info)
{
  RemitKind owner = remit_entity_info_get_owner (info);

  return info->kind == REMIT_KIND_PLAN || info->section != NULL
         || (owner != REMIT_KIND_NONE && is_in_files (remit_entity_info (owner)));
}

static void
set_field (RemitOwnAudience *self,
           const RemitField *field,
           gboolean is_given)
{
  if (is_given)
    g_hash_table_remove (self->hidden, field);
  else
    g_hash_table_add (self->hidden, (gpointer) field);
}

static void
set_kind (RemitOwnAudience *self,
          const RemitEntityInfo *info,
          gboolean is_given)
{
  self->sees[info->kind] = is_given;
  for (guint i = 0; is_given && i < info->n_fields; i++)
    set_field (self, &info->fields[i], TRUE);
  if (info->kind == REMIT_KIND_CONFLICT)
    self->has_private = self->has_private && is_given;
}

gboolean
remit_own_audience_can_hide (const RemitField *field)
{
  return (field->flags & NEEDED) == 0;
}

/* The log of a conflict says how it came to where it is, level by level; a file in which they do
 * not agree is refused. And letters are those of a framework. */
static gboolean
is_bound (const RemitEntityInfo *info,
           const RemitField *field)
{
  static const guint fields[] = {
    REMIT_CONFLICT_STATUS,  REMIT_CONFLICT_RUNG, REMIT_CONFLICT_REPEAT,  REMIT_CONFLICT_ENTERED,
    REMIT_CONFLICT_DUE,     REMIT_CONFLICT_ENDED, REMIT_CONFLICT_RAN_OUT,
  };

  if (info->kind == REMIT_KIND_CONFLICT_EVENT || info->kind == REMIT_KIND_OWN_RUNG)
    return field == NULL || field->kind != REMIT_FIELD_TEXT;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (field == &remit_conflict_info.fields[fields[i]])
      return TRUE;
  return field == &remit_decision_info.fields[REMIT_DECISION_FRAMEWORK];
}

static gboolean
check_kind (const RemitEntityInfo *info,
            gboolean is_given,
            GError **error)
{
  if (info->kind == REMIT_KIND_PLAN)
    return remit_exchange_refuse (error, _ ("The plan itself cannot be withheld."));
  if (is_given || !is_bound (info, NULL))
    return TRUE;
  return remit_exchange_refuse (
    error,
    /* Translators: the names of two kinds: “conflict-event”, “conflict” */
    _ ("“%1$s” cannot be withheld alone. Withhold “%2$s”."), info->name,
    remit_entity_info (REMIT_KIND_CONFLICT)->name);
}

static gboolean
check_field (const RemitEntityInfo *info,
             const RemitField *field,
             gboolean is_given,
             GError **error)
{
  if (is_given || (remit_own_audience_can_hide (field) && !is_bound (info, field)))
    return TRUE;
  if (field->flags & REMIT_FIELD_PERSON_NAME)
    return remit_exchange_refuse (error, _ ("Names cannot be withheld one by one. Use "
                                            "base=\"anonymous\", where roles stand in for them."));
  return remit_exchange_refuse (error,
                                /* Translators: the name of a kind, and of one of its fields */
                                _ ("“%1$s.%2$s” cannot be withheld: a file without it would not "
                                   "be valid."),
                                info->name, field->name);
}

gboolean
remit_own_audience_set (RemitOwnAudience *self,
                        const char *kind,
                        const char *field,
                        gboolean is_given,
                        GError **error)
{
  RemitKind found = find_kind (kind);
  const RemitEntityInfo *info = found != REMIT_KIND_NONE ? remit_entity_info (found) : NULL;
  int place = info != NULL && field != NULL ? remit_entity_info_find_field (info, field) : -1;

  if (info == NULL || !is_in_files (info))
    return remit_exchange_refuse (error, _ ("There is no kind “%.80s” in a plan’s file."), kind);
  if (field == NULL)
    {
      if (!check_kind (info, is_given, error))
        return FALSE;
      set_kind (self, info, is_given);
      return TRUE;
    }
  if (place < 0)
    return remit_exchange_refuse (error,
                                  /* Translators: the name of a kind, and of a field */
                                  _ ("“%1$s” has no field “%2$.80s”."), info->name, field);
  if (!check_field (info, &info->fields[place], is_given, error))
    return FALSE;
  set_field (self, &info->fields[place], is_given);
  return TRUE;
}

/* ── What follows from it ─────────────────────────────────────────────────────────────────── */

static void
hide_parts (RemitOwnAudience *self)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      RemitKind owner = remit_entity_info_get_owner (remit_entity_info (kind));

      if (owner != REMIT_KIND_NONE && !self->sees[owner])
        self->sees[kind] = FALSE;
    }
}

/* What leads to nothing says nothing, unless nothing else says what it is about. */
static gboolean
hide_references (RemitOwnAudience *self,
                 const RemitEntityInfo *info,
                 GError **error)
{
  for (guint i = 0; i < info->n_fields; i++)
    {
      const RemitField *field = &info->fields[i];

      if (field->kind != REMIT_FIELD_REFERENCE || self->sees[field->target]
          || g_hash_table_contains (self->hidden, field))
        continue;
      if (!remit_own_audience_can_hide (field))
        return remit_exchange_refuse (
          error,
          /* Translators: the names of two kinds: “right”, “person” */
          _ ("“%1$s” cannot be given without “%2$s”: withhold it, too."), info->name,
          remit_entity_info (field->target)->name);
      set_field (self, field, FALSE);
    }
  return TRUE;
}

static void
add_word (GString *words,
          const char *kind,
          const char *field)
{
  g_string_append_printf (words, "%s%s%s%s", words->len > 0 ? " " : "", kind,
                          field != NULL ? "." : "", field != NULL ? field : "");
}

static char *
dup_words (RemitOwnAudience *self)
{
  GString *words = g_string_new (NULL);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      if (!is_in_files (info))
        continue;
      if (!self->sees[kind])
        add_word (words, info->name, NULL);
      for (guint i = 0; self->sees[kind] && i < info->n_fields; i++)
        if (g_hash_table_contains (self->hidden, &info->fields[i]))
          add_word (words, info->name, info->fields[i].name);
    }
  if (!self->has_names)
    add_word (words, NO_NAMES, NULL);
  if (!self->has_private)
    add_word (words, NO_PRIVATE, NULL);
  return g_string_free (words, FALSE);
}

gboolean
remit_own_audience_finish (RemitOwnAudience *self,
                           GError **error)
{
  hide_parts (self);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (self->sees[kind] && is_in_files (remit_entity_info (kind))
        && !hide_references (self, remit_entity_info (kind), error))
      return FALSE;
  g_free (self->words);
  self->words = dup_words (self);
  return TRUE;
}

/* What the file has not is what it says, whether one could withhold it alone or not. */
static void
read_word (RemitOwnAudience *self,
           const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, ".", 2);
  RemitKind kind = find_kind (parts[0]);
  const RemitEntityInfo *info = kind != REMIT_KIND_NONE ? remit_entity_info (kind) : NULL;
  int field = info != NULL && parts[1] != NULL ? remit_entity_info_find_field (info, parts[1]) : -1;

  if (g_str_equal (word, NO_NAMES))
    self->has_names = FALSE;
  else if (g_str_equal (word, NO_PRIVATE))
    self->has_private = FALSE;
  else if (info != NULL && parts[1] == NULL && kind != REMIT_KIND_PLAN)
    set_kind (self, info, FALSE);
  else if (field >= 0)
    set_field (self, &info->fields[field], FALSE);
}

RemitOwnAudience *
remit_own_audience_new_from_words (const char *nick,
                                   const char *words)
{
  RemitOwnAudience *self = remit_own_audience_new (nick, nick, REMIT_AUDIENCE_FULL);
  g_auto (GStrv) list = g_strsplit_set (words, " \t\r\n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      read_word (self, list[i]);
  hide_parts (self);
  self->words = dup_words (self);
  return self;
}
