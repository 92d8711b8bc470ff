/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: the values of one entity, without an identity in memory. */
#pragma once

#include "remit-field.h"
#include "remit-message.h"

/**
 * RemitRecord:
 *
 * The id and the values of one entity, as described by its #RemitEntityInfo. Readers, writers and
 * edits pass records; #RemitEntity is the live object around one. Numbers of every kind but text
 * are integers (see #RemitFieldKind).
 */
typedef struct _RemitRecord RemitRecord;

RemitRecord *remit_record_new (RemitKind kind);
RemitRecord *remit_record_copy (const RemitRecord *self);
void remit_record_free (RemitRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitRecord, remit_record_free)

/** Sets the id to 0 and all values to their defaults, to use the record again. */
void remit_record_reset (RemitRecord *self);

RemitKind remit_record_get_kind (const RemitRecord *self);
const RemitEntityInfo *remit_record_get_info (const RemitRecord *self);
gint64 remit_record_get_id (const RemitRecord *self);
void remit_record_set_id (RemitRecord *self,
                          gint64 id);

/** For every kind of field but text. */
gint64 remit_record_get_integer (const RemitRecord *self,
                                 guint field);
/** Returns: whether the value is another one than before */
gboolean remit_record_set_integer (RemitRecord *self,
                                   guint field,
                                   gint64 value);
/** For text fields; never %NULL. */
const char *remit_record_get_text (const RemitRecord *self,
                                   guint field);
/** Returns: whether the value is another one than before */
gboolean remit_record_set_text (RemitRecord *self,
                                guint field,
                                const char *value);

/**
 * remit_record_get_alternative:
 * @id: (out): what is referred to by the one of its alternatives that is there, 0 for none
 *
 * Returns: its kind, such as that of a right's holder, or %REMIT_KIND_NONE
 */
RemitKind remit_record_get_alternative (const RemitRecord *self,
                                        gint64 *id);

gboolean remit_record_is_same (const RemitRecord *self,
                               const RemitRecord *other,
                               guint field);
/** The same for all fields; ids apart. */
gboolean remit_record_is_equal (const RemitRecord *self,
                                const RemitRecord *other);
gboolean remit_record_is_initial (const RemitRecord *self,
                                  guint field);
/** Sets a value to its default. */
void remit_record_clear_field (RemitRecord *self,
                               guint field);
void remit_record_copy_field (RemitRecord *self,
                              const RemitRecord *other,
                              guint field);

/**
 * remit_record_parse:
 * @text: the value as in files: nicks, ISO 8601, 16 hexadecimal digits, `true`/`false`
 *
 * Sets a field from a text, and refuses what the field does not allow.
 *
 * Errors: %REMIT_MODEL_ERROR_INVALID
 */
gboolean remit_record_parse (RemitRecord *self,
                             guint field,
                             const char *text,
                             GError **error);

/** Returns: (transfer full): the value as in files; the inverse of remit_record_parse() */
char *remit_record_format (const RemitRecord *self,
                           guint field);

/**
 * remit_record_display:
 *
 * Returns: (transfer full): the value as people read it: "80 %", a translated choice, a date in
 *   the user's locale; for references the id, since a record does not know the other one's name
 */
char *remit_record_display (const RemitRecord *self,
                            guint field);

/** Returns: (transfer full): the same, to be said in any language; but a span as it is said now */
RemitMessage *remit_record_describe (const RemitRecord *self,
                                     guint field);

/**
 * remit_record_check:
 *
 * Whether every value is one that its field allows, required ones are there, and `from` is not
 * after `until`.
 *
 * Errors: %REMIT_MODEL_ERROR_INVALID, naming the field
 */
gboolean remit_record_check (const RemitRecord *self,
                             GError **error);

/** The same for one field. */
gboolean remit_record_check_field (const RemitRecord *self,
                                   guint field,
                                   GError **error);
