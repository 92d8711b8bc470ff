/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import has to say of a file, grouped by what it is about. */
#pragma once

#include <glib.h>

/**
 * RemitNoteKind:
 * @REMIT_NOTE_FILE: the file or the result as a whole; such notes are never put together
 * @REMIT_NOTE_COLUMN: columns that were left out, or could be read otherwise
 * @REMIT_NOTE_ROW: rows that are not of the table's form
 * @REMIT_NOTE_NOBODY: rows about nobody: totals, footers, vacant positions
 * @REMIT_NOTE_HEADING: headings and legends in a matrix
 * @REMIT_NOTE_NAMELESS: rows without a name, a role, a team
 * @REMIT_NOTE_TWICE: rows that repeat others
 * @REMIT_NOTE_MATCH: doubts about who somebody is
 * @REMIT_NOTE_MANAGER: managers that could not be set
 * @REMIT_NOTE_STATUS: people who have left, or are on leave
 * @REMIT_NOTE_VALUE: values that could not be read, or not be taken as they are
 * @REMIT_NOTE_SKILL: levels of skills
 * @REMIT_NOTE_HOLDER: the holder of a slot
 * @REMIT_NOTE_AWAITED: slots that wait for people who are not known
 * @REMIT_NOTE_ARRIVED: slots that waited, and are filled
 * @REMIT_NOTE_LOAD: people with more load than capacity
 * @REMIT_NOTE_MISSING: people who are no longer in the file
 * @REMIT_NOTE_AUDIENCE: what a file for an audience should not have
 * @REMIT_NOTE_RESOURCE: resources of a project that are no people
 * @REMIT_NOTE_TASK: tasks of a project that are no slots, or not as they stand there
 */
typedef enum {
  REMIT_NOTE_FILE,
  REMIT_NOTE_COLUMN,
  REMIT_NOTE_ROW,
  REMIT_NOTE_NOBODY,
  REMIT_NOTE_HEADING,
  REMIT_NOTE_NAMELESS,
  REMIT_NOTE_TWICE,
  REMIT_NOTE_MATCH,
  REMIT_NOTE_MANAGER,
  REMIT_NOTE_STATUS,
  REMIT_NOTE_VALUE,
  REMIT_NOTE_SKILL,
  REMIT_NOTE_HOLDER,
  REMIT_NOTE_AWAITED,
  REMIT_NOTE_ARRIVED,
  REMIT_NOTE_LOAD,
  REMIT_NOTE_MISSING,
  REMIT_NOTE_AUDIENCE,
  REMIT_NOTE_RESOURCE,
  REMIT_NOTE_TASK,
  REMIT_N_NOTES
} RemitNoteKind;

/** Returns: (transfer none): what data calls it: "manager" */
const char *remit_note_kind_get_nick (RemitNoteKind kind);

/**
 * RemitNote:
 * @line: of the file, 0 for none
 * @text: without the line: "The manager ? is not known; left empty"
 * @is_left_out: whether its row was left out as a whole
 */
typedef struct {
  RemitNoteKind kind;
  guint line;
  gboolean is_left_out;
  const char *text;
} RemitNote;

/** Returns: (transfer full): a note with its line: "Line 12: The manager ? is not known" */
char *remit_note_dup_words (const RemitNote *self);

/**
 * RemitNotes:
 *
 * Notes in the order of the file: at most 10,000 are kept, the others are counted.
 */
typedef struct _RemitNotes RemitNotes;

RemitNotes *remit_notes_new (void);
void remit_notes_free (RemitNotes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitNotes, remit_notes_free)

void remit_notes_add (RemitNotes *self,
                      RemitNoteKind kind,
                      guint line,
                      gboolean is_left_out,
                      const char *text);

/** Returns: how many were added, and how many of them are kept */
guint remit_notes_get_n (RemitNotes *self);
guint remit_notes_get_n_kept (RemitNotes *self);
/** Returns: (transfer none): one that is kept */
const RemitNote *remit_notes_get (RemitNotes *self,
                                  guint i);

/**
 * RemitNoteGroup:
 * @title: the text that all of them share, or what they have in common: "Managers that could not be
 *   set"
 * @is_mixed: whether the texts differ
 * @n: how many there are, with those that were not kept
 * @notes: (element-type RemitNote): those that are kept, in the order of the file; they belong to
 *   the #RemitNotes; none are, when all came after too many others
 */
typedef struct {
  RemitNoteKind kind;
  gboolean is_left_out;
  char *title;
  gboolean is_mixed;
  guint n;
  GPtrArray *notes;
} RemitNoteGroup;

void remit_note_group_free (RemitNoteGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitNoteGroup, remit_note_group_free)

/**
 * remit_notes_group:
 *
 * Puts notes together that say the same, and those of one kind that say many different things;
 * what was left out is apart from what was only noted.
 *
 * Returns: (transfer full) (element-type RemitNoteGroup): in the order of each one's first note;
 *   they live as long as the notes do
 */
GPtrArray *remit_notes_group (RemitNotes *self);

/**
 * remit_note_group_dup_lines:
 * @most: how many lines are named
 *
 * Returns: (transfer full) (nullable): the lines behind a group: "3, 7, 12, …"; %NULL when there
 *   are none
 */
char *remit_note_group_dup_lines (const RemitNoteGroup *self,
                                  guint most);

/** Returns: (transfer full): a group in one line, with its count and the first lines behind it */
char *remit_note_group_dup_words (const RemitNoteGroup *self);
