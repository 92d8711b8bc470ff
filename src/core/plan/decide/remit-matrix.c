/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of decision rights: reading and writing its cells. */
#include "remit-matrix.h"

#include <glib/gi18n-lib.h>

#include "plan/design/remit-design-private.h"

/* The rights in a cell, of which there are at most as many as letters. */
static guint
find_rights (RemitWorkspace *workspace,
             const RemitCell *cell,
             RemitEntity *found[REMIT_N_LETTERS])
{
  guint field = (guint) remit_entity_info_find_alternative (&remit_right_info,
                                                          cell->holder_kind);
  GPtrArray *rights = remit_workspace_get_referring (workspace, REMIT_KIND_RIGHT,
                                                     REMIT_RIGHT_DECISION, cell->decision);
  guint n = 0;

  for (guint i = 0; i < rights->len && n < REMIT_N_LETTERS; i++)
    if (remit_entity_get_integer (rights->pdata[i], field) == cell->holder)
      found[n++] = rights->pdata[i];
  return n;
}

static RemitLetters
get_letter (RemitEntity *right)
{
  return REMIT_LETTERS (remit_entity_get_integer (right, REMIT_RIGHT_LETTER));
}

RemitLetters
remit_matrix_get_letters (RemitWorkspace *workspace,
                          gint64 decision,
                          RemitKind holder_kind,
                          gint64 holder)
{
  RemitCell cell = { .decision = decision, .holder_kind = holder_kind, .holder = holder };
  RemitEntity *rights[REMIT_N_LETTERS];
  RemitLetters letters = REMIT_LETTERS_NONE;
  guint n;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), REMIT_LETTERS_NONE);
  g_return_val_if_fail (remit_entity_info_find_alternative (&remit_right_info, holder_kind) >= 0,
                        REMIT_LETTERS_NONE);

  n = find_rights (workspace, &cell, rights);
  for (guint i = 0; i < n; i++)
    letters |= get_letter (rights[i]);
  return letters;
}

/* ── Words ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
parse_word (RemitFramework framework,
            const char *word,
            RemitLetters *letters)
{
  const RemitLetterInfo *info = remit_framework_parse_letter (framework, word);
  RemitLetters sum = REMIT_LETTERS_NONE;

  if (info != NULL)
    {
      *letters |= REMIT_LETTERS (info->letter);
      return TRUE;
    }
  /* letters without anything between them */
  for (const char *p = word; *p != '\0'; p++)
    {
      const char letter[] = { *p, '\0' };

      info = g_ascii_isalpha (*p) ? remit_framework_parse_letter (framework, letter) : NULL;
      if (info == NULL)
        return FALSE;
      sum |= REMIT_LETTERS (info->letter);
    }
  *letters |= sum;
  return TRUE;
}

static gboolean
refuse_letter (RemitFramework framework,
               const char *word,
               RemitModelError code,
               GError **error)
{
  g_autofree char *letters = remit_framework_dup_letters (framework);

  g_set_error (error, REMIT_MODEL_ERROR, code,
               /* Translators: what was typed, a framework such as RACI, its letters */
               _ ("“%1$.80s” is not a letter of %2$s; use %3$s"), word,
               remit_framework_get_info (framework)->nick, letters);
  return FALSE;
}

gboolean
remit_matrix_parse_letters (RemitFramework framework,
                            const char *text,
                            RemitLetters *letters,
                            GError **error)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL && letters != NULL, FALSE);

  *letters = REMIT_LETTERS_NONE;
  words = g_strsplit_set (text, "/,;+& \t\n\r", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_str_equal (words[i], "-")
        && !parse_word (framework, words[i], letters))
      return refuse_letter (framework, words[i], REMIT_MODEL_ERROR_INVALID, error);
  return TRUE;
}

static char *
join_letters (RemitFramework framework,
              RemitLetters letters,
              const char *between,
              gboolean named)
{
  const RemitFrameworkInfo *info = remit_framework_get_info (framework);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < info->n_letters; i++)
    if (letters & REMIT_LETTERS (info->letters[i].letter))
      g_string_append_printf (text, "%s%s", text->len > 0 ? between : "",
                              named ? _ (info->letters[i].name)
                                    : remit_letter_choices[info->letters[i].letter].nick);
  return g_string_free (text, FALSE);
}

