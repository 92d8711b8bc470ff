/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decisions of a plan in the form of Markdown Architectural Decision Records. */
#include "remit-madr.h"

#include <glib/gi18n-lib.h>

#include "exchange/remit-decided.h"
#include "model/remit-day.h"
#include "remit-madr-names.h"
#include "remit-markdown-text.h"

/* The people of a decision, as MADR has them. */
typedef enum {
  DECISION_MAKERS,
  CONSULTED,
  INFORMED,
  N_GROUPS
} Group;

static const char *const group_keys[N_GROUPS] = { "decision-makers", "consulted", "informed" };

/* What is known of a decision before its text begins. */
typedef struct {
  GPtrArray *holders[N_GROUPS];
  GPtrArray *roles; /* all of them, with the names of their letters */
  RemitRecord *outcome; /* the last one that was not corrected */
  GHashTable *corrected; /* the ids of entries that were */
} Facts;

typedef struct {
  const RemitExport *export;
  RemitPlanSource *source;
  RemitMadrNames *names;
  GString *file;
} Writer;

/* ── Who takes part ───────────────────────────────────────────────────────────────────────── */

static Group
get_group (RemitPart part)
{
  switch (part)
    {
    case REMIT_PART_ADVISES:
      return CONSULTED;
    case REMIT_PART_INFORMED:
      return INFORMED;
    case REMIT_PART_DECIDES:
    case REMIT_PART_DOES:
    case REMIT_PART_DRIVES:
    case REMIT_PART_SUPPORTS:
    case REMIT_PART_AGREES:
    case REMIT_N_PARTS:
    default:
      return DECISION_MAKERS;
    }
}

static const char *
get_name (Writer *self,
          RemitKind kind,
          gint64 id,
          guint field)
{
  const RemitRecord *record = id != 0 ? remit_plan_source_find (self->source, kind, id) : NULL;

  return record != NULL ? remit_record_get_text (record, field) : "";
}

/* "Ada Lovelace, Grace Hopper" */
static void
append_people (Writer *self,
               GString *text,
               gint64 slot)
{
  const RemitRecord *assignment;
  const char *separator = ": ";

  remit_plan_source_begin (self->source, REMIT_KIND_ASSIGNMENT, slot);
  while ((assignment = remit_plan_source_next (self->source, REMIT_KIND_ASSIGNMENT)) != NULL)
    {
      g_string_append_printf (
        text, "%s%s", separator,
        get_name (self, REMIT_KIND_PERSON,
                  remit_record_get_integer (assignment, REMIT_ASSIGNMENT_PERSON),
                  REMIT_PERSON_NAME));
      separator = ", ";
    }
}

/* "Fraud, ML engineer: Ada Lovelace" */
static void
append_slot (Writer *self,
             GString *text,
             gint64 id)
{
  const RemitRecord *slot = remit_plan_source_find (self->source, REMIT_KIND_SLOT, id);
  const char *name;

  if (slot == NULL)
    return;
  name = remit_record_get_text (slot, REMIT_SLOT_NAME);
  g_string_append_printf (
    text, "%s, ",
    get_name (self, REMIT_KIND_TEAM, remit_record_get_integer (slot, REMIT_SLOT_TEAM),
              REMIT_TEAM_NAME));
  g_string_append (text, *name != '\0'
                           ? name
                           : get_name (self, REMIT_KIND_ROLE,
                                       remit_record_get_integer (slot, REMIT_SLOT_ROLE),
                                       REMIT_ROLE_NAME));
  append_people (self, text, id);
}

static char *
dup_holder (Writer *self,
            const RemitRecord *right)
{
  GString *text = g_string_new (NULL);
  gint64 slot = remit_record_get_integer (right, REMIT_RIGHT_SLOT);
  gint64 person = remit_record_get_integer (right, REMIT_RIGHT_PERSON);
  gint64 role = remit_record_get_integer (right, REMIT_RIGHT_ROLE);

  if (slot != 0)
    append_slot (self, text, slot);
  g_string_append (text, get_name (self, REMIT_KIND_PERSON, person, REMIT_PERSON_NAME));
  g_string_append (text, get_name (self, REMIT_KIND_ROLE, role, REMIT_ROLE_NAME));
  return g_string_free (text, FALSE);
}

