/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What items of the library are called, and how they are described. */
#include "remit-library-text.h"

#include <glib/gi18n-lib.h>

char *
remit_library_dup_key (const RemitRecord *record)
{
  switch ((int) remit_record_get_kind (record))
    {
    case REMIT_KIND_ROLE:
      return g_strdup (remit_record_get_text (record, REMIT_ROLE_KEY));
    case REMIT_KIND_SKILL:
      return g_strdup (remit_record_get_text (record, REMIT_SKILL_NAME));
    case REMIT_KIND_DECISION:
      return g_strdup (remit_record_get_text (record, REMIT_DECISION_KEY));
    default:
      return remit_role_dup_key (remit_record_get_text (record, REMIT_LADDER_NAME));
    }
}

/* Skills are found by their field, whatever file they come from. */
char *
remit_library_dup_group (const RemitRecord *record,
                         const char *file)
{
  const char *category = "";

  if (remit_record_get_kind (record) == REMIT_KIND_SKILL)
    category = remit_record_get_text (record, REMIT_SKILL_CATEGORY);
  return g_strdup (*category != '\0' ? _ (category) : file);
}

char *
remit_library_dup_title (const RemitRecord *record)
{
  guint field = remit_record_get_kind (record) == REMIT_KIND_DECISION
                  ? (guint) REMIT_DECISION_TITLE
                  : (guint) remit_entity_info_find_field (remit_record_get_info (record), "name");

  return g_strdup (remit_record_get_text (record, field));
}

static void
add_line (GString *text,
          const char *line)
{
  if (*line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
add_points (GString *text,
            const char *lines)
{
  g_auto (GStrv) points = g_strsplit (lines, "\n", -1);

  for (guint i = 0; points[i] != NULL; i++)
    if (*points[i] != '\0')
      {
        g_autofree char *point = g_strconcat ("• ", points[i], NULL);

        add_line (text, point);
      }
}

static void
add_expectations (GString *text,
                  const char *lines)
{
  if (*lines == '\0')
    return;
  /* Translators: a heading; the expectations that others may have of somebody in a role follow */
  add_line (text, _ ("Others may expect:"));
  add_points (text, lines);
}

static void
add_levels (GString *text,
            const RemitRecord *skill)
{
  for (guint i = 1; i <= REMIT_LEVEL_MAX; i++)
    {
      const char *level = remit_record_get_text (skill, REMIT_SKILL_LEVEL_0 + i);
      g_autofree char *line = NULL;

      if (*level == '\0')
        continue;
      /* Translators: a level of a skill, and what somebody does who has it */
      line = g_strdup_printf (_ ("%1$u: %2$s"), i, level);
      add_line (text, line);
    }
}

/* ── Who holds what ───────────────────────────────────────────────────────────────────────── */

static gboolean
is_in_line (const RemitLibraryItem *item,
            const RemitLibraryPart *part,
            gint64 value)
{
  guint field = item->kind == REMIT_KIND_DECISION ? (guint) REMIT_RIGHT_LETTER
                                                  : (guint) REMIT_RUNG_POSITION;

  return remit_record_get_integer (part->record, field) == value;
}

/* Returns: (transfer full) (nullable): the roles that hold a letter or a level: "A, B" */
static char *
dup_holders (const RemitLibraryItem *item,
             gint64 value)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < item->parts->len; i++)
    {
      const RemitLibraryPart *part = item->parts->pdata[i];

      if (!is_in_line (item, part, value))
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, remit_record_get_text (part->holder, REMIT_ROLE_NAME));
    }
  return g_string_free (names, names->len == 0);
}

static void
add_rights (GString *text,
            const RemitLibraryItem *item)
{
  const RemitFrameworkInfo *framework = remit_framework_get_info (
    (RemitFramework) remit_record_get_integer (item->record, REMIT_DECISION_FRAMEWORK));

  for (guint i = 0; i < framework->n_letters; i++)
    {
      g_autofree char *names = dup_holders (item, framework->letters[i].letter);
      g_autofree char *line = NULL;

      if (names == NULL)
        continue;
      /* Translators: a right such as “Accountable”, and the roles that may hold it */
      line = g_strdup_printf (_ ("%1$s: %2$s"), _ (framework->letters[i].name), names);
      add_line (text, line);
    }
}

static void
add_level (GString *text,
           const RemitLibraryItem *item,
           const RemitRecord *rung)
{
  g_autofree char *names = dup_holders (item, remit_record_get_integer (rung, REMIT_RUNG_POSITION));
  g_autofree char *action = remit_record_display (rung, REMIT_RUNG_ACTION);
  g_autofree char *limit = remit_record_display (rung, REMIT_RUNG_LIMIT);
  g_autofree char *clock = remit_record_display (rung, REMIT_RUNG_CLOCK);
  /* Translators: a level of an escalation ladder: its authority, the roles that may hold it, how
   * long it has, and which hours count: “Mediate: Delivery lead (8 h, Working hours)” */
  g_autofree char *line = g_strdup_printf (_ ("%1$s: %2$s (%3$s, %4$s)"), action, names, limit,
                                           clock);

  add_line (text, line);
}

/* Roles at the same position are one level. */
static void
add_rungs (GString *text,
           const RemitLibraryItem *item)
{
  const RemitRecord *last = NULL;

  for (guint i = 0; i < item->parts->len; i++)
    {
      const RemitRecord *rung = ((RemitLibraryPart *) item->parts->pdata[i])->record;

      if (last == NULL || !remit_record_is_same (rung, last, REMIT_RUNG_POSITION))
        add_level (text, item, rung);
      last = rung;
    }
}

char *
remit_library_dup_text (const RemitLibraryItem *item)
{
  GString *text = g_string_new (NULL);

  switch ((int) item->kind)
    {
    case REMIT_KIND_ROLE:
      add_line (text, remit_record_get_text (item->record, REMIT_ROLE_PURPOSE));
      add_points (text, remit_record_get_text (item->record, REMIT_ROLE_ACCOUNTABILITIES));
      add_expectations (text, remit_record_get_text (item->record, REMIT_ROLE_EXPECTATIONS));
      break;
    case REMIT_KIND_SKILL:
      add_levels (text, item->record);
      break;
    case REMIT_KIND_DECISION:
      add_line (text, remit_record_get_text (item->record, REMIT_DECISION_DESCRIPTION));
      add_rights (text, item);
      break;
    default:
      add_line (text, remit_record_get_text (item->record, REMIT_LADDER_PURPOSE));
      add_rungs (text, item);
      break;
    }
  return g_string_free (text, FALSE);
}