char *
remit_matrix_format_letters (RemitFramework framework,
                             RemitLetters letters)
{
  return join_letters (framework, letters, "/", FALSE);
}

char *
remit_matrix_describe_letters (RemitFramework framework,
                               RemitLetters letters)
{
  return join_letters (framework, letters, ", ", TRUE);
}

/* ── Writing ──────────────────────────────────────────────────────────────────────────────── */

static RemitFramework
get_framework (const RemitEntity *decision)
{
  return (RemitFramework) remit_entity_get_integer ((RemitEntity *) decision,
                                                    REMIT_DECISION_FRAMEWORK);
}

static gboolean
check_letters (RemitFramework framework,
               RemitLetters letters,
               GError **error)
{
  for (guint letter = 0; letter < REMIT_N_LETTERS; letter++)
    if ((letters & REMIT_LETTERS (letter))
        && remit_framework_get_letter (framework, letter) == NULL)
      return refuse_letter (framework, remit_letter_choices[letter].nick, REMIT_MODEL_ERROR_REFUSED,
                            error);
  return TRUE;
}

/* Whether there is a holder, who may have rights in decisions of the plan. */
static gboolean
check_holder (RemitWorkspace *workspace,
              gint64 plan,
              const RemitCell *cell,
              GError **error)
{
  RemitEntity *holder = remit_workspace_get (workspace, cell->holder_kind, cell->holder);
  gint64 own;

  if (holder == NULL)
    return remit_design_refuse (error, _ ("The assignee no longer exists"));
  own = remit_design_get_plan (remit_entity_get_record (holder));
  return own == 0 || own == plan
         || remit_design_refuse (error, _ ("The slot and the decision belong to different plans"));
}

/* Whether the cell may be written. */
static gboolean
check_cell (RemitWorkspace *workspace,
            const RemitCell *cell,
            GError **error)
{
  RemitEntity *decision = remit_workspace_get (workspace, REMIT_KIND_DECISION, cell->decision);

  if (decision == NULL)
    return remit_design_refuse (error, _ ("The decision no longer exists"));
  return check_holder (workspace, remit_entity_get_integer (decision, REMIT_DECISION_PLAN), cell,
                       error)
         && check_letters (get_framework (decision), cell->letters, error);
}

