/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a field is: one line of the static table that describes an entity. */
#pragma once

#include <gio/gio.h>

/**
 * REMIT_KINDS:
 *
 * Where kinds are listed, in an order in which an entity comes after those that it requires:
 * SETTINGS stands for %REMIT_KIND_SETTINGS, settings for remit_settings_info. Files have them in
 * this order, too. How to add one: README.md.
 */
#define REMIT_KINDS(KIND) \
  KIND (SETTINGS, settings) \
  KIND (HOLIDAY, holiday) \
  KIND (MAPPING, mapping) \
  KIND (SKILL, skill) \
  KIND (ROLE, role) \
  KIND (PERSON, person) \
  KIND (PERSON_SKILL, person_skill) \
  KIND (ABSENCE, absence) \
  KIND (PLAN, plan) \
  KIND (TEAM, team) \
  KIND (SLOT, slot) \
  KIND (SLOT_NEED, slot_need) \
  KIND (ASSIGNMENT, assignment) \
  KIND (DECISION, decision) \
  KIND (RIGHT, right) \
  KIND (DECISION_EVENT, decision_event) \
  KIND (LADDER, ladder) \
  KIND (RUNG, rung) \
  KIND (CONFLICT, conflict) \
  KIND (INVOLVEMENT, involvement) \
  KIND (PARTY, party) \
  KIND (OWN_RUNG, own_rung) \
  KIND (CONFLICT_EVENT, conflict_event) \
  KIND (WAIVER, waiver) \
  KIND (COMMENT, comment)

#define REMIT_KIND_CONSTANT(NAME, name) REMIT_KIND_##NAME,

/** The kinds of entities. */
typedef enum {
  REMIT_KIND_NONE,
  REMIT_KINDS (REMIT_KIND_CONSTANT)
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
 * @REMIT_FIELD_ORIGIN: the id of the entity that this one was copied from, 0 when there is none;
 *   written like a reference, but nothing depends on it: see REMIT_FIELD_COPIED()
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
  REMIT_FIELD_ORIGIN,
} RemitFieldKind;

/**
 * RemitFieldFlags:
 * @REMIT_FIELD_REQUIRED: a text that may not be empty, a date or a reference that must be there
 * @REMIT_FIELD_OWNER: the reference to the entity that this one is part of and is deleted with
 * @REMIT_FIELD_UNIQUE: no two rows have the same value, empty ones apart
 * @REMIT_FIELD_MULTILINE: a text with line breaks
 * @REMIT_FIELD_CONFIDENTIAL: leaves the house only for the audience `full`; a file for another one,
 *   and one that has nothing in it and does not say who it is for, leaves what is there alone.
 *   Contacts, numbers of employees, judgements on people, reasons of a private kind, and what was
 *   said in a conflict
 * @REMIT_FIELD_IMPLIED: in XML follows from where the element stands, and is not written
 * @REMIT_FIELD_ORDER: a place among siblings; says nothing to the reader of a history
 * @REMIT_FIELD_BOUND: a reference that may be empty; the entity is deleted with what it refers to
 * @REMIT_FIELD_ZONE: the name of a time zone (`Europe/Berlin`), or empty
 * @REMIT_FIELD_HOLDS: a reference to what cannot be deleted as long as this entity is there
 * @REMIT_FIELD_FOLLOWS: a reference that may be empty; the entity is deleted with what it refers
 *   to unless it has a log, which is kept
 * @REMIT_FIELD_KEY: tells a part from the others of its owner; in files it has no id then
 * @REMIT_FIELD_ALTERNATIVE: of an entity's references with it at most one is there
 * @REMIT_FIELD_ONCE: no two parts of an owner refer to the same by it
 * @REMIT_FIELD_PERSONAL: tells who somebody is, or where and since when they work; the audience
 *   `anonymous` is not given it
 * @REMIT_FIELD_PERSON_NAME: the name of somebody, of the entity itself or of its `person`; for the
 *   audience `anonymous` a role with a number stands in for it, see remit-pseudonyms.h
 * @REMIT_FIELD_PERIODS: a text of allocations over time, see remit_periods_parse(), or empty
 * @REMIT_FIELD_MONEY: a text with an amount and its currency, see remit_money_parse(), or empty
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
  REMIT_FIELD_HOLDS = 1 << 9,
  REMIT_FIELD_FOLLOWS = 1 << 10,
  REMIT_FIELD_KEY = 1 << 11,
  REMIT_FIELD_ALTERNATIVE = 1 << 12,
  REMIT_FIELD_ONCE = 1 << 13,
  REMIT_FIELD_PERIODS = 1 << 14,
  REMIT_FIELD_PERSONAL = 1 << 15,
  REMIT_FIELD_PERSON_NAME = 1 << 16,
  REMIT_FIELD_MONEY = 1 << 17,
} RemitFieldFlags;

/** Texts that are written in a form of their own. */
#define REMIT_FIELD_FORMED (REMIT_FIELD_ZONE | REMIT_FIELD_PERIODS | REMIT_FIELD_MONEY)

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

