/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a field is: one line of the static table that describes an entity. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RemitKind:
 *
 * The kinds of entities, in an order in which an entity comes after those that it requires.
 */
typedef enum {
  REMIT_KIND_NONE,
  REMIT_KIND_SETTINGS,
  REMIT_KIND_HOLIDAY,
  REMIT_KIND_SKILL,
  REMIT_KIND_ROLE,
  REMIT_KIND_PERSON,
  REMIT_KIND_PERSON_SKILL,
  REMIT_KIND_ABSENCE,
  REMIT_KIND_PLAN,
  REMIT_KIND_TEAM,
  REMIT_KIND_SLOT,
  REMIT_KIND_SLOT_NEED,
  REMIT_KIND_ASSIGNMENT,
  REMIT_KIND_DECISION,
  REMIT_KIND_RIGHT,
  REMIT_KIND_DECISION_EVENT,
  REMIT_KIND_LADDER,
  REMIT_KIND_RUNG,
  REMIT_KIND_CONFLICT,
  REMIT_KIND_INVOLVEMENT,
  REMIT_KIND_PARTY,
  REMIT_KIND_OWN_RUNG,
  REMIT_KIND_CONFLICT_EVENT,
  REMIT_KIND_WAIVER,
  REMIT_N_KINDS
} RemitKind;

/**
 * RemitFieldKind:
 * @REMIT_FIELD_TEXT: UTF-8 text; never %NULL, empty when there is none
 * @REMIT_FIELD_INTEGER: a whole number
 * @REMIT_FIELD_PERCENT: whole percent
 * @REMIT_FIELD_BOOLEAN: 0 or 1
 * @REMIT_FIELD_DATE: a day, in memory its Julian day number as in #GDate, 0 when open;
 *   in files and in the database ISO 8601 (`2026-03-01`), or nothing
 * @REMIT_FIELD_TIME: a moment, in memory and in the database milliseconds since 1970 in UTC,
 *   0 when there is none; in files ISO 8601 (`2026-03-01T12:00:00.000Z`)
 * @REMIT_FIELD_DURATION: a span of time, in memory and in the database whole minutes, in files
 *   ISO 8601 (`PT48H`)
 * @REMIT_FIELD_ENUM: one of the field's choices, in memory its index; elsewhere its nick
 * @REMIT_FIELD_REFERENCE: the id of another entity, 0 when there is none
 *
 * How a field's value looks in memory, in the database and in files.
 */
typedef enum {
  REMIT_FIELD_TEXT,
  REMIT_FIELD_INTEGER,
  REMIT_FIELD_PERCENT,
  REMIT_FIELD_BOOLEAN,
  REMIT_FIELD_DATE,
  REMIT_FIELD_TIME,
  REMIT_FIELD_DURATION,
  REMIT_FIELD_ENUM,
  REMIT_FIELD_REFERENCE,
} RemitFieldKind;

/**
 * RemitFieldFlags:
 * @REMIT_FIELD_REQUIRED: a text that may not be empty, a date or a reference that must be there
 * @REMIT_FIELD_OWNER: the reference to the entity that this one is part of and is deleted with
 * @REMIT_FIELD_UNIQUE: no two rows have the same value, empty ones apart
 * @REMIT_FIELD_MULTILINE: a text with line breaks
 * @REMIT_FIELD_CONFIDENTIAL: leaves the house only for the audience `full`
 * @REMIT_FIELD_IMPLIED: in XML follows from where the element stands, and is not written
 * @REMIT_FIELD_ORDER: a place among siblings; says nothing to the reader of a history
 * @REMIT_FIELD_BOUND: a reference that may be empty; the entity is deleted with what it refers to
 * @REMIT_FIELD_ZONE: the name of a time zone (`Europe/Berlin`), or empty
 */
