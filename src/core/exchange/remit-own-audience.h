/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An audience that an organisation has made: what of a plan it is not given. */
#pragma once

#include "remit-audience.h"

/**
 * RemitOwnAudience:
 * @nick: what the command line and files call it
 * @title: what people call it
 * @sees: for each kind, whether it is given
 * @hidden: (element-type RemitField): fields that it is not given
 * @has_names: whether people have their names, and no roles with numbers instead
 * @has_private: whether conflicts that are not for all are given
 * @words: the same as a file says it: "absence person.email names"; see
 *   remit_own_audience_new_from_words()
 */
typedef struct {
  char *nick;
  char *title;
  gboolean sees[REMIT_N_KINDS];
  GHashTable *hidden;
  gboolean has_names;
  gboolean has_private;
  char *words;
} RemitOwnAudience;

/** Returns: (transfer full): one that is given what @base is, until that is changed */
RemitOwnAudience *remit_own_audience_new (const char *nick,
                                          const char *title,
                                          RemitAudience base);
void remit_own_audience_free (RemitOwnAudience *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitOwnAudience, remit_own_audience_free)

/** Returns: whether a name can be one: small letters, digits and "-", no more than 40 */
gboolean remit_own_audience_is_nick (const char *text);

/** Returns: whether a file can be without a field */
gboolean remit_own_audience_can_hide (const RemitField *field);

/**
 * remit_own_audience_set:
 * @kind: the name of a kind
 * @field: (nullable): the name of one of its fields; %NULL for the kind as a whole
 * @is_given: whether it is given, or withheld
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: there is no such thing, or a file without it would not be
 *   valid
 */
gboolean remit_own_audience_set (RemitOwnAudience *self,
                                 const char *kind,
                                 const char *field,
                                 gboolean is_given,
                                 GError **error);

/**
 * remit_own_audience_finish:
 *
 * Withholds what leads to something withheld, and puts all in words.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: something that is given cannot be without something that
 *   is not
 */
gboolean remit_own_audience_finish (RemitOwnAudience *self,
                                    GError **error);

/**
 * remit_own_audience_new_from_words:
 * @words: what a file was not given: names of kinds, of fields ("person.email"), "names", and
 *   "private-conflicts"; what is not known is passed over, since a newer version may know it
 */
RemitOwnAudience *remit_own_audience_new_from_words (const char *nick,
                                                     const char *words);
