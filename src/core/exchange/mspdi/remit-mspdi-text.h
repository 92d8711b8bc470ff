/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as a text that is written piece by piece: elements with a text, one a line. */
#pragma once

#include "exchange/remit-output.h"

/**
 * RemitMspdiText:
 *
 * Elements without attributes, which is all that MSPDI has. Much faster than a writer that checks
 * names and keeps a stack, for files with many lines an entity.
 */
typedef struct {
  RemitOutput *output;
  GString *text;
  guint depth;
  gboolean failed;
} RemitMspdiText;

void remit_mspdi_text_init (RemitMspdiText *self,
                            RemitOutput *output);
/** Writes what is left. Returns: whether all was written */
gboolean remit_mspdi_text_finish (RemitMspdiText *self);
void remit_mspdi_text_clear (RemitMspdiText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitMspdiText, remit_mspdi_text_clear)

void remit_mspdi_text_start (RemitMspdiText *self,
                             const char *name);
void remit_mspdi_text_end (RemitMspdiText *self,
                           const char *name);

/** The longest texts that the format, and custom fields of Project, take, in characters. */
#define REMIT_MSPDI_TEXT_MAX 512
#define REMIT_MSPDI_CUSTOM_MAX 255

/** Writes an element with a text, without characters that XML does not have; none without one. */
void remit_mspdi_text_add (RemitMspdiText *self,
                           const char *name,
                           const char *value);
/** The same, cut where it is longer than %REMIT_MSPDI_TEXT_MAX. */
void remit_mspdi_text_add_short (RemitMspdiText *self,
                                 const char *name,
                                 const char *value);
void remit_mspdi_text_add_integer (RemitMspdiText *self,
                                   const char *name,
                                   gint64 value);
/** 63 as 0.63, 100 as 1 */
void remit_mspdi_text_add_share (RemitMspdiText *self,
                                 const char *name,
                                 gint64 percent);
/** A moment of a day: minutes since its beginning, at most 24 hours */
void remit_mspdi_text_add_moment (RemitMspdiText *self,
                                  const char *name,
                                  gint64 day,
                                  gint64 minutes);
/** A time of the day; 24 hours are midnight */
void remit_mspdi_text_add_time (RemitMspdiText *self,
                                const char *name,
                                gint64 minutes);
/** A duration: PT8H0M0S */
void remit_mspdi_text_add_duration (RemitMspdiText *self,
                                    const char *name,
                                    gint64 minutes);
/** The value of a custom field, cut where it is longer than %REMIT_MSPDI_CUSTOM_MAX; none without
 * one */
void remit_mspdi_text_add_custom (RemitMspdiText *self,
                                  guint field,
                                  const char *value);