typedef enum {
  REMIT_FIELD_NO_FLAGS = 0,
  REMIT_FIELD_REQUIRED = 1 << 0,
  REMIT_FIELD_OWNER = 1 << 1,
  REMIT_FIELD_UNIQUE = 1 << 2,
  REMIT_FIELD_MULTILINE = 1 << 3,
  REMIT_FIELD_CONFIDENTIAL = 1 << 4,
  REMIT_FIELD_IMPLIED = 1 << 5,
  REMIT_FIELD_ORDER = 1 << 6,
  REMIT_FIELD_BOUND = 1 << 7,
  REMIT_FIELD_ZONE = 1 << 8,
} RemitFieldFlags;

/**
 * RemitChoice:
 * @nick: the word in files and in the database
 * @label: the translatable word in the window
 *
 * One value of an enum field; arrays end with a %NULL nick.
 */
typedef struct {
  const char *nick;
  const char *label;
} RemitChoice;

/**
 * RemitField:
 * @name: lower-case with hyphens: the GObject property and the XML attribute;
 *   with underscores the column
 * @label: translatable name
 * @minimum: smallest number
 * @maximum: largest number; for texts the largest number of bytes, 0 for the default of 64 KiB
 * @initial: the default number (for enums the index)
 * @choices: of enums; for integers, optional names of the numbers from 0
 * @target: of references, the kind referred to
 */
typedef struct {
  const char *name;
  const char *label;
  RemitFieldKind kind;
  RemitFieldFlags flags;
  gint64 minimum;
  gint64 maximum;
  gint64 initial;
  const RemitChoice *choices;
  RemitKind target;
} RemitField;

/**
 * RemitEntityInfo:
 * @name: singular, with hyphens; with underscores the table
 * @element: the XML element
 * @label: translatable singular
 * @fields: the table of fields
 * @get_type: the GObject type
 * @is_log: whether its rows are appended, and never changed or deleted as long as their owner is
 *   there; such an entity has a field `corrects`, for the row that takes another one back
 * @on_demand: whether there may be far more of them than a window shows: they become live objects
 *   one by one, with their parts; see remit_workspace_open_whole()
 * @is_kept: whether it stays when it is undone that it was made, since its log does; it is then
 *   `withdrawn`
 */
typedef struct {
  RemitKind kind;
  const char *name;
  const char *element;
  const char *label;
  const RemitField *fields;
  guint n_fields;
  GType (*get_type) (void);
  gboolean is_log;
  gboolean on_demand;
  gboolean is_kept;
} RemitEntityInfo;

#define REMIT_TEXT_MAX 65536

const RemitEntityInfo *remit_entity_info (RemitKind kind);
const RemitEntityInfo *remit_entity_info_by_table (const char *table);
const char *remit_entity_info_get_table (const RemitEntityInfo *info);
int remit_entity_info_find_field (const RemitEntityInfo *info,
                                  const char *name);
int remit_entity_info_find_owner (const RemitEntityInfo *info);
/** Returns: the field that says how an entity is called (`name` or `title`), or -1 */
int remit_entity_info_find_name (const RemitEntityInfo *info);

const char *remit_field_get_column (const RemitField *field);
const char *remit_field_get_label (const RemitField *field);
/** In line, since every access to a value asks. */
static inline gboolean
remit_field_is_text (const RemitField *field)
{
  return field->kind == REMIT_FIELD_TEXT;
}

int remit_field_find_choice (const RemitField *field,
                             const char *nick);

#define REMIT_MODEL_ERROR (remit_model_error_quark ())
GQuark remit_model_error_quark (void);

/**
 * RemitModelError:
 * @REMIT_MODEL_ERROR_INVALID: a value that its field does not allow
 * @REMIT_MODEL_ERROR_REFUSED: something that the state of the plan does not allow
 *
 * Messages are translated and say what would be right.
 */
typedef enum {
  REMIT_MODEL_ERROR_INVALID,
  REMIT_MODEL_ERROR_REFUSED,
} RemitModelError;

G_END_DECLS