static void
read_right (Writer *self,
            Facts *facts,
            RemitFramework framework,
            const RemitRecord *right)
{
  RemitLetter letter = (RemitLetter) remit_record_get_integer (right, REMIT_RIGHT_LETTER);
  const RemitLetterInfo *info = remit_framework_get_letter (framework, letter);
  g_autofree char *holder = dup_holder (self, right);

  if (info == NULL || *holder == '\0')
    return;
  g_ptr_array_add (facts->roles, g_strdup_printf ("%s: %s", _ (info->name), holder));
  g_ptr_array_add (facts->holders[get_group (info->part)], g_steal_pointer (&holder));
}

/* ── What is known of a decision ──────────────────────────────────────────────────────────── */

static void
facts_clear (Facts *self)
{
  for (Group group = 0; group < N_GROUPS; group++)
    g_ptr_array_unref (self->holders[group]);
  g_ptr_array_unref (self->roles);
  g_hash_table_unref (self->corrected);
  g_clear_pointer (&self->outcome, remit_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static void
read_facts (Writer *self,
            Facts *facts,
            const RemitRecord *decision)
{
  RemitFramework framework =
    (RemitFramework) remit_record_get_integer (decision, REMIT_DECISION_FRAMEWORK);
  const RemitRecord *right;

  for (Group group = 0; group < N_GROUPS; group++)
    facts->holders[group] = g_ptr_array_new_with_free_func (g_free);
  facts->roles = g_ptr_array_new_with_free_func (g_free);
  facts->corrected = remit_decided_new_set ();
  remit_plan_source_begin (self->source, REMIT_KIND_RIGHT, remit_record_get_id (decision));
  while ((right = remit_plan_source_next (self->source, REMIT_KIND_RIGHT)) != NULL)
    read_right (self, facts, framework, right);
  facts->outcome = remit_decided_read (self->source, remit_record_get_id (decision),
                                       facts->corrected);
}

/* ── The head ─────────────────────────────────────────────────────────────────────────────── */

static void
append_date (GString *file,
             gint64 time)
{
  char text[11];

  remit_day_format (time != 0 ? remit_day_of_time (time) : 0, text);
  g_string_append (file, text);
}

/* The words of the head are MADR's, whatever the reader's language. */
static void
append_status (Writer *self,
               const RemitRecord *decision)
{
  gint64 status = remit_record_get_integer (decision, REMIT_DECISION_STATUS);
  const RemitMadrName *successor =
    remit_madr_names_find_successor (self->names, remit_record_get_id (decision));

  if (status == REMIT_DECISION_STATUS_SUPERSEDED && successor != NULL)
    g_string_append_printf (self->file, "status: \"superseded by ADR-%04u\"\n", successor->number);
  else
    g_string_append_printf (self->file, "status: %s\n",
                            remit_decision_info.fields[REMIT_DECISION_STATUS].choices[status].nick);
}

static void
append_group (GString *file,
              const char *key,
              const GPtrArray *names)
{
  if (names->len == 0)
    return;
  g_string_append_printf (file, "%s:\n", key);
  for (guint i = 0; i < names->len; i++)
    {
      g_string_append (file, "  - ");
      remit_markdown_append_quoted (file, names->pdata[i]);
      g_string_append_c (file, '\n');
    }
}

static void
append_head (Writer *self,
             const Facts *facts,
             const RemitRecord *decision)
{
  gint64 time = facts->outcome != NULL
                  ? remit_record_get_integer (facts->outcome, REMIT_DECISION_EVENT_AT)
                  : remit_record_get_integer (decision, REMIT_DECISION_RAISED);

  g_string_append (self->file, "---\n");
  append_status (self, decision);
  if (time != 0)
    {
      g_string_append (self->file, "date: ");
      append_date (self->file, time);
      g_string_append_c (self->file, '\n');
    }
  /* before the lists, so that the mark is near the start however long they are */
  g_string_append (self->file, REMIT_MADR_LINE);
  for (Group group = 0; group < N_GROUPS; group++)
    append_group (self->file, group_keys[group], facts->holders[group]);
  g_string_append (self->file, "---\n\n# ");
  remit_markdown_append_line (self->file, remit_record_get_text (decision, REMIT_DECISION_TITLE));
  g_string_append_c (self->file, '\n');
}

/* ── Sections ─────────────────────────────────────────────────────────────────────────────── */

static void
append_paragraphs (GString *file,
                   const char *text)
{
  if (*text == '\0')
    return;
  g_string_append_c (file, '\n');
  remit_markdown_append_lines (file, text, "");
  g_string_append_c (file, '\n');
}

static void
append_section (GString *file,
                const char *level,
                const char *heading,
                const char *text)
{
  if (*text == '\0')
    return;
  g_string_append_printf (file, "\n%s %s\n", level, heading);
  append_paragraphs (file, text);
}

static const char *
get_choice (const RemitRecord *record,
            guint field)
{
  const RemitChoice *choices = remit_record_get_info (record)->fields[field].choices;

  return _ (choices[remit_record_get_integer (record, field)].label);
}

static void
append_outcome (Writer *self,
                const Facts *facts)
{
  const RemitRecord *outcome = facts->outcome;

  /* Translators: headings of a decision record are those of MADR, https://adr.github.io/madr/ */
  g_string_append_printf (self->file, "\n## %s\n\n", _ ("Decision Outcome"));
  if (outcome == NULL)
    {
      g_string_append_printf (self->file, "%s\n", _ ("Not decided yet."));
      return;
    }
  g_string_append_printf (self->file, "%s, ",
                          get_choice (outcome, REMIT_DECISION_EVENT_RESULT));
  append_date (self->file, remit_record_get_integer (outcome, REMIT_DECISION_EVENT_AT));
  g_string_append (self->file, ", ");
  remit_markdown_append_line (self->file,
                              remit_record_get_text (outcome, REMIT_DECISION_EVENT_ACTOR));
  g_string_append_c (self->file, '\n');
  append_paragraphs (self->file, remit_record_get_text (outcome, REMIT_DECISION_EVENT_TEXT));
  append_section (self->file, "###", _ ("Consequences"),
                  remit_record_get_text (outcome, REMIT_DECISION_EVENT_CONSEQUENCES));
  append_section (self->file, "###", _ ("Confirmation"),
                  remit_record_get_text (outcome, REMIT_DECISION_EVENT_EVIDENCE));
}

static void
append_item (GString *file,
             const char *label,
             const char *text)
{
  if (*text == '\0')
    return;
  g_string_append_printf (file, "- %s: ", label);
  remit_markdown_append_line (file, text);
  g_string_append_c (file, '\n');
}

/* A link to a decision in the same folder. */
static void
append_link (GString *file,
             const char *label,
             const RemitMadrName *name)
{
  if (name == NULL)
    return;
  g_string_append_printf (file, "- %s: [ADR-%04u ", label, name->number);
  remit_markdown_append_line (file, name->title);
  g_string_append_printf (file, "](%s)\n", name->file);
}

static const char *
get_label (guint field)
{
  return _ (remit_decision_info.fields[field].label);
}

static void
append_more (Writer *self,
             const Facts *facts,
             const RemitRecord *decision)
{
  gint64 team = remit_record_get_integer (decision, REMIT_DECISION_TEAM);
  char day[11];

  g_string_append_printf (self->file, "\n## %s\n\n", _ ("More Information"));
  append_item (self->file, get_label (REMIT_DECISION_TEAM),
               get_name (self, REMIT_KIND_TEAM, team, REMIT_TEAM_NAME));
  append_item (self->file, get_label (REMIT_DECISION_KIND),
               get_choice (decision, REMIT_DECISION_KIND));
  append_item (self->file, get_label (REMIT_DECISION_FRAMEWORK),
               get_choice (decision, REMIT_DECISION_FRAMEWORK));
  remit_day_format (remit_record_get_integer (decision, REMIT_DECISION_DECIDE_BY), day);
  append_item (self->file, get_label (REMIT_DECISION_DECIDE_BY), day);
  append_link (self->file, get_label (REMIT_DECISION_SUPERSEDES),
               remit_madr_names_find (self->names,
                                      remit_record_get_integer (decision,
                                                                REMIT_DECISION_SUPERSEDES)));
  append_link (self->file,
               remit_record_get_integer (decision, REMIT_DECISION_STATUS)
                   == REMIT_DECISION_STATUS_SUPERSEDED
                 ? _ ("Superseded by")
                 : _ ("Proposed replacement"),
               remit_madr_names_find_successor (self->names, remit_record_get_id (decision)));
  for (guint i = 0; i < facts->roles->len; i++)
    {
      g_string_append (self->file, "- ");
      remit_markdown_append_line (self->file, facts->roles->pdata[i]);
      g_string_append_c (self->file, '\n');
    }
}

/* ── The log ──────────────────────────────────────────────────────────────────────────────── */

static void
append_entry_text (GString *file,
                   const RemitRecord *event,
                   guint field)
{
  const char *text = remit_record_get_text (event, field);

  if (*text == '\0')
    return;
  g_string_append (file, "\n  ");
  if (field != REMIT_DECISION_EVENT_TEXT)
    g_string_append_printf (file, "%s: ", _ (remit_decision_event_info.fields[field].label));
  remit_markdown_append_lines (file, text, "  ");
  g_string_append_c (file, '\n');
}

static void
append_entry (Writer *self,
              const Facts *facts,
              const RemitRecord *event)
{
  static const guint texts[] = { REMIT_DECISION_EVENT_TEXT, REMIT_DECISION_EVENT_CONSEQUENCES,
                                 REMIT_DECISION_EVENT_EVIDENCE, REMIT_DECISION_EVENT_OVERRIDE };

  g_string_append (self->file, "- ");
  append_date (self->file, remit_record_get_integer (event, REMIT_DECISION_EVENT_AT));
  g_string_append (self->file, ", ");
  remit_markdown_append_line (self->file,
                              remit_record_get_text (event, REMIT_DECISION_EVENT_ACTOR));
  g_string_append_printf (self->file, ": %s", get_choice (event, REMIT_DECISION_EVENT_KIND));
  if (remit_record_get_integer (event, REMIT_DECISION_EVENT_RESULT) != 0)
    g_string_append_printf (self->file, ", %s", get_choice (event, REMIT_DECISION_EVENT_RESULT));
  if (remit_decided_is_corrected (facts->corrected, event))
    /* Translators: an entry of a log that was wrong */
    g_string_append_printf (self->file, " (%s)", _ ("corrected later"));
  g_string_append_c (self->file, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    append_entry_text (self->file, event, texts[i]);
}

static void
append_log (Writer *self,
            const Facts *facts,
            gint64 decision)
{
  const RemitRecord *event;
  gboolean is_first = TRUE;

  remit_plan_source_begin (self->source, REMIT_KIND_DECISION_EVENT, decision);
  while ((event = remit_plan_source_next (self->source, REMIT_KIND_DECISION_EVENT)) != NULL)
    {
      if (is_first)
        g_string_append_printf (self->file, "\n### %s\n\n", _ ("Log"));
      is_first = FALSE;
      append_entry (self, facts, event);
    }
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_decision (Writer *self,
                const RemitMadrName *name,
                RemitOutput *output)
{
  const RemitRecord *decision =
    remit_plan_source_find (self->source, REMIT_KIND_DECISION, name->id);
  g_auto (Facts) facts = { 0 };

  if (decision == NULL)
    return TRUE;
  read_facts (self, &facts, decision);
  g_string_truncate (self->file, 0);
  append_head (self, &facts, decision);
  append_section (self->file, "##", _ ("Context and Problem Statement"),
                  remit_record_get_text (decision, REMIT_DECISION_DESCRIPTION));
  append_outcome (self, &facts);
  append_more (self, &facts, decision);
  append_log (self, &facts, name->id);
  return remit_output_begin_part (output, name->file)
         && remit_output_write (output, self->file->str, self->file->len);
}

gboolean
remit_madr_write (const RemitExport *export,
                  RemitOutput *output,
                  GError **error)
{
  g_autoptr (RemitPlanSource) source = remit_plan_source_open (export->store, export->plan,
                                                               export->audience, error);
  g_autoptr (RemitMadrNames) names = NULL;
  g_autoptr (GString) file = g_string_new (NULL);
  const GPtrArray *all;

  if (source == NULL)
    return FALSE;
  names = remit_madr_names_new (source);
  all = remit_madr_names_list (names);
  if (all->len == 0 && remit_plan_source_check (source, error))
    return remit_exchange_refuse (error, _ ("There are no decisions to export."));
  for (guint i = 0; i < all->len; i++)
    {
      Writer self = { export, source, names, file };

      if (g_cancellable_set_error_if_cancelled (export->cancellable, error)
          || !write_decision (&self, all->pdata[i], output))
        return FALSE;
      remit_export_step (export, 0.9 * (i + 1) / all->len);
    }
  return remit_plan_source_check (source, error);
}
