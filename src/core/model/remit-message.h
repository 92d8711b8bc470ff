/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said, kept so that it can be said again in another language. */
#pragma once

#include "remit-field.h"

/**
 * RemitMessage:
 *
 * A phrase that is not translated yet, with its arguments, some of which may be phrases again. It
 * cannot be changed once others have it. References are counted.
 *
 * In a phrase, %s, %d, %u and their like (%1$s, %'u) stand for the arguments in their order, as in
 * printf(); so do words between braces, {person}: a translation that turns them round is understood
 * by these. What a phrase asks for beyond its arguments stands there as it is: a phrase may come
 * from a file, and never reaches printf().
 */
typedef struct _RemitMessage RemitMessage;

/** A phrase, marked by N_(), whose arguments are texts, up to %NULL; others can be added. */
RemitMessage *remit_message_new (const char *phrase,
                                 ...) G_GNUC_NULL_TERMINATED;

/** The same with arguments that are messages themselves, each of them (transfer full). */
RemitMessage *remit_message_new_with (const char *phrase,
                                      ...) G_GNUC_NULL_TERMINATED;

/** A phrase that depends on a number, which is its first argument. */
RemitMessage *remit_message_new_plural (RemitPlural phrases,
                                        gint64 number);

/** A text that is nobody's language, such as a name. */
RemitMessage *remit_message_new_text (const char *text);

/** The label of a field or a kind, as it stands within a sentence: remit_label_dup_in_sentence() */
RemitMessage *remit_message_new_label (const char *label);

/** A day, as the reader's locale writes it. */
RemitMessage *remit_message_new_day (gint64 day);

/** A time in milliseconds since 1970, as the reader's locale and time zone write it. */
RemitMessage *remit_message_new_time (gint64 time);

/**
 * remit_message_join:
 * @parts: (element-type RemitMessage): at least one; they are only referred to
 *
 * Returns: (transfer full): "a", "a and b", "a, b and c"
 */
RemitMessage *remit_message_join (GPtrArray *parts);

RemitMessage *remit_message_ref (RemitMessage *self);
void remit_message_unref (RemitMessage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMessage, remit_message_unref)

/** Adds an argument. @argument: (transfer full) */
void remit_message_add (RemitMessage *self,
                        RemitMessage *argument);
void remit_message_add_text (RemitMessage *self,
                             const char *text);
void remit_message_add_number (RemitMessage *self,
                               gint64 number);

/** Returns: whether it is an empty text */
gboolean remit_message_is_empty (const RemitMessage *self);

/** Returns: (transfer none) (nullable): the phrase of one that has no plural; %NULL for others */
const char *remit_message_get_phrase (const RemitMessage *self);

/** Returns: (transfer none) (nullable): an argument of a phrase; %NULL when it has no such */
const RemitMessage *remit_message_get_argument (const RemitMessage *self,
                                                guint index);

/** Returns: (transfer none) (nullable): what a text says; %NULL for what is none */
const char *remit_message_get_text (const RemitMessage *self);

/** Returns: what a number, a day or a time is; 0 for what is none */
gint64 remit_message_get_number (const RemitMessage *self);

/** Returns: (transfer full): the message in the reader's language */
char *remit_message_say (const RemitMessage *self);

/**
 * remit_message_write:
 *
 * Returns: (transfer full): the message in JSON. A phrase is an array that begins with it, or with
 *   an array of its singular and plural, and goes on with the arguments: texts and numbers as such,
 *   a label as `{"label": "Capacity"}`, a day as `{"day": "2026-11-29"}`, a time as
 *   `{"time": "2026-11-29T08:30:00.000Z"}`, another phrase as an array:
 *   `["Move %1$s to %2$s", "Ada", ["{skill} for {slot}", "Python", "Engineer"]]`
 */
char *remit_message_write (const RemitMessage *self);

/** Returns: (transfer full) (nullable): what remit_message_write() wrote; %NULL for what is none */
RemitMessage *remit_message_read (const char *text);