/* Of a holder that was checked. */
static gboolean
insert_rights (RemitEdit *edit,
               gint64 plan,
               gint64 decision,
               const RemitCell *cell,
               RemitLetters letters,
               GError **error)
{
  for (RemitLetter letter = 0; letter < REMIT_N_LETTERS; letter++)
    {
      g_autoptr (RemitRecord) right = NULL;

      if (!(letters & REMIT_LETTERS (letter)))
        continue;
      right = remit_right_create (plan, decision, cell->holder_kind, cell->holder, letter);
      if (!remit_edit_insert (edit, right, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
remit_matrix_insert (RemitWorkspace *workspace,
                     RemitEdit *edit,
                     gint64 plan,
                     gint64 decision,
                     const RemitCell *cell,
                     GError **error)
{
  return check_holder (workspace, plan, cell, error)
         && insert_rights (edit, plan, decision, cell, cell->letters, error);
}

gboolean
remit_matrix_write (RemitWorkspace *workspace,
                    RemitEdit *edit,
                    const RemitCell *cell,
                    GError **error)
{
  RemitEntity *decision = remit_workspace_get (workspace, REMIT_KIND_DECISION, cell->decision);
  RemitEntity *rights[REMIT_N_LETTERS];
  RemitLetters missing = cell->letters;
  guint n;

  if (!check_cell (workspace, cell, error))
    return FALSE;
  n = find_rights (workspace, cell, rights);
  for (guint i = 0; i < n; i++)
    {
      if (!(cell->letters & get_letter (rights[i]))
          && !remit_edit_delete (edit, REMIT_KIND_RIGHT, remit_entity_get_id (rights[i]), error))
        return FALSE;
      missing &= ~get_letter (rights[i]);
    }
  return insert_rights (edit, remit_entity_get_integer (decision, REMIT_DECISION_PLAN),
                        cell->decision, cell, missing, error);
}

RemitCell *
remit_matrix_dup_kept (RemitWorkspace *workspace,
                       const RemitCell *cells,
                       gsize n_cells)
{
  RemitCell *kept = g_memdup2 (cells, n_cells * sizeof *cells);

  for (gsize i = 0; i < n_cells; i++)
    if (kept[i].decision != 0)
      kept[i].letters |= kept[i].keep
                         & remit_matrix_get_letters (workspace, kept[i].decision,
                                                     kept[i].holder_kind, kept[i].holder);
  return kept;
}

static RemitMessage *
describe_cell (RemitWorkspace *workspace,
               const RemitCell *cell)
{
  RemitEntity *decision = remit_workspace_get (workspace, REMIT_KIND_DECISION, cell->decision);
  g_autofree char *letters = remit_matrix_format_letters (get_framework (decision), cell->letters);
  RemitMessage *holder = remit_design_describe (workspace, cell->holder_kind, cell->holder);
  RemitMessage *title = remit_message_new_text (
    remit_entity_get_text (decision, REMIT_DECISION_TITLE));

  if (cell->letters == REMIT_LETTERS_NONE)
    /* Translators: who has no right any longer, and in which decision */
    return remit_message_new_with (N_ ("Remove the right of %1$s in %2$s"), holder, title, NULL);
  /* Translators: letters such as R/A, who gets them, and a decision */
  return remit_message_new_with (N_ ("Set %1$s of %2$s in %3$s"), remit_message_new_text (letters),
                                 holder, title, NULL);
}

static const RemitPlural n_rights = REMIT_PLURAL ("Set %u right in the matrix",
                                                  "Set %u rights in the matrix");

gboolean
remit_matrix_write_all (RemitWorkspace *workspace,
                        RemitEdit *edit,
                        const RemitCell *cells,
                        gsize n_cells,
                        GError **error)
{
  g_autofree RemitCell *kept = NULL;
  RemitEntity *decision;

  g_return_val_if_fail (edit != NULL && n_cells > 0, FALSE);

  kept = remit_matrix_dup_kept (workspace, cells, n_cells);
  for (gsize i = 0; i < n_cells; i++)
    if (!check_cell (workspace, &kept[i], error))
      return FALSE;
  decision = remit_workspace_get (workspace, REMIT_KIND_DECISION, kept[0].decision);
  remit_edit_describe (edit, remit_entity_get_integer (decision, REMIT_DECISION_PLAN),
                       n_cells == 1 ? describe_cell (workspace, kept)
                                    : remit_message_new_plural (n_rights, (gint64) n_cells));
  for (gsize i = 0; i < n_cells; i++)
    if (!remit_matrix_write (workspace, edit, &kept[i], error))
      return FALSE;
  return TRUE;
}

gboolean
remit_matrix_set (RemitWorkspace *workspace,
                  const RemitCell *cells,
                  gsize n_cells,
                  GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (cells != NULL && n_cells > 0, FALSE);

  edit = remit_workspace_begin (workspace, error);
  return edit != NULL && remit_matrix_write_all (workspace, edit, cells, n_cells, error)
         && remit_edit_commit (edit, error);
}

/* ── Frameworks ───────────────────────────────────────────────────────────────────────────── */

/* A right as it is under another framework: its record, or %NULL when it has no counterpart, or one
 * that its holder has already. */
static RemitRecord *
translate_right (RemitEntity *right,
                 RemitFramework from,
                 RemitFramework to,
                 GPtrArray *taken)
{
  gint64 letter = remit_entity_get_integer (right, REMIT_RIGHT_LETTER);
  const RemitLetterInfo *info = remit_framework_translate (from, (RemitLetter) letter, to);
  g_autoptr (RemitRecord) record = remit_record_copy (remit_entity_get_record (right));

  if (info == NULL)
    return NULL;
  remit_record_set_integer (record, REMIT_RIGHT_LETTER, info->letter);
  for (guint i = 0; i < taken->len; i++)
    {
      gboolean same = TRUE;

      for (guint field = REMIT_RIGHT_SLOT; field <= REMIT_RIGHT_LETTER; field++)
        same = same && remit_record_is_same (taken->pdata[i], record, field);
      if (same)
        return NULL;
    }
  return g_steal_pointer (&record);
}

/* Those who are to decide together all have to agree, unless somebody has said how many. */
static gboolean
write_quorum (RemitEdit *edit,
              RemitEntity *decision,
              GPtrArray *rights,
              GError **error)
{
  const RemitLetterInfo *approver = remit_framework_find_part (REMIT_FRAMEWORK_JOINT,
                                                               REMIT_PART_DECIDES);
  gint64 n = 0;

  for (guint i = 0; i < rights->len; i++)
    n += remit_record_get_integer (rights->pdata[i], REMIT_RIGHT_LETTER) == approver->letter;
  if (n < 2 || remit_entity_get_integer (decision, REMIT_DECISION_QUORUM) > 1)
    return TRUE;
  return remit_edit_set_integer (edit, REMIT_KIND_DECISION, remit_entity_get_id (decision),
                                 REMIT_DECISION_QUORUM, n, error);
}

/* The rights go, the decision changes, and the rights come again: on the way none has a letter that
 * is not one of its framework. */
static gboolean
write_framework (RemitEdit *edit,
                 RemitEntity *decision,
                 RemitFramework framework,
                 GPtrArray *old,
                 GPtrArray *new,
                 GError **error)
{
  for (guint i = 0; i < old->len; i++)
    if (!remit_edit_delete (edit, REMIT_KIND_RIGHT, remit_entity_get_id (old->pdata[i]), error))
      return FALSE;
  if (!remit_edit_set_integer (edit, REMIT_KIND_DECISION, remit_entity_get_id (decision),
                               REMIT_DECISION_FRAMEWORK, framework, error)
      || (framework == REMIT_FRAMEWORK_JOINT && !write_quorum (edit, decision, new, error)))
    return FALSE;
  for (guint i = 0; i < new->len; i++)
    if (!remit_edit_insert (edit, new->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Returns: (element-type RemitRecord): the rights that a decision has under another framework */
static GPtrArray *
translate_rights (GPtrArray *rights,
                  RemitFramework from,
                  RemitFramework to)
{
  GPtrArray *translated = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);

  for (guint i = 0; i < rights->len; i++)
    {
      RemitRecord *right = translate_right (rights->pdata[i], from, to, translated);

      if (right != NULL)
        g_ptr_array_add (translated, right);
    }
  return translated;
}

RemitMessage *
remit_matrix_describe_framework (const RemitRecord *decision)
{
  RemitFramework framework = (RemitFramework) remit_record_get_integer (decision,
                                                                        REMIT_DECISION_FRAMEWORK);

  /* Translators: a decision, and a framework such as RACI */
  return remit_message_new (N_ ("Decide %1$s with %2$s"),
                            remit_record_get_text (decision, REMIT_DECISION_TITLE),
                            remit_framework_get_info (framework)->nick, NULL);
}

gboolean
remit_matrix_write_framework (RemitWorkspace *workspace,
                              RemitEdit *edit,
                              const RemitRecord *decision,
                              GError **error)
{
  gint64 id = remit_record_get_id (decision);
  RemitFramework framework = (RemitFramework) remit_record_get_integer (decision,
                                                                        REMIT_DECISION_FRAMEWORK);
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_DECISION, id);
  GPtrArray *old;
  g_autoptr (GPtrArray) new = NULL;

  if (entity == NULL)
    return remit_design_refuse (error, _ ("The decision no longer exists"));
  old = remit_workspace_get_referring (workspace, REMIT_KIND_RIGHT, REMIT_RIGHT_DECISION, id);
  new = translate_rights (old, get_framework (entity), framework);
  return write_framework (edit, entity, framework, old, new, error);
}

gboolean
remit_matrix_acknowledge (RemitWorkspace *workspace,
                          gint64 right,
                          RemitAcknowledgement acknowledgement,
                          GError **error)
{
  const RemitField *field
    = &remit_entity_info (REMIT_KIND_RIGHT)->fields[REMIT_RIGHT_ACKNOWLEDGEMENT];

  return remit_design_change (workspace, REMIT_KIND_RIGHT, right, REMIT_RIGHT_ACKNOWLEDGEMENT,
                              field->choices[acknowledgement].nick, error);
}
