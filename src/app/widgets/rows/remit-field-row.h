/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for one field of an entity: what all kinds of rows do alike. */
#pragma once

#include <adwaita.h>

#include "widgets/remit-editor.h"

/**
 * RemitFieldRow:
 *
 * Shows a field of the entity that a form shows, judges what is typed, writes it, and says in words
 * what is wrong. A form's .ui file says which field, and nothing else:
 *
 * |[
 * <object class="RemitTextRow">
 *   <property name="field">name</property>
 * </object>
 * ]|
 *
 * The label, the range and the choices come from the field's line in its entity's table. A row is
 * an editor (see remit-editor.h): remit_editor_show_all() gives it an entity.
 *
 * This is an interface with its implementation, since rows derive from different rows of
 * libadwaita. A kind of row embeds a #RemitFieldLink, is defined with REMIT_IMPLEMENT_FIELD_ROW(),
 * calls remit_field_row_class_init(), and says how a value is shown and read. Its template connects
 * what it needs of the handlers `on_changed` and `commit`, `take`, and `on_key_pressed` (Escape
 * takes back what was typed).
 */
#define REMIT_TYPE_FIELD_ROW (remit_field_row_get_type ())
G_DECLARE_INTERFACE (RemitFieldRow, remit_field_row, REMIT, FIELD_ROW, AdwPreferencesRow)

/**
 * RemitFieldRowInterface:
 * @link: the offset of the #RemitFieldLink in the instance
 * @is_typed: whether the value is typed: then each change is judged, and a refused value stays to
 *   be corrected. Else it is replaced by the stored one
 * @set_field: (nullable): prepares the row for another field
 * @show_value: shows the stored value; an empty one when there is no entity
 * @dup_value: returns what the row has now, as in files
 */
struct _RemitFieldRowInterface
{
  GTypeInterface parent_interface;

  glong link;
  gboolean is_typed;

  void (*set_field) (RemitFieldRow *self,
                     const RemitField *field);
  void (*show_value) (RemitFieldRow *self);
  char *(*dup_value) (RemitFieldRow *self);
};

/**
 * RemitFieldLink:
 *
 * What a row knows. Only remit-field-row.c looks into it.
 */
typedef struct {
  const char *name;
  RemitWorkspace *workspace;
  RemitEntity *entity;
  const RemitField *field;
  gulong changed;
  gulong destroy;
  guint pause;
  char *base; /* what was stored when the user began */
  GtkWindow *question; /* weak: which of two values it is to be */
  gboolean is_touched;
  gboolean is_showing;
  gboolean is_writing;
  gboolean is_late; /* what was typed since is to be written, too */
} RemitFieldLink;

void remit_field_row_editor_init (RemitEditorInterface *iface);

/** For G_DEFINE_FINAL_TYPE_WITH_CODE(). */
#define REMIT_IMPLEMENT_FIELD_ROW(init)                                                            \
  G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR, remit_field_row_editor_init)                           \
  G_IMPLEMENT_INTERFACE (REMIT_TYPE_FIELD_ROW, init)

/**
 * remit_field_row_class_init:
 * @name: of the template, in ui/widgets/rows
 *
 * Installs the property `field`, and sets the template with its handlers.
 */
void remit_field_row_class_init (GtkWidgetClass *klass,
                                 const char *name);

/**
 * remit_field_row_touch:
 *
 * Called when what the row has is different.
 *
 * Returns: whether that was the user, and not the row that shows what is stored
 */
gboolean remit_field_row_touch (RemitFieldRow *self);

/** Writes what the user changed; for typed values only if it is right. */
void remit_field_row_commit (RemitFieldRow *self);

/** The same a moment later: several clicks on a button are one edit. */
void remit_field_row_commit_soon (RemitFieldRow *self);

/** Writes the other value that the row has, unless it is the row that shows what is stored. */
void remit_field_row_take (RemitFieldRow *self);

/** Returns: (transfer full): what the row has now, as in files; it may not be valid, nor stored */
char *remit_field_row_dup_typed (RemitFieldRow *self);

/* What is stored; nothing, 0 and an empty text without an entity. */

/** Returns: (transfer none) (nullable): the entity that is shown */
RemitEntity *remit_field_row_get_entity (RemitFieldRow *self);
/** Returns: (transfer none) (nullable): where it is */
RemitWorkspace *remit_field_row_get_workspace (RemitFieldRow *self);
/** Returns: (transfer none) (nullable): what the field is */
const RemitField *remit_field_row_get_field (RemitFieldRow *self);
gint64 remit_field_row_get_integer (RemitFieldRow *self);
/** Returns: (transfer full): the value as in files */
char *remit_field_row_dup_text (RemitFieldRow *self);

/* ── The kinds of rows ────────────────────────────────────────────────────────────────────── */

/** One of a few choices. Committed at once. */
#define REMIT_TYPE_CHOICE_ROW (remit_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitChoiceRow, remit_choice_row, REMIT, CHOICE_ROW, AdwComboRow)

/** A text of several lines. Committed when the focus leaves; Escape takes back what was typed. */
#define REMIT_TYPE_NOTES_ROW (remit_notes_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitNotesRow, remit_notes_row, REMIT, NOTES_ROW, AdwPreferencesRow)

/** A number or a percentage. Committed after a pause, and when the focus leaves. */
#define REMIT_TYPE_NUMBER_ROW (remit_number_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitNumberRow, remit_number_row, REMIT, NUMBER_ROW, AdwActionRow)

/** Another entity, found among all of its kind by searching. Committed at once. */
#define REMIT_TYPE_REFERENCE_ROW (remit_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitReferenceRow, remit_reference_row, REMIT, REFERENCE_ROW, AdwActionRow)

/** Yes or no. Committed at once. */
#define REMIT_TYPE_SWITCH_ROW (remit_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitSwitchRow, remit_switch_row, REMIT, SWITCH_ROW, AdwActionRow)

/**
 * A line of text, or a day. What is typed is judged at once, and the title says what is wrong.
 * Committed by Enter, and when the focus leaves; Escape takes it back.
 */
#define REMIT_TYPE_TEXT_ROW (remit_text_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitTextRow, remit_text_row, REMIT, TEXT_ROW, AdwEntryRow)
