/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With which key the user signs plans. */
#include "remit-state-signing.h"

#include "model/remit-file.h"

static const char *const keys[REMIT_N_STATE_FILES] = {
  [REMIT_STATE_SIGNING_KEY] = "signing-key",
  [REMIT_STATE_SIGNING_CERTIFICATE] = "signing-certificate",
};

char *
remit_state_dup_signing_file (RemitStateFile which)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *text = settings != NULL ? g_settings_get_string (settings, keys[which]) : NULL;

  return text != NULL && *text != '\0' ? remit_file_dup_path (text) : NULL;
}

void
remit_state_set_signing_file (RemitStateFile which,
                              const char *path)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *text = path != NULL ? remit_file_dup_text (path) : g_strdup ("");

  if (settings != NULL)
    g_settings_set_string (settings, keys[which], text);
}