/** A field with a reference. */
#define REMIT_FIELD_TO(NAME, LABEL, TARGET, FLAGS) \
  { .name = NAME, .label = LABEL, .kind = REMIT_FIELD_REFERENCE, .flags = FLAGS, \
    .target = REMIT_KIND_##TARGET }

/** A field with what something stands in, such as its plan: required, and implied. */
#define REMIT_FIELD_WITHIN(NAME, LABEL, TARGET) \
  REMIT_FIELD_TO (NAME, LABEL, TARGET, REMIT_FIELD_REQUIRED | REMIT_FIELD_IMPLIED)

/** The field with what something is part of: the same, for its owner. */
#define REMIT_FIELD_PART_OF(NAME, LABEL, TARGET) \
  REMIT_FIELD_TO (NAME, LABEL, TARGET, \
                  REMIT_FIELD_REQUIRED | REMIT_FIELD_IMPLIED | REMIT_FIELD_OWNER)

/** A field with a place among siblings: they stand in rising order, equal ones by id. */
#define REMIT_FIELD_PLACE(NAME, LABEL) \
  { .name = NAME, .label = LABEL, .kind = REMIT_FIELD_INTEGER, .flags = REMIT_FIELD_ORDER, \
    .maximum = G_MAXINT32 }

/**
 * REMIT_FIELD_COPIED:
 *
 * A field of every kind that is copied with its plan: the id of the entity of the same kind
 * that this one was copied from, by which a plan and its scenarios are compared row by row. A copy
 * of a copy has the id of the copy. Only remit_design_copy_plan() sets it: what is new in a plan,
 * also by duplication within it, or from a template, has none. It is a memory and no reference: the
 * origin may change or be deleted, and the id stays. It is neither typed nor shown, and is in files
 * only for the audience `full`. An import takes it over for a new entity whose origin is in the
 * workspace, and leaves that of an entity which is there already alone. A plan itself has `base`.
 */
#define REMIT_FIELD_COPIED(NAME, LABEL) \
  { .name = NAME, .label = LABEL, .kind = REMIT_FIELD_ORIGIN, .flags = REMIT_FIELD_CONFIDENTIAL }

/**
 * RemitVerb:
 *
 * What is done to a whole entity, as the history and the undo button say it. It is moved among its
 * siblings: what has a %REMIT_FIELD_ORDER.
 */
typedef enum {
  REMIT_VERB_ADD,
  REMIT_VERB_DELETE,
  REMIT_VERB_DUPLICATE,
  REMIT_VERB_MOVE,
  REMIT_N_VERBS,
} RemitVerb;

/**
 * RemitPlural:
 *
 * A number of things, translatable: "%'u person", "%'u people".
 */
typedef struct {
  const char *one;
  const char *many;
} RemitPlural;

/** Marks both for translation. */
#define REMIT_PLURAL(one, many) { one, many }

/**
 * RemitEntityInfo:
 * @name: singular, with hyphens; with underscores the table
 * @plural: the same in the plural, for the command line
 * @element: the XML element
 * @section: the XML element in which those of a plan stand; %NULL for parts, which stand in the
 *   element of their owner, and for what is not in files
 * @label: translatable singular
 * @counted: translatable, with the number
 * @pattern: (nullable): translatable, how one is called that has no name of its own: a text with
 *   fields in braces, see remit_record_dup_name()
 * @labels: translatable, what an edit is called: patterns, in which {} is the entity's name. Where
 *   there is none: "Add team {}", and so on
 * @fields: the table of fields
 * @undeletable: (nullable): translatable, why none of them can be deleted
 * @is_log: whether its rows are appended, and never changed or deleted as long as their owner is
 *   there; such an entity has a field `corrects`, for the row that takes another one back
 * @on_demand: whether there may be far more of them than a window shows: they become live objects
 *   one by one, with their parts; see remit_workspace_open_whole()
 * @is_kept: whether it stays when it is undone that it was made, since its log does; it is then
 *   `withdrawn`
 * @is_detail: whether it is a part that says so little of its own that nobody is told when it is
 *   deleted with its owner; a file has all of an owner's, or none
 * @may_repeat: whether an owner can have several with the same keys
 * @stays_behind: whether it is left out when its plan is copied
 * @is_internal: whether it stays in the house: only the audience `full` is given it; a file for
 *   another one, and one that has none and does not say who it is for, leaves those that are there
 *   alone
 * @has_form: whether the window shows it in a form, ui/inspector/NAME.ui; others are shown in that
 *   of their owner
 * @has_conflicts: whether a conflict can be raised about one
 * @is_mergeable: whether two that turn out to be the same can be made one: remit_design_merge()
 * @has_no_doubles: whether one of two parts that say the same is left out when what they refer to
 *   is merged; parts with keys need not say so
 *
 * All that the program has to know about a kind.
 */
typedef struct {
  RemitKind kind;
  const char *name;
  const char *plural;
  const char *element;
  const char *section;
  const char *label;
  RemitPlural counted;
  const char *pattern;
  const char *labels[REMIT_N_VERBS];
  const RemitField *fields;
  guint n_fields;
  const char *undeletable;
  gboolean is_log;
  gboolean on_demand;
  gboolean is_kept;
  gboolean is_detail;
  gboolean may_repeat;
  gboolean stays_behind;
  gboolean is_internal;
  gboolean has_form;
  gboolean has_conflicts;
  gboolean is_mergeable;
  gboolean has_no_doubles;
} RemitEntityInfo;

/** The part of an info that follows from the table of fields. */
#define REMIT_ENTITY_FIELDS(NAME, FIELDS) \
  .kind = REMIT_KIND_##NAME, .fields = FIELDS, .n_fields = REMIT_##NAME##_N_FIELDS

#define REMIT_ENTITY_INFO(NAME, name) extern const RemitEntityInfo remit_##name##_info;
REMIT_KINDS (REMIT_ENTITY_INFO)
#undef REMIT_ENTITY_INFO

#define REMIT_TEXT_MAX 65536

const RemitEntityInfo *remit_entity_info (RemitKind kind);
const RemitEntityInfo *remit_entity_info_by_table (const char *table);
const char *remit_entity_info_get_table (const RemitEntityInfo *info);
int remit_entity_info_find_field (const RemitEntityInfo *info,
                                  const char *name);
int remit_entity_info_find_owner (const RemitEntityInfo *info);
/** Returns: the reference to the plan that entities of a kind are of, or -1 */
int remit_entity_info_find_plan (const RemitEntityInfo *info);
/** Returns: the field by which entities stand in an order that people choose, or -1 */
int remit_entity_info_find_order (const RemitEntityInfo *info);
/** Returns: which of the alternatives (%REMIT_FIELD_ALTERNATIVE) refers to a kind, or -1 */
int remit_entity_info_find_alternative (const RemitEntityInfo *info,
                                        RemitKind kind);
/** Returns: the field with what an entity was copied from, see REMIT_FIELD_COPIED(); or -1 */
int remit_entity_info_find_origin (const RemitEntityInfo *info);
/** Returns: the field in whose order entities are read, equal ones by id; -1 for id alone */
int remit_entity_info_find_rank (const RemitEntityInfo *info);
/** Returns: whether entities have ids in files; others are known by their owner and their keys */
gboolean remit_entity_info_has_id (const RemitEntityInfo *info);
/** Returns: the kind of which the entities are parts; %REMIT_KIND_PLAN, _NONE for those of none */
RemitKind remit_entity_info_get_owner (const RemitEntityInfo *info);
/** Returns: the kind of the log that entities of a kind have, or %REMIT_KIND_NONE */
RemitKind remit_entity_info_get_log (const RemitEntityInfo *info);
/** Returns: (transfer full): "3 people" */
char *remit_entity_info_dup_count (const RemitEntityInfo *info,
                                   guint n);
/** Returns: the field that says how an entity is called (`name` or `title`), or -1 */
int remit_entity_info_find_name (const RemitEntityInfo *info);

const char *remit_field_get_column (const RemitField *field);
const char *remit_field_get_label (const RemitField *field);
/**
 * remit_label_dup_in_sentence:
 * @label: a translatable label
 *
 * Returns: (transfer full): its translation as it is within a sentence. Labels in English have a
 *   capital, which is not for there; translations are as they should be, since some languages
 *   need it.
 */
char *remit_label_dup_in_sentence (const char *label);
/** Whether what a row refers to by the field takes the row along when it is deleted. */
gboolean remit_field_goes_along (const RemitField *field);
/** Whether people neither type nor see the field: verbs alone know it. */
gboolean remit_field_is_hidden (const RemitField *field);
/** In line, since every access to a value asks. */
static inline gboolean
remit_field_is_text (const RemitField *field)
{
  return field->kind == REMIT_FIELD_TEXT;
}

/** Returns: the choice that people mean: by its nick or its label, letter case apart; or -1 */
int remit_field_understand_choice (const RemitField *field,
                                   const char *text);

/** Returns: the index of the choice with @nick, or -1 */
int remit_choice_find (const RemitChoice *choices,
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
