/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of the history that says what was sealed into an archive. */
#include "remit-seal.h"

#include <string.h>

/* As it stands in files; remit-phrases.c has the words in which it is shown. */
#define PHRASE "Seal the history before %1$s into “%2$s”"

/* The arguments that nobody reads come after those of the phrase. */
enum {
  DAY,
  ARCHIVE,
  SEQ,
  DIGEST,
};

RemitMessage *
remit_seal_new (const RemitSeal *self,
                gint64 day,
                const char *archive)
{
  RemitMessage *message = remit_message_new (PHRASE, NULL);

  remit_message_add (message, remit_message_new_day (day));
  remit_message_add_text (message, archive);
  remit_message_add_number (message, self->seq);
  remit_message_add_text (message, self->digest);
  return message;
}

gboolean
remit_seal_read (RemitSeal *self,
                 const char *label,
                 int form)
{
  g_autoptr (RemitMessage) message = NULL;
  const char *digest;

  /* most labels need not be read */
  if (form < 2 || !g_str_has_prefix (label, REMIT_SEAL_BEGINNING))
    return FALSE;
  message = remit_message_read (label);
  if (message == NULL || g_strcmp0 (remit_message_get_phrase (message), PHRASE) != 0)
    return FALSE;
  digest = remit_message_get_text (remit_message_get_argument (message, DIGEST));
  self->seq = remit_message_get_number (remit_message_get_argument (message, SEQ));
  g_strlcpy (self->digest, digest != NULL ? digest : "", sizeof self->digest);
  return TRUE;
}
